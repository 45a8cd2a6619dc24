<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%Ln file(s) added</source>
        <translation>
            <numerusform>%Ln file added</numerusform>
            <numerusform>%Ln files added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) need your attention</source>
        <translation>
            <numerusform>%Ln more file needs your attention</numerusform>
            <numerusform>%Ln more files need your attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>%Ln file(s) wait for an account. Enter what Clear gave you, or practise first.</source>
        <translation>
            <numerusform>%Ln file waits for an account. Enter what Clear gave you, or practise first.</numerusform>
            <numerusform>%Ln files wait for an account. Enter what Clear gave you, or practise first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message numerus="yes">
        <source>%Ln file(s) are still being sent. Stop and close?</source>
        <translation>
            <numerusform>%Ln file is still being sent. Stop and close?</numerusform>
            <numerusform>%Ln files are still being sent. Stop and close?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>%Ln file selected</numerusform>
            <numerusform>%Ln files selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtQuestion</name>
    <message numerus="yes">
        <source>%Ln more folder(s)</source>
        <translation>
            <numerusform>%Ln more folder</numerusform>
            <numerusform>%Ln more folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message numerus="yes">
        <source>%Ln file(s) uploaded for {accounts}</source>
        <translation>
            <numerusform>%Ln file uploaded for {accounts}</numerusform>
            <numerusform>%Ln files uploaded for {accounts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same as others</source>
        <translation>
            <numerusform>%Ln the same as another</numerusform>
            <numerusform>%Ln the same as others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to be sent</source>
        <translation>
            <numerusform>%Ln still to be sent</numerusform>
            <numerusform>%Ln still to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>%Ln file selected</numerusform>
            <numerusform>%Ln files selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;end this folder (%Ln file(s))</source>
        <translation>
            <numerusform>S&amp;end this folder (%Ln file)</numerusform>
            <numerusform>S&amp;end this folder (%Ln files)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) anyway</source>
        <translation>
            <numerusform>Send %Ln file anyway</numerusform>
            <numerusform>Send %Ln files anyway</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln file(s)</source>
        <translation>
            <numerusform>Retry %Ln file</numerusform>
            <numerusform>Retry %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln file(s)</source>
        <translation>
            <numerusform>Resume %Ln file</numerusform>
            <numerusform>Resume %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %Ln file(s) again</source>
        <translation>
            <numerusform>Submit %Ln file again</numerusform>
            <numerusform>Submit %Ln files again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %Ln file(s)…</source>
        <translation>
            <numerusform>Resolve %Ln file…</numerusform>
            <numerusform>Resolve %Ln files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check status of %Ln file(s)</source>
        <translation>
            <numerusform>Check status of %Ln file</numerusform>
            <numerusform>Check status of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln file(s)</source>
        <translation>
            <numerusform>Cancel %Ln file</numerusform>
            <numerusform>Cancel %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln file(s) from the list</source>
        <translation>
            <numerusform>Remove %Ln file from the list</numerusform>
            <numerusform>Remove %Ln files from the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>Retry %Ln file(s)</source>
        <translation>
            <numerusform>Retry %Ln file</numerusform>
            <numerusform>Retry %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln file(s)</source>
        <translation>
            <numerusform>Resume %Ln file</numerusform>
            <numerusform>Resume %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need(s) your attention</source>
        <translation>
            <numerusform>%Ln file needs your attention</numerusform>
            <numerusform>%Ln files need your attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) to {environment}</source>
        <translation>
            <numerusform>Send %Ln file to {environment}</numerusform>
            <numerusform>Send %Ln files to {environment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) to {environment} — {account}</source>
        <translation>
            <numerusform>Send %Ln file to {environment} — {account}</numerusform>
            <numerusform>Send %Ln files to {environment} — {account}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln file(s) waiting</source>
        <translation>
            <numerusform>Paused, %Ln file waiting</numerusform>
            <numerusform>Paused, %Ln files waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network, %Ln file(s) waiting</source>
        <translation>
            <numerusform>No network, %Ln file waiting</numerusform>
            <numerusform>No network, %Ln files waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) waiting</source>
        <translation>
            <numerusform>%Ln file waiting</numerusform>
            <numerusform>%Ln files waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending… %Ln file(s) left</source>
        <translation>
            <numerusform>Sending… %Ln file left</numerusform>
            <numerusform>Sending… %Ln files left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln file(s)…</source>
        <translation>
            <numerusform>Checking %Ln file…</numerusform>
            <numerusform>Checking %Ln files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) ready to send</source>
        <translation>
            <numerusform>%Ln file ready to send</numerusform>
            <numerusform>%Ln files ready to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear is processing %Ln file(s)</source>
        <translation>
            <numerusform>Clear is processing %Ln file</numerusform>
            <numerusform>Clear is processing %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network. %Ln file(s) not submitted yet</source>
        <translation>
            <numerusform>No network. %Ln file not submitted yet</numerusform>
            <numerusform>No network. %Ln files not submitted yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not submitted to Clear yet</source>
        <translation>
            <numerusform>%Ln file not submitted to Clear yet</numerusform>
            <numerusform>%Ln files not submitted to Clear yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported</source>
        <translation>
            <numerusform>%Ln file imported</numerusform>
            <numerusform>%Ln files imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected by the import</source>
        <translation>
            <numerusform>%Ln rejected by the import</numerusform>
            <numerusform>%Ln rejected by the import</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %Ln file(s) rejected</source>
        <translation>
            <numerusform>Import of %Ln file rejected</numerusform>
            <numerusform>Import of %Ln files rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s)</source>
        <translation>
            <numerusform>Send %Ln file</numerusform>
            <numerusform>Send %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) — {account}, incl. {environment}</source>
        <translation>
            <numerusform>Send %Ln file — {account}, incl. {environment}</numerusform>
            <numerusform>Send %Ln files — {account}, incl. {environment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) — {account}</source>
        <translation>
            <numerusform>Send %Ln file — {account}</numerusform>
            <numerusform>Send %Ln files — {account}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed file(s) can be retried</source>
        <translation>
            <numerusform>%Ln failed file can be retried</numerusform>
            <numerusform>%Ln failed files can be retried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln file(s) imported</source>
        <translation>
            <numerusform>All done: %Ln file imported</numerusform>
            <numerusform>All done: %Ln files imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln file(s) uploaded</source>
        <translation>
            <numerusform>All done: %Ln file uploaded</numerusform>
            <numerusform>All done: %Ln files uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) uploaded</source>
        <translation>
            <numerusform>%Ln file uploaded</numerusform>
            <numerusform>%Ln files uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still being checked</source>
        <translation>
            <numerusform>%Ln still being checked</numerusform>
            <numerusform>%Ln still being checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>%Ln uploaded</numerusform>
            <numerusform>%Ln uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being processed</source>
        <translation>
            <numerusform>%Ln being processed</numerusform>
            <numerusform>%Ln being processed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln imported</source>
        <translation>
            <numerusform>%Ln imported</numerusform>
            <numerusform>%Ln imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded, not imported</source>
        <translation>
            <numerusform>%Ln uploaded, not imported</numerusform>
            <numerusform>%Ln uploaded, not imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>%Ln upload(s)</source>
        <translation>
            <numerusform>%Ln upload</numerusform>
            <numerusform>%Ln uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) added to the list and checked again. Review before you send.</source>
        <translation>
            <numerusform>%Ln file added to the list and checked again. Review before you send.</numerusform>
            <numerusform>%Ln files added to the list and checked again. Review before you send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveToAccountMenu</name>
    <message numerus="yes">
        <source>Move %Ln file(s) to acc&amp;ount</source>
        <translation>
            <numerusform>Move %Ln file to acc&amp;ount</numerusform>
            <numerusform>Move %Ln files to acc&amp;ount</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>about %Ln hour left</numerusform>
            <numerusform>about %Ln hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %Ln second(s), attempt {attempt}</source>
        <translation>
            <numerusform>Trying again in %Ln second, attempt {attempt}</numerusform>
            <numerusform>Trying again in %Ln seconds, attempt {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %Ln minute(s), attempt {attempt}</source>
        <translation>
            <numerusform>Trying again in %Ln minute, attempt {attempt}</numerusform>
            <numerusform>Trying again in %Ln minutes, attempt {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;end %Ln selected file(s)</source>
        <translation>
            <numerusform>S&amp;end %Ln selected file</numerusform>
            <numerusform>S&amp;end %Ln selected files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) already in the list, now selected.</source>
        <translation>
            <numerusform>%Ln file already in the list, now selected.</numerusform>
            <numerusform>%Ln files already in the list, now selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln file(s)</source>
        <translation>
            <numerusform>{shown} of %Ln file</numerusform>
            <numerusform>{shown} of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>%Ln uploaded</numerusform>
            <numerusform>%Ln uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention</source>
        <translation>
            <numerusform>%Ln needs attention</numerusform>
            <numerusform>%Ln need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) inside</source>
        <translation>
            <numerusform>%Ln file inside</numerusform>
            <numerusform>%Ln files inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden or temporary file(s) skipped, such as ~$… of open workbooks.</source>
        <translation>
            <numerusform>%Ln hidden or temporary file skipped, such as ~$… of open workbooks.</numerusform>
            <numerusform>%Ln hidden or temporary files skipped, such as ~$… of open workbooks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnconfirmedQuestion</name>
    <message numerus="yes">
        <source>Did Clear receive %Ln file(s)?</source>
        <translation>
            <numerusform>Did Clear receive %Ln file?</numerusform>
            <numerusform>Did Clear receive %Ln files?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message numerus="yes">
        <source>%Ln file(s) removed from the list.</source>
        <translation>
            <numerusform>%Ln file removed from the list.</numerusform>
            <numerusform>%Ln files removed from the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>%Ln file(s) shown</source>
        <translation>
            <numerusform>%Ln file shown</numerusform>
            <numerusform>%Ln files shown</numerusform>
        </translation>
    </message>
</context>
</TS>
