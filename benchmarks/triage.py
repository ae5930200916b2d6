"""How well the triage judges messages of situations that it has never seen, and how fast.

    python -m benchmarks.triage            the held-out third, two baselines beside it, time and memory
    python -m benchmarks.triage --cross    the training messages, each judged by weights learnt without its situation

Nothing was learnt from the held-out third or chosen by it. Words and thresholds are chosen by --cross (two minutes).
"""

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.measure import percentile, tell
from bot.domain.triage.judgement import Judgement, judge
from bot.domain.triage.rates import Rates, Share, table
from bot.triage import ARTEFACT, Triage
from corpus.build import COST, ROUNDS, build, lexicon
from corpus.read import COVERAGE, TEST, TRAIN, Message, messages
from corpus.train import Example, learn

Judge = Callable[[str], Judgement]
Judged = Sequence[tuple[Message, Judgement]]
FORMS = ("ru", "ky", "ky-plain", "translit", "mixed")
KEYWORDS = """
    забрал задерж арест милиц полиц мент опер ровд ивс сизо обыск тинт карма кама алып кет наручник кишен камер отдел
    бөлүм болум zabral zaderj zaderzh ment militsi rovd ivs sizo obysk tint karma kama alyp ket kishen
"""
LONGEST = {
    "one word again and again": "мени алып кетишти " * 5_000,
    "one letter": "a" * 100_000,
    "letters, digits and marks": "я8ö\u0301 " * 25_000,
    "question marks": "?" * 100_000,
}
FOLDS = 10


def rated(judged: Judged) -> Rates:
    rates = Rates()
    for message, judgement in judged:
        rates.add(judgement, urgent=message.situation.urgent)
    return rates


def tell_table(name: str, judged: Judged) -> None:
    """In total and for each language form; and how well an overdose is known."""
    print(f"\n{name}")
    rows = {"all": rated(judged)}
    for form in FORMS:
        rows[form] = rated([each for each in judged if each[0].form == form])
    print(table(rows))
    path = [(m.situation.path == "overdose", j.path == "overdose") for m, j in judged]
    missed = Share(sum(is_one and not told for is_one, told in path), sum(is_one for is_one, _ in path))
    needless = Share(sum(told and not is_one for is_one, told in path), sum(not is_one for is_one, _ in path))
    print(f"overdose: without its path {missed}; the path without need {needless}")
    urgent = [j for m, j in judged if m.situation.urgent]
    unpaged = sum(j.decision != "urgent" and not (j.decision == "ask" and j.speaks_of_police) for j in urgent)
    print(f"urgent, and silence after the question would page nobody: {Share(unpaged, len(urgent))}")


def keywords(text: str) -> Judgement:
    """What a plain list of stems says."""
    low = text.lower()
    return Judgement("urgent" if any(word in low for word in KEYWORDS.split()) else "routine", ())


def letter_groups(learnt_from: Sequence[Message]) -> Judge:
    """A bag of words and letter groups learnt in the same way, without concepts, tenses and rules."""
    empty = replace(lexicon(), _entries={})
    examples = [Example.of(each.text, empty) for each in learnt_from]
    weights = learn(examples, [each.situation.urgent for each in learnt_from], empty, COST, ROUNDS)

    def judged(text: str) -> Judgement:
        seen = Example.of(text, empty)
        score = weights.score((value, [index]) for index, value in zip(seen.indices, seen.values, strict=True))
        return Judgement("urgent" if score > 0 else "routine", (), score=score)

    return judged


def cross(all_of: Sequence[Message]) -> Judged:
    """Every message judged by weights that have not seen its situation."""
    names = sorted({m.situation.name for m in all_of})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    judged: list[tuple[Message, Judgement]] = []
    for each in range(FOLDS):
        model = build([m for m in all_of if fold[m.situation.name] != each])
        judged += [(m, judge(m.text, model)) for m in all_of if fold[m.situation.name] == each]
    return judged


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def _least(triage: Triage, text: str) -> float:
    """Of five times: what else the machine does is not ours."""
    return min(_milliseconds(lambda: triage.judge(text)) for _ in range(5))


def tell_speed(texts: Sequence[str]) -> None:
    tracemalloc.start()
    Triage().judge("")
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    load = statistics.median(_milliseconds(lambda: Triage().model) for _ in range(5))
    triage = Triage()
    took = [_least(triage, text) for text in texts]
    middle, late = statistics.median(took), percentile(took, 0.99)
    size = ARTEFACT.stat().st_size / 1e6
    print()
    tell("the file", f"{size:.2f} MB", "<= 2 MB", met=size <= 2)
    tell("loading it", f"{load:.0f} ms", "<= 200 ms", met=load <= 200)
    tell("memory while it is loaded, at most", f"{peak:.1f} MB", "<= 20 MB", met=peak <= 20)
    tell("a message, median", f"{middle:.2f} ms", "<= 2 ms", met=middle <= 2)
    tell("a message, 99 of 100 within", f"{late:.2f} ms", "<= 2 ms", met=late <= 2)
    for name, text in LONGEST.items():
        tell(f"{len(text):,} letters: {name}", f"{_least(triage, text):.1f} ms")


def main(arguments: list[str]) -> None:
    if "--cross" in arguments:
        judged = cross(messages(*TRAIN, *COVERAGE))
        of_corpus = {m.id for m in messages(*TRAIN)}
        tell_table("cross-validated: the corpus", [each for each in judged if each[0].id in of_corpus])
        tell_table("cross-validated: coverage", [each for each in judged if each[0].id not in of_corpus])
        return
    triage, held_out = Triage(), messages(*TEST)
    tell_table("held-out third", [(m, triage.judge(m.text)) for m in held_out])
    print("\nbaselines on the same messages: urgent or routine, no question")
    bag = letter_groups(messages(*TRAIN, *COVERAGE))
    for name, judged_by in (("a list of keywords", keywords), ("letter groups, learnt", bag)):
        tell_table(name, [(m, judged_by(m.text)) for m in held_out])
    tell_speed([m.text for m in held_out])


if __name__ == "__main__":
    main(sys.argv[1:])
