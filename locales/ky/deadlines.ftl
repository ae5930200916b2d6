### Кийинки мөөнөттөр: юристте жана адамдын экранында. Кулпуланган экрандагы эскерткич күндү гана айтат.

## Күн

# $day (сан); $month (сап): counts-month-…
moment-day = { $day }-{ $month }
# $day (сап): moment-day; $time (сап): саат
moment-time = { $day }, { $time }

## Адамга эскерткич

# $day (сап): күн
reminder-screen = Эскерткич, күнү: { $day }. Ыңгайлуу болгондо ачып коюңуз.
button-reminder-open = ⏰ Көрүү
button-reminders = ⏰ Эскерткичтер
note-deadline-kept = Жазып алдык. Үн чыгарбай эскертебиз.
note-deadline-done = Макул, белгилеп койдук.
note-deadline-removed = Макул, мындан ары эскертпейбиз.

## Тизме жана бир мөөнөт

deadlines-header = ⏰ Унутпаш үчүн бул жерге күндү жазып койсоңуз болот. Биз эскертебиз.
deadlines-none = Азырынча эч нерсе жазылган жок.
# $label (сап): кандай мөөнөт; $day (сап): күн
deadline-line = • { $label }. Акыркы күнү: { $day }
deadline-past = • { $label }. Акыркы күнү өтүп кетти: { $day }
# $label (сап)
button-deadline-add = ➕ { $label }
button-deadline-set = ⏰ { $label }
button-deadline-done = ✅ Аткарылды
button-deadline-move = 🔁 Башка күн
button-deadline-remove = 🗑 Алып салуу

## Календарь

# $label (сап)
deadline-ask =
    ⏰ Кайсы күнгө чейин? Төмөндөн күндү тандаңыз, алдын ала эскертебиз.
    { $label }
# $days (сан); $from (сап): deadline-from-…, эмнеден баштап эсептелет
deadline-usual = Адатта буга { $days } күн берилет, эсеп { $from } күндүн эртесинен башталат.
# $months (сан); $from (сап)
deadline-usual-months = Адатта буга { $months } ай берилет, эсеп { $from } күндөн башталат.
deadline-from-complaint = чечим белгилүү болгон же көчүрмөсү берилген
deadline-from-appeal = чечимдин көчүрмөсү берилген
deadline-from-offence-fine = чечимдин көчүрмөсү же билдирме берилген
deadline-from-criminal-fine = өкүм күчүнө кирген
deadline-from-probation-visit = өкүм күчүнө кирген
# $day (сап)
button-deadline-day = ⏰ { $day }
button-month-before = ◀
button-month-after = ▶
# $month (сап): calendar-month-…; $year (сап)
calendar-title = { $month } { $year }
calendar-month-1 = Январь
calendar-month-2 = Февраль
calendar-month-3 = Март
calendar-month-4 = Апрель
calendar-month-5 = Май
calendar-month-6 = Июнь
calendar-month-7 = Июль
calendar-month-8 = Август
calendar-month-9 = Сентябрь
calendar-month-10 = Октябрь
calendar-month-11 = Ноябрь
calendar-month-12 = Декабрь
calendar-weekday-1 = Дүй
calendar-weekday-2 = Шей
calendar-weekday-3 = Шар
calendar-weekday-4 = Бей
calendar-weekday-5 = Жум
calendar-weekday-6 = Ишм
calendar-weekday-7 = Жек

## Эмнеге негизделген

# $edition (сап)
basis-edition = тексти: { $edition }
# $date (сап)
basis-confirmed = юрист ырастаган күнү: { $date }
basis-unconfirmed = юрист азырынча ырастай элек
# $date (сап)
basis-confirmed-health = дарыгер ырастаган күнү: { $date }
basis-unconfirmed-health = дарыгер азырынча ырастай элек
edition-mid-2024 = 2024-жылдын ортосу
edition-2024-09-26 = 2024-жылдын 26-сентябры
