<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About LedgerDrop</source>
        <translation>LedgerDrop के बारे में</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>Opens the licences of everything LedgerDrop contains</source>
        <translation>LedgerDrop में शामिल हर चीज़ के लाइसेंस खोलता है</translation>
    </message>
    <message>
        <source>Sends your ledgers to Clear and shows the result of each.</source>
        <translation>आपके बहीखाते Clear को भेजता है और हर एक का परिणाम दिखाता है।</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}</source>
        <translation>संस्करण {version}, Qt {qt} के साथ</translation>
    </message>
    <message>
        <source>MIT licence. Built on Qt, which is under the LGPL, version 3, and on the work of many others.</source>
        <translation>MIT लाइसेंस। Qt (LGPL, संस्करण 3) और कई अन्य लोगों के काम पर बना।</translation>
    </message>
</context>
<context>
    <name>AccountButton</name>
    <message>
        <source>Account in use: {name}</source>
        <translation>उपयोग में अकाउंट: {name}</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Account</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Save and test the connection</source>
        <translation>सहेजें और कनेक्शन जाँचें</translation>
    </message>
    <message>
        <source>Asks Clear if it accepts this account. No file is sent.</source>
        <translation>Clear से पूछता है कि वह यह अकाउंट स्वीकार करता है या नहीं। कोई फ़ाइल नहीं भेजी जाती।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Keep the token only until you quit LedgerDrop</source>
        <translation>टोकन केवल LedgerDrop बंद होने तक रखें</translation>
    </message>
    <message>
        <source>The token isn&apos;t saved. You enter it again next time.</source>
        <translation>टोकन सहेजा नहीं जाता। अगली बार उसे फिर दर्ज करना होगा।</translation>
    </message>
    <message>
        <source>Copy the report for IT</source>
        <translation>IT के लिए रिपोर्ट कॉपी करें</translation>
    </message>
    <message>
        <source>Every step that was tried. Contains no token and no password.</source>
        <translation>जाँच का हर चरण। इसमें न टोकन है, न पासवर्ड।</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>लिखा हुआ छोड़ दें?</translation>
    </message>
    <message>
        <source>The account stays as it was.</source>
        <translation>अकाउंट जैसा था वैसा ही रहेगा।</translation>
    </message>
    <message>
        <source>No account is added.</source>
        <translation>कोई अकाउंट नहीं जुड़ेगा।</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>बदलना जारी रखें</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Saved. Testing the connection to Clear…</source>
        <translation>सहेज लिया। Clear से कनेक्शन जाँचा जा रहा है…</translation>
    </message>
    <message>
        <source>Clear accepts this account. You can send files.</source>
        <translation>Clear ने यह अकाउंट स्वीकार किया। आप फ़ाइलें भेज सकते हैं।</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हो गया</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>नया अकाउंट</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Account name</source>
        <translation>अकाउंट का नाम</translation>
    </message>
    <message>
        <source>For example: Sharma &amp; Associates</source>
        <translation>उदाहरण: शर्मा एंड एसोसिएट्स</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Integration ID</source>
        <translation>इंटीग्रेशन ID</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>एक्सेस टोकन</translation>
    </message>
    <message>
        <source>Send automatically when dropped</source>
        <translation>छोड़ते ही अपने-आप भेजें</translation>
    </message>
    <message>
        <source>Otherwise files are only checked when dropped, and you press Send</source>
        <translation>नहीं तो छोड़ी गई फ़ाइलें केवल जाँची जाती हैं, और “भेजें” आप दबाते हैं</translation>
    </message>
    <message>
        <source>Practice needs nothing else. Its account and token are made up.</source>
        <translation>अभ्यास के लिए और कुछ नहीं चाहिए। उसका अकाउंट और टोकन काल्पनिक हैं।</translation>
    </message>
    <message>
        <source>To save this, enter a name. This looks like a token.</source>
        <translation>सहेजने के लिए नाम लिखें। यह टोकन जैसा लगता है।</translation>
    </message>
    <message>
        <source>To save this, enter the address of Clear.</source>
        <translation>सहेजने के लिए Clear का पता दर्ज करें।</translation>
    </message>
    <message>
        <source>To save this, enter the whole integration ID.</source>
        <translation>सहेजने के लिए पूरी इंटीग्रेशन ID दर्ज करें।</translation>
    </message>
    <message>
        <source>To save this, enter the token for the new address.</source>
        <translation>सहेजने के लिए नए पते का टोकन दर्ज करें।</translation>
    </message>
    <message>
        <source>To save this, enter the token.</source>
        <translation>सहेजने के लिए टोकन दर्ज करें।</translation>
    </message>
    <message>
        <source>To save this, enter the template and the file type.</source>
        <translation>सहेजने के लिए टेम्पलेट और फ़ाइल का प्रकार दर्ज करें।</translation>
    </message>
    <message>
        <source>Your IT department has set this.</source>
        <translation>इसे आपके IT विभाग ने तय किया है।</translation>
    </message>
    <message>
        <source>This looks like a token. Paste it into the token field.</source>
        <translation>यह टोकन जैसा लगता है। इसे टोकन के खाने में पेस्ट करें।</translation>
    </message>
    <message>
        <source>Paste it here. Leave empty to keep the current one.</source>
        <translation>यहाँ पेस्ट करें। ख़ाली छोड़ें तो पहले वाला रहेगा।</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>यहाँ पेस्ट करें</translation>
    </message>
    <message>
        <source>Where do your files go?</source>
        <translation>आपकी फ़ाइलें कहाँ जाती हैं?</translation>
    </message>
    <message>
        <source>{count} of {total} characters</source>
        <translation>{total} में से {count} अक्षर</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>रंग</translation>
    </message>
    <message>
        <source>Must start with https:// and contain no user name, ? or #</source>
        <translation>https:// से शुरू होना चाहिए; यूज़र नाम, ? या # नहीं होना चाहिए</translation>
    </message>
    <message>
        <source>The address has changed. Enter the token for the new one.</source>
        <translation>पता बदल गया है। नए पते का टोकन दर्ज करें।</translation>
    </message>
    <message>
        <source>Find it in Clear under Settings &gt; Integrations.</source>
        <translation>यह Clear में Settings &gt; Integrations में मिलेगा।</translation>
    </message>
    <message>
        <source>Looks valid</source>
        <translation>सही लगता है</translation>
    </message>
    <message>
        <source>36 characters. Clear gives you this ID.</source>
        <translation>36 अक्षर। यह ID आपको Clear से मिलती है।</translation>
    </message>
    <message>
        <source>This isn&apos;t an integration ID. It has 36 characters in groups of 8, 4, 4, 4 and 12, separated by hyphens.</source>
        <translation>यह इंटीग्रेशन ID नहीं है। उसमें 36 अक्षर होते हैं, 8, 4, 4, 4 और 12 के समूहों में, बीच में हाइफ़न के साथ।</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>जोड़ें…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>बदलें…</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>यह अकाउंट उपयोग करें</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>इंपोर्ट करें…</translation>
    </message>
    <message>
        <source>Add accounts from a file that IT gave you. It contains no tokens.</source>
        <translation>IT से मिली फ़ाइल से अकाउंट जोड़ें। उसमें टोकन नहीं होते।</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात करें…</translation>
    </message>
    <message>
        <source>Save the accounts to a file for others. It contains no tokens.</source>
        <translation>अकाउंट दूसरों के लिए फ़ाइल में सहेजें। उसमें टोकन नहीं होते।</translation>
    </message>
    <message>
        <source>Folders and the accounts their files go to</source>
        <translation>फ़ोल्डर और वे अकाउंट जिनमें उनकी फ़ाइलें जाती हैं</translation>
    </message>
    <message>
        <source>Forget this folder</source>
        <translation>यह फ़ोल्डर हटाएँ</translation>
    </message>
    <message>
        <source>{folder}, files go to {account}</source>
        <translation>{folder}, फ़ाइलें {account} में जाती हैं</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>उपयोग में</translation>
    </message>
    <message>
        <source>set up by IT</source>
        <translation>IT ने बनाया</translation>
    </message>
    <message>
        <source>Your IT department has set this account up</source>
        <translation>यह अकाउंट आपके IT विभाग ने बनाया है</translation>
    </message>
    <message>
        <source>Your IT department has set this</source>
        <translation>इसे आपके IT विभाग ने तय किया है</translation>
    </message>
    <message>
        <source>Remove this account?</source>
        <translation>यह अकाउंट हटाएँ?</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>“{name}” को हटाएँ?</translation>
    </message>
    <message>
        <source>Its access token is also removed from this computer. Files waiting for this account won&apos;t be sent. Uploaded files stay uploaded.</source>
        <translation>इसका एक्सेस टोकन भी इस कंप्यूटर से हट जाएगा। इस अकाउंट के लिए रुकी फ़ाइलें नहीं भेजी जाएँगी। जो अपलोड हो चुका है, वह बना रहेगा।</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Import accounts</source>
        <translation>अकाउंट इंपोर्ट करें</translation>
    </message>
    <message>
        <source>Export accounts</source>
        <translation>अकाउंट निर्यात करें</translation>
    </message>
    <message>
        <source>Accounts (*.json)</source>
        <translation>अकाउंट (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Files are sent with the account in use when you drop them.</source>
        <translation>फ़ाइलें उस अकाउंट से भेजी जाती हैं जो उन्हें छोड़ते समय उपयोग में हो।</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>S&amp;end selected</source>
        <translation>चुनी हुई भेजें (&amp;E)</translation>
    </message>
    <message>
        <source>Send as {ending}</source>
        <translation>{ending} के रूप में भेजें</translation>
    </message>
    <message>
        <source>Send as {name}</source>
        <translation>{name} नाम से भेजें</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>फिर भी भेजें</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>अभी फिर आज़माएँ</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>फिर से जाँचें</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर आज़माएँ</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>फिर शुरू करें</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>अभी कोशिश करें</translation>
    </message>
    <message>
        <source>Start the import now</source>
        <translation>इंपोर्ट अभी शुरू करें</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>फिर सौंपें</translation>
    </message>
    <message>
        <source>Submit it to Clear again</source>
        <translation>इसे Clear को फिर सौंपें</translation>
    </message>
    <message>
        <source>Choose again…</source>
        <translation>फिर चुनें…</translation>
    </message>
    <message>
        <source>After the upload…</source>
        <translation>अपलोड के बाद…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>सुलझाएँ…</translation>
    </message>
    <message>
        <source>Resolve this file…</source>
        <translation>यह फ़ाइल सुलझाएँ…</translation>
    </message>
    <message>
        <source>Check status</source>
        <translation>स्थिति देखें</translation>
    </message>
    <message>
        <source>Ask Clear for the import status</source>
        <translation>Clear से इंपोर्ट की स्थिति पूछें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Cancel this file</source>
        <translation>यह फ़ाइल रद्द करें</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>सूची से हटाएँ</translation>
    </message>
</context>
<context>
    <name>AfterUploadDialog</name>
    <message>
        <source>After the upload</source>
        <translation>अपलोड के बाद</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
</context>
<context>
    <name>AfterUploadFields</name>
    <message>
        <source>Import into Clear after upload</source>
        <translation>अपलोड के बाद Clear में इंपोर्ट करें</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>टेम्पलेट</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>फ़ाइल का प्रकार</translation>
    </message>
    <message>
        <source>Import files sent together as one batch</source>
        <translation>साथ भेजी गई फ़ाइलें एक बैच में इंपोर्ट करें</translation>
    </message>
    <message>
        <source>One bad file can then cause the whole batch to be rejected.</source>
        <translation>तब एक ख़राब फ़ाइल से पूरा बैच अस्वीकृत हो सकता है।</translation>
    </message>
    <message>
        <source>Clear gives you these two values. Standard templates: {names}.</source>
        <translation>ये दोनों मान Clear से मिलते हैं। {names} मानक टेम्पलेट हैं।</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%Ln file(s) added</source>
        <translation>
            <numerusform>%Ln फ़ाइल जोड़ी गई</numerusform>
            <numerusform>%Ln फ़ाइलें जोड़ी गईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) need your attention</source>
        <translation>
            <numerusform>%Ln और फ़ाइल पर आपका ध्यान चाहिए</numerusform>
            <numerusform>%Ln और फ़ाइलों पर आपका ध्यान चाहिए</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Copied. Contains no tokens or names. Paste it into an email to support.</source>
        <translation>कॉपी हो गया। इसमें न टोकन हैं, न नाम। इसे सपोर्ट के ईमेल में पेस्ट करें।</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Open Settings</source>
        <translation>सेटिंग खोलें</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>पहले अभ्यास करें</translation>
    </message>
    <message>
        <source>Needs no token, and nothing leaves this computer</source>
        <translation>टोकन नहीं चाहिए, और कुछ भी इस कंप्यूटर से बाहर नहीं जाता</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>याद रखें</translation>
    </message>
    <message>
        <source>Set this file aside</source>
        <translation>यह फ़ाइल अलग रखें</translation>
    </message>
    <message>
        <source>Marks it as failed, and sends all other files</source>
        <translation>इसे विफल मानकर बाक़ी सभी फ़ाइलें भेजता है</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>यह संदेश बंद करें</translation>
    </message>
    <message>
        <source>It stopped at “{file}”.</source>
        <translation>“{file}” पर रुक गया।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for an account. Enter what Clear gave you, or practise first.</source>
        <translation>
            <numerusform>%Ln फ़ाइल को अकाउंट चाहिए। Clear से मिली जानकारी डालें, या पहले अभ्यास करें।</numerusform>
            <numerusform>%Ln फ़ाइलों को अकाउंट चाहिए। Clear से मिली जानकारी डालें, या पहले अभ्यास करें।</numerusform>
        </translation>
    </message>
    <message>
        <source>Welcome. Before your first upload, enter your integration ID and token from Clear.</source>
        <translation>स्वागत है। पहली बार अपलोड करने से पहले Clear से मिली इंटीग्रेशन ID और टोकन दर्ज करें।</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Stop and close?</source>
        <translation>रोककर बंद करें?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are still being sent. Stop and close?</source>
        <translation>
            <numerusform>%Ln फ़ाइल अभी भेजी जा रही है। रोककर बंद करें?</numerusform>
            <numerusform>%Ln फ़ाइलें अभी भेजी जा रही हैं। रोककर बंद करें?</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploaded files stay uploaded. The others stay in the list for next time.</source>
        <translation>जो अपलोड हो चुका है, वह बना रहेगा। बाक़ी फ़ाइलें सूची में रहेंगी और अगली बार भेजी जा सकेंगी।</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>रोककर बंद करें</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>भेजते रहें</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Environment colour</source>
        <translation>परिवेश का रंग</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>नीला</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>हरा-नीला</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>हरा</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>पीला</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>नारंगी</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>लाल</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>बैंगनी</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>भूरा</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>अनपेक्षित गड़बड़ी</translation>
    </message>
    <message>
        <source>Error report</source>
        <translation>गड़बड़ी की रिपोर्ट</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>रिपोर्ट कॉपी करें</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हो गया</translation>
    </message>
    <message>
        <source>Something went wrong in LedgerDrop</source>
        <translation>LedgerDrop में कुछ गड़बड़ हुई</translation>
    </message>
    <message>
        <source>Your list is safe and uploads continue. If something looks wrong, quit LedgerDrop and open it again; the list comes back. Please send us this report. It contains no tokens, no names and nothing from your ledgers.</source>
        <translation>आपकी सूची सुरक्षित है और जो भेजा जा रहा था, वह जारी है। कुछ ठीक न लगे तो LedgerDrop बंद करके फिर खोलें: सूची लौट आएगी। कृपया यह रिपोर्ट हमें भेजें; इसमें न टोकन है, न आपका नाम, न आपके बहीखाते।</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details of the selected file</source>
        <translation>चुनी हुई फ़ाइल का विवरण</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>विवरण बंद करें</translation>
    </message>
    <message>
        <source>Server&apos;s response</source>
        <translation>सर्वर का जवाब</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>सपोर्ट के लिए विवरण</translation>
    </message>
    <message>
        <source>Shows codes that help Clear support</source>
        <translation>वे कोड दिखाता है जो Clear के सपोर्ट के काम आते हैं</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>सब कॉपी करें</translation>
    </message>
    <message>
        <source>Copies everything shown here as text</source>
        <translation>यहाँ दिख रहा सब कुछ टेक्स्ट के रूप में कॉपी करता है</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>फ़ाइल खोलें</translation>
    </message>
    <message>
        <source>Opens the file in its default program</source>
        <translation>फ़ाइल को उसके डिफ़ॉल्ट प्रोग्राम में खोलता है</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>फ़ोल्डर में दिखाएँ</translation>
    </message>
    <message>
        <source>Opens the folder that contains the file</source>
        <translation>वह फ़ोल्डर खोलता है जिसमें फ़ाइल है</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>%Ln फ़ाइल चुनी गई</numerusform>
            <numerusform>%Ln फ़ाइलें चुनी गईं</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is selected</source>
        <translation>कोई फ़ाइल चुनी नहीं गई</translation>
    </message>
    <message>
        <source>Clear&apos;s storage confirmed the upload.</source>
        <translation>Clear के स्टोरेज ने अपलोड की पुष्टि की है।</translation>
    </message>
    <message>
        <source>The content matches the name. Nothing has been sent yet.</source>
        <translation>सामग्री नाम से मेल खाती है। अभी कुछ नहीं भेजा गया है।</translation>
    </message>
    <message>
        <source>The name contains hidden characters that change how it reads. They are shown as {mark}.</source>
        <translation>इसके नाम में ऐसे छिपे चिह्न हैं जिनसे वह कुछ और पढ़ा जाता है; उनकी जगह {mark} दिखाया गया है।</translation>
    </message>
    <message>
        <source>Uploaded. The import usually takes 10 to 15 minutes. You don&apos;t need to wait.</source>
        <translation>अपलोड हुई। इंपोर्ट में आम तौर पर 10 से 15 मिनट लगते हैं। रुकने की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>Uploaded and imported into Clear.</source>
        <translation>अपलोड हुई और Clear में इंपोर्ट हो गई।</translation>
    </message>
    <message>
        <source>Can&apos;t open {name}.</source>
        <translation>{name} नहीं खुल सकी।</translation>
    </message>
</context>
<context>
    <name>DoubtQuestion</name>
    <message>
        <source>Right account?</source>
        <translation>क्या अकाउंट सही है?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more folder(s)</source>
        <translation>
            <numerusform>%Ln और फ़ोल्डर</numerusform>
            <numerusform>%Ln और फ़ोल्डर</numerusform>
        </translation>
    </message>
    <message>
        <source>Send files from “{folder}” to {account}?</source>
        <translation>“{folder}” की फ़ाइलें {account} को भेजें?</translation>
    </message>
    <message>
        <source>Are the accounts right?</source>
        <translation>क्या अकाउंट सही हैं?</translation>
    </message>
    <message>
        <source>“{folder}” is named after your account {other}, but its files would go to {account}.</source>
        <translation>“{folder}” का नाम आपके अकाउंट {other} पर है, लेकिन इसकी फ़ाइलें {account} में जाएँगी।</translation>
    </message>
    <message>
        <source>Send to {account}</source>
        <translation>{account} को भेजें</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>न भेजें</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to add them to the list</source>
        <translation>सूची में जोड़ने के लिए यहाँ छोड़ें</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop your ledgers here</source>
        <translation>अपने बहीखाते यहाँ छोड़ें</translation>
    </message>
    <message>
        <source>CSV, Excel (xlsx, xls) and zip files, or whole folders</source>
        <translation>CSV, Excel (xlsx, xls) और zip फ़ाइलें, या पूरे फ़ोल्डर</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>फ़ाइलें चुनें…</translation>
    </message>
    <message>
        <source>Choose one or more files on this computer</source>
        <translation>इस कंप्यूटर से एक या अधिक फ़ाइलें चुनें</translation>
    </message>
    <message>
        <source>Try the sample files</source>
        <translation>नमूना फ़ाइलें आज़माएँ</translation>
    </message>
    <message>
        <source>Adds example ledgers to practise with, some with mistakes</source>
        <translation>अभ्यास के लिए नमूना बहीखाते जोड़ता है, जिनमें कुछ में ग़लतियाँ हैं</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Every file is first checked on this computer. Nothing is sent yet.</source>
        <translation>हर फ़ाइल पहले इसी कंप्यूटर पर जाँची जाती है। अभी कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>देखें</translation>
    </message>
    <message>
        <source>If something is wrong, LedgerDrop tells you what it is and how to fix it.</source>
        <translation>कुछ ग़लत हो तो LedgerDrop बताता है कि क्या ग़लत है और कैसे ठीक करें।</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Press Send. A file counts as uploaded once Clear has confirmed it.</source>
        <translation>“भेजें” दबाएँ। Clear की पुष्टि के बाद ही फ़ाइल अपलोड हुई मानी जाती है।</translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>Copy receipts</source>
        <translation>रसीदें कॉपी करें</translation>
    </message>
    <message>
        <source>Copies what proves each upload, as text</source>
        <translation>हर अपलोड का सबूत टेक्स्ट के रूप में कॉपी करता है</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF के रूप में सहेजें…</translation>
    </message>
    <message>
        <source>Saves the receipts as a document to print or share</source>
        <translation>रसीदें छापने या साझा करने के लिए दस्तावेज़ में सहेजता है</translation>
    </message>
    <message>
        <source>Close this summary</source>
        <translation>यह सारांश बंद करें</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) uploaded for {accounts}</source>
        <translation>
            <numerusform>{accounts} के लिए %Ln फ़ाइल अपलोड हुई</numerusform>
            <numerusform>{accounts} के लिए %Ln फ़ाइलें अपलोड हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln अकाउंट</numerusform>
            <numerusform>%Ln अकाउंट</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} in {time}</source>
        <translation>{time} में {size}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln नहीं भेजी गई</numerusform>
            <numerusform>%Ln नहीं भेजी गईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same as others</source>
        <translation>
            <numerusform>%Ln किसी और फ़ाइल जैसी ही</numerusform>
            <numerusform>%Ln दूसरी फ़ाइलों जैसी ही</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln रद्द हुई</numerusform>
            <numerusform>%Ln रद्द हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to be sent</source>
        <translation>
            <numerusform>%Ln अभी भेजनी है</numerusform>
            <numerusform>%Ln अभी भेजनी हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} के रूप में सहेजा गया</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>कुछ बाक़ी नहीं</translation>
    </message>
    <message>
        <source>Receipts copied</source>
        <translation>रसीदें कॉपी हो गईं</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>PRACTICE</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>Try everything out. Nothing leaves this computer.</source>
        <translation>सब कुछ आज़माएँ। कुछ भी इस कंप्यूटर से बाहर नहीं जाता।</translation>
    </message>
    <message>
        <source>CLEAR SANDBOX</source>
        <translation>Clear सैंडबॉक्स</translation>
    </message>
    <message>
        <source>Clear sandbox</source>
        <translation>Clear सैंडबॉक्स</translation>
    </message>
    <message>
        <source>Clear&apos;s test environment. Files aren&apos;t processed for real.</source>
        <translation>Clear का परीक्षण परिवेश। फ़ाइलों पर असली काम नहीं होता।</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>प्रोडक्शन</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>प्रोडक्शन</translation>
    </message>
    <message>
        <source>Live. Files are processed by Clear.</source>
        <translation>असली। Clear फ़ाइलों पर काम करता है।</translation>
    </message>
    <message>
        <source>OTHER ADDRESS</source>
        <translation>दूसरा पता</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>दूसरा पता</translation>
    </message>
    <message>
        <source>For other regions, with an address from Clear. Files may be live.</source>
        <translation>अन्य क्षेत्रों के लिए, Clear से मिले पते के साथ। फ़ाइलें असली हो सकती हैं।</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Clear this field</source>
        <translation>यह खाना ख़ाली करें</translation>
    </message>
</context>
<context>
    <name>FileAdder</name>
    <message>
        <source>This attachment isn&apos;t a file on your computer yet. Save it to a folder, then drop it from there.</source>
        <translation>यह अटैचमेंट अभी आपके कंप्यूटर पर फ़ाइल नहीं है। पहले इसे किसी फ़ोल्डर में सहेजें, फिर वहाँ से छोड़ें।</translation>
    </message>
    <message>
        <source>This file is on another computer. Copy it to this one first, then drop the copy.</source>
        <translation>यह फ़ाइल किसी दूसरे कंप्यूटर पर है। पहले इसे इस कंप्यूटर पर कॉपी करें, फिर वह कॉपी यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>This is a link to a web page. Download the file, then drop it from its folder.</source>
        <translation>यह वेब पेज का लिंक है। फ़ाइल डाउनलोड करें, फिर उसे उसके फ़ोल्डर से छोड़ें।</translation>
    </message>
    <message>
        <source>There was no file to add. Drop files or folders from your computer.</source>
        <translation>इसमें कोई फ़ाइल नहीं थी। अपने कंप्यूटर से फ़ाइलें या फ़ोल्डर छोड़ें।</translation>
    </message>
    <message>
        <source>Choose ledgers</source>
        <translation>बहीखाते चुनें</translation>
    </message>
    <message>
        <source>Ledgers</source>
        <translation>बहीखाते</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Choose a folder of ledgers</source>
        <translation>बहीखातों का फ़ोल्डर चुनें</translation>
    </message>
</context>
<context>
    <name>FileFilter</name>
    <message>
        <source>collapsed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>Each row is a file and its status. Press the menu key to see what you can do with it.</source>
        <translation>हर पंक्ति एक फ़ाइल और उसकी स्थिति है। मेनू कुंजी दबाकर देखें कि उसके साथ क्या किया जा सकता है।</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>कॉलम</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>%Ln फ़ाइल चुनी गई</numerusform>
            <numerusform>%Ln फ़ाइलें चुनी गईं</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to position {place} of {count}</source>
        <translation>{count} में से स्थान {place} पर ले जाया गया</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>After the upload…</source>
        <translation>अपलोड के बाद…</translation>
    </message>
    <message numerus="yes">
        <source>S&amp;end this folder (%Ln file(s))</source>
        <translation>
            <numerusform>यह फ़ोल्डर भेजें (%Ln फ़ाइल) (&amp;E)</numerusform>
            <numerusform>यह फ़ोल्डर भेजें (%Ln फ़ाइलें) (&amp;E)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>विवरण दिखाएँ</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>विवरण कॉपी करें</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) anyway</source>
        <translation>
            <numerusform>%Ln फ़ाइल फिर भी भेजें</numerusform>
            <numerusform>%Ln फ़ाइलें फिर भी भेजें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल फिर आज़माएँ</numerusform>
            <numerusform>%Ln फ़ाइलें फिर आज़माएँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल फिर शुरू करें</numerusform>
            <numerusform>%Ln फ़ाइलें फिर शुरू करें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %Ln file(s) again</source>
        <translation>
            <numerusform>%Ln फ़ाइल फिर सौंपें</numerusform>
            <numerusform>%Ln फ़ाइलें फिर सौंपें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %Ln file(s)…</source>
        <translation>
            <numerusform>%Ln फ़ाइल सुलझाएँ…</numerusform>
            <numerusform>%Ln फ़ाइलें सुलझाएँ…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check status of %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल की स्थिति देखें</numerusform>
            <numerusform>%Ln फ़ाइलों की स्थिति देखें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल रद्द करें</numerusform>
            <numerusform>%Ln फ़ाइलें रद्द करें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln file(s) from the list</source>
        <translation>
            <numerusform>%Ln फ़ाइल सूची से हटाएँ</numerusform>
            <numerusform>%Ln फ़ाइलें सूची से हटाएँ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>a removed account</source>
        <translation>हटाया जा चुका अकाउंट</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln अकाउंट</numerusform>
            <numerusform>%Ln अकाउंट</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>{file}, in {folder}, for {account}</source>
        <translation>{file}, {folder} में, {account} के लिए</translation>
    </message>
    <message>
        <source>{file}, in {folder}</source>
        <translation>{file}, {folder} में</translation>
    </message>
    <message>
        <source>Unknown size</source>
        <translation>आकार पता नहीं</translation>
    </message>
</context>
<context>
    <name>FolderOffer</name>
    <message>
        <source>Should files from “{folder}” always go to {account}?</source>
        <translation>क्या “{folder}” की फ़ाइलें हमेशा {account} में जाएँ?</translation>
    </message>
    <message>
        <source>Should files from “{folder}” always go to {account}, imported as {how}?</source>
        <translation>क्या “{folder}” की फ़ाइलें हमेशा {account} में जाएँ, और {how} के रूप में इंपोर्ट हों?</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Files from “{folder}” go to {account}.</source>
        <translation>“{folder}” की फ़ाइलें {account} में जाती हैं।</translation>
    </message>
    <message>
        <source>Other folders go to their own accounts, too.</source>
        <translation>दूसरे फ़ोल्डर भी अपने-अपने अकाउंट में जाते हैं।</translation>
    </message>
    <message>
        <source>Files from “{folder}” weren&apos;t sent to {account}: the folder is named after another account.</source>
        <translation>“{folder}” की फ़ाइलें {account} को नहीं भेजी गईं: फ़ोल्डर का नाम किसी और अकाउंट का है।</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Progress of all files</source>
        <translation>सभी फ़ाइलों की प्रगति</translation>
    </message>
    <message>
        <source>Shows only the files that need your attention</source>
        <translation>केवल वे फ़ाइलें दिखाता है जिन पर आपका ध्यान चाहिए</translation>
    </message>
    <message>
        <source>Remove finished</source>
        <translation>पूरी हुई हटाएँ</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>सब रद्द करें</translation>
    </message>
    <message>
        <source>Cancels every file that is uploading or waiting</source>
        <translation>भेजी जा रही और रुकी हुई हर फ़ाइल रद्द करता है</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Finishes the uploads under way and starts no more</source>
        <translation>चल रहे अपलोड पूरे होने देता है और नए शुरू नहीं करता</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need(s) your attention</source>
        <translation>
            <numerusform>%Ln फ़ाइल पर आपका ध्यान चाहिए</numerusform>
            <numerusform>%Ln फ़ाइलों पर आपका ध्यान चाहिए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल फिर आज़माएँ</numerusform>
            <numerusform>%Ln फ़ाइलें फिर आज़माएँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल फिर शुरू करें</numerusform>
            <numerusform>%Ln फ़ाइलें फिर शुरू करें</numerusform>
        </translation>
    </message>
    <message>
        <source>Sends what is paused, and retries what may succeed now</source>
        <translation>रुकी हुई फ़ाइलें भेजता है, और जो अब सफल हो सकती हैं उन्हें फिर आज़माता है</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>फिर शुरू करें</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल भेजें</numerusform>
            <numerusform>%Ln फ़ाइलें भेजें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln अकाउंट</numerusform>
            <numerusform>%Ln अकाउंट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) to {environment}</source>
        <translation>
            <numerusform>%Ln फ़ाइल भेजें: {environment}</numerusform>
            <numerusform>%Ln फ़ाइलें भेजें: {environment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) to {environment} — {account}</source>
        <translation>
            <numerusform>%Ln फ़ाइल भेजें: {environment} — {account}</numerusform>
            <numerusform>%Ln फ़ाइलें भेजें: {environment} — {account}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln file(s) waiting</source>
        <translation>
            <numerusform>भेजना रुका है, %Ln फ़ाइल बाक़ी</numerusform>
            <numerusform>भेजना रुका है, %Ln फ़ाइलें बाक़ी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network, %Ln file(s) waiting</source>
        <translation>
            <numerusform>नेटवर्क नहीं है, %Ln फ़ाइल बाक़ी</numerusform>
            <numerusform>नेटवर्क नहीं है, %Ln फ़ाइलें बाक़ी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) waiting</source>
        <translation>
            <numerusform>%Ln फ़ाइल बाक़ी</numerusform>
            <numerusform>%Ln फ़ाइलें बाक़ी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending… %Ln file(s) left</source>
        <translation>
            <numerusform>भेजा जा रहा है… %Ln फ़ाइल बाक़ी</numerusform>
            <numerusform>भेजा जा रहा है… %Ln फ़ाइलें बाक़ी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln file(s)…</source>
        <translation>
            <numerusform>%Ln फ़ाइल जाँची जा रही है…</numerusform>
            <numerusform>%Ln फ़ाइलें जाँची जा रही हैं…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) ready to send</source>
        <translation>
            <numerusform>%Ln फ़ाइल भेजने के लिए तैयार</numerusform>
            <numerusform>%Ln फ़ाइलें भेजने के लिए तैयार</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear is processing %Ln file(s)</source>
        <translation>
            <numerusform>Clear %Ln फ़ाइल पर काम कर रहा है</numerusform>
            <numerusform>Clear %Ln फ़ाइलों पर काम कर रहा है</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network. %Ln file(s) not submitted yet</source>
        <translation>
            <numerusform>नेटवर्क नहीं है। %Ln फ़ाइल सौंपनी बाक़ी है</numerusform>
            <numerusform>नेटवर्क नहीं है। %Ln फ़ाइलें सौंपनी बाक़ी हैं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not submitted to Clear yet</source>
        <translation>
            <numerusform>%Ln फ़ाइल Clear को सौंपनी बाक़ी है</numerusform>
            <numerusform>%Ln फ़ाइलें Clear को सौंपनी बाक़ी हैं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported</source>
        <translation>
            <numerusform>%Ln फ़ाइल इंपोर्ट हुई</numerusform>
            <numerusform>%Ln फ़ाइलें इंपोर्ट हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected by the import</source>
        <translation>
            <numerusform>%Ln का इंपोर्ट अस्वीकृत</numerusform>
            <numerusform>%Ln का इंपोर्ट अस्वीकृत</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %Ln file(s) rejected</source>
        <translation>
            <numerusform>%Ln फ़ाइल का इंपोर्ट अस्वीकृत</numerusform>
            <numerusform>%Ln फ़ाइलों का इंपोर्ट अस्वीकृत</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) — {account}, incl. {environment}</source>
        <translation>
            <numerusform>%Ln फ़ाइल भेजें: {account} ({environment} सहित)</numerusform>
            <numerusform>%Ln फ़ाइलें भेजें: {account} ({environment} सहित)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) — {account}</source>
        <translation>
            <numerusform>%Ln फ़ाइल भेजें: {account}</numerusform>
            <numerusform>%Ln फ़ाइलें भेजें: {account}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed file(s) can be retried</source>
        <translation>
            <numerusform>%Ln विफल फ़ाइल फिर आज़माई जा सकती है</numerusform>
            <numerusform>%Ln विफल फ़ाइलें फिर आज़माई जा सकती हैं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln file(s) imported</source>
        <translation>
            <numerusform>सब पूरा: %Ln फ़ाइल इंपोर्ट हुई</numerusform>
            <numerusform>सब पूरा: %Ln फ़ाइलें इंपोर्ट हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln file(s) uploaded</source>
        <translation>
            <numerusform>सब पूरा: %Ln फ़ाइल अपलोड हुई</numerusform>
            <numerusform>सब पूरा: %Ln फ़ाइलें अपलोड हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) uploaded</source>
        <translation>
            <numerusform>%Ln फ़ाइल अपलोड हुई</numerusform>
            <numerusform>%Ln फ़ाइलें अपलोड हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln रुकी हुई</numerusform>
            <numerusform>%Ln रुकी हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still being checked</source>
        <translation>
            <numerusform>%Ln की जाँच चल रही है</numerusform>
            <numerusform>%Ln की जाँच चल रही है</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being processed</source>
        <translation>
            <numerusform>%Ln पर काम चल रहा है</numerusform>
            <numerusform>%Ln पर काम चल रहा है</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln imported</source>
        <translation>
            <numerusform>%Ln इंपोर्ट हुई</numerusform>
            <numerusform>%Ln इंपोर्ट हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded, not imported</source>
        <translation>
            <numerusform>%Ln अपलोड हुई, इंपोर्ट नहीं</numerusform>
            <numerusform>%Ln अपलोड हुईं, इंपोर्ट नहीं</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>भेजने के लिए कुछ नहीं है</translation>
    </message>
    <message>
        <source>Removes uploaded and cancelled files from the list. The files themselves aren&apos;t deleted.</source>
        <translation>पूरी हुई और रद्द हुई फ़ाइलें सूची से हटाता है। फ़ाइलें अपनी जगह बनी रहती हैं।</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} में से {done}</translation>
    </message>
    <message>
        <source>resumes automatically</source>
        <translation>अपने-आप फिर शुरू होगा</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>%Ln अपलोड हुई</numerusform>
            <numerusform>%Ln अपलोड हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln रद्द हुई</numerusform>
            <numerusform>%Ln रद्द हुईं</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sent until you press Send</source>
        <translation>जब तक आप “भेजें” नहीं दबाते, कुछ नहीं भेजा जाता</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Accounts, network and updates</source>
        <translation>अकाउंट, नेटवर्क और अपडेट</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>How LedgerDrop works</source>
        <translation>LedgerDrop कैसे काम करता है</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How LedgerDrop works</source>
        <translation>LedgerDrop कैसे काम करता है</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>फ़ोल्डर खोलें</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>फिर भेजें</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>रसीद कॉपी करें</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात करें…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF के रूप में सहेजें</translation>
    </message>
    <message>
        <source>Selected receipts…</source>
        <translation>चुनी हुई रसीदें…</translation>
    </message>
    <message>
        <source>Everything in the same import…</source>
        <translation>उसी इंपोर्ट की सभी…</translation>
    </message>
    <message>
        <source>Everything listed…</source>
        <translation>सूची की सभी…</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>इतिहास मिटाएँ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s)</source>
        <translation>
            <numerusform>%Ln अपलोड</numerusform>
            <numerusform>%Ln अपलोड</numerusform>
        </translation>
    </message>
    <message>
        <source>No uploads yet</source>
        <translation>अभी तक कुछ अपलोड नहीं हुआ है</translation>
    </message>
    <message>
        <source>No uploads match</source>
        <translation>कोई अपलोड मेल नहीं खाता</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>सभी अकाउंट</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>सभी दिन</translation>
    </message>
    <message>
        <source>Can&apos;t open the folder. It may have been moved or deleted.</source>
        <translation>फ़ोल्डर खोला नहीं जा सका। हो सकता है उसकी जगह बदली गई हो या वह मिटा दिया गया हो।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) added to the list and checked again. Review before you send.</source>
        <translation>
            <numerusform>%Ln फ़ाइल सूची में जोड़ी गई और फिर जाँची जा रही है। भेजने से पहले देख लें।</numerusform>
            <numerusform>%Ln फ़ाइलें सूची में जोड़ी गईं और फिर जाँची जा रही हैं। भेजने से पहले देख लें।</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हो गया</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>इतिहास निर्यात करें</translation>
    </message>
    <message>
        <source>Tables for Excel (*.csv)</source>
        <translation>Excel के लिए तालिकाएँ (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>निर्यात हो रहा है…</translation>
    </message>
    <message>
        <source>Also finds a folder, a SHA-256 or an ETag</source>
        <translation>फ़ोल्डर, SHA-256 या ETag भी खोजता है</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF दस्तावेज़ (*.pdf)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Made by LedgerDrop on {when}</source>
        <translation>LedgerDrop ने {when} को बनाया</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} के रूप में सहेजा गया</translation>
    </message>
    <message>
        <source>Delete history?</source>
        <translation>इतिहास मिटाएँ?</translation>
    </message>
    <message>
        <source>Delete all receipts?</source>
        <translation>सभी रसीदें मिटाएँ?</translation>
    </message>
    <message>
        <source>Uploaded files stay in Clear, but this computer keeps no proof of them, and LedgerDrop can no longer tell you that a file was already sent. Consider exporting the history first.</source>
        <translation>जो अपलोड हो चुका है, वह Clear में बना रहेगा। पर इस कंप्यूटर पर उसका कोई प्रमाण नहीं रहेगा, और LedgerDrop अब नहीं बता सकेगा कि कोई फ़ाइल पहले भेजी जा चुकी है। बेहतर है कि पहले इतिहास निर्यात कर लें।</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>सब मिटाएँ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>नाम से खोजें</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>अपलोड</translation>
    </message>
    <message>
        <source>Each row is an upload that Clear&apos;s storage confirmed.</source>
        <translation>हर पंक्ति एक फ़ाइल है जिसकी पुष्टि Clear के स्टोरेज ने की है।</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>कॉलम</translation>
    </message>
    <message>
        <source>Opens the folder the file was sent from</source>
        <translation>वह फ़ोल्डर खोलता है जहाँ से फ़ाइल भेजी गई थी</translation>
    </message>
    <message>
        <source>Adds the file to the list again. Nothing is sent yet.</source>
        <translation>फ़ाइल को फिर सूची में रखता है। इससे कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Copies the proof of the upload: name, time, SHA-256 and more</source>
        <translation>अपलोड का प्रमाण कॉपी करता है: नाम, समय, SHA-256 आदि</translation>
    </message>
    <message>
        <source>Saves everything listed here as a table for Excel</source>
        <translation>यहाँ सूची में दिख रहा सब कुछ Excel की तालिका के रूप में सहेजता है</translation>
    </message>
    <message>
        <source>Saves receipts as a document to print or share</source>
        <translation>रसीदों को छापने या आगे देने के लिए दस्तावेज़ के रूप में सहेजता है</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>{count} numbers, {least} to {greatest}</source>
        <translation>{count} संख्याएँ, {least} से {greatest}</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>अल्पविराम</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>अर्धविराम</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>टैब</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>खड़ी रेखाएँ</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name} (छिपी हुई)</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>A&amp;ccount</source>
        <translation>अकाउंट (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add an account…</source>
        <translation>अकाउंट जोड़ें… (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Manage accounts…</source>
        <translation>अकाउंट प्रबंधित करें… (&amp;M)</translation>
    </message>
    <message>
        <source>Recent f&amp;olders</source>
        <translation>हाल के फ़ोल्डर (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>फ़ाइल (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>फ़ाइलें जोड़ें… (&amp;A)</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>फ़ोल्डर जोड़ें… (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>फ़ाइलें पेस्ट करें (&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Try the sample files</source>
        <translation>नमूना फ़ाइलें आज़माएँ (&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>भेजें (&amp;S)</translation>
    </message>
    <message>
        <source>Pa&amp;use sending</source>
        <translation>भेजना रोकें (&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Resume, and retry all failed</source>
        <translation>फिर शुरू करें, और सभी विफल फिर आज़माएँ (&amp;R)</translation>
    </message>
    <message>
        <source>Stop a&amp;ll</source>
        <translation>सब रद्द करें (&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>सेटिंग… (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>बाहर निकलें (&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Selected</source>
        <translation>चुनी हुई (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>फिर आज़माएँ (&amp;R)</translation>
    </message>
    <message>
        <source>Send a&amp;nyway</source>
        <translation>फिर भी भेजें (&amp;N)</translation>
    </message>
    <message>
        <source>Send under the &amp;suggested name</source>
        <translation>सुझाए गए नाम से भेजें (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>रद्द करें (&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>सूची से हटाएँ (&amp;M)</translation>
    </message>
    <message>
        <source>Undo remo&amp;ving</source>
        <translation>हटाना वापस लें (&amp;V)</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>विवरण कॉपी करें (&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>सब चुनें (&amp;A)</translation>
    </message>
    <message>
        <source>Remove &amp;finished</source>
        <translation>पूरी हुई हटाएँ (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>देखें (&amp;V)</translation>
    </message>
    <message>
        <source>&amp;All files</source>
        <translation>सभी फ़ाइलें (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Needs attention</source>
        <translation>ध्यान चाहिए (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;In progress</source>
        <translation>चालू (&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Uploaded</source>
        <translation>अपलोड हुई (&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Find by name</source>
        <translation>नाम से खोजें (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Details of the selected file</source>
        <translation>चुनी हुई फ़ाइल का विवरण (&amp;D)</translation>
    </message>
    <message>
        <source>&amp;History of uploads…</source>
        <translation>अपलोड का इतिहास… (&amp;H)</translation>
    </message>
    <message>
        <source>The &amp;order of sending</source>
        <translation>भेजने का क्रम (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>आकार (&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>स्थिति (&amp;W)</translation>
    </message>
    <message>
        <source>So&amp;rt by</source>
        <translation>क्रम से लगाएँ (&amp;R)</translation>
    </message>
    <message>
        <source>Use s&amp;ystem setting</source>
        <translation>सिस्टम की सेटिंग (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>हल्के रंग (&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>गहरे रंग (&amp;K)</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>ज़्यादा कंट्रास्ट (&amp;C)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>भाषा (&amp;G)</translation>
    </message>
    <message>
        <source>Use &amp;system setting</source>
        <translation>सिस्टम की सेटिंग (&amp;S)</translation>
    </message>
    <message>
        <source>Your IT department has set this</source>
        <translation>इसे आपके IT विभाग ने तय किया है</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>मदद (&amp;H)</translation>
    </message>
    <message>
        <source>&amp;How LedgerDrop works</source>
        <translation>LedgerDrop कैसे काम करता है (&amp;H)</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>लॉग दिखाएँ (&amp;L)</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>जाँच की जानकारी कॉपी करें (&amp;D)</translation>
    </message>
    <message>
        <source>Check for &amp;updates…</source>
        <translation>अपडेट जाँचें… (&amp;U)</translation>
    </message>
    <message>
        <source>About LedgerDrop</source>
        <translation>LedgerDrop के बारे में</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Language: {name}</source>
        <translation>भाषा: {name}</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Less</source>
        <translation>कम दिखाएँ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>और दिखाएँ</translation>
    </message>
    <message>
        <source>Shows or hides the rest of the message</source>
        <translation>पूरा संदेश दिखाता है, या केवल उसकी शुरुआत</translation>
    </message>
</context>
<context>
    <name>MoveStep</name>
    <message>
        <source>Move &amp;up</source>
        <translation>ऊपर ले जाएँ (&amp;U)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>नीचे ले जाएँ (&amp;W)</translation>
    </message>
    <message>
        <source>Move to the &amp;top</source>
        <translation>सबसे ऊपर ले जाएँ (&amp;T)</translation>
    </message>
    <message>
        <source>Move to the &amp;bottom</source>
        <translation>सबसे नीचे ले जाएँ (&amp;B)</translation>
    </message>
</context>
<context>
    <name>MoveToAccountMenu</name>
    <message numerus="yes">
        <source>Move %Ln file(s) to acc&amp;ount</source>
        <translation>
            <numerusform>%Ln फ़ाइल दूसरे अकाउंट में ले जाएँ (&amp;O)</numerusform>
            <numerusform>%Ln फ़ाइलें दूसरे अकाउंट में ले जाएँ (&amp;O)</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to acc&amp;ount</source>
        <translation>दूसरे अकाउंट में ले जाएँ (&amp;O)</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Use this computer&apos;s settings (recommended)</source>
        <translation>इस कंप्यूटर की सेटिंग का उपयोग करें (सुझाया गया)</translation>
    </message>
    <message>
        <source>Use this proxy:</source>
        <translation>इस प्रॉक्सी का उपयोग करें:</translation>
    </message>
    <message>
        <source>No proxy, connect directly</source>
        <translation>कोई प्रॉक्सी नहीं, सीधे जुड़ें</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>प्रॉक्सी का पता</translation>
    </message>
    <message>
        <source>For example http://proxy.example.com:8080. Ask your IT department.</source>
        <translation>http://proxy.example.com:8080 जैसा। अपने IT विभाग से पूछें।</translation>
    </message>
    <message>
        <source>Your IT department has set this.</source>
        <translation>इसे आपके IT विभाग ने तय किया है।</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>लागू करें</translation>
    </message>
    <message>
        <source>User name and password…</source>
        <translation>यूज़र नाम और पासवर्ड…</translation>
    </message>
    <message>
        <source>Forget the proxy password</source>
        <translation>प्रॉक्सी का पासवर्ड भूलें</translation>
    </message>
    <message>
        <source>Files sent at once</source>
        <translation>एक साथ भेजी जाने वाली फ़ाइलें</translation>
    </message>
    <message>
        <source>Many companies send all traffic through a proxy. LedgerDrop uses this computer&apos;s settings, including a PAC script. Ask your IT department before you change this.</source>
        <translation>कई कंपनियाँ सारा ट्रैफ़िक प्रॉक्सी से भेजती हैं। LedgerDrop इस कंप्यूटर की सेटिंग का उपयोग करता है, PAC स्क्रिप्ट का भी। इसे बदलने से पहले अपने IT विभाग से पूछें।</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>There are no rows below the header</source>
        <translation>शीर्षक के नीचे कोई पंक्ति नहीं है</translation>
    </message>
    <message>
        <source>The file holds only separators, no values</source>
        <translation>फ़ाइल में केवल विभाजक हैं, कोई मान नहीं</translation>
    </message>
    <message>
        <source>This sheet holds no values</source>
        <translation>इस शीट में कोई मान नहीं है</translation>
    </message>
    <message>
        <source>There is no header: row {row} already holds data</source>
        <translation>शीर्षक नहीं है: पंक्ति {row} में ही डेटा है</translation>
    </message>
    <message>
        <source>The header appears again in row {row}</source>
        <translation>शीर्षक पंक्ति {row} में फिर आता है</translation>
    </message>
    <message>
        <source>Row {row} is blank, in the middle of the data</source>
        <translation>डेटा के बीच पंक्ति {row} ख़ाली है</translation>
    </message>
    <message>
        <source>{count} rows in the middle of the data are blank, the first is row {row}</source>
        <translation>डेटा के बीच {count} पंक्तियाँ ख़ाली हैं, पहली पंक्ति {row} है</translation>
    </message>
    <message>
        <source>Columns {other} and {column} have the same name, “{name}”</source>
        <translation>कॉलम {other} और {column} का एक ही नाम है, “{name}”</translation>
    </message>
    <message>
        <source>Cell {cell} shows {value}</source>
        <translation>सेल {cell} में {value} दिखता है</translation>
    </message>
    <message>
        <source>{count} cells show an error value, the first is {cell} with {value}</source>
        <translation>{count} सेलों में त्रुटि मान है, पहला {cell} में {value} है</translation>
    </message>
    <message>
        <source>Amounts in column {column} are stored as text, the first in cell {cell}</source>
        <translation>कॉलम {column} में रकम पाठ के रूप में रखी है, पहली सेल {cell} में</translation>
    </message>
    <message>
        <source>Dates in column {column} are stored as text, the first in cell {cell}</source>
        <translation>कॉलम {column} में तारीख़ें पाठ के रूप में रखी हैं, पहली सेल {cell} में</translation>
    </message>
    <message>
        <source>Cell {cell} isn&apos;t a number, unlike the rest of its column</source>
        <translation>सेल {cell} में संख्या नहीं है, जबकि बाक़ी कॉलम में है</translation>
    </message>
    <message>
        <source>The last row, {row}, looks like a total. The column totals include it</source>
        <translation>अंतिम पंक्ति, {row}, योग जैसी लगती है। कॉलम के योग में वह शामिल है</translation>
    </message>
    <message>
        <source>It ends at row {row}, the last that Excel can hold. Later rows may have been cut off</source>
        <translation>यह पंक्ति {row} पर समाप्त होती है, जो Excel की अंतिम पंक्ति है। बाद की पंक्तियाँ कटी हो सकती हैं</translation>
    </message>
    <message>
        <source>{count} sheets hold data: {names}</source>
        <translation>{count} शीटों में डेटा है: {names}</translation>
    </message>
    <message>
        <source>The GSTIN in cell {cell} has a wrong check digit</source>
        <translation>सेल {cell} के GSTIN का जाँच अंक ग़लत है</translation>
    </message>
    <message>
        <source>{count} GSTINs have a wrong check digit, the first is in cell {cell}</source>
        <translation>{count} GSTIN के जाँच अंक ग़लत हैं, पहला सेल {cell} में है</translation>
    </message>
    <message>
        <source>Invoice number {value} in row {row} already appears in row {other}</source>
        <translation>पंक्ति {row} की चालान संख्या {value} पंक्ति {other} में भी है</translation>
    </message>
    <message>
        <source>{count} invoice numbers appear twice, the first is {value} in rows {other} and {row}</source>
        <translation>{count} चालान संख्याएँ दो बार आती हैं, पहली {value} पंक्ति {other} और {row} में है</translation>
    </message>
    <message>
        <source>“{name}” inside the file is damaged</source>
        <translation>फ़ाइल के अंदर “{name}” ख़राब है</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened. Check that it&apos;s still there and that you may read it.</source>
        <translation>फ़ाइल खुल नहीं रही है। देखें कि वह अब भी वहीं है और आपको उसे पढ़ने की अनुमति है।</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>फ़ाइल ख़ाली है।</translation>
    </message>
    <message>
        <source>This file has no table to preview.</source>
        <translation>इस फ़ाइल में दिखाने के लिए कोई तालिका नहीं है।</translation>
    </message>
    <message>
        <source>The file is protected with a password.</source>
        <translation>फ़ाइल पासवर्ड से सुरक्षित है।</translation>
    </message>
    <message>
        <source>The file is damaged and can&apos;t be previewed. Open it in the program that made it and save it again.</source>
        <translation>फ़ाइल ख़राब है और दिखाई नहीं जा सकती। जिस प्रोग्राम ने इसे बनाया था उसमें खोलकर इसे फिर से सहेजें।</translation>
    </message>
    <message>
        <source>This file needs too much memory to preview. It can still be uploaded.</source>
        <translation>इस फ़ाइल को दिखाने में बहुत अधिक मेमोरी लगेगी। फिर भी इसे अपलोड किया जा सकता है।</translation>
    </message>
    <message>
        <source>Reading this file took too long, so the preview was stopped. It can still be uploaded.</source>
        <translation>इस फ़ाइल को पढ़ने में बहुत समय लगा, इसलिए पूर्वावलोकन रोक दिया गया। फिर भी इसे अपलोड किया जा सकता है।</translation>
    </message>
    <message>
        <source>The preview stopped unexpectedly. The file can still be uploaded.</source>
        <translation>पूर्वावलोकन अचानक रुक गया। फिर भी फ़ाइल अपलोड की जा सकती है।</translation>
    </message>
    <message>
        <source>The preview was cancelled.</source>
        <translation>पूर्वावलोकन रद्द किया गया।</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>The file is no longer in the list. Its receipt is in History.</source>
        <translation>फ़ाइल अब सूची में नहीं है। उसकी रसीद इतिहास में है।</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln सेकंड</numerusform>
            <numerusform>%Ln सेकंड</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln मिनट</numerusform>
            <numerusform>%Ln मिनट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>लगभग %Ln मिनट बाक़ी</numerusform>
            <numerusform>लगभग %Ln मिनट बाक़ी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>लगभग %Ln घंटा बाक़ी</numerusform>
            <numerusform>लगभग %Ln घंटे बाक़ी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %Ln second(s), attempt {attempt}</source>
        <translation>
            <numerusform>%Ln सेकंड में फिर कोशिश, प्रयास {attempt}</numerusform>
            <numerusform>%Ln सेकंड में फिर कोशिश, प्रयास {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %Ln minute(s), attempt {attempt}</source>
        <translation>
            <numerusform>%Ln मिनट में फिर कोशिश, प्रयास {attempt}</numerusform>
            <numerusform>%Ln मिनट में फिर कोशिश, प्रयास {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;end %Ln selected file(s)</source>
        <translation>
            <numerusform>चुनी हुई %Ln फ़ाइल भेजें (&amp;E)</numerusform>
            <numerusform>चुनी हुई %Ln फ़ाइलें भेजें (&amp;E)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) already in the list, now selected.</source>
        <translation>
            <numerusform>%Ln फ़ाइल पहले से सूची में है, अब चुनी हुई।</numerusform>
            <numerusform>%Ln फ़ाइलें पहले से सूची में हैं, अब चुनी हुईं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल</numerusform>
            <numerusform>%Ln फ़ाइलें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल में से {shown}</numerusform>
            <numerusform>%Ln फ़ाइलों में से {shown}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>%Ln अपलोड हुई</numerusform>
            <numerusform>%Ln अपलोड हुईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention</source>
        <translation>
            <numerusform>%Ln पर ध्यान चाहिए</numerusform>
            <numerusform>%Ln पर ध्यान चाहिए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln पंक्ति</numerusform>
            <numerusform>%Ln पंक्तियाँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln कॉलम</numerusform>
            <numerusform>%Ln कॉलम</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) inside</source>
        <translation>
            <numerusform>अंदर %Ln फ़ाइल</numerusform>
            <numerusform>अंदर %Ln फ़ाइलें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln टिप्पणी</numerusform>
            <numerusform>%Ln टिप्पणियाँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden or temporary file(s) skipped, such as ~$… of open workbooks.</source>
        <translation>
            <numerusform>%Ln छिपी या अस्थायी फ़ाइल (जैसे खुली वर्कबुक की ~$…) नहीं जोड़ी गई।</numerusform>
            <numerusform>%Ln छिपी या अस्थायी फ़ाइलें (जैसे खुली वर्कबुक की ~$…) नहीं जोड़ी गईं।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What&apos;s inside</source>
        <translation>अंदर क्या है</translation>
    </message>
    <message>
        <source>Preview this file</source>
        <translation>यह फ़ाइल दिखाएँ</translation>
    </message>
    <message>
        <source>Reads a large file, which may take some seconds</source>
        <translation>बड़ी फ़ाइल पढ़ता है, जिसमें कुछ सेकंड लग सकते हैं</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>शीट</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>फ़ाइल की पहली पंक्तियाँ</translation>
    </message>
    <message>
        <source>This file is large, so it isn&apos;t previewed until you ask.</source>
        <translation>यह फ़ाइल बड़ी है, इसलिए आपके कहने पर ही दिखाई जाएगी।</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>नियंत्रण योग</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The file is no longer there</source>
        <translation>फ़ाइल अब वहाँ नहीं है</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted. Find it, then drop it again.</source>
        <translation>हो सकता है उसकी जगह या नाम बदला गया हो, या वह मिटा दी गई हो। उसे ढूँढकर फिर छोड़ें।</translation>
    </message>
    <message>
        <source>This shortcut&apos;s file is missing</source>
        <translation>इस शॉर्टकट की फ़ाइल नहीं मिली</translation>
    </message>
    <message>
        <source>Find the file itself, then drop that.</source>
        <translation>असली फ़ाइल ढूँढें और उसे छोड़ें।</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>यह फ़ोल्डर है, फ़ाइल नहीं</translation>
    </message>
    <message>
        <source>Clear accepts single files. Drop the files inside it, or put them into a zip file first.</source>
        <translation>Clear अलग-अलग फ़ाइलें स्वीकार करता है। अंदर की फ़ाइलें छोड़ें, या पहले उन्हें zip फ़ाइल में डालें।</translation>
    </message>
    <message>
        <source>This folder is empty</source>
        <translation>यह फ़ोल्डर ख़ाली है</translation>
    </message>
    <message>
        <source>It contains no files, or only hidden and temporary ones. Drop the folder that contains the ledgers.</source>
        <translation>इसमें कोई फ़ाइल नहीं है, या सिर्फ़ छिपी हुई और अस्थायी फ़ाइलें हैं। वह फ़ोल्डर छोड़ें जिसमें बहीखाते हैं।</translation>
    </message>
    <message>
        <source>This isn&apos;t a regular file</source>
        <translation>यह साधारण फ़ाइल नहीं है</translation>
    </message>
    <message>
        <source>It&apos;s a device or a connection between programs, which can&apos;t be uploaded.</source>
        <translation>यह कोई उपकरण या प्रोग्रामों के बीच का कनेक्शन है, जिसे अपलोड नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened</source>
        <translation>फ़ाइल खोली नहीं जा सकी</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to read it. Ask its owner for access, or save a copy in your own folder.</source>
        <translation>आपको इसे पढ़ने की अनुमति नहीं है। इसके मालिक से अनुमति माँगें, या अपने किसी फ़ोल्डर में इसकी कॉपी सहेजें।</translation>
    </message>
    <message>
        <source>macOS doesn&apos;t let LedgerDrop read this file</source>
        <translation>macOS LedgerDrop को यह फ़ाइल पढ़ने नहीं देता</translation>
    </message>
    <message>
        <source>Allow it under System Settings, Privacy &amp; Security, Files and Folders. Then retry.</source>
        <translation>System Settings, Privacy &amp; Security, Files and Folders में अनुमति दें। फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>The file is open in another program</source>
        <translation>फ़ाइल किसी दूसरे प्रोग्राम में खुली है</translation>
    </message>
    <message>
        <source>It&apos;s probably open in Excel. Save and close it, then retry.</source>
        <translation>शायद यह Excel में खुली है। उसे सहेजें, वहाँ बंद करें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The file isn&apos;t on this computer yet</source>
        <translation>फ़ाइल अभी इस कंप्यूटर पर नहीं है</translation>
    </message>
    <message>
        <source>It&apos;s stored online only (OneDrive, iCloud or similar). Open it once, or choose “Always keep on this device”, then retry.</source>
        <translation>यह केवल ऑनलाइन रखी है (OneDrive, iCloud या ऐसी सेवा में)। इसे एक बार खोलें, या “Always keep on this device” चुनें, और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be read completely</source>
        <translation>फ़ाइल अंत तक पढ़ी नहीं जा सकी</translation>
    </message>
    <message>
        <source>The disk or network drive reported an error. Copy the file to this computer, then drop the copy.</source>
        <translation>डिस्क या नेटवर्क ड्राइव ने गड़बड़ी बताई। फ़ाइल को इस कंप्यूटर पर कॉपी करें और वह कॉपी छोड़ें।</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>फ़ाइल ख़ाली है</translation>
    </message>
    <message>
        <source>It contains no data. Export it again from your accounting software.</source>
        <translation>इसमें कोई डेटा नहीं है। अपने अकाउंटिंग प्रोग्राम से इसे फिर निर्यात करें।</translation>
    </message>
    <message>
        <source>The file is larger than 5 GB</source>
        <translation>फ़ाइल 5 GB से बड़ी है</translation>
    </message>
    <message>
        <source>Clear accepts files of up to 5 GB. Split the ledger, for example by month, and send the parts.</source>
        <translation>Clear 5 GB तक की फ़ाइलें स्वीकार करता है। बहीखाते को बाँट लें, जैसे महीने के हिसाब से, और हिस्से भेजें।</translation>
    </message>
    <message>
        <source>This file hasn&apos;t finished downloading</source>
        <translation>इस फ़ाइल का डाउनलोड अभी पूरा नहीं हुआ है</translation>
    </message>
    <message>
        <source>Wait until your browser is done, or download it again. Then drop the finished file.</source>
        <translation>ब्राउज़र का काम पूरा होने तक रुकें, या इसे दोबारा डाउनलोड करें। फिर पूरी फ़ाइल यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>This is a shortcut, not the file</source>
        <translation>यह एक शॉर्टकट है, फ़ाइल नहीं</translation>
    </message>
    <message>
        <source>Find the file that it points to, and drop that.</source>
        <translation>जिस फ़ाइल की ओर यह इशारा करता है उसे ढूँढकर यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>This is Excel&apos;s lock file for an open workbook</source>
        <translation>यह खुली वर्कबुक के पास Excel का निशान है</translation>
    </message>
    <message>
        <source>The ledger is in the same folder, without “~$” in its name. Save and close it in Excel, then drop it.</source>
        <translation>बहीखाता इसके पास ही है, जिसके नाम में “~$” नहीं है। उसे Excel में सहेजकर बंद करें, फिर यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>This is one part of several</source>
        <translation>यह कई हिस्सों में से एक है</translation>
    </message>
    <message>
        <source>The file was split. Join the parts in the program that made them, such as 7-Zip, then drop the result.</source>
        <translation>फ़ाइल को बाँटा गया था। हिस्सों को उसी प्रोग्राम (जैसे 7-Zip) में जोड़ें, फिर पूरी फ़ाइल यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>The file from the archive is gone</source>
        <translation>फ़ाइल आर्काइव की विंडो से जा चुकी है</translation>
    </message>
    <message>
        <source>7-Zip, WinRAR and the like keep it only for a moment. Extract it to a folder, then drop it from there.</source>
        <translation>7-Zip, WinRAR जैसे प्रोग्राम इसे बस पल भर रखते हैं। इसे किसी फ़ोल्डर में निकालें, फिर वहाँ से यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>The network folder isn&apos;t connected</source>
        <translation>नेटवर्क फ़ोल्डर जुड़ा हुआ नहीं है</translation>
    </message>
    <message>
        <source>Open it in your file manager and try again, or copy the file to this computer and drop the copy.</source>
        <translation>उसे अपने फ़ाइल मैनेजर में खोलकर फिर कोशिश करें, या फ़ाइल को इस कंप्यूटर पर कॉपी करें और वह कॉपी यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>The extension is followed by characters you can&apos;t see</source>
        <translation>एक्सटेंशन के बाद ऐसे अक्षर हैं जो दिखाई नहीं देते</translation>
    </message>
    <message>
        <source>The file is still being written</source>
        <translation>फ़ाइल अभी लिखी जा रही है</translation>
    </message>
    <message>
        <source>A program is still saving it. LedgerDrop checks it as soon as it stops changing.</source>
        <translation>कोई प्रोग्राम इसे अभी सहेज रहा है। जैसे ही यह बदलना बंद करेगी, इसकी जाँच होगी।</translation>
    </message>
    <message>
        <source>The file has no extension</source>
        <translation>फ़ाइल में एक्सटेंशन नहीं है</translation>
    </message>
    <message>
        <source>Clear needs a name ending in .csv, .xlsx, .xls or .zip.</source>
        <translation>Clear को ऐसा नाम चाहिए जिसके अंत में .csv, .xlsx, .xls या .zip हो।</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept {extension} files</source>
        <translation>Clear {extension} फ़ाइलें स्वीकार नहीं करता</translation>
    </message>
    <message>
        <source>Clear accepts .csv, .xlsx, .xls and .zip. Save or export the ledger as one of these.</source>
        <translation>Clear .csv, .xlsx, .xls और .zip स्वीकार करता है। बहीखाते को इनमें से किसी रूप में सहेजें या निर्यात करें।</translation>
    </message>
    <message>
        <source>The file was changed after it was checked</source>
        <translation>जाँच के बाद फ़ाइल बदल दी गई</translation>
    </message>
    <message>
        <source>The earlier version was discarded. Finish editing, then press Retry.</source>
        <translation>पहले वाला रूप हटा दिया गया। काम पूरा करें, फिर “फिर आज़माएँ” दबाएँ।</translation>
    </message>
    <message>
        <source>Named {extension}, but it&apos;s {what}</source>
        <translation>नाम {extension} है, पर फ़ाइल {what} है</translation>
    </message>
    <message>
        <source>Clear rejects files whose name and content don&apos;t match. Open the file in the program that made it, then save or export it as .csv, .xlsx or .xls.</source>
        <translation>जिन फ़ाइलों का नाम और सामग्री मेल नहीं खाते, Clear उन्हें अस्वीकार करता है। फ़ाइल को उसी प्रोग्राम में खोलें जिसमें वह बनी थी, और .csv, .xlsx या .xls के रूप में सहेजें या निर्यात करें।</translation>
    </message>
    <message>
        <source>The content is fine; only the name is wrong. You can send it as {better_name}. Your own file isn&apos;t changed.</source>
        <translation>सामग्री ठीक है; केवल नाम ग़लत है। इसे {better_name} नाम से भेजा जा सकता है। आपकी अपनी फ़ाइल जैसी है वैसी ही रहेगी।</translation>
    </message>
    <message>
        <source>The workbook has a password</source>
        <translation>वर्कबुक पासवर्ड से सुरक्षित है</translation>
    </message>
    <message>
        <source>This workbook contains macros</source>
        <translation>इस वर्कबुक में मैक्रो हैं</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept workbooks with macros (.xlsm). In Excel, choose Save As &gt; “Excel Workbook (.xlsx)”.</source>
        <translation>Clear मैक्रो वाली वर्कबुक (.xlsm) स्वीकार नहीं करता। Excel में Save As &gt; “Excel Workbook (.xlsx)” चुनें।</translation>
    </message>
    <message>
        <source>This is an Excel binary workbook (.xlsb)</source>
        <translation>यह Excel बाइनरी वर्कबुक (.xlsb) है</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept it. In Excel, choose Save As &gt; “Excel Workbook (.xlsx)”.</source>
        <translation>Clear इसे स्वीकार नहीं करता। Excel में Save As &gt; “Excel Workbook (.xlsx)” चुनें।</translation>
    </message>
    <message>
        <source>This is an OpenDocument (LibreOffice) file</source>
        <translation>यह OpenDocument (LibreOffice) फ़ाइल है</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept it. In LibreOffice, choose Save As &gt; “Excel 2007-365 (.xlsx)”.</source>
        <translation>Clear इसे स्वीकार नहीं करता। LibreOffice में Save As &gt; “Excel 2007-365 (.xlsx)” चुनें।</translation>
    </message>
    <message>
        <source>This is a web page, not a ledger</source>
        <translation>यह वेब पेज है, बहीखाता नहीं</translation>
    </message>
    <message>
        <source>Some portals export a web page and name it {extension}. Open it in Excel and choose Save As &gt; “Excel Workbook (.xlsx)”. If it shows a sign-in page, download the ledger again.</source>
        <translation>कुछ पोर्टल वेब पेज निर्यात करके उसका नाम {extension} रखते हैं। इसे Excel में खोलें और Save As &gt; “Excel Workbook (.xlsx)” चुनें। साइन-इन पेज दिखे तो बहीखाता फिर डाउनलोड करें।</translation>
    </message>
    <message>
        <source>This is an XML file, not an Excel workbook</source>
        <translation>यह XML फ़ाइल है, Excel वर्कबुक नहीं</translation>
    </message>
    <message>
        <source>Open it in Excel, choose Save As &gt; “Excel Workbook (.xlsx)”, then drop the new file.</source>
        <translation>इसे Excel में खोलें, Save As &gt; “Excel Workbook (.xlsx)” चुनें, फिर नई फ़ाइल छोड़ें।</translation>
    </message>
    <message>
        <source>Named {extension}, but it&apos;s plain text</source>
        <translation>नाम {extension} है, पर फ़ाइल सादा टेक्स्ट है</translation>
    </message>
    <message>
        <source>This is a PDF document</source>
        <translation>यह PDF दस्तावेज़ है</translation>
    </message>
    <message>
        <source>Clear needs data, not a document. Export the ledger as .csv or .xlsx from your accounting software.</source>
        <translation>Clear को डेटा चाहिए, दस्तावेज़ नहीं। अपने अकाउंटिंग प्रोग्राम से बहीखाते को .csv या .xlsx के रूप में निर्यात करें।</translation>
    </message>
    <message>
        <source>This is a picture</source>
        <translation>यह एक तस्वीर है</translation>
    </message>
    <message>
        <source>This is JSON data</source>
        <translation>यह JSON डेटा है</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept it here. Export the ledger as .csv or .xlsx instead.</source>
        <translation>Clear इसे यहाँ स्वीकार नहीं करता। बहीखाते को .csv या .xlsx के रूप में निर्यात करें।</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete</source>
        <translation>फ़ाइल ख़राब या अधूरी है</translation>
    </message>
    <message>
        <source>Copying or downloading may have been interrupted. Download or export it again.</source>
        <translation>हो सकता है कॉपी या डाउनलोड बीच में रुक गया हो। इसे फिर डाउनलोड या निर्यात करें।</translation>
    </message>
    <message>
        <source>This may not be what its name says</source>
        <translation>हो सकता है यह वह न हो जो इसका नाम बताता है</translation>
    </message>
    <message>
        <source>It looks like {what}. Clear may reject it. Look at it before you send it anyway.</source>
        <translation>यह {what} लगती है। Clear इसे अस्वीकार कर सकता है। फिर भी भेजने से पहले इसे देख लें।</translation>
    </message>
    <message>
        <source>This looks like a message, not a ledger</source>
        <translation>यह बहीखाता नहीं, एक संदेश लगता है</translation>
    </message>
    <message>
        <source>The portal may have sent it instead of the file, for example because you were signed out. Open and read it, then download or export the ledger again.</source>
        <translation>हो सकता है पोर्टल या प्रोग्राम ने फ़ाइल की जगह इसे भेजा हो, जैसे साइन आउट हो जाने के कारण। इसे खोलकर पढ़ें। फिर बहीखाता दोबारा डाउनलोड या निर्यात करें।</translation>
    </message>
    <message>
        <source>The table may be cut off</source>
        <translation>तालिका अधूरी लगती है</translation>
    </message>
    <message>
        <source>The last row is followed by something else, such as an error message or part of another file. Rows may be missing. Check the end of the file, or export it again.</source>
        <translation>अंतिम पंक्ति के बाद कुछ और है, जैसे त्रुटि संदेश या किसी दूसरी फ़ाइल का हिस्सा। कुछ पंक्तियाँ छूटी हो सकती हैं। फ़ाइल का अंत देखें, या इसे फिर निर्यात करें।</translation>
    </message>
    <message>
        <source>Already sent on {day} as {name}</source>
        <translation>{day} को {name} नाम से भेजी जा चुकी है</translation>
    </message>
    <message>
        <source>Identical to a file this account has already sent. Send it again only if you mean to.</source>
        <translation>यह उस फ़ाइल जैसी ही है जो इस अकाउंट से भेजी जा चुकी है। तभी फिर भेजें जब सचमुच भेजना हो।</translation>
    </message>
    <message>
        <source>Same as {name}, not sent</source>
        <translation>{name} के समान, भेजी नहीं गई</translation>
    </message>
    <message>
        <source>Both files have the same content and go to the same account. Only one is sent. Send this one too only if Clear should get it twice.</source>
        <translation>दोनों फ़ाइलों की सामग्री और अकाउंट एक ही हैं। केवल एक भेजी जाती है। इसे भी तभी भेजें, जब Clear को यह दो बार मिलनी चाहिए।</translation>
    </message>
    <message>
        <source>This workbook is from a very old version of Excel</source>
        <translation>यह वर्कबुक Excel के बहुत पुराने संस्करण की है</translation>
    </message>
    <message>
        <source>Clear may not be able to read it. Open it in Excel and choose Save As &gt; “Excel Workbook (.xlsx)”.</source>
        <translation>हो सकता है Clear इसे पढ़ न पाए। इसे Excel में खोलें और Save As &gt; “Excel Workbook (.xlsx)” चुनें।</translation>
    </message>
    <message>
        <source>The text contains invalid characters</source>
        <translation>टेक्स्ट में अमान्य अक्षर हैं</translation>
    </message>
    <message>
        <source>Some programs leave them behind, and Clear may reject the file. Export it again, or save it as .xlsx in Excel.</source>
        <translation>कुछ प्रोग्राम इन्हें छोड़ जाते हैं, और Clear फ़ाइल को अस्वीकार कर सकता है। इसे फिर निर्यात करें, या Excel में .xlsx के रूप में सहेजें।</translation>
    </message>
    <message>
        <source>The zip file has a password</source>
        <translation>zip फ़ाइल पासवर्ड से सुरक्षित है</translation>
    </message>
    <message>
        <source>Clear may not be able to open it. Create the zip again without a password.</source>
        <translation>हो सकता है Clear इसे खोल न पाए। zip फ़ाइल बिना पासवर्ड के फिर बनाएँ।</translation>
    </message>
    <message>
        <source>The zip file is empty</source>
        <translation>zip फ़ाइल ख़ाली है</translation>
    </message>
    <message>
        <source>Create the zip again with the ledgers inside.</source>
        <translation>zip फ़ाइल को बहीखातों के साथ फिर बनाएँ।</translation>
    </message>
    <message>
        <source>The zip file contains nothing for Clear</source>
        <translation>zip फ़ाइल में Clear के लिए कुछ नहीं है</translation>
    </message>
    <message>
        <source>This is {what}. Create the zip again with the ledgers inside.</source>
        <translation>यह {what} है। इसे बहीखातों के साथ दोबारा बनाएँ।</translation>
    </message>
    <message>
        <source>A workbook in the zip file is locked</source>
        <translation>zip फ़ाइल की एक वर्कबुक लॉक है</translation>
    </message>
    <message>
        <source>It has a password or restricted access, so Clear can&apos;t open it. Unlock it in Excel, then zip it again.</source>
        <translation>उस पर पासवर्ड या प्रतिबंध है, इसलिए Clear उसे नहीं खोल सकता। उसे Excel में खोलकर अनलॉक करें, फिर दोबारा zip करें।</translation>
    </message>
    <message>
        <source>This account has no access token</source>
        <translation>इस अकाउंट के लिए एक्सेस टोकन नहीं दिया गया है</translation>
    </message>
    <message>
        <source>Open Settings and enter the token from Clear. Find it in Clear under Settings &gt; Integrations.</source>
        <translation>सेटिंग खोलें और Clear से मिला टोकन दर्ज करें (Clear में: Settings, Integrations)।</translation>
    </message>
    <message>
        <source>This account has no integration ID</source>
        <translation>इस अकाउंट के लिए इंटीग्रेशन ID नहीं दी गई है</translation>
    </message>
    <message>
        <source>Open Settings and enter the integration ID from Clear. It has 36 characters.</source>
        <translation>सेटिंग खोलें और Clear से मिली इंटीग्रेशन ID दर्ज करें। इसमें 36 अक्षर होते हैं।</translation>
    </message>
    <message>
        <source>The address of Clear in Settings is invalid</source>
        <translation>सेटिंग में दिया Clear का पता अमान्य है</translation>
    </message>
    <message>
        <source>It must start with https:// and contain no user name, question mark or number sign. Correct it in Settings.</source>
        <translation>वह https:// से शुरू हो और उसमें यूज़र नाम, प्रश्नचिह्न या # न हो। इसे सेटिंग में ठीक करें।</translation>
    </message>
    <message>
        <source>The computer&apos;s password store isn&apos;t responding</source>
        <translation>कंप्यूटर का पासवर्ड स्टोर जवाब नहीं दे रहा</translation>
    </message>
    <message>
        <source>It may be waiting for you to unlock it. Look for its window, unlock it, then retry.</source>
        <translation>शायद वह आपके अनलॉक करने की प्रतीक्षा में है। उसकी विंडो ढूँढें, अनलॉक करें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The computer&apos;s password store isn&apos;t available</source>
        <translation>कंप्यूटर का पासवर्ड स्टोर उपलब्ध नहीं है</translation>
    </message>
    <message>
        <source>The computer&apos;s password store is locked</source>
        <translation>कंप्यूटर का पासवर्ड स्टोर लॉक है</translation>
    </message>
    <message>
        <source>This isn&apos;t an access token</source>
        <translation>यह एक्सेस टोकन नहीं है</translation>
    </message>
    <message>
        <source>{what} Copy the token again in Clear (Settings &gt; Integrations) and paste it here.</source>
        <translation>{what} Clear (Settings, Integrations) में टोकन फिर कॉपी करें और यहाँ पेस्ट करें।</translation>
    </message>
    <message>
        <source>This file&apos;s account no longer exists</source>
        <translation>यह फ़ाइल जिस अकाउंट के लिए थी, वह अब नहीं है</translation>
    </message>
    <message>
        <source>It was removed in Settings. Choose another account, then drop the file again.</source>
        <translation>उसे सेटिंग में हटा दिया गया। दूसरा अकाउंट चुनें और फ़ाइल फिर छोड़ें।</translation>
    </message>
    <message>
        <source>LedgerDrop can&apos;t write to its own folder</source>
        <translation>LedgerDrop अपने ही फ़ोल्डर में नहीं लिख पा रहा</translation>
    </message>
    <message>
        <source>It has no permission to write in {path}, or the disk is full. Fix that, or ask your IT department.</source>
        <translation>वह अपनी चीज़ें {path} में रखता है; वहाँ लिखने की अनुमति नहीं है, या डिस्क भरी है। इसे ठीक करें, या अपने IT विभाग से पूछें।</translation>
    </message>
    <message>
        <source>Some settings couldn&apos;t be read</source>
        <translation>कुछ सेटिंग पढ़ी नहीं जा सकीं</translation>
    </message>
    <message>
        <source>A copy is kept in {path}. Check your accounts in Settings. Your tokens are safe; they aren&apos;t in that file.</source>
        <translation>एक कॉपी {path} में रखी है। सेटिंग में अपने अकाउंट जाँचें। आपके टोकन सुरक्षित हैं; वे उस फ़ाइल में नहीं हैं।</translation>
    </message>
    <message>
        <source>The settings are from a newer version of LedgerDrop</source>
        <translation>सेटिंग LedgerDrop के किसी नए संस्करण की है</translation>
    </message>
    <message>
        <source>{path} isn&apos;t used and isn&apos;t changed. Your changes last until you quit LedgerDrop. Install the newer version to use your settings.</source>
        <translation>{path} का न उपयोग होता है, न उसे बदला जाता है। आपके बदलाव LedgerDrop बंद होने तक रहेंगे। अपनी सेटिंग के लिए नया संस्करण इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>The settings can&apos;t be opened</source>
        <translation>सेटिंग खोली नहीं जा सकी</translation>
    </message>
    <message>
        <source>LedgerDrop has no permission to read {path}. Nothing was changed. Ask your IT department for access.</source>
        <translation>LedgerDrop को {path} पढ़ने की अनुमति नहीं है। वहाँ कुछ नहीं बदला गया। अपने IT विभाग से अनुमति माँगें।</translation>
    </message>
    <message>
        <source>This accounts file can&apos;t be used</source>
        <translation>अकाउंट की इस फ़ाइल का उपयोग नहीं हो सकता</translation>
    </message>
    <message>
        <source>{what} Nothing was added. Ask whoever gave you the file for a new one.</source>
        <translation>{what} कुछ नहीं जोड़ा गया। जिसने यह फ़ाइल दी थी, उनसे नई फ़ाइल माँगें।</translation>
    </message>
    <message>
        <source>Account {number} is invalid: {what}. Nothing was added. Ask whoever gave you the file for a new one.</source>
        <translation>इसमें अकाउंट {number} ग़लत है: {what}। कुछ नहीं जोड़ा गया। जिसने यह फ़ाइल दी थी, उनसे नई फ़ाइल माँगें।</translation>
    </message>
    <message>
        <source>Your IT department&apos;s settings couldn&apos;t be used</source>
        <translation>आपके IT विभाग की सेटिंग का उपयोग नहीं हो सका</translation>
    </message>
    <message>
        <source>One of your IT department&apos;s settings can&apos;t be used</source>
        <translation>आपके IT विभाग की एक सेटिंग का उपयोग नहीं हो सकता</translation>
    </message>
    <message>
        <source>“{name}” in {path}: {what} Everything else is used. Show this to your IT department.</source>
        <translation>{path} में “{name}”: {what} बाक़ी सब उपयोग हो रहा है। यह अपने IT विभाग को दिखाएँ।</translation>
    </message>
    <message>
        <source>An account set up by your IT department can&apos;t be used</source>
        <translation>आपके IT विभाग के बनाए एक अकाउंट का उपयोग नहीं हो सकता</translation>
    </message>
    <message>
        <source>Account {number} in {path} is invalid: {what}. Everything else is used. Show this to your IT department.</source>
        <translation>{path} में अकाउंट {number} ग़लत है: {what}। वहाँ का बाक़ी सब उपयोग हो रहा है। यह अपने IT विभाग को दिखाएँ।</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be saved</source>
        <translation>फ़ाइल सहेजी नहीं जा सकी</translation>
    </message>
    <message>
        <source>{path} may be on a full or read-only disk, or in a folder you can&apos;t write to. Choose another place.</source>
        <translation>{path} शायद भरी हुई या केवल पढ़ने योग्य डिस्क पर है, या ऐसे फ़ोल्डर में जो आपका नहीं है। दूसरी जगह चुनें।</translation>
    </message>
    <message>
        <source>Clear rejected the access token</source>
        <translation>Clear ने एक्सेस टोकन अस्वीकार कर दिया</translation>
    </message>
    <message>
        <source>It may be out of date or belong to another account. Get the current token from Clear and enter it for this account.</source>
        <translation>शायद वह पुराना है, या किसी दूसरे अकाउंट का है। Clear से मौजूदा टोकन लें और इस अकाउंट के लिए दर्ज करें।</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t allow this account to upload</source>
        <translation>Clear इस अकाउंट को अपलोड की अनुमति नहीं देता</translation>
    </message>
    <message>
        <source>The token and integration ID may not belong together, or this network isn&apos;t allowed. Check both in Settings, or ask whoever manages Clear for you.</source>
        <translation>शायद टोकन और इंटीग्रेशन ID एक-दूसरे के नहीं हैं, या इस नेटवर्क को अनुमति नहीं है। सेटिंग में दोनों जाँचें, या उनसे पूछें जो आपके यहाँ Clear सँभालते हैं।</translation>
    </message>
    <message>
        <source>Clear rejected the request</source>
        <translation>Clear ने अनुरोध अस्वीकार कर दिया</translation>
    </message>
    <message>
        <source>Clear rejected this file name</source>
        <translation>Clear ने फ़ाइल का यह नाम अस्वीकार कर दिया</translation>
    </message>
    <message>
        <source>A filter blocked this request before it reached Clear</source>
        <translation>Clear तक पहुँचने से पहले एक फ़िल्टर ने यह अनुरोध रोक दिया</translation>
    </message>
    <message>
        <source>It may object to the file&apos;s name or content. Try another name, or ask your IT department to allow it. Your other files aren&apos;t affected.</source>
        <translation>शायद उसे फ़ाइल के नाम या सामग्री पर आपत्ति है। दूसरा नाम आज़माएँ, या अपने IT विभाग से इसकी अनुमति देने को कहें। आपकी दूसरी फ़ाइलों पर इसका असर नहीं पड़ता।</translation>
    </message>
    <message>
        <source>Clear asked LedgerDrop to wait</source>
        <translation>Clear ने LedgerDrop को रुकने को कहा है</translation>
    </message>
    <message>
        <source>There were too many requests in a short time. Your file is fine.</source>
        <translation>थोड़े समय में बहुत अनुरोध आए। आपकी फ़ाइल ठीक है।</translation>
    </message>
    <message>
        <source>Clear is having a problem</source>
        <translation>Clear में इस समय कोई समस्या है</translation>
    </message>
    <message>
        <source>Your file is fine. If it lasts more than an hour, tell Clear support.</source>
        <translation>आपकी फ़ाइल ठीक है। एक घंटे में समस्या दूर न हो तो Clear के सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Clear didn&apos;t accept the request</source>
        <translation>Clear ने अनुरोध स्वीकार नहीं किया</translation>
    </message>
    <message>
        <source>Unexpected reply from Clear</source>
        <translation>Clear से अनपेक्षित जवाब</translation>
    </message>
    <message>
        <source>Check the address in Settings. If it&apos;s right, send the details to Clear support.</source>
        <translation>सेटिंग में पता जाँचें। पता सही हो तो विवरण Clear के सपोर्ट को भेजें।</translation>
    </message>
    <message>
        <source>Unexpected reply</source>
        <translation>अनपेक्षित जवाब</translation>
    </message>
    <message>
        <source>Something between this computer and Clear may have replied, or the address in Settings isn&apos;t Clear&apos;s. Check both.</source>
        <translation>शायद बीच में किसी और ने जवाब दिया, या सेटिंग में दिया पता Clear का नहीं है। दोनों जाँचें।</translation>
    </message>
    <message>
        <source>The reply was far too long</source>
        <translation>जवाब बहुत ही लंबा था</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t reply like this. Check the address in Settings.</source>
        <translation>Clear ऐसे जवाब नहीं देता। सेटिंग में पता जाँचें।</translation>
    </message>
    <message>
        <source>Clear took too long to reply</source>
        <translation>Clear ने जवाब देने में बहुत देर लगाई</translation>
    </message>
    <message>
        <source>The connection or Clear is very slow right now.</source>
        <translation>कनेक्शन या Clear इस समय बहुत धीमा है।</translation>
    </message>
    <message>
        <source>The upload address isn&apos;t secure</source>
        <translation>अपलोड का पता सुरक्षित नहीं है</translation>
    </message>
    <message>
        <source>Clear should give an https address but didn&apos;t. To protect your ledger, nothing was sent. Tell Clear support.</source>
        <translation>Clear को https पता देना था, पर नहीं दिया। आपके बहीखाते की सुरक्षा के लिए कुछ नहीं भेजा गया। Clear के सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Clear gave an unusable upload address</source>
        <translation>Clear ने अपलोड का ऐसा पता दिया जो काम नहीं आ सकता</translation>
    </message>
    <message>
        <source>It would lose its permission on the way, so nothing was sent. This is a problem at Clear. Send the details to Clear support.</source>
        <translation>रास्ते में उसकी अनुमति खो जाती, इसलिए कुछ नहीं भेजा गया। यह Clear की समस्या है। विवरण Clear के सपोर्ट को भेजें।</translation>
    </message>
    <message>
        <source>No internet connection</source>
        <translation>इंटरनेट कनेक्शन नहीं है</translation>
    </message>
    <message>
        <source>Sending resumes automatically when you&apos;re back online.</source>
        <translation>कनेक्शन लौटते ही भेजना अपने-आप फिर शुरू होगा।</translation>
    </message>
    <message>
        <source>Can&apos;t reach {host}</source>
        <translation>{host} तक पहुँचा नहीं जा सका</translation>
    </message>
    <message>
        <source>Check your internet connection and the address in Settings.</source>
        <translation>अपना इंटरनेट कनेक्शन और सेटिंग में पता जाँचें।</translation>
    </message>
    <message>
        <source>No connection to {host}</source>
        <translation>{host} से कनेक्शन नहीं हुआ</translation>
    </message>
    <message>
        <source>The connection was refused, perhaps by a firewall. If this continues, ask your IT department to allow it.</source>
        <translation>कनेक्शन अस्वीकार कर दिया गया, शायद फ़ायरवॉल ने। ऐसा ही रहे तो अपने IT विभाग से इसकी अनुमति देने को कहें।</translation>
    </message>
    <message>
        <source>No reply from {host}</source>
        <translation>{host} से कोई जवाब नहीं</translation>
    </message>
    <message>
        <source>The network may be down, or a firewall may be blocking it. If this continues, ask your IT department.</source>
        <translation>शायद नेटवर्क बंद है, या फ़ायरवॉल रास्ता रोक रहा है। ऐसा ही रहे तो अपने IT विभाग से पूछें।</translation>
    </message>
    <message>
        <source>The connection to {host} was lost</source>
        <translation>{host} से कनेक्शन टूट गया</translation>
    </message>
    <message>
        <source>The upload stalled</source>
        <translation>अपलोड बीच में रुक गया</translation>
    </message>
    <message>
        <source>Nothing could be sent for {seconds} seconds. The file wasn&apos;t uploaded.</source>
        <translation>{seconds} सेकंड तक कुछ नहीं भेजा जा सका। फ़ाइल अपलोड नहीं हुई।</translation>
    </message>
    <message>
        <source>Everything was sent, but Clear didn&apos;t confirm it</source>
        <translation>सब भेज दिया गया, पर Clear ने पुष्टि नहीं की</translation>
    </message>
    <message>
        <source>Without confirmation, the file doesn&apos;t count as uploaded. It&apos;s safe to send it again.</source>
        <translation>पुष्टि के बिना फ़ाइल अपलोड हुई नहीं मानी जाती। इसे फिर भेजने में कोई हर्ज नहीं।</translation>
    </message>
    <message>
        <source>Can&apos;t verify the identity of {host}</source>
        <translation>{host} की पहचान की पुष्टि नहीं हो सकी</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t trust the issuer of its certificate. On a company network, ask IT to install the company&apos;s certificate. Nothing was sent.</source>
        <translation>उसका प्रमाणपत्र ऐसे जारीकर्ता का है जिस पर यह कंप्यूटर भरोसा नहीं करता। कंपनी के नेटवर्क में IT से कहें कि कंपनी का प्रमाणपत्र इस कंप्यूटर पर इंस्टॉल करें। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The certificate of {host} isn&apos;t valid today</source>
        <translation>{host} का प्रमाणपत्र आज मान्य नहीं है</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. If they&apos;re right, tell IT. Nothing was sent.</source>
        <translation>जाँचें कि इस कंप्यूटर की तारीख़ और समय सही हैं। सही हों तो IT को बताएँ। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Another computer replied instead of {host}</source>
        <translation>{host} की जगह किसी दूसरे कंप्यूटर ने जवाब दिया</translation>
    </message>
    <message>
        <source>Its certificate is for a different name. Check the address in Settings, or ask IT. Nothing was sent.</source>
        <translation>उसका प्रमाणपत्र किसी और नाम का है। सेटिंग में पता जाँचें, या IT से पूछें। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>No secure connection to {host}</source>
        <translation>{host} से सुरक्षित कनेक्शन नहीं हुआ</translation>
    </message>
    <message>
        <source>Encryption couldn&apos;t be set up. A firewall or antivirus program may be in the way.</source>
        <translation>एन्क्रिप्शन शुरू नहीं हो सका। शायद कोई फ़ायरवॉल या एंटीवायरस बीच में है।</translation>
    </message>
    <message>
        <source>{host} asks for a certificate from this computer</source>
        <translation>{host} इस कंप्यूटर का प्रमाणपत्र माँगता है</translation>
    </message>
    <message>
        <source>LedgerDrop can&apos;t provide one. A company firewall may be asking. Ask your IT department to allow {host} without a certificate.</source>
        <translation>LedgerDrop कोई प्रमाणपत्र नहीं दिखा सकता। शायद कंपनी का फ़ायरवॉल उसे माँग रहा है। अपने IT विभाग से {host} को बिना प्रमाणपत्र के अनुमति देने को कहें।</translation>
    </message>
    <message>
        <source>{host} accepts only HTTP/2</source>
        <translation>{host} केवल HTTP/2 स्वीकार करता है</translation>
    </message>
    <message>
        <source>LedgerDrop uses HTTP/1.1, as Clear does. Something in between may be misconfigured. Tell your IT department.</source>
        <translation>LedgerDrop, Clear की तरह, HTTP/1.1 का उपयोग करता है। शायद बीच में कुछ ग़लत सेट किया गया है। अपने IT विभाग को बताएँ।</translation>
    </message>
    <message>
        <source>The trusted certificates file can&apos;t be used</source>
        <translation>विश्वसनीय प्रमाणपत्रों की फ़ाइल का उपयोग नहीं हो सकता</translation>
    </message>
    <message>
        <source>{variable} points to {path}, which is missing or contains no certificates. Correct or remove that setting.</source>
        <translation>{variable} में {path} लिखा है, जो मौजूद नहीं है या जिसमें प्रमाणपत्र नहीं हैं। वह सेटिंग ठीक करें या हटाएँ।</translation>
    </message>
    <message>
        <source>The company proxy {host} isn&apos;t responding</source>
        <translation>कंपनी का प्रॉक्सी {host} जवाब नहीं दे रहा</translation>
    </message>
    <message>
        <source>Check that you&apos;re on the company network or VPN, or ask IT.</source>
        <translation>जाँचें कि आप कंपनी के नेटवर्क या उसके VPN में हैं, या IT से पूछें।</translation>
    </message>
    <message>
        <source>No connection to {host} through the company proxy</source>
        <translation>कंपनी के प्रॉक्सी से होकर {host} से कनेक्शन नहीं बना</translation>
    </message>
    <message>
        <source>{host} may be down, or the proxy can&apos;t reach it. LedgerDrop retries automatically. If this continues, ask your IT department.</source>
        <translation>शायद {host} बंद है, या प्रॉक्सी उस तक नहीं पहुँच पा रहा। LedgerDrop अपने-आप फिर कोशिश करता है। अगर यह होता रहे, तो अपने IT विभाग से पूछें।</translation>
    </message>
    <message>
        <source>No secure connection to the company proxy {host}</source>
        <translation>कंपनी के प्रॉक्सी {host} से सुरक्षित कनेक्शन नहीं बना</translation>
    </message>
    <message>
        <source>It may not use https. Try its address with http:// in Settings, under Network, or ask IT.</source>
        <translation>शायद वह https का उपयोग नहीं करता। सेटिंग में “नेटवर्क” के अंतर्गत उसका पता http:// के साथ आज़माएँ, या IT से पूछें।</translation>
    </message>
    <message>
        <source>The company proxy {host} doesn&apos;t use https</source>
        <translation>कंपनी का प्रॉक्सी {host} https का उपयोग नहीं करता</translation>
    </message>
    <message>
        <source>Change its address to http:// in Settings, under Network. If it comes from this computer&apos;s settings, ask IT.</source>
        <translation>सेटिंग में “नेटवर्क” के अंतर्गत उसका पता http:// से शुरू करें। अगर वह इस कंप्यूटर की सेटिंग से आता है, तो IT से पूछें।</translation>
    </message>
    <message>
        <source>Can&apos;t verify the identity of the company proxy {host}</source>
        <translation>कंपनी के प्रॉक्सी {host} की पहचान की पुष्टि नहीं हो सकी</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t trust the issuer of the proxy&apos;s certificate. Ask IT to install the company&apos;s certificate. Nothing was sent.</source>
        <translation>यह कंप्यूटर प्रॉक्सी का प्रमाणपत्र जारी करने वाले पर भरोसा नहीं करता। IT से कहें कि कंपनी का प्रमाणपत्र इस कंप्यूटर पर इंस्टॉल करे। कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The company proxy&apos;s certificate isn&apos;t for {host}</source>
        <translation>कंपनी के प्रॉक्सी का प्रमाणपत्र {host} के लिए नहीं है</translation>
    </message>
    <message>
        <source>The certificate names a different proxy. Enter that name in Settings, under Network, or ask IT. Nothing was sent.</source>
        <translation>प्रॉक्सी के प्रमाणपत्र में दूसरा नाम है। सेटिंग में “नेटवर्क” के अंतर्गत वही नाम लिखें, या IT से पूछें। कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The company proxy asks for a user name and password</source>
        <translation>कंपनी का प्रॉक्सी यूज़र नाम और पासवर्ड माँगता है</translation>
    </message>
    <message>
        <source>Enter them in Settings, under Network.</source>
        <translation>उन्हें सेटिंग में “नेटवर्क” के अंतर्गत दर्ज करें।</translation>
    </message>
    <message>
        <source>The company proxy needs a sign-in that LedgerDrop doesn&apos;t support</source>
        <translation>कंपनी का प्रॉक्सी ऐसा साइन-इन चाहता है जो LedgerDrop नहीं कर सकता</translation>
    </message>
    <message>
        <source>It accepts only {kinds}. Ask IT to let this computer reach {host} without signing in, or to also allow “Basic”.</source>
        <translation>वह केवल {kinds} स्वीकार करता है। IT से कहें कि इस कंप्यूटर को बिना साइन-इन {host} तक जाने दें, या “Basic” तरीक़े की भी अनुमति दें।</translation>
    </message>
    <message>
        <source>The company proxy blocked the connection</source>
        <translation>कंपनी के प्रॉक्सी ने कनेक्शन रोक दिया</translation>
    </message>
    <message>
        <source>Ask IT to allow connections to {host}.</source>
        <translation>IT से {host} के कनेक्शन की अनुमति देने को कहें।</translation>
    </message>
    <message>
        <source>The proxy address is invalid</source>
        <translation>प्रॉक्सी का पता अमान्य है</translation>
    </message>
    <message>
        <source>It should look like http://proxy.example.com:8080. Correct it in Settings, under Network, or ask IT. It may come from this computer&apos;s settings.</source>
        <translation>वह http://proxy.example.com:8080 जैसा होना चाहिए। उसे सेटिंग में “नेटवर्क” के अंतर्गत ठीक करें, या IT से पूछें: शायद वह इस कंप्यूटर की सेटिंग से आता है।</translation>
    </message>
    <message>
        <source>A web page replied instead of Clear</source>
        <translation>Clear की जगह किसी वेब पेज ने जवाब दिया</translation>
    </message>
    <message>
        <source>Redirected to another address</source>
        <translation>किसी दूसरे पते पर भेज दिया गया</translation>
    </message>
    <message>
        <source>This network may want you to sign in first (open any web page in your browser), or the address in Settings isn&apos;t Clear&apos;s. Nothing was sent there.</source>
        <translation>शायद यह नेटवर्क चाहता है कि आप पहले साइन इन करें (अपने ब्राउज़र में कोई भी वेब पेज खोलें), या सेटिंग में दिया पता Clear का नहीं है। वहाँ कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the upload</source>
        <translation>Clear के स्टोरेज ने अपलोड अस्वीकार कर दिया</translation>
    </message>
    <message>
        <source>Permission for this upload wasn&apos;t granted. If it happens again, tell Clear support.</source>
        <translation>इस अपलोड की अनुमति नहीं मिली। फिर ऐसा हो तो Clear के सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>The permission for this upload expired</source>
        <translation>इस अपलोड की अनुमति का समय समाप्त हो गया</translation>
    </message>
    <message>
        <source>Clear allows one hour for each upload. Press Retry to get a new permission.</source>
        <translation>Clear हर अपलोड के लिए एक घंटा देता है। नई अनुमति के लिए “फिर आज़माएँ” दबाएँ।</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the permission</source>
        <translation>Clear के स्टोरेज ने अनुमति स्वीकार नहीं की</translation>
    </message>
    <message>
        <source>A proxy may have changed the request. If it happens again, tell Clear support and IT.</source>
        <translation>शायद किसी प्रॉक्सी ने रास्ते में अनुरोध बदल दिया। फिर ऐसा हो तो Clear के सपोर्ट और IT को बताएँ।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>इस कंप्यूटर की घड़ी ग़लत है</translation>
    </message>
    <message>
        <source>Uploads need the right date and time. Turn on automatic time in the computer&apos;s settings.</source>
        <translation>अपलोड केवल सही तारीख़ और समय पर होता है। कंप्यूटर की सेटिंग में स्वचालित समय चालू करें।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs from Clear&apos;s</source>
        <translation>इस कंप्यूटर की घड़ी Clear की घड़ी से अलग है</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the upload because of its time. Turn on automatic time in the computer&apos;s settings, then press Retry.</source>
        <translation>Clear के स्टोरेज ने समय के कारण अपलोड ठुकरा दिया। कंप्यूटर की सेटिंग में स्वचालित समय चालू करें, और “फिर आज़माएँ” दबाएँ।</translation>
    </message>
    <message>
        <source>Something else replied instead of Clear&apos;s storage</source>
        <translation>Clear के स्टोरेज की जगह किसी और ने जवाब दिया</translation>
    </message>
    <message>
        <source>This is usually your company&apos;s filter, or a network that wants you to sign in first (open any web page in your browser). Read what it says and show it to your IT department. The file wasn&apos;t uploaded.</source>
        <translation>यह आम तौर पर आपकी कंपनी का फ़िल्टर होता है, या ऐसा नेटवर्क जो पहले साइन इन चाहता है (अपने ब्राउज़र में कोई भी वेब पेज खोलें)। पढ़ें कि उसमें क्या लिखा है, और उसे अपने IT विभाग को दिखाएँ। कुछ भी अपलोड किया हुआ नहीं माना जाता।</translation>
    </message>
    <message>
        <source>Can&apos;t reach Clear&apos;s storage</source>
        <translation>Clear के स्टोरेज तक पहुँचा नहीं जा सका</translation>
    </message>
    <message>
        <source>Something in between, such as a gateway or your company&apos;s filter, replied instead. LedgerDrop retries automatically. If this continues, show what it says to your IT department.</source>
        <translation>बीच की किसी चीज़ ने, जैसे किसी गेटवे या आपकी कंपनी के फ़िल्टर ने, उसकी जगह जवाब दिया। LedgerDrop अपने-आप फिर कोशिश करता है। अगर यह होता रहे, तो जो लिखा है उसे अपने IT विभाग को दिखाएँ।</translation>
    </message>
    <message>
        <source>Clear&apos;s storage redirected the upload</source>
        <translation>Clear के स्टोरेज ने अपलोड कहीं और भेज दिया</translation>
    </message>
    <message>
        <source>LedgerDrop sends your ledger only to the address Clear gave. This is a problem at Clear. Send the details to Clear support.</source>
        <translation>LedgerDrop आपका बहीखाता केवल Clear के दिए पते पर भेजता है। यह Clear की समस्या है। विवरण Clear के सपोर्ट को भेजें।</translation>
    </message>
    <message>
        <source>The file name is too long for Clear&apos;s storage</source>
        <translation>फ़ाइल का नाम Clear के स्टोरेज के लिए बहुत लंबा है</translation>
    </message>
    <message>
        <source>Give the file a shorter name, then drop it again.</source>
        <translation>फ़ाइल को छोटा नाम दें, और उसे फिर छोड़ें।</translation>
    </message>
    <message>
        <source>The file is too large for Clear&apos;s storage</source>
        <translation>फ़ाइल Clear के स्टोरेज के लिए बहुत बड़ी है</translation>
    </message>
    <message>
        <source>Split the ledger, for example by month, and send the parts.</source>
        <translation>बहीखाते को बाँट लें, जैसे महीने के हिसाब से, और हिस्से भेजें।</translation>
    </message>
    <message>
        <source>Clear&apos;s storage is busy</source>
        <translation>Clear का स्टोरेज व्यस्त है</translation>
    </message>
    <message>
        <source>Your file is fine.</source>
        <translation>आपकी फ़ाइल ठीक है।</translation>
    </message>
    <message>
        <source>Clear&apos;s storage is having a problem</source>
        <translation>Clear के स्टोरेज में इस समय कोई समस्या है</translation>
    </message>
    <message>
        <source>Clear&apos;s storage doesn&apos;t recognise the place for this file</source>
        <translation>Clear का स्टोरेज इस फ़ाइल की जगह नहीं जानता</translation>
    </message>
    <message>
        <source>This is a problem at Clear. Send the details to Clear support.</source>
        <translation>यह Clear की समस्या है। विवरण Clear के सपोर्ट को भेजें।</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the file</source>
        <translation>Clear के स्टोरेज ने फ़ाइल स्वीकार नहीं की</translation>
    </message>
    <message>
        <source>Read its response under Details and send it to Clear support.</source>
        <translation>विवरण में उसका जवाब पढ़ें और उसे Clear के सपोर्ट को भेजें।</translation>
    </message>
    <message>
        <source>Can&apos;t tell if the file arrived</source>
        <translation>यह पता नहीं चल सका कि फ़ाइल पहुँची या नहीं</translation>
    </message>
    <message>
        <source>The reply wasn&apos;t one that Clear&apos;s storage gives, so the file doesn&apos;t count as uploaded. Something in between may have replied.</source>
        <translation>जवाब वैसा नहीं था जैसा Clear का स्टोरेज देता है, इसलिए फ़ाइल अपलोड हुई नहीं मानी जाती। शायद बीच में किसी और ने जवाब दिया।</translation>
    </message>
    <message>
        <source>Clear&apos;s permission was already used for another file</source>
        <translation>Clear की यह अनुमति पहले ही किसी दूसरी फ़ाइल को मिल चुकी है</translation>
    </message>
    <message>
        <source>Something between this computer and Clear repeats old replies, probably a web cache. Nothing was sent, because it would have replaced the other file. Retry later, or tell whoever looks after your network.</source>
        <translation>इस कंप्यूटर और Clear के बीच कोई चीज़, शायद वेब कैश, पुराने जवाब दोहरा रही है। कुछ नहीं भेजा गया, क्योंकि वह दूसरी फ़ाइल की जगह ले लेता। बाद में फिर कोशिश करें, या अपने नेटवर्क की देखभाल करने वाले को बताएँ।</translation>
    </message>
    <message>
        <source>An earlier file with this name isn&apos;t imported yet</source>
        <translation>इसी नाम की एक पहले की फ़ाइल अभी इंपोर्ट नहीं हुई है</translation>
    </message>
    <message>
        <source>Clear gave both files the same place, so this one would replace the other. Send it after the other is imported, or under another name.</source>
        <translation>Clear ने दोनों फ़ाइलों को एक ही जगह दी, इसलिए यह दूसरी की जगह ले लेगी। दूसरी के इंपोर्ट हो जाने पर इसे भेजें, या किसी दूसरे नाम से भेजें।</translation>
    </message>
    <message>
        <source>The reply from Clear&apos;s storage lacks the proof it gives for other files, so the file doesn&apos;t count as uploaded. Retry. If this continues, tell whoever looks after your network.</source>
        <translation>स्टोरेज के जवाब में वह प्रमाण नहीं है जो वह दूसरी फ़ाइलों के लिए देता है, इसलिए फ़ाइल अपलोड हुई नहीं मानी जाएगी। फिर कोशिश करें। यही होता रहे, तो अपने नेटवर्क की देखभाल करने वाले को बताएँ।</translation>
    </message>
    <message>
        <source>The file was damaged in transit</source>
        <translation>फ़ाइल रास्ते में ख़राब हो गई</translation>
    </message>
    <message>
        <source>Clear&apos;s storage noticed and didn&apos;t keep it. Your own file is fine.</source>
        <translation>Clear के स्टोरेज ने यह देख लिया और उसे नहीं रखा। आपकी अपनी फ़ाइल में कोई कमी नहीं है।</translation>
    </message>
    <message>
        <source>What arrived isn&apos;t what was sent</source>
        <translation>जो पहुँचा, वह वही नहीं है जो भेजा गया था</translation>
    </message>
    <message>
        <source>Clear&apos;s storage reports different content. Don&apos;t rely on this upload. Send the file again, and tell Clear support if this continues.</source>
        <translation>Clear का स्टोरेज अलग सामग्री बताता है। इस अपलोड पर भरोसा न करें: फ़ाइल फिर भेजें, और ऐसा ही रहे तो Clear के सपोर्ट को बताएँ।</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>अपुष्ट</translation>
    </message>
    <message>
        <source>Import rejected</source>
        <translation>इंपोर्ट अस्वीकृत</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t recognise this import</source>
        <translation>Clear इस इंपोर्ट को नहीं पहचानता</translation>
    </message>
    <message>
        <source>Check in Clear if the file was imported. If not, send the details to Clear support.</source>
        <translation>Clear में जाँचें कि फ़ाइल इंपोर्ट हुई या नहीं। न हुई हो तो विवरण Clear के सपोर्ट को भेजें।</translation>
    </message>
    <message>
        <source>This account can&apos;t see the import status</source>
        <translation>यह अकाउंट इंपोर्ट की स्थिति नहीं देख सकता</translation>
    </message>
    <message>
        <source>The token may belong to a different workspace than before. Check it in Settings, or look in Clear to see if the file was imported.</source>
        <translation>शायद टोकन पहले से अलग वर्कस्पेस का है। उसे सेटिंग में जाँचें, या Clear में देखें कि फ़ाइल इंपोर्ट हुई या नहीं।</translation>
    </message>
    <message>
        <source>The account that submitted it no longer exists</source>
        <translation>जिस अकाउंट ने इसे सौंपा था, वह अब नहीं है</translation>
    </message>
    <message>
        <source>It was removed in Settings. Look in Clear to see if the file was imported.</source>
        <translation>वह सेटिंग में हटा दिया गया था। Clear में देखें कि फ़ाइल इंपोर्ट हुई या नहीं।</translation>
    </message>
    <message>
        <source>Clear is still importing it</source>
        <translation>Clear इसे अभी इंपोर्ट कर रहा है</translation>
    </message>
    <message>
        <source>LedgerDrop no longer checks automatically. Check the status later, here or in Clear.</source>
        <translation>LedgerDrop अब अपने-आप नहीं देखता। स्थिति बाद में यहाँ या Clear में देखें।</translation>
    </message>
    <message>
        <source>Uploaded, but its batch isn&apos;t complete</source>
        <translation>अपलोड हो गई, पर इसका बैच पूरा नहीं है</translation>
    </message>
    <message>
        <source>{name} wasn&apos;t uploaded, so the batch wasn&apos;t submitted for import. Send that file again, or remove it.</source>
        <translation>{name} अपलोड नहीं हुई, इसलिए बैच इंपोर्ट के लिए नहीं सौंपा गया। वह फ़ाइल फिर भेजें, या हटा दें।</translation>
    </message>
    <message>
        <source>This account isn&apos;t allowed to import</source>
        <translation>इस अकाउंट को इंपोर्ट की अनुमति नहीं है</translation>
    </message>
    <message>
        <source>They&apos;re uploaded but not imported. Ask whoever manages Clear for you to allow it. To skip the import, choose “After the upload”.</source>
        <translation>फ़ाइलें अपलोड हो चुकी हैं, पर इंपोर्ट नहीं हुईं। जो आपके यहाँ Clear सँभालते हैं, उनसे अनुमति देने को कहें। इंपोर्ट छोड़ने के लिए “अपलोड के बाद” चुनें।</translation>
    </message>
    <message>
        <source>Uploaded, but not submitted for import</source>
        <translation>अपलोड हो गई, पर इंपोर्ट के लिए नहीं सौंपी गई</translation>
    </message>
    <message>
        <source>LedgerDrop couldn&apos;t record it first and might submit it twice after a crash. Free some disk space or check permissions, then submit it again.</source>
        <translation>LedgerDrop इसे पहले दर्ज नहीं कर सका, और अचानक बंद होने पर दो बार सौंप सकता था। डिस्क पर जगह बनाएँ या अनुमतियाँ जाँचें, फिर इसे दोबारा सौंपें।</translation>
    </message>
    <message>
        <source>The list of earlier uploads was damaged</source>
        <translation>पुराने अपलोड की सूची ख़राब थी</translation>
    </message>
    <message>
        <source>LedgerDrop kept it as {name} and started a new one. Drop the files that were still waiting again; look in Clear for those that arrived.</source>
        <translation>LedgerDrop ने उसे {name} के रूप में अलग रखा और नई सूची शुरू की। जो फ़ाइलें रुकी हुई थीं उन्हें फिर छोड़ें; क्या पहुँच चुका था, यह Clear में देखें।</translation>
    </message>
    <message>
        <source>The list of uploads is damaged</source>
        <translation>अपलोड की सूची ख़राब है</translation>
    </message>
    <message>
        <source>You can send files, but they&apos;re no longer recorded. Quit LedgerDrop and open it again to start a new list.</source>
        <translation>आप फ़ाइलें भेज सकते हैं, पर अब उनका लेखा नहीं रखा जा रहा। LedgerDrop बंद करके फिर खोलें: तब वह ख़राब सूची को अलग रखकर नई शुरू करेगा।</translation>
    </message>
    <message>
        <source>Part of the list of uploads can&apos;t be read</source>
        <translation>अपलोड की सूची का एक हिस्सा पढ़ा नहीं जा सकता</translation>
    </message>
    <message>
        <source>A file or a receipt is missing from it; all others are fine. Look in Clear for anything missing here.</source>
        <translation>इसमें कोई फ़ाइल या रसीद नहीं है; बाक़ी सब ठीक हैं। जो यहाँ न मिले उसे Clear में देखें।</translation>
    </message>
    <message>
        <source>The list of uploads is from a newer version of LedgerDrop</source>
        <translation>अपलोड की सूची किसी नए LedgerDrop ने बनाई है</translation>
    </message>
    <message>
        <source>It wasn&apos;t changed. You can send files, but this version can&apos;t show earlier ones and forgets its own when you quit. Install the latest LedgerDrop.</source>
        <translation>उसे वैसा ही छोड़ दिया गया। आप फ़ाइलें भेज सकते हैं, पर यह संस्करण पुरानी फ़ाइलें नहीं दिखा सकता और बंद होने पर अपनी सूची भूल जाता है। नवीनतम LedgerDrop इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Another program is using the list of uploads</source>
        <translation>कोई दूसरा प्रोग्राम अपलोड की सूची का उपयोग कर रहा है</translation>
    </message>
    <message>
        <source>It may be LedgerDrop in another of your sessions, or a backup. You can send files, but the list is forgotten when you quit LedgerDrop.</source>
        <translation>शायद वह आपके किसी दूसरे सत्र में खुला LedgerDrop ही है, या कोई बैकअप। आप फ़ाइलें भेज सकते हैं, पर LedgerDrop बंद करने पर सूची नहीं रखी जाएगी।</translation>
    </message>
    <message>
        <source>The list of uploads can&apos;t be saved</source>
        <translation>अपलोड की सूची सहेजी नहीं जा सकती</translation>
    </message>
    <message>
        <source>LedgerDrop has no permission to write in {folder}, or the disk is full. You can send files, but the list is forgotten when you quit. Fix that, or ask IT.</source>
        <translation>LedgerDrop को {folder} में लिखने की अनुमति नहीं है, या डिस्क भरी है। आप फ़ाइलें भेज सकते हैं, पर LedgerDrop बंद करने पर सूची नहीं रखी जाएगी। इसे ठीक करें, या IT से पूछें।</translation>
    </message>
    <message>
        <source>The list of uploads was deleted or replaced</source>
        <translation>अपलोड की सूची हटाई या बदली गई थी</translation>
    </message>
    <message>
        <source>LedgerDrop saved the complete list again and kept the other file beside it. Exclude LedgerDrop&apos;s data folder from cleanup, restore and sync programs.</source>
        <translation>LedgerDrop ने पूरी सूची फिर सहेज दी और दूसरी फ़ाइल उसके पास रख दी। LedgerDrop के डेटा फ़ोल्डर को सफ़ाई, रीस्टोर और सिंक प्रोग्रामों से बाहर रखें।</translation>
    </message>
    <message>
        <source>LedgerDrop couldn&apos;t record the request in {folder}, so a later run might have submitted it twice. Free some space or allow writing there, then send the file again.</source>
        <translation>LedgerDrop अनुरोध को {folder} में दर्ज नहीं कर सका, इसलिए बाद में यह दो बार सौंपी जा सकती थी। वहाँ जगह ख़ाली करें या लिखने की अनुमति दें, फिर फ़ाइल दोबारा भेजें।</translation>
    </message>
    <message>
        <source>The record of earlier imports is damaged</source>
        <translation>पहले के इंपोर्ट का रिकॉर्ड ख़राब है</translation>
    </message>
    <message>
        <source>The file wasn&apos;t submitted for import, because an earlier run may have done so. Check what Clear has, move {path} elsewhere, then send what&apos;s missing.</source>
        <translation>फ़ाइल इंपोर्ट के लिए नहीं सौंपी गई, क्योंकि शायद पहले सौंपी जा चुकी है। Clear में देखें कि क्या पहुँचा है, {path} को कहीं और रखें, फिर जो नहीं पहुँचा वह भेजें।</translation>
    </message>
    <message>
        <source>The list of uploads can&apos;t be saved: the disk is full</source>
        <translation>अपलोड की सूची सहेजी नहीं जा सकती: डिस्क भरी है</translation>
    </message>
    <message>
        <source>You can send files. Free some space before you quit LedgerDrop so the list isn&apos;t lost.</source>
        <translation>आप फ़ाइलें भेज सकते हैं। LedgerDrop बंद करने से पहले कुछ जगह ख़ाली करें, ताकि सूची न खोए।</translation>
    </message>
    <message>
        <source>The receipts couldn&apos;t be saved as {path}</source>
        <translation>रसीदें {path} के रूप में सहेजी नहीं जा सकीं</translation>
    </message>
    <message>
        <source>The file may be open in Excel, the disk full, or the folder protected. Close the file, or choose another place.</source>
        <translation>शायद फ़ाइल Excel में खुली है, डिस्क भरी है, या फ़ोल्डर सुरक्षित है। फ़ाइल बंद करें, या दूसरी जगह चुनें।</translation>
    </message>
    <message>
        <source>Can&apos;t check for updates</source>
        <translation>अपडेट की जाँच नहीं हो सकी</translation>
    </message>
    <message>
        <source>Can&apos;t reach {host}, or something else replies instead. Check your connection, or try again later.</source>
        <translation>{host} तक अभी पहुँचा नहीं जा सकता, या उसकी जगह कोई और जवाब दे रहा है। अपना कनेक्शन जाँचें, या बाद में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The practice server didn&apos;t start</source>
        <translation>अभ्यास सर्वर शुरू नहीं हुआ</translation>
    </message>
    <message>
        <source>You can&apos;t practise right now; real accounts aren&apos;t affected. An antivirus program may have stopped it. Start LedgerDrop again, or show the details to IT.</source>
        <translation>अभी अभ्यास नहीं हो सकता; असली अकाउंट पर इसका असर नहीं है। शायद किसी एंटीवायरस ने इसे रोका: LedgerDrop फिर शुरू करें, या विवरण में लिखी जानकारी IT को दिखाएँ।</translation>
    </message>
    <message>
        <source>LedgerDrop is already open but isn&apos;t responding</source>
        <translation>LedgerDrop पहले से खुला है, पर जवाब नहीं दे रहा</translation>
    </message>
    <message>
        <source>Look for its window. If it doesn&apos;t respond, end LedgerDrop (Task Manager on Windows, Force Quit on a Mac) and open it again. Waiting files are still in the list.</source>
        <translation>उसकी विंडो ढूँढें। काम न करे तो LedgerDrop को समाप्त करें (Windows में Task Manager से, Mac में Force Quit से) और फिर खोलें: जो रुका हुआ था, वह अब भी है।</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द हुई</translation>
    </message>
    <message>
        <source>You cancelled this file. Nothing was kept.</source>
        <translation>आपने यह फ़ाइल रद्द की। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>Cancelled, but the file may have arrived</source>
        <translation>रद्द की गई, पर फ़ाइल पहुँच गई हो सकती है</translation>
    </message>
    <message>
        <source>All of it had been sent; Clear&apos;s confirmation hadn&apos;t come yet. Look in Clear before you send it again.</source>
        <translation>पूरी फ़ाइल भेजी जा चुकी थी; Clear की पुष्टि अभी नहीं आई थी। फिर से भेजने से पहले Clear में देखें।</translation>
    </message>
    <message>
        <source>Something went wrong in LedgerDrop</source>
        <translation>LedgerDrop में कुछ गड़बड़ हुई</translation>
    </message>
    <message>
        <source>It couldn&apos;t finish. Retry. If it happens again, send us the details.</source>
        <translation>काम पूरा नहीं हुआ। फिर आज़माएँ। दोबारा ऐसा हो तो विवरण हमें भेजें।</translation>
    </message>
    <message>
        <source>It contains characters that tokens don&apos;t have.</source>
        <translation>इसमें ऐसे अक्षर हैं जो किसी टोकन में नहीं होते।</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>एक तस्वीर</translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation>ध्वनि रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>वीडियो</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>फ़ॉन्ट</translation>
    </message>
    <message>
        <source>a CSV file (.csv)</source>
        <translation>CSV फ़ाइल (.csv)</translation>
    </message>
    <message>
        <source>an Excel workbook (.xlsx)</source>
        <translation>Excel वर्कबुक (.xlsx)</translation>
    </message>
    <message>
        <source>an Excel 97-2003 workbook (.xls)</source>
        <translation>Excel 97-2003 वर्कबुक (.xls)</translation>
    </message>
    <message>
        <source>a zip file (.zip)</source>
        <translation>zip फ़ाइल (.zip)</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>सादा टेक्स्ट</translation>
    </message>
    <message>
        <source>a workbook from a very old version of Excel (.xls)</source>
        <translation>बहुत पुराने Excel की वर्कबुक (.xls)</translation>
    </message>
    <message>
        <source>an empty zip file</source>
        <translation>ख़ाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>a zip file with only folders in it</source>
        <translation>केवल फ़ोल्डरों वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>a zip file with only hidden or temporary files in it</source>
        <translation>केवल छिपी या अस्थायी फ़ाइलों वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>a zip file with only empty files in it</source>
        <translation>केवल ख़ाली फ़ाइलों वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>a zip file with only JSON data in it</source>
        <translation>केवल JSON डेटा वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>a zip file with only PDF documents in it</source>
        <translation>केवल PDF दस्तावेज़ों वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>a zip file with only PDF and JSON files in it</source>
        <translation>केवल PDF और JSON फ़ाइलों वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>a zip file with a locked workbook in it</source>
        <translation>लॉक की हुई वर्कबुक वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>one part of a split zip file</source>
        <translation>बँटी हुई zip फ़ाइल का एक हिस्सा</translation>
    </message>
    <message>
        <source>a zip file with a password</source>
        <translation>पासवर्ड वाली zip फ़ाइल</translation>
    </message>
    <message>
        <source>plain text without columns</source>
        <translation>बिना कॉलम का सादा टेक्स्ट</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>एक संदेश</translation>
    </message>
    <message>
        <source>text in sentences</source>
        <translation>वाक्यों वाला टेक्स्ट</translation>
    </message>
    <message>
        <source>program code</source>
        <translation>किसी प्रोग्राम का कोड</translation>
    </message>
    <message>
        <source>a list of settings</source>
        <translation>सेटिंग की सूची</translation>
    </message>
    <message>
        <source>a table with something else after it</source>
        <translation>ऐसी तालिका जिसके बाद कुछ और है</translation>
    </message>
    <message>
        <source>an Excel template (.xltx)</source>
        <translation>Excel टेम्पलेट (.xltx)</translation>
    </message>
    <message>
        <source>an Excel workbook with a password</source>
        <translation>पासवर्ड वाली Excel वर्कबुक</translation>
    </message>
    <message>
        <source>a workbook with restricted access</source>
        <translation>प्रतिबंधित पहुँच वाली वर्कबुक</translation>
    </message>
    <message>
        <source>an Excel workbook with macros (.xlsm)</source>
        <translation>मैक्रो वाली Excel वर्कबुक (.xlsm)</translation>
    </message>
    <message>
        <source>an Excel binary workbook (.xlsb)</source>
        <translation>Excel बाइनरी वर्कबुक (.xlsb)</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>OpenDocument फ़ाइल</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>वेब पेज</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>XML फ़ाइल</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON डेटा</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF दस्तावेज़</translation>
    </message>
    <message>
        <source>a web page (.mht)</source>
        <translation>वेब पेज (.mht)</translation>
    </message>
    <message>
        <source>an email message</source>
        <translation>ई-मेल संदेश</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>Word दस्तावेज़</translation>
    </message>
    <message>
        <source>a PowerPoint presentation</source>
        <translation>PowerPoint प्रस्तुति</translation>
    </message>
    <message>
        <source>a document of another Office program</source>
        <translation>किसी दूसरे Office प्रोग्राम का दस्तावेज़</translation>
    </message>
    <message>
        <source>an unknown kind of file</source>
        <translation>अज्ञात प्रकार की फ़ाइल</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>ख़ाली फ़ाइल</translation>
    </message>
    <message>
        <source>a file of nothing but zeros</source>
        <translation>केवल शून्यों की फ़ाइल</translation>
    </message>
    <message>
        <source>a table that ends in zeros</source>
        <translation>शून्यों में समाप्त होने वाली तालिका</translation>
    </message>
    <message>
        <source>a damaged workbook</source>
        <translation>ख़राब वर्कबुक</translation>
    </message>
    <message>
        <source>a damaged zip file</source>
        <translation>ख़राब zip फ़ाइल</translation>
    </message>
    <message>
        <source>another kind of file</source>
        <translation>किसी और प्रकार की फ़ाइल</translation>
    </message>
    <message>
        <source>a document in Rich Text Format (.rtf)</source>
        <translation>Rich Text Format दस्तावेज़ (.rtf)</translation>
    </message>
    <message>
        <source>a calendar</source>
        <translation>कैलेंडर</translation>
    </message>
    <message>
        <source>a contact card</source>
        <translation>संपर्क कार्ड</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript दस्तावेज़</translation>
    </message>
    <message>
        <source>a compressed file (.gz)</source>
        <translation>संपीड़ित फ़ाइल (.gz)</translation>
    </message>
    <message>
        <source>a compressed file (.bz2)</source>
        <translation>संपीड़ित फ़ाइल (.bz2)</translation>
    </message>
    <message>
        <source>a compressed file (.xz)</source>
        <translation>संपीड़ित फ़ाइल (.xz)</translation>
    </message>
    <message>
        <source>a compressed file (.zst)</source>
        <translation>संपीड़ित फ़ाइल (.zst)</translation>
    </message>
    <message>
        <source>a 7-Zip archive (.7z)</source>
        <translation>7-Zip संग्रह (.7z)</translation>
    </message>
    <message>
        <source>a RAR archive (.rar)</source>
        <translation>RAR संग्रह (.rar)</translation>
    </message>
    <message>
        <source>an archive (.tar)</source>
        <translation>संग्रह (.tar)</translation>
    </message>
    <message>
        <source>a dBase table (.dbf)</source>
        <translation>dBase तालिका (.dbf)</translation>
    </message>
    <message>
        <source>a Lotus 1-2-3 worksheet</source>
        <translation>Lotus 1-2-3 वर्कशीट</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>डेटाबेस</translation>
    </message>
    <message>
        <source>an Access database</source>
        <translation>Access डेटाबेस</translation>
    </message>
    <message>
        <source>an Outlook message (.msg)</source>
        <translation>Outlook संदेश (.msg)</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>प्रोग्राम</translation>
    </message>
    <message>
        <source>it isn&apos;t an account</source>
        <translation>यह अकाउंट नहीं है</translation>
    </message>
    <message>
        <source>it contains a value that isn&apos;t text</source>
        <translation>इसमें कोई मान टेक्स्ट नहीं है</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>इसका नाम नहीं है</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>इसका नाम बहुत लंबा है</translation>
    </message>
    <message>
        <source>its environment must be “production”, “sandbox” or “custom”</source>
        <translation>इसका परिवेश “production”, “sandbox” या “custom” होना चाहिए</translation>
    </message>
    <message>
        <source>its address must start with https://</source>
        <translation>इसका पता https:// से शुरू होना चाहिए</translation>
    </message>
    <message>
        <source>its integration ID must have 36 characters</source>
        <translation>इसकी इंटीग्रेशन ID में 36 अक्षर होने चाहिए</translation>
    </message>
    <message>
        <source>its colour must look like #3366cc</source>
        <translation>इसका रंग #3366cc जैसा होना चाहिए</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>यह बहुत लंबी है।</translation>
    </message>
    <message>
        <source>It isn&apos;t an accounts file.</source>
        <translation>यह अकाउंट की फ़ाइल नहीं है।</translation>
    </message>
    <message>
        <source>It was made by another version of LedgerDrop.</source>
        <translation>इसे LedgerDrop के किसी दूसरे संस्करण ने बनाया है।</translation>
    </message>
    <message>
        <source>There are no accounts in it.</source>
        <translation>इसमें कोई अकाउंट नहीं है।</translation>
    </message>
    <message>
        <source>There are too many accounts in it.</source>
        <translation>इसमें बहुत ज़्यादा अकाउंट हैं।</translation>
    </message>
    <message>
        <source>It isn&apos;t an accounts file, or another program changed it.</source>
        <translation>यह अकाउंट की फ़ाइल नहीं है, या इसे किसी दूसरे प्रोग्राम ने बदला है।</translation>
    </message>
    <message>
        <source>It can&apos;t be opened.</source>
        <translation>इसे खोला नहीं जा सका।</translation>
    </message>
    <message>
        <source>Someone other than an administrator could have changed it.</source>
        <translation>व्यवस्थापक के अलावा कोई और भी इसे बदल सकता था।</translation>
    </message>
    <message>
        <source>It isn&apos;t a settings file from IT, or it&apos;s damaged.</source>
        <translation>यह IT की सेटिंग फ़ाइल नहीं है, या ख़राब है।</translation>
    </message>
    <message>
        <source>It doesn&apos;t say which format version it has.</source>
        <translation>इसमें नहीं लिखा कि इसका प्रारूप किस संस्करण का है।</translation>
    </message>
    <message>
        <source>It was made for a newer version of LedgerDrop.</source>
        <translation>यह किसी नए LedgerDrop के लिए बनाई गई है।</translation>
    </message>
    <message>
        <source>It must be a list of accounts, as in an exported file.</source>
        <translation>वह अकाउंट की सूची होनी चाहिए, जैसी निर्यात की गई फ़ाइल में होती है।</translation>
    </message>
    <message>
        <source>It must be the code of a language that LedgerDrop supports, such as “hi”, or “system”.</source>
        <translation>यह LedgerDrop की किसी भाषा का कोड होना चाहिए, जैसे “hi”, या “system”।</translation>
    </message>
    <message>
        <source>It must look like http://proxy.example.com:8080, or be “system” or “none”.</source>
        <translation>वह http://proxy.example.com:8080 जैसा होना चाहिए, या “system” या “none”।</translation>
    </message>
    <message>
        <source>It must be true or false.</source>
        <translation>वह true या false होना चाहिए।</translation>
    </message>
    <message>
        <source>It must start with https://.</source>
        <translation>वह https:// से शुरू होना चाहिए।</translation>
    </message>
    <message>
        <source>It may name “language”, “proxy” and “ask_for_updates”.</source>
        <translation>उसमें केवल “language”, “proxy” और “ask_for_updates” हो सकते हैं।</translation>
    </message>
    <message>
        <source>its key must be a short text</source>
        <translation>इसकी key एक छोटा टेक्स्ट होनी चाहिए</translation>
    </message>
    <message>
        <source>The name ends in spaces or invisible characters. You can send it as {better_name}. Your own file isn&apos;t changed.</source>
        <translation>नाम के अंत में ख़ाली जगह या अदृश्य चिह्न हैं। इसे {better_name} नाम से भेजा जा सकता है। आपकी अपनी फ़ाइल वैसी ही रहेगी।</translation>
    </message>
    <message>
        <source>Clear can&apos;t open it. In Excel, choose File &gt; Info &gt; Protect Workbook, remove the password, and save. If Excel opens it without asking, the structure is protected: turn off Review &gt; Protect Workbook, and save.</source>
        <translation>Clear इसे नहीं खोल सकता। Excel में File &gt; Info &gt; Protect Workbook चुनें, पासवर्ड हटाएँ और सहेजें। अगर Excel इसे बिना पूछे खोलता है, तो इसकी संरचना सुरक्षित है: Review &gt; Protect Workbook बंद करें और सहेजें।</translation>
    </message>
    <message>
        <source>Access to this workbook is restricted</source>
        <translation>इस वर्कबुक तक पहुँच प्रतिबंधित है</translation>
    </message>
    <message>
        <source>A sensitivity label or rights management protects it, so Clear can&apos;t open it. In Excel, choose File &gt; Info &gt; Protect Workbook and allow unrestricted access, or choose another label, and save. If you can&apos;t, ask its owner.</source>
        <translation>यह संवेदनशीलता लेबल या अधिकार प्रबंधन से सुरक्षित है, इसलिए Clear इसे नहीं खोल सकता। Excel में File &gt; Info &gt; Protect Workbook चुनकर पहुँच खोलें, या दूसरा लेबल चुनें, और सहेजें। यदि यह न हो सके, तो इसके मालिक से कहें।</translation>
    </message>
    <message>
        <source>LedgerDrop keeps your token there. You can enter the token just until you quit LedgerDrop.</source>
        <translation>LedgerDrop आपका टोकन वहीं रखता है। आप टोकन इस तरह दर्ज कर सकते हैं कि वह केवल LedgerDrop बंद होने तक रखा जाए।</translation>
    </message>
    <message>
        <source>Unlock it and retry, or enter the token just until you quit LedgerDrop.</source>
        <translation>उसे अनलॉक करके फिर कोशिश करें, या टोकन इस तरह दर्ज करें कि वह केवल LedgerDrop बंद होने तक रखा जाए।</translation>
    </message>
    <message>
        <source>{path}: {what} LedgerDrop works without it. Show this to your IT department.</source>
        <translation>{path}: {what} LedgerDrop इसके बिना काम कर रहा है। यह अपने IT विभाग को दिखाएँ।</translation>
    </message>
    <message>
        <source>Read Clear&apos;s response. If it doesn&apos;t help, send it to Clear support.</source>
        <translation>Clear का जवाब पढ़ें। उससे बात न बने तो उसे Clear के सपोर्ट को भेजें।</translation>
    </message>
    <message>
        <source>Read Clear&apos;s response, rename the file, then drop it again.</source>
        <translation>Clear का जवाब पढ़ें, फ़ाइल का नाम बदलें और उसे फिर छोड़ें।</translation>
    </message>
    <message>
        <source>Without confirmation, the file doesn&apos;t count as uploaded. This happens on busy or weak networks.</source>
        <translation>पुष्टि के बिना फ़ाइल अपलोड हुई नहीं मानी जाती। व्यस्त या कमज़ोर नेटवर्क पर ऐसा होता है।</translation>
    </message>
    <message>
        <source>This network may want you to sign in first. Open any web page in your browser, sign in, then retry. If that doesn&apos;t help, your company&apos;s filter may have replied. Show the page&apos;s text to your IT department.</source>
        <translation>शायद यह नेटवर्क चाहता है कि आप पहले साइन इन करें: अपने ब्राउज़र में कोई भी वेब पेज खोलें, साइन इन करें और फिर कोशिश करें। अगर इससे कुछ न बदले, तो शायद आपकी कंपनी के फ़िल्टर ने जवाब दिया है। पेज का पाठ अपने IT विभाग को दिखाएँ।</translation>
    </message>
    <message>
        <source>The file is uploaded and was submitted for import, but Clear&apos;s reply was lost. Look in Clear before you submit it again; it could be imported twice.</source>
        <translation>फ़ाइल अपलोड हो गई और इंपोर्ट के लिए सौंपी गई, पर Clear का जवाब खो गया। फिर सौंपने से पहले Clear में देखें; वह दो बार इंपोर्ट हो सकती है।</translation>
    </message>
    <message>
        <source>The upload was fine, but Clear rejected the content. Read Clear&apos;s reasons, correct the ledger, then drop it again. In a batch, one bad file is enough; for the others, choose “After the upload”.</source>
        <translation>अपलोड ठीक था, पर Clear ने सामग्री अस्वीकार की। Clear के कारण पढ़ें, बहीखाता सुधारें और उसे फिर छोड़ें। बैच में एक ख़राब फ़ाइल काफ़ी है; बाक़ी के लिए “अपलोड के बाद” चुनें।</translation>
    </message>
    <message>
        <source>The file was uploaded more than an hour ago, which may be too long. Read Clear&apos;s response. If it gives no other reason, drop the file and send it again.</source>
        <translation>फ़ाइल एक घंटे से ज़्यादा पहले अपलोड हुई थी, शायद बहुत देर हो गई। Clear का जवाब पढ़ें; उसमें कोई और कारण न हो तो फ़ाइल फिर छोड़ें और दोबारा भेजें।</translation>
    </message>
    <message>
        <source>it&apos;s there twice</source>
        <translation>यह दो बार है</translation>
    </message>
    <message>
        <source>It&apos;s empty.</source>
        <translation>इसमें कुछ नहीं है।</translation>
    </message>
    <message>
        <source>It&apos;s too long for a token.</source>
        <translation>यह टोकन के लिए बहुत लंबा है।</translation>
    </message>
    <message>
        <source>It contains a space or a line break.</source>
        <translation>इसमें ख़ाली जगह या नई पंक्ति है।</translation>
    </message>
    <message>
        <source>{headline}. {advice}</source>
        <comment>a short sentence without full stop, and a longer text</comment>
        <translation>{headline}। {advice}</translation>
    </message>
</context>
<context>
    <name>ProxyDialog</name>
    <message>
        <source>Proxy sign-in</source>
        <translation>प्रॉक्सी साइन-इन</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>यूज़र नाम</translation>
    </message>
    <message>
        <source>The name you use to sign in to this computer, such as FIRM\ravi</source>
        <translation>जिससे आप इस कंप्यूटर में साइन इन करते हैं, जैसे FIRM\ravi</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Keep it only until you quit LedgerDrop</source>
        <translation>इसे केवल LedgerDrop बंद होने तक रखें</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>{what}. You can keep it only until you quit LedgerDrop.</source>
        <translation>{what}। आप इसे केवल LedgerDrop बंद होने तक रख सकते हैं।</translation>
    </message>
    <message>
        <source>The company proxy asks you to sign in</source>
        <translation>कंपनी का प्रॉक्सी आपसे साइन इन करने को कहता है</translation>
    </message>
    <message>
        <source>{proxy} then lets LedgerDrop through. Clear never sees your password.</source>
        <translation>इसके बाद {proxy} LedgerDrop को जाने देगा। Clear को आपका पासवर्ड नहीं दिखता।</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <comment>speed: a size per second</comment>
        <translation>{size}/से॰</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>कुछ सेकंड बाक़ी</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>एक मिनट से कम बाक़ी</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <comment>a day and a time</comment>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day as in 3 May, in Qt&apos;s date format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day as in 3 May 2025, in Qt&apos;s date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>{number}%</source>
        <comment>per cent</comment>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Sent from</source>
        <translation>भेजने की जगह</translation>
    </message>
    <message>
        <source>Import status</source>
        <translation>इंपोर्ट की स्थिति</translation>
    </message>
    <message>
        <source>Task at Clear</source>
        <translation>Clear में कार्य</translation>
    </message>
    <message>
        <source>Found in Clear</source>
        <translation>Clear में मिली</translation>
    </message>
    <message>
        <source>None; confirmed by status alone</source>
        <translation>कोई नहीं; केवल स्थिति कोड से पुष्टि हुई</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>नियंत्रण योग</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>पढ़ी नहीं गई</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>अपुष्ट</translation>
    </message>
    <message>
        <source>Unconfirmed; Clear&apos;s reply was lost</source>
        <translation>अपुष्ट; Clear का जवाब खो गया</translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation>काम चल रहा है</translation>
    </message>
    <message>
        <source>Being processed at the last check</source>
        <translation>पिछली बार पूछने पर Clear काम कर रहा था</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>पता नहीं</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>अपलोड हुई</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Stored at</source>
        <translation>सहेजने की जगह</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>फ़ाइल का नाम</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>आकार (बाइट)</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Uploaded on</source>
        <translation>अपलोड का समय</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>अकाउंट ID</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>परिवेश</translation>
    </message>
    <message>
        <source>ETag</source>
        <translation>ETag</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>Duration (s)</source>
        <translation>अवधि (सेकंड)</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>प्रयास</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>कार्य ID</translation>
    </message>
    <message>
        <source>Workflow status</source>
        <translation>कार्य की स्थिति</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Name on disk</source>
        <translation>डिस्क पर नाम</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>फ़ोल्डर</translation>
    </message>
</context>
<context>
    <name>ReceiptModel</name>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>अपलोड हुई</translation>
    </message>
    <message>
        <source>Import status</source>
        <translation>इंपोर्ट की स्थिति</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>अकाउंट</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>पेस्ट करें (&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>सब चुनें (&amp;A)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>अपडेट</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Shows this settings page</source>
        <translation>सेटिंग का यह पृष्ठ दिखाता है</translation>
    </message>
    <message>
        <source>Added: {added}. Already there: {known}. Choose Edit to enter each token.</source>
        <translation>{added} जोड़े गए, {known} पहले से मौजूद थे। हर एक का टोकन “बदलें” से दर्ज करें।</translation>
    </message>
    <message>
        <source>Saved to {name}. Contains no tokens.</source>
        <translation>{name} में सहेजा गया। इसमें टोकन नहीं हैं।</translation>
    </message>
    <message>
        <source>The user name and password for {proxy} are forgotten.</source>
        <translation>{proxy} का यूज़र नाम और पासवर्ड भुला दिया गया।</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>अकाउंट</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Uploaded; waiting for the rest of its batch</source>
        <translation>अपलोड हुई; बैच की बाक़ी फ़ाइलों की प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Uploaded; its batch is held back</source>
        <translation>अपलोड हुई; इसका बैच रोका गया है</translation>
    </message>
    <message>
        <source>Uploaded; import not started</source>
        <translation>अपलोड हो गई; इंपोर्ट शुरू नहीं हुआ</translation>
    </message>
    <message>
        <source>Uploaded; starting the import…</source>
        <translation>अपलोड हो गई; इंपोर्ट शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>Being processed by Clear</source>
        <translation>Clear इस पर काम कर रहा है</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>इंपोर्ट हो गई</translation>
    </message>
    <message>
        <source>Import rejected</source>
        <translation>इंपोर्ट अस्वीकृत</translation>
    </message>
    <message>
        <source>Imported, confirmed by you</source>
        <translation>इंपोर्ट हो गई, आपकी पुष्टि से</translation>
    </message>
    <message>
        <source>Submitted; result unknown</source>
        <translation>सौंप दी गई; परिणाम पता नहीं</translation>
    </message>
    <message>
        <source>{status}: {files} (no longer in the list)</source>
        <translation>{status}: {files} (अब सूची में नहीं)</translation>
    </message>
    <message>
        <source>Uploaded, but not submitted</source>
        <translation>अपलोड हो गई, पर सौंपी नहीं गई</translation>
    </message>
    <message>
        <source>Uploaded; import unconfirmed</source>
        <translation>अपलोड हो गई; इंपोर्ट अपुष्ट</translation>
    </message>
    <message>
        <source>Waiting until it is saved…</source>
        <translation>सहेजे जाने की प्रतीक्षा…</translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation>अभी पढ़ी जा रही है…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>भेजने के लिए तैयार</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Waiting for the disk or network drive…</source>
        <translation>डिस्क या नेटवर्क ड्राइव की प्रतीक्षा…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>रुकी हुई</translation>
    </message>
    <message>
        <source>Uploaded {when}</source>
        <translation>अपलोड हुई {when}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द हुई</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>आपका ध्यान चाहिए</translation>
    </message>
    <message>
        <source>After the upload, it is imported in a batch as {template} ({type}).</source>
        <translation>अपलोड के बाद यह बैच में {template} ({type}) के रूप में इंपोर्ट होगी।</translation>
    </message>
    <message>
        <source>After the upload, it is imported as {template} ({type}).</source>
        <translation>अपलोड के बाद यह {template} ({type}) के रूप में इंपोर्ट होगी।</translation>
    </message>
    <message>
        <source>The file has changed since. Drop it again to send it as it is now.</source>
        <translation>इसके बाद फ़ाइल बदल गई है। अभी जैसी है वैसी भेजने के लिए इसे फिर छोड़ें।</translation>
    </message>
    <message>
        <source>The disk isn&apos;t responding; LedgerDrop keeps waiting. Check its connection, or cancel this file.</source>
        <translation>डिस्क जवाब नहीं दे रही; LedgerDrop प्रतीक्षा कर रहा है। उसका कनेक्शन जाँचें, या यह फ़ाइल रद्द करें।</translation>
    </message>
    <message>
        <source>The disk or network drive is slow; LedgerDrop keeps waiting.</source>
        <translation>डिस्क या नेटवर्क ड्राइव देर से जवाब दे रही है; LedgerDrop प्रतीक्षा जारी रखता है।</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} में से {done}</translation>
    </message>
    <message>
        <source>Last checked {when}</source>
        <translation>पिछली जाँच {when}</translation>
    </message>
    <message>
        <source>Asking Clear for permission…</source>
        <translation>Clear से अनुमति माँगी जा रही है…</translation>
    </message>
    <message>
        <source>Uploading {percent}</source>
        <translation>अपलोड हो रही है, {percent}</translation>
    </message>
    <message>
        <source>Waiting for Clear to confirm…</source>
        <translation>Clear की पुष्टि की प्रतीक्षा…</translation>
    </message>
    <message>
        <source>Trying again soon…</source>
        <translation>जल्द ही फिर कोशिश होगी…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>सब पूरा</translation>
    </message>
</context>
<context>
    <name>TokenPlace</name>
    <message>
        <source>Not saved when you quit.</source>
        <translation>बंद करने पर सहेजा नहीं जाता।</translation>
    </message>
    <message>
        <source>Tokens are saved in {place}.</source>
        <translation>टोकन {place} में सहेजे जाते हैं।</translation>
    </message>
</context>
<context>
    <name>UnconfirmedQuestion</name>
    <message>
        <source>Did Clear receive it?</source>
        <translation>क्या यह Clear को मिली?</translation>
    </message>
    <message numerus="yes">
        <source>Did Clear receive %Ln file(s)?</source>
        <translation>
            <numerusform>क्या Clear को %Ln फ़ाइल मिली?</numerusform>
            <numerusform>क्या Clear को %Ln फ़ाइलें मिलीं?</numerusform>
        </translation>
    </message>
    <message>
        <source>The upload is complete and was submitted for import, but Clear&apos;s reply was lost. Look in Clear first; anything already there could be imported twice.</source>
        <translation>अपलोड पूरा है और इंपोर्ट के लिए सौंपा गया, पर Clear का जवाब खो गया। पहले Clear में देखें; जो पहले से वहाँ है, वह दो बार इंपोर्ट हो सकता है।</translation>
    </message>
    <message>
        <source>No, submit again</source>
        <translation>नहीं, फिर सौंपें</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>बाद में तय करें</translation>
    </message>
    <message>
        <source>Yes, it&apos;s in Clear</source>
        <translation>हाँ, Clear में है</translation>
    </message>
    <message>
        <source>Marks it as imported</source>
        <translation>इसे “इंपोर्ट हो गई” मानता है</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message numerus="yes">
        <source>%Ln file(s) removed from the list.</source>
        <translation>
            <numerusform>%Ln फ़ाइल सूची से हटाई गई।</numerusform>
            <numerusform>%Ln फ़ाइलें सूची से हटाई गईं।</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>वापस लाएँ (&amp;U)</translation>
    </message>
    <message>
        <source>Brings back what was removed</source>
        <translation>हटाई गई फ़ाइलें वापस लाता है</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Open the download page</source>
        <translation>डाउनलोड पेज खोलें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Checking for updates…</source>
        <translation>अपडेट जाँचे जा रहे हैं…</translation>
    </message>
    <message>
        <source>Your IT department takes care of updates. Checks are turned off on this computer.</source>
        <translation>अपडेट का काम आपका IT विभाग देखता है। इस कंप्यूटर पर जाँच बंद है।</translation>
    </message>
    <message>
        <source>You have the latest version, {version}</source>
        <translation>आपके पास नवीनतम संस्करण {version} है</translation>
    </message>
    <message>
        <source>Updates aren&apos;t set up for this copy. Ask whoever gave it to you.</source>
        <translation>इस प्रति के लिए अपडेट सेट नहीं हैं। जिनसे यह मिली, उनसे पूछें।</translation>
    </message>
    <message>
        <source>Nothing leaves this computer while you practise. Choose another account, then check again.</source>
        <translation>अभ्यास के दौरान इस कंप्यूटर से कुछ बाहर नहीं जाता। दूसरा अकाउंट चुनें और फिर देखें।</translation>
    </message>
    <message>
        <source>LedgerDrop {newer} is available; you have {version}</source>
        <translation>LedgerDrop {newer} उपलब्ध है; आपके पास {version} है</translation>
    </message>
    <message>
        <source>Opens in your browser. LedgerDrop installs nothing by itself.</source>
        <translation>आपके ब्राउज़र में। LedgerDrop अपने-आप कुछ इंस्टॉल नहीं करता।</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>You&apos;ll be told about the next version</source>
        <translation>अगले संस्करण की सूचना फिर दी जाएगी</translation>
    </message>
</context>
<context>
    <name>UpdatesPage</name>
    <message>
        <source>Check for updates once a day</source>
        <translation>दिन में एक बार अपडेट जाँचें</translation>
    </message>
    <message>
        <source>Your IT department turned this off.</source>
        <translation>इसे आपके IT विभाग ने बंद कर रखा है।</translation>
    </message>
    <message>
        <source>Updates aren&apos;t set up for this copy. Ask whoever gave it to you.</source>
        <translation>इस प्रति के लिए अपडेट सेट नहीं हैं। जिनसे यह मिली, उनसे पूछें।</translation>
    </message>
    <message>
        <source>LedgerDrop asks {host} and sends nothing about you, your accounts or your files. You decide whether to download and install.</source>
        <translation>LedgerDrop {host} से पूछता है, और आपके, आपके अकाउंट या फ़ाइलों के बारे में कुछ नहीं भेजता। डाउनलोड और इंस्टॉल करना आप तय करते हैं।</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Add files…</source>
        <translation>फ़ाइलें जोड़ें…</translation>
    </message>
    <message>
        <source>Choose files, or drop them anywhere on this window</source>
        <translation>इस कंप्यूटर से फ़ाइलें चुनें, या उन्हें इस विंडो पर कहीं भी छोड़ें</translation>
    </message>
    <message>
        <source>You can also drop files and folders anywhere on this window</source>
        <translation>आप फ़ाइलें और फ़ोल्डर इस विंडो पर कहीं भी छोड़ सकते हैं</translation>
    </message>
    <message>
        <source>Filters the list</source>
        <translation>सूची को छाँटता है</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Shows details of the selected file beside the list</source>
        <translation>चुनी हुई फ़ाइल का पूरा विवरण सूची के पास दिखाता है</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>नाम से खोजें</translation>
    </message>
    <message>
        <source>Also finds folders</source>
        <translation>फ़ोल्डर भी खोजता है</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>सभी {count}</translation>
    </message>
    <message>
        <source>Needs attention {count}</source>
        <translation>ध्यान चाहिए {count}</translation>
    </message>
    <message>
        <source>In progress {count}</source>
        <translation>चालू {count}</translation>
    </message>
    <message>
        <source>Uploaded {count}</source>
        <translation>अपलोड हुई {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) shown</source>
        <translation>
            <numerusform>%Ln फ़ाइल दिखाई गई</numerusform>
            <numerusform>%Ln फ़ाइलें दिखाई गईं</numerusform>
        </translation>
    </message>
    <message>
        <source>No files match</source>
        <translation>कोई फ़ाइल मेल नहीं खाती</translation>
    </message>
    <message>
        <source>No files need your attention</source>
        <translation>किसी फ़ाइल पर आपका ध्यान नहीं चाहिए</translation>
    </message>
    <message>
        <source>No file is being checked or sent</source>
        <translation>कोई फ़ाइल न जाँची जा रही है, न भेजी जा रही है</translation>
    </message>
    <message>
        <source>No uploads yet</source>
        <translation>अभी तक कुछ अपलोड नहीं हुआ है</translation>
    </message>
</context>
<context>
    <name>_Environment</name>
    <message>
        <source>To send elsewhere, add another account.</source>
        <translation>दूसरी जगह भेजने के लिए दूसरा अकाउंट जोड़ें।</translation>
    </message>
</context>
</TS>
