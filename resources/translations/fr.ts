<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source># Sjögren Desktop {version}

Analyses Sjögren&apos;s disease trials on your own computer: change from baseline,
responders, safety, with the methods written beside every result.

Not a medical device; results support, and do not replace, the judgement of a
trained reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source># {title}

The page {page} was not installed with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Third parties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>About Sjögren Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/app.py"/>
        <source>The program ended unexpectedly last time. A report without any data of a study is in {earlier}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/app.py"/>
        <source>Open again what was open by File &gt; Open again what was open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>SYNTHETIC DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Simulated patients made for demonstration; not results of any trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Please note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>This study has treatment arms and was opened blinded: all patients are pooled, and what tells the treatment is withheld. The menu Blinding says what that is and shows the arms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source># What is withheld

Variables and records that tell the treatment:

{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Treatments shown one by one, for emergencies: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Withholding treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>What is withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Blinding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>The study is unblinded: treatment arms are shown. Recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>A second passphrase is needed from now on to show treatments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>A second passphrase is no longer needed to show treatments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Blinding stopped because of a fault in the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Nothing in this study tells a treatment, so all stays shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Excel workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>numbers in full beside the table to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Word document…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>titles and footnotes on every page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;PDF report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>with contents; fonts embedded, figures as vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;RTF document…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>as study reports exchange tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>We&amp;b page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>one file to read in a browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>All results: workbook, each figure as PNG, SVG and PDF, and the numbers as data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Run every analysis for every study and pooled, then write all tables and figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Use a style file of your own; sponsor.toml of the program explains every line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;All results in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>All results run so far: {good}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>E&amp;verything to a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Run all and export everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Mark as &amp;draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Write DRAFT on every page until this is taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Own style file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>The result shown: {good}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;House style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>How numbers, titles and pages of exports look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Study files (*.sjd)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open study files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open the folder of a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open a study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export everything to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export de-identified data to a new or empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export to a workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Write as one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export as {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Run a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save as a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Analysis plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save how tables are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>House style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Data files ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Analysis plan (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Mapping file (*.mapping.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>House style (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>&amp;Contents and search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Search all help pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Short &amp;tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Go through the tabs in five steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>C&amp;heck the installation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Repeat the reference results on this computer and save the report as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>&amp;Reports of faults…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Show the folder of reports; they hold no data of a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>There are no reports: no fault has been recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/lock_page.py"/>
        <source>The study file is locked: its key is forgotten until the passphrase is given again. What you were doing is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Pa&amp;tients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Esti&amp;mand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Next trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>The analyses now have this estimand. Choose one and press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Open a study and look at its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Course and score sheet of each patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>What is estimated, and the events that change what values mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Efficacy: change, responders and other questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Adverse events and other safety questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Power, sample size and simulated designs of the next trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>data cut {cut}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Help</source>
        <translation type="unfinished">&amp;Aide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;File</source>
        <translation type="unfinished">&amp;Fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open data files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open all data files of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open &amp;demonstration study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open two synthetic trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open &amp;again what was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Bring back study, tab, question and options of a program that ended unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Export &amp;de-identified data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Write the data without what identifies patients, to pass them on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Run</source>
        <translation type="unfinished">&amp;Calculer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run the analysis shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run &amp;all analyses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run every analysis, for every study and pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run a &amp;plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run the analyses that a plan file asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Save as a plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Write a file that repeats all results with every option, here or elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Show the &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>What was run, and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Stop what is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Search everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Go to a patient, a question, a method, a variable, a help page or a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Blinding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;View</source>
        <translation type="unfinished">&amp;Affichage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Method of this analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>How it is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;About Sjögren Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Version, changes, licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;Show treatment arms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Unblind the study: asks for your name and a reason, and records both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Unblind one &amp;patient…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>In an emergency: show the treatment of one patient, recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Pool &amp;all patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Withhold treatment arms: blinded review of all patients together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;What is withheld…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Variables and records left out because they tell the treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;Record of unblinding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Who saw treatments, when and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Se&amp;cond passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>A passphrase that must be known to show treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;How blinding works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>What is withheld, what is pooled, how it is undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>{subjects} subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>{count} data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>No study open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after &amp;5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after &amp;15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after an &amp;hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Stud&amp;y file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;New study file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Keep this study in an encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Open study file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Open a study file (.sjd)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Recent study files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Go on in a copy under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Try saving again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Save what could not be saved before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Audit trail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Who changed what, when and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Hide the study until the passphrase is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Change &amp;passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Encrypt the file anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>R&amp;ecover damaged file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Bring what can still be read of the damaged file into a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Close study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Put the study away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Lock when &amp;idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Here a trial comes in: files, a folder, or the demonstration study with two synthetic trials. What was found and what is wrong with it is listed with file, row and column. Files are only read, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Look at patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The course of each patient over all visits, and the score sheet of every instrument with the rule behind each total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ask about efficacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Choose a question, look at its options, press Run (F5). Table, figure and notes come together; F1 shows the method with the paper it follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ask about safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Adverse events, laboratory values and other safety questions work the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Take results along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>File, Export workbook writes the result shown to Excel; Export everything writes all results, figures and numbers to a folder. The help (Shift+F1) searches every page. To begin, open the demonstration study or your own files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Short tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Bac&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>C&amp;lose tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>End the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>A draft that nobody has reviewed yet; what is not translated stays English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The window speaks this language from the next start of the program. Results and exported files stay in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Colours of the window and its plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Lar&amp;ger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Show texts larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Show texts smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Normal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Texts as large as the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Language</source>
        <translation type="unfinished">&amp;Langue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The first language of your system there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The language the program is written in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Change from baseline by visit (MMRM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How much does the score change under each treatment, visit by visit, and how large is the difference between treatments?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>One study, or all studies pooled with the study as a factor of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>The score or measurement that is analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Change from baseline is the usual response; the value itself where there is no baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Whose records are analysed; the flags come from the subject-level data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Treatment arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Arms in the model (planned treatment). Pooled: by default the arms that every study has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Reference arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>The arm that every other arm is compared with, usually placebo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Visits after baseline that enter the model together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adjust for the baseline value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adds the value before treatment as a covariate; recommended for every change score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Let the baseline effect differ by visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adds the baseline by visit interaction, the usual choice in an MMRM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Degrees of freedom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How the degrees of freedom and standard errors allow for the estimated covariance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: treatment stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How values after such an event count (strategy of the estimand, ICH E9(R1)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: rescue medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: prohibited medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: immunosuppressant started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Further covariates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Subject characteristics added to the model, such as stratification factors or region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Which records count: observed values only, or also values imputed in the data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Time point within the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>For measurements repeated within a visit, such as blood pressure lying and standing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Covariance within a subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Unstructured makes no assumption about how visits are correlated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Fall back to a simpler covariance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>If the covariance cannot be estimated, try heterogeneous Toeplitz, autoregressive and compound symmetry in turn; what was used is said in the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Weights of LS means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How LS means average over the other factors. Differences between arms do not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Confidence level (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Coverage of the confidence intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>ANCOVA at a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>How large is the difference between treatments at one visit, given the same baseline?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>The one visit that is analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Compare all pairs of arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Also compares the active arms with each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Robust standard errors (HC3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Standard errors that do not assume equal variances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Evidence: each study and pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Does each study by itself show the effect, do the studies agree, and what do they say together?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Every study that was opened, each by itself and all together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Arms in the models (planned treatment); a study takes those that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Visit compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>The visit at which treatments are compared; the model uses all visits ticked above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Adjusted p values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>How p values are adjusted within each study over its arms against the reference; in a fixed sequence arms stand in the order ticked above. Pooled results are not adjusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Multiple testing: plans side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Which comparisons are significant once it is taken into account that several are tested, and which can only be described?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Arm tested first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>The arm at the head of the sequence and of the graph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Later endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Tested after the first endpoint, in the order listed, as far as the plan lets them. The list begins with the order of the European register entry (analysis plan B).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Strata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Differences are taken within these groups and averaged; pooled, the study is one too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Ways of testing, side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>How the graphical plan shares and passes on alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of the first (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of alpha that the graph gives to the first arm (fallback: first hypothesis) at the beginning. The graph that begins with the first arm gives it everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Two-sided level of the family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Family of hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>A trial usually controls its own error; all together is stricter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Graph of the hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of alpha of each hypothesis, and where it goes when that is rejected. Begins with the graph chosen above; what you draw takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups and baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Is the difference between treatments the same in all kinds of patients, and does it depend on how active the disease was at the start?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Characteristics before treatment by which subjects are divided, one at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Groups of the baseline value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>How subjects are divided by the value of the score before treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Fewest subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>A level of a factor is left out if an arm has fewer subjects with a value at the visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subjects in a sliding window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Size of the overlapping groups along the baseline value (STEPP), all arms together; 0 leaves them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Step of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subjects by which each group moves on from the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Dose and schedule (MCP-Mod)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Does the response follow the dose, the schedule or the amount received, and which amount would be enough?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Arms with their amounts; the reference has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>What the response may follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Candidate shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Curves that the tests look for. A curve is fitted only where there are as many amounts as it has parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Half of the effect at (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Guess for Emax and sigmoid Emax: per cent of the highest amount with half of the effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Target effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Points of improvement over the reference, for the target amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Whether a lower or a higher value means that the subject is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>One-sided, over all shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Robustness: leave one out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Does the result hang on a single country, site or patient, and how few patients would turn it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>The level that p is held against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Bootstrap samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>How p scatters when subjects are drawn again with replacement; 0 leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Start of the random numbers: the same seed gives the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Placebo response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Why did patients on placebo improve, how much of it would be expected anyway, and which instrument would have seen a difference?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Change from baseline; a score without it cannot be looked at here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Test-retest correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Correlation of two values of a stable patient. None is published for the ESSDAI in this population: try several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Mean of the population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Mean of the population the patients were selected from. 4.8 is the mean ESSDAI of the UK registry, whose patients were not selected; use a figure for your own clinics if you have one, and always for another score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Entry threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Lowest value with which a patient could enter; the histogram is read there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Screening value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Variable of the subject level with the score at screening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Compare all instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Response and separation of every parameter at the visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Sensitivity to missing values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Does the difference between treatments hold whatever is assumed of patients who dropped out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>What is assumed of missing values, and how events count; one row of the table each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>How missing values are imputed and how the uncertainty of that is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Completed data sets, or bootstrap samples. The Monte Carlo error tells whether they are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>One covariance for each arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Estimates the covariance of the visits for each arm instead of one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Tipping point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>How much worse would patients without a value have to be for the result to be lost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Arm compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>The arm whose difference from the reference arm is put to the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Largest shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>The map goes from minus to plus this number of points in both arms; 0 takes twice the standard deviation of the response.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Steps in each direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Shifts in each arm; an odd number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Plausible shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Shifts up to this size in either arm are framed as plausible. Three points are the smallest important improvement of the ESSDAI (Seror 2016).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>What missing values are imputed under before they are shifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Responders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>How many patients improve by an amount that matters, and how many more than under the reference treatment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Free threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Points of improvement for the rule &apos;improves by at least&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>When a subject counts as a responder; one block of the table each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Re-randomisation test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>How often would dealing out the treatments by chance alone give a difference as large as this one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Re-randomisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>How often the arms are dealt again; the Monte Carlo error tells whether it was enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Missing values and drop-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Whose values are missing, when and why did patients leave, and did those who left fare differently?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Patterns shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>The most frequent patterns are listed one by one, the others together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Intercurrent events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>What happened to patients before the endpoint that changes what their values mean, and how is it counted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>What arms are compared by (population-level summary of the estimand).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Participant flow (CONSORT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>How many patients were randomised, treated, lost and analysed, and do the numbers add up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Arms of the diagram, from left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Population of the boxes at the bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Scores from items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>What are ESSDAI, ClinESSDAI and ESSPRI when computed anew from their items, and which organ domains make the total?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Missing domain (C1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>What a missing domain does to the total; nothing is published, so the analysis plan decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI constitutional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>The parameter that holds this item; guessed from its code and label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI lymphadenopathy and lymphoma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI glandular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI articular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI cutaneous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI pulmonary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI renal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI muscular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI peripheral nervous system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI central nervous system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI haematological</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI biological</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI dryness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI fatigue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Visits shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR and CRESS responders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>How many patients in each arm respond by STAR and by CRESS, and through which components?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: ClinESSDAI total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: ESSPRI score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Schirmer, mean of both eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Ocular staining, mean of both eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Unstimulated salivary flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Ultrasound by Hocevar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: IgG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Rheumatoid factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>The visit compared with baseline; by default the last at which tears or saliva were tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>ClinESSDAI and ESSPRI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>A recorded ESSPRI may be rounded, which can move a subject across a limit; computed from its items it is exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Subjects without data at the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Non-responder imputation keeps everyone randomised in the denominator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR with missing domains (C5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR undecided because of missing domains. Not settled in the publications that could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Two tests in one domain (C7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Two tests in one domain of STAR or CRESS. Not settled in the publications that could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS: abnormal Schirmer test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS, when Schirmer&apos;s test is abnormal (not verified). Not settled in the publications that could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS: tear tests normal at baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS, tear tests that are normal at baseline (not verified). Not settled in the publications that could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Confidence interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Method of the interval for the difference of two proportions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Score checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Which scores contradict their items, the laboratory or the course, so that the site should be asked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Which checks are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Identical visits in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>From so many visits with all twelve levels unchanged, while active, a query is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Large change of ESSDAI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>A change of at least so many points between two successive visits is questioned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Large change of ESSPRI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Days around a planned visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>A visit named by a week is questioned if it is more than so many days from that week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Most findings listed for a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Beyond these, findings of a check are only counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: ESSDAI total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Neutrophils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Haemoglobin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Platelets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Lymphocytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Complement C3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Complement C4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Swollen joints of 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Stimulated salivary flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Exposure and swim lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>How long was each patient treated, and when did events occur?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Whose events are counted; N of each column is the number of these subjects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Arms shown (treatment actually received).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Only patients with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Conditions on variables of the patients, such as: SEX = F and AGE &gt;= 65. Empty: everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Drawn in the lanes of patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Time at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>The time during which an event of a subject would have been counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Patients drawn in an arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Those with events come first, then those treated longest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>Adverse event overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>How many patients in each arm had adverse events that began on treatment, and how many were serious, severe, related, led to stopping, or were fatal?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>Add a column for all arms together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>The arms chosen, taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Adverse events by class and term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Which adverse events did patients in each arm have, and how much more or less often than in the reference arm?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Adverse events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Which treatment-emergent adverse events are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Levels of the dictionary shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Show terms from (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Terms that fewer subjects have in every arm are left out; class rows count all events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Frequency counts subjects of all arms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Show Fisher&apos;s exact p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Two-sided, each arm against the reference. Many tests are made, none is adjusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Interval of the risk difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>How the confidence interval is formed. Pooled studies are compared within each study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Adverse events by severity and relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>How severe were the adverse events of each kind at worst, and how many were related to treatment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>What the events of a row are told apart by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Adverse events per 100 patient-years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>How often did adverse events occur for the time patients were treated, so that arms with unequal follow-up can be compared?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>What is counted in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>The first counts a subject until its first event; the others take all its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Days added after the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Follow-up after the last dose in which events still count as treatment-emergent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Adverse events of special interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>How many patients had infections, injection or infusion reactions, low blood counts, low immunoglobulins, malignancies and other events that need special attention?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>From the list that comes with the program, from queries in the data (CQzzNAM, SMQzzNAM), and from lists of terms opened together with the data (columns QUERY and TERM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Show rates per 100 patient-years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>From the first to the last dose, where the dates are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Signal screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Which adverse events were more frequent than in the reference arm by more than the number of terms looked at would explain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Terms with at least (subjects)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Terms that fewer subjects of all arms had are not screened; they could not show a difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>False discovery rate (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Share of the terms flagged that may be flagged by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Hierarchical model (Berry and Berry)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Posterior probability of a higher risk, terms of a class lending each other strength. Takes some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Of the simulation of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Reactions by dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>After which injection or infusion, and how long after it, did reactions occur?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Which treatment-emergent adverse events are related to the doses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Days after a dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Events later than this after a dose are not counted to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Doses shown one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Later doses are taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Time to first adverse event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>How soon after treatment began did patients have a first event of a kind, and how many events had they had by then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>What the time runs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Form of confidence limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Scale on which limits of probabilities and medians are formed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Deaths and serious adverse events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Who died, when and of what, and which serious adverse events did patients have?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Days after the last dose that count as on treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Deaths up to this many days after the last dose are on treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>List treatment-emergent events only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Otherwise serious events before the first dose are listed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Patient narratives (draft)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>What happened to the patients who died or had serious adverse events, in sentences drafted from the data?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Patients with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Whose narratives are drafted: patients with an event of any of these kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Days around an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Other events, medication and laboratory values this close to an event are told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>At most (patients)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Narratives beyond this number are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Adverse events and flares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Which adverse events were in an organ whose ESSDAI domain rose at the time, and may have been a flare?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Days between event and visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>A rise of the domain counts at visits up to this many days before or after the start of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Laboratory shifts from baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>How many patients went from normal to low or high laboratory values after treatment began?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Laboratory parameters with normal ranges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Shifts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Which later values are looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Last visit that counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Values at later visits (follow-up after treatment) are no worst and no last values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Low, normal, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Where the category of a value is taken from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Values and changes by visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>How did laboratory values and vital signs change over time in each arm?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Measurements of laboratory, vital sign and ECG data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>How the parameters pictured are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Figures of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Parameters drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Immunoglobulins, blood cells and infections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>How far did immunoglobulins and blood cells fall, did infections come with it, and did the values recover after the last dose?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Values that drugs against B cells may lower: by default immunoglobulins, B cells, lymphocytes and neutrophils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Marked on the courses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Those with events come first, then those whose value fell furthest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Laboratory grades (CTCAE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>How severe were abnormal laboratory values after treatment began, by CTCAE grade?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Version of the CTCAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>The criteria that the grades follow; versions differ most in liver tests and counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Parameters that the CTCAE grades by their values, found by their codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Liver tests (eDISH, Hy&apos;s law)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Did any patient have high aminotransferases together with high bilirubin, a sign of severe liver injury by a drug?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Liver tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Aminotransferases, alkaline phosphatase and total bilirubin, found by their codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Aminotransferase cut-off (x ULN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Usually 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Bilirubin cut-off (x ULN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Usually 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Simulate the next trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>How likely is the next trial to succeed, and which entry rule, run-in, allocation or instrument would make it likelier?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Whom to enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Enrichment: only patients of this kind. Baseline, course, covariance and losses then come from them alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Treatment of the next trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Arm of this study whose effect and losses the new arm has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Second treatment or schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>A third arm, compared with the reference too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients randomised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>All arms together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Ratio of the treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients on it for each one on the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Ratio of the second treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients on it for each one on the reference; without meaning in two arms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference from the reference that truly holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Points by which the treatment is better at the last visit; full from half-time on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference given, second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>The same for the second treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Entry rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Which value before treatment must reach the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Limit of entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Lowest value that lets a patient in (5 for the ESSDAI in the NEPTUNUS trials), or the highest where a higher value is better. Limits below those of the study change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Placebo run-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>All receive the reference until this visit of the study; its value is then the baseline, and treatment lasts that much less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Leave out who improves in the run-in by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Points; 0 leaves nobody out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Share without a value at the last visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Lost, given (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>In every arm, spread over visits as in the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>When a patient is a responder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Trials simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Of each design.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>The same design with one thing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Kept scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Keep the options above under a name, change them, and run: kept scenarios are simulated beside the design of the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Correlation of two measurements before treatment. 0 takes it from screening and baseline of this study, or 0.8 where screening is not in the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean fallen back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean towards which a second measurement falls (regression to the mean).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>4.8 is the mean ESSDAI of the UK registry, whose patients were not selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Two-sided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Of the mixed model of each simulated trial. At the size of such trials the two hardly differ; Kenward-Roger takes about ten times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Start of the random numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>0 uses all of this computer. Results do not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Address of a Dask scheduler, such as tcp://host:8786; empty: this computer. Baseline values without any identifier are then sent to it. Results do not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Power and sample size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>How many patients does the next trial need, and how sure is success if the true difference is not known exactly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>SD given baseline, given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Standard deviation at the last visit given baseline; scales the study&apos;s covariance. 0: as in this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Responders on the reference, given (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>0: as in this study, patients without a value as non-responders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Responders on treatment, given (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Uncertainty of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Standard deviation of what the true difference may be, for the assurance. 0: the standard error with which this study estimated it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>BLINDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>all patients are pooled; treatment arms are withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>UNBLINDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>treatment arms are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>UNBLINDED BEFORE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>all patients are pooled, but treatment arms of this study have been shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>Sponsor (clinical study report)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>FDA Integrated Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/across_studies.py"/>
        <source>All studies, side by side and pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Kinds of adverse events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Preferred term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>System organ class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Any adverse event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Serious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Severe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Related to treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to discontinuation of treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to interruption of treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>System organ class and preferred term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>With high level terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Most frequent first, then by alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>By alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_records.py"/>
        <source>No visit with scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Non-responders, in the denominator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Left out (observed cases)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount by month, from the name of the arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount of one dose, from the name of the arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Total amount received, mean of the arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Value at the visit (AVAL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Change from baseline (CHG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>All observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Observed, flagged for analysis (ANL01FL = Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>One value a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Not in the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Both trials, each at alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Each study has its own alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>All studies share one alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>None: two arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As estimated in this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As given below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>None at all: error of the first kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As in this study, arm by arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>The mean baseline of this study: no further fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>The mean given below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responder_rules.py"/>
        <source>Lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responder_rules.py"/>
        <source>Higher is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>The total is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>A missing ESSDAI domain counts as no activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Below the median, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Thirds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>No groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Below 5, 5 to 13, 14 and more (activity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>All records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>All subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/trial_basis.py"/>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
