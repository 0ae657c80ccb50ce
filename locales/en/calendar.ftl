# Words of calendars (.ics). Readers see them in their own calendar, beside other appointments.

# The title of an event: $stage of $round of the recruitment for $program.
calendar_opens = Opens: { $stage } ({ $round }), { $program }
calendar_closes = Deadline: { $stage } ({ $round }), { $program }
calendar_begins = Begins: { $stage } ({ $round }), { $program }
calendar_ends = Ends: { $stage } ({ $round }), { $program }
calendar_at = { $stage } ({ $round }), { $program }
calendar_withdrawn = CANCELLED: { $event }
calendar_tentative = Inferred date: { $event }

# Its description
calendar_time = Local time: { $moment } ({ $zone })
calendar_no_time = The time of day is not known.
calendar_stated = Date as stated in the source.
calendar_withdrawn_note = This has been cancelled.
calendar_check = Latest information: { $address }
