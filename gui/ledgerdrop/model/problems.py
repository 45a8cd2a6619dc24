"""Every problem that a user can meet, in one place and in one voice.

A step of the journey that cannot go on returns a `Problem`: a code with parameters, and what the server said.
What the user reads stands beside the code: a headline (what happened) and advice (why, and what to do next).
The texts are templates, never f-strings, so that they can be translated; whoever shows them translates the
template first and fills in the parameters after that (`fill`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Retry(Enum):
    """What may be tried after a problem: the one decision that the queue and the buttons of a row follow."""

    NO = auto()  # the file or the name must change first
    BY_HAND = auto()  # the user may press "Retry"
    AUTOMATIC = auto()  # by itself, after a pause that grows
    FRESH_URL = auto()  # once by itself with a new pre-signed URL, then by hand
    ACCOUNT = auto()  # the account's files wait until its settings were put right


@dataclass(frozen=True, slots=True)
class Text:
    """What a problem says and allows."""

    headline: str
    advice: str
    retry: Retry = Retry.NO


class Code(Enum):
    """All problems. `slug` stands in `--json` output and under "Details", so names are never changed."""

    # The file on disk
    MISSING = Text(
        "The file is no longer there",
        "It may have been moved, renamed or deleted. Find it and drop it again.",
        Retry.BY_HAND,
    )
    BROKEN_LINK = Text(
        "This is a link to a file that is not there",
        "The link leads nowhere. Find the file itself and drop that.",
    )
    FOLDER = Text(
        "This is a folder, not a file",
        "Clear takes single files. Drop the files inside it, or put them into a zip file first.",
    )
    EMPTY_FOLDER = Text(
        "This folder is empty",
        "It holds no file, or only hidden and temporary ones. Drop the folder that the ledgers are in.",
    )
    NOT_A_FILE = Text(
        "This is not an ordinary file",
        "It is a device or a connection between programs, which cannot be uploaded.",
    )
    UNREADABLE = Text(
        "The file cannot be opened",
        "You do not have permission to read it. Ask its owner for access, or save a copy in a folder of your own.",
        Retry.BY_HAND,
    )
    IN_USE = Text(
        "Another program is using the file",
        "It is probably open in Excel. Save it, close it there, and try again.",
        Retry.BY_HAND,
    )
    ONLINE_ONLY = Text(
        "The file is not on this computer yet",
        "It is kept online only (OneDrive, iCloud or similar). Open it once, or choose “Always keep on this "
        "device”, and try again.",
        Retry.BY_HAND,
    )
    READ_ERROR = Text(
        "The file could not be read to its end",
        "The disk or the network drive reported an error. Copy the file to this computer and drop the copy.",
        Retry.BY_HAND,
    )
    EMPTY = Text("The file is empty", "It holds no data at all. Export it again from your accounting program.")
    TOO_LARGE = Text(
        "The file is larger than 5 GB",
        "Clear's storage takes at most 5 GB in one file. Split the ledger, for example by month, and send the parts.",
    )
    UNFINISHED_DOWNLOAD = Text(
        "This file hasn't finished downloading",
        "Wait until your browser is done, or download it again. Then drop the finished file.",
    )
    SHORTCUT = Text(
        "This is a shortcut, not the file",
        "Find the file that it points to, and drop that.",
    )
    LOCK_FILE = Text(
        "This is Excel's mark beside an open workbook",
        "The ledger is beside it, without “~$” in its name. Save and close it in Excel, then drop it.",
    )
    ONE_PART = Text(
        "This is one part of several",
        "The file was split. Join the parts in the program that made them, such as 7-Zip, then drop the result.",
    )
    LEFT_ARCHIVE = Text(
        "The file is gone from the archive's window",
        "7-Zip, WinRAR and the like keep it only for a moment. Extract it to a folder, then drop it from there.",
    )
    INVISIBLE_ENDING = Text(
        "The extension is followed by characters you can't see",
        "Spaces or invisible signs end the name. It can be sent as {better_name}. Your own file stays as it is.",
    )
    NO_EXTENSION = Text(
        "The file name has no ending",
        "Clear needs a name that ends in .csv, .xlsx, .xls or .zip.",
    )
    WRONG_EXTENSION = Text(
        "Clear does not take {extension} files",
        "It takes .csv, .xlsx, .xls and .zip. Save or export the ledger as one of these.",
    )
    CHANGED = Text(
        "The file was changed after it was checked",
        "Nothing was kept from the earlier version. Finish editing, then press Retry.",
        Retry.BY_HAND,
    )

    # What the file holds
    CONTENT_DIFFERS = Text(
        "The name says {extension}, but the file is {what}",
        "Clear refuses files whose name and content differ. Open the file in the program that made it, and save "
        "or export it as .csv, .xlsx or .xls.",
    )
    NAME_DIFFERS = Text(
        "The name says {extension}, but the file is {what}",
        "Its content is fine; only the name is wrong. It can be sent as {better_name}. Your own file stays as it is.",
    )
    PASSWORD_PROTECTED = Text(
        "The workbook is protected with a password",
        "Clear can't open it. In Excel, choose File > Info > Protect Workbook, remove the password, and save. If "
        "Excel opens it without asking, the structure is protected: turn off Review > Protect Workbook, and save.",
    )
    RIGHTS_MANAGED = Text(
        "Access to this workbook is restricted",
        "A sensitivity label or rights management protects it, so Clear can't open it. In Excel, choose File > "
        "Info > Protect Workbook and allow unrestricted access, or choose another label, and save. If you can't, ask "
        "its owner.",
    )
    MACRO_WORKBOOK = Text(
        "This workbook contains macros",
        "Clear does not take workbooks with macros (.xlsm). In Excel choose Save As, “Excel Workbook (.xlsx)”.",
    )
    BINARY_WORKBOOK = Text(
        "This is an Excel binary workbook (.xlsb)",
        "Clear does not take it. In Excel choose Save As, “Excel Workbook (.xlsx)”.",
    )
    OPEN_DOCUMENT = Text(
        "This is an OpenDocument file, as LibreOffice saves it",
        "Clear does not take it. In LibreOffice choose Save As, “Excel 2007-365 (.xlsx)”.",
    )
    WEB_PAGE = Text(
        "This is a web page with another name",
        "Some portals export a web page and call it {extension}. Open it in Excel and choose Save As, "
        "“Excel Workbook (.xlsx)”. If it shows a sign-in page, download the ledger again.",
    )
    XML_DOCUMENT = Text(
        "This is an XML document with another name",
        "Open it in Excel and choose Save As, “Excel Workbook (.xlsx)”, then drop the new file.",
    )
    PLAIN_TEXT = Text(
        "The name says {extension}, but the file is plain text",
        "Open it in Excel and choose Save As, “Excel Workbook (.xlsx)”, then drop the new file.",
    )
    PDF = Text(
        "This is a PDF document",
        "Clear needs the figures themselves. Export the ledger as .csv or .xlsx from your accounting program.",
    )
    IMAGE = Text(
        "This is a picture",
        "Clear needs the figures themselves. Export the ledger as .csv or .xlsx from your accounting program.",
    )
    JSON_DATA = Text(
        "This is JSON data",
        "Clear does not take it here. Export the ledger as .csv or .xlsx instead.",
    )
    DAMAGED = Text(
        "The file is damaged or incomplete",
        "It may have been cut off while it was copied or downloaded. Get it again, or export it again.",
    )

    # Sent only after "Send anyway"
    UNCERTAIN_CONTENT = Text(
        "This may not be what its name says",
        "It looks like {what}. Clear's own check may refuse it. Look at it before you send it anyway.",
    )
    MESSAGE = Text(
        "This looks like a message, not a ledger",
        "The portal or program may have sent it in place of the file, for example because you were signed out. "
        "Open it and read it. Then download or export the ledger again.",
    )
    BROKEN_OFF = Text(
        "The table seems to break off",
        "Something that is not a row stands behind it, such as an error message or part of another file. Rows may be "
        "missing. Look at the end of the file, or export it again.",
    )
    SENT_BEFORE = Text(
        "This was sent before, on {day} as {name}",
        "The content is the same to the last character, and this account has it at Clear already. Send it again only "
        "if you mean to.",
    )
    SAME_CONTENT = Text(
        "Same as {name}, not sent",
        "Both files have the same content, for the same account. Only one of them is sent; send this one too only if "
        "Clear is to have it twice.",
    )
    OLD_WORKBOOK = Text(
        "This workbook is from a very old Excel",
        "Clear may not be able to read it. Better: open it in Excel, choose Save As, “Excel Workbook (.xlsx)”.",
    )
    STRAY_NULS = Text(
        "The text holds characters that do not belong there",
        "Some programs leave them behind, and Clear may refuse the file. Better: export it again, or save it as "
        ".xlsx in Excel.",
    )
    ENCRYPTED_MEMBERS = Text(
        "The zip file is protected with a password",
        "Clear may not be able to open it. Better: make the zip file again without a password.",
    )
    EMPTY_ARCHIVE = Text(
        "The zip file has nothing in it",
        "There is nothing that Clear could take from it. Make it again with the ledgers inside.",
    )
    NOTHING_IN_ARCHIVE = Text(
        "The zip file has nothing for Clear in it",
        "This is {what}. Make it again with the ledgers inside.",
    )
    LOCKED_MEMBER = Text(
        "A workbook in the zip file is locked",
        "It has a password or restricted access, so Clear can't open it. Unlock it in Excel, then zip it again.",
    )

    # The account
    NO_TOKEN = Text(
        "No access token is set for this account",
        "Open Settings and enter the token that Clear gave you (in Clear: Settings, Integrations).",
        Retry.ACCOUNT,
    )
    NO_INTEGRATION_ID = Text(
        "No integration ID is set for this account",
        "Open Settings and enter the integration ID that Clear gave you. It has 36 characters.",
        Retry.ACCOUNT,
    )
    BAD_BASE_URL = Text(
        "The address of Clear in the settings cannot be used",
        "It must begin with https:// and hold no user name, question mark or number sign. Correct it in Settings.",
        Retry.ACCOUNT,
    )
    KEYRING_SILENT = Text(
        "The computer's password store did not answer",
        "It may be waiting for you to unlock it. Look for its window, unlock it, and try again.",
        Retry.ACCOUNT,
    )
    KEYRING_REFUSED = Text(
        "The computer's password store cannot be used",
        "LedgerDrop keeps your token there. You can enter it so that it is kept only until LedgerDrop is closed.",
        Retry.ACCOUNT,
    )
    KEYRING_LOCKED = Text(
        "The computer's password store is locked",
        "Unlock it and try again, or enter the token so that it is kept only until LedgerDrop is closed.",
        Retry.ACCOUNT,
    )
    BAD_TOKEN = Text(
        "This cannot be an access token",
        "{what} Copy the token again in Clear (Settings, Integrations) and paste it here.",
        Retry.ACCOUNT,
    )

    ACCOUNT_REMOVED = Text(
        "The account that this file was for is no longer there",
        "It was removed in Settings. Choose another account, and drop the file again.",
    )

    # Settings and our own folders
    FOLDER_UNWRITABLE = Text(
        "LedgerDrop cannot write to its own folder",
        "It keeps its things in {path}, and may not write there, or the disk is full. Put that right, or ask your "
        "IT department.",
        Retry.BY_HAND,
    )
    SETTINGS_DAMAGED = Text(
        "The settings could not be read in full",
        "What could not be read is kept in {path}. Check your accounts in Settings. Your tokens are not lost: "
        "they are not in that file.",
    )
    SETTINGS_NEWER = Text(
        "The settings come from a newer LedgerDrop",
        "{path} is left as it is, and nothing of it is used. What you change now is kept until you close LedgerDrop. "
        "Install the newer version again to use your settings.",
    )
    SETTINGS_UNREADABLE = Text(
        "The settings could not be opened",
        "LedgerDrop may not read {path}. Nothing was changed there. Ask your IT department to give you access.",
        Retry.BY_HAND,
    )
    ACCOUNTS_FILE_WRONG = Text(
        "This file of accounts cannot be used",
        "{what} Nothing was added. Ask the person who gave you the file for a new one.",
    )
    ACCOUNT_IN_FILE_WRONG = Text(
        "This file of accounts cannot be used",
        "Account {number} in it is wrong: {what}. Nothing was added. Ask the person who gave you the file for a new "
        "one.",
    )
    PRESETS_UNUSABLE = Text(
        "What your IT department has set up could not be used",
        "This is about {path}. {what} LedgerDrop works without it. Show this to your IT department.",
    )
    PRESET_WRONG = Text(
        "Something that your IT department has set up cannot be used",
        "This is about “{name}” in {path}. {what} Everything else there is used. Show this to your IT department.",
    )
    PRESET_ACCOUNT_WRONG = Text(
        "An account that your IT department has set up cannot be used",
        "Account {number} in {path} is wrong: {what}. Everything else there is used. Show this to your IT "
        "department.",
    )
    FILE_NOT_WRITTEN = Text(
        "The file could not be written",
        "{path} may be on a full or read-only disk, or in a folder that is not yours. Choose another place.",
        Retry.BY_HAND,
    )

    # Clear's API
    SIGN_IN_REFUSED = Text(
        "Clear did not accept the access token",
        "It may be an old one, or belong to another account. Get the current token from Clear and enter it for "
        "this account.",
        Retry.ACCOUNT,
    )
    NOT_ALLOWED = Text(
        "Clear does not allow this account to upload",
        "The token and the integration ID may not belong together, or this network is not allowed. Check both in "
        "Settings, or ask the person who manages Clear for you.",
        Retry.ACCOUNT,
    )
    REQUEST_REFUSED = Text(
        "Clear did not accept the request",
        "Read Clear's answer. If it does not help, send it to Clear's support.",
        Retry.BY_HAND,
    )
    NAME_REFUSED = Text(
        "Clear did not accept this file name",
        "Read Clear's answer, rename the file, and drop it again.",
        Retry.BY_HAND,
    )
    REQUEST_BLOCKED = Text(
        "A filter before Clear refused this request",
        "It may object to the file's name or content. Try another name, or ask your IT department to allow it. Your "
        "other files are not affected.",
        Retry.BY_HAND,
    )
    TOO_MANY_REQUESTS = Text(
        "Clear asks us to wait",
        "Too many requests came in a short time. Nothing is wrong with the file.",
        Retry.AUTOMATIC,
    )
    API_TROUBLE = Text(
        "Clear has a problem at the moment",
        "Nothing is wrong with your file. If it does not pass within the hour, tell Clear's support.",
        Retry.AUTOMATIC,
    )
    API_NO_SUCCESS = Text(
        "Clear said no",
        "Read Clear's answer. If it does not help, send it to Clear's support.",
        Retry.BY_HAND,
    )
    API_UNEXPECTED_STATUS = Text(
        "Clear answered in a way we do not know",
        "Check the address in Settings. If it is right, send what stands under Details to Clear's support.",
        Retry.BY_HAND,
    )
    API_ANSWER_UNREADABLE = Text(
        "The answer was not one that Clear gives",
        "Something in between may have answered instead, or the address in Settings is not Clear's. Check both.",
        Retry.BY_HAND,
    )
    API_ANSWER_TOO_LONG = Text(
        "The answer was far too long",
        "This is not how Clear answers. Check the address in Settings.",
        Retry.BY_HAND,
    )
    API_ANSWER_SLOW = Text(
        "Clear did not finish its answer in time",
        "The connection or Clear is very slow at the moment.",
        Retry.AUTOMATIC,
    )
    UNSAFE_UPLOAD_URL = Text(
        "The address to upload to is not safe",
        "Clear should name an https address, and did not. To protect your ledger nothing was sent. Tell Clear's "
        "support.",
        Retry.BY_HAND,
    )

    BAD_UPLOAD_URL = Text(
        "Clear gave an upload address that cannot be used",
        "It would lose its permission on the way, so nothing was sent. This is a problem at Clear: send what stands "
        "under Details to Clear's support.",
        Retry.BY_HAND,
    )

    # The network in between
    OFFLINE = Text(
        "There is no network at the moment",
        "Sending goes on by itself as soon as the connection is back.",
        Retry.AUTOMATIC,
    )
    HOST_UNKNOWN = Text(
        "The computer {host} could not be found",
        "Check that you are connected to the internet, and the address in Settings.",
        Retry.AUTOMATIC,
    )
    CONNECTION_REFUSED = Text(
        "No connection to {host}",
        "It, or a firewall on the way, refused the connection. If it stays so, ask your IT department to allow it.",
        Retry.AUTOMATIC,
    )
    CONNECTION_TIMED_OUT = Text(
        "No answer from {host}",
        "The network may be down, or a firewall may block the way. If it stays so, ask your IT department.",
        Retry.AUTOMATIC,
    )
    CONNECTION_LOST = Text(
        "The connection to {host} was lost",
        "Nothing counts as sent. This happens on busy or weak networks.",
        Retry.AUTOMATIC,
    )
    STALLED = Text(
        "The upload came to a standstill",
        "For {seconds} seconds nothing could be sent. The file was not uploaded.",
        Retry.AUTOMATIC,
    )
    NO_ANSWER = Text(
        "Everything was sent, but Clear did not confirm it",
        "Without a confirmation the file does not count as uploaded. Sending it again does no harm.",
        Retry.AUTOMATIC,
    )
    CERTIFICATE_UNTRUSTED = Text(
        "The identity of {host} cannot be verified",
        "Its certificate comes from an issuer that this computer does not trust. In a company network, ask IT to "
        "install the company's certificate on this computer. Nothing was sent.",
        Retry.BY_HAND,
    )
    CERTIFICATE_EXPIRED = Text(
        "The certificate of {host} is not valid today",
        "Check that this computer's date and time are right. If they are, tell IT. Nothing was sent.",
        Retry.BY_HAND,
    )
    CERTIFICATE_WRONG_NAME = Text(
        "Another computer answered instead of {host}",
        "Its certificate is for a different name. Check the address in Settings, or ask IT. Nothing was sent.",
        Retry.BY_HAND,
    )
    TLS_FAILED = Text(
        "No secure connection to {host}",
        "The encryption could not be agreed on. A firewall or virus scanner may be in the way.",
        Retry.AUTOMATIC,
    )
    CLIENT_CERTIFICATE = Text(
        "{host} asks for a certificate of this computer",
        "LedgerDrop cannot show one. A company firewall may be asking for it. Ask your IT department to allow {host} "
        "without a certificate.",
        Retry.BY_HAND,
    )
    HTTP2_ONLY = Text(
        "{host} accepts only HTTP/2",
        "LedgerDrop speaks HTTP/1.1, as Clear does. Something in between may be set up wrongly. Tell your IT "
        "department.",
        Retry.BY_HAND,
    )
    BAD_CA_BUNDLE = Text(
        "The file of trusted certificates cannot be used",
        "{variable} names {path}, which is missing or holds no certificates. Correct or remove that setting.",
        Retry.BY_HAND,
    )
    PROXY_UNREACHABLE = Text(
        "The company proxy {host} does not answer",
        "Check that you are in the company network or its VPN, or ask IT.",
        Retry.AUTOMATIC,
    )
    PROXY_NO_CONNECTION = Text(
        "No connection to {host} through the company proxy",
        "{host} may be down, or the proxy can't reach it. LedgerDrop tries again by itself. If it keeps happening, "
        "ask your IT department.",
        Retry.AUTOMATIC,
    )
    PROXY_TLS_FAILED = Text(
        "No secure connection to the company proxy {host}",
        "It may not use https. Try its address with http:// in Settings, under Network, or ask IT.",
        Retry.AUTOMATIC,
    )
    PROXY_IS_PLAIN = Text(
        "The company proxy {host} does not use https",
        "Change its address to http:// in Settings, under Network. If it comes from this computer's settings, ask "
        "IT.",
        Retry.ACCOUNT,
    )
    PROXY_CERTIFICATE_UNTRUSTED = Text(
        "The identity of the company proxy {host} cannot be verified",
        "This computer does not trust the issuer of the proxy's certificate. Ask IT to install the company's "
        "certificate on this computer. Nothing was sent.",
        Retry.BY_HAND,
    )
    PROXY_CERTIFICATE_WRONG_NAME = Text(
        "The certificate of the company proxy is not for {host}",
        "The proxy has another name in its certificate. Enter that name in Settings, under Network, or ask IT. "
        "Nothing was sent.",
        Retry.BY_HAND,
    )
    PROXY_PASSWORD = Text(
        "The company proxy asks for a user name and password",
        "Enter them in Settings, under Network.",
        Retry.ACCOUNT,
    )
    PROXY_OF_WINDOWS = Text(
        "The company proxy wants a sign-in that LedgerDrop cannot give",
        "It accepts only {kinds}. Ask IT to let this computer reach {host} without signing in, or to allow the "
        "method “Basic” as well.",
        Retry.BY_HAND,
    )
    PROXY_REFUSED = Text(
        "The company proxy does not let us through",
        "Ask IT to allow connections to {host}.",
        Retry.BY_HAND,
    )
    BAD_PROXY = Text(
        "The address of the proxy cannot be used",
        "It should look like http://proxy.example.com:8080. Correct it in Settings, under Network, or ask IT: it may "
        "come from the settings of this computer.",
        Retry.ACCOUNT,
    )
    SIGN_IN_PAGE = Text(
        "A web page answered instead of Clear",
        "This network may want you to sign in first: open any web page in your browser, sign in, and try again. If "
        "that changes nothing, your company's filter may have answered. Show the page's text to your IT department.",
        Retry.BY_HAND,
    )
    REDIRECTED = Text(
        "We were sent to another address",
        "This network may want you to sign in first (open any web page in your browser), or the address in "
        "Settings is not Clear's. Nothing was sent there.",
        Retry.BY_HAND,
    )

    # Storage
    UPLOAD_REFUSED = Text(
        "Clear's storage refused the upload",
        "Permission for this upload was not granted. If it happens again, tell Clear's support.",
        Retry.FRESH_URL,
    )
    URL_EXPIRED = Text(
        "The permission for this upload ran out",
        "Clear gives one hour for each upload. Press Retry to get a new permission.",
        Retry.FRESH_URL,
    )
    SIGNATURE_REFUSED = Text(
        "Clear's storage did not accept the permission",
        "A proxy may have changed the request on its way. If it happens again, tell Clear's support and IT.",
        Retry.FRESH_URL,
    )
    CLOCK_WRONG = Text(
        "This computer's clock is wrong",
        "Uploads work only with the right date and time. Turn on automatic time in the computer's settings.",
        Retry.BY_HAND,
    )
    CLOCK_DIFFERS = Text(
        "This computer's clock differs from Clear's",
        "Clear's storage refused the upload for its time. Turn on automatic time in the computer's settings, and "
        "press Retry.",
        Retry.FRESH_URL,
    )
    STORAGE_BLOCKED = Text(
        "Something else answered instead of Clear's storage",
        "This is usually your company's filter, or a network that wants you to sign in first (open any web page in "
        "your browser). Read what it says, and show it to your IT department. Nothing counts as uploaded.",
        Retry.BY_HAND,
    )
    STORAGE_GATEWAY = Text(
        "Clear's storage cannot be reached at the moment",
        "Something in between, such as a gateway or your company's filter, answered in its place. LedgerDrop tries "
        "again by itself. If it keeps happening, show what it says to your IT department.",
        Retry.AUTOMATIC,
    )
    STORAGE_REDIRECTED = Text(
        "Clear's storage sent us elsewhere",
        "LedgerDrop sends your ledger only where Clear told it to. This is a problem at Clear: send what stands "
        "under Details to Clear's support.",
        Retry.BY_HAND,
    )
    STORAGE_NAME_TOO_LONG = Text(
        "The file name is too long for Clear's storage",
        "Give the file a shorter name, and drop it again.",
    )
    STORAGE_TOO_LARGE = Text(
        "The file is too large for Clear's storage",
        "Split the ledger, for example by month, and send the parts.",
    )
    STORAGE_BUSY = Text(
        "Clear's storage is busy",
        "Nothing is wrong with your file.",
        Retry.AUTOMATIC,
    )
    STORAGE_TROUBLE = Text(
        "Clear's storage has a problem at the moment",
        "Nothing is wrong with your file. If it does not pass within the hour, tell Clear's support.",
        Retry.AUTOMATIC,
    )
    STORAGE_GONE = Text(
        "Clear's storage does not know the place for this file",
        "This is a problem at Clear. Send what stands under Details to Clear's support.",
        Retry.FRESH_URL,
    )
    STORAGE_REJECTED = Text(
        "Clear's storage did not accept the file",
        "Read its answer under Details, and send it to Clear's support.",
        Retry.BY_HAND,
    )
    STORAGE_ANSWER_UNREADABLE = Text(
        "We cannot tell whether the file arrived",
        "The answer was not one that Clear's storage gives, so the file does not count as uploaded. Something in "
        "between may have answered instead.",
        Retry.BY_HAND,
    )
    URL_USED_BEFORE = Text(
        "Clear's permission was given to another file already",
        "Something between this computer and Clear repeats old answers, probably a web cache. Nothing was sent, as "
        "it would have replaced the other file. Try again later, or tell whoever looks after your network.",
        Retry.BY_HAND,
    )
    PLACE_TAKEN = Text(
        "An earlier file of this name is still to be imported",
        "Clear gave both files the same place, and this one would replace the other before it is imported. Send it "
        "once the other one is imported, or under another name.",
        Retry.BY_HAND,
    )
    STORAGE_NO_PROOF = Text(
        "We cannot tell whether the file arrived",
        "Storage's answer lacks the proof that it gives for other files, so the file does not count as uploaded. "
        "Try again. If it stays so, tell whoever looks after your network.",
        Retry.FRESH_URL,
    )
    DAMAGED_ON_THE_WAY = Text(
        "The file was damaged on its way",
        "Clear's storage noticed and did not keep it. Nothing is wrong with your own file.",
        Retry.AUTOMATIC,
    )
    CHECKSUM_DIFFERS = Text(
        "What arrived is not what was sent",
        "Clear's storage reports different content. Do not rely on this upload: send the file again, and tell "
        "Clear's support if it stays so.",
        Retry.BY_HAND,
    )

    # After the upload
    INGEST_UNCONFIRMED = Text(
        "Clear may have received it",
        "The upload is complete. Clear was asked to take the file in, but its answer was lost. Look in Clear before "
        "you ask again: it could be taken in twice.",
        Retry.BY_HAND,
    )
    NOT_TAKEN_IN = Text(
        "Clear did not take the file in",
        "The upload was fine; the content was not. Read Clear's reasons, correct the ledger, and drop it again. "
        "Where files were taken in together, one bad file is enough: choose “After the upload” for the others.",
    )
    TASK_UNKNOWN = Text(
        "Clear does not know this task",
        "Check in Clear whether the file was taken in. If not, send what stands under Details to Clear's support.",
        Retry.BY_HAND,
    )
    TASK_NOT_SHOWN = Text(
        "Clear does not tell this account how far it is",
        "The token may belong to another workspace than before. Check it in Settings, or look in Clear whether the "
        "file was taken in.",
        Retry.BY_HAND,
    )
    TASK_ACCOUNT_REMOVED = Text(
        "The account that handed it over is no longer there",
        "It was removed in Settings. Look in Clear whether the file was taken in.",
    )
    STILL_PROCESSING = Text(
        "Clear is still working on it",
        "We no longer ask by ourselves how far it is. Check again later, here or in Clear.",
        Retry.BY_HAND,
    )
    BATCH_HELD_BACK = Text(
        "Uploaded, but its batch is not complete",
        "{name} did not arrive, so Clear was not asked to take in any file of the batch. Send that one again, or "
        "remove it.",
        Retry.BY_HAND,
    )
    INGEST_NOT_ALLOWED = Text(
        "Clear does not allow this account to have files taken in",
        "They are uploaded, and wait. Ask the person who manages Clear for you to allow it. Where nothing is to "
        "follow, say so for these files under “After the upload”.",
        Retry.ACCOUNT,
    )
    REFUSED_AFTER_AN_HOUR = Text(
        "Clear did not accept the request",
        "The file was uploaded more than an hour ago, which may be too long. Read Clear's answer; if it gives no "
        "other reason, drop the file again and send it once more.",
        Retry.BY_HAND,
    )
    INTENT_NOT_SAVED = Text(
        "Uploaded, but Clear was not asked to take it in",
        "LedgerDrop could not note that down first, and might then ask twice after a crash. Make room on the disk, "
        "or check its rights, and ask again.",
        Retry.BY_HAND,
    )

    # The journal
    JOURNAL_DAMAGED = Text(
        "The list of earlier uploads was damaged",
        "LedgerDrop set it aside as {name} and began a new one. Drop the files again that were still waiting; look "
        "in Clear for what had arrived already.",
    )
    JOURNAL_UNREADABLE = Text(
        "The list of uploads is damaged",
        "You can send files, but they are no longer recorded. Close LedgerDrop and open it again: it then sets the "
        "damaged list aside and begins a new one.",
    )
    JOURNAL_NEWER = Text(
        "The list of uploads was made by a newer LedgerDrop",
        "It was left as it is. You can send files, but this version cannot show the earlier ones, and forgets its "
        "own when you close it. Install the newest LedgerDrop.",
    )
    JOURNAL_LOCKED = Text(
        "Another program is using the list of uploads",
        "It may be LedgerDrop itself, open in another session of yours, or a backup. You can send files, but the "
        "list is forgotten when you close LedgerDrop.",
        Retry.BY_HAND,
    )
    JOURNAL_UNWRITABLE = Text(
        "The list of uploads cannot be saved",
        "LedgerDrop may not write in {folder}, or the disk is full. You can send files, but the list is forgotten "
        "when you close LedgerDrop. Put that right, or ask IT.",
        Retry.BY_HAND,
    )
    NOT_NOTED = Text(
        "Clear was not asked to import the file",
        "The file is uploaded, but the request could not be noted in {folder} first, so a later run might have asked "
        "twice. Free some space or allow writing there, then send the file again.",
        Retry.BY_HAND,
    )
    JOURNAL_FULL = Text(
        "The list of uploads cannot be saved: the disk is full",
        "You can send files. Free some space before you close LedgerDrop, so that the list is not lost.",
        Retry.BY_HAND,
    )
    RECEIPTS_NOT_SAVED = Text(
        "The receipts could not be saved as {path}",
        "The file may be open in Excel, the disk full, or the folder protected. Close the file, or choose another "
        "place.",
        Retry.BY_HAND,
    )

    # Ourselves
    NEWEST_UNKNOWN = Text(
        "LedgerDrop could not find out whether there is a newer version",
        "{host} cannot be reached at the moment, or something else answers in its place. Check your connection, or "
        "try again later.",
        Retry.BY_HAND,
    )
    NO_PRACTICE = Text(
        "The practice server did not start",
        "Nothing can be practised now; real accounts are not touched by this. A virus scanner may have stopped it: "
        "start LedgerDrop again, or show what stands under Details to IT.",
        Retry.BY_HAND,
    )
    INSTANCE_SILENT = Text(
        "LedgerDrop is already open, but does not answer",
        "Look for its window. If it cannot be used, end LedgerDrop (on Windows in the Task Manager, on a Mac with "
        "Force Quit) and open it again: what was waiting is still there.",
        Retry.BY_HAND,
    )
    CANCELLED = Text("Cancelled", "You stopped this file. Nothing of it was kept.", Retry.BY_HAND)
    UNEXPECTED = Text(
        "LedgerDrop made a mistake",
        "It did not finish what it was doing. Try again; if it happens again, send what stands under Details to us.",
        Retry.BY_HAND,
    )

    @property
    def slug(self) -> str:
        """The code as text: `sign_in_refused`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a step could not go on.

    `params` fill the templates (`name`, `host`, ...) and carry what a reader of `--json` wants to know (`kind`,
    `mime`). `what` is a text of ours, which is translated as well: always a literal, found by tests/translations.
    `server_message` and `server_code` are the server's own words, redacted and bounded (`answers.py`): untrusted
    plain text. `retry_after` is what the server asked for, in seconds. `detail` is for
    support: the exception's type, the stage; never shown as a headline.
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
        """What happened, in English."""
        return fill(self.code.value.headline, self.params)

    @property
    def advice(self) -> str:
        """Why it happened and what to do next, in English."""
        return fill(self.code.value.advice, self.params)

    @property
    def retry(self) -> Retry:
        """What may be tried now."""
        return self.code.value.retry


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "..."  # a missing parameter must not hide the problem itself


def fill(template: str, params: Mapping[str, str]) -> str:
    """Put the parameters into a (translated) template; a parameter is never itself read as a template."""
    return template.format_map(_Gaps(params))
