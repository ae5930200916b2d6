"""Builds the triage's file, bot/triage/model.bin, from the repository: `python -m corpus.build [--check]`.

About half a minute, nothing but the standard library, and the same bytes on every machine. With --check nothing is
written, and the exit code says whether the file in the repository is what would be built.
"""

import sys
import tomllib

from bot.domain.triage.lexicon import Lexicon
from bot.domain.triage.model import Model
from bot.triage import ARTEFACT
from corpus.read import COVERAGE, FOLDER, TRAIN, Message, messages
from corpus.train import Example, learn

COST, ROUNDS = 0.05, 40
# Chosen by cross-validation by situation inside the training messages (benchmarks/triage.py --cross), never on the
# test messages.
THRESHOLDS = {"ask": -0.7, "page": -0.2, "urgent": 0.35, "short": 0.0, "overdose": -0.4}


def lexicon() -> Lexicon:
    return Lexicon.from_toml(tomllib.loads((FOLDER / "lexicon.toml").read_text(encoding="utf8")))


def build(learnt_from: list[Message]) -> Model:
    words = lexicon()
    examples = [Example.of(each.text, words) for each in learnt_from]
    urgent = learn(examples, [each.situation.urgent for each in learnt_from], words, COST, ROUNDS)
    overdose = learn(examples, [each.situation.path == "overdose" for each in learnt_from], words, COST, ROUNDS)
    return Model(words, urgent, overdose, THRESHOLDS)


def main(arguments: list[str]) -> int:
    made = build(messages(*TRAIN, *COVERAGE)).to_bytes()
    if "--check" in arguments:
        return int(made != ARTEFACT.read_bytes())
    ARTEFACT.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
