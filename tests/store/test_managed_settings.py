"""Test what IT has set up, together with what the user has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.settings import FolderRule, ProxyChoice, ProxyMode, Settings, Theme
from ledgerdrop.store.managed_settings import ManagedAccount, ManagedSettings, managed_account

UUID = "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11"
OTHER_UUID = "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c22"
LIVE = Account("-", "Sharma", Environment.PRODUCTION, "https://api.clear.in", UUID, colour="#3366cc")
GULF = Account("-", "Gulf", Environment.CUSTOM, "https://api-sa.example", "")
OWN = Account("mine", "My own", Environment.SANDBOX, "https://api-sandbox.clear.in", OTHER_UUID)
PROXY = ProxyChoice(ProxyMode.MANUAL, "http://proxy.example:8080")


def of_it(*accounts: Account, keys: Sequence[str] = ()) -> ManagedSettings:
    named = [*keys, *(account.name for account in accounts[len(keys) :])]
    return ManagedSettings(
        accounts=tuple(managed_account(key, one) for key, one in zip(named, accounts, strict=True))
    )


def only(settings: Settings, name: str) -> Account:
    (found,) = [account for account in settings.accounts if account.name == name]
    return found


def test_accounts_of_it_are_there_and_have_the_same_id_at_every_start() -> None:
    presets = of_it(LIVE, GULF)
    first = presets.merge(Settings(accounts=(OWN,), current_id=OWN.id))
    assert [account.name for account in first.accounts] == ["My own", "Sharma", "Gulf"]
    assert first.current_id == OWN.id
    assert presets.merge(first) == first
    lost = presets.merge(Settings())  # the user's file is gone; tokens and files are found again all the same
    assert [account.id for account in lost.accounts] == [account.id for account in first.accounts[1:]]
    assert lost.current_id == only(first, "Sharma").id


def test_folders_of_it_go_to_its_account_also_after_the_user_forgot_them() -> None:
    how = IngestionOptions("TDSV2_PR", "tds")
    of_sharma = managed_account("sharma", LIVE, {"/books/Sharma": None, "/books/TDS": how})
    presets = ManagedSettings(accounts=(of_sharma,))
    own = Settings(accounts=(OWN,)).with_folder_account("/books/TDS", OWN.id)
    merged = presets.merge(own)
    owner = only(merged, "Sharma").id
    assert merged.folders == {"/books/Sharma": FolderRule(owner), "/books/TDS": FolderRule(owner, how)}
    assert presets.merge(merged) == merged
    assert presets.apply(merged.with_folder_account("/books/Own", OWN.id)).policy.folders == {
        "/books/Sharma",
        "/books/TDS",
    }
    assert presets.merge(merged.without_folder_account("/books/Sharma")).folders.keys() == {
        "/books/Sharma",
        "/books/TDS",
    }


def test_what_it_changes_is_followed_and_what_is_the_users_stays() -> None:
    before = of_it(LIVE, keys=["head office"]).merge(Settings())
    account = replace(before.accounts[0], send_at_once=True)
    renamed = replace(LIVE, name="Sharma & Sons", integration_id=OTHER_UUID.upper(), colour="")
    after = of_it(renamed, keys=["head office"]).merge(before.with_account(account))
    assert after.accounts == (replace(account, name="Sharma & Sons", integration_id=OTHER_UUID),)


def test_an_integration_id_that_it_left_out_is_the_users() -> None:
    presets = of_it(GULF)
    merge = presets.merge(Settings())
    typed = replace(merge.accounts[0], integration_id=UUID)
    again = presets.merge(merge.with_account(typed))
    assert again.accounts == (typed,)
    assert presets.apply(again).policy.fields_of(typed.id) == {"name", "base_url"}
    assert presets.allowed(again, replace(typed, integration_id=OTHER_UUID)).integration_id == OTHER_UUID


@pytest.mark.parametrize(
    "theirs",
    [
        replace(LIVE, id="own", name="As I call it"),
        replace(LIVE, id="own", integration_id=UUID.upper()),
        replace(LIVE, id="own", integration_id=""),
    ],
)
def test_an_account_that_the_user_has_already_is_taken_and_keeps_its_id(theirs: Account) -> None:
    presets = of_it(LIVE)
    merge = presets.merge(Settings(accounts=(theirs, OWN), current_id="own"))
    assert [account.name for account in merge.accounts] == ["Sharma", "My own"]
    assert merge.accounts[0].id == "own"
    assert presets.merge(merge) == merge
    changed = of_it(replace(LIVE, integration_id=OTHER_UUID, name="Renamed"), keys=[LIVE.name]).merge(merge)
    assert [(account.id, account.name) for account in changed.accounts] == [("own", "Renamed"), (OWN.id, "My own")]


def test_accounts_of_another_place_or_workspace_are_not_taken() -> None:
    others = (
        replace(LIVE, id="1", integration_id=OTHER_UUID),
        replace(LIVE, id="2", environment=Environment.SANDBOX, base_url="https://api-sandbox.clear.in"),
        replace(LIVE, id="3", environment=Environment.CUSTOM),
    )
    merge = of_it(LIVE).merge(Settings(accounts=others, current_id="1"))
    assert merge.accounts[:3] == others
    assert len(merge.accounts) == 4


def test_two_accounts_of_it_are_never_one() -> None:
    twins = (LIVE, replace(LIVE, name="Sharma 2", integration_id=OTHER_UUID))
    before = of_it(*twins, keys=["a", "b"]).merge(Settings())
    swapped = of_it(replace(LIVE, integration_id=OTHER_UUID), replace(LIVE, name="Sharma 2"), keys=["a", "b"]).merge(
        before
    )
    assert [account.id for account in swapped.accounts] == [account.id for account in before.accounts]
    assert [account.integration_id for account in swapped.accounts] == [OTHER_UUID, UUID]


def test_another_key_for_the_same_account_finds_it_and_the_old_key_may_become_another_one() -> None:
    before = of_it(LIVE, keys=["old"]).merge(Settings())
    renamed = of_it(LIVE, keys=["new"]).merge(before)
    assert renamed.accounts == before.accounts
    other = replace(LIVE, name="Another", integration_id=OTHER_UUID)
    for accounts, keys in (((LIVE, other), ["new", "old"]), ((other, LIVE), ["old", "new"])):
        both = of_it(*accounts, keys=keys).merge(renamed)
        assert len({account.id for account in both.accounts}) == 2
        assert {account.name for account in both.accounts} == {"Sharma", "Another"}
        assert of_it(*accounts, keys=keys).merge(both) == both


def test_an_account_that_it_points_elsewhere_is_another_one_without_a_token() -> None:
    before = of_it(GULF).merge(Settings())
    moved = of_it(replace(GULF, base_url="https://evil.example")).merge(before)
    old, new = moved.accounts
    assert (old.base_url, new.base_url) == (GULF.base_url, "https://evil.example")
    assert old == before.accounts[0]  # and files that wait for it go where they were to go
    assert new.id != old.id
    back = of_it(GULF).merge(moved)
    assert back.account(old.id) == old
    assert len(back.accounts) == 2


def test_no_account_that_the_user_pointed_elsewhere_is_pointed_back_with_its_token() -> None:
    """Adopted, let go, moved by the user (who entered a token for the new place), and wanted by IT again."""
    mine = replace(GULF, id="own")
    before = of_it(GULF).merge(Settings(accounts=(mine,), current_id="own"))
    assert [account.id for account in before.accounts] == ["own"]
    moved = ManagedSettings().merge(before).with_account(replace(mine, base_url="https://elsewhere.example"))
    after = of_it(GULF).merge(moved)
    assert after.account("own") == replace(mine, base_url="https://elsewhere.example")
    assert len(after.accounts) == 2
    assert {account.base_url for account in after.accounts if account.id != "own"} == {GULF.base_url}


def test_the_address_of_an_account_that_it_has_brought_is_never_changed_by_hand() -> None:
    presets = of_it(GULF)
    merge = presets.merge(Settings())
    account = merge.accounts[0]
    elsewhere = replace(account, base_url="https://elsewhere.example", send_at_once=True)
    for now in (presets, ManagedSettings()):  # nor when IT lists it no longer: it may do so again
        settings = now.merge(merge)
        assert "base_url" in now.apply(settings).policy.fields_of(account.id)
        assert now.allowed(settings, elsewhere) == replace(account, send_at_once=True)
    tampered = Settings(accounts=(elsewhere,), current_id=account.id)  # by hand in the file
    after = presets.merge(tampered)
    assert after.account(account.id) == elsewhere
    assert len({one.id for one in after.accounts}) == 2


def test_an_account_that_it_no_longer_lists_is_the_users_own() -> None:
    before = of_it(LIVE, GULF).merge(Settings())
    after = of_it(GULF).merge(before)
    assert after.accounts == before.accounts
    policy = of_it(GULF).apply(after).policy
    live, gulf = before.accounts
    assert policy.fields_of(live.id) == {"base_url"}
    assert not policy.lists(live.id)
    assert policy.lists(gulf.id)
    assert of_it(LIVE, GULF).merge(after.without_account(live.id)).accounts == (gulf, live)


def test_a_default_holds_until_the_user_chooses() -> None:
    presets = ManagedSettings(language="hi", proxy=PROXY, ask_for_updates=False)
    shown = presets.apply(Settings())
    assert (shown.language, shown.proxy, shown.ask_for_updates) == ("hi", PROXY, False)
    assert shown.policy.fixed == frozenset()
    own = presets.chosen(Settings(), replace(shown, theme=Theme.DARK))
    assert own == Settings(theme=Theme.DARK)  # what was not touched is not the user's choice
    own = presets.chosen(own, replace(presets.apply(own), language="", ask_for_updates=True))
    shown = presets.apply(own)
    assert (shown.language, shown.proxy, shown.ask_for_updates) == ("", PROXY, True)
    later = ManagedSettings(language="ar", proxy=ProxyChoice(ProxyMode.NONE)).apply(own)
    assert (later.language, later.proxy) == ("", ProxyChoice(ProxyMode.NONE))


def test_what_was_chosen_before_there_were_presets_stays() -> None:
    assert ManagedSettings(language="hi", proxy=PROXY).apply(Settings(language="ar")).language == "ar"


def test_what_is_fixed_holds_and_the_users_choice_comes_back() -> None:
    own = Settings(language="ar", proxy=ProxyChoice(ProxyMode.NONE), chosen=frozenset({"language"}))
    presets = ManagedSettings(
        language="hi", proxy=PROXY, ask_for_updates=False, fixed=frozenset({"language", "proxy"})
    )
    shown = presets.apply(own)
    assert (shown.language, shown.proxy) == ("hi", PROXY)
    assert shown.policy.fixed == {"language", "proxy"}
    kept = presets.chosen(own, replace(shown, language="", proxy=ProxyChoice(), uploads_at_once=7))
    assert kept == replace(own, uploads_at_once=7)
    assert ManagedSettings().apply(kept).language == "ar"


def test_what_is_fixed_without_a_value_is_not_fixed() -> None:
    assert ManagedSettings(fixed=frozenset({"proxy"})).apply(Settings()).policy.fixed == frozenset()


def test_the_first_place_that_names_a_setting_decides_over_it_and_whether_it_is_fixed() -> None:
    machine = ManagedSettings(language="hi", fixed=frozenset({"language", "proxy"}))
    user = ManagedSettings(language="ar", proxy=PROXY, accounts=(managed_account("k", LIVE),), updates_address="")
    file = ManagedSettings(
        proxy=ProxyChoice(), ask_for_updates=True, fixed=frozenset({"proxy", "ask_for_updates", "language"})
    )
    found = machine.over(user).over(file)
    assert found == replace(
        user, language="hi", ask_for_updates=True, fixed=frozenset({"language", "ask_for_updates"})
    )


def test_settings_without_presets_are_as_they_were() -> None:
    own = Settings(accounts=(OWN,), current_id=OWN.id, language="hi")
    assert ManagedSettings().merge(own) == own == ManagedSettings().apply(own)
    assert ManagedSettings().chosen(own, replace(own, language="")) == replace(
        own, language="", chosen=frozenset({"language"})
    )


def test_a_preset_is_known_by_its_key_and_its_address() -> None:
    made = managed_account("k", LIVE)
    same = [managed_account("k", replace(LIVE, id="9", name="x", integration_id="", colour="")).account.id]
    assert {made.account.id, *same} == {made.account.id}
    others = [
        managed_account("l", LIVE),
        managed_account("k", replace(LIVE, base_url="https://api.clear.in.evil.example")),
        managed_account("k", replace(LIVE, environment=Environment.CUSTOM)),
    ]
    assert made.account.id not in {other.account.id for other in others}
    assert isinstance(made, ManagedAccount)
