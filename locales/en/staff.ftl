### For lawyers and coordinators. The first 60 characters of each message are harmless: a lock screen shows them.
### Neither side learns who the other is: no person's name stands in these texts, only the number of the report.

## Page

# $region, $priority (string); $age (string): how long ago, such as “12 min”
page = 1 new · { $region } · { $priority } · { $age }
# $number (number): reports
pages-header =
    { $number ->
        [one] { $number } new. Tap ✅ with its number.
       *[other] { $number } new. Tap ✅ with its number.
    }
# $number (number): of the line
pages-line = { $number }. { $region } · { $priority } · { $age }
# $number (number): of the line
button-take-number = ✅ { $number }
staff-region-unknown = region not known yet
page-taken = Another lawyer has this report already.
details-mode-me = The one who writes is being held
details-mode-other = Somebody else is being held
details-mode-unknown = Not said yet who is held
details-hidden = screen hidden
details-withdrawn = withdrawn, not verified
details-from-text = from text, 🆘 not tapped
details-from-message = from a message without words, 🆘 not tapped
details-from-location = from a place that was sent, 🆘 not tapped
details-unconfirmed = unconfirmed
details-denied = answered “nobody is held”, not verified

## Priority: why it is so urgent. A lock screen shows P0 to P3 and nothing else.

# $priority (string): from P0 to P3; $reasons (string): the reasons, with commas
priority-line = { $priority }: { $reasons }
priority-by-hand = { $priority }: set by the team, the reason is in 💬. It rises again when something graver becomes known.
# $was (string): the priority that was set by hand
priority-risen = ⚠️ { $priority }, set by hand before: { $was }. Known since then: { $reasons }
priority-reason-none = ordinary
priority-reason-minor = { code-flag-minor }
priority-reason-child-alone = { code-flag-child-alone }
priority-reason-pregnant = { code-flag-pregnant }
priority-reason-hurt = { code-flag-hurt }
priority-reason-medicine-missed = { code-flag-medicine-missed }
priority-reason-self-harm = { code-flag-self-harm }
priority-reason-whereabouts = Nobody knows where the person is
priority-reason-beyond-limit = Probably held beyond the limit in the law
priority-reason-held = Held or searched now
priority-reason-deadline = A deadline is near
priority-reason-threat = { code-violation-threat-of-repetition }
# $priority (string)
button-level = 📝 { $priority }
note-ask-priority = To change the priority, choose the new one first. If you have learned something important, tick it here, and the priority follows.
# $priority (string): the one that was chosen
priority-ask = 📝 { $code }: the priority becomes { $priority }. Why? Write it: your next message becomes a note of this report.
priority-set-for-staff = 📝 The priority is changed and the note kept. The person does not see it.

## A report in a lawyer's hands

# With the next line at least 60 characters: the rest must not reach a lock screen.
card-header = 📂 Report { $code } is yours. Everything known stands below.
card-line = { $region } · { $priority } · { $age }
card-unverified = ⚠️ Not verified yet who is writing: others may hold the phone. Do not give your name or number, and do not say when you will arrive. Voice and photos are not passed on yet. Verified means: the station confirms that somebody is held, or you know the relatives.
card-withdrawn = ❌ Withdrawn from the person's screen. Other hands may have tapped. Check in your own ways, then close the report.
card-erased = 🗑 Erased from the person's screen. Number, region and time are left. Other hands may have tapped. Check in your own ways, then close the report.
card-hidden = 🙈 The person's screen is hidden. Your messages wait until the person is back.
card-from-text = ✍️ Called from text: 🆘 was not tapped, the person's words were understood so.
card-from-message = ✍️ Called from a message without words: 🆘 was not tapped.
card-from-location = 📍 Called from a place that was sent: 🆘 was not tapped.
card-unconfirmed = ❔ Unconfirmed: nobody answered whether somebody is held right now.
card-denied = ❌ The answer came later: “nobody is held”. Other hands may have tapped. Check, then close the report.
# $time (string): time of day, such as 15:00
card-on-my-way = 🚗 You are on your way. We will not ask again before { $time }.
# $time (string)
card-busy-until = ⏳ The report stays yours. We will not ask again before { $time }.
card-how-to-write = 💬 To write to the person, reply to this message.
busy-ask = ⏳ For how long?
claim-check = Report { $code }: are you still on it? Without an answer we call other lawyers.
button-verified = ✅ Verified who is writing
button-all-words = 💬 All messages
button-note = 📝 Note
button-note-no = ❌ No note
button-still-here = ✅ Yes, still on it
button-release = ❌ Give it back
# $alias (string): what the coordinators call this lawyer
button-hand-to = 🔁 { $alias }
handover-ask = 🔁 To whom? It changes hands when ✅ is tapped there. Until then everybody is called as usual.
handover-nobody = 🔁 There is nobody else to hand over to.
staff-taken-away = 🔁 Report { $code } is no longer yours: a coordinator hands it to another lawyer.

## Closing

close-outcome = 🔒 How did it end?
close-violations = 🔒 Which violations were there? Tick all of them, then ✅.
close-qualifies = 🔒 In your judgement, were rights violated?
close-extorted = 🔒 Was money extorted from the person?
close-confirm = 🔒 All right so? After ✅ the messages about this report go from your chat, and the person sees that it is closed.
close-false = It turned out that nobody was held
close-label-outcome = Outcome
close-label-violations = Violations
close-label-qualifies = Rights violated
close-label-extorted = Money extorted
button-unclear = ⏭ Unclear
button-close-yes = ✅ Close it
button-close-no = ❌ Do not close
staff-closed = 🔒 Report { $code } is closed.

## Short answers to buttons

claim-taken = ✅ The report is yours.
claim-already-yours = You have this report already.
claim-already-taken = Another lawyer has this report already.
claim-gone = This report is gone: closed or erased.
claim-passed = All right. We are calling others for this report.
claim-kept = Good, the report stays yours.
claim-released = The report is no longer yours.
held-on-my-way = 🚗 Noted. We will not ask for an hour.
held-busy = ⏳ Noted. Until then we will not ask.
held-verified = ✅ Marked as verified.
held-handed-over = 🔁 Calling. It changes hands when ✅ is tapped there.
held-closed = 🔒 The report is closed.
staff-not-active = You have no access here yet.
staff-button-outdated = This button no longer works. Menu: /help

## Words both ways

# At least 60 characters: a lock screen shows nothing but this.
words-header = 💬 { $code }: a new message. Open the chat to read all of it, please.
words-corrected = 💬 { $code }: a message was corrected. Open the chat to read all of it.
words-many = 💬 { $code }: there are very many messages. Not all are shown, but all are kept: tap the button to read them.
words-sent = 💬 { $code }: on its way to the person.
words-waiting = 🙈 { $code }: the person's screen is hidden. We send it when the person is back.
words-gone = ❌ { $code }: not sent. The person cannot be reached now: the chat is closed or the report was withdrawn.
words-held-back = ❌ { $code }: not sent. Until it is verified who is writing, only text is passed on: a voice, a photo or a place would show who you are. If it is verified, tap "✅ Verified" on the card and send it again.
words-money-reminder = ⚠️ A sum of money is named here. Do not pass money on and do not bargain: the law may punish lawyers and relatives for it too.
words-whom = 💬 Who is this for? You have several reports. So far it was sent to nobody.
button-words-to = 💬 { $code }
button-words-drop = ❌ Nobody, delete it
words-discarded = Deleted. It was sent to nobody.
words-no-case = Sent to nobody: you have no open report now.
words-not-yours = Sent to nobody: this report is no longer yours.
words-not-this-kind = Sent to nobody: such a message would show who you are. Please write it in words.
words-edit-not-sent = The correction was not sent. Please write it as a new message.
words-too-many = Sent to nobody: first choose who gets what is waiting already.
note-ask = 📝 { $code }: your next message becomes a note. Only whoever has this report sees it.
note-kept-for-staff = 📝 The note is kept. The person does not see it.
all-words-header = 💬 { $code }: all messages of this report, the newest at the bottom.
all-words-none = No messages yet.
# $time (string): time of day; $words (string): what was said
all-words-person = { $time } Person: { $words }
all-words-corrected = { $time } Person (corrected): { $words }
all-words-staff = { $time } Lawyer: { $words }
all-words-note = { $time } 📝 { $words }
all-words-priority = { $time } 📝 { $was } → { $priority }: { $words }
media-voice = voice message
media-video_note = video message
media-video = video
media-photo = photo
media-animation = animation
media-audio = audio
media-document = file
media-sticker = sticker
media-location = place
media-other = attachment

## Menu

staff-home-lawyer = 👥 Lawyer's menu. Your name here: { $alias }.
staff-home-coordinator = 👥 Coordinator's menu. Your name here: { $alias }.
# $regions (string): regions, with commas
staff-regions = Your regions: { $regions }.
button-open = 📂 All open reports
button-staff = 👥 Team
staff-cases-header = 📂 Your reports:
staff-cases-none = 📂 You have no open report now.
staff-case-line = { $code } · { $region } · { $priority } · { $age }
button-staff-case = 📂 { $code }
staff-help-lawyer =
    👥 What the buttons do here.
    ✅ takes a report. ℹ️ shows what was ticked. ❌ means I cannot, call others.
    💬 Reply to a message about a report, and the person gets your words. Nobody sees a name.
    🚗 and ⏳ keep the report yours, and we do not ask.
    📝 is a note the person does not see; the priority is there too. ⏰ is for limits and reminders.
    🔁 hands over. 🔒 closes.
    All messages in this chat are deleted before long. /cases shows your reports again, /hide empties the chat at once.
staff-help-coordinator =
    /week shows the week's counts, /open the open reports without text, /staff the team and its access.
    Only whoever has a report reads it. If you take one, the log keeps it.
staff-no-rota = There is no rota in this version yet: all lawyers of a region are called. Who is there: /duty
staff-no-drill = There are no drills in this version yet.

## Who is there

duty-header = 👥 Who is there. There is no rota yet: all lawyers of a region are called.
# $region (string); $who (string): names, with commas
duty-region = { $region }: { $who }
duty-nobody = nobody
duty-unreachable = { $alias } (messages do not arrive)
# $time (string): time of day
duty-busy = { $alias } (⏳ until { $time })
duty-you-there = You are there. If you cannot be, choose for how long.
duty-you-busy = ⏳ Until { $time } you are not among the first to be called.
duty-back = Good, you are there again.
button-back-on = ✅ I am back

## Access

# The code stands behind the first 60 characters.
staff-pending =
    👥 The coordinators were asked to let you in. They have not answered yet.
    Tell them this code in person or by phone: { $code }
join-request =
    👥 Somebody asks for access to the hotline. Compare the code in person or by phone.
    { $alias } · { $role } · { $regions }
    Code: { $code }
join-returned = ⚠️ This person's access was taken away before.
join-confirmed =
    👥 Access given. This request was answered, there is nothing left to do.
    { $alias } · { $role } · { $regions }
join-declined =
    👥 Access not given. This request was answered, there is nothing left to do.
    { $alias } · { $role } · { $regions }
join-did-confirmed = ✅ Access given.
join-did-declined = ❌ Access not given.
join-did-answered-already = This request was answered already.
button-join-yes = ✅ The code is right, let in
button-join-no = ❌ Do not let in
# $number (number): people
staff-list-header =
    { $number ->
        [one] 👥 Team: { $number } person.
       *[other] 👥 Team: { $number } people.
    }
staff-list-line = { $alias } · { $role } · { $regions }
staff-state-pending = waits for ✅, code { $code }
staff-state-unreachable = messages do not arrive
# $time (string): time of day
staff-state-busy = ⏳ until { $time }
button-revoke = 🗑 { $alias }
button-revoke-yes = ✅ Take access away
# $number (number): open reports
staff-revoke-ask =
    Take access away? { $alias }
    Visible messages in that chat are deleted as far as Telegram lets us. Open reports: { $number }. Others will be called for them.
staff-revoked = Access taken away.
staff-cannot-revoke = Not possible: it was taken away already, or this is the last coordinator.
staff-unreachable = 👥 Messages do not reach somebody of the team: bot blocked or chat deleted. It is { $alias }. Please try another way.
staff-case-damaged = ⚠️ An urgent case does not open: its record is damaged. A person may be waiting. Ask the lawyers whom they are talking to, and ask the operator to check the database: kalkan check --deep.

## Open reports and counts

# $number (number): reports
open-header =
    { $number ->
        [one] 📂 Open: { $number } report
       *[other] 📂 Open: { $number } reports
    }
open-held = with: { $alias }
open-tier-0 = calling those who are there
open-tier-1 = calling the whole region
open-tier-2 = calling coordinators too
open-tier-3 = calling everybody
open-resting = waiting, not urgent
open-withdrawn = withdrawn, not verified
open-erased = erased, not verified
open-hidden = screen hidden
open-unconfirmed = unconfirmed
open-denied = answered “nobody is held”, not verified
open-case-note = ✅ takes it into your hands to read, and the log keeps that. 🔁 passes it on unread. 📝 changes the priority.
button-earlier = ◀ Earlier
button-later = ▶ Later
button-chart = 📊 Chart
staff-chart-caption = 📊 The week's chart
staff-week-damaged = 📊 Some records of this week cannot be read. Tell whoever runs the server.
