"""Test whose a folder is: known after "Remember", said after a drop, and asked about before files go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.screens import states
from tests.screens.states import CUSTOM, FOLDER, PRACTICE, PRODUCTION, SANDBOX, Scene, entry, uploaded

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import IngestionOptions, IngestionState
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import FolderOwner, FolderRule, Settings
from ledgerdrop.model.transfers import Notice, State, TransferItem
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.folder_accounts import telling_folder
from ledgerdrop.ui.settings.settings_dialog import SettingsDialog

Show = Callable[[Scene], Scene]

CLIENT = FOLDER / "Al Noor"


def send(scene: Scene, folder: Path, account: Account = CUSTOM) -> TransferItem:
    item = entry(1, "a.csv", State.READY, account, path=folder / "a.csv", dropped_in=folder)
    scene.queue.put([item])
    scene.window.send()
    return item


def send_all(scene: Scene, folder: Path, account: Account = CUSTOM) -> None:
    item = send(scene, folder, account)
    scene.queue.change(replace(uploaded(1, "a.csv", account), path=item.path, dropped_in=folder))


def changed(scene: Scene) -> Settings:
    wanted = scene.settings_service.asked[-1]
    assert wanted[0] == "change"
    settings: Settings = wanted[1]
    return settings


def test_after_a_send_the_account_of_its_folder_is_remembered(show: Show) -> None:
    scene = show(states.set_scene(CUSTOM))
    send_all(scene, CLIENT)
    banner = scene.window.banner
    assert banner.isVisible()
    assert "Al Noor" in banner.words.text()
    assert banner.words.text().endswith("always go to Gulf branch?")
    banner.remember.click()
    assert changed(scene).folders == {str(CLIENT): FolderRule(CUSTOM.id)}
    assert not banner.isVisible()
    scene.settings_service.saved.emit(changed(scene))
    owner = scene.queue.rules.owner(CLIENT / "next" / "b.csv")
    assert owner is not None
    assert owner.account == CUSTOM
    scene.queue.remove([1])
    send_all(scene, CLIENT)
    assert not banner.isVisible()


def test_not_now_is_not_asked_again(show: Show) -> None:
    scene = show(states.set_scene(CUSTOM))
    send_all(scene, CLIENT)
    scene.window.banner.not_now.click()
    assert changed(scene).declined_folders == (str(CLIENT),)
    scene.settings_service.saved.emit(changed(scene))
    scene.queue.remove([1])
    send_all(scene, CLIENT)
    assert not scene.window.banner.isVisible()


def test_practice_and_what_was_not_sent_are_not_remembered(show: Show) -> None:
    scene = show(states.set_scene(PRACTICE))
    send_all(scene, CLIENT, PRACTICE)
    assert not scene.window.banner.isVisible()
    other = show(states.set_scene(CUSTOM))
    item = send(other, CLIENT)
    other.queue.change(replace(item, state=State.CANCELLED))
    assert not other.window.banner.isVisible()


@pytest.mark.parametrize("folder", [Path.home(), Path.home() / "Downloads", Path.home().parent, Path("/")])
def test_a_folder_for_everything_tells_no_client(folder: Path) -> None:
    item = entry(1, "a.csv", State.READY, path=folder / "a.csv")
    assert telling_folder([item]) is None
    assert telling_folder([replace(item, path=CLIENT / "a.csv")]) == CLIENT
    assert telling_folder([replace(item, path=CLIENT / "a.csv"), replace(item, path=FOLDER / "a.csv")]) is None


def test_it_is_said_that_files_went_to_the_account_of_their_folder(show: Show) -> None:
    scene = show(states.set_scene(SANDBOX))
    scene.queue.notice.emit(Notice(owners=(FolderOwner(CLIENT, CUSTOM),)))
    assert scene.window.banner.words.text() == "Files from “Al Noor” go to Gulf branch."


def test_a_folder_of_another_account_is_asked_about_before_send(show: Show) -> None:
    scene = show(states.set_scene(PRODUCTION))
    send(scene, FOLDER / "Gulf Branch 04", PRODUCTION)
    question = scene.window.send_question
    assert question is not None
    assert question.question.text() == "Send files from “Gulf Branch 04” to Sharma & Associates?"
    assert "your account Gulf branch" in question.advice.text()
    question.no.click()
    assert scene.queue.asked == []
    scene.window.send()
    again = scene.window.send_question
    assert again is not None
    again.yes.click()
    assert scene.queue.asked == [("send", [1])]


def test_an_answer_to_the_other_question_does_not_ask_about_the_folder_twice(show: Show) -> None:
    scene = show(states.set_scene(PRODUCTION))
    send(scene, FOLDER / "Gulf Branch 04", PRODUCTION)
    scene.queue.change(replace(scene.queue.entry(1), state=State.SENDING))
    asked = scene.window.send_question
    scene.window.close()
    closing = scene.window.close_question
    assert closing is not None
    closing.no.click()
    assert scene.window.close_question is None
    assert scene.window.send_question is asked


def test_a_folder_that_the_user_gave_to_this_account_is_not_asked_about(show: Show) -> None:
    scene = show(states.set_scene(PRODUCTION))
    folder = FOLDER / "Gulf branch"
    scene.settings_service.saved.emit(scene.settings_service.settings.with_folder_account(str(folder), PRODUCTION.id))
    send(scene, folder, PRODUCTION)
    assert scene.window.send_question is None
    assert scene.queue.asked == [("send", [1])]


def test_known_folders_are_listed_and_forgotten_in_settings(show: Show) -> None:
    scene = show(states.set_scene(CUSTOM))
    scene.window.settings_controller.open()
    dialog = scene.window.settings_controller.settings
    assert isinstance(dialog, SettingsDialog)
    page = dialog.accounts
    assert not page.folders.isVisible()
    known = scene.settings_service.settings.with_folder_account(str(CLIENT), CUSTOM.id)
    scene.settings_service.settings = known
    scene.settings_service.saved.emit(known)
    assert page.folders.isVisible()
    assert [page.folders.item(row).text() for row in range(page.folders.count())] == [
        "~/Documents/Month end/2026-04/Al Noor\nGulf branch"
    ]
    spoken = page.folders.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "~/Documents/Month end/2026-04/Al Noor, files go to Gulf branch"
    page.folders.setCurrentRow(0)
    page.forget.click()
    assert changed(scene).folders == {}
    scene.settings_service.saved.emit(changed(scene))
    assert not page.folders.isVisible()


@pytest.mark.parametrize("action", [Action.SEND_ANYWAY, Action.SEND_AS])
def test_what_is_sent_in_spite_of_a_warning_is_asked_about_as_well(show: Show, action: Action) -> None:
    scene = show(states.set_scene(CUSTOM))
    folder = FOLDER / "Gulf branch"
    wrong = Problem(Code.NAME_DIFFERS, {"better_name": "a.xlsx", "extension": ".csv", "what": "a workbook"})
    state = State.REJECTED if action is Action.SEND_AS else State.DUPLICATE
    scene.queue.put([entry(1, "a.csv", state, PRODUCTION, path=folder / "a.csv", dropped_in=folder, problem=wrong)])
    scene.window.perform(action, [1])
    question = scene.window.send_question
    assert question is not None
    assert scene.queue.asked == []
    question.yes.click()
    assert [asked[0] for asked in scene.queue.asked] == [action.name.lower()]


def test_selected_files_are_asked_about_as_well(show: Show) -> None:
    scene = show(states.set_scene(CUSTOM))
    folder = FOLDER / "Gulf branch"
    scene.queue.put([entry(1, "a.csv", State.READY, PRODUCTION, path=folder / "a.csv", dropped_in=folder)])
    scene.window.send_selected([1])
    question = scene.window.send_question
    assert question is not None
    assert scene.queue.asked == []
    question.yes.click()
    assert scene.queue.asked == [("send_selected", [1])]


def test_all_folders_in_doubt_are_named(show: Show) -> None:
    scene = show(states.set_scene(CUSTOM))
    folders = [(PRODUCTION, "Gulf branch"), (PRODUCTION, "Gulf Branch 2"), (CUSTOM, "Sharma & Associates")]
    items = [
        entry(n, f"{n}.csv", State.READY, owner, path=FOLDER / name / f"{n}.csv")
        for n, (owner, name) in enumerate(folders)
    ]
    scene.queue.put(items)
    scene.window.send()
    question = scene.window.send_question
    assert question is not None
    assert question.question.text() == "Are the accounts right?"
    assert len(question.advice.text().splitlines()) == 3
    question.yes.click()
    assert scene.queue.asked == [("send", [0, 1, 2])]


def test_files_that_did_not_go_by_themselves_are_told_of(show: Show) -> None:
    scene = show(states.set_scene(CUSTOM))
    scene.queue.notice.emit(Notice(doubt=("Gulf branch", PRODUCTION)))
    assert scene.window.banner.words.text() == (
        "Files from “Gulf branch” weren't sent to Sharma & Associates: the folder is named after another account."
    )


def test_template_and_file_type_belong_to_the_folder(show: Show) -> None:
    scene = show(states.set_scene(CUSTOM))
    how = IngestionOptions("TDSV2_PR", "tds")
    item = entry(1, "a.csv", State.READY, CUSTOM, path=CLIENT / "a.csv", dropped_in=CLIENT)
    scene.queue.put([replace(item, ingestion=IngestionState(how, 1))])
    scene.window.send()
    scene.queue.change(replace(uploaded(1, "a.csv", CUSTOM), path=item.path, dropped_in=CLIENT))
    assert scene.window.banner.words.text().endswith("always go to Gulf branch, imported as TDSV2_PR (tds)?")
    scene.window.banner.remember.click()
    known = changed(scene)
    assert known.folders == {str(CLIENT): FolderRule(CUSTOM.id, how)}
    assert known.folder_rules().how(item.path, CUSTOM) == how
    assert known.without_folder_account(str(CLIENT)).folders == {}
    scene.settings_service.saved.emit(known)
    scene.window.settings_controller.open()
    dialog = scene.window.settings_controller.settings
    assert isinstance(dialog, SettingsDialog)
    assert "TDSV2_PR (tds)" in dialog.accounts.folders.item(0).text()
