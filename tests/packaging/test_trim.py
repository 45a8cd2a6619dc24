"""Test what is left out of the program, and what never is."""

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
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/qt_ar.qm",
        "magic/libstdc++-6.dll",
        "libfontconfig.so.1",
        "ledgerdrop/data/translations/hi.ts",
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
        "PySide6/Qt/translations/qtbase_ar.qm",
        "libstdc++.so.6",
        "ledgerdrop/data/translations/hi.qm",
        "ledgerdrop/data/help/hi.md",
        "ledgerdrop/data/samples/march-ledger.csv",
    ],
)
def test_it_stays(name: str) -> None:
    assert trim.wanted(name)


def test_microsofts_runtime_is_everywhere_the_newest() -> None:
    versions = {"python": (14, 38), "qt": (14, 42), "shiboken": (14, 40)}
    kept = trim.one_runtime(
        [
            ("VCRUNTIME140.dll", "python", "BINARY"),
            ("PySide6/VCRUNTIME140.dll", "qt", "BINARY"),
            ("PySide6/Qt6Core.dll", "core", "BINARY"),
            ("shiboken6/MSVCP140.dll", "shiboken", "BINARY"),
        ],
        versions.__getitem__,
    )
    assert kept == [
        ("VCRUNTIME140.dll", "qt", "BINARY"),
        ("PySide6/VCRUNTIME140.dll", "qt", "BINARY"),
        ("PySide6/Qt6Core.dll", "core", "BINARY"),
        ("shiboken6/MSVCP140.dll", "shiboken", "BINARY"),
    ]
