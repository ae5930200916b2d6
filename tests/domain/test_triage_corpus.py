import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from corpus.build import lexicon
from corpus.read import CHECKS, COVERAGE, FOLDER, TEST, TRAIN, messages, situations

CORPUS = (*TRAIN, *TEST)
MOST_ALIKE = 0.6


def grams(text: str) -> frozenset[str]:
    said = " ".join(text.lower().split())
    return frozenset(said[i : i + 5] for i in range(max(1, len(said) - 4)))


def too_alike(texts: list[str]) -> list[tuple[str, str]]:
    """Pairs above the bound; of all pairs few are compared, because such a pair shares a rare gram (prefix filter)."""
    sets = [grams(text) for text in texts]
    often = Counter(gram for each in sets for gram in each)
    rare_first = [sorted(each, key=lambda gram: (often[gram], gram)) for each in sets]
    seen: dict[str, list[int]] = defaultdict(list)
    pairs = []
    for number in sorted(range(len(texts)), key=lambda n: len(sets[n])):
        ours = sets[number]
        prefix = rare_first[number][: len(ours) - int(MOST_ALIKE * len(ours)) + 1]
        for other in {each for gram in prefix for each in seen[gram]}:
            theirs = sets[other]
            if len(theirs) >= MOST_ALIKE * len(ours):
                shared = len(ours & theirs)
                if shared > MOST_ALIKE * (len(ours) + len(theirs) - shared):
                    pairs.append((texts[number], texts[other]))
        for gram in prefix:
            seen[gram].append(number)
    return pairs


def test_the_check_of_likeness_finds_what_is_alike() -> None:
    assert too_alike(["его забрали вчера ночью из дома", "его забрали вчера ночью из дома!", "рейс задержали"])
    assert not too_alike(["его забрали вчера ночью", "рейс задержали на шесть часов"])


def test_two_thousand_distinct_messages_and_none_like_another() -> None:
    texts = [each.text for each in messages(*CORPUS)]
    assert len(set(texts)) == len(texts) >= 2000
    assert too_alike(texts) == []


def test_what_was_written_for_coverage_is_like_nothing_else() -> None:
    texts = [each.text for each in messages(*CORPUS, *COVERAGE)]
    assert too_alike(texts) == []


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_like_nothing_that_was_learnt(check: str) -> None:
    rows = [json.loads(line) for line in (FOLDER / f"{check}.jsonl").read_text(encoding="utf8").splitlines()]
    assert too_alike([row["text"] for row in rows] + [each.text for each in messages(*CORPUS, *COVERAGE)]) == []
    assert {row["situation"] for row in rows}.isdisjoint(situations())
    assert len({row["id"] for row in rows}) == len(rows) >= 200


def test_forms_are_balanced_within_urgent_and_not_urgent() -> None:
    for split in (TRAIN, TEST):
        many = Counter((each.situation.urgent, each.form) for each in messages(*split))
        for urgent in (True, False):
            full = [many[urgent, form] for form in ("ru", "ky", "ky-plain", "translit")]
            assert max(full) <= 1.1 * min(full)
            assert many[urgent, "mixed"] >= 0.4 * min(full)


def test_no_situation_is_on_both_sides_and_every_message_has_its_situation() -> None:
    for names, split in ((TRAIN, "train"), (COVERAGE, "train"), (TEST, "test")):
        assert {each.situation.split for each in messages(*names)} == {split}
    used = {each.situation.name for each in messages(*CORPUS, *COVERAGE)}
    assert used == set(situations())


def test_ids_are_used_once() -> None:
    ids = [each.id for each in messages(*CORPUS, *COVERAGE)]
    assert len(set(ids)) == len(ids)


def test_every_entry_of_the_lexicon_says_something() -> None:
    words = lexicon()
    assert words.find(["забрали"])
    for line in (FOLDER / "lexicon.toml").read_text(encoding="utf8").splitlines():
        if line and not line.startswith(("#", "[")) and "=" not in line and line != '"""':
            for entry in line.rstrip('",').split(","):
                assert "**" not in entry


@pytest.mark.slow
def test_the_file_is_what_the_build_command_makes() -> None:
    checked = subprocess.run([sys.executable, "-m", "corpus.build", "--check"], cwd=FOLDER.parent, check=False)
    assert checked.returncode == 0, "the lexicon, the messages or the rules changed: python -m corpus.build"


def test_read_refuses_a_message_without_a_situation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("situations", "situations-coverage"):
        (tmp_path / f"{name}.jsonl").write_text("", encoding="utf8")
    (tmp_path / "lost.jsonl").write_text(
        json.dumps({"id": "1", "situation": "none", "form": "ru", "text": "а"}), encoding="utf8"
    )
    monkeypatch.setattr("corpus.read.FOLDER", tmp_path)
    with pytest.raises(KeyError):
        messages("lost")
