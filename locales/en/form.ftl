### Questions of the forms (bot/form.toml). Calm, short, no blame.
### Where the first words could give somebody away on a lock screen, a plain remark stands before them.

ask-who = Who is held or searched?

## 🆘, the person is held

ask-sos-me-place = Where are you now? Choose a region or city, send 📍 or write the place.
ask-sos-me-flags = What fits right now? You can tick several, then tap “✅ Done”.
ask-sos-me-held-since = At what time were you stopped or taken? Choose or write it, for example 14:30.
ask-sos-me-brought-in = When were you brought to the station? Choose or write the time. If you are not in a station, skip.
ask-people = How many people are held together, counting you?

## 🆘, somebody else is held

ask-sos-other-place = Where is this person now? If you do not know, where were they last seen? Choose a region or city, send 📍 or write the place.
ask-sos-other-flags = What do you know? You can tick several, then tap “✅ Done”.
ask-sos-other-held-since = When did it happen? Choose or write the time, for example 14:30.
ask-description = What would help to find the person? Age, height, clothes, the car, who took them. Do not write the name yet.
sos-other-contact = If a lawyer answers, the message comes to this chat. Keep your sound on.

## Both

ask-agency = Who is holding? You can tick several, then tap “✅ Done”.
ask-district = Which district is it?

## 📝, telling what happened

ask-what = You can skip any question. Here you can tick several answers, then tap “✅ Done”. What happened?
ask-when = When was it? Choose, or write it in your own words.
ask-region = Where was it? Choose a region or city.
ask-who-did = Who did it? You can tick several, then tap “✅ Done”.
ask-amount = One more question. Choose one answer or tap “⏭ Skip”. Was money demanded?
ask-injuries = One more question. You can tick several answers, then tap “✅ Done”. Are there injuries?
ask-words = You can tell it in your own words, in one message. No names or addresses needed. Others may read this chat too. Write what was done to you. Do not write confessions here.
ask-checkins = May we write to you later and ask how you are? The message comes without sound.
ask-hours = At what time does it suit you?
ask-statistics = May we count your answers in the overall numbers? Only the ticked options, region and district. No name and none of your words.

## Names of answers: in the summary and for the lawyer

label-who = Who is held
label-place = Place
label-flags = Important
label-held-since = When stopped
label-brought-in = When brought to the station
label-people = How many people
label-agency = Who is holding
label-district = District
label-description = Description
label-what = What happened
label-when = When
label-region = Where
label-who-did = Who did it
label-amount = Money demanded
label-injuries = Injuries
label-words = In own words
label-checkins = Write later
label-hours = Good time
label-statistics = Count in the numbers

## Summary

summary-title = Please check your answers. If all is right, tap 🏁.
# $label (string): name of an answer; $value (string): the answer
summary-row = { $label }: { $value }
summary-skipped = skipped
summary-nothing = none of these
summary-point = a point on the map

## When an answer does not fit

answer-refused-not-an-option = Please choose one of the buttons.
answer-refused-empty = The message is empty. Write at least a word, or tap “⏭ Skip”.
answer-refused-too-long = That is too long for one answer. Please write less, or in parts.
answer-refused-not-a-place = We could not read the place. Choose a button or write it in words.
