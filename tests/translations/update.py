"""Bring `resources/translations` up to date with the sources: `python -m tests.translations.update`.

New texts are added to the `.ts` files as unfinished, those that are gone are taken out, and the `.qm` files are made.
Returns 1 while something is still to be translated, and names it.
"""

from __future__ import annotations

import sys

from tests.translations.catalogues import FOLDER, LANGUAGES, compile_, read, update


def main() -> int:
    """Update all languages."""
    missing = []
    for language in LANGUAGES:
        catalogue = update(language, FOLDER)
        compile_(catalogue, catalogue.with_suffix(".qm"))
        missing += [f"{language}: {one.context}: {one.source}" for one in read(catalogue) if not one.finished]
    lines = [*missing, f"{len(missing)} texts are still to be translated in resources/translations/*.ts"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
