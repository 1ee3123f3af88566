<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Copyedge</source>
            <translation>Über Copyedge</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>No model is installed.</source>
            <translation>Es ist kein Modell installiert.</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Lizenzen</translation>
        </message>
        <message>
            <source>Version {0}  ·  Qt {1}  ·  Python {2}</source>
            <translation>Version {0}  ·  Qt {1}  ·  Python {2}</translation>
        </message>
        <message>
            <source>Corrects English as you write. Nothing leaves this computer.</source>
            <translation>Korrigiert Englisch beim Schreiben. Nichts verlässt diesen Computer.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;New</source>
            <translation>&amp;Neu</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>Ö&amp;ffnen …</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>Speichern &amp;unter …</translation>
        </message>
        <message>
            <source>&amp;Reload from disk</source>
            <translation>Neu von der Platte &amp;laden</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>&amp;Ausschneiden</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>A&amp;lles auswählen</translation>
        </message>
        <message>
            <source>&amp;Find and replace</source>
            <translation>&amp;Suchen und ersetzen</translation>
        </message>
        <message>
            <source>&amp;Next suggestion</source>
            <translation>&amp;Nächster Vorschlag</translation>
        </message>
        <message>
            <source>&amp;Previous suggestion</source>
            <translation>&amp;Voriger Vorschlag</translation>
        </message>
        <message>
            <source>&amp;Show suggestion</source>
            <translation>Vorschlag &amp;zeigen</translation>
        </message>
        <message>
            <source>&amp;Accept</source>
            <translation>&amp;Annehmen</translation>
        </message>
        <message>
            <source>&amp;Dismiss</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <source>Accept all in s&amp;entence</source>
            <translation>Alle im &amp;Satz annehmen</translation>
        </message>
        <message>
            <source>Accept all in d&amp;ocument</source>
            <translation>Alle im &amp;Dokument annehmen</translation>
        </message>
        <message>
            <source>&amp;Check now</source>
            <translation>Jetzt &amp;prüfen</translation>
        </message>
        <message>
            <source>Check &amp;while typing</source>
            <translation>Beim &amp;Schreiben prüfen</translation>
        </message>
        <message>
            <source>&amp;Suggestions panel</source>
            <translation>&amp;Vorschlagsleiste</translation>
        </message>
        <message>
            <source>&amp;Changes view</source>
            <translation>&amp;Änderungsansicht</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>&amp;Größere Schrift</translation>
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation>&amp;Kleinere Schrift</translation>
        </message>
        <message>
            <source>&amp;Usual text size</source>
            <translation>&amp;Übliche Schriftgröße</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>Voll&amp;bild</translation>
        </message>
        <message>
            <source>Personal &amp;dictionary…</source>
            <translation>Eigenes &amp;Wörterbuch …</translation>
        </message>
        <message>
            <source>&amp;Ignored rules…</source>
            <translation>&amp;Ignorierte Regeln …</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Einstellungen …</translation>
        </message>
        <message>
            <source>&amp;Try the sample text</source>
            <translation>&amp;Beispieltext ausprobieren</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;About Copyedge</source>
            <translation>Ü&amp;ber Copyedge</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Suggestions</source>
            <translation>&amp;Vorschläge</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>&amp;Extras</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
    </context>
    <context>
        <name>Application</name>
        <message>
            <source>Loading the model…</source>
            <translation>Das Modell wird geladen …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>a text without a name</source>
            <translation>einem Text ohne Namen</translation>
        </message>
        <message>
            <source>Copyedge did not end properly. Unsaved changes to {0} from {1} can be restored.</source>
            <translation>Copyedge wurde nicht ordentlich beendet. Ungespeicherte Änderungen an {0} vom {1} können wiederhergestellt werden.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Wegwerfen</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>No suggestions: the model did not load</source>
            <translation>Keine Vorschläge: Das Modell wurde nicht geladen</translation>
        </message>
        <message>
            <source>You can write and save, but there are no suggestions. {0}</source>
            <translation>Sie können schreiben und speichern, aber es gibt keine Vorschläge. {0}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Nochmals versuchen</translation>
        </message>
        <message>
            <source>{0} (press F7 to check)</source>
            <translation>{0} (F7 prüft)</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Prüfung läuft …</translation>
        </message>
        <message>
            <source>No suggestions.
Your text looks good.</source>
            <translation>Keine Vorschläge.
Ihr Text sieht gut aus.</translation>
        </message>
        <message>
            <source>One document at a time: only {0} was opened.</source>
            <translation>Ein Dokument zur Zeit: Nur {0} wurde geöffnet.</translation>
        </message>
        <message>
            <source>Something went wrong in Copyedge. Your text is still here; save it to be safe.</source>
            <translation>In Copyedge ist etwas schiefgegangen. Ihr Text ist noch da; speichern Sie ihn zur Sicherheit.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Details for a bug report</source>
            <translation>Einzelheiten für einen Fehlerbericht</translation>
        </message>
    </context>
    <context>
        <name>ChangesView</name>
        <message>
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Tab moves between the changes, Enter accepts or dismisses.</source>
            <translation>Mit Tab geht es von Änderung zu Änderung, die Eingabetaste nimmt an oder verwirft.</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Annehmen</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>{0} paragraphs without changes</source>
            <translation>{0} Absätze ohne Änderungen</translation>
        </message>
        <message>
            <source>Nothing to change.</source>
            <translation>Nichts zu ändern.</translation>
        </message>
        <message>
            <source>Show more changes</source>
            <translation>Weitere Änderungen zeigen</translation>
        </message>
    </context>
    <context>
        <name>Desktop</name>
        <message>
            <source>Copyedge has asked the desktop for {0}. Allow it if you are asked.</source>
            <translation>Copyedge hat die Arbeitsumgebung um {0} gebeten. Erlauben Sie es, wenn Sie gefragt werden.</translation>
        </message>
        <message>
            <source>{0} is already used by another program. Choose another shortcut.</source>
            <translation>{0} wird schon von einem anderen Programm benutzt. Wählen Sie ein anderes Tastenkürzel.</translation>
        </message>
        <message>
            <source>{0} cannot be used. Choose one letter, digit or function key together with Ctrl, Alt or the Windows key.</source>
            <translation>{0} ist nicht möglich. Wählen Sie einen Buchstaben, eine Ziffer oder eine Funktionstaste zusammen mit Strg, Alt oder der Windows-Taste.</translation>
        </message>
        <message>
            <source>{0} is not on this keyboard. Choose another shortcut.</source>
            <translation>{0} gibt es auf dieser Tastatur nicht. Wählen Sie ein anderes Tastenkürzel.</translation>
        </message>
        <message>
            <source>The desktop did not allow {0}. Allow it in the desktop's settings.</source>
            <translation>Die Arbeitsumgebung hat {0} nicht erlaubt. Erlauben Sie es in ihren Einstellungen.</translation>
        </message>
        <message>
            <source>Copyedge cannot have a shortcut for all programs here. {1}</source>
            <translation>Copyedge kann hier kein Tastenkürzel für alle Programme haben. {1}</translation>
        </message>
        <message>
            <source>Open Settings, Keyboard, View and Customise Shortcuts, Custom Shortcuts, and add one with the command: {0}</source>
            <translation>Öffnen Sie Einstellungen, Tastatur, Tastenkürzel ansehen und anpassen, Eigene Tastenkürzel, und fügen Sie eines mit diesem Befehl hinzu: {0}</translation>
        </message>
        <message>
            <source>Open System Settings, Keyboard, Shortcuts, choose Add New, Command or Script, and enter: {0}</source>
            <translation>Öffnen Sie Systemeinstellungen, Tastatur, Kurzbefehle, wählen Sie Neu hinzufügen, Befehl oder Skript, und geben Sie ein: {0}</translation>
        </message>
        <message>
            <source>Add this line to the configuration of sway: bindsym Mod4+g exec {0}</source>
            <translation>Fügen Sie der Konfiguration von sway diese Zeile hinzu: bindsym Mod4+g exec {0}</translation>
        </message>
        <message>
            <source>In the settings of your desktop, bind a key to the command: {0}</source>
            <translation>Legen Sie in den Einstellungen Ihrer Arbeitsumgebung eine Taste auf den Befehl: {0}</translation>
        </message>
        <message>
            <source>Start at login could not be switched on: {0} Check who may write there.</source>
            <translation>Der Start bei der Anmeldung ließ sich nicht einschalten: {0} Prüfen Sie, wer dort schreiben darf.</translation>
        </message>
        <message>
            <source>Start at login could not be switched off: {0} Check who may write there.</source>
            <translation>Der Start bei der Anmeldung ließ sich nicht ausschalten: {0} Prüfen Sie, wer dort schreiben darf.</translation>
        </message>
        <message>
            <source>The program's path has a line break in it: move the program elsewhere.</source>
            <translation>Im Pfad des Programms ist ein Zeilenumbruch: Legen Sie das Programm woanders ab.</translation>
        </message>
        <message>
            <source>No text is selected. Select some text in the other program and try again.</source>
            <translation>Es ist kein Text ausgewählt. Wählen Sie im anderen Programm Text aus und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The other program did not hand over its selection in time. Copy the text there and choose “Correct clipboard”.</source>
            <translation>Das andere Programm hat seine Auswahl nicht rechtzeitig übergeben. Kopieren Sie den Text dort und wählen Sie „Zwischenablage korrigieren“.</translation>
        </message>
        <message>
            <source>The selection is too large for quick correction. Open the text in the editor instead.</source>
            <translation>Die Auswahl ist zu groß für die schnelle Korrektur. Öffnen Sie den Text stattdessen im Editor.</translation>
        </message>
        <message>
            <source>This desktop keeps selections from other programs. Copy the text and choose “Correct clipboard”.</source>
            <translation>Diese Arbeitsumgebung zeigt Programmen nicht, was in anderen ausgewählt ist. Kopieren Sie den Text und wählen Sie „Zwischenablage korrigieren“.</translation>
        </message>
        <message>
            <source>What is on the clipboard could not be kept safe, so nothing was copied. Copy the text yourself and choose “Correct clipboard”.</source>
            <translation>Der Inhalt der Zwischenablage ließ sich nicht aufbewahren; darum wurde nichts kopiert. Kopieren Sie den Text selbst und wählen Sie „Zwischenablage korrigieren“.</translation>
        </message>
        <message>
            <source>The system does not allow Copyedge to press keys in other programs. Allow it under Privacy &amp; Security, Accessibility, or copy the text and choose “Correct clipboard”.</source>
            <translation>Das System erlaubt Copyedge nicht, in anderen Programmen Tasten zu drücken. Erlauben Sie es unter Datenschutz &amp; Sicherheit, Bedienungshilfen, oder kopieren Sie den Text und wählen Sie „Zwischenablage korrigieren“.</translation>
        </message>
        <message>
            <source>A later request took the place of this one.</source>
            <translation>Eine spätere Anforderung trat an die Stelle dieser.</translation>
        </message>
        <message>
            <source>Copyedge is still putting back another text. Try again in a moment.</source>
            <translation>Copyedge setzt noch einen anderen Text ein. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>Another window is in front now, so nothing was pasted.</source>
            <translation>Jetzt ist ein anderes Fenster vorn; darum wurde nichts eingefügt.</translation>
        </message>
        <message>
            <source>The window that the text came from is gone, so nothing was pasted.</source>
            <translation>Das Fenster, aus dem der Text kam, ist nicht mehr da; darum wurde nichts eingefügt.</translation>
        </message>
        <message>
            <source>The selection has changed meanwhile, so nothing was pasted.</source>
            <translation>Die Auswahl hat sich inzwischen geändert; darum wurde nichts eingefügt.</translation>
        </message>
        <message>
            <source>The selected text does not belong to the window in front, so nothing was pasted.</source>
            <translation>Der ausgewählte Text gehört nicht zum vorderen Fenster; darum wurde nichts eingefügt.</translation>
        </message>
        <message>
            <source>Pasting into this program would not replace the text, so nothing was pasted.</source>
            <translation>In diesem Programm würde Einfügen den Text nicht ersetzen; darum wurde nichts eingefügt.</translation>
        </message>
        <message>
            <source>Copyedge could not see the other program take the text.</source>
            <translation>Copyedge hat nicht bemerkt, dass das andere Programm den Text übernommen hätte.</translation>
        </message>
        <message>
            <source>This desktop does not let programs paste into others.</source>
            <translation>Diese Arbeitsumgebung lässt Programme nicht in andere einfügen.</translation>
        </message>
        <message>
            <source>The text is too large to be pasted.</source>
            <translation>Der Text ist zu groß, um eingefügt zu werden.</translation>
        </message>
        <message>
            <source>The system does not allow Copyedge to press keys in other programs (Privacy &amp; Security, Accessibility), so nothing was pasted.</source>
            <translation>Das System erlaubt Copyedge nicht, in anderen Programmen Tasten zu drücken (Datenschutz &amp; Sicherheit, Bedienungshilfen); darum wurde nichts eingefügt.</translation>
        </message>
        <message>
            <source>What is on the clipboard could not be kept safe, so nothing was pasted.</source>
            <translation>Der Inhalt der Zwischenablage ließ sich nicht aufbewahren; darum wurde nichts eingefügt.</translation>
        </message>
        <message>
            <source>Copyedge is still putting back another text.</source>
            <translation>Copyedge setzt noch einen anderen Text ein.</translation>
        </message>
        <message>
            <source>The corrected text is on the clipboard: paste it where you want it.</source>
            <translation>Der korrigierte Text ist in der Zwischenablage: Fügen Sie ihn ein, wo Sie ihn haben möchten.</translation>
        </message>
        <message>
            <source>The corrected text is only here: copy it before you close this window.</source>
            <translation>Der korrigierte Text ist nur hier: Kopieren Sie ihn, bevor Sie dieses Fenster schließen.</translation>
        </message>
        <message>
            <source>The text was replaced, but the clipboard's former content could not be put back.</source>
            <translation>Der Text wurde ersetzt, aber der frühere Inhalt der Zwischenablage ließ sich nicht zurücklegen.</translation>
        </message>
        <message>
            <source>The text was replaced; some forms of the clipboard's former content could not be put back.</source>
            <translation>Der Text wurde ersetzt; einige Formate des früheren Inhalts der Zwischenablage ließen sich nicht zurücklegen.</translation>
        </message>
        <message>
            <source>Correct the selected text</source>
            <translation>Den ausgewählten Text korrigieren</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>Personal dictionary</source>
            <translation>Eigenes Wörterbuch</translation>
        </message>
        <message>
            <source>Words that are always right, whatever the model thinks.</source>
            <translation>Wörter, die immer richtig sind, was auch immer das Modell meint.</translation>
        </message>
        <message>
            <source>Ignored rules</source>
            <translation>Ignorierte Regeln</translation>
        </message>
        <message>
            <source>These are never suggested. Remove one to see its suggestions again.</source>
            <translation>Diese werden nie vorgeschlagen. Entfernen Sie eine, um ihre Vorschläge wieder zu sehen.</translation>
        </message>
    </context>
    <context>
        <name>DocumentSession</name>
        <message>
            <source>Untitled</source>
            <translation>Unbenannt</translation>
        </message>
        <message>
            <source>{0} is no longer on the disk. Save it again.</source>
            <translation>{0} ist nicht mehr auf der Platte. Speichern Sie es wieder.</translation>
        </message>
        <message>
            <source>Another program has changed “{0}”.</source>
            <translation>Ein anderes Programm hat „{0}“ geändert.</translation>
        </message>
        <message>
            <source>You have unsaved changes, which reloading throws away.</source>
            <translation>Sie haben ungespeicherte Änderungen, die beim Neuladen verloren gehen.</translation>
        </message>
        <message>
            <source>Do you want to see the new version?</source>
            <translation>Möchten Sie die neue Fassung sehen?</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>Neu laden</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Meine behalten</translation>
        </message>
        <message>
            <source>The file was not opened.</source>
            <translation>Die Datei wurde nicht geöffnet.</translation>
        </message>
        <message>
            <source>The file was not saved.</source>
            <translation>Die Datei wurde nicht gespeichert.</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>{0} gespeichert</translation>
        </message>
        <message>
            <source>Save as UTF-8</source>
            <translation>Als UTF-8 speichern</translation>
        </message>
        <message>
            <source>Overwrite</source>
            <translation>Überschreiben</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Not everything can be kept in this file.</source>
            <translation>Nicht alles kann in dieser Datei erhalten bleiben.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
    </context>
    <context>
        <name>Editor</name>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Write here. Suggestions are underlined.</source>
            <translation>Schreiben Sie hier. Vorschläge sind unterstrichen.</translation>
        </message>
    </context>
    <context>
        <name>Explanations</name>
        <message>
            <source>Spelling</source>
            <translation>Rechtschreibung</translation>
        </message>
        <message>
            <source>Capitals and spaces</source>
            <translation>Großschreibung und Leerzeichen</translation>
        </message>
        <message>
            <source>Punctuation</source>
            <translation>Zeichensetzung</translation>
        </message>
        <message>
            <source>Verb agreement</source>
            <translation>Übereinstimmung des Verbs</translation>
        </message>
        <message>
            <source>Verb tense</source>
            <translation>Zeitform</translation>
        </message>
        <message>
            <source>Verb form</source>
            <translation>Verbform</translation>
        </message>
        <message>
            <source>Verb</source>
            <translation>Verb</translation>
        </message>
        <message>
            <source>Singular or plural</source>
            <translation>Einzahl oder Mehrzahl</translation>
        </message>
        <message>
            <source>Possessive</source>
            <translation>Besitzform</translation>
        </message>
        <message>
            <source>Plural form</source>
            <translation>Mehrzahlform</translation>
        </message>
        <message>
            <source>Noun</source>
            <translation>Substantiv</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Preposition</source>
            <translation>Präposition</translation>
        </message>
        <message>
            <source>Pronoun</source>
            <translation>Pronomen</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Steigerung</translation>
        </message>
        <message>
            <source>Adjective</source>
            <translation>Adjektiv</translation>
        </message>
        <message>
            <source>Adverb</source>
            <translation>Adverb</translation>
        </message>
        <message>
            <source>Conjunction</source>
            <translation>Konjunktion</translation>
        </message>
        <message>
            <source>Contraction</source>
            <translation>Kurzform</translation>
        </message>
        <message>
            <source>Particle</source>
            <translation>Partikel</translation>
        </message>
        <message>
            <source>Word form</source>
            <translation>Wortform</translation>
        </message>
        <message>
            <source>Word order</source>
            <translation>Wortstellung</translation>
        </message>
        <message>
            <source>British or American</source>
            <translation>Britisch oder amerikanisch</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>Formulierung</translation>
        </message>
        <message>
            <source>Grammar</source>
            <translation>Grammatik</translation>
        </message>
        <message>
            <source>Word choice</source>
            <translation>Wortwahl</translation>
        </message>
        <message>
            <source>Check the spelling: “{1}”.</source>
            <translation>Prüfen Sie die Schreibung: „{1}“.</translation>
        </message>
        <message>
            <source>Write “{1}”: capitals or spaces differ.</source>
            <translation>Schreiben Sie „{1}“: Großschreibung oder Leerzeichen weichen ab.</translation>
        </message>
        <message>
            <source>A punctuation mark is missing here.</source>
            <translation>Hier fehlt ein Satzzeichen.</translation>
        </message>
        <message>
            <source>No punctuation mark belongs here.</source>
            <translation>Hierher gehört kein Satzzeichen.</translation>
        </message>
        <message>
            <source>Another punctuation mark belongs here.</source>
            <translation>Hierher gehört ein anderes Satzzeichen.</translation>
        </message>
        <message>
            <source>The verb must agree with its subject: “{1}”.</source>
            <translation>Das Verb muss zum Subjekt passen: „{1}“.</translation>
        </message>
        <message>
            <source>This point in time asks for another tense: “{1}”.</source>
            <translation>Dieser Zeitpunkt verlangt eine andere Zeitform: „{1}“.</translation>
        </message>
        <message>
            <source>Another form of the verb belongs here: “{1}”.</source>
            <translation>Hierher gehört eine andere Form des Verbs: „{1}“.</translation>
        </message>
        <message>
            <source>The verb is irregular: its form is “{1}”.</source>
            <translation>Das Verb ist unregelmäßig: Die Form ist „{1}“.</translation>
        </message>
        <message>
            <source>The sentence lacks a verb: “{1}”.</source>
            <translation>Dem Satz fehlt ein Verb: „{1}“.</translation>
        </message>
        <message>
            <source>The verb “{0}” is one too many.</source>
            <translation>Das Verb „{0}“ ist zu viel.</translation>
        </message>
        <message>
            <source>The verb “{1}” goes better with these words.</source>
            <translation>Das Verb „{1}“ passt besser zu diesen Wörtern.</translation>
        </message>
        <message>
            <source>The noun should be “{1}”, to fit in number.</source>
            <translation>Das Substantiv sollte „{1}“ sein, damit die Zahl stimmt.</translation>
        </message>
        <message>
            <source>To say whose it is, write “{1}”.</source>
            <translation>Um zu sagen, wem es gehört, schreiben Sie „{1}“.</translation>
        </message>
        <message>
            <source>The form of this noun is “{1}”.</source>
            <translation>Die Form dieses Substantivs ist „{1}“.</translation>
        </message>
        <message>
            <source>The noun “{1}” fits better here.</source>
            <translation>Das Substantiv „{1}“ passt hier besser.</translation>
        </message>
        <message>
            <source>An article or another determiner is missing: “{1}”.</source>
            <translation>Es fehlt ein Artikel oder ein anderes Begleitwort: „{1}“.</translation>
        </message>
        <message>
            <source>No article is needed here.</source>
            <translation>Hier braucht es keinen Artikel.</translation>
        </message>
        <message>
            <source>“{1}” is the right determiner here.</source>
            <translation>„{1}“ ist hier das richtige Begleitwort.</translation>
        </message>
        <message>
            <source>A preposition is missing: “{1}”.</source>
            <translation>Es fehlt eine Präposition: „{1}“.</translation>
        </message>
        <message>
            <source>No preposition is needed here.</source>
            <translation>Hier braucht es keine Präposition.</translation>
        </message>
        <message>
            <source>The preposition that goes with these words is “{1}”.</source>
            <translation>Zu diesen Wörtern gehört die Präposition „{1}“.</translation>
        </message>
        <message>
            <source>A pronoun is missing: “{1}”.</source>
            <translation>Es fehlt ein Pronomen: „{1}“.</translation>
        </message>
        <message>
            <source>The pronoun “{0}” is one too many.</source>
            <translation>Das Pronomen „{0}“ ist zu viel.</translation>
        </message>
        <message>
            <source>The pronoun should be “{1}”.</source>
            <translation>Das Pronomen sollte „{1}“ sein.</translation>
        </message>
        <message>
            <source>The comparison is formed like this: “{1}”.</source>
            <translation>Die Steigerung lautet so: „{1}“.</translation>
        </message>
        <message>
            <source>The adjective “{1}” fits better here.</source>
            <translation>Das Adjektiv „{1}“ passt hier besser.</translation>
        </message>
        <message>
            <source>The adverb “{1}” fits better here.</source>
            <translation>Das Adverb „{1}“ passt hier besser.</translation>
        </message>
        <message>
            <source>A conjunction is missing: “{1}”.</source>
            <translation>Es fehlt eine Konjunktion: „{1}“.</translation>
        </message>
        <message>
            <source>The conjunction “{1}” fits better here.</source>
            <translation>Die Konjunktion „{1}“ passt hier besser.</translation>
        </message>
        <message>
            <source>The short form is written “{1}”.</source>
            <translation>Die Kurzform schreibt man „{1}“.</translation>
        </message>
        <message>
            <source>The verb goes with the particle “{1}”.</source>
            <translation>Zu diesem Verb gehört die Partikel „{1}“.</translation>
        </message>
        <message>
            <source>“{1}” is the spelling in the English that you chose.</source>
            <translation>„{1}“ ist die Schreibung im Englisch Ihrer Wahl.</translation>
        </message>
        <message>
            <source>Another form of the word belongs here: “{1}”.</source>
            <translation>Hierher gehört eine andere Form des Worts: „{1}“.</translation>
        </message>
        <message>
            <source>The words belong in this order: “{1}”.</source>
            <translation>Die Wörter gehören in diese Reihenfolge: „{1}“.</translation>
        </message>
        <message>
            <source>Something is missing: “{1}”.</source>
            <translation>Hier fehlt etwas: „{1}“.</translation>
        </message>
        <message>
            <source>“{0}” is not needed.</source>
            <translation>„{0}“ ist nicht nötig.</translation>
        </message>
        <message>
            <source>“{1}” fits better here.</source>
            <translation>„{1}“ passt hier besser.</translation>
        </message>
        <message>
            <source>Use “an” before a vowel sound.</source>
            <translation>Vor einem Vokallaut steht „an“.</translation>
        </message>
        <message>
            <source>Use “a” before a consonant sound.</source>
            <translation>Vor einem Konsonantenlaut steht „a“.</translation>
        </message>
        <message>
            <source>“{1}” is written with a capital letter.</source>
            <translation>„{1}“ wird großgeschrieben.</translation>
        </message>
        <message>
            <source>“{1}” is not written with a capital letter.</source>
            <translation>„{1}“ wird kleingeschrieben.</translation>
        </message>
        <message>
            <source>A comma is missing here.</source>
            <translation>Hier fehlt ein Komma.</translation>
        </message>
        <message>
            <source>No comma belongs here.</source>
            <translation>Hierher gehört kein Komma.</translation>
        </message>
        <message>
            <source>The sentence lacks its final mark.</source>
            <translation>Dem Satz fehlt das Schlusszeichen.</translation>
        </message>
        <message>
            <source>Use the past tense with “{0}”.</source>
            <translation>Mit „{0}“ steht die Vergangenheit.</translation>
        </message>
        <message>
            <source>“{1}” is written twice.</source>
            <translation>„{1}“ steht doppelt.</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Replace with</source>
            <translation>Ersetzen durch</translation>
        </message>
        <message>
            <source>Match case</source>
            <translation>Groß-/Kleinschreibung</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>Alle ersetzen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <source>{0} replaced</source>
            <translation>{0} ersetzt</translation>
        </message>
    </context>
    <context>
        <name>IssueDesk</name>
        <message>
            <source>The text has changed since this suggestion was made. Nothing was replaced.</source>
            <translation>Der Text wurde seit diesem Vorschlag geändert. Nichts wurde ersetzt.</translation>
        </message>
    </context>
    <context>
        <name>IssuesPanel</name>
        <message>
            <source>Accept all</source>
            <translation>Alle annehmen</translation>
        </message>
        <message>
            <source>Show or hide these suggestions</source>
            <translation>Diese Vorschläge zeigen oder verbergen</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>Vorschläge</translation>
        </message>
        <message>
            <source>1 suggestion</source>
            <translation>1 Vorschlag</translation>
        </message>
        <message>
            <source>{0} suggestions</source>
            <translation>{0} Vorschläge</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Open &amp;recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <source>Suggestions accepted: {0}</source>
            <translation>Vorschläge angenommen: {0}</translation>
        </message>
        <message>
            <source>Accept “{0}”</source>
            <translation>„{0}“ annehmen</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Verwerfen</translation>
        </message>
    </context>
    <context>
        <name>Prompts</name>
        <message>
            <source>Plain text</source>
            <translation>Reiner Text</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Word</translation>
        </message>
        <message>
            <source>OpenDocument</source>
            <translation>OpenDocument</translation>
        </message>
        <message>
            <source>All documents</source>
            <translation>Alle Dokumente</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>Save the changes to “{0}”?</source>
            <translation>Änderungen an „{0}“ speichern?</translation>
        </message>
        <message>
            <source>If you do not save them, your changes are lost.</source>
            <translation>Wenn Sie nicht speichern, gehen Ihre Änderungen verloren.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Speichern unter</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Check text as it is typed</source>
            <translation>Text beim Schreiben prüfen</translation>
        </message>
        <message>
            <source>Fewer or more suggestions</source>
            <translation>Weniger oder mehr Vorschläge</translation>
        </message>
        <message>
            <source>Kinds of suggestions</source>
            <translation>Arten von Vorschlägen</translation>
        </message>
        <message>
            <source>English spelling</source>
            <translation>Englische Schreibung</translation>
        </message>
        <message>
            <source>Ignored rules</source>
            <translation>Ignorierte Regeln</translation>
        </message>
        <message>
            <source>Ignored suggestions</source>
            <translation>Ignorierte Vorschläge</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Font</source>
            <translation>Schrift</translation>
        </message>
        <message>
            <source>Font size in points</source>
            <translation>Schriftgröße in Punkt</translation>
        </message>
        <message>
            <source>Language of the program</source>
            <translation>Sprache des Programms</translation>
        </message>
        <message>
            <source>Your settings could not be read ({0}).</source>
            <translation>Ihre Einstellungen konnten nicht gelesen werden ({0}).</translation>
        </message>
        <message>
            <source>Your settings file is damaged. Copyedge uses its defaults.</source>
            <translation>Ihre Einstellungsdatei ist beschädigt. Copyedge verwendet die Voreinstellungen.</translation>
        </message>
        <message>
            <source>Your settings file was damaged. Copyedge uses its defaults and has kept the damaged file as {0}.</source>
            <translation>Ihre Einstellungsdatei war beschädigt. Copyedge verwendet die Voreinstellungen und hat die beschädigte Datei als {0} aufgehoben.</translation>
        </message>
        <message>
            <source>Your settings could not be saved. {0}</source>
            <translation>Ihre Einstellungen konnten nicht gespeichert werden. {0}</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>As written: British and American are both right</source>
            <translation>Wie geschrieben: britisch und amerikanisch sind richtig</translation>
        </message>
        <message>
            <source>British (colour, organise)</source>
            <translation>Britisch (colour, organise)</translation>
        </message>
        <message>
            <source>American (color, organize)</source>
            <translation>Amerikanisch (color, organize)</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source> pt</source>
            <translation> pt</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>Vorschläge</translation>
        </message>
        <message>
            <source>Personal dictionary…</source>
            <translation>Eigenes Wörterbuch …</translation>
        </message>
        <message>
            <source>Ignored rules…</source>
            <translation>Ignorierte Regeln …</translation>
        </message>
        <message>
            <source>Fewer</source>
            <translation>Weniger</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>The language changes at the next start.</source>
            <translation>Die Sprache wechselt beim nächsten Start.</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Alles zurücksetzen</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Years of schooling needed to read the text easily (Automated Readability Index)</source>
            <translation>Schuljahre, die es braucht, um den Text mühelos zu lesen (Automated Readability Index)</translation>
        </message>
        <message>
            <source>Words: {0}    Characters: {1}    Sentences: {2}</source>
            <translation>Wörter: {0}    Zeichen: {1}    Sätze: {2}</translation>
        </message>
        <message>
            <source>Readability: grade {0}</source>
            <translation>Lesbarkeit: Stufe {0}</translation>
        </message>
    </context>
    <context>
        <name>SuggestionCard</name>
        <message>
            <source>&amp;Accept</source>
            <translation>&amp;Annehmen</translation>
        </message>
        <message>
            <source>&amp;Dismiss</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>More choices for this suggestion</source>
            <translation>Weitere Möglichkeiten zu diesem Vorschlag</translation>
        </message>
        <message>
            <source>{0} % sure</source>
            <translation>zu {0} % sicher</translation>
        </message>
        <message>
            <source>Add “{0}” to the dictionary</source>
            <translation>„{0}“ ins Wörterbuch aufnehmen</translation>
        </message>
        <message>
            <source>Never suggest “{0}” again</source>
            <translation>„{0}“ nie mehr vorschlagen</translation>
        </message>
        <message>
            <source>Ignore the rule “{0}”</source>
            <translation>Die Regel „{0}“ ignorieren</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Not this one</source>
            <translation>Diesen nicht</translation>
        </message>
        <message>
            <source>Suggestion: {0}. {1} {2}.</source>
            <translation>Vorschlag: {0}. {1} {2}.</translation>
        </message>
    </context>
    <context>
        <name>WordListDialog</name>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>New word</source>
            <translation>Neues Wort</translation>
        </message>
    </context>
    <context>
        <name>_DictionaryEditing</name>
        <message>
            <source>Import words, one on each line</source>
            <translation>Wörter importieren, eines je Zeile</translation>
        </message>
        <message>
            <source>Imported.</source>
            <translation>Importiert.</translation>
        </message>
        <message>
            <source>Export words</source>
            <translation>Wörter exportieren</translation>
        </message>
        <message>
            <source>Exported.</source>
            <translation>Exportiert.</translation>
        </message>
    </context>
    <context>
        <name>_IgnoredEditing</name>
        <message>
            <source>Rule: {0} ({1})</source>
            <translation>Regel: {0} ({1})</translation>
        </message>
    </context>
</TS>
