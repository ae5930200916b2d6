### Buttons. The sign is the same in every language: people who find reading hard go by it.

## First screen

button-sos = 🆘 Held or searched right now
button-report = 📝 Tell what happened
button-rights = 📖 My rights
button-reports = 📂 My reports
button-write-lawyer = 💬 Write to the lawyer
button-language = 🌐 Language
button-hide = 🙈 Hide this chat
button-erase = 🗑 Erase

## Answers

button-yes = ✅ Yes
button-no = ❌ No
button-confirm = ✅ Confirm
button-done = ✅ Done
button-withdraw = ❌ Withdraw the report
button-skip = ⏭ Skip
button-back = ↩️ Back
button-send = 🏁 That is enough, send
button-add = ➕ Add
button-place-me = 📍 Send where I am
button-place-other = 📍 Send the place
button-phone-risk = 📵 The phone may be taken
# $label (string): an option, ticked or not
option-chosen = ☑️ { $label }
option-open = ◻️ { $label }

## For lawyers and coordinators

button-take = ✅ I take it
button-pass = ❌ I cannot
button-details = ℹ️ More
button-cases = 📂 My cases
button-write-person = 💬 Write to the person
button-on-my-way = 🚗 On my way
button-busy = ⏳ Busy now
# $time (string): time of day, such as 15:00
button-busy-until = ⏳ Busy until { $time }
# $hours (number): 1, 2 or 4
button-busy-hours =
    { $hours ->
        [one] ⏳ { $hours } hour
       *[other] ⏳ { $hours } hours
    }
button-handover = 🔁 Hand over
button-second-person = ➕ Need a second person
button-limits = ⏰ Time limits
button-close = 🔒 Close the case
button-duty = 👥 Who is on duty
button-counts = 📊 Counts
button-file = 📥 File
