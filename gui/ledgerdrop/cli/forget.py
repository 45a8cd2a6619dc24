"""Remove this user's tokens and proxy password from the keyring (`ledgerdrop forget`), as the uninstaller does."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.runtime.command_line import Parser
from ledgerdrop.runtime.locations import locations
from ledgerdrop.store import settings_file
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.proxy_address import forget_sign_in


def main(arguments: Sequence[str]) -> int:
    """Forget every secret of the accounts in the settings. Returns 0, or 1 when the keyring refused one of them."""
    purpose = "Remove the tokens of all accounts, and the proxy password, from this user's keyring."
    Parser(prog="ledgerdrop forget", description=purpose).parse_args(arguments)
    return 1 if forget(TokenStore(), settings_file.load(locations().settings).settings) else 0


def forget(store: TokenStore, settings: Settings) -> list[Problem]:
    """Delete the secrets that these settings name. Returns the problems of the keyring. Blocks as the store does."""
    outcomes = [store.delete(account.id) for account in settings.accounts]
    proxies = {*settings.sign_ins, urlsplit(settings.proxy.url).netloc} - {""}
    outcomes += [forget_sign_in(store, proxy) for proxy in sorted(proxies)]
    return [outcome for outcome in outcomes if outcome is not None]
