"""What is left out of the program, and what never is."""

import pytest

import trim


@pytest.mark.parametrize(
    "name",
    [
        "libmagic.so.1",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt6Quick.dll",
        "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
    ],
)
def test_it_is_left_out(name: str) -> None:
    assert not trim.wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "magic/libmagic.so.1",
        "magic/libmagic-1.dll",
        "magic/magic.mgc",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/imageformats/qsvg.dll",
        "PySide6/Qt6Widgets.dll",
        "ledgerdrop/data/samples/march-ledger.csv",
    ],
)
def test_it_stays(name: str) -> None:
    assert trim.wanted(name)
