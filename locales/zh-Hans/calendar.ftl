# 日历（.ics）中的文字。尚未经母语人士校阅。

calendar_opens = 开始：{ $stage }（{ $round }），{ $program }
calendar_closes = 截止：{ $stage }（{ $round }），{ $program }
calendar_begins = 开始：{ $stage }（{ $round }），{ $program }
calendar_ends = 结束：{ $stage }（{ $round }），{ $program }
calendar_at = { $stage }（{ $round }），{ $program }
calendar_withdrawn = 已取消：{ $event }
calendar_tentative = 推测日期：{ $event }

calendar_time = 当地时间：{ $moment }（{ $zone }）
calendar_no_time = 具体时刻不明。
calendar_stated = 日期依出处所写。
calendar_withdrawn_note = 本项已取消。
calendar_check = 最新信息：{ $address }
