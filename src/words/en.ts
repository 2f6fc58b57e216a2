/**
 * Every sentence of the page, in English. One file a language; docs/words.md says how to write them. Each message
 * is ICU MessageFormat: `{name}` is a value, `{count, plural, one {# sample} other {# samples}}` a number with its
 * words, `<link>the help</link>` a part that the page shows in a way of its own.
 */
export const en = {
  /** Words that stand in many places. */
  common: {
    cancel: 'Cancel',
    dismiss: 'Dismiss',
    researchUse: 'For research use only. Not for use in diagnostic procedures.',
  },
  /** Head and foot of the application, its notices and its keys. */
  shell: {},
  /** The first page: what to identify, and how. */
  identify: {},
  /** The page of jobs, and what is kept. */
  jobs: {},
  /** A job's results: head, table, panel of a sample. */
  results: {
    attentionNone: 'No sample of this run needs attention.',
    attentionTitle: 'Needs attention',
    attentionMeasures: 'Quality warnings, by measure:',
    attentionListTitle: 'Spot, sample, result and why, for a worklist',
    attentionCopyAll: 'Copy list to repeat ({count})',
    attentionCopyThese: 'Copy these {count}',
    samplesCopied: '{count, plural, one {# sample} other {# samples}} copied.',
  },
  /** The spectrum's plot and its tables. */
  spectrum: {},
  /** Measures of quality, replicates. */
  quality: {},
  /** The target plate. */
  plate: {},
  /** Two models or two jobs side by side. */
  compare: {},
  /** Models: the list, adding one. */
  models: {
    addTitle: 'Add a model',
    addDrop: 'Drop to add a model',
    addFiles:
      '<pointer>Drop its files here:</pointer><touch>Choose its files:</touch> a model pack, a laboratory’s own scikit-learn model (<code>model.bin</code> with <code>features_selected.txt</code>), an <code>.onnx</code> file with its features list, or a table of marker masses. A table of peaks to watch is added here, too. Nothing is uploaded, and nothing that a file asks for is carried out.',
    addChooseFiles: 'Choose model files',
    addFilesName: 'Model files',
    addChooseFolder: 'Choose a pack’s folder',
    addFolderName: 'Folder of a model pack',
    tableTitle: 'How to write a table of marker masses',
    tableForm:
      'A text file with commas, tabs or semicolons, one mass a line. The first line names the columns, in any order:',
    tableTaxon: 'name of the species, as it is to be reported',
    tableLocus: 'name of the protein (S22, L31): the same for all taxa',
    tableMass: 'average mass of the mature protein with one proton, [M+H]⁺ in Da',
    tableGenomes:
      'how many genomes of the taxon carry this mass. With a column <em>fraction</em> beside it: how many genomes the taxon is known from',
    tableFraction: 'part of the taxon’s genomes that carry this mass, 0 to 1; in place of genomes',
    tableDownload: 'Download a table to begin with',
    reading: 'Looking at the files …',
    readingName: 'Looking at the files',
    added: '<strong>{title}</strong> was added and has passed its checks.',
    addedSaid: '{title} was added.',
    addedIsUsed: 'It is used for new jobs.',
    addedUse: 'Use it for new jobs',
    addedList:
      '<strong>{title}</strong> was added. Its peaks are looked for in new jobs; they change no call.',
    addedListSaid: '{title} was added. Its peaks are looked for in new jobs.',
    addedDone: 'Done',
    takenTitle: 'What the files were taken for',
    takenManifest: 'head of a model pack',
    takenOnnx: 'ONNX graph',
    takenPickle: 'scikit-learn model',
    takenFeatures: 'features list',
    takenClasses: 'names of classes',
    takenMarkers: 'table of marker masses',
    takenWatch: 'table of peaks to watch',
    takenOther: 'not of use here',
    formName: 'The model to be added',
    formPack: 'A model pack: <strong>{title}</strong>, {id} {version}.',
    formUnresolvedTitle: 'What this model cannot tell apart',
    formUnresolved: 'A spectrum of any of them gets their names together, and not one of them.',
    formResolved: 'All its taxa can be told apart by their masses.',
    formTitle: 'Title',
    formVersion: 'Version',
    formVersionHint: 'Three numbers with dots: 1.0.0',
    formNamedFrom: 'Names from a probability of',
    formNamedFromHint:
      '0 to 1; below it there is no reliable identification. With 0 the likeliest always is named, as the original did.',
    formWidth: 'Width of the bins',
    formWidthChoose: 'Choose …',
    formWidthOf: '{width} Da',
    formWidthUntold:
      'The features list does not say how wide its bins are, and its edges fit each of these. Choose the width that the model was trained with: with another it would look at the wrong masses.',
    formWidthTold:
      'The features list does not say how wide its bins are, and its edges fit each of these. All its edges lie a multiple of {width} Da apart. Choose another if the model was trained with that.',
    formClasses: 'Names of the classes, which the model has numbers for',
    formClass: 'Class {label}',
    formClassLines: 'Names of the classes, one a line, in the model’s order',
    formAdd: 'Add this model',
    formAdding: 'Checking it …',
    guardRun: 'Run the marker model beside it',
    guardHint:
      'A classifier names one of its classes whatever it sees. The marker model says beside it whether there is a pattern of its genera; without one the confidence is weak at most. It does not run where all classes are by name of other genera.',
    guardRuns:
      'It cannot refuse by itself. {id} {version} says beside it whether there is a {genus} pattern; without one its confidence is weak at most.',
    guardDoesNotRun: 'It cannot refuse by itself, and no marker model runs beside it. {reason}',
    originHost: 'Came with this site.',
    originOwn: 'Added on this computer on {time}.',
    originOwnFrom: 'Added on this computer on {time}, from {files}.',
    notUsed: 'It is not used, because a check failed:',
    isDefault: 'in use unless another is chosen',
    actions: 'Actions for {name}',
    isUsed: 'Used for new jobs',
    use: 'Use for new jobs',
    downloadPack: 'Download the pack',
    remove: 'Remove …',
    removeAsk:
      'Remove {name} from this computer? Jobs that were made with it stay as they are, but cannot be run again with it.',
    removeYes: 'Remove it',
    removeNo: 'Keep it',
    removed: 'The model was removed.',
    listRemoved: 'The list was removed.',
    damaged: 'This model’s files are damaged in the browser’s storage. It is not used.',
    damagedCure: 'Remove it, and add it again from its files.',
    canName: 'What it can name',
    phylogroup: 'Phylogroup',
    groupNote: 'where its members cannot be told apart',
    relatives:
      '{count, plural, one {# relative that it knows only in order to refuse it} other {# relatives that it knows only in order to refuse them}}',
    cannotSay: 'What it cannot say',
    toCite: 'What to cite',
    selfTestTitle: 'Self-test',
    selfTestPassedOn: 'Passed on {time}, before it was added',
    selfTestAlways: 'Run each time the model is opened',
    selfTestRunning: 'Running …',
    selfTestPassed: 'Passed just now: opened and answered as it should in {milliseconds} ms',
    selfTestPassedSaid: 'The model passed its self-test.',
    selfTestRun: 'Run it now',
    technicalTitle: 'Technical details: how it names, its parts and checksums',
    technicalId: 'Id and version',
    technicalKind: 'Kind',
    technicalKindMarkers: 'Marker model: judges by the masses of proteins, and shows its evidence',
    technicalKindClassifier:
      'Classifier: a trained model, which gives probabilities and no evidence',
    technicalNames: 'Names',
    technicalThresholds:
      '{from, select, none {The likeliest always is named} other {A species from {species}}}{weak, select, no {} other {, weakly below {moderate}}}, with high confidence from {high}{groups, select, no {} other {, a group from {group}}}',
    technicalLimits: 'Limits from',
    technicalPreprocessing: 'Preprocessing',
    technicalRecipe:
      '<recipe>{recipe}</recipe>, {count, plural, one {# bin of {width} Da} other {# bins of {width} Da}} from m/z {first}',
    technicalFeatures: 'Features',
    technicalFeaturesOf: '{count, plural, one {# of these bins} other {# of these bins}}',
    technicalMarkers: 'Markers',
    technicalMarkersOf:
      '{loci, plural, one {# locus} other {# loci}}, {ions, plural, one {# ion} other {# ions}}',
    technicalNamesOnly: '{locus} only names, and does not count for acceptance.',
    technicalNameOnly: '{loci} only name, and do not count for acceptance.',
    technicalGraph: 'Graph',
    technicalGraphOf: 'ONNX, {size}',
    technicalGraphSum: 'SHA-256 of the graph',
    technicalManifestSum: 'SHA-256 of the manifest',
  },
  /** Lists of watched masses. */
  watch: {
    helpTitle: 'How to write a table of peaks to watch',
    helpForm:
      'Peaks that a laboratory wants to be told of, of a plasmid’s protein, say: each sample then says whether there is one, and where. They change no call, and a peak is no test for resistance. A text file with commas, tabs or semicolons, one peak a line, 200 at most. The first line names the columns, in any order:',
    helpName: 'what the peak is called, each by a name of its own',
    helpMz: 'm/z of the peak, 2,000 to 20,000',
    helpMass: 'in place of mz: average mass with one proton, [M+H]⁺ in Da',
    helpCharge: '1 or 2; 1 when left out',
    helpTolerancePpm: 'how far off the peak may be, 50 to 3,000 ppm; 500 when left out',
    helpToleranceDa: 'the same in Da, in place of tolerance_ppm',
    helpNote: 'anything',
    helpDownload: 'Download a table of peaks to begin with',
    formName: 'The peaks to be watched',
    formOf:
      '{count, plural, one {A table of # peak to watch.} other {A table of # peaks to watch.}}',
    formTitleHint: 'A name for the list',
    formWatch: 'Watch these peaks',
    formKeeping: 'Keeping it …',
    kind: 'peaks to watch',
    origin: 'Added on this computer on {time}, from <file>{file}</file>.',
    removeAsk:
      'Remove {title} from this computer? Jobs that looked for its peaks keep them, and what was found.',
    lookFor: 'Look for its peaks in new jobs',
    download: 'Download the table',
    peaks: '{count, plural, one {# peak} other {# peaks}}',
    sum: 'SHA-256 of the table',
    peaksOf: 'Peaks of {title}',
    peaksName: 'Name',
    peaksCharge: 'Charge',
    peaksTolerance: 'Tolerance',
    peaksNote: 'Note',
    peaksMass: 'of the mass {mass} Da',
    ppm: '{ppm} ppm',
    unreachable:
      'A part of ktyper could not be fetched, so that the peaks of this table are not looked for.',
    unreachableCure: 'Check the network, reload the page, and try again.',
    insecure: 'This page came over plain HTTP, where browsers do not let it check its own files.',
    insecureCure: 'Open it by its https:// address, or on this computer by http://localhost.',
    damaged: 'This table is not what was added: its SHA-256 differs. Its peaks are not looked for.',
    damagedCure: 'Remove it, and add it again from its file.',
    legend: 'Watched peaks:',
    legendFound: 'found',
    legendMissing: 'looked for here, not found',
    stateFound: 'found',
    stateNotFound: 'not found',
    stateNotLookedFor: 'not looked for',
    lineCount: '{found} of {looked} found',
    lineFound: '{name}: found at {mz}',
    lineFoundIn: '{name}: found in {found} of {looked} at {mz}',
    lineNotFound: '{name}: not found',
    lineNotLookedFor: '{name}: not looked for',
    sectionTitle: 'Watched peaks',
    sectionLists:
      'List: {names}. A peak of at least 3 times the noise within the tolerance counts as found. It changes no call, and is no test for what it stands for.',
    sectionUnread: 'This sample’s spectra were not read, so nothing was looked for.',
    sectionUnmoved:
      '<strong>Not recalibrated</strong>: {count, plural, one {the model did not accept the spectrum, or knows no mass error, so that peaks were looked for where the table has them.} other {the model did not accept the spectra, or knows no mass error, so that peaks were looked for where the table has them.}}',
    sectionSomeUnmoved:
      '{count, plural, one {# spectrum was <strong>not recalibrated</strong>, since the model did not accept it.} other {# spectra were <strong>not recalibrated</strong>, since the model did not accept them.}}',
    sectionEach:
      'Each spectrum is looked at by itself; the numbers are of the one where the peak is highest.',
    sectionTable: 'Watched peaks of this sample',
    sectionName: 'Name',
    sectionExpected: 'Expected<below>here at</below>',
    sectionRecalibrated: 'Recalibrated<below>found at</below>',
    sectionOffBy: 'Off by',
    sectionNoise: '× noise',
    sectionFound: 'found, ±{ppm} ppm',
    sectionFoundIn: 'found in {found} of {looked}, ±{ppm} ppm',
    sectionNotFound: 'not found, ±{ppm} ppm',
    sectionNotLookedFor: 'not looked for, ±{ppm} ppm',
  },
  /** Help, privacy, limits, licences. */
  help: {
    limitsTitle: 'Limits',
    limitsSpectra:
      'ktyper reads spectra of linear mode as they were recorded: Bruker flex folders, mzML, mzXML and text. What was processed or picked into peaks is refused. The example run is simulated: it shows how the page works, and says nothing about how often ktyper is right.',
    privacyTitle: 'Nothing is uploaded, and how to check it',
    privacyStorage:
      'Spectra are read, processed and classified on this computer. Jobs, their results and (unless you switch that off) the files of their runs are kept in this browser’s own storage, under <jobs>Jobs</jobs>, until you delete them or clear the site’s data. There are no accounts, no cookies and no statistics.',
    privacyTools:
      'Open the browser’s developer tools (F12), choose <em>Network</em>, and run a job: every request goes to the address that this page came from, and is for a part of the app, its model or the example. None carries data.',
    privacyUnplug:
      'Or unplug the network once the page has been loaded. Everything goes on working.',
    privacyPolicy:
      'The site tells the browser to refuse connections to anywhere else (its <code>Content-Security-Policy</code>: <code>connect-src {self}</code>), so that a mistake in the program could not send anything to a third party either.',
    offlineReady: 'This copy is ready to work offline.',
    offlineReadyNow: 'This copy is ready to work offline, and is offline now.',
    offlineFailed: 'The page is not installed for offline use: {reason}',
    offlineMissing:
      '{count, plural, one {One file} other {# files}} that this copy needs to work offline could not be fetched as built. ktyper tries again by itself, and when the page is opened.',
    offlineNotYet: 'This copy is not installed for offline use yet.',
  },
  /** The check of this installation. */
  check: {
    begun: 'The check has begun.',
    reportName: 'Report of the check',
    running: '{count, plural, one {Checking: # line so far …} other {Checking: # lines so far …}}',
    print: 'Print',
    saveText: 'Text',
    saveJson: 'JSON',
    again: 'Check again',
    tableName: 'What was checked',
    tableOutcome: 'Outcome',
    tableCheck: 'Check',
    tableFound: 'What was found',
    offBy: 'Off by {distance} (allowed: {tolerance}).',
    factsTitle: 'What ran where',
    factsDate: 'Date',
    signedBy: 'Checked by',
    signedOn: 'Date',
    signature: 'Signature',
  },
} as const;
