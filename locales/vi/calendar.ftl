# Lời trong lịch (.ics). Chưa được người bản ngữ xem lại.

calendar_opens = Bắt đầu: { $stage } ({ $round }), { $program }
calendar_closes = Hạn cuối: { $stage } ({ $round }), { $program }
calendar_begins = Bắt đầu: { $stage } ({ $round }), { $program }
calendar_ends = Kết thúc: { $stage } ({ $round }), { $program }
calendar_at = { $stage } ({ $round }), { $program }
calendar_withdrawn = ĐÃ HỦY: { $event }
calendar_tentative = Ngày suy đoán: { $event }

calendar_time = Giờ địa phương: { $moment } ({ $zone })
calendar_no_time = Không rõ giờ.
calendar_stated = Ngày như nguồn đã ghi.
calendar_withdrawn_note = Việc này đã bị hủy.
calendar_check = Thông tin mới nhất: { $address }
