import type { Language } from './key-types';

/**
 * Every sentence of the page, in French, by area as in `en.ts`. docs/words.md has its glossary and its typography:
 * blanks at which no line ends stand before : ; ? ! and within « », so that an editor should show them.
 */
export const fr: Language = {
  common: {
    cancel: 'Annuler',
    close: 'Fermer',
    closeByKey: 'Fermer (Échap)',
    copied: 'Copié.',
    copyChecksum: 'Copier la somme de contrôle',
    copyCitation: 'Copier la référence',
    copyToken: 'Copier le jeton',
    delete: 'Supprimer',
    detailsCopy: 'Copier les détails pour un signalement',
    detailsCopied: 'Copié',
    detailsContent: '(aucun nom d’échantillon ni de fichier)',
    dismiss: 'Masquer',
    durationShort: 'moins de 1 s',
    durationSeconds: '{seconds} s',
    durationMinutes: '{minutes} min',
    durationHours: '{hours} h',
    durationHoursMinutes: '{hours} h {minutes} min',
    jobName: 'Nom de l’analyse',
    jobRename: 'Renommer',
    jobRenameIt: 'Renommer l’analyse {name}',
    researchUse: 'Pour la recherche uniquement. Ne pas utiliser à des fins de diagnostic.',
    named: '{name} : {what}',
    runReadFrom: 'Elle a été lue depuis <files>{files}</files>',
    runReadFromBoth:
      'Elle a été lue depuis <files>{files}</files>, avec la feuille d’échantillons <sheet>{sheet}</sheet> : choisissez les deux ensemble',
    runFile: 'Le fichier de la série',
    runFolder: 'Le dossier de la série',
    runChooseFile: 'Choisir le fichier',
    runChooseFileToGoOn: 'Choisir le fichier pour continuer',
    runChooseFolder: 'Choisir le dossier',
    runChooseFolderToGoOn: 'Choisir le dossier pour continuer',
    sizeByte: '{size} octet',
    sizeBytes: '{size} octets',
    sizeKilo: '{size} ko',
    sizeMega: '{size} Mo',
    sizeGiga: '{size} Go',
    sizeTera: '{size} To',
    sizePeta: '{size} Po',
    timeUnknown: 'date inconnue',
    undo: 'Annuler l’action',
  },
  shell: {
    skip: 'Aller au contenu',
    updatedOnHost: 'ktyper a été mis à jour sur son serveur.',
    updatedReload:
      'Une partie de cette page, qui est de la version précédente, n’est plus disponible. Rechargez la page : vos analyses restent telles quelles.',
    reload: 'Recharger',
    updateReady: 'Une version plus récente est prête.',
    updateWaits: 'Elle attend la fin de l’analyse en cours.',
    updateTabs:
      '{count, plural, one {Fermez d’abord # autre onglet de ktyper.} other {Fermez d’abord # autres onglets de ktyper.}}',
    updateSafe: 'Vos analyses restent telles quelles.',
    updateTake: 'Recharger pour l’utiliser',
    updateLater: 'Plus tard',
    storageLate: 'Le stockage du navigateur ne répond pas depuis 20 secondes.',
    storageLateCure:
      'Ce qui est nouveau sur cette page n’est pas encore enregistré. Si cela persiste, exportez ce qu’il vous faut, fermez tous les onglets de ktyper et rouvrez-le.',
    brand: 'ktyper',
    brandLabel: 'ktyper, page d’accueil',
    pages: 'Pages',
    pageIdentify: 'Identifier',
    pageJobs: 'Analyses',
    pageModels: 'Modèles',
    pageHelp: 'Aide',
    progressOf: 'Avancement de {name}',
    language: 'Langue',
    languageAbsent:
      'Cette langue n’a pas pu être téléchargée. Vérifiez le réseau, puis choisissez-la à nouveau.',
    themeSystem: 'Thème : système',
    themeLight: 'Thème : clair',
    themeDark: 'Thème : sombre',
    themeSystemChange: 'Thème : système. Passer à : clair',
    themeLightChange: 'Thème : clair. Passer à : sombre',
    themeDarkChange: 'Thème : sombre. Passer à : système',
    offlineReady: 'Prêt à fonctionner hors ligne',
    offlineNow: 'Hors ligne : tout fonctionne',
    offlineNotReady: 'Pas encore prêt à fonctionner hors ligne',
    offline: 'Hors ligne',
    footerPrivate: 'Rien n’est envoyé',
    footerVersion: 'ktyper {version}',
    drop: 'Relâchez pour identifier',
    dropWaits: 'Relâchez pour identifier. L’analyse attendra la fin de celle en cours.',
    noticeClose: 'Fermer ce message',
    keysTitle: 'Raccourcis clavier',
    keyNamePageUp: 'Page préc.',
    keyNamePageDown: 'Page suiv.',
    keyNameHome: 'Début',
    keyNameEnd: 'Fin',
    keyNameEnter: 'Entrée',
    keyNameEsc: 'Échap',
    keyNameShift: 'Maj',
    keyNameCtrl: 'Ctrl',
    keyNameDelete: 'Suppr',
    keySearch: 'Aller au champ de recherche de la page',
    keyMove: 'Se déplacer dans le tableau ; panneau ouvert, afficher l’échantillon suivant',
    keyEnds: 'Aller à la première ou à la dernière ligne',
    keyScreen: 'Se déplacer d’un écran de lignes',
    keyOpen: 'Ouvrir le panneau de la ligne, ou du dépôt sur une plaque',
    keyClose: 'Fermer le panneau, un menu ou cette liste',
    keyAlong: 'Sur une plaque ou dans un spectre : se déplacer',
    keyPeak: 'Dans un spectre : aller au pic précédent ou suivant',
    keyZoom: 'Dans un spectre : zoomer et dézoomer',
    keyHeight: 'Dans un spectre : agrandir ou réduire la hauteur des pics',
    keyWhole: 'Dans un spectre : l’afficher en entier',
    keyMark: 'Dans la liste des analyses, sur une case : cocher d’une analyse à la suivante',
    keyMarkAll: 'Au même endroit : cocher toutes les analyses trouvées',
    keyDelete: 'Au même endroit : supprimer les analyses cochées',
    keyCompare: 'Sélectionner l’échantillon pour comparer son spectre',
    keyReview: 'Marquer l’échantillon comme relu et passer au suivant',
    keyList: 'Afficher cette liste',
    faultTitle: 'Un problème est survenu',
    faultAgain: 'Réessayer',
    fault: 'Cette page a rencontré une erreur interne : {message}',
    faultCure:
      'Vos analyses sont conservées. Réessayez ou rechargez la page ; si cela se reproduit, merci de le signaler.',
    unknownPageTitle: 'Page introuvable – ktyper',
    unknownTitle: 'Page introuvable',
    unknownPath:
      '<path>{path}</path> n’est pas une adresse de ktyper. Vérifiez-la, ou suivez l’un des liens ci-dessous.',
    unknownLinks:
      '<identify>Identifier des spectres</identify> ou parcourir vos <jobs>analyses</jobs>.',
    unsupportedPageTitle: 'ktyper ne peut pas fonctionner ici',
    unsupportedTitle: 'ktyper ne peut pas fonctionner dans ce navigateur',
    unsupportedWhy:
      'Tout est calculé sur cet ordinateur, dans le navigateur, qui doit pour cela savoir faire un peu plus qu’afficher une page.',
    unsupportedHelp: 'Comment fonctionne ktyper',
    notSecure:
      'Cette page n’a pas été ouverte par une connexion sécurisée ; le navigateur désactive donc ce dont elle a besoin.',
    notSecureCure: 'Ouvrez-la en https, ou sur cet ordinateur à l’adresse http://localhost.',
    noWorkers: 'Ce navigateur n’a pas de Web Workers.',
    noSimd: 'Ce navigateur ne peut pas exécuter WebAssembly avec les instructions SIMD.',
    noDecompression: 'Ce navigateur ne peut pas lire les archives compressées.',
    newerBrowser:
      'Utilisez une version récente de Chrome, Edge, Firefox ou Safari ; sur un ordinateur administré, demandez que WebAssembly soit autorisé.',
  },
  identify: {
    pageTitle: 'ktyper : espèces de Klebsiella à partir de spectres MALDI-TOF',
    title: 'Identifier les espèces de <i>Klebsiella</i> à partir de spectres MALDI-TOF',
    intro:
      'Donnez à ktyper une série de votre Biotyper : pour chaque isolat, il indique l’espèce, ou pourquoi il ne peut pas trancher et que faire.',
    droppedLabel: 'Éléments glissés',
    droppedNoJob: 'Aucune analyse n’a été créée.',
    droppedUseSheet: 'Utiliser comme feuille d’échantillons',
    droppedAddModel: 'Ajouter comme modèle',
    drop: 'Glissez une série ici',
    dropByTouch: 'Choisissez une série',
    dropKinds:
      'un dossier, un .zip ou un .tar.gz contenant des fichiers fid et acqu, ou des spectres mzML, mzXML ou texte',
    files: 'Fichiers',
    filesChoose: 'Choisir des fichiers',
    folder: 'Dossier',
    folderChoose: 'Choisir un dossier',
    example:
      'Pas de série sous la main ? <go>Essayer la série d’exemple</go> <what>(spectres simulés d’une plaque entière)</what>',
    private:
      'Vos spectres restent sur cet ordinateur. Rien n’est envoyé. <link>Comment le vérifier</link>',
    next: 'La prochaine analyse',
    nextModel: 'Modèle : {model}',
    nextSheet: 'Feuille d’échantillons : {path}',
    nextSheetOfRun: 'Feuille d’échantillons : celle de la série, si elle en contient une',
    nextGroupedByName: 'Échantillons : les spectres de même nom forment un échantillon',
    nextGroupedBySpots:
      'Échantillons : {every, plural, other {# dépôts voisins forment un échantillon}}',
    nextGroupedBySpotsFrom:
      'Échantillons : {every, plural, other {# dépôts voisins forment un échantillon}}, à partir de {from}',
    nextWatched: 'Pics surveillés : {lists}',
    nextName: 'Nom de l’analyse : {name}',
    nextChange: 'Modifier',
    nextDone: 'Terminé',
    sheetRead:
      'La feuille d’échantillons a {rows, plural, one {# ligne} other {# lignes}} pour {samples, plural, one {# échantillon} other {# échantillons}}. Ce qui n’y désigne aucun spectre est signalé dès que les fichiers d’une série sont listés.',
    sheetMore:
      '{count, plural, one {# autre message figure dans les résultats.} other {# autres messages figurent dans les résultats.}}',
    modelGone:
      'Le modèle {gone}, que vous aviez choisi, n’est plus là. Les nouvelles analyses utilisent {model}. <use>Utiliser celui-ci désormais</use>',
    name: 'Nom de l’analyse',
    nameOfRun: 'Le titre propre à la série',
    sheet: 'Feuille d’échantillons',
    sheetChoose: 'Choisir une feuille d’échantillons',
    sheetRemove: 'Retirer',
    sheetHint:
      'Un tableau avec les colonnes spectrum_id et sample_id : les spectres d’un même échantillon sont moyennés et donnent un seul résultat. Sans feuille, chaque spectre est un échantillon.',
    samples: 'Échantillons',
    samplesBySheet:
      'Selon la feuille d’échantillons ; sans feuille, chaque spectre est un échantillon',
    samplesByName: 'Les spectres de même nom forment un échantillon',
    samplesBySpots: 'Les dépôts voisins forment un échantillon',
    samplesSpots: 'Dépôts par échantillon',
    samplesStart: 'Premier dépôt',
    samplesStartOfRun: 'de la série',
    samplesStartWrong:
      'Aucune plaque n’a de dépôt {spot}. Saisissez par exemple B3, ou rien pour le premier dépôt de la série.',
    samplesHint:
      'Les spectres d’un même échantillon sont moyennés et donnent un seul résultat. Les dépôts sont comptés le long de la ligne, puis de la fin d’une ligne au début de la suivante : A12 précède B1, et A24 sur une plaque de 384. Le premier échantillon commence au premier dépôt de la série, hors calibrants, sauf si vous en saisissez un autre. Un dépôt laissé vide compte dans son groupe. Les groupes auxquels il manque des dépôts sont signalés dans les résultats. Les feuilles de la série ne comptent pas dans ce cas.',
    model: 'Modèle',
    modelOwn: 'ajouté sur cet ordinateur',
    modelLimits: 'Ce qu’il ne peut pas dire :',
    modelMore: 'En savoir plus sur les modèles',
    lastJobs: 'Dernières analyses',
    lastJobsAll: 'Toutes les analyses',
    welcome: 'Ce qui entre, ce qui se passe, ce qui sort',
    welcomeAgain: 'Ce que fait ktyper',
    welcomeIn: 'Vous donnez une série',
    welcomeInPicture: 'Une plaque cible avec ses dépôts, à côté du dossier de sa série',
    welcomeInWhat:
      'Les spectres d’un Biotyper : un dossier, un .zip ou un .tar.gz. Ou des fichiers mzML, mzXML ou texte d’autres instruments.',
    welcomeRead: 'Ses pics sont lus ici',
    welcomeReadPicture: 'Un spectre, dans lequel trois pics sont marqués comme ceux d’une espèce',
    welcomeReadWhat:
      'Les masses des protéines ribosomiques distinguent les espèces. ktyper les recherche dans chaque spectre, dans ce navigateur.',
    welcomeOut: 'Une espèce en sort, ou la raison de son absence',
    welcomeOutPicture:
      'Un tableau : une espèce et sa confiance pour chaque isolat, et un isolat à mesurer de nouveau',
    welcomeOutWhat:
      'Pour chaque isolat : l’espèce, le degré de confiance et les pics en cause. Sinon : la raison, et que faire ensuite.',
    install:
      'ktyper peut être installé sur cet ordinateur comme un programme, et y fonctionne sans réseau.',
    installNow: 'Installer ktyper',
  },
  jobs: {
    pageTitle: 'Analyses – ktyper',
    title: 'Analyses',
    reading: 'Lecture des analyses…',
    none: 'Il n’y a aucune analyse sur cet ordinateur. <link>Identifiez une série</link> : elle est conservée ici, dans ce navigateur, jusqu’à ce que vous la supprimiez.',
    oldLabel: 'Analyses anciennes',
    oldDue:
      '{count, plural, one {# analyse a} other {# analyses ont}} plus de {days, plural, one {# jour} other {# jours}}. {count, plural, one {Elle n’est pas encore retirée.} other {Aucune n’est encore retirée.}}',
    oldFirst:
      'Ce serait la première fois que des analyses sont retirées en raison de leur âge. L’horloge de cet ordinateur indique {now}.',
    oldMore:
      'Au cours du dernier mois, {count, plural, one {# analyse a été retirée} other {# analyses ont été retirées}} en raison de leur âge, et celles-ci sont plus nombreuses. L’horloge de cet ordinateur indique {now} : si c’est faux, ces analyses ne sont pas anciennes.',
    oldClock:
      'L’horloge de cet ordinateur indique {now}, mais quelque chose a été écrit ici le {written}. L’une des deux dates est fausse : l’âge de ces analyses n’est donc pas certain.',
    oldWhich: '{count, plural, one {Voir laquelle} other {Voir lesquelles}}',
    oldRest: 'Et encore {count}.',
    oldKeep: '{count, plural, one {La conserver} other {Les conserver}}',
    oldRemove: '{count, plural, one {La retirer} other {Les retirer}}',
    oldRemoved: '{count, plural, one {# analyse retirée} other {# analyses retirées}}.',
    waitingLabel: 'Analyses interrompues',
    waiting:
      '{count, plural, one {# analyse a été interrompue et peut continuer. Ouvrez-la pour voir ce qu’il lui faut :} other {# analyses ont été interrompues et peuvent continuer. Ouvrez-en une pour voir ce qu’il lui faut :}}',
    search: 'Rechercher dans les analyses',
    searchWhat: 'Rechercher par nom, fichier, modèle ou jeton',
    searchNone: 'Aucune analyse ne correspond à « {text} ». <all>Tout afficher</all>',
    count: '{count, plural, one {# analyse} other {# analyses}}',
    countShown: '{shown} sur {count, plural, one {# analyse} other {# analyses}}',
    deleteChosen: 'Supprimer {count, plural, one {# analyse} other {# analyses}}',
    deleted: '{count, plural, one {# analyse supprimée} other {# analyses supprimées}}.',
    deletedBefore: 'Elle était déjà supprimée, dans un autre onglet.',
    deletedLabel: 'Analyses supprimées',
    deletedLately:
      '{count, plural, one {# analyse supprimée peut encore être restaurée. Elle est retirée définitivement} other {# analyses supprimées peuvent encore être restaurées. Chacune est retirée définitivement}} {minutes, plural, one {# minute} other {# minutes}} après sa suppression.',
    deletedRestore: '{count, plural, one {La restaurer} other {Les restaurer}}',
    deletedRemove: 'Retirer définitivement maintenant',
    restoredNone:
      'Il n’y a plus rien à restaurer : c’est déjà fait, ou l’analyse est retirée définitivement.',
    markAll: 'Tout cocher',
    columnName: 'Nom',
    columnStatus: 'État',
    columnSamples: 'Échantillons',
    columnModel: 'Modèle',
    columnRunDate: 'Date de la série',
    columnInput: 'Entrée',
    columnSize: 'Taille',
    columnCreated: 'Créée le',
    columnActions: 'Actions',
    mark: 'Cocher {name}',
    simulated: 'simulée',
    apart: '{name} ({mark})',
    apartNumber: '{number} sur {count}',
    modelAndVersion: '{id} {version}',
    compare:
      'Comparer ces deux analyses ({count, plural, one {# spectre} other {# spectres}} en commun)',
    compareHow:
      'Pour comparer, cochez exactement deux analyses faites à partir des mêmes spectres.',
    compareLooking: 'Recherche des spectres communs aux deux analyses…',
    compareOther:
      'Ces deux analyses ne peuvent pas être comparées : elles n’ont aucun spectre en commun. Cochez deux analyses faites à partir des mêmes spectres.',
    compareWaits: 'Ces deux analyses pourront être comparées lorsque « {name} » sera terminée.',
    compareEmpty:
      'Ces deux analyses ne peuvent pas être comparées : « {name} » n’a pas de résultats. Cochez deux analyses qui ont des résultats.',
    sortBy: 'Trier par',
    sortUp: 'Croissant',
    sortDown: 'Décroissant',
    pages: 'Pages de la liste des analyses',
    pageShown: '{first}–{last} sur {count}',
    pageBefore: 'Analyses précédentes',
    pageNext: 'Analyses suivantes',
    inputFiles: '{count, plural, one {# fichier} other {# fichiers}}',
    deleteIt: 'Supprimer {name}',
    statusInitialising: 'Préparation',
    statusQueued: 'En attente',
    statusRunning: 'En cours',
    statusCompleted: 'Terminée',
    statusFailed: 'Échec',
    statusCancelled: 'Annulée',
    statusInterrupted: 'Interrompue',
    statusDamaged: 'Endommagée',
    sizeDamaged: 'Son enregistrement est illisible',
    sizeNone: 'Aucun échantillon',
    sizeSpectra: '{count, plural, one {# spectre} other {# spectres}}',
    sizeIdentified:
      '{identified} sur {samples, plural, one {# échantillon identifié} other {# échantillons identifiés}}',
    token: 'Ouvrir une analyse par son jeton',
    tokenOpen: 'Ouvrir',
    tokenWrong:
      'Un jeton compte 32 chiffres hexadécimaux en cinq groupes, comme sur la page d’une analyse.',
    settings: 'Ce qui est conservé, et combien de temps',
    purge: '<label>Retirer les analyses de plus de</label> <field>{days}</field> jours',
    purgeDays: 'Nombre de jours de conservation des analyses',
    purgeDaysWrong: 'Donnez un nombre entier de jours de 1 à {most}.',
    purgeOff:
      'Désactivé : les analyses sont conservées jusqu’à ce que vous les supprimiez. {older, plural, =0 {Aucune n’a} one {# analyse a} other {# analyses ont}} aujourd’hui plus de {days, plural, one {# jour} other {# jours}}.',
    purgeOn: 'Recherchées à chaque ouverture de ktyper, et chaque jour.',
    purgeWouldLeave: 'Quelles analyses seraient retirées, et quand',
    purgeLeave: 'Quelles analyses seront retirées ensuite, et quand',
    leaves: 'créée le {created}, retirée {when}',
    leavesNow: 'maintenant',
    leavesOn: 'le {day}',
    purged:
      '{count, plural, one {# analyse} other {# analyses}} de plus de {days, plural, one {# jour} other {# jours}} {count, plural, one {a été retirée} other {ont été retirées}}.',
    purgeTitle: 'Retirer {count, plural, one {# analyse} other {# analyses}} maintenant ?',
    purgeAsk:
      '{count, plural, one {# analyse sur {all} a} other {# analyses sur {all} ont}} plus de {days, plural, one {# jour} other {# jours}}. {count, plural, one {Elle disparaît avec ses résultats et ses fichiers conservés, sans retour possible.} other {Elles disparaissent avec leurs résultats et leurs fichiers conservés, sans retour possible.}} Les suivantes disparaîtront lorsqu’elles auront cet âge.',
    purgeNo: 'Conserver toutes les analyses',
    purgeYes: 'Retirer {count, plural, one {# analyse} other {# analyses}}',
    files:
      'Conserver les fichiers de chaque série sur cet ordinateur, pour pouvoir afficher ses spectres plus tard',
    filesLimit: 'Jusqu’à {limit} par série ; ils sont supprimés avec leur analyse.',
    filesRemove: 'Retirer les {size} conservés',
    filesTitle: 'Retirer {size} de fichiers de séries ?',
    filesAsk:
      'Les analyses et leurs résultats restent. Leurs spectres ne pourront ensuite être affichés, ou analysés de nouveau avec un autre modèle, que si vous choisissez à nouveau les fichiers de la série. Cette action est définitive.',
    filesNo: 'Les conserver',
    filesYes: 'Les retirer',
    filesRemoved:
      '{size} de fichiers de séries retirés. Les analyses et leurs résultats sont conservés.',
    storage:
      'Espace utilisé : {size} <how>(selon l’estimation du navigateur, avec l’application et ses modèles).</how>',
    storageFiles:
      'Espace utilisé : {size}, dont {files} de fichiers de séries <how>(selon l’estimation du navigateur, avec l’application et ses modèles).</how>',
    storageQuota:
      'Le navigateur autorise jusqu’à {quota}, dans la mesure de la place sur le disque.',
    storageSafe:
      'Le navigateur a promis de conserver les analyses même quand le disque est presque plein.',
    storageUnasked:
      'Le navigateur peut retirer les analyses quand le disque est presque plein. Il lui est demandé de les conserver dès que la première analyse est enregistrée.',
    storageRefused:
      'Le {asked}, il a été demandé au navigateur de conserver les analyses même quand le disque est presque plein, et il ne l’a pas promis : il peut les retirer. Téléchargez ce qui ne doit pas être perdu. Les navigateurs le promettent souvent une fois ktyper installé ou ajouté aux favoris.',
    storageAsk: 'Lui demander de conserver les analyses',
    storageAskAgain: 'Demander de nouveau',
    storagePromised:
      'Le navigateur conservera les analyses même quand le disque est presque plein.',
    storageNotPromised:
      'Le navigateur ne l’a pas promis. Téléchargez ce qui ne doit pas être perdu.',
    nameOfDrop: 'Fichiers glissés',
    nameOfChoice: 'Fichiers choisis',
    nameOfExample: 'Série d’exemple',
    nameOfNothing: 'Rien',
    nameOfSeveral: '{name} et {count, plural, one {# autre} other {# autres}}',
    started: '{name} : analyse commencée.',
    progress: '{done} sur {found, plural, one {# spectre traité} other {# spectres traités}}.',
    endCompleted:
      '{name} : analyse terminée, {samples, plural, one {# échantillon} other {# échantillons}}.',
    endFailed:
      '{name} : échec de l’analyse, {samples, plural, one {# échantillon} other {# échantillons}}.',
    endCancelled:
      '{name} : analyse annulée, {samples, plural, one {# échantillon} other {# échantillons}}.',
    endInterrupted:
      '{name} : analyse interrompue, {samples, plural, one {# échantillon} other {# échantillons}}.',
    cancelledEarly: 'Annulée avant la fin du premier spectre.',
    cancelled:
      'Annulée. Les résultats obtenus auparavant, pour {done} sur {found, plural, one {# spectre} other {# spectres}}, sont affichés.',
    cancelledListing:
      'Annulée. Les résultats {done, plural, one {du # spectre terminé} other {des # spectres terminés}} auparavant sont affichés. {found} avaient été trouvés jusque-là, et il peut y en avoir d’autres.',
    groupedByName:
      'Échantillons : les spectres de même nom forment un échantillon ; {samples, plural, one {# échantillon} other {# échantillons}}.',
    groupedBySpots:
      'Échantillons : {every, plural, other {# dépôts voisins forment un échantillon}} ; {samples, plural, one {# échantillon} other {# échantillons}}.',
    groupedBySpotsFrom:
      'Échantillons : {every, plural, other {# dépôts voisins forment un échantillon}}, à partir de {from} ; {samples, plural, one {# échantillon} other {# échantillons}}.',
  },
  jobFiles: {
    title: 'Fichiers d’analyse',
    about:
      'Un fichier d’analyse contient tous les résultats d’une analyse, et s’ouvre dans ktyper sur un autre ordinateur. Ouvrez-le ici<pointer>, ou glissez-le n’importe où sur une page de ktyper</pointer>.',
    open: 'Ouvrir un fichier d’analyse',
    openFile: 'Fichier d’analyse',
    saveAll: 'Enregistrer toutes les analyses',
    saveAllCount:
      'Enregistrer {count, plural, one {l’analyse} other {les # analyses}} dans un fichier',
    saveNone: 'Aucune analyse n’est terminée ici : il n’y a encore rien à enregistrer.',
    saveLeftOut:
      '{count, plural, one {# analyse est laissée de côté, car elle n’est pas terminée ou est endommagée.} other {# analyses sont laissées de côté, car elles ne sont pas terminées ou sont endommagées.}}',
    withSpectra:
      'Avec les spectres {count, plural, one {de l’analyse dont les fichiers sont conservés ici} other {des # analyses dont les fichiers sont conservés ici}} ({size})',
    saving: 'Enregistrement de l’analyse {done} sur {of}…',
    saved:
      '{count, plural, one {# analyse enregistrée} other {# analyses enregistrées}} dans un fichier.',
    busy: 'Des fichiers d’analyse sont encore en cours d’ouverture ou d’enregistrement. Réessayez dans un instant.',
    opening: 'Ouverture de {path}…',
    openingJobs:
      'Ouverture de {path} : {done} sur {of, plural, one {# analyse} other {# analyses}}',
    stop: 'Arrêter',
    opened: '« {name} » a été ouverte depuis son fichier et est maintenant conservée ici.',
    openedWithout:
      '« {name} » a été ouverte depuis son fichier et est maintenant conservée ici, sans ses spectres : le navigateur n’avait pas de place pour eux.',
    openedHere: '« {name} » était déjà ici. Rien n’a été modifié.',
    openedReviews:
      '« {name} » était déjà ici. {count, plural, one {# entrée a été ajoutée} other {# entrées ont été ajoutées}} à sa relecture.',
    reportTitle: 'Contenu du fichier d’analyse',
    reportTitleSeveral:
      'Contenu {count, plural, one {du fichier d’analyse} other {des # fichiers d’analyse}}',
    reportNothing: 'Il ne contient aucune analyse.',
    added: '{count, plural, one {# analyse a été ajoutée.} other {# analyses ont été ajoutées.}}',
    addedWithout:
      '{count, plural, one {Pour # d’entre elles, le navigateur n’avait pas de place pour les spectres.} other {Pour # d’entre elles, le navigateur n’avait pas de place pour les spectres.}}',
    here: '{count, plural, one {# analyse était déjà ici.} other {# analyses étaient déjà ici.}}',
    hereReviews:
      '{count, plural, one {# entrée a été ajoutée à sa relecture.} other {# entrées ont été ajoutées à leurs relectures.}}',
    differs:
      '{count, plural, one {# analyse est déjà ici avec d’autres résultats. Celle d’ici n’a pas été modifiée.} other {# analyses sont déjà ici avec d’autres résultats. Celles d’ici n’ont pas été modifiées.}}',
    addBeside:
      '{count, plural, one {Ajouter aussi celle du fichier} other {Ajouter aussi celles du fichier}}',
    refused:
      '{count, plural, one {# analyse n’a pas été reprise :} other {# analyses n’ont pas été reprises :}}',
    refusedName: '{name} :',
    refusedNameless: 'Une analyse sans nom :',
    others:
      '{count, plural, one {# autre fichier l’accompagnait et n’est pas utilisé. Glissez-le seul.} other {# autres fichiers l’accompagnaient et ne sont pas utilisés. Glissez-les seuls.}}',
    jobs: 'Afficher les analyses',
    exportJob: 'Fichier d’analyse',
    exportJobHint:
      'Tous les résultats, à ouvrir dans ktyper sur un autre ordinateur (.ktyper.json)',
    exportSpectra: 'Fichier d’analyse avec les spectres',
    exportSpectraHint: 'Le même avec les fichiers de la série, environ {size}',
    fromFile: 'Ouverte depuis un fichier d’analyse, enregistré le {time} par ktyper {version}',
    spectraElsewhere: 'Cette analyse a été ouverte depuis un fichier d’analyse sans ses spectres.',
  },
  results: {
    pageTitle: '{name} – ktyper',
    absentPageTitle: 'Analyse introuvable – ktyper',
    absentTitle: 'Cette analyse n’est pas sur cet ordinateur',
    absentWhy:
      'Il n’y a pas d’analyse <job>{token}</job> dans ce navigateur. Les analyses sont conservées là où elles ont été faites et ne sont jamais envoyées : un jeton n’ouvre son analyse que sur le même ordinateur, dans le même navigateur et le même profil. Elle peut aussi avoir été supprimée.',
    absentJobs: 'Analyses sur cet ordinateur',
    headSimulated: 'Simulée',
    headToken: 'Jeton <job>{token}</job>',
    headCompare: 'Comparer avec {job}',
    headRunAgain: 'Analyser de nouveau avec…',
    sampleCount: '{count, plural, one {# échantillon} other {# échantillons}}',
    samplesCopied: '{count, plural, one {# échantillon copié.} other {# échantillons copiés.}}',
    showAll: 'Tout afficher',
    partNotLoaded:
      'Cette partie de la page n’a pas pu être chargée. Connectez-vous une fois et rechargez la page.',
    exportMenu: 'Exporter',
    exportWriting: 'Export en cours…',
    exportComma: 'Virgule décimale en CSV : 0,97, et points-virgules entre les cellules',
    exportXlsx: 'Classeur Excel',
    exportXlsxHint:
      'Échantillons, spectres, marqueurs, qualité et enregistrement, une feuille chacun',
    exportPrint: 'Imprimer',
    exportCopy: 'Copier les lignes',
    exportCopyHint: 'Le tableau court, à coller dans un tableur',
    exportCopyRefused:
      'Le navigateur n’a pas autorisé ktyper à copier. Téléchargez plutôt le tableau court.',
    exportDone: 'Exporté.',
    stateDeleted: 'Cette analyse est supprimée et sera retirée définitivement.',
    stateNoSample: 'La série ne contenait aucun échantillon : voyez ce qui a été écarté.',
    progressTitle: 'Avancement',
    progressLabel: 'Spectres traités',
    progressReading: 'Lecture de la liste des fichiers…',
    progressQueued: 'En file d’attente.',
    progressQueuedBehind: 'En file d’attente. « {job} » continue et se termine d’abord.',
    progressStarting: 'Démarrage du modèle…',
    progressDone: '<strong>{done}</strong> sur {count, plural, one {# spectre} other {# spectres}}',
    progressDoneSoFar:
      '<strong>{done}</strong> sur {count, plural, one {# spectre trouvé jusqu’ici} other {# spectres trouvés jusqu’ici}}',
    progressPace: '{count} par seconde',
    progressLeft: 'encore {time}',
    progressElsewhere: 'En cours dans un autre onglet',
    progressStopping: 'Arrêt…',
    progressNotStored:
      'Les fichiers de la série ne sont pas stockés pendant le traitement : {why} Si cet onglet est fermé, l’analyse les redemandera.',
    goOn: 'Continuer',
    inputUnmatched: 'Lignes qui ne correspondent à aucun spectre, par leur spectrum_id :',
    inputUnmatchedMore:
      '{count, plural, one {L’autre figure ci-dessous.} other {Les # autres figurent ci-dessous.}}',
    inputFillIn: 'Télécharger la feuille d’échantillons de cette série, à remplir',
    inputMore:
      '{count, plural, one {# autre message sur l’entrée} other {# autres messages sur l’entrée}}',
    inputSheet:
      'Feuille d’échantillons : {matched} sur {count, plural, one {# ligne} other {# lignes}} avec correspondance',
    inputAmbiguous: 'Lignes qui correspondent à plusieurs spectres :',
    inputAmbiguousRow: '{row} ({count, plural, one {# spectre} other {# spectres}})',
    inputAmbiguousRowOf: '{row} ({count, plural, one {# spectre} other {# spectres}} : {which})',
    inputAllMatched: 'Chaque ligne correspond à un spectre.',
    inputMissing:
      '{count, plural, one {# échantillon listé pour cette série n’a pas de spectre dans ces fichiers} other {# échantillons listés pour cette série n’ont pas de spectre dans ces fichiers}}',
    inputLeftOut: '{count, plural, one {# spectre écarté} other {# spectres écartés}}',
    inputLeftOutMore:
      '{count, plural, one {L’autre figure dans les exports.} other {Les # autres figurent dans les exports.}}',
    guardNone:
      'Ce modèle nomme chaque spectre, même ceux de bactéries qu’il ne connaît pas : un nom n’est ici que la plus probable de ses propres classes.',
    guardShow: 'Afficher ces échantillons',
    countsTitle: 'Décompte par espèce',
    countNone: 'sans identification',
    countNoPattern: 'Profil absent',
    countUnread: 'sans lecture',
    attentionNone: 'Aucun échantillon de cette série ne demande d’attention.',
    controlsMore:
      '{count, plural, one {# autre contrôle échoue : il figure sous « À vérifier ».} other {# autres contrôles échouent : ils figurent sous « À vérifier ».}}',
    calibrantsMore:
      '{count, plural, one {# autre dépôt d’étalonnage échoue.} other {# autres dépôts d’étalonnage échouent.}}',
    calibrantsRight:
      '{count, plural, one {# dépôt d’étalonnage montre les masses connues à leur place.} other {# dépôts d’étalonnage montrent les masses connues à leur place.}}',
    controlsRight:
      '{count, plural, one {# contrôle a le résultat déclaré.} other {# contrôles ont le résultat déclaré.}}',
    attentionTitle: 'À vérifier',
    attentionPoor: 'spectre de mauvaise qualité',
    attentionControl: 'contrôle en échec',
    attentionContradict: 'réplicats contradictoires',
    attentionWeak: 'identification faible',
    attentionUnresolved: 'non résolu au niveau de l’espèce',
    attentionMeasures: 'Avertissements de qualité, par critère :',
    attentionMeasure: '{name} :',
    attentionListTitle: 'Dépôt, échantillon, résultat et raison, pour une liste de travail',
    attentionListResult: 'Résultat',
    attentionListWhy: 'Raison',
    attentionCopyAll: 'Copier la liste à refaire ({count})',
    attentionCopyThese: 'Copier ces {count}',
    toolsSearch: 'Rechercher dans le tableau',
    toolsSearchShort: 'Rechercher',
    toolsFilter: 'Filtrer',
    toolsLayout: 'Présentation des échantillons',
    toolsTable: 'Tableau',
    toolsPlate: 'Plaque',
    toolsAnyStatus: 'Tous les états',
    toolsAnyRun: 'Toutes les séries',
    toolsAnyQuality: 'Toutes les qualités',
    toolsQualityPass: 'Qualité : conforme',
    toolsQualityWarn: 'Qualité : avertissement',
    toolsQualityFail: 'Qualité : non conforme',
    toolsAnyPattern: 'Tous les profils',
    toolsPatternYes: '{pattern} : oui',
    toolsPatternNo: '{pattern} : non',
    toolsPatternNotJudged: '{pattern} : non évalué',
    toolsAnyWatched: 'Tous les pics surveillés',
    toolsWatchedFound: 'Surveillés : trouvés',
    toolsWatchedNotFound: 'Surveillés : non trouvés',
    toolsWatchedNotLookedFor: 'Surveillés : non recherchés',
    toolsOrder: 'Tri',
    toolsBySpot: 'Par dépôt',
    toolsOrderBy: '{column}, {order}',
    toolsShown: '{shown} sur {total} affichés',
    filters: 'Filtres actifs',
    filterRemove: 'Retirer le filtre {filter}',
    filterText: 'Texte : {text}',
    filterRun: 'Série : {run}',
    filterStatus: 'État : {status}',
    filterNeed: 'À vérifier : {reason}',
    filterReview: 'Relecture : {state}',
    columnsButton: 'Colonnes…',
    columnsTitle: 'Colonnes du tableau',
    columnsAbout:
      'De gauche à droite dans le tableau. Ce choix est conservé sur cet ordinateur, pour toutes les analyses. Si la place manque, certaines s’effacent ; le volet d’un échantillon les contient toutes.',
    columnsNoRoom: 'pas de place dans cette fenêtre',
    columnsUp: 'Monter {column}',
    columnsDown: 'Descendre {column}',
    columnsMoved: '{column} : colonne {place} sur {of}.',
    columnsUsual: 'Colonnes habituelles',
    noneMatch: 'Aucun échantillon ne correspond.',
    tableTitle: 'Échantillons',
    columnSample: 'Échantillon',
    columnRun: 'Série',
    columnSpot: 'Dépôt',
    columnSpecies: 'Espèce',
    columnConfidence: 'Confiance',
    columnProbability: 'Probabilité',
    columnPattern: 'Profil',
    columnRunnerUp: 'Deuxième',
    columnQuality: 'Qualité',
    columnReplicates: 'Réplicats',
    columnWatched: 'Pics surveillés',
    columnReview: 'Relecture',
    columnStatus: 'État',
    columnStep: 'Que faire',
    columnNote: 'Remarque',
    orderFirst: 'du premier au dernier',
    orderLast: 'du dernier au premier',
    orderYes: 'oui d’abord',
    orderNotJudged: 'non évalués d’abord',
    orderWorst: 'les moins bons d’abord',
    orderBest: 'les meilleurs d’abord',
    orderLowest: 'les plus faibles d’abord',
    orderHighest: 'les plus élevés d’abord',
    orderContradicting: 'contradictoires d’abord',
    orderAgreeing: 'concordants d’abord',
    orderFewest: 'les moins trouvés d’abord',
    orderMost: 'les plus trouvés d’abord',
    runNumber: 'Série {number}',
    spotMeasurement: '{spot}, {number} sur {of}',
    confidenceHigh: 'Élevée',
    confidenceModerate: 'Moyenne',
    confidenceWeak: 'Faible',
    confidenceNone: 'Aucune',
    patternOf: 'Profil {genus}',
    patternInSentence: 'profil',
    patternYes: 'Oui',
    patternNo: 'Non',
    patternNotJudged: 'Non évalué',
    patternNone: '{pattern} : absent',
    patternNoteNotJudged: '{pattern} non évalué',
    patternCall:
      '{model}, le modèle de marqueurs qui accompagne celui-ci, donne : <call>{call}.</call>',
    statusIdentified: 'Identifié',
    statusWeak: 'Faible',
    statusGroup: 'Groupe seul',
    statusNone: 'Non identifié',
    statusUnread: 'Non lu',
    noteWarnings: '{count, plural, one {# avertissement.} other {# avertissements.}}',
    noteMean: 'Moyenne de {count, plural, one {# spectre} other {# spectres}}.',
    noteMeanOfSome:
      'Moyenne de {averaged} sur {count, plural, one {# spectre} other {# spectres}}.',
    noteOne: 'Un seul sur {count, plural, one {# spectre} other {# spectres}}.',
    panelPrevious: 'Échantillon précédent',
    panelPreviousKey: 'Échantillon précédent (↑)',
    panelNext: 'Échantillon suivant',
    panelNextKey: 'Échantillon suivant (↓)',
    panelPhylogroup: 'Phylogroupe',
    panelHidden: 'Le filtre masque cet échantillon.',
    panelNoModel:
      'Le modèle qui a donné ce résultat n’est plus décrit sur cet ordinateur : ses marqueurs et ses probabilités ne peuvent pas être nommés.',
    panelRule: 'Décidé par la règle <code>{rule}</code> : <call>{tier}.</call>',
    panelHelp: 'Comment un résultat est rendu',
    nextFiles: 'Que faire : récupérer de nouveau les fichiers',
    nextReSpot: 'Que faire : refaire le dépôt et mesurer de nouveau',
    nextRepeat: 'Que faire : mesurer de nouveau',
    nextSubculture: 'Que faire : repiquer et mesurer de nouveau',
    nextOtherMethod: 'Que faire : utiliser une autre méthode',
    nextWhenItMatters: 'Que faire : seulement si l’espèce importe',
    nextNothing: 'Que faire : rien',
    stepFiles: 'récupérer de nouveau les fichiers',
    stepReSpot: 'refaire le dépôt et mesurer de nouveau',
    stepRepeat: 'mesurer de nouveau',
    stepSubculture: 'repiquer et mesurer de nouveau',
    stepOtherMethod: 'utiliser une autre méthode',
    stepWhenItMatters: 'seulement si l’espèce importe',
    stepNothing: 'rien',
    alsoFits:
      '{count, plural, one {{taxa} convient aussi : aucun marqueur de ce modèle ne l’en distingue.} other {{taxa} conviennent aussi : aucun marqueur de ce modèle ne les en distingue.}}',
    decidingTitle: 'Ce qui permettrait de trancher',
    markersTitle: 'Marqueurs',
    markersOutgroup:
      'L’espèce apparentée qui convient le mieux, et le taxon le plus proche que le modèle nomme.',
    markersNone: 'Les deux taxons les plus proches ; aucun ne convient assez.',
    markersShift: 'Tout le spectre est décalé de {shift} ppm.',
    markersTilt:
      'Le spectre est décalé de {shift} ppm à m/z 6 500, et de {tilt} ppm de plus par tranche de 1 000 m/z.',
    markersEvidence:
      '<q>Attendu ici</q> en tient compte. L’indice est le logarithme d’un rapport de vraisemblance : au-dessus de 0 il plaide pour le taxon, au-dessous de 0 contre lui.',
    markersWeaker:
      'Les marqueurs sont plus faibles que d’habitude dans ce spectre : chacun n’est attendu que {times} fois aussi souvent, de sorte qu’un marqueur manquant en dit moins.',
    markersApart: 'Marqueurs qui distinguent les taxons',
    markersLocus: 'Locus',
    markersExpected: 'Attendu ici',
    markersScore: 'Score',
    markersAlikeCount:
      '{count, plural, one {# autre locus dit la même chose des deux} other {# autres loci disent la même chose des deux}}',
    markersAlike: 'Marqueurs qui disent la même chose des deux',
    markersNamesOnly: 'nomme seulement',
    markersNotCounted:
      '{count, plural, one {{loci} nomme seulement ; il a été trop peu vu pour compter.} other {{loci} nomment seulement ; ils ont été trop peu vus pour compter.}}',
    markersSilent: 'Non informatifs ici : {loci}.',
    markerSupports: 'soutient',
    markerContradicts: 'contredit',
    markerInconclusive: 'non concluant',
    markerNoAllele: 'aucun allèle connu',
    markerShow: 'Montrer dans le tracé',
    markerFound:
      '<place>attendu ici {expected}</place>, trouvé à {mz}, <off>écart {off}, {times} × bruit</off>',
    markerNotFound: '<place>attendu ici {expected}</place>, non trouvé',
    allMarkersCount:
      '{count, plural, one {# marqueur recherché} other {Les # marqueurs recherchés}}',
    allMarkersTitle: 'Tous les marqueurs',
    allMarkersFound: 'm/z trouvé',
    allMarkersOff: 'Écart, ppm',
    allMarkersNoise: '× bruit',
    allMarkersWeight: 'Poids',
    allMarkersOf: 'De',
    allMarkersOfAll: 'tous',
    allMarkersRelatives: '{count, plural, one {# espèce apparentée} other {# espèces apparentées}}',
    allMarkersAndRelatives:
      '{count, plural, one {et # espèce apparentée} other {et # espèces apparentées}}',
    probabilitiesTitle: 'Probabilités',
    probabilitiesNone: 'Aucune n’est assez grande pour un nom.',
    probabilitiesLeft:
      '{count, plural, one {# espèce apparentée que le modèle ne fait qu’exclure, au-dessous de 0,1 %.} other {# espèces apparentées que le modèle ne fait qu’exclure, chacune au-dessous de 0,1 %.}}',
    recordTitle: 'Enregistrement',
    recordTitleMany: 'Enregistrements de ses spectres',
    recordFile: 'Fichier',
    recordIdentifier: 'Identifiant',
    recordSha256: 'SHA-256',
    recordAcquired: 'Acquis le',
    recordInstrument: 'Instrument',
    recordSoftware: 'Logiciel',
    recordTarget: 'Cible',
    recordLaserShots: 'Tirs laser',
    recordSpectrumType: 'SPType',
    recordComment: 'Commentaire',
    recordCalibration: 'Étalonnage',
    recordFurther: 'Étalonnage supplémentaire',
    recordComputed: 'Comment il a été calculé',
    recordComputedBy: 'Calculé par',
    recordCommit: 'Commit',
    recordModel: 'Modèle',
    recordModelSha256: 'SHA-256 du modèle',
    recordManifestSha256: 'SHA-256 de son manifeste',
    recordSettings: 'Réglages',
    recordHpc: 'Le fichier demande HPC, un étalonnage supplémentaire, qui n’est pas appliqué.',
    recordPoints: 'Points',
    recordRange: 'Étendue',
    recordFromTo: 'm/z {from} à {to}',
    recordLargest: 'Intensité maximale',
    recordPeaks: 'Pics',
    recordPeakCount: '{peaks} au-dessus de 5 fois le bruit',
    recordCopyOf: 'Copie de',
    recordCopy: '{spectrum} : les mêmes octets, classés une seule fois',
    printTitle: 'La série telle qu’elle est imprimée',
    printJob: 'Analyse',
    printJobFacts: '{status}, {time}, jeton {token}',
    printJobSimulated: '{status}, {time}, jeton {token} (simulée)',
    printReadFrom: 'Lue depuis',
    printModel: 'Modèle',
    printProgram: 'Programme',
    printCounts: 'Décompte',
    printWhich: 'Imprimé',
    printAll:
      '{count, plural, =0 {Aucun échantillon.} one {Le seul échantillon.} other {Les # échantillons.}}',
    printSome: '{shown} sur {count, plural, one {# échantillon} other {# échantillons}}.',
    printFirst:
      'Les {first} premiers sur {count, plural, one {# échantillon} other {# échantillons}} : un fichier exporté les contient tous.',
    printFiltered: 'Le filtre du tableau en masque {hidden}.',
    opening: 'Ouverture de l’analyse…',
    exportAll:
      '{count, plural, =0 {Aucun échantillon} one {Le seul échantillon} other {Les # échantillons}}',
    exportShownAll:
      'Comme affiché : {count, plural, =0 {aucun échantillon} one {le seul échantillon} other {les # échantillons}}',
    exportShownSome:
      'Comme affiché : {shown} sur {count, plural, one {# échantillon} other {# échantillons}}',
    exportShownBy: '{shown}, {order}',
    exportBySample:
      '{order, select, descending {par échantillon, du dernier au premier} other {par échantillon, du premier au dernier}}',
    exportByRun:
      '{order, select, descending {par série, de la dernière à la première} other {par série, de la première à la dernière}}',
    exportBySpot:
      '{order, select, descending {par dépôt, du dernier au premier} other {par dépôt, du premier au dernier}}',
    exportBySpecies:
      '{order, select, descending {par espèce, de la dernière à la première} other {par espèce, de la première à la dernière}}',
    exportByConfidence:
      '{order, select, descending {par confiance, la meilleure d’abord} other {par confiance, la moins bonne d’abord}}',
    exportByPattern:
      '{order, select, descending {par profil, non évalués d’abord} other {par profil, oui d’abord}}',
    exportByRunnerUp:
      '{order, select, descending {par deuxième, les plus élevés d’abord} other {par deuxième, les plus faibles d’abord}}',
    exportByQuality:
      '{order, select, descending {par qualité, la moins bonne d’abord} other {par qualité, la meilleure d’abord}}',
    exportByReplicates:
      '{order, select, descending {par réplicats, concordants d’abord} other {par réplicats, contradictoires d’abord}}',
    exportByWatched:
      '{order, select, descending {par pics surveillés, les plus trouvés d’abord} other {par pics surveillés, les moins trouvés d’abord}}',
    exportByReview:
      '{order, select, descending {par relecture, corrigés d’abord} other {par relecture, à relire d’abord}}',
    exportByStatus:
      '{order, select, descending {par état, du dernier au premier} other {par état, du premier au dernier}}',
    exportShort: 'Tableau court',
    exportShortHint:
      'CSV pour tableurs : échantillon, dépôt, espèce, confiance, que faire, série, heure',
    exportCsv: 'CSV',
    exportCsvHint: 'Le tableau complet, pour tableurs',
    exportTsv: 'TSV',
    exportTsvHint: 'Le tableau complet, pour programmes',
    exportJson: 'JSON',
    exportJsonHint: 'Tout, avec toutes les probabilités et tous les indices',
    exportLines: 'Lignes JSON',
    exportLinesHint: 'La même chose, un échantillon par ligne (JSONL)',
    exportOriginal: 'Les trois colonnes d’origine',
    exportOriginalHint: 'Nom, espèce et score comme dans ktyper 0.0.1, sans en-tête',
    exportSheet: 'Feuille d’échantillons à remplir',
    exportSheetHint: 'Une ligne par spectre, pour indiquer les réplicats d’un même échantillon',
  },
  review: {
    title: 'Relecture',
    addNote: 'Ajouter une note',
    apart:
      '{count, plural, one {# entrée de la relecture porte sur un échantillon que cette analyse n’a plus : elle est dans le JSON.} other {# entrées de la relecture portent sur des échantillons que cette analyse n’a plus : elles sont dans le JSON.}}',
    as: 'en tant que <by>{initials}</by>',
    attention: 'dont relus : {count}',
    callPlaceholder: 'Choisissez dans la liste ou écrivez un nom',
    change: 'Changer',
    changeInitials: 'Changer les initiales',
    entries: 'Entrées de la relecture',
    entryNote: 'Note : {text}',
    entryOverride: 'Résultat {seen} corrigé en {call}',
    entryOverrideNone: 'Résultat {seen} corrigé : pas d’identification',
    entryReason: 'Motif : {reason}',
    entryReviewed: 'Résultat relu : {call}',
    faultName: 'Choisissez ou écrivez un nom, ou cochez « Pas d’identification ».',
    faultNote: 'Écrivez la note.',
    faultReason: 'Écrivez le motif : qui lira le résultat le demandera.',
    faultSame: 'C’est déjà le résultat de la machine. Marquez plutôt l’échantillon comme relu.',
    filter: 'Échantillons selon la relecture',
    filterCount: '{state} : <strong>{count}</strong>',
    filterOpen: 'à relire',
    filterOverridden: 'corrigés',
    filterReviewed: 'relus',
    head: 'Relus : {reviewed} sur {total}',
    headOverridden: 'Relus : {reviewed} sur {total}, dont corrigés : {overridden}',
    initials: 'Vos initiales, de 2 à 4 lettres',
    initialsFault: 'Les initiales ont de 2 à 4 lettres.',
    initialsKept: 'Elles figurent à chaque entrée et sont retenues sur cet ordinateur.',
    initialsSave: 'Utiliser ces initiales',
    mark: 'Marquer comme relu',
    markAll: 'Marquer comme relus ({count})…',
    markAllAbout:
      '{count, plural, one {C’est le seul échantillon à relire que le tableau affiche.} other {Ce sont les # échantillons à relire que le tableau affiche.}} Ce qui est déjà relu ou corrigé reste tel quel.',
    markAllDone:
      '{count, plural, one {# échantillon marqué comme relu.} other {# échantillons marqués comme relus.}}',
    markAllNow: 'Marquer comme relu par {initials}',
    markAllTitle:
      '{count, plural, one {Marquer # échantillon comme relu ?} other {Marquer # échantillons comme relus ?}}',
    markTitle: 'Marquer comme relu. La touche r le fait aussi et passe à l’échantillon suivant.',
    marked: '{sample} marqué comme relu.',
    name: 'Nom',
    noIdentification: 'Pas d’identification',
    note: 'Note',
    notSaved: 'Ceci n’a pas été enregistré :',
    orderOpen: 'à relire d’abord',
    orderOverridden: 'corrigés d’abord',
    outdated:
      'Le résultat était {call} lors de la relecture par {initials}. Il a changé depuis : l’échantillon est de nouveau à relire.',
    override: 'Corriger le résultat',
    overriddenAs: 'Corrigé : {call}',
    overriddenBy: 'Corrigé par {initials} : {call}',
    overriddenNone: 'Corrigé : pas d’identification',
    overriddenNoneBy: 'Corrigé par {initials} : pas d’identification',
    reason: 'Motif',
    reviewedBy: 'Relu par {initials}',
    rerun: 'La relecture reste avec cette analyse : la nouvelle commence sans elle.',
    saveNote: 'Enregistrer la note',
    saveOverride: 'Enregistrer la correction',
    standingOutdated: 'le résultat a changé depuis',
    standingReplaced: 'remplacée par une correction ultérieure',
    standingWithdrawn: 'retirée',
    stateOpen: 'À relire',
    stateOverridden: 'Corrigé',
    stateReviewed: 'Relu',
    withdraw: 'Retirer',
    withdrawNote: 'Retirer la note du {time}',
    withdrawOverride: 'Retirer la correction du {time}',
    withdrawReview: 'Retirer la relecture du {time}',
    withdrewNote: 'Note du {time} retirée',
    withdrewOverride: 'Correction du {time} retirée',
    withdrewReview: 'Relecture du {time} retirée',
  },
  spectrum: {
    section: 'Spectre',
    title: 'Spectre de {spectrum}',
    reading: 'Lecture du spectre…',
    filesAbsentChoose: 'Choisissez à nouveau le fichier de la série pour voir ses spectres.',
    decidingTitle: 'Ce qui distingue les deux',
    decidingExpected: '{taxon} attendu ici',
    decidingFound: 'trouvé à {mz}',
    decidingNotFound: 'non trouvé',
    decidingShow: 'Montrer cette partie dans le tracé',
    stageTitle: 'Ce qui est affiché du spectre',
    stageRaw: 'Mesuré',
    stageRawHint: 'Coups du détecteur',
    stageProcessed: 'Traité',
    stageProcessedHint: 'Racine carrée, lissé, sans ligne de base, normalisé',
    stageBinned: 'Par intervalles',
    stageBinnedHint: 'Ce que le modèle a reçu',
    markersOf: 'Marqueurs de',
    markersNearest: '{taxon} (le plus proche)',
    markersUnknown: 'inconnu (le plus proche)',
    markersRefused: 'Espèces apparentées seulement exclues',
    markersNone: 'aucun',
    mirror: 'Miroir',
    mirrorNothing: 'rien',
    mirrorSpectrum: 'un autre spectre',
    mirrorMarkers: 'Marqueurs attendus de',
    mirrorRefused: 'Marqueurs attendus d’une espèce apparentée seulement exclue',
    mirrorExpected: '{taxon}, attendu',
    pickTitle: 'Spectre à comparer',
    pickSearch: 'Rechercher un nom ou un dépôt',
    pickList: 'Spectres de cette analyse',
    pickNone: 'Aucun spectre ne contient ceci dans son nom, son dépôt ou son résultat.',
    pickMore: 'Les {first} premiers. Saisissez du texte pour en trouver d’autres.',
    plotRole: 'tracé de spectre',
    plotRaw: 'Spectre de {spectrum}, mesuré, m/z {from} à {to}',
    plotProcessed: 'Spectre de {spectrum}, traité, m/z {from} à {to}',
    plotBinned: 'Spectre de {spectrum}, par intervalles, m/z {from} à {to}',
    plotKeys:
      'Les flèches gauche et droite déplacent la vue, haut et bas agrandissent et réduisent les pics, plus et moins zooment, Début affiche tout le spectre, Maj avec gauche et droite va de pic en pic et le lit. Les pics les plus hauts figurent dans un tableau ci-dessous.',
    plotRange: 'm/z {from} à {to}',
    plotHeights: 'hauteurs × {times}',
    axisCounts: 'Coups',
    axisShare: 'Intensité relative (‰ par Da)',
    axisShareShort: 'Relative',
    axisRelative: '% du plus haut affiché',
    axisRelativeShort: '%',
    readPeak: 'm/z {mz} · {counts} coups · {times} × bruit',
    readMarker:
      'm/z {mz} · {counts} coups · {times} × bruit · {marker}, attendu ici {expected}, écart {off}',
    readNothing: 'm/z {mz}',
    readCounts: 'm/z {mz} · {counts} coups',
    readShare: 'm/z {mz} · {share} ‰ du courant ionique total par Da',
    legendMarkers: 'Marqueurs de {taxon} :',
    legendFound: 'trouvé',
    legendMissing: 'attendu ici, non trouvé',
    legendRival: 'où {taxon} diffère',
    zoomTitle: 'Partie du spectre affichée',
    zoomIn: 'Zoomer',
    zoomInByKey: 'Zoomer (+)',
    zoomOut: 'Dézoomer',
    zoomOutByKey: 'Dézoomer (−)',
    zoomTaller: 'Augmenter la hauteur',
    zoomTallerByKey: 'Augmenter la hauteur (↑)',
    zoomLower: 'Réduire la hauteur',
    zoomLowerByKey: 'Réduire la hauteur (↓)',
    zoomWhole: 'Tout le spectre',
    zoomWholeByKey: 'Tout le spectre (Début)',
    enlarge: 'Agrandir',
    enlargePlot: 'Agrandir le tracé',
    save: 'Enregistrer',
    savePng: 'Image (PNG)',
    savePngHint: 'Le tracé tel qu’il est affiché, pour un compte rendu',
    saveSvg: 'Dessin (SVG)',
    saveSvgHint: 'Le même en traits et en texte, pour un article',
    saveTsv: 'Liste de pics (TSV)',
    saveTsvHint: 'Tous les pics avec leurs marqueurs',
    saveCsv: 'Liste de pics (CSV)',
    saveCsvHint: 'La même, pour tableurs',
    saveFailed: 'Le navigateur n’a pas pu créer cette image.',
    savedRaw: 'Mesuré (coups du détecteur)',
    savedProcessed: 'Traité (racine carrée, lissé, sans ligne de base, normalisé)',
    savedBinned: 'Par intervalles (ce que le modèle a reçu)',
    savedMarkers: 'marqueurs de {taxon} : pleins et gras, trouvés ; en tirets, non trouvés',
    savedRivals: 'carrés : où {taxon} diffère ; pleins, trouvés',
    savedWatched: 'losanges : pics surveillés ; pleins et gras, trouvés',
    savedBy: 'ktyper {version}.',
    savedByModel: 'ktyper {version}, modèle {model}.',
    savedChecksum: 'SHA-256 du fichier du spectre : {sha256}',
    savedNoChecksum: 'SHA-256 du fichier du spectre : inconnu',
    peaks: 'Tableau des pics',
    peaksAbout:
      'Les {highest} pics les plus hauts et tous les marqueurs trouvés, sur {count, plural, one {# pic} other {# pics}} d’au moins 3 fois le bruit. Tous figurent dans la liste de pics, sous Enregistrer. Un marqueur porte le m/z auquel le modèle l’a trouvé, dans ses intervalles de 1 Da.',
    peaksTitle: 'Pics de {spectrum}',
    peaksCaption: 'Plus grands pics et marqueurs trouvés de {spectrum}',
    peaksNone: 'Ce spectre n’a aucun pic.',
    peakMz: 'm/z',
    peakCounts: 'Coups',
    peakNoise: '× bruit',
    peakMarker: 'Marqueur',
    peakExpected: 'Attendu ici',
    peakOff: 'Écart',
  },
  quality: {
    run: 'Qualité de la série : conformes {pass}, {warn, plural, one {# avertissement} other {# avertissements}}, non conformes {fail}',
    runUnrated:
      'Qualité de la série : conformes {pass}, {warn, plural, one {# avertissement} other {# avertissements}}, non conformes {fail}, sans mesure {unrated}',
    runFindings: '{count, plural, one {# constat} other {# constats}}',
    runSound: 'Aucun problème ne touche la série dans son ensemble.',
    runOverTime: 'Qualité de cet instrument au fil du temps',
    runShowWarnings:
      '{count, plural, one {Afficher l’avertissement} other {Afficher les # avertissements}}',
    runShowFailures:
      '{count, plural, one {Afficher le non conforme} other {Afficher les # non conformes}}',
    outliersTitle: 'Valeurs aberrantes',
    outlier: '{measure} : {value} <muted>(médiane de la série {median})</muted>',
    outliersMore: 'et encore {count} ; le JSON les contient toutes.',
    medians: '{count, plural, one {Médiane de # spectre.} other {Médianes de # spectres.}}',
    measuresTitle: 'Critères de qualité',
    measure: 'Critère',
    value: 'Valeur',
    limit: 'Limite',
    verdict: 'Verdict',
    verdictPass: 'Conforme',
    verdictWarn: 'Avertissement',
    verdictFail: 'Non conforme',
    markersFound: '{found} sur {expected}',
    limits:
      'Limites {version}, issues pour la plupart d’une plaque de référence. La qualité n’influe pas sur l’espèce rendue.',
    help: 'Comment la qualité est évaluée',
    replicatesAgree: '{agreeing} sur {spectra} concordent',
    replicatesAgreeLeftOut: '{agreeing} sur {spectra} concordent, mis à l’écart : {leftOut}',
    replicatesTitle: 'Réplicats : {agreeing} sur {spectra} concordent',
    replicatesTitleLeftOut:
      'Réplicats : {agreeing} sur {spectra} concordent, mis à l’écart : {leftOut}',
    averagedAsOriginal:
      'Le résultat est rendu sur la moyenne de tous les spectres, comme le faisait l’application d’origine.',
    averagedAll:
      'Aucun des spectres n’est valable à lui seul : le résultat est rendu sur leur moyenne à tous.',
    averaged: 'Le résultat est rendu sur la moyenne des spectres.',
    averagedSound: 'Le résultat est rendu sur ceux qui sont valables ; les autres ont été écartés.',
    replicatesEach: 'Voici ce que chacun indique à lui seul.',
    replicatesMajority: 'La plupart ({count}) indiquent : <call>{call}.</call>',
    replicateNotClassified: 'Non classé',
    replicateAgrees: 'concorde',
    replicateCompatible: 'ne contredit pas',
    replicateSilent: 'pas de résultat',
    replicateContradicts: 'contredit',
    replicateAgreesLeftOut: 'concorde, écarté',
    replicateCompatibleLeftOut: 'ne contredit pas, écarté',
    replicateSilentLeftOut: 'pas de résultat, écarté',
    replicateContradictsLeftOut: 'contredit, écarté',
    sourcePlate: 'une plaque de référence',
    sourceModel: 'le modèle fourni',
    sourceStudy: 'la littérature',
    sourceDefinition: 'par définition',
    sourceJudgement: 'appréciation',
  },
  history: {
    about:
      'Le déroulement des séries de toutes les analyses de cet ordinateur, par instrument et par ordre de date. Chaque point est une série et ouvre son analyse.',
    calibrantsAbout:
      'Les dépôts d’étalonnage (BTS, Autocalibration) sont écartés des échantillons et jugés par les masses connues de l’étalon bactérien : combien sont trouvées, et de combien elles s’écartent. Ils ne sont pas jugés dans les analyses d’une version antérieure, ni quand ktyper n’a su qu’après la lecture ce qu’ils sont.',
    calibrantsUnjudged: '{count, plural, one {# non jugé} other {# non jugés}}',
    calibratedAnew: 'étalonné de nouveau',
    chartHint:
      'Pointez une série, ou passez de l’une à l’autre avec les flèches. Entrée ouvre son analyse.',
    chartLabel: 'Séries par ordre de date : {label}',
    chartOf: '{label}, série par série',
    columnCalibrants: 'Dépôts d’étalonnage',
    columnCalibrated: 'Dernier étalonnage',
    columnControls: 'Contrôles',
    columnRun: 'Série',
    columnStanding: '{label} selon ses limites',
    columnTime: 'Mesurée le',
    controlAdd: 'Ajouter le contrôle',
    controlAdded: '{text} est désormais un contrôle.',
    controlBy: 'Reconnu par',
    controlByName: 'son nom',
    controlBySpot: 'son dépôt',
    controlExpects: 'Résultat attendu',
    controlExpectsNothing: 'aucun : non identifié',
    controlExpectsSpecies: 'une espèce',
    controlFaultExpects: 'Indiquez l’espèce du contrôle.',
    controlFaultMany: 'Le nombre maximal de contrôles est atteint. Retirez-en d’abord un.',
    controlFaultSpot: 'Indiquez un dépôt comme sur la cible : A1, H12.',
    controlFaultText: 'Indiquez le nom du contrôle, ou une partie avec une étoile : QC-*',
    controlFaultTwice:
      'C’est déjà un contrôle. Retirez-le d’abord pour changer le résultat attendu.',
    controlForm: 'Déclarer un contrôle',
    controlName: '{text} : résultat attendu {species}',
    controlNameNothing: '{text} : ne doit pas être identifié',
    controlRemove: 'Retirer le contrôle {text}',
    controlSpecies: 'Espèce ou groupe',
    controlSpot: 'Tout échantillon du dépôt {text} : résultat attendu {species}',
    controlSpotNothing: 'Tout échantillon du dépôt {text} : ne doit pas être identifié',
    controlText: 'Nom',
    controlTextSpot: 'Dépôt',
    controlUnknown:
      'Aucun modèle de cet ordinateur ne nomme {species} : ce contrôle échoue donc dans chaque série. Corrigez le nom ou ajoutez le modèle qui le nomme.',
    controlsAbout:
      'Déclarez les échantillons que vous connaissez : une souche de référence ou un blanc. Chaque série de cet ordinateur qui en contient un, récente ou ancienne, dit alors s’il a le résultat attendu.',
    controlsFailed: 'un contrôle ou un dépôt d’étalonnage échoue',
    controlsHint:
      'Une étoile remplace des lettres quelconques : QC-* désigne tout nom qui commence par QC-. Les majuscules ne comptent pas, ni le choix d’une espace, d’un trait d’union ou d’un tiret bas entre deux parties. La liste reste sur cet ordinateur.',
    controlsNone: 'Aucun contrôle n’est déclaré sur cet ordinateur.',
    controlsOpen: 'un contrôle n’est pas résolu',
    controlsRight: 'contrôles conformes à la déclaration',
    controlsSound: 'contrôles et dépôts d’étalonnage conformes',
    controlsTitle: 'Contrôles',
    datesAbout:
      'Si une série n’a pas de date, ses fichiers ne disent pas quand l’instrument a été étalonné, ou elle a été lue par une version antérieure de ktyper. Un changement des constantes montre alors qu’il l’a été.',
    failures: 'Spectres non conformes',
    instrument: 'Instrument',
    instrumentExample: '{name}, simulé',
    instrumentRuns: '{count, plural, one {{name} (# série)} other {{name} (# séries)}}',
    instrumentUnknown: 'instrument sans nom',
    keyCalibrated: 'étalonné depuis la série précédente',
    keyFirst: 'creux : sert au calcul des limites',
    keyOut: 'hors des limites',
    keyTitle: 'Signes',
    keyWarning: 'une fois au-delà de 2 s, avertissement',
    keyWithin: 'dans les limites',
    left: '{count, plural, one {# analyse non terminée n’est pas comptée.} other {# analyses non terminées ne sont pas comptées.}}',
    limitRuns: 'Premières séries pour les limites',
    limits:
      'Limites d’après les {runs} premières séries : moyenne {mean}, 2 s de {low2} à {high2}, 3 s de {low3} à {high3}.',
    limitsLevel:
      'Les {runs} premières séries ont toutes la même valeur : il n’y a donc pas de limites.',
    limitsWait:
      'Pas encore de limites : {measured} des {runs} séries nécessaires à leur calcul sont présentes.',
    lineAbove: '+{deviations} s',
    lineBelow: '−{deviations} s',
    lineMean: 'moyenne',
    link: 'Qualité au fil du temps et contrôles',
    measure: 'Mesure',
    newer: 'Séries plus récentes',
    noLimits: 'Pas encore de limites.',
    none: 'Il n’y a encore aucune analyse terminée sur cet ordinateur. <link>Identifiez une série</link>, et sa qualité sera le premier point ici.',
    notMeasured: 'Non mesuré.',
    older: 'Séries plus anciennes',
    pageTitle: 'Qualité au fil du temps – ktyper',
    part: '{from} à {to} sur {all}',
    percent: '{percent} %',
    pictureTitle: '{label}, {instrument}',
    point: '{job}, {time}.',
    pointCalibrated: 'L’instrument a été étalonné depuis la série précédente.',
    pointFirst: 'Cette série sert aussi au calcul des limites.',
    pointNone: '{label} : non mesuré.',
    pointValue: '{label} : {value}.',
    reading: 'Lecture des analyses…',
    repeated:
      '{count, plural, one {# analyse d’une série déjà mesurée par une autre analyse n’est pas comptée de nouveau.} other {# analyses de séries déjà mesurées par d’autres analyses ne sont pas comptées de nouveau.}}',
    rowControls: 'Contrôles',
    rule10x: 'dix séries de suite sont du même côté de la moyenne',
    rule12s: 'au-delà de 2 s, avertissement',
    rule13s: 'au-delà de 3 s',
    rule22s: 'deux séries de suite sont au-delà de 2 s du même côté',
    rule41s: 'quatre séries de suite sont au-delà de 1 s du même côté',
    ruleNamed: 'Règle {rule} : {words}.',
    runsTitle: 'Séries',
    savePicture: 'Enregistrer le graphique (SVG)',
    saveTable: 'Enregistrer les séries (CSV)',
    spot: '{spot} : {failed} sur {tried} non conformes',
    spotCell: '{failed} sur {tried} non conformes',
    spotConspicuous:
      '{spot} : {failed} spectres non conformes sur {tried}, plus que le hasard ne l’explique. Examinez cet endroit de la cible.',
    spotsAbout:
      'Un spectre est non conforme s’il n’a pas été lu, s’il est vide, si son résultat est un spectre de mauvaise qualité, ou s’il dépasse une limite de qualité qui le rend non conforme.',
    spotsCaption:
      'Spectres non conformes par dépôt, sur toutes les séries de l’instrument. Un point : aucun.',
    spotsEven: 'Aucun dépôt n’est plus souvent non conforme que le hasard ne l’explique.',
    spotsTitle: 'Non-conformités par dépôt',
    spotsUnplaced: 'Dépôts qu’aucune cible usuelle ne possède, non dessinés : {count}',
    summingUp: 'Résumé des analyses : {done} sur {all}. Chaque analyse n’est résumée qu’une fois.',
    title: 'Qualité au fil du temps',
    within: 'Dans les limites.',
  },
  plate: {
    colourBy: 'Colorer par',
    colourCall: 'Résultat',
    colourQuality: 'Qualité',
    colourConfidence: 'Confiance',
    colourShift: 'Décalage d’étalonnage (ppm)',
    colourTilt: 'Pente d’étalonnage (ppm par kDa)',
    colourIntensity: 'Intensité totale (coups)',
    colourOrder: 'Ordre de mesure',
    keyWeak: 'faible',
    keyGroup: 'groupe seul',
    keyNotIdentified: 'non identifié',
    keyNotRead: 'non lu',
    keyLeftOut: 'écarté',
    keyFaint: 'Estompé : masqué par le filtre',
    keyTriangle:
      'Triangle dans le coin : pas de profil {genus} selon le modèle de marqueurs qui accompagne celui-ci.',
    keyTriangleAny:
      'Triangle dans le coin : pas de profil selon le modèle de marqueurs qui accompagne celui-ci.',
    legendName: 'Légende : {title}',
    legendNoValue: 'Aucun dépôt de cette série n’a de telle valeur.',
    legendIsCut: 'Les valeurs au-delà des extrémités en ont la couleur.',
    legendAbsentUnread:
      '{count, plural, one {# dépôt sans valeur} other {# dépôts sans valeur}} <reason>(non lu ou écarté)</reason>',
    legendAbsentUnidentified:
      '{count, plural, one {# dépôt sans valeur} other {# dépôts sans valeur}} <reason>(non identifié)</reason>',
    legendAbsentUncalibrated:
      '{count, plural, one {# dépôt sans valeur} other {# dépôts sans valeur}} <reason>(non identifié ou non lu)</reason>',
    legendAbsentUntimed:
      '{count, plural, one {# dépôt sans valeur} other {# dépôts sans valeur}} <reason>(heure inconnue)</reason>',
    save: 'Enregistrer la plaque',
    saveImage: 'Image (PNG)',
    saveImageHint: 'La plaque avec sa légende, pour un compte rendu',
    saveDrawing: 'Dessin (SVG)',
    saveDrawingHint: 'La même en formes et en texte, pour un article',
    saveFailed: 'Le navigateur n’a pas pu créer cette image.',
    pictureTitle: 'Plaque de {title}',
    pictureByCall:
      '{spots, plural, one {# dépôt} other {# dépôts}} d’une plaque de {size}, couleur : résultat',
    pictureByQuality:
      '{spots, plural, one {# dépôt} other {# dépôts}} d’une plaque de {size}, couleur : qualité',
    pictureByConfidence:
      '{spots, plural, one {# dépôt} other {# dépôts}} d’une plaque de {size}, couleur : confiance',
    pictureByShift:
      '{spots, plural, one {# dépôt} other {# dépôts}} d’une plaque de {size}, couleur : décalage d’étalonnage (ppm)',
    pictureByTilt:
      '{spots, plural, one {# dépôt} other {# dépôts}} d’une plaque de {size}, couleur : pente d’étalonnage (ppm par kDa)',
    pictureByIntensity:
      '{spots, plural, one {# dépôt} other {# dépôts}} d’une plaque de {size}, couleur : intensité totale (coups)',
    pictureByOrder:
      '{spots, plural, one {# dépôt} other {# dépôts}} d’une plaque de {size}, couleur : ordre de mesure',
    pictureMade: 'ktyper {version}. Analyse {token}',
    pictureMadeWith: 'ktyper {version}, modèle {model}. Analyse {token}',
    pointAtSpot: 'Pointez un dépôt, ou déplacez-vous jusqu’à lui avec les flèches.',
    touchSpot: 'Touchez un dépôt pour voir son échantillon.',
    pages: 'Plaques <choice>{range}</choice> <muted>sur {count}</muted>',
    pagesRange: '{from} à {to}',
    unnamed: 'Plaque {number}',
    mapName: 'Plan de plaque, {plate}',
    mapRow: 'Rangée',
    spotEmpty: 'vide',
    spotLeftOut: 'écarté',
    spotMeasured: '{count, plural, one {mesuré # fois} other {mesuré # fois}}',
    spotMeasuredDiffer:
      '{count, plural, one {mesuré # fois, les résultats diffèrent} other {mesuré # fois, les résultats diffèrent}}',
    valuePass: 'qualité conforme',
    valueWarning: 'avertissement de qualité',
    valueFail: 'qualité non conforme',
    valueShift: 'décalage d’étalonnage {value}',
    valueShiftMean: 'décalage d’étalonnage {value} (moyenne de {count})',
    valueTilt: 'pente d’étalonnage {value}',
    valueTiltMean: 'pente d’étalonnage {value} (moyenne de {count})',
    valueIntensity: 'intensité totale {value}',
    valueIntensityMean: 'intensité totale {value} (moyenne de {count})',
    valueOrder: 'mesuré en position {value}',
    noQuality: 'qualité non évaluée',
    noConfidence: 'non identifié',
    noShift: 'pas de décalage d’étalonnage',
    noTilt: 'pas de pente d’étalonnage',
    noIntensity: 'pas d’intensité totale',
    noOrder: 'heure de mesure inconnue',
    meanNumber: 'Moyenne',
    meanNumberOf: '{name}, moyenne {value} ({spots, plural, one {# dépôt} other {# dépôts}})',
    meanNumberEdge:
      'Moyenne au bord : {outer} ({outerSpots, plural, one {# dépôt} other {# dépôts}}) ; à l’intérieur : {inner} ({innerSpots, plural, one {# dépôt} other {# dépôts}}).',
    meanNumberDrift:
      'Moyenne du premier tiers mesuré : {first} ({firstSpots, plural, one {# dépôt} other {# dépôts}}) ; du dernier tiers : {last} ({lastSpots, plural, one {# dépôt} other {# dépôts}}).',
    meanPassed: 'Conformes',
    meanPassedOf: '{name}, conformes {value} ({spots, plural, one {# dépôt} other {# dépôts}})',
    meanPassedEdge:
      'Conformes au bord : {outer} ({outerSpots, plural, one {# dépôt} other {# dépôts}}) ; à l’intérieur : {inner} ({innerSpots, plural, one {# dépôt} other {# dépôts}}).',
    meanPassedDrift:
      'Conformes dans le premier tiers mesuré : {first} ({firstSpots, plural, one {# dépôt} other {# dépôts}}) ; dans le dernier tiers : {last} ({lastSpots, plural, one {# dépôt} other {# dépôts}}).',
    meanHigh: 'Confiance élevée',
    meanHighOf:
      '{name}, confiance élevée {value} ({spots, plural, one {# dépôt} other {# dépôts}})',
    meanHighEdge:
      'Confiance élevée au bord : {outer} ({outerSpots, plural, one {# dépôt} other {# dépôts}}) ; à l’intérieur : {inner} ({innerSpots, plural, one {# dépôt} other {# dépôts}}).',
    meanHighDrift:
      'Confiance élevée dans le premier tiers mesuré : {first} ({firstSpots, plural, one {# dépôt} other {# dépôts}}) ; dans le dernier tiers : {last} ({lastSpots, plural, one {# dépôt} other {# dépôts}}).',
    replicates:
      'Le résultat et la confiance sont ceux de l’échantillon auquel appartient un dépôt ; tout le reste concerne les spectres propres au dépôt.',
    unplaced:
      '{count, plural, one {# spectre n’a pas de dépôt et ne figure que dans le tableau.} other {# spectres n’ont pas de dépôt et ne figurent que dans le tableau.}}',
    dialogTitle:
      '{count, plural, one {Dépôt {spot}, mesuré # fois} other {Dépôt {spot}, mesuré # fois}}',
    dialogNumber: '{number} sur {count}',
    dialogLeftOut: '{name} : écarté',
    dialogOpen: '{name}<hidden>, {number} sur {count}</hidden>',
  },
  report: {
    absent:
      'Le modèle de cette analyse n’est plus décrit sur cet ordinateur : ses échantillons ne peuvent pas être nommés sur papier.',
    andMore: '{values} et {more} de plus',
    back: 'Retour aux résultats',
    browserNumbers:
      'Ce navigateur ne numérote pas les pages lui-même : laissez « En-têtes et pieds de page » activé dans sa fenêtre d’impression, qui écrit le nom de la série et la page sur chacune.',
    calibrants:
      '{count, plural, one {# dépôt d’étalonnage a été écarté des échantillons : {spots}.} other {# dépôts d’étalonnage ont été écartés des échantillons : {spots}.}}',
    chooseAbout:
      'Chacun est présenté avec son spectre et les parties qui décident : au plus {most} échantillons.',
    chooseAttention: 'Ceux qui demandent attention',
    chooseFind: 'Chercher un échantillon',
    chooseMore:
      '{count, plural, one {# échantillon de plus : cherchez-le.} other {# échantillons de plus : cherchez-les.}}',
    chooseOpen: 'Échantillons en détail…',
    chooseOwn: 'Ceux que je choisis',
    chooseSamples: 'Échantillons',
    chooseShow: 'Afficher ceux-ci',
    chooseTitle: 'Échantillons en détail',
    chosenCount: '{count, plural, one {# échantillon choisi} other {# échantillons choisis}}',
    chosenTooMany: 'Au plus {most} échantillons sont présentés en détail.',
    columnBy: 'Par',
    columnCall: 'Résultat',
    columnEntry: 'Entrée',
    columnMachine: 'Résultat de ktyper',
    columnPerson: 'Relecture',
    columnSamples: 'Échantillons',
    columnTime: 'Heure',
    controlsAbsent: 'Aucun des contrôles déclarés ne figure dans cette série.',
    controlsNone:
      'Aucun contrôle n’est déclaré là où ce compte rendu a été établi. Ce qui a été mesuré comme contrôle figure parmi les échantillons et n’est pas jugé.',
    controlsTitle: 'Contrôles',
    countsTitle: 'Effectifs par résultat',
    created: 'Analysée',
    date: 'Date',
    detailsChosenNone: 'Aucun échantillon n’a été choisi.',
    detailsChosenTitle: 'Échantillons choisis',
    detailsFirst:
      'Les {shown} premiers sur {count, plural, one {# échantillon} other {# échantillons}}, les plus urgents d’abord.',
    detailsNone: 'Aucun échantillon de cette série ne demande attention.',
    detailsTitle: 'Échantillons qui demandent attention',
    documentTitle: '{name} – compte rendu – ktyper',
    fromTo: 'du {from} au {to}',
    guard: 'Garde',
    kind: 'Compte rendu d’identification d’espèces par MALDI-TOF',
    kindSimulated:
      'Compte rendu d’identification d’espèces par MALDI-TOF, sur des spectres simulés',
    labAbout:
      'Ils figurent en tête de chaque compte rendu. Ils sont conservés sur cet ordinateur uniquement.',
    labAddress: 'Adresse',
    labEdit: 'Laboratoire…',
    labLogo: 'Logo',
    labLogoAbout: 'PNG ou JPEG, au plus {size} et {side} pixels de côté.',
    labLogoBytes: 'Le fichier dépasse {size}. Choisissez une image plus petite.',
    labLogoChoose: 'Choisir un logo',
    labLogoFormat:
      'Ce n’est ni un PNG ni un JPEG, quel que soit son nom, ou le fichier est endommagé. Enregistrez le logo dans l’un de ces deux formats.',
    labLogoHas: 'Un logo de {width} × {height} pixels.',
    labLogoNone: 'Aucun logo.',
    labLogoPixels: 'L’image dépasse {side} pixels de côté. Réduisez-la.',
    labLogoRemove: 'Retirer le logo',
    labName: 'Nom du laboratoire',
    labNotSaved: 'Ceci n’est pas conservé :',
    labSave: 'Enregistrer',
    labTitle: 'Le laboratoire',
    limits:
      'Un résultat compare un spectre aux taxons du modèle et à rien d’autre. Il ne dit rien de la résistance ni de la virulence. Vérifiez-le par une seconde méthode avant toute décision.',
    methodClassifier:
      'Le modèle « {model} » est un classifieur : il nomme la plus probable des classes sur lesquelles il a été entraîné, quoi qu’il voie, sauf si une garde ne trouve aucun profil.',
    methodMarkers:
      'Le modèle « {model} » cherche les masses de protéines qui découlent des génomes de chaque taxon. Chacune, trouvée ou absente, parle pour ou contre le taxon ; la première question est de savoir si le spectre ressemble à l’un d’eux.',
    methodQuality:
      'La qualité est jugée selon les limites de la version {version} ; elle ne change aucun résultat et indique ce qu’il faut mesurer de nouveau.',
    methodSpectra:
      'Les spectres en mode linéaire ont été lus tels qu’ils ont été enregistrés, lissés, corrigés de leur ligne de base, mis à l’échelle de leur courant ionique total et répartis en intervalles de {width} Da.',
    methodThresholds: '{thresholds}.',
    methodTitle: 'Méthode',
    missing:
      '{count, plural, one {La série liste # échantillon sans spectre : {names}.} other {La série liste # échantillons sans spectre : {names}.}}',
    modelChecksum: 'SHA-256 du modèle',
    more: '{more} de plus : un fichier exporté les a tous.',
    morePlates:
      '{count, plural, one {# plaque de plus n’est pas dessinée.} other {# plaques de plus ne sont pas dessinées.}}',
    noPlot: 'Le spectre n’est pas présenté.',
    noSample: 'La série ne contient aucun échantillon.',
    notReviewed: 'Cet exemplaire n’a pas de relecture : il vient de la ligne de commande.',
    none: '–',
    open: 'Compte rendu',
    openHint: 'À imprimer, à enregistrer en PDF et à signer',
    pageOf: 'Page {page} sur {pages}',
    pageTitle: 'Compte rendu de {name} – ktyper',
    performedBy: 'Réalisé par',
    placeFound: '{mz}, trouvé à {found}',
    placeNotFound: '{mz}, non trouvé',
    plateOf: 'Plaque {name}',
    plateTitle: 'Plaque',
    plotOf: 'Spectre traité ; ▼ marqueur de {taxon}, plein s’il a été trouvé.',
    plotOfTwo:
      'Spectre traité ; ▼ marqueur de {taxon}, ■ de {rival} là où les deux diffèrent ; plein s’il a été trouvé.',
    plotPlain: 'Spectre traité.',
    preparing: 'Préparation du compte rendu…',
    print: 'Imprimer ou enregistrer en PDF',
    recordTitle: 'Versions et sommes de contrôle',
    reviewFirst: 'Les {shown} premières de {count, plural, one {# entrée} other {# entrées}}.',
    reviewTitle: 'Relecture',
    reviewedBy: 'Relu par',
    run: 'Série',
    runTitle: 'Série',
    runnerUp: 'deuxième {name} {percent}',
    sampleAt: '{name}, {spot}',
    samplesTitle: 'Échantillons',
    save: 'Enregistrer en HTML',
    saved: 'Enregistré.',
    settings: 'Réglages :',
    signature: 'Signature',
    signaturesTitle: 'Signatures',
    size: 'Taille',
    sizeWords:
      '{samples, plural, one {# échantillon} other {# échantillons}}, {spectra, plural, one {# spectre} other {# spectres}} ({failed} sans lecture, {skipped, plural, one {# écarté} other {# écartés}})',
    spectraChecksum: 'SHA-256 de tous les spectres',
    spectraChecksumAbout:
      'Cette dernière est le SHA-256 de la liste des sommes de contrôle des spectres, triées, une par ligne : les exports les contiennent.',
    status: 'État',
    token: 'Jeton de l’analyse',
    unplaced:
      '{count, plural, one {# spectre n’a pas de place sur une plaque.} other {# spectres n’ont pas de place sur une plaque.}}',
    view: 'Le compte rendu tel qu’il est imprimé',
    warningsTitle: 'Avertissements',
    why: 'Pourquoi',
    writtenBy: 'Compte rendu par',
  },
  similarity: {
    absentTitle: 'Les fichiers de la série sont nécessaires',
    absent:
      'Les spectres sont comparés par tous leurs pics, qu’une analyse ne conserve pas. Ils sont relus dans les fichiers de la série.',
    alone:
      '{spectrum} ne ressemble à aucun autre spectre. Le plus proche est {other}, avec une similarité de {similarity}.',
    aloneCure:
      'Examinez sa qualité et son résultat. Mesurez de nouveau et vérifiez la pureté de la culture.',
    canvas:
      'Carte de chaleur de {count} spectres comparés deux à deux, dans l’ordre de leurs groupes. Les lignes et colonnes {from} à {to} sont affichées.',
    cell: '{a} et {b} : similarité {similarity}.',
    columnCall: 'Résultat',
    columnCluster: 'Groupe',
    columnNearest: 'Spectre le plus proche',
    columnSimilarity: 'Similarité',
    columnSpectrum: 'Spectre',
    comparing: 'Comparaison de {count, plural, one {# spectre} other {# spectres}}…',
    download: 'Télécharger',
    downloadCsv: 'La similarité de chaque paire, pour programmes',
    downloadNewick: 'Le dendrogramme, pour programmes d’arbres',
    downloadSvg: 'La carte de chaleur avec son dendrogramme, en dessin',
    failed: 'Aucun spectre de la série n’a été trouvé dans ces fichiers.',
    few: 'Il faut au moins deux spectres lisibles pour les comparer.',
    findings: 'Ce qui ressort',
    findingsMore:
      '{count, plural, one {# autre n’est pas affiché.} other {# autres ne sont pas affichés.}} Le fichier CSV contient la similarité de chaque paire.',
    findingsNone:
      'Rien ne ressort : chaque spectre est proche d’autres spectres, et de ceux de son résultat.',
    keys: 'Les flèches mènent à une autre paire, Entrée superpose les deux spectres, + et - affichent moins ou plus de spectres.',
    legend: 'Similarité',
    limits:
      'Cette page montre les espèces et les spectres atypiques. Elle ne dit pas si deux isolats sont de la même souche : au sein d’une espèce, les spectres d’un isolat se ressemblent à peine plus que ceux de deux isolats. Une parenté n’est pas une transmission.',
    list: 'Tous les spectres dans l’ordre de la carte',
    listSome: '{shown} spectres sur {count} sont affichés, ceux de la partie visible de la carte.',
    missing:
      '{count, plural, one {# spectre n’a pas été trouvé dans les fichiers de la série et n’est pas comparé.} other {# spectres n’ont pas été trouvés dans les fichiers de la série et ne sont pas comparés.}}',
    open: 'Similarité',
    openHint: 'Quels spectres se ressemblent, et lesquels ressortent',
    opening: 'Ouverture de l’analyse…',
    otherSpecies:
      '{spectrum} a pour résultat {taxon}, mais se trouve parmi des spectres de {among}. Le plus proche est {other}, avec une similarité de {similarity}.',
    otherSpeciesCure:
      'Des espèces proches peuvent se mêler. Examinez ses marqueurs décisifs, vérifiez que deux dépôts n’ont pas été intervertis et mesurez de nouveau avant de rendre le résultat.',
    overlay: 'Superposer',
    overlayOf: 'Superposer {a} et {b}',
    pageTitle: 'Similarité de {run} – ktyper',
    pair: '{a} et {b}',
    pairLabel: 'Spectre traité de {a} en haut, et de {b} en bas',
    picture: '{run} : similarité de {count} spectres',
    reading: 'Lecture des spectres : {read} sur {count}',
    replicate:
      '{spectrum} ne ressemble pas aux autres spectres de son échantillon. Le plus semblable est {other}, avec une similarité de {similarity}.',
    replicateCure:
      'Examinez les deux spectres. Si l’un d’eux est médiocre ou d’une autre espèce, refaites le dépôt.',
    signAlone: 'Ne ressemble à aucun autre',
    signOtherSpecies: 'Se place parmi une autre espèce',
    signReplicate: 'Réplicat à l’écart',
    title: 'Quels spectres se ressemblent',
    waiting:
      'L’analyse est encore en cours. Ses spectres seront comparés ici quand elle sera terminée.',
    window: 'Spectres {from} à {to} sur {count}',
    windowLess: 'Montrer moins de spectres',
    windowMore: 'Montrer plus de spectres',
  },
  cohortReport: {
    above: '{measure} : {value}, au-dessus de {limit}',
    attentionFirst:
      '{shown} sur {count} sont listées, les valeurs les plus éloignées d’abord. Les tableaux de la cohorte les ont toutes.',
    attentionNone: 'Aucune plaque n’a échoué et aucune ne s’écarte des autres.',
    attentionTitle: 'Plaques qui demandent attention',
    below: '{measure} : {value}, au-dessous de {limit}',
    bySheets: 'd’après les feuilles d’échantillons des plaques',
    callCounts: '{species} identifiés à l’espèce, {group} au groupe, {none} non identifiés',
    callsMore:
      '{calls, plural, one {# résultat de plus, de {samples} échantillons, n’est pas listé.} other {# résultats de plus, de {samples} échantillons, ne sont pas listés.}}',
    chartAxis: 'Numéro de la plaque',
    chartByTable:
      'Les plaques sont dans l’ordre du tableau, car toutes n’indiquent pas leur date d’acquisition.',
    chartByTime: 'Les plaques sont dans l’ordre de leur acquisition.',
    chartColumns:
      'Comme {count} plaques sont trop nombreuses pour être dessinées une à une, les voisines sont réunies : un trait va de leur plus petite à leur plus grande valeur.',
    chartFailed:
      '{count, plural, one {# plaque illisible n’est pas représentée.} other {# plaques illisibles ne sont pas représentées.}}',
    chartFew:
      'Ce qui est habituel se juge à partir de {least} plaques : aucune limite n’est tracée.',
    chartHigh: '+3 ET : {value}',
    chartLines:
      'Le trait plein est la médiane des plaques, les traits interrompus sont à trois écarts-types robustes (1,4826 fois la distance médiane à celle-ci ; si plus de la moitié des plaques ont la même valeur, 1,2533 fois la distance moyenne) au-dessus et au-dessous. ▲ plein : plaque au-dessus ; ▼ vide : au-dessous. Une valeur très éloignée est dessinée au bord.',
    chartLow: '−3 ET : {value}',
    chartMiddle: 'médiane : {value}',
    chartNoValue: 'Aucune plaque n’a cette valeur.',
    chartTitle: 'Qualité des plaques',
    columnCure: 'Que faire',
    columnFindings: 'Constats et problèmes',
    columnGroup: 'Groupe',
    columnNone: 'Non identifiés',
    columnNotRead: 'Sans lecture',
    columnPlace: 'N°',
    columnPlate: 'Plaque',
    columnQuality: 'Conforme / avertissement / non conforme',
    columnShare: 'Part',
    columnSpecies: 'Espèce',
    columnWhat: 'Constat',
    computedTitle: 'Versions et réglages',
    countsTitle: 'Cohorte',
    cureBetter:
      'Mieux que les autres plaques : voyez si les réglages ou la préparation étaient différents. Rien d’autre à faire.',
    cureCalibration:
      'Étalonnez l’instrument avant la prochaine série et vérifiez le dépôt d’étalonnage de cette plaque.',
    cureNotIdentified:
      'Examinez les résultats de cette plaque : espèces que le modèle ne connaît pas, ou spectres faibles. Mesurez de nouveau ceux de mauvaise qualité.',
    curePeaks:
      'Vérifiez le matériel et la matrice de cette plaque et mesurez de nouveau les dépôts pauvres en pics.',
    cureResolution: 'Vérifiez les réglages et le détecteur de l’instrument, puis étalonnez-le.',
    cureSignal:
      'Vérifiez le matériel et la matrice de cette plaque ainsi que l’énergie du laser, et mesurez de nouveau les dépôts faibles.',
    grouping: 'Échantillons constitués',
    guardNone: 'aucune',
    kind: 'Compte rendu d’une cohorte : identification d’espèces par MALDI-TOF',
    ledgerAbout:
      'Les tableaux ont été vérifiés d’après le registre de la cohorte, qui contient la somme de contrôle de chaque plaque et de ses lignes.',
    ledgerChecksum: 'SHA-256 du registre',
    markerSignal: 'Rapport signal sur bruit des marqueurs, médiane',
    noPlate: 'La cohorte n’a aucune plaque.',
    noSample: 'La cohorte n’a aucun échantillon.',
    notIdentified: 'Part des échantillons non identifiés',
    ofThem: '{count} ({more})',
    peaks: 'Pics, médiane',
    plateCounts: '{done} traitées, {failed} en échec',
    plates: 'Plaques',
    platesConspicuous:
      'Sur {count} plaques, {meant} ont échoué, ont des constats ou s’écartent des autres ; {shown} d’entre elles sont listées. Le tableau des plaques les a toutes.',
    qualityCounts:
      '{pass} conformes, {warn} avertissements, {fail} non conformes, {unrated} non évalués',
    resolution: 'Résolution, médiane',
    sentencesMore:
      '{count, plural, one {# phrase de plus est dans le tableau des plaques.} other {# phrases de plus sont dans le tableau des plaques.}}',
    shift: 'Décalage d’étalonnage, médiane (ppm)',
    spectra: 'Spectres',
    spectraCounts: '{notRead} sans lecture, {leftOut} écartés',
    stateDone: 'traitée',
    stateFailed: 'illisible',
    tilt: 'Pente d’étalonnage, médiane (ppm par 1 000 m/z)',
    watched: 'Tableaux de pics à surveiller',
  },
  compare: {
    opening: 'Ouverture des analyses…',
    pageTitle: 'Deux modèles sur {run} – ktyper',
    title: 'Deux modèles sur une même série',
    titleOneModel: 'Deux analyses d’une même série',
    download: 'Télécharger',
    downloadTsv: 'Une ligne par échantillon, pour programmes',
    downloadCsv: 'La même chose, pour tableurs',
    waiting:
      'L’une des analyses est encore en cours. La comparaison s’affichera ici quand elle sera terminée.',
    nothing:
      'L’une des analyses s’est arrêtée avant d’avoir un modèle, ou son modèle n’est pas sur cet ordinateur. Il n’y a rien à comparer.',
    noSample: 'Aucune des deux analyses n’a d’échantillon.',
    noSampleYet: 'Aucune des deux analyses n’a encore d’échantillon.',
    notOneRun:
      'Ces deux analyses n’ont aucun spectre en commun : elles ne portent pas sur la même série.',
    countsTitle: 'Concordance',
    countSame: '<strong>{count}</strong> même taxon',
    countSameGroup: '<strong>{count}</strong> même groupe',
    countBothRefuse: '<strong>{count}</strong> avec refus des deux',
    countOneRefuses: '<strong>{count}</strong> avec refus d’un seul',
    countDiffers: '<strong>{count}</strong> en désaccord',
    countUnread: '<strong>{count}</strong> sans lecture',
    countOnlyA: '<strong>{count}</strong> seulement dans A',
    countOnlyB: '<strong>{count}</strong> seulement dans B',
    hintsTitle: 'Ce que ces mots signifient',
    wordSame: 'Même taxon',
    wordSameGroup: 'Même groupe',
    wordBothRefuse: 'Refus des deux',
    wordOneRefuses: 'Refus d’un seul',
    wordDiffers: 'En désaccord',
    wordUnread: 'Non lu',
    wordOnlyA: 'Seulement dans A',
    wordOnlyB: 'Seulement dans B',
    hintSame: 'Les deux modèles donnent la même espèce, ou le même groupe.',
    hintSameGroup:
      'Un nom inclut l’autre : un groupe et l’un de ses membres, une espèce et sa sous-espèce. Les deux ne se contredisent pas.',
    hintBothRefuse: 'Aucun des deux modèles n’identifie l’échantillon.',
    hintOneRefuses: 'Un modèle identifie l’échantillon, l’autre non.',
    hintDiffers:
      'Les modèles donnent des espèces ou des groupes différents, dont aucun n’inclut l’autre.',
    hintUnread: 'Le spectre est vide ou n’a pas pu être lu.',
    hintOnlyA: 'La seconde analyse n’a pas d’échantillon de ces spectres.',
    hintOnlyB: 'La première analyse n’a pas d’échantillon de ces spectres.',
    lacking:
      '{count, plural, one {# échantillon de {job} ne montre pas de profil {genus}, selon le modèle de marqueurs qui l’accompagne.} other {# échantillons de {job} ne montrent pas de profil {genus}, selon le modèle de marqueurs qui l’accompagne.}}',
    lackingAny:
      '{count, plural, one {# échantillon de {job} ne montre pas de profil, selon le modèle de marqueurs qui l’accompagne.} other {# échantillons de {job} ne montrent pas de profil, selon le modèle de marqueurs qui l’accompagne.}}',
    matrixName: 'Résultats croisés',
    matrixCaption: 'Échantillons selon leur résultat par A (lignes) et par B (colonnes)',
    matrixCell:
      '{count, plural, one {# échantillon : {a} par A, {b} par B} other {# échantillons : {a} par A, {b} par B}}',
    matrixShow: 'Afficher ces échantillons',
    shownPair: '{a} par A, {b} par B :',
    shownSome:
      '{shown} sur {count, plural, one {# échantillon affiché} other {# échantillons affichés}}',
    shownAll: '{count, plural, one {# échantillon affiché} other {# échantillons affichés}}',
    showAll: 'Tout afficher',
    noMatch: 'Aucun échantillon ne correspond.',
    tableName: 'Échantillons par les deux modèles',
    tableSample: 'Échantillon',
    tableSpot: 'Dépôt',
    tableCallByA: 'Résultat par A',
    tableCallByB: 'Résultat par B',
    tableAgreement: 'Concordance',
    rerunTitle: 'Analyser de nouveau avec un autre modèle',
    rerunLooking: 'Recherche des fichiers de cette série…',
    rerunNoModel:
      'Aucun autre modèle n’est installé. Ajoutez-en un sur la page <models>Modèles</models>, par exemple celui que votre laboratoire utilisait auparavant, puis revenez.',
    rerunAbout:
      'Les mêmes spectres donnent une nouvelle analyse, et les deux peuvent ensuite être comparées échantillon par échantillon. Cette analyse reste telle quelle.',
    rerunModel: 'Modèle',
    rerunOwnModel: 'ajouté sur cet ordinateur',
    rerunFiles:
      'Les fichiers de cette série ne sont pas conservés sur cet ordinateur : choisissez-les à nouveau.',
    rerunSheet:
      'Les échantillons étaient regroupés par une feuille choisie à côté de la série : <file>{file}</file>. Choisissez-la à nouveau.',
    rerunSheetName: 'La feuille d’échantillons',
    rerunChooseSheet: 'Choisir la feuille d’échantillons',
    rerunStart: 'Analyser de nouveau',
    spectraPageTitle: 'Spectres de {run} – ktyper',
    spectraTitle: 'Comparer les spectres',
    spectraReading: 'Lecture : {read} sur {count, plural, one {# spectre} other {# spectres}}…',
    spectraNone:
      'Aucun échantillon n’est sélectionné. Ouvrez l’analyse, sélectionnez des échantillons avec la touche c ou dans le panneau d’un échantillon, puis choisissez Comparer les spectres.',
    spectraAbsent: 'Sans courbe',
    spectraAbsentJob: 'Une analyse qui n’est pas sur cet ordinateur',
    spectraLayout: 'Disposition',
    layoutOverlay: 'Superposés',
    layoutStacked: 'Étagés',
    layoutDifference: 'Différence',
    layoutDifferenceHint: 'Une courbe moins une autre, par intervalles de 1 Da',
    align: 'Aligner',
    alignHint:
      'Déplace chaque axe des masses par une droite, pour que les pics communs se superposent',
    alignOn:
      'Les masses de chaque courbe sont déplacées par une droite, pour que les pics qu’elle a en commun avec {curve} se superposent à ceux de {curve}. Ce qui a été retiré est indiqué à côté de chaque courbe. Les hauteurs restent.',
    alignOff:
      'Les masses sont celles mesurées, et peuvent être décalées de quelques centaines de ppm d’un spectre à l’autre.',
    alignFirst: 'Les autres sont alignées sur elle',
    alignLine: 'Alignée : {shift} ppm retirés, et {tilt} ppm par 1 000 m/z au-dessus de 6 500',
    saveAligned:
      'Les masses sont déplacées par des droites, pour que les pics communs avec {curve} se superposent.',
    alignNone: 'Non alignée : trop peu de pics en commun',
    pairFirst: 'Courbe',
    pairSecond: 'Moins',
    pairNone:
      'Une différence demande deux courbes. Sélectionnez un autre échantillon, ou choisissez la moyenne d’une espèce.',
    meanChoose: 'Moyenne de',
    meanNone: 'Sans moyenne',
    meanFull: 'Un graphique a de la place pour huit courbes. Retirez-en une d’abord.',
    meanName: 'Moyenne de {taxon}',
    meanOf: '{read} sur {count, plural, one {# échantillon} other {# échantillons}}',
    meanAbout:
      'La moyenne porte sur {read} sur {count, plural, one {# échantillon} other {# échantillons}} de cette analyse avec le résultat {taxon}, et sur {spectra, plural, one {# spectre} other {# spectres}} : de chaque échantillon, ceux dont vient son résultat. Chaque échantillon compte une fois. Les lignes pointillées sont à un écart-type d’un échantillon au-dessus et au-dessous.',
    meanAligned:
      '{rest, plural, =0 {Les spectres de la moyenne sont alignés sur le premier d’entre eux.} one {Les spectres de la moyenne sont alignés sur le premier d’entre eux. # a trop peu de pics en commun avec lui et reste tel que mesuré.} other {Les spectres de la moyenne sont alignés sur le premier d’entre eux. # ont trop peu de pics en commun avec lui et restent tels que mesurés.}}',
    meanReading: 'Lecture des échantillons de la moyenne : {read} sur {count}…',
    meanEmpty: 'Aucun échantillon avec le résultat {taxon} ne peut servir à une moyenne.',
    meanLeftOut:
      'Hors de la moyenne : {count, plural, one {# échantillon écarté} other {# échantillons écartés}}',
    meanLeftOutOne: '{sample} : {why}',
    meanLeftOutMore: 'Et {count, plural, one {# autre} other {# autres}}.',
    meanWhyWeak: 'son résultat est de confiance faible',
    meanWhyQuality: 'sa qualité est non conforme',
    meanWhyReplicates: 'ses réplicats se contredisent',
    meanWhyNotRead: 'aucun de ses spectres ne peut être lu',
    legendTitle: 'Courbes',
    legendShown: 'Afficher {curve}',
    legendRemove: 'Retirer {curve}',
    plotRole: 'graphique de spectres',
    plotOverlay: '{count, plural, one {# courbe} other {# courbes}}, m/z {from} à {to}',
    plotDifference: '{a} moins {b}, m/z {from} à {to}',
    plotReadOut: 'm/z {mz} : {values}',
    plotReadOne: '{curve} {value} ‰',
    plotAbout:
      'Chaque spectre est tracé tel que le modèle le voit : sans sa ligne de base, en part du courant ionique total par Da. Les hauteurs sont comparables.',
    plotKeys:
      'Les flèches gauche et droite déplacent, haut et bas agrandissent et réduisent les pics, plus et moins zooment, Début montre tout, Maj avec gauche et droite va de pic en pic et le lit. Les pics sont dans un tableau ci-dessous.',
    markersNone: 'Sans marqueurs',
    markersSeen:
      'Les triangles pleins sont des marqueurs de {taxon} trouvés dans {sample} ; les vides manquent.',
    peaksTitle: 'Pics des courbes',
    peaksAbout:
      'Les plus hauts pics de chaque spectre, et la hauteur de chaque courbe à cet endroit, en ‰ du courant ionique total par Da. Des pics à moins de 500 ppm n’en font qu’un.',
    peaksNone: 'Aucun pic n’a été trouvé.',
    saveFailed: 'Le navigateur n’a pas pu faire l’image.',
    saveCsv: 'Tableau des pics (CSV)',
    saveBy: 'ktyper {version}. SHA-256 des spectres : {checksums}',
    markForSpectra: 'Sélectionner pour comparer',
    markForSpectraKey: 'Sélectionne l’échantillon, pour comparer son spectre à d’autres (c)',
    markedForSpectra: 'Sélectionné pour comparer',
    markedCount:
      '{count, plural, one {# échantillon sélectionné} other {# échantillons sélectionnés}}',
    markedFull: 'Huit échantillons sont sélectionnés. On ne distinguerait pas plus de courbes.',
    markedClear: 'Tout désélectionner',
    isolatePageTitle: 'Un isolat au fil du temps – ktyper',
    isolateTitle: 'Un isolat au fil du temps',
    isolateName: 'Nom de l’isolat',
    isolateFind: 'Chercher dans toutes les analyses',
    isolateOpen: 'Au fil du temps',
    isolateListing: 'Liste des analyses de cet ordinateur…',
    isolateSearching:
      'Recherche : {searched} sur {count, plural, one {# analyse} other {# analyses}} de cet ordinateur…',
    isolateSearched:
      '{found, plural, =0 {Aucun échantillon} one {# échantillon} other {# échantillons}} de ce nom dans {count, plural, one {# analyse} other {# analyses}} de cet ordinateur. La casse et l’écriture des espaces et des accents ne comptent pas.',
    isolateSame: 'Tous les résultats concordent.',
    isolateCompatible: 'Les résultats ne se contredisent pas : un nom comprend l’autre.',
    isolateSomeRefuse:
      'Certains spectres ont été identifiés et d’autres non. Regardez la qualité de ceux qui ne l’ont pas été, et mesurez-les de nouveau après repiquage.',
    isolateAllRefuse:
      'Aucun des spectres n’a été identifié. Confirmez l’isolat par une seconde méthode.',
    isolateDiffer:
      'Les résultats diffèrent. Vérifiez sur les plaques que le nom est chaque fois celui du même isolat, comparez les spectres, repiquez l’isolat et mesurez-le de nouveau.',
    isolateNewest: 'La liste a les {count} plus récents sur {all}.',
    isolateShowOlder: 'Lister {count} de plus',
    isolateAtWork:
      '{count, plural, one {# analyse est en cours : seules ses lignes déjà écrites ont été lues.} other {# analyses sont en cours : seules leurs lignes déjà écrites ont été lues.}} Cherchez de nouveau quand tout est terminé.',
    isolateUnread: 'Non lues, ou pas en entier : {count}.',
    isolateTable: 'Échantillons de ce nom, par date',
    isolateWhen: 'Acquis',
    isolateJob: 'Analyse',
    isolateCall: 'Résultat',
    isolateConfidence: 'Confiance',
    isolateReview: 'Relecture',
    isolateSpectrum: 'Spectre',
    isolateKept: 'Conservé',
    isolateNotKept: 'Non conservé.',
    isolateCompare:
      '{count, plural, one {Afficher le spectre conservé} other {Comparer les # spectres conservés les plus récents}}',
  },
  models: {
    pageTitle: 'Modèles – ktyper',
    title: 'Modèles',
    intro:
      'Un modèle est ce qui transforme un spectre en un nom. Avant tout usage, ses fichiers sont vérifiés par leurs sommes de contrôle, et il doit répondre à un autotest par les nombres avec lesquels il a été publié. Chaque analyse garde la version et la somme de contrôle du modèle utilisé.',
    addTitle: 'Ajouter un modèle',
    addDrop: 'Relâchez pour ajouter un modèle',
    addFiles:
      '<pointer>Glissez ses fichiers ici :</pointer><touch>Choisissez ses fichiers :</touch> un paquet de modèle, le modèle scikit-learn d’un laboratoire (<code>model.bin</code> avec <code>features_selected.txt</code>), un fichier <code>.onnx</code> avec sa liste de variables, ou un tableau de masses de marqueurs. Un tableau de pics à surveiller s’ajoute ici également. Rien n’est envoyé, et rien de ce qu’un fichier demande n’est exécuté.',
    addChooseFiles: 'Choisir les fichiers du modèle',
    addFilesName: 'Fichiers du modèle',
    addChooseFolder: 'Choisir le dossier d’un paquet',
    addFolderName: 'Dossier d’un paquet de modèle',
    tableTitle: 'Comment écrire un tableau de masses de marqueurs',
    tableForm:
      'Un fichier texte avec virgules, tabulations ou points-virgules, une masse par ligne. La première ligne nomme les colonnes, dans n’importe quel ordre :',
    tableTaxon: 'nom de l’espèce, tel qu’il doit être rendu',
    tableLocus: 'nom de la protéine (S22, L31) : le même pour tous les taxons',
    tableMass: 'masse moyenne de la protéine mature avec un proton, [M+H]⁺ en Da',
    tableGenomes:
      'nombre de génomes du taxon qui portent cette masse. Avec une colonne <em>fraction</em> à côté : nombre de génomes par lesquels le taxon est connu',
    tableFraction:
      'part des génomes du taxon qui portent cette masse, de 0 à 1 ; à la place de genomes',
    tableDownload: 'Télécharger un tableau de départ',
    reading: 'Examen des fichiers…',
    readingName: 'Examen des fichiers',
    added: '<strong>{title}</strong> a été ajouté et a passé ses contrôles.',
    addedSaid: '{title} a été ajouté.',
    addedIsUsed: 'Il est utilisé pour les nouvelles analyses.',
    addedUse: 'L’utiliser pour les nouvelles analyses',
    addedList:
      '<strong>{title}</strong> a été ajoutée. Ses pics sont recherchés dans les nouvelles analyses ; ils ne changent aucun résultat.',
    addedListSaid: '{title} a été ajoutée. Ses pics sont recherchés dans les nouvelles analyses.',
    addedDone: 'Terminé',
    takenTitle: 'Ce que les fichiers ont été reconnus être',
    takenManifest: 'en-tête d’un paquet de modèle',
    takenOnnx: 'graphe ONNX',
    takenPickle: 'modèle scikit-learn',
    takenFeatures: 'liste de variables',
    takenClasses: 'noms de classes',
    takenMarkers: 'tableau de masses de marqueurs',
    takenWatch: 'tableau de pics à surveiller',
    takenOther: 'sans usage ici',
    formName: 'Le modèle à ajouter',
    formPack: 'Un paquet de modèle : <strong>{title}</strong>, {id} {version}.',
    formUnresolvedTitle: 'Ce que ce modèle ne peut pas distinguer',
    formUnresolved: 'Un spectre de l’un d’eux reçoit leurs noms ensemble, et non un seul.',
    formResolved: 'Tous ses taxons se distinguent par leurs masses.',
    formTitle: 'Titre',
    formVersion: 'Version',
    formVersionHint: 'Trois nombres séparés par des points : 1.0.0',
    formNamedFrom: 'Nomme à partir d’une probabilité de',
    formNamedFromHint:
      'De 0 à 1 ; au-dessous, il n’y a pas d’identification fiable. Avec 0, le plus probable est toujours nommé, comme dans l’application d’origine.',
    formWidth: 'Largeur des intervalles',
    formWidthChoose: 'Choisir…',
    formWidthOf: '{width} Da',
    formWidthUntold:
      'La liste de variables ne dit pas quelle est la largeur de ses intervalles, et ses bornes conviennent à chacune de celles-ci. Choisissez la largeur avec laquelle le modèle a été entraîné : avec une autre, il examinerait de mauvaises masses.',
    formWidthTold:
      'La liste de variables ne dit pas quelle est la largeur de ses intervalles, et ses bornes conviennent à chacune de celles-ci. Toutes ses bornes sont distantes d’un multiple de {width} Da. Choisissez une autre largeur si le modèle a été entraîné avec elle.',
    formClasses: 'Noms des classes, pour lesquelles le modèle a des nombres',
    formClass: 'Classe {label}',
    formClassLines: 'Noms des classes, un par ligne, dans l’ordre du modèle',
    formAdd: 'Ajouter ce modèle',
    formAdding: 'Vérification…',
    guardRun: 'L’accompagner du modèle de marqueurs',
    guardHint:
      'Un classifieur nomme l’une de ses classes quoi qu’il voie. Le modèle de marqueurs dit à côté s’il y a un profil de ses genres ; sans profil, la confiance est au mieux faible. Il n’intervient pas quand toutes les classes sont par leur nom d’autres genres.',
    guardRuns:
      'Il ne peut pas refuser par lui-même. {id} {version} dit à côté s’il y a un profil {genus} ; sans profil, sa confiance est au mieux faible.',
    guardDoesNotRun:
      'Il ne peut pas refuser par lui-même, et aucun modèle de marqueurs ne l’accompagne. {reason}',
    originHost: 'Fourni avec ce site.',
    originOwn: 'Ajouté sur cet ordinateur le {time}.',
    originOwnFrom: 'Ajouté sur cet ordinateur le {time}, depuis {files}.',
    notUsed: 'Il n’est pas utilisé, car un contrôle a échoué :',
    isDefault: 'utilisé sauf si un autre est choisi',
    actions: 'Actions pour {name}',
    isUsed: 'Utilisé pour les nouvelles analyses',
    use: 'Utiliser pour les nouvelles analyses',
    downloadPack: 'Télécharger le paquet',
    remove: 'Retirer…',
    removeAsk:
      'Retirer {name} de cet ordinateur ? Les analyses faites avec lui restent telles quelles, mais ne pourront plus être refaites avec lui.',
    removeYes: 'Le retirer',
    removeNo: 'Le conserver',
    removed: 'Le modèle a été retiré.',
    listRemoved: 'La liste a été retirée.',
    canName: 'Ce qu’il peut nommer',
    phylogroup: 'Phylogroupe',
    groupNote: 'quand ses membres ne peuvent être distingués',
    relatives:
      '{count, plural, one {# espèce apparentée qu’il ne connaît que pour l’exclure} other {# espèces apparentées qu’il ne connaît que pour les exclure}}',
    cannotSay: 'Ce qu’il ne peut pas dire',
    toCite: 'À citer',
    selfTestTitle: 'Autotest',
    selfTestPassedOn: 'Réussi le {time}, avant son ajout',
    selfTestAlways: 'Effectué à chaque ouverture du modèle',
    selfTestRunning: 'En cours…',
    selfTestPassed:
      'Réussi à l’instant : ouvert, avec les réponses attendues, en {milliseconds} ms',
    selfTestPassedSaid: 'Le modèle a réussi son autotest.',
    selfTestRun: 'L’effectuer maintenant',
    technicalTitle:
      'Détails techniques : comment il nomme, ses parties et leurs sommes de contrôle',
    technicalId: 'Identifiant et version',
    technicalKind: 'Type',
    technicalKindMarkers:
      'Modèle de marqueurs : juge d’après les masses de protéines, et montre ses indices',
    technicalKindClassifier:
      'Classifieur : un modèle entraîné, qui donne des probabilités sans indices',
    technicalNames: 'Nomme',
    technicalThresholds:
      '{from, select, none {Le plus probable est toujours nommé} other {Une espèce à partir de {species}}}{weak, select, no {} other {, faiblement au-dessous de {moderate}}}, avec une confiance élevée à partir de {high}{groups, select, no {} other {, un groupe à partir de {group}}}',
    technicalLimits: 'Limites selon',
    technicalPreprocessing: 'Prétraitement',
    technicalRecipe:
      '<recipe>{recipe}</recipe>, {count, plural, one {# intervalle de {width} Da} other {# intervalles de {width} Da}} à partir de m/z {first}',
    technicalFeatures: 'Variables',
    technicalFeaturesOf: '{count, plural, one {# de ces intervalles} other {# de ces intervalles}}',
    technicalMarkers: 'Marqueurs',
    technicalMarkersOf:
      '{loci, plural, one {# locus} other {# loci}}, {ions, plural, one {# ion} other {# ions}}',
    technicalNamesOnly: '{locus} nomme seulement, et ne compte pas pour l’acceptation.',
    technicalNameOnly: '{loci} nomment seulement, et ne comptent pas pour l’acceptation.',
    technicalGraph: 'Graphe',
    technicalGraphOf: 'ONNX, {size}',
    technicalGraphSum: 'SHA-256 du graphe',
    technicalManifestSum: 'SHA-256 du manifeste',
  },
  watch: {
    helpTitle: 'Comment écrire un tableau de pics à surveiller',
    helpForm:
      'Des pics dont un laboratoire veut être informé, celui d’une protéine plasmidique par exemple : chaque échantillon indique alors si le pic est présent, et où. Ils ne changent aucun résultat, et un pic n’est pas un test de résistance. Un fichier texte avec virgules, tabulations ou points-virgules, un pic par ligne, 200 au plus. La première ligne nomme les colonnes, dans n’importe quel ordre :',
    helpName: 'le nom du pic, chacun le sien',
    helpMz: 'm/z du pic, de 2 000 à 20 000',
    helpMass: 'à la place de mz : masse moyenne avec un proton, [M+H]⁺ en Da',
    helpCharge: '1 ou 2 ; 1 par défaut',
    helpTolerancePpm: 'l’écart admis du pic, de 50 à 3 000 ppm ; 500 par défaut',
    helpToleranceDa: 'la même chose en Da, à la place de tolerance_ppm',
    helpNote: 'texte libre',
    helpDownload: 'Télécharger un tableau de pics de départ',
    formName: 'Les pics à surveiller',
    formOf:
      '{count, plural, one {Un tableau de # pic à surveiller.} other {Un tableau de # pics à surveiller.}}',
    formTitleHint: 'Un nom pour la liste',
    formWatch: 'Surveiller ces pics',
    formKeeping: 'Enregistrement…',
    kind: 'pics à surveiller',
    origin: 'Ajoutée sur cet ordinateur le {time}, depuis <file>{file}</file>.',
    removeAsk:
      'Retirer {title} de cet ordinateur ? Les analyses qui ont recherché ses pics les gardent, avec ce qui a été trouvé.',
    lookFor: 'Rechercher ses pics dans les nouvelles analyses',
    download: 'Télécharger le tableau',
    peaks: '{count, plural, one {# pic} other {# pics}}',
    sum: 'SHA-256 du tableau',
    peaksOf: 'Pics de {title}',
    peaksName: 'Nom',
    peaksCharge: 'Charge',
    peaksTolerance: 'Tolérance',
    peaksNote: 'Remarque',
    peaksMass: 'de masse {mass} Da',
    ppm: '{ppm} ppm',
    legend: 'Pics surveillés :',
    legendFound: 'trouvé',
    legendMissing: 'recherché ici, non trouvé',
    stateFound: 'trouvé',
    stateNotFound: 'non trouvé',
    stateNotLookedFor: 'non recherché',
    lineCount: 'trouvés : {found} sur {looked}',
    lineFound: '{name} : trouvé à {mz}',
    lineFoundIn: '{name} : trouvé dans {found} sur {looked}, à {mz}',
    lineNotFound: '{name} : non trouvé',
    lineNotLookedFor: '{name} : non recherché',
    sectionTitle: 'Pics surveillés',
    sectionLists:
      'Liste : {names}. Un pic d’au moins 3 fois le bruit, dans la tolérance, compte comme trouvé. Il ne change aucun résultat, et n’est pas un test de ce qu’il représente.',
    sectionUnread: 'Les spectres de cet échantillon n’ont pas été lus : rien n’a été recherché.',
    sectionUnmoved:
      '<strong>Non réétalonné</strong> : {count, plural, one {le modèle n’a pas accepté le spectre, ou ne connaît pas d’erreur de masse ; les pics ont donc été recherchés là où le tableau les place.} other {le modèle n’a pas accepté les spectres, ou ne connaît pas d’erreur de masse ; les pics ont donc été recherchés là où le tableau les place.}}',
    sectionSomeUnmoved:
      '{count, plural, one {# spectre n’a <strong>pas été réétalonné</strong>, car le modèle ne l’a pas accepté.} other {# spectres n’ont <strong>pas été réétalonnés</strong>, car le modèle ne les a pas acceptés.}}',
    sectionEach:
      'Chaque spectre est examiné seul ; les nombres sont ceux du spectre où le pic est le plus haut.',
    sectionTable: 'Pics surveillés de cet échantillon',
    sectionName: 'Nom',
    sectionExpected: 'Attendu<below>ici à</below>',
    sectionRecalibrated: 'Réétalonné<below>trouvé à</below>',
    sectionOffBy: 'Écart',
    sectionNoise: '× bruit',
    sectionFound: 'trouvé, ±{ppm} ppm',
    sectionFoundIn: 'trouvé dans {found} sur {looked}, ±{ppm} ppm',
    sectionNotFound: 'non trouvé, ±{ppm} ppm',
    sectionNotLookedFor: 'non recherché, ±{ppm} ppm',
  },
  help: {
    pageTitle: 'Aide – ktyper',
    title: 'Aide',
    onThisPage: 'Sur cette page',
    beyondTitle: 'Au-delà d’une série',
    beyondQuality:
      '<link>La qualité au fil du temps</link> montre comment se sont passées les séries de chaque instrument, avec des limites tirées de ses propres premières séries. Le laboratoire y déclare ses contrôles. Une série dont un contrôle ou un dépôt d’étalonnage (BTS) échoue le dit en tête.',
    beyondIsolate:
      '<link>Un isolat au fil du temps</link> se retrouve par son nom dans toutes les analyses de cet ordinateur, avec son résultat de chaque fois.',
    beyondSimilarity:
      'La similarité, sur la page d’une analyse, montre quels spectres se ressemblent et lesquels se placent parmi une autre espèce que leur résultat. Elle distingue des espèces et des spectres isolés, jamais des souches.',
    beyondCompare:
      'Les spectres marqués dans le tableau d’une analyse peuvent être superposés, empilés ou soustraits l’un de l’autre.',
    howTitle: 'Comment cela fonctionne',
    howRun:
      'Vous glissez ou choisissez une série Biotyper : son dossier, ou un .zip ou .tar.gz de ce dossier. ktyper y trouve les acquisitions (<code>fid</code> à côté de <code>acqu</code>) et prend les noms et les dépôts dans <code>runInfo.json</code> quand il existe. Les dépôts d’étalonnage sont écartés. Les spectres mzML, mzXML ou texte à deux colonnes sont lus aussi, seuls ou parmi les autres : tels qu’ils ont été enregistrés, ni réduits à des pics ni traités. Un fichier de plusieurs spectres donne plusieurs lignes.',
    howSpectra:
      'Chaque spectre est lu, lissé, corrigé de sa ligne de base, mis à l’échelle et réparti en intervalles de 1 Da, comme dans l’application d’origine. Un spectre illisible devient une ligne avec sa raison ; les autres ne sont pas touchés.',
    howModel:
      'Le <link>modèle</link> recherche les masses des protéines ribosomiques, qui découlent du génome d’une espèce. Chaque protéine (locus) trouvée, ou manquante, plaide pour ou contre chaque espèce.',
    howCall:
      'De la somme résulte une identification, ou un refus. Sélectionnez une ligne pour voir quels marqueurs ont été trouvés, et où, ainsi que les probabilités de tous les taxons.',
    howSheet:
      'Une feuille d’échantillons réunit plusieurs spectres en un échantillon : ils sont moyennés et donnent un seul résultat. C’est un tableau avec les colonnes <code>spectrum_id</code> et <code>sample_id</code>, classeur Excel ou texte, dans la série, glissé avec elle ou choisi auparavant. Un spectre y est désigné par son nom sur la page, ou par son dépôt, son dossier ou son uid. Les lignes sans correspondance sont listées ; une feuille de la série à remplir se trouve sous <em>Exporter</em> dans ses résultats. Une feuille contenue dans un dossier ou une archive vaut pour son contenu ; une feuille choisie, ou posée à côté, vaut pour tous. Sans feuille, les spectres de même nom ou de dépôts voisins peuvent former un échantillon : choisissez-le sous <em>Échantillons</em> sur la première page. Les dépôts sont comptés à partir du premier de la série, ou de celui que vous saisissez ; un dépôt laissé vide compte : son groupe a un spectre de moins, ce qui est signalé.',
    callsTitle: 'Comment un résultat est rendu',
    callsIntro:
      'Les probabilités comparent les taxons du modèle entre eux et totalisent toujours 100 %, quoi qu’on ait mesuré. La première question est donc de savoir si le spectre ressemble à l’un d’eux, et la réponse peut être non.',
    callsSays: 'Le tableau indique',
    callsWhen: 'quand',
    callsRule: 'Règle',
    callsOwn:
      'Le classifieur propre à un laboratoire n’a pas de marqueurs et nomme l’une de ses classes quoi qu’il voie. Le modèle de marqueurs l’accompagne donc, et chaque ligne indique s’il y a un profil <i>Klebsiella</i>. Sinon, le nom reste et sa confiance est au mieux faible, sauf si la classe est par son nom d’un autre genre. Sur sa fiche, un modèle peut être laissé seul.',
    ruleNoSpectrumWhen: 'Le fichier est vide ou illisible ; la ligne dit pourquoi.',
    ruleOutsideWhen:
      'Le spectre ne s’étend pas de m/z {from} à {to}, ou ses points sont distants de plus de {spacing} Da.',
    rulePoorWhen:
      'Moins de {count, plural, one {# pic dépasse} other {# pics dépassent}} 5 fois le bruit.',
    ruleRelative: '{pattern} : proche d’une espèce apparentée',
    ruleRelativeWhen:
      'Le taxon au meilleur score est de ceux que le modèle ne connaît que pour les exclure, et il convient : il a un score de {score} ou plus, au moins {supported, plural, one {# locus} other {# loci}} pour lui, et au plus {contradicted} contre lui.',
    ruleNoPattern: '{pattern} : rien de connu ne convient',
    ruleNoPatternWhen:
      'Le taxon au meilleur score ne convient pas. Un taxon convient avec un score de {score} ou plus, au moins {supported, plural, one {# locus} other {# loci}} pour lui, et au plus {contradicted} contre lui. Les loci qui nomment seulement ne comptent pas.',
    ruleWeak: 'Une espèce, faible',
    ruleWeakScoreWhen:
      'Sa probabilité est d’au moins {limit}, mais le meilleur score est au-dessous de {score}, ou son propre score ou ses loci ne suffiraient pas.',
    ruleWeakWhen: 'C’est la plus probable, mais sa probabilité est au-dessous de {limit}.',
    ruleModerate: 'Une espèce, moyenne',
    ruleHigh: 'Une espèce, élevée',
    ruleSpeciesWhen: 'Sa probabilité est d’au moins {limit}.',
    ruleGroupWhen:
      'Aucune de ses espèces n’est assez probable, mais l’ensemble de ce groupe ({group}) atteint au moins {limit}.',
    ruleNoneWhen: 'Ni une espèce ni un groupe n’est assez probable.',
    qualityTitle: 'Comment la qualité est évaluée',
    qualityIntro:
      'Chaque spectre est mesuré d’après les caractéristiques associées dans la littérature à une identification juste (Cuénod et al. 2021, <link>doi:10.3389/fcimb.2021.646648</link>). La plupart des limites proviennent de 46 spectres d’une bonne plaque, car la littérature donne peu de chiffres : un avertissement indique qu’un spectre diffère de ceux-ci, un « non conforme » qu’il en est loin. La qualité ne change aucun résultat ; elle indique ce qu’il faut mesurer de nouveau, et si l’instrument a un problème.',
    qualityMeasure: 'Critère',
    qualityPasses: 'Conforme',
    qualityFrom: 'Origine',
    qualityMarkers:
      'Ce qui concerne les marqueurs n’est évalué que lorsqu’un nom est donné. Les limites, version {version}, figurent dans chaque export.',
    privacyTitle: 'Rien n’est envoyé, et comment le vérifier',
    privacyStorage:
      'Les spectres sont lus, traités et classés sur cet ordinateur. Les analyses, leurs résultats et (sauf si vous le désactivez) les fichiers de leurs séries sont conservés dans l’espace propre à ce navigateur, sous <jobs>Analyses</jobs>, jusqu’à ce que vous les supprimiez ou effaciez les données du site. Il n’y a ni comptes, ni cookies, ni statistiques.',
    privacyTools:
      'Ouvrez les outils de développement du navigateur (F12), choisissez <em>Réseau</em> et lancez une analyse : chaque requête va à l’adresse d’où vient cette page, et demande une partie de l’application, son modèle ou l’exemple. Aucune ne porte de données.',
    privacyUnplug:
      'Ou débranchez le réseau une fois la page chargée. Tout continue de fonctionner.',
    privacyPolicy:
      'Le site demande au navigateur de refuser toute connexion ailleurs (sa <code>Content-Security-Policy</code> : <code>connect-src {self}</code>), de sorte qu’une erreur du programme ne pourrait rien envoyer à un tiers non plus.',
    offlineReady: 'Cette copie est prête à fonctionner hors ligne.',
    offlineReadyNow:
      'Cette copie est prête à fonctionner hors ligne, et elle est hors ligne en ce moment.',
    offlineFailed: 'La page n’est pas installée pour un usage hors ligne : {reason}',
    offlineNotWhole:
      'La page n’est pas installée pour un usage hors ligne : ses fichiers ne sont pas arrivés tels qu’ils ont été produits, ou la place manque. Une nouvelle tentative se fait d’elle-même.',
    offlineMissing:
      '{count, plural, one {Un fichier nécessaire} other {# fichiers nécessaires}} à cette copie pour fonctionner hors ligne {count, plural, one {n’a pas pu être téléchargé tel qu’il a été produit} other {n’ont pas pu être téléchargés tels qu’ils ont été produits}}. ktyper réessaie de lui-même, et à l’ouverture de la page.',
    offlineNotYet: 'Cette copie n’est pas encore installée pour un usage hors ligne.',
    limitsTitle: 'Limites',
    limitsSpectra:
      'ktyper lit les spectres en mode linéaire tels qu’ils ont été enregistrés : dossiers Bruker flex, mzML, mzXML et texte. Ce qui a été traité ou réduit à des pics est refusé. La série d’exemple est simulée : elle montre comment la page fonctionne, et ne dit rien de la fréquence à laquelle ktyper a raison.',
    checkTitle: 'Vérifier cette installation',
    checkWhat:
      'Avant de se fier aux résultats, et après chaque mise à jour de l’application, du navigateur ou de l’ordinateur : un spectre simulé, enregistré, passe par chaque étape dans ce navigateur et ce qui en sort est comparé aux nombres enregistrés ; chaque modèle installé répond à son autotest. Cela prend quelques secondes et n’envoie rien nulle part.',
    checkAbsent:
      'La vérification n’a pas pu être chargée, quelque chose ne va donc pas : connectez-vous une fois, rechargez la page et réessayez.',
    reportTitle: 'À qui s’adresser',
    reportWhat:
      'Les problèmes se signalent à la personne qui gère ce site, avec ce que donne <em>Copier les détails pour un signalement</em> : la version, le type d’erreur et le navigateur, sans aucun nom d’échantillon.',
    reportNowhere:
      'La personne qui le gère a aussi le code source et la documentation de cette copie, à laquelle leur adresse n’a pas été indiquée.',
    reportSource: 'Code source',
    reportDocs: 'Documentation',
    reportProblem: 'Signaler un problème',
    citeTitle: 'Comment citer',
    citeWhat:
      'Indiquez la version et le modèle avec lesquels un résultat a été obtenu ; chaque export les donne. Voici ce qui fonctionne ici :',
    citation: 'ktyper {version} (build {build})',
    citationWithModel: 'ktyper {version} (build {build}), modèle {model}',
    citeModel: 'Le modèle repose sur :',
    aboutTitle: 'À propos',
    about:
      'ktyper {version}, build <build>{build}</build>. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure, sans aucune garantie. Sa licence, l’adresse de son code source et les licences de tout ce qu’il contient figurent <link>ci-dessous</link>.',
    licencesTitle: 'Licences',
    licencesFree:
      'ktyper est un logiciel libre : vous pouvez l’utiliser, le modifier et le transmettre selon la licence publique générale GNU, version 3 ou ultérieure.',
    licencesSource: 'Son code source : <link>{source}</link>.',
    licencesNoSource:
      'L’adresse du code source n’a pas été indiquée à cette copie : la personne qui gère ce site le donne à qui le demande.',
    licencesPackages:
      '{count, plural, one {Il contient le code de # paquet, sous ces licences.} other {Il contient le code de # paquets, sous ces licences.}}',
    licenceOf: 'Licence de {name}',
    licencesAbsent: 'Les licences n’ont pas pu être chargées.',
    licencesAbsentCure:
      'Connectez-vous une fois et rechargez la page ; elles figurent aussi dans le fichier licences.txt de ce site.',
  },
  check: {
    begun: 'La vérification a commencé.',
    reportName: 'Rapport de la vérification',
    running:
      '{count, plural, one {Vérification : # ligne jusqu’ici…} other {Vérification : # lignes jusqu’ici…}}',
    print: 'Imprimer',
    saveText: 'Texte',
    saveJson: 'JSON',
    again: 'Vérifier de nouveau',
    tableName: 'Ce qui a été vérifié',
    tableOutcome: 'Issue',
    tableCheck: 'Contrôle',
    tableFound: 'Constat',
    offBy: 'Écart {distance} (admis : {tolerance}).',
    factsTitle: 'Environnement de la vérification',
    factsDate: 'Date',
    signedBy: 'Vérifié par',
    signedOn: 'Date',
    signature: 'Signature',
  },
  call: {
    againstMany:
      '{fitting} loci sur {loci} concordent avec {taxon} ; {count, number} plaident contre lui, dont {shown}.',
    againstNone:
      '{fitting} loci sur {loci} concordent avec {taxon} ; aucun marqueur ne plaide contre lui.',
    againstSome:
      '{count, plural, one {{fitting} loci sur {loci} concordent avec {taxon} ; {shown} plaide contre lui.} other {{fitting} loci sur {loci} concordent avec {taxon} ; {shown} plaident contre lui.}}',
    alwaysNames: 'Un classifieur nomme l’une de ses classes quoi qu’il voie.',
    axisCoarse:
      'Les points du spectre sont distants de {spacing} Da en moyenne ; le modèle a été évalué sur des spectres à {most} Da au plus.',
    axisShort:
      'Le spectre va de m/z {first} à {last} ; le modèle a été évalué sur des spectres allant de {from} à {to}.',
    belongs: 'Appartient à {group} ({percent}).',
    belongsToGroup: 'Appartient au {group} ({percent}).',
    belowThreshold:
      'Aucune espèce n’atteint une probabilité de {species}, et aucun groupe d’espèces n’atteint {group}.',
    calledIn: '{label} ({places})',
    closestTo: 'le plus proche : {taxon}',
    closestToByLoci: 'le plus proche : {taxon} ({supported} loci sur {loci})',
    contradictNowModerate:
      'Les spectres de cet échantillon se contredisent ; la confiance est donc moyenne, et non élevée.',
    contradictNowWeak:
      'Les spectres de cet échantillon se contredisent ; la confiance est donc faible, et non moyenne.',
    contradictStaysWeak:
      'Les spectres de cet échantillon se contredisent ; la confiance reste donc faible.',
    fewPeaks:
      '{count, plural, =0 {Aucun pic ne dépasse 5 fois le bruit ; il en faut au moins {least}.} one {Seul # pic dépasse 5 fois le bruit ; il en faut au moins {least}.} other {Seuls # pics dépassent 5 fois le bruit ; il en faut au moins {least}.}}',
    guardNone:
      '{count, plural, one {Le # spectre qui a pu être évalué ne le montre pas.} other {Aucun des # spectres qui ont pu être évalués ne le montre.}} Le premier : {first}',
    guardSays:
      '{label}. Le modèle de marqueurs {model}, qui accompagne celui-ci, indique : « {reason} »',
    guardSaysSo: '{label}, selon le modèle de marqueurs {model}, qui accompagne celui-ci.',
    labelBelowThreshold: 'Pas d’identification fiable',
    labelNoPattern: 'Profil {genus} absent',
    labelNoSpectrum: 'Pas de spectre',
    labelNotJudged: 'Non évalué',
    labelNotRead: 'Non lu',
    labelOutsideScope: 'Hors du domaine où le modèle a été évalué',
    labelPoorSpectrum: 'Spectre de mauvaise qualité',
    labelWithDetail: '{label} : {detail}',
    looksLikeOutgroup:
      'Il ressemble le plus à {taxon}, que ce modèle ne connaît que pour l’exclure.',
    markerAt: '{locus} à {mz}',
    markerAtTwice: '{locus} à {mz} (2+)',
    markersAbsent:
      '{count, plural, one {{markers}, que {rival} montrerait, n’a pas été trouvé.} other {{markers}, que {rival} montrerait, n’ont pas été trouvés.}}',
    markersName:
      '{count, plural, one {Nommé par {markers}, qui le distingue de {rival}.} other {Nommé par {markers}, qui le distinguent de {rival}.}}',
    markersOfOutgroup:
      'Les marqueurs concordent avec {taxon} (score {score}, {supported} loci sur {loci} pour lui), que ce modèle ne connaît que pour l’exclure. Parmi ce qu’il nomme, {nearest} est le plus proche, avec un score de {nearestScore}.',
    markersSpeak:
      '{count, plural, one {{markers} plaide pour {taxon} et non pour {rival}.} other {{markers} plaident pour {taxon} et non pour {rival}.}}',
    noMarkerTells: 'Aucun marqueur trouvé ne distingue {taxon} de {rival}.',
    notGuarded: 'Ce modèle ne peut pas refuser, et aucun modèle de marqueurs ne l’a accompagné.',
    nothingFits:
      'Rien de ce que connaît ce modèle ne convient assez. Le plus proche est {taxon} : score {score} (il faut au moins {leastScore}), {supported} loci sur {loci} pour lui (au moins {leastSupported}), {contradicted} contre lui (au plus {mostContradicted}).',
    nothingFitsButOutgroup:
      'Rien de ce que connaît ce modèle ne convient assez. Le plus proche est {taxon}, que ce modèle ne connaît que pour l’exclure : score {score} (il faut au moins {leastScore}), {supported} loci sur {loci} pour lui (au moins {leastSupported}), {contradicted} contre lui (au plus {mostContradicted}).',
    nothingKnownFits: 'rien de connu ne convient',
    onlyName:
      '{count, plural, one {{loci} nomme seulement, et ne compte pas pour l’acceptation.} other {{loci} nomment seulement, et ne comptent pas pour l’acceptation.}}',
    patternOfSome:
      '{count, plural, one {Pris isolément, # des {of} spectres de cet échantillon ({places}) donne « {label} ». Les autres montrent le profil.} other {Pris isolément, # des {of} spectres de cet échantillon ({places}) donnent « {label} ». Les autres montrent le profil.}}',
    patternOfSomeCure:
      'Vérifiez que ces dépôts portent le même isolat, et mesurez de nouveau en cas de doute.',
    patternsNo:
      '{all, plural, one {{count} échantillon sur # ne montre pas de profil {genus}} other {{count, plural, one {# échantillon sur {all} ne montre pas de profil {genus}} other {# échantillons sur {all} ne montrent pas de profil {genus}}}}} : un nom n’y est que la plus probable des classes propres au modèle.',
    patternsNotJudged: 'Non évalués : {count}.',
    patternsYes:
      '{all, plural, one {{count} échantillon sur # montre un profil {genus}} other {{count, plural, one {# échantillon sur {all} montre un profil {genus}} other {# échantillons sur {all} montrent un profil {genus}}}}}.',
    placeOf: '{mz} ({taxa})',
    probabilityOnly: 'Le modèle donne à {taxon} une probabilité de {percent}.',
    probabilitySmall: 'La probabilité est faible : au-dessous de {limit}, le résultat est faible.',
    rankOpenSpecies: 'L’espèce est incertaine : {taxon} {percent} (il faut {limit}).',
    rankOpenSubspecies: 'La sous-espèce est incertaine : {taxon} {percent} (il faut {limit}).',
    replicatesContradict:
      'Les spectres de cet échantillon se contredisent : {calls}. Le résultat est rendu sur la moyenne.',
    replicatesContradictNamed:
      'Les spectres de cet échantillon se contredisent : {calls}. Le résultat est rendu sur la moyenne, avec une confiance moindre.',
    speakForRival:
      '{count, plural, one {{loci} plaide pour {rival}.} other {{loci} plaident pour {rival}.}}',
    tierGroup: 'Groupe ou complexe, non résolu au niveau de l’espèce',
    tierSpecies: 'Espèce',
    tierWeakSpecies: 'Espèce, faible',
    undecidedMixed:
      'Des pics de {locus} ont été trouvés pour plus d’un taxon : {found}. La culture peut être mixte, ou un pic est faible.',
    undecidedNone:
      'Aucun marqueur habituellement vu n’est resté ouvert entre {taxa} : chacun a été trouvé ou manque aussi nettement que possible.',
    undecidedNotClear: '{locus} n’était pas net. Il est attendu à {places}.',
    undecidedNotCounted: 'Trop peu de {loci}, qui nomment seulement, ont été vus pour compter.',
    undecidedNotFound: '{locus} n’a pas été trouvé. Il est attendu à {places}.',
    unseen: '{count, plural, one {{loci} n’a pas été vu.} other {{loci} n’ont pas été vus.}}',
    weakEvidence: 'Les indices sont faibles.',
  },
  job: {
    askOperatorCure: 'Informez la personne qui gère ce site.',
    askOperatorModelCure:
      'Informez la personne qui gère ce site. Ce modèle n’est pas utilisé tant que cela n’est pas corrigé.',
    choiceEmpty: 'Il n’y avait aucun fichier dans ce qui a été choisi.',
    choiceEmptyCure: 'Choisissez à nouveau la série.',
    chooseAgainCure:
      'Choisissez à nouveau les fichiers, et laissez-les à leur place pendant que ktyper travaille.',
    dropEmpty: 'Il n’y avait aucun fichier dans ce qui a été glissé.',
    dropEmptyCure:
      'Choisissez le dossier de la série, ou un .zip ou .tar.gz de ce dossier, ou des spectres mzML, mzXML ou texte.',
    droppedModel:
      '{path} est un modèle ou une partie d’un modèle, et aucun spectre ne l’accompagnait.',
    droppedModelCure: 'Ajoutez-le sur la page Modèles, puis choisissez une série.',
    droppedSheet:
      '{path} est une feuille d’échantillons, avec {rows, plural, one {# ligne} other {# lignes}} pour {samples, plural, one {# échantillon} other {# échantillons}}, et aucun spectre ne l’accompagnait.',
    droppedSheetCure: 'Utilisez-la pour la prochaine série, ou choisissez-la avec sa série.',
    droppedWatch: '{path} est un tableau de pics à surveiller, et aucun spectre ne l’accompagnait.',
    duplicate:
      'C’est le même spectre, octet pour octet, que {name} dans {path} : il compte une seule fois.',
    duplicateCure: 'Rien à faire, sauf si les deux devaient être des mesures différentes.',
    exampleAbsent: 'La série d’exemple n’a pas pu être chargée.',
    exportPartAbsent: 'Une partie de ktyper n’a pas pu être téléchargée : rien n’a été écrit.',
    fault: 'ktyper a rencontré une erreur interne et a arrêté cette analyse : {message}',
    faultCure:
      'Ce qui a été fait est conservé. Merci de le signaler avec les détails de ce message.',
    guardAbsent: 'Aucun modèle de marqueurs n’est installé avec cette copie de l’application.',
    guardLost:
      'Ce modèle ne peut pas refuser, et le modèle de marqueurs qui devait l’accompagner n’a pas pu être utilisé : des bactéries d’autres genres reçoivent donc ici des noms avec confiance. ({reason})',
    guardLostCure: 'Ensuite, relancez cette analyse.',
    guardOff: 'Cela a été désactivé pour ce modèle.',
    guardOtherGenera:
      'Ses classes sont de {genera}, et le modèle de marqueurs recherche {watched}.',
    interrupted:
      'La page a été fermée avant la fin de cette analyse. Ce qui était fait jusque-là est ici.',
    interruptedCure: 'Choisissez à nouveau le même fichier ou dossier, et elle continue.',
    lostSpectrum:
      'La partie de ktyper qui calcule les spectres s’est arrêtée sur celui-ci, deux fois. ({reason})',
    lostSpectrumCure:
      'Fermez d’autres onglets, car la mémoire est peut-être pleine, et relancez l’analyse ; ou laissez ce spectre de côté.',
    meanAsOriginal: 'Fait de la moyenne des {of} spectres, comme dans l’application d’origine.',
    meanNoneSound: 'Fait de la moyenne des {of} spectres : aucun n’est valable à lui seul.',
    meanOfSound:
      '{of, plural, one {Fait du seul spectre valable sur {all}.} other {Fait de la moyenne des # spectres valables sur {all}.}}',
    missingBoth:
      'Cette analyse n’est pas complète : il manque dans l’espace du navigateur les résultats de {lackingSamples} sur {samples, plural, one {# échantillon} other {# échantillons}}, et de {lackingSpectra} sur {spectra, plural, one {# spectre} other {# spectres}}.',
    missingCure:
      'Ne la prenez pas pour la série entière. Identifiez de nouveau la série ; les résultats présents peuvent encore être exportés.',
    missingSamples:
      'Cette analyse n’est pas complète : il manque dans l’espace du navigateur les résultats de {lackingSamples} sur {samples, plural, one {# échantillon} other {# échantillons}}.',
    missingSpectra:
      'Cette analyse n’est pas complète : il manque dans l’espace du navigateur les résultats de {lackingSpectra} sur {spectra, plural, one {# spectre} other {# spectres}}.',
    modelAbsent:
      'Le modèle {key}, avec lequel cette analyse doit se faire, n’est plus installé ici.',
    modelAbsentCure:
      'Ajoutez-le à nouveau sur la page Modèles, ou choisissez à nouveau la série, et un autre modèle.',
    modelFetch: 'Un fichier du modèle n’a pas pu être chargé : {address}.',
    modelMismatch:
      'La liste du serveur indique {listed}, mais le modèle qui s’y trouve est {found}.',
    moreFaults: '{count, plural, one {(Et # autre défaut.)} other {(Et # autres défauts.)}}',
    needsFiles:
      'La page a été fermée avant la fin de cette analyse, et ses fichiers ne sont pas sur cet ordinateur. {why}',
    needsFilesEarly: 'Ils n’étaient pas encore copiés quand la page a disparu.',
    neverRead: 'Ce spectre n’a pas pu être lu lors de l’analyse de la série.',
    neverReadCure: 'Son enregistrement dit pourquoi.',
    noModel: 'Aucun modèle n’est installé avec cette copie de l’application.',
    noSpectrum: 'Aucun spectre n’a été trouvé.',
    noSpectrumCure:
      'Utilisez un dossier Bruker flex (contenant des fichiers fid et acqu), un dossier qui le contient, ou un .zip ou .tar.gz d’un tel dossier ; ou des spectres bruts en mode profil : mzML, mzXML ou texte à deux colonnes.',
    noSpectrumHere: 'Cet échantillon n’a pas de spectre à montrer.',
    noSpectrumHereCure: 'Ouvrez son analyse, qui dit ce qu’il en est.',
    noSpectrumFile: 'Aucun de ses fichiers n’en contient.',
    otherFiles:
      '{count, plural, one {# autre fichier a été trouvé : {paths}.} other {{count} autres fichiers ont été trouvés : {paths}.}}',
    otherFilesMore:
      '{count, plural, one {# autre fichier a été trouvé : {paths} ...} other {{count} autres fichiers ont été trouvés : {paths} ...}}',
    notHere: 'Cette analyse n’est pas sur cet ordinateur.',
    notHereCure: 'Ouvrez-en ici un fichier d’analyse, ou comparez sur l’ordinateur qui la possède.',
    otherInput:
      'Ce n’est pas ce dont cette analyse a été lue. Il lui faut {wanted} ; a été choisi {chosen}.',
    otherInputCure:
      'Choisissez à nouveau la même chose, sous le même nom ; ou utilisez ce que vous avez pour une nouvelle analyse.',
    otherInputFolder: '{path} ({size}), {files, plural, one {# fichier} other {# fichiers}}',
    otherInputNothing:
      'Ce n’est pas ce dont cette analyse a été lue. Il lui faut {wanted} ; rien n’a été choisi.',
    otherInputPart: '{path} ({size})',
    partAbsent: 'Une partie de ktyper n’a pas pu être téléchargée.',
    partAbsentCure: 'Vérifiez le réseau, rechargez la page et réessayez.',
    replicatesEmpty:
      '{count, plural, one {# des {of} spectres de cet échantillon n’a pas de signal et compte comme des zéros dans sa moyenne, comme dans l’application d’origine.} other {# des {of} spectres de cet échantillon n’ont pas de signal et comptent comme des zéros dans sa moyenne, comme dans l’application d’origine.}}',
    replicatesEmptyCure: 'Mesurez de nouveau : des zéros réduisent tous les pics de la moyenne.',
    replicatesLeftOut:
      '{count, plural, one {# des {of} spectres de cet échantillon a été écarté de sa moyenne, car d’autres sont valables : {spectra}.} other {# des {of} spectres de cet échantillon ont été écartés de sa moyenne, car d’autres sont valables : {spectra}.}}',
    replicatesLeftOutCure:
      'Rien à faire s’il en reste assez ; sinon, mesurez de nouveau ces dépôts.',
    replicatesLost:
      '{count} des {of} spectres de cet échantillon n’ont pas pu être utilisés ; le résultat repose sur les autres. Le premier : {first}',
    replicatesLostCure: 'Mesurez de nouveau s’il en reste trop peu.',
    replicatesUnread:
      'Les spectres de cet échantillon n’ont pas pu être lus une seconde fois, ce qu’exigeait leur moyenne.',
    sheetNotUsed:
      '{path} est une feuille d’échantillons et n’a pas été utilisée : les échantillons ont été formés par noms ou par dépôts, comme vous l’avez choisi.',
    sheetNotUsedCure:
      'Rien à faire, sauf si c’est elle que vous vouliez : glissez alors de nouveau la série, avec des échantillons selon une feuille.',
    slowSpectrum: 'Ce spectre a pris tant de temps que son calcul a été arrêté, deux fois.',
    slowSpectrumCure:
      'Mesurez-le de nouveau. Si d’autres spectres de cette série font de même, merci de le signaler avec le fichier.',
    stoppedOften:
      'Cette analyse a été commencée {count, plural, one {# fois} other {# fois}}, et chaque fois la page s’est arrêtée avant qu’elle n’avance.',
    stoppedOftenCure:
      'Fermez d’autres onglets, car la mémoire est peut-être pleine, et laissez-la continuer ; ou supprimez-la.',
  },
  archive: {
    andMore: '{path} (et encore {count})',
    besideFid:
      '{files} se trouve à côté d’un fid : c’est lui qui a été lu, et non ce qui en a été fait.',
    besideFidCure: 'Rien à faire. Pour que l’autre fichier soit lu, glissez-le seul.',
    brokenDocument:
      '{path} : {fault} {count, plural, one {Un spectre a été lu avant cela.} other {# spectres ont été lus avant cela.}}',
    bytesMissing: 'Il manque à {path} des octets que sa table des matières compte.',
    checkExportCure: 'Vérifiez qu’il a été exporté ou copié en entier.',
    checkFileCure: 'Un spectre est bien plus petit : vérifiez ce qu’est ce fichier.',
    checkMissingCure:
      'Vérifiez que rien ne manque ; sinon, copiez-le ou téléchargez-le de nouveau.',
    checkModelCure: 'Vérifiez que c’est bien le modèle : un classifieur seul fait quelques Mo.',
    checkMovedCure: 'Vérifiez qu’il n’a pas été déplacé, et choisissez-le à nouveau.',
    checkOpenCure: 'Vérifiez que vous avez le droit de l’ouvrir, et glissez-le de nouveau.',
    chooseAgainCure: 'Choisissez-le à nouveau.',
    chooseFileCure: 'Choisissez à nouveau le fichier.',
    chooseRunCure: 'Choisissez le fichier ou le dossier dont la série a été lue, inchangé.',
    copyArchiveCure: 'Copiez ou téléchargez de nouveau l’archive.',
    copyForRestCure: 'Copiez-la ou téléchargez-la de nouveau pour le reste.',
    copyModelCure: 'Copiez-le de nouveau, en entier ; ou écrivez-le de nouveau avec joblib.dump.',
    copyOrPackArchiveCure:
      'Copiez ou téléchargez de nouveau l’archive, ou archivez de nouveau la série.',
    copyOrPackAsCure:
      'Copiez-la ou téléchargez-la de nouveau, ou archivez de nouveau la série en .zip ou .tar.gz.',
    copyOrPackCure: 'Copiez-la ou téléchargez-la de nouveau, ou archivez de nouveau la série.',
    cutOff: '{path} est tronqué : son archive n’a pas pu être lue jusqu’à la fin de ce fichier.',
    damagedEntryBroken:
      'Le fichier est endommagé dans son archive : ses données compressées sont corrompues.',
    damagedEntryChecksum:
      'Le fichier est endommagé dans son archive : ses octets ne correspondent pas à leur somme de contrôle.',
    damagedEntryCutOff:
      'Le fichier est endommagé dans son archive : l’archive se termine avant lui.',
    damagedEntryHeader: 'Le fichier est endommagé dans son archive : son en-tête n’est pas là.',
    damagedEntrySize:
      'Le fichier est endommagé dans son archive : sa taille n’est pas celle annoncée.',
    directoryDamaged: 'La table des matières de {path} est endommagée.',
    documentCount:
      '{path} annonce {declared, plural, one {# spectre} other {# spectres}}, et {found, plural, one {# a été trouvé} other {# ont été trouvés}}.',
    documentEmpty: '{path} ne contient aucun spectre.',
    documentFragments:
      '{path} contient {count, plural, one {un spectre de fragments (MS2)} other {# spectres de fragments (MS2)}}, et aucun d’ions entiers.',
    documentTooLarge:
      '{path} fait {size} ; dans une archive, un fichier de spectres peut faire {most} au plus.',
    documentTooLargeCure:
      'Décompressez l’archive et glissez le fichier lui-même, dont la taille est libre.',
    dropAloneCure: 'Vérifiez duquel il s’agit, et glissez celui-là seul.',
    dropUnreadable:
      'Le navigateur n’a pas pu ouvrir {path} : il a été déplacé ou supprimé, ou sa lecture n’est pas permise.',
    duplicatePath:
      '{place, select, drop {Les éléments glissés contiennent {path} plus d’une fois ; le premier a été lu.} other {{archive} contient {path} plus d’une fois ; le premier a été lu.}}',
    empty: '{path} est une archive sans aucun fichier.',
    emptyFile: '{path} est vide : il n’a pas un seul octet.',
    encodingUnknown: 'Le fichier indique un encodage de caractères qu’aucun navigateur ne connaît.',
    encrypted: '{path} est chiffré par un mot de passe.',
    encryptedCure: 'Décompressez l’archive avec son mot de passe et glissez le dossier.',
    entryTooLarge: '{path} fait {size} ; un fichier seul peut faire {most} au plus.',
    exportAgainCure: 'Exportez-le de nouveau.',
    exportPartsCure: 'Exportez-le en parties plus petites.',
    exportUtf8Cure: 'Exportez-le de nouveau en UTF-8.',
    fileTooLarge: 'Le fichier fait {size} ; un fichier seul peut faire {most} au plus.',
    fileUnreadable:
      'Le fichier n’a pas pu être lu : il a été modifié, déplacé ou supprimé depuis qu’il a été choisi, ou sa lecture n’est pas permise.',
    formatBtmsp:
      '{files} est un spectre principal du Biotyper (.btmsp) : des pics moyennés sur de nombreuses mesures, et non l’une d’elles.',
    formatBtmspCure: 'Utilisez les dossiers Bruker flex (fichiers fid et acqu) des mesures.',
    formatConvertCure:
      'Utilisez le dossier Bruker flex de la mesure (fichiers fid et acqu) s’il existe, ou convertissez-le en mzML avec msconvert de ProteoWizard.',
    formatD:
      '{files} est un dossier .d (Bruker timsTOF, microTOF ou Agilent), qui n’est pas un dossier flex de Biotyper et n’est pas lu ici.',
    formatImzml:
      '{files} est du imzML, imagerie par spectrométrie de masse : ce n’est pas le spectre d’un isolat, et il n’est pas lu ici.',
    formatImzmlCure:
      'Utilisez le dossier Bruker flex de la mesure (fichiers fid et acqu) s’il existe, ou faites exporter au logiciel d’imagerie des spectres isolés en mzML ou en texte.',
    formatMgf: '{files} est une liste de pics (MGF), et non un spectre tel qu’il a été enregistré.',
    formatMgfCure:
      'Utilisez le dossier Bruker flex de la mesure (fichiers fid et acqu) s’il existe, ou exportez les spectres en mode profil, en mzML ou en texte.',
    formatMicrobems:
      '{files} est un fichier de MicrobeMS (.muf, .pkf), qui contient des spectres déjà traités, ou des pics.',
    formatMicrobemsCure:
      'Utilisez ce dont il a été fait : les dossiers Bruker flex (fichiers fid et acqu), mzXML ou mzML.',
    formatMsd:
      '{files} est un document de mMass (.msd), qui garde un spectre à la façon propre de ce programme.',
    formatMsdCure:
      'Ouvrez-le dans mMass et exportez le spectre (et non la liste de pics) en texte ASCII, ou glissez le fichier dont il a été fait.',
    formatMzdata: '{files} est du mzData, le prédécesseur de mzML, qui n’est pas lu ici.',
    formatMzdataCure:
      'Convertissez-le en mzML avec FileConverter d’OpenMS, ou exportez les spectres en texte à deux colonnes.',
    formatOffice: '{files} est un document bureautique, et non une archive de spectres.',
    formatPeakList: '{files} est une liste de pics de flexAnalysis, et non un spectre.',
    formatPeakListCure:
      'Utilisez le dossier Bruker flex où elle se trouve (fichiers fid et acqu), ou exportez le spectre en texte ou en mzXML.',
    formatRaw:
      '{files} est au format RAW d’un fabricant d’instruments (Thermo ou Waters), qui n’est pas lu ici.',
    formatRun:
      '{files} est un fichier .run d’un fabricant d’instruments, que seul son propre logiciel lit.',
    formatRunCure:
      'Exportez les spectres avec le logiciel de l’instrument (Shimadzu Launchpad, par exemple) en mzXML, mzML ou texte à deux colonnes.',
    formatVendorXml:
      '{files} est du XML de Shimadzu ou de MicrobeNet, qui contient des pics ou des résultats et n’est pas lu ici.',
    formatVendorXmlCure:
      'Exportez les spectres avec le logiciel de l’instrument en mzXML, mzML ou texte à deux colonnes.',
    found:
      '{count, plural, =0 {Aucun fichier n’a été trouvé.} one {Un fichier a été trouvé.} other {# fichiers ont été trouvés.}}',
    foundBefore:
      '{count, plural, =0 {Aucun fichier n’a été trouvé avant cela.} one {Un fichier a été trouvé avant cela.} other {# fichiers ont été trouvés avant cela.}}',
    foundUntil:
      '{count, plural, =0 {Aucun fichier n’a été trouvé jusque-là.} one {Un fichier a été trouvé jusque-là.} other {# fichiers ont été trouvés jusque-là.}}',
    fragmentsLeftOut:
      '{count, plural, one {{path} contient un spectre de fragments (MS2), qui a été écarté.} other {{path} contient # spectres de fragments (MS2), qui ont été écartés.}}',
    gzipDamaged:
      '{path} est endommagé : ses données compressées ne correspondent pas à leur somme de contrôle ou s’interrompent. Tout fichier qui en vient peut être faux.',
    gzipTruncated:
      '{path} se termine trop tôt, comme après une copie ou un téléchargement interrompus.',
    insecure:
      'Cette page est arrivée en HTTP simple, où les navigateurs ne la laissent pas vérifier ses propres fichiers.',
    insecureCure: 'Ouvrez-la à son adresse https://, ou sur cet ordinateur par http://localhost.',
    joinPartsCure:
      'Réunissez les parties ou décompressez-les, et glissez le dossier ou une archive entière.',
    letGo: 'Les octets de ce fichier ont été libérés avant sa lecture.',
    letGoCure: 'Relancez l’analyse. Si cela persiste, merci de le signaler.',
    linearModeCure: 'Utilisez les spectres en mode linéaire des isolats.',
    link: '{path} est stocké comme un lien vers {target}, sans octets propres.',
    linkCure:
      'Archivez de nouveau la série avec les liens résolus (tar --dereference --hard-dereference), ou en .zip.',
    listingCancelled: 'L’établissement de la liste a été annulé.',
    longPaths:
      '{place, select, drop {{count, plural, one {Les éléments glissés contiennent un fichier dont le chemin dépasse {most} caractères, ce qu’aucun ordinateur n’admet.} other {Les éléments glissés contiennent # fichiers dont le chemin dépasse {most} caractères, ce qu’aucun ordinateur n’admet.}}} other {{count, plural, one {{archive} contient un fichier dont le chemin dépasse {most} caractères, ce qu’aucun ordinateur n’admet.} other {{archive} contient # fichiers dont le chemin dépasse {most} caractères, ce qu’aucun ordinateur n’admet.}}}} Le premier commence par {first}.',
    method: '{path} est compressé avec {method}, qui n’est pas lu ici.',
    methodCure:
      'Décompressez l’archive, et glissez le dossier ou archivez-le de nouveau en .zip ordinaire (méthode Deflate).',
    methodUnknown:
      '{path} est compressé avec une méthode inconnue ({method}), qui n’est pas lue ici.',
    modelDamaged:
      '{path} est endommagé : ses données compressées s’interrompent ou ne correspondent pas à leur somme de contrôle.',
    modelTooLarge: '{path} dépasse {most} une fois décompressé, plus que tout modèle admis ici.',
    namesGuessed:
      '{path} ne dit pas dans quel alphabet ses noms sont écrits ; ils ont été lus comme {encoding, select, cp437 {page de codes 437 (DOS)} cp850 {page de codes 850 (Europe de l’Ouest)} shift_jis {Shift-JIS (japonais)} gbk {GBK (chinois)} cp866 {page de codes 866 (cyrillique)} other {un autre alphabet}}, ce qui leur convient le mieux.',
    namesGuessedCure:
      'Rien à faire si les noms semblent justes. Sinon, archivez de nouveau la série avec un programme qui écrit en UTF-8, comme 7-Zip.',
    nested:
      '{place, select, drop {{count, plural, one {Les éléments glissés contiennent une autre archive, {inner}, qui n’a pas été ouverte.} other {Les éléments glissés contiennent # autres archives, qui n’ont pas été ouvertes. La première est {inner}.}}} other {{count, plural, one {{archive} contient une autre archive, {inner}, qui n’a pas été ouverte.} other {{archive} contient # autres archives, qui n’ont pas été ouvertes. La première est {inner}.}}}}',
    nestedCure: 'Décompressez {path} et glissez son contenu.',
    noDirectory:
      '{path} se termine avant sa table des matières, comme après une copie ou un téléchargement interrompus.',
    noSheetForModel:
      '{path} est un document {kind, select, old {d’Office antérieur à 2007 (.xls)} other {de LibreOffice (.ods)}}.',
    notArchive: '{path} porte un nom d’archive, mais ses octets n’en sont pas une.',
    otherOffice:
      '{path} est {kind, select, old {un document d’Office antérieur à 2007 (.xls)} other {un document de LibreOffice ou d’OpenOffice (.ods)}}, qui n’est pas lu ici.',
    packByItselfCure:
      'Ce qui a été listé auparavant est conservé. Archivez chaque série à part, et glissez-la.',
    packFromSourceCure: 'Archivez de nouveau la série depuis sa source.',
    packReadCure:
      'Ce qui a été lu auparavant est conservé. Archivez chaque série à part, et glissez-la.',
    packRunCure: 'Archivez de nouveau la série et glissez-la.',
    partsJoined:
      '{paths} sont des parties d’un même téléchargement et ont été lues comme une seule série.',
    partsJoinedCure: 'Rien à faire. S’il s’agit de plusieurs séries, glissez chacune à part.',
    processedOnly:
      '{path} est un spectre que flexAnalysis a traité ; le fid, qui est le spectre tel qu’il a été enregistré, n’est pas là.',
    processedOnlyCure:
      'Copiez depuis l’instrument le dossier entier du spectre, avec ses fid et acqu.',
    readingCancelled: 'La lecture a été annulée.',
    refused7z: '{path} est une archive 7-Zip, qui n’est pas lue ici.',
    refusedBzip2: '{path} est compressé avec bzip2, qui n’est pas lu ici.',
    refusedRar: '{path} est une archive RAR, qui n’est pas lue ici.',
    refusedXz: '{path} est compressé avec xz, qui n’est pas lu ici.',
    refusedZipEmpty: '{path} est une archive zip sans contenu.',
    refusedZipPart: '{path} est une partie d’une archive zip répartie sur plusieurs fichiers.',
    refusedZstd: '{path} est compressé avec Zstandard, qui n’est pas lu ici.',
    repackCure:
      'Décompressez-la, et glissez le dossier ou archivez-le de nouveau en .zip ou .tar.gz.',
    saveSheetAsTextCure:
      'Si c’est la feuille d’échantillons, enregistrez-la en texte avec tabulations, sous le nom sample_sheet.tsv, et glissez-la avec la série.',
    saveSheetCure:
      'Si c’est la feuille d’échantillons, enregistrez-la comme classeur Excel (.xlsx) ou en texte avec tabulations, et glissez-la avec la série.',
    saveTableCure:
      'Enregistrez le tableau comme classeur Excel (.xlsx) ou en texte avec tabulations ou points-virgules, et donnez ce fichier.',
    saved:
      '{count, plural, =0 {Rien n’a pu en être récupéré.} one {Un fichier a pu en être récupéré.} other {# fichiers ont pu en être récupérés.}}',
    sharedBytes:
      '{path} partage ses octets avec un autre fichier de l’archive, ce que ne fait aucun programme ordinaire.',
    sharedBytesCure:
      'L’archive est endommagée ou conçue pour tromper : archivez de nouveau la série depuis sa source.',
    sheetNotUsed:
      '{path} est une feuille d’échantillons, ou un classeur qui peut en être une, et n’a pas été utilisé : une autre feuille a été choisie.',
    sheetNotUsedCure:
      'Rien à faire, sauf si c’est celle que vous vouliez : glissez alors la série sans choisir de feuille.',
    sheetUnreadable: '{path} n’a pas pu être ouvert.',
    sparse: '{path} est stocké comme fichier creux (sparse), qui n’est pas lu ici.',
    sparseCure: 'Archivez de nouveau la série sans --sparse, ou en .zip.',
    spectrumNotFound: 'Ce spectre n’est pas parmi les fichiers : aucun n’a les mêmes octets.',
    spreadsheet:
      '{place, select, drop {Ce qui a été glissé est un tableur ou un autre document bureautique, et non une archive de spectres.} other {{archive} est un tableur ou un autre document bureautique, et non une archive de spectres.}}',
    tarDamaged:
      '{path} est endommagé : {blocks} de ses blocs ne sont ni un en-tête ni les données d’un fichier, et des fichiers peuvent manquer.',
    tarNoEnd: '{path} n’a pas de marque de fin : il a pu être interrompu juste après un fichier.',
    tarTruncated:
      '{path} se termine au milieu d’un fichier, comme après une copie ou un téléchargement interrompus.',
    tooManyBytes:
      '{archive} contient plus de {most} à décompresser, le maximum qui est lu en une fois.',
    tooManyFiles:
      '{place, select, drop {Les éléments glissés contiennent plus de {most, number} fichiers, le maximum qui est listé en une fois.} other {{archive} contient plus de {most, number} fichiers, le maximum qui est listé en une fois.}}',
    tooManySpectra:
      'Il contient plus de {most, number} spectres, le maximum qui est pris d’un fichier.',
    trustedUnpackCure:
      'Ce qui a été lu auparavant est conservé. Si vous faites confiance à l’archive, décompressez-la et glissez le dossier.',
    twoSizes: '{path} a deux tailles différentes dans l’archive, {compressed} et {size} octets.',
    unpacksTooFar:
      '{archive} se décompresse en plus de {ratio} fois sa taille, ce que ne fait aucune archive de spectres.',
    unread: 'Ses octets n’ont pas pu être lus.',
    unreadable:
      '{path} n’a pas pu être lu : il a été modifié, déplacé ou supprimé depuis qu’il a été choisi, ou sa lecture n’est pas permise.',
    unreadableFiles:
      '{place, select, drop {Les éléments glissés contiennent {count} fichiers qui ne peuvent pas être lus.} other {{archive} contient {count} fichiers qui ne peuvent pas être lus.}} Le premier : {first}',
    workbookTooLarge: '{path} fait {size} octets, trop pour un classeur qui est lu.',
    zipLastPart: '{path} est la dernière partie d’une archive zip répartie sur plusieurs fichiers.',
  },
  watchTable: {
    bothPlaces: 'un m/z et une masse sont donnés tous les deux.',
    bothPlacesCure:
      'Donnez l’un des deux : un m/z tel qu’il est mesuré, ou la masse [M+H]+ avec la charge.',
    bothTolerances: 'Le tableau a une tolérance en ppm et une en Da.',
    bothTolerancesCure: 'Gardez une seule des deux colonnes.',
    cells: 'il y a {count, number} cellules, mais la première ligne nomme {headings} colonnes.',
    cellsCure:
      'Séparez les colonnes par des points-virgules quand les nombres ont une virgule décimale, et mettez entre guillemets le texte qui contient le séparateur.',
    charge: 'la charge « {text} » n’est ni 1 ni 2.',
    chargeCure: 'Écrivez 1 ou 2, ou laissez la cellule vide pour 1.',
    columnsUnused:
      '{count, plural, one {La colonne {columns} n’est pas utilisée.} other {Les colonnes {columns} ne sont pas utilisées.}}',
    columnsUnusedMore: 'Les colonnes {columns} et {more} autres ne sont pas utilisées.',
    columnTwice: 'Les en-têtes « {first} » et « {second} » nomment deux fois une même colonne.',
    columnTwiceCure: 'Supprimez l’une des deux.',
    empty: 'Le tableau de pics à surveiller n’a aucune ligne.',
    emptyBelow: 'Le tableau de pics à surveiller a un en-tête et aucun pic.',
    example:
      'Écrivez un tableau avec les colonnes name et mz (ou mass, la masse [M+H]+ en Da), et au besoin charge, tolerance_ppm ou tolerance_da, et note, séparées par des virgules, des points-virgules ou des tabulations.',
    mass: 'la masse « {text} » n’est pas un nombre.',
    massOutside: 'la masse {mass} donne le m/z {mz}, qui n’est pas compris entre {from} et {to}.',
    mz: 'le m/z « {text} » n’est pas un nombre.',
    mzCure:
      'Écrivez des chiffres avec un point, ou avec une virgule quand des points-virgules ou des tabulations séparent ; sans séparateur de milliers ni unité.',
    mzMissing: 'le m/z manque.',
    mzMissingCure: 'Donnez le m/z, ou la masse [M+H]+ dans une colonne mass.',
    mzOutside: 'le m/z est {mz}, qui n’est pas compris entre {from} et {to}.',
    mzOutsideCure:
      'Supprimez ce pic, ou corrigez son nombre ; une virgule est lue comme virgule décimale.',
    name: 'le nom contient un saut de ligne ou un autre caractère non imprimable.',
    nameCure:
      'Saisissez de nouveau le nom, en lettres, chiffres et signes ; vérifiez qu’aucun guillemet ne manque.',
    nameLong: 'le nom a plus de {most} caractères.',
    nameLongCure: 'Donnez un nom plus court, et mettez le reste dans la colonne note.',
    nameMissing: 'le nom manque.',
    nameMissingCure: 'Donnez à chaque pic un nom propre.',
    nameTwice: 'le nom « {name} » figure déjà à la ligne {before}.',
    nameTwiceCure:
      'Donnez à chaque pic un nom propre ; pour une protéine à deux charges, par exemple « nom 2+ ».',
    noName: 'La première ligne du tableau ne nomme pas la colonne name.',
    noPlace: 'La première ligne du tableau ne nomme ni une colonne mz ni une colonne mass.',
    note: 'la remarque a plus de {most} caractères, ou un caractère non imprimable.',
    noteCure: 'Raccourcissez la remarque, ou saisissez-la de nouveau sans caractères de commande.',
    sizeBytesCure:
      'Vérifiez ce qu’est ce fichier : un tableau a au plus {most} pics, un par ligne.',
    sizePeaks: 'Le tableau a plus de {most} pics.',
    sizePeaksCure:
      'Divisez-le en plusieurs tableaux : plusieurs peuvent être surveillés à la fois.',
    tolerance: 'la tolérance « {text} » n’est pas un nombre.',
    toleranceCure:
      'Écrivez un nombre de {unit} sans son unité, ou laissez la cellule vide pour {usual} ppm.',
    toleranceOutside: 'la tolérance de {value} ppm n’est pas comprise entre {from} et {to} ppm.',
    toleranceOutsideCure:
      'Écrivez une tolérance dans ces limites, ou laissez la cellule vide pour {usual} ppm.',
    toleranceOutsideDa:
      'la tolérance de {value} Da ({ppm} ppm à ce m/z) n’est pas comprise entre {from} et {to} ppm.',
  },
  step: {
    afterContradiction:
      'Vérifiez que tous ses dépôts portent un seul isolat et qu’il est pur : isolez des colonies par stries, et mesurez de nouveau l’une d’elles avant de vous fier à ce résultat.',
    againBeforeUse: 'Mesurez de nouveau avant d’utiliser ce nom.',
    againFailed: 'Mesurez de nouveau, car la qualité est non conforme.',
    againOrOther: 'Mesurez de nouveau ; si le résultat reste le même, utilisez une autre méthode.',
    againPoor: 'Mesurez de nouveau, car le spectre est de mauvaise qualité.',
    confirmGenus: 'Confirmez le genre par une autre méthode avant d’utiliser ce nom.',
    measureScope:
      'Mesurez de nouveau le dépôt avec la méthode pour bactéries (environ m/z 2 000 à 20 000), ou exportez le spectre avec tous ses points.',
    nothing: 'Il n’y a rien à faire.',
    otherMethod:
      'Identifiez-le par une autre méthode. Si une espèce de ce modèle était attendue, recherchez une contamination et recommencez à partir d’une colonie fraîche.',
    poorAgain:
      'Mesurez de nouveau ce dépôt. S’il reste mauvais, refaites un dépôt, en étalant en couche mince une colonie jeune.',
    reSpot: 'Refaites le dépôt de l’isolat et mesurez de nouveau.',
    repeatAsBefore: 'Recommencez à partir du même dépôt ou d’une colonie fraîche.',
    whenGroupMatters:
      'Si l’espèce importe, recommencez à partir d’une colonie fraîche ; si elle reste ouverte, utilisez une autre méthode.',
    whenSpeciesMatters:
      'Si l’espèce importe, répétez la mesure ou confirmez-la par une autre méthode.',
  },
  measure: {
    atLeast: 'au moins {warn}',
    atLeastFails: 'au moins {warn}, non conforme au-dessous de {fail}',
    atMost: 'au plus {warn}',
    atMostFails: 'au plus {warn}, non conforme au-dessus de {fail}',
    atMostOff: 'écart d’au plus {warn}',
    atMostOffFails: 'écart d’au plus {warn}, non conforme au-delà de {fail}',
    cureCalibrate: 'Étalonnez l’instrument avant la prochaine série.',
    cureLessLaser: 'Mesurez avec une puissance laser moindre, ou faites un dépôt plus mince.',
    cureMoreShots:
      'Vérifiez la matrice et le matériel du dépôt, puis mesurez de nouveau avec plus de tirs laser.',
    cureReplicates: 'Voyez ce que chacun indique, et mesurez de nouveau là où ils se contredisent.',
    cureResolution:
      'Mesurez avec une puissance laser moindre et faites un dépôt plus mince ; si tous les spectres sont ainsi, faites vérifier l’instrument.',
    cureYoungColony:
      'Prenez une colonie jeune, faites un dépôt mince et recouvrez-le d’acide formique, puis mesurez de nouveau.',
    held: '{label} : {value} ({limits}).',
    largestPeakMz: 'Plus grand m/z avec un pic',
    largestPeakMzFault: 'Les pics s’arrêtent tôt.',
    largestPeakMzNone: 'aucun',
    markerSignalToNoise: 'Marqueurs, rapport signal/bruit médian',
    markerSignalToNoiseFault: 'Les marqueurs dépassent à peine le bruit.',
    markersFound: 'Marqueurs trouvés',
    markersFoundFault:
      'Seuls quelques marqueurs de l’espèce qui convient le mieux ont été nettement détectés.',
    medianSignalToNoise: 'Rapport signal/bruit médian',
    medianSignalToNoiseFault: 'Même les pics qui comptent dépassent à peine 5 fois le bruit.',
    noiseShare: 'Bruit',
    noiseShareFault: 'Presque tout le signal est du bruit.',
    peaks: 'Pics',
    peaksAbove10kDa: 'Pics au-dessus de 10 kDa',
    peaksAbove10kDaFault: 'Les grandes protéines manquent.',
    peaksFault: 'Peu de pics dépassent 5 fois le bruit.',
    ppm: '{value} ppm',
    ppmPerKda: '{value} ppm par kDa',
    replicateAgreement: 'Réplicats concordants',
    replicateAgreementFault:
      'Les spectres de l’échantillon ne donnent pas tous le résultat de l’échantillon.',
    replicateAgreementLimits: 'tous ; non conforme s’ils se contredisent',
    residualPpm: 'Erreur de masse restante',
    residualPpmFault:
      'Les masses des marqueurs ne concordent pas, même une fois retiré l’écart de tout le spectre.',
    resolution: 'Résolution',
    resolutionFault: 'Les pics des marqueurs sont larges.',
    saturatedPoints: 'Points saturés',
    saturatedPointsFault: 'Les pics les plus hauts sont coupés au plafond du numériseur.',
    shiftPpm: 'Décalage d’étalonnage',
    shiftPpmFault: 'Toutes les masses du spectre sont décalées. Le résultat en tient compte.',
    tiltPpmPerKda: 'Pente d’étalonnage',
    tiltPpmPerKdaFault:
      'Les masses s’écartent d’autant plus qu’elles sont élevées, ou basses. Le résultat en tient compte.',
    totalIntensity: 'Intensité totale',
    totalIntensityFault: 'Le détecteur a peu compté.',
  },
  run: {
    broad:
      'Les pics de cette série sont larges : la résolution médiane est de {resolution}, on attend au moins {least}.',
    broadCure:
      'Mesurez avec une puissance laser moindre et faites un dépôt plus mince ; si cela n’aide pas, faites vérifier l’instrument.',
    contradict:
      '{count, plural, one {Les spectres de # échantillon se contredisent.} other {Les spectres de # échantillons se contredisent.}}',
    contradictCure: 'Voyez la colonne Réplicats, et mesurez de nouveau ces échantillons.',
    driftCureBoth:
      'Étalonnez avant la prochaine série. Les résultats de cette série tiennent compte des deux.',
    driftCureShift:
      'Étalonnez avant la prochaine série. Les résultats de cette série tiennent compte du décalage.',
    driftOf:
      '{extent, select, all {Tous les spectres de {of} s’écartent de {error} : l’étalonnage de l’instrument a dérivé.} other {La plupart des spectres de {of} s’écartent de {error} : l’étalonnage de l’instrument a dérivé.}}',
    errorBoth:
      'environ {shift} ppm à m/z 6 500 et d’environ {tilt} ppm de plus par tranche de 1 000 m/z (au-delà de {limit}, ou de {tiltLimit}, c’est douteux)',
    errorShift: 'environ {shift} ppm (au-delà de {limit}, c’est douteux)',
    ofInstrument: 'l’instrument {instrument}',
    ofRun: 'cette série',
    saturated:
      'Dans {count} spectres sur {all} de cette série, les pics les plus hauts sont coupés au plafond du numériseur.',
    weak: '{count} spectres sur {all} de cette série sont faibles : peu de pics, peu de marqueurs ou peu de signal.',
    weakCure:
      'Voyez comment la cible a été préparée : colonies jeunes, peu de matériel, acide formique, matrice fraîche.',
    weakEmpty:
      '{count} spectres sur {all} de cette série sont faibles ({empty} d’entre eux sans aucun signal) : peu de pics, peu de marqueurs ou peu de signal.',
  },
  control: {
    at: '{name} ({spot})',
    calibrantCure:
      'Déposez de l’étalon frais sur la cible, étalonnez, puis mesurez de nouveau la série avant d’utiliser ses résultats.',
    calibrantFew:
      'Le dépôt d’étalonnage {name} montre {found} des {of} masses connues ; il en faut au moins {least}.',
    calibrantOff:
      'Le dépôt d’étalonnage {name} montre {found} des {of} masses connues, avec un écart de {shift} ppm ; {limit} ppm sont admis dans un sens comme dans l’autre.',
    calibrantRight:
      'Le dépôt d’étalonnage {name} montre {found} des {of} masses connues, avec un écart de {shift} ppm.',
    calibrantUnread: 'Le dépôt d’étalonnage {name} n’a pas pu être lu.',
    cure: 'Mesurez le contrôle de nouveau avant d’utiliser les résultats de la série.',
    open: 'Le contrôle {name} a pour résultat {call}, ce qui ne dit pas s’il s’agit de {expects}.',
    other: 'Le contrôle {name} a pour résultat {call} alors que {expects} est déclaré.',
    otherNothing:
      'Le contrôle {name} a pour résultat {call} alors que rien ne devait être identifié.',
    right: 'Le contrôle {name} a pour résultat {call}, comme déclaré.',
    rightNothing: 'Le contrôle {name} n’a pas été identifié, comme déclaré.',
    unread: 'Le contrôle {name} n’a pas pu être lu alors que {expects} est déclaré.',
    unreadNothing: 'Le contrôle {name} n’a pas pu être lu ; rien ne devait être identifié.',
  },
  acquisition: {
    acquAbsent:
      'À côté de ce fid il n’y a ni acqu ni acqus : ses masses ne peuvent pas être calculées.',
    acquAbsentCure: 'Copiez depuis l’instrument le dossier entier du spectre, et non le fid seul.',
    acquFieldsCure:
      'Copiez de nouveau le spectre depuis l’instrument ; si acqu y est identique, exportez-le de nouveau avec flexAnalysis ou laissez-le de côté.',
    acquLacks: 'Il manque au fichier de paramètres acqu : {fields}.',
    acquLarge:
      'Le fichier de paramètres acqu dépasse 1 Mo, cinquante fois ce qu’écrit un instrument, et n’a pas été lu.',
    acquLargeCure: 'Copiez de nouveau le spectre depuis l’instrument, ou laissez-le de côté.',
    acquNotAboveZero:
      '{place, select, first {Le fichier de paramètres acqu a {field}= {text}, qui n’est pas un nombre supérieur à 0.} other {Il a aussi {field}= {text}, qui n’est pas un nombre supérieur à 0.}}',
    acquNotNumber:
      '{place, select, first {Le fichier de paramètres acqu a {field}= {text}, qui n’est pas un nombre.} other {Il a aussi {field}= {text}, qui n’est pas un nombre.}}',
    acquNotWhole:
      '{place, select, first {Le fichier de paramètres acqu a {field}= {text}, qui n’est pas un nombre entier.} other {Il a aussi {field}= {text}, qui n’est pas un nombre entier.}}',
    acquNotWholeAboveZero:
      '{place, select, first {Le fichier de paramètres acqu a {field}= {text}, qui n’est pas un nombre entier supérieur à 0.} other {Il a aussi {field}= {text}, qui n’est pas un nombre entier supérieur à 0.}}',
    beforeMassZero:
      '{count, plural, one {L’acquisition commence avant la masse zéro : # de ses {points, number} points, où aucun ion ne peut arriver, a été écarté.} other {L’acquisition commence avant la masse zéro : # de ses {points, number} points, où aucun ion ne peut arriver, ont été écartés.}}',
    beforeMassZeroCure: 'Rien à faire : les autres ont été utilisés.',
    calibrationSpot: 'C’est un dépôt d’étalonnage, et non un échantillon : il a été écarté.',
    calibrationSpotContext:
      'C’est un dépôt d’étalonnage (contexte {context}), et non un échantillon : il a été écarté.',
    calibrationSpotCure:
      'Rien à faire. S’il s’agit malgré tout d’un échantillon, donnez à son dossier un autre nom que BTS ou Autocalibration et glissez-le sans runInfo.json.',
    checkFile: 'Vérifiez ce qu’est ce fichier, ou laissez-le de côté.',
    coarse:
      'Près de m/z {mz}, les points sont distants de {step} Da ; {widest} Da est le plus large qui puisse être évalué.',
    coarseCure:
      'Utilisez le spectre tel que l’instrument l’a enregistré : ni liste de pics, ni rééchantillonné.',
    copyAgain: 'Copiez de nouveau le spectre depuis l’instrument.',
    covers:
      'Le spectre couvre m/z {first} à {last} ; il faut un spectre de cellules entières de 2 000 à 20 000.',
    coversCure:
      'Mesurez avec une méthode en mode linéaire de 2 000 à 20 000 Da, comme MBT_FC ; si le fichier a été tronqué pendant la copie, copiez-le de nouveau.',
    coversNothing:
      'Le spectre ne couvre rien ; il faut un spectre de cellules entières de 2 000 à 20 000.',
    cubicCure:
      'Étalonnez avec la méthode quadratique dans flexAnalysis, enregistrez le spectre et copiez-le de nouveau.',
    cubicEmpty:
      'Ce spectre a un étalonnage cubique (NTBCal= {mark}) qui n’a pas pu être lu : il n’a pas de nombres là où il en faudrait {needed}.',
    cubicMl1:
      'L’étalonnage cubique de ce spectre (NTBCal= {mark}) a ML1= {ml1}, qui n’est pas un nombre supérieur à 0.',
    cubicUnreadable:
      'Ce spectre a un étalonnage cubique (NTBCal= {mark}) qui n’a pas pu être lu : il a « {found} » là où il faudrait {needed} nombres.',
    cubicUsed:
      'Les masses viennent de l’étalonnage cubique de NTBCal (terme cubique {cubic}, décalage {offset}), et non de ML1 à ML3. Bruker n’en publie pas la formule : elle est utilisée comme le fait readBrukerFlexData.',
    cubicUsedCure:
      'Rien à faire tant que le décalage de masse du spectre est petit. Sinon, étalonnez avec la méthode quadratique dans flexAnalysis et enregistrez de nouveau le spectre.',
    exportAgain:
      'Exportez de nouveau le spectre depuis l’instrument, ou laissez ce fichier de côté.',
    fidAbsent: 'Ce dossier a un acqu mais pas de fid : les intensités manquent.',
    fidAbsentCure:
      'Copiez de nouveau depuis l’instrument le dossier entier du spectre, avec son fid : ce que flexAnalysis en a fait (1r dans pdata) ne le remplace pas.',
    fidEmpty: 'Le fichier d’intensités fid est vide.',
    fidLength:
      'Le fichier d’intensités fid fait {bytes, number} octets, ce qui n’est pas un multiple de 4 : il a été tronqué ou n’est pas un fid.',
    fidLong:
      'Le fid contient {held, number} points, plus que les {points, number} (TD) annoncés par acqu ; le reste a été écarté.',
    fidLongCure: 'Vérifiez que fid et acqu appartiennent au même spectre.',
    fidShort:
      'Le fid contient {held, number} des {points, number} points (TD) annoncés par acqu ; ceux qui s’y trouvent ont été utilisés.',
    fidShortCure: 'Copiez de nouveau le spectre depuis l’instrument si sa fin importe.',
    fidSize:
      'Le fichier d’intensités fid a {points, number} points, mais un spectre de cellules entières en a environ 20 000 ; {most} est le maximum qui est lu.',
    fidZero:
      'Aucun des {points, number} points du fichier d’intensités fid n’est supérieur à zéro.',
    lengths: 'Le spectre a {mz, number} valeurs de m/z mais {intensity, number} intensités.',
    lift: 'C’est un spectre LIFT (MS/MS) d’un seul précurseur, et non un spectre de cellules entières.',
    measureLinear:
      'Mesurez le dépôt en mode linéaire, de 2 000 à 20 000 Da, et glissez cette série.',
    mzAscent:
      'Les valeurs de m/z ne sont pas croissantes : le point {point} est {here}, le précédent {previous}.',
    namedByPathCure: 'Rien à faire, sauf si une feuille d’échantillons nomme ce spectre autrement.',
    negative:
      '{count, plural, one {# des {points, number} intensités était négative et compte comme 0.} other {# des {points, number} intensités étaient négatives et comptent comme 0.}}',
    negativeCure:
      'Rien à faire pour quelques-unes ; si elles sont nombreuses, vérifiez le détecteur et l’ordre des octets (BYTORDA).',
    negativeIons:
      'Ce spectre a été mesuré en mode d’ions négatifs ({field} dans acqu) ; les espèces ne se distinguent que sur des spectres d’ions positifs.',
    negativeIonsCure:
      'Mesurez le dépôt avec des ions positifs en mode linéaire, de 2 000 à 20 000 Da, et glissez cette série.',
    noCount: 'L’intensité à m/z {mz} est {counts}, qui n’est pas un nombre de coups.',
    noMass:
      'L’étalonnage ML1= {ml1}, ML2= {ml2}, ML3= {ml3} ne donne pas de masse à {time} ns (DELAY= {delay}, DW= {dwell}, point {point, number} sur {points, number}) : la racine est négative ou non croissante.',
    noMassCubic:
      'L’étalonnage ML1= {ml1}, ML2= {ml2}, ML3= {ml3}, terme cubique {cubic}, décalage {offset} ne donne pas de masse à {time} ns (DELAY= {delay}, DW= {dwell}, point {point, number} sur {points, number}) : la racine est négative ou non croissante.',
    noMassCure:
      'Étalonnez le spectre dans flexAnalysis avec la méthode quadratique, enregistrez-le et copiez-le de nouveau.',
    noSpectrum: 'Pas de spectre : {why}',
    noSpectrumCure:
      'L’instrument n’a rien enregistré sur ce dépôt. Refaites le dépôt de l’isolat et mesurez de nouveau.',
    reflector:
      'Ce spectre a été mesuré en mode réflecteur ; les espèces ne se distinguent que sur des spectres en mode linéaire.',
    runInfo:
      'Les informations de série runInfo.json n’ont pas pu être lues : ce n’est pas un objet JSON avec une liste d’Analytes.',
    runInfoCure:
      'Les spectres portent à la place le nom de leur dossier. Copiez de nouveau la série s’il vous faut les noms.',
    spotByPath: 'Il manque PATCHNO et SPOTNO à acqu ; le dossier nomme le dépôt : {spot}.',
    spotUnknown:
      'Il manque PATCHNO et SPOTNO à acqu et aucun dossier ne porte le nom d’un dépôt : le dépôt est inconnu.',
    uidByPath: 'Il manque ID_raw à acqu ; le chemin le nomme : {uid}.',
    zeroAfterMassZero:
      'Aucun des {points, number} points du fid après la masse zéro n’est supérieur à zéro.',
  },
  openFormat: {
    arrayAbsent:
      '{which, select, mz {Le spectre n’a pas de tableau de m/z.} other {Le spectre n’a pas de tableau d’intensités.}}',
    arrayCompressed:
      '{which, select, mz {Le tableau de m/z est compressé par « {by} ».} other {Le tableau d’intensités est compressé par « {by} ».}}',
    arrayCount:
      '{which, select, mz {Le tableau de m/z ne dit pas combien de nombres il contient (defaultArrayLength).} other {Le tableau d’intensités ne dit pas combien de nombres il contient (defaultArrayLength).}}',
    arrayLength:
      '{which, select, mz {Les m/z devraient être {count, number} nombres de {bits} bits, mais le fichier contient {found} octets.} pairs {Les couples de m/z et d’intensité devraient être {count, number} nombres de {bits} bits, mais le fichier contient {found} octets.} other {Les intensités devraient être {count, number} nombres de {bits} bits, mais le fichier contient {found} octets.}}',
    arrayLengthCure:
      'Exportez de nouveau le fichier, ou convertissez-le de nouveau depuis sa source.',
    arrayLonger:
      '{which, select, mz {Les m/z devraient être {count, number} nombres de {bits} bits, mais le fichier contient plus de {most} octets.} pairs {Les couples de m/z et d’intensité devraient être {count, number} nombres de {bits} bits, mais le fichier contient plus de {most} octets.} other {Les intensités devraient être {count, number} nombres de {bits} bits, mais le fichier contient plus de {most} octets.}}',
    arrayOtherBits:
      '{which, select, mz {Les m/z devraient être {count, number} nombres de {bits} bits, mais le fichier contient {found} octets, soit autant de {other} bits.} pairs {Les couples de m/z et d’intensité devraient être {count, number} nombres de {bits} bits, mais le fichier contient {found} octets, soit autant de {other} bits.} other {Les intensités devraient être {count, number} nombres de {bits} bits, mais le fichier contient {found} octets, soit autant de {other} bits.}}',
    arrayType:
      '{which, select, mz {Le tableau de m/z n’est d’aucun type connu (32 ou 64 bits, flottant ou entier).} other {Le tableau d’intensités n’est d’aucun type connu (32 ou 64 bits, flottant ou entier).}}',
    besideFid:
      'Ceci se trouve à côté de {fid} : c’est lui qui a été lu, et ceci, qui en a été fait, est écarté.',
    brokenXml:
      'Le fichier n’est pas du XML bien formé à partir de la ligne {line} ({reason}), comme après une copie ou un téléchargement interrompus.',
    centroided: 'Ce spectre est centroïdé : ses pics ont été extraits et le reste a été jeté.',
    columns:
      'Ce tableau a {columns, number} colonnes. Un spectre en a deux, m/z et intensité ; plusieurs spectres dans un même tableau ne sont pas lus.',
    columnsCure:
      'Exportez chaque spectre dans son propre fichier à deux colonnes, ou tous ensemble en mzML.',
    commas:
      'Dans ce fichier, des virgules se trouvent à la fois dans les nombres et entre eux, de sorte que personne ne peut les distinguer.',
    commasCure:
      'Exportez-le de nouveau avec des points décimaux, ou avec des points-virgules ou des tabulations entre les colonnes.',
    convertedFrom: 'Converti depuis {path}',
    copyOf:
      'Ceci a été converti depuis {twin}, qui est parmi les fichiers : c’est lui qui a été lu, et ceci est écarté.',
    copyOrExport: 'Copiez de nouveau le fichier, ou exportez-le de nouveau.',
    damaged:
      '{which, select, mz {Les m/z compressés de ce spectre sont corrompus : zlib ne peut pas les décompresser.} pairs {Les couples compressés de m/z et d’intensité de ce spectre sont corrompus : zlib ne peut pas les décompresser.} other {Les intensités compressées de ce spectre sont corrompues : zlib ne peut pas les décompresser.}}',
    doctype:
      'Le fichier déclare ses propres entités XML (DOCTYPE), ce qu’aucun mzML ni mzXML ne fait : il n’a pas été lu.',
    exportFile: 'Exportez de nouveau le fichier.',
    gaps: '{count, plural, one {Il manque des points dans ce spectre, comme après un convertisseur qui supprime les zéros : # a été remis avec l’intensité 0.} other {Il manque des points dans ce spectre, comme après un convertisseur qui supprime les zéros : # ont été remis avec l’intensité 0.}}',
    gapsCure:
      'Rien à faire, si c’est ce que fait le convertisseur. Le dossier Bruker (fid et acqu) a tous les points.',
    imzml:
      'C’est du imzML, imagerie par spectrométrie de masse : ce n’est pas le spectre d’un isolat, et il n’est pas lu ici.',
    imzmlCure:
      'Utilisez le dossier Bruker flex de la mesure (fichiers fid et acqu), ou exportez des spectres isolés en mzML ou en texte.',
    line: 'La ligne {line} n’est pas faite de deux nombres comme les lignes précédentes : {shown}',
    lineCure: 'Exportez de nouveau le spectre, ou supprimez cette ligne.',
    linesRepeated:
      '{count, plural, one {Une ligne répète la précédente : elle compte une seule fois.} other {# lignes répètent la précédente : elles comptent une seule fois.}}',
    linesSkipped:
      '{count, plural, one {Une ligne qui n’est pas faite de nombres (un en-tête ou des commentaires) a été sautée.} other {# lignes qui ne sont pas faites de nombres (un en-tête ou des commentaires) ont été sautées.}}',
    longArray:
      'Un tableau de ce spectre est plus long que ne le seraient {most} points, mais un spectre de cellules entières en a environ 20 000.',
    longHead:
      'L’en-tête de ce mzML liste plus de {most} fichiers, échantillons ou groupes : il n’a pas été lu.',
    longHeadCure: 'Exportez de nouveau les spectres en parties plus petites.',
    looksProcessed:
      'Ce spectre semble avoir déjà été traité : il n’a pas de ligne de base, et ses intensités ne sont pas des nombres entiers de coups. Le modèle a été évalué sur des spectres tels qu’ils ont été enregistrés : ne vous fiez pas à sa réponse.',
    madeOfFidCure: 'Rien à faire. Pour que celui-ci soit lu, glissez-le sans le dossier Bruker.',
    mzmlCure:
      'Convertissez de nouveau le fichier avec msconvert de ProteoWizard : mzML, 64 bits, compression zlib.',
    mzxmlCure: 'Convertissez le fichier en mzML avec msconvert de ProteoWizard.',
    negativeCure:
      'Rien à faire pour quelques-unes ; si elles sont nombreuses, vérifiez comment le fichier a été fait.',
    noBase64: 'Les nombres de ce spectre sont corrompus : ce n’est pas du texte base64.',
    noNumbers: 'Aucune des {lines} premières lignes n’est faite de deux nombres.',
    noNumbersCure: 'Un spectre en texte a deux colonnes, m/z et intensité. Exportez-le de nouveau.',
    noPoints: 'Le fichier ne contient aucun point pour lui.',
    noSpectrumCure:
      'Rien n’a été enregistré sur ce dépôt. Refaites le dépôt de l’isolat et mesurez de nouveau.',
    numpress:
      '{which, select, mz {Le tableau de m/z est compressé par MS-Numpress, qui n’est pas pris en charge.} other {Le tableau d’intensités est compressé par MS-Numpress, qui n’est pas pris en charge.}}',
    numpressCure:
      'Convertissez de nouveau le fichier sans cela : dans msconvert de ProteoWizard, laissez « Use numpress » décoché (sans --numpressAll).',
    peakList:
      '{count, plural, one {Ce fichier n’a que # point : c’est une liste de pics, et non un spectre tel qu’il a été enregistré.} other {Ce fichier n’a que # points : c’est une liste de pics, et non un spectre tel qu’il a été enregistré.}}',
    processed:
      'Ce spectre a déjà été traité : {percent} % de ses points entre m/z 2 000 et 12 000 sont à 0, là où un spectre enregistré a sa ligne de base et son bruit.',
    promisesMore:
      '{which, select, mz {Le fichier annonce {count, number} nombres pour les m/z, mais un spectre de cellules entières a environ 20 000 points.} pairs {Le fichier annonce {count, number} nombres pour les couples de m/z et d’intensité, mais un spectre de cellules entières a environ 20 000 points.} other {Le fichier annonce {count, number} nombres pour les intensités, mais un spectre de cellules entières a environ 20 000 points.}}',
    rawCure:
      'Exportez le spectre tel qu’il a été enregistré, en mode profil et non traité, ou glissez le dossier Bruker de la mesure (fid et acqu).',
    sameMz: 'Le m/z {mz} figure sur deux lignes avec des intensités différentes.',
    sameMzCure:
      'Si les m/z ont été arrondis, exportez de nouveau le spectre avec trois décimales ou plus. Si le fichier contient deux spectres, exportez chacun dans son propre fichier.',
    scanByteOrder:
      'Le scan a l’ordre d’octets « {order} », qui n’est pas pris en charge ; network l’est.',
    scanCompression:
      'Le scan a la compression « {compression} », qui n’est pas prise en charge ; none et zlib le sont.',
    scanCount: 'Le scan ne dit pas combien de points il a (peaksCount).',
    scanPairs:
      'Le scan a des couples de « {content} », qui ne sont pas pris en charge ; m/z-int l’est.',
    scanPrecision:
      'Le scan a la précision « {precision} », qui n’est pas prise en charge ; 32 et 64 le sont.',
    swapped: 'Les colonnes sont inversées dans ce fichier : la seconde a été prise pour le m/z.',
    swappedCure: 'Rien à faire, si le tracé semble juste.',
    tooDeep:
      'Le fichier a plus d’éléments imbriqués, ou plus d’attributs, que tout mzML ou mzXML : il n’a pas été lu.',
    tooIntense:
      'La plus grande intensité est {counts}, qui n’est pas un nombre de coups d’un détecteur.',
    tooManyLines:
      'Le fichier a plus de {most} points, mais un spectre de cellules entières en a environ 20 000.',
    tooManyPoints:
      'Le spectre a plus de {most} points, mais un spectre de cellules entières en a environ 20 000.',
    unknownXml: 'Ce XML n’est ni du mzML ni du mzXML.',
    unknownXmlCure:
      'Convertissez les spectres en mzML avec msconvert de ProteoWizard, ou glissez les dossiers Bruker (fid et acqu).',
    unsorted:
      'Les valeurs de m/z ne sont pas dans l’ordre croissant : {here} vient après {before}.',
    unsortedCure: 'Exportez de nouveau le spectre comme un seul profil, trié par m/z.',
    xmlCure:
      'Exportez de nouveau les spectres avec le logiciel qui les a enregistrés, ou convertissez-les avec msconvert de ProteoWizard.',
    zero: 'Aucun de ses {points, number} points n’est supérieur à zéro.',
  },
  sheet: {
    ambiguous:
      '{spectrumId} dans la feuille d’échantillons peut désigner {spectra} spectres : {which}. Tous sont dans son échantillon {sampleId}.',
    ambiguousCure:
      'S’il s’agit d’un seul d’entre eux, écrivez son uid, ou ses dossiers devant le dépôt, dans la colonne spectrum_id.',
    ambiguousMore:
      '{count, plural, one {# autre ligne est dans ce cas.} other {# autres lignes sont dans ce cas.}}',
    andSoOn: '{before} ...',
    called: 'Un spectre de cette série s’appelle {one} dans une feuille.',
    calledThree:
      'Un spectre de cette série s’appelle {one}, ou {two}, ou {three} dans une feuille.',
    calledTwo: 'Un spectre de cette série s’appelle {one}, ou {two} dans une feuille.',
    changedCell:
      'La ligne {line} de la feuille d’échantillons a une date ou une erreur à la place d’un nom ; elle a été écartée. Excel transforme en dates des noms comme 3-4.',
    changedCellCure:
      'Donnez aux colonnes le format Texte, saisissez de nouveau le nom, et enregistrez de nouveau la feuille.',
    contradiction:
      '{count, plural, one {Une ligne de la feuille d’échantillons n’a pas compté, car une autre place les mêmes spectres dans un autre échantillon : {rows}.} other {# lignes de la feuille d’échantillons n’ont pas compté, car une autre place les mêmes spectres dans un autre échantillon : {rows}.}}',
    empty: 'La feuille d’échantillons n’a aucune ligne.',
    example:
      'Écrivez un tableau avec une ligne d’en-tête qui a les colonnes spectrum_id et sample_id : un classeur Excel (.xlsx), ou du texte séparé par des tabulations (.tsv) ou des virgules (.csv).',
    fillIn:
      'Enregistrez la feuille à remplir de cette série (sur la page sous Exporter, en ligne de commande avec --format sheet), qui a un nom pour chaque spectre.',
    groupHas: '{name} a {spots}',
    groupsBeforeStart:
      '{count, plural, one {# spectre est sur un dépôt avant {start}, où commence le premier échantillon : il forme un échantillon à lui seul.} other {# spectres sont sur des dépôts avant {start}, où commence le premier échantillon : chacun forme un échantillon à lui seul.}}',
    groupsBeforeStartCure: 'Vérifiez le dépôt auquel commence le premier échantillon.',
    groupsIncomplete:
      '{count, plural, one {# groupe n’a pas de spectres de ses {every} dépôts : {groups}.} other {# groupes n’ont pas de spectres de leurs {every} dépôts : {groups}.}}',
    groupsIncompleteCure:
      'Rien à faire là où un dépôt a été laissé vide ou porte le calibrant. Si le premier échantillon commence à un autre dépôt, indiquez lequel ; ou indiquez par une feuille d’échantillons quels dépôts vont ensemble.',
    groupsNames:
      'Les noms des spectres contredisent les groupes de dépôts : {name} a {names}, et {shared} est dans {where}.',
    groupsNamesCure:
      'Vérifiez le nombre de dépôts, et le dépôt auquel commence le premier échantillon ; ou groupez les spectres par nom.',
    groupsNamesMore:
      '{count, plural, one {# autre groupe est dans ce cas.} other {# autres groupes sont dans ce cas.}}',
    groupsNoSpot:
      '{count, plural, one {# spectre n’a pas de dépôt connu : il forme un échantillon à lui seul.} other {# spectres n’ont pas de dépôt connu : chacun forme un échantillon à lui seul.}}',
    groupsNoSpotCure: 'Indiquez par une feuille d’échantillons quels spectres vont ensemble.',
    groupsSeveralRuns:
      '{count, plural, one {# nom est dans plus d’une archive ou d’un dossier, et les spectres forment un seul échantillon : {names}.} other {# noms sont dans plus d’une archive ou d’un dossier, et les spectres forment un seul échantillon : {names}.}}',
    groupsSeveralRunsCure:
      'Rien à faire si ce sont les mêmes isolats. Sinon, glissez chaque série à part.',
    incompleteRow:
      'La ligne {line} de la feuille d’échantillons n’a pas de {column} ; elle a été écartée.',
    incompleteRowCure: 'Remplissez les deux colonnes.',
    largePart:
      'La feuille d’échantillons a une partie trop grande, au-delà de ce qu’il faut à une série, et n’a pas été lue.',
    longName:
      'La ligne {line} de la feuille d’échantillons a un nom de plus de {most} caractères ; elle a été écartée.',
    longNameCure: 'Donnez des noms plus courts, et vérifiez qu’aucun guillemet ne manque.',
    more: 'encore {count, number}',
    moreWarnings:
      '{count, plural, one {Une autre ligne de la feuille d’échantillons a été écartée ou en contredit une précédente.} other {{count} autres lignes de la feuille d’échantillons ont été écartées ou en contredisent de précédentes.}}',
    moreWarningsCure: 'Vérifiez que les colonnes spectrum_id et sample_id sont les bonnes.',
    nameOnce: 'Nommez chaque spectre une seule fois.',
    noHeader:
      'La première ligne de la feuille d’échantillons, « {line} », ne nomme pas les colonnes spectrum_id et sample_id.',
    noMatch:
      'Aucune ligne de la feuille d’échantillons ne nomme un spectre de cette série ({names}) : chaque spectre forme donc un échantillon.',
    noMatchRead:
      'Aucune ligne de la feuille d’échantillons ne nomme un spectre de cette série ({read} sur {spectra} sont lus) : {names}.',
    noMatchUnread:
      'Aucune ligne de la feuille d’échantillons ne nomme un spectre de cette série par son dossier, son dépôt ou les noms que liste la série : {names}.',
    otherRunCure:
      'Si vous voyez maintenant que c’est la feuille d’une autre série, annulez l’analyse et choisissez la bonne.',
    repeatedRow:
      'La ligne {line} de la feuille d’échantillons place {spectrumId} dans {sampleId}, mais une ligne précédente dans {earlier} ; c’est la précédente qui compte.',
    rowInto: '{spectrumId} dans {sampleId}',
    soFarAll:
      '{count, plural, one {Feuille d’échantillons : {matched, number} lignes sur {rows, number} correspondent aux {spectra, number} spectres de cette série, pour # échantillon.} other {Feuille d’échantillons : {matched, number} lignes sur {rows, number} correspondent aux {spectra, number} spectres de cette série, pour # échantillons.}}',
    soFarFound:
      '{count, plural, one {Feuille d’échantillons : {matched, number} lignes sur {rows, number} correspondent aux {spectra, number} spectres trouvés jusqu’ici, pour # échantillon.} other {Feuille d’échantillons : {matched, number} lignes sur {rows, number} correspondent aux {spectra, number} spectres trouvés jusqu’ici, pour # échantillons.}}',
    spectrumAt: '{name} en {spot} ({path})',
    then: '{before} ; {next}',
    tooLargeCure:
      'Vérifiez ce qu’est ce fichier ; pour une très grande étude, divisez-le en plusieurs séries.',
    tooManyBytes:
      'La feuille d’échantillons fait {bytes, number} octets, au-delà de ce qu’il faut à une série, et n’a pas été lue.',
    tooManyLines:
      'La feuille d’échantillons a plus de {most} lignes, au-delà de ce qu’il faut à une série, et n’a pas été lue.',
    unmatched:
      '{count, plural, one {# des {rows, number} lignes de la feuille d’échantillons ne nomme aucun spectre de cette série : {names}.} other {# des {rows, number} lignes de la feuille d’échantillons ne nomment aucun spectre de cette série : {names}.}}',
    unmatchedRead:
      '{count, plural, one {# des {rows, number} lignes de la feuille d’échantillons ne nomme aucun spectre de cette série ({read} sur {spectra} sont lus) : {names}.} other {# des {rows, number} lignes de la feuille d’échantillons ne nomment aucun spectre de cette série ({read} sur {spectra} sont lus) : {names}.}}',
    unmatchedUnread:
      '{count, plural, one {# des {rows, number} lignes de la feuille d’échantillons ne nomme aucun spectre de cette série par son dossier, son dépôt ou les noms que liste la série : {names}.} other {# des {rows, number} lignes de la feuille d’échantillons ne nomment aucun spectre de cette série par son dossier, son dépôt ou les noms que liste la série : {names}.}}',
    workbookBroken:
      'Ce classeur Excel est endommagé, ou n’en est pas un : ses parties n’ont pas pu être lues.',
    workbookBrokenCure:
      'Ouvrez-le dans Excel et enregistrez-le de nouveau en .xlsx, ou en texte avec tabulations.',
    yetToRead:
      'Les noms que les spectres portent dans leurs propres fichiers sont comparés à mesure qu’ils sont lus.',
  },
  thread: {
    answerCure:
      'Utilisez un modèle dont les classes s’excluent mutuellement, avec des probabilités dont la somme est 1, ou signalez ceci avec le spectre.',
    answerRange:
      'Le modèle n’a pas donné de réponse : l’une de ses probabilités est {value}, qui n’est pas comprise entre 0 et 1.',
    answerSum:
      'Le modèle n’a pas donné de réponse : la somme de ses probabilités est {sum}, et non 1.',
    begunAnew: 'Une partie de ktyper qui travaille en arrière-plan a été arrêtée et relancée.',
    busyCure:
      'Rechargez la page et réessayez. Si cela persiste, fermez d’autres onglets : l’ordinateur est peut-être trop occupé.',
    died: 'Une partie de ktyper qui travaille en arrière-plan s’est arrêtée.',
    diedOf: 'Une partie de ktyper qui travaille en arrière-plan s’est arrêtée ({error}).',
    givenUp:
      'Le modèle a été abandonné : il n’a donné aucune réponse à plusieurs spectres de suite, qu’il a reçus chacun seul.',
    givenUpCure:
      'Utilisez un autre modèle, et demandez à ses auteurs une version qui aboutit. Les spectres ne sont pas en cause.',
    givesNoTensor: 'Le graphe du modèle donne {name}, qui n’est pas un tenseur.',
    givesType: 'Le graphe du modèle donne {name} de type {type}, et non float32.',
    givesWidth:
      'Le graphe du modèle donne {name} avec {numbers} nombres par ligne, mais son manifeste en annonce {width}.',
    graphInput: 'Le graphe du modèle prend {inputs}, mais son manifeste indique {input}.',
    graphUnreadable: 'Le graphe du modèle n’a pas pu être ouvert : {error}.',
    hung: 'Une partie de ktyper qui travaille en arrière-plan ne répondait plus et a été arrêtée.',
    internal: 'ktyper lui-même a échoué ici ({error}).',
    internalCure:
      'C’est une erreur du programme, et non de vos données : merci de la signaler avec cette phrase.',
    memoryCure:
      'Rechargez la page et réessayez. Si cela persiste, fermez d’autres onglets : la mémoire est peut-être pleine.',
    modelHung:
      'Le modèle a calculé pendant des secondes, là où des millisecondes sont habituelles, sans donner de réponse, et a été arrêté.',
    modelHungCure:
      'Vérifiez le modèle sur la page Modèles. S’il échoue là aussi, demandez à ses auteurs un modèle qui aboutit.',
    noOutput: 'Le graphe du modèle n’a pas de sortie {names}, que son manifeste nomme.',
    selfTestFailed: 'Le graphe du modèle a échoué à son autotest : {error}.',
    selfTestOther:
      'Le graphe du modèle a échoué à son autotest : il ne répond pas comme il le devrait.',
    stopped: 'Le travail a été arrêté.',
    takesNoTensor: 'Le graphe du modèle prend {name}, qui n’est pas un tenseur.',
    takesType: 'Le graphe du modèle prend {name} de type {type}, et non float32.',
    takesWidth:
      'Le graphe du modèle prend {name} avec {numbers} nombres par ligne, mais son manifeste en annonce {width}.',
  },
  store: {
    anotherModelCure: 'Donnez une autre version à celui-ci, ou retirez d’abord l’autre.',
    closed:
      'Le navigateur a fermé l’espace de stockage de cette page, comme il le fait quand un autre onglet apporte une version plus récente ou quand les données du site sont effacées.',
    closedCure: 'Téléchargez les résultats affichés, puis rechargez la page.',
    downloadCure: 'Téléchargez les résultats affichés avant de fermer cette page.',
    filesAbsent: 'Les fichiers de cette série ne sont pas conservés sur cet ordinateur.',
    filesAbsentCure:
      'Choisissez à nouveau le fichier ou le dossier de la série pour voir ses spectres.',
    filesFailed: 'Le navigateur n’a pas pu les conserver.',
    filesGone: 'Ce qui en était conservé a été retiré.',
    filesNoRoom: 'Le navigateur n’avait plus de place pour les conserver.',
    filesOff: 'La conservation des fichiers de séries est désactivée sur la page Analyses.',
    filesTooLarge:
      'Ils occupent {size} ; jusqu’à {limit} par série sont conservés sur cet ordinateur.',
    full: 'Le navigateur n’a plus de place pour les résultats de cette page.',
    fullCure:
      'Téléchargez les résultats affichés, puis supprimez d’anciennes analyses ou libérez de la place sur cet ordinateur.',
    jobDamaged:
      'L’enregistrement de cette analyse est endommagé dans l’espace du navigateur : ce qui en est affiché peut être incomplet.',
    jobDamagedCure: 'Identifiez de nouveau la série, et supprimez cette analyse.',
    jobGone:
      'Cette analyse n’est plus dans l’espace du navigateur : elle a été supprimée, ou les données du site ont été effacées, dans cet onglet ou dans un autre.',
    modelDamaged:
      'Les fichiers de ce modèle sont endommagés dans l’espace du navigateur. Il n’est pas utilisé.',
    modelDamagedCure: 'Retirez-le, et ajoutez-le à nouveau depuis ses fichiers.',
    modelTaken: 'Un autre modèle {id} {version} est déjà sur cet ordinateur.',
    newer: 'Les analyses de cet ordinateur ont été écrites par une version plus récente de ktyper.',
    reloadCure: 'Rechargez la page pour obtenir la version plus récente.',
    rowsGone:
      'Les résultats de cette analyse ne sont plus dans l’espace du navigateur : autre chose que ktyper les a retirés.',
    unavailable: 'Le navigateur ne permet pas à cette page de stocker des résultats ({error}).',
    unavailableCure:
      'Autorisez les données de site pour cette page, ou quittez la navigation privée ; les résultats peuvent tout de même être téléchargés.',
    watchDamaged:
      'Ce tableau n’est pas celui qui a été ajouté : son SHA-256 diffère. Ses pics ne sont pas recherchés.',
    watchDamagedCure: 'Retirez-le, et ajoutez-le à nouveau depuis son fichier.',
    watchUnreachable:
      'Une partie de ktyper n’a pas pu être téléchargée : les pics de ce tableau ne sont pas recherchés.',
  },
  jobFile: {
    busy: 'Une autre page ouvre en ce moment l’analyse {name} depuis un fichier.',
    busyCure: 'Attendez qu’elle ait terminé, puis ouvrez de nouveau le fichier.',
    changed:
      'Elle n’est pas telle que ktyper l’a écrite : le contenu du fichier a été modifié ou endommagé depuis, et rien de cette analyse n’a été repris.',
    copyCure:
      'Copiez à nouveau le fichier depuis l’endroit où il a été fait, ou enregistrez-y de nouveau l’analyse, et ouvrez ce fichier.',
    damaged:
      '{path} est endommagé : il commence comme un fichier d’analyse, mais la suite est illisible.',
    newer:
      '{path} a été écrit par une version plus récente de ktyper : c’est un fichier d’analyse de version {version}, et ce ktyper lit jusqu’à la version {known}.',
    newerCure:
      'Rechargez la page pour obtenir la version plus récente de ktyper, et ouvrez à nouveau le fichier.',
    none: '{path} n’est pas un fichier d’analyse.',
    noneCure: 'Choisissez un fichier enregistré par ktyper : son nom se termine par .ktyper.json.',
    otherModel:
      'Elle a été faite avec le modèle {model}, et ce que le fichier dit de ce modèle n’est pas ce que l’on en sait sur cet ordinateur.',
    otherModelCure:
      'Enregistrez de nouveau l’analyse là où elle a été faite, et ouvrez ce fichier.',
    partAbsent:
      'Une partie de ktyper n’a pas pu être chargée : aucun fichier d’analyse ne peut être ouvert ni enregistré.',
    tooLarge: '{path} contient plus que ce que ktyper lit d’un fichier d’analyse.',
    tooLargeCure:
      'Enregistrez moins d’analyses par fichier là où elles ont été faites, ou laissez les spectres de côté.',
    truncated: '{path} est coupé : sa fin manque.',
  },
  modelFile: {
    anotherFileCure:
      'Utilisez le fichier model.bin avec lequel le programme d’origine fonctionnait, tel qu’il a été écrit. Rien de ce fichier n’a été exécuté.',
    arrayField: 'Un tableau NumPy du fichier de modèle n’a pas de champ {field}.',
    arrayLabels:
      'Un tableau NumPy du fichier de modèle contient des noms de classes qui ne sont ni des textes ni des nombres.',
    arrayMissing: 'Un tableau NumPy du fichier de modèle manque, ou n’est pas un tableau.',
    arrayNoNumbers: 'Un tableau NumPy du fichier de modèle contient autre chose que des nombres.',
    arrayNoUnicode:
      'Un tableau NumPy du fichier de modèle contient du texte qui n’est pas en Unicode.',
    arrayRecordField:
      'Un tableau NumPy du fichier de modèle a des enregistrements dont un champ est illisible.',
    arrayRecordFieldNoNumber:
      'Un tableau NumPy du fichier de modèle a des enregistrements dont un champ n’est pas un nombre.',
    arrayRecordFieldOutside:
      'Un tableau NumPy du fichier de modèle a des enregistrements dont le champ {field} se trouve en dehors.',
    arrayRecordFields:
      'Un tableau NumPy du fichier de modèle a des enregistrements sans champs lisibles.',
    arrayRecords:
      'Un tableau NumPy du fichier de modèle contient des enregistrements au lieu de noms de classes.',
    arrayShape: 'Un tableau NumPy du fichier de modèle n’a pas de forme valide.',
    arrayShort:
      'Un tableau NumPy du fichier de modèle, de forme {shape}, n’a pas les données correspondantes.',
    arrayType: 'Un tableau NumPy du fichier de modèle n’a pas de type lisible.',
    arrayTypeUnused:
      'Un tableau NumPy du fichier de modèle est de type {type}, que les modèles n’utilisent pas.',
    calls: 'Ce fichier appelle {name}, ce qu’aucun modèle ne fait ; il a donc été refusé.',
    classesCount:
      '{count, number} noms ont été donnés, mais le modèle a {expected, number} classes.',
    classesCure:
      'Donnez un nom par ligne, dans l’ordre des classes ; ou une classe, une tabulation et son nom par ligne.',
    classesEmpty: 'La liste de noms de classes est vide.',
    classesLarge: 'La liste de noms de classes fait {count, number} octets, trop pour une liste.',
    classesLong: 'Le nom d’une classe est trop long : {name}',
    classesMany: 'Le modèle a {count, number} classes, trop pour une liste.',
    classesMissing: 'La liste de noms de classes n’a pas de ligne pour {name}.',
    classesNone:
      'Le modèle ne dit pas comment ses classes s’appellent : aucune ne peut donc être renommée.',
    classesStray: 'La liste de noms de classes contient {name}, qui n’est pas une classe.',
    classesTwice: 'Deux classes s’appellent {name}.',
    classesUnnamed: 'Le modèle ne dit pas comment ses classes s’appellent.',
    dangerCure:
      'Ne chargez ce fichier nulle part avant de savoir d’où il vient. ktyper n’exécute rien de ce qu’un fichier demande : aucun dommage n’a été causé ici.',
    dangerousName:
      'Ce fichier demande {name}, dont un modèle n’a jamais besoin ; il a donc été refusé.',
    faultArguments: 'les arguments d’un appel ne sont pas un tuple',
    faultByte: 'l’octet {at} n’est pas une instruction',
    faultCalled: 'il appelle quelque chose qui n’est ni une classe ni une fonction',
    faultChanges: 'une valeur y change après qu’une autre l’a prise, ou se contient elle-même',
    faultClassName: 'le nom d’une classe n’y est pas un texte',
    faultInteger: 'un entier n’y en est pas un',
    faultJoblibArray: 'un tableau, tel que joblib les écrit, n’y a ni type ni forme lisibles',
    faultKey: 'un dictionnaire a une clé sans valeur',
    faultMaking: 'il crée un objet d’une façon dont les modèles ne sont pas faits',
    faultMark: 'une instruction ne trouve pas de MARK où revenir',
    faultNeeds: 'une instruction a besoin de {kind} et trouve autre chose',
    faultNumber: 'un nombre n’y en est pas un',
    faultNumbering: 'il numérote une valeur d’une façon non valide',
    faultProtocol: 'son protocole {version} n’est pas connu',
    faultReference: 'il renvoie à la valeur {index}, qu’il n’a jamais eue',
    faultStates: 'il donne deux états à un {name}',
    faultText: 'un texte n’y en est pas un',
    faultValue: 'une instruction ne trouve aucune valeur à traiter',
    featuresColumns:
      'La liste de variables a plusieurs colonnes de nombres, et on ne sait pas laquelle porte les bornes. Laissez une seule colonne.',
    featuresCount:
      'La liste de variables en a {count, number}, mais le modèle en prend {taken, number}.',
    featuresCure:
      'Choisissez le features_selected.txt qui appartient à ce modèle : une borne gauche d’intervalle par ligne, dans l’ordre sur lequel le modèle a été entraîné.',
    featuresEmpty: 'La liste de variables est vide.',
    featuresHeading: 'L’en-tête de la liste de variables, « {heading} », a été écarté.',
    featuresHeldOther:
      'La liste de variables du fichier de modèle n’est pas celle avec laquelle le modèle a été entraîné : le fichier de modèle nomme d’autres variables, ou dans un autre ordre.',
    featuresJson: 'La liste de variables est en JSON, mais n’est pas une simple liste de bornes.',
    featuresLarge: 'La liste de variables fait {count, number} octets, trop pour une liste.',
    featuresLineCell: 'La ligne {line} de la liste de variables a une cellule sans borne gauche.',
    featuresLineEdge:
      'La ligne {line} de la liste de variables n’est pas une borne gauche : {cell}',
    featuresMiddles:
      'Tous les nombres de la liste de variables se terminent par .5 ; ils sont donc pris pour des milieux d’intervalles : {middle} pour l’intervalle de {left} à {right}. Donnez des nombres entiers pour des bornes gauches.',
    featuresNoBin:
      'La liste de variables contient {edge}, qui n’est la borne gauche d’aucun intervalle de {width} Da de {first} à {last}.',
    featuresOther:
      'La liste de variables n’est pas celle avec laquelle le modèle a été entraîné : le fichier de modèle nomme d’autres variables, ou dans un autre ordre.',
    featuresShortened:
      'La liste de variables a été abrégée à l’impression : elle a « ... » au lieu de nombres.',
    featuresTakenColumn:
      'Parmi les colonnes de la liste de variables, la colonne {column} a été prise.',
    featuresTakenNamed: 'Parmi les colonnes de la liste de variables, « {column} » a été prise.',
    featuresTold:
      'La liste de variables ne dit pas quelle est la largeur de ses intervalles. Toutes ses bornes sont distantes d’un multiple de {width} Da ; elles sont donc prises pour des intervalles de {width} Da.',
    featuresTwice: 'La liste de variables contient deux fois {edge}.',
    featuresUneven:
      'Les nombres de la liste de variables, comme {numbers}, ne sont pas les bornes d’intervalles d’une même largeur de {narrowest} à {widest} Da.',
    featuresUnlisted:
      'Le modèle prend {count, number} variables, et seule une liste peut dire quels intervalles elles sont.',
    featuresUnlistedSome:
      'Le modèle prend certaines variables, et seule une liste peut dire quels intervalles elles sont.',
    featuresWidth:
      'La liste de variables ne dit pas quelle est la largeur de ses intervalles, et ses bornes conviennent à des intervalles de {widths} Da.',
    featuresWidthCure:
      'Indiquez la largeur des intervalles sur lesquels le modèle a été entraîné : sur la page à Largeur des intervalles, en ligne de commande avec --bins.',
    featuresWidthOther:
      'La liste de variables nomme les deux bornes d’intervalles de {written} Da, et non de {stated}.',
    featuresWidths: 'La liste de variables nomme des intervalles de largeurs différentes.',
    joblibCompressed:
      'Ce fichier a été écrit par joblib.dump, compressé avec {method}, qui ne peut pas être lu ici.',
    joblibCure:
      'Écrivez-le de nouveau en Python sans compression : {code}. Choisissez ensuite ce fichier.',
    joblibOld:
      'Ce fichier a été écrit par joblib.dump, dans une version antérieure à 0.10, qui ne peut pas être lue ici.',
    joblibTwice:
      'Ce fichier a été écrit par joblib.dump, compressé deux fois avec {method}, ce qui ne peut pas être lu ici.',
    limitBytes: 'il fait {count, number} octets, et {most, number} est le maximum',
    limitDepth: 'ses valeurs sont imbriquées sur plus de {most} niveaux',
    limitDigits: 'un entier a plus de {most} chiffres',
    limitInstructions: 'il a plus de {most} instructions',
    limitLine: 'une ligne a plus de {most} octets',
    limitMemo: 'il garde en mémoire plus de {most} valeurs',
    limitObjects: 'il a plus de {most} objets',
    limitStack: 'plus de {most} valeurs attendent sur sa pile',
    makesObject:
      'Ce fichier crée un objet de {name}, ce qu’aucun modèle ne fait ; il a donc été refusé.',
    malformed: 'Le fichier de modèle n’est pas un pickle Python valide : {fault}.',
    notPickleEmpty: 'Le fichier de modèle est vide, et non un pickle Python.',
    notPickleHdf5: 'Le fichier de modèle est un fichier HDF5, et non un pickle Python.',
    notPickleNumpy: 'Le fichier de modèle est un tableau NumPy, et non un pickle Python.',
    notPickleZip: 'Le fichier de modèle est une archive zip, et non un pickle Python.',
    onnxAttribute: 'l’attribut {name} est d’un type qui n’est pas lu',
    onnxBytes: 'ses octets ne sont pas ceux d’un fichier ONNX entier',
    onnxCure:
      'Convertissez le classifieur avec skl2onnx : une entrée de nombres flottants {shape}, {options}, et {opset}.',
    onnxDimensions: 'un tenseur y a trop de dimensions',
    onnxDomain: 'Le fichier ONNX utilise des opérateurs de {domain}.',
    onnxDomainVersion:
      'Le fichier ONNX utilise la version {version} de {domain} ; de {first} à {last}, l’importation est possible.',
    onnxElsewhere: 'les données d’un tenseur se trouvent dans un autre fichier',
    onnxFunctions: 'il a ses propres fonctions ou étapes d’entraînement',
    onnxInputOther:
      'Le fichier ONNX n’a pas une entrée de nombres flottants {shape}, mais une autre.',
    onnxInputs: 'Le fichier ONNX n’a pas une entrée de nombres flottants {shape}, mais {count}.',
    onnxInteger: 'un entier y dépasse 2^53',
    onnxMalformed: 'Le fichier ONNX ne peut pas être lu : {fault}.',
    onnxMalformedCure:
      'Écrivez de nouveau le modèle avec skl2onnx, et choisissez le fichier .onnx obtenu.',
    onnxNodes: 'il a trop de nœuds',
    onnxNoInput: 'Les probabilités du fichier ONNX ne dépendent d’aucune entrée.',
    onnxOperator:
      'Le fichier ONNX utilise l’opérateur {operator}, dont les modèles de ktyper n’ont pas besoin.',
    onnxOperatorVersion:
      'Le fichier ONNX ne dit pas quelle version de l’opérateur {operator} il utilise.',
    onnxOutputs:
      'Le fichier ONNX a {count, number} sorties de nombres flottants {shape} : on ne sait donc pas où sont ses probabilités.',
    onnxSize: 'Le fichier ONNX fait {count, number} octets ; {most, number} est le maximum.',
    onnxSizeCure: 'Entraînez un modèle plus petit et convertissez-le de nouveau.',
    onnxSparse: 'il a des tenseurs creux',
    onnxTensor: 'le tenseur {name} n’est pas entier',
    onnxTensorType: 'le tenseur {name} est d’un type qui n’est pas lu',
    onnxTreesAlone: 'Le fichier ONNX a des arbres avec des nœuds auxquels aucun autre ne mène.',
    onnxTreesCycle: 'Le fichier ONNX a des arbres qui reviennent sur eux-mêmes.',
    onnxTreesDeep: 'Le fichier ONNX a des arbres de plus de {most} niveaux.',
    onnxTreesFeature:
      'Le fichier ONNX a des arbres qui demandent la variable {feature} sur {count}.',
    onnxTreesLengths: 'Le fichier ONNX a des arbres avec des listes de longueurs différentes.',
    onnxTreesMany:
      'Le fichier ONNX a des arbres de {count, number} nœuds ; {most, number} est le maximum.',
    onnxTreesManyInAll: 'Le fichier ONNX a des arbres de {count} nœuds ; {most} est le maximum.',
    onnxTreesMissing: 'Le fichier ONNX a des arbres qui mènent à des nœuds absents.',
    onnxTreesTwice: 'Le fichier ONNX a des arbres avec deux fois un même nœud.',
    onnxZipMapOfNothing:
      'Le fichier ONNX a un ZipMap sans objet : on ne sait donc pas où sont ses probabilités.',
    onnxZipMaps:
      'Le fichier ONNX a {count, number} nœuds ZipMap : on ne sait donc pas où sont ses probabilités.',
    opcodeClassNumber:
      'Ce fichier utilise l’instruction pickle {opcode}, qui désigne une classe par un numéro du programme qui l’a écrit ; un modèle n’en a jamais besoin, il a donc été refusé.',
    opcodeFetches:
      'Ce fichier utilise l’instruction pickle {opcode}, qui va chercher un objet ailleurs ; un modèle n’en a jamais besoin, il a donc été refusé.',
    opcodePython2:
      'Ce fichier utilise l’instruction pickle {opcode}, qui crée un objet de Python 2 ; un modèle n’en a jamais besoin, il a donc été refusé.',
    opcodeRefers:
      'Ce fichier utilise l’instruction pickle {opcode}, qui renvoie à des données hors du fichier ; un modèle n’en a jamais besoin, il a donc été refusé.',
    opcodeTakes:
      'Ce fichier utilise l’instruction pickle {opcode}, qui prend des données hors du fichier ; un modèle n’en a jamais besoin, il a donc été refusé.',
    tooLarge: 'Le fichier de modèle dépasse ce dont un modèle a besoin : {limit}.',
    truncated:
      'Le fichier de modèle se termine en plein milieu, après {count} octets : le reste manque.',
    truncatedCure: 'Copiez de nouveau le fichier, en entier.',
  },
  sklearn: {
    adaBoostOfOther:
      'Le modèle est {model} de {member}, et seul un modèle d’arbres peut être importé.',
    adaBoostOfSomething:
      'Le modèle est {model} d’autre chose, et seul un modèle d’arbres peut être importé.',
    againstPipelineCure:
      'Enregistrez le classifieur lui-même. Si ceci doit le précéder, enregistrez les deux comme un seul Pipeline : {code}.',
    besideClassifier:
      'Le fichier de modèle contient {object} ({step}) à côté du classifieur ({classifier}), et ne dit pas si les spectres passent d’abord par là.',
    besideClassifierCure: 'Enregistrez les deux comme un seul Pipeline : {code}.',
    calibrateSigmoid: 'Calibrez-le avec {option}.',
    calibrationFloat32:
      'Le modèle a une calibration par {name} entraînée sur des nombres float32, avec lesquels scikit-learn calcule moins de chiffres qu’on ne peut le reproduire ici.',
    calibrationNoise:
      'Le modèle a une calibration par {calibrator} qui amplifie les erreurs d’arrondi : il ne donnerait pas ici ce qu’il donne en Python.',
    calibrationNoiseTemperature:
      'Le modèle a une calibration par température de {model} qui amplifie les erreurs d’arrondi : il ne donnerait pas ici ce qu’il donne en Python.',
    cannotImport: 'Le modèle est {model}, qui ne peut pas être importé.',
    categories:
      'Le modèle est {model} qui demande des catégories (categorical_features) : les intervalles d’un spectre sont des nombres.',
    categoriesCure: 'Entraînez le modèle sans categorical_features.',
    clauses: '{before} ; {after}',
    countsVotes: 'Le modèle est {model} qui compte des votes, ce qui ne donne pas de probabilités.',
    estimatorsForClasses: 'Le modèle a {estimators} estimateurs pour {classes} classes.',
    featuresOfEntry:
      'Le fichier de modèle a {count, number} variables dans son entrée {entry}, mais son classifieur en prend {taken, number}.',
    featuresOfEntryCure:
      'Enregistrez le classifieur avec les variables sur lesquelles il a été entraîné.',
    fittedCure: 'Ajustez-le, regardez son predict_proba, et enregistrez-le de nouveau : {code}.',
    float32:
      'Le modèle contient {model} entraîné sur des nombres float32, avec lesquels scikit-learn calcule moins de chiffres qu’on ne peut le reproduire ici.',
    float32Cure: 'Entraînez-le sur des nombres float64 : {code}.',
    holderEmpty:
      '{holder, select, dictionary {Le fichier de modèle contient un dictionnaire vide, et aucun classifieur.} tuple {Le fichier de modèle contient un tuple vide, et aucun classifieur.} other {Le fichier de modèle contient une liste vide, et aucun classifieur.}}',
    holderOfTexts:
      '{holder, select, dictionary {Le fichier de modèle contient un dictionnaire de textes ou de nombres, et aucun classifieur.} tuple {Le fichier de modèle contient un tuple de textes ou de nombres, et aucun classifieur.} other {Le fichier de modèle contient une liste de textes ou de nombres, et aucun classifieur.}}',
    holderWith:
      '{holder, select, dictionary {Le fichier de modèle contient un dictionnaire avec {entries}, et aucun classifieur.} tuple {Le fichier de modèle contient un tuple avec {entries}, et aucun classifieur.} other {Le fichier de modèle contient une liste avec {entries}, et aucun classifieur.}}',
    holderWithMany:
      '{holder, select, dictionary {Le fichier de modèle contient un dictionnaire de {count} entrées, et aucun classifieur.} tuple {Le fichier de modèle contient un tuple de {count} entrées, et aucun classifieur.} other {Le fichier de modèle contient une liste de {count} entrées, et aucun classifieur.}}',
    holdsData:
      'Le fichier de modèle contient {object}, qui prépare des données et n’est pas un classifieur.',
    holdsGroups:
      'Le fichier de modèle contient {object}, qui regroupe des spectres et ne connaît pas de classes.',
    holdsName: 'Le fichier de modèle contient le nom {name}, et non un classifieur.',
    holdsNoClassifier:
      '{what, select, nothing {Le fichier de modèle ne contient rien, et non un classifieur.} bytes {Le fichier de modèle contient des octets, et non un classifieur.} text {Le fichier de modèle contient un texte, et non un classifieur.} number {Le fichier de modèle contient un nombre, et non un classifieur.} truth {Le fichier de modèle contient une valeur logique, et non un classifieur.} dict {Le fichier de modèle contient un dictionnaire, et non un classifieur.} tuple {Le fichier de modèle contient un tuple, et non un classifieur.} set {Le fichier de modèle contient un ensemble, et non un classifieur.} array {Le fichier de modèle contient un tableau de nombres, et non un classifieur.} other {Le fichier de modèle contient une liste, et non un classifieur.}}',
    holdsObject: 'Le fichier de modèle contient {object}, et non un classifieur.',
    holdsOutliers: 'Le fichier de modèle contient {object}, qui cherche des valeurs aberrantes.',
    holdsRegressor:
      'Le fichier de modèle contient {object}, qui prédit des nombres, et non des classes.',
    importable:
      'Peuvent être importés : forêts et arbres, gradient boosting, AdaBoostClassifier, LogisticRegression, LinearDiscriminantAnalysis, SVC avec probability=True, bayésien naïf, MLPClassifier, ainsi que OneVsRestClassifier, VotingClassifier, BaggingClassifier et CalibratedClassifierCV de ceux-ci, dans un Pipeline, derrière une mise à l’échelle ou non.',
    imputerChanges: 'Le modèle est un Pipeline avec un SimpleImputer qui change les colonnes.',
    incomplete:
      'Dans le fichier de modèle, {estimator} n’a pas de {field} lisible. A-t-il été enregistré avant d’être ajusté ?',
    incompleteAllOfEstimators:
      'Dans le fichier de modèle, {estimator} n’a pas de variables et de classes lisibles : ses estimateurs en ont de différentes. A-t-il été enregistré avant d’être ajusté ?',
    incompleteAllOfTrees:
      'Dans le fichier de modèle, {estimator} n’a pas de nombre de variables et de classes lisible : ses arbres en ont de différents. A-t-il été enregistré avant d’être ajusté ?',
    incompleteCalibrator:
      'Dans le fichier de modèle, {estimator} n’a pas de calibrateur unique lisible pour deux classes. A-t-il été enregistré avant d’être ajusté ?',
    incompleteClassesOfEstimators:
      'Dans le fichier de modèle, {estimator} n’a pas de estimators_ lisible : leurs classes ne sont pas les siennes. A-t-il été enregistré avant d’être ajusté ?',
    incompleteClassifier:
      'Le classifieur du fichier de modèle n’a pas de {field} lisible. A-t-il été enregistré avant d’être ajusté ?',
    incompleteFeaturesBefore:
      'Dans le fichier de modèle, {estimator} n’a pas de nombre de variables lisible : l’étape qui le précède en donne un autre. A-t-il été enregistré avant d’être ajusté ?',
    incompleteFeaturesOfEstimators:
      'Dans le fichier de modèle, {estimator} n’a pas de nombre de variables lisible : ses estimateurs en prennent de différents. A-t-il été enregistré avant d’être ajusté ?',
    incompleteFeaturesOfSteps:
      'Dans le fichier de modèle, {estimator} n’a pas de nombre de variables lisible : ses étapes en prennent de différents. A-t-il été enregistré avant d’être ajusté ?',
    incompleteFeaturesOfTrees:
      'Dans le fichier de modèle, {estimator} n’a pas de nombre de variables lisible : ses arbres en prennent de différents. A-t-il été enregistré avant d’être ajusté ?',
    incompleteKeptColumn:
      'Dans le fichier de modèle, {estimator} n’a pas de colonne conservée lisible. A-t-il été enregistré avant d’être ajusté ?',
    incompleteNames:
      'Dans le fichier de modèle, {estimator} n’a pas de feature_names_in_ lisible : ils ne sont pas aussi nombreux que ses variables. A-t-il été enregistré avant d’être ajusté ?',
    incompleteNotFinite:
      'Dans le fichier de modèle, {estimator} n’a pas de {field} lisible : un nombre y est infini. A-t-il été enregistré avant d’être ajusté ?',
    incompleteOfClasses:
      'Dans le fichier de modèle, {estimator} n’a pas de {field} lisible pour ses classes. A-t-il été enregistré avant d’être ajusté ?',
    incompleteOutput:
      'Dans le fichier de modèle, {estimator} n’a pas de sortie unique lisible (n_outputs_ n’est pas 1). A-t-il été enregistré avant d’être ajusté ?',
    incompleteTree:
      'L’arbre du fichier de modèle n’a pas de {field} lisible. A-t-il été enregistré avant d’être ajusté ?',
    incompleteTreeOutput:
      'L’arbre du fichier de modèle n’a pas de nœuds et de valeurs lisibles d’une seule sortie. A-t-il été enregistré avant d’être ajusté ?',
    limitClasses: 'il a {count} classes',
    limitClassifiers: 'il contient plus de {most} classifieurs',
    limitCoefficients: 'il a plus de {most} coefficients',
    limitDepth: 'un arbre a plus de {most} niveaux',
    limitEstimators: 'il a {count} estimateurs',
    limitFractions: 'ses arbres contiennent plus de {most} fractions',
    limitNodes: 'ses arbres ont plus de {most} nœuds',
    limitOperations: 'il demande plus de {most} opérations',
    limitSteps: 'il a plus de {most} étapes avant son classifieur',
    limitTreeClasses: 'un arbre a {count} classes',
    limitTrees: 'il a plus de {most} arbres',
    mixedColumns:
      'Le modèle est {model} derrière une étape qui mélange les colonnes, et ses arbres comparent avec plus de chiffres qu’on ne peut le faire ici.',
    mixedColumnsCure: 'Entraînez-le sans cette étape, ou entraînez un GradientBoostingClassifier.',
    named: '{article, select, an {un {name}} other {un {name}}}',
    noProbabilities:
      'Le modèle est {model}, qui nomme une classe mais ne donne pas de probabilités.',
    noProbabilitiesLoss:
      'Le modèle est {model} avec la fonction de perte {loss}, qui nomme une classe mais ne donne pas de probabilités.',
    noProbabilitiesOf:
      'Le modèle est {model} de {member}, qui nomme une classe mais ne donne pas de probabilités.',
    noProbabilitiesWithout:
      'Le modèle est {model} sans {option}, qui nomme une classe mais ne donne pas de probabilités.',
    notBest:
      'Le modèle est {model} sans son meilleur estimateur : il n’a pas été ajusté, ou l’a été avec refit=False.',
    notBestCure: 'Ajustez-le avec refit=True, et enregistrez-le, lui ou son best_estimator_.',
    oneOfClasses: 'L’un des estimateurs du modèle a {count} classes, et non 2.',
    onnxCure:
      'Convertissez un autre modèle en ONNX avec skl2onnx en Python, et importez le fichier .onnx.',
    otherPackage:
      'Ce fichier contient {object}, et les modèles de ce type ne peuvent pas être importés.',
    ownKernel:
      'Le modèle est {model} avec un noyau qui lui est propre, qui ne peut pas être importé.',
    ownProgram:
      'Ce fichier contient {object}, programmé par la personne qui l’a écrit : seul ce programme sait ce qu’il fait.',
    ownThreshold:
      'Le modèle est {model}, qui décide entre ses deux classes à une probabilité qui lui est propre.',
    ownThresholdCure:
      'Enregistrez le classifieur qu’il contient, {code}, et fixez la probabilité minimale d’un nom à l’importation.',
    partsClassifier:
      '{holder, select, dictionary {Le fichier contient un dictionnaire : le classifieur est son entrée {entry}} tuple {Le fichier contient un tuple : le classifieur est son entrée {entry}} other {Le fichier contient une liste : le classifieur est son entrée {entry}}}',
    partsEnd: '{clauses}.',
    partsFeatures: 'les variables sont son entrée {entry}',
    partsNames: 'les noms des classes sont son entrée {entry}',
    partsUnused:
      '{count, plural, one {n’est pas utilisé : {entries}} other {ne sont pas utilisés : {entries}}}',
    saveAlone: 'Enregistrez le classifieur scikit-learn seul.',
    saveOneAlone: 'Enregistrez seul celui à utiliser : {code}.',
    severalClassifiers: 'Le fichier de modèle contient plusieurs classifieurs : {classifiers}.',
    severalClassifiersOne: '{entry} ({object})',
    severalFeatureLists: 'Le fichier de modèle a plusieurs listes de variables : {entries}.',
    severalFeatureListsCure:
      'Enregistrez le classifieur avec celle sur laquelle il a été entraîné.',
    severalLabels:
      'Le modèle est {model}, qui donne plusieurs étiquettes à la fois (multi-label) : il ne nomme pas une seule classe par spectre.',
    severalLabelsCounted:
      'Le modèle est {model} qui donne plusieurs étiquettes à la fois (multi-label : {count}) : il ne nomme pas une seule classe par spectre.',
    severalLabelsCountedCure:
      'Entraînez-le avec une classe par spectre, en une seule liste de noms ; ou entraînez un OneVsRestClassifier, qui juge chaque classe à part.',
    severalLabelsCure:
      'Entraînez un classifieur avec une classe par spectre ; ou un OneVsRestClassifier, qui juge chaque classe à part.',
    severalNameLists:
      'Le fichier de modèle a plusieurs listes de noms pour ses classes : {entries}.',
    severalNameListsCure: 'Enregistrez le classifieur avec l’une d’elles.',
    sparse: 'Le modèle est {model} entraîné sur une matrice creuse.',
    sparseCure: 'Entraînez-le sur une matrice dense : {code}.',
    startsFromOther: 'Le modèle est {model} qui part de {start}.',
    startsFromOwn: 'Le modèle est {model} qui part d’un modèle qui lui est propre.',
    stepNoObject:
      'Le modèle est un Pipeline avec une étape qui n’est pas un objet, qui ne peut pas être importé.',
    stepOther: 'Le modèle est un Pipeline avec l’étape {step}, qui ne peut pas être importée.',
    stepsCure:
      'Avant le classifieur peuvent se trouver : {steps}. Convertissez tout autre Pipeline en ONNX avec skl2onnx en Python, et importez le fichier .onnx.',
    tooManyClasses: 'Le modèle est {model} à {count} classes, et {most} est le maximum.',
    tooMuch: 'Le modèle est plus grand que ce qu’un navigateur peut exécuter : {limit}.',
    tooMuchCure:
      'Entraînez-en un plus petit : moins d’arbres, un max_depth plus petit ou un min_samples_leaf plus grand.',
    trainAgain: 'Entraînez-le de nouveau avec scikit-learn {version} ou plus récent.',
    trainWith: 'Entraînez-le avec {option}.',
    trainWithin: 'Entraînez-le dans {code}, qui donne des probabilités et peut être importé.',
    treeCategory:
      'Un arbre du fichier de modèle a le nœud {node}, qui demande une catégorie ({name}) : les intervalles d’un spectre sont des nombres.',
    treeClasses: 'Un arbre du fichier de modèle a {count} classes, mais le modèle en a {expected}.',
    treeFeature: 'Un arbre du fichier de modèle demande la variable {feature} sur {count}.',
    treeFeatures:
      'Un arbre du fichier de modèle prend un autre nombre de variables que le premier.',
    treeLeafCounts:
      'Un arbre du fichier de modèle a la feuille {node}, dont les valeurs ne sont pas des effectifs de classes.',
    treeLeafNumber:
      'Un arbre du fichier de modèle a la feuille {node}, dont la valeur n’est pas un nombre fini.',
    treeNodeAlone: 'Un arbre du fichier de modèle a le nœud {node}, auquel aucun autre ne mène.',
    treeNodeOrder:
      'Un arbre du fichier de modèle a le nœud {node}, qui ne mène à aucun nœud venant après lui.',
    treeNodeThreshold:
      'Un arbre du fichier de modèle a le nœud {node}, dont le seuil n’est pas un nombre fini.',
    treeNodeTwice: 'Un arbre du fichier de modèle a deux fois le nœud {node}.',
    unknownActivation: 'Dans le fichier de modèle, {name} a une fonction d’activation inconnue.',
    unknownSetup: 'Dans le fichier de modèle, {name} a été paramétré d’une façon inconnue.',
    versionOtherWay:
      'Le modèle est {model} de scikit-learn {version}, qui calculait les probabilités d’une autre façon.',
    versionUnknownOtherWay:
      'Le modèle est {model} d’une version inconnue de scikit-learn, qui calculait les probabilités d’une autre façon.',
    versionUnknownWay:
      'Le modèle est {model} de scikit-learn {version}, dont la façon de calculer les probabilités n’est pas connue ici.',
    versionUnknownWayUnknown:
      'Le modèle est {model} d’une version inconnue de scikit-learn, dont la façon de calculer les probabilités n’est pas connue ici.',
  },
  modelPack: {
    bins: '{count} intervalles de {width} Da',
    binsSelected: '{count} intervalles sélectionnés de {width} Da',
    contradicts: 'Le manifeste du modèle se contredit : {fault}.',
    faultAllBins: 'un modèle de marqueurs prend tous les intervalles',
    faultAlleles: 'son tableau d’allèles n’est pas un tableau de {taxa} taxons par {loci} loci',
    faultBins:
      'sa recette {recipe} ne donne pas {count} intervalles de {width} Da à partir de {first} Da',
    faultFeature: 'sa variable {edge} n’est la borne gauche d’aucun intervalle',
    faultFeatureTwice: 'une variable figure deux fois',
    faultFormat1Fit: 'son format 1 n’a ni phylogroupes ni noms qui conviennent aussi',
    faultFormat1Loci: 'son format 1 n’a pas de loci qui nomment seulement',
    faultFormat1Source: 'son format 1 n’a pas de source de ses limites',
    faultFormat1Tilt: 'son format 1 n’a ni pente ni sensibilité',
    faultGroupMember: 'le groupe {group} nomme le taxon {taxon}, qui n’existe pas',
    faultHigh: 'sa probabilité pour une confiance élevée est au-dessous de celle pour une espèce',
    faultHighModerate:
      'sa probabilité pour une confiance élevée est au-dessous de celle pour une confiance moyenne',
    faultIdTwice: 'l’identifiant {id} désigne deux taxons ou groupes',
    faultIonLocus: 'un ion appartient au locus {locus}, qui n’existe pas',
    faultLocusTwice: 'un locus figure deux fois',
    faultMarkersOfClassifier: 'un classifieur n’a pas de marqueurs',
    faultNeedsMarkers: 'un modèle de marqueurs a besoin d’un tableau de marqueurs',
    faultNeedsOutputs: 'un modèle de marqueurs a besoin des sorties {outputs}',
    faultNeedsThresholds: 'un modèle de marqueurs a besoin de seuils pour ses marqueurs',
    faultNoLocusServes: 'aucun locus ne sert à l’acceptation',
    faultOneLine: 'un modèle de marqueurs a une pente et une sensibilité, ou aucune des deux',
    faultOnlyOutgroups: 'il n’a que des espèces à exclure : rien ne peut être nommé',
    faultOutputTwice: 'deux sorties du graphe portent le même nom',
    faultSelfTest: 'son autotest a {probabilities} probabilités pour {taxa} taxons',
    faultServes: 'il dit à quoi servent {told} loci, et en a {loci}',
    faultStrongScore: 'son score pour un résultat fort est au-dessous de celui pour un résultat',
    featuresAreNames:
      'Les variables sont les noms des colonnes avec lesquelles le modèle a été entraîné.',
    filesNone: 'Il ne contenait aucun fichier.',
    filesNothing:
      '{path} n’est ni un modèle ni un tableau de masses de marqueurs ou de pics à surveiller.',
    filesNothingCure:
      'Donnez un paquet de modèle (manifest.json et model.onnx, ou leur .zip), un model.bin de scikit-learn ou un fichier .onnx avec son features_selected.txt, un tableau de masses de marqueurs, ou un tableau de pics à surveiller.',
    filesOfRun: 'C’est une série de spectres, et non un modèle.',
    filesOfRunCure: 'Utilisez-la sur la page Identifier.',
    filesSeveral: '{first} et {second} ne peuvent pas être ajoutés comme un seul.',
    filesSeveralCure: 'Donnez à la fois les fichiers d’un seul modèle, ou d’un seul tableau.',
    filesTogetherCure: 'Donnez ensemble les fichiers d’un modèle.',
    filesWithoutGraph: '{path} est venu sans le graphe qu’il nomme, model.onnx.',
    filesWithoutModel: '{path} est une liste de variables, et son modèle n’est pas venu avec elle.',
    graphBytes:
      'Le graphe {file} du modèle fait {bytes} octets, mais son manifeste en annonce {expected}.',
    graphSum:
      'Le graphe {file} du modèle n’est pas celui que son manifeste nomme : son SHA-256 est {sum}.',
    index: 'La liste des modèles, index.json, n’est pas valide.',
    installCure:
      'Rechargez la page, ou installez de nouveau le modèle depuis son origine. Un modèle qui échoue à ses contrôles n’est jamais utilisé.',
    isOnnx: 'C’est un modèle ONNX, sur {bins}.',
    isOnnxBy: 'C’est un modèle ONNX de {producer}, sur {bins}.',
    isSklearn: 'Le modèle est {model}, scikit-learn {version}, {size}, sur {bins}.',
    isSklearnUnknown: 'Le modèle est {model}, {size}, sur {bins}.',
    manifestJson: 'Le manifest.json du modèle n’est pas du JSON en UTF-8.',
    manifestShape: 'Le manifeste du modèle n’est pas valide : {said}.',
    manifestShapeAt: 'Le manifeste du modèle n’est pas valide à {field} : {said}.',
    noFile: 'Aucun fichier n’a encore été donné.',
    noFileCure: 'Choisissez d’abord les fichiers.',
    noLonger: 'Le modèle n’est plus en cours d’examen.',
    noLongerCure: 'Choisissez à nouveau ses fichiers.',
    numberedClasses:
      'Ses classes ont des nombres au lieu de noms : {labels}. Donnez leurs noms, dans cet ordre, si vous les connaissez.',
    optionId: 'L’identifiant {value} ne peut pas être utilisé.',
    optionIdCure:
      'Donnez de 1 à 64 lettres minuscules, chiffres et traits d’union, sans trait d’union aux extrémités.',
    optionThreshold: 'Le seuil {value} ne peut pas être utilisé.',
    optionThresholdCure: 'Donnez une probabilité de 0 à 1.',
    optionTitle: 'Le titre {value} ne peut pas être utilisé.',
    optionTitleCure: 'Donnez un titre de 1 à {most} caractères.',
    optionVersion: 'La version {value} ne peut pas être utilisée.',
    optionVersionCure: 'Donnez trois nombres séparés par des points : 1.0.0.',
    runtime: 'Le moteur d’exécution n’accepte pas le modèle : {said}.',
    runtimeCure:
      'Vérifiez que la liste de variables est celle avec laquelle ce modèle a été entraîné.',
    sizeCoefficients: '{count} coefficients',
    sizeTrees:
      '{trees, plural, one {{trees} arbre à {nodes} nœuds} other {{trees} arbres à {nodes} nœuds}}',
    takesAllBins: 'Il prend tous les intervalles du spectre traité.',
    tooManyFiles: 'Il y a plus de {most} fichiers ; un modèle en a deux ou trois.',
    tooManyFilesCure:
      'Donnez les fichiers d’un seul modèle. Une série de spectres va sur la page Identifier.',
  },
  markerTable: {
    apartBoth:
      '{one} et {other} ne peuvent être distingués : ils ne diffèrent que par {seen}, trop rarement vu dans les spectres pour trancher ; et par {close}, où leurs masses sont trop proches.',
    apartClose:
      '{one} et {other} ne peuvent être distingués : ils ne diffèrent que par {loci}, où leurs masses sont trop proches.',
    apartNot:
      '{one} et {other} ne peuvent être distingués : aucun locus qu’ils ont tous deux ne diffère entre eux.',
    apartSeen:
      '{one} et {other} ne peuvent être distingués : ils ne diffèrent que par {loci}, trop rarement vu dans les spectres pour trancher.',
    columnAs: '« {heading} » comme {column}',
    columnsMixed:
      'La colonne {column} a des décimales après un point ({point}) et après une virgule ({comma}).',
    columnsPercent:
      'La colonne {column} n’a que des nombres jusqu’à 1 : ajoutez-y un % s’il s’agit de pourcentages, et mettez fraction en en-tête sinon.',
    columnsRead: 'Des colonnes ont été lues sous d’autres noms : {columns}.',
    columnsSame2:
      'Les colonnes « {first} » et « {second} » du tableau peuvent toutes deux être {column}. Renommez celle à lire en {column}, et l’autre autrement.',
    columnsSame3:
      'Les colonnes « {first} », « {second} » et « {third} » du tableau peuvent toutes être {column}. Renommez celle à lire en {column}, et les autres autrement.',
    columnsSameMore:
      'Les colonnes « {first} », « {second} », « {third} » et {count} autres du tableau peuvent toutes être {column}. Renommez celle à lire en {column}, et les autres autrement.',
    columnsUnread: 'Colonnes qui n’ont pas été lues : {columns}.',
    columnsUnreadMore: 'Colonnes qui n’ont pas été lues : {columns} et {count} autres.',
    counts:
      'Le tableau a {rows, number} masses ; elles forment {taxa, number} taxons, {loci, number} loci et {ions, number} ions.',
    cure: 'Écrivez un tableau avec les colonnes taxon, locus, mass (moyenne [M+H]+ en Da) et fraction (des génomes du taxon, de 0 à 1 ou en %) ou genomes (combien portent cette masse), séparées par des virgules, des points-virgules ou des tabulations.',
    empty: 'Le tableau de marqueurs n’a aucune ligne.',
    emptyBelow: 'Le tableau de marqueurs a un en-tête et aucune autre ligne.',
    faultColumns:
      'elle a {count, number} colonnes, et l’en-tête en a {headings}. Une virgule décimale demande des guillemets autour de son nombre, ou des points-virgules entre les colonnes.',
    faultControl: 'un nom contient un saut de ligne ou un autre caractère de commande.',
    faultFraction:
      'la fraction « {fraction} » n’est pas un nombre supérieur à 0 et d’au plus {most}.',
    faultGenomes: 'le nombre de génomes « {genomes} » n’est pas un nombre supérieur à 0.',
    faultLong: 'un nom a plus de {most} caractères.',
    faultMass: 'la masse « {mass} » n’est pas un nombre de 1 000 à 42 000 Da.',
    faultMissing: 'le taxon ou le locus manque.',
    faultPercent: 'la fraction « {fraction} » n’a pas de %, et d’autres en ont un.',
    few: 'Le tableau a un seul taxon ; un modèle en compare au moins deux.',
    fewCure:
      'Donnez au moins deux taxons, avec des protéines de 2 à 12 kDa, comme celles du ribosome.',
    fewLoci: 'Aucun locus du tableau ne peut être recherché dans un spectre de 2 à 21 kDa.',
    fractionsSome: '{taxon}, {locus} : seules certaines masses ont une fraction.',
    fractionsSum: '{taxon}, {locus} : la somme des fractions est {sum}, supérieure à 1.',
    heading: 'L’en-tête du tableau nomme {headings}, et aucune colonne pour {missing}.',
    lociMore: '{loci} et {count} autres',
    many: 'Le tableau donne {taxa} taxons, {loci} loci et {ions} ions ; un modèle peut en avoir {mostTaxa}, {mostLoci} et {mostIons}.',
    manyCure:
      'Laissez de côté les masses rares (une fraction au-dessous de 0,02, par exemple), ou faites plusieurs modèles.',
    massesTaken: 'Les masses sont prises pour celles de la protéine avec un proton, [M+H]+.',
    masslessLine: 'La ligne {line}, sans masse, a été écartée.',
    masslessLines: '{count, number} lignes sans masse ont été écartées : {lines}.',
    masslessLinesMore:
      '{count, number} lignes sans masse ont été écartées : {lines} et {more} autres.',
    noHeading: 'Aucune ligne du tableau ne nomme les colonnes taxon, locus et mass.',
    noMass: 'Aucune ligne du tableau n’a de masse.',
    outOfRange:
      'Écartés, car les spectres ne montrent pas de protéines aussi lourdes ou légères : {loci}.',
    repeatedLine: 'La ligne {line}, qui en répète une autre, a été comptée une fois.',
    repeatedLines:
      '{count, number} lignes qui en répètent d’autres ont été comptées une fois : {lines}.',
    repeatedLinesMore:
      '{count, number} lignes qui en répètent d’autres ont été comptées une fois : {lines} et {more} autres.',
    sizeLines: 'Le tableau a plus de {most} lignes, le maximum qui est lu.',
    supposed:
      'Rien n’a été mesuré de {loci} : chacun est supposé visible dans un spectre sur deux.',
    twice:
      '{taxon}, {locus}, {mass} Da figure deux fois dans le tableau, avec des nombres différents, aux lignes {first} et {second}.',
    unseen: 'Écartés, car on ne les voit pas : {loci}.',
  },
  modelText: {
    title: 'Marqueurs ribosomiques de Klebsiella',
    summary:
      'Nomme Klebsiella et Raoultella d’après les masses de 19 protéines, prédites à partir de 3 358 génomes, et de trois autres qui ne servent qu’à nommer. Connaît 42 espèces apparentées afin de les refuser. N’a besoin d’aucun spectre d’apprentissage : chaque identification peut être vérifiée à la main.',
    limitResearch: 'Pour la recherche uniquement. Ne pas utiliser à des fins de diagnostic.',
    limitChecked:
      'Vérifié par séquençage sur quatre isolats seulement, et pour le reste contre les identifications d’un autre classificateur.',
    limitOxytoca:
      'K. oxytoca a été évalué sur des spectres réels d’une seule souche. L’exactitude sur des spectres réels de K. aerogenes, K. michiganensis, K. grimontii, Raoultella et K. quasivariicola n’est pas connue.',
    limitOneGenome:
      'K. spallanzanii, K. huaxiensis, K. indica et K. variicola subsp. tropica ne sont connus que par un seul génome chacun, et aucun de leurs spectres réels n’a été testé.',
    limitLookAlike:
      'K. africana ressemble à K. pneumoniae, et K. pasteurii à K. michiganensis ou K. grimontii.',
    limitComplex:
      'K. pneumoniae et K. quasipneumoniae diffèrent par une protéine ribosomique, S22, et par trois autres qui ne servent qu’à nommer ; si elles ne sont pas nettes, seul le complexe est nommé.',
    limitRelatives:
      'Les espèces apparentées sont connues afin d’être refusées : la plus proche d’un spectre est une indication, pas une identification.',
    limitSpectra:
      'Évalué sur des spectres de cellules entières en mode linéaire, de 2 à 20 kDa, dont les points sont à moins de 3 Da les uns des autres ; pas sur des listes de pics.',
    noteSubspecies: 'Toutes les sous-espèces de K. pneumoniae.',
    noteTwoGenomes: 'Les marqueurs qui servent à le nommer reposent sur deux génomes.',
    noteOneGenome:
      'Les marqueurs qui servent à le nommer reposent sur un seul génome ; aucun spectre réel n’a été testé.',
    noteKnownFromOne: 'Connu par un seul génome ; aucun spectre réel n’a été testé.',
    noteKnownFromFour: 'Connu par quatre génomes ; aucun spectre réel n’a été testé.',
    noteOneStrain: 'Testé sur des spectres réels d’une seule souche.',
    noteNoDifference:
      'Ces deux espèces et K. pasteurii (Ko4) ne diffèrent par aucune protéine ribosomique visible. L’exactitude sur des spectres réels n’est pas connue.',
    noteAccuracy: 'L’exactitude sur des spectres réels n’est pas connue.',
    noteRaoultella:
      'R. ornithinolytica, R. planticola ou R. terrigena. L’exactitude sur des spectres réels n’est pas connue.',
    noteRefused: 'Connu du modèle uniquement afin d’être refusé.',
    source:
      'Fixés entre les spectres réels disponibles : le plus faible des spectres acceptés, dont 45 d’une plaque et 17 de deux autres laboratoires, a un score de 24,0 ; le meilleur taxon de Klebsiella pour 7 spectres de Citrobacter et 48 autres a un score de 8,5 (docs/evaluation.md).',
    nameOr: '{first} ou {second}',
    nameComplex: 'complexe {name}',
    nameGroup: 'groupe {name}',
    nameSpecies: '{genus} sp.',
    nameSubspecies: '{name} (sous-espèces)',
    nameRelatives: '{name} et apparentés',
    nameOrRelative: '{name} ou un apparenté',
    nameOpenSpecies: '{name}, espèce non résolue',
    nameOpenSubspecies: '{name}, sous-espèce non résolue',
    nameOpen: '{name}, non résolu',
  },
  checked: {
    allPassed: 'Les {count} contrôles sont réussis : cette installation calcule ce qu’elle doit.',
    answer:
      'Il répond « {label} ». Il n’est pas fourni avec cette version : aucune réponse n’est donc enregistrée à laquelle le comparer.',
    answerClose:
      'Comme le donne le score simple en 64 bits, dans la limite de ce que 32 bits contiennent.',
    answerFar: 'Pas ce que donne le score simple.',
    answerSame: 'Comme le donne le score simple en 64 bits.',
    calledOther:
      'L’isolat simulé donne « {label} » (confiance {confidence}, règle {rule}) et devrait donner « {storedLabel} » (confiance {storedConfidence}, règle {storedRule}).',
    calledSame:
      'L’isolat simulé donne « {label} » (confiance {confidence}, règle {rule}), comme il se doit.',
    damagedCure:
      'Rechargez la page ; si cela persiste, les fichiers du serveur sont endommagés : installez-les de nouveau.',
    ended: 'La vérification est terminée.',
    factAddress: 'Adresse',
    factApp: 'Application',
    factAppValue: 'ktyper {version}, build {build}',
    factAtMost: '{count} au plus',
    factBrowser: 'Navigateur',
    factConnected: 'connecté',
    factCores: 'Cœurs du processeur',
    factIsolated: 'Isolation entre origines',
    factNetwork: 'Réseau',
    factNoNeed: 'non ; rien n’en a besoin ici',
    factNotConnected: 'non connecté',
    factNotTold: 'non indiqué',
    factOffline: 'Fonctionne hors ligne',
    factStorage: 'Stockage',
    factWorkers: 'Fils de calcul d’une analyse',
    factYes: 'oui',
    failed:
      '{failures} contrôles sur {count} ont échoué : n’utilisez pas les résultats de cette installation avant d’en avoir trouvé la cause.',
    filesCame: 'Le manifeste et le graphe sont ceux fournis avec l’application.',
    filesNamed: 'Son graphe est celui que son manifeste nomme.',
    filesOther:
      'Le manifeste ou le graphe ne sont pas ceux fournis avec l’application sous cette version.',
    filesSums: 'SHA-256 du graphe {graph}, du manifeste {manifest}.',
    groupFiles: 'Fichiers',
    groupKernel: 'Les étapes rapides à côté des étapes simples',
    groupModels: 'Modèles',
    groupRun: 'Une série entière par les fils de calcul de la page',
    groupSteps: 'Spectre de référence, étape par étape',
    kernelClose: 'WebAssembly et TypeScript donnent presque les mêmes {count, number} nombres.',
    kernelFar: 'WebAssembly et TypeScript donnent des nombres différents.',
    kernelPlain:
      'Les étapes WebAssembly n’ont pas pu être chargées ici ; les étapes simples en TypeScript sont donc utilisées : plus lentes, avec les mêmes nombres.',
    kernelRuns: 'Les étapes en WebAssembly avec SIMD fonctionnent ici.',
    kernelSame:
      'WebAssembly et TypeScript donnent les mêmes {count, number} nombres, au dernier bit près.',
    nameAnswer: '{model} : réponse',
    nameCall: '{model} : résultat',
    nameFiles: '{model} : fichiers',
    nameHostModels: 'Les modèles du serveur',
    nameKernel: 'Quelles étapes fonctionnent',
    nameModels: 'Modèles',
    nameNumbers: 'Nombres enregistrés',
    nameOpening: '{model} : ouverture',
    nameOwnModels: 'Modèles de cet ordinateur',
    nameProbabilities: '{model} : probabilités',
    nameRecord: '{model} : enregistrement',
    nameReferenceRun: 'Série de référence',
    nameReferenceSpectrum: 'Spectre de référence',
    nameRun: '{model} : série',
    nameScores: '{model} : scores',
    nameSelfTest: '{model} : autotest',
    nameShift: '{model} : décalage de masse, ppm',
    nameShown: 'Le spectre tel qu’il est affiché',
    noAnswer: 'Les fils de calcul n’ont pas répondu.',
    noAnswerCure: 'Rechargez la page et vérifiez de nouveau.',
    noModel: 'Aucun modèle n’est installé.',
    noSpectrum: 'La série de référence ne contient aucun spectre.',
    nothing: 'Rien n’a pu être vérifié.',
    notLoaded: 'Un fichier de la vérification n’a pas pu être chargé : {address}.',
    numbersInvalid:
      'Les nombres enregistrés du spectre de référence, check/reference.json, ne sont pas valides.',
    numbersThere: 'check/reference.json est présent et valide.',
    offlineFailed: 'non : {reason}',
    offlineMissing:
      '{count, plural, one {non : # fichier n’a pas pu être téléchargé tel qu’il a été produit} other {non : # fichiers n’ont pas pu être téléchargés tels qu’ils ont été produits}}',
    offlineNotWhole:
      'non : ses fichiers ne sont pas arrivés tels qu’ils ont été produits, ou la place manque. Une nouvelle tentative se fait d’elle-même.',
    offlineNotYet: 'pas encore : l’application n’est pas installée pour un usage hors ligne',
    offlineReady: 'oui : le service worker conserve l’application, ses modèles et l’exemple',
    offlineReadyUpdate:
      'oui : le service worker conserve l’application, ses modèles et l’exemple ; une version plus récente attend d’être prise',
    opened: 'Ses tenseurs sont ceux de son manifeste.',
    outcomeFail: 'Échec',
    outcomeNote: 'Remarque',
    outcomePass: 'Réussi',
    recordOther:
      'Le spectre a été lu comme {uid} en {spot} avec le SHA-256 {sum}, qui n’est pas celui enregistré.',
    recordSame: 'L’archive a été listée et le spectre lu, avec ses noms et son SHA-256.',
    runOther:
      'La série de référence {file} n’est pas celle des nombres enregistrés : son SHA-256 est {sum}.',
    runSum: 'check/{file} a son SHA-256, {sum}.',
    selfTestClose:
      'Ses {count, number} probabilités sont celles de son manifeste, dans sa tolérance.',
    selfTestFar: 'Il répond à son autotest autrement que ne le dit son manifeste.',
    selfTestSame: 'Ses {count, number} probabilités sont celles de son manifeste.',
    shiftClose: 'Celui enregistré, aux derniers chiffres près.',
    shiftFar: 'Pas celui enregistré.',
    shiftSame: 'Celui enregistré.',
    shownClose:
      'Le tracé reçoit les masses, coups et intervalles enregistrés, à leurs derniers chiffres près.',
    shownFar: 'Le tracé reçoit d’autres masses, coups ou intervalles que ceux enregistrés.',
    shownSame:
      'Le tracé reçoit les masses, coups et intervalles enregistrés, jusqu’au dernier chiffre.',
    stepBaseline: 'Ligne de base',
    stepBins: 'Intervalles de 10 Da',
    stepClip: 'Écrêtage et intervalles de 1 Da',
    stepClose:
      'Ses {count, number} nombres ont l’empreinte enregistrée, aux derniers chiffres près.',
    stepCount: 'Cette étape a donné {count, number} nombres au lieu de {expected, number}.',
    stepCounts: 'Lecture des coups (fid)',
    stepFar: 'Ses {count, number} nombres ne sont pas ceux enregistrés.',
    stepMasses: 'Masses d’après les temps de vol (acqu)',
    stepNormalise: 'Normalisation',
    stepNothing: 'Cette étape n’a donné aucun nombre.',
    stepPeaks: 'Pics et bruit',
    stepRoot: 'Racine carrée',
    stepSame: 'Ses {count, number} nombres ont l’empreinte enregistrée, jusqu’au dernier chiffre.',
    stepSmooth: 'Lissage',
    storageKept: 'conservé même quand le disque est presque plein',
    storageMayGo: 'peut être retiré quand le disque est presque plein',
    storageNotTold: 'le navigateur ne l’indique pas',
    storageUsed: '{used} utilisés sur {allowed} que permet le navigateur ; {kept}',
    wrongNumbersCure:
      'Ne rendez aucun résultat avec cette installation. Rechargez la page et vérifiez de nouveau, essayez un autre navigateur sur cet ordinateur, et envoyez le rapport à la personne qui s’occupe de l’installation.',
  },
  told: {
    connectCure:
      'Connectez-vous une fois et rechargez la page ; ensuite elle fonctionne hors ligne.',
    noModelCure: 'Rechargez la page ; si cela persiste, informez la personne qui gère ce site.',
    nothingToDoCure: 'Rien à faire.',
    startAgainCure: 'Recommencez.',
    tableBytes: 'Le tableau fait {count, number} octets ; {most, number} au plus sont lus.',
    tableLine: 'Ligne {line} : {fault}',
    unknown:
      'Une autre version de ktyper a enregistré ici une phrase que celle-ci ne connaît pas ({key} : {values}).',
  },
};
