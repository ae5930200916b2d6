### ⏰: адамды кармап турганда жүргөн мөөнөттөр жана кийинки мөөнөттөр. Юристтерге жана координаторлорго.
### Мыйзамдан алынгандын баары булагы жана тексттин датасы менен; уюмдун юристи ырастай элек болсо, ошондой деп жазылат.

## Качан жана канча

# $time (сап): саат
card-limits = ⏰ Мөөнөттөр, саат { $time }:
limits-unconfirmed = Булактары жана алардын датасы «⏰ Мөөнөттөр» ичинде. Бул мөөнөттөрдү уюмдун юристи азырынча ырастай элек.
limits-none = Качантан бери кармап турушканы азырынча белгисиз.
# $label (сап): эмне кылынышы керек; $when (сап): күн жана саат; $span (сап): канча убакыт
limit-ahead = • { $label }. Акыркы убакыт: { $when }, калганы: { $span }
limit-ahead-about = • { $label }. Акыркы убакыт болжол менен: { $when }, калганы болжол менен: { $span }
limit-over = • { $label }. Мөөнөт бүткөн убакыт: { $when }, андан бери: { $span }
limit-over-about = • { $label }. Мөөнөт бүтүп калышы мүмкүн болгон убакыт: { $when }, андан бери болжол менен: { $span }
limit-was-over = • { $label }. Мөөнөт бүткөн убакыт: { $when }, андан ашык кармашканы: { $span }
limit-ended = • { $label }: мөөнөт мындан ары эсептелбейт
limit-assumed = кайсы тартип экени азырынча белгиленген эмес
limit-inference = бул тыянак, текстте түз жазылган эмес
# 60 белгиден кем эмес: кулпуланган экранда ушул гана көрүнөт.
limit-warning = ⏰ { $code }: кайрылуу боюнча эскерткич. Толугу менен окуш үчүн чатты ачып коюңуз.
limit-nobody = Бул кайрылуу азыр эч кимде эмес.
limit-warnings = ⏰ Эскерткичтер көп: бул кайрылуулар азыр эч кимде эмес. Эң шашылыштары тизменин башында турат.
# $minutes, $hours, $days (сан)
span-minutes = { $minutes } мүн.
span-hours = { $hours } саат { $minutes } мүн.
span-days = { $days } күн { $hours } саат

# Кодекстер
law-cpc = Кылмыш-жаза процессуалдык кодекси
law-cc = Кылмыш-жаза кодекси
law-coo = Укук бузуулар жөнүндө кодекс

## Эмне белгилүү

limit-name-held-since = Качантан бери кармап турушат
limit-name-brought-in = Бөлүмгө алып келишкен
limit-name-last-dose = Дарыны акыркы жолу алган
limit-name-in-court = Сотко жеткиришкен
limit-name-court-custody = Сот камак жөнүндө чечим чыгарган
limit-name-released = Коё беришкен
# $label (сап); $value (сап): качан; $by (сап): кимдин сөзү
limit-known = { $label }: { $value } ({ $by })
# $first, $last (сап): күн жана саат
limit-known-between = { $first } менен { $last } ортосунда
limit-known-before = эң кеч: { $last }
limit-by-person = адамдын экранынан
limit-by-lawyer = юрист белгилеген
limit-track-criminal = Кылмыш-жаза тартиби
limit-track-offence = Укук бузуу
limit-ask-held-since = ⏰ Чынында качантан бери кармап турушат? Протоколдогу убакыт эмес, адам кете албай калган убакыт керек.
limit-ask-brought-in = ⏰ Бөлүмгө качан алып келишкен?
limit-ask-last-dose = ⏰ Күн сайын керектүү дарыны акыркы жолу качан алган?
limit-ask-in-court = ⏰ Сотко качан жеткиришкен?
limit-ask-court-custody = ⏰ Сот камак жөнүндө качан чечим чыгарган?
limit-ask-released = ⏰ Качан коё беришкен?
ago-now = Азыр
# $hours (сан)
ago-hours = { $hours } саат мурун
# $time (сап): саат
limit-about = болжол менен { $time }
limit-recorded = ⏰ Жазылды.
button-limit-held-since = ⏰ Качантан бери кармап турушат…
button-limit-brought-in = ⏰ Бөлүмгө алып келишкен…
button-limit-last-dose = ⏰ Дарыны акыркы жолу алган…
button-limit-in-court = ⏰ Сотко жеткиришкен…
button-limit-court-custody = ⏰ Соттун камак чечими…
button-limit-released = ⏰ Коё беришкен…
button-limit-forget = 🗑 Юристтин белгисин алып салуу

## Кийинки мөөнөттөр

# 60 белгиден кем эмес: кулпуланган экранда ушул гана көрүнөт.
staff-deadlines = ⏰ { $code }: бул кайрылуунун кийинки мөөнөттөрү, баары төмөндө жазылган.
staff-reminder = ⏰ { $code }: кайрылуу боюнча эскерткич. Толугу менен окуш үчүн чатты ачып коюңуз.
staff-deadline-tell = Адамга да эскертүү
button-deadlines = ⏰ Кийинки мөөнөттөр
button-deadlines-shut = ↩️ Жабуу
held-deadline-set = ⏰ Жазылды, эскертебиз.
held-deadline-done = ✅ Белгиленди: аткарылды.
held-deadline-removed = 🗑 Мөөнөт алынып салынды.
close-deadlines-left = ⏰ Мөөнөттөр калды. Алар тууралуу аяктагандан кийин да сизге эскертебиз:
