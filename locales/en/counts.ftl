### Numbers for coordinators: /week, the chart and the files. No number without unit, period and definition.

## Week and dates

# $number (number): the week's number; $dates (string): one of counts-dates…
counts-title-week = Week { $number } ({ $dates })
# $first, $last (string): weeks, such as 2026-W45; $dates (string)
counts-title-weeks = Weeks { $first } – { $last } ({ $dates })
# $first, $last (number): days; $month (string): one of counts-month-…
counts-dates-month = { $first }–{ $last } { $month }
# $first, $last (number): days; $first_month, $last_month (string)
counts-dates-months = { $first } { $first_month } – { $last } { $last_month }
# $first_year, $last_year (string)
counts-dates-years = { $first } { $first_month } { $first_year } – { $last } { $last_month } { $last_year }
counts-month-1 = January
counts-month-2 = February
counts-month-3 = March
counts-month-4 = April
counts-month-5 = May
counts-month-6 = June
counts-month-7 = July
counts-month-8 = August
counts-month-9 = September
counts-month-10 = October
counts-month-11 = November
counts-month-12 = December

## The message of /week

# $title (string): counts-title-…
counts-heading = 📊 { $title }
counts-unfinished = Not over yet: the numbers will change.
# $title (string): counts-title-… of the period before
counts-before = In brackets: { $title }.
# $line (string): the number now; $before (string): the number or time of the period before
counts-with-before = { $line } ({ $before })
# $number (number)
counts-plain = { $number }
# $number (number): cases
counts-line-opened =
    { $number ->
        [one] Opened: { $number } case
       *[other] Opened: { $number } cases
    }
# $number (number): cases
counts-line-urgent =
    { $number ->
        [one] Of these: { $number } urgent case
       *[other] Of these: { $number } urgent cases
    }
# $number (number): cases
counts-line-claimed =
    { $number ->
        [one] Taken: { $number } case
       *[other] Taken: { $number } cases
    }
# $number (number): cases
counts-line-answered =
    { $number ->
        [one] Answered by a lawyer: { $number } case
       *[other] Answered by a lawyer: { $number } cases
    }
# $number (number): cases
counts-line-qualified =
    { $number ->
        [one] Rights violated, as the lawyer judges: { $number } case
       *[other] Rights violated, as the lawyer judges: { $number } cases
    }
# $number (number): cases
counts-line-extorted =
    { $number ->
        [one] Money extorted: { $number } case
       *[other] Money extorted: { $number } cases
    }
# $number (number): cases
counts-line-withdrawn =
    { $number ->
        [one] Withdrawn: { $number } case
       *[other] Withdrawn: { $number } cases
    }
# $time (string): a duration in words
counts-line-claim-median = Until taken, median: { $time }
counts-line-claim-slowest = Until taken, slowest: { $time }
counts-line-word-median = Until the first answer, median: { $time }
counts-line-word-slowest = Until the first answer, slowest: { $time }
counts-median-note = Median: half of the cases were faster, half slower.
# $label (string): name of the row; $number (number): cases
counts-row = { $label }: { $number }
# $number (number): rows that did not fit
counts-more-rows =
    { $number ->
        [one] … and { $number } more row
       *[other] … and { $number } more rows
    }

## Time

# $number (number)
counts-seconds =
    { $number ->
        [one] { $number } second
       *[other] { $number } seconds
    }
# $number (number)
counts-minutes =
    { $number ->
        [one] { $number } minute
       *[other] { $number } minutes
    }
# $number (number)
counts-hours =
    { $number ->
        [one] { $number } hour
       *[other] { $number } hours
    }
# $number (number)
counts-days =
    { $number ->
        [one] { $number } day
       *[other] { $number } days
    }
# $larger, $smaller (string): hours and minutes, minutes and seconds
counts-two-units = { $larger } { $smaller }
counts-no-time = none

## Blocks and rows

counts-by-region = By region, cases:
counts-by-district = By district, cases:
counts-by-violation = By violation, cases:
counts-by-perpetrator = By perpetrator, cases:
counts-by-outcome = By outcome, cases:
counts-by-language = By language, cases:
counts-by-source = How they found us, cases:
counts-by-kind = By kind, cases:
counts-by-flag = What matters at once, cases:
counts-by-amount = Money demanded, cases:
counts-by-limit = Held beyond a limit, cases:
counts-several-rows = One case may count in several rows.
counts-not-recorded = Not recorded
counts-not-recorded-outcome = No outcome yet
counts-kind-sos = Urgent call (SOS)
counts-kind-report = Report of what happened

## What is not shown

# $k (number): less than this is not shown
counts-withheld = Numbers below { $k } cases are not shown, nor others from which they could be worked out.
counts-merged = Other rows together
counts-hidden = withheld
counts-nothing-published = Too few cases to show numbers without pointing at somebody.

## The chart and the files

# $zone (string): such as Asia/Bishkek
counts-chart-footer = Unit: cases opened in the period. Time zone: { $zone }.
counts-all = All cases
counts-col-facet = Block
counts-col-row = Row
counts-col-metric = Measure
counts-col-value = Number
counts-col-before = Before
counts-col-unit = Unit
counts-col-definition = Definition
counts-col-period = Period
counts-col-compared = Compared with
counts-col-zone = Time zone
counts-col-note = Note
counts-sheet-numbers = Numbers
counts-sheet-about = What was counted
# $first, $last (string): the dates that were asked for
counts-asked = Asked for { $first } – { $last }; counted in whole weeks.
counts-unit-case = cases
counts-unit-second = seconds
counts-unit-clock = h:mm:ss
counts-name-opened = Opened
counts-name-urgent = Urgent
counts-name-claimed = Taken
counts-name-answered = Answered
counts-name-qualified = Rights violated
counts-name-extorted = Extortion
counts-name-withdrawn = Withdrawn
counts-name-claim-median = Until taken, median
counts-name-claim-slowest = Until taken, slowest
counts-name-word-median = Until answer, median
counts-name-word-slowest = Until answer, slowest

## Definitions

counts-def-opened = Cases opened in the period: urgent calls and reports, withdrawn ones included. Another call while a case is open does not count again. Without those who did not agree to statistics.
counts-def-urgent = Cases opened in the period for which lawyers were called urgently.
counts-def-claimed = Cases opened in the period that a lawyer or coordinator took, even if later.
counts-def-answered = Cases opened in the period in which a lawyer or coordinator wrote to the person, even if later.
counts-def-qualified = Cases opened in the period for which the lawyer recorded at closing that rights were violated.
counts-def-extorted = Cases opened in the period for which the lawyer recorded at closing that money was extorted.
counts-def-withdrawn = Cases opened in the period that the person withdrew. They count among the opened too.
counts-def-claim-median = Time from opening to the first taking: half of the cases were faster, half slower. Of all cases of the period that were taken, at once.
counts-def-claim-slowest = The longest time from opening to the first taking, among the cases of the period that were taken.
counts-def-word-median = Time from opening to the first words of a lawyer or coordinator to the person: half of the cases were faster, half slower. Of all answered cases of the period, at once.
counts-def-word-slowest = The longest time from opening to the first words of a lawyer or coordinator to the person, among the answered cases of the period.
