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
        <source>Sends your ledgers to Clear and shows the result of each.</source>
        <translation>يرسل دفاترك إلى Clear ويعرض نتيجة كل منها.</translation>
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
        <source>Asks Clear if it accepts this account. No file is sent.</source>
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
        <source>Keep the token only until you quit LedgerDrop</source>
        <translation>الاحتفاظ بالرمز حتى إغلاق LedgerDrop فقط</translation>
    </message>
    <message>
        <source>The token isn&apos;t saved. You enter it again next time.</source>
        <translation>لن يُحفظ الرمز. ستدخله من جديد في المرة القادمة.</translation>
    </message>
    <message>
        <source>Copy the report for IT</source>
        <translation>نسخ التقرير لقسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>Every step that was tried. Contains no token and no password.</source>
        <translation>كل خطوة جُرّبت. لا يحتوي على رمز ولا كلمة مرور.</translation>
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
        <source>Saved. Testing the connection to Clear…</source>
        <translation>تم الحفظ. جارٍ اختبار الاتصال بـ Clear…</translation>
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
        <source>Account name</source>
        <translation>اسم الحساب</translation>
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
        <source>Send automatically when dropped</source>
        <translation>الإرسال تلقائيًا عند الإفلات</translation>
    </message>
    <message>
        <source>Otherwise files are only checked when dropped, and you press Send</source>
        <translation>وإلا تُفحص الملفات فقط عند إفلاتها، وتضغط «إرسال» بنفسك</translation>
    </message>
    <message>
        <source>Practice needs nothing else. Its account and token are made up.</source>
        <translation>لا يحتاج التدريب إلى شيء آخر. حسابه ورمزه وهميان.</translation>
    </message>
    <message>
        <source>To save this, enter a name. This looks like a token.</source>
        <translation>للحفظ، أدخل اسمًا. هذا يبدو رمزًا.</translation>
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
        <source>This looks like a token. Paste it into the token field.</source>
        <translation>هذا يبدو رمزًا. ألصقه في حقل الرمز.</translation>
    </message>
    <message>
        <source>Paste it here. Leave empty to keep the current one.</source>
        <translation>ألصقه هنا. إن تركته فارغًا بقي الموجود.</translation>
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
        <source>Must start with https:// and contain no user name, ? or #</source>
        <translation>يجب أن يبدأ بـ ⁨https://⁩ وألا يحتوي على اسم مستخدم أو ? أو #</translation>
    </message>
    <message>
        <source>The address has changed. Enter the token for the new one.</source>
        <translation>تغيّر العنوان. أدخل رمز العنوان الجديد.</translation>
    </message>
    <message>
        <source>Find it in Clear under Settings &gt; Integrations.</source>
        <translation>تجده في Clear ضمن ⁦Settings &gt; Integrations⁩.</translation>
    </message>
    <message>
        <source>Looks valid</source>
        <translation>يبدو صحيحًا</translation>
    </message>
    <message>
        <source>36 characters. Clear gives you this ID.</source>
        <translation>ستة وثلاثون حرفًا. تحصل على هذا المعرّف من Clear.</translation>
    </message>
    <message>
        <source>This isn&apos;t an integration ID. It has 36 characters in groups of 8, 4, 4, 4 and 12, separated by hyphens.</source>
        <translation>هذا ليس معرّف تكامل. فهو من ستة وثلاثين حرفًا، في خمس مجموعات تفصل بينها شرطات: ثمانية، ثم أربعة ثلاث مرات، ثم اثنا عشر.</translation>
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
        <source>Use this account</source>
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
        <source>Add accounts from a file that IT gave you. It contains no tokens.</source>
        <translation>إضافة حسابات من ملف أعطاك إياه قسم تقنية المعلومات. لا يحتوي على رموز.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Save the accounts to a file for others. It contains no tokens.</source>
        <translation>حفظ الحسابات في ملف للآخرين. لا يحتوي على رموز.</translation>
    </message>
    <message>
        <source>Folders and the accounts their files go to</source>
        <translation>المجلدات والحسابات التي تذهب إليها ملفاتها</translation>
    </message>
    <message>
        <source>Forget this folder</source>
        <translation>إزالة هذا المجلد</translation>
    </message>
    <message>
        <source>{folder}, files go to {account}</source>
        <translation>{folder}، تذهب ملفاته إلى {account}</translation>
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
        <source>Your IT department has set this</source>
        <translation>حدّده قسم تقنية المعلومات</translation>
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
        <source>Its access token is also removed from this computer. Files waiting for this account won&apos;t be sent. Uploaded files stay uploaded.</source>
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
        <source>Files are sent with the account in use when you drop them.</source>
        <translation>تُرسل الملفات بالحساب المستخدم عند إفلاتها.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>S&amp;end selected</source>
        <translation>إ&amp;رسال المحدد</translation>
    </message>
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
        <source>Check again</source>
        <translation>إعادة الفحص</translation>
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
        <source>Start the import now</source>
        <translation>بدء الاستيراد الآن</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>أعد التسليم</translation>
    </message>
    <message>
        <source>Submit it to Clear again</source>
        <translation>تسليمه إلى Clear مجددًا</translation>
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
        <source>Resolve…</source>
        <translation>حلّ…</translation>
    </message>
    <message>
        <source>Resolve this file…</source>
        <translation>حلّ هذا الملف…</translation>
    </message>
    <message>
        <source>Check status</source>
        <translation>تحقق من الحالة</translation>
    </message>
    <message>
        <source>Ask Clear for the import status</source>
        <translation>سؤال Clear عن حالة الاستيراد</translation>
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
</context>
<context>
    <name>AfterUploadFields</name>
    <message>
        <source>Import into Clear after upload</source>
        <translation>الاستيراد إلى Clear بعد الرفع</translation>
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
        <source>Import files sent together as one batch</source>
        <translation>استيراد الملفات المرسلة معًا كدفعة واحدة</translation>
    </message>
    <message>
        <source>One bad file can then cause the whole batch to be rejected.</source>
        <translation>قد يتسبب ملف واحد معيب عندئذ في رفض الدفعة كلها.</translation>
    </message>
    <message>
        <source>Clear gives you these two values. Standard templates: {names}.</source>
        <translation>تحصل على هاتين القيمتين من Clear. القوالب القياسية: {names}.</translation>
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
    <message numerus="yes">
        <source>%Ln more file(s) need your attention</source>
        <translation>
            <numerusform>%Ln ملف آخر يحتاج إلى انتباهك</numerusform>
            <numerusform>ملف آخر يحتاج إلى انتباهك</numerusform>
            <numerusform>ملفان آخران يحتاجان إلى انتباهك</numerusform>
            <numerusform>%Ln ملفات أخرى تحتاج إلى انتباهك</numerusform>
            <numerusform>%Ln ملفًا آخر تحتاج إلى انتباهك</numerusform>
            <numerusform>%Ln ملف آخر تحتاج إلى انتباهك</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Copied. Contains no tokens or names. Paste it into an email to support.</source>
        <translation>تم النسخ. لا يحتوي على رموز ولا أسماء. ألصقه في رسالة بريد إلى الدعم.</translation>
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
        <translation>لا يحتاج إلى رمز، ولا يخرج شيء من هذا الحاسوب</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>تذكّر</translation>
    </message>
    <message>
        <source>Set this file aside</source>
        <translation>وضع هذا الملف جانبًا</translation>
    </message>
    <message>
        <source>Marks it as failed, and sends all other files</source>
        <translation>يُعلَّم كفاشل، وتُرسل كل الملفات الأخرى</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>It stopped at “{file}”.</source>
        <translation>توقّف عند «{file}».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for an account. Enter what Clear gave you, or practise first.</source>
        <translation>
            <numerusform>%Ln ملف بانتظار حساب. أدخل ما أعطاك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>ملف واحد بانتظار حساب. أدخل ما أعطاك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>ملفان بانتظار حساب. أدخل ما أعطاك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>%Ln ملفات بانتظار حساب. أدخل ما أعطاك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>%Ln ملفًا بانتظار حساب. أدخل ما أعطاك إياه Clear، أو تدرّب أولًا.</numerusform>
            <numerusform>%Ln ملف بانتظار حساب. أدخل ما أعطاك إياه Clear، أو تدرّب أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Welcome. Before your first upload, enter your integration ID and token from Clear.</source>
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
        <source>Uploaded files stay uploaded. The others stay in the list for next time.</source>
        <translation>ما تم رفعه يبقى مرفوعًا. وتنتظر الملفات الأخرى في القائمة حتى التشغيل التالي.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>الإيقاف والإغلاق</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>تابع الإرسال</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Environment colour</source>
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
        <source>Unexpected error</source>
        <translation>خطأ غير متوقع</translation>
    </message>
    <message>
        <source>Error report</source>
        <translation>تقرير الخطأ</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Something went wrong in LedgerDrop</source>
        <translation>حدث خطأ في LedgerDrop</translation>
    </message>
    <message>
        <source>Your list is safe and uploads continue. If something looks wrong, quit LedgerDrop and open it again; the list comes back. Please send us this report. It contains no tokens, no names and nothing from your ledgers.</source>
        <translation>قائمتك في أمان، والرفع مستمر. إذا بدا شيء غير سليم، فأغلق LedgerDrop وافتحه من جديد؛ ستعود القائمة. نرجو أن ترسل إلينا هذا التقرير. لا يحتوي على رموز ولا أسماء ولا على شيء من دفاترك.</translation>
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
        <source>Server&apos;s response</source>
        <translation>جواب الخادم</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>تفاصيل للدعم</translation>
    </message>
    <message>
        <source>Shows codes that help Clear support</source>
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
        <source>Opens the file in its default program</source>
        <translation>يفتح الملف في برنامجه الافتراضي</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Opens the folder that contains the file</source>
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
        <source>Clear&apos;s storage confirmed the upload.</source>
        <translation>أكّد مخزن Clear الرفع.</translation>
    </message>
    <message>
        <source>The content matches the name. Nothing has been sent yet.</source>
        <translation>محتواه يوافق اسمه. لم يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>The name contains hidden characters that change how it reads. They are shown as {mark}.</source>
        <translation>في اسمه علامات خفية تغيّر طريقة قراءته؛ وُضع {mark} مكانها.</translation>
    </message>
    <message>
        <source>Uploaded. The import usually takes 10 to 15 minutes. You don&apos;t need to wait.</source>
        <translation>رُفع الملف. يستغرق الاستيراد عادةً من عشر دقائق إلى ربع ساعة. لا حاجة إلى الانتظار.</translation>
    </message>
    <message>
        <source>Uploaded and imported into Clear.</source>
        <translation>رُفع الملف واستُورد إلى Clear.</translation>
    </message>
    <message>
        <source>Can&apos;t open {name}.</source>
        <translation>تعذّر فتح {name}.</translation>
    </message>
</context>
<context>
    <name>DoubtQuestion</name>
    <message>
        <source>Right account?</source>
        <translation>هل الحساب صحيح؟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more folder(s)</source>
        <translation>
            <numerusform>%Ln مجلد آخر</numerusform>
            <numerusform>مجلد آخر</numerusform>
            <numerusform>مجلدان آخران</numerusform>
            <numerusform>%Ln مجلدات أخرى</numerusform>
            <numerusform>%Ln مجلدًا آخر</numerusform>
            <numerusform>%Ln مجلد آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Send files from “{folder}” to {account}?</source>
        <translation>هل تريد إرسال ملفات «{folder}» إلى {account}؟</translation>
    </message>
    <message>
        <source>Are the accounts right?</source>
        <translation>هل الحسابات صحيحة؟</translation>
    </message>
    <message>
        <source>“{folder}” is named after your account {other}, but its files would go to {account}.</source>
        <translation>يحمل المجلد «{folder}» اسم حسابك {other}، لكن ملفاته ستُرسل إلى {account}.</translation>
    </message>
    <message>
        <source>Send to {account}</source>
        <translation>إرسال إلى {account}</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>إرسالها</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>عدم الإرسال</translation>
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
        <source>Adds example ledgers to practise with, some with mistakes</source>
        <translation>يضيف دفاتر نموذجية للتدريب، في بعضها أخطاء</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>أفلت</translation>
    </message>
    <message>
        <source>Every file is first checked on this computer. Nothing is sent yet.</source>
        <translation>يُفحص كل ملف أولًا على هذا الحاسوب. لا يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>راجع</translation>
    </message>
    <message>
        <source>If something is wrong, LedgerDrop tells you what it is and how to fix it.</source>
        <translation>إذا كان هناك خطأ، يخبرك LedgerDrop ما هو وكيف تصححه.</translation>
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
    <name>EndCard</name>
    <message>
        <source>Copy receipts</source>
        <translation>نسخ الإيصالات</translation>
    </message>
    <message>
        <source>Copies what proves each upload, as text</source>
        <translation>ينسخ ما يثبت كل عملية رفع، كنص</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ كملف PDF…</translation>
    </message>
    <message>
        <source>Saves the receipts as a document to print or share</source>
        <translation>يحفظ الإيصالات كمستند للطباعة أو المشاركة</translation>
    </message>
    <message>
        <source>Close this summary</source>
        <translation>إغلاق هذا الملخص</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) uploaded for {accounts}</source>
        <translation>
            <numerusform>رُفع %Ln ملف إلى {accounts}</numerusform>
            <numerusform>رُفع ملف واحد إلى {accounts}</numerusform>
            <numerusform>رُفع ملفان إلى {accounts}</numerusform>
            <numerusform>رُفعت %Ln ملفات إلى {accounts}</numerusform>
            <numerusform>رُفع %Ln ملفًا إلى {accounts}</numerusform>
            <numerusform>رُفع %Ln ملف إلى {accounts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln حساب</numerusform>
            <numerusform>حساب واحد</numerusform>
            <numerusform>حسابين</numerusform>
            <numerusform>%Ln حسابات</numerusform>
            <numerusform>%Ln حسابًا</numerusform>
            <numerusform>%Ln حساب</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} in {time}</source>
        <translation>{size} في {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln لم يُرسل</numerusform>
            <numerusform>واحد لم يُرسل</numerusform>
            <numerusform>اثنان لم يُرسلا</numerusform>
            <numerusform>%Ln لم تُرسل</numerusform>
            <numerusform>%Ln لم يُرسل</numerusform>
            <numerusform>%Ln لم يُرسل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same as others</source>
        <translation>
            <numerusform>%Ln مطابق لغيره</numerusform>
            <numerusform>واحد مطابق لغيره</numerusform>
            <numerusform>اثنان مطابقان لغيرهما</numerusform>
            <numerusform>%Ln مطابقة لغيرها</numerusform>
            <numerusform>%Ln مطابقًا لغيره</numerusform>
            <numerusform>%Ln مطابق لغيره</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln ملغى</numerusform>
            <numerusform>واحد ملغى</numerusform>
            <numerusform>اثنان ملغيان</numerusform>
            <numerusform>%Ln ملغاة</numerusform>
            <numerusform>%Ln ملغى</numerusform>
            <numerusform>%Ln ملغى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to be sent</source>
        <translation>
            <numerusform>%Ln بانتظار الإرسال</numerusform>
            <numerusform>واحد بانتظار الإرسال</numerusform>
            <numerusform>اثنان بانتظار الإرسال</numerusform>
            <numerusform>%Ln بانتظار الإرسال</numerusform>
            <numerusform>%Ln بانتظار الإرسال</numerusform>
            <numerusform>%Ln بانتظار الإرسال</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>حُفظ باسم {name}</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>لم يتبقَّ شيء</translation>
    </message>
    <message>
        <source>Receipts copied</source>
        <translation>نُسخت الإيصالات</translation>
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
        <source>Try everything out. Nothing leaves this computer.</source>
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
        <source>Clear&apos;s test environment. Files aren&apos;t processed for real.</source>
        <translation>بيئة الاختبار في Clear. لا تُعالج الملفات فعليًا.</translation>
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
        <source>Live. Files are processed by Clear.</source>
        <translation>بيئة فعلية. يعالج Clear الملفات.</translation>
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
        <source>For other regions, with an address from Clear. Files may be live.</source>
        <translation>لمناطق أخرى، بعنوان من Clear. قد تُعالج الملفات فعليًا.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Clear this field</source>
        <translation>إفراغ هذا الحقل</translation>
    </message>
</context>
<context>
    <name>FileAdder</name>
    <message>
        <source>This attachment isn&apos;t a file on your computer yet. Save it to a folder, then drop it from there.</source>
        <translation>هذا المرفق ليس ملفًا على حاسوبك بعد. احفظه في مجلد أولًا، ثم أفلته من هناك.</translation>
    </message>
    <message>
        <source>This file is on another computer. Copy it to this one first, then drop the copy.</source>
        <translation>هذا الملف على حاسوب آخر. انسخه إلى هذا الحاسوب أولًا، ثم أفلت النسخة.</translation>
    </message>
    <message>
        <source>This is a link to a web page. Download the file, then drop it from its folder.</source>
        <translation>هذا رابط إلى صفحة ويب. نزّل الملف، ثم أفلته من مجلده.</translation>
    </message>
    <message>
        <source>There was no file to add. Drop files or folders from your computer.</source>
        <translation>لم يكن هناك ملف لإضافته. أفلت ملفات أو مجلدات من حاسوبك.</translation>
    </message>
    <message>
        <source>Choose ledgers</source>
        <translation>اختيار الدفاتر</translation>
    </message>
    <message>
        <source>Ledgers</source>
        <translation>الدفاتر</translation>
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
    <name>FileFilter</name>
    <message>
        <source>collapsed</source>
        <translation>مطوي</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>موسَّع</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Each row is a file and its status. Press the menu key to see what you can do with it.</source>
        <translation>كل صف ملف وحالته. اضغط مفتاح القائمة لترى ما يمكنك فعله به.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
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
        <source>Moved to position {place} of {count}</source>
        <translation>نُقل إلى الموضع {place} من {count}</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>توسيع</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>طي</translation>
    </message>
    <message>
        <source>After the upload…</source>
        <translation>بعد الرفع…</translation>
    </message>
    <message numerus="yes">
        <source>S&amp;end this folder (%Ln file(s))</source>
        <translation>
            <numerusform>إ&amp;رسال هذا المجلد (%Ln ملف)</numerusform>
            <numerusform>إ&amp;رسال هذا المجلد (ملف واحد)</numerusform>
            <numerusform>إ&amp;رسال هذا المجلد (ملفان)</numerusform>
            <numerusform>إ&amp;رسال هذا المجلد (%Ln ملفات)</numerusform>
            <numerusform>إ&amp;رسال هذا المجلد (%Ln ملفًا)</numerusform>
            <numerusform>إ&amp;رسال هذا المجلد (%Ln ملف)</numerusform>
        </translation>
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
        <source>Submit %Ln file(s) again</source>
        <translation>
            <numerusform>تسليم %Ln ملف مجددًا</numerusform>
            <numerusform>تسليم ملف واحد مجددًا</numerusform>
            <numerusform>تسليم ملفين مجددًا</numerusform>
            <numerusform>تسليم %Ln ملفات مجددًا</numerusform>
            <numerusform>تسليم %Ln ملفًا مجددًا</numerusform>
            <numerusform>تسليم %Ln ملف مجددًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %Ln file(s)…</source>
        <translation>
            <numerusform>حلّ %Ln ملف…</numerusform>
            <numerusform>حلّ ملف واحد…</numerusform>
            <numerusform>حلّ ملفين…</numerusform>
            <numerusform>حلّ %Ln ملفات…</numerusform>
            <numerusform>حلّ %Ln ملفًا…</numerusform>
            <numerusform>حلّ %Ln ملف…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check status of %Ln file(s)</source>
        <translation>
            <numerusform>تحقق من حالة %Ln ملف</numerusform>
            <numerusform>تحقق من حالة ملف واحد</numerusform>
            <numerusform>تحقق من حالة ملفين</numerusform>
            <numerusform>تحقق من حالة %Ln ملفات</numerusform>
            <numerusform>تحقق من حالة %Ln ملفًا</numerusform>
            <numerusform>تحقق من حالة %Ln ملف</numerusform>
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
        <source>a removed account</source>
        <translation>حساب تمت إزالته</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln حساب</numerusform>
            <numerusform>حساب واحد</numerusform>
            <numerusform>حسابان</numerusform>
            <numerusform>%Ln حسابات</numerusform>
            <numerusform>%Ln حسابًا</numerusform>
            <numerusform>%Ln حساب</numerusform>
        </translation>
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
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>{file}, in {folder}, for {account}</source>
        <translation>{file}، في {folder}، لحساب {account}</translation>
    </message>
    <message>
        <source>{file}, in {folder}</source>
        <translation>{file}، في {folder}</translation>
    </message>
    <message>
        <source>Unknown size</source>
        <translation>الحجم غير معروف</translation>
    </message>
</context>
<context>
    <name>FolderOffer</name>
    <message>
        <source>Should files from “{folder}” always go to {account}?</source>
        <translation>هل تُرسل ملفات «{folder}» دائمًا إلى {account}؟</translation>
    </message>
    <message>
        <source>Should files from “{folder}” always go to {account}, imported as {how}?</source>
        <translation>هل تُرسل ملفات «{folder}» دائمًا إلى {account} وتُستورد بصيغة {how}؟</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Files from “{folder}” go to {account}.</source>
        <translation>تُرسل ملفات «{folder}» إلى {account}.</translation>
    </message>
    <message>
        <source>Other folders go to their own accounts, too.</source>
        <translation>وتُرسل المجلدات الأخرى إلى حساباتها أيضًا.</translation>
    </message>
    <message>
        <source>Files from “{folder}” weren&apos;t sent to {account}: the folder is named after another account.</source>
        <translation>لم تُرسل ملفات «{folder}» إلى {account}: المجلد يحمل اسم حساب آخر.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Progress of all files</source>
        <translation>تقدّم كل الملفات</translation>
    </message>
    <message>
        <source>Shows only the files that need your attention</source>
        <translation>يعرض فقط الملفات التي تحتاج إلى انتباهك</translation>
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
        <source>Cancels every file that is uploading or waiting</source>
        <translation>يلغي كل ملف يُرسل أو ينتظر</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Finishes the uploads under way and starts no more</source>
        <translation>يدع عمليات الرفع الجارية تنتهي ولا يبدأ غيرها</translation>
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
    <message>
        <source>Sends what is paused, and retries what may succeed now</source>
        <translation>يرسل ما هو متوقف مؤقتًا، ويعيد محاولة ما قد ينجح الآن</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s)</source>
        <translation>
            <numerusform>إرسال %Ln ملف</numerusform>
            <numerusform>إرسال ملف واحد</numerusform>
            <numerusform>إرسال ملفين</numerusform>
            <numerusform>إرسال %Ln ملفات</numerusform>
            <numerusform>إرسال %Ln ملفًا</numerusform>
            <numerusform>إرسال %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln حساب</numerusform>
            <numerusform>حساب واحد</numerusform>
            <numerusform>حسابان</numerusform>
            <numerusform>%Ln حسابات</numerusform>
            <numerusform>%Ln حسابًا</numerusform>
            <numerusform>%Ln حساب</numerusform>
        </translation>
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
        <source>Sending… %Ln file(s) left</source>
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
        <source>No network. %Ln file(s) not submitted yet</source>
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
        <source>%Ln file(s) not submitted to Clear yet</source>
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
        <source>%Ln file(s) imported</source>
        <translation>
            <numerusform>استُورد %Ln ملف</numerusform>
            <numerusform>استُورد ملف واحد</numerusform>
            <numerusform>استُورد ملفان</numerusform>
            <numerusform>استُوردت %Ln ملفات</numerusform>
            <numerusform>استُورد %Ln ملفًا</numerusform>
            <numerusform>استُورد %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected by the import</source>
        <translation>
            <numerusform>رُفض استيراد %Ln</numerusform>
            <numerusform>رُفض استيراد واحد</numerusform>
            <numerusform>رُفض استيراد اثنين</numerusform>
            <numerusform>رُفض استيراد %Ln</numerusform>
            <numerusform>رُفض استيراد %Ln</numerusform>
            <numerusform>رُفض استيراد %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %Ln file(s) rejected</source>
        <translation>
            <numerusform>رُفض استيراد %Ln ملف</numerusform>
            <numerusform>رُفض استيراد ملف واحد</numerusform>
            <numerusform>رُفض استيراد ملفين</numerusform>
            <numerusform>رُفض استيراد %Ln ملفات</numerusform>
            <numerusform>رُفض استيراد %Ln ملفًا</numerusform>
            <numerusform>رُفض استيراد %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) — {account}, incl. {environment}</source>
        <translation>
            <numerusform>إرسال %Ln ملف — {account}، بما في ذلك {environment}</numerusform>
            <numerusform>إرسال ملف واحد — {account}، بما في ذلك {environment}</numerusform>
            <numerusform>إرسال ملفين — {account}، بما في ذلك {environment}</numerusform>
            <numerusform>إرسال %Ln ملفات — {account}، بما في ذلك {environment}</numerusform>
            <numerusform>إرسال %Ln ملفًا — {account}، بما في ذلك {environment}</numerusform>
            <numerusform>إرسال %Ln ملف — {account}، بما في ذلك {environment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln file(s) — {account}</source>
        <translation>
            <numerusform>إرسال %Ln ملف — {account}</numerusform>
            <numerusform>إرسال ملف واحد — {account}</numerusform>
            <numerusform>إرسال ملفين — {account}</numerusform>
            <numerusform>إرسال %Ln ملفات — {account}</numerusform>
            <numerusform>إرسال %Ln ملفًا — {account}</numerusform>
            <numerusform>إرسال %Ln ملف — {account}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed file(s) can be retried</source>
        <translation>
            <numerusform>%Ln ملف فاشل يمكن إعادة محاولته</numerusform>
            <numerusform>ملف فاشل واحد يمكن إعادة محاولته</numerusform>
            <numerusform>ملفان فاشلان يمكن إعادة محاولتهما</numerusform>
            <numerusform>%Ln ملفات فاشلة يمكن إعادة محاولتها</numerusform>
            <numerusform>%Ln ملفًا فاشلًا يمكن إعادة محاولتها</numerusform>
            <numerusform>%Ln ملف فاشل يمكن إعادة محاولتها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln file(s) imported</source>
        <translation>
            <numerusform>اكتمل كل شيء: استُورد %Ln ملف</numerusform>
            <numerusform>اكتمل كل شيء: استُورد ملف واحد</numerusform>
            <numerusform>اكتمل كل شيء: استُورد ملفان</numerusform>
            <numerusform>اكتمل كل شيء: استُوردت %Ln ملفات</numerusform>
            <numerusform>اكتمل كل شيء: استُورد %Ln ملفًا</numerusform>
            <numerusform>اكتمل كل شيء: استُورد %Ln ملف</numerusform>
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
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln متوقف مؤقتًا</numerusform>
            <numerusform>واحد متوقف مؤقتًا</numerusform>
            <numerusform>اثنان متوقفان مؤقتًا</numerusform>
            <numerusform>%Ln متوقفة مؤقتًا</numerusform>
            <numerusform>%Ln متوقفًا مؤقتًا</numerusform>
            <numerusform>%Ln متوقف مؤقتًا</numerusform>
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
        <source>%Ln imported</source>
        <translation>
            <numerusform>المستورد: %Ln</numerusform>
            <numerusform>المستورد: %Ln</numerusform>
            <numerusform>المستورد: %Ln</numerusform>
            <numerusform>المستورد: %Ln</numerusform>
            <numerusform>المستورد: %Ln</numerusform>
            <numerusform>المستورد: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded, not imported</source>
        <translation>
            <numerusform>مرفوع دون استيراد: %Ln</numerusform>
            <numerusform>مرفوع دون استيراد: %Ln</numerusform>
            <numerusform>مرفوع دون استيراد: %Ln</numerusform>
            <numerusform>مرفوع دون استيراد: %Ln</numerusform>
            <numerusform>مرفوع دون استيراد: %Ln</numerusform>
            <numerusform>مرفوع دون استيراد: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>لا شيء للإرسال</translation>
    </message>
    <message>
        <source>Removes uploaded and cancelled files from the list. The files themselves aren&apos;t deleted.</source>
        <translation>يزيل من القائمة الملفات المنتهية والملغاة. وتبقى الملفات نفسها في مكانها.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>resumes automatically</source>
        <translation>يُستأنف تلقائيًا</translation>
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
        <source>Accounts, network and updates</source>
        <translation>الحسابات والشبكة والتحديثات</translation>
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
        <source>Save as PDF</source>
        <translation>حفظ كملف PDF</translation>
    </message>
    <message>
        <source>Selected receipts…</source>
        <translation>الإيصالات المحددة…</translation>
    </message>
    <message>
        <source>Everything in the same import…</source>
        <translation>كل ما في عملية الاستيراد نفسها…</translation>
    </message>
    <message>
        <source>Everything listed…</source>
        <translation>كل ما في القائمة…</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>حذف السجل…</translation>
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
        <source>No uploads yet</source>
        <translation>لم يُرفع شيء بعد</translation>
    </message>
    <message>
        <source>No uploads match</source>
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
        <source>Can&apos;t open the folder. It may have been moved or deleted.</source>
        <translation>لا يمكن فتح المجلد. ربما نُقل أو حُذف.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) added to the list and checked again. Review before you send.</source>
        <translation>
            <numerusform>أُضيف %Ln ملف إلى القائمة ويُفحص من جديد. راجعه قبل الإرسال.</numerusform>
            <numerusform>أُضيف ملف واحد إلى القائمة ويُفحص من جديد. راجعه قبل الإرسال.</numerusform>
            <numerusform>أُضيف ملفان إلى القائمة ويُفحصان من جديد. راجعهما قبل الإرسال.</numerusform>
            <numerusform>أُضيفت %Ln ملفات إلى القائمة وتُفحص من جديد. راجعها قبل الإرسال.</numerusform>
            <numerusform>أُضيف %Ln ملفًا إلى القائمة وتُفحص من جديد. راجعها قبل الإرسال.</numerusform>
            <numerusform>أُضيف %Ln ملف إلى القائمة وتُفحص من جديد. راجعها قبل الإرسال.</numerusform>
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
        <source>Also finds a folder, a SHA-256 or an ETag</source>
        <translation>يعثر أيضًا على المجلد أو SHA-256 أو ETag</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>مستندات PDF ‏(*.pdf)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Made by LedgerDrop on {when}</source>
        <translation>أنشأه LedgerDrop في {when}</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>الإيصالات</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>حُفظ باسم {name}</translation>
    </message>
    <message>
        <source>Delete history?</source>
        <translation>حذف السجل؟</translation>
    </message>
    <message>
        <source>Delete all receipts?</source>
        <translation>حذف كل الإيصالات؟</translation>
    </message>
    <message>
        <source>Uploaded files stay in Clear, but this computer keeps no proof of them, and LedgerDrop can no longer tell you that a file was already sent. Consider exporting the history first.</source>
        <translation>ما تم رفعه يبقى لدى Clear. لكن لن يبقى على هذا الحاسوب ما يثبته، ولن يستطيع LedgerDrop أن ينبهك إلى أن ملفًا سبق إرساله. قد ترغب في تصدير السجل أولًا.</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>حذف الكل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>الإبقاء عليها</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>البحث بالاسم</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>عمليات الرفع</translation>
    </message>
    <message>
        <source>Each row is an upload that Clear&apos;s storage confirmed.</source>
        <translation>كل صف عملية رفع أكّدها مخزن Clear.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Opens the folder the file was sent from</source>
        <translation>يفتح المجلد الذي أُرسل منه الملف</translation>
    </message>
    <message>
        <source>Adds the file to the list again. Nothing is sent yet.</source>
        <translation>يضيف الملف إلى القائمة مرة أخرى. لا يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>Copies the proof of the upload: name, time, SHA-256 and more</source>
        <translation>ينسخ ما يثبت الرفع: الاسم والوقت وSHA-256 وغير ذلك</translation>
    </message>
    <message>
        <source>Saves everything listed here as a table for Excel</source>
        <translation>يحفظ كل المعروض هنا كجدول لـ Excel</translation>
    </message>
    <message>
        <source>Saves receipts as a document to print or share</source>
        <translation>يحفظ الإيصالات كمستند للطباعة أو المشاركة</translation>
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
    <message>
        <source>Recent f&amp;olders</source>
        <translation>المجلدات الأ&amp;خيرة</translation>
    </message>
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
        <source>&amp;Resume, and retry all failed</source>
        <translation>الا&amp;ستئناف، وإعادة محاولة كل الفاشلة</translation>
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
        <source>Undo remo&amp;ving</source>
        <translation>ترا&amp;جع عن الإزالة</translation>
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
        <source>S&amp;tatus</source>
        <translation>الحا&amp;لة</translation>
    </message>
    <message>
        <source>So&amp;rt by</source>
        <translation>فر&amp;ز حسب</translation>
    </message>
    <message>
        <source>Use s&amp;ystem setting</source>
        <translation>إعداد ال&amp;نظام</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>فا&amp;تح</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;داكن</translation>
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
        <source>Use &amp;system setting</source>
        <translation>إعداد ال&amp;نظام</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Language: {name}</source>
        <translation>اللغة: {name}</translation>
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
        <source>Shows or hides the rest of the message</source>
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
    <name>MoveToAccountMenu</name>
    <message numerus="yes">
        <source>Move %Ln file(s) to acc&amp;ount</source>
        <translation>
            <numerusform>نقل %Ln ملف إلى حس&amp;اب آخر</numerusform>
            <numerusform>نقل ملف واحد إلى حس&amp;اب آخر</numerusform>
            <numerusform>نقل ملفين إلى حس&amp;اب آخر</numerusform>
            <numerusform>نقل %Ln ملفات إلى حس&amp;اب آخر</numerusform>
            <numerusform>نقل %Ln ملفًا إلى حس&amp;اب آخر</numerusform>
            <numerusform>نقل %Ln ملف إلى حس&amp;اب آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to acc&amp;ount</source>
        <translation>نقل إلى حس&amp;اب آخر</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Use this computer&apos;s settings (recommended)</source>
        <translation>استخدام إعدادات هذا الحاسوب (مستحسن)</translation>
    </message>
    <message>
        <source>Use this proxy:</source>
        <translation>استخدام هذا الوكيل:</translation>
    </message>
    <message>
        <source>No proxy, connect directly</source>
        <translation>دون وكيل، اتصال مباشر</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>عنوان الوكيل</translation>
    </message>
    <message>
        <source>For example http://proxy.example.com:8080. Ask your IT department.</source>
        <translation>مثلًا ⁨http://proxy.example.com:8080⁩. اسأل قسم تقنية المعلومات.</translation>
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
        <translation>الملفات المرسلة في وقت واحد</translation>
    </message>
    <message>
        <source>Many companies send all traffic through a proxy. LedgerDrop uses this computer&apos;s settings, including a PAC script. Ask your IT department before you change this.</source>
        <translation>تمرّر شركات كثيرة كل الاتصالات عبر وكيل. يستخدم LedgerDrop إعدادات هذا الحاسوب، ومنها برنامج PAC النصي. اسأل قسم تقنية المعلومات قبل أن تغيّر هذا.</translation>
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
        <source>This sheet holds no values</source>
        <translation>لا تحتوي هذه الورقة على أي قيم</translation>
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
        <translation>للعمودين {other} و{column} الاسم نفسه، «{name}»</translation>
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
        <source>It ends at row {row}, the last that Excel can hold. Later rows may have been cut off</source>
        <translation>ينتهي عند الصف {row}، وهو آخر ما يتسع له Excel. ربما قُطعت الصفوف التالية</translation>
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
        <translation>«{name}» داخل الملف تالف</translation>
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
    <name>Notifier</name>
    <message>
        <source>The file is no longer in the list. Its receipt is in History.</source>
        <translation>لم يعد الملف في القائمة. إيصاله في السجل.</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln ثانية</numerusform>
            <numerusform>ثانية واحدة</numerusform>
            <numerusform>ثانيتان</numerusform>
            <numerusform>%Ln ثوانٍ</numerusform>
            <numerusform>%Ln ثانية</numerusform>
            <numerusform>%Ln ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
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
        <source>S&amp;end %Ln selected file(s)</source>
        <translation>
            <numerusform>إ&amp;رسال %Ln ملف محدد</numerusform>
            <numerusform>إ&amp;رسال الملف المحدد</numerusform>
            <numerusform>إ&amp;رسال الملفين المحددين</numerusform>
            <numerusform>إ&amp;رسال %Ln ملفات محددة</numerusform>
            <numerusform>إ&amp;رسال %Ln ملفًا محددًا</numerusform>
            <numerusform>إ&amp;رسال %Ln ملف محدد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) already in the list, now selected.</source>
        <translation>
            <numerusform>%Ln ملف في القائمة بالفعل، وهو محدد الآن.</numerusform>
            <numerusform>ملف واحد في القائمة بالفعل، وهو محدد الآن.</numerusform>
            <numerusform>ملفان في القائمة بالفعل، وهما محددان الآن.</numerusform>
            <numerusform>%Ln ملفات في القائمة بالفعل، وهي محددة الآن.</numerusform>
            <numerusform>%Ln ملفًا في القائمة بالفعل، وهي محددة الآن.</numerusform>
            <numerusform>%Ln ملف في القائمة بالفعل، وهي محددة الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln ملف</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%Ln ملفات</numerusform>
            <numerusform>%Ln ملفًا</numerusform>
            <numerusform>%Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln file(s)</source>
        <translation>
            <numerusform>{shown} من %Ln ملف</numerusform>
            <numerusform>{shown} من ملف واحد</numerusform>
            <numerusform>{shown} من ملفين</numerusform>
            <numerusform>{shown} من %Ln ملفات</numerusform>
            <numerusform>{shown} من %Ln ملفًا</numerusform>
            <numerusform>{shown} من %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>رُفع %Ln</numerusform>
            <numerusform>رُفع واحد</numerusform>
            <numerusform>رُفع اثنان</numerusform>
            <numerusform>رُفعت %Ln</numerusform>
            <numerusform>رُفع %Ln</numerusform>
            <numerusform>رُفع %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention</source>
        <translation>
            <numerusform>%Ln يحتاج إلى انتباه</numerusform>
            <numerusform>واحد يحتاج إلى انتباه</numerusform>
            <numerusform>اثنان يحتاجان إلى انتباه</numerusform>
            <numerusform>%Ln تحتاج إلى انتباه</numerusform>
            <numerusform>%Ln يحتاج إلى انتباه</numerusform>
            <numerusform>%Ln يحتاج إلى انتباه</numerusform>
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
        <source>%Ln hidden or temporary file(s) skipped, such as ~$… of open workbooks.</source>
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
        <translation>جارٍ القراءة…</translation>
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
        <source>It may have been moved, renamed or deleted. Find it, then drop it again.</source>
        <translation>ربما نُقل أو أُعيدت تسميته أو حُذف. ابحث عنه وأفلته من جديد.</translation>
    </message>
    <message>
        <source>This shortcut&apos;s file is missing</source>
        <translation>ملف هذا الاختصار غير موجود</translation>
    </message>
    <message>
        <source>Find the file itself, then drop that.</source>
        <translation>ابحث عن الملف نفسه وأفلته.</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>هذا مجلد وليس ملفًا</translation>
    </message>
    <message>
        <source>Clear accepts single files. Drop the files inside it, or put them into a zip file first.</source>
        <translation>يقبل Clear ملفات مفردة. أفلت الملفات التي بداخله، أو ضعها أولًا في ملف zip.</translation>
    </message>
    <message>
        <source>This folder is empty</source>
        <translation>هذا المجلد فارغ</translation>
    </message>
    <message>
        <source>It contains no files, or only hidden and temporary ones. Drop the folder that contains the ledgers.</source>
        <translation>لا ملف فيه، أو ليس فيه إلا ملفات مخفية ومؤقتة. أفلت المجلد الذي فيه الدفاتر.</translation>
    </message>
    <message>
        <source>This isn&apos;t a regular file</source>
        <translation>هذا ليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>It&apos;s a device or a connection between programs, which can&apos;t be uploaded.</source>
        <translation>إنه جهاز أو اتصال بين برامج، ولا يمكن رفعه.</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened</source>
        <translation>لا يمكن فتح الملف</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to read it. Ask its owner for access, or save a copy in your own folder.</source>
        <translation>ليس لديك إذن بقراءته. اطلب الإذن من مالكه، أو احفظ نسخة منه في مجلد خاص بك.</translation>
    </message>
    <message>
        <source>macOS doesn&apos;t let LedgerDrop read this file</source>
        <translation>لا يسمح macOS لـ LedgerDrop بقراءة هذا الملف</translation>
    </message>
    <message>
        <source>Allow it under System Settings, Privacy &amp; Security, Files and Folders. Then retry.</source>
        <translation>اسمح بذلك في System Settings ثم Privacy &amp; Security ثم Files and Folders. ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The file is open in another program</source>
        <translation>الملف مفتوح في برنامج آخر</translation>
    </message>
    <message>
        <source>It&apos;s probably open in Excel. Save and close it, then retry.</source>
        <translation>الأرجح أنه مفتوح في Excel. احفظه وأغلقه هناك، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The file isn&apos;t on this computer yet</source>
        <translation>الملف ليس على هذا الحاسوب بعد</translation>
    </message>
    <message>
        <source>It&apos;s stored online only (OneDrive, iCloud or similar). Open it once, or choose “Always keep on this device”, then retry.</source>
        <translation>إنه محفوظ على الإنترنت فقط (OneDrive أو iCloud أو ما شابه). افتحه مرة واحدة، أو اختر «الاحتفاظ دائمًا على هذا الحاسوب»، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be read completely</source>
        <translation>تعذّرت قراءة الملف إلى نهايته</translation>
    </message>
    <message>
        <source>The disk or network drive reported an error. Copy the file to this computer, then drop the copy.</source>
        <translation>أبلغ القرص أو محرك أقراص الشبكة عن خطأ. انسخ الملف إلى هذا الحاسوب وأفلت النسخة.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>الملف فارغ</translation>
    </message>
    <message>
        <source>It contains no data. Export it again from your accounting software.</source>
        <translation>لا يحتوي على أي بيانات. صدّره مجددًا من برنامج المحاسبة.</translation>
    </message>
    <message>
        <source>The file is larger than 5 GB</source>
        <translation>الملف أكبر من خمسة غيغابايت</translation>
    </message>
    <message>
        <source>Clear accepts files of up to 5 GB. Split the ledger, for example by month, and send the parts.</source>
        <translation>يقبل Clear ملفات لا تزيد على خمسة غيغابايت. قسّم الدفتر، حسب الشهر مثلًا، وأرسل الأجزاء.</translation>
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
        <source>This is Excel&apos;s lock file for an open workbook</source>
        <translation>هذه علامة يضعها Excel بجانب مصنف مفتوح</translation>
    </message>
    <message>
        <source>The ledger is in the same folder, without “~$” in its name. Save and close it in Excel, then drop it.</source>
        <translation>الدفتر بجانبها، وليس في اسمه «~$». احفظه وأغلقه في Excel ثم أفلته هنا.</translation>
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
        <source>The file from the archive is gone</source>
        <translation>اختفى الملف من نافذة الأرشيف</translation>
    </message>
    <message>
        <source>7-Zip, WinRAR and the like keep it only for a moment. Extract it to a folder, then drop it from there.</source>
        <translation>تحتفظ به برامج مثل 7-Zip وWinRAR للحظة فقط. استخرجه إلى مجلد ثم أفلته من هناك.</translation>
    </message>
    <message>
        <source>The network folder isn&apos;t connected</source>
        <translation>مجلد الشبكة غير متصل</translation>
    </message>
    <message>
        <source>Open it in your file manager and try again, or copy the file to this computer and drop the copy.</source>
        <translation>افتحه في مدير الملفات وحاول مرة أخرى، أو انسخ الملف إلى هذا الحاسوب وأفلت النسخة.</translation>
    </message>
    <message>
        <source>The extension is followed by characters you can&apos;t see</source>
        <translation>بعد الامتداد أحرف لا تُرى</translation>
    </message>
    <message>
        <source>The file is still being written</source>
        <translation>الملف ما زال قيد الكتابة</translation>
    </message>
    <message>
        <source>A program is still saving it. LedgerDrop checks it as soon as it stops changing.</source>
        <translation>ما زال برنامج يحفظه. سيُفحص حالما يتوقف عن التغيّر.</translation>
    </message>
    <message>
        <source>The file has no extension</source>
        <translation>ليس لاسم الملف امتداد</translation>
    </message>
    <message>
        <source>Clear needs a name ending in .csv, .xlsx, .xls or .zip.</source>
        <translation>يجب أن ينتهي الاسم بـ ‎.csv أو ‎.xlsx أو ‎.xls أو ‎.zip حتى يقبله Clear.</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept {extension} files</source>
        <translation>لا يقبل Clear ملفات {extension}</translation>
    </message>
    <message>
        <source>Clear accepts .csv, .xlsx, .xls and .zip. Save or export the ledger as one of these.</source>
        <translation>يقبل Clear ‏‎.csv و‎.xlsx و‎.xls و‎.zip فقط. احفظ الدفتر أو صدّره بإحدى هذه الصيغ.</translation>
    </message>
    <message>
        <source>The file was changed after it was checked</source>
        <translation>تغيّر الملف بعد فحصه</translation>
    </message>
    <message>
        <source>The earlier version was discarded. Finish editing, then press Retry.</source>
        <translation>تم تجاهل النسخة السابقة. أكمل التعديل، ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>Named {extension}, but it&apos;s {what}</source>
        <translation>اسمه {extension}، لكنه {what}</translation>
    </message>
    <message>
        <source>Clear rejects files whose name and content don&apos;t match. Open the file in the program that made it, then save or export it as .csv, .xlsx or .xls.</source>
        <translation>يرفض Clear الملفات التي يختلف اسمها عن محتواها. افتح الملف في البرنامج الذي أنشأه، واحفظه بصيغة ‎.csv أو ‎.xlsx أو ‎.xls، أو صدّره بإحداها.</translation>
    </message>
    <message>
        <source>The content is fine; only the name is wrong. You can send it as {better_name}. Your own file isn&apos;t changed.</source>
        <translation>محتواه سليم؛ الاسم وحده خاطئ. يمكن إرساله باسم {better_name}. ويبقى ملفك كما هو.</translation>
    </message>
    <message>
        <source>The workbook has a password</source>
        <translation>المصنف محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>This workbook contains macros</source>
        <translation>يحتوي هذا المصنف على وحدات ماكرو</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept workbooks with macros (.xlsm). In Excel, choose Save As &gt; “Excel Workbook (.xlsx)”.</source>
        <translation>لا يقبل Clear مصنفات فيها وحدات ماكرو (‎.xlsm). في Excel اختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>This is an Excel binary workbook (.xlsb)</source>
        <translation>هذا مصنف Excel ثنائي (‎.xlsb)</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept it. In Excel, choose Save As &gt; “Excel Workbook (.xlsx)”.</source>
        <translation>لا يقبله Clear. في Excel اختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>This is an OpenDocument (LibreOffice) file</source>
        <translation>هذا ملف OpenDocument ‏(LibreOffice)</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t accept it. In LibreOffice, choose Save As &gt; “Excel 2007-365 (.xlsx)”.</source>
        <translation>لا يقبله Clear. في LibreOffice اختر حفظ باسم، «Excel 2007-365 ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>This is a web page, not a ledger</source>
        <translation>هذه صفحة ويب وليست دفترًا</translation>
    </message>
    <message>
        <source>Some portals export a web page and name it {extension}. Open it in Excel and choose Save As &gt; “Excel Workbook (.xlsx)”. If it shows a sign-in page, download the ledger again.</source>
        <translation>تصدّر بعض البوابات صفحة ويب وتسميها {extension}. افتحها في Excel واختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)». وإذا ظهرت صفحة تسجيل دخول، فنزّل الدفتر من جديد.</translation>
    </message>
    <message>
        <source>This is an XML file, not an Excel workbook</source>
        <translation>هذا ملف XML وليس مصنف Excel</translation>
    </message>
    <message>
        <source>Open it in Excel, choose Save As &gt; “Excel Workbook (.xlsx)”, then drop the new file.</source>
        <translation>افتحه في Excel واختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)»، ثم أفلت الملف الجديد.</translation>
    </message>
    <message>
        <source>Named {extension}, but it&apos;s plain text</source>
        <translation>اسمه {extension}، لكنه نص عادي</translation>
    </message>
    <message>
        <source>This is a PDF document</source>
        <translation>هذا مستند PDF</translation>
    </message>
    <message>
        <source>Clear needs data, not a document. Export the ledger as .csv or .xlsx from your accounting software.</source>
        <translation>يحتاج Clear إلى بيانات، لا إلى مستند. صدّر الدفتر بصيغة ‎.csv أو ‎.xlsx من برنامج المحاسبة.</translation>
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
        <source>Clear doesn&apos;t accept it here. Export the ledger as .csv or .xlsx instead.</source>
        <translation>لا يقبلها Clear هنا. صدّر الدفتر بصيغة ‎.csv أو ‎.xlsx بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete</source>
        <translation>الملف تالف أو غير مكتمل</translation>
    </message>
    <message>
        <source>Copying or downloading may have been interrupted. Download or export it again.</source>
        <translation>ربما انقطع النسخ أو التنزيل. نزّله أو صدّره من جديد.</translation>
    </message>
    <message>
        <source>This may not be what its name says</source>
        <translation>قد لا يكون الملف كما يدل عليه اسمه</translation>
    </message>
    <message>
        <source>It looks like {what}. Clear may reject it. Look at it before you send it anyway.</source>
        <translation>يبدو أنه {what}. قد يرفضه Clear. راجعه قبل أن ترسله على أي حال.</translation>
    </message>
    <message>
        <source>This looks like a message, not a ledger</source>
        <translation>يبدو هذا رسالة وليس دفترًا</translation>
    </message>
    <message>
        <source>The portal may have sent it instead of the file, for example because you were signed out. Open and read it, then download or export the ledger again.</source>
        <translation>ربما أرسلها الموقع أو البرنامج بدل الملف، مثلًا لأنه تم تسجيل خروجك. افتحها واقرأها، ثم نزّل الدفتر أو صدّره من جديد.</translation>
    </message>
    <message>
        <source>The table may be cut off</source>
        <translation>قد يكون الجدول مقطوعًا</translation>
    </message>
    <message>
        <source>The last row is followed by something else, such as an error message or part of another file. Rows may be missing. Check the end of the file, or export it again.</source>
        <translation>بعد الصف الأخير شيء آخر، مثل رسالة خطأ أو جزء من ملف آخر. ربما تنقص صفوف. راجع نهاية الملف أو صدّره من جديد.</translation>
    </message>
    <message>
        <source>Already sent on {day} as {name}</source>
        <translation>سبق إرساله في {day} باسم {name}</translation>
    </message>
    <message>
        <source>Identical to a file this account has already sent. Send it again only if you mean to.</source>
        <translation>مطابق لملف سبق أن أرسله هذا الحساب. لا ترسله مجددًا إلا إذا كنت تقصد ذلك.</translation>
    </message>
    <message>
        <source>Same as {name}, not sent</source>
        <translation>مطابق لـ {name}، لم يُرسل</translation>
    </message>
    <message>
        <source>Both files have the same content and go to the same account. Only one is sent. Send this one too only if Clear should get it twice.</source>
        <translation>للملفين المحتوى نفسه والحساب نفسه. يُرسل واحد منهما فقط. أرسل هذا أيضًا فقط إذا كان يجب أن يصل إلى Clear مرتين.</translation>
    </message>
    <message>
        <source>This workbook is from a very old version of Excel</source>
        <translation>هذا المصنف من إصدار قديم جدًا من Excel</translation>
    </message>
    <message>
        <source>Clear may not be able to read it. Open it in Excel and choose Save As &gt; “Excel Workbook (.xlsx)”.</source>
        <translation>قد لا يستطيع Clear قراءته. افتحه في Excel واختر حفظ باسم، «مصنف Excel ‏(‎.xlsx)».</translation>
    </message>
    <message>
        <source>The text contains invalid characters</source>
        <translation>في النص أحرف غير صالحة</translation>
    </message>
    <message>
        <source>Some programs leave them behind, and Clear may reject the file. Export it again, or save it as .xlsx in Excel.</source>
        <translation>تتركها بعض البرامج، وقد يرفض Clear الملف. صدّره من جديد، أو احفظه بصيغة ‎.xlsx في Excel.</translation>
    </message>
    <message>
        <source>The zip file has a password</source>
        <translation>ملف zip محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>Clear may not be able to open it. Create the zip again without a password.</source>
        <translation>قد لا يستطيع Clear فتحه. أنشئ ملف zip من جديد دون كلمة مرور.</translation>
    </message>
    <message>
        <source>The zip file is empty</source>
        <translation>ملف zip فارغ</translation>
    </message>
    <message>
        <source>Create the zip again with the ledgers inside.</source>
        <translation>أنشئ ملف zip من جديد والدفاتر بداخله.</translation>
    </message>
    <message>
        <source>The zip file contains nothing for Clear</source>
        <translation>لا يحتوي ملف zip على شيء يخص Clear</translation>
    </message>
    <message>
        <source>This is {what}. Create the zip again with the ledgers inside.</source>
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
        <source>This account has no access token</source>
        <translation>ليس لهذا الحساب رمز وصول</translation>
    </message>
    <message>
        <source>Open Settings and enter the token from Clear. Find it in Clear under Settings &gt; Integrations.</source>
        <translation>افتح الإعدادات وأدخل الرمز الذي أعطاك إياه Clear (في Clear: ‏Settings ثم Integrations).</translation>
    </message>
    <message>
        <source>This account has no integration ID</source>
        <translation>ليس لهذا الحساب معرّف تكامل</translation>
    </message>
    <message>
        <source>Open Settings and enter the integration ID from Clear. It has 36 characters.</source>
        <translation>افتح الإعدادات وأدخل معرّف التكامل الذي أعطاك إياه Clear. وهو من ستة وثلاثين حرفًا.</translation>
    </message>
    <message>
        <source>The address of Clear in Settings is invalid</source>
        <translation>عنوان Clear في الإعدادات غير صالح</translation>
    </message>
    <message>
        <source>It must start with https:// and contain no user name, question mark or number sign. Correct it in Settings.</source>
        <translation>يجب أن يبدأ بـ ⁨https://⁩ وألا يحتوي على اسم مستخدم أو علامة استفهام أو علامة #. صحّحه في الإعدادات.</translation>
    </message>
    <message>
        <source>The computer&apos;s password store isn&apos;t responding</source>
        <translation>لا يستجيب مخزن كلمات المرور في الحاسوب</translation>
    </message>
    <message>
        <source>It may be waiting for you to unlock it. Look for its window, unlock it, then retry.</source>
        <translation>ربما ينتظر أن تفتح قفله. ابحث عن نافذته وافتح قفله، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The computer&apos;s password store isn&apos;t available</source>
        <translation>مخزن كلمات المرور في الحاسوب غير متاح</translation>
    </message>
    <message>
        <source>The computer&apos;s password store is locked</source>
        <translation>مخزن كلمات المرور في الحاسوب مقفل</translation>
    </message>
    <message>
        <source>This isn&apos;t an access token</source>
        <translation>هذا ليس رمز وصول</translation>
    </message>
    <message>
        <source>{what} Copy the token again in Clear (Settings &gt; Integrations) and paste it here.</source>
        <translation>{what} انسخ الرمز من جديد في Clear ‏(Settings ثم Integrations) وألصقه هنا.</translation>
    </message>
    <message>
        <source>This file&apos;s account no longer exists</source>
        <translation>لم يعد الحساب الخاص بهذا الملف موجودًا</translation>
    </message>
    <message>
        <source>It was removed in Settings. Choose another account, then drop the file again.</source>
        <translation>تمت إزالته في الإعدادات. اختر حسابًا آخر وأفلت الملف من جديد.</translation>
    </message>
    <message>
        <source>LedgerDrop can&apos;t write to its own folder</source>
        <translation>لا يستطيع LedgerDrop الكتابة في مجلده</translation>
    </message>
    <message>
        <source>It has no permission to write in {path}, or the disk is full. Fix that, or ask your IT department.</source>
        <translation>ليس له إذن بالكتابة في {path}، أو القرص ممتلئ. أصلح ذلك، أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Some settings couldn&apos;t be read</source>
        <translation>تعذّرت قراءة بعض الإعدادات</translation>
    </message>
    <message>
        <source>A copy is kept in {path}. Check your accounts in Settings. Your tokens are safe; they aren&apos;t in that file.</source>
        <translation>توجد نسخة في {path}. راجع حساباتك في الإعدادات. رموزك في أمان؛ فهي ليست في ذلك الملف.</translation>
    </message>
    <message>
        <source>The settings are from a newer version of LedgerDrop</source>
        <translation>الإعدادات من إصدار أحدث من LedgerDrop</translation>
    </message>
    <message>
        <source>{path} isn&apos;t used and isn&apos;t changed. Your changes last until you quit LedgerDrop. Install the newer version to use your settings.</source>
        <translation>لا يُستخدم {path} ولا يُغيَّر. تبقى تغييراتك حتى تغلق LedgerDrop. ثبّت الإصدار الأحدث لاستخدام إعداداتك.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be opened</source>
        <translation>تعذّر فتح الإعدادات</translation>
    </message>
    <message>
        <source>LedgerDrop has no permission to read {path}. Nothing was changed. Ask your IT department for access.</source>
        <translation>ليس لـ LedgerDrop إذن بقراءة {path}. لم يتغير شيء هناك. اطلب من قسم تقنية المعلومات أن يمنحك الإذن.</translation>
    </message>
    <message>
        <source>This accounts file can&apos;t be used</source>
        <translation>لا يمكن استخدام ملف الحسابات هذا</translation>
    </message>
    <message>
        <source>{what} Nothing was added. Ask whoever gave you the file for a new one.</source>
        <translation>{what} لم يُضف شيء. اطلب ملفًا جديدًا ممن أعطاك إياه.</translation>
    </message>
    <message>
        <source>Account {number} is invalid: {what}. Nothing was added. Ask whoever gave you the file for a new one.</source>
        <translation>الحساب رقم {number} غير صحيح: {what}. لم يُضف شيء. اطلب ملفًا جديدًا ممن أعطاك إياه.</translation>
    </message>
    <message>
        <source>Your IT department&apos;s settings couldn&apos;t be used</source>
        <translation>تعذّر استخدام إعدادات قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>One of your IT department&apos;s settings can&apos;t be used</source>
        <translation>لا يمكن استخدام أحد إعدادات قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>“{name}” in {path}: {what} Everything else is used. Show this to your IT department.</source>
        <translation>«{name}» في {path}: {what} وكل ما عداه مستخدم. اعرض هذا على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>An account set up by your IT department can&apos;t be used</source>
        <translation>لا يمكن استخدام حساب أعدّه قسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>Account {number} in {path} is invalid: {what}. Everything else is used. Show this to your IT department.</source>
        <translation>الحساب رقم {number} في {path} غير صحيح: {what}. وكل ما عداه هناك مستخدم. اعرض هذا على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be saved</source>
        <translation>تعذّر حفظ الملف</translation>
    </message>
    <message>
        <source>{path} may be on a full or read-only disk, or in a folder you can&apos;t write to. Choose another place.</source>
        <translation>ربما يكون {path} على قرص ممتلئ أو للقراءة فقط، أو في مجلد ليس لك. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Clear rejected the access token</source>
        <translation>رفض Clear رمز الوصول</translation>
    </message>
    <message>
        <source>It may be out of date or belong to another account. Get the current token from Clear and enter it for this account.</source>
        <translation>ربما كان رمزًا قديمًا، أو يخص حسابًا آخر. احصل على الرمز الحالي من Clear وأدخله لهذا الحساب.</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t allow this account to upload</source>
        <translation>لا يسمح Clear لهذا الحساب بالرفع</translation>
    </message>
    <message>
        <source>The token and integration ID may not belong together, or this network isn&apos;t allowed. Check both in Settings, or ask whoever manages Clear for you.</source>
        <translation>ربما لا ينتمي الرمز ومعرّف التكامل أحدهما إلى الآخر، أو أن هذه الشبكة غير مسموح بها. راجعهما في الإعدادات، أو اسأل من يدير Clear لديكم.</translation>
    </message>
    <message>
        <source>Clear rejected the request</source>
        <translation>رفض Clear الطلب</translation>
    </message>
    <message>
        <source>Clear rejected this file name</source>
        <translation>رفض Clear اسم الملف هذا</translation>
    </message>
    <message>
        <source>A filter blocked this request before it reached Clear</source>
        <translation>حجب مرشّحٌ هذا الطلب قبل أن يصل إلى Clear</translation>
    </message>
    <message>
        <source>It may object to the file&apos;s name or content. Try another name, or ask your IT department to allow it. Your other files aren&apos;t affected.</source>
        <translation>ربما يعترض على اسم الملف أو محتواه. جرّب اسمًا آخر، أو اطلب من قسم تقنية المعلومات السماح به. لا يؤثر هذا في ملفاتك الأخرى.</translation>
    </message>
    <message>
        <source>Clear asked LedgerDrop to wait</source>
        <translation>طلب Clear من LedgerDrop الانتظار</translation>
    </message>
    <message>
        <source>There were too many requests in a short time. Your file is fine.</source>
        <translation>وردت طلبات كثيرة في وقت قصير. ملفك سليم.</translation>
    </message>
    <message>
        <source>Clear is having a problem</source>
        <translation>لدى Clear مشكلة في الوقت الحالي</translation>
    </message>
    <message>
        <source>Your file is fine. If it lasts more than an hour, tell Clear support.</source>
        <translation>ملفك سليم. إذا لم تزُل المشكلة خلال ساعة، فأخبر دعم Clear.</translation>
    </message>
    <message>
        <source>Clear didn&apos;t accept the request</source>
        <translation>لم يقبل Clear الطلب</translation>
    </message>
    <message>
        <source>Unexpected reply from Clear</source>
        <translation>جواب غير متوقع من Clear</translation>
    </message>
    <message>
        <source>Check the address in Settings. If it&apos;s right, send the details to Clear support.</source>
        <translation>راجع العنوان في الإعدادات. وإن كان صحيحًا، فأرسل التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>Unexpected reply</source>
        <translation>جواب غير متوقع</translation>
    </message>
    <message>
        <source>Something between this computer and Clear may have replied, or the address in Settings isn&apos;t Clear&apos;s. Check both.</source>
        <translation>ربما أجاب شيء ما في الطريق بدلًا منه، أو أن العنوان في الإعدادات ليس عنوان Clear. راجع الأمرين.</translation>
    </message>
    <message>
        <source>The reply was far too long</source>
        <translation>كان الجواب طويلًا جدًا</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t reply like this. Check the address in Settings.</source>
        <translation>لا يجيب Clear هكذا. راجع العنوان في الإعدادات.</translation>
    </message>
    <message>
        <source>Clear took too long to reply</source>
        <translation>تأخر Clear كثيرًا في الجواب</translation>
    </message>
    <message>
        <source>The connection or Clear is very slow right now.</source>
        <translation>الاتصال أو Clear بطيء جدًا في الوقت الحالي.</translation>
    </message>
    <message>
        <source>The upload address isn&apos;t secure</source>
        <translation>عنوان الرفع غير آمن</translation>
    </message>
    <message>
        <source>Clear should give an https address but didn&apos;t. To protect your ledger, nothing was sent. Tell Clear support.</source>
        <translation>كان على Clear أن يعطي عنوان https ولم يفعل. لحماية دفترك لم يُرسل شيء. أخبر دعم Clear.</translation>
    </message>
    <message>
        <source>Clear gave an unusable upload address</source>
        <translation>أعطى Clear عنوان رفع لا يمكن استخدامه</translation>
    </message>
    <message>
        <source>It would lose its permission on the way, so nothing was sent. This is a problem at Clear. Send the details to Clear support.</source>
        <translation>كان سيفقد إذنه في الطريق، فلم يُرسل شيء. هذه مشكلة لدى Clear. أرسل التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>No internet connection</source>
        <translation>لا يوجد اتصال بالإنترنت</translation>
    </message>
    <message>
        <source>Sending resumes automatically when you&apos;re back online.</source>
        <translation>يُستأنف الإرسال تلقائيًا حالما يعود الاتصال.</translation>
    </message>
    <message>
        <source>Can&apos;t reach {host}</source>
        <translation>لا يمكن الوصول إلى {host}</translation>
    </message>
    <message>
        <source>Check your internet connection and the address in Settings.</source>
        <translation>تأكد من اتصالك بالإنترنت، ومن العنوان في الإعدادات.</translation>
    </message>
    <message>
        <source>No connection to {host}</source>
        <translation>لا اتصال بـ {host}</translation>
    </message>
    <message>
        <source>The connection was refused, perhaps by a firewall. If this continues, ask your IT department to allow it.</source>
        <translation>رُفض الاتصال، ربما من جدار حماية. إذا استمر ذلك، فاطلب من قسم تقنية المعلومات السماح به.</translation>
    </message>
    <message>
        <source>No reply from {host}</source>
        <translation>لا جواب من {host}</translation>
    </message>
    <message>
        <source>The network may be down, or a firewall may be blocking it. If this continues, ask your IT department.</source>
        <translation>ربما تعطلت الشبكة، أو أن جدار حماية يسد الطريق. إذا بقي الأمر كذلك، فاسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost</source>
        <translation>انقطع الاتصال بـ {host}</translation>
    </message>
    <message>
        <source>The upload stalled</source>
        <translation>توقف الرفع في منتصفه</translation>
    </message>
    <message>
        <source>Nothing could be sent for {seconds} seconds. The file wasn&apos;t uploaded.</source>
        <translation>لم يمكن إرسال شيء مدة {seconds} ثانية. لم يُرفع الملف.</translation>
    </message>
    <message>
        <source>Everything was sent, but Clear didn&apos;t confirm it</source>
        <translation>تم إرسال كل شيء، لكن Clear لم يؤكده</translation>
    </message>
    <message>
        <source>Without confirmation, the file doesn&apos;t count as uploaded. It&apos;s safe to send it again.</source>
        <translation>من دون تأكيد لا يُعدّ الملف مرفوعًا. ولا ضرر في إرساله مجددًا.</translation>
    </message>
    <message>
        <source>Can&apos;t verify the identity of {host}</source>
        <translation>لا يمكن التحقق من هوية {host}</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t trust the issuer of its certificate. On a company network, ask IT to install the company&apos;s certificate. Nothing was sent.</source>
        <translation>شهادته صادرة عن جهة لا يثق بها هذا الحاسوب. في شبكة الشركة، اطلب من قسم تقنية المعلومات تثبيت شهادة الشركة على هذا الحاسوب. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The certificate of {host} isn&apos;t valid today</source>
        <translation>شهادة {host} غير صالحة اليوم</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. If they&apos;re right, tell IT. Nothing was sent.</source>
        <translation>تأكد من صحة التاريخ والوقت في هذا الحاسوب. وإن كانا صحيحين، فأخبر قسم تقنية المعلومات. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Another computer replied instead of {host}</source>
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
        <source>Encryption couldn&apos;t be set up. A firewall or antivirus program may be in the way.</source>
        <translation>تعذّر إعداد التشفير. قد يكون جدار حماية أو برنامج مكافحة فيروسات في الطريق.</translation>
    </message>
    <message>
        <source>{host} asks for a certificate from this computer</source>
        <translation>يطلب {host} شهادة من هذا الحاسوب</translation>
    </message>
    <message>
        <source>LedgerDrop can&apos;t provide one. A company firewall may be asking. Ask your IT department to allow {host} without a certificate.</source>
        <translation>لا يستطيع LedgerDrop تقديم شهادة. ربما يطلبها جدار حماية الشركة. اطلب من قسم تقنية المعلومات السماح بـ {host} دون شهادة.</translation>
    </message>
    <message>
        <source>{host} accepts only HTTP/2</source>
        <translation>لا يقبل {host} إلا HTTP/2</translation>
    </message>
    <message>
        <source>LedgerDrop uses HTTP/1.1, as Clear does. Something in between may be misconfigured. Tell your IT department.</source>
        <translation>يستخدم LedgerDrop البروتوكول HTTP/1.1 كما يفعل Clear. ربما ضُبط شيء ما في الطريق ضبطًا خاطئًا. أخبر قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The trusted certificates file can&apos;t be used</source>
        <translation>لا يمكن استخدام ملف الشهادات الموثوق بها</translation>
    </message>
    <message>
        <source>{variable} points to {path}, which is missing or contains no certificates. Correct or remove that setting.</source>
        <translation>يشير {variable} إلى {path}، وهو غير موجود أو لا يحتوي على شهادات. صحّح هذا الإعداد أو أزله.</translation>
    </message>
    <message>
        <source>The company proxy {host} isn&apos;t responding</source>
        <translation>لا يستجيب وكيل الشركة {host}</translation>
    </message>
    <message>
        <source>Check that you&apos;re on the company network or VPN, or ask IT.</source>
        <translation>تأكد من أنك في شبكة الشركة أو شبكتها الافتراضية VPN، أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>No connection to {host} through the company proxy</source>
        <translation>لا اتصال بـ {host} عبر وكيل الشركة</translation>
    </message>
    <message>
        <source>{host} may be down, or the proxy can&apos;t reach it. LedgerDrop retries automatically. If this continues, ask your IT department.</source>
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
        <source>The company proxy {host} doesn&apos;t use https</source>
        <translation>وكيل الشركة {host} لا يستخدم https</translation>
    </message>
    <message>
        <source>Change its address to http:// in Settings, under Network. If it comes from this computer&apos;s settings, ask IT.</source>
        <translation>غيّر عنوانه إلى ⁨http://⁩ في الإعدادات، ضمن «الشبكة». وإن كان مصدره إعدادات هذا الحاسوب، فاسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Can&apos;t verify the identity of the company proxy {host}</source>
        <translation>تعذّر التحقق من هوية وكيل الشركة {host}</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t trust the issuer of the proxy&apos;s certificate. Ask IT to install the company&apos;s certificate. Nothing was sent.</source>
        <translation>لا يثق هذا الحاسوب بالجهة التي أصدرت شهادة الوكيل. اطلب من قسم تقنية المعلومات تثبيت شهادة الشركة على هذا الحاسوب. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The company proxy&apos;s certificate isn&apos;t for {host}</source>
        <translation>شهادة وكيل الشركة ليست لـ {host}</translation>
    </message>
    <message>
        <source>The certificate names a different proxy. Enter that name in Settings, under Network, or ask IT. Nothing was sent.</source>
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
        <source>The company proxy needs a sign-in that LedgerDrop doesn&apos;t support</source>
        <translation>يطلب وكيل الشركة تسجيل دخول لا يدعمه LedgerDrop</translation>
    </message>
    <message>
        <source>It accepts only {kinds}. Ask IT to let this computer reach {host} without signing in, or to also allow “Basic”.</source>
        <translation>لا يقبل إلا {kinds}. اطلب من قسم تقنية المعلومات أن يتيح لهذا الحاسوب الوصول إلى {host} دون تسجيل دخول، أو أن يسمح بطريقة «Basic» أيضًا.</translation>
    </message>
    <message>
        <source>The company proxy blocked the connection</source>
        <translation>حجب وكيل الشركة الاتصال</translation>
    </message>
    <message>
        <source>Ask IT to allow connections to {host}.</source>
        <translation>اطلب من قسم تقنية المعلومات السماح بالاتصال بـ {host}.</translation>
    </message>
    <message>
        <source>The proxy address is invalid</source>
        <translation>عنوان الوكيل غير صالح</translation>
    </message>
    <message>
        <source>It should look like http://proxy.example.com:8080. Correct it in Settings, under Network, or ask IT. It may come from this computer&apos;s settings.</source>
        <translation>ينبغي أن يكون مثل ⁨http://proxy.example.com:8080⁩ تمامًا. صحّحه في الإعدادات، ضمن «الشبكة»، أو اسأل قسم تقنية المعلومات: فقد يأتي من إعدادات هذا الحاسوب.</translation>
    </message>
    <message>
        <source>A web page replied instead of Clear</source>
        <translation>أجابت صفحة ويب بدلًا من Clear</translation>
    </message>
    <message>
        <source>Redirected to another address</source>
        <translation>تمت إعادة التوجيه إلى عنوان آخر</translation>
    </message>
    <message>
        <source>This network may want you to sign in first (open any web page in your browser), or the address in Settings isn&apos;t Clear&apos;s. Nothing was sent there.</source>
        <translation>ربما تريد هذه الشبكة أن تسجل الدخول أولًا (افتح أي صفحة ويب في متصفحك)، أو أن العنوان في الإعدادات ليس عنوان Clear. لم يُرسل شيء إلى هناك.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the upload</source>
        <translation>رفض مخزن Clear الرفع</translation>
    </message>
    <message>
        <source>Permission for this upload wasn&apos;t granted. If it happens again, tell Clear support.</source>
        <translation>لم يُمنح الإذن لهذا الرفع. إذا تكرر ذلك، فأخبر دعم Clear.</translation>
    </message>
    <message>
        <source>The permission for this upload expired</source>
        <translation>انتهت مدة الإذن لهذا الرفع</translation>
    </message>
    <message>
        <source>Clear allows one hour for each upload. Press Retry to get a new permission.</source>
        <translation>يعطي Clear ساعة واحدة لكل رفع. اضغط «إعادة المحاولة» للحصول على إذن جديد.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the permission</source>
        <translation>رفض مخزن Clear الإذن</translation>
    </message>
    <message>
        <source>A proxy may have changed the request. If it happens again, tell Clear support and IT.</source>
        <translation>ربما غيّر وكيلٌ الطلبَ في الطريق. إذا تكرر ذلك، فأخبر دعم Clear وقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>ساعة هذا الحاسوب غير صحيحة</translation>
    </message>
    <message>
        <source>Uploads need the right date and time. Turn on automatic time in the computer&apos;s settings.</source>
        <translation>لا يعمل الرفع إلا بتاريخ ووقت صحيحين. فعّل الوقت التلقائي في إعدادات الحاسوب.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs from Clear&apos;s</source>
        <translation>تختلف ساعة هذا الحاسوب عن ساعة Clear</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the upload because of its time. Turn on automatic time in the computer&apos;s settings, then press Retry.</source>
        <translation>رفض مخزن Clear الرفع بسبب وقته. فعّل الوقت التلقائي في إعدادات الحاسوب، ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>Something else replied instead of Clear&apos;s storage</source>
        <translation>أجاب شيء آخر بدلًا من مخزن Clear</translation>
    </message>
    <message>
        <source>This is usually your company&apos;s filter, or a network that wants you to sign in first (open any web page in your browser). Read what it says and show it to your IT department. The file wasn&apos;t uploaded.</source>
        <translation>يكون هذا عادةً مرشّح شركتك، أو شبكة تريد أن تسجّل الدخول أولًا (افتح أي صفحة ويب في متصفحك). اقرأ ما تقوله، وأرِه لقسم تقنية المعلومات. لا يُعدّ شيء مرفوعًا.</translation>
    </message>
    <message>
        <source>Can&apos;t reach Clear&apos;s storage</source>
        <translation>لا يمكن الوصول إلى مخزن Clear حاليًا</translation>
    </message>
    <message>
        <source>Something in between, such as a gateway or your company&apos;s filter, replied instead. LedgerDrop retries automatically. If this continues, show what it says to your IT department.</source>
        <translation>أجاب بدلًا منه شيءٌ في الطريق، مثل بوابة أو مرشّح شركتك. يعيد LedgerDrop المحاولة تلقائيًا. إذا تكرر ذلك، فأرِ قسم تقنية المعلومات ما يقوله.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage redirected the upload</source>
        <translation>أعاد مخزن Clear توجيه الرفع إلى مكان آخر</translation>
    </message>
    <message>
        <source>LedgerDrop sends your ledger only to the address Clear gave. This is a problem at Clear. Send the details to Clear support.</source>
        <translation>لا يرسل LedgerDrop دفترك إلا إلى العنوان الذي أعطاه Clear. هذه مشكلة لدى Clear. أرسل التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>The file name is too long for Clear&apos;s storage</source>
        <translation>اسم الملف أطول مما يقبله مخزن Clear</translation>
    </message>
    <message>
        <source>Give the file a shorter name, then drop it again.</source>
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
        <source>Your file is fine.</source>
        <translation>ملفك سليم.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage is having a problem</source>
        <translation>لدى مخزن Clear مشكلة في الوقت الحالي</translation>
    </message>
    <message>
        <source>Clear&apos;s storage doesn&apos;t recognise the place for this file</source>
        <translation>لا يعرف مخزن Clear مكان هذا الملف</translation>
    </message>
    <message>
        <source>This is a problem at Clear. Send the details to Clear support.</source>
        <translation>هذه مشكلة لدى Clear. أرسل التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>Clear&apos;s storage rejected the file</source>
        <translation>رفض مخزن Clear الملف</translation>
    </message>
    <message>
        <source>Read its response under Details and send it to Clear support.</source>
        <translation>اقرأ جوابه في التفاصيل، وأرسله إلى دعم Clear.</translation>
    </message>
    <message>
        <source>Can&apos;t tell if the file arrived</source>
        <translation>لا يمكن معرفة ما إذا وصل الملف</translation>
    </message>
    <message>
        <source>The reply wasn&apos;t one that Clear&apos;s storage gives, so the file doesn&apos;t count as uploaded. Something in between may have replied.</source>
        <translation>لم يكن الجواب من أجوبة مخزن Clear، ولذلك لا يُعدّ الملف مرفوعًا. ربما أجاب شيء ما في الطريق بدلًا منه.</translation>
    </message>
    <message>
        <source>Clear&apos;s permission was already used for another file</source>
        <translation>سبق أن مُنح إذن Clear هذا لملف آخر</translation>
    </message>
    <message>
        <source>Something between this computer and Clear repeats old replies, probably a web cache. Nothing was sent, because it would have replaced the other file. Retry later, or tell whoever looks after your network.</source>
        <translation>شيء ما بين هذا الحاسوب وClear يكرر أجوبة قديمة، وهو على الأرجح ذاكرة تخزين مؤقت للويب. لم يُرسل شيء، لأنه كان سيحل محل الملف الآخر. حاول لاحقًا، أو أخبر المسؤول عن شبكتك.</translation>
    </message>
    <message>
        <source>An earlier file with this name isn&apos;t imported yet</source>
        <translation>ملف سابق بهذا الاسم لم يُستورد بعد</translation>
    </message>
    <message>
        <source>Clear gave both files the same place, so this one would replace the other. Send it after the other is imported, or under another name.</source>
        <translation>أعطى Clear الملفين المكان نفسه، فيحل هذا الملف محل الآخر. أرسله بعد استيراد الآخر، أو باسم آخر.</translation>
    </message>
    <message>
        <source>The reply from Clear&apos;s storage lacks the proof it gives for other files, so the file doesn&apos;t count as uploaded. Retry. If this continues, tell whoever looks after your network.</source>
        <translation>لا يحمل جواب مخزن Clear الدليل الذي يقدمه للملفات الأخرى، لذلك لا يُعدّ الملف مرفوعًا. أعد المحاولة، وإن تكرر ذلك فأخبر المسؤول عن شبكتك.</translation>
    </message>
    <message>
        <source>The file was damaged in transit</source>
        <translation>تضرر الملف في الطريق</translation>
    </message>
    <message>
        <source>Clear&apos;s storage noticed and didn&apos;t keep it. Your own file is fine.</source>
        <translation>لاحظ مخزن Clear ذلك ولم يحتفظ به. ملفك الأصلي سليم.</translation>
    </message>
    <message>
        <source>What arrived isn&apos;t what was sent</source>
        <translation>ما وصل ليس ما تم إرساله</translation>
    </message>
    <message>
        <source>Clear&apos;s storage reports different content. Don&apos;t rely on this upload. Send the file again, and tell Clear support if this continues.</source>
        <translation>يُبلغ مخزن Clear عن محتوى مختلف. لا تعتمد على هذا الرفع: أرسل الملف من جديد، وأخبر دعم Clear إذا بقي الأمر كذلك.</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>Import rejected</source>
        <translation>رُفض الاستيراد</translation>
    </message>
    <message>
        <source>Clear doesn&apos;t recognise this import</source>
        <translation>لا يعرف Clear عملية الاستيراد هذه</translation>
    </message>
    <message>
        <source>Check in Clear if the file was imported. If not, send the details to Clear support.</source>
        <translation>تأكد في Clear من استيراد الملف. فإن لم يُستورد، فأرسل التفاصيل إلى دعم Clear.</translation>
    </message>
    <message>
        <source>This account can&apos;t see the import status</source>
        <translation>لا يستطيع هذا الحساب رؤية حالة الاستيراد</translation>
    </message>
    <message>
        <source>The token may belong to a different workspace than before. Check it in Settings, or look in Clear to see if the file was imported.</source>
        <translation>ربما يكون الرمز لمساحة عمل غير السابقة. راجعه في الإعدادات، أو انظر في Clear هل استُورد الملف.</translation>
    </message>
    <message>
        <source>The account that submitted it no longer exists</source>
        <translation>لم يعد الحساب الذي سلّمه موجودًا</translation>
    </message>
    <message>
        <source>It was removed in Settings. Look in Clear to see if the file was imported.</source>
        <translation>تمت إزالته في الإعدادات. انظر في Clear هل استُورد الملف.</translation>
    </message>
    <message>
        <source>Clear is still importing it</source>
        <translation>ما زال Clear يستورده</translation>
    </message>
    <message>
        <source>LedgerDrop no longer checks automatically. Check the status later, here or in Clear.</source>
        <translation>لم يعد LedgerDrop يتحقق تلقائيًا. تحقق من الحالة لاحقًا، هنا أو في Clear.</translation>
    </message>
    <message>
        <source>Uploaded, but its batch isn&apos;t complete</source>
        <translation>رُفع، لكن دفعته غير مكتملة</translation>
    </message>
    <message>
        <source>{name} wasn&apos;t uploaded, so the batch wasn&apos;t submitted for import. Send that file again, or remove it.</source>
        <translation>لم يُرفع {name}، ولذلك لم تُسلَّم الدفعة للاستيراد. أرسله من جديد، أو أزله.</translation>
    </message>
    <message>
        <source>This account isn&apos;t allowed to import</source>
        <translation>لا يُسمح لهذا الحساب بالاستيراد</translation>
    </message>
    <message>
        <source>They&apos;re uploaded but not imported. Ask whoever manages Clear for you to allow it. To skip the import, choose “After the upload”.</source>
        <translation>رُفعت الملفات ولم تُستورد. اطلب ممن يدير Clear لديكم أن يسمح بذلك. لتخطي الاستيراد، اختر «بعد الرفع».</translation>
    </message>
    <message>
        <source>Uploaded, but not submitted for import</source>
        <translation>رُفع، لكنه لم يُسلَّم للاستيراد</translation>
    </message>
    <message>
        <source>LedgerDrop couldn&apos;t record it first and might submit it twice after a crash. Free some disk space or check permissions, then submit it again.</source>
        <translation>لم يستطع LedgerDrop تسجيل ذلك أولًا، وقد يسلّمه مرتين بعد توقف مفاجئ. أخلِ مساحة على القرص أو راجع الأذونات، ثم سلّمه من جديد.</translation>
    </message>
    <message>
        <source>The list of earlier uploads was damaged</source>
        <translation>كانت قائمة عمليات الرفع السابقة تالفة</translation>
    </message>
    <message>
        <source>LedgerDrop kept it as {name} and started a new one. Drop the files that were still waiting again; look in Clear for those that arrived.</source>
        <translation>وضعها LedgerDrop جانبًا باسم {name} وبدأ قائمة جديدة. أفلت من جديد الملفات التي كانت تنتظر؛ وانظر في Clear ما وصل منها.</translation>
    </message>
    <message>
        <source>The list of uploads is damaged</source>
        <translation>قائمة عمليات الرفع تالفة</translation>
    </message>
    <message>
        <source>You can send files, but they&apos;re no longer recorded. Quit LedgerDrop and open it again to start a new list.</source>
        <translation>يمكنك إرسال الملفات، لكنها لم تعد تُسجَّل. أغلق LedgerDrop وافتحه من جديد لبدء قائمة جديدة.</translation>
    </message>
    <message>
        <source>Part of the list of uploads can&apos;t be read</source>
        <translation>تتعذّر قراءة جزء من قائمة عمليات الرفع</translation>
    </message>
    <message>
        <source>A file or a receipt is missing from it; all others are fine. Look in Clear for anything missing here.</source>
        <translation>ينقصها ملف أو إيصال، وكل ما عداه سليم. ما لا تجده هنا ابحث عنه في Clear.</translation>
    </message>
    <message>
        <source>The list of uploads is from a newer version of LedgerDrop</source>
        <translation>قائمة عمليات الرفع من إصدار أحدث من LedgerDrop</translation>
    </message>
    <message>
        <source>It wasn&apos;t changed. You can send files, but this version can&apos;t show earlier ones and forgets its own when you quit. Install the latest LedgerDrop.</source>
        <translation>تُركت كما هي. يمكنك إرسال الملفات، لكن هذا الإصدار لا يستطيع عرض السابقة، وينسى قائمته عند إغلاقه. ثبّت أحدث إصدار من LedgerDrop.</translation>
    </message>
    <message>
        <source>Another program is using the list of uploads</source>
        <translation>برنامج آخر يستخدم قائمة عمليات الرفع</translation>
    </message>
    <message>
        <source>It may be LedgerDrop in another of your sessions, or a backup. You can send files, but the list is forgotten when you quit LedgerDrop.</source>
        <translation>ربما يكون LedgerDrop نفسه مفتوحًا في جلسة أخرى لك، أو نسخًا احتياطيًا. يمكنك إرسال الملفات، لكن القائمة تُنسى عند إغلاق LedgerDrop.</translation>
    </message>
    <message>
        <source>The list of uploads can&apos;t be saved</source>
        <translation>لا يمكن حفظ قائمة عمليات الرفع</translation>
    </message>
    <message>
        <source>LedgerDrop has no permission to write in {folder}, or the disk is full. You can send files, but the list is forgotten when you quit. Fix that, or ask IT.</source>
        <translation>ليس لـ LedgerDrop إذن بالكتابة في {folder}، أو القرص ممتلئ. يمكنك إرسال الملفات، لكن القائمة تُنسى عند إغلاق LedgerDrop. أصلح ذلك، أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>The list of uploads was deleted or replaced</source>
        <translation>حُذفت قائمة عمليات الرفع أو استُبدلت</translation>
    </message>
    <message>
        <source>LedgerDrop saved the complete list again and kept the other file beside it. Exclude LedgerDrop&apos;s data folder from cleanup, restore and sync programs.</source>
        <translation>أعاد LedgerDrop حفظ القائمة كاملة، وأبقى الملف الآخر بجانبها. استثنِ مجلد بيانات LedgerDrop من برامج التنظيف والاستعادة والمزامنة.</translation>
    </message>
    <message>
        <source>LedgerDrop couldn&apos;t record the request in {folder}, so a later run might have submitted it twice. Free some space or allow writing there, then send the file again.</source>
        <translation>لم يستطع LedgerDrop تسجيل الطلب في {folder}، فربما كان تشغيل لاحق سيسلّمه مرتين. أخلِ بعض المساحة أو اسمح بالكتابة هناك، ثم أرسل الملف مرة أخرى.</translation>
    </message>
    <message>
        <source>The record of earlier imports is damaged</source>
        <translation>سجلّ عمليات الاستيراد السابقة تالف</translation>
    </message>
    <message>
        <source>The file wasn&apos;t submitted for import, because an earlier run may have done so. Check what Clear has, move {path} elsewhere, then send what&apos;s missing.</source>
        <translation>لم يُسلَّم الملف للاستيراد، فربما سُلِّم في تشغيل سابق. انظر في Clear ما وصل إليه، وانقل {path} إلى مكان آخر، ثم أرسل ما ينقص.</translation>
    </message>
    <message>
        <source>The list of uploads can&apos;t be saved: the disk is full</source>
        <translation>لا يمكن حفظ قائمة عمليات الرفع: القرص ممتلئ</translation>
    </message>
    <message>
        <source>You can send files. Free some space before you quit LedgerDrop so the list isn&apos;t lost.</source>
        <translation>يمكنك إرسال الملفات. أخلِ بعض المساحة قبل إغلاق LedgerDrop حتى لا تضيع القائمة.</translation>
    </message>
    <message>
        <source>The receipts couldn&apos;t be saved as {path}</source>
        <translation>تعذّر حفظ الإيصالات باسم {path}</translation>
    </message>
    <message>
        <source>The file may be open in Excel, the disk full, or the folder protected. Close the file, or choose another place.</source>
        <translation>ربما يكون الملف مفتوحًا في Excel، أو القرص ممتلئًا، أو المجلد محميًا. أغلق الملف، أو اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Can&apos;t check for updates</source>
        <translation>تعذّر البحث عن تحديثات</translation>
    </message>
    <message>
        <source>Can&apos;t reach {host}, or something else replies instead. Check your connection, or try again later.</source>
        <translation>لا يمكن الوصول إلى {host} في الوقت الحالي، أو يجيب شيء آخر بدلًا منه. تحقق من اتصالك، أو حاول مرة أخرى لاحقًا.</translation>
    </message>
    <message>
        <source>The practice server didn&apos;t start</source>
        <translation>لم يبدأ خادم التدريب</translation>
    </message>
    <message>
        <source>You can&apos;t practise right now; real accounts aren&apos;t affected. An antivirus program may have stopped it. Start LedgerDrop again, or show the details to IT.</source>
        <translation>لا يمكن التدرب الآن؛ ولا يمس هذا الحسابات الحقيقية. ربما أوقفه برنامج مكافحة الفيروسات: شغّل LedgerDrop من جديد، أو اعرض ما في التفاصيل على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>LedgerDrop is already open but isn&apos;t responding</source>
        <translation>LedgerDrop مفتوح بالفعل، لكنه لا يستجيب</translation>
    </message>
    <message>
        <source>Look for its window. If it doesn&apos;t respond, end LedgerDrop (Task Manager on Windows, Force Quit on a Mac) and open it again. Waiting files are still in the list.</source>
        <translation>ابحث عن نافذته. وإن تعذّر استخدامها، فأنهِ LedgerDrop (في Windows من إدارة المهام، وفي Mac بالإنهاء الإجباري) وافتحه من جديد: ما كان ينتظر ما زال موجودًا.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>تم إلغاؤه</translation>
    </message>
    <message>
        <source>You cancelled this file. Nothing was kept.</source>
        <translation>لقد ألغيت هذا الملف. لم يُحتفظ بشيء.</translation>
    </message>
    <message>
        <source>Cancelled, but the file may have arrived</source>
        <translation>أُلغي، لكن ربما وصل الملف</translation>
    </message>
    <message>
        <source>All of it had been sent; Clear&apos;s confirmation hadn&apos;t come yet. Look in Clear before you send it again.</source>
        <translation>كان قد أُرسل كله، ولم يصل تأكيد Clear بعد. انظر في Clear قبل أن ترسله مرة أخرى.</translation>
    </message>
    <message>
        <source>Something went wrong in LedgerDrop</source>
        <translation>حدث خطأ في LedgerDrop</translation>
    </message>
    <message>
        <source>It couldn&apos;t finish. Retry. If it happens again, send us the details.</source>
        <translation>لم يكتمل العمل. أعد المحاولة. وإذا تكرر ذلك، فأرسل إلينا التفاصيل.</translation>
    </message>
    <message>
        <source>It contains characters that tokens don&apos;t have.</source>
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
        <source>a CSV file (.csv)</source>
        <translation>ملف CSV ‏(‎.csv)</translation>
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
        <source>a workbook from a very old version of Excel (.xls)</source>
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
        <translation>ملف zip ليس فيه سوى ملفات PDF وJSON</translation>
    </message>
    <message>
        <source>a zip file with a locked workbook in it</source>
        <translation>ملف zip فيه مصنف مقفل</translation>
    </message>
    <message>
        <source>one part of a split zip file</source>
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
        <source>program code</source>
        <translation>شيفرة برنامج</translation>
    </message>
    <message>
        <source>a list of settings</source>
        <translation>قائمة إعدادات</translation>
    </message>
    <message>
        <source>a table with something else after it</source>
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
        <source>an XML file</source>
        <translation>ملف XML</translation>
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
        <source>an email message</source>
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
        <source>an unknown kind of file</source>
        <translation>ملف من نوع غير معروف</translation>
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
        <source>another kind of file</source>
        <translation>ملف من نوع آخر</translation>
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
        <source>it isn&apos;t an account</source>
        <translation>ليس حسابًا</translation>
    </message>
    <message>
        <source>it contains a value that isn&apos;t text</source>
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
        <source>its address must start with https://</source>
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
        <source>It isn&apos;t an accounts file.</source>
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
        <source>It isn&apos;t an accounts file, or another program changed it.</source>
        <translation>ليس ملف حسابات، أو أن برنامجًا آخر غيّره.</translation>
    </message>
    <message>
        <source>It can&apos;t be opened.</source>
        <translation>تعذّر فتحه.</translation>
    </message>
    <message>
        <source>Someone other than an administrator could have changed it.</source>
        <translation>يمكن أن يكون غيرُ المسؤول قد غيّره.</translation>
    </message>
    <message>
        <source>It isn&apos;t a settings file from IT, or it&apos;s damaged.</source>
        <translation>ليس ملف إعدادات من قسم تقنية المعلومات، أو أنه تالف.</translation>
    </message>
    <message>
        <source>It doesn&apos;t say which format version it has.</source>
        <translation>لا يذكر إصدار صيغته.</translation>
    </message>
    <message>
        <source>It was made for a newer version of LedgerDrop.</source>
        <translation>ملف معدّ لإصدار أحدث من LedgerDrop.</translation>
    </message>
    <message>
        <source>It must be a list of accounts, as in an exported file.</source>
        <translation>يجب أن يكون قائمة حسابات، كما في ملف مُصدَّر.</translation>
    </message>
    <message>
        <source>It must be the code of a language that LedgerDrop supports, such as “hi”, or “system”.</source>
        <translation>يجب أن يكون رمز لغة يدعمها LedgerDrop، مثل «hi»، أو «system».</translation>
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
        <source>It must start with https://.</source>
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
        <source>The name ends in spaces or invisible characters. You can send it as {better_name}. Your own file isn&apos;t changed.</source>
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
        <source>LedgerDrop keeps your token there. You can enter the token just until you quit LedgerDrop.</source>
        <translation>يحتفظ LedgerDrop برمزك هناك. يمكنك إدخاله بحيث يُحتفظ به حتى إغلاق LedgerDrop فقط.</translation>
    </message>
    <message>
        <source>Unlock it and retry, or enter the token just until you quit LedgerDrop.</source>
        <translation>افتح قفله وحاول مرة أخرى، أو أدخل الرمز بحيث يُحتفظ به حتى إغلاق LedgerDrop فقط.</translation>
    </message>
    <message>
        <source>{path}: {what} LedgerDrop works without it. Show this to your IT department.</source>
        <translation>{path}: {what} يعمل LedgerDrop بدونه. اعرض هذا على قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Read Clear&apos;s response. If it doesn&apos;t help, send it to Clear support.</source>
        <translation>اقرأ جواب Clear. وإن لم يُفدك، فأرسله إلى دعم Clear.</translation>
    </message>
    <message>
        <source>Read Clear&apos;s response, rename the file, then drop it again.</source>
        <translation>اقرأ جواب Clear، وأعد تسمية الملف، ثم أفلته من جديد.</translation>
    </message>
    <message>
        <source>Without confirmation, the file doesn&apos;t count as uploaded. This happens on busy or weak networks.</source>
        <translation>من دون تأكيد لا يُعدّ الملف مرفوعًا. يحدث هذا في الشبكات المزدحمة أو الضعيفة.</translation>
    </message>
    <message>
        <source>This network may want you to sign in first. Open any web page in your browser, sign in, then retry. If that doesn&apos;t help, your company&apos;s filter may have replied. Show the page&apos;s text to your IT department.</source>
        <translation>ربما تريد هذه الشبكة أن تسجّل الدخول أولًا: افتح أي صفحة ويب في متصفحك، وسجّل الدخول، ثم أعد المحاولة. إذا لم يتغير شيء، فربما أجاب مرشّح شركتك. أرِ قسم تقنية المعلومات نص الصفحة.</translation>
    </message>
    <message>
        <source>The file is uploaded and was submitted for import, but Clear&apos;s reply was lost. Look in Clear before you submit it again; it could be imported twice.</source>
        <translation>رُفع الملف وسُلِّم للاستيراد، لكن جواب Clear ضاع. انظر في Clear قبل أن تسلّمه مجددًا؛ فقد يُستورد مرتين.</translation>
    </message>
    <message>
        <source>The upload was fine, but Clear rejected the content. Read Clear&apos;s reasons, correct the ledger, then drop it again. In a batch, one bad file is enough; for the others, choose “After the upload”.</source>
        <translation>كان الرفع سليمًا، لكن Clear رفض المحتوى. اقرأ أسباب Clear وصحّح الدفتر وأفلته من جديد. في الدفعة يكفي ملف واحد معيب؛ اختر «بعد الرفع» للملفات الأخرى.</translation>
    </message>
    <message>
        <source>The file was uploaded more than an hour ago, which may be too long. Read Clear&apos;s response. If it gives no other reason, drop the file and send it again.</source>
        <translation>رُفع الملف قبل أكثر من ساعة، وقد تكون مدة أطول مما ينبغي. اقرأ جواب Clear؛ فإن لم يذكر سببًا آخر، فأفلت الملف من جديد وأرسله مجددًا.</translation>
    </message>
    <message>
        <source>it&apos;s there twice</source>
        <translation>هو موجود مرتين</translation>
    </message>
    <message>
        <source>It&apos;s empty.</source>
        <translation>ليس فيه شيء.</translation>
    </message>
    <message>
        <source>It&apos;s too long for a token.</source>
        <translation>إنه أطول من أن يكون رمزًا.</translation>
    </message>
    <message>
        <source>It contains a space or a line break.</source>
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
        <source>Proxy sign-in</source>
        <translation>تسجيل الدخول إلى الوكيل</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>The name you use to sign in to this computer, such as FIRM\ravi</source>
        <translation>الاسم الذي تسجل به الدخول إلى هذا الحاسوب، مثل FIRM\ravi</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Keep it only until you quit LedgerDrop</source>
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
        <source>{what}. You can keep it only until you quit LedgerDrop.</source>
        <translation>{what}. يمكنك الاحتفاظ بها حتى إغلاق LedgerDrop فقط.</translation>
    </message>
    <message>
        <source>The company proxy asks you to sign in</source>
        <translation>يطلب وكيل الشركة تسجيل الدخول</translation>
    </message>
    <message>
        <source>{proxy} then lets LedgerDrop through. Clear never sees your password.</source>
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
        <source>{number}%</source>
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
        <source>Import status</source>
        <translation>حالة الاستيراد</translation>
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
        <source>Not read</source>
        <translation>لم يُقرأ</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>Unconfirmed; Clear&apos;s reply was lost</source>
        <translation>غير مؤكد؛ ضاع جواب Clear</translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <source>Being processed at the last check</source>
        <translation>كان قيد المعالجة عند آخر تحقق</translation>
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
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>الحجم (بايت)</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Uploaded on</source>
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
        <source>ETag</source>
        <translation>ETag</translation>
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
        <source>Import status</source>
        <translation>حالة الاستيراد</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
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
        <source>Shows this settings page</source>
        <translation>يعرض هذه الصفحة من الإعدادات</translation>
    </message>
    <message>
        <source>Added: {added}. Already there: {known}. Choose Edit to enter each token.</source>
        <translation>تمت إضافة: {added}. موجود من قبل: {known}. أدخل رمز كل منها من «تعديل».</translation>
    </message>
    <message>
        <source>Saved to {name}. Contains no tokens.</source>
        <translation>حُفظت في {name}. لا تحتوي على رموز.</translation>
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
        <source>Uploaded; waiting for the rest of its batch</source>
        <translation>رُفع؛ ينتظر بقية دفعته</translation>
    </message>
    <message>
        <source>Uploaded; its batch is held back</source>
        <translation>رُفع؛ دفعته موقوفة</translation>
    </message>
    <message>
        <source>Uploaded; import not started</source>
        <translation>رُفع؛ لم يبدأ الاستيراد</translation>
    </message>
    <message>
        <source>Uploaded; starting the import…</source>
        <translation>رُفع؛ يبدأ الاستيراد…</translation>
    </message>
    <message>
        <source>Being processed by Clear</source>
        <translation>يعالجه Clear</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>تم الاستيراد</translation>
    </message>
    <message>
        <source>Import rejected</source>
        <translation>رُفض الاستيراد</translation>
    </message>
    <message>
        <source>Imported, confirmed by you</source>
        <translation>تم الاستيراد بتأكيد منك</translation>
    </message>
    <message>
        <source>Submitted; result unknown</source>
        <translation>سُلِّم؛ النتيجة غير معروفة</translation>
    </message>
    <message>
        <source>{status}: {files} (no longer in the list)</source>
        <translation>{status}: {files} (لم تعد في القائمة)</translation>
    </message>
    <message>
        <source>Uploaded, but not submitted</source>
        <translation>رُفع، لكنه لم يُسلَّم</translation>
    </message>
    <message>
        <source>Uploaded; import unconfirmed</source>
        <translation>رُفع؛ الاستيراد غير مؤكد</translation>
    </message>
    <message>
        <source>Waiting until it is saved…</source>
        <translation>بانتظار حفظه…</translation>
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
        <source>Waiting</source>
        <translation>في الانتظار</translation>
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
        <source>After the upload, it is imported in a batch as {template} ({type}).</source>
        <translation>بعد الرفع يُستورد ضمن دفعة بوصفه {template} ({type}).</translation>
    </message>
    <message>
        <source>After the upload, it is imported as {template} ({type}).</source>
        <translation>بعد الرفع يُستورد بوصفه {template} ({type}).</translation>
    </message>
    <message>
        <source>The file has changed since. Drop it again to send it as it is now.</source>
        <translation>تغيّر الملف بعد ذلك. أفلته مرة أخرى لإرساله كما هو الآن.</translation>
    </message>
    <message>
        <source>The disk isn&apos;t responding; LedgerDrop keeps waiting. Check its connection, or cancel this file.</source>
        <translation>لا يستجيب القرص؛ يواصل LedgerDrop الانتظار. تحقق من اتصاله، أو ألغِ هذا الملف.</translation>
    </message>
    <message>
        <source>The disk or network drive is slow; LedgerDrop keeps waiting.</source>
        <translation>يتأخر القرص أو محرك أقراص الشبكة في الاستجابة؛ يواصل LedgerDrop الانتظار.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>Last checked {when}</source>
        <translation>آخر تحقق: {when}</translation>
    </message>
    <message>
        <source>Asking Clear for permission…</source>
        <translation>جارٍ طلب الإذن من Clear…</translation>
    </message>
    <message>
        <source>Uploading {percent}</source>
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
    <message>
        <source>all done</source>
        <translation>اكتمل كل شيء</translation>
    </message>
</context>
<context>
    <name>TokenPlace</name>
    <message>
        <source>Not saved when you quit.</source>
        <translation>لا يُحفظ عند الإغلاق.</translation>
    </message>
    <message>
        <source>Tokens are saved in {place}.</source>
        <translation>تُحفظ الرموز في {place}.</translation>
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
        <source>The upload is complete and was submitted for import, but Clear&apos;s reply was lost. Look in Clear first; anything already there could be imported twice.</source>
        <translation>اكتمل الرفع وسُلِّم للاستيراد، لكن جواب Clear ضاع. انظر في Clear أولًا؛ فما هو موجود هناك قد يُستورد مرتين.</translation>
    </message>
    <message>
        <source>No, submit again</source>
        <translation>لا، أعد التسليم</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>قرّر لاحقًا</translation>
    </message>
    <message>
        <source>Yes, it&apos;s in Clear</source>
        <translation>نعم، هو في Clear</translation>
    </message>
    <message>
        <source>Marks it as imported</source>
        <translation>يُعلّمه كمستورد</translation>
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
        <source>Checking for updates…</source>
        <translation>جارٍ البحث عن تحديثات…</translation>
    </message>
    <message>
        <source>Your IT department takes care of updates. Checks are turned off on this computer.</source>
        <translation>يتولى قسم تقنية المعلومات التحديثات، والبحث عنها متوقف على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>You have the latest version, {version}</source>
        <translation>لديك أحدث إصدار، {version}</translation>
    </message>
    <message>
        <source>Updates aren&apos;t set up for this copy. Ask whoever gave it to you.</source>
        <translation>لم تُعدّ التحديثات لهذه النسخة. اسأل من أعطاك إياها.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer while you practise. Choose another account, then check again.</source>
        <translation>لا يغادر شيء هذا الحاسوب أثناء التدرب. اختر حسابًا آخر ثم ابحث من جديد.</translation>
    </message>
    <message>
        <source>LedgerDrop {newer} is available; you have {version}</source>
        <translation>يتوفر ⁦LedgerDrop {newer}⁩؛ لديك {version}</translation>
    </message>
    <message>
        <source>Opens in your browser. LedgerDrop installs nothing by itself.</source>
        <translation>في متصفحك. لا يثبّت LedgerDrop شيئًا تلقائيًا.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>You&apos;ll be told about the next version</source>
        <translation>ستُبلَّغ من جديد بالإصدار التالي</translation>
    </message>
</context>
<context>
    <name>UpdatesPage</name>
    <message>
        <source>Check for updates once a day</source>
        <translation>البحث عن تحديثات مرة في اليوم</translation>
    </message>
    <message>
        <source>Your IT department turned this off.</source>
        <translation>أوقفه قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Updates aren&apos;t set up for this copy. Ask whoever gave it to you.</source>
        <translation>لم تُعدّ التحديثات لهذه النسخة. اسأل من أعطاك إياها.</translation>
    </message>
    <message>
        <source>LedgerDrop asks {host} and sends nothing about you, your accounts or your files. You decide whether to download and install.</source>
        <translation>يسأل LedgerDrop ‏{host}، ولا يرسل شيئًا عنك أو عن حساباتك أو ملفاتك. التنزيل والتثبيت قرارك.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Add files…</source>
        <translation>إضافة ملفات…</translation>
    </message>
    <message>
        <source>Choose files, or drop them anywhere on this window</source>
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
        <source>Shows details of the selected file beside the list</source>
        <translation>يعرض تفاصيل الملف المحدد بجانب القائمة</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>البحث بالاسم</translation>
    </message>
    <message>
        <source>Also finds folders</source>
        <translation>يعثر على المجلدات أيضًا</translation>
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
    <message numerus="yes">
        <source>%Ln file(s) shown</source>
        <translation>
            <numerusform>معروض %Ln ملف</numerusform>
            <numerusform>معروض ملف واحد</numerusform>
            <numerusform>معروض ملفان</numerusform>
            <numerusform>معروض %Ln ملفات</numerusform>
            <numerusform>معروض %Ln ملفًا</numerusform>
            <numerusform>معروض %Ln ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>No files match</source>
        <translation>لا توجد ملفات مطابقة</translation>
    </message>
    <message>
        <source>No files need your attention</source>
        <translation>لا ملف يحتاج إلى انتباهك</translation>
    </message>
    <message>
        <source>No file is being checked or sent</source>
        <translation>لا يوجد ملف قيد الفحص أو الإرسال</translation>
    </message>
    <message>
        <source>No uploads yet</source>
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
