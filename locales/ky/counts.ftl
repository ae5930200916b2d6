### Координатор үчүн сандар: /week, график жана файлдар. Бирдиги, мезгили, аныктамасы жок бир да сан болбойт.
### Санга мүчө жалганбайт: сан же кош чекиттен кийин, же зат атоочтун алдында турат.

## Апта жана күндөр

# $number (сан): аптанын номери; $dates (сап): counts-dates… текстинен
counts-title-week = { $number }-апта ({ $dates })
# $first, $last (сап): апталар, мисалы 2026-W45; $dates (сап)
counts-title-weeks = Апталар: { $first } – { $last } ({ $dates })
# $first, $last (сан): күндөр; $month (сап): counts-month-… текстинен
counts-dates-month = { $first }–{ $last }-{ $month }
# $first, $last (сан): күндөр; $first_month, $last_month (сап)
counts-dates-months = { $first }-{ $first_month } – { $last }-{ $last_month }
# $first_year, $last_year (сап)
counts-dates-years = { $first_year }-ж., { $first }-{ $first_month } – { $last_year }-ж., { $last }-{ $last_month }
counts-month-1 = январь
counts-month-2 = февраль
counts-month-3 = март
counts-month-4 = апрель
counts-month-5 = май
counts-month-6 = июнь
counts-month-7 = июль
counts-month-8 = август
counts-month-9 = сентябрь
counts-month-10 = октябрь
counts-month-11 = ноябрь
counts-month-12 = декабрь

## /week билдирүүсү

# $title (сап): counts-title-…
counts-heading = 📊 { $title }
counts-unfinished = Азырынча бүтө элек: сандар өзгөрөт.
# $title (сап): мурунку мезгилдин counts-title-… тексти
counts-before = Кашаанын ичинде – { $title }.
# $line (сап): азыркы сан; $before (сап): мурунку мезгилдин саны же убактысы
counts-with-before = { $line } ({ $before })
# $number (сан)
counts-plain = { $number }
# $number (сан): кайрылуу
counts-line-opened = { $number } кайрылуу түштү
# $number (сан): кайрылуу
counts-line-urgent = Анын ичинде шашылышы: { $number } кайрылуу
# $number (сан): кайрылуу
counts-line-claimed = Юристтер { $number } кайрылууну алды
# $number (сан): кайрылуу
counts-line-answered = Юристтин жообу бар: { $number } кайрылуу
# $number (сан): кайрылуу
counts-line-qualified = Юристтин баасында укук бузулган: { $number } кайрылуу
# $number (сан): кайрылуу
counts-line-extorted = Опузалап акча талап кылышкан: { $number } кайрылуу
# $number (сан): кайрылуу
counts-line-withdrawn = Кайтарылып алынганы: { $number } кайрылуу
# $time (сап): убакыт сөз менен
counts-line-claim-median = Юрист алганга чейин (медиана): { $time }
counts-line-claim-slowest = Юрист алганга чейин (эң узагы): { $time }
counts-line-word-median = Биринчи жоопко чейин (медиана): { $time }
counts-line-word-slowest = Биринчи жоопко чейин (эң узагы): { $time }
counts-median-note = Медиана: кайрылуулардын жарымында убакыт мындан аз, жарымында көп.
# $label (сап): саптын аталышы; $number (сан): кайрылуу
counts-row = { $label }: { $number }
# $number (сан): батпай калган саптар
counts-more-rows = … дагы { $number } сап

## Убакыт

# $number (сан)
counts-seconds = { $number } секунд
# $number (сан)
counts-minutes = { $number } мүнөт
# $number (сан)
counts-hours = { $number } саат
# $number (сан)
counts-days = { $number } күн
# $larger, $smaller (сап): саат жана мүнөт, мүнөт жана секунд
counts-two-units = { $larger } { $smaller }
counts-no-time = жок

## Бөлүмдөр жана саптар

counts-by-region = Аймактар боюнча, кайрылуу саны:
counts-by-district = Райондор боюнча, кайрылуу саны:
counts-by-violation = Укук бузуулар боюнча, кайрылуу саны:
counts-by-perpetrator = Ким бузганы боюнча, кайрылуу саны:
counts-by-outcome = Жыйынтыгы боюнча, кайрылуу саны:
counts-by-language = Тили боюнча, кайрылуу саны:
counts-by-source = Кайдан келгени боюнча, кайрылуу саны:
counts-by-kind = Түрү боюнча, кайрылуу саны:
counts-by-flag = Дароо билүү маанилүү, кайрылуу саны:
counts-by-amount = Талап кылынган сумма боюнча, кайрылуу саны:
counts-by-limit = Кармоо мөөнөтү өтүп кеткени, кайрылуу саны:
counts-several-rows = Бир кайрылуу бир нече сапта турушу мүмкүн.
counts-not-recorded = Көрсөтүлгөн эмес
counts-not-recorded-outcome = Жыйынтыгы азырынча жок
counts-kind-sos = Шашылыш чакыруу (SOS)
counts-kind-report = Болгон окуяны айтып берүү

## Көрсөтүлбөгөн сандар

# $k (сан): ушундан аз сан көрсөтүлбөйт
counts-withheld = Көрсөтүлбөгөн сандар: { $k } кайрылуудан азы жана алар боюнча эсептеп чыгарууга мүмкүн болгон башкалары.
counts-merged = Калган саптар биригип
counts-hidden = жашырылды
counts-nothing-published = Кайрылуу өтө аз: сандар көрсөтүлсө, адамдарды таанып коюшу мүмкүн.

## График жана файлдар

# $zone (сап): мисалы Asia/Bishkek
counts-chart-footer = Бирдиги: ошол мезгилде түшкөн кайрылуулар. Убакыт алкагы: { $zone }.
counts-all = Бардык кайрылуулар
counts-col-facet = Бөлүм
counts-col-row = Сап
counts-col-metric = Көрсөткүч
counts-col-value = Саны
counts-col-before = Мурда
counts-col-unit = Бирдиги
counts-col-definition = Аныктамасы
counts-col-period = Мезгил
counts-col-compared = Салыштыруу
counts-col-zone = Убакыт алкагы
counts-col-note = Эскертүү
counts-sheet-numbers = Сандар
counts-sheet-about = Эмне эсептелди
# $first, $last (сап): суралган күндөр
counts-asked = Суралганы: { $first } – { $last }; бүтүн апталар менен эсептелди.
counts-unit-case = кайрылуу
counts-unit-second = секунд
counts-unit-clock = саат:мүн:сек
counts-name-opened = Түштү
counts-name-urgent = Шашылыш
counts-name-claimed = Алынды
counts-name-answered = Жооп бар
counts-name-qualified = Укук бузулган
counts-name-extorted = Опузалоо
counts-name-withdrawn = Кайтарылды
counts-name-claim-median = Алганга чейин, медиана
counts-name-claim-slowest = Алганга чейин, эң узагы
counts-name-word-median = Жоопко чейин, медиана
counts-name-word-slowest = Жоопко чейин, эң узагы

## Аныктамалар

counts-def-opened = Ушул мезгилде түшкөн кайрылуулар: шашылыш чакыруулар жана айтып берүүлөр, кайтарылып алынгандары менен кошо. Кайрылуусу аяктай электе кайра чакырса, өзүнчө эсептелбейт. Статистикага макул болбогондор кирбейт.
counts-def-urgent = Ушул мезгилде түшүп, юристтер шашылыш чакырылган кайрылуулар.
counts-def-claimed = Ушул мезгилде түшүп, юрист же координатор алган кайрылуулар, кийинчерээк алса да.
counts-def-answered = Ушул мезгилде түшүп, юрист же координатор адамга жооп жазган кайрылуулар, кийинчерээк жазса да.
counts-def-qualified = Ушул мезгилде түшүп, аяктаганда юрист укук бузулган деп белгилеген кайрылуулар.
counts-def-extorted = Ушул мезгилде түшүп, аяктаганда юрист акча опузалап талап кылынган деп белгилеген кайрылуулар.
counts-def-withdrawn = Ушул мезгилде түшүп, адам өзү кайтарып алган кайрылуулар. Алар түшкөндөрдүн санына да кирет.
counts-def-claim-median = Кайрылуу түшкөндөн биринчи жолу алынганга чейинки убакыт: жарымында мындан аз, жарымында көп. Мезгилде алынган бардык кайрылуулар боюнча.
counts-def-claim-slowest = Кайрылуу түшкөндөн биринчи жолу алынганга чейинки эң узак убакыт, мезгилде алынган кайрылуулардын ичинен.
counts-def-word-median = Кайрылуу түшкөндөн юрист же координатор адамга биринчи жолу жазганга чейинки убакыт: жарымында мындан аз, жарымында көп. Мезгилдеги жообу бар бардык кайрылуулар боюнча.
counts-def-word-slowest = Кайрылуу түшкөндөн юрист же координатор адамга биринчи жолу жазганга чейинки эң узак убакыт, мезгилдеги жообу бар кайрылуулардын ичинен.
