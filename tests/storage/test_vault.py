"""Seal and open: what went in comes out at its place under its key, and nowhere else."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import DamagedError
from storage.vault import KEY_BYTES, VERSION, Index, Key, from_json, key_id, pad, place, to_json, unpad

KEY = Key(b"key1", bytes(range(KEY_BYTES)))
PLACE = place("people", b"row")
ROWS = st.binary(min_size=0, max_size=16)
TABLES = st.text(st.characters(categories=["Ll"], include_characters="._"), min_size=1, max_size=12)
PLACES = st.tuples(TABLES, ROWS, st.integers(0, 2**31))
WHO = st.binary(min_size=16, max_size=16)
SUBJECTS = st.binary(min_size=12, max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.binary(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text().filter(lambda key: key != "~"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.binary(max_size=3000))
def test_padding_comes_off_and_leaves_only_powers_of_two(plain: bytes) -> None:
    padded = pad(plain)

    assert unpad(padded) == plain
    assert len(padded) >= 64
    assert len(padded) & (len(padded) - 1) == 0
    assert len(padded) < 2 * (len(plain) + 4) or len(padded) == 64


@given(st.binary(max_size=100))
def test_taking_padding_off_anything_gives_bytes_or_says_damaged(data: bytes) -> None:
    with suppress(DamagedError):
        assert len(unpad(data)) <= max(0, len(data) - 4)


@given(st.binary(max_size=200), PLACES)
def test_what_is_sealed_opens_at_its_place(plain: bytes, where: tuple[str, bytes, int]) -> None:
    sealed = KEY.seal(plain, place(*where))

    assert KEY.open(sealed, place(*where)) == plain
    assert (sealed[0], key_id(sealed)) == (VERSION, KEY.id)
    assert KEY.seal(plain, place(*where)) != sealed


@given(PLACES, PLACES)
def test_two_places_are_never_the_same(one: tuple[str, bytes, int], other: tuple[str, bytes, int]) -> None:
    assert (place(*one) == place(*other)) == (one == other)


@given(st.binary(max_size=60), PLACES, PLACES)
def test_it_opens_nowhere_else(plain: bytes, here: tuple[str, bytes, int], there: tuple[str, bytes, int]) -> None:
    if here != there:
        with pytest.raises(DamagedError):
            KEY.open(KEY.seal(plain, place(*here)), place(*there))


@pytest.mark.parametrize("row", [b"row", b"r|1", b"|", b""])
def test_a_row_whose_name_looks_like_a_place_is_not_another_row(row: bytes) -> None:
    assert place("people", row, 1) != place("people", row + b"|1")
    assert place("people", b"a|" + row) != place("people|a", row, 1)


def test_every_single_byte_counts() -> None:
    sealed = KEY.seal("Айжан".encode(), PLACE)

    for at in range(len(sealed)):
        for bit in (1, 128):
            changed = sealed[:at] + bytes([sealed[at] ^ bit]) + sealed[at + 1 :]
            with pytest.raises(DamagedError):
                KEY.open(changed, PLACE)


def test_no_shorter_or_longer_value_opens() -> None:
    sealed = KEY.seal(b"a", PLACE)

    for length in range(len(sealed)):
        with pytest.raises(DamagedError):
            KEY.open(sealed[:length], PLACE)
    with pytest.raises(DamagedError):
        KEY.open(sealed + b"\0", PLACE)


@given(st.binary(max_size=200))
def test_bytes_nobody_sealed_do_not_open(data: bytes) -> None:
    for value in (data, bytes([VERSION]) + KEY.id + data):
        with pytest.raises(DamagedError):
            KEY.open(value, PLACE)


def test_another_key_does_not_open_it_not_even_one_with_the_same_id() -> None:
    sealed = KEY.seal(b"a", PLACE)

    for other in (Key.new(), Key(KEY.id, bytes(KEY_BYTES)), Key(b"else", KEY.secret)):
        with pytest.raises(DamagedError):
            other.open(sealed, PLACE)


@given(VALUES)
def test_json_comes_back_whole_bytes_and_broken_letters_too(value: Any) -> None:
    assert from_json(to_json(value)) == value
    assert KEY.open_json(KEY.seal_json(value, PLACE), PLACE) == value


@given(st.text(st.characters(categories=["Cs", "So", "Lo"])))
def test_half_a_surrogate_pair_from_a_cheap_phone_survives(text: str) -> None:
    assert from_json(to_json({"text": text})) == {"text": text}


def test_what_has_no_place_in_a_row_is_refused_by_its_type_alone() -> None:
    with pytest.raises(TypeError, match=r"^set does not belong in a sealed row$"):
        to_json({"who": {"Айжан"}})


def test_neither_key_nor_index_shows_its_secret() -> None:
    key = Key.new()
    shown = repr(key) + str(key)

    assert key.secret.hex() not in shown
    assert repr(key.secret) not in shown
    assert {len(each.secret) for each in (Key.new(), Key.new())} == {KEY_BYTES}
    assert Key.new().secret != Key.new().secret


@given(WHO, WHO, SUBJECTS)
def test_a_token_is_good_in_its_own_chat_with_its_own_bot_and_key_only(
    who: bytes, other: bytes, subject: bytes
) -> None:
    index = Index(KEY, 1)
    token = index.token(who, subject)

    assert index.subject(who, token) == subject
    assert len(token) == Index.TOKEN_BYTES
    assert subject not in token
    if other != who:
        assert index.subject(other, token) is None
        assert index.token(other, subject) != token
    assert Index(KEY, 2).subject(who, token) is None
    assert Index(Key(KEY.id, bytes(KEY_BYTES)), 1).subject(who, token) is None


@given(WHO, SUBJECTS, st.integers(0, Index.TOKEN_BYTES - 1), st.integers(1, 255))
def test_a_token_with_any_byte_changed_is_nothing(who: bytes, subject: bytes, at: int, change: int) -> None:
    token = Index(KEY, 1).token(who, subject)
    changed = token[:at] + bytes([token[at] ^ change]) + token[at + 1 :]

    assert Index(KEY, 1).subject(who, changed) is None


@given(WHO, st.binary(max_size=40))
def test_what_a_clone_made_up_is_nothing(who: bytes, token: bytes) -> None:
    assert Index(KEY, 1).subject(who, token) is None


@given(st.binary(max_size=20), st.binary(max_size=20))
def test_a_hash_depends_on_purpose_bot_key_and_value(one: bytes, other: bytes) -> None:
    hashed = Index(KEY, 1).of("who", one)

    assert len(hashed) == 16
    assert hashed == Index(KEY, 1).of("who", one)
    different = {Index(KEY, 2).of("who", one), Index(KEY, 1).of("slot", one), Index(Key.new(), 1).of("who", one)}
    assert hashed not in different
    assert (Index(KEY, 1).of("who", other) == hashed) == (one == other)
