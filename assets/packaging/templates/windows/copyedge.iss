; Inno Setup script of Copyedge's installer, filled in by assets/packaging/windows.py. Per user: it needs no administrator.
#define Title "@TITLE@"
#define Version "@VERSION@"
#define Frozen "@FROZEN@"
#define Program "copyedge.exe"

[Setup]
; Never change AppId: by it an installer finds the version that it has to replace.
AppId={{@APP_ID@}
AppName={#Title}
AppVersion={#Version}
AppVerName={#Title} {#Version}
AppPublisher=@PUBLISHER@
AppComments=@DESCRIPTION@
AppCopyright=@COPYRIGHT@
VersionInfoVersion=@NUMBERS@
VersionInfoProductTextVersion={#Version}
VersionInfoDescription={#Title} installer
DefaultDirName={autopf}\{#Title}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 of 2018, the oldest that Qt 6.8 to 6.11 run on.
MinVersion=10.0.17763
LicenseFile=@LICENCE@
SetupIconFile=@ICON@
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Title}
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
LZMAUseSeparateProcess=yes
TimeStampsInUTC=yes
OutputDir=@OUT@
OutputBaseFilename=@BASENAME@
ChangesAssociations=yes
; The running program is asked to quit below; what then still holds a file is closed by Windows.
CloseApplications=yes
RestartApplications=no
SetupMutex={#Title}Setup
@SIGNING@

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.StartAtLogin=Start {#Title} in the background when I log in
de.StartAtLogin={#Title} beim Anmelden im Hintergrund starten
en.OfferForDocuments=Offer {#Title} for opening text, Markdown, Word and OpenDocument files
de.OfferForDocuments={#Title} zum Öffnen von Text-, Markdown-, Word- und OpenDocument-Dateien anbieten
en.StillRunning={#Title} is still running and did not quit. Save your text, quit it from its icon beside the clock, and try again.
de.StillRunning={#Title} läuft noch und ließ sich nicht beenden. Bitte den Text sichern, {#Title} über das Symbol neben der Uhr beenden und es noch einmal versuchen.

[Tasks]
Name: "documents"; Description: "{cm:OfferForDocuments}"
Name: "login"; Description: "{cm:StartAtLogin}"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Libraries of the version before, which may have other names now. Nothing of the user's is ever in there.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Frozen}\*.exe"; DestDir: "{app}"; Flags: ignoreversion@SIGN_FLAG@
Source: "{#Frozen}\_internal\*"; DestDir: "{app}\_internal"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Title}"; Filename: "{app}\{#Program}"; Comment: "@DESCRIPTION@"; AppUserModelID: "@IDENTIFIER@"
Name: "{autodesktop}\{#Title}"; Filename: "{app}\{#Program}"; Comment: "@DESCRIPTION@"; AppUserModelID: "@IDENTIFIER@"; Tasks: desktopicon

[Registry]
; The program's own switch in its settings writes the same value.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "@RUN_VALUE@"; ValueData: """{app}\{#Program}"" --background"; Tasks: login
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "@RUN_VALUE@"; Flags: dontcreatekey uninsdeletevalue
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\{#Program}"; ValueType: string; ValueData: "{app}\{#Program}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{#Title}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
@DOCUMENTS@

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Title}}"; Flags: nowait postinstall skipifsilent

[Code]
{ Ask a running Copyedge to quit, as its own menu would. Not waited for: it may be asking whether to save. }
procedure AskToQuit(const Exe: String);
var
  Code: Integer;
begin
  if FileExists(Exe) then
    Exec(Exe, '--quit', '', SW_HIDE, ewNoWait, Code);
end;

{ A file that is being run can be renamed, but not opened for writing. }
function IsInUse(const Exe: String): Boolean;
var
  Stream: TFileStream;
begin
  Result := False;
  if not FileExists(Exe) then
    exit;
  try
    Stream := TFileStream.Create(Exe, fmOpenReadWrite);
    Stream.Free;
  except
    Result := True;
  end;
end;

{ True if Copyedge has quit within thirty seconds. }
function Quits: Boolean;
var
  Exe: String;
  Attempt: Integer;
begin
  Exe := ExpandConstant('{app}\{#Program}');
  AskToQuit(Exe);
  for Attempt := 1 to 120 do
    if IsInUse(Exe) then
      Sleep(250);
  Result := not IsInUse(Exe);
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  Result := '';
  if not Quits then
    Result := CustomMessage('StillRunning');
end;

function InitializeUninstall: Boolean;
begin
  Result := Quits;
  if not Result then
    SuppressibleMsgBox(CustomMessage('StillRunning'), mbError, MB_OK, IDOK);
end;
