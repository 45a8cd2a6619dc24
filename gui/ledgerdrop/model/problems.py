"""Define every problem that a user can meet, in one place and in one voice.

A step of the journey that cannot go on returns a `Problem`: a code with parameters, and what the server said.
What the user reads stands beside the code: a headline (what happened) and advice (why, and what to do next).
The texts are templates, never f-strings, so that they can be translated; whoever shows them translates the
template first and fills in the parameters after that (`fill`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final


class Retry(Enum):
    """Lists what may be tried after a problem: the one decision that the queue and the buttons of a row follow."""

    NO = auto()  # the file or the name must change first
    BY_HAND = auto()  # the user may press "Retry"
    AUTOMATIC = auto()  # by itself, after a pause that grows
    FRESH_URL = auto()  # once by itself with a new pre-signed URL, then by hand
    ACCOUNT = auto()  # the account's files wait until its settings were put right

    def after(self, words: str) -> Text:
        """Return a problem's text: the first line of `words` is the headline, all further ones are the advice."""
        headline, *advice = words.splitlines()
        return Text(headline, " ".join(map(str.strip, advice)), self)


@dataclass(frozen=True)
class Text:
    """Holds the words of a problem, and what may be tried after it."""

    headline: str
    advice: str
    retry: Retry


class Code(Enum):
    """Lists all problems, each as what may be tried after it, its headline, and the advice on the lines below.

    `slug` stands in `--json` output and under "Details", so names are never changed.
    """

    # The file on disk
    MISSING = Retry.BY_HAND.after("""The file is no longer there
        It may have been moved, renamed or deleted. Find it, then drop it again.""")
    BROKEN_LINK = Retry.NO.after("""This shortcut's file is missing
        Find the file itself, then drop that.""")
    FOLDER = Retry.NO.after("""This is a folder, not a file
        Clear accepts single files. Drop the files inside it, or put them into a zip file first.""")
    EMPTY_FOLDER = Retry.NO.after("""This folder is empty
        It contains no files, or only hidden and temporary ones. Drop the folder that contains the ledgers.""")
    NOT_A_FILE = Retry.NO.after("""This isn't a regular file
        It's a device or a connection between programs, which can't be uploaded.""")
    UNREADABLE = Retry.BY_HAND.after("""The file can't be opened
        You don't have permission to read it. Ask its owner for access, or save a copy in your own folder.""")
    KEPT_PRIVATE = Retry.BY_HAND.after("""macOS doesn't let LedgerDrop read this file
        Allow it under System Settings, Privacy & Security, Files and Folders. Then retry.""")
    IN_USE = Retry.BY_HAND.after("""The file is open in another program
        It's probably open in Excel. Save and close it, then retry.""")
    ONLINE_ONLY = Retry.BY_HAND.after("""The file isn't on this computer yet
        It's stored online only (OneDrive, iCloud or similar). Open it once, or choose “Always keep on this device”,
        then retry.""")
    READ_ERROR = Retry.BY_HAND.after("""The file couldn't be read completely
        The disk or network drive reported an error. Copy the file to this computer, then drop the copy.""")
    EMPTY = Retry.NO.after("""The file is empty
        It contains no data. Export it again from your accounting software.""")
    TOO_LARGE = Retry.NO.after("""The file is larger than 5 GB
        Clear accepts files of up to 5 GB. Split the ledger, for example by month, and send the parts.""")
    UNFINISHED_DOWNLOAD = Retry.NO.after("""This file hasn't finished downloading
        Wait until your browser is done, or download it again. Then drop the finished file.""")
    SHORTCUT = Retry.NO.after("""This is a shortcut, not the file
        Find the file that it points to, and drop that.""")
    LOCK_FILE = Retry.NO.after("""This is Excel's lock file for an open workbook
        The ledger is in the same folder, without “~$” in its name. Save and close it in Excel, then drop it.""")
    ONE_PART = Retry.NO.after("""This is one part of several
        The file was split. Join the parts in the program that made them, such as 7-Zip, then drop the result.""")
    LEFT_ARCHIVE = Retry.NO.after("""The file from the archive is gone
        7-Zip, WinRAR and the like keep it only for a moment. Extract it to a folder, then drop it from there.""")
    SHARE_NOT_CONNECTED = Retry.BY_HAND.after("""The network folder isn't connected
        Open it in your file manager and try again, or copy the file to this computer and drop the copy.""")
    INVISIBLE_ENDING = Retry.NO.after("""The extension is followed by characters you can't see
        The name ends in spaces or invisible characters. You can send it as {better_name}. Your own file isn't
        changed.""")
    BEING_WRITTEN = Retry.NO.after("""The file is still being written
        A program is still saving it. LedgerDrop checks it as soon as it stops changing.""")
    NO_EXTENSION = Retry.NO.after("""The file has no extension
        Clear needs a name ending in .csv, .xlsx, .xls or .zip.""")
    WRONG_EXTENSION = Retry.NO.after("""Clear doesn't accept {extension} files
        Clear accepts .csv, .xlsx, .xls and .zip. Save or export the ledger as one of these.""")
    CHANGED = Retry.BY_HAND.after("""The file was changed after it was checked
        The earlier version was discarded. Finish editing, then press Retry.""")

    # What the file holds
    CONTENT_DIFFERS = Retry.NO.after("""Named {extension}, but it's {what}
        Clear rejects files whose name and content don't match. Open the file in the program that made it, then save
        or export it as .csv, .xlsx or .xls.""")
    NAME_DIFFERS = Retry.NO.after("""Named {extension}, but it's {what}
        The content is fine; only the name is wrong. You can send it as {better_name}. Your own file isn't
        changed.""")
    PASSWORD_PROTECTED = Retry.NO.after("""The workbook has a password
        Clear can't open it. In Excel, choose File > Info > Protect Workbook, remove the password, and save. If Excel
        opens it without asking, the structure is protected: turn off Review > Protect Workbook, and save.""")
    RIGHTS_MANAGED = Retry.NO.after("""Access to this workbook is restricted
        A sensitivity label or rights management protects it, so Clear can't open it. In Excel, choose File > Info >
        Protect Workbook and allow unrestricted access, or choose another label, and save. If you can't, ask its
        owner.""")
    MACRO_WORKBOOK = Retry.NO.after("""This workbook contains macros
        Clear doesn't accept workbooks with macros (.xlsm). In Excel, choose Save As > “Excel Workbook (.xlsx)”.""")
    BINARY_WORKBOOK = Retry.NO.after("""This is an Excel binary workbook (.xlsb)
        Clear doesn't accept it. In Excel, choose Save As > “Excel Workbook (.xlsx)”.""")
    OPEN_DOCUMENT = Retry.NO.after("""This is an OpenDocument (LibreOffice) file
        Clear doesn't accept it. In LibreOffice, choose Save As > “Excel 2007-365 (.xlsx)”.""")
    WEB_PAGE = Retry.NO.after("""This is a web page, not a ledger
        Some portals export a web page and name it {extension}. Open it in Excel and choose Save As > “Excel Workbook
        (.xlsx)”. If it shows a sign-in page, download the ledger again.""")
    XML_DOCUMENT = Retry.NO.after("""This is an XML file, not an Excel workbook
        Open it in Excel, choose Save As > “Excel Workbook (.xlsx)”, then drop the new file.""")
    PLAIN_TEXT = Retry.NO.after("""Named {extension}, but it's plain text
        Open it in Excel, choose Save As > “Excel Workbook (.xlsx)”, then drop the new file.""")
    PDF = Retry.NO.after("""This is a PDF document
        Clear needs data, not a document. Export the ledger as .csv or .xlsx from your accounting software.""")
    IMAGE = Retry.NO.after("""This is a picture
        Clear needs data, not a document. Export the ledger as .csv or .xlsx from your accounting software.""")
    JSON_DATA = Retry.NO.after("""This is JSON data
        Clear doesn't accept it here. Export the ledger as .csv or .xlsx instead.""")
    DAMAGED = Retry.NO.after("""The file is damaged or incomplete
        Copying or downloading may have been interrupted. Download or export it again.""")

    # Sent only after "Send anyway"
    UNCERTAIN_CONTENT = Retry.NO.after("""This may not be what its name says
        It looks like {what}. Clear may reject it. Look at it before you send it anyway.""")
    MESSAGE = Retry.NO.after("""This looks like a message, not a ledger
        The portal may have sent it instead of the file, for example because you were signed out. Open and read it,
        then download or export the ledger again.""")
    BROKEN_OFF = Retry.NO.after("""The table may be cut off
        The last row is followed by something else, such as an error message or part of another file. Rows may be
        missing. Check the end of the file, or export it again.""")
    SENT_BEFORE = Retry.NO.after("""Already sent on {day} as {name}
        Identical to a file this account has already sent. Send it again only if you mean to.""")
    SAME_CONTENT = Retry.NO.after("""Same as {name}, not sent
        Both files have the same content and go to the same account. Only one is sent. Send this one too only if Clear
        should get it twice.""")
    OLD_WORKBOOK = Retry.NO.after("""This workbook is from a very old version of Excel
        Clear may not be able to read it. Open it in Excel and choose Save As > “Excel Workbook (.xlsx)”.""")
    STRAY_NULS = Retry.NO.after("""The text contains invalid characters
        Some programs leave them behind, and Clear may reject the file. Export it again, or save it as .xlsx in
        Excel.""")
    ENCRYPTED_MEMBERS = Retry.NO.after("""The zip file has a password
        Clear may not be able to open it. Create the zip again without a password.""")
    EMPTY_ARCHIVE = Retry.NO.after("""The zip file is empty
        Create the zip again with the ledgers inside.""")
    NOTHING_IN_ARCHIVE = Retry.NO.after("""The zip file contains nothing for Clear
        This is {what}. Create the zip again with the ledgers inside.""")
    LOCKED_MEMBER = Retry.NO.after("""A workbook in the zip file is locked
        It has a password or restricted access, so Clear can't open it. Unlock it in Excel, then zip it again.""")

    # The account
    NO_TOKEN = Retry.ACCOUNT.after("""This account has no access token
        Open Settings and enter the token from Clear. Find it in Clear under Settings > Integrations.""")
    NO_INTEGRATION_ID = Retry.ACCOUNT.after("""This account has no integration ID
        Open Settings and enter the integration ID from Clear. It has 36 characters.""")
    BAD_BASE_URL = Retry.ACCOUNT.after("""The address of Clear in Settings is invalid
        It must start with https:// and contain no user name, question mark or number sign. Correct it in
        Settings.""")
    KEYRING_SILENT = Retry.ACCOUNT.after("""The computer's password store isn't responding
        It may be waiting for you to unlock it. Look for its window, unlock it, then retry.""")
    KEYRING_REFUSED = Retry.ACCOUNT.after("""The computer's password store isn't available
        LedgerDrop keeps your token there. You can enter the token just until you quit LedgerDrop.""")
    KEYRING_LOCKED = Retry.ACCOUNT.after("""The computer's password store is locked
        Unlock it and retry, or enter the token just until you quit LedgerDrop.""")
    BAD_TOKEN = Retry.ACCOUNT.after("""This isn't an access token
        {what} Copy the token again in Clear (Settings > Integrations) and paste it here.""")

    ACCOUNT_REMOVED = Retry.NO.after("""This file's account no longer exists
        It was removed in Settings. Choose another account, then drop the file again.""")

    # Settings and our own folders
    FOLDER_UNWRITABLE = Retry.BY_HAND.after("""LedgerDrop can't write to its own folder
        It has no permission to write in {path}, or the disk is full. Fix that, or ask your IT department.""")
    SETTINGS_DAMAGED = Retry.NO.after("""Some settings couldn't be read
        A copy is kept in {path}. Check your accounts in Settings. Your tokens are safe; they aren't in that file.""")
    SETTINGS_NEWER = Retry.NO.after("""The settings are from a newer version of LedgerDrop
        {path} isn't used and isn't changed. Your changes last until you quit LedgerDrop. Install the newer version to
        use your settings.""")
    SETTINGS_UNREADABLE = Retry.BY_HAND.after("""The settings can't be opened
        LedgerDrop has no permission to read {path}. Nothing was changed. Ask your IT department for access.""")
    ACCOUNTS_FILE_WRONG = Retry.NO.after("""This accounts file can't be used
        {what} Nothing was added. Ask whoever gave you the file for a new one.""")
    ACCOUNT_IN_FILE_WRONG = Retry.NO.after("""This accounts file can't be used
        Account {number} is invalid: {what}. Nothing was added. Ask whoever gave you the file for a new one.""")
    PRESETS_UNUSABLE = Retry.NO.after("""Your IT department's settings couldn't be used
        {path}: {what} LedgerDrop works without it. Show this to your IT department.""")
    PRESET_WRONG = Retry.NO.after("""One of your IT department's settings can't be used
        “{name}” in {path}: {what} Everything else is used. Show this to your IT department.""")
    PRESET_ACCOUNT_WRONG = Retry.NO.after("""An account set up by your IT department can't be used
        Account {number} in {path} is invalid: {what}. Everything else is used. Show this to your IT department.""")
    FILE_NOT_WRITTEN = Retry.BY_HAND.after("""The file couldn't be saved
        {path} may be on a full or read-only disk, or in a folder you can't write to. Choose another place.""")

    # Clear's API
    SIGN_IN_REFUSED = Retry.ACCOUNT.after("""Clear rejected the access token
        It may be out of date or belong to another account. Get the current token from Clear and enter it for this
        account.""")
    NOT_ALLOWED = Retry.ACCOUNT.after("""Clear doesn't allow this account to upload
        The token and integration ID may not belong together, or this network isn't allowed. Check both in Settings,
        or ask whoever manages Clear for you.""")
    REQUEST_REFUSED = Retry.BY_HAND.after("""Clear rejected the request
        Read Clear's response. If it doesn't help, send it to Clear support.""")
    NAME_REFUSED = Retry.BY_HAND.after("""Clear rejected this file name
        Read Clear's response, rename the file, then drop it again.""")
    REQUEST_BLOCKED = Retry.BY_HAND.after("""A filter blocked this request before it reached Clear
        It may object to the file's name or content. Try another name, or ask your IT department to allow it. Your
        other files aren't affected.""")
    TOO_MANY_REQUESTS = Retry.AUTOMATIC.after("""Clear asked LedgerDrop to wait
        There were too many requests in a short time. Your file is fine.""")
    API_TROUBLE = Retry.AUTOMATIC.after("""Clear is having a problem
        Your file is fine. If it lasts more than an hour, tell Clear support.""")
    API_NO_SUCCESS = Retry.BY_HAND.after("""Clear didn't accept the request
        Read Clear's response. If it doesn't help, send it to Clear support.""")
    API_UNEXPECTED_STATUS = Retry.BY_HAND.after("""Unexpected reply from Clear
        Check the address in Settings. If it's right, send the details to Clear support.""")
    API_ANSWER_UNREADABLE = Retry.BY_HAND.after("""Unexpected reply
        Something between this computer and Clear may have replied, or the address in Settings isn't Clear's. Check
        both.""")
    API_ANSWER_TOO_LONG = Retry.BY_HAND.after("""The reply was far too long
        Clear doesn't reply like this. Check the address in Settings.""")
    API_ANSWER_SLOW = Retry.AUTOMATIC.after("""Clear took too long to reply
        The connection or Clear is very slow right now.""")
    UNSAFE_UPLOAD_URL = Retry.BY_HAND.after("""The upload address isn't secure
        Clear should give an https address but didn't. To protect your ledger, nothing was sent. Tell Clear
        support.""")

    BAD_UPLOAD_URL = Retry.BY_HAND.after("""Clear gave an unusable upload address
        It would lose its permission on the way, so nothing was sent. This is a problem at Clear. Send the details to
        Clear support.""")

    # The network in between
    OFFLINE = Retry.AUTOMATIC.after("""No internet connection
        Sending resumes automatically when you're back online.""")
    HOST_UNKNOWN = Retry.AUTOMATIC.after("""Can't reach {host}
        Check your internet connection and the address in Settings.""")
    CONNECTION_REFUSED = Retry.AUTOMATIC.after("""No connection to {host}
        The connection was refused, perhaps by a firewall. If this continues, ask your IT department to allow it.""")
    CONNECTION_TIMED_OUT = Retry.AUTOMATIC.after("""No reply from {host}
        The network may be down, or a firewall may be blocking it. If this continues, ask your IT department.""")
    CONNECTION_LOST = Retry.AUTOMATIC.after("""The connection to {host} was lost
        Without confirmation, the file doesn't count as uploaded. This happens on busy or weak networks.""")
    STALLED = Retry.AUTOMATIC.after("""The upload stalled
        Nothing could be sent for {seconds} seconds. The file wasn't uploaded.""")
    NO_ANSWER = Retry.AUTOMATIC.after("""Everything was sent, but Clear didn't confirm it
        Without confirmation, the file doesn't count as uploaded. It's safe to send it again.""")
    CERTIFICATE_UNTRUSTED = Retry.BY_HAND.after("""Can't verify the identity of {host}
        This computer doesn't trust the issuer of its certificate. On a company network, ask IT to install the
        company's certificate. Nothing was sent.""")
    CERTIFICATE_EXPIRED = Retry.BY_HAND.after("""The certificate of {host} isn't valid today
        Check this computer's date and time. If they're right, tell IT. Nothing was sent.""")
    CERTIFICATE_WRONG_NAME = Retry.BY_HAND.after("""Another computer replied instead of {host}
        Its certificate is for a different name. Check the address in Settings, or ask IT. Nothing was sent.""")
    TLS_FAILED = Retry.AUTOMATIC.after("""No secure connection to {host}
        Encryption couldn't be set up. A firewall or antivirus program may be in the way.""")
    CLIENT_CERTIFICATE = Retry.BY_HAND.after("""{host} asks for a certificate from this computer
        LedgerDrop can't provide one. A company firewall may be asking. Ask your IT department to allow {host} without
        a certificate.""")
    HTTP2_ONLY = Retry.BY_HAND.after("""{host} accepts only HTTP/2
        LedgerDrop uses HTTP/1.1, as Clear does. Something in between may be misconfigured. Tell your IT
        department.""")
    BAD_CA_BUNDLE = Retry.BY_HAND.after("""The trusted certificates file can't be used
        {variable} points to {path}, which is missing or contains no certificates. Correct or remove that setting.""")
    PROXY_UNREACHABLE = Retry.AUTOMATIC.after("""The company proxy {host} isn't responding
        Check that you're on the company network or VPN, or ask IT.""")
    PROXY_NO_CONNECTION = Retry.AUTOMATIC.after("""No connection to {host} through the company proxy
        {host} may be down, or the proxy can't reach it. LedgerDrop retries automatically. If this continues, ask your
        IT department.""")
    PROXY_TLS_FAILED = Retry.AUTOMATIC.after("""No secure connection to the company proxy {host}
        It may not use https. Try its address with http:// in Settings, under Network, or ask IT.""")
    PROXY_IS_PLAIN = Retry.ACCOUNT.after("""The company proxy {host} doesn't use https
        Change its address to http:// in Settings, under Network. If it comes from this computer's settings, ask
        IT.""")
    PROXY_CERTIFICATE_UNTRUSTED = Retry.BY_HAND.after("""Can't verify the identity of the company proxy {host}
        This computer doesn't trust the issuer of the proxy's certificate. Ask IT to install the company's
        certificate. Nothing was sent.""")
    PROXY_CERTIFICATE_WRONG_NAME = Retry.BY_HAND.after("""The company proxy's certificate isn't for {host}
        The certificate names a different proxy. Enter that name in Settings, under Network, or ask IT. Nothing was
        sent.""")
    PROXY_PASSWORD = Retry.ACCOUNT.after("""The company proxy asks for a user name and password
        Enter them in Settings, under Network.""")
    PROXY_OF_WINDOWS = Retry.BY_HAND.after("""The company proxy needs a sign-in that LedgerDrop doesn't support
        It accepts only {kinds}. Ask IT to let this computer reach {host} without signing in, or to also allow
        “Basic”.""")
    PROXY_REFUSED = Retry.BY_HAND.after("""The company proxy blocked the connection
        Ask IT to allow connections to {host}.""")
    BAD_PROXY = Retry.ACCOUNT.after("""The proxy address is invalid
        It should look like http://proxy.example.com:8080. Correct it in Settings, under Network, or ask IT. It may
        come from this computer's settings.""")
    SIGN_IN_PAGE = Retry.BY_HAND.after("""A web page replied instead of Clear
        This network may want you to sign in first. Open any web page in your browser, sign in, then retry. If that
        doesn't help, your company's filter may have replied. Show the page's text to your IT department.""")
    REDIRECTED = Retry.BY_HAND.after("""Redirected to another address
        This network may want you to sign in first (open any web page in your browser), or the address in Settings
        isn't Clear's. Nothing was sent there.""")

    # Storage
    UPLOAD_REFUSED = Retry.FRESH_URL.after("""Clear's storage rejected the upload
        Permission for this upload wasn't granted. If it happens again, tell Clear support.""")
    URL_EXPIRED = Retry.FRESH_URL.after("""The permission for this upload expired
        Clear allows one hour for each upload. Press Retry to get a new permission.""")
    SIGNATURE_REFUSED = Retry.FRESH_URL.after("""Clear's storage rejected the permission
        A proxy may have changed the request. If it happens again, tell Clear support and IT.""")
    CLOCK_WRONG = Retry.BY_HAND.after("""This computer's clock is wrong
        Uploads need the right date and time. Turn on automatic time in the computer's settings.""")
    CLOCK_DIFFERS = Retry.FRESH_URL.after("""This computer's clock differs from Clear's
        Clear's storage rejected the upload because of its time. Turn on automatic time in the computer's settings,
        then press Retry.""")
    STORAGE_BLOCKED = Retry.BY_HAND.after("""Something else replied instead of Clear's storage
        This is usually your company's filter, or a network that wants you to sign in first (open any web page in your
        browser). Read what it says and show it to your IT department. The file wasn't uploaded.""")
    STORAGE_GATEWAY = Retry.AUTOMATIC.after("""Can't reach Clear's storage
        Something in between, such as a gateway or your company's filter, replied instead. LedgerDrop retries
        automatically. If this continues, show what it says to your IT department.""")
    STORAGE_REDIRECTED = Retry.BY_HAND.after("""Clear's storage redirected the upload
        LedgerDrop sends your ledger only to the address Clear gave. This is a problem at Clear. Send the details to
        Clear support.""")
    STORAGE_NAME_TOO_LONG = Retry.NO.after("""The file name is too long for Clear's storage
        Give the file a shorter name, then drop it again.""")
    STORAGE_TOO_LARGE = Retry.NO.after("""The file is too large for Clear's storage
        Split the ledger, for example by month, and send the parts.""")
    STORAGE_BUSY = Retry.AUTOMATIC.after("""Clear's storage is busy
        Your file is fine.""")
    STORAGE_TROUBLE = Retry.AUTOMATIC.after("""Clear's storage is having a problem
        Your file is fine. If it lasts more than an hour, tell Clear support.""")
    STORAGE_GONE = Retry.FRESH_URL.after("""Clear's storage doesn't recognise the place for this file
        This is a problem at Clear. Send the details to Clear support.""")
    STORAGE_REJECTED = Retry.BY_HAND.after("""Clear's storage rejected the file
        Read its response under Details and send it to Clear support.""")
    STORAGE_ANSWER_UNREADABLE = Retry.BY_HAND.after("""Can't tell if the file arrived
        The reply wasn't one that Clear's storage gives, so the file doesn't count as uploaded. Something in between
        may have replied.""")
    URL_USED_BEFORE = Retry.BY_HAND.after("""Clear's permission was already used for another file
        Something between this computer and Clear repeats old replies, probably a web cache. Nothing was sent, because
        it would have replaced the other file. Retry later, or tell whoever looks after your network.""")
    PLACE_TAKEN = Retry.BY_HAND.after("""An earlier file with this name isn't imported yet
        Clear gave both files the same place, so this one would replace the other. Send it after the other is
        imported, or under another name.""")
    STORAGE_NO_PROOF = Retry.FRESH_URL.after("""Can't tell if the file arrived
        The reply from Clear's storage lacks the proof it gives for other files, so the file doesn't count as
        uploaded. Retry. If this continues, tell whoever looks after your network.""")
    DAMAGED_ON_THE_WAY = Retry.AUTOMATIC.after("""The file was damaged in transit
        Clear's storage noticed and didn't keep it. Your own file is fine.""")
    CHECKSUM_DIFFERS = Retry.BY_HAND.after("""What arrived isn't what was sent
        Clear's storage reports different content. Don't rely on this upload. Send the file again, and tell Clear
        support if this continues.""")

    # After the upload
    INGEST_UNCONFIRMED = Retry.BY_HAND.after("""Unconfirmed
        The file is uploaded and was submitted for import, but Clear's reply was lost. Look in Clear before you submit
        it again; it could be imported twice.""")
    NOT_TAKEN_IN = Retry.NO.after("""Import rejected
        The upload was fine, but Clear rejected the content. Read Clear's reasons, correct the ledger, then drop it
        again. In a batch, one bad file is enough; for the others, choose “After the upload”.""")
    TASK_UNKNOWN = Retry.BY_HAND.after("""Clear doesn't recognise this import
        Check in Clear if the file was imported. If not, send the details to Clear support.""")
    TASK_NOT_SHOWN = Retry.BY_HAND.after("""This account can't see the import status
        The token may belong to a different workspace than before. Check it in Settings, or look in Clear to see if
        the file was imported.""")
    TASK_ACCOUNT_REMOVED = Retry.NO.after("""The account that submitted it no longer exists
        It was removed in Settings. Look in Clear to see if the file was imported.""")
    STILL_PROCESSING = Retry.BY_HAND.after("""Clear is still importing it
        LedgerDrop no longer checks automatically. Check the status later, here or in Clear.""")
    BATCH_HELD_BACK = Retry.BY_HAND.after("""Uploaded, but its batch isn't complete
        {name} wasn't uploaded, so the batch wasn't submitted for import. Send that file again, or remove it.""")
    INGEST_NOT_ALLOWED = Retry.ACCOUNT.after("""This account isn't allowed to import
        They're uploaded but not imported. Ask whoever manages Clear for you to allow it. To skip the import, choose
        “After the upload”.""")
    REFUSED_AFTER_AN_HOUR = Retry.BY_HAND.after("""Clear rejected the request
        The file was uploaded more than an hour ago, which may be too long. Read Clear's response. If it gives no
        other reason, drop the file and send it again.""")
    INTENT_NOT_SAVED = Retry.BY_HAND.after("""Uploaded, but not submitted for import
        LedgerDrop couldn't record it first and might submit it twice after a crash. Free some disk space or check
        permissions, then submit it again.""")

    # The journal
    JOURNAL_DAMAGED = Retry.NO.after("""The list of earlier uploads was damaged
        LedgerDrop kept it as {name} and started a new one. Drop the files that were still waiting again; look in
        Clear for those that arrived.""")
    JOURNAL_UNREADABLE = Retry.NO.after("""The list of uploads is damaged
        You can send files, but they're no longer recorded. Quit LedgerDrop and open it again to start a new list.""")
    JOURNAL_ROW_DAMAGED = Retry.NO.after("""Part of the list of uploads can't be read
        A file or a receipt is missing from it; all others are fine. Look in Clear for anything missing here.""")
    JOURNAL_NEWER = Retry.NO.after("""The list of uploads is from a newer version of LedgerDrop
        It wasn't changed. You can send files, but this version can't show earlier ones and forgets its own when you
        quit. Install the latest LedgerDrop.""")
    JOURNAL_LOCKED = Retry.BY_HAND.after("""Another program is using the list of uploads
        It may be LedgerDrop in another of your sessions, or a backup. You can send files, but the list is forgotten
        when you quit LedgerDrop.""")
    JOURNAL_UNWRITABLE = Retry.BY_HAND.after("""The list of uploads can't be saved
        LedgerDrop has no permission to write in {folder}, or the disk is full. You can send files, but the list is
        forgotten when you quit. Fix that, or ask IT.""")
    JOURNAL_REPLACED = Retry.NO.after("""The list of uploads was deleted or replaced
        LedgerDrop saved the complete list again and kept the other file beside it. Exclude LedgerDrop's data folder
        from cleanup, restore and sync programs.""")
    NOT_NOTED = Retry.BY_HAND.after("""Uploaded, but not submitted for import
        LedgerDrop couldn't record the request in {folder}, so a later run might have submitted it twice. Free some
        space or allow writing there, then send the file again.""")
    NOTES_DAMAGED = Retry.BY_HAND.after("""The record of earlier imports is damaged
        The file wasn't submitted for import, because an earlier run may have done so. Check what Clear has, move
        {path} elsewhere, then send what's missing.""")
    JOURNAL_FULL = Retry.BY_HAND.after("""The list of uploads can't be saved: the disk is full
        You can send files. Free some space before you quit LedgerDrop so the list isn't lost.""")
    RECEIPTS_NOT_SAVED = Retry.BY_HAND.after("""The receipts couldn't be saved as {path}
        The file may be open in Excel, the disk full, or the folder protected. Close the file, or choose another
        place.""")

    # Ourselves
    NEWEST_UNKNOWN = Retry.BY_HAND.after("""Can't check for updates
        Can't reach {host}, or something else replies instead. Check your connection, or try again later.""")
    NO_PRACTICE = Retry.BY_HAND.after("""The practice server didn't start
        You can't practise right now; real accounts aren't affected. An antivirus program may have stopped it. Start
        LedgerDrop again, or show the details to IT.""")
    INSTANCE_SILENT = Retry.BY_HAND.after("""LedgerDrop is already open but isn't responding
        Look for its window. If it doesn't respond, end LedgerDrop (Task Manager on Windows, Force Quit on a Mac) and
        open it again. Waiting files are still in the list.""")
    CANCELLED = Retry.BY_HAND.after("""Cancelled
        You cancelled this file. Nothing was kept.""")
    MAY_HAVE_ARRIVED = Retry.BY_HAND.after("""Cancelled, but the file may have arrived
        All of it had been sent; Clear's confirmation hadn't come yet. Look in Clear before you send it again.""")
    UNEXPECTED = Retry.BY_HAND.after("""Something went wrong in LedgerDrop
        It couldn't finish. Retry. If it happens again, send us the details.""")

    @property
    def slug(self) -> str:
        """Return the code as text: `sign_in_refused`."""
        return self.name.lower()


ALL_SENT: Final = "all_sent"  # a parameter: an attempt before the one that failed sent everything


@dataclass(frozen=True)
class Problem:
    """Holds why a step failed.

    `params` fill the templates (`name`, `host`, ...) and carry what a reader of `--json` wants to know (`kind`,
    `mime`). `what` is a text of ours, which is translated as well: always a literal, found by tests/translations.
    `server_message` and `server_code` are the server's own words, redacted and bounded (`net/response.py`): untrusted
    plain text. `retry_after` is what the server asked for, in seconds. `detail` is for support: the exception's type,
    the stage; never shown as a headline.
    """

    code: Code
    params: Mapping[str, str] = field(default_factory=dict)
    server_message: str = ""
    server_code: str = ""
    http_status: int | None = None
    retry_after: float | None = None
    detail: str = ""

    @property
    def headline(self) -> str:
        """Return what happened, in English."""
        return fill(self.code.value.headline, self.params)

    @property
    def advice(self) -> str:
        """Return why it happened and what to do next, in English."""
        return fill(self.code.value.advice, self.params)

    @property
    def retry(self) -> Retry:
        """Return what may be tried now."""
        return self.code.value.retry

    @property
    def may_have_arrived(self) -> bool:
        """Return whether an attempt sent all of the file, and nobody said that it was not kept."""
        return self.code is Code.MAY_HAVE_ARRIVED or ALL_SENT in self.params


def fill(template: str, params: Mapping[str, str]) -> str:
    """Put the parameters into a (translated) template; a parameter is never itself read as a template."""
    known = defaultdict(lambda: "...", params)  # a missing parameter must not hide the problem itself
    return template.format_map(known)
