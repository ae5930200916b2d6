### Более поздние сроки: у юриста и на экране человека. Напоминание на заблокированном экране называет только день.

## День

# $day (число); $month (строка): из counts-month-…
moment-day = { $day } { $month }
# $day (строка): из moment-day; $time (строка): время на часах
moment-time = { $day }, { $time }

## Напоминание человеку

# $day (строка): день
reminder-screen = Напоминание на { $day }. Откройте, когда будет удобно.
button-reminder-open = ⏰ Посмотреть
button-reminders = ⏰ Напоминания
note-deadline-kept = Записали. Напомним без звука.
note-deadline-done = Хорошо, отметили.
note-deadline-removed = Хорошо, больше не напоминаем.

## Список и один срок

deadlines-header = ⏰ Здесь можно записать день, чтобы о нём не забыть. Мы напомним.
deadlines-none = Пока ничего не записано.
# $label (строка): что это за срок; $day (строка): день
deadline-line = • { $label }: до { $day } включительно
deadline-past = • { $label }: срок был до { $day }
# $label (строка)
button-deadline-add = ➕ { $label }
button-deadline-set = ⏰ { $label }
button-deadline-done = ✅ Сделано
button-deadline-move = 🔁 Другой день
button-deadline-remove = 🗑 Убрать

## Календарь

# $label (строка)
deadline-ask =
    ⏰ До какого дня? Выберите день ниже, и мы заранее о нём напомним.
    { $label }
# $days (число); $from (строка): deadline-from-…, что должно было произойти
deadline-usual =
    { $days ->
        [one] Обычно на это есть { $days } день, считая со следующего дня после того, как { $from }.
        [few] Обычно на это есть { $days } дня, считая со следующего дня после того, как { $from }.
       *[many] Обычно на это есть { $days } дней, считая со следующего дня после того, как { $from }.
    }
# $months (число); $from (строка)
deadline-usual-months =
    { $months ->
        [one] Обычно на это есть { $months } месяц после того, как { $from }.
        [few] Обычно на это есть { $months } месяца после того, как { $from }.
       *[many] Обычно на это есть { $months } месяцев после того, как { $from }.
    }
deadline-from-complaint = стало известно решение или вручили копию
deadline-from-appeal = вручили копию решения
deadline-from-offence-fine = вручили копию решения или извещение
deadline-from-criminal-fine = приговор вступил в силу
deadline-from-probation-visit = приговор вступил в силу
# $day (строка)
button-deadline-day = ⏰ { $day }
button-month-before = ◀
button-month-after = ▶
# $month (строка): из calendar-month-…; $year (строка)
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
calendar-weekday-1 = Пн
calendar-weekday-2 = Вт
calendar-weekday-3 = Ср
calendar-weekday-4 = Чт
calendar-weekday-5 = Пт
calendar-weekday-6 = Сб
calendar-weekday-7 = Вс

## На чём основано

# $edition (строка)
basis-edition = текст: { $edition }
# $date (строка)
basis-confirmed = юрист подтвердил { $date }
basis-unconfirmed = юрист ещё не подтвердил
# $date (строка)
basis-confirmed-health = врач подтвердил { $date }
basis-unconfirmed-health = врач ещё не подтвердил
edition-mid-2024 = середина 2024 года
edition-2024-09-26 = 26 сентября 2024 года
