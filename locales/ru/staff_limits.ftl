### ⏰: сроки, пока держат человека, и более поздние сроки. Для юристов и координаторов.
### Всё, что взято из законов, стоит с источником и датой текста; пока юрист организации не подтвердил, так и сказано.

## Когда и сколько

# $time (строка): время на часах
card-limits = ⏰ Сроки на { $time }:
limits-unconfirmed = Источники и их даты – в «⏰ Сроки». Юрист организации эти сроки ещё не подтвердил.
limits-none = Пока неизвестно, с какого времени держат.
# $label (строка): что должно быть сделано; $when (строка): день и время; $span (строка): сколько времени
limit-ahead = • { $label }: до { $when }, осталось { $span }
limit-ahead-about = • { $label }: примерно до { $when }, осталось около { $span }
limit-over = • { $label }: срок вышел { $when }, { $span } назад
limit-over-about = • { $label }: срок мог выйти { $when }, около { $span } назад
limit-was-over = • { $label }: срок вышел { $when }, держали дольше на { $span }
limit-ended = • { $label }: срок больше не идёт
limit-assumed = какой это порядок, пока не отмечено
limit-inference = это вывод, прямо в тексте этого нет
# Не короче 60 знаков: на заблокированном экране видно только это.
limit-warning = ⏰ { $code }: напоминание по обращению. Откройте чат, чтобы прочитать его целиком.
limit-nobody = Это обращение сейчас ни у кого.
limit-warnings = ⏰ Напоминаний много: эти обращения сейчас ни у кого. Самые срочные стоят в списке первыми.
# $minutes, $hours, $days (число)
span-minutes = { $minutes } мин
span-hours = { $hours } ч { $minutes } мин
span-days = { $days } д { $hours } ч

# Кодексы: уголовно-процессуальный, уголовный, о правонарушениях
law-cpc = УПК
law-cc = УК
law-coo = КоП

## Что известно

limit-name-held-since = Держат с
limit-name-brought-in = Привезли в отдел
limit-name-last-dose = Последний приём лекарства
limit-name-in-court = Доставили в суд
limit-name-court-custody = Суд решил о страже
limit-name-released = Отпустили
# $label (строка); $value (строка): когда; $by (строка): с чьих слов
limit-known = { $label }: { $value } ({ $by })
# $first, $last (строка): день и время
limit-known-between = между { $first } и { $last }
limit-known-before = до { $last }
limit-by-person = с экрана человека
limit-by-lawyer = отметил юрист
limit-track-criminal = Уголовный порядок
limit-track-offence = Правонарушение
limit-ask-held-since = ⏰ С какого времени на самом деле держат? Не по протоколу, а с момента, когда уйти уже было нельзя.
limit-ask-brought-in = ⏰ Когда привезли в отдел?
limit-ask-last-dose = ⏰ Когда был последний приём лекарства, которое нужно каждый день?
limit-ask-in-court = ⏰ Когда доставили в суд?
limit-ask-court-custody = ⏰ Когда суд решил о страже?
limit-ask-released = ⏰ Когда отпустили?
ago-now = Сейчас
# $hours (число)
ago-hours = { $hours } ч назад
# $time (строка): время на часах
limit-about = около { $time }
limit-recorded = ⏰ Записано.
button-limit-held-since = ⏰ Держат с…
button-limit-brought-in = ⏰ Привезли в отдел…
button-limit-last-dose = ⏰ Последний приём лекарства…
button-limit-in-court = ⏰ Доставили в суд…
button-limit-court-custody = ⏰ Суд решил о страже…
button-limit-released = ⏰ Отпустили…
button-limit-forget = 🗑 Убрать отметку юриста

## Более поздние сроки

# Не короче 60 знаков: на заблокированном экране видно только это.
staff-deadlines = ⏰ { $code }: более поздние сроки этого обращения, всё о них – ниже.
staff-reminder = ⏰ { $code }: напоминание по обращению. Откройте чат, чтобы прочитать его целиком.
staff-deadline-tell = Напоминать и человеку
button-deadlines = ⏰ Более поздние сроки
button-deadlines-shut = ↩️ Закрыть
held-deadline-set = ⏰ Записано, напомним.
held-deadline-done = ✅ Отмечено: сделано.
held-deadline-removed = 🗑 Срок убран.
close-deadlines-left = ⏰ Остались сроки. О них напомним вам и после завершения:
