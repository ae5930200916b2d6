import pytest

from bot.domain.money import names_a_sum


@pytest.mark.parametrize(
    "text",
    [
        "просят 200 сом",
        "5 000 сомов и отпустят",
        "5 миң сом сурап жатышат",
        "беш миң сом сурап жатышат",
        "100$",
        "$100",
        "10 тысяч",
        "отдайте 5к",
        "500с не давайте",
        "20000 KGS",
        "3 тыс.",
        "1,5 млн",
    ],
)
def test_sums_are_noticed(text: str) -> None:
    assert names_a_sum(text)


@pytest.mark.parametrize(
    "text",
    [
        "Буду в 15:00",
        "в 5 к вам",
        "статья 44, часть 1",
        "Вас держат 3 часа",
        "5 мин",
        "кабинет 200 слева",
        "номер 7K2M-9QXA",
        "2 сомнения",
        "",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert not names_a_sum(text)
