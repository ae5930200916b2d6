### Варианты ответов и строки в цифрах: code-<список>-<id> из bot/codes.toml.
### Эти слова видит и тот, у кого сейчас в руках телефон: ничего о здоровье и лечении.

## О ком

code-who-me = Меня
code-who-other = Другого человека

## Область

code-region-bishkek = Бишкек
code-region-chuy = Чуй
code-region-osh = Ош
code-region-jalal-abad = Жалал-Абад
code-region-batken = Баткен
code-region-issyk-kul = Иссык-Куль
code-region-naryn = Нарын
code-region-talas = Талас
code-region-unknown = Не знаю, где

## Район

code-district-bishkek-lenin = Ленинский район
code-district-bishkek-oktyabr = Октябрьский район
code-district-bishkek-pervomay = Первомайский район
code-district-bishkek-sverdlov = Свердловский район
code-district-chuy-alamudun = Аламудунский район
code-district-chuy-sokuluk = Сокулукский район
code-district-chuy-issyk-ata = Ысык-Атинский район (Кант)
code-district-chuy-jayil = Жайылский район (Кара-Балта)
code-district-chuy-tokmok = Токмок
code-district-chuy-elsewhere = Чуй: другое место
code-district-osh-city = Город Ош
code-district-osh-kara-suu = Кара-Сууйский район
code-district-osh-uzgen = Узген
code-district-osh-nookat = Ноокат
code-district-osh-elsewhere = Ош: другое место
code-district-jalal-abad-city = Город Манас (Жалал-Абад)
code-district-jalal-abad-suzak = Сузакский район
code-district-jalal-abad-bazar-korgon = Базар-Коргонский район
code-district-jalal-abad-nooken = Ноокенский район
code-district-jalal-abad-elsewhere = Жалал-Абад: другое место
code-district-batken-city = Город Баткен
code-district-batken-kyzyl-kiya = Кызыл-Кия
code-district-batken-kadamjay = Кадамжайский район
code-district-batken-leylek = Лейлекский район
code-district-batken-elsewhere = Баткен: другое место
code-district-issyk-kul-karakol = Каракол
code-district-issyk-kul-balykchy = Балыкчы
code-district-issyk-kul-cholpon-ata = Чолпон-Ата
code-district-issyk-kul-elsewhere = Иссык-Куль: другое место
code-district-naryn-city = Город Нарын
code-district-naryn-kochkor = Кочкорский район
code-district-naryn-at-bashy = Ат-Башынский район
code-district-naryn-elsewhere = Нарын: другое место
code-district-talas-city = Город Талас
code-district-talas-kara-buura = Кара-Бууринский район
code-district-talas-elsewhere = Талас: другое место

## Что важно знать сразу

code-flag-hurt = Есть травма
code-flag-medicine = Нужно лекарство или врач
code-flag-minor = Младше 18 лет
code-flag-pregnant = Беременность
code-flag-child-alone = Ребёнок остался один
code-flag-sign-pressure = Заставляют что-то подписать
code-flag-money = Требуют деньги
code-flag-language = Нужен другой язык
code-flag-self-harm = Риск навредить себе
code-flag-medicine-missed = Больше суток без лекарства

## Что произошло

code-violation-illegal-detention = Задержали без причины
code-violation-held-too-long = Держали слишком долго
code-violation-false-record = В протоколе неправда
code-violation-relatives-not-told = Не сказали близким
code-violation-call-denied = Не дали позвонить
code-violation-lawyer-denied = Не пустили адвоката
code-violation-beaten = Били, применяли силу
code-violation-torture = Пытали
code-violation-threats = Угрожали
code-violation-threat-of-repetition = Грозили забрать снова
code-violation-planted = Подложили чужое
code-violation-threat-to-plant = Грозили подложить
code-violation-extortion = Требовали деньги
code-violation-forced-statement = Заставляли писать или подписать
code-violation-search-without-record = Обыскали без протокола
code-violation-no-id-shown = Без формы, не представились
code-violation-property-taken = Забрали телефон или вещи
code-violation-forced-test = Заставили сдать анализы
code-violation-medical-help-denied = Не дали врача
code-violation-medicine-stopped = Забрали или не дали лекарство
code-violation-health-care-refused = Не приняли в больнице
code-violation-secret-disclosed = Раскрыли врачебную тайну
code-violation-no-interpreter = Не дали переводчика
code-violation-insult = Оскорбляли, унижали
code-violation-other = Другое

## Кто

code-perpetrator-patrol = Патрульная милиция
code-perpetrator-district-police = РОВД, отдел милиции
code-perpetrator-drug-unit = Оперативники СБНОН
code-perpetrator-investigators = Следователи
code-perpetrator-gknb = ГКНБ
code-perpetrator-plain-clothes = Люди в гражданском
code-perpetrator-detention-staff = Сотрудники ИВС
code-perpetrator-prison-service = СИЗО, колония (ГСИН)
code-perpetrator-probation = Пробация
code-perpetrator-health-workers = Врачи, медработники
code-perpetrator-other-officials = Другие госслужащие
code-perpetrator-private-persons = Частные лица
code-perpetrator-unknown = Неизвестно кто

## Сколько требовали, сомов

code-amount-not-demanded = Не требовали
code-amount-sum-not-named = Требовали, сумму не назвали
code-amount-under-1000 = Меньше 1000 сомов
code-amount-1000-3000 = 1000–3000 сомов
code-amount-3001-10000 = 3001–10 000 сомов
code-amount-10001-50000 = 10 001–50 000 сомов
code-amount-over-50000 = Больше 50 000 сомов

## Травмы

code-injury-bruises = Синяки, ушибы
code-injury-wound = Раны, кровь
code-injury-head = Травма головы
code-injury-fracture = Перелом
code-injury-body-pain = Боль: спина, почки, живот
code-injury-burn = Ожоги, ток
code-injury-suffocation = Душили
code-injury-fainted = Потеря сознания
code-injury-other = Другое

## Сколько людей

code-people-one = 1 человек
code-people-two-three = 2–3 человека
code-people-four-ten = 4–10 человек
code-people-over-ten = Больше 10 человек
code-people-unknown = Не знаю

## Когда

code-when-now = Сейчас
code-when-within-hour = В последний час
code-when-today = Сегодня
code-when-yesterday = Вчера
code-when-this-week = В последние 7 дней
code-when-longer-ago = Больше недели назад

code-hours-morning = Утром, 9–12
code-hours-day = Днём, 12–18
code-hours-evening = Вечером, 18–22
code-hours-any = В любое время

## Да и нет

code-yes-no-yes = Да
code-yes-no-no = Нет
code-verdict-yes = Да
code-verdict-no = Нет
code-verdict-unclear = Неясно

## Как вы

code-checkin-fine = Всё в порядке
code-checkin-need-help = Нужна помощь
code-checkin-stop = Больше не писать

## Чем всё кончилось

code-outcome-released-no-record = Отпустили без протокола
code-outcome-released-other = Отпустили (другое)
code-outcome-fined = Назначен штраф
code-outcome-charged = Предъявлено обвинение
code-outcome-court-custody = Под стражей по решению суда
code-outcome-probation = Назначена пробация
code-outcome-transferred = Передано другой организации
code-outcome-could-not-verify = Проверить не удалось
code-outcome-unknown = Неизвестно

## Откуда обращение

code-source-direct = Без ссылки
code-source-card = Ссылка с карточки
code-source-outreach = Аутрич-работник
code-source-friend = Знакомые
code-source-probation = Пробация
code-source-partner = Другая организация
code-source-entered-by-staff = Внесено сотрудником
code-source-other = Другое

## Роли и языки

code-role-person = Обратившийся человек
code-role-lawyer = Юрист
code-role-coordinator = Координатор
code-language-ru = Русский
code-language-ky = Кыргызский
code-language-en = Английский
# Как язык называет себя сам
language-name = Русский

## Сроки

code-limit-court = Доставить в суд
code-limit-release = Отпустить, если нет решения суда
code-limit-offence = Отпустить, если это правонарушение
code-limit-treatment = Дать лекарство (два дня пропуска)
code-deadline-complaint = Подать жалобу
code-deadline-appeal = Обжаловать решение о правонарушении
code-deadline-offence-fine = Оплатить штраф за правонарушение
code-deadline-criminal-fine = Оплатить штраф по приговору
code-deadline-probation-visit = Прийти в пробацию
