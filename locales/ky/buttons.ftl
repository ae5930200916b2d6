### Баскычтар. Белги бардык тилде бирдей: окуу кыйын болсо, баскычты белгисинен табышат.

## Биринчи экран

button-sos = 🆘 Азыр кармап же тинтип жатышат
button-report = 📝 Эмне болгонун айтып берүү
button-rights = 📖 Менин укуктарым
button-reports = 📂 Менин кайрылууларым
button-write-lawyer = 💬 Юристке жазуу
button-language = 🌐 Тил
button-hide = 🙈 Бул чатты жашыруу
button-erase = 🗑 Жок кылуу

## Жооптор

button-yes = ✅ Ооба
button-no = ❌ Жок
button-confirm = ✅ Ырастайм
button-done = ✅ Даяр
button-withdraw = ❌ Кайрылууну кайтарып алуу
button-skip = ⏭ Өткөрүп жиберүү
button-back = ↩️ Артка
button-send = 🏁 Болду, жөнөтүү
button-add = ➕ Кошумчалоо
button-place-me = 📍 Турган жеримди жөнөтүү
button-place-other = 📍 Жерди жөнөтүү
button-phone-risk = 📵 Телефонду алып коюшу мүмкүн
# $label (сап): жооптун варианты, белгиленген же белгилене элек
option-chosen = ☑️ { $label }
option-open = ◻️ { $label }

## Юристке жана координаторго

button-take = ✅ Мен алам
button-pass = ❌ Ала албайм
button-details = ℹ️ Кененирээк
button-cases = 📂 Мендеги кайрылуулар
button-write-person = 💬 Адамга жазуу
button-on-my-way = 🚗 Жолдомун
button-busy = ⏳ Азыр бош эмесмин
# $time (сап): саат, мисалы 15:00; мүчө жалганбайт
button-busy-until = ⏳ Бош эмесмин. Бошойм: { $time }
# $hours (сан): 1, 2 же 4
button-busy-hours = ⏳ { $hours } саат
button-handover = 🔁 Башка юристке өткөрүп берүү
button-second-person = ➕ Экинчи адам керек
button-limits = ⏰ Мөөнөттөр
button-close = 🔒 Кайрылууну аяктоо
button-duty = 👥 Ким байланышта
button-counts = 📊 Сандар
button-file = 📥 Файл
