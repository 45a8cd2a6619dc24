<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CloseQuestion</name>
    <message numerus="yes">
        <source>%n file(s) are still being sent. Stop and close?</source>
        <translation>
            <numerusform>%n file is still being sent. Stop and close?</numerusform>
            <numerusform>%n files are still being sent. Stop and close?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message numerus="yes">
        <source>Send %n file(s) anyway</source>
        <translation>
            <numerusform>Send %n file anyway</numerusform>
            <numerusform>Send %n files anyway</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n file(s)</source>
        <translation>
            <numerusform>Retry %n file</numerusform>
            <numerusform>Retry %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n file(s)</source>
        <translation>
            <numerusform>Resume %n file</numerusform>
            <numerusform>Resume %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n file(s)</source>
        <translation>
            <numerusform>Cancel %n file</numerusform>
            <numerusform>Cancel %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s) from the list</source>
        <translation>
            <numerusform>Remove %n file from the list</numerusform>
            <numerusform>Remove %n files from the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>%n file(s) need(s) your attention</source>
        <translation>
            <numerusform>%n file needs your attention</numerusform>
            <numerusform>%n files need your attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s) to {environment}</source>
        <translation>
            <numerusform>Send %n file to {environment}</numerusform>
            <numerusform>Send %n files to {environment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s) to {environment} — {account}</source>
        <translation>
            <numerusform>Send %n file to {environment} — {account}</numerusform>
            <numerusform>Send %n files to {environment} — {account}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n file(s) waiting</source>
        <translation>
            <numerusform>Paused, %n file waiting</numerusform>
            <numerusform>Paused, %n files waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network, %n file(s) waiting</source>
        <translation>
            <numerusform>No network, %n file waiting</numerusform>
            <numerusform>No network, %n files waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <translation>
            <numerusform>%n file waiting</numerusform>
            <numerusform>%n files waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n file(s) to go</source>
        <translation>
            <numerusform>Sending, %n file to go</numerusform>
            <numerusform>Sending, %n files to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %n file(s)…</source>
        <translation>
            <numerusform>Checking %n file…</numerusform>
            <numerusform>Checking %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) ready to send</source>
        <translation>
            <numerusform>%n file ready to send</numerusform>
            <numerusform>%n files ready to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %n file(s) uploaded</source>
        <translation>
            <numerusform>All done: %n file uploaded</numerusform>
            <numerusform>All done: %n files uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) uploaded</source>
        <translation>
            <numerusform>%n file uploaded</numerusform>
            <numerusform>%n files uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uploaded</source>
        <translation>
            <numerusform>%n uploaded</numerusform>
            <numerusform>%n uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for another account</source>
        <translation>
            <numerusform>%n for another account</numerusform>
            <numerusform>%n for another account</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n second(s), attempt {attempt}</source>
        <translation>
            <numerusform>Trying again in %n second, attempt {attempt}</numerusform>
            <numerusform>Trying again in %n seconds, attempt {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n minute(s), attempt {attempt}</source>
        <translation>
            <numerusform>Trying again in %n minute, attempt {attempt}</numerusform>
            <numerusform>Trying again in %n minutes, attempt {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the list already; they are marked.</source>
        <translation>
            <numerusform>%n file is in the list already; it is marked.</numerusform>
            <numerusform>%n files are in the list already; they are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden or temporary file(s), such as ~$… of open workbooks, were left out.</source>
        <translation>
            <numerusform>%n hidden or temporary file, such as ~$… of an open workbook, was left out.</numerusform>
            <numerusform>%n hidden or temporary files, such as ~$… of open workbooks, were left out.</numerusform>
        </translation>
    </message>
</context>
</TS>
