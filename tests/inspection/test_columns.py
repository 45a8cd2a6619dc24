"""Test the check digit of a GSTIN, against an implementation by others."""

import random

from stdnum.exceptions import InvalidChecksum
from stdnum.in_ import gstin

from ledgerdrop.inspection.columns import has_wrong_check_digit, is_gstin_heading


def _is_wrong_for_others(number: str) -> bool:
    try:
        gstin.validate(number)
    except InvalidChecksum:
        return True
    return False


def test_agrees_with_another_implementation_on_every_last_character() -> None:
    chance = random.Random(21)  # noqa: S311 - the same each time
    wrong = 0
    for _ in range(200):
        letters = "".join(chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=6))
        digits = "".join(chance.choices("123456789", k=4))
        start = f"{chance.randint(1, 37):02}{letters[:3]}P{letters[3]}{digits}{letters[4]}1Z"
        for last in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            assert has_wrong_check_digit(start + last) == _is_wrong_for_others(start + last)
            wrong += has_wrong_check_digit(start + last)
    assert wrong == 200 * 35


def test_only_surely_named_columns_are_checked() -> None:
    assert all(
        map(is_gstin_heading, ["GSTIN", "GSTIN/UIN of Recipient", "Supplier GSTIN", "GST No.", "Party GST number"])
    )
    assert not any(map(is_gstin_heading, ["GST", "GST amount", "Registration", "State", ""]))


def test_the_digits_may_be_of_another_script() -> None:
    assert not has_wrong_check_digit("27AAPFU\u0660939F1ZV")
    assert has_wrong_check_digit("27AAPFU\u0660939F1ZO")
