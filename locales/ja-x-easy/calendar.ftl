# カレンダー（.ics）の言葉。母語話者（日本語教育の経験者）の確認はまだです。

calendar_opens = 始まり：{ $stage }（{ $round }）{ $program }
calendar_closes = しめきり：{ $stage }（{ $round }）{ $program }
calendar_begins = 始まり：{ $stage }（{ $round }）{ $program }
calendar_ends = 終わり：{ $stage }（{ $round }）{ $program }
calendar_at = { $stage }（{ $round }）{ $program }
calendar_withdrawn = なくなりました：{ $event }
calendar_tentative = 考えた 日：{ $event }

calendar_time = そこの 時間：{ $moment }（{ $zone }）
calendar_no_time = 時間は わかりません。
calendar_stated = 日は、もとの 資料に 書いてある とおりです。
calendar_withdrawn_note = これは なくなりました。
calendar_check = 新しい 情報：{ $address }
