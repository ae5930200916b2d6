### Кнопки. Один и тот же знак на всех языках: по нему находят кнопку те, кому трудно читать.

## Первый экран

button-sos = 🆘 Сейчас держат или обыскивают
button-report = 📝 Рассказать, что случилось
button-rights = 📖 Мои права
button-reports = 📂 Мои обращения
button-write-lawyer = 💬 Написать юристу
button-language = 🌐 Язык
button-hide = 🙈 Скрыть этот чат
button-erase = 🗑 Удалить

## Ответы

button-yes = ✅ Да
button-no = ❌ Нет
button-confirm = ✅ Подтверждаю
button-done = ✅ Готово
button-withdraw = ❌ Отозвать обращение
button-skip = ⏭ Пропустить
button-back = ↩️ Назад
button-send = 🏁 Всё, отправить
button-add = ➕ Добавить
button-place-me = 📍 Отправить, где я сейчас
button-place-other = 📍 Отправить место
button-phone-risk = 📵 Телефон могут забрать
# $label (строка): вариант ответа, отмеченный или нет
option-chosen = ☑️ { $label }
option-open = ◻️ { $label }

## Для юриста и координатора

button-take = ✅ Отвечаю
button-pass = ❌ Не могу
button-details = ℹ️ Подробнее
button-cases = 📂 Обращения у меня
button-write-person = 💬 Написать человеку
button-on-my-way = 🚗 Еду
button-busy = ⏳ Не могу сейчас
# $time (строка): время на часах, например 15:00
button-busy-until = ⏳ Не могу до { $time }
# $hours (число): 1, 2 или 4
button-busy-hours =
    { $hours ->
        [one] ⏳ { $hours } час
        [few] ⏳ { $hours } часа
       *[many] ⏳ { $hours } часов
    }
button-handover = 🔁 Передать другому юристу
button-second-person = ➕ Нужен второй человек
button-limits = ⏰ Сроки
button-close = 🔒 Завершить обращение
button-duty = 👥 Кто на связи
button-counts = 📊 Цифры
button-file = 📥 Файл
