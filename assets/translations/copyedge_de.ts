<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="114"/>
        <source>About Copyedge</source>
        <translation>Über Copyedge</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="122"/>
        <location filename="../../app/windows/about_dialog.py" line="127"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="123"/>
        <source>No model is installed.</source>
        <translation>Es ist kein Modell installiert.</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="125"/>
        <location filename="../../app/windows/about_dialog.py" line="128"/>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="137"/>
        <source>Copyedge is free software under the MIT licence.</source>
        <translation>Copyedge ist freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="138"/>
        <source>The weights of its model are for non-commercial use: see the model&apos;s card.</source>
        <translation>Die Gewichte des Modells sind nur für nichtkommerzielle Zwecke: siehe die Karte des Modells.</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="139"/>
        <source>It is built with:</source>
        <translation>Es ist gebaut mit:</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="146"/>
        <source>Version {0}  ·  Qt {1}  ·  Python {2}</source>
        <translation>Version {0}  ·  Qt {1}  ·  Python {2}</translation>
    </message>
    <message>
        <location filename="../../app/windows/about_dialog.py" line="149"/>
        <source>Corrects English as you write. Nothing leaves this computer.</source>
        <translation>Korrigiert Englisch beim Schreiben. Nichts verlässt diesen Computer.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <location filename="../../app/actions.py" line="35"/>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="36"/>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="37"/>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="38"/>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="39"/>
        <source>&amp;Reload from disk</source>
        <translation>Neu von der Platte &amp;laden</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="40"/>
        <source>Earlier &amp;versions…</source>
        <translation>Frühere &amp;Versionen …</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="41"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="44"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="45"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="46"/>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="47"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="48"/>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="49"/>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="51"/>
        <source>&amp;Find and replace</source>
        <translation>&amp;Suchen und ersetzen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="55"/>
        <source>&amp;Next suggestion</source>
        <translation>&amp;Nächster Vorschlag</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="58"/>
        <source>&amp;Previous suggestion</source>
        <translation>&amp;Voriger Vorschlag</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="64"/>
        <source>&amp;Show suggestion</source>
        <translation>Vorschlag &amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="68"/>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="70"/>
        <source>&amp;Dismiss</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="73"/>
        <source>Accept all in s&amp;entence</source>
        <translation>Alle im &amp;Satz annehmen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="78"/>
        <source>Accept all in d&amp;ocument</source>
        <translation>Alle im &amp;Dokument annehmen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="82"/>
        <source>&amp;Check now</source>
        <translation>Jetzt &amp;prüfen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="85"/>
        <source>Check &amp;while typing</source>
        <translation>Beim &amp;Schreiben prüfen</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="93"/>
        <source>&amp;Suggestions panel</source>
        <translation>&amp;Vorschlagsleiste</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="99"/>
        <source>&amp;Changes view</source>
        <translation>&amp;Änderungsansicht</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="102"/>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="104"/>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="105"/>
        <source>&amp;Usual text size</source>
        <translation>&amp;Übliche Schriftgröße</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="107"/>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="111"/>
        <source>Correct &amp;clipboard</source>
        <translation>&amp;Zwischenablage korrigieren</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="113"/>
        <source>Correct s&amp;election of another program</source>
        <translation>&amp;Auswahl eines anderen Programms korrigieren</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="115"/>
        <source>&amp;Pause Copyedge</source>
        <translation>Copyedge &amp;anhalten</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="116"/>
        <source>Personal &amp;dictionary…</source>
        <translation>Eigenes &amp;Wörterbuch …</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="117"/>
        <source>&amp;Ignored rules…</source>
        <translation>&amp;Ignorierte Regeln …</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="118"/>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="121"/>
        <source>&amp;Try the sample text</source>
        <translation>&amp;Beispieltext ausprobieren</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="122"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="123"/>
        <source>&amp;About Copyedge</source>
        <translation>Ü&amp;ber Copyedge</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="127"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="128"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="129"/>
        <source>&amp;Suggestions</source>
        <translation>&amp;Vorschläge</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="130"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="131"/>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <location filename="../../app/actions.py" line="132"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <location filename="../../app/application.py" line="292"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../app/application.py" line="279"/>
        <source>One document at a time: only {0} was opened.</source>
        <translation>Ein Dokument zur Zeit: Nur {0} wurde geöffnet.</translation>
    </message>
    <message>
        <location filename="../../app/application.py" line="287"/>
        <source>Something went wrong in Copyedge. Your text is still here; save it to be safe.</source>
        <translation>In Copyedge ist etwas schiefgegangen. Ihr Text ist noch da; speichern Sie ihn zur Sicherheit.</translation>
    </message>
    <message>
        <location filename="../../app/application.py" line="290"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../app/application.py" line="291"/>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <location filename="../../app/application.py" line="297"/>
        <source>Details for a bug report</source>
        <translation>Einzelheiten für einen Fehlerbericht</translation>
    </message>
</context>
<context>
    <name>Bottom</name>
    <message>
        <location filename="../../app/quick/parts.py" line="172"/>
        <source>Accept a&amp;ll</source>
        <translation>A&amp;lle annehmen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="173"/>
        <source>R&amp;eject all</source>
        <translation>All&amp;e ablehnen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="175"/>
        <location filename="../../app/quick/parts.py" line="225"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="176"/>
        <source>Put the corrected text on the clipboard</source>
        <translation>Den korrigierten Text in die Zwischenablage legen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="181"/>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="225"/>
        <source>Re&amp;place</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="226"/>
        <source>&amp;Leave as it is</source>
        <translation>&amp;So lassen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="227"/>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <location filename="../../app/windows/changes_view.py" line="54"/>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <location filename="../../app/windows/changes_view.py" line="56"/>
        <source>Tab moves between the changes, Enter accepts or dismisses.</source>
        <translation>Mit Tab geht es von Änderung zu Änderung, die Eingabetaste nimmt an oder verwirft.</translation>
    </message>
    <message>
        <location filename="../../app/windows/changes_view.py" line="108"/>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <location filename="../../app/windows/changes_view.py" line="109"/>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../app/windows/changes_view.py" line="110"/>
        <source>{0} paragraphs without changes</source>
        <translation>{0} Absätze ohne Änderungen</translation>
    </message>
    <message>
        <location filename="../../app/windows/changes_view.py" line="111"/>
        <source>Nothing to change.</source>
        <translation>Nichts zu ändern.</translation>
    </message>
    <message>
        <location filename="../../app/windows/changes_view.py" line="112"/>
        <source>Show more changes</source>
        <translation>Weitere Änderungen zeigen</translation>
    </message>
</context>
<context>
    <name>CheckWorker</name>
    <message>
        <location filename="../../app/checking/worker.py" line="169"/>
        <source>The model is not loaded.</source>
        <translation>Das Modell ist nicht geladen.</translation>
    </message>
    <message>
        <location filename="../../app/checking/worker.py" line="176"/>
        <source>A paragraph could not be checked ({0}).</source>
        <translation>Ein Absatz konnte nicht geprüft werden ({0}).</translation>
    </message>
    <message>
        <location filename="../../app/checking/worker.py" line="201"/>
        <source>The model could not be loaded ({0}).</source>
        <translation>Das Modell konnte nicht geladen werden ({0}).</translation>
    </message>
    <message>
        <location filename="../../app/checking/worker.py" line="274"/>
        <source>The text could not be corrected ({0}).</source>
        <translation>Der Text konnte nicht korrigiert werden ({0}).</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="32"/>
        <source>Copyedge has asked the desktop for {0}. Allow it if you are asked.</source>
        <translation>Copyedge hat die Arbeitsumgebung um {0} gebeten. Erlauben Sie es, wenn Sie gefragt werden.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="35"/>
        <source>{0} is already used by another program. Choose another shortcut.</source>
        <translation>{0} wird schon von einem anderen Programm benutzt. Wählen Sie ein anderes Tastenkürzel.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="38"/>
        <source>{0} cannot be used. Choose one letter, digit or function key together with Ctrl, Alt or the Windows key.</source>
        <translation>{0} ist nicht möglich. Wählen Sie einen Buchstaben, eine Ziffer oder eine Funktionstaste zusammen mit Strg, Alt oder der Windows-Taste.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="43"/>
        <source>{0} is not on this keyboard. Choose another shortcut.</source>
        <translation>{0} gibt es auf dieser Tastatur nicht. Wählen Sie ein anderes Tastenkürzel.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="46"/>
        <source>The desktop did not allow {0}. Allow it in the desktop&apos;s settings.</source>
        <translation>Die Arbeitsumgebung hat {0} nicht erlaubt. Erlauben Sie es in ihren Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="49"/>
        <source>Copyedge cannot have a shortcut for all programs here. {1}</source>
        <translation>Copyedge kann hier kein Tastenkürzel für alle Programme haben. {1}</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="54"/>
        <source>Open Settings, Keyboard, View and Customise Shortcuts, Custom Shortcuts, and add one with the command: {0}</source>
        <translation>Öffnen Sie Einstellungen, Tastatur, Tastenkürzel ansehen und anpassen, Eigene Tastenkürzel, und fügen Sie eines mit diesem Befehl hinzu: {0}</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="59"/>
        <source>Open System Settings, Keyboard, Shortcuts, choose Add New, Command or Script, and enter: {0}</source>
        <translation>Öffnen Sie Systemeinstellungen, Tastatur, Kurzbefehle, wählen Sie Neu hinzufügen, Befehl oder Skript, und geben Sie ein: {0}</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="63"/>
        <source>Add this line to the configuration of sway: bindsym Mod4+g exec {0}</source>
        <translation>Fügen Sie der Konfiguration von sway diese Zeile hinzu: bindsym Mod4+g exec {0}</translation>
    </message>
    <message>
        <location filename="../../app/desktop/hotkey.py" line="66"/>
        <source>In the settings of your desktop, bind a key to the command: {0}</source>
        <translation>Legen Sie in den Einstellungen Ihrer Arbeitsumgebung eine Taste auf den Befehl: {0}</translation>
    </message>
    <message>
        <location filename="../../app/desktop/login.py" line="29"/>
        <source>Start at login could not be switched on: {0} Check who may write there.</source>
        <translation>Der Start bei der Anmeldung ließ sich nicht einschalten: {0} Prüfen Sie, wer dort schreiben darf.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/login.py" line="32"/>
        <source>Start at login could not be switched off: {0} Check who may write there.</source>
        <translation>Der Start bei der Anmeldung ließ sich nicht ausschalten: {0} Prüfen Sie, wer dort schreiben darf.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/login.py" line="35"/>
        <source>The program&apos;s path has a line break in it: move the program elsewhere.</source>
        <translation>Im Pfad des Programms ist ein Zeilenumbruch: Legen Sie das Programm woanders ab.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="21"/>
        <source>No text is selected. Select some text in the other program and try again.</source>
        <translation>Es ist kein Text ausgewählt. Wählen Sie im anderen Programm Text aus und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="24"/>
        <source>The other program did not hand over its selection in time. Copy the text there and choose “Correct clipboard”.</source>
        <translation>Das andere Programm hat seine Auswahl nicht rechtzeitig übergeben. Kopieren Sie den Text dort und wählen Sie „Zwischenablage korrigieren“.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="29"/>
        <source>The selection is too large for quick correction. Open the text in the editor instead.</source>
        <translation>Die Auswahl ist zu groß für die schnelle Korrektur. Öffnen Sie den Text stattdessen im Editor.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="33"/>
        <source>This desktop keeps selections from other programs. Copy the text and choose “Correct clipboard”.</source>
        <translation>Diese Arbeitsumgebung zeigt Programmen nicht, was in anderen ausgewählt ist. Kopieren Sie den Text und wählen Sie „Zwischenablage korrigieren“.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="38"/>
        <source>What is on the clipboard could not be kept safe, so nothing was copied. Copy the text yourself and choose “Correct clipboard”.</source>
        <translation>Der Inhalt der Zwischenablage ließ sich nicht aufbewahren; darum wurde nichts kopiert. Kopieren Sie den Text selbst und wählen Sie „Zwischenablage korrigieren“.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="43"/>
        <source>The system does not allow Copyedge to press keys in other programs. Allow it under Privacy &amp; Security, Accessibility, or copy the text and choose “Correct clipboard”.</source>
        <translation>Das System erlaubt Copyedge nicht, in anderen Programmen Tasten zu drücken. Erlauben Sie es unter Datenschutz &amp; Sicherheit, Bedienungshilfen, oder kopieren Sie den Text und wählen Sie „Zwischenablage korrigieren“.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="48"/>
        <source>A later request took the place of this one.</source>
        <translation>Eine spätere Anforderung trat an die Stelle dieser.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="49"/>
        <source>Copyedge is still putting back another text. Try again in a moment.</source>
        <translation>Copyedge setzt noch einen anderen Text ein. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="57"/>
        <source>Another window is in front now, so nothing was pasted.</source>
        <translation>Jetzt ist ein anderes Fenster vorn; darum wurde nichts eingefügt.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="60"/>
        <source>The window that the text came from is gone, so nothing was pasted.</source>
        <translation>Das Fenster, aus dem der Text kam, ist nicht mehr da; darum wurde nichts eingefügt.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="63"/>
        <source>The selection has changed meanwhile, so nothing was pasted.</source>
        <translation>Die Auswahl hat sich inzwischen geändert; darum wurde nichts eingefügt.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="66"/>
        <source>The selected text does not belong to the window in front, so nothing was pasted.</source>
        <translation>Der ausgewählte Text gehört nicht zum vorderen Fenster; darum wurde nichts eingefügt.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="70"/>
        <source>Pasting into this program would not replace the text, so nothing was pasted.</source>
        <translation>In diesem Programm würde Einfügen den Text nicht ersetzen; darum wurde nichts eingefügt.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="73"/>
        <source>Copyedge could not see the other program take the text.</source>
        <translation>Copyedge hat nicht bemerkt, dass das andere Programm den Text übernommen hätte.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="76"/>
        <source>This desktop does not let programs paste into others.</source>
        <translation>Diese Arbeitsumgebung lässt Programme nicht in andere einfügen.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="79"/>
        <source>The text is too large to be pasted.</source>
        <translation>Der Text ist zu groß, um eingefügt zu werden.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="80"/>
        <source>The system does not allow Copyedge to press keys in other programs (Privacy &amp; Security, Accessibility), so nothing was pasted.</source>
        <translation>Das System erlaubt Copyedge nicht, in anderen Programmen Tasten zu drücken (Datenschutz &amp; Sicherheit, Bedienungshilfen); darum wurde nichts eingefügt.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="85"/>
        <source>What is on the clipboard could not be kept safe, so nothing was pasted.</source>
        <translation>Der Inhalt der Zwischenablage ließ sich nicht aufbewahren; darum wurde nichts eingefügt.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="88"/>
        <source>Copyedge is still putting back another text.</source>
        <translation>Copyedge setzt noch einen anderen Text ein.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="91"/>
        <source>The corrected text is on the clipboard: paste it where you want it.</source>
        <translation>Der korrigierte Text ist in der Zwischenablage: Fügen Sie ihn ein, wo Sie ihn haben möchten.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="94"/>
        <source>The corrected text is only here: copy it before you close this window.</source>
        <translation>Der korrigierte Text ist nur hier: Kopieren Sie ihn, bevor Sie dieses Fenster schließen.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="97"/>
        <source>The text was replaced, but the clipboard&apos;s former content could not be put back.</source>
        <translation>Der Text wurde ersetzt, aber der frühere Inhalt der Zwischenablage ließ sich nicht zurücklegen.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/outcomes.py" line="100"/>
        <source>The text was replaced; some forms of the clipboard&apos;s former content could not be put back.</source>
        <translation>Der Text wurde ersetzt; einige Formate des früheren Inhalts der Zwischenablage ließen sich nicht zurücklegen.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/wayland/hotkey.py" line="137"/>
        <source>Correct the selected text</source>
        <translation>Den ausgewählten Text korrigieren</translation>
    </message>
</context>
<context>
    <name>DesktopGroup</name>
    <message>
        <location filename="../../app/windows/desktop_group.py" line="38"/>
        <source>In other programs</source>
        <translation>In anderen Programmen</translation>
    </message>
    <message>
        <location filename="../../app/windows/desktop_group.py" line="42"/>
        <source>Click here and press the keys; an empty field switches it off</source>
        <translation>Hier klicken und die Tasten drücken; ein leeres Feld schaltet es ab</translation>
    </message>
    <message>
        <location filename="../../app/windows/desktop_group.py" line="50"/>
        <source> min without use</source>
        <translation> Min. ohne Benutzung</translation>
    </message>
    <message>
        <location filename="../../app/windows/desktop_group.py" line="51"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="../../app/windows/desktop_group.py" line="99"/>
        <source>No key came with these. If you pressed one, another program uses that combination: choose another one.</source>
        <translation>Mit diesen Tasten kam keine weitere an. Falls Sie eine gedrückt haben, benutzt ein anderes Programm diese Kombination: Wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <location filename="../../app/quick/parts.py" line="143"/>
        <source>&amp;Reject</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="143"/>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="144"/>
        <source>Space; the arrow keys choose another change</source>
        <translation>Leertaste; die Pfeiltasten wählen eine andere Änderung</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="145"/>
        <source>Accepted.</source>
        <translation>Angenommen.</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="145"/>
        <source>Rejected.</source>
        <translation>Abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="146"/>
        <source>Change {0} of {1}: {2}. {3} {4}</source>
        <translation>Änderung {0} von {1}: {2}. {3} {4}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <location filename="../../app/windows/dialogs.py" line="78"/>
        <source>Personal dictionary</source>
        <translation>Eigenes Wörterbuch</translation>
    </message>
    <message>
        <location filename="../../app/windows/dialogs.py" line="79"/>
        <source>Words that are always right, whatever the model thinks.</source>
        <translation>Wörter, die immer richtig sind, was auch immer das Modell meint.</translation>
    </message>
    <message>
        <location filename="../../app/windows/dialogs.py" line="94"/>
        <source>Ignored rules</source>
        <translation>Ignorierte Regeln</translation>
    </message>
    <message>
        <location filename="../../app/windows/dialogs.py" line="95"/>
        <source>These are never suggested. Remove one to see its suggestions again.</source>
        <translation>Diese werden nie vorgeschlagen. Entfernen Sie eine, um ihre Vorschläge wieder zu sehen.</translation>
    </message>
</context>
<context>
    <name>DocumentSession</name>
    <message>
        <location filename="../../app/windows/document_session.py" line="101"/>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="183"/>
        <source>This is an earlier version of {0}. Save it where you like.</source>
        <translation>Dies ist eine frühere Version von {0}. Speichern Sie sie, wo Sie möchten.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="189"/>
        <source>One thing at a time: the document is just being worked on.</source>
        <translation>Eins nach dem anderen: Am Dokument wird gerade gearbeitet.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="219"/>
        <source>{0} is no longer on the disk. Save it again.</source>
        <translation>{0} ist nicht mehr auf der Platte. Speichern Sie es wieder.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="224"/>
        <source>Another program has changed “{0}”.</source>
        <translation>Ein anderes Programm hat „{0}“ geändert.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="225"/>
        <source>You have unsaved changes, which reloading throws away.</source>
        <translation>Sie haben ungespeicherte Änderungen, die beim Neuladen verloren gehen.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="227"/>
        <source>Do you want to see the new version?</source>
        <translation>Möchten Sie die neue Fassung sehen?</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="228"/>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="229"/>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="284"/>
        <source>The file was not opened.</source>
        <translation>Die Datei wurde nicht geöffnet.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="286"/>
        <source>{0} was not opened.</source>
        <translation>{0} wurde nicht geöffnet.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="296"/>
        <source>Opening {0}…</source>
        <translation>{0} wird geöffnet …</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="316"/>
        <location filename="../../app/windows/document_session.py" line="354"/>
        <source>Saving {0}…</source>
        <translation>{0} wird gespeichert …</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="328"/>
        <location filename="../../app/windows/document_session.py" line="347"/>
        <source>The file was not saved.</source>
        <translation>Die Datei wurde nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="340"/>
        <source>Saved {0}</source>
        <translation>{0} gespeichert</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="345"/>
        <source>Save as UTF-8</source>
        <translation>Als UTF-8 speichern</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="345"/>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="347"/>
        <location filename="../../app/windows/document_session.py" line="361"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="358"/>
        <source>Not everything can be kept in this file.</source>
        <translation>Nicht alles kann in dieser Datei erhalten bleiben.</translation>
    </message>
    <message>
        <location filename="../../app/windows/document_session.py" line="360"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <location filename="../../app/editor/editor.py" line="66"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../app/editor/editor.py" line="67"/>
        <source>Write here. Suggestions are underlined.</source>
        <translation>Schreiben Sie hier. Vorschläge sind unterstrichen.</translation>
    </message>
</context>
<context>
    <name>EngineDesk</name>
    <message>
        <location filename="../../app/engine_desk.py" line="77"/>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="133"/>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="145"/>
        <source>No suggestions: the model did not load</source>
        <translation>Keine Vorschläge: Das Modell wurde nicht geladen</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="149"/>
        <source>You can write and save, but there are no suggestions. {0}</source>
        <translation>Sie können schreiben und speichern, aber es gibt keine Vorschläge. {0}</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="150"/>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="150"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="156"/>
        <source>{0} (paused)</source>
        <translation>{0} (angehalten)</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="158"/>
        <source>{0} (press F7 to check)</source>
        <translation>{0} (F7 prüft)</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="164"/>
        <location filename="../../app/engine_desk.py" line="166"/>
        <source>Checking…</source>
        <translation>Prüfung läuft …</translation>
    </message>
    <message>
        <location filename="../../app/engine_desk.py" line="165"/>
        <source>No suggestions.
Your text looks good.</source>
        <translation>Keine Vorschläge.
Ihr Text sieht gut aus.</translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <location filename="../../app/editor/explanations.py" line="21"/>
        <location filename="../../app/editor/explanations.py" line="50"/>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="22"/>
        <source>Capitals and spaces</source>
        <translation>Großschreibung und Leerzeichen</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="23"/>
        <location filename="../../app/editor/explanations.py" line="52"/>
        <source>Punctuation</source>
        <translation>Zeichensetzung</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="24"/>
        <source>Verb agreement</source>
        <translation>Übereinstimmung des Verbs</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="25"/>
        <source>Verb tense</source>
        <translation>Zeitform</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="26"/>
        <location filename="../../app/editor/explanations.py" line="27"/>
        <source>Verb form</source>
        <translation>Verbform</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="28"/>
        <source>Verb</source>
        <translation>Verb</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="29"/>
        <source>Singular or plural</source>
        <translation>Einzahl oder Mehrzahl</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="30"/>
        <source>Possessive</source>
        <translation>Besitzform</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="31"/>
        <source>Plural form</source>
        <translation>Mehrzahlform</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="32"/>
        <source>Noun</source>
        <translation>Substantiv</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="33"/>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="34"/>
        <source>Preposition</source>
        <translation>Präposition</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="35"/>
        <source>Pronoun</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="36"/>
        <source>Comparison</source>
        <translation>Steigerung</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="37"/>
        <source>Adjective</source>
        <translation>Adjektiv</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="38"/>
        <source>Adverb</source>
        <translation>Adverb</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="39"/>
        <source>Conjunction</source>
        <translation>Konjunktion</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="40"/>
        <source>Contraction</source>
        <translation>Kurzform</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="41"/>
        <source>Particle</source>
        <translation>Partikel</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="42"/>
        <source>Word form</source>
        <translation>Wortform</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="43"/>
        <source>Word order</source>
        <translation>Wortstellung</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="44"/>
        <source>British or American</source>
        <translation>Britisch oder amerikanisch</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="45"/>
        <source>Wording</source>
        <translation>Formulierung</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="51"/>
        <source>Grammar</source>
        <translation>Grammatik</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="53"/>
        <source>Word choice</source>
        <translation>Wortwahl</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="58"/>
        <source>Write “{1}”: capitals or spaces differ.</source>
        <translation>Schreiben Sie „{1}“: Großschreibung oder Leerzeichen weichen ab.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="59"/>
        <source>A punctuation mark is missing here.</source>
        <translation>Hier fehlt ein Satzzeichen.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="60"/>
        <source>No punctuation mark belongs here.</source>
        <translation>Hierher gehört kein Satzzeichen.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="61"/>
        <source>Another punctuation mark belongs here.</source>
        <translation>Hierher gehört ein anderes Satzzeichen.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="62"/>
        <source>The verb must agree with its subject: “{1}”.</source>
        <translation>Das Verb muss zum Subjekt passen: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="64"/>
        <source>Another form of the verb belongs here: “{1}”.</source>
        <translation>Hierher gehört eine andere Form des Verbs: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="57"/>
        <source>The right spelling here is “{1}”.</source>
        <translation>Richtig geschrieben heißt es hier „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="63"/>
        <source>Another tense fits better here: “{1}”.</source>
        <translation>Hier passt eine andere Zeitform besser: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="65"/>
        <source>“{0}” is no form of this verb; write “{1}”.</source>
        <translation>„{0}“ ist keine Form dieses Verbs; schreiben Sie „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="66"/>
        <source>The sentence lacks a verb: “{1}”.</source>
        <translation>Dem Satz fehlt ein Verb: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="67"/>
        <source>The verb “{0}” is one too many.</source>
        <translation>Das Verb „{0}“ ist zu viel.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="68"/>
        <source>The verb “{1}” goes better with these words.</source>
        <translation>Das Verb „{1}“ passt besser zu diesen Wörtern.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="69"/>
        <source>The noun should be “{1}”, to fit in number.</source>
        <translation>Das Substantiv sollte „{1}“ sein, damit die Zahl stimmt.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="70"/>
        <source>To say whose it is, write “{1}”.</source>
        <translation>Um zu sagen, wem es gehört, schreiben Sie „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="71"/>
        <source>The form of this noun is “{1}”.</source>
        <translation>Die Form dieses Substantivs ist „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="72"/>
        <source>The noun “{1}” fits better here.</source>
        <translation>Das Substantiv „{1}“ passt hier besser.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="73"/>
        <source>An article or another determiner is missing: “{1}”.</source>
        <translation>Es fehlt ein Artikel oder ein anderes Begleitwort: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="76"/>
        <source>No article is needed here.</source>
        <translation>Hier braucht es keinen Artikel.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="77"/>
        <source>“{1}” is the right determiner here.</source>
        <translation>„{1}“ ist hier das richtige Begleitwort.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="78"/>
        <source>A preposition is missing: “{1}”.</source>
        <translation>Es fehlt eine Präposition: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="79"/>
        <source>No preposition is needed here.</source>
        <translation>Hier braucht es keine Präposition.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="80"/>
        <source>The preposition that goes with these words is “{1}”.</source>
        <translation>Zu diesen Wörtern gehört die Präposition „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="83"/>
        <source>A pronoun is missing: “{1}”.</source>
        <translation>Es fehlt ein Pronomen: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="84"/>
        <source>The pronoun “{0}” is one too many.</source>
        <translation>Das Pronomen „{0}“ ist zu viel.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="85"/>
        <source>The pronoun should be “{1}”.</source>
        <translation>Das Pronomen sollte „{1}“ sein.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="86"/>
        <source>The comparison is formed like this: “{1}”.</source>
        <translation>Die Steigerung lautet so: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="87"/>
        <source>The adjective “{1}” fits better here.</source>
        <translation>Das Adjektiv „{1}“ passt hier besser.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="88"/>
        <source>The adverb “{1}” fits better here.</source>
        <translation>Das Adverb „{1}“ passt hier besser.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="89"/>
        <source>A conjunction is missing: “{1}”.</source>
        <translation>Es fehlt eine Konjunktion: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="90"/>
        <source>The conjunction “{1}” fits better here.</source>
        <translation>Die Konjunktion „{1}“ passt hier besser.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="91"/>
        <source>The short form is written “{1}”.</source>
        <translation>Die Kurzform schreibt man „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="92"/>
        <source>The verb goes with the particle “{1}”.</source>
        <translation>Zu diesem Verb gehört die Partikel „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="93"/>
        <source>“{1}” is the spelling in the English that you chose.</source>
        <translation>„{1}“ ist die Schreibung im Englisch Ihrer Wahl.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="96"/>
        <source>Another form of the word belongs here: “{1}”.</source>
        <translation>Hierher gehört eine andere Form des Worts: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="97"/>
        <source>The words belong in this order: “{1}”.</source>
        <translation>Die Wörter gehören in diese Reihenfolge: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="98"/>
        <source>Something is missing: “{1}”.</source>
        <translation>Hier fehlt etwas: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="99"/>
        <source>“{0}” is not needed.</source>
        <translation>„{0}“ ist nicht nötig.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="100"/>
        <source>“{1}” fits better here.</source>
        <translation>„{1}“ passt hier besser.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="112"/>
        <source>This word is irregular: write “{1}”.</source>
        <translation>Dieses Wort ist unregelmäßig: Schreiben Sie „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="113"/>
        <source>Write this as separate words: “{1}”.</source>
        <translation>Das schreibt man getrennt: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="114"/>
        <source>Write this as one word: “{1}”.</source>
        <translation>Das schreibt man zusammen: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="115"/>
        <source>An apostrophe is missing: “{1}”.</source>
        <translation>Hier fehlt ein Apostroph: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="116"/>
        <source>“{2}” begins with a vowel sound: use “an”.</source>
        <translation>„{2}“ beginnt mit einem Vokallaut: Schreiben Sie „an“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="117"/>
        <source>“{2}” begins with a consonant sound: use “a”.</source>
        <translation>„{2}“ beginnt mit einem Konsonantlaut: Schreiben Sie „a“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="118"/>
        <source>Use “an” before a vowel sound.</source>
        <translation>Vor einem Vokallaut steht „an“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="119"/>
        <source>Use “a” before a consonant sound.</source>
        <translation>Vor einem Konsonantenlaut steht „a“.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="120"/>
        <source>“{1}” is written with a capital letter.</source>
        <translation>„{1}“ wird großgeschrieben.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="121"/>
        <source>“{1}” is not written with a capital letter.</source>
        <translation>„{1}“ wird kleingeschrieben.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="122"/>
        <source>A comma is missing here.</source>
        <translation>Hier fehlt ein Komma.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="123"/>
        <source>No comma belongs here.</source>
        <translation>Hierher gehört kein Komma.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="124"/>
        <source>The sentence lacks its final mark.</source>
        <translation>Dem Satz fehlt das Schlusszeichen.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="125"/>
        <source>Use the past tense with “{0}”.</source>
        <translation>Mit „{0}“ steht die Vergangenheit.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="126"/>
        <source>A space is missing here.</source>
        <translation>Hier fehlt ein Leerzeichen.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="127"/>
        <source>No space belongs here.</source>
        <translation>Hier gehört kein Leerzeichen hin.</translation>
    </message>
    <message>
        <location filename="../../app/editor/explanations.py" line="128"/>
        <source>“{1}” is written twice.</source>
        <translation>„{1}“ steht doppelt.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="13"/>
        <source>What something is like is said with an adjective: “{1}”.</source>
        <translation>Wie etwas ist, sagt ein Adjektiv: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="16"/>
        <source>Whoever begins to sleep falls “asleep”.</source>
        <translation>Wer einschläft, der „falls asleep“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="19"/>
        <source>This tells how something is done: “{1}”.</source>
        <translation>Hier geht es darum, wie etwas getan wird: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="20"/>
        <source>“Very” stands before adjectives; before a verb say “really”.</source>
        <translation>„Very“ steht vor Adjektiven, vor einem Verb steht „really“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="23"/>
        <source>Age goes with “be”: one is so many years old.</source>
        <translation>Das Alter steht mit „be“, nicht mit „have“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="24"/>
        <source>“Agree” is a verb itself: “I agree”, “do you agree?”.</source>
        <translation>„Agree“ ist selbst ein Verb: „I agree“, „do you agree?“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="27"/>
        <source>Two people are plural: “{1}”.</source>
        <translation>Zwei Personen stehen im Plural: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="28"/>
        <source>The verb goes with its subject, not with the noun beside it: “{1}”.</source>
        <translation>Das Verb richtet sich nach dem Subjekt, nicht nach dem Wort daneben: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="31"/>
        <source>The verb goes with its subject: “{1}”.</source>
        <translation>Das Verb richtet sich nach dem Subjekt: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="32"/>
        <source>“Each” is singular: “{1}”.</source>
        <translation>„Each“ steht im Singular: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="33"/>
        <source>The noun looks like a plural and is singular: “{1}”.</source>
        <translation>Das Wort sieht aus wie ein Plural und ist Singular: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="36"/>
        <source>“The number of” is singular: “{1}”.</source>
        <translation>„The number of“ steht im Singular: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="37"/>
        <source>“{1}” goes with the second of two: “either he or she has”.</source>
        <translation>„{1}“ richtet sich nach dem Zweiten: „either he or she has“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="40"/>
        <source>“People” is plural: “{1}”.</source>
        <translation>„People“ steht im Plural: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="41"/>
        <source>“Police” is plural: “{1}”.</source>
        <translation>„Police“ steht im Plural: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="42"/>
        <source>After “there” the verb goes with what follows: “{1}”.</source>
        <translation>Nach „there“ richtet sich das Verb nach dem, was folgt: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="45"/>
        <source>The noun is not counted, so the verb is singular: “{1}”.</source>
        <translation>Das Substantiv ist nicht zählbar, das Verb steht im Singular: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="48"/>
        <source>What somebody is by profession takes an article: “{1}”.</source>
        <translation>Was jemand von Beruf ist, hat einen Artikel: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="51"/>
        <source>“At night” takes no article.</source>
        <translation>„At night“ steht ohne Artikel.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="52"/>
        <source>What has a number takes no article: “table 1”.</source>
        <translation>Nummeriertes steht ohne Artikel: „table 1“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="55"/>
        <source>This noun is not counted: it takes “some”, not “a”.</source>
        <translation>Dieses Wort ist nicht zählbar: Es steht mit „some“, nicht mit „a“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="58"/>
        <source>This noun is not counted and takes no “a”.</source>
        <translation>Dieses Wort ist nicht zählbar und hat kein „a“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="61"/>
        <source>Before one of many things “what” takes an article: “what a day”.</source>
        <translation>Vor etwas Zählbarem steht „what“ mit Artikel: „what a day“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="64"/>
        <source>“The same” goes with “as”.</source>
        <translation>„The same“ steht mit „as“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="65"/>
        <source>After “had better” the verb stands in its base form, without “to”.</source>
        <translation>Nach „had better“ steht das Verb in der Grundform ohne „to“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="68"/>
        <source>After “do”, “does” and “did” the verb stands in its base form: “{1}”.</source>
        <translation>Nach „do“, „does“ und „did“ steht das Verb in der Grundform: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="71"/>
        <source>After “can”, “must” and the like the verb stands in its base form, without “to”.</source>
        <translation>Nach „can“, „must“ und Ähnlichem steht das Verb in der Grundform, ohne „to“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="75"/>
        <source>After “see”, “hear” and “watch” the verb stands without “to”.</source>
        <translation>Nach „see“, „hear“ und „watch“ steht das Verb ohne „to“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="78"/>
        <source>After “to” the verb stands in its base form here: “{1}”.</source>
        <translation>Nach „to“ steht das Verb hier in der Grundform: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="81"/>
        <source>“Belong” is a verb itself and takes no “be”: “{1}”.</source>
        <translation>„Belong“ ist selbst ein Verb und braucht kein „be“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="84"/>
        <source>“Consist” has no passive: “{1} of”.</source>
        <translation>„Consist“ hat kein Passiv: „{1} of“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="85"/>
        <source>“Depend” is a verb itself and needs no “be”: “{1}”.</source>
        <translation>„Depend“ ist selbst ein Verb und braucht kein „be“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="88"/>
        <source>Hunger, fear and being right go with “be”: “{1}”.</source>
        <translation>Hunger, Angst und Recht stehen mit „be“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="91"/>
        <source>The verb in “-ing” needs a form of “be” before it.</source>
        <translation>Vor der „-ing“-Form fehlt eine Form von „be“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="94"/>
        <source>“Worth” is no verb: “it is worth”.</source>
        <translation>„Worth“ ist kein Verb: „it is worth“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="95"/>
        <source>What began in the past and goes on takes “have been” or “has been”.</source>
        <translation>Was in der Vergangenheit begann und andauert, steht mit „have been“ oder „has been“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="98"/>
        <source>“Suggest” takes “that”: “{1}”, not “{0}”.</source>
        <translation>„Suggest“ steht mit „that“: „{1}“, nicht „{0}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="101"/>
        <source>“Want” takes a person and “to”: “{1}”.</source>
        <translation>„Want“ steht mit der Person und „to“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="102"/>
        <source>Homework, exercises and sport are done.</source>
        <translation>Hausaufgaben, Übungen und Sport stehen mit „do“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="103"/>
        <source>“Here”, “there”, “home” and “abroad” take no “to”.</source>
        <translation>„Here“, „there“, „home“ und „abroad“ stehen ohne „to“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="106"/>
        <source>Parties are held: one has a party.</source>
        <translation>Eine Party „hat“ man im Englischen: „have a party“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="107"/>
        <source>“Work” is not counted; what one can have one of is a job.</source>
        <translation>„Work“ ist nicht zählbar; eine einzelne Stelle ist „a job“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="110"/>
        <source>Who gives something lends it; who takes it borrows it.</source>
        <translation>Wer etwas gibt, „lends“ es; wer es nimmt, „borrows“ es.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="113"/>
        <source>Mistakes and decisions are made.</source>
        <translation>Fehler und Entscheidungen stehen mit „make“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="114"/>
        <source>Who comes too late misses the bus; who cannot find it has lost it.</source>
        <translation>Wer zu spät kommt, verpasst den Bus: „miss“, nicht „lose“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="117"/>
        <source>Holidays and time are spent: “{1}”.</source>
        <translation>Ferien und Zeit verbringt man: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="118"/>
        <source>Photos are taken.</source>
        <translation>Fotos stehen mit „take“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="119"/>
        <source>Truth, lies and jokes are told.</source>
        <translation>Wahrheit, Lügen und Witze stehen mit „tell“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="120"/>
        <source>One says “mother tongue” or “native language”.</source>
        <translation>Man sagt „mother tongue“ oder „native language“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="123"/>
        <source>Lights and sets are turned on and off.</source>
        <translation>Licht und Geräte schaltet man: „turn on“, „turn off“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="124"/>
        <source>After words that introduce the sentence stands a comma.</source>
        <translation>Nach einleitenden Worten steht ein Komma.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="127"/>
        <source>Before “but” and a new clause stands a comma.</source>
        <translation>Vor „but“ und einem neuen Satz steht ein Komma.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="128"/>
        <source>After a clause that begins the sentence stands a comma.</source>
        <translation>Nach einem Nebensatz am Anfang steht ein Komma.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="131"/>
        <source>Before “so” and a new clause stands a comma.</source>
        <translation>Vor „so“ und einem neuen Satz steht ein Komma.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="132"/>
        <source>Before a “which” that only adds something stands a comma.</source>
        <translation>Vor einem „which“, das nur etwas hinzufügt, steht ein Komma.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="135"/>
        <source>What is equal is compared with “as … as”.</source>
        <translation>Gleiches wird mit „as … as“ verglichen.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="138"/>
        <source>This word is compared like this: “{1} than”.</source>
        <translation>Dieses Wort wird so gesteigert: „{1} than“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="141"/>
        <source>Among more than two, it is “the most”.</source>
        <translation>Unter mehr als zweien heißt es „the most“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="142"/>
        <source>Short words are compared with “-er” and “-est”: “{1}”.</source>
        <translation>Kurze Wörter werden mit „-er“ und „-est“ gesteigert: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="145"/>
        <source>After a comparative stands “than”.</source>
        <translation>Nach einem Komparativ steht „than“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="146"/>
        <source>The word is compared already; “{0}” says it twice.</source>
        <translation>Das Wort ist schon gesteigert; „{0}“ sagt es doppelt.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="149"/>
        <source>“{0}” and “{1}” are easily taken for each other; here it is “{1}”.</source>
        <translation>„{0}“ und „{1}“ werden leicht verwechselt; hier heißt es „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="152"/>
        <source>Before a clause with a verb stands “because”, before a noun “because of”.</source>
        <translation>Vor einem Satz mit Verb steht „because“, vor einem Nomen „because of“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="155"/>
        <source>“Although” joins the clauses already; leave “but” out.</source>
        <translation>„Although“ verbindet die Sätze schon; „but“ entfällt.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="158"/>
        <source>“Because” joins the clauses already; leave “so” out.</source>
        <translation>„Because“ verbindet die Sätze schon; „so“ entfällt.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="161"/>
        <source>Before an adjective alone, and before “that”, stands “so”.</source>
        <translation>Vor einem Adjektiv allein und vor „that“ steht „so“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="164"/>
        <source>Before “a” and an adjective stands “such”: “{1}”.</source>
        <translation>Vor „a“ und Adjektiv steht „such“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="167"/>
        <source>Before an adjective “too” stands alone.</source>
        <translation>Vor einem Adjektiv steht „too“ allein.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="168"/>
        <source>Before a noun an exclamation begins with “what”.</source>
        <translation>Vor einem Substantiv beginnt ein Ausruf mit „what“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="171"/>
        <source>What causes a feeling ends in “-ing”, who has it ends in “-ed”: “{1}”.</source>
        <translation>Was ein Gefühl auslöst, endet auf „-ing“, wer es hat, auf „-ed“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="174"/>
        <source>“Less” goes with what is not counted, “fewer” with what is.</source>
        <translation>„Less“ steht bei nicht Zählbarem, „fewer“ bei Zählbarem.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="177"/>
        <source>“Few” goes with what is counted, “little” with what is not.</source>
        <translation>„Few“ steht bei Zählbarem, „little“ bei nicht Zählbarem.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="180"/>
        <source>“Hardly” means “almost not”; here it is “hard”.</source>
        <translation>„Hardly“ heißt „kaum“; hier heißt es „hard“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="181"/>
        <source>A verb is negated with “not”.</source>
        <translation>Ein Verb wird mit „not“ verneint.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="182"/>
        <source>“Healthy” tells what something is like; what one has is “health”.</source>
        <translation>„Healthy“ beschreibt etwas; was man hat, ist „health“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="185"/>
        <source>After these words the verb ends in “-ing”: “{1}”.</source>
        <translation>Nach diesen Wörtern endet das Verb auf „-ing“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="186"/>
        <source>This is one word: “{1}”.</source>
        <translation>Das ist ein Wort: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="187"/>
        <source>“Many” goes with what is counted, “much” with what is not.</source>
        <translation>„Many“ steht bei Zählbarem, „much“ bei nicht Zählbarem.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="190"/>
        <source>“Can” stands in no other form; after these words say “be able to”.</source>
        <translation>„Can“ hat keine andere Form; nach diesen Wörtern heißt es „be able to“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="193"/>
        <source>“Can” is negated without “do”: “{1}”.</source>
        <translation>„Can“ wird ohne „do“ verneint: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="194"/>
        <source>“Can” and “able to” say the same.</source>
        <translation>„Can“ und „able to“ sagen dasselbe.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="195"/>
        <source>“Almost” means “nearly”; the greater part is “most”.</source>
        <translation>„Almost“ heißt „fast“; der größere Teil heißt „most“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="198"/>
        <source>“Most of” takes no article before it.</source>
        <translation>„Most of“ steht ohne Artikel davor.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="199"/>
        <source>The sentence is negated already: “{1}”.</source>
        <translation>Der Satz ist schon verneint: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="200"/>
        <source>A verb is negated with “do”: “{1}”.</source>
        <translation>Ein Verb wird mit „do“ verneint: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="201"/>
        <source>What somebody is told not to do takes “not to”.</source>
        <translation>Was jemand nicht tun soll, steht mit „not to“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="202"/>
        <source>“Another” goes with the singular; of several say “other”.</source>
        <translation>„Another“ steht beim Singular, beim Plural „other“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="205"/>
        <source>“{0}” is plural; one of them is a “{1}”.</source>
        <translation>„{0}“ ist Plural; der Singular ist „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="206"/>
        <source>Before a noun stands “other”, without “s”.</source>
        <translation>Vor einem Substantiv steht „other“ ohne „s“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="209"/>
        <source>“This” and “that” go with the singular, “these” and “those” with the plural.</source>
        <translation>„This“ und „that“ stehen beim Singular, „these“ und „those“ beim Plural.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="213"/>
        <source>What sounds like “of” here is “have”.</source>
        <translation>Was hier wie „of“ klingt, ist „have“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="214"/>
        <source>An adjective stands before its noun: “{1}”.</source>
        <translation>Das Adjektiv steht vor dem Substantiv: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="217"/>
        <source>How often something happens is said before the verb: “{1}”.</source>
        <translation>Wie oft etwas geschieht, steht vor dem Verb: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="220"/>
        <source>A question takes “do”, “does” or “did”: “{1}”.</source>
        <translation>Eine Frage steht mit „do“, „does“ oder „did“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="223"/>
        <source>“Enough” follows the word that it goes with: “{1}”.</source>
        <translation>„Enough“ steht hinter dem Wort, zu dem es gehört: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="226"/>
        <source>Things are explained to somebody: “{1}”.</source>
        <translation>Man erklärt etwas „to somebody“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="227"/>
        <source>A question takes “does”: “{1}”.</source>
        <translation>Eine Frage steht mit „does“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="228"/>
        <source>“Can”, “must” and the like ask without “do”: “{1}”.</source>
        <translation>„Can“, „must“ und ähnliche fragen ohne „do“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="231"/>
        <source>“Very much” follows what is liked: “{1}”.</source>
        <translation>„Very much“ steht hinter dem, was man mag: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="232"/>
        <source>After “only in this way” the verb comes before its subject: “{1}”.</source>
        <translation>Nach „only in this way“ steht das Verb vor dem Subjekt: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="235"/>
        <source>Who speaks names the other one first: “{1}”.</source>
        <translation>Wer spricht, nennt sich zuletzt: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="238"/>
        <source>Within a sentence a question has the order of a statement: “{1}”.</source>
        <translation>Innerhalb eines Satzes hat eine Frage die Wortstellung einer Aussage: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="241"/>
        <source>“Well” stands behind what is done well: “{1}”.</source>
        <translation>„Well“ steht hinter dem, was gut getan wird: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="244"/>
        <source>What is sent along is “attached”.</source>
        <translation>Was mitgeschickt wird, ist „attached“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="245"/>
        <source>After “be” the verb stands in its third form: “{1}”.</source>
        <translation>Nach „be“ steht das Verb in der dritten Form: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="248"/>
        <source>After “have” the verb stands in its third form: “{1}”.</source>
        <translation>Nach „have“ steht das Verb in der dritten Form: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="251"/>
        <source>One “was born”.</source>
        <translation>Geboren wird man mit „was born“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="252"/>
        <source>What happens or dies takes no passive: “{1}”.</source>
        <translation>„Happen“, „occur“ und „die“ haben kein Passiv: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="255"/>
        <source>This form stands only after “have” or “be”; the past tense is “{1}”.</source>
        <translation>Diese Form steht nur nach „have“ oder „be“; die Vergangenheit heißt „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="258"/>
        <source>With a time that is over, use the past tense: “{1}”.</source>
        <translation>Bei einer Zeit, die vorbei ist, steht die Vergangenheit: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="261"/>
        <source>The plural has a form of its own: “{1}”.</source>
        <translation>Der Plural hat eine eigene Form: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="262"/>
        <source>After “a lot of” what is counted is plural: “{1}”.</source>
        <translation>Nach „a lot of“ steht Zählbares im Plural: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="265"/>
        <source>After words for more than one the noun is plural: “{1}”.</source>
        <translation>Nach Wörtern für mehrere steht der Plural: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="268"/>
        <source>“One of” goes with a plural: “{1}”.</source>
        <translation>„One of“ steht mit dem Plural: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="269"/>
        <source>How long something lasts is said with “for”.</source>
        <translation>Wie lange etwas dauert, wird mit „for“ gesagt.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="272"/>
        <source>“Last” and “next” take no preposition here.</source>
        <translation>„Last“ und „next“ stehen hier ohne Präposition.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="275"/>
        <source>No preposition stands here.</source>
        <translation>Hier steht keine Präposition.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="276"/>
        <source>One says “in my opinion”.</source>
        <translation>Es heißt „in my opinion“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="277"/>
        <source>When something began is said with “since”.</source>
        <translation>Wann etwas begann, steht mit „since“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="280"/>
        <source>Hours take “at”, days take “on”, months and years take “in”.</source>
        <translation>Uhrzeiten stehen mit „at“, Tage mit „on“, Monate und Jahre mit „in“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="283"/>
        <source>“Both” takes no article before it.</source>
        <translation>Vor „both“ steht kein Artikel.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="284"/>
        <source>After a preposition it is “me”, not “I”.</source>
        <translation>Nach einer Präposition heißt es „me“, nicht „I“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="285"/>
        <source>Who does something to himself says so: “myself”.</source>
        <translation>Auf das Subjekt zurück weist „myself“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="288"/>
        <source>After “all”, “everything” and the like it is “that”, not “what”.</source>
        <translation>Nach „all“, „everything“ und Ähnlichem heißt es „that“, nicht „what“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="291"/>
        <source>People are “who”, things are “which”.</source>
        <translation>Für Menschen steht „who“, für Dinge „which“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="292"/>
        <source>A question ends with a question mark.</source>
        <translation>Eine Frage endet mit einem Fragezeichen.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="293"/>
        <source>The name of a thing is asked for with “what”: “{1}”.</source>
        <translation>Nach dem Namen fragt „what“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="296"/>
        <source>A question with this verb takes “do” or “does”: “{1}”.</source>
        <translation>Eine Frage mit diesem Verb steht mit „do“ oder „does“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="299"/>
        <source>“Who” and “what” as subjects take no “do”: “{1}”.</source>
        <translation>„Who“ und „what“ als Subjekt stehen ohne „do“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="302"/>
        <source>“Every” goes with the singular: “{1}”.</source>
        <translation>„Every“ steht mit dem Singular: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="303"/>
        <source>What is no action takes no form in “-ing”: “{1}”.</source>
        <translation>Was keine Handlung ist, steht nicht in der „-ing“-Form: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="306"/>
        <source>A sentence needs a subject: “{1}”.</source>
        <translation>Ein Satz braucht ein Subjekt: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="307"/>
        <source>The sentence has its subject already.</source>
        <translation>Der Satz hat sein Subjekt schon.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="308"/>
        <source>“Know” takes no form in “-ing”: “have known”.</source>
        <translation>„Know“ steht nicht in der „-ing“-Form: „have known“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="311"/>
        <source>What was yesterday is told in the past tense: “{1}”.</source>
        <translation>Was gestern war, steht in der Vergangenheit: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="314"/>
        <source>That something exists is said with “there is” or “there are”.</source>
        <translation>Dass es etwas gibt, heißt „there is“ oder „there are“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="317"/>
        <source>What one does something for is said with “to”: “{1}”.</source>
        <translation>Ein Zweck steht mit „to“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="320"/>
        <source>Between these two verbs stands “to”.</source>
        <translation>Zwischen diesen beiden Verben steht „to“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="321"/>
        <source>The word before says this already.</source>
        <translation>Das Wort davor sagt das schon.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="322"/>
        <source>This noun is not counted and has no plural: “{1}”.</source>
        <translation>Dieses Wort ist nicht zählbar und hat keinen Plural: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="325"/>
        <source>This noun is not counted; “every” goes with what is.</source>
        <translation>Das Substantiv ist nicht zählbar; „every“ steht bei Zählbarem.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="328"/>
        <source>This noun is not counted and goes with “{1}”.</source>
        <translation>Dieses Wort ist nicht zählbar und steht mit „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="331"/>
        <source>This noun is not counted; one counts “{1}”.</source>
        <translation>Das Substantiv ist nicht zählbar; gezählt werden „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="334"/>
        <source>One tells somebody something; without the person it is “say”: “{1}”.</source>
        <translation>„Tell“ braucht eine Person; ohne sie heißt es „say“: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="337"/>
        <source>“Good” tells what a thing is like, “well” how something is done.</source>
        <translation>„Good“ sagt, wie etwas ist, „well“, wie etwas getan wird.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="340"/>
        <source>“Who&apos;s” is “who is”; whom it belongs to is “whose”.</source>
        <translation>„Who&apos;s“ heißt „who is“; wem etwas gehört, fragt „whose“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="343"/>
        <source>After “if” and “when” the future is told in the present tense: “{1}”.</source>
        <translation>Nach „if“ und „when“ steht die Zukunft im Präsens: „{1}“.</translation>
    </message>
    <message>
        <location filename="../../app/rule_explanations.py" line="346"/>
        <source>After “if” say “had”, not “would have”.</source>
        <translation>Nach „if“ heißt es „had“, nicht „would have“.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="../../app/windows/find_bar.py" line="28"/>
        <location filename="../../app/windows/find_bar.py" line="29"/>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../app/windows/find_bar.py" line="32"/>
        <location filename="../../app/windows/find_bar.py" line="33"/>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <location filename="../../app/windows/find_bar.py" line="34"/>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <location filename="../../app/windows/find_bar.py" line="37"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="../../app/windows/find_bar.py" line="38"/>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <location filename="../../app/windows/find_bar.py" line="39"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../app/windows/find_bar.py" line="87"/>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <location filename="../../app/windows/find_bar.py" line="116"/>
        <source>{0} replaced</source>
        <translation>{0} ersetzt</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <location filename="../../app/greeting.py" line="42"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../app/greeting.py" line="54"/>
        <source>a text without a name</source>
        <translation>einem Text ohne Namen</translation>
    </message>
    <message>
        <location filename="../../app/greeting.py" line="57"/>
        <source>Copyedge did not end properly. Unsaved changes to {0} from {1} can be restored.</source>
        <translation>Copyedge wurde nicht ordentlich beendet. Ungespeicherte Änderungen an {0} vom {1} können wiederhergestellt werden.</translation>
    </message>
    <message>
        <location filename="../../app/greeting.py" line="62"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../app/greeting.py" line="63"/>
        <source>Throw away</source>
        <translation>Wegwerfen</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <location filename="../../app/quick/parts.py" line="41"/>
        <source>Quick correct</source>
        <translation>Schnellkorrektur</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="47"/>
        <source>Leave everything as it was (Esc)</source>
        <translation>Alles lassen, wie es war (Esc)</translation>
    </message>
    <message>
        <location filename="../../app/quick/parts.py" line="48"/>
        <source>Leave everything as it was</source>
        <translation>Alles lassen, wie es war</translation>
    </message>
</context>
<context>
    <name>IssueDesk</name>
    <message>
        <location filename="../../app/editor/issue_desk.py" line="163"/>
        <source>The text has changed since this suggestion was made. Nothing was replaced.</source>
        <translation>Der Text wurde seit diesem Vorschlag geändert. Nichts wurde ersetzt.</translation>
    </message>
</context>
<context>
    <name>IssuesPanel</name>
    <message>
        <location filename="../../app/windows/issues_panel.py" line="158"/>
        <source>Accept all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <location filename="../../app/windows/issues_panel.py" line="189"/>
        <source>Show or hide these suggestions</source>
        <translation>Diese Vorschläge zeigen oder verbergen</translation>
    </message>
    <message>
        <location filename="../../app/windows/issues_panel.py" line="192"/>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <location filename="../../app/windows/issues_panel.py" line="278"/>
        <source>1 suggestion</source>
        <translation>1 Vorschlag</translation>
    </message>
    <message>
        <location filename="../../app/windows/issues_panel.py" line="280"/>
        <source>{0} suggestions</source>
        <translation>{0} Vorschläge</translation>
    </message>
    <message>
        <location filename="../../app/windows/issues_panel.py" line="285"/>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>Lifetime</name>
    <message>
        <location filename="../../app/lifetime.py" line="99"/>
        <source>Copyedge keeps running here, with your text as it is. Quit ends it.</source>
        <translation>Copyedge läuft hier weiter, mit Ihrem Text, wie er ist. „Beenden“ beendet es.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../app/windows/main_window.py" line="148"/>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../app/windows/main_window.py" line="170"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../app/windows/main_window.py" line="260"/>
        <source>Suggestions accepted: {0}</source>
        <translation>Vorschläge angenommen: {0}</translation>
    </message>
    <message>
        <location filename="../../app/windows/main_window.py" line="270"/>
        <source>Accept “{0}”</source>
        <translation>„{0}“ annehmen</translation>
    </message>
    <message>
        <location filename="../../app/windows/main_window.py" line="271"/>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <location filename="../../app/dictionary.py" line="137"/>
        <source>Your personal dictionary cannot be used. {0}</source>
        <translation>Ihr eigenes Wörterbuch kann nicht benutzt werden. {0}</translation>
    </message>
    <message>
        <location filename="../../app/dictionary.py" line="141"/>
        <source>Your personal dictionary was damaged. It was put aside as {0}, and an empty one took its place.</source>
        <translation>Ihr eigenes Wörterbuch war beschädigt. Es wurde als {0} beiseitegelegt und durch ein leeres ersetzt.</translation>
    </message>
    <message>
        <location filename="../../app/dictionary.py" line="162"/>
        <source>Your dictionary {0} cannot be written. The change counts until you close Copyedge. {1}</source>
        <translation>Ihr Wörterbuch {0} kann nicht geschrieben werden. Die Änderung gilt, bis Sie Copyedge schließen. {1}</translation>
    </message>
    <message>
        <location filename="../../app/dictionary.py" line="196"/>
        <source>{0} is too large for a list of words.</source>
        <translation>{0} ist zu groß für eine Wortliste.</translation>
    </message>
    <message>
        <location filename="../../app/documents/document_file.py" line="28"/>
        <source>In another format ({0}) this document keeps its words only: formatting and pictures are left out.</source>
        <translation>In einem anderen Format ({0}) behält dieses Dokument nur seine Wörter: Formatierungen und Bilder fallen weg.</translation>
    </message>
    <message>
        <location filename="../../app/documents/document_file.py" line="172"/>
        <source>{0} is a device, not a file. Choose a file.</source>
        <translation>{0} ist ein Gerät und keine Datei. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <location filename="../../app/documents/document_file.py" line="180"/>
        <source>{0} is too large: {1:,.0f} MB, and Copyedge opens at most {2} MB. Split it into parts.</source>
        <translation>{0} ist zu groß: {1:.0f} MB, und Copyedge öffnet höchstens {2} MB. Teilen Sie die Datei auf.</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="55"/>
        <source>{0} is a PDF file. Save its text as a text file first.</source>
        <translation>{0} ist eine PDF-Datei. Speichern Sie ihren Text zuerst als Textdatei.</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="57"/>
        <source>{0} is a ZIP file. Unpack it first.</source>
        <translation>{0} ist eine ZIP-Datei. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="60"/>
        <source>{0} is an old or password-protected Office file. Save it as .docx first.</source>
        <translation>{0} ist eine alte oder mit einem Kennwort geschützte Office-Datei. Speichern Sie sie zuerst als .docx.</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="66"/>
        <source>{0} is a rich text file. Save it as .docx or .odt first.</source>
        <translation>{0} ist eine RTF-Datei. Speichern Sie sie zuerst als .docx oder .odt.</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="101"/>
        <source>{0} with BOM</source>
        <translation>{0} mit BOM</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="105"/>
        <source>This file</source>
        <translation>Diese Datei</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="147"/>
        <source>The file is not valid {0} (at byte {1}). Open it with another encoding.</source>
        <translation>Die Datei ist kein gültiges {0} (bei Byte {1}). Öffnen Sie sie mit einer anderen Kodierung.</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="193"/>
        <source>{0} is not a text file. Open a text, Word or OpenDocument file.</source>
        <translation>{0} ist keine Textdatei. Öffnen Sie eine Text-, Word- oder OpenDocument-Datei.</translation>
    </message>
    <message>
        <location filename="../../app/documents/encodings.py" line="223"/>
        <source>The encoding of {0} is not known. Save it as UTF-8 in the program that wrote it.</source>
        <translation>Die Kodierung ist nicht bekannt: {0}. Speichern Sie die Datei als UTF-8 in dem Programm, das sie geschrieben hat.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="60"/>
        <source>This file is stored as {0}, which has no “{1}” ({2}). Save it as UTF-8, or replace the character.</source>
        <translation>Diese Datei ist als {0} gespeichert; darin gibt es kein „{1}“ ({2}). Speichern Sie sie als UTF-8 oder ersetzen Sie das Zeichen.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="80"/>
        <source>Another program has changed {0} since you opened it. Save under another name, or choose to overwrite it.</source>
        <translation>Ein anderes Programm hat {0} geändert, seit Sie die Datei geöffnet haben. Speichern Sie unter einem anderen Namen oder überschreiben Sie sie.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="103"/>
        <source>{0} is not there any more. It may have been moved or renamed.</source>
        <translation>{0} ist nicht mehr da. Vielleicht wurde die Datei verschoben oder umbenannt.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="106"/>
        <source>The folder {0} is not there any more. Save to another folder.</source>
        <translation>Der Ordner {0} ist nicht mehr da. Speichern Sie in einem anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="109"/>
        <source>{0} is a folder. Choose a file inside it.</source>
        <translation>{0} ist ein Ordner. Wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="110"/>
        <source>You are not allowed to read {0}. Ask its owner, or open a copy.</source>
        <translation>Sie dürfen {0} nicht lesen. Fragen Sie, wem die Datei gehört, oder öffnen Sie eine Kopie.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="113"/>
        <source>You are not allowed to write {0}. Save it under another name or elsewhere.</source>
        <translation>Sie dürfen {0} nicht schreiben. Speichern Sie unter einem anderen Namen oder an einem anderen Ort.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="116"/>
        <source>There is no space left to save {0}. Free some space, or save to another disk.</source>
        <translation>Es ist kein Platz mehr, um {0} zu speichern. Schaffen Sie Platz oder speichern Sie auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="119"/>
        <source>{0} is on a disk that cannot be written. Save to another disk.</source>
        <translation>{0} liegt auf einem Datenträger, der nicht beschrieben werden kann. Speichern Sie auf einem anderen.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="122"/>
        <source>{0} could not be opened: {1}.</source>
        <translation>{0} ließ sich nicht öffnen: {1}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/errors.py" line="123"/>
        <source>{0} could not be saved: {1}.</source>
        <translation>{0} ließ sich nicht speichern: {1}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="15"/>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="16"/>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="17"/>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="18"/>
        <source>OpenDocument</source>
        <translation>OpenDocument</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="39"/>
        <source>an old Word file</source>
        <translation>eine alte Word-Datei</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="40"/>
        <source>a rich text file</source>
        <translation>eine RTF-Datei</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="41"/>
        <source>a Pages file</source>
        <translation>eine Pages-Datei</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="42"/>
        <source>a PDF file</source>
        <translation>eine PDF-Datei</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="43"/>
        <source>a WordPerfect file</source>
        <translation>eine WordPerfect-Datei</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="44"/>
        <source>an e-book</source>
        <translation>ein E-Book</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="45"/>
        <location filename="../../app/documents/formats.py" line="46"/>
        <source>a spreadsheet</source>
        <translation>eine Tabellenkalkulation</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="47"/>
        <location filename="../../app/documents/formats.py" line="48"/>
        <source>a presentation</source>
        <translation>eine Präsentation</translation>
    </message>
    <message>
        <location filename="../../app/documents/formats.py" line="62"/>
        <source>{0} is {1}, which Copyedge cannot open. Save it as .docx, .odt or .txt in the program that wrote it.</source>
        <translation>{0} ist {1}; das kann Copyedge nicht öffnen. Speichern Sie die Datei als .docx, .odt oder .txt in dem Programm, das sie geschrieben hat.</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="22"/>
        <source>This document has {0}. They are kept in the file as they are, but not shown here in full.</source>
        <translation>Dieses Dokument enthält {0}. In der Datei bleibt das, wie es ist, wird aber hier nicht vollständig gezeigt.</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="56"/>
        <source>With the text that you deleted, {0} will be removed from the file.</source>
        <translation>Mit dem Text, den Sie gelöscht haben, wird aus der Datei entfernt: {0}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="65"/>
        <source>control character</source>
        <translation>Steuerzeichen</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="66"/>
        <source>control characters</source>
        <translation>Steuerzeichen</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="70"/>
        <source>A {0} file cannot hold {1} of this text.</source>
        <translation>Eine Datei im Format {0} kann {1} dieses Textes nicht aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="78"/>
        <source>What you wrote beside a table or index goes on a line of its own, and the cells of a table stay where they are.</source>
        <translation>Was Sie neben eine Tabelle oder ein Verzeichnis geschrieben haben, kommt in eine eigene Zeile, und die Zellen einer Tabelle bleiben, wo sie sind.</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="88"/>
        <source>The digital signature of this document will no longer be valid.</source>
        <translation>Die digitale Signatur dieses Dokuments wird nicht mehr gültig sein.</translation>
    </message>
    <message>
        <location filename="../../app/documents/losses.py" line="106"/>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="43"/>
        <location filename="../../app/documents/odt.py" line="62"/>
        <source>The document</source>
        <translation>Das Dokument</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="44"/>
        <location filename="../../app/documents/odt.py" line="63"/>
        <source>The saved file</source>
        <translation>Die gespeicherte Datei</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="50"/>
        <location filename="../../app/documents/odt.py" line="69"/>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="51"/>
        <location filename="../../app/documents/odt.py" line="70"/>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="55"/>
        <location filename="../../app/documents/odt.py" line="74"/>
        <source>picture or drawing</source>
        <translation>Bild oder Zeichnung</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="56"/>
        <location filename="../../app/documents/odt.py" line="75"/>
        <source>pictures or drawings</source>
        <translation>Bilder oder Zeichnungen</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="60"/>
        <location filename="../../app/documents/odt.py" line="79"/>
        <source>footnote</source>
        <translation>Fußnote</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="61"/>
        <location filename="../../app/documents/odt.py" line="80"/>
        <source>footnotes</source>
        <translation>Fußnoten</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="65"/>
        <location filename="../../app/documents/odt.py" line="84"/>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="66"/>
        <location filename="../../app/documents/odt.py" line="85"/>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <location filename="../../app/documents/odt.py" line="89"/>
        <source>tracked change</source>
        <translation>verfolgte Änderung</translation>
    </message>
    <message>
        <location filename="../../app/documents/odt.py" line="90"/>
        <source>tracked changes</source>
        <translation>verfolgte Änderungen</translation>
    </message>
    <message>
        <location filename="../../app/documents/odt.py" line="94"/>
        <source>index</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <location filename="../../app/documents/odt.py" line="95"/>
        <source>indexes</source>
        <translation>Verzeichnisse</translation>
    </message>
    <message>
        <location filename="../../app/documents/odt.py" line="193"/>
        <source>{0} is protected with a password. Save it without one to open it here.</source>
        <translation>{0} ist mit einem Kennwort geschützt. Speichern Sie die Datei ohne Kennwort, um sie hier zu öffnen.</translation>
    </message>
    <message>
        <location filename="../../app/documents/odt.py" line="208"/>
        <source>{0} is not an OpenDocument text that Copyedge can read. Open it in LibreOffice and save it again as .odt.</source>
        <translation>{0} ist kein OpenDocument-Text, den Copyedge lesen kann. Öffnen Sie die Datei in LibreOffice und speichern Sie sie neu als .odt.</translation>
    </message>
    <message>
        <location filename="../../app/documents/packages.py" line="62"/>
        <source>{0} is encrypted or packed in an unusual way. Save it again without a password.</source>
        <translation>{0} ist verschlüsselt oder auf ungewöhnliche Weise gepackt. Speichern Sie die Datei neu ohne Kennwort.</translation>
    </message>
    <message>
        <location filename="../../app/documents/packages.py" line="109"/>
        <source>A part of the document ({0}) is damaged and would be lost. Save under another name as .txt to keep your words.</source>
        <translation>Ein Teil des Dokuments ({0}) ist beschädigt und ginge verloren. Speichern Sie unter einem anderen Namen als .txt, um Ihre Wörter zu behalten.</translation>
    </message>
    <message>
        <location filename="../../app/documents/packages.py" line="146"/>
        <source>{0} is too large once unpacked. Split it in the program that wrote it.</source>
        <translation>{0} ist entpackt zu groß. Teilen Sie die Datei in dem Programm auf, das sie geschrieben hat.</translation>
    </message>
    <message>
        <location filename="../../app/documents/packages.py" line="159"/>
        <source>{0} is protected with a password or is an old Office file. Save it without a password as .docx or .odt.</source>
        <translation>{0} ist mit einem Kennwort geschützt oder eine alte Office-Datei. Speichern Sie die Datei ohne Kennwort als .docx oder .odt.</translation>
    </message>
    <message>
        <location filename="../../app/documents/packages.py" line="169"/>
        <source>{0} is damaged. Open it in the program that wrote it and save it again, or take an older copy.</source>
        <translation>{0} ist beschädigt. Öffnen Sie die Datei in dem Programm, das sie geschrieben hat, und speichern Sie sie neu, oder nehmen Sie eine ältere Kopie.</translation>
    </message>
    <message>
        <location filename="../../app/documents/plain_text.py" line="25"/>
        <source>{0} does not say how it is encoded; it was opened as {1}.</source>
        <translation>{0} verrät nicht, wie die Datei kodiert ist; sie wurde als {1} geöffnet.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery.py" line="123"/>
        <source>Your text is not being backed up: {0}</source>
        <translation>Ihr Text wird nicht gesichert: {0}</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery.py" line="226"/>
        <source>A recovery copy is damaged and cannot be read: {0}.</source>
        <translation>Eine Sicherungskopie ist beschädigt und nicht lesbar: {0}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery.py" line="232"/>
        <source>A recovery copy is damaged. What is left of it was put aside as {0}.</source>
        <translation>Eine Sicherungskopie ist beschädigt. Was von ihr übrig ist, wurde als {0} beiseitegelegt.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery.py" line="268"/>
        <source>Your text is not being backed up, as {0} cannot be written ({1}). Save often, and check that disk.</source>
        <translation>Ihr Text wird nicht gesichert, weil {0} nicht beschrieben werden kann ({1}). Speichern Sie oft und prüfen Sie diesen Datenträger.</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="70"/>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="71"/>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="75"/>
        <source>page break</source>
        <translation>Seitenumbruch</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="76"/>
        <source>page breaks</source>
        <translation>Seitenumbrüche</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="80"/>
        <source>section break</source>
        <translation>Abschnittsumbruch</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="81"/>
        <source>section breaks</source>
        <translation>Abschnittsumbrüche</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="85"/>
        <source>tracked deletion</source>
        <translation>verfolgte Löschung</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="86"/>
        <source>tracked deletions</source>
        <translation>verfolgte Löschungen</translation>
    </message>
    <message>
        <location filename="../../app/documents/word.py" line="200"/>
        <source>{0} is not a Word file that Copyedge can read. Open it in Word and save it again as .docx.</source>
        <translation>{0} ist keine Word-Datei, die Copyedge lesen kann. Öffnen Sie die Datei in Word und speichern Sie sie neu als .docx.</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <location filename="../../app/windows/prompts.py" line="26"/>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="27"/>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="28"/>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="29"/>
        <source>OpenDocument</source>
        <translation>OpenDocument</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="47"/>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="48"/>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="62"/>
        <source>Save the changes to “{0}”?</source>
        <translation>Änderungen an „{0}“ speichern?</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="63"/>
        <source>If you do not save them, your changes are lost.</source>
        <translation>Wenn Sie nicht speichern, gehen Ihre Änderungen verloren.</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="84"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../app/windows/prompts.py" line="91"/>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
</context>
<context>
    <name>QuickDesk</name>
    <message>
        <location filename="../../app/quick/desk.py" line="116"/>
        <location filename="../../app/quick/desk.py" line="198"/>
        <source>Checking…</source>
        <translation>Prüfung läuft …</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="131"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="132"/>
        <source>Copyedge is paused.</source>
        <translation>Copyedge macht Pause.</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="155"/>
        <source>There is no text on the clipboard. Copy some text and try again.</source>
        <translation>In der Zwischenablage ist kein Text. Kopieren Sie einen Text und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="173"/>
        <source>Only empty space is selected. Select some text and try again.</source>
        <translation>Es ist nur Leerraum ausgewählt. Wählen Sie einen Text aus und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="185"/>
        <source>This text has {0} characters, and quick correction takes {1} at most. The editor has room for all of it.</source>
        <translation>Dieser Text hat {0} Zeichen, die Schnellkorrektur nimmt höchstens {1}. Im Editor ist Platz für alles.</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="188"/>
        <source>Open in the &amp;editor</source>
        <translation>Im &amp;Editor öffnen</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="197"/>
        <source>The model is being loaded. Your text is checked right after.</source>
        <translation>Das Modell wird geladen. Gleich danach wird Ihr Text geprüft.</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="212"/>
        <source>Nothing to correct: the text can stay as it is.</source>
        <translation>Nichts zu korrigieren: Der Text kann bleiben, wie er ist.</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="221"/>
        <location filename="../../app/quick/desk.py" line="258"/>
        <location filename="../../app/quick/desk.py" line="269"/>
        <source>Try &amp;again</source>
        <translation>&amp;Nochmals versuchen</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="222"/>
        <source>The text could not be checked, and nothing was changed. {0}</source>
        <translation>Der Text konnte nicht geprüft werden, und nichts wurde geändert. {0}</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="237"/>
        <source>Replaced. Changes: {0}</source>
        <translation>Ersetzt. Änderungen: {0}</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="243"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="246"/>
        <source>&amp;Give the clipboard back</source>
        <translation>Zwischenablage &amp;zurückholen</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="259"/>
        <location filename="../../app/quick/desk.py" line="270"/>
        <source>The clipboard is in use by another program. Try again.</source>
        <translation>Ein anderes Programm benutzt gerade die Zwischenablage. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="273"/>
        <source>The corrected text is on the clipboard. Changes: {0}</source>
        <translation>Der korrigierte Text ist in der Zwischenablage. Änderungen: {0}</translation>
    </message>
    <message>
        <location filename="../../app/quick/desk.py" line="274"/>
        <source>The text is on the clipboard.</source>
        <translation>Der Text ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>QuickWindow</name>
    <message>
        <location filename="../../app/quick/window.py" line="66"/>
        <source>Quick correct</source>
        <translation>Schnellkorrektur</translation>
    </message>
    <message>
        <location filename="../../app/quick/window.py" line="186"/>
        <source>{0} of {1} changes</source>
        <translation>{0} von {1} Änderungen</translation>
    </message>
    <message>
        <location filename="../../app/quick/window.py" line="186"/>
        <source>{0} of {1} change</source>
        <translation>{0} von {1} Änderung</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../app/settings.py" line="106"/>
        <source>Check text as it is typed</source>
        <translation>Text beim Schreiben prüfen</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="109"/>
        <source>Fewer or more suggestions</source>
        <translation>Weniger oder mehr Vorschläge</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="114"/>
        <source>Kinds of suggestions</source>
        <translation>Arten von Vorschlägen</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="117"/>
        <source>English spelling</source>
        <translation>Englische Schreibung</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="120"/>
        <source>Ignored rules</source>
        <translation>Ignorierte Regeln</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="123"/>
        <source>Ignored suggestions</source>
        <translation>Ignorierte Vorschläge</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="125"/>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="126"/>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="128"/>
        <source>Font size in points</source>
        <translation>Schriftgröße in Punkt</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="130"/>
        <source>Language of the program</source>
        <translation>Sprache des Programms</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="132"/>
        <source>Show an icon in the tray</source>
        <translation>Symbol im Infobereich zeigen</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="137"/>
        <source>Keep running when the window is closed</source>
        <translation>Beim Schließen des Fensters weiterlaufen</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="140"/>
        <source>Start when I log in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="142"/>
        <source>Shortcut in all programs</source>
        <translation>Tastenkürzel in allen Programmen</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="144"/>
        <source>Free memory after</source>
        <translation>Speicher freigeben nach</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="246"/>
        <source>Your settings could not be read ({0}).</source>
        <translation>Ihre Einstellungen konnten nicht gelesen werden ({0}).</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="259"/>
        <source>Your settings file is damaged. Copyedge uses its defaults.</source>
        <translation>Ihre Einstellungsdatei ist beschädigt. Copyedge verwendet die Voreinstellungen.</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="262"/>
        <source>Your settings file was damaged. Copyedge uses its defaults and has kept the damaged file as {0}.</source>
        <translation>Ihre Einstellungsdatei war beschädigt. Copyedge verwendet die Voreinstellungen und hat die beschädigte Datei als {0} aufgehoben.</translation>
    </message>
    <message>
        <location filename="../../app/settings.py" line="274"/>
        <source>Your settings could not be saved. {0}</source>
        <translation>Ihre Einstellungen konnten nicht gespeichert werden. {0}</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="44"/>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="45"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="46"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="49"/>
        <source>As written: British and American are both right</source>
        <translation>Wie geschrieben: britisch und amerikanisch sind richtig</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="50"/>
        <source>British (colour, organise)</source>
        <translation>Britisch (colour, organise)</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="51"/>
        <source>American (color, organize)</source>
        <translation>Amerikanisch (color, organize)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="72"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="95"/>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="97"/>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="110"/>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="124"/>
        <source>Personal dictionary…</source>
        <translation>Eigenes Wörterbuch …</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="125"/>
        <source>Ignored rules…</source>
        <translation>Ignorierte Regeln …</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="143"/>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="143"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="148"/>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="157"/>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <location filename="../../app/windows/settings_dialog.py" line="176"/>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <location filename="../../app/windows/shortcuts_dialog.py" line="43"/>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <location filename="../../app/windows/status_line.py" line="69"/>
        <source>Years of schooling needed to read the text easily (Automated Readability Index)</source>
        <translation>Schuljahre, die es braucht, um den Text mühelos zu lesen (Automated Readability Index)</translation>
    </message>
    <message>
        <location filename="../../app/windows/status_line.py" line="104"/>
        <source>Words: {0}    Characters: {1}    Sentences: {2}</source>
        <translation>Wörter: {0}    Zeichen: {1}    Sätze: {2}</translation>
    </message>
    <message>
        <location filename="../../app/windows/status_line.py" line="110"/>
        <source>Readability: grade {0}</source>
        <translation>Lesbarkeit: Stufe {0}</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <location filename="../../app/editor/suggestions.py" line="134"/>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="135"/>
        <source>&amp;Dismiss</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="215"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="219"/>
        <source>More choices for this suggestion</source>
        <translation>Weitere Möglichkeiten zu diesem Vorschlag</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="235"/>
        <source>{0} % sure</source>
        <translation>zu {0} % sicher</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="244"/>
        <source>Add “{0}” to the dictionary</source>
        <translation>„{0}“ ins Wörterbuch aufnehmen</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="247"/>
        <source>Never suggest “{0}” again</source>
        <translation>„{0}“ nie mehr vorschlagen</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="249"/>
        <source>Ignore the rule “{0}”</source>
        <translation>Die Regel „{0}“ ignorieren</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="250"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="251"/>
        <source>Not this one</source>
        <translation>Diesen nicht</translation>
    </message>
    <message>
        <location filename="../../app/editor/suggestions.py" line="252"/>
        <source>Suggestion: {0}. {1} {2}.</source>
        <translation>Vorschlag: {0}. {1} {2}.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../app/tray/icon.py" line="27"/>
        <source>the model is being loaded</source>
        <translation>das Modell wird geladen</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="28"/>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="29"/>
        <source>ready (the model rests and is loaded when needed)</source>
        <translation>bereit (das Modell ruht und wird bei Bedarf geladen)</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="30"/>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="31"/>
        <source>no suggestions: the model did not load</source>
        <translation>keine Vorschläge: Das Modell wurde nicht geladen</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <location filename="../../app/tray/icon.py" line="56"/>
        <source>Correct &amp;clipboard</source>
        <translation>&amp;Zwischenablage korrigieren</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="57"/>
        <source>Correct &amp;selection</source>
        <translation>&amp;Auswahl korrigieren</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="59"/>
        <source>&amp;Open the editor</source>
        <translation>Editor ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="60"/>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="62"/>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <location filename="../../app/tray/icon.py" line="64"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <location filename="../../app/windows/versions_dialog.py" line="39"/>
        <source>Earlier versions</source>
        <translation>Frühere Versionen</translation>
    </message>
    <message>
        <location filename="../../app/windows/versions_dialog.py" line="46"/>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="../../app/windows/versions_dialog.py" line="47"/>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../app/windows/versions_dialog.py" line="66"/>
        <source>Versions of “{0}” that were overwritten. A version opens as a text of its own; the file stays as it is until you save over it.</source>
        <translation>Versionen von „{0}“, die überschrieben wurden. Eine Version öffnet sich als eigener Text; die Datei bleibt, wie sie ist, bis Sie darüber speichern.</translation>
    </message>
    <message>
        <location filename="../../app/windows/versions_dialog.py" line="70"/>
        <source>There are no earlier versions of “{0}” yet. Before the first save of each day, Copyedge keeps the file as it was, and the last five of these.</source>
        <translation>Von „{0}“ gibt es noch keine früheren Versionen. Vor dem ersten Speichern eines Tages bewahrt Copyedge die Datei auf, wie sie war, und zwar die letzten fünf.</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <location filename="../../app/windows/waiting.py" line="60"/>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
</context>
<context>
    <name>WordListDialog</name>
    <message>
        <location filename="../../app/windows/word_list_dialog.py" line="55"/>
        <source>Nothing here yet</source>
        <translation>Noch nichts vorhanden</translation>
    </message>
    <message>
        <location filename="../../app/windows/word_list_dialog.py" line="59"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../app/windows/word_list_dialog.py" line="60"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../app/windows/word_list_dialog.py" line="61"/>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <location filename="../../app/windows/word_list_dialog.py" line="62"/>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <location filename="../../app/windows/word_list_dialog.py" line="93"/>
        <location filename="../../app/windows/word_list_dialog.py" line="94"/>
        <source>New word</source>
        <translation>Neues Wort</translation>
    </message>
</context>
<context>
    <name>_DictionaryEditing</name>
    <message>
        <location filename="../../app/windows/dialogs.py" line="155"/>
        <source>Import words, one on each line</source>
        <translation>Wörter importieren, eines je Zeile</translation>
    </message>
    <message>
        <location filename="../../app/windows/dialogs.py" line="158"/>
        <source>Imported.</source>
        <translation>Importiert.</translation>
    </message>
    <message>
        <location filename="../../app/windows/dialogs.py" line="163"/>
        <source>Export words</source>
        <translation>Wörter exportieren</translation>
    </message>
    <message>
        <location filename="../../app/windows/dialogs.py" line="165"/>
        <source>Exported.</source>
        <translation>Exportiert.</translation>
    </message>
</context>
<context>
    <name>_IgnoredEditing</name>
    <message>
        <location filename="../../app/windows/dialogs.py" line="186"/>
        <source>Rule: {0} ({1})</source>
        <translation>Regel: {0} ({1})</translation>
    </message>
</context>
</TS>
