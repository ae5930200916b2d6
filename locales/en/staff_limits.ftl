### ⏰: limits while somebody is held, and later deadlines. For lawyers and coordinators.
### Whatever comes from the law stands with its source and the date of the text; until a lawyer of the organisation has confirmed it, it says so.

## When and how long

# $time (string): time of day
card-limits = ⏰ Time limits as of { $time }:
limits-unconfirmed = The sources and their dates are behind “⏰ Time limits”. A lawyer of the organisation has not confirmed these limits yet.
limits-none = Not known yet since when somebody is held.
# $label (string): what must be done; $when (string): day and time; $span (string): how long
limit-ahead = • { $label }: until { $when }, { $span } left
limit-ahead-about = • { $label }: until about { $when }, about { $span } left
limit-over = • { $label }: over since { $when }, { $span } ago
limit-over-about = • { $label }: may be over since { $when }, about { $span } ago
limit-was-over = • { $label }: was over on { $when }, held { $span } longer
limit-ended = • { $label }: runs no more
limit-assumed = procedure not marked yet
limit-inference = an inference, the text does not say it as such
# At least 60 characters: a lock screen shows only this.
limit-warning = ⏰ { $code }: a reminder about this report. Open the chat to read the whole of it.
limit-nobody = Nobody holds this report now.
limit-warnings = ⏰ There are many reminders: nobody holds these reports now. The most urgent stand first in the list.
# $minutes, $hours, $days (number)
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } d { $hours } h

# Codes: criminal procedure, criminal, on offences
law-cpc = CPC
law-cc = CC
law-coo = CoO

## What is known

limit-name-held-since = Held since
limit-name-brought-in = Brought in
limit-name-last-dose = Medicine last taken
limit-name-in-court = Brought to court
limit-name-court-custody = Court ordered custody
limit-name-released = Released
# $label (string); $value (string): when; $by (string): on whose word
limit-known = { $label }: { $value } ({ $by })
# $first, $last (string): day and time
limit-known-between = between { $first } and { $last }
limit-known-before = before { $last }
limit-by-person = from the person's screen
limit-by-lawyer = marked by a lawyer
limit-track-criminal = Criminal procedure
limit-track-offence = Offence
limit-ask-held-since = ⏰ Since when really held? Not on paper, but from the moment when leaving was no longer possible.
limit-ask-brought-in = ⏰ When brought in?
limit-ask-last-dose = ⏰ When was the medicine that is needed every day last taken?
limit-ask-in-court = ⏰ When brought to court?
limit-ask-court-custody = ⏰ When did the court order custody?
limit-ask-released = ⏰ When released?
ago-now = Now
# $hours (number)
ago-hours = { $hours } h ago
# $time (string): time of day
limit-about = about { $time }
limit-recorded = ⏰ Recorded.
button-limit-held-since = ⏰ Held since…
button-limit-brought-in = ⏰ Brought in…
button-limit-last-dose = ⏰ Medicine last taken…
button-limit-in-court = ⏰ Brought to court…
button-limit-court-custody = ⏰ Court ordered custody…
button-limit-released = ⏰ Released…
button-limit-forget = 🗑 Take the lawyer's mark back

## Later deadlines

# At least 60 characters: a lock screen shows only this.
staff-deadlines = ⏰ { $code }: later deadlines of this report, all that is known below.
staff-reminder = ⏰ { $code }: a reminder about this report. Open the chat to read the whole of it.
staff-deadline-tell = Remind the person too
button-deadlines = ⏰ Later deadlines
button-deadlines-shut = ↩️ Shut
held-deadline-set = ⏰ Recorded, we will remind you.
held-deadline-done = ✅ Marked as done.
held-deadline-removed = 🗑 Deadline removed.
close-deadlines-left = ⏰ Deadlines are left. You will be reminded of them after closing too:
