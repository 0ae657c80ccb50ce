# カレンダー（.ics）の言葉。読者のカレンダーに、ほかの予定と並んで表示されます。

# 予定の題。$stage は段階、$round は回次、$program はプログラムの名前です。
calendar_opens = 受付開始：{ $stage }（{ $round }）{ $program }
calendar_closes = 締切：{ $stage }（{ $round }）{ $program }
calendar_begins = 開始：{ $stage }（{ $round }）{ $program }
calendar_ends = 終了：{ $stage }（{ $round }）{ $program }
calendar_at = { $stage }（{ $round }）{ $program }
calendar_withdrawn = 【中止】{ $event }
calendar_tentative = 【推定】{ $event }

# 予定の説明
calendar_time = 現地時刻：{ $moment }（{ $zone }）
calendar_no_time = 時刻は分かっていません。
calendar_stated = 日程は出典の記載によります。
calendar_withdrawn_note = この予定は中止になりました。
calendar_check = 最新の情報：{ $address }
