"""Is somebody held, searched or being taken now? Rules and learnt weights decide, and say why.

spelling    a message in one spelling, whatever the alphabet and the habit
lexicon     which words of it are about what
features    what the weights look at
model       the learnt weights
judgement   the decision, with reasons: the one that others call
"""
