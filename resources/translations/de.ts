<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source># Sjögren Desktop {version}

Analyses Sjögren&apos;s disease trials on your own computer: change from baseline,
responders, safety, with the methods written beside every result.

Not a medical device; results support, and do not replace, the judgement of a
trained reader.</source>
        <translation type="unfinished"># Sjögren Desktop {version}

Wertet Studien zum Sjögren-Syndrom auf dem eigenen Rechner aus: Veränderung gegenüber dem Ausgangswert,
Responder, Sicherheit, mit den Methoden neben jedem Ergebnis.

Kein Medizinprodukt; die Ergebnisse unterstützen das Urteil einer
fachkundigen Person und ersetzen es nicht.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Changes</source>
        <translation type="unfinished">Änderungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>About</source>
        <translation type="unfinished">Über</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Licence</source>
        <translation type="unfinished">Lizenz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Third parties</source>
        <translation type="unfinished">Fremde Bestandteile</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>About Sjögren Desktop</source>
        <translation type="unfinished">Über Sjögren Desktop</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Compares treatment arms: not available while the study is blinded.</source>
        <translation type="unfinished">Vergleicht Behandlungsarme: nicht verfügbar, solange die Studie verblindet ist.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Compares treatment arms: this study has one group of patients only.</source>
        <translation type="unfinished">Vergleicht Behandlungsarme: Diese Studie hat nur eine Gruppe von Patienten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>The analysis stopped because of a fault in the program.</source>
        <translation type="unfinished">Die Analyse brach wegen eines Programmfehlers ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>R&amp;un</source>
        <translation type="unfinished">R&amp;echnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>&amp;Cancel</source>
        <translation type="unfinished">Abbre&amp;chen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Running: {title}</source>
        <translation type="unfinished">Läuft: {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Analyses</source>
        <translation type="unfinished">Analysen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Choose what to analyse</source>
        <translation type="unfinished">Wählen, was ausgewertet wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Run the analysis with these options (F5)</source>
        <translation type="unfinished">Die Analyse mit diesen Optionen rechnen (F5)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Stop the analysis (Esc); the result shown stays</source>
        <translation type="unfinished">Die Analyse anhalten (Esc); das gezeigte Ergebnis bleibt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Progress of the analysis</source>
        <translation type="unfinished">Fortschritt der Analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Options</source>
        <translation type="unfinished">Optionen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>&amp;Question</source>
        <translation type="unfinished">&amp;Frage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Cancelled</source>
        <translation type="unfinished">Abgebrochen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>options</source>
        <translation type="unfinished">Optionen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Open a study on the Import tab first; then choose a question here.</source>
        <translation type="unfinished">Öffnen Sie zuerst eine Studie auf dem Reiter Import; wählen Sie dann hier eine Frage.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Check the options at the left and press Run.</source>
        <translation type="unfinished">Prüfen Sie links die Optionen und drücken Sie Rechnen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>The list of analyses is being loaded.</source>
        <translation type="unfinished">Die Liste der Analysen wird geladen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/app.py"/>
        <source>The program ended unexpectedly last time. A report without any data of a study is in {earlier}.</source>
        <translation type="unfinished">Das Programm wurde beim letzten Mal unerwartet beendet. Ein Bericht ohne Daten einer Studie liegt in {earlier}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>SYNTHETIC DATA</source>
        <translation type="unfinished">SYNTHETISCHE DATEN</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Simulated patients made for demonstration; not results of any trial.</source>
        <translation type="unfinished">Simulierte Patienten zur Demonstration; keine Ergebnisse einer Studie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Error</source>
        <translation type="unfinished">Fehler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Please note</source>
        <translation type="unfinished">Bitte beachten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>This study has treatment arms and was opened blinded: all patients are pooled, and what tells the treatment is withheld. The menu Blinding says what that is and shows the arms.</source>
        <translation type="unfinished">Diese Studie hat Behandlungsarme und wurde verblindet geöffnet: Alle Patienten sind zusammengefasst, und was die Behandlung verrät, wird zurückgehalten. Das Menü Verblindung sagt, was das ist, und zeigt die Arme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source># What is withheld

Variables and records that tell the treatment:

{text}</source>
        <translation type="unfinished"># Was zurückgehalten wird

Variablen und Datensätze, die die Behandlung verraten:

{text}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Treatments shown one by one, for emergencies: {count}.</source>
        <translation type="unfinished">Einzeln gezeigte Behandlungen, im Notfall: {count}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Withholding treatments</source>
        <translation type="unfinished">Behandlungen werden zurückgehalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Nothing.</source>
        <translation type="unfinished">Nichts.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>What is withheld</source>
        <translation type="unfinished">Was zurückgehalten wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>The study is unblinded: treatment arms are shown. Recorded.</source>
        <translation type="unfinished">Die Studie ist entblindet: Behandlungsarme werden gezeigt. Dies wurde aufgezeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>A second passphrase is needed from now on to show treatments.</source>
        <translation type="unfinished">Ab jetzt ist eine zweite Passphrase nötig, um Behandlungen zu zeigen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>A second passphrase is no longer needed to show treatments.</source>
        <translation type="unfinished">Um Behandlungen zu zeigen, ist keine zweite Passphrase mehr nötig.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Blinding stopped because of a fault in the program.</source>
        <translation type="unfinished">Die Verblindung brach wegen eines Programmfehlers ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Withheld</source>
        <translation type="unfinished">Zurückgehalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Nothing in this study tells a treatment, so all stays shown.</source>
        <translation type="unfinished">Nichts in dieser Studie verrät eine Behandlung, daher bleibt alles sichtbar.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>{count} of the {total} marked</source>
        <translation type="unfinished">{count} der {total} markierten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Open marked</source>
        <translation type="unfinished">Markierte öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Show the marked patients on the Patients tab</source>
        <translation type="unfinished">Die markierten Patienten auf dem Reiter Patienten zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Clear marks</source>
        <translation type="unfinished">Markierungen aufheben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Mark no patients any more</source>
        <translation type="unfinished">Keine Patienten mehr markieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>1 patient is marked: rings in figures and bold numbers in tables have them.</source>
        <translation type="unfinished">1 Patient ist markiert: Ringe in Abbildungen und fette Zahlen in Tabellen zeigen ihn.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>{count} patients are marked: rings in figures and bold numbers in tables have them.</source>
        <translation type="unfinished">{count} Patienten sind markiert: Ringe in Abbildungen und fette Zahlen in Tabellen zeigen sie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Marked patients</source>
        <translation type="unfinished">Markierte Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>Code of the model</source>
        <translation type="unfinished">Code des Modells</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>The same model in another program; it was copied too</source>
        <translation type="unfinished">Dasselbe Modell in einem anderen Programm; es wurde auch kopiert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>Copy {name} code</source>
        <translation type="unfinished">{name}-Code kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>Show and copy {name} code that fits the same model</source>
        <translation type="unfinished">{name}-Code, der dasselbe Modell anpasst, zeigen und kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Drag a column onto what it is at the right, or double-click or press F2.</source>
        <translation type="unfinished">Ziehen Sie eine Spalte rechts auf das, was sie ist, oder doppelklicken Sie, oder drücken Sie F2.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>The name and number each visit gets; the number is the week, 0 for baseline.</source>
        <translation type="unfinished">Name und Nummer jeder Visite; die Nummer ist die Woche, 0 für die Ausgangsvisite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>With windows, visits are made of study days; without any, of the visits&apos; names.</source>
        <translation type="unfinished">Mit Fenstern werden Visiten aus Studientagen gebildet; ohne sie aus den Namen der Visiten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Column</source>
        <translation type="unfinished">Spalte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Name in the file</source>
        <translation type="unfinished">Name in der Datei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Is</source>
        <translation type="unfinished">Ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What the column holds</source>
        <translation type="unfinished">Was die Spalte enthält</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Variable or measure</source>
        <translation type="unfinished">Variable oder Messgröße</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Variable of the patient or event, or code of the measure</source>
        <translation type="unfinished">Variable des Patienten oder Ereignisses, oder Code der Messgröße</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit</source>
        <translation type="unfinished">Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit of the values, where the column is of one visit</source>
        <translation type="unfinished">Visite der Werte, wenn die Spalte zu einer Visite gehört</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Unit</source>
        <translation type="unfinished">Einheit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Unit of the values in the file (UCUM)</source>
        <translation type="unfinished">Einheit der Werte in der Datei (UCUM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Converted to</source>
        <translation type="unfinished">Umgerechnet in</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Unit of the values in the study (UCUM)</source>
        <translation type="unfinished">Einheit der Werte in der Studie (UCUM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Sure</source>
        <translation type="unfinished">Sicher</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>How sure the guess is; below 50% a column is not used</source>
        <translation type="unfinished">Wie sicher die Vermutung ist; unter 50 % wird eine Spalte nicht verwendet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Because of</source>
        <translation type="unfinished">Wegen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What the guess rests on</source>
        <translation type="unfinished">Worauf die Vermutung beruht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>In the data</source>
        <translation type="unfinished">In den Daten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>How the visit is called in the file</source>
        <translation type="unfinished">Wie die Visite in der Datei heißt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Name of the analysis visit</source>
        <translation type="unfinished">Name der Analysevisite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Number</source>
        <translation type="unfinished">Nummer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Number by which visits are ordered: the week, 0 for baseline</source>
        <translation type="unfinished">Nummer, nach der Visiten geordnet werden: die Woche, 0 für die Ausgangsvisite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Number by which visits are ordered</source>
        <translation type="unfinished">Nummer, nach der Visiten geordnet werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Target day</source>
        <translation type="unfinished">Zieltag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Study day the visit is meant for</source>
        <translation type="unfinished">Studientag, für den die Visite gedacht ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>First day</source>
        <translation type="unfinished">Erster Tag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>First study day that counts for the visit</source>
        <translation type="unfinished">Erster Studientag, der für die Visite zählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Last day</source>
        <translation type="unfinished">Letzter Tag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Last study day that counts for the visit</source>
        <translation type="unfinished">Letzter Studientag, der für die Visite zählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Read again so</source>
        <translation type="unfinished">So &amp;erneut lesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Save &amp;mapping…</source>
        <translation type="unfinished">&amp;Zuordnung speichern…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Table</source>
        <translation type="unfinished">Tabelle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Table whose columns are shown</source>
        <translation type="unfinished">Tabelle, deren Spalten gezeigt werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What a row is</source>
        <translation type="unfinished">Was eine Zeile ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What one row of the table stands for</source>
        <translation type="unfinished">Wofür eine Zeile der Tabelle steht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Read the files again with these columns; the same layout is read so from now on</source>
        <translation type="unfinished">Die Dateien mit diesen Spalten erneut lesen; derselbe Aufbau wird ab jetzt so gelesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Write the maps to a file that can be opened with the data</source>
        <translation type="unfinished">Die Zuordnungen in eine Datei schreiben, die mit den Daten geöffnet werden kann</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>{name} was changed. Press Read again so to use it.</source>
        <translation type="unfinished">{name} wurde geändert. Drücken Sie So erneut lesen, um es zu verwenden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>The mapping was written: {path}</source>
        <translation type="unfinished">Die Zuordnung wurde geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What each column is</source>
        <translation type="unfinished">Was jede Spalte ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Names of visits</source>
        <translation type="unfinished">Namen der Visiten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit windows by study day</source>
        <translation type="unfinished">Visitenfenster nach Studientag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Table</source>
        <translation type="unfinished">&amp;Tabelle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Ro&amp;ws are</source>
        <translation type="unfinished">&amp;Zeilen sind</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Columns</source>
        <translation type="unfinished">Spalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visits</source>
        <translation type="unfinished">Visiten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit windows</source>
        <translation type="unfinished">Visitenfenster</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Propose from visits</source>
        <translation type="unfinished">Aus Visiten &amp;vorschlagen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Windows that meet half-way between the visits</source>
        <translation type="unfinished">Fenster, die sich auf halbem Weg zwischen den Visiten treffen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Add</source>
        <translation type="unfinished">&amp;Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Add a window</source>
        <translation type="unfinished">Ein Fenster hinzufügen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Remo&amp;ve</source>
        <translation type="unfinished">Ent&amp;fernen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Remove the window selected</source>
        <translation type="unfinished">Das gewählte Fenster entfernen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>the visit {name}</source>
        <translation type="unfinished">die Visite {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>See what a newer cut of the data changes, and which results move with it</source>
        <translation type="unfinished">Sehen, was ein neuerer Datenschnitt ändert und welche Ergebnisse sich damit verändern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>Compare</source>
        <translation type="unfinished">Vergleichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>With newer &amp;files…</source>
        <translation type="unfinished">Mit neueren &amp;Dateien…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>With a newer f&amp;older…</source>
        <translation type="unfinished">Mit einem neueren &amp;Ordner…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>With data cut {number} of the study file ({at})</source>
        <translation type="unfinished">Mit Datenschnitt {number} der Studiendatei ({at})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Data set</source>
        <translation type="unfinished">Datensatz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Older</source>
        <translation type="unfinished">Älter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Newer</source>
        <translation type="unfinished">Neuer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Added</source>
        <translation type="unfinished">Neu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Removed</source>
        <translation type="unfinished">Entfernt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Changed</source>
        <translation type="unfinished">Geändert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Values</source>
        <translation type="unfinished">Werte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Subjects</source>
        <translation type="unfinished">Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Remarks</source>
        <translation type="unfinished">Bemerkungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>What</source>
        <translation type="unfinished">Was</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Subject</source>
        <translation type="unfinished">Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Record</source>
        <translation type="unfinished">Eintrag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Variable</source>
        <translation type="unfinished">Variable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Row</source>
        <translation type="unfinished">Zeile</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Analysis</source>
        <translation type="unfinished">Analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Statistic</source>
        <translation type="unfinished">Statistik</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Seen</source>
        <translation type="unfinished">Gesehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>record added</source>
        <translation type="unfinished">Eintrag hinzugekommen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>record removed</source>
        <translation type="unfinished">Eintrag entfallen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>value changed</source>
        <translation type="unfinished">Wert geändert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Opening</source>
        <translation type="unfinished">Wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>The comparison stopped because of a fault in the program.</source>
        <translation type="unfinished">Der Vergleich brach wegen eines Programmfehlers ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Compare two cuts of the data</source>
        <translation type="unfinished">Zwei Datenschnitte vergleichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Progress of the comparison</source>
        <translation type="unfinished">Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Filter differences</source>
        <translation type="unfinished">Unterschiede filtern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Subject, variable or value</source>
        <translation type="unfinished">Patient, Variable oder Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Show only differences in which this text stands</source>
        <translation type="unfinished">Nur Unterschiede zeigen, in denen dieser Text steht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Filter</source>
        <translation type="unfinished">&amp;Filter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Differences</source>
        <translation type="unfinished">&amp;Unterschiede</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Results that moved</source>
        <translation type="unfinished">Veränderte &amp;Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>E&amp;xport to Excel…</source>
        <translation type="unfinished">Nach E&amp;xcel exportieren…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Write all differences and moved results to a workbook</source>
        <translation type="unfinished">Alle Unterschiede und veränderten Ergebnisse in eine Arbeitsmappe schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Open the newer cut</source>
        <translation type="unfinished">Neueren Schnitt ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Open the newer cut in place of the older one</source>
        <translation type="unfinished">Den neueren Schnitt anstelle des älteren öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>{shown} of {total}</source>
        <translation type="unfinished">{shown} von {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Differences by data set</source>
        <translation type="unfinished">Unterschiede nach Datensatz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Differences one by one</source>
        <translation type="unfinished">Unterschiede einzeln</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Results that moved</source>
        <translation type="unfinished">Veränderte Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>The comparison was written: {outcome}</source>
        <translation type="unfinished">Der Vergleich wurde geschrieben: {outcome}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Results that moved ({seen})</source>
        <translation type="unfinished">Veränderte &amp;Ergebnisse ({seen})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>The two cuts hold the same data.</source>
        <translation type="unfinished">Die beiden Schnitte enthalten dieselben Daten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>only in the older cut</source>
        <translation type="unfinished">nur im älteren Schnitt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>new variables: {names}</source>
        <translation type="unfinished">neue Variablen: {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>without variables: {names}</source>
        <translation type="unfinished">ohne die Variablen: {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>yes</source>
        <translation type="unfinished">ja</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>further digits only</source>
        <translation type="unfinished">nur in weiteren Stellen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>only in the newer cut</source>
        <translation type="unfinished">nur im neueren Schnitt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>No results were kept of the older cut; run analyses to see which move.</source>
        <translation type="unfinished">Vom älteren Schnitt wurden keine Ergebnisse aufbewahrt; rechnen Sie Analysen, um Veränderungen zu sehen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>None of {numbers} numbers moved.</source>
        <translation type="unfinished">Keine von {numbers} Zahlen hat sich verändert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>none</source>
        <translation type="unfinished">keine</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>{label}
{first} to {last}
{detail}</source>
        <translation type="unfinished">{label}
{first} bis {last}
{detail}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>day not known</source>
        <translation type="unfinished">Tag unbekannt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>day {day}</source>
        <translation type="unfinished">Tag {day}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>{low:.12g} to {high:.12g}</source>
        <translation type="unfinished">{low:.12g} bis {high:.12g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>from {low:.12g}</source>
        <translation type="unfinished">ab {low:.12g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>up to {high:.12g}</source>
        <translation type="unfinished">bis {high:.12g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>not given</source>
        <translation type="unfinished">nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>ongoing</source>
        <translation type="unfinished">andauernd</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>{label}
{visit}: {value:.12g}{outside}
reference {limits}</source>
        <translation type="unfinished">{label}
{visit}: {value:.12g}{outside}
Referenz {limits}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>not rated</source>
        <translation type="unfinished">nicht bewertet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>level {level}</source>
        <translation type="unfinished">Stufe {level}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>Injections</source>
        <translation type="unfinished">Injektionen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>S</source>
        <translation type="unfinished">S</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>Injection {number}, {day}</source>
        <translation type="unfinished">Injektion {number}, {day}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Measurements</source>
        <translation type="unfinished">Messungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Adverse events</source>
        <translation type="unfinished">Unerwünschte Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Occurrences</source>
        <translation type="unfinished">Vorkommnisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Time to event</source>
        <translation type="unfinished">Zeit bis zum Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Other</source>
        <translation type="unfinished">Sonstiges</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Errors</source>
        <translation type="unfinished">Fehler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Warnings</source>
        <translation type="unfinished">Warnungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Notes</source>
        <translation type="unfinished">Anmerkungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Warning</source>
        <translation type="unfinished">Warnung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Note</source>
        <translation type="unfinished">Hinweis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Content</source>
        <translation type="unfinished">Inhalt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Rows</source>
        <translation type="unfinished">Zeilen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Findings</source>
        <translation type="unfinished">Befunde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Studies</source>
        <translation type="unfinished">Studien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Arms</source>
        <translation type="unfinished">Arme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Severity</source>
        <translation type="unfinished">Schweregrad</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>What was found</source>
        <translation type="unfinished">Was gefunden wurde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>What to do</source>
        <translation type="unfinished">Was zu tun ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>File</source>
        <translation type="unfinished">Datei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>{label}, in {name}</source>
        <translation type="unfinished">{label}, in {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>{count} patients</source>
        <translation type="unfinished">{count} Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>in {name}</source>
        <translation type="unfinished">in {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Help</source>
        <translation type="unfinished">Hilfe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Measurement</source>
        <translation type="unfinished">Messgröße</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Adverse event</source>
        <translation type="unfinished">Unerwünschtes Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Question</source>
        <translation type="unfinished">Frage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Command</source>
        <translation type="unfinished">Befehl</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Method</source>
        <translation type="unfinished">Methode</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>how it is computed</source>
        <translation type="unfinished">wie sie gerechnet wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Optional: {label}, held against the level chosen</source>
        <translation type="unfinished">Optional: {label}, gegen die gewählte Stufe gehalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Paraphrased; read in a {source}.</source>
        <translation type="unfinished">Sinngemäß wiedergegeben; nachzulesen in {source}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Definition of the domain</source>
        <translation type="unfinished">Definition der Domäne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>What earns each level of this domain, and what is not rated</source>
        <translation type="unfinished">Was zu jeder Stufe dieser Domäne führt und was nicht bewertet wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Findings, if at hand</source>
        <translation type="unfinished">Befunde, falls zur Hand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>No raw finding is compared here.</source>
        <translation type="unfinished">Hier wird kein Rohbefund verglichen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>{name}: {text} is not a number.</source>
        <translation type="unfinished">{name}: {text} ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>▸ {name} (chosen)</source>
        <translation type="unfinished">▸ {name} (gewählt)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Damage:</source>
        <translation type="unfinished">Schaden:</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>data: {held:.6g}</source>
        <translation type="unfinished">Daten: {held:.6g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Not rated:</source>
        <translation type="unfinished">Nicht bewertet:</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>A report without any data of a study, which can be passed on, was written to {report}.</source>
        <translation type="unfinished">Ein Bericht ohne Daten einer Studie, der weitergegeben werden kann, wurde nach {report} geschrieben.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>No report could be written to the folder of this program&apos;s settings.</source>
        <translation type="unfinished">In den Ordner der Programmeinstellungen konnte kein Bericht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Unexpected error</source>
        <translation type="unfinished">Unerwarteter Fehler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Something went wrong inside the program. Your data and results are still here. The detail below names the place in the program; it may quote values of the data, so read it before you pass it on.</source>
        <translation type="unfinished">Im Programm ist etwas schiefgegangen. Ihre Daten und Ergebnisse sind noch da. Die Einzelheiten unten nennen die Stelle im Programm; sie können Werte der Daten zitieren, lesen Sie sie also vor einer Weitergabe.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Detail of the error</source>
        <translation type="unfinished">Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>&amp;Copy detail</source>
        <translation type="unfinished">Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Copy the detail to the clipboard</source>
        <translation type="unfinished">Die Einzelheiten in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>&amp;Show report</source>
        <translation type="unfinished">Bericht &amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Open the folder of the report, which can be passed on</source>
        <translation type="unfinished">Den Ordner des Berichts öffnen, der weitergegeben werden kann</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Open a study on the Import tab first; its intercurrent events are listed here.</source>
        <translation type="unfinished">Öffnen Sie zuerst eine Studie auf dem Reiter Import; ihre interkurrenten Ereignisse stehen dann hier.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>NOT SAVED TO A FILE</source>
        <translation type="unfinished">NICHT IN EINER DATEI GESPEICHERT</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Changes of events are kept until the program is closed. The workbook of Intercurrent events lists them with their reasons.</source>
        <translation type="unfinished">Änderungen an Ereignissen bleiben bis zum Schließen des Programms. Die Arbeitsmappe der interkurrenten Ereignisse führt sie mit ihren Gründen auf.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Set population, treatment, variable and strategies of every analysis to these</source>
        <translation type="unfinished">Population, Behandlung, Variable und Strategien jeder Analyse hierauf setzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>This stopped because of a fault in the program.</source>
        <translation type="unfinished">Dies brach wegen eines Programmfehlers ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Looking for intercurrent events</source>
        <translation type="unfinished">Suche nach interkurrenten Ereignissen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>&amp;Use for all analyses</source>
        <translation type="unfinished">Für alle Analysen &amp;verwenden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Intercurrent events are being looked for.</source>
        <translation type="unfinished">Interkurrente Ereignisse werden gesucht.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Estimand</source>
        <translation type="unfinished">Estimand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Estimand in words</source>
        <translation type="unfinished">Estimand in Worten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>event of {subject}</source>
        <translation type="unfinished">Ereignis von {subject}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Saved. Results that depend on it are marked as stale.</source>
        <translation type="unfinished">Gespeichert. Ergebnisse, die davon abhängen, sind als veraltet gekennzeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Compose the estimand</source>
        <translation type="unfinished">Estimand zusammenstellen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Printed with every result</source>
        <translation type="unfinished">Steht bei jedem Ergebnis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Intercurrent events</source>
        <translation type="unfinished">Interkurrente Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Changes of events made before apply to patients of this study.</source>
        <translation type="unfinished">Zuvor gemachte Änderungen an Ereignissen gelten für Patienten dieser Studie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Choose an event in the list, or add one that the data do not tell of.</source>
        <translation type="unfinished">Wählen Sie ein Ereignis in der Liste, oder fügen Sie eines hinzu, von dem die Daten nichts sagen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Counts as an event</source>
        <translation type="unfinished">Zählt als Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>An event that the data do not tell of</source>
        <translation type="unfinished">Ein Ereignis, von dem die Daten nichts sagen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>As the estimand says</source>
        <translation type="unfinished">Wie im Estimand festgelegt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>&amp;Patient</source>
        <translation type="unfinished">&amp;Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>The data do not tell of this event.</source>
        <translation type="unfinished">Die Daten sagen nichts von diesem Ereignis.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>In the data: {parts}.</source>
        <translation type="unfinished">In den Daten: {parts}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Patient the event is of</source>
        <translation type="unfinished">Patient, den das Ereignis betrifft</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Kind of the event</source>
        <translation type="unfinished">Art des Ereignisses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Untick where the data tell of an event that was none</source>
        <translation type="unfinished">Abwählen, wenn die Daten ein Ereignis nennen, das keines war</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Date of the event, also as year-month-day; values after it count anew</source>
        <translation type="unfinished">Datum des Ereignisses, auch als Jahr-Monat-Tag; Werte danach zählen neu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Why it happened, or which drug was taken</source>
        <translation type="unfinished">Warum es eintrat, oder welches Medikament genommen wurde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>How values after the event of this patient count</source>
        <translation type="unfinished">Wie Werte nach dem Ereignis dieses Patienten zählen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Your name, kept with the change</source>
        <translation type="unfinished">Ihr Name, mit der Änderung aufbewahrt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Why the event is changed; printed with the result</source>
        <translation type="unfinished">Warum das Ereignis geändert wird; steht beim Ergebnis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Patient</source>
        <translation type="unfinished">Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Reason or drug</source>
        <translation type="unfinished">Grund oder Medikament</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Your name</source>
        <translation type="unfinished">Ihr Name</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Reason for the change</source>
        <translation type="unfinished">Grund der Änderung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Date and &amp;cause</source>
        <translation type="unfinished">Datum und &amp;Ursache</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Strate&amp;gy</source>
        <translation type="unfinished">Strate&amp;gie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>By and &amp;why</source>
        <translation type="unfinished">Von wem und &amp;warum</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Save cha&amp;nge</source>
        <translation type="unfinished">Änderung &amp;speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Keep the change; results that depend on it go stale</source>
        <translation type="unfinished">Die Änderung behalten; davon abhängige Ergebnisse veralten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Bac&amp;k to the data</source>
        <translation type="unfinished">Zurück zu den &amp;Daten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Fill in what the data tell; then save</source>
        <translation type="unfinished">Eintragen, was die Daten sagen; danach speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Add ev&amp;ent…</source>
        <translation type="unfinished">&amp;Ereignis hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Enter an event that the data do not tell of</source>
        <translation type="unfinished">Ein Ereignis eintragen, von dem die Daten nichts sagen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Open patient</source>
        <translation type="unfinished">Patient öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Show this patient on the Patients tab</source>
        <translation type="unfinished">Diesen Patienten auf dem Reiter Patienten zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>no date</source>
        <translation type="unfinished">ohne Datum</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Nothing was changed.</source>
        <translation type="unfinished">Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>no reason</source>
        <translation type="unfinished">ohne Grund</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Choose a patient of the study.</source>
        <translation type="unfinished">Wählen Sie einen Patienten der Studie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>This event is in the list already: choose it there.</source>
        <translation type="unfinished">Dieses Ereignis steht schon in der Liste: wählen Sie es dort.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Choose an event to see where it comes from and to change it</source>
        <translation type="unfinished">Ein Ereignis wählen, um seine Herkunft zu sehen und es zu ändern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Fin&amp;d</source>
        <translation type="unfinished">S&amp;uchen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>1 event</source>
        <translation type="unfinished">1 Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>{total} events</source>
        <translation type="unfinished">{total} Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Patient, event, drug, strategy or source</source>
        <translation type="unfinished">Patient, Ereignis, Medikament, Strategie oder Quelle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Search events</source>
        <translation type="unfinished">Ereignisse suchen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Show only the events whose row contains this text</source>
        <translation type="unfinished">Nur Ereignisse zeigen, deren Zeile diesen Text enthält</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Event</source>
        <translation type="unfinished">Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Date</source>
        <translation type="unfinished">Datum</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Day</source>
        <translation type="unfinished">Tag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Strategy</source>
        <translation type="unfinished">Strategie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Source</source>
        <translation type="unfinished">Quelle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>{shown} of {events}</source>
        <translation type="unfinished">{shown} von {events}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>does not count</source>
        <translation type="unfinished">zählt nicht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>changed</source>
        <translation type="unfinished">geändert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>data</source>
        <translation type="unfinished">Daten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>(own)</source>
        <translation type="unfinished">(eigene)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Lists of events of special interest</source>
        <translation type="unfinished">Listen der Ereignisse von besonderem Interesse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Groups</source>
        <translation type="unfinished">Gruppen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>What the group looks for</source>
        <translation type="unfinished">Wonach die Gruppe sucht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Name of the lists</source>
        <translation type="unfinished">&amp;Name der Listen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Reason &amp;for the change</source>
        <translation type="unfinished">Grund &amp;der Änderung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Use these &amp;lists</source>
        <translation type="unfinished">Diese &amp;Listen verwenden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Analyses use these lists from now on; results made before are marked</source>
        <translation type="unfinished">Analysen verwenden ab jetzt diese Listen; frühere Ergebnisse werden gekennzeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>The lists are not used yet; the main window says why.</source>
        <translation type="unfinished">Die Listen werden noch nicht verwendet; das Hauptfenster sagt, warum.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>The lists were written: {path}</source>
        <translation type="unfinished">Die Listen wurden geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Fingerprint {digits}</source>
        <translation type="unfinished">Fingerabdruck {digits}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>All</source>
        <translation type="unfinished">Alle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Serious</source>
        <translation type="unfinished">Schwerwiegend</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Group</source>
        <translation type="unfinished">Gruppe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Name of the group, as tables print it</source>
        <translation type="unfinished">Name der Gruppe, wie Tabellen ihn drucken</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Only within</source>
        <translation type="unfinished">Nur innerhalb</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Only events that belong to this other group, which stands above</source>
        <translation type="unfinished">Nur Ereignisse, die zu dieser anderen, darüberstehenden Gruppe gehören</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Only</source>
        <translation type="unfinished">Nur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Whether serious events alone belong to the group</source>
        <translation type="unfinished">Ob nur schwerwiegende Ereignisse zur Gruppe gehören</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Events</source>
        <translation type="unfinished">Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Events of the study that the group finds</source>
        <translation type="unfinished">Ereignisse der Studie, die die Gruppe findet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Name of the lists, printed with every result</source>
        <translation type="unfinished">Name der Listen, bei jedem Ergebnis gedruckt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Why the lists are changed; kept in the audit trail</source>
        <translation type="unfinished">Warum die Listen geändert werden; im Audit-Trail aufbewahrt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Groups</source>
        <translation type="unfinished">&amp;Gruppen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;The group looks for</source>
        <translation type="unfinished">&amp;Die Gruppe sucht nach</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation type="unfinished">Die letzte Änderung zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Make it again (Ctrl+Y)</source>
        <translation type="unfinished">Sie wieder machen (Strg+Y)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>As &amp;shipped</source>
        <translation type="unfinished">Wie &amp;geliefert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Go back to the lists of the program</source>
        <translation type="unfinished">Zu den Listen des Programms zurückkehren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Open file…</source>
        <translation type="unfinished">Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Lists (TOML), or a table of own terms</source>
        <translation type="unfinished">Listen (TOML) oder eine Tabelle eigener Begriffe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Sa&amp;ve to file…</source>
        <translation type="unfinished">In Datei s&amp;peichern…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Write the lists to a TOML file</source>
        <translation type="unfinished">Die Listen in eine TOML-Datei schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>These changes are not used yet. Press Use these lists to have them counted, or close once more to drop them.</source>
        <translation type="unfinished">Diese Änderungen werden noch nicht verwendet. Wählen Sie Diese Listen verwenden, damit sie zählen, oder schließen Sie noch einmal, um sie zu verwerfen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>There are {n} more.</source>
        <translation type="unfinished">Es gibt {n} weitere.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Looks for</source>
        <translation type="unfinished">Sucht nach</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>What is compared, and how</source>
        <translation type="unfinished">Was verglichen wird und wie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Text</source>
        <translation type="unfinished">Text</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>* stands for any letters, ? for one; case does not matter</source>
        <translation type="unfinished">* steht für beliebige Buchstaben, ? für einen; Groß- und Kleinschreibung zählt nicht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Events of the study that this entry finds</source>
        <translation type="unfinished">Ereignisse der Studie, die dieser Eintrag findet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Add</source>
        <translation type="unfinished">Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Add a group (Insert)</source>
        <translation type="unfinished">Eine Gruppe hinzufügen (Einfg)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Remove</source>
        <translation type="unfinished">Entfernen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Remove the group chosen (Delete)</source>
        <translation type="unfinished">Die gewählte Gruppe entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Up</source>
        <translation type="unfinished">Auf</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Move the group up (Alt+Up)</source>
        <translation type="unfinished">Die Gruppe nach oben schieben (Alt+Auf)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Down</source>
        <translation type="unfinished">Ab</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Move the group down (Alt+Down)</source>
        <translation type="unfinished">Die Gruppe nach unten schieben (Alt+Ab)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Add a term (Insert)</source>
        <translation type="unfinished">Einen Begriff hinzufügen (Einfg)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Remove the term chosen (Delete)</source>
        <translation type="unfinished">Den gewählten Begriff entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Excel workbook…</source>
        <translation type="unfinished">&amp;Excel-Arbeitsmappe…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>numbers in full beside the table to read</source>
        <translation type="unfinished">Zahlen in voller Genauigkeit neben der Lesetabelle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Word document…</source>
        <translation type="unfinished">&amp;Word-Dokument…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>titles and footnotes on every page</source>
        <translation type="unfinished">Titel und Fußnoten auf jeder Seite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;PDF report…</source>
        <translation type="unfinished">&amp;PDF-Bericht…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>with contents; fonts embedded, figures as vectors</source>
        <translation type="unfinished">mit Inhaltsverzeichnis; Schriften eingebettet, Abbildungen als Vektoren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;RTF document…</source>
        <translation type="unfinished">&amp;RTF-Dokument…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>as study reports exchange tables</source>
        <translation type="unfinished">wie Tabellen in Studienberichten ausgetauscht werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>We&amp;b page…</source>
        <translation type="unfinished">We&amp;bseite…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>one file to read in a browser</source>
        <translation type="unfinished">eine Datei zum Lesen im Browser</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>All results: workbook, each figure as PNG, SVG and PDF, and the numbers as data</source>
        <translation type="unfinished">Alle Ergebnisse: Arbeitsmappe, jede Abbildung als PNG, SVG und PDF, und die Zahlen als Daten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Run every analysis for every study and pooled, then write all tables and figures</source>
        <translation type="unfinished">Jede Analyse für jede Studie und gepoolt rechnen, dann alle Tabellen und Abbildungen schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Use a style file of your own; sponsor.toml of the program explains every line</source>
        <translation type="unfinished">Eine eigene Stildatei verwenden; sponsor.toml des Programms erklärt jede Zeile</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>E&amp;xport</source>
        <translation type="unfinished">E&amp;xport</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;All results in one file</source>
        <translation type="unfinished">&amp;Alle Ergebnisse in einer Datei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>All results run so far: {good}</source>
        <translation type="unfinished">Alle bisherigen Ergebnisse: {good}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>E&amp;verything to a folder…</source>
        <translation type="unfinished">A&amp;lles in einen Ordner…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>R&amp;un all and export everything…</source>
        <translation type="unfinished">Alles rechnen und e&amp;xportieren…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Mark as &amp;draft</source>
        <translation type="unfinished">Als Entwurf &amp;kennzeichnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Write DRAFT on every page until this is taken away</source>
        <translation type="unfinished">DRAFT auf jede Seite schreiben, bis dies aufgehoben wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Own style file…</source>
        <translation type="unfinished">E&amp;igene Stildatei…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>The result shown: {good}</source>
        <translation type="unfinished">Das gezeigte Ergebnis: {good}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;House style</source>
        <translation type="unfinished">&amp;Hausstil</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>How numbers, titles and pages of exports look</source>
        <translation type="unfinished">Wie Zahlen, Titel und Seiten der Exporte aussehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>An export is being written; wait for it or press Esc.</source>
        <translation type="unfinished">Ein Export wird geschrieben; warten Sie oder drücken Sie Esc.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Workbook{reports}, {count} figure files and results.json were written to {folder}</source>
        <translation type="unfinished">Arbeitsmappe{reports}, {count} Abbildungsdateien und results.json wurden nach {folder} geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Workbook, figures and results as data</source>
        <translation type="unfinished">Arbeitsmappe, Abbildungen und Ergebnisse als Daten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>The export stopped because of a fault in the program.</source>
        <translation type="unfinished">Der Export brach wegen eines Programmfehlers ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Show in folder</source>
        <translation type="unfinished">Im Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Open the folder of what was written</source>
        <translation type="unfinished">Den Ordner öffnen, in den geschrieben wurde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Writing the export</source>
        <translation type="unfinished">Der Export wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>The {kind} was written: {path}</source>
        <translation type="unfinished">Geschrieben: {kind}, {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>{count} de-identified data sets were written to {folder}. {cells} small cells are listed in {report}: read them before you pass the data on.</source>
        <translation type="unfinished">{count} de-identifizierte Datensätze wurden nach {folder} geschrieben. {cells} kleine Zellen stehen in {report}: lesen Sie sie vor einer Weitergabe der Daten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>The export was cancelled.</source>
        <translation type="unfinished">Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>There is no result to export yet. Run an analysis first.</source>
        <translation type="unfinished">Es gibt noch kein Ergebnis zum Exportieren. Rechnen Sie zuerst eine Analyse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Not drawn: {sentence}</source>
        <translation type="unfinished">Nicht gezeichnet: {sentence}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Drawing the picture</source>
        <translation type="unfinished">Das Bild wird gezeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>The picture could not be drawn because of a fault in the program.</source>
        <translation type="unfinished">Das Bild konnte wegen eines Programmfehlers nicht gezeichnet werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Choose where to write the picture, and as what (Enter)</source>
        <translation type="unfinished">Wählen, wohin und als was das Bild geschrieben wird (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Write no picture (Esc)</source>
        <translation type="unfinished">Kein Bild schreiben (Esc)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Drawing the picture…</source>
        <translation type="unfinished">Das Bild wird gezeichnet…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Writing the picture…</source>
        <translation type="unfinished">Das Bild wird geschrieben…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Size of the picture</source>
        <translation type="unfinished">Größe des Bildes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>as needed</source>
        <translation type="unfinished">nach Bedarf</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy picture</source>
        <translation type="unfinished">Bild kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy the printed figure as a picture</source>
        <translation type="unfinished">Die Druckabbildung als Bild kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy data</source>
        <translation type="unfinished">Daten kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy the numbers of the figure, in full</source>
        <translation type="unfinished">Die Zahlen der Abbildung in voller Genauigkeit kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Save picture…</source>
        <translation type="unfinished">Bild speichern…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Write the figure to PNG, SVG or PDF at an exact size</source>
        <translation type="unfinished">Die Abbildung in genauer Größe als PNG, SVG oder PDF schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>{text} of the figure shown</source>
        <translation type="unfinished">{text} der gezeigten Abbildung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>{number} lines of numbers were copied.</source>
        <translation type="unfinished">{number} Zeilen mit Zahlen wurden kopiert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>The picture was copied.</source>
        <translation type="unfinished">Das Bild wurde kopiert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>The picture was written: {path}</source>
        <translation type="unfinished">Das Bild wurde geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Save as…</source>
        <translation type="unfinished">Speichern unter…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Width</source>
        <translation type="unfinished">Breite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Width with the caption: 85 mm is one journal column, 170 mm two</source>
        <translation type="unfinished">Breite mit der Legende: 85 mm ist eine Zeitschriftenspalte, 170 mm zwei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Height</source>
        <translation type="unfinished">Höhe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Height with the caption; 0 leaves it to what the figure needs</source>
        <translation type="unfinished">Höhe mit der Legende; 0 überlässt sie dem Bedarf der Abbildung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Resolution</source>
        <translation type="unfinished">Auflösung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Dots per inch of a PNG; SVG and PDF are vectors without dots</source>
        <translation type="unfinished">Punkte pro Zoll eines PNG; SVG und PDF sind Vektoren ohne Punkte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/file_drops.py"/>
        <source>Close “{title}” first.</source>
        <translation type="unfinished">Schließen Sie zuerst „{title}“.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Study files (*.sjd)</source>
        <translation type="unfinished">Studiendateien (*.sjd)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open study files</source>
        <translation type="unfinished">Daten einer Studie öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open the folder of a study</source>
        <translation type="unfinished">Ordner einer Studie öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open a study file</source>
        <translation type="unfinished">Studiendatei öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export everything to a folder</source>
        <translation type="unfinished">Alles in einen Ordner exportieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export de-identified data to a new or empty folder</source>
        <translation type="unfinished">De-identifizierte Daten in einen neuen oder leeren Ordner exportieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export to a workbook</source>
        <translation type="unfinished">In eine Arbeitsmappe exportieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Excel workbook</source>
        <translation type="unfinished">Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Write as one page</source>
        <translation type="unfinished">Als eine Seite schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export as {kind}</source>
        <translation type="unfinished">Als {kind} exportieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save the picture</source>
        <translation type="unfinished">Bild speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Run a plan</source>
        <translation type="unfinished">Plan rechnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save as a plan</source>
        <translation type="unfinished">Als Plan speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Analysis plan</source>
        <translation type="unfinished">Auswertungsplan</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open lists of events</source>
        <translation type="unfinished">Ereignislisten öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save lists of events</source>
        <translation type="unfinished">Ereignislisten speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Lists of events</source>
        <translation type="unfinished">Ereignislisten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save how tables are read</source>
        <translation type="unfinished">Speichern, wie Tabellen gelesen werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>House style</source>
        <translation type="unfinished">Hausstil</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Data files ({patterns})</source>
        <translation type="unfinished">Datendateien ({patterns})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>All files (*)</source>
        <translation type="unfinished">Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Analysis plan (*.toml)</source>
        <translation type="unfinished">Auswertungsplan (*.toml)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Lists and tables of terms ({patterns})</source>
        <translation type="unfinished">Listen und Begriffstabellen ({patterns})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Lists (*.toml)</source>
        <translation type="unfinished">Listen (*.toml)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Mapping file (*.mapping.json)</source>
        <translation type="unfinished">Zuordnungsdatei (*.mapping.json)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>House style (*.toml)</source>
        <translation type="unfinished">Hausstil (*.toml)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Search in everything</source>
        <translation type="unfinished">In allem suchen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Patient, question, adverse event, variable, help page or command</source>
        <translation type="unfinished">Patient, Frage, unerwünschtes Ereignis, Variable, Hilfeseite oder Befehl</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Type what you look for; Enter goes there, Esc closes</source>
        <translation type="unfinished">Eingeben, was Sie suchen; Enter geht dorthin, Esc schließt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Found</source>
        <translation type="unfinished">Gefunden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Enter or a click goes there</source>
        <translation type="unfinished">Enter oder ein Klick geht dorthin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Nothing is found. Try a part of the word, or fewer words.</source>
        <translation type="unfinished">Nichts gefunden. Versuchen Sie einen Teil des Wortes oder weniger Wörter.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>The first {most} of {count}; type on to narrow the list.</source>
        <translation type="unfinished">Die ersten {most} von {count}; weitertippen verkürzt die Liste.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>{count} found.</source>
        <translation type="unfinished">{count} gefunden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>&amp;Go to the row</source>
        <translation type="unfinished">&amp;Zur Zeile gehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Export to E&amp;xcel…</source>
        <translation type="unfinished">Nach E&amp;xcel exportieren…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>every check</source>
        <translation type="unfinished">jede Prüfung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Severity shown</source>
        <translation type="unfinished">Gezeigter Schweregrad</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show only findings of this severity</source>
        <translation type="unfinished">Nur Befunde dieses Schweregrads zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>all</source>
        <translation type="unfinished">alle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Check shown</source>
        <translation type="unfinished">Gezeigte Prüfung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show only what this check found</source>
        <translation type="unfinished">Nur zeigen, was diese Prüfung fand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show the record in the preview (Enter or double-click)</source>
        <translation type="unfinished">Den Eintrag in der Vorschau zeigen (Enter oder Doppelklick)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Write the findings shown to an Excel workbook</source>
        <translation type="unfinished">Die gezeigten Befunde in eine Excel-Arbeitsmappe schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>The findings were written: {path}</source>
        <translation type="unfinished">Die Befunde wurden geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Subject, file, column or words</source>
        <translation type="unfinished">Patient, Datei, Spalte oder Wörter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Filter findings by text</source>
        <translation type="unfinished">Befunde nach Text filtern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show only findings in which this text stands anywhere</source>
        <translation type="unfinished">Nur Befunde zeigen, in denen irgendwo dieser Text steht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Te&amp;xt</source>
        <translation type="unfinished">Te&amp;xt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>&amp;Severity</source>
        <translation type="unfinished">&amp;Schweregrad</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>C&amp;heck</source>
        <translation type="unfinished">Prü&amp;fung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_canvas.py"/>
        <source>Graph of the hypotheses</source>
        <translation type="unfinished">Graph der Hypothesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_canvas.py"/>
        <source>All of it stands in the table below too</source>
        <translation type="unfinished">Alles davon steht auch in der Tabelle darunter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_canvas.py"/>
        <source>Drag a box to move it, its bar to set its share of alpha, its ring to draw an arrow</source>
        <translation type="unfinished">Kasten ziehen, um ihn zu verschieben; seinen Balken, um den Alpha-Anteil zu setzen; seinen Ring, um einen Pfeil zu zeichnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Draw…</source>
        <translation type="unfinished">Zeichnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Draw the graph, or set its numbers in a table</source>
        <translation type="unfinished">Den Graphen zeichnen oder seine Zahlen in einer Tabelle setzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Preset</source>
        <translation type="unfinished">Vorgabe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Go back to the graph chosen above</source>
        <translation type="unfinished">Zum oben gewählten Graphen zurückkehren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>{count} hypotheses. Alpha begins with: {first}.</source>
        <translation type="unfinished">{count} Hypothesen. Alpha beginnt mit: {first}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Shares of alpha and arrows, in per cent</source>
        <translation type="unfinished">Alpha-Anteile und Pfeile, in Prozent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Per cent of alpha at the beginning, and per cent handed on to each other</source>
        <translation type="unfinished">Prozent von Alpha am Anfang und Prozent, die an jede andere weitergegeben werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>{number}% of alpha is not used.</source>
        <translation type="unfinished">{number} % von Alpha werden nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>The graph can be used.{unused}</source>
        <translation type="unfinished">Der Graph kann verwendet werden.{unused}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Drag a box to move it, its bar to set its share of alpha, and its ring to another box to draw an arrow. Shares are set exactly in the table.</source>
        <translation type="unfinished">Ziehen Sie einen Kasten, um ihn zu verschieben, seinen Balken, um den Alpha-Anteil zu setzen, und seinen Ring zu einem anderen Kasten, um einen Pfeil zu zeichnen. Genaue Anteile setzt man in der Tabelle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Alpha %</source>
        <translation type="unfinished">Alpha %</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>{wrong} is no number from 0 to 100, so the share stays as it was.</source>
        <translation type="unfinished">{wrong} ist keine Zahl von 0 bis 100, daher bleibt der Anteil wie er war.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>to {number}</source>
        <translation type="unfinished">an {number}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>&amp;Contents and search</source>
        <translation type="unfinished">&amp;Inhalt und Suche</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Search all help pages</source>
        <translation type="unfinished">Alle Hilfeseiten durchsuchen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Short &amp;tour</source>
        <translation type="unfinished">Kurze &amp;Führung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Go through the tabs in five steps</source>
        <translation type="unfinished">In fünf Schritten durch die Reiter gehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>C&amp;heck the installation…</source>
        <translation type="unfinished">I&amp;nstallation prüfen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Repeat the reference results on this computer and save the report as PDF</source>
        <translation type="unfinished">Die Referenzergebnisse auf diesem Rechner wiederholen und den Bericht als PDF speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>&amp;Reports of faults…</source>
        <translation type="unfinished">Fehler&amp;berichte…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Show the folder of reports; they hold no data of a study</source>
        <translation type="unfinished">Den Ordner der Berichte zeigen; sie enthalten keine Daten einer Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>There are no reports: no fault has been recorded.</source>
        <translation type="unfinished">Es gibt keine Berichte: Kein Fehler wurde aufgezeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Search all pages, for example: missing visits</source>
        <translation type="unfinished">Alle Seiten durchsuchen, zum Beispiel: missing visits</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Words to look for; a page must hold all of them</source>
        <translation type="unfinished">Gesuchte Wörter; eine Seite muss alle enthalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Search the help</source>
        <translation type="unfinished">Hilfe durchsuchen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Pages found</source>
        <translation type="unfinished">Gefundene Seiten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Pages that hold the words looked for</source>
        <translation type="unfinished">Seiten, die die gesuchten Wörter enthalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Page</source>
        <translation type="unfinished">Seite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>{count} of {total} pages</source>
        <translation type="unfinished">{count} von {total} Seiten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>No page holds all of these words: {names}</source>
        <translation type="unfinished">Keine Seite enthält alle diese Wörter: {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Not opened, the program stays offline: {link}</source>
        <translation type="unfinished">Nicht geöffnet, das Programm bleibt offline: {link}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/history.py"/>
        <source>score entry</source>
        <translation type="unfinished">Score-Eingabe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The checks found nothing. Next: look at the patients, or choose a question on the Analysis or Safety tab.</source>
        <translation type="unfinished">Die Prüfungen fanden nichts. Als Nächstes: die Patienten ansehen oder auf dem Reiter Analyse oder Sicherheit eine Frage wählen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Next: read the findings ({count}), look at the patients, or choose a question on the Analysis or Safety tab.</source>
        <translation type="unfinished">Als Nächstes: die Befunde lesen ({count}), die Patienten ansehen oder auf dem Reiter Analyse oder Sicherheit eine Frage wählen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Data sets found</source>
        <translation type="unfinished">Gefundene Datensätze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Counting the data sets</source>
        <translation type="unfinished">Die Datensätze werden gezählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Opening a study</source>
        <translation type="unfinished">Eine Studie wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Progress of opening the study</source>
        <translation type="unfinished">Fortschritt des Öffnens der Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Stop opening (Esc); what was open before stays</source>
        <translation type="unfinished">Öffnen anhalten (Esc); was vorher offen war, bleibt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>&amp;Preview</source>
        <translation type="unfinished">Vors&amp;chau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Fi&amp;ndings</source>
        <translation type="unfinished">&amp;Befunde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Col&amp;umns</source>
        <translation type="unfinished">S&amp;palten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The study was not opened because of a fault in the program.{kept}</source>
        <translation type="unfinished">Die Studie wurde wegen eines Programmfehlers nicht geöffnet.{kept}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Opening was cancelled.{kept}</source>
        <translation type="unfinished">Das Öffnen wurde abgebrochen.{kept}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The study opened before is still here.</source>
        <translation type="unfinished">Die zuvor geöffnete Studie ist noch da.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>A study is being opened. Wait for it, or press Esc, and open the next then.</source>
        <translation type="unfinished">Eine Studie wird geöffnet. Warten Sie oder drücken Sie Esc, und öffnen Sie die nächste dann.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open fil&amp;es…</source>
        <translation type="unfinished">Dateien &amp;öffnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open data files of a study (Ctrl+O)</source>
        <translation type="unfinished">Datendateien einer Studie öffnen (Strg+O)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open f&amp;older…</source>
        <translation type="unfinished">&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open all data files of a folder and its subfolders (Ctrl+Shift+O)</source>
        <translation type="unfinished">Alle Datendateien eines Ordners und seiner Unterordner öffnen (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Loo&amp;k at files first…</source>
        <translation type="unfinished">Dateien &amp;zuerst ansehen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Look at files before they are opened, and say how they are to be read</source>
        <translation type="unfinished">Dateien vor dem Öffnen ansehen und sagen, wie sie zu lesen sind</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open st&amp;udy file…</source>
        <translation type="unfinished">St&amp;udiendatei öffnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open a study that was kept in a study file (Ctrl+Alt+O)</source>
        <translation type="unfinished">Eine in einer Studiendatei aufbewahrte Studie öffnen (Strg+Alt+O)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open &amp;demonstration study</source>
        <translation type="unfinished">Demonstrationsstudie ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open two synthetic trials that come with the program</source>
        <translation type="unfinished">Zwei synthetische Studien öffnen, die mit dem Programm kommen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open the files again: they are read by this mapping from now on.</source>
        <translation type="unfinished">Öffnen Sie die Dateien noch einmal: sie werden ab jetzt nach dieser Zuordnung gelesen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Fi&amp;ndings ({count})</source>
        <translation type="unfinished">&amp;Befunde ({count})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Not everything could be read: see the {serious} errors and warnings under Findings.</source>
        <translation type="unfinished">Nicht alles konnte gelesen werden: siehe die {serious} Fehler und Warnungen unter Befunde.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The record of this finding is in no data set that is open.</source>
        <translation type="unfinished">Der Eintrag zu diesem Befund ist in keinem offenen Datensatz.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/kept_sizes.py"/>
        <source>Divider between panes</source>
        <translation type="unfinished">Trennlinie zwischen Bereichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/kept_sizes.py"/>
        <source>Arrow keys move it, Esc goes back</source>
        <translation type="unfinished">Pfeiltasten verschieben sie, Esc geht zurück</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/keychain.py"/>
        <source>This computer has no keychain the program can use, so the passphrase is not remembered. The study file is open all the same.</source>
        <translation type="unfinished">Dieser Rechner hat keinen Schlüsselbund, den das Programm nutzen kann; die Passphrase wird daher nicht gemerkt. Die Studiendatei ist trotzdem offen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/last_seen.py"/>
        <source>The audit trail of {name} does not continue the one that was seen on this computer last (entry {number}). It is an older copy, or it was written anew.</source>
        <translation type="unfinished">Der Audit-Trail von {name} setzt den auf diesem Rechner zuletzt gesehenen nicht fort (Eintrag {number}). Es ist eine ältere Kopie, oder er wurde neu geschrieben.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>&amp;Go back</source>
        <translation type="unfinished">&amp;Zurück</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Close this and lose nothing (Esc)</source>
        <translation type="unfinished">Dies schließen und nichts verlieren (Esc)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>What is listed here is lost</source>
        <translation type="unfinished">Was hier genannt ist, geht verloren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Quit without saving?</source>
        <translation type="unfinished">Beenden ohne zu speichern?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>&amp;Quit without saving</source>
        <translation type="unfinished">Ohne Speichern &amp;beenden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Go on without saving?</source>
        <translation type="unfinished">Weiter ohne zu speichern?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Lists of events are changed and not used yet.</source>
        <translation type="unfinished">Ereignislisten sind geändert und werden noch nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Scores, notes and changed events that are in no study file: {count}. They are lost when the program ends.</source>
        <translation type="unfinished">Scores, Notizen und geänderte Ereignisse, die in keiner Studiendatei sind: {count}. Sie gehen verloren, wenn das Programm endet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>&amp;Make a study file…</source>
        <translation type="unfinished">Studiendatei &amp;anlegen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Keep all of it in an encrypted file</source>
        <translation type="unfinished">Alles in einer verschlüsselten Datei aufbewahren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Go &amp;on without saving</source>
        <translation type="unfinished">Weiter &amp;ohne zu speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Patients with entries on score sheets that are not saved: {n}.</source>
        <translation type="unfinished">Patienten mit Einträgen auf Score-Bögen, die nicht gespeichert sind: {n}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Notes that are begun and not saved: {n}.</source>
        <translation type="unfinished">Begonnene, nicht gespeicherte Notizen: {n}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Not saved in the study file: {why}</source>
        <translation type="unfinished">Nicht in der Studiendatei gespeichert: {why}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/legend.py"/>
        <source>Series shown: {names}</source>
        <translation type="unfinished">Gezeigte Reihen: {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/lock_page.py"/>
        <source>The study file is locked: its key is forgotten until the passphrase is given again. What you were doing is still here.</source>
        <translation type="unfinished">Die Studiendatei ist gesperrt: Ihr Schlüssel ist vergessen, bis die Passphrase wieder eingegeben wird. Ihre Arbeit ist noch da.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>as found</source>
        <translation type="unfinished">wie gefunden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>number</source>
        <translation type="unfinished">Zahl</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>date</source>
        <translation type="unfinished">Datum</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>text</source>
        <translation type="unfinished">Text</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Windows-1252 (Western Europe)</source>
        <translation type="unfinished">Windows-1252 (Westeuropa)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Windows-1250 (Central Europe)</source>
        <translation type="unfinished">Windows-1250 (Mitteleuropa)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Windows-1251 (Cyrillic)</source>
        <translation type="unfinished">Windows-1251 (Kyrillisch)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Shift-JIS (Japanese)</source>
        <translation type="unfinished">Shift-JIS (Japanisch)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>GB 18030 (Chinese)</source>
        <translation type="unfinished">GB 18030 (Chinesisch)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>comma</source>
        <translation type="unfinished">Komma</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>semicolon</source>
        <translation type="unfinished">Semikolon</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>tab</source>
        <translation type="unfinished">Tabulator</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>bar |</source>
        <translation type="unfinished">Strich |</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>point: 1,234.5</source>
        <translation type="unfinished">Punkt: 1,234.5</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>comma: 1.234,5</source>
        <translation type="unfinished">Komma: 1.234,5</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>day first: 31/12/2024</source>
        <translation type="unfinished">Tag zuerst: 31/12/2024</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>month first: 12/31/2024</source>
        <translation type="unfinished">Monat zuerst: 12/31/2024</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Read as</source>
        <translation type="unfinished">Gelesen als</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Missing</source>
        <translation type="unfinished">Fehlend</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Written otherwise</source>
        <translation type="unfinished">Anders geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Only as text</source>
        <translation type="unfinished">Nur als Text</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Label</source>
        <translation type="unfinished">Beschriftung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{number} records</source>
        <translation type="unfinished">{number} Einträge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{name}: {changed} values are written in another form than in the file, {lost} are kept as text only</source>
        <translation type="unfinished">{name}: {changed} Werte sind in anderer Form geschrieben als in der Datei, {lost} bleiben nur als Text</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>read as</source>
        <translation type="unfinished">gelesen als</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Look at files before opening</source>
        <translation type="unfinished">Dateien vor dem Öffnen ansehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>File looked at</source>
        <translation type="unfinished">Angesehene Datei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Sheet or data set looked at</source>
        <translation type="unfinished">Angesehenes Blatt oder angesehener Datensatz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Encoding of the text</source>
        <translation type="unfinished">Zeichenkodierung des Textes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>What separates the values</source>
        <translation type="unfinished">Was die Werte trennt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Decimal sign</source>
        <translation type="unfinished">Dezimalzeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Order of day and month</source>
        <translation type="unfinished">Reihenfolge von Tag und Monat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Columns of the file</source>
        <translation type="unfinished">Spalten der Datei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>First rows: text of the file, and as read</source>
        <translation type="unfinished">Erste Zeilen: Text der Datei und wie gelesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Values that mean missing</source>
        <translation type="unfinished">Werte, die „fehlend“ bedeuten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>such as -99; 999</source>
        <translation type="unfinished">etwa -99; 999</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Numbers that mean “missing”, separated by semicolons</source>
        <translation type="unfinished">Zahlen, die „fehlend“ bedeuten, durch Semikolon getrennt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Open</source>
        <translation type="unfinished">Ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Open all files so</source>
        <translation type="unfinished">Alle Dateien so öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Reading…</source>
        <translation type="unfinished">Wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{text!r} is read as {value!r}</source>
        <translation type="unfinished">{text!r} wird als {value!r} gelesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{text!r} is read as missing</source>
        <translation type="unfinished">{text!r} wird als fehlend gelesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;File</source>
        <translation type="unfinished">&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Sheet</source>
        <translation type="unfinished">&amp;Blatt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Encoding</source>
        <translation type="unfinished">&amp;Kodierung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Separa&amp;tor</source>
        <translation type="unfinished">&amp;Trennzeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Decimal sign</source>
        <translation type="unfinished">&amp;Dezimalzeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Order of d&amp;ates</source>
        <translation type="unfinished">Datums&amp;folge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Missing codes</source>
        <translation type="unfinished">Codes für &amp;Fehlend</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Import</source>
        <translation type="unfinished">&amp;Import</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Pa&amp;tients</source>
        <translation type="unfinished">Pa&amp;tienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Esti&amp;mand</source>
        <translation type="unfinished">Esti&amp;mand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Analysis</source>
        <translation type="unfinished">&amp;Analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Safety</source>
        <translation type="unfinished">&amp;Sicherheit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Next trial</source>
        <translation type="unfinished">Nächste Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>The analyses now have this estimand. Choose one and press Run.</source>
        <translation type="unfinished">Die Analysen haben jetzt diesen Estimand. Wählen Sie eine aus und drücken Sie Rechnen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Open a study and look at its data</source>
        <translation type="unfinished">Eine Studie öffnen und ihre Daten ansehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Course and score sheet of each patient</source>
        <translation type="unfinished">Verlauf und Score-Bogen jedes Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>What is estimated, and the events that change what values mean</source>
        <translation type="unfinished">Was geschätzt wird, und die Ereignisse, die die Bedeutung von Werten ändern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Efficacy: change, responders and other questions</source>
        <translation type="unfinished">Wirksamkeit: Veränderung, Responder und andere Fragen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Adverse events and other safety questions</source>
        <translation type="unfinished">Unerwünschte Ereignisse und andere Fragen zur Sicherheit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Power, sample size and simulated designs of the next trial</source>
        <translation type="unfinished">Power, Fallzahl und simulierte Designs der nächsten Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>data cut {cut}</source>
        <translation type="unfinished">Datenschnitt {cut}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Ready</source>
        <translation type="unfinished">Bereit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Let go to open.</source>
        <translation type="unfinished">Loslassen, um zu öffnen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of the visit windows</source>
        <translation type="unfinished">Änderung der Visitenfenster</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of what a row is</source>
        <translation type="unfinished">Änderung der Bedeutung einer Zeile</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of the column {name}</source>
        <translation type="unfinished">Änderung der Spalte {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of the visit {name}</source>
        <translation type="unfinished">Änderung der Visite {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>the window {name}</source>
        <translation type="unfinished">das Fenster {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>{text!r} is no number for {what}. Enter a number such as 24.</source>
        <translation type="unfinished">{text!r} ist keine Zahl für {what}. Geben Sie eine Zahl wie 24 ein.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>a day of the window {name}</source>
        <translation type="unfinished">einen Tag des Fensters {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Help</source>
        <translation type="unfinished">&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Open files…</source>
        <translation type="unfinished">&amp;Dateien öffnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open data files</source>
        <translation type="unfinished">Datendateien öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open &amp;folder…</source>
        <translation type="unfinished">&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open all data files of a folder</source>
        <translation type="unfinished">Alle Datendateien eines Ordners öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open two synthetic trials</source>
        <translation type="unfinished">Zwei synthetische Studien öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open &amp;again what was open</source>
        <translation type="unfinished">&amp;Zuletzt Offenes wieder öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Bring back study, tab, question and options of a program that ended unexpectedly</source>
        <translation type="unfinished">Studie, Reiter, Frage und Optionen eines unerwartet beendeten Programms zurückholen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Export de-&amp;identified data…</source>
        <translation type="unfinished">De-&amp;identifizierte Daten exportieren…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Write the data without what identifies patients, to pass them on</source>
        <translation type="unfinished">Die Daten ohne identifizierende Angaben schreiben, zur Weitergabe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Quit</source>
        <translation type="unfinished">&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Close the program</source>
        <translation type="unfinished">Das Programm schließen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Edit</source>
        <translation type="unfinished">Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Take the last change back</source>
        <translation type="unfinished">Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Make the change again that was taken back last</source>
        <translation type="unfinished">Die zuletzt zurückgenommene Änderung wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Lists of events…</source>
        <translation type="unfinished">Ereignis&amp;listen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Which terms belong to which group of events of special interest</source>
        <translation type="unfinished">Welche Begriffe zu welcher Gruppe von Ereignissen von besonderem Interesse gehören</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Run</source>
        <translation type="unfinished">&amp;Rechnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run the analysis shown</source>
        <translation type="unfinished">Die gezeigte Analyse rechnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run &amp;all analyses</source>
        <translation type="unfinished">&amp;Alle Analysen rechnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run every analysis, for every study and pooled</source>
        <translation type="unfinished">Jede Analyse rechnen, für jede Studie und gepoolt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run a &amp;plan…</source>
        <translation type="unfinished">Einen &amp;Plan rechnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run the analyses that a plan file asks for</source>
        <translation type="unfinished">Die Analysen rechnen, die eine Plandatei verlangt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Save as a plan…</source>
        <translation type="unfinished">Als Plan &amp;speichern…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Write a file that repeats all results with every option, here or elsewhere</source>
        <translation type="unfinished">Eine Datei schreiben, die alle Ergebnisse mit allen Optionen wiederholt, hier oder anderswo</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Show the &amp;list</source>
        <translation type="unfinished">&amp;Liste zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>What was run, and how</source>
        <translation type="unfinished">Was gerechnet wurde und wie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Stop what is running</source>
        <translation type="unfinished">Anhalten, was gerade läuft</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Search &amp;everything…</source>
        <translation type="unfinished">Alles d&amp;urchsuchen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Go to a patient, a question, an adverse event, a variable, a help page or a command</source>
        <translation type="unfinished">Zu einem Patienten, einer Frage, einem unerwünschten Ereignis, einer Variablen, einer Hilfeseite oder einem Befehl gehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Blinding</source>
        <translation type="unfinished">&amp;Verblindung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;View</source>
        <translation type="unfinished">A&amp;nsicht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Method of this analysis</source>
        <translation type="unfinished">&amp;Methode dieser Analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>How it is computed</source>
        <translation type="unfinished">Wie sie gerechnet wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;About Sjögren Desktop</source>
        <translation type="unfinished">&amp;Über Sjögren Desktop</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Version, changes, licence</source>
        <translation type="unfinished">Version, Änderungen, Lizenz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;Show treatment arms…</source>
        <translation type="unfinished">Behandlungsarme &amp;zeigen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Unblind the study: asks for your name and a reason, and records both</source>
        <translation type="unfinished">Die Studie entblinden: fragt nach Name und Grund und zeichnet beides auf</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Unblind one &amp;patient…</source>
        <translation type="unfinished">Einen &amp;Patienten entblinden…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>In an emergency: show the treatment of one patient, recorded</source>
        <translation type="unfinished">Im Notfall: die Behandlung eines Patienten zeigen, mit Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Pool &amp;all patients</source>
        <translation type="unfinished">&amp;Alle Patienten zusammenfassen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Withhold treatment arms: blinded review of all patients together</source>
        <translation type="unfinished">Behandlungsarme zurückhalten: verblindete Durchsicht aller Patienten zusammen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;What is withheld…</source>
        <translation type="unfinished">&amp;Was zurückgehalten wird…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Variables and records left out because they tell the treatment</source>
        <translation type="unfinished">Variablen und Datensätze, die ausgelassen sind, weil sie die Behandlung verraten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;Record of unblinding…</source>
        <translation type="unfinished">Aufzeichnun&amp;g der Entblindung…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Who saw treatments, when and why</source>
        <translation type="unfinished">Wer Behandlungen sah, wann und warum</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Se&amp;cond passphrase…</source>
        <translation type="unfinished">Zwei&amp;te Passphrase…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>A passphrase that must be known to show treatments</source>
        <translation type="unfinished">Eine Passphrase, die bekannt sein muss, um Behandlungen zu zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;How blinding works</source>
        <translation type="unfinished">Wie &amp;Verblindung funktioniert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>What is withheld, what is pooled, how it is undone</source>
        <translation type="unfinished">Was zurückgehalten und zusammengefasst wird und wie man es aufhebt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/more_plots.py"/>
        <source>{x:.3g} and {y:.3g}</source>
        <translation type="unfinished">{x:.3g} und {y:.3g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/more_plots.py"/>
        <source>Lines at {lines}; drag them to count anew</source>
        <translation type="unfinished">Linien bei {lines}; ziehen, um neu zu zählen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/more_plots.py"/>
        <source>{name}
{at}
median: {median}
quartiles: {first}, {third}
whiskers: {lower}, {upper}</source>
        <translation type="unfinished">{name}
{at}
Median: {median}
Quartile: {first}, {third}
Whisker: {lower}, {upper}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/more_plots.py"/>
        <source>from {lower} to {upper}</source>
        <translation type="unfinished">von {lower} bis {upper}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>There is no note about this patient.</source>
        <translation type="unfinished">Zu diesem Patienten gibt es keine Notiz.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Save n&amp;ote</source>
        <translation type="unfinished">N&amp;otiz speichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Notes about the patient</source>
        <translation type="unfinished">Notizen zum Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Notes written so far; they are added to, never changed</source>
        <translation type="unfinished">Bisherige Notizen; sie werden ergänzt, nie geändert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>New note</source>
        <translation type="unfinished">Neue Notiz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>What is to be remembered about this patient</source>
        <translation type="unfinished">Was zu diesem Patienten festgehalten werden soll</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Write a note</source>
        <translation type="unfinished">Notiz schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Your name, saved with the note</source>
        <translation type="unfinished">Ihr Name, mit der Notiz gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Save the note (Ctrl+S)</source>
        <translation type="unfinished">Die Notiz speichern (Strg+S)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>A note is never changed; answer a wrong one with another.</source>
        <translation type="unfinished">Eine Notiz wird nie geändert; auf eine falsche antwortet man mit einer weiteren.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_edits.py"/>
        <source>Choose all: {label}</source>
        <translation type="unfinished">Alle wählen: {label}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_edits.py"/>
        <source>None</source>
        <translation type="unfinished">Keine</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_edits.py"/>
        <source>Choose none: {label}</source>
        <translation type="unfinished">Keine wählen: {label}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Open the method page that explains this (F1)</source>
        <translation type="unfinished">Methodenseite öffnen, die dies erklärt (F1)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Method page: {label}</source>
        <translation type="unfinished">Methodenseite: {label}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Show or hide the options that are rarely changed</source>
        <translation type="unfinished">Selten geänderte Optionen zeigen oder verbergen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>This analysis needs a data set of kind {kinds}, and the study has none. Import it, or choose another analysis.</source>
        <translation type="unfinished">Diese Analyse braucht einen Datensatz der Art {kinds}, und die Studie hat keinen. Importieren Sie ihn, oder wählen Sie eine andere Analyse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Further options</source>
        <translation type="unfinished">Weitere Optionen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The file is encrypted with the passphrase. Nobody can open it without: there is no way to recover a forgotten passphrase, so keep it where your team keeps such things.</source>
        <translation type="unfinished">Die Datei ist mit der Passphrase verschlüsselt. Niemand kann sie ohne öffnen: Eine vergessene Passphrase lässt sich nicht wiederherstellen; bewahren Sie sie dort auf, wo Ihr Team solche Dinge aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Do &amp;not encrypt: whoever has the file can read it</source>
        <translation type="unfinished">&amp;Nicht verschlüsseln: wer die Datei hat, kann sie lesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Your name, entered in the audit trail</source>
        <translation type="unfinished">Ihr Name, in den Audit-Trail eingetragen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Entered in the audit trail with everything you change</source>
        <translation type="unfinished">Wird bei allem, was Sie ändern, in den Audit-Trail eingetragen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Show what is typed</source>
        <translation type="unfinished">&amp;Eingabe zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Show the characters of the passphrase while nobody looks on</source>
        <translation type="unfinished">Die Zeichen der Passphrase zeigen, solange niemand zusieht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Remember it in the keychain of this computer</source>
        <translation type="unfinished">Im &amp;Schlüsselbund dieses Rechners merken</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Whoever is signed in to this computer as you can then open the file without the passphrase</source>
        <translation type="unfinished">Wer als Sie an diesem Rechner angemeldet ist, kann die Datei dann ohne Passphrase öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Passphrase of the study file</source>
        <translation type="unfinished">Passphrase der Studiendatei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Unlock</source>
        <translation type="unfinished">&amp;Entsperren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Open the study file with this passphrase (Enter)</source>
        <translation type="unfinished">Die Studiendatei mit dieser Passphrase öffnen (Enter)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Passphrase</source>
        <translation type="unfinished">&amp;Passphrase</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Your &amp;name</source>
        <translation type="unfinished">Ihr &amp;Name</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Passphrase of {name}</source>
        <translation type="unfinished">Passphrase von {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>New passphrase</source>
        <translation type="unfinished">Neue Passphrase</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The same passphrase again</source>
        <translation type="unfinished">Dieselbe Passphrase noch einmal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Strength of the passphrase</source>
        <translation type="unfinished">Stärke der Passphrase</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>How hard the passphrase is to guess</source>
        <translation type="unfinished">Wie schwer die Passphrase zu erraten ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>For synthetic data only, or a disk that is encrypted itself</source>
        <translation type="unfinished">Nur für synthetische Daten oder einen selbst verschlüsselten Datenträger</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Take this passphrase (Enter)</source>
        <translation type="unfinished">Diese Passphrase nehmen (Enter)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Again</source>
        <translation type="unfinished">&amp;Wiederholung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Give your name: it stands in the audit trail with what you change.</source>
        <translation type="unfinished">Geben Sie Ihren Namen an: er steht im Audit-Trail bei dem, was Sie ändern.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The passphrase needs at least {least} characters.</source>
        <translation type="unfinished">Die Passphrase braucht mindestens {least} Zeichen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The two passphrases are not the same. Type it again.</source>
        <translation type="unfinished">Die beiden Passphrasen sind nicht gleich. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Unlocking…</source>
        <translation type="unfinished">Wird entsperrt…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Give the passphrase.</source>
        <translation type="unfinished">Geben Sie die Passphrase ein.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Patients</source>
        <translation type="unfinished">Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Status of the patients listed</source>
        <translation type="unfinished">Status der aufgelisteten Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Site of the patients listed</source>
        <translation type="unfinished">Zentrum der aufgelisteten Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Flag of the patients listed</source>
        <translation type="unfinished">Kennzeichen der aufgelisteten Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Show all patients</source>
        <translation type="unfinished">Alle Patienten zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Choose a patient (Alt+Down: the next, Alt+Up: the one before)</source>
        <translation type="unfinished">Einen Patienten wählen (Alt+Ab: der nächste, Alt+Auf: der vorige)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Take all filters away and list every patient</source>
        <translation type="unfinished">Alle Filter aufheben und jeden Patienten auflisten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>1 patient</source>
        <translation type="unfinished">1 Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Number, site, status or flag</source>
        <translation type="unfinished">Nummer, Zentrum, Status oder Kennzeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Search patients</source>
        <translation type="unfinished">Patienten suchen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Show only the patients whose row contains this text</source>
        <translation type="unfinished">Nur Patienten zeigen, deren Zeile diesen Text enthält</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>All states</source>
        <translation type="unfinished">Jeder Status</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>All sites</source>
        <translation type="unfinished">Alle Zentren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>All flags</source>
        <translation type="unfinished">Alle Kennzeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Only {people}: {of}</source>
        <translation type="unfinished">Nur {people}: {of}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>{shown} of {people}</source>
        <translation type="unfinished">{shown} von {people}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Completed</source>
        <translation type="unfinished">Abgeschlossen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Ongoing</source>
        <translation type="unfinished">Läuft noch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Discontinued</source>
        <translation type="unfinished">Abgebrochen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Died</source>
        <translation type="unfinished">Verstorben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Not known</source>
        <translation type="unfinished">Nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>adverse event</source>
        <translation type="unfinished">unerwünschtes Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>death</source>
        <translation type="unfinished">Tod</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>lack of efficacy</source>
        <translation type="unfinished">mangelnde Wirksamkeit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>lost to follow-up</source>
        <translation type="unfinished">nicht mehr erreichbar</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>physician decision</source>
        <translation type="unfinished">ärztliche Entscheidung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>pregnancy</source>
        <translation type="unfinished">Schwangerschaft</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>protocol deviation</source>
        <translation type="unfinished">Protokollabweichung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>withdrawal by subject</source>
        <translation type="unfinished">Ausscheiden auf Wunsch des Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>other</source>
        <translation type="unfinished">sonstiger Grund</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>positive</source>
        <translation type="unfinished">positiv</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>negative</source>
        <translation type="unfinished">negativ</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{label}: {value:.12g} at {visit}</source>
        <translation type="unfinished">{label}: {value:.12g} bei {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{name} {number} at {visit}</source>
        <translation type="unfinished">{name} {number} bei {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{text}; {missing} not rated</source>
        <translation type="unfinished">{text}; {missing} nicht bewertet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>, {value:.12g} at {visit}</source>
        <translation type="unfinished">, {value:.12g} bei {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{outside} at {visit}</source>
        <translation type="unfinished">{outside} bei {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{text}; always within its range.</source>
        <translation type="unfinished">{text}; immer im Referenzbereich.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>, ongoing</source>
        <translation type="unfinished">, andauernd</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Status: {status}.</source>
        <translation type="unfinished">Status: {status}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Scores</source>
        <translation type="unfinished">Scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Laboratory</source>
        <translation type="unfinished">Labor</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>({change} from {number} at {visit})</source>
        <translation type="unfinished">({change} gegenüber {number} bei {visit})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>no active domain</source>
        <translation type="unfinished">keine aktive Domäne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>no domain rated</source>
        <translation type="unfinished">keine Domäne bewertet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>, end not known</source>
        <translation type="unfinished">, Ende unbekannt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>to day {day}</source>
        <translation type="unfinished">bis Tag {day}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{head}: {totals}. Domains: {domains}.</source>
        <translation type="unfinished">{head}: {totals}. Domänen: {domains}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Concomitant medication</source>
        <translation type="unfinished">Begleitmedikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{count} injections, on days {days}.</source>
        <translation type="unfinished">{count} Injektionen, an den Tagen {days}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>None recorded.</source>
        <translation type="unfinished">Keine verzeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{name}: no value</source>
        <translation type="unfinished">{name}: kein Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>activity {level}</source>
        <translation type="unfinished">Aktivität {level}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>ESSPRI {number}</source>
        <translation type="unfinished">ESSPRI {number}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>no total</source>
        <translation type="unfinished">keine Summe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>{count} injections.</source>
        <translation type="unfinished">{count} Injektionen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>ARMS NOT SHOWN</source>
        <translation type="unfinished">ARME NICHT GEZEIGT</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Nothing on this tab tells the treatment: arms, doses and B cell counts are left out.</source>
        <translation type="unfinished">Nichts auf diesem Reiter verrät die Behandlung: Arme, Dosen und B-Zell-Zahlen sind ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Visits of the patient</source>
        <translation type="unfinished">Visiten des Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Course</source>
        <translation type="unfinished">Verlauf</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Score sheet</source>
        <translation type="unfinished">Score-Bogen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>In words</source>
        <translation type="unfinished">In Worten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Disease activity</source>
        <translation type="unfinished">Krankheitsaktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>5 and 14 are the limits of activity levels</source>
        <translation type="unfinished">5 und 14 sind die Grenzen der Aktivitätsstufen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Domain levels</source>
        <translation type="unfinished">Stufen der Domänen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>0 none, 1 low, 2 moderate, 3 high</source>
        <translation type="unfinished">0 keine, 1 niedrig, 2 mittel, 3 hoch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Mean of dryness, fatigue and pain; below 5 is acceptable</source>
        <translation type="unfinished">Mittel aus Trockenheit, Fatigue und Schmerz; unter 5 ist akzeptabel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Shaded: reference range; a triangle is a value outside it</source>
        <translation type="unfinished">Schattiert: Referenzbereich; ein Dreieck ist ein Wert außerhalb</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>No laboratory test with a reference range is in the data.</source>
        <translation type="unfinished">Kein Labortest mit Referenzbereich ist in den Daten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>S serious; 1 mild, 2 moderate, 3 severe</source>
        <translation type="unfinished">S schwerwiegend; 1 leicht, 2 mittelschwer, 3 schwer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>No adverse event is recorded.</source>
        <translation type="unfinished">Kein unerwünschtes Ereignis ist verzeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Injections and medication</source>
        <translation type="unfinished">Injektionen und Medikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>A triangle is an injection of the trial</source>
        <translation type="unfinished">Ein Dreieck ist eine Injektion der Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>No injection or medication is recorded.</source>
        <translation type="unfinished">Keine Injektion oder Medikation ist verzeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Weeks since the first dose</source>
        <translation type="unfinished">Wochen seit der ersten Dosis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Course of the patient</source>
        <translation type="unfinished">Verlauf des Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Press Enter on a visit to open its score sheet</source>
        <translation type="unfinished">Enter auf einer Visite öffnet ihren Score-Bogen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Course of the patient in words</source>
        <translation type="unfinished">Verlauf des Patienten in Worten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>The course in words; select and copy as text</source>
        <translation type="unfinished">Der Verlauf in Worten; als Text auswählen und kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>ESSDAI and ClinESSDAI over time</source>
        <translation type="unfinished">ESSDAI und ClinESSDAI im Zeitverlauf</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Domain levels by visit</source>
        <translation type="unfinished">Stufen der Domänen nach Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>ESSPRI over time</source>
        <translation type="unfinished">ESSPRI im Zeitverlauf</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>▲ &amp;Previous</source>
        <translation type="unfinished">▲ &amp;Voriger</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Previous patient of the list (Alt+Up)</source>
        <translation type="unfinished">Voriger Patient der Liste (Alt+Auf)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>&amp;Next ▼</source>
        <translation type="unfinished">&amp;Nächster ▼</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Next patient of the list (Alt+Down)</source>
        <translation type="unfinished">Nächster Patient der Liste (Alt+Ab)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Scores, laboratory, events and medication on one time axis (Ctrl+1)</source>
        <translation type="unfinished">Scores, Labor, Ereignisse und Medikation auf einer Zeitachse (Strg+1)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Totals and domain levels of every visit (Ctrl+2)</source>
        <translation type="unfinished">Summen und Domänenstufen jeder Visite (Strg+2)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Rate a visit (Ctrl+3)</source>
        <translation type="unfinished">Eine Visite bewerten (Strg+3)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>The same course as text (Ctrl+4)</source>
        <translation type="unfinished">Derselbe Verlauf als Text (Strg+4)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Notes of those who reviewed the patient (Ctrl+5)</source>
        <translation type="unfinished">Notizen derer, die den Patienten durchgesehen haben (Strg+5)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Laboratory test {number}</source>
        <translation type="unfinished">Labortest {number}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Choose which laboratory test is drawn below</source>
        <translation type="unfinished">Wählen, welcher Labortest unten gezeichnet wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Change is visit minus baseline. Enter opens the score sheet of a visit.</source>
        <translation type="unfinished">Veränderung ist Visite minus Ausgangswert. Enter öffnet den Score-Bogen einer Visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>{name} {number}
{visit}, day {day} {date}</source>
        <translation type="unfinished">{name} {number}
{visit}, Tag {day} {date}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Open a study on the Import tab first; its patients are listed here.</source>
        <translation type="unfinished">Öffnen Sie zuerst eine Studie auf dem Reiter Import; ihre Patienten stehen dann hier.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Kept at {time:%H:%M}, until the program ends. To save it in a file, choose Study file &gt; New study file.</source>
        <translation type="unfinished">Um {time:%H:%M} behalten, bis das Programm endet. Um es in einer Datei zu speichern, wählen Sie Studiendatei &gt; Neue Studiendatei.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Listing the patients</source>
        <translation type="unfinished">Die Patienten werden aufgelistet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>The patients are being listed.</source>
        <translation type="unfinished">Die Patienten werden aufgelistet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>{shown} of {total} patients listed</source>
        <translation type="unfinished">{shown} von {total} Patienten aufgelistet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Saved at {time:%H:%M}.</source>
        <translation type="unfinished">Gespeichert um {time:%H:%M}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Writing the score sheet</source>
        <translation type="unfinished">Der Score-Bogen wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Writing the score sheets</source>
        <translation type="unfinished">Die Score-Bögen werden geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>No patient of this study stands behind: {of}.</source>
        <translation type="unfinished">Kein Patient dieser Studie steht hinter: {of}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>The plan was written: {chosen}</source>
        <translation type="unfinished">Der Plan wurde geschrieben: {chosen}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>Run an analysis first; the plan repeats what was run.</source>
        <translation type="unfinished">Rechnen Sie zuerst eine Analyse; der Plan wiederholt, was gerechnet wurde.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>The plan {name} asks for no analysis.</source>
        <translation type="unfinished">Der Plan {name} verlangt keine Analyse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>Open a study first.</source>
        <translation type="unfinished">Öffnen Sie zuerst eine Studie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>Figure: {title}</source>
        <translation type="unfinished">Abbildung: {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>the patient</source>
        <translation type="unfinished">den Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>these {count} patients</source>
        <translation type="unfinished">diese {count} Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>Click: open {people}; Ctrl+click: mark everywhere</source>
        <translation type="unfinished">Klick: {people} öffnen; Strg+Klick: überall markieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>N = {n}{of}</source>
        <translation type="unfinished">N = {n}{of}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Study</source>
        <translation type="unfinished">Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Study whose patients are counted</source>
        <translation type="unfinished">Studie, deren Patienten gezählt werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Population</source>
        <translation type="unfinished">Population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Population whose patients are counted</source>
        <translation type="unfinished">Population, deren Patienten gezählt werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Only patients with</source>
        <translation type="unfinished">Nur Patienten mit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>All of them, or such as: SEX = F and AGE &gt;= 65</source>
        <translation type="unfinished">Alle, oder etwa: SEX = F and AGE &gt;= 65</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Conditions on variables of the patients, joined by &apos;and&apos;</source>
        <translation type="unfinished">Bedingungen an Variablen der Patienten, verbunden durch „and“</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Add condition</source>
        <translation type="unfinished">Bedingung dazu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Choose a value of a variable of the patients</source>
        <translation type="unfinished">Einen Wert einer Variable der Patienten wählen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Lists of events…</source>
        <translation type="unfinished">Ereignislisten…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>of {whole}</source>
        <translation type="unfinished">von {whole}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>S&amp;tudy</source>
        <translation type="unfinished">St&amp;udie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>&amp;Population</source>
        <translation type="unfinished">&amp;Population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Only patients &amp;with</source>
        <translation type="unfinished">Nur Patienten &amp;mit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Preview of the data set</source>
        <translation type="unfinished">Vorschau des Datensatzes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Fi&amp;lter</source>
        <translation type="unfinished">Fi&amp;lter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Column that is filtered</source>
        <translation type="unfinished">Spalte, die gefiltert wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Text or number that a row must contain</source>
        <translation type="unfinished">Text oder Zahl, die eine Zeile enthalten muss</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Filter rows</source>
        <translation type="unfinished">Zeilen filtern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Show only the rows that contain this text, or exactly this number</source>
        <translation type="unfinished">Nur Zeilen zeigen, die diesen Text oder genau diese Zahl enthalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>in</source>
        <translation type="unfinished">in</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>all columns</source>
        <translation type="unfinished">alle Spalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>{shown} of {total} rows</source>
        <translation type="unfinished">{shown} von {total} Zeilen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>{total} rows</source>
        <translation type="unfinished">{total} Zeilen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>The check stopped because of a fault in the program.</source>
        <translation type="unfinished">Die Prüfung brach wegen eines Programmfehlers ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>{verdict} The report was written: {path}</source>
        <translation type="unfinished">{verdict} Der Bericht wurde geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>Checking the installation</source>
        <translation type="unfinished">Die Installation wird geprüft</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>The check was cancelled; no report was written.</source>
        <translation type="unfinished">Die Prüfung wurde abgebrochen; kein Bericht wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>The installation is being checked; wait for it or press Esc.</source>
        <translation type="unfinished">Die Installation wird geprüft; warten Sie oder drücken Sie Esc.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>{name} and {more} more</source>
        <translation type="unfinished">{name} und {more} weitere</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>&amp;Recent studies</source>
        <translation type="unfinished">Zuletzt &amp;geöffnete Studien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>&amp;Clear this list</source>
        <translation type="unfinished">Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>No study was opened yet</source>
        <translation type="unfinished">Noch keine Studie wurde geöffnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_table.py"/>
        <source>Copy table</source>
        <translation type="unfinished">Tabelle kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_table.py"/>
        <source>Copy selected cells</source>
        <translation type="unfinished">Ausgewählte Zellen kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_table.py"/>
        <source>Open the patients</source>
        <translation type="unfinished">Patienten öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Double-click a number, or press Enter on it, to open the patients it stands for; M marks them in every figure and table, as Ctrl+click or Ctrl+drag in a figure does.</source>
        <translation type="unfinished">Doppelklick auf eine Zahl, oder Enter, öffnet die Patienten, für die sie steht; M markiert sie in jeder Abbildung und Tabelle, ebenso Strg+Klick oder Strg+Ziehen in einer Abbildung.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Its numbers are in the tables below, and in full by Copy data.</source>
        <translation type="unfinished">Ihre Zahlen stehen in den Tabellen darunter und in voller Genauigkeit unter Daten kopieren.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Options have changed since this result: press Run to bring it up to date.</source>
        <translation type="unfinished">Optionen wurden seit diesem Ergebnis geändert: drücken Sie Rechnen, um es zu erneuern.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>The lists of events have changed since this result: press Run to bring it up to date.</source>
        <translation type="unfinished">Die Ereignislisten wurden seit diesem Ergebnis geändert: drücken Sie Rechnen, um es zu erneuern.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Intercurrent events have changed since this result: press Run to bring it up to date.</source>
        <translation type="unfinished">Interkurrente Ereignisse wurden seit diesem Ergebnis geändert: drücken Sie Rechnen, um es zu erneuern.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>&amp;What does this mean?</source>
        <translation type="unfinished">&amp;Was bedeutet das?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Ex&amp;port result…</source>
        <translation type="unfinished">Ergebnis ex&amp;portieren…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Figure shown</source>
        <translation type="unfinished">Gezeigte Abbildung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Choose which figure of this result is shown</source>
        <translation type="unfinished">Wählen, welche Abbildung dieses Ergebnisses gezeigt wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Result</source>
        <translation type="unfinished">Ergebnis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Go to a part of the result</source>
        <translation type="unfinished">Zu einem Teil des Ergebnisses gehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Write this result to an Excel workbook (Ctrl+E); more formats in the Export menu</source>
        <translation type="unfinished">Dieses Ergebnis in eine Excel-Arbeitsmappe schreiben (Strg+E); weitere Formate im Menü Export</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Say in plain words what this result means, and what it does not mean</source>
        <translation type="unfinished">In einfachen Worten sagen, was dieses Ergebnis bedeutet und was nicht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>&amp;Go to</source>
        <translation type="unfinished">&amp;Gehe zu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>In plain words</source>
        <translation type="unfinished">In einfachen Worten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Copy this table for a spreadsheet or a text document</source>
        <translation type="unfinished">Diese Tabelle für eine Tabellenkalkulation oder ein Textdokument kopieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Copy table: {title}</source>
        <translation type="unfinished">Tabelle kopieren: {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Figure</source>
        <translation type="unfinished">Abbildung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/row_plots.py"/>
        <source>{label}
estimate: {estimate}</source>
        <translation type="unfinished">{label}
Schätzer: {estimate}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Nothing has been run yet. In the Run menu, “Run all analyses” does so, and “Run a plan” runs those of a plan file.</source>
        <translation type="unfinished">Noch wurde nichts gerechnet. Im Menü Rechnen tut das „Alle Analysen rechnen“, und „Einen Plan rechnen“ rechnet die einer Plandatei.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Waiting</source>
        <translation type="unfinished">Wartet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Running</source>
        <translation type="unfinished">Läuft</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Done</source>
        <translation type="unfinished">Fertig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Not done</source>
        <translation type="unfinished">Nicht gerechnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Running {number} of {count}: {title}</source>
        <translation type="unfinished">{number} von {count} läuft: {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>{done} of {total} analyses done</source>
        <translation type="unfinished">{done} von {total} Analysen fertig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Stopped because of a fault in the program.</source>
        <translation type="unfinished">Wegen eines Programmfehlers abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Run all</source>
        <translation type="unfinished">Alles rechnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Analyses to run</source>
        <translation type="unfinished">Zu rechnende Analysen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>What is run, and what became of it</source>
        <translation type="unfinished">Was gerechnet wird und was daraus wurde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Progress of all analyses</source>
        <translation type="unfinished">Fortschritt aller Analysen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Stop; results so far stay and can be exported</source>
        <translation type="unfinished">Anhalten; bisherige Ergebnisse bleiben und können exportiert werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>C&amp;lose</source>
        <translation type="unfinished">S&amp;chließen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Put this list away; what runs goes on</source>
        <translation type="unfinished">Diese Liste weglegen; was läuft, läuft weiter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>; {number} could not be done, see the reason in their lines</source>
        <translation type="unfinished">; {number} konnten nicht gerechnet werden, siehe den Grund in ihren Zeilen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>The Export menu writes all results.</source>
        <translation type="unfinished">Das Menü Export schreibt alle Ergebnisse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>State</source>
        <translation type="unfinished">Stand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Finding, or reason</source>
        <translation type="unfinished">Ergebnis oder Grund</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>All options at their defaults</source>
        <translation type="unfinished">Alle Optionen in der Voreinstellung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Name of the scenario</source>
        <translation type="unfinished">Name des Szenarios</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Name under which the options of this form are kept</source>
        <translation type="unfinished">Name, unter dem die Optionen dieses Formulars aufbewahrt werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Keep</source>
        <translation type="unfinished">Behalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Keep the options of this form under the name</source>
        <translation type="unfinished">Die Optionen dieses Formulars unter dem Namen behalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Take up</source>
        <translation type="unfinished">Übernehmen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Bring the chosen scenario back into the form</source>
        <translation type="unfinished">Das gewählte Szenario in das Formular zurückholen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Remove the chosen scenario</source>
        <translation type="unfinished">Das gewählte Szenario entfernen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Saved scores are kept until the program is closed. Study file &gt; New study file keeps them.</source>
        <translation type="unfinished">Gespeicherte Scores bleiben, bis das Programm geschlossen wird. Studiendatei &gt; Neue Studiendatei bewahrt sie auf.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Visit rated</source>
        <translation type="unfinished">Bewertete Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Visit that is rated (Alt+Left and Alt+Right go to its neighbours)</source>
        <translation type="unfinished">Visite, die bewertet wird (Alt+Links und Alt+Rechts gehen zu den Nachbarn)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>New visit</source>
        <translation type="unfinished">Neue Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Add a visit of today to be rated</source>
        <translation type="unfinished">Eine Visite von heute zum Bewerten hinzufügen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Undo</source>
        <translation type="unfinished">Rückgängig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Take the last entry back (Ctrl+Z)</source>
        <translation type="unfinished">Die letzte Eingabe zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Redo</source>
        <translation type="unfinished">Wiederholen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Enter again what was taken back (Ctrl+Y)</source>
        <translation type="unfinished">Zurückgenommenes wieder eingeben (Strg+Y)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>PDF…</source>
        <translation type="unfinished">PDF…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Write this sheet as one page</source>
        <translation type="unfinished">Diesen Bogen als eine Seite schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Excel…</source>
        <translation type="unfinished">Excel…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Write one row a visit to a workbook</source>
        <translation type="unfinished">Eine Zeile je Visite in eine Arbeitsmappe schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>{name}, day {day} {date}</source>
        <translation type="unfinished">{name}, Tag {day} {date}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>low</source>
        <translation type="unfinished">niedrig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>moderate</source>
        <translation type="unfinished">mittel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>high</source>
        <translation type="unfinished">hoch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Domain</source>
        <translation type="unfinished">Domäne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Domain with its weight in ESSDAI</source>
        <translation type="unfinished">Domäne mit ihrem Gewicht im ESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Level</source>
        <translation type="unfinished">Stufe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Press 0, 1, 2 or 3; only the levels that exist can be chosen</source>
        <translation type="unfinished">0, 1, 2 oder 3 drücken; nur vorhandene Stufen können gewählt werden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Before</source>
        <translation type="unfinished">Vorher</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Level at the visit before</source>
        <translation type="unfinished">Stufe bei der Visite davor</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Change</source>
        <translation type="unfinished">Veränderung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Level minus level at the visit before</source>
        <translation type="unfinished">Stufe minus Stufe bei der Visite davor</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Points in ESSDAI: weight times level</source>
        <translation type="unfinished">Punkte im ESSDAI: Gewicht mal Stufe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Clin</source>
        <translation type="unfinished">Clin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Points in ClinESSDAI</source>
        <translation type="unfinished">Punkte im ClinESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Remark</source>
        <translation type="unfinished">Bemerkung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Where level and findings disagree, and what differs from what was saved</source>
        <translation type="unfinished">Wo Stufe und Befunde einander widersprechen und was vom Gespeicherten abweicht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>same</source>
        <translation type="unfinished">gleich</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>worse</source>
        <translation type="unfinished">schlechter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>better</source>
        <translation type="unfinished">besser</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Saved before: {saved:g}.</source>
        <translation type="unfinished">Zuvor gespeichert: {saved:g}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>level {level}, {name}</source>
        <translation type="unfinished">Stufe {level}, {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>; before {before}</source>
        <translation type="unfinished">; zuvor {before}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>ESSDAI domains</source>
        <translation type="unfinished">ESSDAI-Domänen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Number keys 0 to 3 rate the domain and go to the next</source>
        <translation type="unfinished">Die Zifferntasten 0 bis 3 bewerten die Domäne und gehen zur nächsten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>0 to 3 rate the domain and go on; Delete takes the level away</source>
        <translation type="unfinished">0 bis 3 bewerten die Domäne und gehen weiter; Entf nimmt die Stufe weg</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>⚠ check findings</source>
        <translation type="unfinished">⚠ Befunde prüfen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>{label}: {said}; choices {choices}{was}. {remark}</source>
        <translation type="unfinished">{label}: {said}; Auswahl {choices}{was}. {remark}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>saved: {saved:g}</source>
        <translation type="unfinished">gespeichert: {saved:g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Now</source>
        <translation type="unfinished">Jetzt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Activity</source>
        <translation type="unfinished">Aktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Baseline</source>
        <translation type="unfinished">Ausgangswert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Response</source>
        <translation type="unfinished">Response</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Low activity</source>
        <translation type="unfinished">Niedrige Aktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>systemic</source>
        <translation type="unfinished">systemisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>patient-reported</source>
        <translation type="unfinished">patientenberichtet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>tears</source>
        <translation type="unfinished">Tränen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>saliva</source>
        <translation type="unfinished">Speichel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>serology</source>
        <translation type="unfinished">Serologie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>fall ≥ 3</source>
        <translation type="unfinished">Abfall ≥ 3</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>below 5</source>
        <translation type="unfinished">unter 5</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>fall ≥ 1 or 15%</source>
        <translation type="unfinished">Abfall ≥ 1 oder 15 %</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>{name} {total} of {most}, {answer} (met: {met}{remark}).</source>
        <translation type="unfinished">{name} {total} von {most}, {answer} (erfüllt: {met}{remark}).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>No ESSDAI total yet, not rated: {domains} (C1).</source>
        <translation type="unfinished">Noch keine ESSDAI-Summe, nicht bewertet: {domains} (C1).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>No ESSPRI yet, missing: {items} (C1).</source>
        <translation type="unfinished">Noch kein ESSPRI, es fehlen: {items} (C1).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>response</source>
        <translation type="unfinished">Ansprechen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>no response</source>
        <translation type="unfinished">kein Ansprechen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>not known</source>
        <translation type="unfinished">unbekannt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>STAR and CRESS need a test of tears, saliva or blood at baseline and this visit.</source>
        <translation type="unfinished">STAR und CRESS brauchen einen Test von Tränen, Speichel oder Blut bei der Ausgangsvisite und bei dieser Visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>no</source>
        <translation type="unfinished">nein</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/session.py"/>
        <source>When the program ended unexpectedly, this was open: {names}.</source>
        <translation type="unfinished">Als das Programm unerwartet endete, war dies geöffnet: {names}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/session.py"/>
        <source>To be run again: {missing}.</source>
        <translation type="unfinished">Erneut zu rechnen: {missing}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/session.py"/>
        <source>the demonstration study</source>
        <translation type="unfinished">die Demonstrationsstudie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_export.py"/>
        <source>The score sheet was written: {path}</source>
        <translation type="unfinished">Der Score-Bogen wurde geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_export.py"/>
        <source>The score sheets of {count} visits were written: {path}</source>
        <translation type="unfinished">Die Score-Bögen von {count} Visiten wurden geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>{title}; arrow keys go by 1</source>
        <translation type="unfinished">{title}; Pfeiltasten gehen um 1</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Sa&amp;ve</source>
        <translation type="unfinished">S&amp;peichern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Save what is on this sheet (Ctrl+S)</source>
        <translation type="unfinished">Speichern, was auf diesem Bogen steht (Strg+S)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Nothing to save.</source>
        <translation type="unfinished">Nichts zu speichern.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>ESSPRI {item}, 0 to 10</source>
        <translation type="unfinished">ESSPRI {item}, 0 bis 10</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>{item} over the last two weeks, 0 none to 10 worst</source>
        <translation type="unfinished">{item} in den letzten zwei Wochen, 0 = keine, 10 = am schlimmsten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>before: {known}</source>
        <translation type="unfinished">zuvor: {known}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Your name, saved with the scores</source>
        <translation type="unfinished">Ihr Name, mit den Scores gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Why a saved value is changed</source>
        <translation type="unfinished">Warum ein gespeicherter Wert geändert wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>1 entry not saved</source>
        <translation type="unfinished">1 Eintrag nicht gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>{count} entries not saved</source>
        <translation type="unfinished">{count} Einträge nicht gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>; {replaced} of a saved value: give a reason.</source>
        <translation type="unfinished">; {replaced} ersetzen einen gespeicherten Wert: Grund angeben.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Choose the files or the folder of a trial: ADaM or SDTM (CSV, Excel, SAS, SPSS, Stata, Parquet, Dataset-JSON), a REDCap export, or plain spreadsheets of a site. The program finds out what each file holds. To look around first, open the demonstration study: two synthetic trials shaped like NEPTUNUS-1 and NEPTUNUS-2.</source>
        <translation type="unfinished">Wählen Sie die Dateien oder den Ordner einer Studie: ADaM oder SDTM (CSV, Excel, SAS, SPSS, Stata, Parquet, Dataset-JSON), einen REDCap-Export oder einfache Tabellen eines Zentrums. Das Programm findet heraus, was jede Datei enthält. Um sich zuerst umzusehen, öffnen Sie die Demonstrationsstudie: zwei synthetische Studien nach dem Muster von NEPTUNUS-1 und NEPTUNUS-2.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>You can also drop files or a folder anywhere on this window.</source>
        <translation type="unfinished">Sie können Dateien oder einen Ordner auch irgendwo auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Data stay on this computer: the program makes no network connection.</source>
        <translation type="unfinished">Daten bleiben auf diesem Rechner: Das Programm stellt keine Netzwerkverbindung her.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Take a short to&amp;ur</source>
        <translation type="unfinished">&amp;Kurze Führung machen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Go through the tabs of this window in five steps</source>
        <translation type="unfinished">In fünf Schritten durch die Reiter dieses Fensters gehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Open {name}</source>
        <translation type="unfinished">{name} öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Open a study to begin</source>
        <translation type="unfinished">Öffnen Sie zu Beginn eine Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Go on with</source>
        <translation type="unfinished">Weiter mit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>{subjects} subjects</source>
        <translation type="unfinished">{subjects} Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>{count} data sets</source>
        <translation type="unfinished">{count} Datensätze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>No study open</source>
        <translation type="unfinished">Keine Studie geöffnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Very weak</source>
        <translation type="unfinished">Sehr schwach</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Weak</source>
        <translation type="unfinished">Schwach</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Fair</source>
        <translation type="unfinished">Mäßig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Good</source>
        <translation type="unfinished">Gut</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Strong</source>
        <translation type="unfinished">Stark</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>at once</source>
        <translation type="unfinished">sofort</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in less than a minute</source>
        <translation type="unfinished">in weniger als einer Minute</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in less than an hour</source>
        <translation type="unfinished">in weniger als einer Stunde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in less than a day</source>
        <translation type="unfinished">in weniger als einem Tag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>within weeks</source>
        <translation type="unfinished">innerhalb von Wochen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>within a year</source>
        <translation type="unfinished">innerhalb eines Jahres</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in years</source>
        <translation type="unfinished">in Jahren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>not in a lifetime</source>
        <translation type="unfinished">nicht in einem Menschenleben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Add a word or two.</source>
        <translation type="unfinished">Fügen Sie ein oder zwei Wörter hinzu.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>{level}: a thousand computers would find it {span}.{advice}</source>
        <translation type="unfinished">{level}: tausend Rechner würden sie so finden: {span}.{advice}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Several words that do not belong together make a good passphrase.</source>
        <translation type="unfinished">Mehrere Wörter, die nicht zusammengehören, ergeben eine gute Passphrase.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_desk.py"/>
        <source>A study file is opened by itself, without other files.</source>
        <translation type="unfinished">Eine Studiendatei wird allein geöffnet, ohne andere Dateien.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_desk.py"/>
        <source>Locked</source>
        <translation type="unfinished">Gesperrt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_file_work.py"/>
        <source>Saving the data</source>
        <translation type="unfinished">Die Daten werden gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_file_work.py"/>
        <source>Opened</source>
        <translation type="unfinished">Geöffnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_file_work.py"/>
        <source>Saving the result</source>
        <translation type="unfinished">Das Ergebnis wird gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Cancelled. The study file is as it was.</source>
        <translation type="unfinished">Abgebrochen. Die Studiendatei ist, wie sie war.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Making the study file</source>
        <translation type="unfinished">Die Studiendatei wird angelegt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{name} was made. Every change is saved in it from now on.</source>
        <translation type="unfinished">{name} wurde angelegt. Ab jetzt wird jede Änderung darin gespeichert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Looking at the study file</source>
        <translation type="unfinished">Die Studiendatei wird angesehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Opening the study file</source>
        <translation type="unfinished">Die Studiendatei wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Saving the study file</source>
        <translation type="unfinished">Die Studiendatei wird gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Changing the passphrase</source>
        <translation type="unfinished">Die Passphrase wird geändert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Unlocking the study file</source>
        <translation type="unfinished">Die Studiendatei wird entsperrt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Recovering the study file</source>
        <translation type="unfinished">Die Studiendatei wird wiederhergestellt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Saving was cancelled.</source>
        <translation type="unfinished">Das Speichern wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Cancelled. What was being saved is in the study file whole, if it was all but done, or not at all.</source>
        <translation type="unfinished">Abgebrochen. Was gespeichert wurde, steht ganz in der Studiendatei, falls es fast fertig war, oder gar nicht.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The export is not entered in the audit trail. {read_only}</source>
        <translation type="unfinished">Der Export ist nicht in den Audit-Trail eingetragen. {read_only}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>New study file</source>
        <translation type="unfinished">Neue Studiendatei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>&amp;Make study file</source>
        <translation type="unfinished">Studiendatei &amp;anlegen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>There is a file {name} already. Cancel and choose another name.</source>
        <translation type="unfinished">Es gibt schon eine Datei {name}. Brechen Sie ab und wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{name} is open already.</source>
        <translation type="unfinished">{name} ist schon offen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{name} holds no data yet. Import them.</source>
        <translation type="unfinished">{name} enthält noch keine Daten. Importieren Sie sie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Save study file as</source>
        <translation type="unfinished">Studiendatei speichern unter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The file was changed elsewhere while it was locked; it is read again.</source>
        <translation type="unfinished">Die Datei wurde anderswo geändert, während sie gesperrt war; sie wird neu gelesen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Recover into a new file</source>
        <translation type="unfinished">In eine neue Datei wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The data are saved in {name}, data cut {number}.</source>
        <translation type="unfinished">Die Daten sind in {name} gespeichert, Datenschnitt {number}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{error} Use Study file, Recover damaged file.</source>
        <translation type="unfinished">{error} Verwenden Sie Studiendatei, Beschädigte Datei wiederherstellen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{doing}; wait until that is done.</source>
        <translation type="unfinished">{doing}; warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>These data are of another study than {name}, which was closed as it was. Make a new study file to keep them.</source>
        <translation type="unfinished">Diese Daten gehören zu einer anderen Studie als {name}; diese Datei wurde unverändert geschlossen. Legen Sie eine neue Studiendatei an, um sie zu behalten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>&amp;Change passphrase</source>
        <translation type="unfinished">Passphrase &amp;ändern</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Saved as {name}. {read_only}</source>
        <translation type="unfinished">Gespeichert als {name}. {read_only}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The data are not saved. {read_only}</source>
        <translation type="unfinished">Die Daten sind nicht gespeichert. {read_only}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after &amp;5 minutes</source>
        <translation type="unfinished">nach &amp;5 Minuten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after &amp;15 minutes</source>
        <translation type="unfinished">nach &amp;15 Minuten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after an &amp;hour</source>
        <translation type="unfinished">nach einer &amp;Stunde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Stud&amp;y file</source>
        <translation type="unfinished">Studi&amp;endatei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;New study file…</source>
        <translation type="unfinished">&amp;Neue Studiendatei…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Keep this study in an encrypted file</source>
        <translation type="unfinished">Diese Studie in einer verschlüsselten Datei aufbewahren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Open study file…</source>
        <translation type="unfinished">Studiendatei ö&amp;ffnen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Open a study file (.sjd)</source>
        <translation type="unfinished">Eine Studiendatei öffnen (.sjd)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Recent study files</source>
        <translation type="unfinished">&amp;Zuletzt verwendete Studiendateien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Save as…</source>
        <translation type="unfinished">&amp;Speichern unter…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Go on in a copy under another name</source>
        <translation type="unfinished">In einer Kopie unter anderem Namen weiterarbeiten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Try saving again</source>
        <translation type="unfinished">Speichern noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Save what could not be saved before</source>
        <translation type="unfinished">Speichern, was vorher nicht gespeichert werden konnte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Audit trail…</source>
        <translation type="unfinished">&amp;Audit-Trail…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Who changed what, when and why</source>
        <translation type="unfinished">Wer was wann und warum geändert hat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Lock now</source>
        <translation type="unfinished">&amp;Jetzt sperren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Hide the study until the passphrase is given</source>
        <translation type="unfinished">Die Studie verbergen, bis die Passphrase eingegeben wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Change &amp;passphrase…</source>
        <translation type="unfinished">&amp;Passphrase ändern…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Encrypt the file anew</source>
        <translation type="unfinished">Die Datei neu verschlüsseln</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>R&amp;ecover damaged file…</source>
        <translation type="unfinished">&amp;Beschädigte Datei wiederherstellen…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Bring what can still be read of the damaged file into a new one</source>
        <translation type="unfinished">Was von der beschädigten Datei noch lesbar ist, in eine neue bringen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Close study file</source>
        <translation type="unfinished">Studiendatei s&amp;chließen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Put the study away</source>
        <translation type="unfinished">Die Studie weglegen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Lock when &amp;idle</source>
        <translation type="unfinished">Bei &amp;Untätigkeit sperren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;never</source>
        <translation type="unfinished">&amp;nie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>encrypted</source>
        <translation type="unfinished">verschlüsselt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>NOT ENCRYPTED</source>
        <translation type="unfinished">NICHT VERSCHLÜSSELT</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · saved{at}</source>
        <translation type="unfinished">{name} · {kept} · gespeichert{at}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>Every change is saved at once in {name}.</source>
        <translation type="unfinished">Jede Änderung wird sofort in {name} gespeichert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>No study file</source>
        <translation type="unfinished">Keine Studiendatei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>Scores, notes and results are kept until the program is closed. Make a study file to keep them.</source>
        <translation type="unfinished">Scores, Notizen und Ergebnisse bleiben bis zum Schließen des Programms. Legen Sie eine Studiendatei an, um sie zu behalten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · locked</source>
        <translation type="unfinished">{name} · gesperrt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>Unlock it with its passphrase.</source>
        <translation type="unfinished">Mit der Passphrase entsperren.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · read only</source>
        <translation type="unfinished">{name} · {kept} · schreibgeschützt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · NOT SAVED</source>
        <translation type="unfinished">{name} · {kept} · NICHT GESPEICHERT</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · saving</source>
        <translation type="unfinished">{name} · {kept} · wird gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>A change is being written.</source>
        <translation type="unfinished">Eine Änderung wird geschrieben.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{read_only} {found} See the audit trail.</source>
        <translation type="unfinished">{read_only} {found} Siehe den Audit-Trail.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>standard error</source>
        <translation type="unfinished">Standardfehler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>standard deviation</source>
        <translation type="unfinished">Standardabweichung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>lower limit</source>
        <translation type="unfinished">untere Grenze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>upper limit</source>
        <translation type="unfinished">obere Grenze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>p value</source>
        <translation type="unfinished">p-Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>degrees of freedom</source>
        <translation type="unfinished">Freiheitsgrade</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>{precise}
Double-click or Enter: open {people}</source>
        <translation type="unfinished">{precise}
Doppelklick oder Enter: {people} öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>not estimable</source>
        <translation type="unfinished">nicht schätzbar</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Open a study</source>
        <translation type="unfinished">Eine Studie öffnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Here a trial comes in: files, a folder, or the demonstration study with two synthetic trials. What was found and what is wrong with it is listed with file, row and column. Files are only read, and nothing leaves this computer.</source>
        <translation type="unfinished">Hier kommt eine Studie herein: Dateien, ein Ordner oder die Demonstrationsstudie mit zwei synthetischen Studien. Was gefunden wurde und was daran nicht stimmt, steht mit Datei, Zeile und Spalte in einer Liste. Dateien werden nur gelesen, und nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Look at patients</source>
        <translation type="unfinished">Patienten ansehen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The course of each patient over all visits, and the score sheet of every instrument with the rule behind each total.</source>
        <translation type="unfinished">Der Verlauf jedes Patienten über alle Visiten und der Score-Bogen jedes Instruments mit der Regel hinter jeder Summe.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ask about efficacy</source>
        <translation type="unfinished">Nach der Wirksamkeit fragen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Choose a question, look at its options, press Run (F5). Table, figure and notes come together; F1 shows the method with the paper it follows.</source>
        <translation type="unfinished">Wählen Sie eine Frage, sehen Sie die Optionen an und drücken Sie Rechnen (F5). Tabelle, Abbildung und Anmerkungen kommen zusammen; F1 zeigt die Methode mit der zugrunde liegenden Arbeit.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ask about safety</source>
        <translation type="unfinished">Nach der Sicherheit fragen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Adverse events, laboratory values and other safety questions work the same way.</source>
        <translation type="unfinished">Unerwünschte Ereignisse, Laborwerte und andere Fragen zur Sicherheit funktionieren genauso.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Take results along</source>
        <translation type="unfinished">Ergebnisse mitnehmen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>File, Export workbook writes the result shown to Excel; Export everything writes all results, figures and numbers to a folder. The help (Shift+F1) searches every page. To begin, open the demonstration study or your own files.</source>
        <translation type="unfinished">Export, Excel-Arbeitsmappe schreibt das gezeigte Ergebnis nach Excel; Alles in einen Ordner schreibt alle Ergebnisse, Abbildungen und Zahlen. Die Hilfe (Umschalt+F1) durchsucht jede Seite. Beginnen Sie mit der Demonstrationsstudie oder eigenen Dateien.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Short tour</source>
        <translation type="unfinished">Kurze Führung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Bac&amp;k</source>
        <translation type="unfinished">&amp;Zurück</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The step before</source>
        <translation type="unfinished">Der vorige Schritt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ne&amp;xt</source>
        <translation type="unfinished">&amp;Weiter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The next step</source>
        <translation type="unfinished">Der nächste Schritt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>C&amp;lose tour</source>
        <translation type="unfinished">Führung &amp;beenden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>End the tour</source>
        <translation type="unfinished">Die Führung beenden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Step {number} of {count}</source>
        <translation type="unfinished">Schritt {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>&amp;Done</source>
        <translation type="unfinished">&amp;Fertig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>The chain of entries is unbroken. Its last hash, to be noted and compared: {last}</source>
        <translation type="unfinished">Die Kette der Einträge ist ununterbrochen. Ihr letzter Hash, zum Notieren und Vergleichen: {last}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>The chain of entries does not fit the file. Its last hash, to be noted and compared: {last}</source>
        <translation type="unfinished">Die Kette der Einträge passt nicht zur Datei. Ihr letzter Hash, zum Notieren und Vergleichen: {last}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>No.</source>
        <translation type="unfinished">Nr.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Local time</source>
        <translation type="unfinished">Ortszeit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Who</source>
        <translation type="unfinished">Wer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Where</source>
        <translation type="unfinished">Wo</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Old value</source>
        <translation type="unfinished">Alter Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>New value</source>
        <translation type="unfinished">Neuer Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Reason</source>
        <translation type="unfinished">Grund</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>UTC</source>
        <translation type="unfinished">UTC</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Audit trail</source>
        <translation type="unfinished">Audit-Trail</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Entries of the audit trail, newest first</source>
        <translation type="unfinished">Einträge des Audit-Trails, neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Filter</source>
        <translation type="unfinished">Filter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Patient, person, value, date …</source>
        <translation type="unfinished">Patient, Person, Wert, Datum …</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Show the entries that hold all of these words</source>
        <translation type="unfinished">Die Einträge zeigen, die alle diese Wörter enthalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>&amp;Export to Excel…</source>
        <translation type="unfinished">Nach &amp;Excel exportieren…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Write the entries shown to an Excel workbook</source>
        <translation type="unfinished">Die gezeigten Einträge in eine Excel-Arbeitsmappe schreiben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>{count} of {total} entries</source>
        <translation type="unfinished">{count} von {total} Einträgen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>The workbook was written: {path}</source>
        <translation type="unfinished">Die Arbeitsmappe wurde geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Add row</source>
        <translation type="unfinished">Zeile hinzufügen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Add an empty row at the end</source>
        <translation type="unfinished">Am Ende eine leere Zeile hinzufügen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Remove row</source>
        <translation type="unfinished">Zeile entfernen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Remove the row of the cursor</source>
        <translation type="unfinished">Die Zeile entfernen, in der der Cursor steht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Everybody who looks at this window will see which patient got what. Your name, the time and the reason are recorded for ever, and the window and everything exported from now on say UNBLINDED. Results made so far are put away; run them again.</source>
        <translation type="unfinished">Jeder, der dieses Fenster sieht, wird sehen, welcher Patient was erhielt. Ihr Name, die Zeit und der Grund werden dauerhaft aufgezeichnet, und das Fenster und alles ab jetzt Exportierte sagt UNBLINDED. Bisherige Ergebnisse werden weggelegt; rechnen Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>For an emergency: shows the treatment of one patient here, and nowhere else. Your name, the time and the reason are recorded for ever. The study stays blinded.</source>
        <translation type="unfinished">Für den Notfall: zeigt die Behandlung eines Patienten hier und nirgends sonst. Ihr Name, die Zeit und der Grund werden dauerhaft aufgezeichnet. Die Studie bleibt verblindet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Whoever asks for treatments must then also know this passphrase, which one person, the statistician for example, keeps. Leave both fields empty to need none. The change is recorded.</source>
        <translation type="unfinished">Wer nach Behandlungen fragt, muss dann auch diese Passphrase kennen, die eine Person aufbewahrt, zum Beispiel der Statistiker. Lassen Sie beide Felder leer, um keine zu verlangen. Die Änderung wird aufgezeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>When (UTC)</source>
        <translation type="unfinished">Wann (UTC)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Recorded with what is shown</source>
        <translation type="unfinished">Wird mit dem Gezeigten aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Why treatments are needed now; recorded with your name</source>
        <translation type="unfinished">Warum Behandlungen jetzt gebraucht werden; mit Ihrem Namen aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Second passphrase</source>
        <translation type="unfinished">Zweite Passphrase</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The one that was set for this study</source>
        <translation type="unfinished">Die für diese Studie gesetzte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Grund</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>{action}; this is recorded</source>
        <translation type="unfinished">{action}; dies wird aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Show treatment arms</source>
        <translation type="unfinished">Behandlungsarme zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Show treatment arms</source>
        <translation type="unfinished">Behandlungsarme &amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Unblind one patient</source>
        <translation type="unfinished">Einen Patienten entblinden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Show treatment</source>
        <translation type="unfinished">Behandlung &amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Number as in the list of patients</source>
        <translation type="unfinished">Nummer wie in der Patientenliste</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>P&amp;atient</source>
        <translation type="unfinished">P&amp;atient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Shown and recorded.</source>
        <translation type="unfinished">Gezeigt und aufgezeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Close</source>
        <translation type="unfinished">S&amp;chließen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Set passphrase</source>
        <translation type="unfinished">Passphrase &amp;setzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>At least 8 characters</source>
        <translation type="unfinished">Mindestens 8 Zeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>New passphrase again</source>
        <translation type="unfinished">Neue Passphrase wiederholen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The same once more</source>
        <translation type="unfinished">Noch einmal dieselbe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Record of unblinding</source>
        <translation type="unfinished">Aufzeichnung der Entblindung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Second &amp;passphrase</source>
        <translation type="unfinished">Zweite &amp;Passphrase</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Ne&amp;w passphrase</source>
        <translation type="unfinished">&amp;Neue Passphrase</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The same a&amp;gain</source>
        <translation type="unfinished">&amp;Wiederholung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The two new passphrases are not the same. Type them again.</source>
        <translation type="unfinished">Die beiden neuen Passphrasen sind nicht gleich. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Nobody has seen a treatment in this program so far.</source>
        <translation type="unfinished">Bisher hat niemand in diesem Programm eine Behandlung gesehen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unsaved.py"/>
        <source>Entering the export in the audit trail</source>
        <translation type="unfinished">Der Export wird in den Audit-Trail eingetragen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>What is measured</source>
        <translation type="unfinished">Was gemessen wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Measured value</source>
        <translation type="unfinished">Messwert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Not used</source>
        <translation type="unfinished">Nicht verwendet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Drag a column of the table onto what it is</source>
        <translation type="unfinished">Eine Spalte der Tabelle auf das ziehen, was sie ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Variables of the study</source>
        <translation type="unfinished">Variablen der Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{tip}; by keyboard, press F2 in the table</source>
        <translation type="unfinished">{tip}; mit der Tastatur F2 in der Tabelle drücken</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{name} (patient)</source>
        <translation type="unfinished">{name} (Patient)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{name} (event)</source>
        <translation type="unfinished">{name} (Ereignis)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{name} (medicine)</source>
        <translation type="unfinished">{name} (Arzneimittel)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>A draft that nobody has reviewed yet; what is not translated stays English</source>
        <translation type="unfinished">Ein Entwurf, den noch niemand geprüft hat; was nicht übersetzt ist, bleibt englisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The window speaks this language from the next start of the program. Results and exported files stay in English.</source>
        <translation type="unfinished">Das Fenster spricht diese Sprache ab dem nächsten Programmstart. Ergebnisse und exportierte Dateien bleiben englisch.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>As the &amp;system</source>
        <translation type="unfinished">Wie das &amp;System</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Light</source>
        <translation type="unfinished">&amp;Hell</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Dark</source>
        <translation type="unfinished">&amp;Dunkel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;High contrast</source>
        <translation type="unfinished">Hoher K&amp;ontrast</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Colours of the window and its plots</source>
        <translation type="unfinished">Farben des Fensters und seiner Diagramme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Lar&amp;ger text</source>
        <translation type="unfinished">&amp;Größerer Text</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Show texts larger</source>
        <translation type="unfinished">Texte größer zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>S&amp;maller text</source>
        <translation type="unfinished">&amp;Kleinerer Text</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Show texts smaller</source>
        <translation type="unfinished">Texte kleiner zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Normal text</source>
        <translation type="unfinished">&amp;Normaler Text</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Texts as large as the system&apos;s</source>
        <translation type="unfinished">Texte so groß wie die des Systems</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Lang&amp;uage</source>
        <translation type="unfinished">S&amp;prache</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The first language of your system there is</source>
        <translation type="unfinished">Die erste Sprache Ihres Systems, die es gibt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The language the program is written in</source>
        <translation type="unfinished">Die Sprache, in der das Programm geschrieben ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Name of the visit</source>
        <translation type="unfinished">Name der Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Study day: 1 is the day of the first dose</source>
        <translation type="unfinished">Studientag: 1 ist der Tag der ersten Dosis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Date of the visit</source>
        <translation type="unfinished">Datum der Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSDAI total, 0 to 123</source>
        <translation type="unfinished">ESSDAI-Summe, 0 bis 123</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSDAI minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSDAI minus Ausgangswert: negativ ist Besserung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Low below 5, moderate 5 to 13, high from 14</source>
        <translation type="unfinished">Niedrig unter 5, mittel 5 bis 13, hoch ab 14</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ClinESSDAI total, 0 to 135</source>
        <translation type="unfinished">ClinESSDAI-Summe, 0 bis 135</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ClinESSDAI minus baseline: negative is improvement</source>
        <translation type="unfinished">ClinESSDAI minus Ausgangswert: negativ ist Besserung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSPRI, mean of dryness, fatigue and pain, 0 to 10</source>
        <translation type="unfinished">ESSPRI, Mittel aus Trockenheit, Fatigue und Schmerz, 0 bis 10</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSPRI minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSPRI minus Ausgangswert: negativ ist Besserung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>{label}: level</source>
        <translation type="unfinished">{label}: Stufe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>{label} at {name}: {said}</source>
        <translation type="unfinished">{label} bei {name}: {said}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Next step</source>
        <translation type="unfinished">Nächster Schritt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Do what the message offers</source>
        <translation type="unfinished">Tun, was die Meldung anbietet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Put this message away (Esc)</source>
        <translation type="unfinished">Diese Meldung schließen (Esc)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/work_line.py"/>
        <source>How much is done</source>
        <translation type="unfinished">Wie viel erledigt ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/work_line.py"/>
        <source>Stop what is written or checked (Esc)</source>
        <translation type="unfinished">Anhalten, was geschrieben oder geprüft wird (Esc)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Selecting subjects and events</source>
        <translation type="unfinished">Patienten und Ereignisse werden ausgewählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Counting</source>
        <translation type="unfinished">Es wird gezählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Worst of each subject</source>
        <translation type="unfinished">Schwerstes Ereignis je Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Laying out</source>
        <translation type="unfinished">Die Darstellung wird angelegt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Sampling the hierarchical model</source>
        <translation type="unfinished">Stichproben aus dem hierarchischen Modell</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Matching terms</source>
        <translation type="unfinished">Begriffe werden abgeglichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Comparing the arms</source>
        <translation type="unfinished">Die Arme werden verglichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Finding times</source>
        <translation type="unfinished">Zeiten werden ermittelt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Estimating curves</source>
        <translation type="unfinished">Kurven werden geschätzt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Selecting records</source>
        <translation type="unfinished">Einträge werden ausgewählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Fitting the model</source>
        <translation type="unfinished">Das Modell wird angepasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Testing for a dose response</source>
        <translation type="unfinished">Test auf eine Dosis-Wirkungs-Beziehung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/batch.py"/>
        <source>{title} {where}</source>
        <translation type="unfinished">{title} {where}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Collecting the inputs</source>
        <translation type="unfinished">Die Eingaben werden zusammengestellt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Counting and comparing</source>
        <translation type="unfinished">Es wird gezählt und verglichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Selecting subjects</source>
        <translation type="unfinished">Patienten werden ausgewählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Describing {name}</source>
        <translation type="unfinished">{name} wird beschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Fitting the mixed model</source>
        <translation type="unfinished">Das gemischte Modell wird angepasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Contrast tests</source>
        <translation type="unfinished">Kontrasttests</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Fitting curves</source>
        <translation type="unfinished">Kurven werden angepasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Selecting doses and events</source>
        <translation type="unfinished">Dosen und Ereignisse werden ausgewählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Relating events to doses</source>
        <translation type="unfinished">Ereignisse werden Dosen zugeordnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Reading the table</source>
        <translation type="unfinished">Die Tabelle wird gelesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Writing tables</source>
        <translation type="unfinished">Tabellen werden geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Fitting {name}</source>
        <translation type="unfinished">{name} wird angepasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Pooling {arm}</source>
        <translation type="unfinished">{arm} wird zusammengefasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Collecting scores</source>
        <translation type="unfinished">Scores werden zusammengestellt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Setting events against visits</source>
        <translation type="unfinished">Ereignisse werden Visiten gegenübergestellt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Following values</source>
        <translation type="unfinished">Werte werden verfolgt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Following {name}</source>
        <translation type="unfinished">{name} wird verfolgt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Fitting the imputation model</source>
        <translation type="unfinished">Das Imputationsmodell wird angepasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Looking for events</source>
        <translation type="unfinished">Suche nach Ereignissen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Summarising visits</source>
        <translation type="unfinished">Visiten werden zusammengefasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Grading values</source>
        <translation type="unfinished">Werte werden in Grade eingeteilt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Classifying values</source>
        <translation type="unfinished">Werte werden eingestuft</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Worst values</source>
        <translation type="unfinished">Schlechteste Werte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Last values</source>
        <translation type="unfinished">Letzte Werte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Finding peaks</source>
        <translation type="unfinished">Höchstwerte werden gesucht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Following subjects</source>
        <translation type="unfinished">Patienten werden verfolgt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Computing LS means</source>
        <translation type="unfinished">LS-Mittelwerte werden berechnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/moved.py"/>
        <source>Running again: {name}</source>
        <translation type="unfinished">Wird noch einmal berechnet: {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Fitting {code}, {name}</source>
        <translation type="unfinished">{code}, {name}, wird angepasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Selecting patients</source>
        <translation type="unfinished">Patienten werden ausgewählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Writing narratives</source>
        <translation type="unfinished">Patientennarrative werden geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Estimating from the study</source>
        <translation type="unfinished">Schätzung aus der Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>{name}: {message}</source>
        <translation type="unfinished">{name}: {message}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/opening.py"/>
        <source>Preparing the questions</source>
        <translation type="unfinished">Die Fragen werden vorbereitet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Counting subjects</source>
        <translation type="unfinished">Patienten werden gezählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Drawing</source>
        <translation type="unfinished">Es wird gezeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Collecting the scores</source>
        <translation type="unfinished">Die Scores werden zusammengestellt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Scoring</source>
        <translation type="unfinished">Scores werden berechnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Sites and countries</source>
        <translation type="unfinished">Zentren und Länder</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Domains</source>
        <translation type="unfinished">Domänen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Instruments</source>
        <translation type="unfinished">Instrumente</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Computing power</source>
        <translation type="unfinished">Die Power wird berechnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Dealing the arms again</source>
        <translation type="unfinished">Die Arme werden neu zugeteilt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Imputing the score</source>
        <translation type="unfinished">Der Score wird imputiert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Comparing arms</source>
        <translation type="unfinished">Arme werden verglichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Leaving out each country</source>
        <translation type="unfinished">Jedes Land wird einmal weggelassen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Leaving out each site</source>
        <translation type="unfinished">Jedes Zentrum wird einmal weggelassen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Leaving out each subject</source>
        <translation type="unfinished">Jeder Patient wird einmal weggelassen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Smallest set of subjects: {arm}</source>
        <translation type="unfinished">Kleinste Gruppe von Patienten: {arm}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Drawing subjects again</source>
        <translation type="unfinished">Patienten werden neu gezogen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Collecting scores and laboratory values</source>
        <translation type="unfinished">Scores und Laborwerte werden zusammengestellt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Collecting items</source>
        <translation type="unfinished">Items werden zusammengestellt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputing: {name}</source>
        <translation type="unfinished">Imputation: {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sliding_windows.py"/>
        <source>Sliding window {number} of {total}</source>
        <translation type="unfinished">Gleitendes Fenster {number} von {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Fitting the model of all</source>
        <translation type="unfinished">Das Modell aller Patienten wird angepasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Effect along the baseline</source>
        <translation type="unfinished">Effekt entlang des Ausgangswerts</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups: {name}</source>
        <translation type="unfinished">Subgruppen: {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Computing the map</source>
        <translation type="unfinished">Die Karte wird berechnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Looking for the tipping point</source>
        <translation type="unfinished">Der Tipping-Point wird gesucht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Imputing</source>
        <translation type="unfinished">Es wird imputiert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/ard.py"/>
        <source>Writing the numbers as data</source>
        <translation type="unfinished">Die Zahlen werden als Daten geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/book_file.py"/>
        <source>Writing the workbook</source>
        <translation type="unfinished">Die Arbeitsmappe wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/bundle.py"/>
        <source>Written</source>
        <translation type="unfinished">Geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/bundle.py"/>
        <source>Writing the numbers</source>
        <translation type="unfinished">Die Zahlen werden geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/bundle.py"/>
        <source>Writing the models as programs</source>
        <translation type="unfinished">Die Modelle werden als Programme geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/deidentified.py"/>
        <source>Writing {name}</source>
        <translation type="unfinished">{name} wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/pdf.py"/>
        <source>Placing the figures</source>
        <translation type="unfinished">Die Abbildungen werden eingesetzt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/pdf.py"/>
        <source>Drawing {name}</source>
        <translation type="unfinished">{name} wird gezeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/studio.py"/>
        <source>Drawing the figures: {done} of {total} done</source>
        <translation type="unfinished">Die Abbildungen werden gezeichnet: {done} von {total} fertig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/self_test.py"/>
        <source>Checking: {name}</source>
        <translation type="unfinished">Prüfung: {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/stats/parallel.py"/>
        <source>Simulating: {done} of {total} parts done</source>
        <translation type="unfinished">Simulation: {done} von {total} Teilen fertig</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/blinding.py"/>
        <source>Blinding the findings</source>
        <translation type="unfinished">Die Befunde werden verblindet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/blinding.py"/>
        <source>Blinding {name}</source>
        <translation type="unfinished">{name} wird verblindet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/compare.py"/>
        <source>Comparing {name}</source>
        <translation type="unfinished">{name} wird verglichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/deidentify.py"/>
        <source>Counting small cells</source>
        <translation type="unfinished">Kleine Zellen werden gezählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/deidentify.py"/>
        <source>De-identifying {name}</source>
        <translation type="unfinished">{name} wird de-identifiziert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/delimited_parse.py"/>
        <source>Reading {name}</source>
        <translation type="unfinished">{name} wird gelesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/load.py"/>
        <source>Putting the data sets together</source>
        <translation type="unfinished">Die Datensätze werden zusammengesetzt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/load.py"/>
        <source>Checking the data</source>
        <translation type="unfinished">Die Daten werden geprüft</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/load.py"/>
        <source>Interpreting {name}</source>
        <translation type="unfinished">{name} wird ausgewertet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping_apply.py"/>
        <source>Looking at the columns of {name}</source>
        <translation type="unfinished">Die Spalten von {name} werden betrachtet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping_apply.py"/>
        <source>Mapping {name}</source>
        <translation type="unfinished">{name} wird zugeordnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/read_workbook.py"/>
        <source>Reading {name}, sheet {sheet}</source>
        <translation type="unfinished">{name}, Blatt {sheet}, wird gelesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/sdtm.py"/>
        <source>Deriving {name} from {source}</source>
        <translation type="unfinished">{name} wird aus {source} abgeleitet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/sources.py"/>
        <source>Looking into {name}</source>
        <translation type="unfinished">{name} wird durchsucht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/sources.py"/>
        <source>Unpacking {name}</source>
        <translation type="unfinished">{name} wird entpackt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/data_cuts.py"/>
        <source>Saving {name}</source>
        <translation type="unfinished">{name} wird gespeichert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/data_cuts.py"/>
        <source>Packing {name}</source>
        <translation type="unfinished">{name} wird gepackt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/data_cuts.py"/>
        <source>Taking the fingerprint of {name}</source>
        <translation type="unfinished">Der Fingerabdruck von {name} wird genommen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/header.py"/>
        <source>Making the key from the passphrase</source>
        <translation type="unfinished">Der Schlüssel wird aus der Passphrase berechnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>Recovering {name}</source>
        <translation type="unfinished">Wird wiederhergestellt: {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/summary.py"/>
        <source>Counting {name}</source>
        <translation type="unfinished">{name} wird gezählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Change from baseline by visit (MMRM)</source>
        <translation type="unfinished">Veränderung gegenüber dem Ausgangswert nach Visite (MMRM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How much does the score change under each treatment, visit by visit, and how large is the difference between treatments?</source>
        <translation type="unfinished">Wie stark ändert sich der Score unter jeder Behandlung von Visite zu Visite, und wie groß ist der Unterschied zwischen den Behandlungen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>One study, or all studies pooled with the study as a factor of the model.</source>
        <translation type="unfinished">Eine Studie, oder alle Studien gepoolt mit der Studie als Faktor des Modells.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Parameter</source>
        <translation type="unfinished">Parameter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>The score or measurement that is analysed.</source>
        <translation type="unfinished">Der Score oder Messwert, der ausgewertet wird.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Change from baseline is the usual response; the value itself where there is no baseline.</source>
        <translation type="unfinished">Üblich ist die Veränderung gegenüber dem Ausgangswert; der Wert selbst, wo es keinen Ausgangswert gibt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Whose records are analysed; the flags come from the subject-level data set.</source>
        <translation type="unfinished">Wessen Einträge ausgewertet werden; die Kennzeichen kommen aus dem Datensatz auf Patientenebene.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Treatment arms</source>
        <translation type="unfinished">Behandlungsarme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Arms in the model (planned treatment). Pooled: by default the arms that every study has.</source>
        <translation type="unfinished">Arme im Modell (geplante Behandlung). Gepoolt: voreingestellt die Arme, die jede Studie hat.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Reference arm</source>
        <translation type="unfinished">Referenzarm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>The arm that every other arm is compared with, usually placebo.</source>
        <translation type="unfinished">Der Arm, mit dem jeder andere verglichen wird, meist Placebo.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Visits after baseline that enter the model together. At first, visits with values of few subjects (under a fifth of the best attended visit) are not ticked.</source>
        <translation type="unfinished">Visiten nach der Ausgangsvisite, die zusammen in das Modell eingehen. Visiten mit Werten weniger Patienten (unter einem Fünftel der am besten besuchten Visite) sind zunächst nicht angekreuzt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adjust for the baseline value</source>
        <translation type="unfinished">Für den Ausgangswert adjustieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adds the value before treatment as a covariate; recommended for every change score.</source>
        <translation type="unfinished">Nimmt den Wert vor der Behandlung als Kovariate auf; für jede Veränderung empfohlen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Let the baseline effect differ by visit</source>
        <translation type="unfinished">Effekt des Ausgangswerts je Visite verschieden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adds the baseline by visit interaction, the usual choice in an MMRM.</source>
        <translation type="unfinished">Nimmt die Wechselwirkung von Ausgangswert und Visite auf, im MMRM üblich.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Degrees of freedom</source>
        <translation type="unfinished">Freiheitsgrade</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How the degrees of freedom and standard errors allow for the estimated covariance.</source>
        <translation type="unfinished">Wie Freiheitsgrade und Standardfehler berücksichtigen, dass die Kovarianz geschätzt ist.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: treatment stopped</source>
        <translation type="unfinished">Nach: Behandlung beendet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How values after such an event count (strategy of the estimand, ICH E9(R1)).</source>
        <translation type="unfinished">Wie Werte nach einem solchen Ereignis zählen (Strategie des Estimands, ICH E9(R1)).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: rescue medication</source>
        <translation type="unfinished">Nach: Rescue-Medikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: prohibited medication</source>
        <translation type="unfinished">Nach: verbotene Medikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: immunosuppressant started</source>
        <translation type="unfinished">Nach: Immunsuppressivum begonnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: death</source>
        <translation type="unfinished">Nach: Tod</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Further covariates</source>
        <translation type="unfinished">Weitere Kovariaten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Subject characteristics added to the model, such as stratification factors or region.</source>
        <translation type="unfinished">Merkmale der Patienten im Modell, etwa Stratifizierungsfaktoren oder Region.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Records</source>
        <translation type="unfinished">Einträge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Which records count: observed values only, or also values imputed in the data set.</source>
        <translation type="unfinished">Welche Einträge zählen: nur beobachtete Werte, oder auch im Datensatz imputierte.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Time point within the visit</source>
        <translation type="unfinished">Zeitpunkt innerhalb der Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>For measurements repeated within a visit, such as blood pressure lying and standing.</source>
        <translation type="unfinished">Für Messungen, die in einer Visite wiederholt werden, etwa Blutdruck im Liegen und Stehen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Covariance within a subject</source>
        <translation type="unfinished">Kovarianz innerhalb eines Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Unstructured makes no assumption about how visits are correlated.</source>
        <translation type="unfinished">Unstrukturiert setzt nichts darüber voraus, wie Visiten korrelieren.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Fall back to a simpler covariance</source>
        <translation type="unfinished">Auf eine einfachere Kovarianz ausweichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>If the covariance cannot be estimated, try heterogeneous Toeplitz, autoregressive and compound symmetry in turn; what was used is said in the result.</source>
        <translation type="unfinished">Wenn die Kovarianz nicht geschätzt werden kann, der Reihe nach heterogene Toeplitz, autoregressiv und Compound Symmetry versuchen; was verwendet wurde, steht im Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Weights of LS means</source>
        <translation type="unfinished">Gewichte der LS-Mittel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How LS means average over the other factors. Differences between arms do not depend on it.</source>
        <translation type="unfinished">Wie LS-Mittel über die anderen Faktoren mitteln. Differenzen zwischen Armen hängen nicht davon ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Confidence level (%)</source>
        <translation type="unfinished">Konfidenzniveau (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Coverage of the confidence intervals.</source>
        <translation type="unfinished">Überdeckung der Konfidenzintervalle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>ANCOVA at a visit</source>
        <translation type="unfinished">ANCOVA bei einer Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>How large is the difference between treatments at one visit, given the same baseline?</source>
        <translation type="unfinished">Wie groß ist der Unterschied zwischen den Behandlungen bei einer Visite, bei gleichem Ausgangswert?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>The one visit that is analysed.</source>
        <translation type="unfinished">Die eine Visite, die ausgewertet wird.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Compare all pairs of arms</source>
        <translation type="unfinished">Alle Paare von Armen vergleichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Also compares the active arms with each other.</source>
        <translation type="unfinished">Vergleicht auch die aktiven Arme miteinander.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Robust standard errors (HC3)</source>
        <translation type="unfinished">Robuste Standardfehler (HC3)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Standard errors that do not assume equal variances.</source>
        <translation type="unfinished">Standardfehler, die keine gleichen Varianzen voraussetzen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Evidence: each study and pooled</source>
        <translation type="unfinished">Evidenz: jede Studie und gepoolt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Does each study by itself show the effect, do the studies agree, and what do they say together?</source>
        <translation type="unfinished">Zeigt jede Studie für sich den Effekt, stimmen die Studien überein, und was sagen sie zusammen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Every study that was opened, each by itself and all together.</source>
        <translation type="unfinished">Jede geöffnete Studie für sich und alle zusammen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Arms in the models (planned treatment); a study takes those that it has.</source>
        <translation type="unfinished">Arme in den Modellen (geplante Behandlung); eine Studie nimmt die, die sie hat.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Visit compared</source>
        <translation type="unfinished">Verglichene Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>The visit at which treatments are compared; the model uses all visits ticked above.</source>
        <translation type="unfinished">Die Visite, bei der Behandlungen verglichen werden; das Modell nutzt alle oben gewählten Visiten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Adjusted p values</source>
        <translation type="unfinished">Adjustierte p-Werte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>How p values are adjusted within each study over its arms against the reference; in a fixed sequence arms stand in the order ticked above. Pooled results are not adjusted.</source>
        <translation type="unfinished">Wie p-Werte innerhalb jeder Studie über ihre Arme gegen die Referenz adjustiert werden; bei fester Reihenfolge stehen die Arme wie oben gewählt. Gepoolte Ergebnisse werden nicht adjustiert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Multiple testing: plans side by side</source>
        <translation type="unfinished">Multiples Testen: Pläne nebeneinander</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Which comparisons are significant once it is taken into account that several are tested, and which can only be described?</source>
        <translation type="unfinished">Welche Vergleiche sind signifikant, wenn berücksichtigt wird, dass mehrere getestet werden, und welche können nur beschrieben werden?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Arm tested first</source>
        <translation type="unfinished">Zuerst getesteter Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>The arm at the head of the sequence and of the graph.</source>
        <translation type="unfinished">Der Arm am Anfang der Reihenfolge und des Graphen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Later endpoints</source>
        <translation type="unfinished">Spätere Endpunkte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Tested after the first endpoint, in the order listed, as far as the plan lets them. The list begins with the order of the European register entry (analysis plan B).</source>
        <translation type="unfinished">Nach dem ersten Endpunkt in der aufgeführten Reihenfolge getestet, soweit der Plan es zulässt. Die Liste beginnt mit der Reihenfolge des europäischen Registereintrags (Auswertungsplan B).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Strata</source>
        <translation type="unfinished">Schichten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Differences are taken within these groups and averaged; pooled, the study is one too.</source>
        <translation type="unfinished">Differenzen werden innerhalb dieser Gruppen gebildet und gemittelt; gepoolt ist auch die Studie eine.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Plans</source>
        <translation type="unfinished">Pläne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Ways of testing, side by side.</source>
        <translation type="unfinished">Arten zu testen, nebeneinander.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Graph</source>
        <translation type="unfinished">Graph</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>How the graphical plan shares and passes on alpha.</source>
        <translation type="unfinished">Wie der grafische Plan Alpha teilt und weitergibt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of the first (%)</source>
        <translation type="unfinished">Anteil des ersten (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of alpha that the graph gives to the first arm (fallback: first hypothesis) at the beginning. The graph that begins with the first arm gives it everything.</source>
        <translation type="unfinished">Anteil von Alpha, den der Graph dem ersten Arm (Fallback: erster Hypothese) am Anfang gibt. Der Graph, der mit dem ersten Arm beginnt, gibt ihm alles.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Alpha</source>
        <translation type="unfinished">Alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Two-sided level of the family.</source>
        <translation type="unfinished">Zweiseitiges Niveau der Familie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Family of hypotheses</source>
        <translation type="unfinished">Familie der Hypothesen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>A trial usually controls its own error; all together is stricter.</source>
        <translation type="unfinished">Eine Studie kontrolliert meist ihren eigenen Fehler; alle zusammen ist strenger.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of alpha of each hypothesis, and where it goes when that is rejected. Begins with the graph chosen above; what you draw takes its place.</source>
        <translation type="unfinished">Alpha-Anteil jeder Hypothese und wohin er bei Ablehnung geht. Beginnt mit dem oben gewählten Graphen; was Sie zeichnen, tritt an seine Stelle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups and baseline</source>
        <translation type="unfinished">Subgruppen und Ausgangswert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Is the difference between treatments the same in all kinds of patients, and does it depend on how active the disease was at the start?</source>
        <translation type="unfinished">Ist der Unterschied zwischen den Behandlungen bei allen Arten von Patienten gleich, und hängt er von der anfänglichen Krankheitsaktivität ab?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups by</source>
        <translation type="unfinished">Subgruppen nach</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Characteristics before treatment by which subjects are divided, one at a time.</source>
        <translation type="unfinished">Merkmale vor der Behandlung, nach denen Patienten geteilt werden, eines nach dem anderen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Groups of the baseline value</source>
        <translation type="unfinished">Gruppen des Ausgangswerts</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>How subjects are divided by the value of the score before treatment.</source>
        <translation type="unfinished">Wie Patienten nach dem Score vor der Behandlung geteilt werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Fewest subjects</source>
        <translation type="unfinished">Mindestzahl Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>A level of a factor is left out if an arm has fewer subjects with a value at the visit.</source>
        <translation type="unfinished">Eine Stufe eines Faktors entfällt, wenn ein Arm weniger Patienten mit einem Wert bei der Visite hat.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subjects in a sliding window</source>
        <translation type="unfinished">Patienten in einem gleitenden Fenster</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Size of the overlapping groups along the baseline value (STEPP), all arms together; 0 leaves them out.</source>
        <translation type="unfinished">Größe der überlappenden Gruppen entlang des Ausgangswerts (STEPP), alle Arme zusammen; 0 lässt sie weg.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Step of the window</source>
        <translation type="unfinished">Schritt des Fensters</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subjects by which each group moves on from the one before.</source>
        <translation type="unfinished">Patienten, um die jede Gruppe gegenüber der vorigen weiterrückt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Dose and schedule (MCP-Mod)</source>
        <translation type="unfinished">Dosis und Schema (MCP-Mod)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Does the response follow the dose, the schedule or the amount received, and which amount would be enough?</source>
        <translation type="unfinished">Folgt die Zielgröße der Dosis, dem Schema oder der erhaltenen Menge, und welche Menge würde genügen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Arms with their amounts; the reference has none.</source>
        <translation type="unfinished">Arme mit ihren Mengen; die Referenz hat keine.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount</source>
        <translation type="unfinished">Menge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>What the response may follow.</source>
        <translation type="unfinished">Wem die Zielgröße folgen kann.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Candidate shapes</source>
        <translation type="unfinished">Kandidatenformen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Curves that the tests look for. A curve is fitted only where there are as many amounts as it has parameters.</source>
        <translation type="unfinished">Kurven, nach denen die Tests suchen. Eine Kurve wird nur angepasst, wo es so viele Mengen gibt, wie sie Parameter hat.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Half of the effect at (%)</source>
        <translation type="unfinished">Halber Effekt bei (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Guess for Emax and sigmoid Emax: per cent of the highest amount with half of the effect.</source>
        <translation type="unfinished">Annahme für Emax und Sigmoid-Emax: Prozent der höchsten Menge mit halbem Effekt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Direction</source>
        <translation type="unfinished">Richtung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Whether a lower or a higher value means that the subject is better.</source>
        <translation type="unfinished">Ob ein niedrigerer oder höherer Wert bedeutet, dass es dem Patienten besser geht.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Target effect</source>
        <translation type="unfinished">Zieleffekt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Points of improvement over the reference, for the target amount.</source>
        <translation type="unfinished">Punkte Verbesserung gegenüber der Referenz, für die Zielmenge.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>One-sided, over all shapes.</source>
        <translation type="unfinished">Einseitig, über alle Formen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Robustness: leave one out</source>
        <translation type="unfinished">Robustheit: eines weglassen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Does the result hang on a single country, site or patient, and how few patients would turn it?</source>
        <translation type="unfinished">Hängt das Ergebnis an einem einzigen Land, Zentrum oder Patienten, und wie wenige Patienten würden es kippen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>The level that p is held against.</source>
        <translation type="unfinished">Das Niveau, gegen das p gehalten wird.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Bootstrap samples</source>
        <translation type="unfinished">Bootstrap-Stichproben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>How p scatters when subjects are drawn again with replacement; 0 leaves it out.</source>
        <translation type="unfinished">Wie p streut, wenn Patienten mit Zurücklegen neu gezogen werden; 0 lässt es weg.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Seed</source>
        <translation type="unfinished">Startwert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Start of the random numbers: the same seed gives the same result.</source>
        <translation type="unfinished">Anfang der Zufallszahlen: derselbe Startwert gibt dasselbe Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Placebo response</source>
        <translation type="unfinished">Ansprechen auf Placebo</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Why did patients on placebo improve, how much of it would be expected anyway, and which instrument would have seen a difference?</source>
        <translation type="unfinished">Warum besserten sich Patienten unter Placebo, wie viel davon wäre ohnehin zu erwarten, und welches Instrument hätte einen Unterschied gezeigt?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Change from baseline; a score without it cannot be looked at here.</source>
        <translation type="unfinished">Veränderung gegenüber dem Ausgangswert; ein Score ohne sie kann hier nicht betrachtet werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Test-retest correlation</source>
        <translation type="unfinished">Test-Retest-Korrelation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Correlation of two values of a stable patient. None is published for the ESSDAI in this population: try several.</source>
        <translation type="unfinished">Korrelation zweier Werte eines stabilen Patienten. Für den ESSDAI in dieser Population ist keine veröffentlicht: versuchen Sie mehrere.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Mean of the population</source>
        <translation type="unfinished">Mittel der Population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Mean of the population the patients were selected from. 4.8 is the mean ESSDAI of the UK registry, whose patients were not selected; use a figure for your own clinics if you have one, and always for another score.</source>
        <translation type="unfinished">Mittel der Population, aus der die Patienten ausgewählt wurden. 4,8 ist der mittlere ESSDAI des britischen Registers, dessen Patienten nicht ausgewählt waren; nehmen Sie eine Zahl Ihrer eigenen Klinik, wenn Sie eine haben, und immer bei einem anderen Score.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Entry threshold</source>
        <translation type="unfinished">Einschlussgrenze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Lowest value with which a patient could enter; the histogram is read there.</source>
        <translation type="unfinished">Niedrigster Wert, mit dem ein Patient eingeschlossen werden konnte; das Histogramm wird dort gelesen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Screening value</source>
        <translation type="unfinished">Screening-Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Variable of the subject level with the score at screening.</source>
        <translation type="unfinished">Variable auf Patientenebene mit dem Score beim Screening.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Compare all instruments</source>
        <translation type="unfinished">Alle Instrumente vergleichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Response and separation of every parameter at the visit.</source>
        <translation type="unfinished">Ansprechen und Trennung jedes Parameters bei der Visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Sensitivity to missing values</source>
        <translation type="unfinished">Sensitivität gegenüber fehlenden Werten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Does the difference between treatments hold whatever is assumed of patients who dropped out?</source>
        <translation type="unfinished">Hält der Unterschied zwischen den Behandlungen, was immer man über ausgeschiedene Patienten annimmt?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Assumptions</source>
        <translation type="unfinished">Annahmen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>What is assumed of missing values, and how events count; one row of the table each.</source>
        <translation type="unfinished">Was über fehlende Werte angenommen wird und wie Ereignisse zählen; je eine Zeile der Tabelle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputation</source>
        <translation type="unfinished">Imputation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>How missing values are imputed and how the uncertainty of that is counted.</source>
        <translation type="unfinished">Wie fehlende Werte imputiert werden und wie deren Unsicherheit zählt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputations</source>
        <translation type="unfinished">Imputationen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Completed data sets, or bootstrap samples. The Monte Carlo error tells whether they are enough.</source>
        <translation type="unfinished">Vervollständigte Datensätze oder Bootstrap-Stichproben. Der Monte-Carlo-Fehler sagt, ob es genug sind.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>One covariance for each arm</source>
        <translation type="unfinished">Eine Kovarianz je Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Estimates the covariance of the visits for each arm instead of one for all.</source>
        <translation type="unfinished">Schätzt die Kovarianz der Visiten für jeden Arm statt einer für alle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Tipping point</source>
        <translation type="unfinished">Tipping-Point</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>How much worse would patients without a value have to be for the result to be lost?</source>
        <translation type="unfinished">Wie viel schlechter müssten Patienten ohne Wert sein, damit das Ergebnis verloren geht?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Arm compared</source>
        <translation type="unfinished">Verglichener Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>The arm whose difference from the reference arm is put to the test.</source>
        <translation type="unfinished">Der Arm, dessen Unterschied zum Referenzarm auf die Probe gestellt wird.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Largest shift</source>
        <translation type="unfinished">Größte Verschiebung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>The map goes from minus to plus this number of points in both arms; 0 takes twice the standard deviation of the response.</source>
        <translation type="unfinished">Die Karte geht von minus bis plus so viele Punkte in beiden Armen; 0 nimmt die doppelte Standardabweichung der Zielgröße.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Steps in each direction</source>
        <translation type="unfinished">Schritte je Richtung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Shifts in each arm; an odd number.</source>
        <translation type="unfinished">Verschiebungen je Arm; eine ungerade Zahl.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Plausible shift</source>
        <translation type="unfinished">Plausible Verschiebung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Shifts up to this size in either arm are framed as plausible. Three points are the smallest important improvement of the ESSDAI (Seror 2016).</source>
        <translation type="unfinished">Verschiebungen bis zu dieser Größe in einem der Arme sind als plausibel umrahmt. Drei Punkte sind die kleinste bedeutsame Besserung des ESSDAI (Seror 2016).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Start from</source>
        <translation type="unfinished">Ausgehen von</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>What missing values are imputed under before they are shifted.</source>
        <translation type="unfinished">Worunter fehlende Werte imputiert werden, bevor sie verschoben werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Responders</source>
        <translation type="unfinished">Responder</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>How many patients improve by an amount that matters, and how many more than under the reference treatment?</source>
        <translation type="unfinished">Wie viele Patienten bessern sich um ein bedeutsames Maß, und wie viele mehr als unter der Referenzbehandlung?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Free threshold</source>
        <translation type="unfinished">Freie Schwelle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Points of improvement for the rule &apos;improves by at least&apos;.</source>
        <translation type="unfinished">Punkte Besserung für die Regel „bessert sich um mindestens“.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>When a subject counts as a responder; one block of the table each.</source>
        <translation type="unfinished">Wann ein Patient als Responder zählt; je ein Block der Tabelle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Re-randomisation test</source>
        <translation type="unfinished">Re-Randomisierungstest</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>How often would dealing out the treatments by chance alone give a difference as large as this one?</source>
        <translation type="unfinished">Wie oft ergäbe allein das zufällige Zuteilen der Behandlungen einen so großen Unterschied?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Re-randomisations</source>
        <translation type="unfinished">Re-Randomisierungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>How often the arms are dealt again; the Monte Carlo error tells whether it was enough.</source>
        <translation type="unfinished">Wie oft die Arme neu zugeteilt werden; der Monte-Carlo-Fehler sagt, ob es genug war.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Missing values and drop-out</source>
        <translation type="unfinished">Fehlende Werte und Ausscheiden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Whose values are missing, when and why did patients leave, and did those who left fare differently?</source>
        <translation type="unfinished">Wessen Werte fehlen, wann und warum schieden Patienten aus, und erging es ihnen anders?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Patterns shown</source>
        <translation type="unfinished">Gezeigte Muster</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>The most frequent patterns are listed one by one, the others together.</source>
        <translation type="unfinished">Die häufigsten Muster stehen einzeln, die anderen zusammen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>What happened to patients before the endpoint that changes what their values mean, and how is it counted?</source>
        <translation type="unfinished">Was geschah Patienten vor dem Endpunkt, das die Bedeutung ihrer Werte ändert, und wie zählt es?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Summary</source>
        <translation type="unfinished">Zusammenfassung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>What arms are compared by (population-level summary of the estimand).</source>
        <translation type="unfinished">Womit Arme verglichen werden (zusammenfassendes Maß des Estimands auf Populationsebene).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Participant flow (CONSORT)</source>
        <translation type="unfinished">Patientenfluss (CONSORT)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>How many patients were randomised, treated, lost and analysed, and do the numbers add up?</source>
        <translation type="unfinished">Wie viele Patienten wurden randomisiert und behandelt, wie viele schieden aus, wie viele wurden ausgewertet, und gehen die Zahlen auf?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Arms of the diagram, from left to right.</source>
        <translation type="unfinished">Arme des Diagramms, von links nach rechts.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Analysed</source>
        <translation type="unfinished">Ausgewertet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Population of the boxes at the bottom.</source>
        <translation type="unfinished">Population der untersten Kästen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Demographics and baseline</source>
        <translation type="unfinished">Demografie und Ausgangswerte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Who was in the trial, and were the arms alike at baseline?</source>
        <translation type="unfinished">Wer war in der Studie, und waren die Arme zu Beginn gleich?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Who is described: at first the full analysis set or everybody randomised.</source>
        <translation type="unfinished">Wer beschrieben wird: zunächst das Full-Analysis-Set oder alle Randomisierten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Conditions on variables of the patients, such as: SEX = F and AGE &gt;= 65. Empty: everybody.</source>
        <translation type="unfinished">Bedingungen an Variablen der Patienten, etwa: SEX = F and AGE &gt;= 65. Leer: alle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Characteristics</source>
        <translation type="unfinished">Merkmale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Variables of the subject-level data: numbers are summarised, categories counted.</source>
        <translation type="unfinished">Variablen der Patientendaten: Zahlen werden zusammengefasst, Kategorien gezählt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Show p values</source>
        <translation type="unfinished">p-Werte zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Analysis of variance of numbers, chi-squared test of categories. Differences at baseline between randomised arms are due to chance, whatever p is.</source>
        <translation type="unfinished">Varianzanalyse der Zahlen, Chi-Quadrat-Test der Kategorien. Unterschiede zu Beginn zwischen randomisierten Armen sind Zufall, wie groß p auch ist.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Scores from items</source>
        <translation type="unfinished">Scores aus Items</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>What are ESSDAI, ClinESSDAI and ESSPRI when computed anew from their items, and which organ domains make the total?</source>
        <translation type="unfinished">Was sind ESSDAI, ClinESSDAI und ESSPRI, wenn sie neu aus ihren Items berechnet werden, und welche Organdomänen machen die Summe aus?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Missing domain (C1)</source>
        <translation type="unfinished">Fehlende Domäne (C1)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>What a missing domain does to the total; nothing is published, so the analysis plan decides.</source>
        <translation type="unfinished">Was eine fehlende Domäne mit der Summe macht; dazu ist nichts veröffentlicht, also entscheidet der Auswertungsplan.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI constitutional</source>
        <translation type="unfinished">Parameter: ESSDAI konstitutionell</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>The parameter that holds this item; guessed from its code and label.</source>
        <translation type="unfinished">Der Parameter, der dieses Item enthält; aus Code und Beschriftung erraten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI lymphadenopathy and lymphoma</source>
        <translation type="unfinished">Parameter: ESSDAI Lymphadenopathie und Lymphom</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI glandular</source>
        <translation type="unfinished">Parameter: ESSDAI Drüsen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI articular</source>
        <translation type="unfinished">Parameter: ESSDAI Gelenke</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI cutaneous</source>
        <translation type="unfinished">Parameter: ESSDAI Haut</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI pulmonary</source>
        <translation type="unfinished">Parameter: ESSDAI Lunge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI renal</source>
        <translation type="unfinished">Parameter: ESSDAI Niere</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI muscular</source>
        <translation type="unfinished">Parameter: ESSDAI Muskel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI peripheral nervous system</source>
        <translation type="unfinished">Parameter: ESSDAI peripheres Nervensystem</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI central nervous system</source>
        <translation type="unfinished">Parameter: ESSDAI zentrales Nervensystem</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI haematological</source>
        <translation type="unfinished">Parameter: ESSDAI hämatologisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI biological</source>
        <translation type="unfinished">Parameter: ESSDAI biologisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI dryness</source>
        <translation type="unfinished">Parameter: ESSPRI Trockenheit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI fatigue</source>
        <translation type="unfinished">Parameter: ESSPRI Fatigue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI pain</source>
        <translation type="unfinished">Parameter: ESSPRI Schmerz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Visits shown.</source>
        <translation type="unfinished">Gezeigte Visiten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR and CRESS responders</source>
        <translation type="unfinished">STAR- und CRESS-Responder</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>How many patients in each arm respond by STAR and by CRESS, and through which components?</source>
        <translation type="unfinished">Wie viele Patienten jedes Arms sprechen nach STAR und CRESS an, und durch welche Komponenten?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: ClinESSDAI total</source>
        <translation type="unfinished">Parameter: ClinESSDAI-Summe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: ESSPRI score</source>
        <translation type="unfinished">Parameter: ESSPRI-Score</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Schirmer, mean of both eyes</source>
        <translation type="unfinished">Parameter: Schirmer, Mittel beider Augen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Ocular staining, mean of both eyes</source>
        <translation type="unfinished">Parameter: Anfärbung der Augenoberfläche, Mittel beider Augen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Unstimulated salivary flow</source>
        <translation type="unfinished">Parameter: unstimulierter Speichelfluss</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Ultrasound by Hocevar</source>
        <translation type="unfinished">Parameter: Ultraschall nach Hočevar</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: IgG</source>
        <translation type="unfinished">Parameter: IgG</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Rheumatoid factor</source>
        <translation type="unfinished">Parameter: Rheumafaktor</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>The visit compared with baseline; by default the last at which tears or saliva were tested.</source>
        <translation type="unfinished">Die mit dem Ausgangswert verglichene Visite; voreingestellt die letzte mit Test von Tränen oder Speichel.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>ClinESSDAI and ESSPRI</source>
        <translation type="unfinished">ClinESSDAI und ESSPRI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>A recorded ESSPRI may be rounded, which can move a subject across a limit; computed from its items it is exact.</source>
        <translation type="unfinished">Ein verzeichneter ESSPRI kann gerundet sein, was einen Patienten über eine Grenze schieben kann; aus seinen Items berechnet ist er genau.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Subjects without data at the visit</source>
        <translation type="unfinished">Patienten ohne Daten bei der Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Non-responder imputation keeps everyone randomised in the denominator.</source>
        <translation type="unfinished">Non-Responder-Imputation behält alle Randomisierten im Nenner.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR with missing domains (C5)</source>
        <translation type="unfinished">STAR mit fehlenden Domänen (C5)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR undecided because of missing domains. Not settled in the publications that could be read.</source>
        <translation type="unfinished">STAR unentschieden wegen fehlender Domänen. In den einsehbaren Veröffentlichungen nicht geregelt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Two tests in one domain (C7)</source>
        <translation type="unfinished">Zwei Tests in einer Domäne (C7)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Two tests in one domain of STAR or CRESS. Not settled in the publications that could be read.</source>
        <translation type="unfinished">Zwei Tests in einer Domäne von STAR oder CRESS. In den einsehbaren Veröffentlichungen nicht geregelt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS: abnormal Schirmer test</source>
        <translation type="unfinished">CRESS: auffälliger Schirmer-Test</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS, when Schirmer&apos;s test is abnormal (not verified). Not settled in the publications that could be read.</source>
        <translation type="unfinished">CRESS, wenn der Schirmer-Test auffällig ist (nicht bestätigt). In den einsehbaren Veröffentlichungen nicht geregelt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS: tear tests normal at baseline</source>
        <translation type="unfinished">CRESS: Tränentests anfangs normal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS, tear tests that are normal at baseline (not verified). Not settled in the publications that could be read.</source>
        <translation type="unfinished">CRESS, Tränentests, die anfangs normal sind (nicht bestätigt). In den einsehbaren Veröffentlichungen nicht geregelt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Confidence interval</source>
        <translation type="unfinished">Konfidenzintervall</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Method of the interval for the difference of two proportions.</source>
        <translation type="unfinished">Methode des Intervalls für die Differenz zweier Anteile.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Score checks</source>
        <translation type="unfinished">Prüfung der Scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Which scores contradict their items, the laboratory or the course, so that the site should be asked?</source>
        <translation type="unfinished">Welche Scores widersprechen ihren Items, dem Labor oder dem Verlauf, sodass eine Rückfrage an das Zentrum nötig ist?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Checks</source>
        <translation type="unfinished">Prüfungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Which checks are made.</source>
        <translation type="unfinished">Welche Prüfungen gemacht werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Identical visits in a row</source>
        <translation type="unfinished">Gleiche Visiten in Folge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>From so many visits with all twelve levels unchanged, while active, a query is written.</source>
        <translation type="unfinished">Ab so vielen Visiten mit allen zwölf Stufen unverändert, bei Aktivität, wird eine Rückfrage geschrieben.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Large change of ESSDAI</source>
        <translation type="unfinished">Große Veränderung des ESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>A change of at least so many points between two successive visits is questioned.</source>
        <translation type="unfinished">Eine Veränderung um mindestens so viele Punkte zwischen zwei aufeinanderfolgenden Visiten wird hinterfragt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Large change of ESSPRI</source>
        <translation type="unfinished">Große Veränderung des ESSPRI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Days around a planned visit</source>
        <translation type="unfinished">Tage um eine geplante Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>A visit named by a week is questioned if it is more than so many days from that week.</source>
        <translation type="unfinished">Eine nach einer Woche benannte Visite wird hinterfragt, wenn sie mehr als so viele Tage davon abweicht.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Most findings listed for a check</source>
        <translation type="unfinished">Höchstzahl aufgeführter Befunde je Prüfung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Beyond these, findings of a check are only counted.</source>
        <translation type="unfinished">Darüber hinaus werden Befunde einer Prüfung nur gezählt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: ESSDAI total</source>
        <translation type="unfinished">Parameter: ESSDAI-Summe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Neutrophils</source>
        <translation type="unfinished">Parameter: Neutrophile</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Haemoglobin</source>
        <translation type="unfinished">Parameter: Hämoglobin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Platelets</source>
        <translation type="unfinished">Parameter: Thrombozyten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Lymphocytes</source>
        <translation type="unfinished">Parameter: Lymphozyten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Complement C3</source>
        <translation type="unfinished">Parameter: Komplement C3</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Complement C4</source>
        <translation type="unfinished">Parameter: Komplement C4</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Swollen joints of 28</source>
        <translation type="unfinished">Parameter: geschwollene Gelenke von 28</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Stimulated salivary flow</source>
        <translation type="unfinished">Parameter: stimulierter Speichelfluss</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Exposure and swim lanes</source>
        <translation type="unfinished">Exposition und Swimlanes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>How long was each patient treated, and when did events occur?</source>
        <translation type="unfinished">Wie lange wurde jeder Patient behandelt, und wann traten Ereignisse ein?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Whose events are counted; N of each column is the number of these subjects.</source>
        <translation type="unfinished">Wessen Ereignisse gezählt werden; N jeder Spalte ist die Zahl dieser Patienten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Arms shown (treatment actually received).</source>
        <translation type="unfinished">Gezeigte Arme (tatsächlich erhaltene Behandlung).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Drawn in the lanes of patients.</source>
        <translation type="unfinished">In die Bahnen der Patienten gezeichnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Time at risk</source>
        <translation type="unfinished">Zeit unter Risiko</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>The time during which an event of a subject would have been counted.</source>
        <translation type="unfinished">Die Zeit, in der ein Ereignis eines Patienten gezählt worden wäre.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Patients drawn in an arm</source>
        <translation type="unfinished">Gezeichnete Patienten je Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Those with events come first, then those treated longest.</source>
        <translation type="unfinished">Die mit Ereignissen zuerst, dann die am längsten behandelten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>Adverse event overview</source>
        <translation type="unfinished">Übersicht der unerwünschten Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>How many patients in each arm had adverse events that began on treatment, and how many were serious, severe, related, led to stopping, or were fatal?</source>
        <translation type="unfinished">Wie viele Patienten jedes Arms hatten unter Behandlung aufgetretene unerwünschte Ereignisse, und wie viele davon waren schwerwiegend, schwer, im Zusammenhang mit der Behandlung, führten zum Abbruch oder waren tödlich?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>Add a column for all arms together</source>
        <translation type="unfinished">Spalte für alle Arme zusammen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>The arms chosen, taken together.</source>
        <translation type="unfinished">Die gewählten Arme, zusammengenommen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Adverse events by class and term</source>
        <translation type="unfinished">Unerwünschte Ereignisse nach Klasse und Begriff</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Which adverse events did patients in each arm have, and how much more or less often than in the reference arm?</source>
        <translation type="unfinished">Welche unerwünschten Ereignisse hatten Patienten jedes Arms, und wie viel häufiger oder seltener als im Referenzarm?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Which treatment-emergent adverse events are counted.</source>
        <translation type="unfinished">Welche unter Behandlung aufgetretenen unerwünschten Ereignisse gezählt werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Levels of the dictionary shown.</source>
        <translation type="unfinished">Gezeigte Ebenen des Wörterbuchs.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Show terms from (%)</source>
        <translation type="unfinished">Begriffe zeigen ab (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Terms that fewer subjects have in every arm are left out; class rows count all events.</source>
        <translation type="unfinished">Begriffe, die in jedem Arm weniger Patienten haben, entfallen; Klassenzeilen zählen alle Ereignisse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Order</source>
        <translation type="unfinished">Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Frequency counts subjects of all arms.</source>
        <translation type="unfinished">Die Häufigkeit zählt Patienten aller Arme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Show Fisher&apos;s exact p</source>
        <translation type="unfinished">Exaktes p nach Fisher zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Two-sided, each arm against the reference. Many tests are made, none is adjusted.</source>
        <translation type="unfinished">Zweiseitig, jeder Arm gegen die Referenz. Viele Tests, keiner adjustiert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Interval of the risk difference</source>
        <translation type="unfinished">Intervall der Risikodifferenz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>How the confidence interval is formed. Pooled studies are compared within each study.</source>
        <translation type="unfinished">Wie das Konfidenzintervall gebildet wird. Gepoolte Studien werden innerhalb jeder Studie verglichen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Adverse events by severity and relationship</source>
        <translation type="unfinished">Unerwünschte Ereignisse nach Schweregrad und Zusammenhang</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>How severe were the adverse events of each kind at worst, and how many were related to treatment?</source>
        <translation type="unfinished">Wie schwer waren die unerwünschten Ereignisse jeder Art im schlimmsten Fall, und wie viele hingen mit der Behandlung zusammen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>What the events of a row are told apart by.</source>
        <translation type="unfinished">Wodurch die Ereignisse einer Zeile unterschieden werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Adverse events per 100 patient-years</source>
        <translation type="unfinished">Unerwünschte Ereignisse je 100 Patientenjahre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>How often did adverse events occur for the time patients were treated, so that arms with unequal follow-up can be compared?</source>
        <translation type="unfinished">Wie oft traten unerwünschte Ereignisse in der Behandlungszeit auf, sodass Arme mit ungleicher Nachbeobachtung vergleichbar sind?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>What is counted in a row.</source>
        <translation type="unfinished">Was in einer Zeile gezählt wird.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Rate</source>
        <translation type="unfinished">Rate</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>The first counts a subject until its first event; the others take all its time.</source>
        <translation type="unfinished">Die erste zählt einen Patienten bis zu seinem ersten Ereignis; die anderen nehmen seine ganze Zeit.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Days added after the end</source>
        <translation type="unfinished">Nach dem Ende angefügte Tage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Follow-up after the last dose in which events still count as treatment-emergent.</source>
        <translation type="unfinished">Nachbeobachtung nach der letzten Dosis, in der Ereignisse noch als unter Behandlung aufgetreten zählen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Adverse events of special interest</source>
        <translation type="unfinished">Unerwünschte Ereignisse von besonderem Interesse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>How many patients had infections, injection or infusion reactions, low blood counts, low immunoglobulins, malignancies and other events that need special attention?</source>
        <translation type="unfinished">Wie viele Patienten hatten Infektionen, Injektions- oder Infusionsreaktionen, niedrige Blutwerte, niedrige Immunglobuline, Malignome und andere Ereignisse, die besondere Aufmerksamkeit brauchen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>From the lists of events of the study (button Lists of events), from queries in the data (CQzzNAM, SMQzzNAM), and from lists of terms opened together with the data (columns QUERY and TERM).</source>
        <translation type="unfinished">Aus den Ereignislisten der Studie (Knopf Ereignislisten), aus Abfragen in den Daten (CQzzNAM, SMQzzNAM) und aus mit den Daten geöffneten Begriffslisten (Spalten QUERY und TERM).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Show rates per 100 patient-years</source>
        <translation type="unfinished">Raten je 100 Patientenjahre zeigen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>From the first to the last dose, where the dates are known.</source>
        <translation type="unfinished">Von der ersten bis zur letzten Dosis, wo die Datumsangaben bekannt sind.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Signal screening</source>
        <translation type="unfinished">Signalsuche</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Which adverse events were more frequent than in the reference arm by more than the number of terms looked at would explain?</source>
        <translation type="unfinished">Welche unerwünschten Ereignisse waren häufiger als im Referenzarm, und zwar mehr, als die Zahl der betrachteten Begriffe erklärt?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Terms with at least (subjects)</source>
        <translation type="unfinished">Begriffe mit mindestens (Patienten)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Terms that fewer subjects of all arms had are not screened; they could not show a difference.</source>
        <translation type="unfinished">Begriffe, die weniger Patienten aller Arme hatten, werden nicht durchsucht; sie könnten keinen Unterschied zeigen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>False discovery rate (%)</source>
        <translation type="unfinished">False-Discovery-Rate (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Share of the terms flagged that may be flagged by chance.</source>
        <translation type="unfinished">Anteil der gemeldeten Begriffe, die zufällig gemeldet sein dürfen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Hierarchical model (Berry and Berry)</source>
        <translation type="unfinished">Hierarchisches Modell (Berry und Berry)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Posterior probability of a higher risk, terms of a class lending each other strength. Takes some seconds.</source>
        <translation type="unfinished">A-posteriori-Wahrscheinlichkeit eines höheren Risikos; Begriffe einer Klasse stützen einander. Dauert einige Sekunden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Random seed</source>
        <translation type="unfinished">Zufallsstartwert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Of the simulation of the model.</source>
        <translation type="unfinished">Der Simulation des Modells.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Reactions by dose</source>
        <translation type="unfinished">Reaktionen nach Dosis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>After which injection or infusion, and how long after it, did reactions occur?</source>
        <translation type="unfinished">Nach welcher Injektion oder Infusion und wie lange danach traten Reaktionen auf?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Which treatment-emergent adverse events are related to the doses.</source>
        <translation type="unfinished">Welche unter Behandlung aufgetretenen unerwünschten Ereignisse auf die Dosen bezogen werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Days after a dose</source>
        <translation type="unfinished">Tage nach einer Dosis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Events later than this after a dose are not counted to it.</source>
        <translation type="unfinished">Spätere Ereignisse nach einer Dosis werden ihr nicht zugerechnet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Doses shown one by one</source>
        <translation type="unfinished">Einzeln gezeigte Dosen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Later doses are taken together.</source>
        <translation type="unfinished">Spätere Dosen werden zusammengenommen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Time to first adverse event</source>
        <translation type="unfinished">Zeit bis zum ersten unerwünschten Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>How soon after treatment began did patients have a first event of a kind, and how many events had they had by then?</source>
        <translation type="unfinished">Wie bald nach Behandlungsbeginn hatten Patienten ein erstes Ereignis einer Art, und wie viele bis dahin?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>What the time runs to.</source>
        <translation type="unfinished">Bis wohin die Zeit läuft.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Form of confidence limits</source>
        <translation type="unfinished">Form der Konfidenzgrenzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Scale on which limits of probabilities and medians are formed.</source>
        <translation type="unfinished">Skala, auf der Grenzen von Wahrscheinlichkeiten und Medianen gebildet werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Deaths and serious adverse events</source>
        <translation type="unfinished">Todesfälle und schwerwiegende unerwünschte Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Who died, when and of what, and which serious adverse events did patients have?</source>
        <translation type="unfinished">Wer starb, wann und woran, und welche schwerwiegenden unerwünschten Ereignisse hatten Patienten?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Days after the last dose that count as on treatment</source>
        <translation type="unfinished">Tage nach der letzten Dosis, die als unter Behandlung zählen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Deaths up to this many days after the last dose are on treatment.</source>
        <translation type="unfinished">Todesfälle bis so viele Tage nach der letzten Dosis sind unter Behandlung.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>List treatment-emergent events only</source>
        <translation type="unfinished">Nur unter Behandlung aufgetretene Ereignisse auflisten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Otherwise serious events before the first dose are listed too.</source>
        <translation type="unfinished">Sonst stehen auch schwerwiegende Ereignisse vor der ersten Dosis in der Liste.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Patient narratives (draft)</source>
        <translation type="unfinished">Patientennarrative (Entwurf)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>What happened to the patients who died or had serious adverse events, in sentences drafted from the data?</source>
        <translation type="unfinished">Was geschah mit Patienten, die starben oder schwerwiegende unerwünschte Ereignisse hatten, in aus den Daten entworfenen Sätzen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Patients with</source>
        <translation type="unfinished">Patienten mit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Whose narratives are drafted: patients with an event of any of these kinds.</source>
        <translation type="unfinished">Wessen Narrative entworfen werden: Patienten mit einem Ereignis einer dieser Arten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Days around an event</source>
        <translation type="unfinished">Tage um ein Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Other events, medication and laboratory values this close to an event are told.</source>
        <translation type="unfinished">Andere Ereignisse, Medikation und Laborwerte in dieser Nähe zu einem Ereignis werden erzählt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>At most (patients)</source>
        <translation type="unfinished">Höchstens (Patienten)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Narratives beyond this number are left out.</source>
        <translation type="unfinished">Narrative darüber hinaus entfallen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Adverse events and flares</source>
        <translation type="unfinished">Unerwünschte Ereignisse und Schübe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Which adverse events were in an organ whose ESSDAI domain rose at the time, and may have been a flare?</source>
        <translation type="unfinished">Welche unerwünschten Ereignisse lagen in einem Organ, dessen ESSDAI-Domäne zu dieser Zeit stieg, und könnten ein Schub gewesen sein?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Days between event and visit</source>
        <translation type="unfinished">Tage zwischen Ereignis und Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>A rise of the domain counts at visits up to this many days before or after the start of the event.</source>
        <translation type="unfinished">Ein Anstieg der Domäne zählt bei Visiten bis so viele Tage vor oder nach Beginn des Ereignisses.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Laboratory shifts from baseline</source>
        <translation type="unfinished">Laborverschiebungen gegenüber dem Ausgangswert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>How many patients went from normal to low or high laboratory values after treatment began?</source>
        <translation type="unfinished">Wie viele Patienten gingen nach Behandlungsbeginn von normalen zu niedrigen oder hohen Laborwerten?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Parameters</source>
        <translation type="unfinished">Parameter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Laboratory parameters with normal ranges.</source>
        <translation type="unfinished">Laborparameter mit Referenzbereichen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Shifts</source>
        <translation type="unfinished">Verschiebungen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Which later values are looked at.</source>
        <translation type="unfinished">Welche späteren Werte betrachtet werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Last visit that counts</source>
        <translation type="unfinished">Letzte zählende Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Values at later visits (follow-up after treatment) are no worst and no last values.</source>
        <translation type="unfinished">Werte späterer Visiten (Nachbeobachtung) sind weder schlechteste noch letzte Werte.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Low, normal, high</source>
        <translation type="unfinished">Niedrig, normal, hoch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Where the category of a value is taken from.</source>
        <translation type="unfinished">Woher die Kategorie eines Wertes genommen wird.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Values and changes by visit</source>
        <translation type="unfinished">Werte und Veränderungen nach Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>How did laboratory values and vital signs change over time in each arm?</source>
        <translation type="unfinished">Wie änderten sich Laborwerte und Vitalzeichen im Zeitverlauf in jedem Arm?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Measurements of laboratory, vital sign and ECG data.</source>
        <translation type="unfinished">Messungen von Labor-, Vitalzeichen- und EKG-Daten.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Pictures</source>
        <translation type="unfinished">Bilder</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>How the parameters pictured are drawn.</source>
        <translation type="unfinished">Wie die abgebildeten Parameter gezeichnet werden.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Figures of</source>
        <translation type="unfinished">Abbildungen von</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Parameters drawn.</source>
        <translation type="unfinished">Gezeichnete Parameter.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Immunoglobulins, blood cells and infections</source>
        <translation type="unfinished">Immunglobuline, Blutzellen und Infektionen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>How far did immunoglobulins and blood cells fall, did infections come with it, and did the values recover after the last dose?</source>
        <translation type="unfinished">Wie weit fielen Immunglobuline und Blutzellen, kamen Infektionen hinzu, und erholten sich die Werte nach der letzten Dosis?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Values that drugs against B cells may lower: by default immunoglobulins, B cells, lymphocytes and neutrophils.</source>
        <translation type="unfinished">Werte, die Medikamente gegen B-Zellen senken können: voreingestellt Immunglobuline, B-Zellen, Lymphozyten und Neutrophile.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Marked on the courses.</source>
        <translation type="unfinished">Auf den Verläufen markiert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Those with events come first, then those whose value fell furthest.</source>
        <translation type="unfinished">Die mit Ereignissen zuerst, dann die mit dem stärksten Abfall.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Laboratory grades (CTCAE)</source>
        <translation type="unfinished">Laborgrade (CTCAE)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>How severe were abnormal laboratory values after treatment began, by CTCAE grade?</source>
        <translation type="unfinished">Wie schwer waren auffällige Laborwerte nach Behandlungsbeginn, nach CTCAE-Grad?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Version of the CTCAE</source>
        <translation type="unfinished">Version der CTCAE</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>The criteria that the grades follow; versions differ most in liver tests and counts.</source>
        <translation type="unfinished">Die Kriterien der Grade; die Versionen unterscheiden sich am meisten bei Leberwerten und Zellzahlen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Parameters that the CTCAE grades by their values, found by their codes.</source>
        <translation type="unfinished">Parameter, die die CTCAE nach ihren Werten einstufen, an ihren Codes erkannt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Liver tests (eDISH, Hy&apos;s law)</source>
        <translation type="unfinished">Leberwerte (eDISH, Hy&apos;s Law)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Did any patient have high aminotransferases together with high bilirubin, a sign of severe liver injury by a drug?</source>
        <translation type="unfinished">Hatte ein Patient hohe Aminotransferasen zusammen mit hohem Bilirubin, ein Zeichen schwerer arzneimittelbedingter Leberschädigung?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Liver tests</source>
        <translation type="unfinished">Leberwerte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Aminotransferases, alkaline phosphatase and total bilirubin, found by their codes.</source>
        <translation type="unfinished">Aminotransferasen, alkalische Phosphatase und Gesamtbilirubin, an ihren Codes erkannt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Aminotransferase cut-off (x ULN)</source>
        <translation type="unfinished">Grenze der Aminotransferasen (x ULN)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Usually 3.</source>
        <translation type="unfinished">Meist 3.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Bilirubin cut-off (x ULN)</source>
        <translation type="unfinished">Grenze des Bilirubins (x ULN)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Usually 2.</source>
        <translation type="unfinished">Meist 2.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Simulate the next trial</source>
        <translation type="unfinished">Die nächste Studie simulieren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>How likely is the next trial to succeed, and which entry rule, run-in, allocation or instrument would make it likelier?</source>
        <translation type="unfinished">Wie wahrscheinlich gelingt die nächste Studie, und welche Einschlussregel, Run-in-Phase, Zuteilung oder welches Instrument machte es wahrscheinlicher?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Whom to enrol</source>
        <translation type="unfinished">Wen einschließen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Enrichment: only patients of this kind. Baseline, course, covariance and losses then come from them alone.</source>
        <translation type="unfinished">Anreicherung: nur Patienten dieser Art. Ausgangswert, Verlauf, Kovarianz und Ausfälle kommen dann nur von ihnen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Treatment of the next trial</source>
        <translation type="unfinished">Behandlung der nächsten Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Arm of this study whose effect and losses the new arm has.</source>
        <translation type="unfinished">Arm dieser Studie, dessen Effekt und Ausfälle der neue Arm hat.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Second treatment or schedule</source>
        <translation type="unfinished">Zweite Behandlung oder zweites Schema</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>A third arm, compared with the reference too.</source>
        <translation type="unfinished">Ein dritter Arm, auch mit der Referenz verglichen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients randomised</source>
        <translation type="unfinished">Randomisierte Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>All arms together.</source>
        <translation type="unfinished">Alle Arme zusammen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Ratio of the treatment</source>
        <translation type="unfinished">Verhältnis der Behandlung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients on it for each one on the reference.</source>
        <translation type="unfinished">Patienten darauf je einem unter Referenz.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Ratio of the second treatment</source>
        <translation type="unfinished">Verhältnis der zweiten Behandlung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients on it for each one on the reference; without meaning in two arms.</source>
        <translation type="unfinished">Patienten darauf je einem unter Referenz; ohne Bedeutung bei zwei Armen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Effect</source>
        <translation type="unfinished">Effekt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference from the reference that truly holds.</source>
        <translation type="unfinished">Unterschied zur Referenz, der in Wahrheit gilt.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference given</source>
        <translation type="unfinished">Angegebene Differenz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Points by which the treatment is better at the last visit; full from half-time on.</source>
        <translation type="unfinished">Punkte, um die die Behandlung bei der letzten Visite besser ist; voll ab der Halbzeit.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference given, second</source>
        <translation type="unfinished">Angegebene Differenz, zweite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>The same for the second treatment.</source>
        <translation type="unfinished">Dasselbe für die zweite Behandlung.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Entry rule</source>
        <translation type="unfinished">Einschlussregel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Which value before treatment must reach the limit.</source>
        <translation type="unfinished">Welcher Wert vor der Behandlung die Grenze erreichen muss.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Limit of entry</source>
        <translation type="unfinished">Einschlussgrenze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Lowest value that lets a patient in (5 for the ESSDAI in the NEPTUNUS trials), or the highest where a higher value is better. Limits below those of the study change nothing.</source>
        <translation type="unfinished">Niedrigster Wert, der einen Patienten zulässt (5 für den ESSDAI in den NEPTUNUS-Studien), oder der höchste, wo ein höherer Wert besser ist. Grenzen unter denen der Studie ändern nichts.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Placebo run-in</source>
        <translation type="unfinished">Placebo-Run-in</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>All receive the reference until this visit of the study; its value is then the baseline, and treatment lasts that much less.</source>
        <translation type="unfinished">Alle erhalten die Referenz bis zu dieser Visite der Studie; ihr Wert ist dann der Ausgangswert, und die Behandlung dauert entsprechend kürzer.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Leave out who improves in the run-in by</source>
        <translation type="unfinished">Auslassen, wer sich im Run-in bessert um</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Points; 0 leaves nobody out.</source>
        <translation type="unfinished">Punkte; 0 lässt niemanden aus.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients lost</source>
        <translation type="unfinished">Ausgefallene Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Share without a value at the last visit.</source>
        <translation type="unfinished">Anteil ohne Wert bei der letzten Visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Lost, given (%)</source>
        <translation type="unfinished">Ausfälle, angegeben (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>In every arm, spread over visits as in the study.</source>
        <translation type="unfinished">In jedem Arm, über die Visiten verteilt wie in der Studie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>When a patient is a responder.</source>
        <translation type="unfinished">Wann ein Patient Responder ist.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Trials simulated</source>
        <translation type="unfinished">Simulierte Studien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Of each design.</source>
        <translation type="unfinished">Von jedem Design.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Compare with</source>
        <translation type="unfinished">Vergleichen mit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>The same design with one thing changed.</source>
        <translation type="unfinished">Dasselbe Design mit einer Änderung.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Kept scenarios</source>
        <translation type="unfinished">Behaltene Szenarien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Keep the options above under a name, change them, and run: kept scenarios are simulated beside the design of the form.</source>
        <translation type="unfinished">Behalten Sie die Optionen oben unter einem Namen, ändern Sie sie und rechnen Sie: behaltene Szenarien werden neben dem Design des Formulars simuliert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Correlation of two measurements before treatment. 0 takes it from screening and baseline of this study, or 0.8 where screening is not in the data.</source>
        <translation type="unfinished">Korrelation zweier Messungen vor der Behandlung. 0 nimmt sie aus Screening und Ausgangswert dieser Studie, oder 0,8, wo das Screening nicht in den Daten ist.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean fallen back to</source>
        <translation type="unfinished">Mittel, auf das zurückgefallen wird</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean towards which a second measurement falls (regression to the mean).</source>
        <translation type="unfinished">Mittel, auf das eine zweite Messung zurückfällt (Regression zur Mitte).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean given</source>
        <translation type="unfinished">Angegebenes Mittel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>4.8 is the mean ESSDAI of the UK registry, whose patients were not selected.</source>
        <translation type="unfinished">4,8 ist der mittlere ESSDAI des britischen Registers, dessen Patienten nicht ausgewählt waren.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Two-sided.</source>
        <translation type="unfinished">Zweiseitig.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Of the mixed model of each simulated trial. At the size of such trials the two hardly differ; Kenward-Roger takes about ten times as long.</source>
        <translation type="unfinished">Des gemischten Modells jeder simulierten Studie. Bei solchen Fallzahlen unterscheiden sich beide kaum; Kenward-Roger dauert etwa zehnmal so lang.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Start of the random numbers.</source>
        <translation type="unfinished">Anfang der Zufallszahlen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Processors</source>
        <translation type="unfinished">Prozessoren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>0 uses all of this computer. Results do not depend on it.</source>
        <translation type="unfinished">0 verwendet diesen ganzen Rechner. Ergebnisse hängen nicht davon ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Cluster</source>
        <translation type="unfinished">Cluster</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Address of a Dask scheduler, such as tcp://host:8786; empty: this computer. Baseline values without any identifier are then sent to it. Results do not depend on it.</source>
        <translation type="unfinished">Adresse eines Dask-Schedulers, etwa tcp://host:8786; leer: dieser Rechner. Ausgangswerte ohne jede Kennung werden dann dorthin gesendet. Ergebnisse hängen nicht davon ab.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Power and sample size</source>
        <translation type="unfinished">Power und Fallzahl</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>How many patients does the next trial need, and how sure is success if the true difference is not known exactly?</source>
        <translation type="unfinished">Wie viele Patienten braucht die nächste Studie, und wie sicher ist der Erfolg, wenn der wahre Unterschied nicht genau bekannt ist?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>SD given baseline, given</source>
        <translation type="unfinished">SD gegeben Ausgangswert, angegeben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Standard deviation at the last visit given baseline; scales the study&apos;s covariance. 0: as in this study.</source>
        <translation type="unfinished">Standardabweichung bei der letzten Visite gegeben den Ausgangswert; skaliert die Kovarianz der Studie. 0: wie in dieser Studie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Responders on the reference, given (%)</source>
        <translation type="unfinished">Responder unter Referenz, angegeben (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>0: as in this study, patients without a value as non-responders.</source>
        <translation type="unfinished">0: wie in dieser Studie, Patienten ohne Wert als Non-Responder.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Responders on treatment, given (%)</source>
        <translation type="unfinished">Responder unter Behandlung, angegeben (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Uncertainty of the difference</source>
        <translation type="unfinished">Unsicherheit der Differenz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Standard deviation of what the true difference may be, for the assurance. 0: the standard error with which this study estimated it.</source>
        <translation type="unfinished">Standardabweichung der möglichen wahren Differenz, für die Assurance. 0: der Standardfehler, mit dem diese Studie sie schätzte.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>MCP-Mod on means typed in</source>
        <translation type="unfinished">MCP-Mod mit eingetippten Mittelwerten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Does the response follow the dose in a trial known from its publication only, such as phase 2b, and which dose would be enough?</source>
        <translation type="unfinished">Folgt die Wirkung der Dosis in einer Studie, die nur aus ihrer Veröffentlichung bekannt ist, wie einer Phase 2b, und welche Dosis würde genügen?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>What the means are of</source>
        <translation type="unfinished">Wovon die Mittelwerte sind</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Measure, visit, trial and unit of the dose, as tables and figure shall say it.</source>
        <translation type="unfinished">Messgröße, Visite, Studie und Einheit der Dosis, wie Tabellen und Abbildung es sagen sollen.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Means</source>
        <translation type="unfinished">Mittelwerte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>A row for each dose, placebo with dose 0. Give the standard error (SE), or the standard deviation (SD) and the number of patients (n).</source>
        <translation type="unfinished">Eine Zeile je Dosis, Placebo mit Dosis 0. Geben Sie den Standardfehler (SE) an, oder die Standardabweichung (SD) und die Zahl der Patienten (n).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Dose</source>
        <translation type="unfinished">Dosis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Mean</source>
        <translation type="unfinished">Mittelwert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>SE</source>
        <translation type="unfinished">SE</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>SD</source>
        <translation type="unfinished">SD</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>n</source>
        <translation type="unfinished">n</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>BLINDED</source>
        <translation type="unfinished">VERBLINDET</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>UNBLINDED</source>
        <translation type="unfinished">ENTBLINDET</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>UNBLINDED BEFORE</source>
        <translation type="unfinished">ZUVOR ENTBLINDET</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>all patients are pooled; treatment arms are withheld</source>
        <translation type="unfinished">alle Patienten sind zusammengefasst; Behandlungsarme werden zurückgehalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>treatment arms are shown</source>
        <translation type="unfinished">Behandlungsarme werden gezeigt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>all patients are pooled, but treatment arms of this study have been shown</source>
        <translation type="unfinished">alle Patienten sind zusammengefasst, doch Behandlungsarme dieser Studie wurden gezeigt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>Sponsor (clinical study report)</source>
        <translation type="unfinished">Sponsor (klinischer Studienbericht)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>FDA Integrated Guide</source>
        <translation type="unfinished">FDA Integrated Guide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>Journal</source>
        <translation type="unfinished">Fachzeitschrift</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>Word document</source>
        <translation type="unfinished">Word-Dokument</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>PDF report</source>
        <translation type="unfinished">PDF-Bericht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>RTF document</source>
        <translation type="unfinished">RTF-Dokument</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>Web page</source>
        <translation type="unfinished">Webseite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/essdai.py"/>
        <source>no activity</source>
        <translation type="unfinished">keine Aktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/esspri.py"/>
        <source>dryness</source>
        <translation type="unfinished">Trockenheit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/esspri.py"/>
        <source>fatigue</source>
        <translation type="unfinished">Fatigue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/esspri.py"/>
        <source>pain</source>
        <translation type="unfinished">Schmerz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Site</source>
        <translation type="unfinished">Zentrum</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Status</source>
        <translation type="unfinished">Status</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Arm</source>
        <translation type="unfinished">Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Last visit</source>
        <translation type="unfinished">Letzte Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSDAI</source>
        <translation type="unfinished">ESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSPRI</source>
        <translation type="unfinished">ESSPRI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSPRI change</source>
        <translation type="unfinished">ESSPRI-Veränderung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Flags</source>
        <translation type="unfinished">Kennzeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Identifier</source>
        <translation type="unfinished">Kennung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSDAI total at the last visit that has one</source>
        <translation type="unfinished">ESSDAI-Summe bei der letzten Visite, die eine hat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSDAI at that visit minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSDAI bei dieser Visite minus Ausgangswert: negativ ist Besserung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSPRI at the last visit that has one</source>
        <translation type="unfinished">ESSPRI bei der letzten Visite, die einen hat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSPRI at that visit minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSPRI bei dieser Visite minus Ausgangswert: negativ ist Besserung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>What to look at; a response is a fall of ESSDAI by 3 points or more</source>
        <translation type="unfinished">Worauf zu achten ist; ein Ansprechen ist ein Abfall des ESSDAI um mindestens 3 Punkte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>low activity</source>
        <translation type="unfinished">niedrige Aktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>high activity</source>
        <translation type="unfinished">hohe Aktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>serious event</source>
        <translation type="unfinished">schwerwiegendes Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>rescue</source>
        <translation type="unfinished">Rescue-Medikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>treatment stopped</source>
        <translation type="unfinished">Behandlung beendet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>total differs</source>
        <translation type="unfinished">Summe weicht ab</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>edited</source>
        <translation type="unfinished">bearbeitet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>High activity</source>
        <translation type="unfinished">Hohe Aktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Serious event</source>
        <translation type="unfinished">Schwerwiegendes Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Rescue</source>
        <translation type="unfinished">Rescue-Medikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Treatment stopped</source>
        <translation type="unfinished">Behandlung beendet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Total differs</source>
        <translation type="unfinished">Summe weicht ab</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Edited</source>
        <translation type="unfinished">Bearbeitet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Country</source>
        <translation type="unfinished">Land</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Age</source>
        <translation type="unfinished">Alter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Sex</source>
        <translation type="unfinished">Geschlecht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Years since diagnosis</source>
        <translation type="unfinished">Jahre seit Diagnose</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Anti-Ro/SSA</source>
        <translation type="unfinished">Anti-Ro/SSA</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Planned arm</source>
        <translation type="unfinished">Geplanter Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Actual arm</source>
        <translation type="unfinished">Tatsächlicher Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Identifier of the patient</source>
        <translation type="unfinished">Kennung des Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Identifier of the study</source>
        <translation type="unfinished">Kennung der Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>A property of the patient (arm, sex, age ...)</source>
        <translation type="unfinished">Eine Eigenschaft des Patienten (Arm, Geschlecht, Alter …)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Date of the visit or measurement</source>
        <translation type="unfinished">Datum der Visite oder Messung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>A measured value</source>
        <translation type="unfinished">Ein Messwert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Name of what is measured (one row per value)</source>
        <translation type="unfinished">Name des Gemessenen (eine Zeile je Wert)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>The measured value (one row per value)</source>
        <translation type="unfinished">Der Messwert (eine Zeile je Wert)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Unit of the value</source>
        <translation type="unfinished">Einheit des Wertes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Part of an adverse event</source>
        <translation type="unfinished">Teil eines unerwünschten Ereignisses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Part of a concomitant medicine</source>
        <translation type="unfinished">Angabe zu einer Begleitmedikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per patient</source>
        <translation type="unfinished">eine Zeile je Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per patient and visit</source>
        <translation type="unfinished">eine Zeile je Patient und Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per value</source>
        <translation type="unfinished">eine Zeile je Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per event</source>
        <translation type="unfinished">eine Zeile je Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per medicine</source>
        <translation type="unfinished">eine Zeile je Arzneimittel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>The treatment arms of the study were shown</source>
        <translation type="unfinished">Die Behandlungsarme der Studie wurden gezeigt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>The treatment of one patient was shown</source>
        <translation type="unfinished">Die Behandlung eines Patienten wurde gezeigt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>Refused: the second passphrase was wrong</source>
        <translation type="unfinished">Abgelehnt: die zweite Passphrase war falsch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>The second passphrase was set, changed or removed</source>
        <translation type="unfinished">Die zweite Passphrase wurde gesetzt, geändert oder entfernt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>No subject-level data set</source>
        <translation type="unfinished">Kein Datensatz auf Patientenebene</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>No column of subjects</source>
        <translation type="unfinished">Keine Spalte mit Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Subject twice in the subject-level data</source>
        <translation type="unfinished">Patient doppelt in den Daten auf Patientenebene</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Population flags absent</source>
        <translation type="unfinished">Kennzeichen der Populationen fehlen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Treatment missing</source>
        <translation type="unfinished">Behandlung fehlt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>No treatment arms</source>
        <translation type="unfinished">Keine Behandlungsarme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Subject not in the subject-level data</source>
        <translation type="unfinished">Patient nicht in den Daten auf Patientenebene</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Arm differs from the subject-level data</source>
        <translation type="unfinished">Arm weicht von den Daten auf Patientenebene ab</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Two records for one visit</source>
        <translation type="unfinished">Zwei Einträge für eine Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Value without a visit</source>
        <translation type="unfinished">Wert ohne Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>End before start</source>
        <translation type="unfinished">Ende vor Beginn</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Date outside any trial</source>
        <translation type="unfinished">Datum außerhalb jeder Studie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Change is not value minus baseline</source>
        <translation type="unfinished">Veränderung ist nicht Wert minus Ausgangswert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Result beyond a limit, no number</source>
        <translation type="unfinished">Ergebnis jenseits einer Grenze, keine Zahl</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Several units in one parameter</source>
        <translation type="unfinished">Mehrere Einheiten in einem Parameter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Subject without any records</source>
        <translation type="unfinished">Patient ohne jeden Eintrag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Arm changes within a data set</source>
        <translation type="unfinished">Arm wechselt innerhalb eines Datensatzes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Treatment changes between periods</source>
        <translation type="unfinished">Behandlung wechselt zwischen den Perioden</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Several courses of a parameter</source>
        <translation type="unfinished">Mehrere Verläufe eines Parameters</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Treatment-emergence not derivable</source>
        <translation type="unfinished">Auftreten unter Behandlung nicht ableitbar</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Date before birth</source>
        <translation type="unfinished">Datum vor der Geburt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Date after death</source>
        <translation type="unfinished">Datum nach dem Tod</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Dates of the subject out of order</source>
        <translation type="unfinished">Datumsangaben des Patienten in falscher Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Study day does not fit the date</source>
        <translation type="unfinished">Studientag passt nicht zum Datum</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Name and number of a visit disagree</source>
        <translation type="unfinished">Name und Nummer einer Visite passen nicht zusammen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Visit far from its day</source>
        <translation type="unfinished">Visite weit von ihrem Tag</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Value in another unit</source>
        <translation type="unfinished">Wert in anderer Einheit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Sex in other words</source>
        <translation type="unfinished">Geschlecht in anderen Worten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Severity in other words</source>
        <translation type="unfinished">Schweregrad in anderen Worten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Flag neither Y nor N</source>
        <translation type="unfinished">Kennzeichen weder Y noch N</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>SAS transport</source>
        <translation type="unfinished">SAS-Transport</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>SAS data set</source>
        <translation type="unfinished">SAS-Datensatz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>Workbook</source>
        <translation type="unfinished">Arbeitsmappe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>SPSS</source>
        <translation type="unfinished">SPSS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>Parquet</source>
        <translation type="unfinished">Parquet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>Stata</source>
        <translation type="unfinished">Stata</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>Dataset-JSON</source>
        <translation type="unfinished">Dataset-JSON</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>Delimited text</source>
        <translation type="unfinished">Text mit Trennzeichen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>entries of the audit trail</source>
        <translation type="unfinished">Einträge des Audit-Trails</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>facts on the file</source>
        <translation type="unfinished">Angaben zur Datei</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>data cuts</source>
        <translation type="unfinished">Datenschnitte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>source files</source>
        <translation type="unfinished">Quelldateien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>data sets</source>
        <translation type="unfinished">Datensätze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>columns of data</source>
        <translation type="unfinished">Datenspalten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>addresses of records</source>
        <translation type="unfinished">Adressen von Einträgen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>mappings, options or results</source>
        <translation type="unfinished">Zuordnungen, Optionen oder Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>scores</source>
        <translation type="unfinished">Scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>earlier losses</source>
        <translation type="unfinished">frühere Verluste</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>notes</source>
        <translation type="unfinished">Notizen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>changes of events</source>
        <translation type="unfinished">Änderungen von Ereignissen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>records of unblinding</source>
        <translation type="unfinished">Aufzeichnungen der Entblindung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Entered total against items</source>
        <translation type="unfinished">Eingetragene Summe gegen Items</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Impossible level or rating</source>
        <translation type="unfinished">Unmögliche Stufe oder Bewertung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Level against laboratory</source>
        <translation type="unfinished">Stufe gegen Labor</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Articular level against joint count</source>
        <translation type="unfinished">Stufe der Gelenke gegen Gelenkzahl</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Same levels carried forward</source>
        <translation type="unfinished">Gleiche Stufen fortgeschrieben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Change too large between visits</source>
        <translation type="unfinished">Zu große Veränderung zwischen Visiten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Entry rule of NEPTUNUS</source>
        <translation type="unfinished">Einschlussregel von NEPTUNUS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Visit outside its window</source>
        <translation type="unfinished">Visite außerhalb ihres Fensters</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>treatment policy</source>
        <translation type="unfinished">Treatment Policy</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>hypothetical</source>
        <translation type="unfinished">hypothetisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>composite</source>
        <translation type="unfinished">Komposit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>while on treatment</source>
        <translation type="unfinished">während der Behandlung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Rescue medication</source>
        <translation type="unfinished">Rescue-Medikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Prohibited medication</source>
        <translation type="unfinished">Verbotene Medikation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Immunosuppressant started</source>
        <translation type="unfinished">Immunsuppressivum begonnen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Death</source>
        <translation type="unfinished">Tod</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Preferred term: a word begins with</source>
        <translation type="unfinished">Bevorzugter Begriff: ein Wort beginnt mit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Preferred term: the whole term is</source>
        <translation type="unfinished">Bevorzugter Begriff: der ganze Begriff ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Lowest level term: the whole term is</source>
        <translation type="unfinished">Begriff unterster Ebene (LLT): der ganze Begriff ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Reported term: the whole text is</source>
        <translation type="unfinished">Gemeldeter Begriff: der ganze Text ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>High level term: the whole term is</source>
        <translation type="unfinished">Übergeordneter Begriff (HLT): der ganze Begriff ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>High level group term: the whole term is</source>
        <translation type="unfinished">Begriffsgruppe (HLGT): der ganze Begriff ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>System organ class: the whole name is</source>
        <translation type="unfinished">Systemorganklasse: der ganze Name ist</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Leave out: a word of the term begins with</source>
        <translation type="unfinished">Auslassen: ein Wort des Begriffs beginnt mit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/across_studies.py"/>
        <source>All studies, side by side and pooled</source>
        <translation type="unfinished">Alle Studien, nebeneinander und gepoolt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_compare.py"/>
        <source>Miettinen-Nurminen (score)</source>
        <translation type="unfinished">Miettinen-Nurminen (Score)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_compare.py"/>
        <source>Newcombe (hybrid score)</source>
        <translation type="unfinished">Newcombe (Hybrid-Score)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_compare.py"/>
        <source>Wald</source>
        <translation type="unfinished">Wald</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Kinds of adverse events</source>
        <translation type="unfinished">Arten unerwünschter Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Preferred term</source>
        <translation type="unfinished">Bevorzugter Begriff (PT)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>System organ class</source>
        <translation type="unfinished">Systemorganklasse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Subjects with an event per time until their first event</source>
        <translation type="unfinished">Patienten mit Ereignis je Zeit bis zum ersten Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Subjects with an event per whole time at risk</source>
        <translation type="unfinished">Patienten mit Ereignis je gesamter Zeit unter Risiko</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>All events per whole time at risk</source>
        <translation type="unfinished">Alle Ereignisse je gesamter Zeit unter Risiko</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Severity (AESEV)</source>
        <translation type="unfinished">Schweregrad (AESEV)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Toxicity grade (AETOXGR)</source>
        <translation type="unfinished">Toxizitätsgrad (AETOXGR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Relationship to treatment (AEREL)</source>
        <translation type="unfinished">Zusammenhang mit der Behandlung (AEREL)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Severity within relationship</source>
        <translation type="unfinished">Schweregrad innerhalb des Zusammenhangs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Any adverse event</source>
        <translation type="unfinished">Irgendein unerwünschtes Ereignis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Severe</source>
        <translation type="unfinished">Schwer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Related to treatment</source>
        <translation type="unfinished">Im Zusammenhang mit der Behandlung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to discontinuation of treatment</source>
        <translation type="unfinished">Mit Abbruch der Behandlung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to interruption of treatment</source>
        <translation type="unfinished">Mit Unterbrechung der Behandlung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to death</source>
        <translation type="unfinished">Mit Todesfolge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>System organ class and preferred term</source>
        <translation type="unfinished">Systemorganklasse und bevorzugter Begriff</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>With high level terms</source>
        <translation type="unfinished">Mit übergeordneten Begriffen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Most frequent first, then by alphabet</source>
        <translation type="unfinished">Häufigste zuerst, dann alphabetisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>By alphabet</source>
        <translation type="unfinished">Alphabetisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Log(-log), the default of SAS since version 9.4</source>
        <translation type="unfinished">Log(-log), Voreinstellung von SAS seit Version 9.4</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Log, the default of R</source>
        <translation type="unfinished">Log, Voreinstellung von R</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Linear, the default of SAS before 9.4</source>
        <translation type="unfinished">Linear, Voreinstellung von SAS vor 9.4</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_records.py"/>
        <source>No visit with scores</source>
        <translation type="unfinished">Keine Visite mit Scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_records.py"/>
        <source>Computed from their items, recorded where these are incomplete</source>
        <translation type="unfinished">Aus ihren Items berechnet, wo diese unvollständig sind wie verzeichnet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_records.py"/>
        <source>As recorded, computed only where there is no such parameter</source>
        <translation type="unfinished">Wie verzeichnet, berechnet nur, wo es keinen solchen Parameter gibt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Non-responders, in the denominator</source>
        <translation type="unfinished">Non-Responder, im Nenner</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Left out (observed cases)</source>
        <translation type="unfinished">Ausgelassen (beobachtete Fälle)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Score interval (Miettinen and Nurminen)</source>
        <translation type="unfinished">Score-Intervall (Miettinen und Nurminen)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Newcombe&apos;s interval</source>
        <translation type="unfinished">Intervall nach Newcombe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Wald&apos;s interval</source>
        <translation type="unfinished">Intervall nach Wald</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount by month, from the name of the arm</source>
        <translation type="unfinished">Menge je Monat, aus dem Namen des Arms</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount of one dose, from the name of the arm</source>
        <translation type="unfinished">Menge einer Dosis, aus dem Namen des Arms</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Total amount received, mean of the arm</source>
        <translation type="unfinished">Erhaltene Gesamtmenge, Mittel des Arms</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Linear</source>
        <translation type="unfinished">Linear</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Linear in the logarithm</source>
        <translation type="unfinished">Linear im Logarithmus</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Emax</source>
        <translation type="unfinished">Emax</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Sigmoid Emax</source>
        <translation type="unfinished">Sigmoid-Emax</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Exponential</source>
        <translation type="unfinished">Exponentiell</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Quadratic (umbrella)</source>
        <translation type="unfinished">Quadratisch (umgekehrtes U)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Value at the visit (AVAL)</source>
        <translation type="unfinished">Wert bei der Visite (AVAL)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Change from baseline (CHG)</source>
        <translation type="unfinished">Veränderung gegenüber dem Ausgangswert (CHG)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>All observed</source>
        <translation type="unfinished">Alle beobachteten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Observed, flagged for analysis (ANL01FL = Y)</source>
        <translation type="unfinished">Beobachtet, zur Analyse gekennzeichnet (ANL01FL = Y)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>One value a visit</source>
        <translation type="unfinished">Ein Wert je Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Not in the data</source>
        <translation type="unfinished">Nicht in den Daten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>Treatment policy: values count, whatever happened before</source>
        <translation type="unfinished">Treatment Policy: Werte zählen, was immer vorher geschah</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>Hypothetical: values after it are set aside and imputed</source>
        <translation type="unfinished">Hypothetisch: Werte danach werden beiseitegelegt und imputiert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>Composite: no change from baseline, and no response, after it</source>
        <translation type="unfinished">Komposit: danach keine Veränderung gegenüber dem Ausgangswert und kein Ansprechen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>While on treatment: the last value before it counts</source>
        <translation type="unfinished">Während der Behandlung: der letzte Wert davor zählt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>No adjustment</source>
        <translation type="unfinished">Keine Adjustierung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Bonferroni</source>
        <translation type="unfinished">Bonferroni</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Holm</source>
        <translation type="unfinished">Holm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Hochberg</source>
        <translation type="unfinished">Hochberg</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Fixed sequence</source>
        <translation type="unfinished">Feste Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Graphical</source>
        <translation type="unfinished">Grafisch</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>First to last dose (TRTSDT to TRTEDT)</source>
        <translation type="unfinished">Erste bis letzte Dosis (TRTSDT bis TRTEDT)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>Duration of treatment (TRTDURD, days)</source>
        <translation type="unfinished">Behandlungsdauer (TRTDURD, Tage)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>First to last exposure record (ADEX)</source>
        <translation type="unfinished">Erster bis letzter Expositionseintrag (ADEX)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>First dose to end of study (TRTSDT to EOSDT)</source>
        <translation type="unfinished">Erste Dosis bis Studienende (TRTSDT bis EOSDT)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Bayesian multiple imputation, pooled by Rubin&apos;s rules</source>
        <translation type="unfinished">Bayessche multiple Imputation, nach Rubin zusammengefasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Approximate Bayesian (bootstrap), pooled by Rubin&apos;s rules</source>
        <translation type="unfinished">Näherungsweise bayessch (Bootstrap), nach Rubin zusammengefasst</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Conditional mean imputation with jackknife standard errors (deterministic)</source>
        <translation type="unfinished">Imputation des bedingten Mittels mit Jackknife-Standardfehlern (deterministisch)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Bootstrapped maximum likelihood imputation (von Hippel and Bartlett)</source>
        <translation type="unfinished">Maximum-Likelihood-Imputation mit Bootstrap (von Hippel und Bartlett)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Difference of adjusted means</source>
        <translation type="unfinished">Differenz der adjustierten Mittel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Difference of the shares of responders</source>
        <translation type="unfinished">Differenz der Responderanteile</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Odds ratio of response</source>
        <translation type="unfinished">Odds Ratio des Ansprechens</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Means by visit</source>
        <translation type="unfinished">Mittelwerte nach Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Box plots by visit</source>
        <translation type="unfinished">Boxplots nach Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Course of each subject</source>
        <translation type="unfinished">Verlauf jedes Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>CTCAE version 5.0 (2017)</source>
        <translation type="unfinished">CTCAE Version 5.0 (2017)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>CTCAE version 4.03 (2010)</source>
        <translation type="unfinished">CTCAE Version 4.03 (2010)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>CTCAE version 6.0 (2025)</source>
        <translation type="unfinished">CTCAE Version 6.0 (2025)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>To the worst value</source>
        <translation type="unfinished">Zum schlechtesten Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>To the last value</source>
        <translation type="unfinished">Zum letzten Wert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>By visit</source>
        <translation type="unfinished">Nach Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Indicator of the data (ANRIND, BNRIND)</source>
        <translation type="unfinished">Indikator der Daten (ANRIND, BNRIND)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Indicator of the laboratory (LBNRIND)</source>
        <translation type="unfinished">Indikator des Labors (LBNRIND)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Values against the limits of the record</source>
        <translation type="unfinished">Werte gegen die Grenzen des Eintrags</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Unstructured</source>
        <translation type="unfinished">Unstrukturiert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Toeplitz, heterogeneous variances</source>
        <translation type="unfinished">Toeplitz, heterogene Varianzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Toeplitz</source>
        <translation type="unfinished">Toeplitz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>First-order autoregressive, heterogeneous variances</source>
        <translation type="unfinished">Autoregressiv erster Ordnung, heterogene Varianzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>First-order autoregressive</source>
        <translation type="unfinished">Autoregressiv erster Ordnung</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Ante-dependence, heterogeneous variances</source>
        <translation type="unfinished">Ante-Dependenz, heterogene Varianzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Ante-dependence</source>
        <translation type="unfinished">Ante-Dependenz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Compound symmetry, heterogeneous variances</source>
        <translation type="unfinished">Compound Symmetry, heterogene Varianzen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Compound symmetry</source>
        <translation type="unfinished">Compound Symmetry</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Kenward-Roger (as SAS)</source>
        <translation type="unfinished">Kenward-Roger (wie SAS)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Satterthwaite</source>
        <translation type="unfinished">Satterthwaite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Kenward-Roger with second derivatives (R mmrm)</source>
        <translation type="unfinished">Kenward-Roger mit zweiten Ableitungen (R mmrm)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Between-within</source>
        <translation type="unfinished">Between-within</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Residual</source>
        <translation type="unfinished">Residuen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/model_tables.py"/>
        <source>Equal weights over the other factors</source>
        <translation type="unfinished">Gleiche Gewichte über die anderen Faktoren</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/model_tables.py"/>
        <source>Weights as observed in the analysed records</source>
        <translation type="unfinished">Gewichte wie in den ausgewerteten Einträgen beobachtet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Both trials, each at alpha</source>
        <translation type="unfinished">Beide Studien, jede mit Alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Arms in parallel: each to its own next endpoint, at the end to the other arms</source>
        <translation type="unfinished">Arme parallel: jeder zu seinem nächsten Endpunkt, am Ende zu den anderen Armen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>First arm first: on rejection half to its next endpoint, half to the next arm</source>
        <translation type="unfinished">Erster Arm zuerst: bei Ablehnung die Hälfte an seinen nächsten Endpunkt, die Hälfte an den nächsten Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Fallback: one hypothesis after the other, each keeping its own share</source>
        <translation type="unfinished">Fallback: eine Hypothese nach der anderen, jede behält ihren eigenen Anteil</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Each study has its own alpha</source>
        <translation type="unfinished">Jede Studie hat ihr eigenes Alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>All studies share one alpha</source>
        <translation type="unfinished">Alle Studien teilen sich ein Alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Deaths and events leading to death</source>
        <translation type="unfinished">Todesfälle und Ereignisse mit Todesfolge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Serious adverse events</source>
        <translation type="unfinished">Schwerwiegende unerwünschte Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Events leading to discontinuation of treatment</source>
        <translation type="unfinished">Ereignisse, die zum Abbruch der Behandlung führten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Severe adverse events</source>
        <translation type="unfinished">Schwere unerwünschte Ereignisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As in this study, without a further limit</source>
        <translation type="unfinished">Wie in dieser Studie, ohne weitere Grenze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Baseline reaches the limit</source>
        <translation type="unfinished">Ausgangswert erreicht die Grenze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Screening value reaches the limit; baseline measured after it</source>
        <translation type="unfinished">Screening-Wert erreicht die Grenze; Ausgangswert danach gemessen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Screening and baseline both reach the limit</source>
        <translation type="unfinished">Screening- und Ausgangswert erreichen beide die Grenze</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Mean of screening and baseline reaches the limit and is the baseline</source>
        <translation type="unfinished">Mittel aus Screening- und Ausgangswert erreicht die Grenze und ist der Ausgangswert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>None: two arms</source>
        <translation type="unfinished">Keine: zwei Arme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As estimated in this study</source>
        <translation type="unfinished">Wie in dieser Studie geschätzt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As given below</source>
        <translation type="unfinished">Wie unten angegeben</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>None at all: error of the first kind</source>
        <translation type="unfinished">Kein Effekt: Fehler erster Art</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As in this study, arm by arm</source>
        <translation type="unfinished">Wie in dieser Studie, Arm für Arm</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>The mean baseline of this study: no further fall</source>
        <translation type="unfinished">Der mittlere Ausgangswert dieser Studie: kein weiterer Rückgang</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>The mean given below</source>
        <translation type="unfinished">Das unten angegebene Mittel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Kenward-Roger (linear, as SAS)</source>
        <translation type="unfinished">Kenward-Roger (linear, wie SAS)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responder_rules.py"/>
        <source>Lower is better</source>
        <translation type="unfinished">Niedriger ist besser</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responder_rules.py"/>
        <source>Higher is better</source>
        <translation type="unfinished">Höher ist besser</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>The total is missing</source>
        <translation type="unfinished">Die Summe fehlt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>A missing ESSDAI domain counts as no activity</source>
        <translation type="unfinished">Eine fehlende ESSDAI-Domäne zählt als keine Aktivität</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Observed values only (ANCOVA)</source>
        <translation type="unfinished">Nur beobachtete Werte (ANCOVA)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Mixed model, no imputation (MMRM)</source>
        <translation type="unfinished">Gemischtes Modell, keine Imputation (MMRM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Missing at random (MAR)</source>
        <translation type="unfinished">Zufällig fehlend (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Jump to reference (J2R)</source>
        <translation type="unfinished">Jump to Reference (J2R)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Copy reference (CR)</source>
        <translation type="unfinished">Copy Reference (CR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Copy increments in reference (CIR)</source>
        <translation type="unfinished">Copy Increments in Reference (CIR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Last mean carried forward (LMCF)</source>
        <translation type="unfinished">Last Mean Carried Forward (LMCF)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: treatment policy (MAR)</source>
        <translation type="unfinished">Alle Ereignisse: Treatment Policy (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: hypothetical (MAR)</source>
        <translation type="unfinished">Alle Ereignisse: hypothetisch (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: composite (MAR)</source>
        <translation type="unfinished">Alle Ereignisse: Komposit (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: while on treatment (MAR)</source>
        <translation type="unfinished">Alle Ereignisse: während der Behandlung (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Below the median, or not</source>
        <translation type="unfinished">Unter dem Median oder nicht</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Thirds</source>
        <translation type="unfinished">Drittel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>No groups</source>
        <translation type="unfinished">Keine Gruppen</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Below 5, 5 to 13, 14 and more (activity)</source>
        <translation type="unfinished">Unter 5, 5 bis 13, 14 und mehr (Aktivität)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>All records</source>
        <translation type="unfinished">Alle Einträge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>All subjects</source>
        <translation type="unfinished">Alle Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Full analysis set</source>
        <translation type="unfinished">Full-Analysis-Set</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Efficacy population</source>
        <translation type="unfinished">Wirksamkeitspopulation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Intention-to-treat population</source>
        <translation type="unfinished">Intention-to-treat-Population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Randomised subjects</source>
        <translation type="unfinished">Randomisierte Patienten</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Per-protocol population</source>
        <translation type="unfinished">Per-Protokoll-Population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Safety population</source>
        <translation type="unfinished">Sicherheitspopulation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Missing at random</source>
        <translation type="unfinished">Zufällig fehlend</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Jump to reference</source>
        <translation type="unfinished">Jump to Reference</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Copy increments</source>
        <translation type="unfinished">Copy Increments</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/trial_basis.py"/>
        <source>Everybody</source>
        <translation type="unfinished">Alle</translation>
    </message>
</context>
</TS>
