"""How well the triage judges messages of situations that it has never seen, and how fast: python -m benchmarks.triage
[--cross]

Without an option the held-out third is judged: nothing was learnt from it or chosen by it. With --cross the training
messages are judged
instead, each by weights learnt without its situation (ten rounds, some minutes): that is what thresholds and words
are chosen by.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import sqrt

from bot.domain.triage.judgement import Judgement, judge
from bot.triage import Triage
from corpus.build import COST, ROUNDS, build, lexicon
from corpus.read import COVERAGE, TEST, TRAIN, Message, messages
from corpus.train import Example, learn

Judge = Callable[[str], Judgement]
KEYWORDS = [
    "забрал",
    "задерж",
    "арест",
    "милиц",
    "полиц",
    "мент",
    "опер",
    "ровд",
    "ивс",
    "сизо",
    "обыск",
    "тинт",
    "карма",
    "кама",
    "алып",
    "кет",
    "наручник",
    "кишен",
    "камер",
    "отдел",
    "бөлүм",
    "болум",
    "zabral",
    "zaderj",
    "zaderzh",
    "ment",
    "militsi",
    "rovd",
    "ivs",
    "sizo",
    "obysk",
    "tint",
    "karma",
    "kama",
    "alyp",
    "ket",
    "kishen",
]


def wilson(hits: int, of: int) -> str:
    """The share with its 95 % interval."""
    if not of:
        return "     -"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return f"{100 * share:5.1f} % [{100 * max(middle - half, 0):4.1f} .. {100 * (middle + half):4.1f}]"


def line(name: str, judged: Iterable[tuple[Message, Judgement]]) -> str:
    """One row of the table."""
    pairs = list(judged)
    urgent = [j for m, j in pairs if m.situation.urgent]
    calm = [j for m, j in pairs if not m.situation.urgent]
    silent = [j for j in urgent if j.decision == "routine" or (j.decision == "ask" and not j.speaks_of_police)]
    shares = (
        wilson(sum(j.decision == "routine" for j in urgent), len(urgent)),
        wilson(sum(j.decision == "urgent" for j in calm), len(calm)),
        wilson(sum(j.decision == "urgent" or (j.decision == "ask" and j.speaks_of_police) for j in calm), len(calm)),
        wilson(sum(j.decision == "ask" for _, j in pairs), len(pairs)),
        wilson(len(silent), len(urgent)),
    )
    return f"{name:14} {len(pairs):5}  " + "  ".join(shares)


def keyword_judge(text: str) -> Judgement:
    """What a plain list of stems would say."""
    low = text.lower()
    return Judgement("urgent" if any(word in low for word in KEYWORDS) else "routine", ())


def bag_judge(learnt_from: Sequence[Message]) -> Judge:
    """A bag of letter groups and words, learnt in the same way from the same messages, without spelling, concepts and rules."""  # noqa: E501
    empty = replace(lexicon(), _entries={})
    weights = learn(
        [Example.of(each.text, empty) for each in learnt_from],
        [m.situation.urgent for m in learnt_from],
        empty,
        COST,
        ROUNDS,
    )

    def bag(text: str) -> Judgement:
        seen = Example.of(text, empty)
        score = weights.score((value, [index]) for index, value in zip(seen.indices, seen.values, strict=True))
        return Judgement("urgent" if score > 0 else "routine", (), score=score)

    return bag


def table(name: str, judged: Sequence[tuple[Message, Judgement]]) -> None:
    print(f"\n{name}")
    heads = ("missed", "woken, direct", "woken, with silence", "asked", "urgent, silent, unpaged")
    print(f"{'':14} {'n':>5}  " + "  ".join(f"{head:21}" for head in heads))
    print(line("all", judged))
    for form in ("ru", "ky", "ky-plain", "translit", "mixed"):
        print(line(form, ((m, j) for m, j in judged if m.form == form)))
    overdose = [(m.situation.path == "overdose", j.path == "overdose") for m, j in judged]
    print("overdose path: missed", wilson(sum(w and not g for w, g in overdose), sum(w for w, _ in overdose)), end="; ")
    print("given without need", wilson(sum(g and not w for w, g in overdose), sum(not w for w, _ in overdose)))


def cross(all_of: Sequence[Message], parts: int = 10) -> list[tuple[Message, Judgement]]:
    """Every training message judged by weights that have not seen its situation."""
    names = sorted({m.situation.name for m in all_of})
    part = {name: number % parts for number, name in enumerate(names)}
    judged = []
    for each in range(parts):
        model = build([m for m in all_of if part[m.situation.name] != each])
        judged += [(m, judge(m.text, model)) for m in all_of if part[m.situation.name] == each]
        print(".", end="", flush=True)
    return judged


def speed(texts: Sequence[str]) -> None:
    started = time.perf_counter()
    tracemalloc.start()
    triage = Triage()
    assert triage.model  # type: ignore[truthy-bool]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    started = time.perf_counter()
    assert Triage().model  # type: ignore[truthy-bool]
    print(f"\nload {1000 * (time.perf_counter() - started):.0f} ms, at most {peak / 1e6:.1f} MB")
    took = []
    for text in [*texts, "мени алып кетишти " * 300, "a" * 4096, "я8ö " * 1500]:
        started = time.perf_counter()
        triage.judge(text)
        took.append(1000 * (time.perf_counter() - started))
    usual = sorted(took[:-3])
    print(
        f"a message: median {usual[len(usual) // 2]:.2f} ms, 99 of 100 {usual[len(usual) * 99 // 100]:.2f} ms", end="; "
    )
    print("longest texts", ", ".join(f"{each:.1f}" for each in took[-3:]), "ms")


def main(arguments: list[str]) -> int:
    if "--cross" in arguments:
        judged = cross(messages(*TRAIN, *COVERAGE))
        table("cross-validated, the corpus", [(m, j) for m, j in judged if not m.id.startswith("cover")])
        table("cross-validated, written for coverage", [(m, j) for m, j in judged if m.id.startswith("cover")])
        return 0
    triage, held_out = Triage(), messages(*TEST)
    table("held-out third", [(m, triage.judge(m.text)) for m in held_out])
    print("\nbaselines (urgent or routine, no question)")
    bag = bag_judge(messages(*TRAIN, *COVERAGE))
    print(line("keywords", ((m, keyword_judge(m.text)) for m in held_out)))
    print(line("letter groups", ((m, bag(m.text)) for m in held_out)))
    speed([m.text for m in messages(*TRAIN)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
