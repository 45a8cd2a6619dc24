<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About LedgerDrop</source>
        <translation>حول LedgerDrop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Opens the licences of everything LedgerDrop contains</source>
        <translation>يفتح تراخيص كل ما يتضمنه LedgerDrop</translation>
    </message>
    <message>
        <source>Hands your ledgers to Clear, and tells you how each of them fared.</source>
        <translation>يسلّم دفاترك إلى Clear ويخبرك بما آل إليه كل منها.</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}</source>
        <translation>الإصدار {version}، مع Qt {qt}</translation>
    </message>
    <message>
        <source>MIT licence. Built on Qt, which is under the LGPL, version 3, and on the work of many others.</source>
        <translation>رخصة MIT. مبني على Qt، المرخّص بموجب LGPL الإصدار 3، وعلى عمل كثيرين غيرهم.</translation>
    </message>
</context>
<context>
    <name>AccountButton</name>
    <message>
        <source>Account in use: {name}</source>
        <translation>الحساب المستخدم: {name}</translation>
    </message>
    <message>
        <source>Opens the list of accounts</source>
        <translation>يفتح قائمة الحسابات</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Save and test the connection</source>
        <translation>حفظ واختبار الاتصال</translation>
    </message>
    <message>
        <source>Asks Clear whether it accepts this account. No file is sent.</source>
        <translation>يسأل Clear هل يقبل هذا الحساب. لا يُرسل أي ملف.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep the token only until LedgerDrop is closed</source>
        <translation>الاحتفاظ بالرمز حتى إغلاق LedgerDrop فقط</translation>
    </message>
    <message>
        <source>It is not stored then; you enter it again next time</source>
        <translation>لن يُخزَّن عندئذ؛ وستدخله من جديد في المرة القادمة</translation>
    </message>
    <message>
        <source>Copy the report for IT</source>
        <translation>نسخ التقرير لقسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>What was tried, step by step. It holds no token and no password.</source>
        <translation>ما جرى تجربته خطوة خطوة. لا يحتوي على رمز ولا كلمة مرور.</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>هل تريد تجاهل ما كتبته؟</translation>
    </message>
    <message>
        <source>The account stays as it was.</source>
        <translation>يبقى الحساب كما كان.</translation>
    </message>
    <message>
        <source>No account is added.</source>
        <translation>لن يُضاف أي حساب.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>متابعة التعديل</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Saved. Trying the way to Clear…</source>
        <translation>تم الحفظ. جارٍ تجربة الطريق إلى Clear…</translation>
    </message>
    <message>
        <source>Clear accepts this account. You can send files.</source>
        <translation>يقبل Clear هذا الحساب. يمكنك إرسال الملفات.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>حساب جديد</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Name of this account</source>
        <translation>اسم هذا الحساب</translation>
    </message>
    <message>
        <source>For example: Sharma &amp; Associates</source>
        <translation>مثال: شارما وشركاؤه</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Integration ID</source>
        <translation>معرّف التكامل</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Send files at once when they are dropped</source>
        <translation>إرسال الملفات فور إفلاتها</translation>
    </message>
    <message>
        <source>Without this, dropping only checks the files and you press Send yourself</source>
        <translation>من دونه تُفحص الملفات فقط عند إفلاتها، وتضغط «إرسال» بنفسك</translation>
    </message>
    <message>
        <source>Practice needs nothing else: the account and the token are made up for it.</source>
        <translation>لا يحتاج التدريب إلى شيء آخر: الحساب والرمز مُعدّان له.</translation>
    </message>
    <message>
        <source>To save this, give it a name: this looks like a token.</source>
        <translation>للحفظ، أدخل اسمًا: هذا يبدو رمزًا.</translation>
    </message>
    <message>
        <source>To save this, enter the address of Clear.</source>
        <translation>للحفظ، أدخل عنوان Clear.</translation>
    </message>
    <message>
        <source>To save this, enter the whole integration ID.</source>
        <translation>للحفظ، أدخل معرّف التكامل كاملًا.</translation>
    </message>
    <message>
        <source>To save this, enter the token for the new address.</source>
        <translation>للحفظ، أدخل رمز العنوان الجديد.</translation>
    </message>
    <message>
        <source>To save this, enter the token.</source>
        <translation>للحفظ، أدخل الرمز.</translation>
    </message>
    <message>
        <source>To save this, enter the template and the file type.</source>
        <translation>للحفظ، أدخل القالب ونوع الملف.</translation>
    </message>
    <message>
        <source>Your IT department has set this.</source>
        <translation>حدّده قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>This looks like a token, which belongs into the field for it.</source>
        <translation>هذا يبدو رمزًا، ومكانه في الحقل المخصص له.</translation>
    </message>
    <message>
        <source>Paste it here. Empty keeps the one there is.</source>
        <translation>ألصقه هنا. إن تركته فارغًا بقي الموجود.</translation>
    </message>
    <message>
        <source>Saved. Leave empty to keep it.</source>
        <translation>محفوظ. اتركه فارغًا للاحتفاظ به.</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>ألصقه هنا</translation>
    </message>
    <message>
        <source>Where do your files go?</source>
        <translation>إلى أين تذهب ملفاتك؟</translation>
    </message>
    <message>
        <source>{count} of {total} characters</source>
        <translation>{count} من {total} حرفًا</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>It begins with https:// and has no user name, ? or # in it.</source>
        <translation>يبدأ بـ ⁨https://⁩ ولا يحتوي على اسم مستخدم أو ? أو #.</translation>
    </message>
    <message>
        <source>The address has changed: enter the token for the new one.</source>
        <translation>تغيّر العنوان: أدخل رمز العنوان الجديد.</translation>
    </message>
    <message>
        <source>You find it in Clear, under Settings, Integrations.</source>
        <translation>تجده في Clear، ضمن Settings ثم Integrations.</translation>
    </message>
    <message>
        <source>This has the right form.</source>
        <translation>الصيغة صحيحة.</translation>
    </message>
    <message>
        <source>36 characters, given to you by Clear.</source>
        <translation>ستة وثلاثون حرفًا، أعطاك إياها Clear.</translation>
    </message>
    <message>
        <source>This cannot be one: it has 36 characters, in groups of 8, 4, 4, 4 and 12, with hyphens between.</source>
        <translation>لا يمكن أن يكون هذا معرّفًا: فهو من ستة وثلاثين حرفًا، في خمس مجموعات تفصل بينها شرطات: ثمانية، ثم أربعة ثلاث مرات، ثم اثنا عشر.</translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>A&amp;ccount</source>
        <translation>ال&amp;حساب</translation>
    </message>
    <message>
        <source>&amp;Add an account…</source>
        <translation>إ&amp;ضافة حساب…</translation>
    </message>
    <message>
        <source>&amp;Manage accounts…</source>
        <translation>إ&amp;دارة الحسابات…</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تعديل…</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>استخدام هذا الحساب</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Add accounts from a file that IT gave you; it holds no tokens</source>
        <translation>إضافة حسابات من ملف أعطاك إياه قسم تقنية المعلومات؛ لا يحتوي على رموز</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Write the accounts to a file for others; it holds no tokens</source>
        <translation>كتابة الحسابات في ملف للآخرين؛ لا يحتوي على رموز</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>set up by IT</source>
        <translation>أعدّه قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>Your IT department has set this account up</source>
        <translation>أعدّ قسم تقنية المعلومات هذا الحساب</translation>
    </message>
    <message>
        <source>Remove this account?</source>
        <translation>إزالة هذا الحساب؟</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>إزالة «{name}»؟</translation>
    </message>
    <message>
        <source>Its access token is removed from this computer as well. Files that wait for this account will not be sent. What is uploaded stays uploaded.</source>
        <translation>سيُزال رمز الوصول الخاص به من هذا الحاسوب أيضًا. ولن تُرسل الملفات التي تنتظر هذا الحساب. ما تم رفعه يبقى مرفوعًا.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
    <message>
        <source>Import accounts</source>
        <translation>استيراد الحسابات</translation>
    </message>
    <message>
        <source>Export accounts</source>
        <translation>تصدير الحسابات</translation>
    </message>
    <message>
        <source>Accounts (*.json)</source>
        <translation>الحسابات (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Files are sent with the account that is in use when you drop them.</source>
        <translation>تُرسل الملفات بالحساب المستخدم عند إفلاتها.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Send as {ending}</source>
        <translation>إرسال بصيغة {ending}</translation>
    </message>
    <message>
        <source>Send as {name}</source>
        <translation>إرسال باسم {name}</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>إرسال على أي حال</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>حاول الآن</translation>
    </message>
    <message>
        <source>Try now to hand it over</source>
        <translation>حاول تسليمه الآن</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>اطلب مجددًا</translation>
    </message>
    <message>
        <source>Ask Clear again to take it in</source>
        <translation>اطلب من Clear إدخاله مجددًا</translation>
    </message>
    <message>
        <source>Choose again…</source>
        <translation>اختر من جديد…</translation>
    </message>
    <message>
        <source>After the upload…</source>
        <translation>بعد الرفع…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>قرّر…</translation>
    </message>
    <message>
        <source>Decide what to do…</source>
        <translation>قرّر ما العمل…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>تحقق الآن</translation>
    </message>
    <message>
        <source>Check now how far Clear is</source>
        <translation>تحقق الآن إلى أين وصل Clear</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel this file</source>
        <translation>إلغاء هذا الملف</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
</context>
<context>
    <name>AfterUploadDialog</name>
    <message>
        <source>After the upload</source>
        <translation>بعد الرفع</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>What should happen after the upload?</source>
        <translation>ماذا يجب أن يلي الرفع؟</translation>
    </message>
</context>
<context>
    <name>AfterUploadFields</name>
    <message>
        <source>After the upload, have Clear take the files into the books</source>
        <translation>بعد الرفع، يُدخل Clear الملفات في الدفاتر</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>القالب</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>نوع الملف</translation>
    </message>
    <message>
        <source>Files that are sent together are taken in together</source>
        <translation>الملفات المرسلة معًا تُدخل معًا</translation>
    </message>
    <message>
        <source>One bad file may then keep all of them out.</source>
        <translation>قد يمنع ملف واحد معيب إدخالها جميعًا عندئذ.</translation>
    </message>
    <message>
        <source>Both as agreed with Clear. Templates that Clear always has: {names}.</source>
        <translation>كلاهما كما اتُّفق عليه مع Clear. القوالب المتوفرة دائمًا في Clear: {names}.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%Ln file(s) added</source>
        <translation>
            <numerusform>تمت إضافة %Ln ملف</numerusform>
            <numerusform>تمت إضافة ملف واحد</numerusform>
            <numerusform>تمت إضافة ملفين</numerusform>
            <numerusform>تمت إضافة %Ln ملفات</numerusform>
            <numerusform>تمت إضافة %Ln ملفًا</numerusform>
            <numerusform>تمت إضافة %Ln ملف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Copied. It holds no token, and not your name: paste it into a mail to support.</source>
        <translation>تم النسخ. لا يحتوي على رمز ولا على اسمك: ألصقه في رسالة إلى الدعم.</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Environment: {name}</source>
        <translation>البيئة: {name}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Open Settings</source>
        <translation>فتح الإعدادات</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>التدرّب أولًا</translation>
    </message>
    <message>
        <source>Needs no token, and nothing leaves this computer</source>
        <translation>لا يحتاج إلى رمز، ولا يخرج شيء من هذا الجهاز</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for an account. Enter what Clear gave you, or practise first.</source>
        <translation>
            <numerusform>%Ln ملف بانتظار حساب. أدخل ما أعطتك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>ملف واحد بانتظار حساب. أدخل ما أعطتك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>ملفان بانتظار حساب. أدخل ما أعطتك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>%Ln ملفات بانتظار حساب. أدخل ما أعطتك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>%Ln ملفًا بانتظار حساب. أدخل ما أعطتك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>%Ln ملف بانتظار حساب. أدخل ما أعطتك إياه Clear، أو تدرّب أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Welcome. Before your first upload, enter the integration ID and the token from Clear.</source>
        <translation>مرحبًا بك. قبل أول رفع، أدخل معرّف التكامل والرمز اللذين حصلت عليهما من Clear.</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Stop and close?</source>
        <translation>الإيقاف والإغلاق؟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are still being sent. Stop and close?</source>
        <translation>
            <numerusform>ما زال %Ln ملف قيد الإرسال. الإيقاف والإغلاق؟</numerusform>
            <numerusform>ما زال ملف واحد قيد الإرسال. الإيقاف والإغلاق؟</numerusform>
            <numerusform>ما زال ملفان قيد الإرسال. الإيقاف والإغلاق؟</numerusform>
            <numerusform>ما زالت %Ln ملفات قيد الإرسال. الإيقاف والإغلاق؟</numerusform>
            <numerusform>ما زال %Ln ملفًا قيد الإرسال. الإيقاف والإغلاق؟</numerusform>
            <numerusform>ما زال %Ln ملف قيد الإرسال. الإيقاف والإغلاق؟</numerusform>
        </translation>
    </message>
    <message>
        <source>What is uploaded stays uploaded. The other files wait in the list for the next start.</source>
        <translation>ما تم رفعه يبقى مرفوعًا. وتنتظر الملفات الأخرى في القائمة حتى التشغيل التالي.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>الإيقاف والإغلاق</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>متابعة الإرسال</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Colour of the environment</source>
        <translation>لون البيئة</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>أخضر مزرق</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>برتقالي</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>بني</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>An unexpected error</source>
        <translation>خطأ غير متوقع</translation>
    </message>
    <message>
        <source>Report of the error</source>
        <translation>تقرير الخطأ</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>LedgerDrop made a mistake</source>
        <translation>أخطأ LedgerDrop</translation>
    </message>
    <message>
        <source>Your list is safe, and what was being sent goes on. If something looks wrong, close LedgerDrop and open it again: the list comes back. Please send us this report; it holds no token, and neither your name nor your ledgers.</source>
        <translation>قائمتك في أمان، وما كان يُرسل مستمر. إذا بدا شيء غير سليم، فأغلق LedgerDrop وافتحه من جديد: ستعود القائمة. نرجو أن ترسل إلينا هذا التقرير؛ فهو لا يحتوي على رمز ولا على اسمك ولا على دفاترك.</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details of the selected file</source>
        <translation>تفاصيل الملف المحدد</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>إغلاق التفاصيل</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>ما قاله الخادم</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>تفاصيل للدعم</translation>
    </message>
    <message>
        <source>Shows codes that help Clear&apos;s support</source>
        <translation>يعرض رموزًا تفيد دعم Clear</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>نسخ الكل</translation>
    </message>
    <message>
        <source>Copies everything shown here as text</source>
        <translation>ينسخ كل المعروض هنا كنص</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>In the program that opens such files on this computer</source>
        <translation>بالبرنامج الذي يفتح مثل هذه الملفات على هذا الجهاز</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Opens the folder that the file is in</source>
        <translation>يفتح المجلد الذي يوجد فيه الملف</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>حُدِّد %Ln ملف</numerusform>
            <numerusform>حُدِّد ملف واحد</numerusform>
            <numerusform>حُدِّد ملفان</numerusform>
            <numerusform>حُدِّدت %Ln ملفات</numerusform>
            <numerusform>حُدِّد %Ln ملفًا</numerusform>
            <numerusform>حُدِّد %Ln ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is selected</source>
        <translation>لم يُحدَّد أي ملف</translation>
    </message>
    <message>
        <source>Clear&apos;s storage has confirmed it.</source>
        <translation>أكّد مخزن Clear استلامه.</translation>
    </message>
    <message>
        <source>Its content matches its name. Nothing has been sent yet.</source>
        <translation>محتواه يوافق اسمه. لم يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>Its name holds hidden characters that change how it reads; {mark} stands in their place.</source>
        <translation>في اسمه علامات خفية تغيّر طريقة قراءته؛ وُضع {mark} مكانها.</translation>
    </message>
    <message>
        <source>It is uploaded. Clear usually takes 10 to 15 minutes; there is no need to wait for it.</source>
        <translation>رُفع الملف. يستغرق Clear عادةً من عشر دقائق إلى ربع ساعة؛ ولا حاجة إلى الانتظار.</translation>
    </message>
    <message>
        <source>It is uploaded, and Clear has taken it into the books.</source>
        <translation>رُفع الملف، وأدخله Clear في الدفاتر.</translation>
    </message>
    <message>
        <source>{name} could not be opened.</source>
        <translation>تعذّر فتح {name}.</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to add them to the list</source>
        <translation>أفلت لإضافتها إلى القائمة</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop your ledgers here</source>
        <translation>أفلت دفاترك هنا</translation>
    </message>
    <message>
        <source>CSV, Excel (xlsx, xls) and zip files, or whole folders</source>
        <translation>ملفات CSV وExcel ‏(xlsx وxls) وzip، أو مجلدات كاملة</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Choose one or more files on this computer</source>
        <translation>اختر ملفًا أو أكثر من هذا الحاسوب</translation>
    </message>
    <message>
        <source>Try the sample files</source>
        <translation>جرّب ملفات العينة</translation>
    </message>
    <message>
        <source>Adds example ledgers, some of them with mistakes, to practise on</source>
        <translation>يضيف دفاتر نموذجية للتدريب، في بعضها أخطاء</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>أفلت</translation>
    </message>
    <message>
        <source>Every file is checked on this computer first. Nothing is sent yet.</source>
        <translation>يُفحص كل ملف أولًا على هذا الحاسوب. لا يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>راجع</translation>
    </message>
    <message>
        <source>If something is wrong, you read what it is and how to put it right.</source>
        <translation>إذا كان هناك خطأ، تقرأ ما هو وكيف تصححه.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>أرسل</translation>
    </message>
    <message>
        <source>Press Send. A file counts as uploaded once Clear has confirmed it.</source>
        <translation>اضغط «إرسال». يُعدّ الملف مرفوعًا بعد أن يؤكده Clear.</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>PRACTICE</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Try everything. Nothing leaves this computer.</source>
        <translation>جرّب كل شيء. لا يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message>
        <source>CLEAR SANDBOX</source>
        <translation>بيئة CLEAR التجريبية</translation>
    </message>
    <message>
        <source>Clear sandbox</source>
        <translation>بيئة Clear التجريبية</translation>
    </message>
    <message>
        <source>Clear&apos;s test environment. Files do not count.</source>
        <translation>بيئة الاختبار في Clear. لا تُحتسب الملفات.</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>البيئة الفعلية</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>البيئة الفعلية</translation>
    </message>
    <message>
        <source>The real one. Files reach Clear and count.</source>
        <translation>البيئة الحقيقية. تصل الملفات إلى Clear وتُحتسب.</translation>
    </message>
    <message>
        <source>OTHER ADDRESS</source>
        <translation>عنوان آخر</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>عنوان آخر</translation>
    </message>
    <message>
        <source>For other regions, with an address from Clear. Files may count.</source>
        <translation>لمناطق أخرى، بعنوان من Clear. قد تُحتسب الملفات.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Empty this field</source>
        <translation>إفراغ هذا الحقل</translation>
    </message>
</context>
<context>
    <name>FileAdder</name>
    <message>
        <source>This attachment is not a file on your computer yet. Save it to a folder first, then drop it from there.</source>
        <translation>هذا المرفق ليس ملفًا على حاسوبك بعد. احفظه في مجلد أولًا، ثم أفلته من هناك.</translation>
    </message>
    <message>
        <source>A link to a web page cannot be sent. Download the file first, then drop it from its folder.</source>
        <translation>لا يمكن إرسال رابط إلى صفحة ويب. نزّل الملف أولًا، ثم أفلته من مجلده.</translation>
    </message>
    <message>
        <source>There was no file in it. Drop files or folders from your computer.</source>
        <translation>لم يكن فيه أي ملف. أفلت ملفات أو مجلدات من حاسوبك.</translation>
    </message>
    <message>
        <source>Choose ledgers</source>
        <translation>اختيار الدفاتر</translation>
    </message>
    <message>
        <source>Ledgers (*.csv *.xlsx *.xls *.zip)</source>
        <translation>الدفاتر (*.csv *.xlsx *.xls *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Choose a folder of ledgers</source>
        <translation>اختيار مجلد للدفاتر</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Each row is a file and what is happening to it. The menu key shows what can be done with it.</source>
        <translation>كل صف ملف مع ما يجري له. يعرض مفتاح القائمة ما يمكن فعله به.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>After the upload…</source>
        <translation>بعد الرفع…</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>عرض التفاصيل</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) anyway</source>
        <translation>
            <numerusform>إرسال %Ln ملف على أي حال</numerusform>
            <numerusform>إرسال ملف واحد على أي حال</numerusform>
            <numerusform>إرسال ملفين على أي حال</numerusform>
            <numerusform>إرسال %Ln ملفات على أي حال</numerusform>
            <numerusform>إرسال %Ln ملفًا على أي حال</numerusform>
            <numerusform>إرسال %Ln ملف على أي حال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln file(s)</source>
        <translation>
            <numerusform>إعادة محاولة %Ln ملف</numerusform>
            <numerusform>إعادة محاولة ملف واحد</numerusform>
            <numerusform>إعادة محاولة ملفين</numerusform>
            <numerusform>إعادة محاولة %Ln ملفات</numerusform>
            <numerusform>إعادة محاولة %Ln ملفًا</numerusform>
            <numerusform>إعادة محاولة %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln file(s)</source>
        <translation>
            <numerusform>استئناف %Ln ملف</numerusform>
            <numerusform>استئناف ملف واحد</numerusform>
            <numerusform>استئناف ملفين</numerusform>
            <numerusform>استئناف %Ln ملفات</numerusform>
            <numerusform>استئناف %Ln ملفًا</numerusform>
            <numerusform>استئناف %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask Clear again to take in %Ln file(s)</source>
        <translation>
            <numerusform>اطلب من Clear إدخال %Ln ملف مجددًا</numerusform>
            <numerusform>اطلب من Clear إدخال ملف واحد مجددًا</numerusform>
            <numerusform>اطلب من Clear إدخال ملفين مجددًا</numerusform>
            <numerusform>اطلب من Clear إدخال %Ln ملفات مجددًا</numerusform>
            <numerusform>اطلب من Clear إدخال %Ln ملفًا مجددًا</numerusform>
            <numerusform>اطلب من Clear إدخال %Ln ملف مجددًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide what to do with %Ln file(s)…</source>
        <translation>
            <numerusform>قرّر ما العمل بـ %Ln ملف…</numerusform>
            <numerusform>قرّر ما العمل بملف واحد…</numerusform>
            <numerusform>قرّر ما العمل بملفين…</numerusform>
            <numerusform>قرّر ما العمل بـ %Ln ملفات…</numerusform>
            <numerusform>قرّر ما العمل بـ %Ln ملفًا…</numerusform>
            <numerusform>قرّر ما العمل بـ %Ln ملف…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln file(s) now</source>
        <translation>
            <numerusform>تحقق من %Ln ملف الآن</numerusform>
            <numerusform>تحقق من ملف واحد الآن</numerusform>
            <numerusform>تحقق من ملفين الآن</numerusform>
            <numerusform>تحقق من %Ln ملفات الآن</numerusform>
            <numerusform>تحقق من %Ln ملفًا الآن</numerusform>
            <numerusform>تحقق من %Ln ملف الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln file(s)</source>
        <translation>
            <numerusform>إلغاء %Ln ملف</numerusform>
            <numerusform>إلغاء ملف واحد</numerusform>
            <numerusform>إلغاء ملفين</numerusform>
            <numerusform>إلغاء %Ln ملفات</numerusform>
            <numerusform>إلغاء %Ln ملفًا</numerusform>
            <numerusform>إلغاء %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln file(s) from the list</source>
        <translation>
            <numerusform>إزالة %Ln ملف من القائمة</numerusform>
            <numerusform>إزالة ملف واحد من القائمة</numerusform>
            <numerusform>إزالة ملفين من القائمة</numerusform>
            <numerusform>إزالة %Ln ملفات من القائمة</numerusform>
            <numerusform>إزالة %Ln ملفًا من القائمة</numerusform>
            <numerusform>إزالة %Ln ملف من القائمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>an account that was removed</source>
        <translation>حساب تمت إزالته</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>ما يجري</translation>
    </message>
    <message>
        <source>{file}, for {account}</source>
        <translation>{file}، لـ {account}</translation>
    </message>
    <message>
        <source>Size not known</source>
        <translation>الحجم غير معروف</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Progress of all files</source>
        <translation>تقدّم كل الملفات</translation>
    </message>
    <message>
        <source>Shows only the files that need you</source>
        <translation>يعرض فقط الملفات التي تحتاج إليك</translation>
    </message>
    <message>
        <source>Tries all files again that failed and may succeed now</source>
        <translation>يعيد محاولة كل الملفات التي فشلت وقد تنجح الآن</translation>
    </message>
    <message>
        <source>Remove finished</source>
        <translation>إزالة المنتهية</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>إيقاف الكل</translation>
    </message>
    <message>
        <source>Cancels every file that is being sent or waits</source>
        <translation>يلغي كل ملف يُرسل أو ينتظر</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Lets running uploads end and starts no more</source>
        <translation>يدع عمليات الرفع الجارية تنتهي ولا يبدأ غيرها</translation>
    </message>
    <message>
        <source>Goes on sending</source>
        <translation>يتابع الإرسال</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need(s) your attention</source>
        <translation>
            <numerusform>%Ln ملف يحتاج إلى انتباهك</numerusform>
            <numerusform>ملف واحد يحتاج إلى انتباهك</numerusform>
            <numerusform>ملفان يحتاجان إلى انتباهك</numerusform>
            <numerusform>%Ln ملفات تحتاج إلى انتباهك</numerusform>
            <numerusform>%Ln ملفًا يحتاج إلى انتباهك</numerusform>
            <numerusform>%Ln ملف يحتاج إلى انتباهك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln file(s)</source>
        <translation>
            <numerusform>إعادة محاولة %Ln ملف</numerusform>
            <numerusform>إعادة محاولة ملف واحد</numerusform>
            <numerusform>إعادة محاولة ملفين</numerusform>
            <numerusform>إعادة محاولة %Ln ملفات</numerusform>
            <numerusform>إعادة محاولة %Ln ملفًا</numerusform>
            <numerusform>إعادة محاولة %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln file(s)</source>
        <translation>
            <numerusform>متابعة %Ln ملف</numerusform>
            <numerusform>متابعة ملف واحد</numerusform>
            <numerusform>متابعة ملفين</numerusform>
            <numerusform>متابعة %Ln ملفات</numerusform>
            <numerusform>متابعة %Ln ملفًا</numerusform>
            <numerusform>متابعة %Ln ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) to {environment}</source>
        <translation>
            <numerusform>إرسال %Ln ملف إلى {environment}</numerusform>
            <numerusform>إرسال ملف واحد إلى {environment}</numerusform>
            <numerusform>إرسال ملفين إلى {environment}</numerusform>
            <numerusform>إرسال %Ln ملفات إلى {environment}</numerusform>
            <numerusform>إرسال %Ln ملفًا إلى {environment}</numerusform>
            <numerusform>إرسال %Ln ملف إلى {environment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) to {environment} — {account}</source>
        <translation>
            <numerusform>إرسال %Ln ملف إلى {environment} — {account}</numerusform>
            <numerusform>إرسال ملف واحد إلى {environment} — {account}</numerusform>
            <numerusform>إرسال ملفين إلى {environment} — {account}</numerusform>
            <numerusform>إرسال %Ln ملفات إلى {environment} — {account}</numerusform>
            <numerusform>إرسال %Ln ملفًا إلى {environment} — {account}</numerusform>
            <numerusform>إرسال %Ln ملف إلى {environment} — {account}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln file(s) waiting</source>
        <translation>
            <numerusform>متوقف مؤقتًا، %Ln ملف في الانتظار</numerusform>
            <numerusform>متوقف مؤقتًا، ملف واحد في الانتظار</numerusform>
            <numerusform>متوقف مؤقتًا، ملفان في الانتظار</numerusform>
            <numerusform>متوقف مؤقتًا، %Ln ملفات في الانتظار</numerusform>
            <numerusform>متوقف مؤقتًا، %Ln ملفًا في الانتظار</numerusform>
            <numerusform>متوقف مؤقتًا، %Ln ملف في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network, %Ln file(s) waiting</source>
        <translation>
            <numerusform>لا توجد شبكة، %Ln ملف في الانتظار</numerusform>
            <numerusform>لا توجد شبكة، ملف واحد في الانتظار</numerusform>
            <numerusform>لا توجد شبكة، ملفان في الانتظار</numerusform>
            <numerusform>لا توجد شبكة، %Ln ملفات في الانتظار</numerusform>
            <numerusform>لا توجد شبكة، %Ln ملفًا في الانتظار</numerusform>
            <numerusform>لا توجد شبكة، %Ln ملف في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) waiting</source>
        <translation>
            <numerusform>%Ln ملف في الانتظار</numerusform>
            <numerusform>ملف واحد في الانتظار</numerusform>
            <numerusform>ملفان في الانتظار</numerusform>
            <numerusform>%Ln ملفات في الانتظار</numerusform>
            <numerusform>%Ln ملفًا في الانتظار</numerusform>
            <numerusform>%Ln ملف في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending, %Ln file(s) to go</source>
        <translation>
            <numerusform>جارٍ الإرسال، بقي %Ln ملف</numerusform>
            <numerusform>جارٍ الإرسال، بقي ملف واحد</numerusform>
            <numerusform>جارٍ الإرسال، بقي ملفان</numerusform>
            <numerusform>جارٍ الإرسال، بقيت %Ln ملفات</numerusform>
            <numerusform>جارٍ الإرسال، بقي %Ln ملفًا</numerusform>
            <numerusform>جارٍ الإرسال، بقي %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln file(s)…</source>
        <translation>
            <numerusform>جارٍ فحص %Ln ملف…</numerusform>
            <numerusform>جارٍ فحص ملف واحد…</numerusform>
            <numerusform>جارٍ فحص ملفين…</numerusform>
            <numerusform>جارٍ فحص %Ln ملفات…</numerusform>
            <numerusform>جارٍ فحص %Ln ملفًا…</numerusform>
            <numerusform>جارٍ فحص %Ln ملف…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) ready to send</source>
        <translation>
            <numerusform>%Ln ملف جاهز للإرسال</numerusform>
            <numerusform>ملف واحد جاهز للإرسال</numerusform>
            <numerusform>ملفان جاهزان للإرسال</numerusform>
            <numerusform>%Ln ملفات جاهزة للإرسال</numerusform>
            <numerusform>%Ln ملفًا جاهزًا للإرسال</numerusform>
            <numerusform>%Ln ملف جاهز للإرسال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) ready to send with another account</source>
        <translation>
            <numerusform>%Ln ملف جاهز للإرسال بحساب آخر</numerusform>
            <numerusform>ملف واحد جاهز للإرسال بحساب آخر</numerusform>
            <numerusform>ملفان جاهزان للإرسال بحساب آخر</numerusform>
            <numerusform>%Ln ملفات جاهزة للإرسال بحساب آخر</numerusform>
            <numerusform>%Ln ملفًا جاهزًا للإرسال بحساب آخر</numerusform>
            <numerusform>%Ln ملف جاهز للإرسال بحساب آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear is processing %Ln file(s)</source>
        <translation>
            <numerusform>يعالج Clear ‏%Ln ملف</numerusform>
            <numerusform>يعالج Clear ملفًا واحدًا</numerusform>
            <numerusform>يعالج Clear ملفين</numerusform>
            <numerusform>يعالج Clear ‏%Ln ملفات</numerusform>
            <numerusform>يعالج Clear ‏%Ln ملفًا</numerusform>
            <numerusform>يعالج Clear ‏%Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network, %Ln file(s) still to be handed over</source>
        <translation>
            <numerusform>لا توجد شبكة، بقي تسليم %Ln ملف</numerusform>
            <numerusform>لا توجد شبكة، بقي تسليم ملف واحد</numerusform>
            <numerusform>لا توجد شبكة، بقي تسليم ملفين</numerusform>
            <numerusform>لا توجد شبكة، بقي تسليم %Ln ملفات</numerusform>
            <numerusform>لا توجد شبكة، بقي تسليم %Ln ملفًا</numerusform>
            <numerusform>لا توجد شبكة، بقي تسليم %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) still to be handed over to Clear</source>
        <translation>
            <numerusform>بقي تسليم %Ln ملف إلى Clear</numerusform>
            <numerusform>بقي تسليم ملف واحد إلى Clear</numerusform>
            <numerusform>بقي تسليم ملفين إلى Clear</numerusform>
            <numerusform>بقي تسليم %Ln ملفات إلى Clear</numerusform>
            <numerusform>بقي تسليم %Ln ملفًا إلى Clear</numerusform>
            <numerusform>بقي تسليم %Ln ملف إلى Clear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) taken in</source>
        <translation>
            <numerusform>تم إدخال %Ln ملف</numerusform>
            <numerusform>تم إدخال ملف واحد</numerusform>
            <numerusform>تم إدخال ملفين</numerusform>
            <numerusform>تم إدخال %Ln ملفات</numerusform>
            <numerusform>تم إدخال %Ln ملفًا</numerusform>
            <numerusform>تم إدخال %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not taken in</source>
        <translation>
            <numerusform>لم يُدخل: %Ln</numerusform>
            <numerusform>لم يُدخل: %Ln</numerusform>
            <numerusform>لم يُدخل: %Ln</numerusform>
            <numerusform>لم يُدخل: %Ln</numerusform>
            <numerusform>لم يُدخل: %Ln</numerusform>
            <numerusform>لم يُدخل: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not taken in</source>
        <translation>
            <numerusform>لم يُدخل %Ln ملف</numerusform>
            <numerusform>لم يُدخل ملف واحد</numerusform>
            <numerusform>لم يُدخل ملفان</numerusform>
            <numerusform>لم تُدخل %Ln ملفات</numerusform>
            <numerusform>لم يُدخل %Ln ملفًا</numerusform>
            <numerusform>لم يُدخل %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln file(s) taken in</source>
        <translation>
            <numerusform>اكتمل كل شيء: تم إدخال %Ln ملف</numerusform>
            <numerusform>اكتمل كل شيء: تم إدخال ملف واحد</numerusform>
            <numerusform>اكتمل كل شيء: تم إدخال ملفين</numerusform>
            <numerusform>اكتمل كل شيء: تم إدخال %Ln ملفات</numerusform>
            <numerusform>اكتمل كل شيء: تم إدخال %Ln ملفًا</numerusform>
            <numerusform>اكتمل كل شيء: تم إدخال %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln file(s) uploaded</source>
        <translation>
            <numerusform>اكتمل كل شيء: رُفع %Ln ملف</numerusform>
            <numerusform>اكتمل كل شيء: رُفع ملف واحد</numerusform>
            <numerusform>اكتمل كل شيء: رُفع ملفان</numerusform>
            <numerusform>اكتمل كل شيء: رُفعت %Ln ملفات</numerusform>
            <numerusform>اكتمل كل شيء: رُفع %Ln ملفًا</numerusform>
            <numerusform>اكتمل كل شيء: رُفع %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) uploaded</source>
        <translation>
            <numerusform>رُفع %Ln ملف</numerusform>
            <numerusform>رُفع ملف واحد</numerusform>
            <numerusform>رُفع ملفان</numerusform>
            <numerusform>رُفعت %Ln ملفات</numerusform>
            <numerusform>رُفع %Ln ملفًا</numerusform>
            <numerusform>رُفع %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still being checked</source>
        <translation>
            <numerusform>%Ln قيد الفحص</numerusform>
            <numerusform>واحد قيد الفحص</numerusform>
            <numerusform>اثنان قيد الفحص</numerusform>
            <numerusform>%Ln قيد الفحص</numerusform>
            <numerusform>%Ln قيد الفحص</numerusform>
            <numerusform>%Ln قيد الفحص</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose that account above to send</source>
        <translation>اختر ذلك الحساب أعلاه للإرسال</translation>
    </message>
    <message numerus="yes">
        <source>%Ln being processed</source>
        <translation>
            <numerusform>قيد المعالجة: %Ln</numerusform>
            <numerusform>قيد المعالجة: %Ln</numerusform>
            <numerusform>قيد المعالجة: %Ln</numerusform>
            <numerusform>قيد المعالجة: %Ln</numerusform>
            <numerusform>قيد المعالجة: %Ln</numerusform>
            <numerusform>قيد المعالجة: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken in</source>
        <translation>
            <numerusform>تم إدخاله: %Ln</numerusform>
            <numerusform>تم إدخاله: %Ln</numerusform>
            <numerusform>تم إدخاله: %Ln</numerusform>
            <numerusform>تم إدخاله: %Ln</numerusform>
            <numerusform>تم إدخاله: %Ln</numerusform>
            <numerusform>تم إدخاله: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded only</source>
        <translation>
            <numerusform>المرفوع فقط: %Ln</numerusform>
            <numerusform>المرفوع فقط: %Ln</numerusform>
            <numerusform>المرفوع فقط: %Ln</numerusform>
            <numerusform>المرفوع فقط: %Ln</numerusform>
            <numerusform>المرفوع فقط: %Ln</numerusform>
            <numerusform>المرفوع فقط: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>لا شيء للإرسال</translation>
    </message>
    <message>
        <source>Takes files that are done or cancelled off the list. The files themselves stay where they are.</source>
        <translation>يزيل من القائمة الملفات المنتهية والملغاة. وتبقى الملفات نفسها في مكانها.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>goes on by itself</source>
        <translation>يستمر من تلقاء نفسه</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>المرفوع: %Ln</numerusform>
            <numerusform>المرفوع: %Ln</numerusform>
            <numerusform>المرفوع: %Ln</numerusform>
            <numerusform>المرفوع: %Ln</numerusform>
            <numerusform>المرفوع: %Ln</numerusform>
            <numerusform>المرفوع: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for another account</source>
        <translation>
            <numerusform>لحساب آخر: %Ln</numerusform>
            <numerusform>لحساب آخر: %Ln</numerusform>
            <numerusform>لحساب آخر: %Ln</numerusform>
            <numerusform>لحساب آخر: %Ln</numerusform>
            <numerusform>لحساب آخر: %Ln</numerusform>
            <numerusform>لحساب آخر: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>الملغى: %Ln</numerusform>
            <numerusform>الملغى: %Ln</numerusform>
            <numerusform>الملغى: %Ln</numerusform>
            <numerusform>الملغى: %Ln</numerusform>
            <numerusform>الملغى: %Ln</numerusform>
            <numerusform>الملغى: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sent until you press Send</source>
        <translation>لا يُرسل شيء حتى تضغط «إرسال»</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Account, environment, access token and how to send</source>
        <translation>الحساب والبيئة ورمز الوصول وطريقة الإرسال</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>How LedgerDrop works</source>
        <translation>كيف يعمل LedgerDrop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How LedgerDrop works</source>
        <translation>كيف يعمل LedgerDrop</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إرسال مجددًا</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>نسخ الإيصال</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>مسح السجل…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s)</source>
        <translation>
            <numerusform>%Ln عملية رفع</numerusform>
            <numerusform>عملية رفع واحدة</numerusform>
            <numerusform>عمليتا رفع</numerusform>
            <numerusform>%Ln عمليات رفع</numerusform>
            <numerusform>%Ln عملية رفع</numerusform>
            <numerusform>%Ln عملية رفع</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been uploaded yet</source>
        <translation>لم يُرفع شيء بعد</translation>
    </message>
    <message>
        <source>No upload matches</source>
        <translation>لا توجد عملية رفع مطابقة</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>كل الحسابات</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>كل الأيام</translation>
    </message>
    <message>
        <source>The folder cannot be opened. It may have been moved or deleted.</source>
        <translation>لا يمكن فتح المجلد. ربما نُقل أو حُذف.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) put in the list. They are checked again; look there before you send.</source>
        <translation>
            <numerusform>وُضع %Ln ملف في القائمة. يُفحص من جديد؛ راجعه هناك قبل الإرسال.</numerusform>
            <numerusform>وُضع ملف واحد في القائمة. يُفحص من جديد؛ راجعه هناك قبل الإرسال.</numerusform>
            <numerusform>وُضع ملفان في القائمة. يُفحصان من جديد؛ راجعهما هناك قبل الإرسال.</numerusform>
            <numerusform>وُضعت %Ln ملفات في القائمة. تُفحص من جديد؛ راجعها هناك قبل الإرسال.</numerusform>
            <numerusform>وُضع %Ln ملفًا في القائمة. تُفحص من جديد؛ راجعها هناك قبل الإرسال.</numerusform>
            <numerusform>وُضع %Ln ملف في القائمة. تُفحص من جديد؛ راجعها هناك قبل الإرسال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>تصدير السجل</translation>
    </message>
    <message>
        <source>Tables for Excel (*.csv)</source>
        <translation>جداول Excel ‏(*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>جارٍ التصدير…</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>الحجم (بايت)</translation>
    </message>
    <message>
        <source>Uploaded at</source>
        <translation>وقت الرفع</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>معرّف الحساب</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Duration (s)</source>
        <translation>المدة (ث)</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>معرّف المهمة</translation>
    </message>
    <message>
        <source>Workflow status</source>
        <translation>حالة سير العمل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Name on disk</source>
        <translation>الاسم على القرص</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>مجاميع الضبط</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>حُفظ باسم {name}</translation>
    </message>
    <message>
        <source>Delete history?</source>
        <translation>مسح السجل؟</translation>
    </message>
    <message>
        <source>Delete all receipts?</source>
        <translation>حذف كل الإيصالات؟</translation>
    </message>
    <message>
        <source>What is uploaded stays at Clear. But nothing on this computer proves it any more, and LedgerDrop can no longer tell you that a file was sent before. You may want to export the history first.</source>
        <translation>ما تم رفعه يبقى لدى Clear. لكن لن يبقى على هذا الحاسوب ما يثبته، ولن يستطيع LedgerDrop أن ينبهك إلى أن ملفًا سبق إرساله. قد ترغب في تصدير السجل أولًا.</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>حذف الكل</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>الإبقاء عليها</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>البحث بالاسم</translation>
    </message>
    <message>
        <source>A SHA-256 or an ETag is found as well</source>
        <translation>يمكن البحث بـ SHA-256 أو ETag أيضًا</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>عمليات الرفع</translation>
    </message>
    <message>
        <source>Each row is a file that Clear&apos;s storage has confirmed.</source>
        <translation>كل صف ملف أكّد مخزن Clear استلامه.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Opens the folder from which the file was sent</source>
        <translation>يفتح المجلد الذي أُرسل منه الملف</translation>
    </message>
    <message>
        <source>Puts the file in the list once more. Nothing is sent yet.</source>
        <translation>يضع الملف في القائمة مرة أخرى. لا يُرسل شيء بذلك.</translation>
    </message>
    <message>
        <source>Copies what proves the upload: name, time, SHA-256 and more</source>
        <translation>ينسخ ما يثبت الرفع: الاسم والوقت وSHA-256 وغير ذلك</translation>
    </message>
    <message>
        <source>Saves all that is listed here as a table for Excel</source>
        <translation>يحفظ كل المعروض هنا كجدول لـ Excel</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>{count} numbers, {least} to {greatest}</source>
        <translation>{count} من الأرقام، من {least} إلى {greatest}</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>فواصل</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>فواصل منقوطة</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>علامات جدولة</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>خطوط عمودية</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name} (مخفية)</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>إ&amp;ضافة ملفات…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>إضافة م&amp;جلد…</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>&amp;لصق الملفات</translation>
    </message>
    <message>
        <source>&amp;Try the sample files</source>
        <translation>&amp;تجربة ملفات العينة</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>إ&amp;رسال</translation>
    </message>
    <message>
        <source>Pa&amp;use sending</source>
        <translation>إيقاف الإرسال مؤ&amp;قتًا</translation>
    </message>
    <message>
        <source>&amp;Go on sending</source>
        <translation>متا&amp;بعة الإرسال</translation>
    </message>
    <message>
        <source>&amp;Retry all that failed</source>
        <translation>إ&amp;عادة محاولة كل ما فشل</translation>
    </message>
    <message>
        <source>Stop a&amp;ll</source>
        <translation>إيقاف ال&amp;كل</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>الإع&amp;دادات…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>&amp;Selected</source>
        <translation>المح&amp;دد</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>إعادة الم&amp;حاولة</translation>
    </message>
    <message>
        <source>Send a&amp;nyway</source>
        <translation>إرسال &amp;على أي حال</translation>
    </message>
    <message>
        <source>Send under the &amp;suggested name</source>
        <translation>إرسال بالاسم الم&amp;قترح</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إل&amp;غاء</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>إ&amp;زالة من القائمة</translation>
    </message>
    <message>
        <source>&amp;Undo removing</source>
        <translation>&amp;تراجع عن الإزالة</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>نسخ الت&amp;فاصيل</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;تحديد الكل</translation>
    </message>
    <message>
        <source>Remove &amp;finished</source>
        <translation>إزالة الم&amp;نتهية</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;All files</source>
        <translation>&amp;كل الملفات</translation>
    </message>
    <message>
        <source>&amp;Needs attention</source>
        <translation>ما ي&amp;حتاج إلى انتباه</translation>
    </message>
    <message>
        <source>&amp;In progress</source>
        <translation>&amp;قيد التنفيذ</translation>
    </message>
    <message>
        <source>&amp;Uploaded</source>
        <translation>المر&amp;فوعة</translation>
    </message>
    <message>
        <source>&amp;Find by name</source>
        <translation>ال&amp;بحث بالاسم</translation>
    </message>
    <message>
        <source>&amp;Details of the selected file</source>
        <translation>تفا&amp;صيل الملف المحدد</translation>
    </message>
    <message>
        <source>&amp;History of uploads…</source>
        <translation>س&amp;جل عمليات الرفع…</translation>
    </message>
    <message>
        <source>The &amp;order of sending</source>
        <translation>&amp;ترتيب الإرسال</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>ال&amp;حجم</translation>
    </message>
    <message>
        <source>&amp;What is happening</source>
        <translation>&amp;ما يجري</translation>
    </message>
    <message>
        <source>So&amp;rt by</source>
        <translation>فر&amp;ز حسب</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>ألوان ال&amp;نظام</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>ألوان فا&amp;تحة</translation>
    </message>
    <message>
        <source>Dar&amp;k colours</source>
        <translation>ألوان &amp;داكنة</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>تباين &amp;عالٍ</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>الل&amp;غة</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>لغة ال&amp;نظام</translation>
    </message>
    <message>
        <source>Your IT department has set this</source>
        <translation>حدّده قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;How LedgerDrop works</source>
        <translation>&amp;كيف يعمل LedgerDrop</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>عرض ال&amp;سجل</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>نسخ معلومات الت&amp;شخيص</translation>
    </message>
    <message>
        <source>Check for &amp;updates…</source>
        <translation>البحث عن ت&amp;حديثات…</translation>
    </message>
    <message>
        <source>About LedgerDrop</source>
        <translation>حول LedgerDrop</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Less</source>
        <translation>عرض أقل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Shows the whole message, or only its beginning</source>
        <translation>يعرض الرسالة كاملة، أو بدايتها فقط</translation>
    </message>
</context>
<context>
    <name>MoveStep</name>
    <message>
        <source>Move &amp;up</source>
        <translation>تحريك &amp;لأعلى</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>تحريك لأ&amp;سفل</translation>
    </message>
    <message>
        <source>Move to the &amp;top</source>
        <translation>تحريك إلى ال&amp;بداية</translation>
    </message>
    <message>
        <source>Move to the &amp;bottom</source>
        <translation>تحريك إلى النها&amp;ية</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>As this computer is set up (recommended)</source>
        <translation>كما هو مُعدّ في هذا الحاسوب (مستحسن)</translation>
    </message>
    <message>
        <source>This proxy:</source>
        <translation>هذا الوكيل:</translation>
    </message>
    <message>
        <source>No proxy: connect directly</source>
        <translation>دون وكيل: اتصال مباشر</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>عنوان الوكيل</translation>
    </message>
    <message>
        <source>It should look like http://proxy.example.com:8080. Your IT department knows it.</source>
        <translation>ينبغي أن يكون مثل ⁨http://proxy.example.com:8080⁩. ويعرفه قسم تقنية المعلومات لديك.</translation>
    </message>
    <message>
        <source>Your IT department has set this.</source>
        <translation>حدّده قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>User name and password…</source>
        <translation>اسم المستخدم وكلمة المرور…</translation>
    </message>
    <message>
        <source>Forget the proxy password</source>
        <translation>نسيان كلمة مرور الوكيل</translation>
    </message>
    <message>
        <source>Files sent at once</source>
        <translation>الملفات المرسلة معًا</translation>
    </message>
    <message>
        <source>Companies often send all traffic through a proxy. LedgerDrop finds out by itself how this computer is set up, also by a script (PAC). Ask your IT department before you change this.</source>
        <translation>كثيرًا ما تمرّر الشركات كل الاتصالات عبر وكيل. ويعرف LedgerDrop بنفسه كيف أُعدّ هذا الحاسوب، ولو ببرنامج نصي (PAC). اسأل قسم تقنية المعلومات قبل أن تغيّر هذا.</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>There are no rows below the header</source>
        <translation>لا توجد صفوف تحت العناوين</translation>
    </message>
    <message>
        <source>The file holds only separators, no values</source>
        <translation>لا يحتوي الملف إلا على فواصل، بلا قيم</translation>
    </message>
    <message>
        <source>There is no header: row {row} already holds data</source>
        <translation>لا توجد عناوين: الصف {row} يحتوي على بيانات بالفعل</translation>
    </message>
    <message>
        <source>The header appears again in row {row}</source>
        <translation>تتكرر العناوين في الصف {row}</translation>
    </message>
    <message>
        <source>Row {row} is blank, in the middle of the data</source>
        <translation>الصف {row} فارغ وسط البيانات</translation>
    </message>
    <message>
        <source>{count} rows in the middle of the data are blank, the first is row {row}</source>
        <translation>وسط البيانات صفوف فارغة عددها {count}، أولها الصف {row}</translation>
    </message>
    <message>
        <source>Columns {other} and {column} have the same name, “{name}”</source>
        <translation>للعمودين {other} و{column} الاسم نفسه، “{name}”</translation>
    </message>
    <message>
        <source>Cell {cell} shows {value}</source>
        <translation>تعرض الخلية {cell} القيمة {value}</translation>
    </message>
    <message>
        <source>{count} cells show an error value, the first is {cell} with {value}</source>
        <translation>قيم خطأ في {count} من الخلايا، أولها {cell} وفيها {value}</translation>
    </message>
    <message>
        <source>Amounts in column {column} are stored as text, the first in cell {cell}</source>
        <translation>المبالغ في العمود {column} محفوظة كنص، أولها في الخلية {cell}</translation>
    </message>
    <message>
        <source>Dates in column {column} are stored as text, the first in cell {cell}</source>
        <translation>التواريخ في العمود {column} محفوظة كنص، أولها في الخلية {cell}</translation>
    </message>
    <message>
        <source>Cell {cell} isn&apos;t a number, unlike the rest of its column</source>
        <translation>الخلية {cell} ليست رقمًا، بخلاف بقية عمودها</translation>
    </message>
    <message>
        <source>The last row, {row}, looks like a total. The column totals include it</source>
        <translation>يبدو الصف الأخير، {row}، صف مجموع. وتشمله مجاميع الأعمدة</translation>
    </message>
    <message>
        <source>{count} sheets hold data: {names}</source>
        <translation>توجد بيانات في {count} من الأوراق: {names}</translation>
    </message>
    <message>
        <source>The GSTIN in cell {cell} has a wrong check digit</source>
        <translation>رقم GSTIN في الخلية {cell} فيه خانة تحقق خاطئة</translation>
    </message>
    <message>
        <source>{count} GSTINs have a wrong check digit, the first is in cell {cell}</source>
        <translation>خانة التحقق خاطئة في {count} من أرقام GSTIN، أولها في الخلية {cell}</translation>
    </message>
    <message>
        <source>Invoice number {value} in row {row} already appears in row {other}</source>
        <translation>رقم الفاتورة {value} في الصف {row} يظهر قبل ذلك في الصف {other}</translation>
    </message>
    <message>
        <source>{count} invoice numbers appear twice, the first is {value} in rows {other} and {row}</source>
        <translation>يتكرر {count} من أرقام الفواتير، أولها {value} في الصفين {other} و{row}</translation>
    </message>
    <message>
        <source>“{name}” inside the file is damaged</source>
        <translation>“{name}” داخل الملف تالف</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened. Check that it&apos;s still there and that you may read it.</source>
        <translation>لا يمكن فتح الملف. تأكد من أنه لا يزال في مكانه وأنه يُسمح لك بقراءته.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>This file has no table to preview.</source>
        <translation>لا يحتوي هذا الملف على جدول لمعاينته.</translation>
    </message>
    <message>
        <source>The file is protected with a password.</source>
        <translation>الملف محمي بكلمة مرور.</translation>
    </message>
    <message>
        <source>The file is damaged and can&apos;t be previewed. Open it in the program that made it and save it again.</source>
        <translation>الملف تالف ولا يمكن معاينته. افتحه في البرنامج الذي أنشأه واحفظه من جديد.</translation>
    </message>
    <message>
        <source>This file needs too much memory to preview. It can still be uploaded.</source>
        <translation>تتطلب معاينة هذا الملف ذاكرة كبيرة جدًا. لا يزال بالإمكان رفعه.</translation>
    </message>
    <message>
        <source>Reading this file took too long, so the preview was stopped. It can still be uploaded.</source>
        <translation>استغرقت قراءة هذا الملف وقتًا طويلاً فأُوقفت المعاينة. لا يزال بالإمكان رفعه.</translation>
    </message>
    <message>
        <source>The preview stopped unexpectedly. The file can still be uploaded.</source>
        <translation>توقفت المعاينة على نحو غير متوقع. لا يزال بالإمكان رفع الملف.</translation>
    </message>
    <message>
        <source>The preview was cancelled.</source>
        <translation>أُلغيت المعاينة.</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>بقي نحو %Ln دقيقة</numerusform>
            <numerusform>بقي نحو دقيقة واحدة</numerusform>
            <numerusform>بقي نحو دقيقتين</numerusform>
            <numerusform>بقي نحو %Ln دقائق</numerusform>
            <numerusform>بقي نحو %Ln دقيقة</numerusform>
            <numerusform>بقي نحو %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>بقي نحو %Ln ساعة</numerusform>
            <numerusform>بقي نحو ساعة واحدة</numerusform>
            <numerusform>بقي نحو ساعتين</numerusform>
            <numerusform>بقي نحو %Ln ساعات</numerusform>
            <numerusform>بقي نحو %Ln ساعة</numerusform>
            <numerusform>بقي نحو %Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %Ln second(s), attempt {attempt}</source>
        <translation>
            <numerusform>إعادة المحاولة بعد %Ln ثانية، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد ثانية واحدة، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد ثانيتين، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد %Ln ثوانٍ، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد %Ln ثانية، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد %Ln ثانية، المحاولة {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %Ln minute(s), attempt {attempt}</source>
        <translation>
            <numerusform>إعادة المحاولة بعد %Ln دقيقة، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد دقيقة واحدة، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد دقيقتين، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد %Ln دقائق، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد %Ln دقيقة، المحاولة {attempt}</numerusform>
            <numerusform>إعادة المحاولة بعد %Ln دقيقة، المحاولة {attempt}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the list already; they are marked.</source>
        <translation>
            <numerusform>%Ln ملف في القائمة بالفعل؛ وهو معلَّم.</numerusform>
            <numerusform>ملف واحد في القائمة بالفعل؛ وهو معلَّم.</numerusform>
            <numerusform>ملفان في القائمة بالفعل؛ وهما معلَّمان.</numerusform>
            <numerusform>%Ln ملفات في القائمة بالفعل؛ وهي معلَّمة.</numerusform>
            <numerusform>%Ln ملفًا في القائمة بالفعل؛ وهي معلَّمة.</numerusform>
            <numerusform>%Ln ملف في القائمة بالفعل؛ وهي معلَّمة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln صف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%Ln صفوف</numerusform>
            <numerusform>%Ln صفًا</numerusform>
            <numerusform>%Ln صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln عمود</numerusform>
            <numerusform>عمود واحد</numerusform>
            <numerusform>عمودان</numerusform>
            <numerusform>%Ln أعمدة</numerusform>
            <numerusform>%Ln عمودًا</numerusform>
            <numerusform>%Ln عمود</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) inside</source>
        <translation>
            <numerusform>%Ln ملف بداخله</numerusform>
            <numerusform>ملف واحد بداخله</numerusform>
            <numerusform>ملفان بداخله</numerusform>
            <numerusform>%Ln ملفات بداخله</numerusform>
            <numerusform>%Ln ملفًا بداخله</numerusform>
            <numerusform>%Ln ملف بداخله</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln ملاحظة</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%Ln ملاحظات</numerusform>
            <numerusform>%Ln ملاحظة</numerusform>
            <numerusform>%Ln ملاحظة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden or temporary file(s), such as ~$… of open workbooks, were left out.</source>
        <translation>
            <numerusform>تُرك %Ln ملف مخفي أو مؤقت، مثل ⁦~$…⁩ للمصنفات المفتوحة.</numerusform>
            <numerusform>تُرك ملف واحد مخفي أو مؤقت، مثل ⁦~$…⁩ لمصنف مفتوح.</numerusform>
            <numerusform>تُرك ملفان مخفيان أو مؤقتان، مثل ⁦~$…⁩ للمصنفات المفتوحة.</numerusform>
            <numerusform>تُركت %Ln ملفات مخفية أو مؤقتة، مثل ⁦~$…⁩ للمصنفات المفتوحة.</numerusform>
            <numerusform>تُرك %Ln ملفًا مخفيًا أو مؤقتًا، مثل ⁦~$…⁩ للمصنفات المفتوحة.</numerusform>
            <numerusform>تُرك %Ln ملف مخفي أو مؤقت، مثل ⁦~$…⁩ للمصنفات المفتوحة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What&apos;s inside</source>
        <translation>ماذا بداخله</translation>
    </message>
    <message>
        <source>Preview this file</source>
        <translation>معاينة هذا الملف</translation>
    </message>
    <message>
        <source>Reads a large file, which may take some seconds</source>
        <translation>يقرأ ملفًا كبيرًا، وقد يستغرق ذلك بضع ثوانٍ</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>الصفوف الأولى من الملف</translation>
    </message>
    <message>
        <source>This file is large, so it isn&apos;t previewed until you ask.</source>
        <translation>هذا الملف كبير، لذلك لن تُعرض معاينته إلا عندما تطلبها.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>تجري القراءة…</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>مجاميع الضبط</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The file is no longer there</source>
        <translation>لم يعد الملف موجودًا</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted. Find it and drop it again.</source>
        <translation>ربما نُقل أو أُعيدت تسميته أو حُذف. ابحث عنه وأفلته من جديد.</translation>
    </message>
    <message>
        <source>This is a link to a file that is not there</source>
        <translation>هذا رابط إلى ملف غير موجود</translation>
    </message>
    <message>
        <source>The link leads nowhere. Find the file itself and drop that.</source>
        <translation>لا يقود الرابط إلى شيء. ابحث عن الملف نفسه وأفلته.</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>هذا مجلد وليس ملفًا</translation>
    </message>
    <message>
        <source>Clear takes single files. Drop the files inside it, or put them into a zip file first.</source>
        <translation>يأخذ Clear ملفات مفردة. أفلت الملفات التي بداخله، أو ضعها أولًا في ملف zip.</translation>
    </message>
    <message>
        <source>This folder is empty</source>
        <translation>هذا المجلد فارغ</translation>
    </message>
    <message>
        <source>It holds no file, or only hidden and temporary ones. Drop the folder that the ledgers are in.</source>
        <translation>لا ملف فيه، أو ليس فيه إلا ملفات مخفية ومؤقتة. أفلت المجلد الذي فيه الدفاتر.</translation>
    </message>
    <message>
        <source>This is not an ordinary file</source>
        <translation>هذا ليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>It is a device or a connection between programs, which cannot be uploaded.</source>
        <translation>إنه جهاز أو اتصال بين برامج، ولا يمكن رفعه.</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>لا يمكن فتح الملف</translation>
    </message>
    <message>
        <source>You do not have permission to read it. Ask its owner for access, or save a copy in a folder of your own.</source>
        <translation>ليس لديك إذن بقراءته. اطلب الإذن من مالكه، أو احفظ نسخة منه في مجلد خاص بك.</translation>
    </message>
    <message>
        <source>Another program is using the file</source>
        <translation>برنامج آخر يستخدم الملف</translation>
    </message>
    <message>
        <source>It is probably open in Excel. Save it, close it there, and try again.</source>
        <translation>الأرجح أنه مفتوح في Excel. احفظه وأغلقه هناك، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The file is not on this computer yet</source>
        <translation>الملف ليس على هذا الحاسوب بعد</translation>
    </message>
    <message>
        <source>It is kept online only (OneDrive, iCloud or similar). Open it once, or choose “Always keep on this device”, and try again.</source>
        <translation>إنه محفوظ على الإنترنت فقط (OneDrive أو iCloud أو ما شابه). افتحه مرة واحدة، أو اختر «الاحتفاظ دائمًا على هذا الجهاز»، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The file could not be read to its end</source>
        <translation>تعذّرت قراءة الملف إلى نهايته</translation>
    </message>
    <message>
        <source>The disk or the network drive reported an error. Copy the file to this computer and drop the copy.</source>
        <translation>أبلغ القرص أو محرك أقراص الشبكة عن خطأ. انسخ الملف إلى هذا الحاسوب وأفلت النسخة.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>الملف فارغ</translation>
    </message>
    <message>
        <source>It holds no data at all. Export it again from your accounting program.</source>
        <translation>لا يحتوي على أي بيانات. صدّره مجددًا من برنامج المحاسبة.</translation>
    </message>
    <message>
        <source>The file is larger than 5 GB</source>
        <translation>الملف أكبر من خمسة غيغابايت</translation>
    </message>
    <message>
        <source>Clear&apos;s storage takes at most 5 GB in one file. Split the ledger, for example by month, and send the parts.</source>
        <translation>يأخذ مخزن Clear ملفًا لا يزيد على خمسة غيغابايت. قسّم الدفتر، حسب الشهر مثلًا، وأرسل الأجزاء.</translation>
    </message>
    <message>
        <source>This file hasn&apos;t finished downloading</source>
        <translation>لم يكتمل تنزيل هذا الملف بعد</translation>
    </message>
    <message>
        <source>Wait until your browser is done, or download it again. Then drop the finished file.</source>
        <translation>انتظر حتى ينتهي متصفحك، أو نزّله من جديد، ثم أفلت الملف المكتمل هنا.</translation>
    </message>
    <message>
        <source>This is a shortcut, not the file</source>
        <translation>هذا اختصار وليس الملف نفسه</translation>
    </message>
    <message>
        <source>Find the file that it points to, and drop that.</source>
        <translation>ابحث عن الملف الذي يشير إليه وأفلته هنا.</translation>
    </message>
    <message>
        <source>This is Excel&apos;s mark beside an open workbook</source>
        <translation>هذه علامة يضعها Excel بجانب مصنف مفتوح</translation>
    </message>
    <message>
        <source>The ledger is beside it, without “~$” in its name. Save and close it in Excel, then drop it.</source>
        <translation>الدفتر بجانبها، وليس في اسمه “~$”. احفظه وأغلقه في Excel ثم أفلته هنا.</translation>
    </message>
    <message>
        <source>This is one part of several</source>
        <translation>هذا جزء واحد من عدة أجزاء</translation>
    </message>
    <message>
        <source>The file was split. Join the parts in the program that made them, such as 7-Zip, then drop the result.</source>
        <translation>قُسّم الملف. اجمع الأجزاء بالبرنامج الذي أنشأها، مثل 7-Zip، ثم أفلت الناتج هنا.</translation>
    </message>
    <message>
        <source>The file is gone from the archive&apos;s window</source>
        <translation>اختفى الملف من نافذة الأرشيف</translation>
    </message>
    <message>
        <source>7-Zip, WinRAR and the like keep it only for a moment. Extract it to a folder, then drop it from there.</source>
        <translation>تحتفظ به برامج مثل 7-Zip و WinRAR للحظة فقط. استخرجه إلى مجلد ثم أفلته من هناك.</translation>
    </message>
    <message>
        <source>The extension is followed by characters you can&apos;t see</source>
        <translation>بعد الامتداد أحرف لا تُرى</translation>
    </message>
    <message>
        <source>The file name has no ending</source>
        <translation>ليس لاسم الملف امتداد</translation>
    </message>
    <message>
        <source>Clear needs a name that ends in .csv, .xlsx, .xls or .zip.</source>
        <translation>يجب أن ينتهي الاسم بـ ‎.csv أو ‎.xlsx أو ‎.xls أو ‎.zip حتى يقبله Clear.</translation>
    </message>
    <message>
        <source>Clear does not take {extension} files</source>
        <translation>لا يأخذ Clear ملفات {extension}</translation>
    </message>
    <message>
        <source>It takes .csv, .xlsx, .xls and .zip. Save or export the ledger as one of these.</source>
        <translation>يأخذ ‎.csv و ‎.xlsx و ‎.xls و ‎.zip فقط. احفظ الدفتر أو صدّره بإحدى هذه الصيغ.</translation>
    </message>
    <message>
        <source>The file was changed after it was checked</source>
        <translation>تغيّر الملف بعد فحصه</translation>
    </message>
    <message>
        <source>Nothing was kept from the earlier version. Finish editing, then press Retry.</source>
        <translation>لم يُحتفظ بشيء من النسخة السابقة. أكمل التعديل، ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>The name says {extension}, but the file is {what}</source>
        <translation>الاسم يقول {extension}، لكن الملف في الحقيقة {what}</translation>
    </message>
    <message>
        <source>Clear refuses files whose name and content differ. Open the file in the program that made it, and save or export it as .csv, .xlsx or .xls.</source>
        <translation>يرفض Clear الملفات التي يختلف اسمها عن محتواها. افتح الملف في البرنامج الذي أنشأه، واحفظه بصيغة ‎.csv أو ‎.xlsx أو ‎.xls، أو صدّره بإحداها.</translation>
    </message>
    <message>
        <source>Its content is fine; only the name is wrong. It can be sent as {better_name}. Your own file stays as it is.</source>
        <translation>محتواه سليم؛ الاسم وحده خاطئ. يمكن إرساله باسم {better_name}. ويبقى ملفك كما هو.</translation>
    </message>
    <message>
        <source>The workbook is protected with a password</source>
        <translation>المصنف محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>This workbook contains macros</source>
        <translation>يحتوي هذا المصنف على وحدات ماكرو</translation>
    </message>
    <message>
        <source>Clear does not take workbooks with macros (.xlsm). In Excel choose Save As, “Excel Workbook (.xlsx)”.</source>
        <translation>لا يأخذ Clear مصنفات فيها وحدات ماكرو (‎.xlsm). في Excel اختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>This is an Excel binary workbook (.xlsb)</source>
        <translation>هذا مصنف Excel ثنائي (‎.xlsb)</translation>
    </message>
    <message>
        <source>Clear does not take it. In Excel choose Save As, “Excel Workbook (.xlsx)”.</source>
        <translation>لا يأخذه Clear. في Excel اختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>This is an OpenDocument file, as LibreOffice saves it</source>
        <translation>هذا ملف OpenDocument، كما يحفظه LibreOffice</translation>
    </message>
    <message>
        <source>Clear does not take it. In LibreOffice choose Save As, “Excel 2007-365 (.xlsx)”.</source>
        <translation>لا يأخذه Clear. في LibreOffice اختر حفظ باسم، «Excel 2007-365 ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>This is a web page with another name</source>
        <translation>هذه صفحة ويب باسم آخر</translation>
    </message>
    <message>
        <source>Some portals export a web page and call it {extension}. Open it in Excel and choose Save As, “Excel Workbook (.xlsx)”. If it shows a sign-in page, download the ledger again.</source>
        <translation>تصدّر بعض البوابات صفحة ويب وتسميها {extension}. افتحها في Excel واختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)». وإذا ظهرت صفحة تسجيل دخول، فنزّل الدفتر من جديد.</translation>
    </message>
    <message>
        <source>This is an XML document with another name</source>
        <translation>هذا مستند XML باسم آخر</translation>
    </message>
    <message>
        <source>Open it in Excel and choose Save As, “Excel Workbook (.xlsx)”, then drop the new file.</source>
        <translation>افتحه في Excel واختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)»، ثم أفلت الملف الجديد.</translation>
    </message>
    <message>
        <source>The name says {extension}, but the file is plain text</source>
        <translation>الاسم يقول {extension}، لكن الملف نص عادي</translation>
    </message>
    <message>
        <source>This is a PDF document</source>
        <translation>هذا مستند PDF</translation>
    </message>
    <message>
        <source>Clear needs the figures themselves. Export the ledger as .csv or .xlsx from your accounting program.</source>
        <translation>يحتاج Clear إلى الأرقام نفسها. صدّر الدفتر بصيغة ‎.csv أو ‎.xlsx من برنامج المحاسبة.</translation>
    </message>
    <message>
        <source>This is a picture</source>
        <translation>هذه صورة</translation>
    </message>
    <message>
        <source>This is JSON data</source>
        <translation>هذه بيانات JSON</translation>
    </message>
    <message>
        <source>Clear does not take it here. Export the ledger as .csv or .xlsx instead.</source>
        <translation>لا يأخذها Clear هنا. صدّر الدفتر بصيغة ‎.csv أو ‎.xlsx بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete</source>
        <translation>الملف تالف أو غير مكتمل</translation>
    </message>
    <message>
        <source>It may have been cut off while it was copied or downloaded. Get it again, or export it again.</source>
        <translation>ربما انقطع أثناء النسخ أو التنزيل. احصل عليه من جديد، أو صدّره مرة أخرى.</translation>
    </message>
    <message>
        <source>This may not be what its name says</source>
        <translation>قد لا يكون هذا ما يقوله اسمه</translation>
    </message>
    <message>
        <source>It looks like {what}. Clear&apos;s own check may refuse it. Look at it before you send it anyway.</source>
        <translation>يبدو أنه {what}. قد يرفضه فحص Clear نفسه. راجعه قبل أن ترسله على أي حال.</translation>
    </message>
    <message>
        <source>This looks like a message, not a ledger</source>
        <translation>يبدو هذا رسالة وليس دفترًا</translation>
    </message>
    <message>
        <source>The portal or program may have sent it in place of the file, for example because you were signed out. Open it and read it. Then download or export the ledger again.</source>
        <translation>ربما أرسلها الموقع أو البرنامج بدل الملف، مثلًا لأنه تم تسجيل خروجك. افتحها واقرأها، ثم نزّل الدفتر أو صدّره من جديد.</translation>
    </message>
    <message>
        <source>The table seems to break off</source>
        <translation>يبدو أن الجدول ينقطع</translation>
    </message>
    <message>
        <source>Something that is not a row stands behind it, such as an error message or part of another file. Rows may be missing. Look at the end of the file, or export it again.</source>
        <translation>بعده شيء ليس صفًا، مثل رسالة خطأ أو جزء من ملف آخر. ربما تنقص صفوف. انظر إلى نهاية الملف أو صدّره من جديد.</translation>
    </message>
    <message>
        <source>This was sent before, on {day} as {name}</source>
        <translation>سبق إرسال هذا، في {day} باسم {name}</translation>
    </message>
    <message>
        <source>The content is the same to the last character, and this account has it at Clear already. Send it again only if you mean to.</source>
        <translation>المحتوى مطابق حتى آخر حرف، وهو لدى Clear بالفعل لهذا الحساب. لا ترسله مجددًا إلا إذا كنت تقصد ذلك.</translation>
    </message>
    <message>
        <source>Same as {name}, not sent</source>
        <translation>مطابق لـ {name}، لم يُرسل</translation>
    </message>
    <message>
        <source>Both files have the same content, for the same account. Only one of them is sent; send this one too only if Clear is to have it twice.</source>
        <translation>للملفين المحتوى نفسه وللحساب نفسه. يُرسل واحد منهما فقط؛ أرسل هذا أيضًا فقط إذا كان يجب أن يصل إلى Clear مرتين.</translation>
    </message>
    <message>
        <source>This workbook is from a very old Excel</source>
        <translation>هذا المصنف من إصدار قديم جدًا من Excel</translation>
    </message>
    <message>
        <source>Clear may not be able to read it. Better: open it in Excel, choose Save As, “Excel Workbook (.xlsx)”.</source>
        <translation>قد لا يستطيع Clear قراءته. الأفضل: افتحه في Excel واختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>The text holds characters that do not belong there</source>
        <translation>في النص حروف لا مكان لها فيه</translation>
    </message>
    <message>
        <source>Some programs leave them behind, and Clear may refuse the file. Better: export it again, or save it as .xlsx in Excel.</source>
        <translation>تتركها بعض البرامج، وقد يرفض Clear الملف. الأفضل: صدّره من جديد، أو احفظه بصيغة ‎.xlsx في Excel.</translation>
    </message>
    <message>
        <source>The zip file is protected with a password</source>
        <translation>ملف zip محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>Clear may not be able to open it. Better: make the zip file again without a password.</source>
        <translation>قد لا يستطيع Clear فتحه. الأفضل: أنشئ ملف zip من جديد دون كلمة مرور.</translation>
    </message>
    <message>
        <source>The zip file has nothing in it</source>
        <translation>ملف zip ليس فيه شيء</translation>
    </message>
    <message>
        <source>There is nothing that Clear could take from it. Make it again with the ledgers inside.</source>
        <translation>ليس فيه ما يمكن أن يأخذه Clear. أنشئه من جديد والدفاتر بداخله.</translation>
    </message>
    <message>
        <source>The zip file has nothing for Clear in it</source>
        <translation>لا يوجد في ملف zip ما يفيد Clear</translation>
    </message>
    <message>
        <source>This is {what}. Make it again with the ledgers inside.</source>
        <translation>هذا {what}. أنشئه من جديد وضع الدفاتر فيه.</translation>
    </message>
    <message>
        <source>A workbook in the zip file is locked</source>
        <translation>في ملف zip مصنف مقفل</translation>
    </message>
    <message>
        <source>It has a password or restricted access, so Clear can&apos;t open it. Unlock it in Excel, then zip it again.</source>
        <translation>له كلمة مرور أو وصول مقيّد، لذلك لا يستطيع Clear فتحه. ألغِ قفله في Excel ثم اضغطه من جديد.</translation>
    </message>
    <message>
        <source>No access token is set for this account</source>
        <translation>لم يُحدَّد رمز وصول لهذا الحساب</translation>
    </message>
    <message>
        <source>Open Settings and enter the token that Clear gave you (in Clear: Settings, Integrations).</source>
        <translation>افتح الإعدادات وأدخل الرمز الذي أعطاك إياه Clear (في Clear: ‏Settings ثم Integrations).</translation>
    </message>
    <message>
        <source>No integration ID is set for this account</source>
        <translation>لم يُحدَّد معرّف تكامل لهذا الحساب</translation>
    </message>
    <message>
        <source>Open Settings and enter the integration ID that Clear gave you. It has 36 characters.</source>
        <translation>افتح الإعدادات وأدخل معرّف التكامل الذي أعطاك إياه Clear. وهو من ستة وثلاثين حرفًا.</translation>
    </message>
    <message>
        <source>The address of Clear in the settings cannot be used</source>
        <translation>لا يمكن استخدام عنوان Clear المحدد في الإعدادات</translation>
    </message>
    <message>
        <source>It must begin with https:// and hold no user name, question mark or number sign. Correct it in Settings.</source>
        <translation>يجب أن يبدأ بـ ⁨https://⁩ وألا يحتوي على اسم مستخدم أو علامة استفهام أو علامة #. صحّحه في الإعدادات.</translation>
    </message>
    <message>
        <source>The computer&apos;s password store did not answer</source>
        <translation>لم يُجب مخزن كلمات المرور في الحاسوب</translation>
    </message>
    <message>
        <source>It may be waiting for you to unlock it. Look for its window, unlock it, and try again.</source>
        <translation>ربما ينتظر أن تفتح قفله. ابحث عن نافذته وافتح قفله، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The computer&apos;s password store cannot be used</source>
        <translation>لا يمكن استخدام مخزن كلمات المرور في الحاسوب</translation>
    </message>
    <message>
        <source>The computer&apos;s password store is locked</source>
        <translation>مخزن كلمات المرور في الحاسوب مقفل</translation>
    </message>
    <message>
        <source>This cannot be an access token</source>
        <translation>لا يمكن أن يكون هذا رمز وصول</translation>
    </message>
    <message>
        <source>{what} Copy the token again in Clear (Settings, Integrations) and paste it here.</source>
        <translation>{what} انسخ الرمز من جديد في Clear ‏(Settings ثم Integrations) وألصقه هنا.</translation>
    </message>
    <message>
        <source>The account that this file was for is no longer there</source>
        <translation>لم يعد الحساب الخاص بهذا الملف موجودًا</translation>
    </message>
    <message>
        <source>It was removed in Settings. Choose another account, and drop the file again.</source>
        <translation>تمت إزالته في الإعدادات. اختر حسابًا آخر وأفلت الملف من جديد.</translation>
    </message>
    <message>
        <source>LedgerDrop cannot write to its own folder</source>
        <translation>لا يستطيع LedgerDrop الكتابة في مجلده</translation>
    </message>
    <message>
        <source>It keeps its things in {path}, and may not write there, or the disk is full. Put that right, or ask your IT department.</source>
        <translation>يحتفظ بأشيائه في {path}، وليس له إذن بالكتابة هناك، أو القرص ممتلئ. أصلح ذلك، أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The settings could not be read in full</source>
        <translation>تعذّرت قراءة الإعدادات كاملة</translation>
    </message>
    <message>
        <source>What could not be read is kept in {path}. Check your accounts in Settings. Your tokens are not lost: they are not in that file.</source>
        <translation>ما تعذّرت قراءته محفوظ في {path}. راجع حساباتك في الإعدادات. رموزك لم تُفقد: فهي ليست في ذلك الملف.</translation>
    </message>
    <message>
        <source>The settings come from a newer LedgerDrop</source>
        <translation>الإعدادات من إصدار أحدث من LedgerDrop</translation>
    </message>
    <message>
        <source>{path} is left as it is, and nothing of it is used. What you change now is kept until you close LedgerDrop. Install the newer version again to use your settings.</source>
        <translation>تُرك {path} كما هو، ولا يُستخدم منه شيء. ما تغيّره الآن يبقى حتى تغلق LedgerDrop. ثبّت الإصدار الأحدث من جديد لاستخدام إعداداتك.</translation>
    </message>
    <message>
        <source>The settings could not be opened</source>
        <translation>تعذّر فتح الإعدادات</translation>
    </message>
    <message>
        <source>LedgerDrop may not read {path}. Nothing was changed there. Ask your IT department to give you access.</source>
        <translation>ليس لـ LedgerDrop إذن بقراءة {path}. لم يتغير شيء هناك. اطلب من قسم تقنية المعلومات أن يمنحك الإذن.</translation>
    </message>
    <message>
        <source>This file of accounts cannot be used</source>
        <translation>لا يمكن استخدام ملف الحسابات هذا</translation>
    </message>
    <message>
        <source>{what} Nothing was added. Ask the person who gave you the file for a new one.</source>
        <translation>{what} لم يُضف شيء. اطلب ملفًا جديدًا ممن أعطاك إياه.</translation>
    </message>
    <message>
        <source>Account {number} in it is wrong: {what}. Nothing was added. Ask the person who gave you the file for a new one.</source>
        <translation>الحساب {number} فيه خاطئ: {what}. لم يُضف شيء. اطلب ملفًا جديدًا ممن أعطاك إياه.</translation>
    </message>
    <message>
        <source>What your IT department has set up could not be used</source>
        <translation>تعذّر استخدام ما أعدّه قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>Something that your IT department has set up cannot be used</source>
        <translation>شيء مما أعدّه قسم تقنية المعلومات لا يمكن استخدامه</translation>
    </message>
    <message>
        <source>This is about “{name}” in {path}. {what} Everything else there is used. Show this to your IT department.</source>
        <translation>يتعلق هذا بـ «{name}» في {path}. {what} وكل ما عداه هناك مستخدم. اعرض هذا على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>An account that your IT department has set up cannot be used</source>
        <translation>حساب أعدّه قسم تقنية المعلومات لا يمكن استخدامه</translation>
    </message>
    <message>
        <source>Account {number} in {path} is wrong: {what}. Everything else there is used. Show this to your IT department.</source>
        <translation>الحساب رقم {number} في {path} غير صحيح: {what}. وكل ما عداه هناك مستخدم. اعرض هذا على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>تعذّرت كتابة الملف</translation>
    </message>
    <message>
        <source>{path} may be on a full or read-only disk, or in a folder that is not yours. Choose another place.</source>
        <translation>ربما يكون {path} على قرص ممتلئ أو للقراءة فقط، أو في مجلد ليس لك. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Clear did not accept the access token</source>
        <translation>لم يقبل Clear رمز الوصول</translation>
    </message>
    <message>
        <source>It may be an old one, or belong to another account. Get the current token from Clear and enter it for this account.</source>
        <translation>ربما كان رمزًا قديمًا، أو يخص حسابًا آخر. احصل على الرمز الحالي من Clear وأدخله لهذا الحساب.</translation>
    </message>
    <message>
        <source>Clear does not allow this account to upload</source>
        <translation>لا يسمح Clear لهذا الحساب بالرفع</translation>
    </message>
    <message>
        <source>The token and the integration ID may not belong together, or this network is not allowed. Check both in Settings, or ask the person who manages Clear for you.</source>
        <translation>ربما لا ينتمي الرمز ومعرّف التكامل أحدهما إلى الآخر، أو أن هذه الشبكة غير مسموح بها. راجعهما في الإعدادات، أو اسأل من يدير Clear لديكم.</translation>
    </message>
    <message>
        <source>Clear did not accept the request</source>
        <translation>لم يقبل Clear الطلب</translation>
    </message>
    <message>
        <source>Clear did not accept this file name</source>
        <translation>لم يقبل Clear اسم الملف هذا</translation>
    </message>
    <message>
        <source>A filter before Clear refused this request</source>
        <translation>رفض مرشّحٌ يسبق Clear هذا الطلب</translation>
    </message>
    <message>
        <source>It may object to the file&apos;s name or content. Try another name, or ask your IT department to allow it. Your other files are not affected.</source>
        <translation>ربما يعترض على اسم الملف أو محتواه. جرّب اسمًا آخر، أو اطلب من قسم تقنية المعلومات السماح به. لا يؤثر هذا في ملفاتك الأخرى.</translation>
    </message>
    <message>
        <source>Clear asks us to wait</source>
        <translation>يطلب Clear أن ننتظر</translation>
    </message>
    <message>
        <source>Too many requests came in a short time. Nothing is wrong with the file.</source>
        <translation>وردت طلبات كثيرة في وقت قصير. الملف سليم.</translation>
    </message>
    <message>
        <source>Clear has a problem at the moment</source>
        <translation>لدى Clear مشكلة في الوقت الحالي</translation>
    </message>
    <message>
        <source>Nothing is wrong with your file. If it does not pass within the hour, tell Clear&apos;s support.</source>
        <translation>ملفك سليم. إذا لم تزُل المشكلة خلال ساعة، فأخبر دعم Clear.</translation>
    </message>
    <message>
        <source>Clear said no</source>
        <translation>أجاب Clear بالرفض</translation>
    </message>
    <message>
        <source>Clear answered in a way we do not know</source>
        <translation>أجاب Clear بطريقة لا نعرفها</translation>
    </message>
    <message>
        <source>Check the address in Settings. If it is right, send what stands under Details to Clear&apos;s support.</source>
        <translation>راجع العنوان في الإعدادات. وإن كان صحيحًا، فأرسل ما في التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>The answer was not one that Clear gives</source>
        <translation>لم يكن الجواب من أجوبة Clear</translation>
    </message>
    <message>
        <source>Something in between may have answered instead, or the address in Settings is not Clear&apos;s. Check both.</source>
        <translation>ربما أجاب شيء ما في الطريق بدلًا منه، أو أن العنوان في الإعدادات ليس عنوان Clear. راجع الأمرين.</translation>
    </message>
    <message>
        <source>The answer was far too long</source>
        <translation>كان الجواب طويلًا جدًا</translation>
    </message>
    <message>
        <source>This is not how Clear answers. Check the address in Settings.</source>
        <translation>لا يجيب Clear هكذا. راجع العنوان في الإعدادات.</translation>
    </message>
    <message>
        <source>Clear did not finish its answer in time</source>
        <translation>لم يُكمل Clear جوابه في الوقت المحدد</translation>
    </message>
    <message>
        <source>The connection or Clear is very slow at the moment.</source>
        <translation>الاتصال أو Clear بطيء جدًا في الوقت الحالي.</translation>
    </message>
    <message>
        <source>The address to upload to is not safe</source>
        <translation>عنوان الرفع غير آمن</translation>
    </message>
    <message>
        <source>Clear should name an https address, and did not. To protect your ledger nothing was sent. Tell Clear&apos;s support.</source>
        <translation>كان على Clear أن يعطي عنوان https ولم يفعل. لحماية دفترك لم يُرسل شيء. أخبر دعم Clear.</translation>
    </message>
    <message>
        <source>Clear gave an upload address that cannot be used</source>
        <translation>أعطى Clear عنوان رفع لا يمكن استخدامه</translation>
    </message>
    <message>
        <source>It would lose its permission on the way, so nothing was sent. This is a problem at Clear: send what stands under Details to Clear&apos;s support.</source>
        <translation>كان سيفقد إذنه في الطريق، فلم يُرسل شيء. هذه مشكلة لدى Clear: أرسل ما يرد تحت «التفاصيل» إلى دعم Clear.</translation>
    </message>
    <message>
        <source>There is no network at the moment</source>
        <translation>لا توجد شبكة في الوقت الحالي</translation>
    </message>
    <message>
        <source>Sending goes on by itself as soon as the connection is back.</source>
        <translation>يستمر الإرسال من تلقاء نفسه حالما يعود الاتصال.</translation>
    </message>
    <message>
        <source>The computer {host} could not be found</source>
        <translation>تعذّر العثور على الحاسوب {host}</translation>
    </message>
    <message>
        <source>Check that you are connected to the internet, and the address in Settings.</source>
        <translation>تأكد من اتصالك بالإنترنت، ومن العنوان في الإعدادات.</translation>
    </message>
    <message>
        <source>No connection to {host}</source>
        <translation>لا اتصال بـ {host}</translation>
    </message>
    <message>
        <source>It, or a firewall on the way, refused the connection. If it stays so, ask your IT department to allow it.</source>
        <translation>رفض الاتصالَ هو أو جدار حماية في الطريق. إذا بقي الأمر كذلك، فاطلب من قسم تقنية المعلومات السماح به.</translation>
    </message>
    <message>
        <source>No answer from {host}</source>
        <translation>لا جواب من {host}</translation>
    </message>
    <message>
        <source>The network may be down, or a firewall may block the way. If it stays so, ask your IT department.</source>
        <translation>ربما تعطلت الشبكة، أو أن جدار حماية يسد الطريق. إذا بقي الأمر كذلك، فاسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost</source>
        <translation>انقطع الاتصال بـ {host}</translation>
    </message>
    <message>
        <source>Nothing counts as sent. This happens on busy or weak networks.</source>
        <translation>لا يُعدّ شيء مُرسلًا. يحدث هذا في الشبكات المزدحمة أو الضعيفة.</translation>
    </message>
    <message>
        <source>The upload came to a standstill</source>
        <translation>توقف الرفع في منتصفه</translation>
    </message>
    <message>
        <source>For {seconds} seconds nothing could be sent. The file was not uploaded.</source>
        <translation>لم يمكن إرسال شيء مدة {seconds} ثانية. لم يُرفع الملف.</translation>
    </message>
    <message>
        <source>Everything was sent, but Clear did not confirm it</source>
        <translation>تم إرسال كل شيء، لكن Clear لم يؤكده</translation>
    </message>
    <message>
        <source>Without a confirmation the file does not count as uploaded. Sending it again does no harm.</source>
        <translation>من دون تأكيد لا يُعدّ الملف مرفوعًا. ولا ضرر في إرساله مجددًا.</translation>
    </message>
    <message>
        <source>The identity of {host} cannot be verified</source>
        <translation>لا يمكن التحقق من هوية {host}</translation>
    </message>
    <message>
        <source>Its certificate comes from an issuer that this computer does not trust. In a company network, ask IT to install the company&apos;s certificate on this computer. Nothing was sent.</source>
        <translation>شهادته صادرة عن جهة لا يثق بها هذا الحاسوب. في شبكة الشركة، اطلب من قسم تقنية المعلومات تثبيت شهادة الشركة على هذا الحاسوب. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid today</source>
        <translation>شهادة {host} غير صالحة اليوم</translation>
    </message>
    <message>
        <source>Check that this computer&apos;s date and time are right. If they are, tell IT. Nothing was sent.</source>
        <translation>تأكد من صحة التاريخ والوقت في هذا الحاسوب. وإن كانا صحيحين، فأخبر قسم تقنية المعلومات. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Another computer answered instead of {host}</source>
        <translation>أجاب حاسوب آخر بدلًا من {host}</translation>
    </message>
    <message>
        <source>Its certificate is for a different name. Check the address in Settings, or ask IT. Nothing was sent.</source>
        <translation>شهادته لاسم مختلف. راجع العنوان في الإعدادات، أو اسأل قسم تقنية المعلومات. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>No secure connection to {host}</source>
        <translation>لا اتصال آمن بـ {host}</translation>
    </message>
    <message>
        <source>The encryption could not be agreed on. A firewall or virus scanner may be in the way.</source>
        <translation>تعذّر الاتفاق على التشفير. قد يكون جدار حماية أو برنامج مكافحة فيروسات في الطريق.</translation>
    </message>
    <message>
        <source>{host} asks for a certificate of this computer</source>
        <translation>يطلب {host} شهادة من هذا الحاسوب</translation>
    </message>
    <message>
        <source>LedgerDrop cannot show one. A company firewall may be asking for it. Ask your IT department to allow {host} without a certificate.</source>
        <translation>لا يستطيع LedgerDrop تقديم شهادة. ربما يطلبها جدار حماية الشركة. اطلب من قسم تقنية المعلومات السماح بـ {host} دون شهادة.</translation>
    </message>
    <message>
        <source>{host} accepts only HTTP/2</source>
        <translation>لا يقبل {host} إلا HTTP/2</translation>
    </message>
    <message>
        <source>LedgerDrop speaks HTTP/1.1, as Clear does. Something in between may be set up wrongly. Tell your IT department.</source>
        <translation>يستخدم LedgerDrop البروتوكول HTTP/1.1 كما يفعل Clear. ربما ضُبط شيء ما في الطريق ضبطًا خاطئًا. أخبر قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The file of trusted certificates cannot be used</source>
        <translation>لا يمكن استخدام ملف الشهادات الموثوق بها</translation>
    </message>
    <message>
        <source>{variable} names {path}, which is missing or holds no certificates. Correct or remove that setting.</source>
        <translation>يشير {variable} إلى {path}، وهو غير موجود أو لا يحتوي على شهادات. صحّح هذا الإعداد أو أزله.</translation>
    </message>
    <message>
        <source>The company proxy {host} does not answer</source>
        <translation>لا يجيب وكيل الشركة {host}</translation>
    </message>
    <message>
        <source>Check that you are in the company network or its VPN, or ask IT.</source>
        <translation>تأكد من أنك في شبكة الشركة أو شبكتها الافتراضية VPN، أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>No connection to {host} through the company proxy</source>
        <translation>لا اتصال بـ {host} عبر وكيل الشركة</translation>
    </message>
    <message>
        <source>{host} may be down, or the proxy can&apos;t reach it. LedgerDrop tries again by itself. If it keeps happening, ask your IT department.</source>
        <translation>قد يكون {host} متوقفًا، أو لا يستطيع الوكيل الوصول إليه. يعيد LedgerDrop المحاولة تلقائيًا. إذا تكرر ذلك، فاسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>No secure connection to the company proxy {host}</source>
        <translation>لا اتصال آمن بوكيل الشركة {host}</translation>
    </message>
    <message>
        <source>It may not use https. Try its address with http:// in Settings, under Network, or ask IT.</source>
        <translation>ربما لا يستخدم https. جرّب عنوانه مع ⁨http://⁩ في الإعدادات، ضمن «الشبكة»، أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The company proxy {host} does not use https</source>
        <translation>وكيل الشركة {host} لا يستخدم https</translation>
    </message>
    <message>
        <source>Change its address to http:// in Settings, under Network. If it comes from this computer&apos;s settings, ask IT.</source>
        <translation>غيّر عنوانه إلى ⁨http://⁩ في الإعدادات، ضمن «الشبكة». وإن كان مصدره إعدادات هذا الحاسوب، فاسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The identity of the company proxy {host} cannot be verified</source>
        <translation>تعذّر التحقق من هوية وكيل الشركة {host}</translation>
    </message>
    <message>
        <source>This computer does not trust the issuer of the proxy&apos;s certificate. Ask IT to install the company&apos;s certificate on this computer. Nothing was sent.</source>
        <translation>لا يثق هذا الحاسوب بالجهة التي أصدرت شهادة الوكيل. اطلب من قسم تقنية المعلومات تثبيت شهادة الشركة على هذا الحاسوب. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The certificate of the company proxy is not for {host}</source>
        <translation>شهادة وكيل الشركة ليست لـ {host}</translation>
    </message>
    <message>
        <source>The proxy has another name in its certificate. Enter that name in Settings, under Network, or ask IT. Nothing was sent.</source>
        <translation>في شهادة الوكيل اسم آخر. أدخل ذلك الاسم في الإعدادات، ضمن «الشبكة»، أو اسأل قسم تقنية المعلومات. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The company proxy asks for a user name and password</source>
        <translation>يطلب وكيل الشركة اسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>Enter them in Settings, under Network.</source>
        <translation>أدخلهما في الإعدادات، ضمن «الشبكة».</translation>
    </message>
    <message>
        <source>The company proxy wants a sign-in that LedgerDrop cannot give</source>
        <translation>يريد وكيل الشركة تسجيل دخول لا يستطيعه LedgerDrop</translation>
    </message>
    <message>
        <source>It accepts only {kinds}. Ask IT to let this computer reach {host} without signing in, or to allow the method “Basic” as well.</source>
        <translation>لا يقبل إلا {kinds}. اطلب من قسم تقنية المعلومات أن يتيح لهذا الحاسوب الوصول إلى {host} دون تسجيل دخول، أو أن يسمح بطريقة «Basic» أيضًا.</translation>
    </message>
    <message>
        <source>The company proxy does not let us through</source>
        <translation>لا يسمح لنا وكيل الشركة بالمرور</translation>
    </message>
    <message>
        <source>Ask IT to allow connections to {host}.</source>
        <translation>اطلب من قسم تقنية المعلومات السماح بالاتصال بـ {host}.</translation>
    </message>
    <message>
        <source>The address of the proxy cannot be used</source>
        <translation>لا يمكن استخدام عنوان الوكيل</translation>
    </message>
    <message>
        <source>It should look like http://proxy.example.com:8080. Correct it in Settings, under Network, or ask IT: it may come from the settings of this computer.</source>
        <translation>ينبغي أن يكون مثل ⁨http://proxy.example.com:8080⁩ تمامًا. صحّحه في الإعدادات، ضمن «الشبكة»، أو اسأل قسم تقنية المعلومات: فقد يأتي من إعدادات هذا الحاسوب.</translation>
    </message>
    <message>
        <source>A web page answered instead of Clear</source>
        <translation>أجابت صفحة ويب بدلًا من Clear</translation>
    </message>
    <message>
        <source>We were sent to another address</source>
        <translation>تم توجيهنا إلى عنوان آخر</translation>
    </message>
    <message>
        <source>This network may want you to sign in first (open any web page in your browser), or the address in Settings is not Clear&apos;s. Nothing was sent there.</source>
        <translation>ربما تريد هذه الشبكة أن تسجل الدخول أولًا (افتح أي صفحة ويب في متصفحك)، أو أن العنوان في الإعدادات ليس عنوان Clear. لم يُرسل شيء إلى هناك.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage refused the upload</source>
        <translation>رفض مخزن Clear الرفع</translation>
    </message>
    <message>
        <source>Permission for this upload was not granted. If it happens again, tell Clear&apos;s support.</source>
        <translation>لم يُمنح الإذن لهذا الرفع. إذا تكرر ذلك، فأخبر دعم Clear.</translation>
    </message>
    <message>
        <source>The permission for this upload ran out</source>
        <translation>انتهت مدة الإذن لهذا الرفع</translation>
    </message>
    <message>
        <source>Clear gives one hour for each upload. Press Retry to get a new permission.</source>
        <translation>يعطي Clear ساعة واحدة لكل رفع. اضغط «إعادة المحاولة» للحصول على إذن جديد.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage did not accept the permission</source>
        <translation>لم يقبل مخزن Clear الإذن</translation>
    </message>
    <message>
        <source>A proxy may have changed the request on its way. If it happens again, tell Clear&apos;s support and IT.</source>
        <translation>ربما غيّر وكيلٌ الطلبَ في الطريق. إذا تكرر ذلك، فأخبر دعم Clear وقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>ساعة هذا الحاسوب غير صحيحة</translation>
    </message>
    <message>
        <source>Uploads work only with the right date and time. Turn on automatic time in the computer&apos;s settings.</source>
        <translation>لا يعمل الرفع إلا بتاريخ ووقت صحيحين. فعّل الوقت التلقائي في إعدادات الحاسوب.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs from Clear&apos;s</source>
        <translation>تختلف ساعة هذا الحاسوب عن ساعة Clear</translation>
    </message>
    <message>
        <source>Clear&apos;s storage refused the upload for its time. Turn on automatic time in the computer&apos;s settings, and press Retry.</source>
        <translation>رفضت مساحة تخزين Clear الرفع بسبب وقته. فعّل الوقت التلقائي في إعدادات الحاسوب، ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>Something else answered instead of Clear&apos;s storage</source>
        <translation>أجاب شيء آخر بدلًا من مساحة تخزين Clear</translation>
    </message>
    <message>
        <source>This is usually your company&apos;s filter, or a network that wants you to sign in first (open any web page in your browser). Read what it says, and show it to your IT department. Nothing counts as uploaded.</source>
        <translation>يكون هذا عادةً مرشّح شركتك، أو شبكة تريد أن تسجّل الدخول أولًا (افتح أي صفحة ويب في متصفحك). اقرأ ما تقوله، وأرِه لقسم تقنية المعلومات. لا يُعدّ شيء مرفوعًا.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage cannot be reached at the moment</source>
        <translation>لا يمكن الوصول إلى مساحة تخزين Clear حاليًا</translation>
    </message>
    <message>
        <source>Something in between, such as a gateway or your company&apos;s filter, answered in its place. LedgerDrop tries again by itself. If it keeps happening, show what it says to your IT department.</source>
        <translation>أجاب بدلًا منها شيءٌ في الطريق، مثل بوابة أو مرشّح شركتك. يعيد LedgerDrop المحاولة تلقائيًا. إذا تكرر ذلك، فأرِ قسم تقنية المعلومات ما يقوله.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage sent us elsewhere</source>
        <translation>أحالتنا مساحة تخزين Clear إلى مكان آخر</translation>
    </message>
    <message>
        <source>LedgerDrop sends your ledger only where Clear told it to. This is a problem at Clear: send what stands under Details to Clear&apos;s support.</source>
        <translation>لا يرسل LedgerDrop دفترك إلا إلى حيث قال Clear. هذه مشكلة لدى Clear: أرسل ما يرد تحت «التفاصيل» إلى دعم Clear.</translation>
    </message>
    <message>
        <source>The file name is too long for Clear&apos;s storage</source>
        <translation>اسم الملف أطول مما تقبله مساحة تخزين Clear</translation>
    </message>
    <message>
        <source>Give the file a shorter name, and drop it again.</source>
        <translation>أعطِ الملف اسمًا أقصر، ثم أفلته مرة أخرى.</translation>
    </message>
    <message>
        <source>The file is too large for Clear&apos;s storage</source>
        <translation>الملف أكبر مما يقبله مخزن Clear</translation>
    </message>
    <message>
        <source>Split the ledger, for example by month, and send the parts.</source>
        <translation>قسّم الدفتر، حسب الشهر مثلًا، وأرسل الأجزاء.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage is busy</source>
        <translation>مخزن Clear مشغول</translation>
    </message>
    <message>
        <source>Nothing is wrong with your file.</source>
        <translation>ملفك سليم.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage has a problem at the moment</source>
        <translation>لدى مخزن Clear مشكلة في الوقت الحالي</translation>
    </message>
    <message>
        <source>Clear&apos;s storage does not know the place for this file</source>
        <translation>لا يعرف مخزن Clear مكان هذا الملف</translation>
    </message>
    <message>
        <source>This is a problem at Clear. Send what stands under Details to Clear&apos;s support.</source>
        <translation>هذه مشكلة لدى Clear. أرسل ما في التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage did not accept the file</source>
        <translation>لم يقبل مخزن Clear الملف</translation>
    </message>
    <message>
        <source>Read its answer under Details, and send it to Clear&apos;s support.</source>
        <translation>اقرأ جوابه في التفاصيل، وأرسله إلى دعم Clear.</translation>
    </message>
    <message>
        <source>We cannot tell whether the file arrived</source>
        <translation>لا نستطيع أن نعرف هل وصل الملف</translation>
    </message>
    <message>
        <source>The answer was not one that Clear&apos;s storage gives, so the file does not count as uploaded. Something in between may have answered instead.</source>
        <translation>لم يكن الجواب من أجوبة مخزن Clear، ولذلك لا يُعدّ الملف مرفوعًا. ربما أجاب شيء ما في الطريق بدلًا منه.</translation>
    </message>
    <message>
        <source>Clear&apos;s permission was given to another file already</source>
        <translation>سبق أن مُنح إذن Clear هذا لملف آخر</translation>
    </message>
    <message>
        <source>Something between this computer and Clear repeats old answers, probably a web cache. Nothing was sent, as it would have replaced the other file. Try again later, or tell whoever looks after your network.</source>
        <translation>شيء ما بين هذا الكمبيوتر وClear يكرر ردودًا قديمة، وهو على الأرجح ذاكرة تخزين مؤقت للويب. لم يُرسل شيء، لأنه كان سيحل محل الملف الآخر. حاول لاحقًا، أو أخبر المسؤول عن شبكتك.</translation>
    </message>
    <message>
        <source>An earlier file of this name is still to be imported</source>
        <translation>لا يزال ملف سابق بهذا الاسم في انتظار الاستيراد</translation>
    </message>
    <message>
        <source>Clear gave both files the same place, and this one would replace the other before it is imported. Send it once the other one is imported, or under another name.</source>
        <translation>أعطى Clear الملفين المكان نفسه، وكان هذا الملف سيحل محل الآخر قبل استيراده. أرسله بعد استيراد الآخر، أو باسم آخر.</translation>
    </message>
    <message>
        <source>Storage&apos;s answer lacks the proof that it gives for other files, so the file does not count as uploaded. Try again. If it stays so, tell whoever looks after your network.</source>
        <translation>لا يحمل رد وحدة التخزين الدليل الذي تقدمه للملفات الأخرى، لذلك لا يُعد الملف مرفوعًا. حاول مرة أخرى، وإن تكرر ذلك فأخبر المسؤول عن شبكتك.</translation>
    </message>
    <message>
        <source>The file was damaged on its way</source>
        <translation>تضرر الملف في الطريق</translation>
    </message>
    <message>
        <source>Clear&apos;s storage noticed and did not keep it. Nothing is wrong with your own file.</source>
        <translation>لاحظ مخزن Clear ذلك ولم يحتفظ به. ملفك الأصلي سليم.</translation>
    </message>
    <message>
        <source>What arrived is not what was sent</source>
        <translation>ما وصل ليس ما تم إرساله</translation>
    </message>
    <message>
        <source>Clear&apos;s storage reports different content. Do not rely on this upload: send the file again, and tell Clear&apos;s support if it stays so.</source>
        <translation>يُبلغ مخزن Clear عن محتوى مختلف. لا تعتمد على هذا الرفع: أرسل الملف من جديد، وأخبر دعم Clear إذا بقي الأمر كذلك.</translation>
    </message>
    <message>
        <source>Clear may have received it</source>
        <translation>ربما استلمه Clear</translation>
    </message>
    <message>
        <source>Clear did not take the file in</source>
        <translation>لم يُدخل Clear الملف</translation>
    </message>
    <message>
        <source>Clear does not know this task</source>
        <translation>لا يعرف Clear هذه المهمة</translation>
    </message>
    <message>
        <source>Check in Clear whether the file was taken in. If not, send what stands under Details to Clear&apos;s support.</source>
        <translation>تأكد في Clear من إدخال الملف. فإن لم يُدخل، فأرسل ما في التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>Clear does not tell this account how far it is</source>
        <translation>لا يخبر Clear هذا الحساب إلى أين وصل</translation>
    </message>
    <message>
        <source>The token may belong to another workspace than before. Check it in Settings, or look in Clear whether the file was taken in.</source>
        <translation>ربما يكون الرمز لمساحة عمل غير السابقة. راجعه في الإعدادات، أو انظر في Clear هل تم إدخال الملف.</translation>
    </message>
    <message>
        <source>The account that handed it over is no longer there</source>
        <translation>لم يعد الحساب الذي سلّمه موجودًا</translation>
    </message>
    <message>
        <source>It was removed in Settings. Look in Clear whether the file was taken in.</source>
        <translation>تمت إزالته في الإعدادات. انظر في Clear هل تم إدخال الملف.</translation>
    </message>
    <message>
        <source>Clear is still working on it</source>
        <translation>ما زال Clear يعمل عليه</translation>
    </message>
    <message>
        <source>We no longer ask by ourselves how far it is. Check again later, here or in Clear.</source>
        <translation>لم نعد نسأل تلقائيًا إلى أين وصل. راجعه لاحقًا، هنا أو في Clear.</translation>
    </message>
    <message>
        <source>Uploaded, but its batch is not complete</source>
        <translation>رُفع، لكن دفعته غير مكتملة</translation>
    </message>
    <message>
        <source>{name} did not arrive, so Clear was not asked to take in any file of the batch. Send that one again, or remove it.</source>
        <translation>لم يصل {name}، ولذلك لم يُطلب من Clear إدخال أي ملف من الدفعة. أرسله من جديد، أو أزله.</translation>
    </message>
    <message>
        <source>Clear does not allow this account to have files taken in</source>
        <translation>لا يسمح Clear لهذا الحساب بإدخال الملفات</translation>
    </message>
    <message>
        <source>They are uploaded, and wait. Ask the person who manages Clear for you to allow it. Where nothing is to follow, say so for these files under “After the upload”.</source>
        <translation>رُفعت الملفات وهي تنتظر. اطلب ممن يدير Clear عندكم أن يسمح بذلك. وإن كان لا ينبغي أن يتبع الرفع شيء، فاختر ذلك لهذه الملفات ضمن «بعد الرفع».</translation>
    </message>
    <message>
        <source>Uploaded, but Clear was not asked to take it in</source>
        <translation>رُفع، لكن لم يُطلب من Clear إدخاله</translation>
    </message>
    <message>
        <source>LedgerDrop could not note that down first, and might then ask twice after a crash. Make room on the disk, or check its rights, and ask again.</source>
        <translation>لم يستطع LedgerDrop تدوين ذلك أولًا، وقد يطلبه مرتين بعد توقف مفاجئ. أخلِ مساحة على القرص، أو راجع صلاحياته، ثم اطلب من جديد.</translation>
    </message>
    <message>
        <source>The list of earlier uploads was damaged</source>
        <translation>كانت قائمة عمليات الرفع السابقة تالفة</translation>
    </message>
    <message>
        <source>LedgerDrop set it aside as {name} and began a new one. Drop the files again that were still waiting; look in Clear for what had arrived already.</source>
        <translation>وضعها LedgerDrop جانبًا باسم {name} وبدأ قائمة جديدة. أفلت من جديد الملفات التي كانت تنتظر؛ وانظر في Clear ما وصل منها.</translation>
    </message>
    <message>
        <source>The list of uploads is damaged</source>
        <translation>قائمة عمليات الرفع تالفة</translation>
    </message>
    <message>
        <source>You can send files, but they are no longer recorded. Close LedgerDrop and open it again: it then sets the damaged list aside and begins a new one.</source>
        <translation>يمكنك إرسال الملفات، لكنها لم تعد تُسجَّل. أغلق LedgerDrop وافتحه من جديد: فيضع القائمة التالفة جانبًا ويبدأ قائمة جديدة.</translation>
    </message>
    <message>
        <source>The list of uploads was made by a newer LedgerDrop</source>
        <translation>قائمة عمليات الرفع من إصدار أحدث من LedgerDrop</translation>
    </message>
    <message>
        <source>It was left as it is. You can send files, but this version cannot show the earlier ones, and forgets its own when you close it. Install the newest LedgerDrop.</source>
        <translation>تُركت كما هي. يمكنك إرسال الملفات، لكن هذا الإصدار لا يستطيع عرض السابقة، وينسى قائمته عند إغلاقه. ثبّت أحدث إصدار من LedgerDrop.</translation>
    </message>
    <message>
        <source>Another program is using the list of uploads</source>
        <translation>برنامج آخر يستخدم قائمة عمليات الرفع</translation>
    </message>
    <message>
        <source>It may be LedgerDrop itself, open in another session of yours, or a backup. You can send files, but the list is forgotten when you close LedgerDrop.</source>
        <translation>ربما يكون LedgerDrop نفسه مفتوحًا في جلسة أخرى لك، أو نسخًا احتياطيًا. يمكنك إرسال الملفات، لكن القائمة تُنسى عند إغلاق LedgerDrop.</translation>
    </message>
    <message>
        <source>The list of uploads cannot be saved</source>
        <translation>لا يمكن حفظ قائمة عمليات الرفع</translation>
    </message>
    <message>
        <source>LedgerDrop may not write in {folder}, or the disk is full. You can send files, but the list is forgotten when you close LedgerDrop. Put that right, or ask IT.</source>
        <translation>ليس لـ LedgerDrop إذن بالكتابة في {folder}، أو القرص ممتلئ. يمكنك إرسال الملفات، لكن القائمة تُنسى عند إغلاق LedgerDrop. أصلح ذلك، أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Clear was not asked to import the file</source>
        <translation>لم يُطلب من Clear استيراد الملف</translation>
    </message>
    <message>
        <source>The file is uploaded, but the request could not be noted in {folder} first, so a later run might have asked twice. Free some space or allow writing there, then send the file again.</source>
        <translation>رُفع الملف، لكن تعذر تدوين الطلب أولًا في {folder}، فربما كان تشغيل لاحق سيطلبه مرتين. أخلِ بعض المساحة أو اسمح بالكتابة هناك، ثم أرسل الملف مرة أخرى.</translation>
    </message>
    <message>
        <source>The list of uploads cannot be saved: the disk is full</source>
        <translation>لا يمكن حفظ قائمة عمليات الرفع: القرص ممتلئ</translation>
    </message>
    <message>
        <source>You can send files. Free some space before you close LedgerDrop, so that the list is not lost.</source>
        <translation>يمكنك إرسال الملفات. أخلِ بعض المساحة قبل إغلاق LedgerDrop حتى لا تضيع القائمة.</translation>
    </message>
    <message>
        <source>The receipts could not be saved as {path}</source>
        <translation>تعذّر حفظ الإيصالات باسم {path}</translation>
    </message>
    <message>
        <source>The file may be open in Excel, the disk full, or the folder protected. Close the file, or choose another place.</source>
        <translation>ربما يكون الملف مفتوحًا في Excel، أو القرص ممتلئًا، أو المجلد محميًا. أغلق الملف، أو اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>LedgerDrop could not find out whether there is a newer version</source>
        <translation>تعذّرت معرفة ما إذا كان هناك إصدار أحدث</translation>
    </message>
    <message>
        <source>{host} cannot be reached at the moment, or something else answers in its place. Check your connection, or try again later.</source>
        <translation>لا يمكن الوصول إلى {host} في الوقت الحالي، أو يجيب شيء آخر بدلًا منه. تحقق من اتصالك، أو حاول مرة أخرى لاحقًا.</translation>
    </message>
    <message>
        <source>The practice server did not start</source>
        <translation>لم يبدأ خادم التدريب</translation>
    </message>
    <message>
        <source>Nothing can be practised now; real accounts are not touched by this. A virus scanner may have stopped it: start LedgerDrop again, or show what stands under Details to IT.</source>
        <translation>لا يمكن التدرب الآن؛ ولا يمس هذا الحسابات الحقيقية. ربما أوقفه برنامج مكافحة الفيروسات: شغّل LedgerDrop من جديد، أو اعرض ما في التفاصيل على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>LedgerDrop is already open, but does not answer</source>
        <translation>LedgerDrop مفتوح بالفعل، لكنه لا يجيب</translation>
    </message>
    <message>
        <source>Look for its window. If it cannot be used, end LedgerDrop (on Windows in the Task Manager, on a Mac with Force Quit) and open it again: what was waiting is still there.</source>
        <translation>ابحث عن نافذته. وإن تعذّر استخدامها، فأنهِ LedgerDrop (في Windows من إدارة المهام، وفي Mac بالإنهاء الإجباري) وافتحه من جديد: ما كان ينتظر ما زال موجودًا.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>تم إلغاؤه</translation>
    </message>
    <message>
        <source>You stopped this file. Nothing of it was kept.</source>
        <translation>لقد أوقفت هذا الملف. لم يُحتفظ بشيء منه.</translation>
    </message>
    <message>
        <source>LedgerDrop made a mistake</source>
        <translation>أخطأ LedgerDrop</translation>
    </message>
    <message>
        <source>It did not finish what it was doing. Try again; if it happens again, send what stands under Details to us.</source>
        <translation>لم يُكمل ما كان يفعله. حاول مرة أخرى؛ وإذا تكرر ذلك، فأرسل إلينا ما في التفاصيل.</translation>
    </message>
    <message>
        <source>It holds characters that no token has.</source>
        <translation>فيه حروف لا تكون في أي رمز.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation>تسجيل صوتي</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>مقطع فيديو</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>a table in plain text (.csv)</source>
        <translation>جدول بنص عادي (‎.csv)</translation>
    </message>
    <message>
        <source>an Excel workbook (.xlsx)</source>
        <translation>مصنف Excel ‏(‎.xlsx)</translation>
    </message>
    <message>
        <source>an Excel 97-2003 workbook (.xls)</source>
        <translation>مصنف Excel 97-2003 ‏(‎.xls)</translation>
    </message>
    <message>
        <source>a zip file (.zip)</source>
        <translation>ملف zip ‏(‎.zip)</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>a workbook from a very old Excel (.xls)</source>
        <translation>مصنف من إصدار قديم جدًا من Excel ‏(‎.xls)</translation>
    </message>
    <message>
        <source>an empty zip file</source>
        <translation>ملف zip فارغ</translation>
    </message>
    <message>
        <source>a zip file with only folders in it</source>
        <translation>ملف zip ليس فيه سوى مجلدات</translation>
    </message>
    <message>
        <source>a zip file with only hidden or temporary files in it</source>
        <translation>ملف zip ليس فيه سوى ملفات مخفية أو مؤقتة</translation>
    </message>
    <message>
        <source>a zip file with only empty files in it</source>
        <translation>ملف zip ليس فيه سوى ملفات فارغة</translation>
    </message>
    <message>
        <source>a zip file with only JSON data in it</source>
        <translation>ملف zip ليس فيه سوى بيانات JSON</translation>
    </message>
    <message>
        <source>a zip file with only PDF documents in it</source>
        <translation>ملف zip ليس فيه سوى مستندات PDF</translation>
    </message>
    <message>
        <source>a zip file with only PDF and JSON files in it</source>
        <translation>ملف zip ليس فيه سوى ملفات PDF و JSON</translation>
    </message>
    <message>
        <source>a zip file with a locked workbook in it</source>
        <translation>ملف zip فيه مصنف مقفل</translation>
    </message>
    <message>
        <source>one part of a divided zip file</source>
        <translation>جزء من ملف zip مقسّم</translation>
    </message>
    <message>
        <source>a zip file with a password</source>
        <translation>ملف zip بكلمة مرور</translation>
    </message>
    <message>
        <source>plain text without columns</source>
        <translation>نص عادي بلا أعمدة</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>text in sentences</source>
        <translation>نص من جمل</translation>
    </message>
    <message>
        <source>the text of a program</source>
        <translation>نص برنامج</translation>
    </message>
    <message>
        <source>a list of settings</source>
        <translation>قائمة إعدادات</translation>
    </message>
    <message>
        <source>a table with something else behind it</source>
        <translation>جدول بعده شيء آخر</translation>
    </message>
    <message>
        <source>an Excel template (.xltx)</source>
        <translation>قالب Excel ‏(‎.xltx)</translation>
    </message>
    <message>
        <source>an Excel workbook with a password</source>
        <translation>مصنف Excel بكلمة مرور</translation>
    </message>
    <message>
        <source>a workbook with restricted access</source>
        <translation>مصنف مقيّد الوصول</translation>
    </message>
    <message>
        <source>an Excel workbook with macros (.xlsm)</source>
        <translation>مصنف Excel فيه وحدات ماكرو (‎.xlsm)</translation>
    </message>
    <message>
        <source>an Excel binary workbook (.xlsb)</source>
        <translation>مصنف Excel ثنائي (‎.xlsb)</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>ملف OpenDocument</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>صفحة ويب</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>مستند XML</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>بيانات JSON</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>مستند PDF</translation>
    </message>
    <message>
        <source>a web page (.mht)</source>
        <translation>صفحة ويب (‎.mht)</translation>
    </message>
    <message>
        <source>an e-mail message</source>
        <translation>رسالة بريد إلكتروني</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>مستند Word</translation>
    </message>
    <message>
        <source>a PowerPoint presentation</source>
        <translation>عرض تقديمي من PowerPoint</translation>
    </message>
    <message>
        <source>a document of another Office program</source>
        <translation>مستند من برنامج Office آخر</translation>
    </message>
    <message>
        <source>of a kind we do not know</source>
        <translation>من نوع لا نعرفه</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>ملف فارغ</translation>
    </message>
    <message>
        <source>a file of nothing but zeros</source>
        <translation>ملف كله أصفار</translation>
    </message>
    <message>
        <source>a table that ends in zeros</source>
        <translation>جدول ينتهي بأصفار</translation>
    </message>
    <message>
        <source>a damaged workbook</source>
        <translation>مصنف تالف</translation>
    </message>
    <message>
        <source>a damaged zip file</source>
        <translation>ملف zip تالف</translation>
    </message>
    <message>
        <source>of another kind</source>
        <translation>من نوع آخر</translation>
    </message>
    <message>
        <source>a document in Rich Text Format (.rtf)</source>
        <translation>مستند بتنسيق النص المنسق (‎.rtf)</translation>
    </message>
    <message>
        <source>a calendar</source>
        <translation>تقويم</translation>
    </message>
    <message>
        <source>a contact card</source>
        <translation>بطاقة جهة اتصال</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>مستند PostScript</translation>
    </message>
    <message>
        <source>a compressed file (.gz)</source>
        <translation>ملف مضغوط (‎.gz)</translation>
    </message>
    <message>
        <source>a compressed file (.bz2)</source>
        <translation>ملف مضغوط (‎.bz2)</translation>
    </message>
    <message>
        <source>a compressed file (.xz)</source>
        <translation>ملف مضغوط (‎.xz)</translation>
    </message>
    <message>
        <source>a compressed file (.zst)</source>
        <translation>ملف مضغوط (‎.zst)</translation>
    </message>
    <message>
        <source>a 7-Zip archive (.7z)</source>
        <translation>أرشيف 7-Zip ‏(‎.7z)</translation>
    </message>
    <message>
        <source>a RAR archive (.rar)</source>
        <translation>أرشيف RAR ‏(‎.rar)</translation>
    </message>
    <message>
        <source>an archive (.tar)</source>
        <translation>أرشيف (‎.tar)</translation>
    </message>
    <message>
        <source>a dBase table (.dbf)</source>
        <translation>جدول dBase ‏(‎.dbf)</translation>
    </message>
    <message>
        <source>a Lotus 1-2-3 worksheet</source>
        <translation>ورقة عمل Lotus 1-2-3</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>قاعدة بيانات</translation>
    </message>
    <message>
        <source>an Access database</source>
        <translation>قاعدة بيانات Access</translation>
    </message>
    <message>
        <source>an Outlook message (.msg)</source>
        <translation>رسالة Outlook ‏(‎.msg)</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>it is not an account</source>
        <translation>ليس حسابًا</translation>
    </message>
    <message>
        <source>it holds a value that is not a text</source>
        <translation>فيه قيمة ليست نصًا</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>ليس له اسم</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>اسمه طويل جدًا</translation>
    </message>
    <message>
        <source>its environment must be “production”, “sandbox” or “custom”</source>
        <translation>يجب أن تكون بيئته «production» أو «sandbox» أو «custom»</translation>
    </message>
    <message>
        <source>its address must begin with https://</source>
        <translation>يجب أن يبدأ عنوانه بـ ⁨https://⁩</translation>
    </message>
    <message>
        <source>its integration ID must have 36 characters</source>
        <translation>يجب أن يكون معرّف التكامل من ستة وثلاثين حرفًا</translation>
    </message>
    <message>
        <source>its colour must look like #3366cc</source>
        <translation>يجب أن يكون لونه مثل ⁨#3366cc⁩</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>إنه طويل جدًا.</translation>
    </message>
    <message>
        <source>It is not a file of accounts.</source>
        <translation>ليس ملف حسابات.</translation>
    </message>
    <message>
        <source>It was made by another version of LedgerDrop.</source>
        <translation>أنشأه إصدار آخر من LedgerDrop.</translation>
    </message>
    <message>
        <source>There are no accounts in it.</source>
        <translation>ليس فيه حسابات.</translation>
    </message>
    <message>
        <source>There are too many accounts in it.</source>
        <translation>فيه حسابات أكثر مما ينبغي.</translation>
    </message>
    <message>
        <source>It is not a file of accounts, or it was changed by another program.</source>
        <translation>ليس ملف حسابات، أو أن برنامجًا آخر غيّره.</translation>
    </message>
    <message>
        <source>It cannot be opened.</source>
        <translation>تعذّر فتحه.</translation>
    </message>
    <message>
        <source>Others than an administrator could have changed it.</source>
        <translation>يمكن أن يكون غيرُ المسؤول قد غيّره.</translation>
    </message>
    <message>
        <source>It is not a file of presets, or it is damaged.</source>
        <translation>ليس ملف إعدادات مسبقة، أو أنه تالف.</translation>
    </message>
    <message>
        <source>It does not say which version of the form it has.</source>
        <translation>لا يذكر إصدار صيغته.</translation>
    </message>
    <message>
        <source>It was made for a newer LedgerDrop.</source>
        <translation>ملف معدّ لإصدار أحدث من LedgerDrop.</translation>
    </message>
    <message>
        <source>It must be a list of accounts, as in an exported file.</source>
        <translation>يجب أن يكون قائمة حسابات، كما في ملف مُصدَّر.</translation>
    </message>
    <message>
        <source>It must be the code of a language that LedgerDrop speaks, such as “hi”, or “system”.</source>
        <translation>يجب أن يكون رمز لغة يتكلمها LedgerDrop، مثل «hi»، أو «system».</translation>
    </message>
    <message>
        <source>It must look like http://proxy.example.com:8080, or be “system” or “none”.</source>
        <translation>يجب أن يكون مثل ⁨http://proxy.example.com:8080⁩ تمامًا، أو «system» أو «none».</translation>
    </message>
    <message>
        <source>It must be true or false.</source>
        <translation>يجب أن يكون true أو false.</translation>
    </message>
    <message>
        <source>It must begin with https://.</source>
        <translation>يجب أن يبدأ بـ ⁨https://⁩.</translation>
    </message>
    <message>
        <source>It may name “language”, “proxy” and “ask_for_updates”.</source>
        <translation>يجوز أن يذكر «language» و«proxy» و«ask_for_updates» فقط.</translation>
    </message>
    <message>
        <source>its key must be a short text</source>
        <translation>يجب أن يكون مفتاحه (key) نصًا قصيرًا</translation>
    </message>
    <message>
        <source>Spaces or invisible signs end the name. It can be sent as {better_name}. Your own file stays as it is.</source>
        <translation>ينتهي الاسم بمسافات أو علامات غير مرئية. يمكن إرساله باسم {better_name}. يبقى ملفك كما هو.</translation>
    </message>
    <message>
        <source>Clear can&apos;t open it. In Excel, choose File &gt; Info &gt; Protect Workbook, remove the password, and save. If Excel opens it without asking, the structure is protected: turn off Review &gt; Protect Workbook, and save.</source>
        <translation>لا يستطيع Clear فتحه. في Excel اختر File &gt; Info &gt; Protect Workbook وأزل كلمة المرور واحفظ. إذا فتحه Excel دون أن يسأل فبنيته محمية: أوقف Review &gt; Protect Workbook واحفظ.</translation>
    </message>
    <message>
        <source>Access to this workbook is restricted</source>
        <translation>الوصول إلى هذا المصنف مقيّد</translation>
    </message>
    <message>
        <source>A sensitivity label or rights management protects it, so Clear can&apos;t open it. In Excel, choose File &gt; Info &gt; Protect Workbook and allow unrestricted access, or choose another label, and save. If you can&apos;t, ask its owner.</source>
        <translation>تحميه علامة حساسية أو إدارة حقوق، لذلك لا يستطيع Clear فتحه. في Excel اختر File &gt; Info &gt; Protect Workbook واسمح بالوصول غير المقيّد، أو اختر علامة أخرى، واحفظ. إن تعذّر ذلك فاسأل صاحبه.</translation>
    </message>
    <message>
        <source>LedgerDrop keeps your token there. You can enter it so that it is kept only until LedgerDrop is closed.</source>
        <translation>يحتفظ LedgerDrop برمزك هناك. يمكنك إدخاله بحيث يُحتفظ به حتى إغلاق LedgerDrop فقط.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or enter the token so that it is kept only until LedgerDrop is closed.</source>
        <translation>افتح قفله وحاول مرة أخرى، أو أدخل الرمز بحيث يُحتفظ به حتى إغلاق LedgerDrop فقط.</translation>
    </message>
    <message>
        <source>This is about {path}. {what} LedgerDrop works without it. Show this to your IT department.</source>
        <translation>يتعلق هذا بـ {path}. {what} يعمل LedgerDrop بدونه. اعرض هذا على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Read Clear&apos;s answer. If it does not help, send it to Clear&apos;s support.</source>
        <translation>اقرأ جواب Clear. وإن لم يُفدك، فأرسله إلى دعم Clear.</translation>
    </message>
    <message>
        <source>Read Clear&apos;s answer, rename the file, and drop it again.</source>
        <translation>اقرأ جواب Clear، وأعد تسمية الملف، ثم أفلته من جديد.</translation>
    </message>
    <message>
        <source>This network may want you to sign in first: open any web page in your browser, sign in, and try again. If that changes nothing, your company&apos;s filter may have answered. Show the page&apos;s text to your IT department.</source>
        <translation>ربما تريد هذه الشبكة أن تسجّل الدخول أولًا: افتح أي صفحة ويب في متصفحك، وسجّل الدخول، ثم أعد المحاولة. إذا لم يتغير شيء، فربما أجاب مرشّح شركتك. أرِ قسم تقنية المعلومات نص الصفحة.</translation>
    </message>
    <message>
        <source>The upload is complete. Clear was asked to take the file in, but its answer was lost. Look in Clear before you ask again: it could be taken in twice.</source>
        <translation>اكتمل الرفع. طُلب من Clear إدخال الملف، لكن جوابه ضاع. انظر في Clear قبل أن تطلب مجددًا: فقد يُدخل مرتين.</translation>
    </message>
    <message>
        <source>The upload was fine; the content was not. Read Clear&apos;s reasons, correct the ledger, and drop it again. Where files were taken in together, one bad file is enough: choose “After the upload” for the others.</source>
        <translation>كان الرفع سليمًا، أما المحتوى فلا. اقرأ الأسباب التي يذكرها Clear وصحّح الدفتر وأفلته من جديد. وحين تُدخل ملفات معًا يكفي ملف واحد معيب: اختر «بعد الرفع» للملفات الأخرى.</translation>
    </message>
    <message>
        <source>The file was uploaded more than an hour ago, which may be too long. Read Clear&apos;s answer; if it gives no other reason, drop the file again and send it once more.</source>
        <translation>رُفع الملف قبل أكثر من ساعة، وقد تكون مدة أطول مما ينبغي. اقرأ جواب Clear؛ فإن لم يذكر سببًا آخر، فأفلت الملف من جديد وأرسله مجددًا.</translation>
    </message>
    <message>
        <source>it is there twice</source>
        <translation>هو موجود مرتين</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>ليس فيه شيء.</translation>
    </message>
    <message>
        <source>It is too long for a token.</source>
        <translation>إنه أطول من أن يكون رمزًا.</translation>
    </message>
    <message>
        <source>There is a space or a line end in it.</source>
        <translation>فيه مسافة أو نهاية سطر.</translation>
    </message>
    <message>
        <source>{headline}. {advice}</source>
        <comment>a short sentence without full stop, and a longer text</comment>
        <translation>{headline}. {advice}</translation>
    </message>
</context>
<context>
    <name>ProxyDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>تسجيل الدخول إلى الوكيل</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>As you sign in to this computer, such as FIRM\ravi</source>
        <translation>كما تسجل الدخول إلى هذا الحاسوب، مثل FIRM\ravi</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Keep it only until LedgerDrop is closed</source>
        <translation>الاحتفاظ بها حتى إغلاق LedgerDrop فقط</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>{what}. You can keep it only until LedgerDrop is closed.</source>
        <translation>{what}. يمكنك الاحتفاظ بها حتى إغلاق LedgerDrop فقط.</translation>
    </message>
    <message>
        <source>The company proxy asks you to sign in</source>
        <translation>يطلب وكيل الشركة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Then {proxy} lets LedgerDrop through. Clear does not get to see your password.</source>
        <translation>بعد ذلك يسمح {proxy} لـ LedgerDrop بالمرور. ولا يطّلع Clear على كلمة مرورك.</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>{number} kB</source>
        <translation>{number} ك.ب</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} م.ب</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <comment>speed: a size per second</comment>
        <translation>{size}/ث</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>بقيت بضع ثوانٍ</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <comment>a day and a time</comment>
        <translation>{day}، {time}</translation>
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
        <source>{number} %</source>
        <comment>per cent</comment>
        <translation>{number}٪</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Sent from</source>
        <translation>تم الإرسال من</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>في الدفاتر</translation>
    </message>
    <message>
        <source>Task at Clear</source>
        <translation>المهمة في Clear</translation>
    </message>
    <message>
        <source>Found in Clear</source>
        <translation>وُجد في Clear</translation>
    </message>
    <message>
        <source>None; confirmed by status alone</source>
        <translation>لا يوجد؛ تم التأكيد برمز الحالة وحده</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>مجاميع الضبط</translation>
    </message>
    <message>
        <source>Perhaps received</source>
        <translation>ربما استُلم</translation>
    </message>
    <message>
        <source>May have been received; there was no clear answer</source>
        <translation>ربما استُلم؛ لم يأت جواب واضح</translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <source>Being processed, when Clear was last asked</source>
        <translation>كان قيد المعالجة عند سؤال Clear آخر مرة</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>رُفع</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Stored at</source>
        <translation>محفوظ في</translation>
    </message>
</context>
<context>
    <name>ReceiptModel</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>رُفع</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>في الدفاتر</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Recent f&amp;olders</source>
        <translation>المجلدات الأ&amp;خيرة</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;لصق</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>تحديد ال&amp;كل</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>التحديثات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Shows this page of the settings</source>
        <translation>يعرض هذه الصفحة من الإعدادات</translation>
    </message>
    <message>
        <source>Added: {added}. Already there: {known}. Enter the token of each with Edit.</source>
        <translation>تمت إضافة: {added}. موجود من قبل: {known}. أدخل رمز كل منها من «تعديل».</translation>
    </message>
    <message>
        <source>Written to {name}. It holds no tokens.</source>
        <translation>كُتبت في {name}. لا تحتوي على رموز.</translation>
    </message>
    <message>
        <source>The user name and password for {proxy} are forgotten.</source>
        <translation>نُسي اسم المستخدم وكلمة المرور الخاصان بـ {proxy}.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Uploaded; waits for the rest of its batch</source>
        <translation>رُفع؛ ينتظر بقية دفعته</translation>
    </message>
    <message>
        <source>Uploaded; its batch is held back</source>
        <translation>رُفع؛ دفعته موقوفة</translation>
    </message>
    <message>
        <source>Uploaded; not handed over yet</source>
        <translation>رُفع؛ لم يُسلَّم بعد</translation>
    </message>
    <message>
        <source>Uploaded; asking Clear to take it in…</source>
        <translation>رُفع؛ جارٍ طلب إدخاله من Clear…</translation>
    </message>
    <message>
        <source>Being processed by Clear</source>
        <translation>يعالجه Clear</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>تم إدخاله</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>لم يُدخل</translation>
    </message>
    <message>
        <source>Taken in, as you found in Clear</source>
        <translation>تم إدخاله، كما وجدتَ في Clear</translation>
    </message>
    <message>
        <source>Handed over; how it ended is not known</source>
        <translation>سُلّم؛ ولا تُعرف نتيجته</translation>
    </message>
    <message>
        <source>Uploaded, but not handed over</source>
        <translation>رُفع، لكنه لم يُسلَّم</translation>
    </message>
    <message>
        <source>Uploaded; Clear may have received it</source>
        <translation>رُفع؛ ربما استلمه Clear</translation>
    </message>
    <message>
        <source>Still reading…</source>
        <translation>ما زالت القراءة جارية…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>جاهز للإرسال</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>ينتظر دوره</translation>
    </message>
    <message>
        <source>Waiting for the disk or network drive…</source>
        <translation>بانتظار القرص أو محرك أقراص الشبكة…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Uploaded {when}</source>
        <translation>رُفع في {when}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>تم إلغاؤه</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>يحتاج إلى انتباهك</translation>
    </message>
    <message>
        <source>After the upload, Clear takes it in with others as {template} ({type}).</source>
        <translation>بعد الرفع يُدخله Clear مع ملفات أخرى بوصفه {template} ({type}).</translation>
    </message>
    <message>
        <source>After the upload, Clear takes it in as {template} ({type}).</source>
        <translation>بعد الرفع يُدخله Clear بوصفه {template} ({type}).</translation>
    </message>
    <message>
        <source>It is not answering; LedgerDrop goes on waiting. Check its connection, or cancel this file.</source>
        <translation>إنه لا يستجيب؛ يواصل LedgerDrop الانتظار. تحقق من اتصاله، أو ألغِ هذا الملف.</translation>
    </message>
    <message>
        <source>The disk or network drive is slow to answer; LedgerDrop goes on waiting.</source>
        <translation>يتأخر القرص أو محرك أقراص الشبكة في الاستجابة؛ يواصل LedgerDrop الانتظار.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>Last asked {when}</source>
        <translation>آخر سؤال: {when}</translation>
    </message>
    <message>
        <source>Asking Clear for permission…</source>
        <translation>جارٍ طلب الإذن من Clear…</translation>
    </message>
    <message>
        <source>Uploading, {percent}</source>
        <translation>جارٍ الرفع، {percent}</translation>
    </message>
    <message>
        <source>Waiting for Clear to confirm…</source>
        <translation>بانتظار تأكيد Clear…</translation>
    </message>
    <message>
        <source>Trying again soon…</source>
        <translation>إعادة المحاولة قريبًا…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
</context>
<context>
    <name>TokenPlace</name>
    <message>
        <source>It is kept until LedgerDrop is closed.</source>
        <translation>يُحتفظ به حتى إغلاق LedgerDrop.</translation>
    </message>
    <message>
        <source>It is kept in {place}.</source>
        <translation>يُحفظ في {place}.</translation>
    </message>
</context>
<context>
    <name>UnconfirmedQuestion</name>
    <message>
        <source>Did Clear receive it?</source>
        <translation>هل استلمه Clear؟</translation>
    </message>
    <message numerus="yes">
        <source>Did Clear receive %Ln file(s)?</source>
        <translation>
            <numerusform>هل استلم Clear ‏%Ln ملف؟</numerusform>
            <numerusform>هل استلم Clear الملف؟</numerusform>
            <numerusform>هل استلم Clear الملفين؟</numerusform>
            <numerusform>هل استلم Clear ‏%Ln ملفات؟</numerusform>
            <numerusform>هل استلم Clear ‏%Ln ملفًا؟</numerusform>
            <numerusform>هل استلم Clear ‏%Ln ملف؟</numerusform>
        </translation>
    </message>
    <message>
        <source>The upload is complete. Clear was asked to take it in, but its answer was lost. Look in Clear first: what is there already could be taken in twice.</source>
        <translation>اكتمل الرفع. طُلب من Clear الإدخال، لكن جوابه ضاع. انظر في Clear أولًا: فما هو موجود هناك قد يُدخل مرتين.</translation>
    </message>
    <message>
        <source>Not there: ask again</source>
        <translation>ليس هناك: اطلب ثانية</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>قرّر لاحقًا</translation>
    </message>
    <message>
        <source>Found there</source>
        <translation>موجود هناك</translation>
    </message>
    <message>
        <source>Nothing more is done with it</source>
        <translation>لا يُفعل به شيء آخر</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message numerus="yes">
        <source>%Ln file(s) removed from the list.</source>
        <translation>
            <numerusform>أُزيل %Ln ملف من القائمة.</numerusform>
            <numerusform>أُزيل ملف واحد من القائمة.</numerusform>
            <numerusform>أُزيل ملفان من القائمة.</numerusform>
            <numerusform>أُزيلت %Ln ملفات من القائمة.</numerusform>
            <numerusform>أُزيل %Ln ملفًا من القائمة.</numerusform>
            <numerusform>أُزيل %Ln ملف من القائمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>Brings back what was removed</source>
        <translation>يعيد ما أُزيل</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Open the download page</source>
        <translation>فتح صفحة التنزيل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Looking for a newer version…</source>
        <translation>جارٍ البحث عن إصدار أحدث…</translation>
    </message>
    <message>
        <source>This is LedgerDrop {version}.</source>
        <translation>هذا ⁦LedgerDrop {version}⁩.</translation>
    </message>
    <message>
        <source>You have the newest version</source>
        <translation>لديك أحدث إصدار</translation>
    </message>
    <message>
        <source>Your IT department takes care of updates</source>
        <translation>يتولى قسم تقنية المعلومات التحديثات</translation>
    </message>
    <message>
        <source>It has switched off asking for newer versions on this computer.</source>
        <translation>وقد أوقف البحث عن إصدارات أحدث على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This copy was not told where to look. Ask the person who gave it to you.</source>
        <translation>لم تُحدَّد لهذه النسخة جهة تبحث لديها. اسأل من أعطاك إياها.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer then. Choose another account, and look again.</source>
        <translation>لا يغادر شيء هذا الحاسوب حينها. اختر حسابًا آخر ثم ابحث من جديد.</translation>
    </message>
    <message>
        <source>Not while you practise</source>
        <translation>ليس أثناء التدريب</translation>
    </message>
    <message>
        <source>LedgerDrop cannot look for updates</source>
        <translation>لا يستطيع LedgerDrop البحث عن إصدارات أحدث</translation>
    </message>
    <message>
        <source>LedgerDrop {newer} is available; you have {version}</source>
        <translation>يتوفر ⁦LedgerDrop {newer}⁩؛ لديك {version}</translation>
    </message>
    <message>
        <source>In your browser. LedgerDrop installs nothing by itself.</source>
        <translation>في متصفحك. لا يثبّت LedgerDrop شيئًا من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>You are told again of the next version</source>
        <translation>ستُبلَّغ من جديد بالإصدار التالي</translation>
    </message>
</context>
<context>
    <name>UpdatesPage</name>
    <message>
        <source>Look for a newer version once a day</source>
        <translation>البحث عن إصدار أحدث مرة في اليوم</translation>
    </message>
    <message>
        <source>This is LedgerDrop {version}.</source>
        <translation>هذا ⁦LedgerDrop {version}⁩.</translation>
    </message>
    <message>
        <source>Your IT department has switched this off.</source>
        <translation>أوقفه قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Your IT department has set this.</source>
        <translation>حدّده قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>This copy was not told where to look. Ask the person who gave it to you.</source>
        <translation>لم تُحدَّد لهذه النسخة جهة تبحث لديها. اسأل من أعطاك إياها.</translation>
    </message>
    <message>
        <source>LedgerDrop asks {host}, and sends nothing about you, your accounts or your files. It only tells you: whether to download and install is for you to decide.</source>
        <translation>يتصل LedgerDrop بـ {host} ليسأل عن ذلك، ولا يرسل شيئًا عنك أو عن حساباتك أو ملفاتك. وهو يخبرك فقط: أما التنزيل والتثبيت فقرارك.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Add files…</source>
        <translation>إضافة ملفات…</translation>
    </message>
    <message>
        <source>Choose files on this computer, or drop them anywhere on this window</source>
        <translation>اختر ملفات من هذا الحاسوب، أو أفلتها في أي مكان من هذه النافذة</translation>
    </message>
    <message>
        <source>You can also drop files and folders anywhere on this window</source>
        <translation>يمكنك أيضًا إفلات الملفات والمجلدات في أي مكان من هذه النافذة</translation>
    </message>
    <message>
        <source>Filters the list</source>
        <translation>يصفّي القائمة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Shows all about the selected file, beside the list</source>
        <translation>يعرض كل شيء عن الملف المحدد بجانب القائمة</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>البحث بالاسم</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>الكل {count}</translation>
    </message>
    <message>
        <source>Needs attention {count}</source>
        <translation>يحتاج إلى انتباه {count}</translation>
    </message>
    <message>
        <source>In progress {count}</source>
        <translation>قيد التنفيذ {count}</translation>
    </message>
    <message>
        <source>Uploaded {count}</source>
        <translation>المرفوعة {count}</translation>
    </message>
    <message>
        <source>No file has a name like that</source>
        <translation>لا يوجد ملف بهذا الاسم</translation>
    </message>
    <message>
        <source>No file needs your attention</source>
        <translation>لا ملف يحتاج إلى انتباهك</translation>
    </message>
    <message>
        <source>No file is being checked or sent</source>
        <translation>لا يوجد ملف قيد الفحص أو الإرسال</translation>
    </message>
    <message>
        <source>Nothing has been uploaded yet</source>
        <translation>لم يُرفع شيء بعد</translation>
    </message>
</context>
<context>
    <name>_Environment</name>
    <message>
        <source>To send elsewhere, add another account.</source>
        <translation>للإرسال إلى جهة أخرى، أضف حسابًا آخر.</translation>
    </message>
</context>
</TS>
