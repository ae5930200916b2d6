### Rights in short lines. The pages, their sources and the edition of the law are in bot/rights.toml.
### Whoever changes a line asks a lawyer to confirm it again.

# Opens every page. At least 60 characters: a lock screen shows nothing else.
rights-header = 📖 My rights. A short guide to the laws of the Kyrgyz Republic
rights-menu = What shall we show you?
rights-edition-mid-2024 = The laws as they stood in mid-2024.
rights-confirmed-no = A lawyer has not confirmed this text yet.
rights-confirmed-yes = A lawyer has confirmed this text.

## Right after 🆘: for the person held

rights-now-me-title = What matters now
rights-now-me-1 = Say your name. After that you have the right not to testify.
rights-now-me-2 = Ask for a lawyer at once. Say: “I need a lawyer.”
rights-now-me-3 = Do not sign blank pages or anything you have not read. You may refuse, or write: “I do not agree.”
rights-now-me-4 = Remember the time when you were taken.
rights-now-me-5 = Ask to call your relatives. If you feel ill or are in pain, ask for a doctor.

## Right after 🆘: for relatives and friends

rights-now-other-title = What you can do now
rights-now-other-1 = Find out which police station the person is in.
rights-now-other-2 = You have the right to be told where your relative is.
rights-now-other-3 = Take the medicine this person needs, and a document.
rights-now-other-4 = Carry no money for anyone.
rights-now-other-5 = Keep your sound on: if a lawyer writes, the message comes here.

## Held

rights-held-title = If you are held
rights-held-1 = Say your name. After that you have the right not to testify.
rights-held-2 = Ask for a lawyer at once. Say: “I need a lawyer.” You have the right to one from the minute you are not let go.
rights-held-3 = Ask why you are held. They must tell you the reason.
rights-held-4 = Remember the time when you were taken. The limits count from that minute, not from the paper.
rights-held-5 = Ask to call your relatives.
rights-held-6 = If you feel ill or are in pain, ask for a doctor.
rights-held-7 = Without a court's decision nobody may be held longer than 48 hours; under 18, not longer than 24 hours.

## Search

rights-searched-title = If you are searched
rights-searched-1 = Only a person of your own sex may search you. Nobody may humiliate you.
rights-searched-2 = A record with the exact time is made of a search. Read it, or ask to have it read aloud.
rights-searched-3 = A search, and taking things, is recorded on photo or video. Ask for that.
rights-searched-4 = A home is searched by a judge's decision. An urgent search is reported to a judge and a prosecutor within 24 hours.
rights-searched-5 = At home an adult who lives there, or somebody from the local authority, must be present. A lawyer may come.
rights-searched-6 = Remember who searched and what they took. You may refuse to sign the record and say why.

## Signing

rights-asked-to-sign-title = If you are asked to sign
rights-asked-to-sign-1 = Do not sign blank pages or anything you have not read. You may refuse, or write: “I do not agree.”
rights-asked-to-sign-2 = If reading is hard, ask to have it read aloud. If you do not understand the language, ask for an interpreter.
rights-asked-to-sign-3 = A refusal to sign is noted and filmed. You may say why.
rights-asked-to-sign-4 = You need not testify against yourself.
rights-asked-to-sign-5 = If you are suspected of a crime, nobody may question you without a lawyer.
rights-asked-to-sign-6 = Ask for copies of the detention record and of the decision.

## Money

rights-money-demanded-title = If money is demanded
rights-money-demanded-1 = Officers are forbidden to demand money. It is a crime.
rights-money-demanded-2 = Handing money over can be punished too: whoever gives it and whoever passes it on.
rights-money-demanded-3 = Remember who demanded it, how much, when and where.
rights-money-demanded-4 = Before you do anything, tell a lawyer about it.
rights-money-demanded-5 = You may complain to the prosecutor. There are 10 days for that.

## Fine

rights-fine-title = If you are fined
rights-fine-1 = This is about a fine for an offence. Ask for a copy of the decision: the time limits run from the day you get it.
rights-fine-2 = You may appeal against the decision for 10 days.
rights-fine-3 = You have 30 days to pay. If an appeal is rejected, then 15 days.
rights-fine-4 = After that 1% is added for each day, but never more than the fine itself.
rights-fine-5 = From 16 to 18 years the fine is half. If they have no income, the parents pay.
rights-fine-6 = A fine by a criminal sentence is different: if it is unpaid for 3 months, a court can be asked to replace it with imprisonment. Write to a lawyer in good time.

## Medicine

rights-medicine-in-custody-title = If you need medicine
rights-medicine-in-custody-1 = Say at once that you need medicine, and at what time.
rights-medicine-in-custody-2 = Ask for a doctor. You have the right to an examination and help right after you are taken.
rights-medicine-in-custody-3 = On arrival in a police cell or a pre-trial prison a doctor must examine you. The law forbids to hinder that.
rights-medicine-in-custody-4 = If your lawyer asks for a doctor, the doctor must be let in within 12 hours.
rights-medicine-in-custody-5 = Ask your relatives to bring the medicine and a document. Tell the doctor how many days you have been without it.
rights-medicine-in-custody-6 = With some illnesses nobody may be kept in custody. Tell the doctor and the lawyer about your illness.

## Complaints

rights-complaint-routes-title = Where to complain
rights-complaint-routes-1 = Whether to complain is your decision. You can talk to a lawyer first.
rights-complaint-routes-2 = The prosecutor checks whether somebody is held lawfully, and can release them.
rights-complaint-routes-3 = There are 10 days to complain: from the day you learned of the decision or got the copy.
rights-complaint-routes-4 = The prosecutor answers within 3 days, in special cases within 10. The investigating judge within 10 days.
rights-complaint-routes-5 = A complaint about torture must be passed to the prosecutor or the court within 12 hours. A doctor must examine you after it.
rights-complaint-routes-6 = The Akyikatchy (ombudsperson) may freely enter places where people are held.

## Relatives

rights-for-relatives-title = For relatives
rights-for-relatives-1 = You have the right to be told where your relative is.
rights-for-relatives-2 = Find out which station holds them. Remember when it all began.
rights-for-relatives-3 = Ask for a lawyer at once. You may ask for a free lawyer from the state.
rights-for-relatives-4 = Take the medicine this person needs, and a document.
rights-for-relatives-5 = Carry no money for anyone: passing it on can be punished too.
rights-for-relatives-6 = If the person is under 18, the parents must be told. Nobody may question them without a lawyer.
