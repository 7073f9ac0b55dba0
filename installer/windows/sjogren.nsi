; The Windows installer. build.py passes VERSION, NUMBERS, SOURCE, OUTPUT,
; SIZE_KB, ICON, LICENCE and, with a certificate, SIGN.
;
; Per user without administrator rights by default; for all users by choice:
;   /ALLUSERS  for everybody (needs administrator rights)   /CURRENTUSER  the default
;   /S         silent          /D=FOLDER  where to (last on the line, without quotes)
; The uninstaller knows /S and /KEEPSETTINGS.
;
Unicode true
; The program is 64-bit only, and so is its installer where this NSIS has what that takes
; (Debian's has). The one its makers publish has 32-bit installers only, which do the same.
!if /FileExists "${NSISDIR}\Stubs\lzma_solid-amd64-unicode"
  Target amd64-unicode
!endif
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
RequestExecutionLevel user
!define NAME "Sjögren Desktop"
!define FOLDER "Sjogren Desktop"
!define PROGID "SjogrenDesktop.Study"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SjogrenDesktop"
!define OWN "Software\Sjogren Desktop\Installer"
!define APPPATH "Software\Microsoft\Windows\CurrentVersion\App Paths\sjogren-desktop.exe"
Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} installer"
VIAddVersionKey CompanyName "${NAME}"
VIAddVersionKey LegalCopyright "Apache License 2.0"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

Var AllUsers
Var ForMe
Var ForAll

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\sjogren-desktop.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
Page custom AskWho TakeWho
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro CONTEXT
  ${If} $AllUsers == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

Function Place
  ; The folder of an installed version is used again; it is upgraded in place.
  !insertmacro CONTEXT
  ReadRegStr $0 SHCTX "${OWN}" "Folder"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $AllUsers == 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${FOLDER}"
  ${EndIf}
FunctionEnd

Function CheckRights
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    MessageBox MB_ICONSTOP|MB_OK "Installing for all users needs administrator rights.$\r$\nStart this installer with a right click and 'Run as administrator', or install for yourself alone." /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
FunctionEnd

Function .onInit
  SetRegView 64
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_ICONSTOP|MB_OK "${NAME} needs a 64-bit Windows 10 or newer." /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  StrCpy $AllUsers 0
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/ALLUSERS" $2
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
    Call CheckRights
  ${EndIf}
  ; /D= has been taken into $INSTDIR already
  ${If} $INSTDIR == ""
    Call Place
  ${EndIf}
  !insertmacro CONTEXT
FunctionEnd

Function AskWho
  !insertmacro MUI_HEADER_TEXT "Who will use the program" "For yourself alone, no administrator rights are needed."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "Install for &me alone (recommended)"
  Pop $ForMe
  ${NSD_CreateRadioButton} 0 28u 100% 12u "Install for &all users of this computer (administrator rights)"
  Pop $ForAll
  ${If} $AllUsers == 1
    ${NSD_Check} $ForAll
  ${Else}
    ${NSD_Check} $ForMe
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeWho
  ${NSD_GetState} $ForAll $0
  ${If} $0 == ${BST_CHECKED}
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      MessageBox MB_ICONINFORMATION|MB_OK "Installing for all users needs administrator rights. Start this installer with a right click and 'Run as administrator'."
      Abort
    ${EndIf}
    StrCpy $AllUsers 1
  ${Else}
    StrCpy $AllUsers 0
  ${EndIf}
  Call Place
FunctionEnd

!macro REMOVE_PROGRAM
  ; Only what an installer put there; a file of the user in this folder stays.
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\sjogren-desktop.exe"
  Delete "$INSTDIR\sjogren-desktop-console.exe"
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\*.pyd"
  Delete "$INSTDIR\python*.zip"
  Delete "$INSTDIR\python*._pth"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
!macroend

!macro REFUSE_IF_RUNNING EXECUTABLE
  ; The executable of a running program cannot be written to.
  ${If} ${FileExists} "$INSTDIR\${EXECUTABLE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXECUTABLE}" a
    ${If} ${Errors}
      MessageBox MB_ICONSTOP|MB_OK "${NAME} is running, or its folder cannot be written to. Close it and start again. Nothing was changed." /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "Program"
  SetRegView 64
  !insertmacro CONTEXT
  ; A folder with other things in it is not mixed with ours.
  ${IfNot} ${FileExists} "$INSTDIR\sjogren-desktop.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      StrCpy $INSTDIR "$INSTDIR\${FOLDER}"
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\sjogren-desktop.exe"
    !insertmacro REFUSE_IF_RUNNING "sjogren-desktop.exe"
    !insertmacro REFUSE_IF_RUNNING "sjogren-desktop-console.exe"
    !insertmacro REMOVE_PROGRAM
  ${EndIf}
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${SOURCE}\*"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP|MB_OK "Not all files could be written to $INSTDIR. Check that there is space, and choose a folder you may write to." /SD IDOK
    SetErrorLevel 7
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$SMPROGRAMS"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\sjogren-desktop.exe" "" "$INSTDIR\sjogren-desktop.exe" 0 SW_SHOWNORMAL "" "Read and analyse a Sjögren's disease trial"

  WriteRegStr SHCTX "${OWN}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${OWN}" "Version" "${VERSION}"
  WriteRegStr SHCTX "Software\Classes\${PROGID}" "" "${NAME} study"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\sjogren-desktop.exe,1"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\sjogren-desktop.exe" "%1"'
  WriteRegStr SHCTX "Software\Classes\.sjd" "" "${PROGID}"
  WriteRegStr SHCTX "Software\Classes\.sjd\OpenWithProgids" "${PROGID}" ""
  WriteRegStr SHCTX "${APPPATH}" "" "$INSTDIR\sjogren-desktop.exe"

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\sjogren-desktop.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
  SetRegView 64
  ; Whoever this folder was installed for
  StrCpy $AllUsers 0
  ReadRegStr $0 HKLM "${OWN}" "Folder"
  ${If} $0 == $INSTDIR
    StrCpy $AllUsers 1
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      MessageBox MB_ICONSTOP|MB_OK "The program was installed for all users. Removing it needs administrator rights." /SD IDOK
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro CONTEXT
FunctionEnd

Function un.DeleteCopy
  ; The uninstaller runs as a copy in the folder of temporary files. A running program cannot
  ; delete itself, and only an administrator may have Windows do it at the next start.
  ${If} $EXEDIR != $INSTDIR
    SetOutPath "$TEMP"
    ExecShell "" "$SYSDIR\cmd.exe" '/d /c "for /l %i in (1,1,30) do if exist "$EXEDIR" (del /f /q "$EXEPATH" & rmdir "$EXEDIR" & ping -n 2 127.0.0.1 >nul)"' SW_HIDE
  ${EndIf}
FunctionEnd

Section "un.Program"
  SetRegView 64
  !insertmacro CONTEXT
  !insertmacro REFUSE_IF_RUNNING "sjogren-desktop.exe"
  !insertmacro REFUSE_IF_RUNNING "sjogren-desktop-console.exe"
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "Software\Classes\${PROGID}"
  DeleteRegValue SHCTX "Software\Classes\.sjd\OpenWithProgids" "${PROGID}"
  ReadRegStr $0 SHCTX "Software\Classes\.sjd" ""
  ${If} $0 == "${PROGID}"
    DeleteRegKey SHCTX "Software\Classes\.sjd"
  ${EndIf}
  DeleteRegKey SHCTX "${APPPATH}"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${OWN}"
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/KEEPSETTINGS" $2
  ${If} ${Errors}
    ; What the program remembers for this user; studies are never touched.
    DeleteRegKey HKCU "Software\Sjogren Desktop\Sjogren Desktop"
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\Sjogren Desktop\Sjogren Desktop\reports"
    RMDir /r "$LOCALAPPDATA\Sjogren Desktop\Sjogren Desktop\matplotlib"
    Delete "$LOCALAPPDATA\Sjogren Desktop\Sjogren Desktop\layouts.mapping.json"
    Delete "$LOCALAPPDATA\Sjogren Desktop\Sjogren Desktop\session.json"
    Delete "$LOCALAPPDATA\Sjogren Desktop\Sjogren Desktop\session.lock"
    RMDir "$LOCALAPPDATA\Sjogren Desktop\Sjogren Desktop"
    RMDir "$LOCALAPPDATA\Sjogren Desktop"
    !insertmacro CONTEXT
  ${EndIf}
  DeleteRegKey /ifempty HKCU "Software\Sjogren Desktop"
  DeleteRegKey /ifempty SHCTX "Software\Sjogren Desktop"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${If} $AllUsers != 1
    ; What the first program of a user makes; only if it is empty
    RMDir "$LOCALAPPDATA\Programs"
    DeleteRegKey /ifempty HKCU "Software\QtProject\OrganizationDefaults"
    DeleteRegKey /ifempty HKCU "Software\QtProject"
    DeleteRegKey /ifempty HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths"
    DeleteRegKey /ifempty HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall"
  ${EndIf}
  Call un.DeleteCopy
SectionEnd
