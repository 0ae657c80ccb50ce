# Kata-kata dalam kalender (.ics). Belum dibaca oleh penutur asli.

calendar_opens = Dibuka: { $stage } ({ $round }), { $program }
calendar_closes = Batas akhir: { $stage } ({ $round }), { $program }
calendar_begins = Mulai: { $stage } ({ $round }), { $program }
calendar_ends = Selesai: { $stage } ({ $round }), { $program }
calendar_at = { $stage } ({ $round }), { $program }
calendar_withdrawn = DIBATALKAN: { $event }
calendar_tentative = Tanggal kesimpulan: { $event }

calendar_time = Waktu setempat: { $moment } ({ $zone })
calendar_no_time = Jamnya tidak diketahui.
calendar_stated = Tanggal seperti tertulis dalam sumber.
calendar_withdrawn_note = Ini telah dibatalkan.
calendar_check = Informasi terbaru: { $address }
