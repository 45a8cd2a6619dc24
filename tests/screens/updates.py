"""Define the states that newer versions and an IT department bring about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from tests.screens.states import CUSTOM, NARROW, NORMAL, SANDBOX, Scene, problems, ready_production, set_scene

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Policy, ProxyChoice, ProxyMode, Release, Standing
from ledgerdrop.ui.settings.settings_dialog import SettingsDialog

ADDRESS = "https://updates.example.com/ledgerdrop.json"
RELEASE = Release("1.4.0", "https://www.example.com/download")
POLICY = Policy(updates_address=ADDRESS)
HELD = frozenset({"name", "base_url", "integration_id", "colour"})
OF_IT = Policy(frozenset({"language", "proxy", "ask_for_updates"}), {SANDBOX.id: HELD, CUSTOM.id: HELD}, ADDRESS)


def scene_of(policy: Policy = POLICY, **settings: object) -> Scene:
    """Return a window whose settings are those of IT."""
    staged = set_scene(SANDBOX, load=False)
    staged.settings_service.settings = replace(staged.settings_service.settings, policy=policy, **settings)  # type: ignore[arg-type]
    staged.settings_service.load()
    return staged


def update_notice() -> Scene:
    staged = problems()
    staged.window.updates.tell(RELEASE)
    return staged


def update_notice_long() -> Scene:
    """Show the notice below a message of our own."""
    staged = ready_production()
    staged.window.updates.tell(replace(RELEASE, version="2026.10.12rc10"))
    staged.window.banner.say("2 files were in the list already. 3 files that are not ledgers were left out.")
    return staged


def asked(outcome: Release | Standing | Problem | None) -> Scene:
    staged = scene_of()
    staged.window.updates.ask()
    if outcome is not None:
        staged.window.updates.answer(outcome)
    return staged


def update_asking() -> Scene:
    return asked(None)


def update_newest() -> Scene:
    return asked(Standing.ON)


def update_off_by_it() -> Scene:
    return asked(Standing.OFF_BY_IT)


def update_not_set_up() -> Scene:
    return asked(Standing.NOT_SET_UP)


def update_practising() -> Scene:
    return asked(Standing.PRACTISING)


def update_unknown() -> Scene:
    return asked(Problem(Code.NEWEST_UNKNOWN, {"host": "updates.example.com"}))


def settings_of(staged: Scene) -> SettingsDialog:
    """Open the settings of that window."""
    staged.window.settings_controller.open()
    dialog = staged.window.settings_controller.settings
    assert dialog is not None
    return dialog


def updates_page(policy: Policy = POLICY, *, ask_for: bool = True) -> Scene:
    staged = scene_of(policy, ask_for_updates=ask_for)
    dialog = settings_of(staged)
    dialog.updates_tab.click()
    return staged


def updates_page_fixed() -> Scene:
    return updates_page(OF_IT)


def updates_page_off_by_it() -> Scene:
    return updates_page(OF_IT, ask_for=False)


def updates_page_not_set_up() -> Scene:
    return updates_page(Policy())


def accounts_of_it() -> Scene:
    staged = scene_of(OF_IT)
    settings_of(staged)
    return staged


def network_of_it() -> Scene:
    staged = scene_of(OF_IT, proxy=ProxyChoice(ProxyMode.MANUAL, "http://proxy.firm.example:8080"))
    dialog = settings_of(staged)
    dialog.network_tab.click()
    return staged


def account_of_it() -> Scene:
    staged = scene_of(OF_IT)
    staged.window.settings_controller.open_account(CUSTOM.id)
    return staged


def presets_unusable() -> Scene:
    staged = set_scene(SANDBOX)
    what = {"path": "/etc/xdg/ledgerdrop/presets.json", "what": "It isn't a settings file from IT, or it's damaged."}
    staged.settings_service.failed.emit(Problem(Code.PRESETS_UNUSABLE, what))
    return staged


UPDATES: dict[str, tuple[Callable[[], Scene], QSize]] = {
    "update_notice": (update_notice, NORMAL),
    "update_notice_long": (update_notice_long, NORMAL),
    "update_notice_narrow": (update_notice, NARROW),
    **{
        make.__name__: (make, NORMAL)
        for make in (
            update_asking,
            update_newest,
            update_off_by_it,
            update_not_set_up,
            update_practising,
            update_unknown,
        )
    },
    "presets_unusable": (presets_unusable, NORMAL),
    **{
        f"dialog_{make.__name__}": (make, NORMAL)
        for make in (
            updates_page,
            updates_page_fixed,
            updates_page_off_by_it,
            updates_page_not_set_up,
            accounts_of_it,
            network_of_it,
            account_of_it,
        )
    },
}
