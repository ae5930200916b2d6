### Options of questions and rows of counts: code-<list>-<id> from bot/codes.toml.
### Whoever holds the phone reads these too: nothing about health or treatment.

## Who

code-who-me = Me
code-who-other = Someone else

## Region

code-region-bishkek = Bishkek
code-region-chuy = Chuy
code-region-osh = Osh
code-region-jalal-abad = Jalal-Abad
code-region-batken = Batken
code-region-issyk-kul = Issyk-Kul
code-region-naryn = Naryn
code-region-talas = Talas
code-region-unknown = I do not know where

## District

code-district-bishkek-lenin = Lenin district
code-district-bishkek-oktyabr = Oktyabr district
code-district-bishkek-pervomay = Pervomay district
code-district-bishkek-sverdlov = Sverdlov district
code-district-chuy-alamudun = Alamudun district
code-district-chuy-sokuluk = Sokuluk district
code-district-chuy-issyk-ata = Ysyk-Ata district (Kant)
code-district-chuy-jayil = Jayil district (Kara-Balta)
code-district-chuy-tokmok = Tokmok
code-district-chuy-elsewhere = Chuy: elsewhere
code-district-osh-city = Osh city
code-district-osh-kara-suu = Kara-Suu district
code-district-osh-uzgen = Uzgen
code-district-osh-nookat = Nookat
code-district-osh-elsewhere = Osh: elsewhere
code-district-jalal-abad-city = Manas city (Jalal-Abad)
code-district-jalal-abad-suzak = Suzak district
code-district-jalal-abad-bazar-korgon = Bazar-Korgon district
code-district-jalal-abad-nooken = Nooken district
code-district-jalal-abad-elsewhere = Jalal-Abad: elsewhere
code-district-batken-city = Batken city
code-district-batken-kyzyl-kiya = Kyzyl-Kiya
code-district-batken-kadamjay = Kadamjay district
code-district-batken-leylek = Leylek district
code-district-batken-elsewhere = Batken: elsewhere
code-district-issyk-kul-karakol = Karakol
code-district-issyk-kul-balykchy = Balykchy
code-district-issyk-kul-cholpon-ata = Cholpon-Ata
code-district-issyk-kul-elsewhere = Issyk-Kul: elsewhere
code-district-naryn-city = Naryn city
code-district-naryn-kochkor = Kochkor district
code-district-naryn-at-bashy = At-Bashy district
code-district-naryn-elsewhere = Naryn: elsewhere
code-district-talas-city = Talas city
code-district-talas-kara-buura = Kara-Buura district
code-district-talas-elsewhere = Talas: elsewhere

## What matters at once

code-flag-hurt = Hurt
code-flag-medicine = Medicine or a doctor needed
code-flag-minor = Under 18
code-flag-pregnant = Pregnant
code-flag-child-alone = A child was left alone
code-flag-sign-pressure = Pressed to sign something
code-flag-money = Money is demanded
code-flag-language = Another language needed
code-flag-self-harm = Risk of self-harm
code-flag-medicine-missed = Over a day without medicine

## What happened

code-violation-illegal-detention = Held without a reason
code-violation-held-too-long = Held too long
code-violation-false-record = The record is untrue
code-violation-relatives-not-told = Relatives not told
code-violation-call-denied = Not allowed to call
code-violation-lawyer-denied = Lawyer not let in
code-violation-beaten = Beaten, force used
code-violation-torture = Tortured
code-violation-threats = Threatened
code-violation-threat-of-repetition = “We will take you again”
code-violation-planted = Something was planted
code-violation-threat-to-plant = Threat to plant something
code-violation-extortion = Money demanded
code-violation-forced-statement = Forced to write or sign
code-violation-search-without-record = Searched without a record
code-violation-no-id-shown = No uniform, did not say who
code-violation-property-taken = Phone or things taken
code-violation-forced-test = Forced to give samples
code-violation-medical-help-denied = No doctor called
code-violation-medicine-stopped = Medicine taken or not given
code-violation-health-care-refused = Turned away at a hospital
code-violation-secret-disclosed = Medical secret disclosed
code-violation-no-interpreter = No interpreter
code-violation-insult = Insulted, humiliated
code-violation-other = Something else

## Who did it

code-perpetrator-patrol = Patrol police
code-perpetrator-district-police = District police department
code-perpetrator-drug-unit = SBNON officers
code-perpetrator-investigators = Investigators
code-perpetrator-gknb = GKNB
code-perpetrator-plain-clothes = People in plain clothes
code-perpetrator-detention-staff = Staff of a police cell (IVS)
code-perpetrator-prison-service = SIZO or colony (prison service)
code-perpetrator-probation = Probation
code-perpetrator-health-workers = Doctors, health workers
code-perpetrator-other-officials = Other officials
code-perpetrator-private-persons = Private persons
code-perpetrator-unknown = Unknown

## How much was demanded, som

code-amount-not-demanded = None demanded
code-amount-sum-not-named = Demanded, no sum named
code-amount-under-1000 = Under 1,000 som
code-amount-1000-3000 = 1,000–3,000 som
code-amount-3001-10000 = 3,001–10,000 som
code-amount-10001-50000 = 10,001–50,000 som
code-amount-over-50000 = Over 50,000 som

## Injuries

code-injury-bruises = Bruises
code-injury-wound = Wounds, blood
code-injury-head = Head injury
code-injury-fracture = Broken bone
code-injury-body-pain = Pain: back, kidneys, belly
code-injury-burn = Burns, electric shock
code-injury-suffocation = Suffocated
code-injury-fainted = Lost consciousness
code-injury-other = Something else

## How many people

code-people-one = 1 person
code-people-two-three = 2–3 people
code-people-four-ten = 4–10 people
code-people-over-ten = Over 10 people
code-people-unknown = I do not know

## When

code-when-now = Now
code-when-within-hour = Within the last hour
code-when-today = Today
code-when-yesterday = Yesterday
code-when-this-week = In the last 7 days
code-when-longer-ago = Over a week ago

code-hours-morning = Morning, 9–12
code-hours-day = Daytime, 12–18
code-hours-evening = Evening, 18–22
code-hours-any = Any time

## Yes and no

code-yes-no-yes = Yes
code-yes-no-no = No
code-verdict-yes = Yes
code-verdict-no = No
code-verdict-unclear = Unclear

## How are you

code-checkin-fine = I am fine
code-checkin-need-help = I need help
code-checkin-stop = Please stop writing

## How it ended

code-outcome-released-no-record = Released without a record
code-outcome-released-other = Released (other)
code-outcome-fined = Fined
code-outcome-charged = Charged
code-outcome-court-custody = In custody by a court
code-outcome-probation = Probation
code-outcome-transferred = Passed to another organisation
code-outcome-could-not-verify = Could not be verified
code-outcome-unknown = Unknown

## Where the report came from

code-source-direct = No link
code-source-card = Link on a card
code-source-outreach = Outreach worker
code-source-friend = Friends
code-source-probation = Probation
code-source-partner = Another organisation
code-source-entered-by-staff = Entered by staff
code-source-other = Something else

## Roles and languages

code-role-person = Person
code-role-lawyer = Lawyer
code-role-coordinator = Coordinator
code-language-ru = Russian
code-language-ky = Kyrgyz
code-language-en = English
# What the language calls itself
language-name = English

## Time limits

code-limit-court = Bring to court
code-limit-release = Release if there is no court decision
code-limit-offence = Release if it is an offence
code-limit-treatment = Give medicine (two missed days)
code-deadline-complaint = File a complaint
code-deadline-appeal = Appeal a decision on an offence
code-deadline-offence-fine = Pay the fine for an offence
code-deadline-criminal-fine = Pay the fine of a sentence
code-deadline-probation-visit = First visit to probation
