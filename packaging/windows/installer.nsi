; LedgerDrop's installer for one user: no administrator needed. Called by bundle.py, which defines everything in ${...}.
;
;   setup.exe /S [/D=C:\some\folder]      without questions; the exit codes are below
;   Uninstall.exe /S [/REMOVEDATA]        without questions; /REMOVEDATA takes list, settings and tokens away as well

Unicode true
Target ${TARGET}
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 32

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "Folder"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Hindi"
!insertmacro MUI_LANGUAGE "Arabic"

LangString IS_OPEN ${LANG_ENGLISH} "${NAME} is open, or is still sending. Close it, then try again."
LangString IS_OPEN ${LANG_HINDI} "${NAME} खुला है, या अभी भेज रहा है। उसे बंद करें, फिर दोबारा कोशिश करें।"
LangString IS_OPEN ${LANG_ARABIC} "${NAME} مفتوح أو ما زال يرسل. أغلقه ثم حاول مرة أخرى."
LangString IS_NEWER ${LANG_ENGLISH} "A newer version of ${NAME} is installed already. Remove it first if you want this one."
LangString IS_NEWER ${LANG_HINDI} "${NAME} का नया संस्करण पहले से इंस्टॉल है। यह संस्करण चाहिए तो पहले उसे हटाएँ।"
LangString IS_NEWER ${LANG_ARABIC} "إصدار أحدث من ${NAME} مثبّت بالفعل. أزله أولاً إن كنت تريد هذا الإصدار."
LangString IS_FOR_ALL ${LANG_ENGLISH} "Your IT department has installed ${NAME} on this computer already. You find it in the Start menu."
LangString IS_FOR_ALL ${LANG_HINDI} "आपके IT विभाग ने इस कंप्यूटर पर ${NAME} पहले ही इंस्टॉल किया है। वह स्टार्ट मेन्यू में है।"
LangString IS_FOR_ALL ${LANG_ARABIC} "ثبّت قسم تقنية المعلومات ${NAME} على هذا الكمبيوتر بالفعل. ستجده في قائمة ابدأ."
LangString TOO_OLD ${LANG_ENGLISH} "${NAME} needs Windows 10 or newer, 64 bits."
LangString TOO_OLD ${LANG_HINDI} "${NAME} के लिए Windows 10 या नया, 64 बिट, चाहिए।"
LangString TOO_OLD ${LANG_ARABIC} "يتطلب ${NAME} نظام Windows 10 أو أحدث، 64 بت."
LangString KEEP ${LANG_ENGLISH} "Keep your list of uploads, your accounts and their tokens for a later installation?$\n$\nYes keeps them, No deletes them."
LangString KEEP ${LANG_HINDI} "क्या अपलोड की सूची, खाते और उनके टोकन बाद के इंस्टॉलेशन के लिए रखें?$\n$\nहाँ: रखें। नहीं: मिटाएँ।"
LangString KEEP ${LANG_ARABIC} "هل تريد الاحتفاظ بقائمة الملفات المرفوعة والحسابات ورموزها لتثبيت لاحق؟$\n$\nنعم للاحتفاظ بها، لا لحذفها."

; The uninstaller is made by NSIS itself, so NSIS has to have it signed.
!ifdef SIGN
  !uninstfinalize '${SIGN}'
!endif

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
; Exit codes, beside NSIS's own 0 to 2.
!define RUNNING 5
!define NEWER_INSTALLED 6
!define INSTALLED_FOR_ALL 7
!define WINDOWS_TOO_OLD 8

; Windows lets nobody write to a program that runs: so asking for that tells whether it does.
!macro RefuseWhileRunning Program
  ${If} ${FileExists} "$INSTDIR\${Program}.exe"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${Program}.exe" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDCANCEL`
        SetErrorLevel ${RUNNING}
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

; Nothing but our own: the folder may hold other things, if somebody chose it so.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\${CONSOLE}.exe"
!macroend

!macro Refuse Text Code
  MessageBox MB_OK|MB_ICONEXCLAMATION "${Text}" /SD IDOK
  SetErrorLevel ${Code}
  Quit
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    !insertmacro Refuse "$(TOO_OLD)" ${WINDOWS_TOO_OLD}
  ${EndIf}
  SetRegView 64
  ReadRegStr $0 HKLM "Software\${NAME}" "Folder"
  ${If} $0 != ""
    !insertmacro Refuse "$(IS_FOR_ALL)" ${INSTALLED_FOR_ALL}
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      !insertmacro Refuse "$(IS_NEWER)" ${NEWER_INSTALLED}
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  !insertmacro RefuseWhileRunning "${NAME}"
  !insertmacro RefuseWhileRunning "${CONSOLE}"
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${NAME}.exe" "" "" "" "" "" "${DESCRIPTION}"
  CreateShortcut "$SENDTO\${NAME}.lnk" "$INSTDIR\${NAME}.exe"

  WriteRegStr HKCU "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  !insertmacro RefuseWhileRunning "${NAME}"
  !insertmacro RefuseWhileRunning "${CONSOLE}"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REMOVEDATA" $1
  ${If} ${Errors}
    StrCpy $1 "keep"
    MessageBox MB_YESNO|MB_ICONQUESTION "$(KEEP)" /SD IDYES IDYES asked
  ${EndIf}
  StrCpy $1 "remove"
  nsExec::Exec '"$INSTDIR\${CONSOLE}.exe" forget'  ; the program alone knows its entries in the Credential Manager
  Pop $2
  asked:

  !insertmacro RemoveProgram
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$SENDTO\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${NAME}"

  ${If} $1 == "remove"
    RMDir /r "$LOCALAPPDATA\${NAME}"
  ${EndIf}
SectionEnd
