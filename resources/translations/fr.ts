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
        <translation type="unfinished"># Sjögren Desktop {version}

Analyse les essais sur la maladie de Sjögren sur votre propre ordinateur : variation par rapport à la valeur initiale,
répondeurs, tolérance, avec les méthodes décrites à côté de chaque résultat.

Ceci n’est pas un dispositif médical ; les résultats aident, sans le remplacer,
le jugement d’un lecteur qualifié.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Changes</source>
        <translation type="unfinished">Changements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>About</source>
        <translation type="unfinished">À propos</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Licence</source>
        <translation type="unfinished">Licence</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>Third parties</source>
        <translation type="unfinished">Composants tiers</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/about.py"/>
        <source>About Sjögren Desktop</source>
        <translation type="unfinished">À propos de Sjögren Desktop</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Compares treatment arms: not available while the study is blinded.</source>
        <translation type="unfinished">Compare des bras de traitement : indisponible tant que l’étude est en aveugle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Compares treatment arms: this study has one group of patients only.</source>
        <translation type="unfinished">Compare des bras de traitement : cette étude ne comporte qu’un seul groupe de patients.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>The analysis stopped because of a fault in the program.</source>
        <translation type="unfinished">L’analyse s’est arrêtée à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>R&amp;un</source>
        <translation type="unfinished">Calc&amp;uler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>&amp;Cancel</source>
        <translation type="unfinished">A&amp;nnuler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Running: {title}</source>
        <translation type="unfinished">En cours : {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Analyses</source>
        <translation type="unfinished">Analyses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Choose what to analyse</source>
        <translation type="unfinished">Choisir ce qu’il faut analyser</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Run the analysis with these options (F5)</source>
        <translation type="unfinished">Calculer l’analyse avec ces options (F5)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Stop the analysis (Esc); the result shown stays</source>
        <translation type="unfinished">Arrêter l’analyse (Échap) ; le résultat affiché reste</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Progress of the analysis</source>
        <translation type="unfinished">Progression de l’analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Options</source>
        <translation type="unfinished">Options</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>&amp;Question</source>
        <translation type="unfinished">&amp;Question</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Cancelled</source>
        <translation type="unfinished">Annulé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>options</source>
        <translation type="unfinished">options</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Open a study on the Import tab first; then choose a question here.</source>
        <translation type="unfinished">Ouvrez d’abord une étude dans l’onglet Importation ; choisissez ensuite une question ici.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>Check the options at the left and press Run.</source>
        <translation type="unfinished">Vérifiez les options à gauche et appuyez sur Calculer.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/analysis_tab.py"/>
        <source>The list of analyses is being loaded.</source>
        <translation type="unfinished">La liste des analyses est en cours de chargement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/app.py"/>
        <source>The program ended unexpectedly last time. A report without any data of a study is in {earlier}.</source>
        <translation type="unfinished">Le programme s’est arrêté de façon inattendue la dernière fois. Un rapport sans aucune donnée d’étude se trouve dans {earlier}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>SYNTHETIC DATA</source>
        <translation type="unfinished">DONNÉES SYNTHÉTIQUES</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Simulated patients made for demonstration; not results of any trial.</source>
        <translation type="unfinished">Patients simulés pour la démonstration ; ce ne sont les résultats d’aucun essai.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Error</source>
        <translation type="unfinished">Erreur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/banner.py"/>
        <source>Please note</source>
        <translation type="unfinished">À noter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>This study has treatment arms and was opened blinded: all patients are pooled, and what tells the treatment is withheld. The menu Blinding says what that is and shows the arms.</source>
        <translation type="unfinished">Cette étude a des bras de traitement et a été ouverte en aveugle : tous les patients sont regroupés et ce qui révèle le traitement est masqué. Le menu Aveugle indique ce dont il s’agit et montre les bras.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source># What is withheld

Variables and records that tell the treatment:

{text}</source>
        <translation type="unfinished"># Ce qui est masqué

Variables et enregistrements qui révèlent le traitement :

{text}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Treatments shown one by one, for emergencies: {count}.</source>
        <translation type="unfinished">Traitements montrés un par un, en urgence : {count}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Withholding treatments</source>
        <translation type="unfinished">Masquage des traitements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Nothing.</source>
        <translation type="unfinished">Rien.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>What is withheld</source>
        <translation type="unfinished">Ce qui est masqué</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>The study is unblinded: treatment arms are shown. Recorded.</source>
        <translation type="unfinished">L’aveugle de l’étude est levé : les bras de traitement sont montrés. C’est enregistré.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>A second passphrase is needed from now on to show treatments.</source>
        <translation type="unfinished">Une seconde phrase secrète est désormais nécessaire pour montrer les traitements.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>A second passphrase is no longer needed to show treatments.</source>
        <translation type="unfinished">Une seconde phrase secrète n’est plus nécessaire pour montrer les traitements.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Blinding stopped because of a fault in the program.</source>
        <translation type="unfinished">La mise en aveugle s’est arrêtée à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Withheld</source>
        <translation type="unfinished">Masqué</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/blinder.py"/>
        <source>Nothing in this study tells a treatment, so all stays shown.</source>
        <translation type="unfinished">Rien dans cette étude ne révèle un traitement ; tout reste donc visible.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>{count} of the {total} marked</source>
        <translation type="unfinished">{count} des {total} marqués</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Open marked</source>
        <translation type="unfinished">Ouvrir les marqués</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Show the marked patients on the Patients tab</source>
        <translation type="unfinished">Montrer les patients marqués dans l’onglet Patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Clear marks</source>
        <translation type="unfinished">Retirer les marques</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Mark no patients any more</source>
        <translation type="unfinished">Ne plus marquer de patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>1 patient is marked: rings in figures and bold numbers in tables have them.</source>
        <translation type="unfinished">1 patient est marqué : il apparaît par des anneaux dans les figures et des nombres gras dans les tableaux.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>{count} patients are marked: rings in figures and bold numbers in tables have them.</source>
        <translation type="unfinished">{count} patients sont marqués : ils apparaissent par des anneaux dans les figures et des nombres gras dans les tableaux.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/brush.py"/>
        <source>Marked patients</source>
        <translation type="unfinished">Patients marqués</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>Code of the model</source>
        <translation type="unfinished">Code du modèle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>The same model in another program; it was copied too</source>
        <translation type="unfinished">Le même modèle dans un autre programme ; il a aussi été copié</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>Copy {name} code</source>
        <translation type="unfinished">Copier le code {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/code_bar.py"/>
        <source>Show and copy {name} code that fits the same model</source>
        <translation type="unfinished">Montrer et copier le code {name} qui ajuste le même modèle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Drag a column onto what it is at the right, or double-click or press F2.</source>
        <translation type="unfinished">Faites glisser une colonne sur ce qu’elle est, à droite, ou double-cliquez, ou appuyez sur F2.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>The name and number each visit gets; the number is the week, 0 for baseline.</source>
        <translation type="unfinished">Le nom et le numéro de chaque visite ; le numéro est la semaine, 0 pour la visite initiale.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>With windows, visits are made of study days; without any, of the visits&apos; names.</source>
        <translation type="unfinished">Avec des fenêtres, les visites sont formées des jours d’étude ; sans elles, des noms des visites.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Column</source>
        <translation type="unfinished">Colonne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Name in the file</source>
        <translation type="unfinished">Nom dans le fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Is</source>
        <translation type="unfinished">Est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What the column holds</source>
        <translation type="unfinished">Ce que contient la colonne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Variable or measure</source>
        <translation type="unfinished">Variable ou mesure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Variable of the patient or event, or code of the measure</source>
        <translation type="unfinished">Variable du patient ou de l’événement, ou code de la mesure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit</source>
        <translation type="unfinished">Visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit of the values, where the column is of one visit</source>
        <translation type="unfinished">Visite des valeurs, si la colonne est d’une seule visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Unit</source>
        <translation type="unfinished">Unité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Unit of the values in the file (UCUM)</source>
        <translation type="unfinished">Unité des valeurs dans le fichier (UCUM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Converted to</source>
        <translation type="unfinished">Converti en</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Unit of the values in the study (UCUM)</source>
        <translation type="unfinished">Unité des valeurs dans l’étude (UCUM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Sure</source>
        <translation type="unfinished">Sûr</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>How sure the guess is; below 50% a column is not used</source>
        <translation type="unfinished">Degré de certitude de la supposition ; sous 50 % une colonne n’est pas utilisée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Because of</source>
        <translation type="unfinished">D’après</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What the guess rests on</source>
        <translation type="unfinished">Ce sur quoi repose la supposition</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>In the data</source>
        <translation type="unfinished">Dans les données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>How the visit is called in the file</source>
        <translation type="unfinished">Comment la visite s’appelle dans le fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Name of the analysis visit</source>
        <translation type="unfinished">Nom de la visite d’analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Number</source>
        <translation type="unfinished">Numéro</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Number by which visits are ordered: the week, 0 for baseline</source>
        <translation type="unfinished">Numéro qui ordonne les visites : la semaine, 0 pour la visite initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Number by which visits are ordered</source>
        <translation type="unfinished">Numéro qui ordonne les visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Target day</source>
        <translation type="unfinished">Jour cible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Study day the visit is meant for</source>
        <translation type="unfinished">Jour d’étude prévu pour la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>First day</source>
        <translation type="unfinished">Premier jour</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>First study day that counts for the visit</source>
        <translation type="unfinished">Premier jour d’étude qui compte pour la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Last day</source>
        <translation type="unfinished">Dernier jour</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Last study day that counts for the visit</source>
        <translation type="unfinished">Dernier jour d’étude qui compte pour la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Read again so</source>
        <translation type="unfinished">&amp;Relire ainsi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Save &amp;mapping…</source>
        <translation type="unfinished">Enregistrer la correspon&amp;dance…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Table</source>
        <translation type="unfinished">Table</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Table whose columns are shown</source>
        <translation type="unfinished">Table dont les colonnes sont affichées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What a row is</source>
        <translation type="unfinished">Ce qu’est une ligne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What one row of the table stands for</source>
        <translation type="unfinished">Ce que représente une ligne de la table</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Read the files again with these columns; the same layout is read so from now on</source>
        <translation type="unfinished">Relire les fichiers avec ces colonnes ; la même disposition sera désormais lue ainsi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Write the maps to a file that can be opened with the data</source>
        <translation type="unfinished">Écrire les correspondances dans un fichier qui peut être ouvert avec les données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>{name} was changed. Press Read again so to use it.</source>
        <translation type="unfinished">{name} a été modifié. Appuyez sur Relire ainsi pour l’utiliser.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>The mapping was written: {path}</source>
        <translation type="unfinished">La correspondance a été écrite : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>What each column is</source>
        <translation type="unfinished">Ce qu’est chaque colonne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Names of visits</source>
        <translation type="unfinished">Noms des visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit windows by study day</source>
        <translation type="unfinished">Fenêtres de visite par jour d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Table</source>
        <translation type="unfinished">&amp;Table</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Ro&amp;ws are</source>
        <translation type="unfinished">Les &amp;lignes sont</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Columns</source>
        <translation type="unfinished">Colonnes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visits</source>
        <translation type="unfinished">Visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Visit windows</source>
        <translation type="unfinished">Fenêtres de visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Propose from visits</source>
        <translation type="unfinished">&amp;Proposer selon les visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Windows that meet half-way between the visits</source>
        <translation type="unfinished">Fenêtres qui se rejoignent à mi-chemin entre les visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>&amp;Add</source>
        <translation type="unfinished">A&amp;jouter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Add a window</source>
        <translation type="unfinished">Ajouter une fenêtre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Remo&amp;ve</source>
        <translation type="unfinished">Retire&amp;r</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>Remove the window selected</source>
        <translation type="unfinished">Retirer la fenêtre choisie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/columns_pane.py"/>
        <source>the visit {name}</source>
        <translation type="unfinished">la visite {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>See what a newer cut of the data changes, and which results move with it</source>
        <translation type="unfinished">Voir ce que change un gel de données plus récent, et quels résultats changent avec lui</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>Compare</source>
        <translation type="unfinished">Comparer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>With newer &amp;files…</source>
        <translation type="unfinished">Avec des &amp;fichiers plus récents…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>With a newer f&amp;older…</source>
        <translation type="unfinished">Avec un d&amp;ossier plus récent…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_button.py"/>
        <source>With data cut {number} of the study file ({at})</source>
        <translation type="unfinished">Avec le gel {number} du fichier d’étude ({at})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Data set</source>
        <translation type="unfinished">Jeu de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Older</source>
        <translation type="unfinished">Ancien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Newer</source>
        <translation type="unfinished">Récent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Added</source>
        <translation type="unfinished">Ajouté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Removed</source>
        <translation type="unfinished">Retiré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Changed</source>
        <translation type="unfinished">Modifié</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Values</source>
        <translation type="unfinished">Valeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Subjects</source>
        <translation type="unfinished">Sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Remarks</source>
        <translation type="unfinished">Remarques</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>What</source>
        <translation type="unfinished">Quoi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Subject</source>
        <translation type="unfinished">Sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Record</source>
        <translation type="unfinished">Enregistrement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Variable</source>
        <translation type="unfinished">Variable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Row</source>
        <translation type="unfinished">Ligne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Analysis</source>
        <translation type="unfinished">Analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Statistic</source>
        <translation type="unfinished">Statistique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Seen</source>
        <translation type="unfinished">Vu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>record added</source>
        <translation type="unfinished">enregistrement ajouté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>record removed</source>
        <translation type="unfinished">enregistrement retiré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>value changed</source>
        <translation type="unfinished">valeur modifiée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Opening</source>
        <translation type="unfinished">Ouverture</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>The comparison stopped because of a fault in the program.</source>
        <translation type="unfinished">La comparaison s’est arrêtée à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Compare two cuts of the data</source>
        <translation type="unfinished">Comparer deux gels des données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Progress of the comparison</source>
        <translation type="unfinished">Progression de la comparaison</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Filter differences</source>
        <translation type="unfinished">Filtrer les différences</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Subject, variable or value</source>
        <translation type="unfinished">Sujet, variable ou valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Show only differences in which this text stands</source>
        <translation type="unfinished">Ne montrer que les différences où figure ce texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Filter</source>
        <translation type="unfinished">&amp;Filtre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Differences</source>
        <translation type="unfinished">&amp;Différences</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Results that moved</source>
        <translation type="unfinished">&amp;Résultats modifiés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>E&amp;xport to Excel…</source>
        <translation type="unfinished">E&amp;xporter vers Excel…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Write all differences and moved results to a workbook</source>
        <translation type="unfinished">Écrire toutes les différences et les résultats modifiés dans un classeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Open the newer cut</source>
        <translation type="unfinished">&amp;Ouvrir le gel récent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Open the newer cut in place of the older one</source>
        <translation type="unfinished">Ouvrir le gel récent à la place de l’ancien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>{shown} of {total}</source>
        <translation type="unfinished">{shown} sur {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Differences by data set</source>
        <translation type="unfinished">Différences par jeu de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Differences one by one</source>
        <translation type="unfinished">Différences une par une</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>Results that moved</source>
        <translation type="unfinished">Résultats modifiés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>The comparison was written: {outcome}</source>
        <translation type="unfinished">La comparaison a été écrite : {outcome}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>&amp;Results that moved ({seen})</source>
        <translation type="unfinished">&amp;Résultats modifiés ({seen})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>The two cuts hold the same data.</source>
        <translation type="unfinished">Les deux gels contiennent les mêmes données.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>only in the older cut</source>
        <translation type="unfinished">seulement dans l’ancien gel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>new variables: {names}</source>
        <translation type="unfinished">nouvelles variables : {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>without variables: {names}</source>
        <translation type="unfinished">sans les variables : {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>yes</source>
        <translation type="unfinished">oui</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>further digits only</source>
        <translation type="unfinished">décimales suivantes seulement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>only in the newer cut</source>
        <translation type="unfinished">seulement dans le gel récent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>No results were kept of the older cut; run analyses to see which move.</source>
        <translation type="unfinished">Aucun résultat de l’ancien gel n’a été gardé ; calculez des analyses pour voir ce qui change.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>None of {numbers} numbers moved.</source>
        <translation type="unfinished">Aucun des {numbers} nombres n’a changé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/compare_dialog.py"/>
        <source>none</source>
        <translation type="unfinished">aucun</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>{label}
{first} to {last}
{detail}</source>
        <translation type="unfinished">{label}
{first} à {last}
{detail}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>day not known</source>
        <translation type="unfinished">jour inconnu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>day {day}</source>
        <translation type="unfinished">jour {day}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>{low:.12g} to {high:.12g}</source>
        <translation type="unfinished">{low:.12g} à {high:.12g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>from {low:.12g}</source>
        <translation type="unfinished">à partir de {low:.12g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>up to {high:.12g}</source>
        <translation type="unfinished">jusqu’à {high:.12g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>not given</source>
        <translation type="unfinished">non indiqué</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>ongoing</source>
        <translation type="unfinished">en cours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>{label}
{visit}: {value:.12g}{outside}
reference {limits}</source>
        <translation type="unfinished">{label}
{visit} : {value:.12g}{outside}
référence {limits}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>not rated</source>
        <translation type="unfinished">non coté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>level {level}</source>
        <translation type="unfinished">niveau {level}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>Injections</source>
        <translation type="unfinished">Injections</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>S</source>
        <translation type="unfinished">G</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/course_plots.py"/>
        <source>Injection {number}, {day}</source>
        <translation type="unfinished">Injection {number}, {day}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Measurements</source>
        <translation type="unfinished">Mesures</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Adverse events</source>
        <translation type="unfinished">Événements indésirables</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Occurrences</source>
        <translation type="unfinished">Occurrences</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Time to event</source>
        <translation type="unfinished">Temps jusqu’à l’événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Other</source>
        <translation type="unfinished">Autre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Errors</source>
        <translation type="unfinished">Erreurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Warnings</source>
        <translation type="unfinished">Avertissements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Notes</source>
        <translation type="unfinished">Notes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Warning</source>
        <translation type="unfinished">Avertissement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Note</source>
        <translation type="unfinished">Remarque</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Content</source>
        <translation type="unfinished">Contenu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Rows</source>
        <translation type="unfinished">Lignes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Findings</source>
        <translation type="unfinished">Constats</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Studies</source>
        <translation type="unfinished">Études</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Arms</source>
        <translation type="unfinished">Bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>Severity</source>
        <translation type="unfinished">Sévérité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>What was found</source>
        <translation type="unfinished">Ce qui a été trouvé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>What to do</source>
        <translation type="unfinished">Que faire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/data_sets.py"/>
        <source>File</source>
        <translation type="unfinished">Fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>{label}, in {name}</source>
        <translation type="unfinished">{label}, dans {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>{count} patients</source>
        <translation type="unfinished">{count} patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>in {name}</source>
        <translation type="unfinished">dans {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Help</source>
        <translation type="unfinished">Aide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Measurement</source>
        <translation type="unfinished">Mesure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Adverse event</source>
        <translation type="unfinished">Événement indésirable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Question</source>
        <translation type="unfinished">Question</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Command</source>
        <translation type="unfinished">Commande</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>Method</source>
        <translation type="unfinished">Méthode</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/destinations.py"/>
        <source>how it is computed</source>
        <translation type="unfinished">comment c’est calculé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Optional: {label}, held against the level chosen</source>
        <translation type="unfinished">Facultatif : {label}, comparé au niveau choisi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Paraphrased; read in a {source}.</source>
        <translation type="unfinished">Paraphrasé ; à lire dans {source}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Definition of the domain</source>
        <translation type="unfinished">Définition du domaine</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>What earns each level of this domain, and what is not rated</source>
        <translation type="unfinished">Ce qui vaut chaque niveau de ce domaine, et ce qui n’est pas coté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Findings, if at hand</source>
        <translation type="unfinished">Constats, s’ils sont disponibles</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>No raw finding is compared here.</source>
        <translation type="unfinished">Aucun constat brut n’est comparé ici.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>{name}: {text} is not a number.</source>
        <translation type="unfinished">{name} : {text} n’est pas un nombre.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>▸ {name} (chosen)</source>
        <translation type="unfinished">▸ {name} (choisi)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Damage:</source>
        <translation type="unfinished">Dommage :</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>data: {held:.6g}</source>
        <translation type="unfinished">données : {held:.6g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/domain_panel.py"/>
        <source>Not rated:</source>
        <translation type="unfinished">Non coté :</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>A report without any data of a study, which can be passed on, was written to {report}.</source>
        <translation type="unfinished">Un rapport sans aucune donnée d’étude, que l’on peut transmettre, a été écrit dans {report}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>No report could be written to the folder of this program&apos;s settings.</source>
        <translation type="unfinished">Aucun rapport n’a pu être écrit dans le dossier des réglages du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Unexpected error</source>
        <translation type="unfinished">Erreur inattendue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Something went wrong inside the program. Your data and results are still here. The detail below names the place in the program; it may quote values of the data, so read it before you pass it on.</source>
        <translation type="unfinished">Quelque chose s’est mal passé dans le programme. Vos données et résultats sont toujours là. Le détail ci-dessous nomme l’endroit dans le programme ; il peut citer des valeurs des données, lisez-le donc avant de le transmettre.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Detail of the error</source>
        <translation type="unfinished">Détail de l’erreur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>&amp;Copy detail</source>
        <translation type="unfinished">&amp;Copier le détail</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Copy the detail to the clipboard</source>
        <translation type="unfinished">Copier le détail dans le presse-papiers</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>&amp;Show report</source>
        <translation type="unfinished">&amp;Montrer le rapport</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/errors.py"/>
        <source>Open the folder of the report, which can be passed on</source>
        <translation type="unfinished">Ouvrir le dossier du rapport, que l’on peut transmettre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Open a study on the Import tab first; its intercurrent events are listed here.</source>
        <translation type="unfinished">Ouvrez d’abord une étude dans l’onglet Importation ; ses événements intercurrents sont listés ici.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>NOT SAVED TO A FILE</source>
        <translation type="unfinished">NON ENREGISTRÉ DANS UN FICHIER</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Changes of events are kept until the program is closed. The workbook of Intercurrent events lists them with their reasons.</source>
        <translation type="unfinished">Les modifications d’événements sont gardées jusqu’à la fermeture du programme. Le classeur des événements intercurrents les liste avec leurs motifs.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Set population, treatment, variable and strategies of every analysis to these</source>
        <translation type="unfinished">Régler la population, le traitement, la variable et les stratégies de chaque analyse sur ceux-ci</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>This stopped because of a fault in the program.</source>
        <translation type="unfinished">Ceci s’est arrêté à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Looking for intercurrent events</source>
        <translation type="unfinished">Recherche d’événements intercurrents</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>&amp;Use for all analyses</source>
        <translation type="unfinished">&amp;Utiliser pour toutes les analyses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Intercurrent events are being looked for.</source>
        <translation type="unfinished">Les événements intercurrents sont recherchés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Estimand</source>
        <translation type="unfinished">Estimand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Estimand in words</source>
        <translation type="unfinished">Estimand en mots</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>event of {subject}</source>
        <translation type="unfinished">événement de {subject}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Saved. Results that depend on it are marked as stale.</source>
        <translation type="unfinished">Enregistré. Les résultats qui en dépendent sont marqués comme périmés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Compose the estimand</source>
        <translation type="unfinished">Composer l’estimand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Printed with every result</source>
        <translation type="unfinished">Imprimé avec chaque résultat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Intercurrent events</source>
        <translation type="unfinished">Événements intercurrents</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/estimand_tab.py"/>
        <source>Changes of events made before apply to patients of this study.</source>
        <translation type="unfinished">Des modifications d’événements faites auparavant concernent des patients de cette étude.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Choose an event in the list, or add one that the data do not tell of.</source>
        <translation type="unfinished">Choisissez un événement dans la liste, ou ajoutez-en un que les données ne rapportent pas.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Counts as an event</source>
        <translation type="unfinished">Compte comme événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>An event that the data do not tell of</source>
        <translation type="unfinished">Un événement que les données ne rapportent pas</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>As the estimand says</source>
        <translation type="unfinished">Comme le dit l’estimand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>&amp;Patient</source>
        <translation type="unfinished">&amp;Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>The data do not tell of this event.</source>
        <translation type="unfinished">Les données ne rapportent pas cet événement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>In the data: {parts}.</source>
        <translation type="unfinished">Dans les données : {parts}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Patient the event is of</source>
        <translation type="unfinished">Patient concerné par l’événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Kind of the event</source>
        <translation type="unfinished">Type d’événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Untick where the data tell of an event that was none</source>
        <translation type="unfinished">Décocher si les données rapportent un événement qui n’en était pas un</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Date of the event, also as year-month-day; values after it count anew</source>
        <translation type="unfinished">Date de l’événement, aussi en année-mois-jour ; les valeurs suivantes sont recomptées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Why it happened, or which drug was taken</source>
        <translation type="unfinished">Pourquoi il s’est produit, ou quel médicament a été pris</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>How values after the event of this patient count</source>
        <translation type="unfinished">Comment comptent les valeurs après l’événement de ce patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Your name, kept with the change</source>
        <translation type="unfinished">Votre nom, gardé avec la modification</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Why the event is changed; printed with the result</source>
        <translation type="unfinished">Pourquoi l’événement est modifié ; imprimé avec le résultat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Patient</source>
        <translation type="unfinished">Patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Reason or drug</source>
        <translation type="unfinished">Motif ou médicament</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Your name</source>
        <translation type="unfinished">Votre nom</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Reason for the change</source>
        <translation type="unfinished">Motif de la modification</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Date and &amp;cause</source>
        <translation type="unfinished">Date et &amp;cause</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Strate&amp;gy</source>
        <translation type="unfinished">Straté&amp;gie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>By and &amp;why</source>
        <translation type="unfinished">Par qui et &amp;pourquoi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Save cha&amp;nge</source>
        <translation type="unfinished">Enregistrer la modificatio&amp;n</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Keep the change; results that depend on it go stale</source>
        <translation type="unfinished">Garder la modification ; les résultats qui en dépendent deviennent périmés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Bac&amp;k to the data</source>
        <translation type="unfinished">&amp;Revenir aux données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Fill in what the data tell; then save</source>
        <translation type="unfinished">Remplir avec ce que disent les données ; puis enregistrer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Add ev&amp;ent…</source>
        <translation type="unfinished">Ajouter un évé&amp;nement…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Enter an event that the data do not tell of</source>
        <translation type="unfinished">Saisir un événement que les données ne rapportent pas</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Open patient</source>
        <translation type="unfinished">Ouvrir le patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Show this patient on the Patients tab</source>
        <translation type="unfinished">Montrer ce patient dans l’onglet Patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>no date</source>
        <translation type="unfinished">sans date</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Nothing was changed.</source>
        <translation type="unfinished">Rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>no reason</source>
        <translation type="unfinished">sans motif</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>Choose a patient of the study.</source>
        <translation type="unfinished">Choisissez un patient de l’étude.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_editor.py"/>
        <source>This event is in the list already: choose it there.</source>
        <translation type="unfinished">Cet événement est déjà dans la liste : choisissez-le là.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Choose an event to see where it comes from and to change it</source>
        <translation type="unfinished">Choisir un événement pour voir d’où il vient et le modifier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Fin&amp;d</source>
        <translation type="unfinished">Ch&amp;ercher</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>1 event</source>
        <translation type="unfinished">1 événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>{total} events</source>
        <translation type="unfinished">{total} événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Patient, event, drug, strategy or source</source>
        <translation type="unfinished">Patient, événement, médicament, stratégie ou source</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Search events</source>
        <translation type="unfinished">Chercher des événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Show only the events whose row contains this text</source>
        <translation type="unfinished">Ne montrer que les événements dont la ligne contient ce texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Event</source>
        <translation type="unfinished">Événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Date</source>
        <translation type="unfinished">Date</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Day</source>
        <translation type="unfinished">Jour</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Strategy</source>
        <translation type="unfinished">Stratégie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>Source</source>
        <translation type="unfinished">Source</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>{shown} of {events}</source>
        <translation type="unfinished">{shown} sur {events}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>does not count</source>
        <translation type="unfinished">ne compte pas</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>changed</source>
        <translation type="unfinished">modifié</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>data</source>
        <translation type="unfinished">données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_list.py"/>
        <source>(own)</source>
        <translation type="unfinished">(propre)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Lists of events of special interest</source>
        <translation type="unfinished">Listes d’événements d’intérêt particulier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Groups</source>
        <translation type="unfinished">Groupes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>What the group looks for</source>
        <translation type="unfinished">Ce que cherche le groupe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Name of the lists</source>
        <translation type="unfinished">&amp;Nom des listes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Reason &amp;for the change</source>
        <translation type="unfinished">Moti&amp;f de la modification</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Use these &amp;lists</source>
        <translation type="unfinished">Utiliser ces &amp;listes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Analyses use these lists from now on; results made before are marked</source>
        <translation type="unfinished">Les analyses utilisent désormais ces listes ; les résultats antérieurs sont marqués</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>The lists are not used yet; the main window says why.</source>
        <translation type="unfinished">Les listes ne sont pas encore utilisées ; la fenêtre principale indique pourquoi.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>The lists were written: {path}</source>
        <translation type="unfinished">Les listes ont été écrites : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Fingerprint {digits}</source>
        <translation type="unfinished">Empreinte {digits}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>All</source>
        <translation type="unfinished">Tous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Serious</source>
        <translation type="unfinished">Grave</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Group</source>
        <translation type="unfinished">Groupe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Name of the group, as tables print it</source>
        <translation type="unfinished">Nom du groupe, tel que les tableaux l’impriment</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Only within</source>
        <translation type="unfinished">Seulement dans</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Only events that belong to this other group, which stands above</source>
        <translation type="unfinished">Seulement les événements de cet autre groupe, placé au-dessus</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Only</source>
        <translation type="unfinished">Seulement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Whether serious events alone belong to the group</source>
        <translation type="unfinished">Si seuls les événements graves appartiennent au groupe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Events</source>
        <translation type="unfinished">Événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Events of the study that the group finds</source>
        <translation type="unfinished">Événements de l’étude que trouve le groupe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Name of the lists, printed with every result</source>
        <translation type="unfinished">Nom des listes, imprimé avec chaque résultat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Why the lists are changed; kept in the audit trail</source>
        <translation type="unfinished">Pourquoi les listes sont modifiées ; gardé dans la piste d’audit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Groups</source>
        <translation type="unfinished">&amp;Groupes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;The group looks for</source>
        <translation type="unfinished">&amp;Le groupe cherche</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Annuler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation type="unfinished">Reprendre la dernière modification (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Rétablir</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Make it again (Ctrl+Y)</source>
        <translation type="unfinished">La refaire (Ctrl+Y)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>As &amp;shipped</source>
        <translation type="unfinished">Comme &amp;fourni</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Go back to the lists of the program</source>
        <translation type="unfinished">Revenir aux listes du programme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>&amp;Open file…</source>
        <translation type="unfinished">&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Lists (TOML), or a table of own terms</source>
        <translation type="unfinished">Listes (TOML), ou un tableau de vos termes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Sa&amp;ve to file…</source>
        <translation type="unfinished">Enre&amp;gistrer dans un fichier…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Write the lists to a TOML file</source>
        <translation type="unfinished">Écrire les listes dans un fichier TOML</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>These changes are not used yet. Press Use these lists to have them counted, or close once more to drop them.</source>
        <translation type="unfinished">Ces modifications ne sont pas encore utilisées. Choisissez Utiliser ces listes pour qu’elles comptent, ou fermez encore une fois pour les abandonner.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>There are {n} more.</source>
        <translation type="unfinished">Il y en a {n} de plus.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Looks for</source>
        <translation type="unfinished">Cherche</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>What is compared, and how</source>
        <translation type="unfinished">Ce qui est comparé, et comment</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Text</source>
        <translation type="unfinished">Texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>* stands for any letters, ? for one; case does not matter</source>
        <translation type="unfinished">* tient lieu de lettres quelconques, ? d’une seule ; la casse est sans importance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Events of the study that this entry finds</source>
        <translation type="unfinished">Événements de l’étude que trouve cette entrée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Add</source>
        <translation type="unfinished">Ajouter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Add a group (Insert)</source>
        <translation type="unfinished">Ajouter un groupe (Inser)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Remove</source>
        <translation type="unfinished">Retirer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Remove the group chosen (Delete)</source>
        <translation type="unfinished">Retirer le groupe choisi (Suppr)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Up</source>
        <translation type="unfinished">Monter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Move the group up (Alt+Up)</source>
        <translation type="unfinished">Monter le groupe (Alt+Haut)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Down</source>
        <translation type="unfinished">Descendre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Move the group down (Alt+Down)</source>
        <translation type="unfinished">Descendre le groupe (Alt+Bas)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Add a term (Insert)</source>
        <translation type="unfinished">Ajouter un terme (Inser)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/event_lists_dialog.py"/>
        <source>Remove the term chosen (Delete)</source>
        <translation type="unfinished">Retirer le terme choisi (Suppr)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Excel workbook…</source>
        <translation type="unfinished">Classeur &amp;Excel…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>numbers in full beside the table to read</source>
        <translation type="unfinished">nombres complets à côté du tableau à lire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Word document…</source>
        <translation type="unfinished">Document &amp;Word…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>titles and footnotes on every page</source>
        <translation type="unfinished">titres et notes de bas de page sur chaque page</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;PDF report…</source>
        <translation type="unfinished">Rapport &amp;PDF…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>with contents; fonts embedded, figures as vectors</source>
        <translation type="unfinished">avec sommaire ; polices incorporées, figures vectorielles</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;RTF document…</source>
        <translation type="unfinished">Document &amp;RTF…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>as study reports exchange tables</source>
        <translation type="unfinished">comme les rapports d’étude échangent leurs tableaux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>We&amp;b page…</source>
        <translation type="unfinished">Page we&amp;b…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>one file to read in a browser</source>
        <translation type="unfinished">un seul fichier à lire dans un navigateur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>All results: workbook, each figure as PNG, SVG and PDF, and the numbers as data</source>
        <translation type="unfinished">Tous les résultats : classeur, chaque figure en PNG, SVG et PDF, et les nombres comme données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Run every analysis for every study and pooled, then write all tables and figures</source>
        <translation type="unfinished">Calculer chaque analyse pour chaque étude et en regroupant, puis écrire tous les tableaux et figures</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Use a style file of your own; sponsor.toml of the program explains every line</source>
        <translation type="unfinished">Utiliser votre propre fichier de style ; sponsor.toml du programme explique chaque ligne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>E&amp;xport</source>
        <translation type="unfinished">E&amp;xporter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;All results in one file</source>
        <translation type="unfinished">&amp;Tous les résultats dans un fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>All results run so far: {good}</source>
        <translation type="unfinished">Tous les résultats obtenus jusqu’ici : {good}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>E&amp;verything to a folder…</source>
        <translation type="unfinished">T&amp;out dans un dossier…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>R&amp;un all and export everything…</source>
        <translation type="unfinished">&amp;Calculer et exporter tout…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Mark as &amp;draft</source>
        <translation type="unfinished">&amp;Marquer comme brouillon</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>Write DRAFT on every page until this is taken away</source>
        <translation type="unfinished">Écrire DRAFT sur chaque page jusqu’à ce que ce soit retiré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;Own style file…</source>
        <translation type="unfinished">&amp;Votre fichier de style…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>The result shown: {good}</source>
        <translation type="unfinished">Le résultat affiché : {good}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>&amp;House style</source>
        <translation type="unfinished">&amp;Style maison</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/export_menu.py"/>
        <source>How numbers, titles and pages of exports look</source>
        <translation type="unfinished">Aspect des nombres, titres et pages des exports</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>An export is being written; wait for it or press Esc.</source>
        <translation type="unfinished">Un export est en cours d’écriture ; attendez ou appuyez sur Échap.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Workbook{reports}, {count} figure files and results.json were written to {folder}</source>
        <translation type="unfinished">Classeur{reports}, {count} fichiers de figures et results.json ont été écrits dans {folder}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Workbook, figures and results as data</source>
        <translation type="unfinished">Classeur, figures et résultats comme données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>The export stopped because of a fault in the program.</source>
        <translation type="unfinished">L’export s’est arrêté à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Show in folder</source>
        <translation type="unfinished">Montrer dans le dossier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Open the folder of what was written</source>
        <translation type="unfinished">Ouvrir le dossier de ce qui a été écrit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Writing the export</source>
        <translation type="unfinished">Écriture de l’export</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>The {kind} was written: {path}</source>
        <translation type="unfinished">Écrit : {kind}, {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>{count} de-identified data sets were written to {folder}. {cells} small cells are listed in {report}: read them before you pass the data on.</source>
        <translation type="unfinished">{count} jeux de données désidentifiés ont été écrits dans {folder}. {cells} petites cellules sont listées dans {report} : lisez-les avant de transmettre les données.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>The export was cancelled.</source>
        <translation type="unfinished">L’export a été annulé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>There is no result to export yet. Run an analysis first.</source>
        <translation type="unfinished">Il n’y a encore aucun résultat à exporter. Calculez d’abord une analyse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/exporting.py"/>
        <source>Not drawn: {sentence}</source>
        <translation type="unfinished">Non dessiné : {sentence}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Drawing the picture</source>
        <translation type="unfinished">Dessin de l’image</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>The picture could not be drawn because of a fault in the program.</source>
        <translation type="unfinished">L’image n’a pas pu être dessinée à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Choose where to write the picture, and as what (Enter)</source>
        <translation type="unfinished">Choisir où et sous quel format écrire l’image (Entrée)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Write no picture (Esc)</source>
        <translation type="unfinished">N’écrire aucune image (Échap)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Drawing the picture…</source>
        <translation type="unfinished">Dessin de l’image…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Writing the picture…</source>
        <translation type="unfinished">Écriture de l’image…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Size of the picture</source>
        <translation type="unfinished">Taille de l’image</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>as needed</source>
        <translation type="unfinished">selon le besoin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy picture</source>
        <translation type="unfinished">Copier l’image</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy the printed figure as a picture</source>
        <translation type="unfinished">Copier la figure imprimée comme image</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy data</source>
        <translation type="unfinished">Copier les données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Copy the numbers of the figure, in full</source>
        <translation type="unfinished">Copier les nombres complets de la figure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Save picture…</source>
        <translation type="unfinished">Enregistrer l’image…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Write the figure to PNG, SVG or PDF at an exact size</source>
        <translation type="unfinished">Écrire la figure en PNG, SVG ou PDF à une taille exacte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>{text} of the figure shown</source>
        <translation type="unfinished">{text} de la figure affichée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>{number} lines of numbers were copied.</source>
        <translation type="unfinished">{number} lignes de nombres ont été copiées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>The picture was copied.</source>
        <translation type="unfinished">L’image a été copiée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>The picture was written: {path}</source>
        <translation type="unfinished">L’image a été écrite : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Save as…</source>
        <translation type="unfinished">Enregistrer sous…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Cancel</source>
        <translation type="unfinished">Annuler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Width</source>
        <translation type="unfinished">Largeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Width with the caption: 85 mm is one journal column, 170 mm two</source>
        <translation type="unfinished">Largeur avec la légende : 85 mm font une colonne de revue, 170 mm deux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Height</source>
        <translation type="unfinished">Hauteur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Height with the caption; 0 leaves it to what the figure needs</source>
        <translation type="unfinished">Hauteur avec la légende ; 0 la laisse au besoin de la figure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Resolution</source>
        <translation type="unfinished">Résolution</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/figure_bar.py"/>
        <source>Dots per inch of a PNG; SVG and PDF are vectors without dots</source>
        <translation type="unfinished">Points par pouce d’un PNG ; SVG et PDF sont des vecteurs sans points</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/file_drops.py"/>
        <source>Close “{title}” first.</source>
        <translation type="unfinished">Fermez d’abord « {title} ».</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Study files (*.sjd)</source>
        <translation type="unfinished">Fichiers d’étude (*.sjd)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open study files</source>
        <translation type="unfinished">Ouvrir les fichiers d’une étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open the folder of a study</source>
        <translation type="unfinished">Ouvrir le dossier d’une étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open a study file</source>
        <translation type="unfinished">Ouvrir un fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export everything to a folder</source>
        <translation type="unfinished">Tout exporter dans un dossier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export de-identified data to a new or empty folder</source>
        <translation type="unfinished">Exporter les données désidentifiées dans un dossier nouveau ou vide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export to a workbook</source>
        <translation type="unfinished">Exporter dans un classeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Excel workbook</source>
        <translation type="unfinished">Classeur Excel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Write as one page</source>
        <translation type="unfinished">Écrire sur une page</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Export as {kind}</source>
        <translation type="unfinished">Exporter en {kind}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save the picture</source>
        <translation type="unfinished">Enregistrer l’image</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Run a plan</source>
        <translation type="unfinished">Exécuter un plan</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save as a plan</source>
        <translation type="unfinished">Enregistrer comme plan</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Analysis plan</source>
        <translation type="unfinished">Plan d’analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Open lists of events</source>
        <translation type="unfinished">Ouvrir des listes d’événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save lists of events</source>
        <translation type="unfinished">Enregistrer des listes d’événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Lists of events</source>
        <translation type="unfinished">Listes d’événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Save how tables are read</source>
        <translation type="unfinished">Enregistrer la façon de lire les tableaux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>House style</source>
        <translation type="unfinished">Style maison</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Data files ({patterns})</source>
        <translation type="unfinished">Fichiers de données ({patterns})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>All files (*)</source>
        <translation type="unfinished">Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Analysis plan (*.toml)</source>
        <translation type="unfinished">Plan d’analyse (*.toml)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Lists and tables of terms ({patterns})</source>
        <translation type="unfinished">Listes et tableaux de termes ({patterns})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Lists (*.toml)</source>
        <translation type="unfinished">Listes (*.toml)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>Mapping file (*.mapping.json)</source>
        <translation type="unfinished">Fichier de correspondance (*.mapping.json)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/files.py"/>
        <source>House style (*.toml)</source>
        <translation type="unfinished">Style maison (*.toml)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Search in everything</source>
        <translation type="unfinished">Chercher partout</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Patient, question, adverse event, variable, help page or command</source>
        <translation type="unfinished">Patient, question, événement indésirable, variable, page d’aide ou commande</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Type what you look for; Enter goes there, Esc closes</source>
        <translation type="unfinished">Tapez ce que vous cherchez ; Entrée y va, Échap ferme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Found</source>
        <translation type="unfinished">Trouvé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Enter or a click goes there</source>
        <translation type="unfinished">Entrée ou un clic y va</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>Nothing is found. Try a part of the word, or fewer words.</source>
        <translation type="unfinished">Rien trouvé. Essayez une partie du mot, ou moins de mots.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>The first {most} of {count}; type on to narrow the list.</source>
        <translation type="unfinished">Les {most} premiers sur {count} ; continuez à taper pour réduire la liste.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/finder.py"/>
        <source>{count} found.</source>
        <translation type="unfinished">{count} trouvés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>&amp;Go to the row</source>
        <translation type="unfinished">&amp;Aller à la ligne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Export to E&amp;xcel…</source>
        <translation type="unfinished">Exporter vers E&amp;xcel…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>every check</source>
        <translation type="unfinished">chaque contrôle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Severity shown</source>
        <translation type="unfinished">Sévérité affichée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show only findings of this severity</source>
        <translation type="unfinished">Ne montrer que les constats de cette sévérité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>all</source>
        <translation type="unfinished">tous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Check shown</source>
        <translation type="unfinished">Contrôle affiché</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show only what this check found</source>
        <translation type="unfinished">Ne montrer que ce que ce contrôle a trouvé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show the record in the preview (Enter or double-click)</source>
        <translation type="unfinished">Montrer l’enregistrement dans l’aperçu (Entrée ou double-clic)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Write the findings shown to an Excel workbook</source>
        <translation type="unfinished">Écrire les constats affichés dans un classeur Excel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>The findings were written: {path}</source>
        <translation type="unfinished">Les constats ont été écrits : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Subject, file, column or words</source>
        <translation type="unfinished">Sujet, fichier, colonne ou mots</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Filter findings by text</source>
        <translation type="unfinished">Filtrer les constats par texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Show only findings in which this text stands anywhere</source>
        <translation type="unfinished">Ne montrer que les constats où figure ce texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>Te&amp;xt</source>
        <translation type="unfinished">Te&amp;xte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>&amp;Severity</source>
        <translation type="unfinished">&amp;Sévérité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/findings.py"/>
        <source>C&amp;heck</source>
        <translation type="unfinished">Contr&amp;ôle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_canvas.py"/>
        <source>Graph of the hypotheses</source>
        <translation type="unfinished">Graphe des hypothèses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_canvas.py"/>
        <source>All of it stands in the table below too</source>
        <translation type="unfinished">Tout cela figure aussi dans le tableau ci-dessous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_canvas.py"/>
        <source>Drag a box to move it, its bar to set its share of alpha, its ring to draw an arrow</source>
        <translation type="unfinished">Tirer une boîte pour la déplacer, sa barre pour fixer sa part d’alpha, son anneau pour tracer une flèche</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Draw…</source>
        <translation type="unfinished">Dessiner…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Draw the graph, or set its numbers in a table</source>
        <translation type="unfinished">Dessiner le graphe, ou fixer ses nombres dans un tableau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Preset</source>
        <translation type="unfinished">Préréglage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Go back to the graph chosen above</source>
        <translation type="unfinished">Revenir au graphe choisi ci-dessus</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>{count} hypotheses. Alpha begins with: {first}.</source>
        <translation type="unfinished">{count} hypothèses. Alpha commence par : {first}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Shares of alpha and arrows, in per cent</source>
        <translation type="unfinished">Parts d’alpha et flèches, en pour cent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Per cent of alpha at the beginning, and per cent handed on to each other</source>
        <translation type="unfinished">Pour cent d’alpha au départ, et pour cent transmis à chacune des autres</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>{number}% of alpha is not used.</source>
        <translation type="unfinished">{number} % d’alpha n’est pas utilisé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>The graph can be used.{unused}</source>
        <translation type="unfinished">Le graphe peut être utilisé.{unused}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Drag a box to move it, its bar to set its share of alpha, and its ring to another box to draw an arrow. Shares are set exactly in the table.</source>
        <translation type="unfinished">Tirez une boîte pour la déplacer, sa barre pour fixer sa part d’alpha, et son anneau vers une autre boîte pour tracer une flèche. Les parts exactes se fixent dans le tableau.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>Alpha %</source>
        <translation type="unfinished">Alpha %</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>{wrong} is no number from 0 to 100, so the share stays as it was.</source>
        <translation type="unfinished">{wrong} n’est pas un nombre de 0 à 100 ; la part reste donc telle quelle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/graph_edit.py"/>
        <source>to {number}</source>
        <translation type="unfinished">vers {number}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>&amp;Contents and search</source>
        <translation type="unfinished">&amp;Sommaire et recherche</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Search all help pages</source>
        <translation type="unfinished">Chercher dans toutes les pages d’aide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Short &amp;tour</source>
        <translation type="unfinished">&amp;Visite guidée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Go through the tabs in five steps</source>
        <translation type="unfinished">Parcourir les onglets en cinq étapes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>C&amp;heck the installation…</source>
        <translation type="unfinished">Véri&amp;fier l’installation…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Repeat the reference results on this computer and save the report as PDF</source>
        <translation type="unfinished">Répéter les résultats de référence sur cet ordinateur et enregistrer le rapport en PDF</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>&amp;Reports of faults…</source>
        <translation type="unfinished">&amp;Rapports d’erreur…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>Show the folder of reports; they hold no data of a study</source>
        <translation type="unfinished">Montrer le dossier des rapports ; ils ne contiennent aucune donnée d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_menu.py"/>
        <source>There are no reports: no fault has been recorded.</source>
        <translation type="unfinished">Il n’y a pas de rapport : aucune erreur n’a été enregistrée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Search all pages, for example: missing visits</source>
        <translation type="unfinished">Chercher dans toutes les pages, par exemple : missing visits</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Words to look for; a page must hold all of them</source>
        <translation type="unfinished">Mots cherchés ; une page doit les contenir tous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Search the help</source>
        <translation type="unfinished">Chercher dans l’aide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Pages found</source>
        <translation type="unfinished">Pages trouvées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Pages that hold the words looked for</source>
        <translation type="unfinished">Pages qui contiennent les mots cherchés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Page</source>
        <translation type="unfinished">Page</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>{count} of {total} pages</source>
        <translation type="unfinished">{count} pages sur {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>No page holds all of these words: {names}</source>
        <translation type="unfinished">Aucune page ne contient tous ces mots : {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/help_window.py"/>
        <source>Not opened, the program stays offline: {link}</source>
        <translation type="unfinished">Non ouvert, le programme reste hors ligne : {link}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/history.py"/>
        <source>score entry</source>
        <translation type="unfinished">saisie de score</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The checks found nothing. Next: look at the patients, or choose a question on the Analysis or Safety tab.</source>
        <translation type="unfinished">Les contrôles n’ont rien trouvé. Ensuite : regarder les patients, ou choisir une question dans l’onglet Analyse ou Tolérance.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Next: read the findings ({count}), look at the patients, or choose a question on the Analysis or Safety tab.</source>
        <translation type="unfinished">Ensuite : lire les constats ({count}), regarder les patients, ou choisir une question dans l’onglet Analyse ou Tolérance.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Data sets found</source>
        <translation type="unfinished">Jeux de données trouvés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Counting the data sets</source>
        <translation type="unfinished">Comptage des jeux de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Opening a study</source>
        <translation type="unfinished">Ouverture d’une étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Progress of opening the study</source>
        <translation type="unfinished">Progression de l’ouverture de l’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Stop opening (Esc); what was open before stays</source>
        <translation type="unfinished">Arrêter l’ouverture (Échap) ; ce qui était ouvert reste</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>&amp;Preview</source>
        <translation type="unfinished">Ape&amp;rçu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Fi&amp;ndings</source>
        <translation type="unfinished">Co&amp;nstats</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Col&amp;umns</source>
        <translation type="unfinished">Colonne&amp;s</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The study was not opened because of a fault in the program.{kept}</source>
        <translation type="unfinished">L’étude n’a pas été ouverte à cause d’une erreur du programme.{kept}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Opening was cancelled.{kept}</source>
        <translation type="unfinished">L’ouverture a été annulée.{kept}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The study opened before is still here.</source>
        <translation type="unfinished">L’étude ouverte auparavant est toujours là.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>A study is being opened. Wait for it, or press Esc, and open the next then.</source>
        <translation type="unfinished">Une étude est en cours d’ouverture. Attendez ou appuyez sur Échap, puis ouvrez la suivante.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open fil&amp;es…</source>
        <translation type="unfinished">Ouvrir des fic&amp;hiers…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open data files of a study (Ctrl+O)</source>
        <translation type="unfinished">Ouvrir les fichiers de données d’une étude (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open f&amp;older…</source>
        <translation type="unfinished">Ouvrir un d&amp;ossier…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open all data files of a folder and its subfolders (Ctrl+Shift+O)</source>
        <translation type="unfinished">Ouvrir tous les fichiers de données d’un dossier et de ses sous-dossiers (Ctrl+Maj+O)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Loo&amp;k at files first…</source>
        <translation type="unfinished">R&amp;egarder d’abord les fichiers…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Look at files before they are opened, and say how they are to be read</source>
        <translation type="unfinished">Regarder les fichiers avant de les ouvrir, et dire comment les lire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open st&amp;udy file…</source>
        <translation type="unfinished">O&amp;uvrir un fichier d’étude…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open a study that was kept in a study file (Ctrl+Alt+O)</source>
        <translation type="unfinished">Ouvrir une étude gardée dans un fichier d’étude (Ctrl+Alt+O)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open &amp;demonstration study</source>
        <translation type="unfinished">Ouvrir l’étude de démon&amp;stration</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open two synthetic trials that come with the program</source>
        <translation type="unfinished">Ouvrir deux essais synthétiques fournis avec le programme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Open the files again: they are read by this mapping from now on.</source>
        <translation type="unfinished">Rouvrez les fichiers : ils sont désormais lus selon cette correspondance.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Fi&amp;ndings ({count})</source>
        <translation type="unfinished">Co&amp;nstats ({count})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>Not everything could be read: see the {serious} errors and warnings under Findings.</source>
        <translation type="unfinished">Tout n’a pas pu être lu : voir les {serious} erreurs et avertissements sous Constats.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/import_tab.py"/>
        <source>The record of this finding is in no data set that is open.</source>
        <translation type="unfinished">L’enregistrement de ce constat n’est dans aucun jeu de données ouvert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/kept_sizes.py"/>
        <source>Divider between panes</source>
        <translation type="unfinished">Séparation entre les volets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/kept_sizes.py"/>
        <source>Arrow keys move it, Esc goes back</source>
        <translation type="unfinished">Les flèches la déplacent, Échap revient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/keychain.py"/>
        <source>This computer has no keychain the program can use, so the passphrase is not remembered. The study file is open all the same.</source>
        <translation type="unfinished">Cet ordinateur n’a pas de trousseau utilisable par le programme ; la phrase secrète n’est donc pas retenue. Le fichier d’étude est tout de même ouvert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/last_seen.py"/>
        <source>The audit trail of {name} does not continue the one that was seen on this computer last (entry {number}). It is an older copy, or it was written anew.</source>
        <translation type="unfinished">La piste d’audit de {name} ne continue pas celle vue en dernier sur cet ordinateur (entrée {number}). C’est une copie plus ancienne, ou elle a été réécrite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>&amp;Go back</source>
        <translation type="unfinished">&amp;Retour</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Close this and lose nothing (Esc)</source>
        <translation type="unfinished">Fermer ceci sans rien perdre (Échap)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>What is listed here is lost</source>
        <translation type="unfinished">Ce qui est indiqué ici est perdu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Quit without saving?</source>
        <translation type="unfinished">Quitter sans enregistrer ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>&amp;Quit without saving</source>
        <translation type="unfinished">&amp;Quitter sans enregistrer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Go on without saving?</source>
        <translation type="unfinished">Continuer sans enregistrer ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Lists of events are changed and not used yet.</source>
        <translation type="unfinished">Des listes d’événements sont modifiées et pas encore utilisées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Scores, notes and changed events that are in no study file: {count}. They are lost when the program ends.</source>
        <translation type="unfinished">Scores, notes et événements modifiés qui ne sont dans aucun fichier d’étude : {count}. Ils sont perdus quand le programme se termine.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>&amp;Make a study file…</source>
        <translation type="unfinished">Créer un &amp;fichier d’étude…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Keep all of it in an encrypted file</source>
        <translation type="unfinished">Garder le tout dans un fichier chiffré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Go &amp;on without saving</source>
        <translation type="unfinished">&amp;Continuer sans enregistrer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Patients with entries on score sheets that are not saved: {n}.</source>
        <translation type="unfinished">Patients avec des entrées non enregistrées sur des feuilles de score : {n}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Notes that are begun and not saved: {n}.</source>
        <translation type="unfinished">Notes commencées et non enregistrées : {n}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/leaving.py"/>
        <source>Not saved in the study file: {why}</source>
        <translation type="unfinished">Non enregistré dans le fichier d’étude : {why}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/legend.py"/>
        <source>Series shown: {names}</source>
        <translation type="unfinished">Séries affichées : {names}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/lock_page.py"/>
        <source>The study file is locked: its key is forgotten until the passphrase is given again. What you were doing is still here.</source>
        <translation type="unfinished">Le fichier d’étude est verrouillé : sa clé est oubliée jusqu’à ce que la phrase secrète soit redonnée. Votre travail est toujours là.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>as found</source>
        <translation type="unfinished">comme trouvé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>number</source>
        <translation type="unfinished">nombre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>date</source>
        <translation type="unfinished">date</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>text</source>
        <translation type="unfinished">texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Windows-1252 (Western Europe)</source>
        <translation type="unfinished">Windows-1252 (Europe de l’Ouest)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Windows-1250 (Central Europe)</source>
        <translation type="unfinished">Windows-1250 (Europe centrale)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Windows-1251 (Cyrillic)</source>
        <translation type="unfinished">Windows-1251 (cyrillique)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Shift-JIS (Japanese)</source>
        <translation type="unfinished">Shift-JIS (japonais)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>GB 18030 (Chinese)</source>
        <translation type="unfinished">GB 18030 (chinois)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>comma</source>
        <translation type="unfinished">virgule</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>semicolon</source>
        <translation type="unfinished">point-virgule</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>tab</source>
        <translation type="unfinished">tabulation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>bar |</source>
        <translation type="unfinished">barre |</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>point: 1,234.5</source>
        <translation type="unfinished">point : 1,234.5</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>comma: 1.234,5</source>
        <translation type="unfinished">virgule : 1.234,5</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>day first: 31/12/2024</source>
        <translation type="unfinished">jour d’abord : 31/12/2024</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>month first: 12/31/2024</source>
        <translation type="unfinished">mois d’abord : 12/31/2024</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Read as</source>
        <translation type="unfinished">Lu comme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Missing</source>
        <translation type="unfinished">Manquants</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Written otherwise</source>
        <translation type="unfinished">Écrits autrement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Only as text</source>
        <translation type="unfinished">Texte seulement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Label</source>
        <translation type="unfinished">Libellé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{number} records</source>
        <translation type="unfinished">{number} enregistrements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{name}: {changed} values are written in another form than in the file, {lost} are kept as text only</source>
        <translation type="unfinished">{name} : {changed} valeurs sont écrites autrement que dans le fichier, {lost} sont gardées comme texte seulement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>read as</source>
        <translation type="unfinished">lu comme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Look at files before opening</source>
        <translation type="unfinished">Regarder les fichiers avant de les ouvrir</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>File looked at</source>
        <translation type="unfinished">Fichier regardé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Sheet or data set looked at</source>
        <translation type="unfinished">Feuille ou jeu de données regardé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Encoding of the text</source>
        <translation type="unfinished">Codage du texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>What separates the values</source>
        <translation type="unfinished">Ce qui sépare les valeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Decimal sign</source>
        <translation type="unfinished">Signe décimal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Order of day and month</source>
        <translation type="unfinished">Ordre du jour et du mois</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Columns of the file</source>
        <translation type="unfinished">Colonnes du fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>First rows: text of the file, and as read</source>
        <translation type="unfinished">Premières lignes : texte du fichier, et tel que lu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Values that mean missing</source>
        <translation type="unfinished">Valeurs qui signifient manquant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>such as -99; 999</source>
        <translation type="unfinished">par exemple -99; 999</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Numbers that mean “missing”, separated by semicolons</source>
        <translation type="unfinished">Nombres qui signifient « manquant », séparés par des points-virgules</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Open</source>
        <translation type="unfinished">&amp;Ouvrir</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Open all files so</source>
        <translation type="unfinished">Ouvrir tous les fichiers ainsi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Reading…</source>
        <translation type="unfinished">Lecture…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{text!r} is read as {value!r}</source>
        <translation type="unfinished">{text!r} est lu comme {value!r}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>{text!r} is read as missing</source>
        <translation type="unfinished">{text!r} est lu comme manquant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;File</source>
        <translation type="unfinished">&amp;Fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Sheet</source>
        <translation type="unfinished">Feuill&amp;e</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Encoding</source>
        <translation type="unfinished">&amp;Codage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Separa&amp;tor</source>
        <translation type="unfinished">Sépara&amp;teur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Decimal sign</source>
        <translation type="unfinished">Signe &amp;décimal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>Order of d&amp;ates</source>
        <translation type="unfinished">Ordre des d&amp;ates</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/look_dialog.py"/>
        <source>&amp;Missing codes</source>
        <translation type="unfinished">Codes de &amp;manquants</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Import</source>
        <translation type="unfinished">Im&amp;portation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Pa&amp;tients</source>
        <translation type="unfinished">Pa&amp;tients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Esti&amp;mand</source>
        <translation type="unfinished">Esti&amp;mand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Analysis</source>
        <translation type="unfinished">Anal&amp;yse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>&amp;Safety</source>
        <translation type="unfinished">To&amp;lérance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Next trial</source>
        <translation type="unfinished">Prochain essai</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>The analyses now have this estimand. Choose one and press Run.</source>
        <translation type="unfinished">Les analyses ont maintenant cet estimand. Choisissez-en une et appuyez sur Calculer.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Open a study and look at its data</source>
        <translation type="unfinished">Ouvrir une étude et regarder ses données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Course and score sheet of each patient</source>
        <translation type="unfinished">Évolution et feuille de score de chaque patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>What is estimated, and the events that change what values mean</source>
        <translation type="unfinished">Ce qui est estimé, et les événements qui changent le sens des valeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Efficacy: change, responders and other questions</source>
        <translation type="unfinished">Efficacité : variation, répondeurs et autres questions</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Adverse events and other safety questions</source>
        <translation type="unfinished">Événements indésirables et autres questions de tolérance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Power, sample size and simulated designs of the next trial</source>
        <translation type="unfinished">Puissance, nombre de sujets et plans simulés du prochain essai</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>data cut {cut}</source>
        <translation type="unfinished">gel des données {cut}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Ready</source>
        <translation type="unfinished">Prêt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/main_window.py"/>
        <source>Let go to open.</source>
        <translation type="unfinished">Relâchez pour ouvrir.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of the visit windows</source>
        <translation type="unfinished">modification des fenêtres de visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of what a row is</source>
        <translation type="unfinished">modification du sens d’une ligne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of the column {name}</source>
        <translation type="unfinished">modification de la colonne {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>change of the visit {name}</source>
        <translation type="unfinished">modification de la visite {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>the window {name}</source>
        <translation type="unfinished">la fenêtre {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>{text!r} is no number for {what}. Enter a number such as 24.</source>
        <translation type="unfinished">{text!r} n’est pas un nombre pour {what}. Entrez un nombre tel que 24.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/map_rows.py"/>
        <source>a day of the window {name}</source>
        <translation type="unfinished">un jour de la fenêtre {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Help</source>
        <translation type="unfinished">A&amp;ide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Open files…</source>
        <translation type="unfinished">&amp;Ouvrir des fichiers…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open data files</source>
        <translation type="unfinished">Ouvrir des fichiers de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open &amp;folder…</source>
        <translation type="unfinished">Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open all data files of a folder</source>
        <translation type="unfinished">Ouvrir tous les fichiers de données d’un dossier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open two synthetic trials</source>
        <translation type="unfinished">Ouvrir deux essais synthétiques</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Open &amp;again what was open</source>
        <translation type="unfinished">&amp;Rouvrir ce qui était ouvert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Bring back study, tab, question and options of a program that ended unexpectedly</source>
        <translation type="unfinished">Retrouver l’étude, l’onglet, la question et les options d’un programme arrêté de façon inattendue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Export de-&amp;identified data…</source>
        <translation type="unfinished">Exporter les données désidenti&amp;fiées…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Write the data without what identifies patients, to pass them on</source>
        <translation type="unfinished">Écrire les données sans ce qui identifie les patients, pour les transmettre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Quit</source>
        <translation type="unfinished">&amp;Quitter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Close the program</source>
        <translation type="unfinished">Fermer le programme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Edit</source>
        <translation type="unfinished">Édition</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Take the last change back</source>
        <translation type="unfinished">Annuler le dernier changement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Make the change again that was taken back last</source>
        <translation type="unfinished">Rétablir le changement annulé en dernier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Lists of events…</source>
        <translation type="unfinished">&amp;Listes d’événements…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Which terms belong to which group of events of special interest</source>
        <translation type="unfinished">Quels termes appartiennent à quel groupe d’événements d’intérêt particulier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Run</source>
        <translation type="unfinished">&amp;Calculer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run the analysis shown</source>
        <translation type="unfinished">Calculer l’analyse affichée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run &amp;all analyses</source>
        <translation type="unfinished">Calculer &amp;toutes les analyses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run every analysis, for every study and pooled</source>
        <translation type="unfinished">Calculer chaque analyse, pour chaque étude et en regroupant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run a &amp;plan…</source>
        <translation type="unfinished">Exécuter un &amp;plan…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Run the analyses that a plan file asks for</source>
        <translation type="unfinished">Calculer les analyses que demande un fichier de plan</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Save as a plan…</source>
        <translation type="unfinished">&amp;Enregistrer comme plan…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Write a file that repeats all results with every option, here or elsewhere</source>
        <translation type="unfinished">Écrire un fichier qui répète tous les résultats avec toutes les options, ici ou ailleurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Show the &amp;list</source>
        <translation type="unfinished">Montrer la &amp;liste</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>What was run, and how</source>
        <translation type="unfinished">Ce qui a été calculé, et comment</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Stop what is running</source>
        <translation type="unfinished">Arrêter ce qui est en cours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Search &amp;everything…</source>
        <translation type="unfinished">&amp;Rechercher partout…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Go to a patient, a question, an adverse event, a variable, a help page or a command</source>
        <translation type="unfinished">Aller à un patient, une question, un événement indésirable, une variable, une page d’aide ou une commande</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Blinding</source>
        <translation type="unfinished">Aveu&amp;gle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;View</source>
        <translation type="unfinished">&amp;Affichage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;Method of this analysis</source>
        <translation type="unfinished">&amp;Méthode de cette analyse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>How it is computed</source>
        <translation type="unfinished">Comment elle est calculée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>&amp;About Sjögren Desktop</source>
        <translation type="unfinished">À &amp;propos de Sjögren Desktop</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menu_bar.py"/>
        <source>Version, changes, licence</source>
        <translation type="unfinished">Version, changements, licence</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;Show treatment arms…</source>
        <translation type="unfinished">&amp;Montrer les bras de traitement…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Unblind the study: asks for your name and a reason, and records both</source>
        <translation type="unfinished">Lever l’aveugle de l’étude : demande votre nom et un motif, et enregistre les deux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Unblind one &amp;patient…</source>
        <translation type="unfinished">Lever l’aveugle d’un &amp;patient…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>In an emergency: show the treatment of one patient, recorded</source>
        <translation type="unfinished">En urgence : montrer le traitement d’un patient, avec enregistrement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Pool &amp;all patients</source>
        <translation type="unfinished">Regrouper &amp;tous les patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Withhold treatment arms: blinded review of all patients together</source>
        <translation type="unfinished">Masquer les bras de traitement : revue en aveugle de tous les patients ensemble</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;What is withheld…</source>
        <translation type="unfinished">&amp;Ce qui est masqué…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Variables and records left out because they tell the treatment</source>
        <translation type="unfinished">Variables et enregistrements omis parce qu’ils révèlent le traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;Record of unblinding…</source>
        <translation type="unfinished">&amp;Registre des levées d’aveugle…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Who saw treatments, when and why</source>
        <translation type="unfinished">Qui a vu des traitements, quand et pourquoi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>Se&amp;cond passphrase…</source>
        <translation type="unfinished">Secon&amp;de phrase secrète…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>A passphrase that must be known to show treatments</source>
        <translation type="unfinished">Une phrase secrète qu’il faut connaître pour montrer les traitements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>&amp;How blinding works</source>
        <translation type="unfinished">Comment &amp;fonctionne l’aveugle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/menus.py"/>
        <source>What is withheld, what is pooled, how it is undone</source>
        <translation type="unfinished">Ce qui est masqué, ce qui est regroupé, comment on le lève</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/more_plots.py"/>
        <source>{x:.3g} and {y:.3g}</source>
        <translation type="unfinished">{x:.3g} et {y:.3g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/more_plots.py"/>
        <source>Lines at {lines}; drag them to count anew</source>
        <translation type="unfinished">Lignes à {lines} ; tirez-les pour recompter</translation>
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
médiane : {median}
quartiles : {first}, {third}
moustaches : {lower}, {upper}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/more_plots.py"/>
        <source>from {lower} to {upper}</source>
        <translation type="unfinished">de {lower} à {upper}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>There is no note about this patient.</source>
        <translation type="unfinished">Il n’y a pas de note sur ce patient.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Save n&amp;ote</source>
        <translation type="unfinished">Enregistrer la n&amp;ote</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Notes about the patient</source>
        <translation type="unfinished">Notes sur le patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Notes written so far; they are added to, never changed</source>
        <translation type="unfinished">Notes écrites jusqu’ici ; on y ajoute, on ne les change jamais</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>New note</source>
        <translation type="unfinished">Nouvelle note</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>What is to be remembered about this patient</source>
        <translation type="unfinished">Ce qu’il faut retenir de ce patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Write a note</source>
        <translation type="unfinished">Écrire une note</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Your name, saved with the note</source>
        <translation type="unfinished">Votre nom, enregistré avec la note</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>Save the note (Ctrl+S)</source>
        <translation type="unfinished">Enregistrer la note (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/note_page.py"/>
        <source>A note is never changed; answer a wrong one with another.</source>
        <translation type="unfinished">Une note n’est jamais changée ; répondez à une note erronée par une autre.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_edits.py"/>
        <source>Choose all: {label}</source>
        <translation type="unfinished">Tout choisir : {label}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_edits.py"/>
        <source>None</source>
        <translation type="unfinished">Aucun</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_edits.py"/>
        <source>Choose none: {label}</source>
        <translation type="unfinished">Ne rien choisir : {label}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Open the method page that explains this (F1)</source>
        <translation type="unfinished">Ouvrir la page de méthode qui explique ceci (F1)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Method page: {label}</source>
        <translation type="unfinished">Page de méthode : {label}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Show or hide the options that are rarely changed</source>
        <translation type="unfinished">Montrer ou cacher les options rarement changées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>This analysis needs a data set of kind {kinds}, and the study has none. Import it, or choose another analysis.</source>
        <translation type="unfinished">Cette analyse demande un jeu de données de type {kinds}, et l’étude n’en a pas. Importez-le, ou choisissez une autre analyse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/option_form.py"/>
        <source>Further options</source>
        <translation type="unfinished">Autres options</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The file is encrypted with the passphrase. Nobody can open it without: there is no way to recover a forgotten passphrase, so keep it where your team keeps such things.</source>
        <translation type="unfinished">Le fichier est chiffré avec la phrase secrète. Personne ne peut l’ouvrir sans elle : une phrase oubliée ne peut être récupérée ; gardez-la donc là où votre équipe garde ces choses.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Do &amp;not encrypt: whoever has the file can read it</source>
        <translation type="unfinished">&amp;Ne pas chiffrer : quiconque a le fichier peut le lire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Your name, entered in the audit trail</source>
        <translation type="unfinished">Votre nom, inscrit dans la piste d’audit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Entered in the audit trail with everything you change</source>
        <translation type="unfinished">Inscrit dans la piste d’audit avec tout ce que vous changez</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Show what is typed</source>
        <translation type="unfinished">&amp;Montrer ce qui est tapé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Show the characters of the passphrase while nobody looks on</source>
        <translation type="unfinished">Montrer les caractères de la phrase secrète quand personne ne regarde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Remember it in the keychain of this computer</source>
        <translation type="unfinished">&amp;Retenir dans le trousseau de cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Whoever is signed in to this computer as you can then open the file without the passphrase</source>
        <translation type="unfinished">Quiconque est connecté à cet ordinateur sous votre nom peut alors ouvrir le fichier sans la phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Passphrase of the study file</source>
        <translation type="unfinished">Phrase secrète du fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Unlock</source>
        <translation type="unfinished">&amp;Déverrouiller</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Open the study file with this passphrase (Enter)</source>
        <translation type="unfinished">Ouvrir le fichier d’étude avec cette phrase secrète (Entrée)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Passphrase</source>
        <translation type="unfinished">&amp;Phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Your &amp;name</source>
        <translation type="unfinished">Votre &amp;nom</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Passphrase of {name}</source>
        <translation type="unfinished">Phrase secrète de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>New passphrase</source>
        <translation type="unfinished">Nouvelle phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The same passphrase again</source>
        <translation type="unfinished">La même phrase secrète encore une fois</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Strength of the passphrase</source>
        <translation type="unfinished">Force de la phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>How hard the passphrase is to guess</source>
        <translation type="unfinished">Difficulté à deviner la phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>For synthetic data only, or a disk that is encrypted itself</source>
        <translation type="unfinished">Seulement pour des données synthétiques, ou un disque lui-même chiffré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Take this passphrase (Enter)</source>
        <translation type="unfinished">Prendre cette phrase secrète (Entrée)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>&amp;Again</source>
        <translation type="unfinished">&amp;Encore</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Give your name: it stands in the audit trail with what you change.</source>
        <translation type="unfinished">Donnez votre nom : il figure dans la piste d’audit avec ce que vous changez.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The passphrase needs at least {least} characters.</source>
        <translation type="unfinished">La phrase secrète demande au moins {least} caractères.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>The two passphrases are not the same. Type it again.</source>
        <translation type="unfinished">Les deux phrases secrètes ne sont pas identiques. Retapez-la.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Unlocking…</source>
        <translation type="unfinished">Déverrouillage…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/passphrase_panels.py"/>
        <source>Give the passphrase.</source>
        <translation type="unfinished">Donnez la phrase secrète.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Patients</source>
        <translation type="unfinished">Patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Status of the patients listed</source>
        <translation type="unfinished">Statut des patients listés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Site of the patients listed</source>
        <translation type="unfinished">Centre des patients listés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Flag of the patients listed</source>
        <translation type="unfinished">Indicateur des patients listés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Show all patients</source>
        <translation type="unfinished">Montrer tous les patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Choose a patient (Alt+Down: the next, Alt+Up: the one before)</source>
        <translation type="unfinished">Choisir un patient (Alt+Bas : le suivant, Alt+Haut : le précédent)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Take all filters away and list every patient</source>
        <translation type="unfinished">Retirer tous les filtres et lister chaque patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>1 patient</source>
        <translation type="unfinished">1 patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Number, site, status or flag</source>
        <translation type="unfinished">Numéro, centre, statut ou indicateur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Search patients</source>
        <translation type="unfinished">Chercher des patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Show only the patients whose row contains this text</source>
        <translation type="unfinished">Ne montrer que les patients dont la ligne contient ce texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>All states</source>
        <translation type="unfinished">Tous les statuts</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>All sites</source>
        <translation type="unfinished">Tous les centres</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>All flags</source>
        <translation type="unfinished">Tous les indicateurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>Only {people}: {of}</source>
        <translation type="unfinished">Seulement {people} : {of}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_list.py"/>
        <source>{shown} of {people}</source>
        <translation type="unfinished">{shown} sur {people}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Completed</source>
        <translation type="unfinished">Terminé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Ongoing</source>
        <translation type="unfinished">En cours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Discontinued</source>
        <translation type="unfinished">Arrêté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Died</source>
        <translation type="unfinished">Décédé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Not known</source>
        <translation type="unfinished">Inconnu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>adverse event</source>
        <translation type="unfinished">événement indésirable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>death</source>
        <translation type="unfinished">décès</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>lack of efficacy</source>
        <translation type="unfinished">manque d’efficacité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>lost to follow-up</source>
        <translation type="unfinished">perdu de vue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>physician decision</source>
        <translation type="unfinished">décision du médecin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>pregnancy</source>
        <translation type="unfinished">grossesse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>protocol deviation</source>
        <translation type="unfinished">écart au protocole</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>withdrawal by subject</source>
        <translation type="unfinished">retrait à la demande du sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>other</source>
        <translation type="unfinished">autre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>positive</source>
        <translation type="unfinished">positif</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>negative</source>
        <translation type="unfinished">négatif</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{label}: {value:.12g} at {visit}</source>
        <translation type="unfinished">{label} : {value:.12g} à {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{name} {number} at {visit}</source>
        <translation type="unfinished">{name} {number} à {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{text}; {missing} not rated</source>
        <translation type="unfinished">{text} ; {missing} non cotés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>, {value:.12g} at {visit}</source>
        <translation type="unfinished">, {value:.12g} à {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{outside} at {visit}</source>
        <translation type="unfinished">{outside} à {visit}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{text}; always within its range.</source>
        <translation type="unfinished">{text} ; toujours dans son intervalle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>, ongoing</source>
        <translation type="unfinished">, en cours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Status: {status}.</source>
        <translation type="unfinished">Statut : {status}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Scores</source>
        <translation type="unfinished">Scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Laboratory</source>
        <translation type="unfinished">Laboratoire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>({change} from {number} at {visit})</source>
        <translation type="unfinished">({change} par rapport à {number} à {visit})</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>no active domain</source>
        <translation type="unfinished">aucun domaine actif</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>no domain rated</source>
        <translation type="unfinished">aucun domaine coté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>, end not known</source>
        <translation type="unfinished">, fin inconnue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>to day {day}</source>
        <translation type="unfinished">au jour {day}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{head}: {totals}. Domains: {domains}.</source>
        <translation type="unfinished">{head} : {totals}. Domaines : {domains}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>Concomitant medication</source>
        <translation type="unfinished">Traitements concomitants</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{count} injections, on days {days}.</source>
        <translation type="unfinished">{count} injections, aux jours {days}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>None recorded.</source>
        <translation type="unfinished">Aucun enregistré.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>{name}: no value</source>
        <translation type="unfinished">{name} : aucune valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>activity {level}</source>
        <translation type="unfinished">niveau d’activité {level}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>ESSPRI {number}</source>
        <translation type="unfinished">ESSPRI {number}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_text.py"/>
        <source>no total</source>
        <translation type="unfinished">aucun total</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>{count} injections.</source>
        <translation type="unfinished">{count} injections.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>ARMS NOT SHOWN</source>
        <translation type="unfinished">BRAS NON MONTRÉS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Nothing on this tab tells the treatment: arms, doses and B cell counts are left out.</source>
        <translation type="unfinished">Rien dans cet onglet ne révèle le traitement : bras, doses et numérations des lymphocytes B sont omis.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Visits of the patient</source>
        <translation type="unfinished">Visites du patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Course</source>
        <translation type="unfinished">Évolution</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Score sheet</source>
        <translation type="unfinished">Feuille de score</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>In words</source>
        <translation type="unfinished">En mots</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Disease activity</source>
        <translation type="unfinished">Activité de la maladie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>5 and 14 are the limits of activity levels</source>
        <translation type="unfinished">5 et 14 sont les limites des niveaux d’activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Domain levels</source>
        <translation type="unfinished">Niveaux des domaines</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>0 none, 1 low, 2 moderate, 3 high</source>
        <translation type="unfinished">0 aucun, 1 faible, 2 modéré, 3 élevé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Mean of dryness, fatigue and pain; below 5 is acceptable</source>
        <translation type="unfinished">Moyenne de sécheresse, fatigue et douleur ; moins de 5 est acceptable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Shaded: reference range; a triangle is a value outside it</source>
        <translation type="unfinished">Ombré : intervalle de référence ; un triangle est une valeur hors de celui-ci</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>No laboratory test with a reference range is in the data.</source>
        <translation type="unfinished">Aucun test de laboratoire avec intervalle de référence n’est dans les données.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>S serious; 1 mild, 2 moderate, 3 severe</source>
        <translation type="unfinished">G grave ; 1 léger, 2 modéré, 3 sévère</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>No adverse event is recorded.</source>
        <translation type="unfinished">Aucun événement indésirable n’est enregistré.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Injections and medication</source>
        <translation type="unfinished">Injections et traitements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>A triangle is an injection of the trial</source>
        <translation type="unfinished">Un triangle est une injection de l’essai</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>No injection or medication is recorded.</source>
        <translation type="unfinished">Aucune injection ni aucun traitement n’est enregistré.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Weeks since the first dose</source>
        <translation type="unfinished">Semaines depuis la première dose</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Course of the patient</source>
        <translation type="unfinished">Évolution du patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Press Enter on a visit to open its score sheet</source>
        <translation type="unfinished">Entrée sur une visite ouvre sa feuille de score</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Course of the patient in words</source>
        <translation type="unfinished">Évolution du patient en mots</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>The course in words; select and copy as text</source>
        <translation type="unfinished">L’évolution en mots ; sélectionnez et copiez comme texte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>ESSDAI and ClinESSDAI over time</source>
        <translation type="unfinished">ESSDAI et ClinESSDAI au cours du temps</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Domain levels by visit</source>
        <translation type="unfinished">Niveaux des domaines par visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>ESSPRI over time</source>
        <translation type="unfinished">ESSPRI au cours du temps</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>▲ &amp;Previous</source>
        <translation type="unfinished">▲ &amp;Précédent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Previous patient of the list (Alt+Up)</source>
        <translation type="unfinished">Patient précédent de la liste (Alt+Haut)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>&amp;Next ▼</source>
        <translation type="unfinished">&amp;Suivant ▼</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Next patient of the list (Alt+Down)</source>
        <translation type="unfinished">Patient suivant de la liste (Alt+Bas)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Scores, laboratory, events and medication on one time axis (Ctrl+1)</source>
        <translation type="unfinished">Scores, laboratoire, événements et traitements sur un seul axe de temps (Ctrl+1)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Totals and domain levels of every visit (Ctrl+2)</source>
        <translation type="unfinished">Totaux et niveaux des domaines de chaque visite (Ctrl+2)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Rate a visit (Ctrl+3)</source>
        <translation type="unfinished">Coter une visite (Ctrl+3)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>The same course as text (Ctrl+4)</source>
        <translation type="unfinished">La même évolution en texte (Ctrl+4)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Notes of those who reviewed the patient (Ctrl+5)</source>
        <translation type="unfinished">Notes de ceux qui ont revu le patient (Ctrl+5)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Laboratory test {number}</source>
        <translation type="unfinished">Test de laboratoire {number}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Choose which laboratory test is drawn below</source>
        <translation type="unfinished">Choisir le test de laboratoire dessiné ci-dessous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>Change is visit minus baseline. Enter opens the score sheet of a visit.</source>
        <translation type="unfinished">La variation est la visite moins la valeur initiale. Entrée ouvre la feuille de score d’une visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patient_view.py"/>
        <source>{name} {number}
{visit}, day {day} {date}</source>
        <translation type="unfinished">{name} {number}
{visit}, jour {day} {date}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Open a study on the Import tab first; its patients are listed here.</source>
        <translation type="unfinished">Ouvrez d’abord une étude dans l’onglet Importation ; ses patients sont listés ici.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Kept at {time:%H:%M}, until the program ends. To save it in a file, choose Study file &gt; New study file.</source>
        <translation type="unfinished">Gardé à {time:%H:%M}, jusqu’à la fin du programme. Pour l’enregistrer dans un fichier, choisissez Fichier d’étude &gt; Nouveau fichier d’étude.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Listing the patients</source>
        <translation type="unfinished">Établissement de la liste des patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>The patients are being listed.</source>
        <translation type="unfinished">La liste des patients est en cours.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>{shown} of {total} patients listed</source>
        <translation type="unfinished">{shown} patients listés sur {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Saved at {time:%H:%M}.</source>
        <translation type="unfinished">Enregistré à {time:%H:%M}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Writing the score sheet</source>
        <translation type="unfinished">Écriture de la feuille de score</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>Writing the score sheets</source>
        <translation type="unfinished">Écriture des feuilles de score</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/patients_tab.py"/>
        <source>No patient of this study stands behind: {of}.</source>
        <translation type="unfinished">Aucun patient de cette étude n’est derrière : {of}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>The plan was written: {chosen}</source>
        <translation type="unfinished">Le plan a été écrit : {chosen}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>Run an analysis first; the plan repeats what was run.</source>
        <translation type="unfinished">Calculez d’abord une analyse ; le plan répète ce qui a été calculé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>The plan {name} asks for no analysis.</source>
        <translation type="unfinished">Le plan {name} ne demande aucune analyse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/planning.py"/>
        <source>Open a study first.</source>
        <translation type="unfinished">Ouvrez d’abord une étude.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>Figure: {title}</source>
        <translation type="unfinished">Figure : {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>the patient</source>
        <translation type="unfinished">le patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>these {count} patients</source>
        <translation type="unfinished">ces {count} patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/plots.py"/>
        <source>Click: open {people}; Ctrl+click: mark everywhere</source>
        <translation type="unfinished">Clic : ouvrir {people} ; Ctrl+clic : marquer partout</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>N = {n}{of}</source>
        <translation type="unfinished">N = {n}{of}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Study</source>
        <translation type="unfinished">Étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Study whose patients are counted</source>
        <translation type="unfinished">Étude dont les patients sont comptés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Population</source>
        <translation type="unfinished">Population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Population whose patients are counted</source>
        <translation type="unfinished">Population dont les patients sont comptés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Only patients with</source>
        <translation type="unfinished">Seulement les patients avec</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>All of them, or such as: SEX = F and AGE &gt;= 65</source>
        <translation type="unfinished">Tous, ou par exemple : SEX = F and AGE &gt;= 65</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Conditions on variables of the patients, joined by &apos;and&apos;</source>
        <translation type="unfinished">Conditions sur des variables des patients, jointes par « and »</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Add condition</source>
        <translation type="unfinished">Ajouter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Choose a value of a variable of the patients</source>
        <translation type="unfinished">Choisir une valeur d’une variable des patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Lists of events…</source>
        <translation type="unfinished">Listes d’événements…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>of {whole}</source>
        <translation type="unfinished">sur {whole}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>S&amp;tudy</source>
        <translation type="unfinished">É&amp;tude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>&amp;Population</source>
        <translation type="unfinished">&amp;Population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/population_bar.py"/>
        <source>Only patients &amp;with</source>
        <translation type="unfinished">Seulement les patients a&amp;vec</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Preview of the data set</source>
        <translation type="unfinished">Aperçu du jeu de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Fi&amp;lter</source>
        <translation type="unfinished">Fi&amp;ltre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Column that is filtered</source>
        <translation type="unfinished">Colonne filtrée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Text or number that a row must contain</source>
        <translation type="unfinished">Texte ou nombre qu’une ligne doit contenir</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Filter rows</source>
        <translation type="unfinished">Filtrer les lignes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>Show only the rows that contain this text, or exactly this number</source>
        <translation type="unfinished">Ne montrer que les lignes qui contiennent ce texte, ou exactement ce nombre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>in</source>
        <translation type="unfinished">dans</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>all columns</source>
        <translation type="unfinished">toutes les colonnes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>{shown} of {total} rows</source>
        <translation type="unfinished">{shown} lignes sur {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/preview.py"/>
        <source>{total} rows</source>
        <translation type="unfinished">{total} lignes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>The check stopped because of a fault in the program.</source>
        <translation type="unfinished">La vérification s’est arrêtée à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>{verdict} The report was written: {path}</source>
        <translation type="unfinished">{verdict} Le rapport a été écrit : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>Checking the installation</source>
        <translation type="unfinished">Vérification de l’installation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>The check was cancelled; no report was written.</source>
        <translation type="unfinished">La vérification a été annulée ; aucun rapport n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/qualification.py"/>
        <source>The installation is being checked; wait for it or press Esc.</source>
        <translation type="unfinished">L’installation est en cours de vérification ; attendez ou appuyez sur Échap.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>{name} and {more} more</source>
        <translation type="unfinished">{name} et {more} de plus</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>&amp;Recent studies</source>
        <translation type="unfinished">É&amp;tudes récentes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>&amp;Clear this list</source>
        <translation type="unfinished">&amp;Vider cette liste</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/recent_menu.py"/>
        <source>No study was opened yet</source>
        <translation type="unfinished">Aucune étude n’a encore été ouverte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_table.py"/>
        <source>Copy table</source>
        <translation type="unfinished">Copier le tableau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_table.py"/>
        <source>Copy selected cells</source>
        <translation type="unfinished">Copier les cellules sélectionnées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_table.py"/>
        <source>Open the patients</source>
        <translation type="unfinished">Ouvrir les patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Double-click a number, or press Enter on it, to open the patients it stands for; M marks them in every figure and table, as Ctrl+click or Ctrl+drag in a figure does.</source>
        <translation type="unfinished">Double-cliquez sur un nombre, ou appuyez sur Entrée, pour ouvrir les patients qu’il représente ; M les marque dans chaque figure et tableau, comme Ctrl+clic ou Ctrl+glisser dans une figure.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Its numbers are in the tables below, and in full by Copy data.</source>
        <translation type="unfinished">Ses nombres figurent dans les tableaux ci-dessous, et en entier par Copier les données.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Options have changed since this result: press Run to bring it up to date.</source>
        <translation type="unfinished">Des options ont changé depuis ce résultat : appuyez sur Calculer pour le mettre à jour.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>The lists of events have changed since this result: press Run to bring it up to date.</source>
        <translation type="unfinished">Les listes d’événements ont changé depuis ce résultat : appuyez sur Calculer pour le mettre à jour.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Intercurrent events have changed since this result: press Run to bring it up to date.</source>
        <translation type="unfinished">Des événements intercurrents ont changé depuis ce résultat : appuyez sur Calculer pour le mettre à jour.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>&amp;What does this mean?</source>
        <translation type="unfinished">&amp;Qu’est-ce que cela veut dire ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Ex&amp;port result…</source>
        <translation type="unfinished">Ex&amp;porter le résultat…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Figure shown</source>
        <translation type="unfinished">Figure affichée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Choose which figure of this result is shown</source>
        <translation type="unfinished">Choisir la figure affichée de ce résultat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Result</source>
        <translation type="unfinished">Résultat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Go to a part of the result</source>
        <translation type="unfinished">Aller à une partie du résultat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Write this result to an Excel workbook (Ctrl+E); more formats in the Export menu</source>
        <translation type="unfinished">Écrire ce résultat dans un classeur Excel (Ctrl+E) ; autres formats dans le menu Exporter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Say in plain words what this result means, and what it does not mean</source>
        <translation type="unfinished">Dire en mots simples ce que ce résultat signifie, et ce qu’il ne signifie pas</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>&amp;Go to</source>
        <translation type="unfinished">&amp;Aller à</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>In plain words</source>
        <translation type="unfinished">En mots simples</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Copy this table for a spreadsheet or a text document</source>
        <translation type="unfinished">Copier ce tableau pour un tableur ou un document</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Copy table: {title}</source>
        <translation type="unfinished">Copier le tableau : {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/result_view.py"/>
        <source>Figure</source>
        <translation type="unfinished">Figure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/row_plots.py"/>
        <source>{label}
estimate: {estimate}</source>
        <translation type="unfinished">{label}
estimation : {estimate}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Nothing has been run yet. In the Run menu, “Run all analyses” does so, and “Run a plan” runs those of a plan file.</source>
        <translation type="unfinished">Rien n’a encore été calculé. Dans le menu Calculer, « Calculer toutes les analyses » le fait, et « Exécuter un plan » calcule celles d’un fichier de plan.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Waiting</source>
        <translation type="unfinished">En attente</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Running</source>
        <translation type="unfinished">En cours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Done</source>
        <translation type="unfinished">Fait</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Not done</source>
        <translation type="unfinished">Non fait</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Running {number} of {count}: {title}</source>
        <translation type="unfinished">{number} sur {count} en cours : {title}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>{done} of {total} analyses done</source>
        <translation type="unfinished">{done} analyses faites sur {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Stopped because of a fault in the program.</source>
        <translation type="unfinished">Arrêté à cause d’une erreur du programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Run all</source>
        <translation type="unfinished">Calculer tout</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Analyses to run</source>
        <translation type="unfinished">Analyses à calculer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>What is run, and what became of it</source>
        <translation type="unfinished">Ce qui est calculé, et ce qu’il en est advenu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Progress of all analyses</source>
        <translation type="unfinished">Progression de toutes les analyses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Stop; results so far stay and can be exported</source>
        <translation type="unfinished">Arrêter ; les résultats obtenus restent et peuvent être exportés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>C&amp;lose</source>
        <translation type="unfinished">&amp;Fermer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Put this list away; what runs goes on</source>
        <translation type="unfinished">Ranger cette liste ; ce qui tourne continue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>; {number} could not be done, see the reason in their lines</source>
        <translation type="unfinished">; {number} n’ont pas pu être faites, voir le motif dans leurs lignes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>The Export menu writes all results.</source>
        <translation type="unfinished">Le menu Exporter écrit tous les résultats.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>State</source>
        <translation type="unfinished">État</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/run_queue.py"/>
        <source>Finding, or reason</source>
        <translation type="unfinished">Résultat, ou motif</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>All options at their defaults</source>
        <translation type="unfinished">Toutes les options à leur valeur par défaut</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Name of the scenario</source>
        <translation type="unfinished">Nom du scénario</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Name under which the options of this form are kept</source>
        <translation type="unfinished">Nom sous lequel les options de ce formulaire sont gardées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Keep</source>
        <translation type="unfinished">Garder</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Keep the options of this form under the name</source>
        <translation type="unfinished">Garder les options de ce formulaire sous le nom</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Take up</source>
        <translation type="unfinished">Reprendre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Bring the chosen scenario back into the form</source>
        <translation type="unfinished">Ramener le scénario choisi dans le formulaire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/scenario_edit.py"/>
        <source>Remove the chosen scenario</source>
        <translation type="unfinished">Retirer le scénario choisi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Saved scores are kept until the program is closed. Study file &gt; New study file keeps them.</source>
        <translation type="unfinished">Les scores enregistrés restent jusqu’à la fermeture du programme. Fichier d’étude &gt; Nouveau fichier d’étude les conserve.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Visit rated</source>
        <translation type="unfinished">Visite cotée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Visit that is rated (Alt+Left and Alt+Right go to its neighbours)</source>
        <translation type="unfinished">Visite cotée (Alt+Gauche et Alt+Droite vont aux voisines)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>New visit</source>
        <translation type="unfinished">Nouvelle visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Add a visit of today to be rated</source>
        <translation type="unfinished">Ajouter une visite d’aujourd’hui à coter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Undo</source>
        <translation type="unfinished">Annuler</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Take the last entry back (Ctrl+Z)</source>
        <translation type="unfinished">Reprendre la dernière saisie (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Redo</source>
        <translation type="unfinished">Rétablir</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Enter again what was taken back (Ctrl+Y)</source>
        <translation type="unfinished">Saisir à nouveau ce qui a été repris (Ctrl+Y)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>PDF…</source>
        <translation type="unfinished">PDF…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Write this sheet as one page</source>
        <translation type="unfinished">Écrire cette feuille sur une page</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Excel…</source>
        <translation type="unfinished">Excel…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>Write one row a visit to a workbook</source>
        <translation type="unfinished">Écrire une ligne par visite dans un classeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_sheet.py"/>
        <source>{name}, day {day} {date}</source>
        <translation type="unfinished">{name}, jour {day} {date}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>low</source>
        <translation type="unfinished">faible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>moderate</source>
        <translation type="unfinished">modéré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>high</source>
        <translation type="unfinished">élevé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Domain</source>
        <translation type="unfinished">Domaine</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Domain with its weight in ESSDAI</source>
        <translation type="unfinished">Domaine avec son poids dans l’ESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Level</source>
        <translation type="unfinished">Niveau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Press 0, 1, 2 or 3; only the levels that exist can be chosen</source>
        <translation type="unfinished">Appuyez sur 0, 1, 2 ou 3 ; seuls les niveaux existants peuvent être choisis</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Before</source>
        <translation type="unfinished">Avant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Level at the visit before</source>
        <translation type="unfinished">Niveau à la visite précédente</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Change</source>
        <translation type="unfinished">Variation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Level minus level at the visit before</source>
        <translation type="unfinished">Niveau moins niveau à la visite précédente</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Points in ESSDAI: weight times level</source>
        <translation type="unfinished">Points dans l’ESSDAI : poids fois niveau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Clin</source>
        <translation type="unfinished">Clin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Points in ClinESSDAI</source>
        <translation type="unfinished">Points dans le ClinESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Remark</source>
        <translation type="unfinished">Remarque</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Where level and findings disagree, and what differs from what was saved</source>
        <translation type="unfinished">Où niveau et constats se contredisent, et ce qui diffère de ce qui a été enregistré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>same</source>
        <translation type="unfinished">égal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>worse</source>
        <translation type="unfinished">pire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>better</source>
        <translation type="unfinished">mieux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Saved before: {saved:g}.</source>
        <translation type="unfinished">Enregistré avant : {saved:g}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>level {level}, {name}</source>
        <translation type="unfinished">niveau {level}, {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>; before {before}</source>
        <translation type="unfinished">; avant {before}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>ESSDAI domains</source>
        <translation type="unfinished">Domaines de l’ESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>Number keys 0 to 3 rate the domain and go to the next</source>
        <translation type="unfinished">Les touches 0 à 3 cotent le domaine et passent au suivant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>0 to 3 rate the domain and go on; Delete takes the level away</source>
        <translation type="unfinished">0 à 3 cotent le domaine et continuent ; Suppr enlève le niveau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>⚠ check findings</source>
        <translation type="unfinished">⚠ vérifier les constats</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>{label}: {said}; choices {choices}{was}. {remark}</source>
        <translation type="unfinished">{label} : {said} ; choix {choices}{was}. {remark}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_table.py"/>
        <source>saved: {saved:g}</source>
        <translation type="unfinished">enregistré : {saved:g}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Now</source>
        <translation type="unfinished">Maintenant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Activity</source>
        <translation type="unfinished">Niveau d’activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Baseline</source>
        <translation type="unfinished">Valeur initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Response</source>
        <translation type="unfinished">Réponse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>Low activity</source>
        <translation type="unfinished">Faible activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>systemic</source>
        <translation type="unfinished">systémique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>patient-reported</source>
        <translation type="unfinished">rapporté par le patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>tears</source>
        <translation type="unfinished">larmes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>saliva</source>
        <translation type="unfinished">salive</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>serology</source>
        <translation type="unfinished">sérologie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>fall ≥ 3</source>
        <translation type="unfinished">baisse ≥ 3</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>below 5</source>
        <translation type="unfinished">moins de 5</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>fall ≥ 1 or 15%</source>
        <translation type="unfinished">baisse ≥ 1 ou 15 %</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>{name} {total} of {most}, {answer} (met: {met}{remark}).</source>
        <translation type="unfinished">{name} {total} sur {most}, {answer} (atteint : {met}{remark}).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>No ESSDAI total yet, not rated: {domains} (C1).</source>
        <translation type="unfinished">Pas encore de total ESSDAI, non cotés : {domains} (C1).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>No ESSPRI yet, missing: {items} (C1).</source>
        <translation type="unfinished">Pas encore d’ESSPRI, manquent : {items} (C1).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>response</source>
        <translation type="unfinished">réponse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>no response</source>
        <translation type="unfinished">pas de réponse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>not known</source>
        <translation type="unfinished">inconnu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>STAR and CRESS need a test of tears, saliva or blood at baseline and this visit.</source>
        <translation type="unfinished">STAR et CRESS demandent un test de larmes, de salive ou de sang à l’inclusion et à cette visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/score_totals.py"/>
        <source>no</source>
        <translation type="unfinished">non</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/session.py"/>
        <source>When the program ended unexpectedly, this was open: {names}.</source>
        <translation type="unfinished">Quand le programme s’est arrêté inopinément, ceci était ouvert : {names}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/session.py"/>
        <source>To be run again: {missing}.</source>
        <translation type="unfinished">À recalculer : {missing}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/session.py"/>
        <source>the demonstration study</source>
        <translation type="unfinished">l’étude de démonstration</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_export.py"/>
        <source>The score sheet was written: {path}</source>
        <translation type="unfinished">La feuille de score a été écrite : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_export.py"/>
        <source>The score sheets of {count} visits were written: {path}</source>
        <translation type="unfinished">Les feuilles de score de {count} visites ont été écrites : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>{title}; arrow keys go by 1</source>
        <translation type="unfinished">{title} ; les flèches avancent de 1</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Sa&amp;ve</source>
        <translation type="unfinished">&amp;Enregistrer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Save what is on this sheet (Ctrl+S)</source>
        <translation type="unfinished">Enregistrer ce qui est sur cette feuille (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Nothing to save.</source>
        <translation type="unfinished">Rien à enregistrer.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>ESSPRI {item}, 0 to 10</source>
        <translation type="unfinished">ESSPRI {item}, 0 à 10</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>{item} over the last two weeks, 0 none to 10 worst</source>
        <translation type="unfinished">{item} ces deux dernières semaines, 0 aucune à 10 la pire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>before: {known}</source>
        <translation type="unfinished">avant : {known}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Your name, saved with the scores</source>
        <translation type="unfinished">Votre nom, enregistré avec les scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>Why a saved value is changed</source>
        <translation type="unfinished">Pourquoi une valeur enregistrée est modifiée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>1 entry not saved</source>
        <translation type="unfinished">1 saisie non enregistrée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>{count} entries not saved</source>
        <translation type="unfinished">{count} saisies non enregistrées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/sheet_lines.py"/>
        <source>; {replaced} of a saved value: give a reason.</source>
        <translation type="unfinished">; {replaced} remplacent une valeur enregistrée : donnez un motif.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Choose the files or the folder of a trial: ADaM or SDTM (CSV, Excel, SAS, SPSS, Stata, Parquet, Dataset-JSON), a REDCap export, or plain spreadsheets of a site. The program finds out what each file holds. To look around first, open the demonstration study: two synthetic trials shaped like NEPTUNUS-1 and NEPTUNUS-2.</source>
        <translation type="unfinished">Choisissez les fichiers ou le dossier d’un essai : ADaM ou SDTM (CSV, Excel, SAS, SPSS, Stata, Parquet, Dataset-JSON), un export REDCap, ou les simples tableaux d’un centre. Le programme trouve ce que contient chaque fichier. Pour regarder d’abord, ouvrez l’étude de démonstration : deux essais synthétiques à l’image de NEPTUNUS-1 et NEPTUNUS-2.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>You can also drop files or a folder anywhere on this window.</source>
        <translation type="unfinished">Vous pouvez aussi déposer des fichiers ou un dossier n’importe où sur cette fenêtre.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Data stay on this computer: the program makes no network connection.</source>
        <translation type="unfinished">Les données restent sur cet ordinateur : le programme n’établit aucune connexion réseau.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Take a short to&amp;ur</source>
        <translation type="unfinished">Faire une &amp;visite guidée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Go through the tabs of this window in five steps</source>
        <translation type="unfinished">Parcourir les onglets de cette fenêtre en cinq étapes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Open {name}</source>
        <translation type="unfinished">Ouvrir {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Open a study to begin</source>
        <translation type="unfinished">Ouvrez une étude pour commencer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/start_page.py"/>
        <source>Go on with</source>
        <translation type="unfinished">Continuer avec</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>{subjects} subjects</source>
        <translation type="unfinished">{subjects} sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>{count} data sets</source>
        <translation type="unfinished">{count} jeux de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/status_line.py"/>
        <source>No study open</source>
        <translation type="unfinished">Aucune étude ouverte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Very weak</source>
        <translation type="unfinished">Très faible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Weak</source>
        <translation type="unfinished">Faible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Fair</source>
        <translation type="unfinished">Moyenne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Good</source>
        <translation type="unfinished">Bonne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Strong</source>
        <translation type="unfinished">Forte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>at once</source>
        <translation type="unfinished">aussitôt</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in less than a minute</source>
        <translation type="unfinished">en moins d’une minute</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in less than an hour</source>
        <translation type="unfinished">en moins d’une heure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in less than a day</source>
        <translation type="unfinished">en moins d’un jour</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>within weeks</source>
        <translation type="unfinished">en quelques semaines</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>within a year</source>
        <translation type="unfinished">en moins d’un an</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>in years</source>
        <translation type="unfinished">en plusieurs années</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>not in a lifetime</source>
        <translation type="unfinished">pas en une vie</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Add a word or two.</source>
        <translation type="unfinished">Ajoutez un mot ou deux.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>{level}: a thousand computers would find it {span}.{advice}</source>
        <translation type="unfinished">{level} : mille ordinateurs la trouveraient {span}.{advice}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/strength.py"/>
        <source>Several words that do not belong together make a good passphrase.</source>
        <translation type="unfinished">Plusieurs mots sans rapport entre eux font une bonne phrase secrète.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_desk.py"/>
        <source>A study file is opened by itself, without other files.</source>
        <translation type="unfinished">Un fichier d’étude s’ouvre seul, sans autres fichiers.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_desk.py"/>
        <source>Locked</source>
        <translation type="unfinished">Verrouillé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_file_work.py"/>
        <source>Saving the data</source>
        <translation type="unfinished">Enregistrement des données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_file_work.py"/>
        <source>Opened</source>
        <translation type="unfinished">Ouvert</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_file_work.py"/>
        <source>Saving the result</source>
        <translation type="unfinished">Enregistrement du résultat</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Cancelled. The study file is as it was.</source>
        <translation type="unfinished">Annulé. Le fichier d’étude est tel qu’il était.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Making the study file</source>
        <translation type="unfinished">Création du fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{name} was made. Every change is saved in it from now on.</source>
        <translation type="unfinished">{name} a été créé. Chaque modification y est désormais enregistrée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Looking at the study file</source>
        <translation type="unfinished">Examen du fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Opening the study file</source>
        <translation type="unfinished">Ouverture du fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Saving the study file</source>
        <translation type="unfinished">Enregistrement du fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Changing the passphrase</source>
        <translation type="unfinished">Changement de la phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Unlocking the study file</source>
        <translation type="unfinished">Déverrouillage du fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Recovering the study file</source>
        <translation type="unfinished">Récupération du fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Saving was cancelled.</source>
        <translation type="unfinished">L’enregistrement a été annulé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Cancelled. What was being saved is in the study file whole, if it was all but done, or not at all.</source>
        <translation type="unfinished">Annulé. Ce qui était en cours d’enregistrement est dans le fichier d’étude en entier, si c’était presque fini, ou pas du tout.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The export is not entered in the audit trail. {read_only}</source>
        <translation type="unfinished">L’export n’est pas inscrit dans la piste d’audit. {read_only}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>New study file</source>
        <translation type="unfinished">Nouveau fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>&amp;Make study file</source>
        <translation type="unfinished">&amp;Créer le fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>There is a file {name} already. Cancel and choose another name.</source>
        <translation type="unfinished">Il y a déjà un fichier {name}. Annulez et choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{name} is open already.</source>
        <translation type="unfinished">{name} est déjà ouvert.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{name} holds no data yet. Import them.</source>
        <translation type="unfinished">{name} ne contient pas encore de données. Importez-les.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Save study file as</source>
        <translation type="unfinished">Enregistrer le fichier d’étude sous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The file was changed elsewhere while it was locked; it is read again.</source>
        <translation type="unfinished">Le fichier a été modifié ailleurs pendant qu’il était verrouillé ; il est relu.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Recover into a new file</source>
        <translation type="unfinished">Récupérer dans un nouveau fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The data are saved in {name}, data cut {number}.</source>
        <translation type="unfinished">Les données sont enregistrées dans {name}, gel {number}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{error} Use Study file, Recover damaged file.</source>
        <translation type="unfinished">{error} Utilisez Fichier d’étude, Récupérer un fichier endommagé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>{doing}; wait until that is done.</source>
        <translation type="unfinished">{doing} ; attendez que ce soit fini.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>These data are of another study than {name}, which was closed as it was. Make a new study file to keep them.</source>
        <translation type="unfinished">Ces données sont d’une autre étude que {name}, qui a été fermé tel quel. Créez un nouveau fichier d’étude pour les conserver.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>&amp;Change passphrase</source>
        <translation type="unfinished">&amp;Changer la phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>Saved as {name}. {read_only}</source>
        <translation type="unfinished">Enregistré sous {name}. {read_only}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_keeper.py"/>
        <source>The data are not saved. {read_only}</source>
        <translation type="unfinished">Les données ne sont pas enregistrées. {read_only}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after &amp;5 minutes</source>
        <translation type="unfinished">après &amp;5 minutes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after &amp;15 minutes</source>
        <translation type="unfinished">après &amp;15 minutes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>after an &amp;hour</source>
        <translation type="unfinished">après une &amp;heure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Stud&amp;y file</source>
        <translation type="unfinished">Fichier d’étu&amp;de</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;New study file…</source>
        <translation type="unfinished">&amp;Nouveau fichier d’étude…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Keep this study in an encrypted file</source>
        <translation type="unfinished">Garder cette étude dans un fichier chiffré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Open study file…</source>
        <translation type="unfinished">&amp;Ouvrir un fichier d’étude…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Open a study file (.sjd)</source>
        <translation type="unfinished">Ouvrir un fichier d’étude (.sjd)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Recent study files</source>
        <translation type="unfinished">Fichiers d’étude &amp;récents</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Save as…</source>
        <translation type="unfinished">&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Go on in a copy under another name</source>
        <translation type="unfinished">Continuer dans une copie sous un autre nom</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Try saving again</source>
        <translation type="unfinished">Réessa&amp;yer d’enregistrer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Save what could not be saved before</source>
        <translation type="unfinished">Enregistrer ce qui n’a pas pu l’être</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Audit trail…</source>
        <translation type="unfinished">Piste d’&amp;audit…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Who changed what, when and why</source>
        <translation type="unfinished">Qui a changé quoi, quand et pourquoi</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Lock now</source>
        <translation type="unfinished">&amp;Verrouiller maintenant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Hide the study until the passphrase is given</source>
        <translation type="unfinished">Cacher l’étude jusqu’à ce que la phrase secrète soit donnée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Change &amp;passphrase…</source>
        <translation type="unfinished">Changer la &amp;phrase secrète…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Encrypt the file anew</source>
        <translation type="unfinished">Chiffrer le fichier à nouveau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>R&amp;ecover damaged file…</source>
        <translation type="unfinished">Récupérer un fichier endo&amp;mmagé…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Bring what can still be read of the damaged file into a new one</source>
        <translation type="unfinished">Mettre dans un nouveau fichier ce qui est encore lisible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;Close study file</source>
        <translation type="unfinished">&amp;Fermer le fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Put the study away</source>
        <translation type="unfinished">Ranger l’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>Lock when &amp;idle</source>
        <translation type="unfinished">Verrouiller en cas d’&amp;inactivité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_menu.py"/>
        <source>&amp;never</source>
        <translation type="unfinished">&amp;jamais</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>encrypted</source>
        <translation type="unfinished">chiffré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>NOT ENCRYPTED</source>
        <translation type="unfinished">NON CHIFFRÉ</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · saved{at}</source>
        <translation type="unfinished">{name} · {kept} · enregistré{at}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>Every change is saved at once in {name}.</source>
        <translation type="unfinished">Chaque modification est enregistrée aussitôt dans {name}.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>No study file</source>
        <translation type="unfinished">Aucun fichier d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>Scores, notes and results are kept until the program is closed. Make a study file to keep them.</source>
        <translation type="unfinished">Scores, notes et résultats sont gardés jusqu’à la fermeture du programme. Créez un fichier d’étude pour les conserver.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · locked</source>
        <translation type="unfinished">{name} · verrouillé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>Unlock it with its passphrase.</source>
        <translation type="unfinished">Déverrouillez-le avec sa phrase secrète.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · read only</source>
        <translation type="unfinished">{name} · {kept} · lecture seule</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · NOT SAVED</source>
        <translation type="unfinished">{name} · {kept} · NON ENREGISTRÉ</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{name} · {kept} · saving</source>
        <translation type="unfinished">{name} · {kept} · enregistrement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>A change is being written.</source>
        <translation type="unfinished">Une modification est en cours d’écriture.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/study_words.py"/>
        <source>{read_only} {found} See the audit trail.</source>
        <translation type="unfinished">{read_only} {found} Voir la piste d’audit.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>standard error</source>
        <translation type="unfinished">erreur type</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>standard deviation</source>
        <translation type="unfinished">écart type</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>lower limit</source>
        <translation type="unfinished">limite inférieure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>upper limit</source>
        <translation type="unfinished">limite supérieure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>p value</source>
        <translation type="unfinished">valeur p</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>degrees of freedom</source>
        <translation type="unfinished">degrés de liberté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>{precise}
Double-click or Enter: open {people}</source>
        <translation type="unfinished">{precise}
Double-clic ou Entrée : ouvrir {people}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/table_model.py"/>
        <source>not estimable</source>
        <translation type="unfinished">non estimable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Open a study</source>
        <translation type="unfinished">Ouvrir une étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Here a trial comes in: files, a folder, or the demonstration study with two synthetic trials. What was found and what is wrong with it is listed with file, row and column. Files are only read, and nothing leaves this computer.</source>
        <translation type="unfinished">C’est ici qu’entre un essai : des fichiers, un dossier, ou l’étude de démonstration avec deux essais synthétiques. Ce qui a été trouvé et ce qui ne va pas est listé avec fichier, ligne et colonne. Les fichiers sont seulement lus, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Look at patients</source>
        <translation type="unfinished">Regarder les patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The course of each patient over all visits, and the score sheet of every instrument with the rule behind each total.</source>
        <translation type="unfinished">L’évolution de chaque patient sur toutes les visites, et la feuille de score de chaque instrument avec la règle derrière chaque total.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ask about efficacy</source>
        <translation type="unfinished">Interroger l’efficacité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Choose a question, look at its options, press Run (F5). Table, figure and notes come together; F1 shows the method with the paper it follows.</source>
        <translation type="unfinished">Choisissez une question, regardez ses options, appuyez sur Calculer (F5). Tableau, figure et notes arrivent ensemble ; F1 montre la méthode avec l’article qu’elle suit.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ask about safety</source>
        <translation type="unfinished">Interroger la tolérance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Adverse events, laboratory values and other safety questions work the same way.</source>
        <translation type="unfinished">Les événements indésirables, le laboratoire et les autres questions de tolérance fonctionnent de même.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Take results along</source>
        <translation type="unfinished">Emporter les résultats</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>File, Export workbook writes the result shown to Excel; Export everything writes all results, figures and numbers to a folder. The help (Shift+F1) searches every page. To begin, open the demonstration study or your own files.</source>
        <translation type="unfinished">Exporter, Classeur Excel écrit le résultat affiché dans Excel ; Tout dans un dossier écrit tous les résultats, figures et nombres. L’aide (Maj+F1) cherche dans toutes les pages. Pour commencer, ouvrez l’étude de démonstration ou vos propres fichiers.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Short tour</source>
        <translation type="unfinished">Visite guidée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Bac&amp;k</source>
        <translation type="unfinished">Précé&amp;dent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The step before</source>
        <translation type="unfinished">L’étape précédente</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Ne&amp;xt</source>
        <translation type="unfinished">Sui&amp;vant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>The next step</source>
        <translation type="unfinished">L’étape suivante</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>C&amp;lose tour</source>
        <translation type="unfinished">&amp;Fermer la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>End the tour</source>
        <translation type="unfinished">Terminer la visite guidée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>Step {number} of {count}</source>
        <translation type="unfinished">Étape {number} sur {count}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/tour.py"/>
        <source>&amp;Done</source>
        <translation type="unfinished">&amp;Terminé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>The chain of entries is unbroken. Its last hash, to be noted and compared: {last}</source>
        <translation type="unfinished">La chaîne des entrées est ininterrompue. Son dernier hachage, à noter et comparer : {last}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>The chain of entries does not fit the file. Its last hash, to be noted and compared: {last}</source>
        <translation type="unfinished">La chaîne des entrées ne correspond pas au fichier. Son dernier hachage, à noter et comparer : {last}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>No.</source>
        <translation type="unfinished">N°</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Local time</source>
        <translation type="unfinished">Heure locale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Who</source>
        <translation type="unfinished">Qui</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Where</source>
        <translation type="unfinished">Où</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Old value</source>
        <translation type="unfinished">Ancienne valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>New value</source>
        <translation type="unfinished">Nouvelle valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Reason</source>
        <translation type="unfinished">Motif</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>UTC</source>
        <translation type="unfinished">UTC</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Audit trail</source>
        <translation type="unfinished">Piste d’audit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Entries of the audit trail, newest first</source>
        <translation type="unfinished">Entrées de la piste d’audit, les plus récentes d’abord</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Filter</source>
        <translation type="unfinished">Filtre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Patient, person, value, date …</source>
        <translation type="unfinished">Patient, personne, valeur, date …</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Show the entries that hold all of these words</source>
        <translation type="unfinished">Montrer les entrées qui contiennent tous ces mots</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>&amp;Export to Excel…</source>
        <translation type="unfinished">&amp;Exporter vers Excel…</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>Write the entries shown to an Excel workbook</source>
        <translation type="unfinished">Écrire les entrées affichées dans un classeur Excel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>{count} of {total} entries</source>
        <translation type="unfinished">{count} entrées sur {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/trail_dialog.py"/>
        <source>The workbook was written: {path}</source>
        <translation type="unfinished">Le classeur a été écrit : {path}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Add row</source>
        <translation type="unfinished">Ajouter une ligne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Add an empty row at the end</source>
        <translation type="unfinished">Ajouter une ligne vide à la fin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Remove row</source>
        <translation type="unfinished">Retirer la ligne</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/typed_edit.py"/>
        <source>Remove the row of the cursor</source>
        <translation type="unfinished">Retirer la ligne du curseur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Everybody who looks at this window will see which patient got what. Your name, the time and the reason are recorded for ever, and the window and everything exported from now on say UNBLINDED. Results made so far are put away; run them again.</source>
        <translation type="unfinished">Quiconque regarde cette fenêtre verra quel patient a reçu quoi. Votre nom, l’heure et le motif sont enregistrés pour toujours, et la fenêtre et tout ce qui est exporté désormais disent UNBLINDED. Les résultats obtenus jusqu’ici sont rangés ; recalculez-les.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>For an emergency: shows the treatment of one patient here, and nowhere else. Your name, the time and the reason are recorded for ever. The study stays blinded.</source>
        <translation type="unfinished">Pour une urgence : montre le traitement d’un patient ici, et nulle part ailleurs. Votre nom, l’heure et le motif sont enregistrés pour toujours. L’étude reste en aveugle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Whoever asks for treatments must then also know this passphrase, which one person, the statistician for example, keeps. Leave both fields empty to need none. The change is recorded.</source>
        <translation type="unfinished">Quiconque demande les traitements doit alors connaître aussi cette phrase secrète, gardée par une personne, le statisticien par exemple. Laissez les deux champs vides pour n’en exiger aucune. Le changement est enregistré.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>When (UTC)</source>
        <translation type="unfinished">Quand (UTC)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Recorded with what is shown</source>
        <translation type="unfinished">Enregistré avec ce qui est montré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Why treatments are needed now; recorded with your name</source>
        <translation type="unfinished">Pourquoi les traitements sont nécessaires maintenant ; enregistré avec votre nom</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Second passphrase</source>
        <translation type="unfinished">Seconde phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The one that was set for this study</source>
        <translation type="unfinished">Celle qui a été fixée pour cette étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Motif</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>{action}; this is recorded</source>
        <translation type="unfinished">{action} ; c’est enregistré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Show treatment arms</source>
        <translation type="unfinished">Montrer les bras de traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Show treatment arms</source>
        <translation type="unfinished">&amp;Montrer les bras de traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Unblind one patient</source>
        <translation type="unfinished">Lever l’aveugle d’un patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Show treatment</source>
        <translation type="unfinished">&amp;Montrer le traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Number as in the list of patients</source>
        <translation type="unfinished">Numéro comme dans la liste des patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>P&amp;atient</source>
        <translation type="unfinished">P&amp;atient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Shown and recorded.</source>
        <translation type="unfinished">Montré et enregistré.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Close</source>
        <translation type="unfinished">&amp;Fermer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>&amp;Set passphrase</source>
        <translation type="unfinished">&amp;Fixer la phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>At least 8 characters</source>
        <translation type="unfinished">Au moins 8 caractères</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>New passphrase again</source>
        <translation type="unfinished">Nouvelle phrase secrète encore</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The same once more</source>
        <translation type="unfinished">La même encore une fois</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Record of unblinding</source>
        <translation type="unfinished">Registre des levées d’aveugle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Second &amp;passphrase</source>
        <translation type="unfinished">Seconde &amp;phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Ne&amp;w passphrase</source>
        <translation type="unfinished">&amp;Nouvelle phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The same a&amp;gain</source>
        <translation type="unfinished">La même &amp;encore</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>The two new passphrases are not the same. Type them again.</source>
        <translation type="unfinished">Les deux nouvelles phrases secrètes ne sont pas identiques. Retapez-les.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unblind_dialogs.py"/>
        <source>Nobody has seen a treatment in this program so far.</source>
        <translation type="unfinished">Personne n’a encore vu de traitement dans ce programme.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/unsaved.py"/>
        <source>Entering the export in the audit trail</source>
        <translation type="unfinished">Inscription de l’export dans la piste d’audit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>What is measured</source>
        <translation type="unfinished">Ce qui est mesuré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Measured value</source>
        <translation type="unfinished">Valeur mesurée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Not used</source>
        <translation type="unfinished">Non utilisé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Drag a column of the table onto what it is</source>
        <translation type="unfinished">Faites glisser une colonne de la table sur ce qu’elle est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>Variables of the study</source>
        <translation type="unfinished">Variables de l’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{tip}; by keyboard, press F2 in the table</source>
        <translation type="unfinished">{tip} ; au clavier, appuyez sur F2 dans la table</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{name} (patient)</source>
        <translation type="unfinished">{name} (patient)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{name} (event)</source>
        <translation type="unfinished">{name} (événement)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/variable_list.py"/>
        <source>{name} (medicine)</source>
        <translation type="unfinished">{name} (médicament)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>A draft that nobody has reviewed yet; what is not translated stays English</source>
        <translation type="unfinished">Une ébauche que personne n’a encore révisée ; ce qui n’est pas traduit reste en anglais</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The window speaks this language from the next start of the program. Results and exported files stay in English.</source>
        <translation type="unfinished">La fenêtre parle cette langue dès le prochain démarrage du programme. Les résultats et les fichiers exportés restent en anglais.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>As the &amp;system</source>
        <translation type="unfinished">Comme le &amp;système</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Light</source>
        <translation type="unfinished">&amp;Clair</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Dark</source>
        <translation type="unfinished">S&amp;ombre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;High contrast</source>
        <translation type="unfinished">Con&amp;traste élevé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Colours of the window and its plots</source>
        <translation type="unfinished">Couleurs de la fenêtre et de ses graphiques</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Lar&amp;ger text</source>
        <translation type="unfinished">Texte plus &amp;grand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Show texts larger</source>
        <translation type="unfinished">Afficher les textes en plus grand</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>S&amp;maller text</source>
        <translation type="unfinished">Texte plus &amp;petit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Show texts smaller</source>
        <translation type="unfinished">Afficher les textes en plus petit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>&amp;Normal text</source>
        <translation type="unfinished">Texte &amp;normal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Texts as large as the system&apos;s</source>
        <translation type="unfinished">Textes de la taille de ceux du système</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>Lang&amp;uage</source>
        <translation type="unfinished">&amp;Langue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The first language of your system there is</source>
        <translation type="unfinished">La première langue de votre système qui existe ici</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/view_menu.py"/>
        <source>The language the program is written in</source>
        <translation type="unfinished">La langue dans laquelle le programme est écrit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Name of the visit</source>
        <translation type="unfinished">Nom de la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Study day: 1 is the day of the first dose</source>
        <translation type="unfinished">Jour d’étude : 1 est le jour de la première dose</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Date of the visit</source>
        <translation type="unfinished">Date de la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSDAI total, 0 to 123</source>
        <translation type="unfinished">Total ESSDAI, 0 à 123</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSDAI minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSDAI moins valeur initiale : négatif est une amélioration</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>Low below 5, moderate 5 to 13, high from 14</source>
        <translation type="unfinished">Faible sous 5, modérée de 5 à 13, élevée dès 14</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ClinESSDAI total, 0 to 135</source>
        <translation type="unfinished">Total ClinESSDAI, 0 à 135</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ClinESSDAI minus baseline: negative is improvement</source>
        <translation type="unfinished">ClinESSDAI moins valeur initiale : négatif est une amélioration</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSPRI, mean of dryness, fatigue and pain, 0 to 10</source>
        <translation type="unfinished">ESSPRI, moyenne de sécheresse, fatigue et douleur, 0 à 10</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>ESSPRI minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSPRI moins valeur initiale : négatif est une amélioration</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>{label}: level</source>
        <translation type="unfinished">{label} : niveau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/visit_table.py"/>
        <source>{label} at {name}: {said}</source>
        <translation type="unfinished">{label} à {name} : {said}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Next step</source>
        <translation type="unfinished">Étape suivante</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Do what the message offers</source>
        <translation type="unfinished">Faire ce que propose le message</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Close</source>
        <translation type="unfinished">Fermer</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/window_message.py"/>
        <source>Put this message away (Esc)</source>
        <translation type="unfinished">Fermer ce message (Échap)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/work_line.py"/>
        <source>How much is done</source>
        <translation type="unfinished">Ce qui est fait</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/gui/work_line.py"/>
        <source>Stop what is written or checked (Esc)</source>
        <translation type="unfinished">Arrêter ce qui est écrit ou vérifié (Échap)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Selecting subjects and events</source>
        <translation type="unfinished">Sélection des sujets et des événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Counting</source>
        <translation type="unfinished">Comptage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Worst of each subject</source>
        <translation type="unfinished">Événement le plus sévère de chaque sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Laying out</source>
        <translation type="unfinished">Mise en page</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Sampling the hierarchical model</source>
        <translation type="unfinished">Échantillonnage du modèle hiérarchique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Matching terms</source>
        <translation type="unfinished">Mise en correspondance des termes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Comparing the arms</source>
        <translation type="unfinished">Comparaison des bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Finding times</source>
        <translation type="unfinished">Détermination des temps</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Estimating curves</source>
        <translation type="unfinished">Estimation des courbes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Selecting records</source>
        <translation type="unfinished">Sélection des enregistrements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Fitting the model</source>
        <translation type="unfinished">Ajustement du modèle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Testing for a dose response</source>
        <translation type="unfinished">Test d’une relation dose-réponse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/batch.py"/>
        <source>{title} {where}</source>
        <translation type="unfinished">{title} {where}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Collecting the inputs</source>
        <translation type="unfinished">Collecte des données d’entrée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Counting and comparing</source>
        <translation type="unfinished">Comptage et comparaison</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Selecting subjects</source>
        <translation type="unfinished">Sélection des sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Describing {name}</source>
        <translation type="unfinished">Description de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Fitting the mixed model</source>
        <translation type="unfinished">Ajustement du modèle mixte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Contrast tests</source>
        <translation type="unfinished">Tests de contrastes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Fitting curves</source>
        <translation type="unfinished">Ajustement des courbes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Selecting doses and events</source>
        <translation type="unfinished">Sélection des doses et des événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Relating events to doses</source>
        <translation type="unfinished">Rapprochement des événements et des doses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Reading the table</source>
        <translation type="unfinished">Lecture du tableau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Writing tables</source>
        <translation type="unfinished">Écriture des tableaux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Fitting {name}</source>
        <translation type="unfinished">Ajustement de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Pooling {arm}</source>
        <translation type="unfinished">Regroupement de {arm}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Collecting scores</source>
        <translation type="unfinished">Collecte des scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Setting events against visits</source>
        <translation type="unfinished">Mise en regard des événements et des visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Following values</source>
        <translation type="unfinished">Suivi des valeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Following {name}</source>
        <translation type="unfinished">Suivi de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Fitting the imputation model</source>
        <translation type="unfinished">Ajustement du modèle d’imputation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Looking for events</source>
        <translation type="unfinished">Recherche d’événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Summarising visits</source>
        <translation type="unfinished">Résumé des visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Grading values</source>
        <translation type="unfinished">Classement des valeurs par grade</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Classifying values</source>
        <translation type="unfinished">Classement des valeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Worst values</source>
        <translation type="unfinished">Pires valeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Last values</source>
        <translation type="unfinished">Dernières valeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Finding peaks</source>
        <translation type="unfinished">Recherche des pics</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Following subjects</source>
        <translation type="unfinished">Suivi des sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Computing LS means</source>
        <translation type="unfinished">Calcul des moyennes LS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/moved.py"/>
        <source>Running again: {name}</source>
        <translation type="unfinished">Nouveau calcul : {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Fitting {code}, {name}</source>
        <translation type="unfinished">Ajustement de {code}, {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Selecting patients</source>
        <translation type="unfinished">Sélection des patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Writing narratives</source>
        <translation type="unfinished">Rédaction des narratifs de patients</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Estimating from the study</source>
        <translation type="unfinished">Estimation à partir de l’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>{name}: {message}</source>
        <translation type="unfinished">{name} : {message}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/opening.py"/>
        <source>Preparing the questions</source>
        <translation type="unfinished">Préparation des questions</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Counting subjects</source>
        <translation type="unfinished">Comptage des sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Drawing</source>
        <translation type="unfinished">Dessin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Collecting the scores</source>
        <translation type="unfinished">Collecte des scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Scoring</source>
        <translation type="unfinished">Calcul des scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Sites and countries</source>
        <translation type="unfinished">Centres et pays</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Domains</source>
        <translation type="unfinished">Domaines</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Instruments</source>
        <translation type="unfinished">Instruments</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Computing power</source>
        <translation type="unfinished">Calcul de la puissance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Dealing the arms again</source>
        <translation type="unfinished">Nouvelle attribution des bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Imputing the score</source>
        <translation type="unfinished">Imputation du score</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Comparing arms</source>
        <translation type="unfinished">Comparaison des bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Leaving out each country</source>
        <translation type="unfinished">Retrait de chaque pays à tour de rôle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Leaving out each site</source>
        <translation type="unfinished">Retrait de chaque centre à tour de rôle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Leaving out each subject</source>
        <translation type="unfinished">Retrait de chaque sujet à tour de rôle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Smallest set of subjects: {arm}</source>
        <translation type="unfinished">Plus petit ensemble de sujets : {arm}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Drawing subjects again</source>
        <translation type="unfinished">Nouveau tirage des sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Collecting scores and laboratory values</source>
        <translation type="unfinished">Collecte des scores et des valeurs de laboratoire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Collecting items</source>
        <translation type="unfinished">Collecte des items</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputing: {name}</source>
        <translation type="unfinished">Imputation : {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sliding_windows.py"/>
        <source>Sliding window {number} of {total}</source>
        <translation type="unfinished">Fenêtre glissante {number} sur {total}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Fitting the model of all</source>
        <translation type="unfinished">Ajustement du modèle pour tous les sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Effect along the baseline</source>
        <translation type="unfinished">Effet selon la valeur initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups: {name}</source>
        <translation type="unfinished">Sous-groupes : {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Computing the map</source>
        <translation type="unfinished">Calcul de la carte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Looking for the tipping point</source>
        <translation type="unfinished">Recherche du point de bascule</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Imputing</source>
        <translation type="unfinished">Imputation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/ard.py"/>
        <source>Writing the numbers as data</source>
        <translation type="unfinished">Écriture des nombres sous forme de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/book_file.py"/>
        <source>Writing the workbook</source>
        <translation type="unfinished">Écriture du classeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/bundle.py"/>
        <source>Written</source>
        <translation type="unfinished">Écrit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/bundle.py"/>
        <source>Writing the numbers</source>
        <translation type="unfinished">Écriture des nombres</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/bundle.py"/>
        <source>Writing the models as programs</source>
        <translation type="unfinished">Écriture des modèles sous forme de programmes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/deidentified.py"/>
        <source>Writing {name}</source>
        <translation type="unfinished">Écriture de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/pdf.py"/>
        <source>Placing the figures</source>
        <translation type="unfinished">Mise en place des figures</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/pdf.py"/>
        <source>Drawing {name}</source>
        <translation type="unfinished">Dessin de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/studio.py"/>
        <source>Drawing the figures: {done} of {total} done</source>
        <translation type="unfinished">Dessin des figures : {done} sur {total} terminées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/self_test.py"/>
        <source>Checking: {name}</source>
        <translation type="unfinished">Vérification : {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/stats/parallel.py"/>
        <source>Simulating: {done} of {total} parts done</source>
        <translation type="unfinished">Simulation : {done} parties sur {total} terminées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/blinding.py"/>
        <source>Blinding the findings</source>
        <translation type="unfinished">Mise en aveugle des constats</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/blinding.py"/>
        <source>Blinding {name}</source>
        <translation type="unfinished">Mise en aveugle de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/compare.py"/>
        <source>Comparing {name}</source>
        <translation type="unfinished">Comparaison de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/deidentify.py"/>
        <source>Counting small cells</source>
        <translation type="unfinished">Comptage des petites cellules</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/deidentify.py"/>
        <source>De-identifying {name}</source>
        <translation type="unfinished">Désidentification de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/delimited_parse.py"/>
        <source>Reading {name}</source>
        <translation type="unfinished">Lecture de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/load.py"/>
        <source>Putting the data sets together</source>
        <translation type="unfinished">Assemblage des jeux de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/load.py"/>
        <source>Checking the data</source>
        <translation type="unfinished">Vérification des données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/load.py"/>
        <source>Interpreting {name}</source>
        <translation type="unfinished">Interprétation de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping_apply.py"/>
        <source>Looking at the columns of {name}</source>
        <translation type="unfinished">Examen des colonnes de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping_apply.py"/>
        <source>Mapping {name}</source>
        <translation type="unfinished">Mise en correspondance de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/read_workbook.py"/>
        <source>Reading {name}, sheet {sheet}</source>
        <translation type="unfinished">Lecture de {name}, feuille {sheet}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/sdtm.py"/>
        <source>Deriving {name} from {source}</source>
        <translation type="unfinished">Calcul de {name} à partir de {source}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/sources.py"/>
        <source>Looking into {name}</source>
        <translation type="unfinished">Examen de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/sources.py"/>
        <source>Unpacking {name}</source>
        <translation type="unfinished">Décompression de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/data_cuts.py"/>
        <source>Saving {name}</source>
        <translation type="unfinished">Enregistrement de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/data_cuts.py"/>
        <source>Packing {name}</source>
        <translation type="unfinished">Compression de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/data_cuts.py"/>
        <source>Taking the fingerprint of {name}</source>
        <translation type="unfinished">Calcul de l’empreinte de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/header.py"/>
        <source>Making the key from the passphrase</source>
        <translation type="unfinished">Calcul de la clé à partir de la phrase secrète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>Recovering {name}</source>
        <translation type="unfinished">Récupération : {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/summary.py"/>
        <source>Counting {name}</source>
        <translation type="unfinished">Comptage de {name}</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Change from baseline by visit (MMRM)</source>
        <translation type="unfinished">Variation par rapport à la valeur initiale par visite (MMRM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How much does the score change under each treatment, visit by visit, and how large is the difference between treatments?</source>
        <translation type="unfinished">De combien le score change-t-il sous chaque traitement, visite par visite, et quelle est la différence entre les traitements ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>One study, or all studies pooled with the study as a factor of the model.</source>
        <translation type="unfinished">Une étude, ou toutes les études regroupées avec l’étude comme facteur du modèle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Parameter</source>
        <translation type="unfinished">Paramètre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>The score or measurement that is analysed.</source>
        <translation type="unfinished">Le score ou la mesure analysés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Change from baseline is the usual response; the value itself where there is no baseline.</source>
        <translation type="unfinished">La variation par rapport à la valeur initiale est la réponse usuelle ; la valeur elle-même s’il n’y en a pas.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Whose records are analysed; the flags come from the subject-level data set.</source>
        <translation type="unfinished">Ceux dont les enregistrements sont analysés ; les indicateurs viennent du jeu de données des sujets.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Treatment arms</source>
        <translation type="unfinished">Bras de traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Arms in the model (planned treatment). Pooled: by default the arms that every study has.</source>
        <translation type="unfinished">Bras du modèle (traitement prévu). Regroupé : par défaut les bras communs à toutes les études.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Reference arm</source>
        <translation type="unfinished">Bras de référence</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>The arm that every other arm is compared with, usually placebo.</source>
        <translation type="unfinished">Le bras auquel tous les autres sont comparés, en général le placebo.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Visits after baseline that enter the model together. At first, visits with values of few subjects (under a fifth of the best attended visit) are not ticked.</source>
        <translation type="unfinished">Visites après l’inclusion qui entrent ensemble dans le modèle. Au départ, les visites avec des valeurs de peu de patients (moins d’un cinquième de la visite la plus fréquentée) ne sont pas cochées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adjust for the baseline value</source>
        <translation type="unfinished">Ajuster sur la valeur initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adds the value before treatment as a covariate; recommended for every change score.</source>
        <translation type="unfinished">Ajoute la valeur avant traitement comme covariable ; recommandé pour toute variation.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Let the baseline effect differ by visit</source>
        <translation type="unfinished">Laisser l’effet de la valeur initiale varier selon la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Adds the baseline by visit interaction, the usual choice in an MMRM.</source>
        <translation type="unfinished">Ajoute l’interaction valeur initiale par visite, choix usuel d’un MMRM.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Degrees of freedom</source>
        <translation type="unfinished">Degrés de liberté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How the degrees of freedom and standard errors allow for the estimated covariance.</source>
        <translation type="unfinished">Comment les degrés de liberté et erreurs types tiennent compte de la covariance estimée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: treatment stopped</source>
        <translation type="unfinished">Après : traitement arrêté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How values after such an event count (strategy of the estimand, ICH E9(R1)).</source>
        <translation type="unfinished">Comment comptent les valeurs après un tel événement (stratégie de l’estimand, ICH E9(R1)).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: rescue medication</source>
        <translation type="unfinished">Après : traitement de secours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: prohibited medication</source>
        <translation type="unfinished">Après : traitement interdit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: immunosuppressant started</source>
        <translation type="unfinished">Après : immunosuppresseur commencé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>After: death</source>
        <translation type="unfinished">Après : décès</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Further covariates</source>
        <translation type="unfinished">Autres covariables</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Subject characteristics added to the model, such as stratification factors or region.</source>
        <translation type="unfinished">Caractéristiques des sujets ajoutées au modèle, comme les facteurs de stratification ou la région.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Records</source>
        <translation type="unfinished">Enregistrements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Which records count: observed values only, or also values imputed in the data set.</source>
        <translation type="unfinished">Enregistrements retenus : valeurs observées seulement, ou aussi celles imputées dans le jeu de données.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Time point within the visit</source>
        <translation type="unfinished">Moment de la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>For measurements repeated within a visit, such as blood pressure lying and standing.</source>
        <translation type="unfinished">Pour les mesures répétées dans une visite, comme la tension couché et debout.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Covariance within a subject</source>
        <translation type="unfinished">Covariance intra-sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Unstructured makes no assumption about how visits are correlated.</source>
        <translation type="unfinished">Non structurée ne suppose rien de la corrélation entre visites.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Fall back to a simpler covariance</source>
        <translation type="unfinished">Se rabattre sur une covariance plus simple</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>If the covariance cannot be estimated, try heterogeneous Toeplitz, autoregressive and compound symmetry in turn; what was used is said in the result.</source>
        <translation type="unfinished">Si la covariance ne peut être estimée, essayer tour à tour Toeplitz hétérogène, autorégressive et symétrie composée ; le résultat dit ce qui a servi.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Weights of LS means</source>
        <translation type="unfinished">Poids des moyennes LS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>How LS means average over the other factors. Differences between arms do not depend on it.</source>
        <translation type="unfinished">Comment les moyennes LS se calculent sur les autres facteurs. Les différences entre bras n’en dépendent pas.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Confidence level (%)</source>
        <translation type="unfinished">Niveau de confiance (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Coverage of the confidence intervals.</source>
        <translation type="unfinished">Couverture des intervalles de confiance.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>ANCOVA at a visit</source>
        <translation type="unfinished">ANCOVA à une visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>How large is the difference between treatments at one visit, given the same baseline?</source>
        <translation type="unfinished">Quelle est la différence entre les traitements à une visite, à valeur initiale égale ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>The one visit that is analysed.</source>
        <translation type="unfinished">L’unique visite analysée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Compare all pairs of arms</source>
        <translation type="unfinished">Comparer toutes les paires de bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Also compares the active arms with each other.</source>
        <translation type="unfinished">Compare aussi les bras actifs entre eux.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Robust standard errors (HC3)</source>
        <translation type="unfinished">Erreurs types robustes (HC3)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ancova_visit.py"/>
        <source>Standard errors that do not assume equal variances.</source>
        <translation type="unfinished">Erreurs types qui ne supposent pas des variances égales.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Evidence: each study and pooled</source>
        <translation type="unfinished">Preuves : chaque étude et regroupées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Does each study by itself show the effect, do the studies agree, and what do they say together?</source>
        <translation type="unfinished">Chaque étude montre-t-elle l’effet, les études concordent-elles, et que disent-elles ensemble ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Every study that was opened, each by itself and all together.</source>
        <translation type="unfinished">Chaque étude ouverte, seule puis toutes ensemble.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Arms in the models (planned treatment); a study takes those that it has.</source>
        <translation type="unfinished">Bras des modèles (traitement prévu) ; une étude prend ceux qu’elle a.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Visit compared</source>
        <translation type="unfinished">Visite comparée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>The visit at which treatments are compared; the model uses all visits ticked above.</source>
        <translation type="unfinished">La visite où les traitements sont comparés ; le modèle utilise toutes les visites cochées ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Adjusted p values</source>
        <translation type="unfinished">Valeurs p ajustées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>How p values are adjusted within each study over its arms against the reference; in a fixed sequence arms stand in the order ticked above. Pooled results are not adjusted.</source>
        <translation type="unfinished">Comment les valeurs p sont ajustées dans chaque étude sur ses bras contre la référence ; en séquence fixe les bras suivent l’ordre coché ci-dessus. Les résultats regroupés ne sont pas ajustés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Multiple testing: plans side by side</source>
        <translation type="unfinished">Tests multiples : plans côte à côte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Which comparisons are significant once it is taken into account that several are tested, and which can only be described?</source>
        <translation type="unfinished">Quelles comparaisons restent significatives compte tenu de la multiplicité, et lesquelles ne peuvent être que décrites ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Arm tested first</source>
        <translation type="unfinished">Bras testé en premier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>The arm at the head of the sequence and of the graph.</source>
        <translation type="unfinished">Le bras en tête de la séquence et du graphe.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Later endpoints</source>
        <translation type="unfinished">Critères suivants</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Tested after the first endpoint, in the order listed, as far as the plan lets them. The list begins with the order of the European register entry (analysis plan B).</source>
        <translation type="unfinished">Testés après le premier critère, dans l’ordre de la liste, pour autant que le plan le permette. La liste commence par l’ordre de l’inscription au registre européen (plan d’analyse B).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Strata</source>
        <translation type="unfinished">Strates</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Differences are taken within these groups and averaged; pooled, the study is one too.</source>
        <translation type="unfinished">Les différences sont prises dans ces groupes puis moyennées ; en regroupant, l’étude en est un aussi.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Plans</source>
        <translation type="unfinished">Plans</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Ways of testing, side by side.</source>
        <translation type="unfinished">Façons de tester, côte à côte.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Graph</source>
        <translation type="unfinished">Graphe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>How the graphical plan shares and passes on alpha.</source>
        <translation type="unfinished">Comment le plan graphique partage et transmet alpha.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of the first (%)</source>
        <translation type="unfinished">Part du premier (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of alpha that the graph gives to the first arm (fallback: first hypothesis) at the beginning. The graph that begins with the first arm gives it everything.</source>
        <translation type="unfinished">Part d’alpha que le graphe donne au départ au premier bras (fallback : première hypothèse). Le graphe qui commence par le premier bras lui donne tout.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Alpha</source>
        <translation type="unfinished">Alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Two-sided level of the family.</source>
        <translation type="unfinished">Niveau bilatéral de la famille.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Family of hypotheses</source>
        <translation type="unfinished">Famille d’hypothèses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>A trial usually controls its own error; all together is stricter.</source>
        <translation type="unfinished">Un essai contrôle d’ordinaire sa propre erreur ; tous ensemble est plus strict.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Share of alpha of each hypothesis, and where it goes when that is rejected. Begins with the graph chosen above; what you draw takes its place.</source>
        <translation type="unfinished">Part d’alpha de chaque hypothèse, et où elle va en cas de rejet. Commence par le graphe choisi ci-dessus ; ce que vous dessinez le remplace.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups and baseline</source>
        <translation type="unfinished">Sous-groupes et valeur initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Is the difference between treatments the same in all kinds of patients, and does it depend on how active the disease was at the start?</source>
        <translation type="unfinished">La différence entre traitements est-elle la même chez tous les types de patients, et dépend-elle de l’activité initiale de la maladie ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subgroups by</source>
        <translation type="unfinished">Sous-groupes selon</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Characteristics before treatment by which subjects are divided, one at a time.</source>
        <translation type="unfinished">Caractéristiques avant traitement qui divisent les sujets, une à la fois.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Groups of the baseline value</source>
        <translation type="unfinished">Groupes de la valeur initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>How subjects are divided by the value of the score before treatment.</source>
        <translation type="unfinished">Comment les sujets sont divisés selon le score avant traitement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Fewest subjects</source>
        <translation type="unfinished">Nombre minimal de sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>A level of a factor is left out if an arm has fewer subjects with a value at the visit.</source>
        <translation type="unfinished">Un niveau de facteur est omis si un bras a moins de sujets avec une valeur à la visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subjects in a sliding window</source>
        <translation type="unfinished">Sujets par fenêtre glissante</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Size of the overlapping groups along the baseline value (STEPP), all arms together; 0 leaves them out.</source>
        <translation type="unfinished">Taille des groupes chevauchants le long de la valeur initiale (STEPP), tous bras réunis ; 0 les omet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Step of the window</source>
        <translation type="unfinished">Pas de la fenêtre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroups.py"/>
        <source>Subjects by which each group moves on from the one before.</source>
        <translation type="unfinished">Nombre de sujets dont chaque groupe avance par rapport au précédent.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Dose and schedule (MCP-Mod)</source>
        <translation type="unfinished">Dose et schéma (MCP-Mod)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Does the response follow the dose, the schedule or the amount received, and which amount would be enough?</source>
        <translation type="unfinished">La réponse suit-elle la dose, le schéma ou la quantité reçue, et quelle quantité suffirait ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Arms with their amounts; the reference has none.</source>
        <translation type="unfinished">Bras avec leurs quantités ; la référence n’en a pas.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount</source>
        <translation type="unfinished">Quantité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>What the response may follow.</source>
        <translation type="unfinished">Ce que la réponse peut suivre.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Candidate shapes</source>
        <translation type="unfinished">Formes candidates</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Curves that the tests look for. A curve is fitted only where there are as many amounts as it has parameters.</source>
        <translation type="unfinished">Courbes que cherchent les tests. Une courbe n’est ajustée que s’il y a autant de quantités que de paramètres.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Half of the effect at (%)</source>
        <translation type="unfinished">Moitié de l’effet à (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Guess for Emax and sigmoid Emax: per cent of the highest amount with half of the effect.</source>
        <translation type="unfinished">Supposition pour Emax et Emax sigmoïde : pour cent de la plus forte quantité donnant la moitié de l’effet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Direction</source>
        <translation type="unfinished">Sens</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Whether a lower or a higher value means that the subject is better.</source>
        <translation type="unfinished">Si une valeur plus basse ou plus haute signifie que le sujet va mieux.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Target effect</source>
        <translation type="unfinished">Effet cible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Points of improvement over the reference, for the target amount.</source>
        <translation type="unfinished">Points d’amélioration sur la référence, pour la quantité cible.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>One-sided, over all shapes.</source>
        <translation type="unfinished">Unilatéral, sur toutes les formes.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Robustness: leave one out</source>
        <translation type="unfinished">Robustesse : en omettre un</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Does the result hang on a single country, site or patient, and how few patients would turn it?</source>
        <translation type="unfinished">Le résultat tient-il à un seul pays, centre ou patient, et combien peu de patients le renverseraient ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>The level that p is held against.</source>
        <translation type="unfinished">Le niveau auquel p est comparé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Bootstrap samples</source>
        <translation type="unfinished">Échantillons bootstrap</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>How p scatters when subjects are drawn again with replacement; 0 leaves it out.</source>
        <translation type="unfinished">Dispersion de p quand les sujets sont retirés avec remise ; 0 l’omet.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Seed</source>
        <translation type="unfinished">Graine</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/robustness.py"/>
        <source>Start of the random numbers: the same seed gives the same result.</source>
        <translation type="unfinished">Départ des nombres aléatoires : la même graine donne le même résultat.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Placebo response</source>
        <translation type="unfinished">Réponse au placebo</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Why did patients on placebo improve, how much of it would be expected anyway, and which instrument would have seen a difference?</source>
        <translation type="unfinished">Pourquoi des patients sous placebo se sont-ils améliorés, combien était attendu de toute façon, et quel instrument aurait vu une différence ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Change from baseline; a score without it cannot be looked at here.</source>
        <translation type="unfinished">Variation par rapport à la valeur initiale ; un score sans elle ne peut être examiné ici.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Test-retest correlation</source>
        <translation type="unfinished">Corrélation test-retest</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Correlation of two values of a stable patient. None is published for the ESSDAI in this population: try several.</source>
        <translation type="unfinished">Corrélation de deux valeurs d’un patient stable. Aucune n’est publiée pour l’ESSDAI dans cette population : essayez-en plusieurs.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Mean of the population</source>
        <translation type="unfinished">Moyenne de la population</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Mean of the population the patients were selected from. 4.8 is the mean ESSDAI of the UK registry, whose patients were not selected; use a figure for your own clinics if you have one, and always for another score.</source>
        <translation type="unfinished">Moyenne de la population d’où les patients ont été choisis. 4,8 est l’ESSDAI moyen du registre britannique, dont les patients n’étaient pas sélectionnés ; prenez un chiffre de votre propre clinique si vous en avez un, et toujours pour un autre score.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Entry threshold</source>
        <translation type="unfinished">Seuil d’inclusion</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Lowest value with which a patient could enter; the histogram is read there.</source>
        <translation type="unfinished">Plus petite valeur permettant l’inclusion ; l’histogramme y est lu.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Screening value</source>
        <translation type="unfinished">Valeur de sélection</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Variable of the subject level with the score at screening.</source>
        <translation type="unfinished">Variable du sujet avec le score à la sélection.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Compare all instruments</source>
        <translation type="unfinished">Comparer tous les instruments</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/placebo_response.py"/>
        <source>Response and separation of every parameter at the visit.</source>
        <translation type="unfinished">Réponse et séparation de chaque paramètre à la visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Sensitivity to missing values</source>
        <translation type="unfinished">Sensibilité aux valeurs manquantes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Does the difference between treatments hold whatever is assumed of patients who dropped out?</source>
        <translation type="unfinished">La différence entre traitements tient-elle quoi qu’on suppose des patients sortis d’étude ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Assumptions</source>
        <translation type="unfinished">Hypothèses</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>What is assumed of missing values, and how events count; one row of the table each.</source>
        <translation type="unfinished">Ce qui est supposé des valeurs manquantes, et comment comptent les événements ; une ligne du tableau chacune.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputation</source>
        <translation type="unfinished">Imputation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>How missing values are imputed and how the uncertainty of that is counted.</source>
        <translation type="unfinished">Comment les valeurs manquantes sont imputées et comment compte cette incertitude.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Imputations</source>
        <translation type="unfinished">Imputations</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Completed data sets, or bootstrap samples. The Monte Carlo error tells whether they are enough.</source>
        <translation type="unfinished">Jeux de données complétés, ou échantillons bootstrap. L’erreur de Monte-Carlo dit s’il y en a assez.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>One covariance for each arm</source>
        <translation type="unfinished">Une covariance par bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Estimates the covariance of the visits for each arm instead of one for all.</source>
        <translation type="unfinished">Estime la covariance des visites pour chaque bras au lieu d’une pour tous.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Tipping point</source>
        <translation type="unfinished">Point de bascule</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>How much worse would patients without a value have to be for the result to be lost?</source>
        <translation type="unfinished">De combien l’état des patients sans valeur devrait-il être moins bon pour que le résultat soit perdu ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Arm compared</source>
        <translation type="unfinished">Bras comparé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>The arm whose difference from the reference arm is put to the test.</source>
        <translation type="unfinished">Le bras dont la différence avec la référence est mise à l’épreuve.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Largest shift</source>
        <translation type="unfinished">Plus grand décalage</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>The map goes from minus to plus this number of points in both arms; 0 takes twice the standard deviation of the response.</source>
        <translation type="unfinished">La carte va de moins à plus ce nombre de points dans les deux bras ; 0 prend deux fois l’écart type de la réponse.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Steps in each direction</source>
        <translation type="unfinished">Pas dans chaque direction</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Shifts in each arm; an odd number.</source>
        <translation type="unfinished">Décalages dans chaque bras ; un nombre impair.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Plausible shift</source>
        <translation type="unfinished">Décalage plausible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Shifts up to this size in either arm are framed as plausible. Three points are the smallest important improvement of the ESSDAI (Seror 2016).</source>
        <translation type="unfinished">Les décalages jusqu’à cette taille dans l’un des bras sont encadrés comme plausibles. Trois points sont la plus petite amélioration importante de l’ESSDAI (Seror 2016).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Start from</source>
        <translation type="unfinished">Partir de</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>What missing values are imputed under before they are shifted.</source>
        <translation type="unfinished">Hypothèse sous laquelle les valeurs manquantes sont imputées avant d’être décalées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Responders</source>
        <translation type="unfinished">Répondeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>How many patients improve by an amount that matters, and how many more than under the reference treatment?</source>
        <translation type="unfinished">Combien de patients s’améliorent d’une quantité importante, et combien de plus que sous le traitement de référence ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Free threshold</source>
        <translation type="unfinished">Seuil libre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>Points of improvement for the rule &apos;improves by at least&apos;.</source>
        <translation type="unfinished">Points d’amélioration pour la règle « s’améliore d’au moins ».</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responders.py"/>
        <source>When a subject counts as a responder; one block of the table each.</source>
        <translation type="unfinished">Quand un sujet compte comme répondeur ; un bloc du tableau chacun.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Re-randomisation test</source>
        <translation type="unfinished">Test de re-randomisation</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>How often would dealing out the treatments by chance alone give a difference as large as this one?</source>
        <translation type="unfinished">À quelle fréquence le seul hasard de l’attribution des traitements donnerait-il une différence aussi grande ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>Re-randomisations</source>
        <translation type="unfinished">Re-randomisations</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/rerandomisation.py"/>
        <source>How often the arms are dealt again; the Monte Carlo error tells whether it was enough.</source>
        <translation type="unfinished">Nombre de nouvelles attributions des bras ; l’erreur de Monte-Carlo dit s’il suffit.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Missing values and drop-out</source>
        <translation type="unfinished">Valeurs manquantes et sorties d’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Whose values are missing, when and why did patients leave, and did those who left fare differently?</source>
        <translation type="unfinished">De qui les valeurs manquent-elles, quand et pourquoi des patients sont-ils sortis, et ont-ils évolué autrement ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>Patterns shown</source>
        <translation type="unfinished">Profils affichés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/missingness.py"/>
        <source>The most frequent patterns are listed one by one, the others together.</source>
        <translation type="unfinished">Les profils les plus fréquents sont listés un par un, les autres ensemble.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>What happened to patients before the endpoint that changes what their values mean, and how is it counted?</source>
        <translation type="unfinished">Qu’est-il arrivé aux patients avant le critère qui change le sens de leurs valeurs, et comment cela compte-t-il ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Summary</source>
        <translation type="unfinished">Résumé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>What arms are compared by (population-level summary of the estimand).</source>
        <translation type="unfinished">Ce par quoi les bras sont comparés (résumé au niveau de la population de l’estimand).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Participant flow (CONSORT)</source>
        <translation type="unfinished">Flux des participants (CONSORT)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>How many patients were randomised, treated, lost and analysed, and do the numbers add up?</source>
        <translation type="unfinished">Combien de patients ont été randomisés, traités, perdus et analysés, et les nombres concordent-ils ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Arms of the diagram, from left to right.</source>
        <translation type="unfinished">Bras du diagramme, de gauche à droite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Analysed</source>
        <translation type="unfinished">Analysés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/participant_flow.py"/>
        <source>Population of the boxes at the bottom.</source>
        <translation type="unfinished">Population des boîtes du bas.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Demographics and baseline</source>
        <translation type="unfinished">Démographie et valeurs initiales</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Who was in the trial, and were the arms alike at baseline?</source>
        <translation type="unfinished">Qui était dans l’essai, et les bras étaient-ils semblables au départ ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Who is described: at first the full analysis set or everybody randomised.</source>
        <translation type="unfinished">Qui est décrit : au départ la population d’analyse complète ou tous les patients randomisés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Conditions on variables of the patients, such as: SEX = F and AGE &gt;= 65. Empty: everybody.</source>
        <translation type="unfinished">Conditions sur des variables des patients, par exemple : SEX = F and AGE &gt;= 65. Vide : tous.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Characteristics</source>
        <translation type="unfinished">Caractéristiques</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Variables of the subject-level data: numbers are summarised, categories counted.</source>
        <translation type="unfinished">Variables des données par patient : les nombres sont résumés, les catégories comptées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Show p values</source>
        <translation type="unfinished">Afficher les valeurs p</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/demographics.py"/>
        <source>Analysis of variance of numbers, chi-squared test of categories. Differences at baseline between randomised arms are due to chance, whatever p is.</source>
        <translation type="unfinished">Analyse de variance pour les nombres, test du khi-deux pour les catégories. Entre bras randomisés, les différences initiales sont dues au hasard, quel que soit p.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Scores from items</source>
        <translation type="unfinished">Scores d’après les items</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>What are ESSDAI, ClinESSDAI and ESSPRI when computed anew from their items, and which organ domains make the total?</source>
        <translation type="unfinished">Que valent ESSDAI, ClinESSDAI et ESSPRI recalculés de leurs items, et quels domaines d’organes font le total ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Missing domain (C1)</source>
        <translation type="unfinished">Domaine manquant (C1)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>What a missing domain does to the total; nothing is published, so the analysis plan decides.</source>
        <translation type="unfinished">Ce qu’un domaine manquant fait au total ; rien n’est publié, c’est donc le plan d’analyse qui décide.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI constitutional</source>
        <translation type="unfinished">Paramètre : ESSDAI constitutionnel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>The parameter that holds this item; guessed from its code and label.</source>
        <translation type="unfinished">Le paramètre qui porte cet item ; deviné de son code et de son libellé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI lymphadenopathy and lymphoma</source>
        <translation type="unfinished">Paramètre : ESSDAI lymphadénopathie et lymphome</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI glandular</source>
        <translation type="unfinished">Paramètre : ESSDAI glandulaire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI articular</source>
        <translation type="unfinished">Paramètre : ESSDAI articulaire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI cutaneous</source>
        <translation type="unfinished">Paramètre : ESSDAI cutané</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI pulmonary</source>
        <translation type="unfinished">Paramètre : ESSDAI pulmonaire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI renal</source>
        <translation type="unfinished">Paramètre : ESSDAI rénal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI muscular</source>
        <translation type="unfinished">Paramètre : ESSDAI musculaire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI peripheral nervous system</source>
        <translation type="unfinished">Paramètre : ESSDAI système nerveux périphérique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI central nervous system</source>
        <translation type="unfinished">Paramètre : ESSDAI système nerveux central</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI haematological</source>
        <translation type="unfinished">Paramètre : ESSDAI hématologique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSDAI biological</source>
        <translation type="unfinished">Paramètre : ESSDAI biologique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI dryness</source>
        <translation type="unfinished">Paramètre : ESSPRI sécheresse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI fatigue</source>
        <translation type="unfinished">Paramètre : ESSPRI fatigue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Parameter: ESSPRI pain</source>
        <translation type="unfinished">Paramètre : ESSPRI douleur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>Visits shown.</source>
        <translation type="unfinished">Visites affichées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR and CRESS responders</source>
        <translation type="unfinished">Répondeurs STAR et CRESS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>How many patients in each arm respond by STAR and by CRESS, and through which components?</source>
        <translation type="unfinished">Combien de patients de chaque bras répondent selon STAR et CRESS, et par quelles composantes ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: ClinESSDAI total</source>
        <translation type="unfinished">Paramètre : total ClinESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: ESSPRI score</source>
        <translation type="unfinished">Paramètre : score ESSPRI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Schirmer, mean of both eyes</source>
        <translation type="unfinished">Paramètre : Schirmer, moyenne des deux yeux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Ocular staining, mean of both eyes</source>
        <translation type="unfinished">Paramètre : coloration oculaire, moyenne des deux yeux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Unstimulated salivary flow</source>
        <translation type="unfinished">Paramètre : débit salivaire non stimulé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Ultrasound by Hocevar</source>
        <translation type="unfinished">Paramètre : échographie selon Hočevar</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: IgG</source>
        <translation type="unfinished">Paramètre : IgG</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Parameter: Rheumatoid factor</source>
        <translation type="unfinished">Paramètre : facteur rhumatoïde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>The visit compared with baseline; by default the last at which tears or saliva were tested.</source>
        <translation type="unfinished">La visite comparée à l’inclusion ; par défaut la dernière où larmes ou salive ont été testées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>ClinESSDAI and ESSPRI</source>
        <translation type="unfinished">ClinESSDAI et ESSPRI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>A recorded ESSPRI may be rounded, which can move a subject across a limit; computed from its items it is exact.</source>
        <translation type="unfinished">Un ESSPRI enregistré peut être arrondi, ce qui peut faire passer une limite à un sujet ; calculé de ses items il est exact.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Subjects without data at the visit</source>
        <translation type="unfinished">Sujets sans données à la visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Non-responder imputation keeps everyone randomised in the denominator.</source>
        <translation type="unfinished">L’imputation en non-répondeur garde tous les randomisés au dénominateur.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR with missing domains (C5)</source>
        <translation type="unfinished">STAR avec domaines manquants (C5)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>STAR undecided because of missing domains. Not settled in the publications that could be read.</source>
        <translation type="unfinished">STAR indécis à cause de domaines manquants. Non réglé dans les publications consultées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Two tests in one domain (C7)</source>
        <translation type="unfinished">Deux tests dans un domaine (C7)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Two tests in one domain of STAR or CRESS. Not settled in the publications that could be read.</source>
        <translation type="unfinished">Deux tests dans un domaine de STAR ou CRESS. Non réglé dans les publications consultées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS: abnormal Schirmer test</source>
        <translation type="unfinished">CRESS : test de Schirmer anormal</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS, when Schirmer&apos;s test is abnormal (not verified). Not settled in the publications that could be read.</source>
        <translation type="unfinished">CRESS, quand le test de Schirmer est anormal (non vérifié). Non réglé dans les publications consultées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS: tear tests normal at baseline</source>
        <translation type="unfinished">CRESS : tests lacrymaux normaux à l’inclusion</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>CRESS, tear tests that are normal at baseline (not verified). Not settled in the publications that could be read.</source>
        <translation type="unfinished">CRESS, tests lacrymaux normaux à l’inclusion (non vérifié). Non réglé dans les publications consultées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Confidence interval</source>
        <translation type="unfinished">Intervalle de confiance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Method of the interval for the difference of two proportions.</source>
        <translation type="unfinished">Méthode de l’intervalle pour la différence de deux proportions.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Score checks</source>
        <translation type="unfinished">Contrôle des scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Which scores contradict their items, the laboratory or the course, so that the site should be asked?</source>
        <translation type="unfinished">Quels scores contredisent leurs items, le laboratoire ou l’évolution, de sorte que le centre devrait être interrogé ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Checks</source>
        <translation type="unfinished">Contrôles</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Which checks are made.</source>
        <translation type="unfinished">Contrôles effectués.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Identical visits in a row</source>
        <translation type="unfinished">Visites identiques d’affilée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>From so many visits with all twelve levels unchanged, while active, a query is written.</source>
        <translation type="unfinished">À partir d’autant de visites avec les douze niveaux inchangés, en activité, une demande de clarification est rédigée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Large change of ESSDAI</source>
        <translation type="unfinished">Grande variation de l’ESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>A change of at least so many points between two successive visits is questioned.</source>
        <translation type="unfinished">Une variation d’au moins autant de points entre deux visites successives est signalée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Large change of ESSPRI</source>
        <translation type="unfinished">Grande variation de l’ESSPRI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Days around a planned visit</source>
        <translation type="unfinished">Jours autour d’une visite prévue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>A visit named by a week is questioned if it is more than so many days from that week.</source>
        <translation type="unfinished">Une visite nommée par une semaine est signalée si elle s’en écarte de plus d’autant de jours.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Most findings listed for a check</source>
        <translation type="unfinished">Nombre maximal de constats listés par contrôle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Beyond these, findings of a check are only counted.</source>
        <translation type="unfinished">Au-delà, les constats d’un contrôle sont seulement comptés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: ESSDAI total</source>
        <translation type="unfinished">Paramètre : total ESSDAI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Neutrophils</source>
        <translation type="unfinished">Paramètre : neutrophiles</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Haemoglobin</source>
        <translation type="unfinished">Paramètre : hémoglobine</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Platelets</source>
        <translation type="unfinished">Paramètre : plaquettes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Lymphocytes</source>
        <translation type="unfinished">Paramètre : lymphocytes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Complement C3</source>
        <translation type="unfinished">Paramètre : complément C3</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Complement C4</source>
        <translation type="unfinished">Paramètre : complément C4</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Swollen joints of 28</source>
        <translation type="unfinished">Paramètre : articulations gonflées sur 28</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_checks.py"/>
        <source>Parameter: Stimulated salivary flow</source>
        <translation type="unfinished">Paramètre : débit salivaire stimulé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Exposure and swim lanes</source>
        <translation type="unfinished">Exposition et couloirs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>How long was each patient treated, and when did events occur?</source>
        <translation type="unfinished">Combien de temps chaque patient a-t-il été traité, et quand les événements sont-ils survenus ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Whose events are counted; N of each column is the number of these subjects.</source>
        <translation type="unfinished">Ceux dont les événements sont comptés ; N de chaque colonne est le nombre de ces sujets.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Arms shown (treatment actually received).</source>
        <translation type="unfinished">Bras affichés (traitement réellement reçu).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Drawn in the lanes of patients.</source>
        <translation type="unfinished">Dessinés dans les couloirs des patients.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Time at risk</source>
        <translation type="unfinished">Temps à risque</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>The time during which an event of a subject would have been counted.</source>
        <translation type="unfinished">La durée pendant laquelle un événement d’un sujet aurait été compté.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Patients drawn in an arm</source>
        <translation type="unfinished">Patients dessinés par bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure_lanes.py"/>
        <source>Those with events come first, then those treated longest.</source>
        <translation type="unfinished">Ceux avec événements d’abord, puis les plus longtemps traités.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>Adverse event overview</source>
        <translation type="unfinished">Aperçu des événements indésirables</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>How many patients in each arm had adverse events that began on treatment, and how many were serious, severe, related, led to stopping, or were fatal?</source>
        <translation type="unfinished">Combien de patients de chaque bras ont eu des événements indésirables apparus sous traitement, et combien étaient graves, sévères, liés, menant à l’arrêt, ou mortels ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>Add a column for all arms together</source>
        <translation type="unfinished">Ajouter une colonne pour tous les bras ensemble</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_overview.py"/>
        <source>The arms chosen, taken together.</source>
        <translation type="unfinished">Les bras choisis, pris ensemble.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Adverse events by class and term</source>
        <translation type="unfinished">Événements indésirables par classe et terme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Which adverse events did patients in each arm have, and how much more or less often than in the reference arm?</source>
        <translation type="unfinished">Quels événements indésirables ont eu les patients de chaque bras, et combien plus ou moins souvent que dans le bras de référence ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Which treatment-emergent adverse events are counted.</source>
        <translation type="unfinished">Événements indésirables apparus sous traitement qui sont comptés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Levels of the dictionary shown.</source>
        <translation type="unfinished">Niveaux du dictionnaire affichés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Show terms from (%)</source>
        <translation type="unfinished">Montrer les termes dès (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Terms that fewer subjects have in every arm are left out; class rows count all events.</source>
        <translation type="unfinished">Les termes ayant moins de sujets dans tous les bras sont omis ; les lignes de classe comptent tous les événements.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Order</source>
        <translation type="unfinished">Ordre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Frequency counts subjects of all arms.</source>
        <translation type="unfinished">La fréquence compte les sujets de tous les bras.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Show Fisher&apos;s exact p</source>
        <translation type="unfinished">Montrer le p exact de Fisher</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Two-sided, each arm against the reference. Many tests are made, none is adjusted.</source>
        <translation type="unfinished">Bilatéral, chaque bras contre la référence. De nombreux tests, aucun ajusté.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Interval of the risk difference</source>
        <translation type="unfinished">Intervalle de la différence de risque</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>How the confidence interval is formed. Pooled studies are compared within each study.</source>
        <translation type="unfinished">Comment l’intervalle de confiance est formé. Les études regroupées sont comparées au sein de chacune.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Adverse events by severity and relationship</source>
        <translation type="unfinished">Événements indésirables par sévérité et lien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>How severe were the adverse events of each kind at worst, and how many were related to treatment?</source>
        <translation type="unfinished">Quelle était la pire sévérité des événements indésirables de chaque type, et combien étaient liés au traitement ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>What the events of a row are told apart by.</source>
        <translation type="unfinished">Ce qui distingue les événements d’une ligne.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Adverse events per 100 patient-years</source>
        <translation type="unfinished">Événements indésirables pour 100 patients-années</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>How often did adverse events occur for the time patients were treated, so that arms with unequal follow-up can be compared?</source>
        <translation type="unfinished">À quelle fréquence des événements indésirables sont-ils survenus pour le temps de traitement, afin de comparer des bras de suivi inégal ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>What is counted in a row.</source>
        <translation type="unfinished">Ce qui est compté dans une ligne.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Rate</source>
        <translation type="unfinished">Taux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>The first counts a subject until its first event; the others take all its time.</source>
        <translation type="unfinished">Le premier compte un sujet jusqu’à son premier événement ; les autres prennent tout son temps.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Days added after the end</source>
        <translation type="unfinished">Jours ajoutés après la fin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Follow-up after the last dose in which events still count as treatment-emergent.</source>
        <translation type="unfinished">Suivi après la dernière dose où les événements comptent encore comme apparus sous traitement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Adverse events of special interest</source>
        <translation type="unfinished">Événements indésirables d’intérêt particulier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>How many patients had infections, injection or infusion reactions, low blood counts, low immunoglobulins, malignancies and other events that need special attention?</source>
        <translation type="unfinished">Combien de patients ont eu infections, réactions à l’injection ou à la perfusion, cytopénies, hypogammaglobulinémie, cancers et autres événements demandant une attention particulière ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>From the lists of events of the study (button Lists of events), from queries in the data (CQzzNAM, SMQzzNAM), and from lists of terms opened together with the data (columns QUERY and TERM).</source>
        <translation type="unfinished">Des listes d’événements de l’étude (bouton Listes d’événements), des requêtes des données (CQzzNAM, SMQzzNAM), et de listes de termes ouvertes avec les données (colonnes QUERY et TERM).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>Show rates per 100 patient-years</source>
        <translation type="unfinished">Montrer les taux pour 100 patients-années</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_special.py"/>
        <source>From the first to the last dose, where the dates are known.</source>
        <translation type="unfinished">De la première à la dernière dose, si les dates sont connues.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Signal screening</source>
        <translation type="unfinished">Recherche de signaux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Which adverse events were more frequent than in the reference arm by more than the number of terms looked at would explain?</source>
        <translation type="unfinished">Quels événements indésirables étaient plus fréquents que dans le bras de référence, au-delà de ce qu’explique le nombre de termes examinés ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Terms with at least (subjects)</source>
        <translation type="unfinished">Termes avec au moins (sujets)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Terms that fewer subjects of all arms had are not screened; they could not show a difference.</source>
        <translation type="unfinished">Les termes qu’ont eus moins de sujets ne sont pas examinés ; ils ne pourraient montrer de différence.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>False discovery rate (%)</source>
        <translation type="unfinished">Taux de fausses découvertes (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Share of the terms flagged that may be flagged by chance.</source>
        <translation type="unfinished">Part des termes signalés qui peut l’être par hasard.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Hierarchical model (Berry and Berry)</source>
        <translation type="unfinished">Modèle hiérarchique (Berry et Berry)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Posterior probability of a higher risk, terms of a class lending each other strength. Takes some seconds.</source>
        <translation type="unfinished">Probabilité a posteriori d’un risque plus élevé, les termes d’une classe se renforçant. Prend quelques secondes.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Random seed</source>
        <translation type="unfinished">Graine aléatoire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_signals.py"/>
        <source>Of the simulation of the model.</source>
        <translation type="unfinished">De la simulation du modèle.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Reactions by dose</source>
        <translation type="unfinished">Réactions par dose</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>After which injection or infusion, and how long after it, did reactions occur?</source>
        <translation type="unfinished">Après quelle injection ou perfusion, et combien de temps après, des réactions sont-elles survenues ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Which treatment-emergent adverse events are related to the doses.</source>
        <translation type="unfinished">Événements indésirables apparus sous traitement mis en relation avec les doses.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Days after a dose</source>
        <translation type="unfinished">Jours après une dose</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Events later than this after a dose are not counted to it.</source>
        <translation type="unfinished">Les événements plus tardifs après une dose ne lui sont pas imputés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Doses shown one by one</source>
        <translation type="unfinished">Doses montrées une par une</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_reactions.py"/>
        <source>Later doses are taken together.</source>
        <translation type="unfinished">Les doses suivantes sont prises ensemble.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Time to first adverse event</source>
        <translation type="unfinished">Délai jusqu’au premier événement indésirable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>How soon after treatment began did patients have a first event of a kind, and how many events had they had by then?</source>
        <translation type="unfinished">Combien de temps après le début du traitement les patients ont-ils eu un premier événement d’un type, et combien jusque-là ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>What the time runs to.</source>
        <translation type="unfinished">Jusqu’où court le délai.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Form of confidence limits</source>
        <translation type="unfinished">Forme des limites de confiance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Scale on which limits of probabilities and medians are formed.</source>
        <translation type="unfinished">Échelle sur laquelle se forment les limites des probabilités et médianes.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Deaths and serious adverse events</source>
        <translation type="unfinished">Décès et événements indésirables graves</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Who died, when and of what, and which serious adverse events did patients have?</source>
        <translation type="unfinished">Qui est décédé, quand et de quoi, et quels événements indésirables graves ont eu les patients ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Days after the last dose that count as on treatment</source>
        <translation type="unfinished">Jours après la dernière dose comptés sous traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Deaths up to this many days after the last dose are on treatment.</source>
        <translation type="unfinished">Les décès jusqu’à autant de jours après la dernière dose sont sous traitement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>List treatment-emergent events only</source>
        <translation type="unfinished">Seulement les événements apparus sous traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/deaths_sae.py"/>
        <source>Otherwise serious events before the first dose are listed too.</source>
        <translation type="unfinished">Sinon les événements graves avant la première dose sont listés aussi.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Patient narratives (draft)</source>
        <translation type="unfinished">Narratifs de patients (ébauche)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>What happened to the patients who died or had serious adverse events, in sentences drafted from the data?</source>
        <translation type="unfinished">Qu’est-il arrivé aux patients décédés ou ayant eu des événements indésirables graves, en phrases ébauchées d’après les données ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Patients with</source>
        <translation type="unfinished">Patients avec</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Whose narratives are drafted: patients with an event of any of these kinds.</source>
        <translation type="unfinished">Ceux dont le narratif est ébauché : patients avec un événement d’un de ces types.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Days around an event</source>
        <translation type="unfinished">Jours autour d’un événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Other events, medication and laboratory values this close to an event are told.</source>
        <translation type="unfinished">Les autres événements, traitements et valeurs de laboratoire aussi proches d’un événement sont rapportés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>At most (patients)</source>
        <translation type="unfinished">Au plus (patients)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Narratives beyond this number are left out.</source>
        <translation type="unfinished">Les narratifs au-delà de ce nombre sont omis.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Adverse events and flares</source>
        <translation type="unfinished">Événements indésirables et poussées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Which adverse events were in an organ whose ESSDAI domain rose at the time, and may have been a flare?</source>
        <translation type="unfinished">Quels événements indésirables touchaient un organe dont le domaine ESSDAI montait alors, et pourraient avoir été une poussée ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>Days between event and visit</source>
        <translation type="unfinished">Jours entre événement et visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/flare_events.py"/>
        <source>A rise of the domain counts at visits up to this many days before or after the start of the event.</source>
        <translation type="unfinished">Une hausse du domaine compte aux visites jusqu’à autant de jours avant ou après le début de l’événement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Laboratory shifts from baseline</source>
        <translation type="unfinished">Changements de catégorie du laboratoire depuis l’inclusion</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>How many patients went from normal to low or high laboratory values after treatment began?</source>
        <translation type="unfinished">Combien de patients sont passés de valeurs normales à basses ou hautes après le début du traitement ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Parameters</source>
        <translation type="unfinished">Paramètres</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Laboratory parameters with normal ranges.</source>
        <translation type="unfinished">Paramètres de laboratoire avec intervalles de référence.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Shifts</source>
        <translation type="unfinished">Changements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Which later values are looked at.</source>
        <translation type="unfinished">Valeurs ultérieures considérées.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Last visit that counts</source>
        <translation type="unfinished">Dernière visite qui compte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Values at later visits (follow-up after treatment) are no worst and no last values.</source>
        <translation type="unfinished">Les valeurs des visites suivantes (suivi après traitement) ne sont ni pires ni dernières.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Low, normal, high</source>
        <translation type="unfinished">Bas, normal, haut</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Where the category of a value is taken from.</source>
        <translation type="unfinished">D’où vient la catégorie d’une valeur.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Values and changes by visit</source>
        <translation type="unfinished">Valeurs et variations par visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>How did laboratory values and vital signs change over time in each arm?</source>
        <translation type="unfinished">Comment le laboratoire et les signes vitaux ont-ils évolué dans chaque bras ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Measurements of laboratory, vital sign and ECG data.</source>
        <translation type="unfinished">Mesures de laboratoire, de signes vitaux et d’ECG.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Pictures</source>
        <translation type="unfinished">Figures</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>How the parameters pictured are drawn.</source>
        <translation type="unfinished">Comment les paramètres figurés sont dessinés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Figures of</source>
        <translation type="unfinished">Figures de</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Parameters drawn.</source>
        <translation type="unfinished">Paramètres dessinés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Immunoglobulins, blood cells and infections</source>
        <translation type="unfinished">Immunoglobulines, cellules sanguines et infections</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>How far did immunoglobulins and blood cells fall, did infections come with it, and did the values recover after the last dose?</source>
        <translation type="unfinished">De combien immunoglobulines et cellules sanguines ont-elles baissé, des infections ont-elles suivi, et les valeurs ont-elles remonté après la dernière dose ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Values that drugs against B cells may lower: by default immunoglobulins, B cells, lymphocytes and neutrophils.</source>
        <translation type="unfinished">Valeurs que des médicaments anti-lymphocytes B peuvent abaisser : par défaut immunoglobulines, lymphocytes B, lymphocytes totaux et neutrophiles.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Marked on the courses.</source>
        <translation type="unfinished">Marqués sur les évolutions.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/immune_course.py"/>
        <source>Those with events come first, then those whose value fell furthest.</source>
        <translation type="unfinished">Ceux avec événements d’abord, puis ceux dont la valeur a le plus baissé.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Laboratory grades (CTCAE)</source>
        <translation type="unfinished">Grades de laboratoire (CTCAE)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>How severe were abnormal laboratory values after treatment began, by CTCAE grade?</source>
        <translation type="unfinished">Quelle était la sévérité des valeurs anormales après le début du traitement, selon le grade CTCAE ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Version of the CTCAE</source>
        <translation type="unfinished">Version des CTCAE</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>The criteria that the grades follow; versions differ most in liver tests and counts.</source>
        <translation type="unfinished">Les critères des grades ; les versions diffèrent surtout pour le foie et les numérations.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>Parameters that the CTCAE grades by their values, found by their codes.</source>
        <translation type="unfinished">Paramètres que les CTCAE gradent par leurs valeurs, reconnus à leurs codes.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Liver tests (eDISH, Hy&apos;s law)</source>
        <translation type="unfinished">Tests hépatiques (eDISH, loi de Hy)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Did any patient have high aminotransferases together with high bilirubin, a sign of severe liver injury by a drug?</source>
        <translation type="unfinished">Un patient a-t-il eu des aminotransférases élevées avec une bilirubine élevée, signe d’atteinte hépatique médicamenteuse sévère ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Liver tests</source>
        <translation type="unfinished">Tests hépatiques</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Aminotransferases, alkaline phosphatase and total bilirubin, found by their codes.</source>
        <translation type="unfinished">Aminotransférases, phosphatases alcalines et bilirubine totale, reconnues à leurs codes.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Aminotransferase cut-off (x ULN)</source>
        <translation type="unfinished">Seuil des aminotransférases (x LSN)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Usually 3.</source>
        <translation type="unfinished">En général 3.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Bilirubin cut-off (x ULN)</source>
        <translation type="unfinished">Seuil de la bilirubine (x LSN)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/liver.py"/>
        <source>Usually 2.</source>
        <translation type="unfinished">En général 2.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Simulate the next trial</source>
        <translation type="unfinished">Simuler le prochain essai</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>How likely is the next trial to succeed, and which entry rule, run-in, allocation or instrument would make it likelier?</source>
        <translation type="unfinished">Quelle est la probabilité de succès du prochain essai, et quelle règle d’inclusion, pré-inclusion, allocation ou quel instrument l’augmenterait ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Whom to enrol</source>
        <translation type="unfinished">Qui inclure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Enrichment: only patients of this kind. Baseline, course, covariance and losses then come from them alone.</source>
        <translation type="unfinished">Enrichissement : seulement des patients de ce type. Valeur initiale, évolution, covariance et pertes viennent alors d’eux seuls.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Treatment of the next trial</source>
        <translation type="unfinished">Traitement du prochain essai</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Arm of this study whose effect and losses the new arm has.</source>
        <translation type="unfinished">Bras de cette étude dont le nouveau bras a l’effet et les pertes.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Second treatment or schedule</source>
        <translation type="unfinished">Second traitement ou schéma</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>A third arm, compared with the reference too.</source>
        <translation type="unfinished">Un troisième bras, comparé aussi à la référence.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients randomised</source>
        <translation type="unfinished">Patients randomisés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>All arms together.</source>
        <translation type="unfinished">Tous les bras ensemble.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Ratio of the treatment</source>
        <translation type="unfinished">Rapport du traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients on it for each one on the reference.</source>
        <translation type="unfinished">Patients sous lui pour chacun sous référence.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Ratio of the second treatment</source>
        <translation type="unfinished">Rapport du second traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients on it for each one on the reference; without meaning in two arms.</source>
        <translation type="unfinished">Patients sous lui pour chacun sous référence ; sans objet à deux bras.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Effect</source>
        <translation type="unfinished">Effet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference from the reference that truly holds.</source>
        <translation type="unfinished">Différence avec la référence supposée vraie.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference given</source>
        <translation type="unfinished">Différence donnée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Points by which the treatment is better at the last visit; full from half-time on.</source>
        <translation type="unfinished">Points dont le traitement est meilleur à la dernière visite ; plein dès la mi-temps.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Difference given, second</source>
        <translation type="unfinished">Différence donnée, seconde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>The same for the second treatment.</source>
        <translation type="unfinished">De même pour le second traitement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Entry rule</source>
        <translation type="unfinished">Règle d’inclusion</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Which value before treatment must reach the limit.</source>
        <translation type="unfinished">Quelle valeur avant traitement doit atteindre la limite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Limit of entry</source>
        <translation type="unfinished">Limite d’inclusion</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Lowest value that lets a patient in (5 for the ESSDAI in the NEPTUNUS trials), or the highest where a higher value is better. Limits below those of the study change nothing.</source>
        <translation type="unfinished">Plus petite valeur qui admet un patient (5 pour l’ESSDAI dans les essais NEPTUNUS), ou la plus grande si plus haut est mieux. Des limites sous celles de l’étude ne changent rien.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Placebo run-in</source>
        <translation type="unfinished">Pré-inclusion sous placebo</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>All receive the reference until this visit of the study; its value is then the baseline, and treatment lasts that much less.</source>
        <translation type="unfinished">Tous reçoivent la référence jusqu’à cette visite de l’étude ; sa valeur est alors l’initiale, et le traitement dure d’autant moins.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Leave out who improves in the run-in by</source>
        <translation type="unfinished">Omettre qui s’améliore en pré-inclusion de</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Points; 0 leaves nobody out.</source>
        <translation type="unfinished">Points ; 0 n’omet personne.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Patients lost</source>
        <translation type="unfinished">Patients perdus</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Share without a value at the last visit.</source>
        <translation type="unfinished">Part sans valeur à la dernière visite.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Lost, given (%)</source>
        <translation type="unfinished">Pertes données (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>In every arm, spread over visits as in the study.</source>
        <translation type="unfinished">Dans chaque bras, réparties sur les visites comme dans l’étude.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>When a patient is a responder.</source>
        <translation type="unfinished">Quand un patient est répondeur.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Trials simulated</source>
        <translation type="unfinished">Essais simulés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Of each design.</source>
        <translation type="unfinished">De chaque plan.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Compare with</source>
        <translation type="unfinished">Comparer avec</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>The same design with one thing changed.</source>
        <translation type="unfinished">Le même plan avec un seul changement.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Kept scenarios</source>
        <translation type="unfinished">Scénarios gardés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Keep the options above under a name, change them, and run: kept scenarios are simulated beside the design of the form.</source>
        <translation type="unfinished">Gardez les options ci-dessus sous un nom, changez-les et calculez : les scénarios gardés sont simulés à côté du plan du formulaire.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Correlation of two measurements before treatment. 0 takes it from screening and baseline of this study, or 0.8 where screening is not in the data.</source>
        <translation type="unfinished">Corrélation de deux mesures avant traitement. 0 la prend de la sélection et de la valeur initiale de cette étude, ou 0,8 si la sélection n’est pas dans les données.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean fallen back to</source>
        <translation type="unfinished">Moyenne de retour</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean towards which a second measurement falls (regression to the mean).</source>
        <translation type="unfinished">Moyenne vers laquelle revient une seconde mesure (régression vers la moyenne).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Mean given</source>
        <translation type="unfinished">Moyenne donnée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>4.8 is the mean ESSDAI of the UK registry, whose patients were not selected.</source>
        <translation type="unfinished">4,8 est l’ESSDAI moyen du registre britannique, dont les patients n’étaient pas sélectionnés.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Two-sided.</source>
        <translation type="unfinished">Bilatéral.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Of the mixed model of each simulated trial. At the size of such trials the two hardly differ; Kenward-Roger takes about ten times as long.</source>
        <translation type="unfinished">Du modèle mixte de chaque essai simulé. À ces effectifs les deux diffèrent à peine ; Kenward-Roger prend environ dix fois plus de temps.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Start of the random numbers.</source>
        <translation type="unfinished">Départ des nombres aléatoires.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Processors</source>
        <translation type="unfinished">Processeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>0 uses all of this computer. Results do not depend on it.</source>
        <translation type="unfinished">0 utilise tout cet ordinateur. Les résultats n’en dépendent pas.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Cluster</source>
        <translation type="unfinished">Grappe de calcul</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial.py"/>
        <source>Address of a Dask scheduler, such as tcp://host:8786; empty: this computer. Baseline values without any identifier are then sent to it. Results do not depend on it.</source>
        <translation type="unfinished">Adresse d’un ordonnanceur Dask, telle que tcp://host:8786 ; vide : cet ordinateur. Les valeurs initiales sans aucun identifiant y sont alors envoyées. Les résultats n’en dépendent pas.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Power and sample size</source>
        <translation type="unfinished">Puissance et nombre de sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>How many patients does the next trial need, and how sure is success if the true difference is not known exactly?</source>
        <translation type="unfinished">Combien de patients faut-il au prochain essai, et quelle est l’assurance du succès si la vraie différence n’est pas connue exactement ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>SD given baseline, given</source>
        <translation type="unfinished">Écart type sachant la valeur initiale, donné</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Standard deviation at the last visit given baseline; scales the study&apos;s covariance. 0: as in this study.</source>
        <translation type="unfinished">Écart type à la dernière visite sachant la valeur initiale ; met à l’échelle la covariance de l’étude. 0 : comme dans cette étude.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Responders on the reference, given (%)</source>
        <translation type="unfinished">Répondeurs sous référence, donnés (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>0: as in this study, patients without a value as non-responders.</source>
        <translation type="unfinished">0 : comme dans cette étude, patients sans valeur en non-répondeurs.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Responders on treatment, given (%)</source>
        <translation type="unfinished">Répondeurs sous traitement, donnés (%)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Uncertainty of the difference</source>
        <translation type="unfinished">Incertitude de la différence</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/power_by_formula.py"/>
        <source>Standard deviation of what the true difference may be, for the assurance. 0: the standard error with which this study estimated it.</source>
        <translation type="unfinished">Écart type de ce que peut être la vraie différence, pour l’assurance. 0 : l’erreur type avec laquelle cette étude l’a estimée.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>MCP-Mod on means typed in</source>
        <translation type="unfinished">MCP-Mod sur des moyennes saisies</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Does the response follow the dose in a trial known from its publication only, such as phase 2b, and which dose would be enough?</source>
        <translation type="unfinished">La réponse suit-elle la dose dans un essai connu seulement par sa publication, comme une phase 2b, et quelle dose suffirait ?</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>What the means are of</source>
        <translation type="unfinished">Ce dont ce sont les moyennes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Measure, visit, trial and unit of the dose, as tables and figure shall say it.</source>
        <translation type="unfinished">Mesure, visite, essai et unité de la dose, tels que les tableaux et la figure doivent les nommer.</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Means</source>
        <translation type="unfinished">Moyennes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>A row for each dose, placebo with dose 0. Give the standard error (SE), or the standard deviation (SD) and the number of patients (n).</source>
        <translation type="unfinished">Une ligne par dose, le placebo avec la dose 0. Indiquez l’erreur type (SE), ou l’écart type (SD) et le nombre de patients (n).</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Dose</source>
        <translation type="unfinished">Dose</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_typed.py"/>
        <source>Mean</source>
        <translation type="unfinished">Moyenne</translation>
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
        <translation type="unfinished">EN AVEUGLE</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>UNBLINDED</source>
        <translation type="unfinished">LEVÉE D’AVEUGLE</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>UNBLINDED BEFORE</source>
        <translation type="unfinished">LEVÉE D’AVEUGLE ANTÉRIEURE</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>all patients are pooled; treatment arms are withheld</source>
        <translation type="unfinished">tous les patients sont regroupés ; les bras de traitement sont masqués</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>treatment arms are shown</source>
        <translation type="unfinished">les bras de traitement sont montrés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/results.py"/>
        <source>all patients are pooled, but treatment arms of this study have been shown</source>
        <translation type="unfinished">tous les patients sont regroupés, mais des bras de traitement de cette étude ont été montrés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>Sponsor (clinical study report)</source>
        <translation type="unfinished">Promoteur (rapport d’étude clinique)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>FDA Integrated Guide</source>
        <translation type="unfinished">FDA Integrated Guide</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/house.py"/>
        <source>Journal</source>
        <translation type="unfinished">Revue scientifique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>Word document</source>
        <translation type="unfinished">Document Word</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>PDF report</source>
        <translation type="unfinished">Rapport PDF</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>RTF document</source>
        <translation type="unfinished">Document RTF</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/export/report.py"/>
        <source>Web page</source>
        <translation type="unfinished">Page web</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/essdai.py"/>
        <source>no activity</source>
        <translation type="unfinished">aucune activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/esspri.py"/>
        <source>dryness</source>
        <translation type="unfinished">sécheresse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/esspri.py"/>
        <source>fatigue</source>
        <translation type="unfinished">fatigue</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/scoring/esspri.py"/>
        <source>pain</source>
        <translation type="unfinished">douleur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Site</source>
        <translation type="unfinished">Centre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Status</source>
        <translation type="unfinished">Statut</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Arm</source>
        <translation type="unfinished">Bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Last visit</source>
        <translation type="unfinished">Dernière visite</translation>
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
        <translation type="unfinished">Variation ESSPRI</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Flags</source>
        <translation type="unfinished">Indicateurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Identifier</source>
        <translation type="unfinished">Identifiant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSDAI total at the last visit that has one</source>
        <translation type="unfinished">Total ESSDAI à la dernière visite qui en a un</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSDAI at that visit minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSDAI à cette visite moins valeur initiale : négatif est une amélioration</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSPRI at the last visit that has one</source>
        <translation type="unfinished">ESSPRI à la dernière visite qui en a un</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>ESSPRI at that visit minus baseline: negative is improvement</source>
        <translation type="unfinished">ESSPRI à cette visite moins valeur initiale : négatif est une amélioration</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>What to look at; a response is a fall of ESSDAI by 3 points or more</source>
        <translation type="unfinished">Ce qu’il faut regarder ; une réponse est une baisse de l’ESSDAI d’au moins 3 points</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>low activity</source>
        <translation type="unfinished">faible activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>high activity</source>
        <translation type="unfinished">forte activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>serious event</source>
        <translation type="unfinished">événement grave</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>rescue</source>
        <translation type="unfinished">secours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>treatment stopped</source>
        <translation type="unfinished">traitement arrêté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>total differs</source>
        <translation type="unfinished">total différent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>edited</source>
        <translation type="unfinished">modifié</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>High activity</source>
        <translation type="unfinished">Forte activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Serious event</source>
        <translation type="unfinished">Événement grave</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Rescue</source>
        <translation type="unfinished">Secours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Treatment stopped</source>
        <translation type="unfinished">Traitement arrêté</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Total differs</source>
        <translation type="unfinished">Total différent</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/patient_scores.py"/>
        <source>Edited</source>
        <translation type="unfinished">Modifié</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Country</source>
        <translation type="unfinished">Pays</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Age</source>
        <translation type="unfinished">Âge</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Sex</source>
        <translation type="unfinished">Sexe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Years since diagnosis</source>
        <translation type="unfinished">Années depuis le diagnostic</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Anti-Ro/SSA</source>
        <translation type="unfinished">Anti-Ro/SSA</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Planned arm</source>
        <translation type="unfinished">Bras prévu</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/patients.py"/>
        <source>Actual arm</source>
        <translation type="unfinished">Bras réel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Identifier of the patient</source>
        <translation type="unfinished">Identifiant du patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Identifier of the study</source>
        <translation type="unfinished">Identifiant de l’étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>A property of the patient (arm, sex, age ...)</source>
        <translation type="unfinished">Une propriété du patient (bras, sexe, âge …)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Date of the visit or measurement</source>
        <translation type="unfinished">Date de la visite ou de la mesure</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>A measured value</source>
        <translation type="unfinished">Une valeur mesurée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Name of what is measured (one row per value)</source>
        <translation type="unfinished">Nom de ce qui est mesuré (une ligne par valeur)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>The measured value (one row per value)</source>
        <translation type="unfinished">La valeur mesurée (une ligne par valeur)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Unit of the value</source>
        <translation type="unfinished">Unité de la valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Part of an adverse event</source>
        <translation type="unfinished">Partie d’un événement indésirable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>Part of a concomitant medicine</source>
        <translation type="unfinished">Élément d’un traitement concomitant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per patient</source>
        <translation type="unfinished">une ligne par patient</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per patient and visit</source>
        <translation type="unfinished">une ligne par patient et visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per value</source>
        <translation type="unfinished">une ligne par valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per event</source>
        <translation type="unfinished">une ligne par événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/mapping.py"/>
        <source>one row per medicine</source>
        <translation type="unfinished">une ligne par médicament</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>The treatment arms of the study were shown</source>
        <translation type="unfinished">Les bras de traitement de l’étude ont été montrés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>The treatment of one patient was shown</source>
        <translation type="unfinished">Le traitement d’un patient a été montré</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>Refused: the second passphrase was wrong</source>
        <translation type="unfinished">Refusé : la seconde phrase secrète était fausse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/unblinding.py"/>
        <source>The second passphrase was set, changed or removed</source>
        <translation type="unfinished">La seconde phrase secrète a été fixée, changée ou retirée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>No subject-level data set</source>
        <translation type="unfinished">Aucun jeu de données au niveau du sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>No column of subjects</source>
        <translation type="unfinished">Aucune colonne de sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Subject twice in the subject-level data</source>
        <translation type="unfinished">Sujet en double dans les données au niveau du sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Population flags absent</source>
        <translation type="unfinished">Indicateurs de population absents</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Treatment missing</source>
        <translation type="unfinished">Traitement manquant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>No treatment arms</source>
        <translation type="unfinished">Aucun bras de traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Subject not in the subject-level data</source>
        <translation type="unfinished">Sujet absent des données au niveau du sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Arm differs from the subject-level data</source>
        <translation type="unfinished">Bras différent des données au niveau du sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Two records for one visit</source>
        <translation type="unfinished">Deux enregistrements pour une visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Value without a visit</source>
        <translation type="unfinished">Valeur sans visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>End before start</source>
        <translation type="unfinished">Fin avant le début</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Date outside any trial</source>
        <translation type="unfinished">Date hors de tout essai</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Change is not value minus baseline</source>
        <translation type="unfinished">La variation n’est pas la valeur moins la valeur initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Result beyond a limit, no number</source>
        <translation type="unfinished">Résultat au-delà d’une limite, sans nombre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Several units in one parameter</source>
        <translation type="unfinished">Plusieurs unités pour un paramètre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Subject without any records</source>
        <translation type="unfinished">Sujet sans aucun enregistrement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Arm changes within a data set</source>
        <translation type="unfinished">Le bras change au sein d’un jeu de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Treatment changes between periods</source>
        <translation type="unfinished">Le traitement change entre les périodes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Several courses of a parameter</source>
        <translation type="unfinished">Plusieurs évolutions d’un paramètre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Treatment-emergence not derivable</source>
        <translation type="unfinished">Survenue sous traitement non déterminable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Date before birth</source>
        <translation type="unfinished">Date avant la naissance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Date after death</source>
        <translation type="unfinished">Date après le décès</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Dates of the subject out of order</source>
        <translation type="unfinished">Dates du sujet dans le désordre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Study day does not fit the date</source>
        <translation type="unfinished">Le jour d’étude ne correspond pas à la date</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Name and number of a visit disagree</source>
        <translation type="unfinished">Le nom et le numéro d’une visite ne concordent pas</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Visit far from its day</source>
        <translation type="unfinished">Visite loin de son jour</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Value in another unit</source>
        <translation type="unfinished">Valeur dans une autre unité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Sex in other words</source>
        <translation type="unfinished">Sexe en d’autres termes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Severity in other words</source>
        <translation type="unfinished">Sévérité en d’autres termes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/checks.py"/>
        <source>Flag neither Y nor N</source>
        <translation type="unfinished">Indicateur ni Y ni N</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>SAS transport</source>
        <translation type="unfinished">SAS transport</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>SAS data set</source>
        <translation type="unfinished">Jeu de données SAS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/readers.py"/>
        <source>Workbook</source>
        <translation type="unfinished">Classeur</translation>
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
        <translation type="unfinished">Texte délimité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>entries of the audit trail</source>
        <translation type="unfinished">entrées de la piste d’audit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>facts on the file</source>
        <translation type="unfinished">informations sur le fichier</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>data cuts</source>
        <translation type="unfinished">gels des données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>source files</source>
        <translation type="unfinished">fichiers sources</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>data sets</source>
        <translation type="unfinished">jeux de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>columns of data</source>
        <translation type="unfinished">colonnes de données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>addresses of records</source>
        <translation type="unfinished">adresses d’enregistrements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>mappings, options or results</source>
        <translation type="unfinished">correspondances, options ou résultats</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>scores</source>
        <translation type="unfinished">scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>earlier losses</source>
        <translation type="unfinished">pertes antérieures</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>notes</source>
        <translation type="unfinished">notes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>changes of events</source>
        <translation type="unfinished">modifications d’événements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/study/store/recover.py"/>
        <source>records of unblinding</source>
        <translation type="unfinished">enregistrements de levée d’aveugle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Entered total against items</source>
        <translation type="unfinished">Total saisi comparé aux items</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Impossible level or rating</source>
        <translation type="unfinished">Niveau ou note impossible</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Level against laboratory</source>
        <translation type="unfinished">Niveau comparé au laboratoire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Articular level against joint count</source>
        <translation type="unfinished">Niveau articulaire comparé au nombre d’articulations</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Same levels carried forward</source>
        <translation type="unfinished">Mêmes niveaux reportés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Change too large between visits</source>
        <translation type="unfinished">Variation trop grande entre les visites</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Entry rule of NEPTUNUS</source>
        <translation type="unfinished">Règle d’inclusion de NEPTUNUS</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/score_findings.py"/>
        <source>Visit outside its window</source>
        <translation type="unfinished">Visite hors de sa fenêtre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>treatment policy</source>
        <translation type="unfinished">politique de traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>hypothetical</source>
        <translation type="unfinished">hypothétique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>composite</source>
        <translation type="unfinished">composite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>while on treatment</source>
        <translation type="unfinished">pendant le traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Rescue medication</source>
        <translation type="unfinished">Traitement de secours</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Prohibited medication</source>
        <translation type="unfinished">Traitement interdit</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Immunosuppressant started</source>
        <translation type="unfinished">Immunosuppresseur commencé</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_finders.py"/>
        <source>Death</source>
        <translation type="unfinished">Décès</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Preferred term: a word begins with</source>
        <translation type="unfinished">Terme préférentiel : un mot commence par</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Preferred term: the whole term is</source>
        <translation type="unfinished">Terme préférentiel : le terme entier est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Lowest level term: the whole term is</source>
        <translation type="unfinished">Terme de plus bas niveau (LLT) : le terme entier est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Reported term: the whole text is</source>
        <translation type="unfinished">Terme rapporté : le texte entier est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>High level term: the whole term is</source>
        <translation type="unfinished">Terme de haut niveau (HLT) : le terme entier est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>High level group term: the whole term is</source>
        <translation type="unfinished">Groupe de termes (HLGT) : le terme entier est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>System organ class: the whole name is</source>
        <translation type="unfinished">Classe de systèmes d’organes : le nom entier est</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/event_lists.py"/>
        <source>Leave out: a word of the term begins with</source>
        <translation type="unfinished">Exclure : un mot du terme commence par</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/across_studies.py"/>
        <source>All studies, side by side and pooled</source>
        <translation type="unfinished">Toutes les études, côte à côte et regroupées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_compare.py"/>
        <source>Miettinen-Nurminen (score)</source>
        <translation type="unfinished">Miettinen-Nurminen (score)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_compare.py"/>
        <source>Newcombe (hybrid score)</source>
        <translation type="unfinished">Newcombe (score hybride)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_compare.py"/>
        <source>Wald</source>
        <translation type="unfinished">Wald</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Kinds of adverse events</source>
        <translation type="unfinished">Types d’événements indésirables</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Preferred term</source>
        <translation type="unfinished">Terme préférentiel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>System organ class</source>
        <translation type="unfinished">Classe de systèmes d’organes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Subjects with an event per time until their first event</source>
        <translation type="unfinished">Sujets avec un événement par temps jusqu’au premier événement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>Subjects with an event per whole time at risk</source>
        <translation type="unfinished">Sujets avec un événement par temps total à risque</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_incidence.py"/>
        <source>All events per whole time at risk</source>
        <translation type="unfinished">Tous les événements par temps total à risque</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Severity (AESEV)</source>
        <translation type="unfinished">Sévérité (AESEV)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Toxicity grade (AETOXGR)</source>
        <translation type="unfinished">Grade de toxicité (AETOXGR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Relationship to treatment (AEREL)</source>
        <translation type="unfinished">Lien avec le traitement (AEREL)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_severity.py"/>
        <source>Severity within relationship</source>
        <translation type="unfinished">Sévérité selon le lien</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Any adverse event</source>
        <translation type="unfinished">Tout événement indésirable</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Severe</source>
        <translation type="unfinished">Sévère</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Related to treatment</source>
        <translation type="unfinished">Lié au traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to discontinuation of treatment</source>
        <translation type="unfinished">Menant à l’arrêt du traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to interruption of treatment</source>
        <translation type="unfinished">Menant à l’interruption du traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Leading to death</source>
        <translation type="unfinished">Menant au décès</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>System organ class and preferred term</source>
        <translation type="unfinished">Classe de systèmes d’organes et terme préférentiel</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>With high level terms</source>
        <translation type="unfinished">Avec les termes de haut niveau</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>Most frequent first, then by alphabet</source>
        <translation type="unfinished">Les plus fréquents d’abord, puis alphabétique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_terms.py"/>
        <source>By alphabet</source>
        <translation type="unfinished">Alphabétique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Log(-log), the default of SAS since version 9.4</source>
        <translation type="unfinished">Log(-log), par défaut dans SAS depuis la version 9.4</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Log, the default of R</source>
        <translation type="unfinished">Log, par défaut dans R</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/ae_time.py"/>
        <source>Linear, the default of SAS before 9.4</source>
        <translation type="unfinished">Linéaire, par défaut dans SAS avant 9.4</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_records.py"/>
        <source>No visit with scores</source>
        <translation type="unfinished">Aucune visite avec scores</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_records.py"/>
        <source>Computed from their items, recorded where these are incomplete</source>
        <translation type="unfinished">Calculés de leurs items, tels qu’enregistrés si ceux-ci sont incomplets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_records.py"/>
        <source>As recorded, computed only where there is no such parameter</source>
        <translation type="unfinished">Tels qu’enregistrés, calculés seulement s’il n’y a pas un tel paramètre</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Non-responders, in the denominator</source>
        <translation type="unfinished">Non-répondeurs, au dénominateur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Left out (observed cases)</source>
        <translation type="unfinished">Omis (cas observés)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Score interval (Miettinen and Nurminen)</source>
        <translation type="unfinished">Intervalle du score (Miettinen et Nurminen)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Newcombe&apos;s interval</source>
        <translation type="unfinished">Intervalle de Newcombe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/composite_responders.py"/>
        <source>Wald&apos;s interval</source>
        <translation type="unfinished">Intervalle de Wald</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount by month, from the name of the arm</source>
        <translation type="unfinished">Quantité par mois, d’après le nom du bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Amount of one dose, from the name of the arm</source>
        <translation type="unfinished">Quantité d’une dose, d’après le nom du bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Total amount received, mean of the arm</source>
        <translation type="unfinished">Quantité totale reçue, moyenne du bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Linear</source>
        <translation type="unfinished">Linéaire</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Linear in the logarithm</source>
        <translation type="unfinished">Linéaire en logarithme</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Emax</source>
        <translation type="unfinished">Emax</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Sigmoid Emax</source>
        <translation type="unfinished">Emax sigmoïde</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Exponential</source>
        <translation type="unfinished">Exponentielle</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/dose_finding.py"/>
        <source>Quadratic (umbrella)</source>
        <translation type="unfinished">Quadratique (en cloche)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Value at the visit (AVAL)</source>
        <translation type="unfinished">Valeur à la visite (AVAL)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Change from baseline (CHG)</source>
        <translation type="unfinished">Variation par rapport à la valeur initiale (CHG)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>All observed</source>
        <translation type="unfinished">Tous observés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Observed, flagged for analysis (ANL01FL = Y)</source>
        <translation type="unfinished">Observés, marqués pour l’analyse (ANL01FL = Y)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>One value a visit</source>
        <translation type="unfinished">Une valeur par visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/endpoint_options.py"/>
        <source>Not in the data</source>
        <translation type="unfinished">Absent des données</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>Treatment policy: values count, whatever happened before</source>
        <translation type="unfinished">Politique de traitement : les valeurs comptent, quoi qu’il soit arrivé avant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>Hypothetical: values after it are set aside and imputed</source>
        <translation type="unfinished">Hypothétique : les valeurs suivantes sont écartées et imputées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>Composite: no change from baseline, and no response, after it</source>
        <translation type="unfinished">Composite : ni variation ni réponse après lui</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/events_between.py"/>
        <source>While on treatment: the last value before it counts</source>
        <translation type="unfinished">Pendant le traitement : la dernière valeur avant lui compte</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>No adjustment</source>
        <translation type="unfinished">Aucun ajustement</translation>
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
        <translation type="unfinished">Séquence fixe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/evidence.py"/>
        <source>Graphical</source>
        <translation type="unfinished">Graphique</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>First to last dose (TRTSDT to TRTEDT)</source>
        <translation type="unfinished">De la première à la dernière dose (TRTSDT à TRTEDT)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>Duration of treatment (TRTDURD, days)</source>
        <translation type="unfinished">Durée du traitement (TRTDURD, jours)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>First to last exposure record (ADEX)</source>
        <translation type="unfinished">Du premier au dernier enregistrement d’exposition (ADEX)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/exposure.py"/>
        <source>First dose to end of study (TRTSDT to EOSDT)</source>
        <translation type="unfinished">De la première dose à la fin d’étude (TRTSDT à EOSDT)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Bayesian multiple imputation, pooled by Rubin&apos;s rules</source>
        <translation type="unfinished">Imputation multiple bayésienne, combinée par les règles de Rubin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Approximate Bayesian (bootstrap), pooled by Rubin&apos;s rules</source>
        <translation type="unfinished">Bayésienne approchée (bootstrap), combinée par les règles de Rubin</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Conditional mean imputation with jackknife standard errors (deterministic)</source>
        <translation type="unfinished">Imputation de la moyenne conditionnelle avec erreurs types jackknife (déterministe)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/imputation_options.py"/>
        <source>Bootstrapped maximum likelihood imputation (von Hippel and Bartlett)</source>
        <translation type="unfinished">Imputation par maximum de vraisemblance avec bootstrap (von Hippel et Bartlett)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Difference of adjusted means</source>
        <translation type="unfinished">Différence des moyennes ajustées</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Difference of the shares of responders</source>
        <translation type="unfinished">Différence des proportions de répondeurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/intercurrent.py"/>
        <source>Odds ratio of response</source>
        <translation type="unfinished">Rapport de cotes de la réponse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Means by visit</source>
        <translation type="unfinished">Moyennes par visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Box plots by visit</source>
        <translation type="unfinished">Boîtes à moustaches par visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_change.py"/>
        <source>Course of each subject</source>
        <translation type="unfinished">Évolution de chaque sujet</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>CTCAE version 5.0 (2017)</source>
        <translation type="unfinished">CTCAE version 5.0 (2017)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>CTCAE version 4.03 (2010)</source>
        <translation type="unfinished">CTCAE version 4.03 (2010)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_grades.py"/>
        <source>CTCAE version 6.0 (2025)</source>
        <translation type="unfinished">CTCAE version 6.0 (2025)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>To the worst value</source>
        <translation type="unfinished">À la pire valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>To the last value</source>
        <translation type="unfinished">À la dernière valeur</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>By visit</source>
        <translation type="unfinished">Par visite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Indicator of the data (ANRIND, BNRIND)</source>
        <translation type="unfinished">Indicateur des données (ANRIND, BNRIND)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Indicator of the laboratory (LBNRIND)</source>
        <translation type="unfinished">Indicateur du laboratoire (LBNRIND)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/lab_shift.py"/>
        <source>Values against the limits of the record</source>
        <translation type="unfinished">Valeurs comparées aux limites de l’enregistrement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Unstructured</source>
        <translation type="unfinished">Non structurée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Toeplitz, heterogeneous variances</source>
        <translation type="unfinished">Toeplitz, variances hétérogènes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Toeplitz</source>
        <translation type="unfinished">Toeplitz</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>First-order autoregressive, heterogeneous variances</source>
        <translation type="unfinished">Autorégressive d’ordre 1, variances hétérogènes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>First-order autoregressive</source>
        <translation type="unfinished">Autorégressive d’ordre 1</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Ante-dependence, heterogeneous variances</source>
        <translation type="unfinished">Anté-dépendance, variances hétérogènes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Ante-dependence</source>
        <translation type="unfinished">Anté-dépendance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Compound symmetry, heterogeneous variances</source>
        <translation type="unfinished">Symétrie composée, variances hétérogènes</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Compound symmetry</source>
        <translation type="unfinished">Symétrie composée</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Kenward-Roger (as SAS)</source>
        <translation type="unfinished">Kenward-Roger (comme SAS)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Satterthwaite</source>
        <translation type="unfinished">Satterthwaite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Kenward-Roger with second derivatives (R mmrm)</source>
        <translation type="unfinished">Kenward-Roger avec dérivées secondes (R mmrm)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Between-within</source>
        <translation type="unfinished">Between-within</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/mmrm_change.py"/>
        <source>Residual</source>
        <translation type="unfinished">Résiduels</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/model_tables.py"/>
        <source>Equal weights over the other factors</source>
        <translation type="unfinished">Poids égaux sur les autres facteurs</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/model_tables.py"/>
        <source>Weights as observed in the analysed records</source>
        <translation type="unfinished">Poids tels qu’observés dans les enregistrements analysés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Both trials, each at alpha</source>
        <translation type="unfinished">Les deux essais, chacun à alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Arms in parallel: each to its own next endpoint, at the end to the other arms</source>
        <translation type="unfinished">Bras en parallèle : chacun vers son critère suivant, à la fin vers les autres bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>First arm first: on rejection half to its next endpoint, half to the next arm</source>
        <translation type="unfinished">Premier bras d’abord : en cas de rejet la moitié à son critère suivant, la moitié au bras suivant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Fallback: one hypothesis after the other, each keeping its own share</source>
        <translation type="unfinished">Fallback : une hypothèse après l’autre, chacune gardant sa propre part</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>Each study has its own alpha</source>
        <translation type="unfinished">Chaque étude a son propre alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/multiplicity_plans.py"/>
        <source>All studies share one alpha</source>
        <translation type="unfinished">Toutes les études partagent un alpha</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Deaths and events leading to death</source>
        <translation type="unfinished">Décès et événements menant au décès</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Serious adverse events</source>
        <translation type="unfinished">Événements indésirables graves</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Events leading to discontinuation of treatment</source>
        <translation type="unfinished">Événements menant à l’arrêt du traitement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/narratives.py"/>
        <source>Severe adverse events</source>
        <translation type="unfinished">Événements indésirables sévères</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As in this study, without a further limit</source>
        <translation type="unfinished">Comme dans cette étude, sans autre limite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Baseline reaches the limit</source>
        <translation type="unfinished">La valeur initiale atteint la limite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Screening value reaches the limit; baseline measured after it</source>
        <translation type="unfinished">La valeur de sélection atteint la limite ; valeur initiale mesurée après</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Screening and baseline both reach the limit</source>
        <translation type="unfinished">Les valeurs de sélection et initiale atteignent toutes deux la limite</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Mean of screening and baseline reaches the limit and is the baseline</source>
        <translation type="unfinished">La moyenne des valeurs de sélection et initiale atteint la limite et sert de valeur initiale</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>None: two arms</source>
        <translation type="unfinished">Aucun : deux bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As estimated in this study</source>
        <translation type="unfinished">Comme estimé dans cette étude</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As given below</source>
        <translation type="unfinished">Comme donné ci-dessous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>None at all: error of the first kind</source>
        <translation type="unfinished">Aucune : erreur de première espèce</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>As in this study, arm by arm</source>
        <translation type="unfinished">Comme dans cette étude, bras par bras</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>The mean baseline of this study: no further fall</source>
        <translation type="unfinished">La moyenne initiale de cette étude : pas d’autre baisse</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>The mean given below</source>
        <translation type="unfinished">La moyenne donnée ci-dessous</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/next_trial_options.py"/>
        <source>Kenward-Roger (linear, as SAS)</source>
        <translation type="unfinished">Kenward-Roger (linéaire, comme SAS)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responder_rules.py"/>
        <source>Lower is better</source>
        <translation type="unfinished">Plus bas est mieux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/responder_rules.py"/>
        <source>Higher is better</source>
        <translation type="unfinished">Plus haut est mieux</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>The total is missing</source>
        <translation type="unfinished">Le total est manquant</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/scores.py"/>
        <source>A missing ESSDAI domain counts as no activity</source>
        <translation type="unfinished">Un domaine ESSDAI manquant compte comme sans activité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Observed values only (ANCOVA)</source>
        <translation type="unfinished">Valeurs observées seulement (ANCOVA)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Mixed model, no imputation (MMRM)</source>
        <translation type="unfinished">Modèle mixte, sans imputation (MMRM)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Missing at random (MAR)</source>
        <translation type="unfinished">Manquant aléatoirement (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Jump to reference (J2R)</source>
        <translation type="unfinished">Saut vers la référence (J2R)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Copy reference (CR)</source>
        <translation type="unfinished">Copie de la référence (CR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Copy increments in reference (CIR)</source>
        <translation type="unfinished">Copie des incréments de la référence (CIR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>Last mean carried forward (LMCF)</source>
        <translation type="unfinished">Dernière moyenne reportée (LMCF)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: treatment policy (MAR)</source>
        <translation type="unfinished">Tous les événements : politique de traitement (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: hypothetical (MAR)</source>
        <translation type="unfinished">Tous les événements : hypothétique (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: composite (MAR)</source>
        <translation type="unfinished">Tous les événements : composite (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/sensitivity.py"/>
        <source>All events: while on treatment (MAR)</source>
        <translation type="unfinished">Tous les événements : pendant le traitement (MAR)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Below the median, or not</source>
        <translation type="unfinished">Sous la médiane, ou non</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Thirds</source>
        <translation type="unfinished">Tiers</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>No groups</source>
        <translation type="unfinished">Aucun groupe</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subgroup_factors.py"/>
        <source>Below 5, 5 to 13, 14 and more (activity)</source>
        <translation type="unfinished">Moins de 5, 5 à 13, 14 et plus (activité)</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>All records</source>
        <translation type="unfinished">Tous les enregistrements</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>All subjects</source>
        <translation type="unfinished">Tous les sujets</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Full analysis set</source>
        <translation type="unfinished">Population d’analyse complète</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Efficacy population</source>
        <translation type="unfinished">Population d’efficacité</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Intention-to-treat population</source>
        <translation type="unfinished">Population en intention de traiter</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Randomised subjects</source>
        <translation type="unfinished">Sujets randomisés</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Per-protocol population</source>
        <translation type="unfinished">Population per protocole</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/subjects.py"/>
        <source>Safety population</source>
        <translation type="unfinished">Population de tolérance</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Missing at random</source>
        <translation type="unfinished">Manquant aléatoirement</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Jump to reference</source>
        <translation type="unfinished">Saut vers la référence</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/tipping_point.py"/>
        <source>Copy increments</source>
        <translation type="unfinished">Copie des incréments</translation>
    </message>
    <message>
        <location filename="../../sjogren_desktop/analyses/trial_basis.py"/>
        <source>Everybody</source>
        <translation type="unfinished">Tous les patients</translation>
    </message>
</context>
</TS>
