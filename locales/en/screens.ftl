### The person's screen. The first 60 characters of each message are harmless: a lock screen shows them.
### No promise, nothing about health, no gender.

## Bot profile

bot-name = Kalkan
bot-short-description = Legal help after contact with police.
bot-description = Legal help after contact with police. We are street lawyers and volunteers, not the police. We do not ask for or keep your name. Telegram itself can see messages.
# What the language calls itself, on the button that chooses it
button-choose-language = 🌐 English

## First screen and menu

first-screen =
    Legal help after contact with police.
    We are street lawyers and volunteers, not the police.
    We do not ask for or keep your name. But Telegram itself can see messages.
home-screen = Legal help after contact with police. What do you need?
choose-language = Choose a language.
help-screen =
    Legal help after contact with police. What you can do here:
    🆘 – somebody is held or searched right now. We call lawyers until one answers.
    📝 – tell what happened earlier.
    📖 – short pages about your rights.
    📂 – your reports and how they stand.
    🙈 – empty this chat. The report stays.
    🗑 – erase what you wrote.
    We are street lawyers and volunteers, not the police. We do not ask for or keep your name. But Telegram itself can see messages. We cannot promise that somebody comes.
keys-hint = The buttons below work on a poor network too: a tap is sent when the network is back.

## A report

# $code (string): the report's code
case-header = Report { $code }
case-enough-me = That is enough. Put the phone away.
case-enough-other = That is enough. If you learn more, write it here. Keep your sound on.
case-enough-report = That is enough. If you remember more, write it here.
status-calling = We are calling lawyers. Nobody has answered yet.
status-calling-again = The lawyer who answered is out of reach now. We are calling lawyers again. Nobody has answered yet.
status-claimed = A lawyer has answered and is reading your messages now.
status-claimed-written = A lawyer has answered. If you want to add something, write it here.
status-received = Your report has arrived. A lawyer will read it, but not at once.
status-received-claimed = A lawyer is reading your report. If you want to add something, write it here.
status-nobody-hour = No lawyer has answered for an hour. We keep calling. Ask for a free lawyer from the state.
status-closed = This report is finished.
status-withdrawn = This report is withdrawn.
button-more = ➕ Add more
button-home = ↩️ To the menu
button-case = 📂 { $code }
cases-header = Your reports:
cases-none = No reports yet.
# $code (string): the report's code; $status (string): how it stands
cases-row = { $code }: { $status }

## Telling what happened

button-drop-draft = 🗑 Erase the draft
report-now = If somebody is held or searched right now, tap 🆘: we will call lawyers at once.
note-draft-dropped = The draft is erased.

## Short answers above the screen

note-kept = Noted. A lawyer will see it when they open the report.
note-passed-on = Passed on to the lawyer.
note-not-kept = We cannot pass on this kind of message. Please write it in words, or send a voice message, photo or video.
note-contact = We do not keep other people's phone numbers. If it matters, write in words who it is about.
note-too-much = This message was not kept: there are too many. Tap one of the buttons first.
note-reports-many = Many reports have been sent already. This is the newest of them: add to it here.
note-checkin-thanks = Thank you for answering.
note-checkin-stopped = All right, we will not ask again.

## Words that belong to nothing yet

whose-screen = Your message is noted. Choose what it is about: 🆘 – somebody is held or searched right now, 📝 – it has already happened.

## Is somebody held right now

held-intro = Your message is noted. Please answer one question: it tells us whether to call lawyers.
held-ask = Is somebody being held or searched right now?
held-silence = If there is no answer, we call lawyers to be on the safe side.
held-late = There was no answer to the question, so we called lawyers to be on the safe side.
note-denied = Noted: nobody is being held. Lawyers were called already, and one of them may write here to check.

## First aid

# General rules of first aid for an opioid overdose (WHO, 2014); 103 is the ambulance. A doctor should read this.
# What has happened is not named here: whoever holds the phone reads it too.
first-aid =
    Read this and do it right now, step by step, without waiting.
    1. Call 103. Say that somebody does not wake up or hardly breathes, and give the address. Only you can call the ambulance, we cannot do it from here.
    2. If there is naloxone at hand, give it at once. If nothing has changed after 3 minutes, give it again.
    3. If there is no breathing, give rescue breaths. Do what they tell you on 103.
    4. If there is breathing, lay the person on the side and bend the upper leg: that keeps the airway open.
    5. Stay with the person until the ambulance comes, even if things get better.

## Hide, erase, withdraw

erase-screen =
    Erase what you wrote?
    At once: your messages and answers leave our system.
    Within 24 hours: they cannot be restored from backups either.
    There is no way back. A lawyer may have read it already. We cannot erase everything from Telegram itself.
button-erase-yes = ✅ Yes, erase
withdraw-screen = Withdraw the report? We will not write here any more.
button-withdraw-yes = ✅ Yes, withdraw
hidden-done = Done, the chat is being emptied. To take it off the list, press and hold the chat and choose 🗑.
erased-done = Done, what you wrote is erased. Within 24 hours it cannot be restored from backups either.
withdrawn-done = Done, the report is withdrawn.
tap-outdated = This button no longer works. Tap /start.

## How are you

checkin-screen = How are you? Answer with one button when it suits you.
checkin-reached-screen = Thank you for answering. One more question. Did a lawyer reach you?

## A lawyer's words, and failures

# At least 60 characters: a lock screen shows only this and not the lawyer's words.
words-from-staff-header = 💬 There is a new message for you. Open the chat to read all of it.
words-empty = (an empty message)
not-stored = Your message was not stored. Please send it again.

## Commands in the chat's menu

command-start = Start
command-sos = 🆘 Held or searched right now
command-report = 📝 Tell what happened
command-cases = 📂 Reports
command-rights = 📖 Rights
command-language = 🌐 Language
command-hide = 🙈 Hide this chat
command-erase = 🗑 Erase
command-help = ℹ️ What you can do here
command-duty = 👥 Who is on duty
command-week = 📊 The week's counts
command-open = Open cases
command-rota = Rota
command-staff = Staff
command-drill = A drill
