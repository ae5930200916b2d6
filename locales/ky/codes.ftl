### Жооптордун варианттары жана сандардагы саптар: code-<тизме>-<id>, bot/codes.toml.
### Бул сөздөрдү телефонду колуна алган башка адам да окуйт: ден соолук, дарылоо жөнүндө эч нерсе жок.

## Ким жөнүндө

code-who-me = Мени
code-who-other = Башка адамды

## Облус

code-region-bishkek = Бишкек
code-region-chuy = Чүй
code-region-osh = Ош
code-region-jalal-abad = Жалал-Абад
code-region-batken = Баткен
code-region-issyk-kul = Ысык-Көл
code-region-naryn = Нарын
code-region-talas = Талас
code-region-unknown = Кайда экени белгисиз

## Район

code-district-bishkek-lenin = Ленин району
code-district-bishkek-oktyabr = Октябрь району
code-district-bishkek-pervomay = Биринчи май району
code-district-bishkek-sverdlov = Свердлов району
code-district-chuy-alamudun = Аламүдүн району
code-district-chuy-sokuluk = Сокулук району
code-district-chuy-issyk-ata = Ысык-Ата району (Кант)
code-district-chuy-jayil = Жайыл району (Кара-Балта)
code-district-chuy-tokmok = Токмок
code-district-chuy-elsewhere = Чүй: башка жер
code-district-osh-city = Ош шаары
code-district-osh-kara-suu = Кара-Суу району
code-district-osh-uzgen = Өзгөн
code-district-osh-nookat = Ноокат
code-district-osh-elsewhere = Ош: башка жер
code-district-jalal-abad-city = Манас шаары (Жалал-Абад)
code-district-jalal-abad-suzak = Сузак району
code-district-jalal-abad-bazar-korgon = Базар-Коргон району
code-district-jalal-abad-nooken = Ноокен району
code-district-jalal-abad-elsewhere = Жалал-Абад: башка жер
code-district-batken-city = Баткен шаары
code-district-batken-kyzyl-kiya = Кызыл-Кыя
code-district-batken-kadamjay = Кадамжай району
code-district-batken-leylek = Лейлек району
code-district-batken-elsewhere = Баткен: башка жер
code-district-issyk-kul-karakol = Каракол
code-district-issyk-kul-balykchy = Балыкчы
code-district-issyk-kul-cholpon-ata = Чолпон-Ата
code-district-issyk-kul-elsewhere = Ысык-Көл: башка жер
code-district-naryn-city = Нарын шаары
code-district-naryn-kochkor = Кочкор району
code-district-naryn-at-bashy = Ат-Башы району
code-district-naryn-elsewhere = Нарын: башка жер
code-district-talas-city = Талас шаары
code-district-talas-kara-buura = Кара-Буура району
code-district-talas-elsewhere = Талас: башка жер

## Дароо билүү маанилүү

code-flag-hurt = Жаракат бар
code-flag-medicine = Дары же дарыгер керек
code-flag-minor = 18 жашка толо элек
code-flag-pregnant = Кош бойлуу
code-flag-child-alone = Бала жалгыз калды
code-flag-sign-pressure = Кол коюуга мажбурлап жатышат
code-flag-money = Акча сурап жатышат
code-flag-language = Башка тил керек
code-flag-self-harm = Өзүнө зыян келтирүү коркунучу
code-flag-medicine-missed = Дарысыз калганына бир суткадан ашты

## Эмне болду

code-violation-illegal-detention = Себепсиз кармашты
code-violation-held-too-long = Өтө узак кармап турушту
code-violation-false-record = Протоколго жалган жазышты
code-violation-relatives-not-told = Жакындарга айтышкан жок
code-violation-call-denied = Чалганга беришкен жок
code-violation-lawyer-denied = Адвокатты киргизишкен жок
code-violation-beaten = Сабашты, күч колдонушту
code-violation-torture = Кыйнашты
code-violation-threats = Коркутушту
code-violation-threat-of-repetition = «Дагы алып кетебиз» дешти
code-violation-planted = Бөтөн нерсе салып коюшту
code-violation-threat-to-plant = «Салып коёбуз» деп коркутушту
code-violation-extortion = Акча талап кылышты
code-violation-forced-statement = Жазууга же кол коюуга мажбурлашты
code-violation-search-without-record = Протоколсуз тинтишти
code-violation-no-id-shown = Формасыз, ким экенин айтышкан жок
code-violation-property-taken = Телефонду же буюмду алып коюшту
code-violation-forced-test = Анализ тапшыртышты
code-violation-medical-help-denied = Дарыгер чакырышкан жок
code-violation-medicine-stopped = Дарыны алып коюшту же беришкен жок
code-violation-health-care-refused = Ооруканада кабыл алышкан жок
code-violation-secret-disclosed = Медициналык сырды айтып коюшту
code-violation-no-interpreter = Котормочу беришкен жок
code-violation-insult = Кемсинтишти, басынтышты
code-violation-other = Башка

## Ким

code-perpetrator-patrol = Патрулдук милиция
code-perpetrator-district-police = РИИБ, милиция бөлүмү
code-perpetrator-drug-unit = СБНОН кызматкерлери
code-perpetrator-investigators = Тергөөчүлөр
code-perpetrator-gknb = УКМК
code-perpetrator-plain-clothes = Жарандык кийимчен адамдар
code-perpetrator-detention-staff = Убактылуу кармоочу жай (ИВС)
code-perpetrator-prison-service = Тергөө абагы, колония (ЖАМК)
code-perpetrator-probation = Пробация
code-perpetrator-health-workers = Дарыгерлер, медиктер
code-perpetrator-other-officials = Башка мамлекеттик кызматкерлер
code-perpetrator-private-persons = Жеке адамдар
code-perpetrator-unknown = Ким экени белгисиз

## Канча талап кылышты, сом

code-amount-not-demanded = Сурашкан жок
code-amount-sum-not-named = Сурашты, суммасын айтышкан жок
code-amount-under-1000 = 1000 сомдон аз
code-amount-1000-3000 = 1000–3000 сом
code-amount-3001-10000 = 3001–10 000 сом
code-amount-10001-50000 = 10 001–50 000 сом
code-amount-over-50000 = 50 000 сомдон көп

## Жаракат

code-injury-bruises = Көгөргөн жерлер
code-injury-wound = Жара, кан
code-injury-head = Баштагы жаракат
code-injury-fracture = Сынык
code-injury-body-pain = Оору: бел, бөйрөк, ич
code-injury-burn = Күйүк, ток
code-injury-suffocation = Муунтушту
code-injury-fainted = Эстен тануу
code-injury-other = Башка

## Канча адам

code-people-one = 1 адам
code-people-two-three = 2–3 адам
code-people-four-ten = 4–10 адам
code-people-over-ten = 10 адамдан көп
code-people-unknown = Билбейм

## Качан

code-when-now = Азыр
code-when-within-hour = Акыркы бир саатта
code-when-today = Бүгүн
code-when-yesterday = Кечээ
code-when-this-week = Акыркы 7 күндө
code-when-longer-ago = Бир аптадан мурда

code-hours-morning = Эртең менен, 9–12
code-hours-day = Күндүз, 12–18
code-hours-evening = Кечинде, 18–22
code-hours-any = Каалаган убакта

## Ооба жана жок

code-yes-no-yes = Ооба
code-yes-no-no = Жок
code-verdict-yes = Ооба
code-verdict-no = Жок
code-verdict-unclear = Так эмес

## Кандайсыз

code-checkin-fine = Баары жакшы
code-checkin-need-help = Жардам керек
code-checkin-stop = Мындан ары жазбаңыз

## Эмне менен бүттү

code-outcome-released-no-record = Протоколсуз коё беришти
code-outcome-released-other = Коё беришти (башка учур)
code-outcome-fined = Айып пул салынды
code-outcome-charged = Айыптоо коюлду
code-outcome-court-custody = Сот чечими менен камакка алынды
code-outcome-probation = Пробация дайындалды
code-outcome-transferred = Башка уюмга өткөрүлдү
code-outcome-could-not-verify = Такталбай калды
code-outcome-unknown = Белгисиз

## Кайрылуу кайдан келди

code-source-direct = Шилтемесиз
code-source-card = Карточкадагы шилтеме
code-source-outreach = Аутрич-кызматкер
code-source-friend = Тааныштар
code-source-probation = Пробация
code-source-partner = Башка уюм
code-source-entered-by-staff = Кызматкер киргизген
code-source-other = Башка

## Ролдор жана тилдер

code-role-person = Кайрылган адам
code-role-lawyer = Юрист
code-role-coordinator = Координатор
code-language-ru = Орусча
code-language-ky = Кыргызча
code-language-en = Англисче
# Тил өзүн кандай атайт
language-name = Кыргызча

## Мөөнөттөр

code-limit-court = Сотко жеткирүү
code-limit-release = Сот чечими болбосо, коё берүү
code-limit-offence = Укук бузуу болсо, коё берүү
code-limit-treatment = Дарыны берүү (эки күн өтүп кетпесин)
code-deadline-complaint = Даттануу
code-deadline-appeal = Укук бузуу боюнча чечимге даттануу
code-deadline-offence-fine = Укук бузуу үчүн айып пул төлөө
code-deadline-criminal-fine = Өкүм боюнча айып пул төлөө
code-deadline-probation-visit = Пробацияга баруу
