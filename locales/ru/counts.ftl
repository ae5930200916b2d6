### Цифры для координатора: /week, график и файлы. Ни одного числа без единицы, периода и определения.

## Неделя и даты

# $number (число): номер недели; $dates (строка): из counts-dates…
counts-title-week = { $number }-я неделя ({ $dates })
# $first, $last (строка): недели, например 2026-W45; $dates (строка)
counts-title-weeks = Недели { $first } – { $last } ({ $dates })
# $first, $last (число): дни; $month (строка): из counts-month-…
counts-dates-month = { $first }–{ $last } { $month }
# $first, $last (число): дни; $first_month, $last_month (строка)
counts-dates-months = { $first } { $first_month } – { $last } { $last_month }
# $first_year, $last_year (строка)
counts-dates-years = { $first } { $first_month } { $first_year } – { $last } { $last_month } { $last_year }
counts-month-1 = января
counts-month-2 = февраля
counts-month-3 = марта
counts-month-4 = апреля
counts-month-5 = мая
counts-month-6 = июня
counts-month-7 = июля
counts-month-8 = августа
counts-month-9 = сентября
counts-month-10 = октября
counts-month-11 = ноября
counts-month-12 = декабря

## Сообщение /week

# $title (строка): counts-title-…
counts-heading = 📊 { $title }
counts-unfinished = Ещё не закончено: числа изменятся.
# $title (строка): counts-title-… прошлого периода
counts-before = В скобках – { $title }.
# $line (строка): число сейчас; $before (строка): число или время за прошлый период
counts-with-before = { $line } ({ $before })
# $number (число)
counts-plain = { $number }
# $number (число): обращения
counts-line-opened =
    { $number ->
        [one] Открыто: { $number } обращение
        [few] Открыто: { $number } обращения
       *[other] Открыто: { $number } обращений
    }
# $number (число): обращения
counts-line-urgent =
    { $number ->
        [one] Из них: { $number } срочное
       *[other] Из них: { $number } срочных
    }
# $number (число): обращения
counts-line-claimed =
    { $number ->
        [one] Взято в работу: { $number } обращение
        [few] Взято в работу: { $number } обращения
       *[other] Взято в работу: { $number } обращений
    }
# $number (число): обращения
counts-line-answered =
    { $number ->
        [one] Есть ответ юриста: { $number } обращение
        [few] Есть ответ юриста: { $number } обращения
       *[other] Есть ответ юриста: { $number } обращений
    }
# $number (число): обращения
counts-line-qualified =
    { $number ->
        [one] Права нарушены, по оценке юриста: { $number } обращение
        [few] Права нарушены, по оценке юриста: { $number } обращения
       *[other] Права нарушены, по оценке юриста: { $number } обращений
    }
# $number (число): обращения
counts-line-extorted =
    { $number ->
        [one] Вымогательство денег: { $number } обращение
        [few] Вымогательство денег: { $number } обращения
       *[other] Вымогательство денег: { $number } обращений
    }
# $number (число): обращения
counts-line-withdrawn =
    { $number ->
        [one] Отозвано: { $number } обращение
        [few] Отозвано: { $number } обращения
       *[other] Отозвано: { $number } обращений
    }
# $time (строка): время словами
counts-line-claim-median = До взятия в работу, медиана: { $time }
counts-line-claim-slowest = До взятия в работу, дольше всего: { $time }
counts-line-word-median = До первого ответа, медиана: { $time }
counts-line-word-slowest = До первого ответа, дольше всего: { $time }
counts-median-note = Медиана: в половине обращений быстрее, в половине – дольше.
# $label (строка): название строки; $number (число): обращения
counts-row = { $label }: { $number }
# $number (число): строки, которые не поместились
counts-more-rows =
    { $number ->
        [one] … и ещё { $number } строка
        [few] … и ещё { $number } строки
       *[other] … и ещё { $number } строк
    }

## Время

# $number (число)
counts-seconds =
    { $number ->
        [one] { $number } секунда
        [few] { $number } секунды
       *[other] { $number } секунд
    }
# $number (число)
counts-minutes =
    { $number ->
        [one] { $number } минута
        [few] { $number } минуты
       *[other] { $number } минут
    }
# $number (число)
counts-hours =
    { $number ->
        [one] { $number } час
        [few] { $number } часа
       *[other] { $number } часов
    }
# $number (число)
counts-days =
    { $number ->
        [one] { $number } день
        [few] { $number } дня
       *[other] { $number } дней
    }
# $larger, $smaller (строка): часы и минуты, минуты и секунды
counts-two-units = { $larger } { $smaller }
counts-no-time = нет

## Разделы и строки

counts-by-region = По регионам, обращений:
counts-by-district = По районам, обращений:
counts-by-violation = По нарушениям, обращений:
counts-by-perpetrator = Кто нарушал, обращений:
counts-by-outcome = По итогам, обращений:
counts-by-language = По языкам, обращений:
counts-by-source = Откуда узнали о нас, обращений:
counts-by-kind = По видам, обращений:
counts-by-flag = Важное сразу, обращений:
counts-by-amount = Сколько требовали, обращений:
counts-by-limit = Держали дольше срока, обращений:
counts-several-rows = Одно обращение может стоять в нескольких строках.
counts-not-recorded = Не указано
counts-not-recorded-outcome = Итога пока нет
counts-kind-sos = Срочный вызов (SOS)
counts-kind-report = Рассказ о случившемся

## Что не показано

# $k (число): меньше этого не показывается
counts-withheld = Числа меньше { $k } не показаны; скрыты и другие, из которых их можно вычислить.
counts-merged = Остальные строки вместе
counts-hidden = скрыто
counts-nothing-published = Обращений слишком мало, чтобы показать числа и никого не выдать.

## График и файлы

# $zone (строка): например Asia/Bishkek
counts-chart-footer = Единица: обращения, открытые за период. Часовой пояс: { $zone }.
counts-all = Все обращения
counts-col-facet = Раздел
counts-col-row = Строка
counts-col-metric = Показатель
counts-col-value = Число
counts-col-before = Раньше
counts-col-unit = Единица
counts-col-definition = Определение
counts-col-period = Период
counts-col-compared = Сравнение
counts-col-zone = Часовой пояс
counts-col-note = Примечание
counts-sheet-numbers = Числа
counts-sheet-about = Что посчитано
# $first, $last (строка): даты, которые просили
counts-asked = Запрошено { $first } – { $last }; посчитано целыми неделями.
counts-unit-case = обращения
counts-unit-second = секунды
counts-unit-clock = ч:мм:сс
counts-name-opened = Открыто
counts-name-urgent = Срочные
counts-name-claimed = Взято в работу
counts-name-answered = Есть ответ
counts-name-qualified = Права нарушены
counts-name-extorted = Вымогательство
counts-name-withdrawn = Отозвано
counts-name-claim-median = До взятия, медиана
counts-name-claim-slowest = До взятия, дольше всего
counts-name-word-median = До ответа, медиана
counts-name-word-slowest = До ответа, дольше всего

## Определения

counts-def-opened = Обращения, открытые в этот период: срочные вызовы и рассказы, вместе с отозванными. Повторный вызов при открытом обращении не считается отдельно. Нет тех, кто не согласился на статистику.
counts-def-urgent = Открытые в этот период обращения, по которым срочно вызывали юристов.
counts-def-claimed = Открытые в этот период обращения, которые взял юрист или координатор, пусть и позже.
counts-def-answered = Открытые в этот период обращения, в которых человеку написал юрист или координатор, пусть и позже.
counts-def-qualified = Открытые в этот период обращения, при завершении которых юрист отметил нарушение прав.
counts-def-extorted = Открытые в этот период обращения, при завершении которых юрист отметил вымогательство денег.
counts-def-withdrawn = Открытые в этот период обращения, которые человек отозвал. Они входят и в число открытых.
counts-def-claim-median = Время от открытия до первого взятия в работу: в половине обращений быстрее, в половине дольше. По всем взятым обращениям периода сразу.
counts-def-claim-slowest = Самое долгое время от открытия до первого взятия в работу среди взятых обращений периода.
counts-def-word-median = Время от открытия до первых слов юриста или координатора человеку: в половине обращений быстрее, в половине дольше. По всем обращениям периода с ответом сразу.
counts-def-word-slowest = Самое долгое время от открытия до первых слов юриста или координатора человеку среди обращений периода с ответом.
