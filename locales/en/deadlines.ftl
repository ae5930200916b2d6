### Later deadlines: with the lawyer and on the person's screen. On a lock screen a reminder names only the day.

## Day

# $day (number); $month (string): from counts-month-…
moment-day = { $day } { $month }
# $day (string): from moment-day; $time (string): time of day
moment-time = { $day }, { $time }

## Reminder to the person

# $day (string): the day
reminder-screen = A reminder for { $day }. Open it whenever that suits you.
button-reminder-open = ⏰ Look
button-reminders = ⏰ Reminders
note-deadline-kept = Noted. We will remind you without a sound.
note-deadline-done = Good, marked.
note-deadline-removed = Good, no more reminders of it.

## The list and one deadline

deadlines-header = ⏰ Here a day can be noted so that it is not forgotten. We will remind you.
deadlines-none = Nothing is noted yet.
# $label (string): which deadline; $day (string): the day
deadline-line = • { $label }: by { $day }, that day included
deadline-past = • { $label }: it was due by { $day }
# $label (string)
button-deadline-add = ➕ { $label }
button-deadline-set = ⏰ { $label }
button-deadline-done = ✅ Done
button-deadline-move = 🔁 Another day
button-deadline-remove = 🗑 Remove

## Calendar

# $label (string)
deadline-ask =
    ⏰ By which day? Choose a day below, and we will remind you ahead of it.
    { $label }
# $days (number); $from (string): deadline-from-…, what it is counted from
deadline-usual =
    { $days ->
        [one] There is usually { $days } day for this, counted from the day after { $from }.
       *[other] There are usually { $days } days for this, counted from the day after { $from }.
    }
# $months (number); $from (string)
deadline-usual-months =
    { $months ->
        [one] There is usually { $months } month for this after { $from }.
       *[other] There are usually { $months } months for this after { $from }.
    }
deadline-from-complaint = the decision became known or the copy was handed over
deadline-from-appeal = the copy of the decision was handed over
deadline-from-offence-fine = the copy of the decision or the notice was handed over
deadline-from-criminal-fine = the sentence came into force
deadline-from-probation-visit = the sentence came into force
# $day (string)
button-deadline-day = ⏰ { $day }
button-month-before = ◀
button-month-after = ▶
# $month (string): from calendar-month-…; $year (string)
calendar-title = { $month } { $year }
calendar-month-1 = January
calendar-month-2 = February
calendar-month-3 = March
calendar-month-4 = April
calendar-month-5 = May
calendar-month-6 = June
calendar-month-7 = July
calendar-month-8 = August
calendar-month-9 = September
calendar-month-10 = October
calendar-month-11 = November
calendar-month-12 = December
calendar-weekday-1 = Mo
calendar-weekday-2 = Tu
calendar-weekday-3 = We
calendar-weekday-4 = Th
calendar-weekday-5 = Fr
calendar-weekday-6 = Sa
calendar-weekday-7 = Su

## What it rests on

# $edition (string)
basis-edition = text: { $edition }
# $date (string)
basis-confirmed = confirmed by a lawyer on { $date }
basis-unconfirmed = to be confirmed by a lawyer
# $date (string)
basis-confirmed-health = confirmed by a doctor on { $date }
basis-unconfirmed-health = to be confirmed by a doctor
edition-mid-2024 = mid-2024
edition-2024-09-26 = 26 September 2024
