/**
 * Every sentence of the page, in English. One file a language; docs/words.md says how to write them. Each message
 * is ICU MessageFormat: `{name}` is a value, `{count, plural, one {# sample} other {# samples}}` a number with its
 * words, `<link>the help</link>` a part that the page shows in a way of its own.
 */
export const en = {
  /** Words that stand in many places. */
  common: {
    close: 'Close',
    closeByKey: 'Close (Esc)',
    copied: 'Copied.',
    copyChecksum: 'Copy the checksum',
    copyCitation: 'Copy the citation',
    copyToken: 'Copy the token',
    delete: 'Delete',
    detailsCopy: 'Copy details for a report',
    detailsCopied: 'Copied',
    detailsContent: '(no names of samples or files)',
    dismiss: 'Dismiss',
    durationShort: 'less than 1 s',
    durationSeconds: '{seconds} s',
    durationMinutes: '{minutes} min',
    durationHours: '{hours} h',
    durationHoursMinutes: '{hours} h {minutes} min',
    jobName: 'Name of the job',
    jobRename: 'Rename',
    jobRenameIt: 'Rename the job {name}',
    partAbsentCure: 'Check the network, reload the page, and try again.',
    researchUse: 'For research use only. Not for use in diagnostic procedures.',
    runReadFrom: 'It was read from <files>{files}</files>',
    runReadFromBoth:
      'It was read from <files>{files}</files>, with the sample sheet <sheet>{sheet}</sheet>: choose both together',
    runFile: 'The run’s file',
    runFolder: 'The run’s folder',
    runChooseFile: 'Choose the file',
    runChooseFileToGoOn: 'Choose the file to go on',
    runChooseFolder: 'Choose the folder',
    runChooseFolderToGoOn: 'Choose the folder to go on',
    timeUnknown: 'an unknown day',
    undo: 'Undo',
  },
  /** Head and foot of the application, its notices and its keys. */
  shell: {
    skip: 'To the content',
    updatedOnHost: 'ktyper was updated on its host.',
    updatedReload:
      'A part of this page, which is of the version before, is no longer there. Reload it: your jobs stay as they are.',
    reload: 'Reload',
    updateReady: 'A newer version is ready.',
    updateWaits: 'It waits until the running job is done.',
    updateTabs:
      '{count, plural, one {Close # other ktyper tab first.} other {Close # other ktyper tabs first.}}',
    updateSafe: 'Your jobs stay as they are.',
    updateTake: 'Reload with it',
    updateLater: 'Later',
    brand: 'ktyper',
    brandLabel: 'ktyper, start page',
    pages: 'Pages',
    pageIdentify: 'Identify',
    pageJobs: 'Jobs',
    pageModels: 'Models',
    pageHelp: 'Help',
    progressOf: 'Progress of {name}',
    themeSystem: 'Theme: System',
    themeLight: 'Theme: Light',
    themeDark: 'Theme: Dark',
    themeSystemChange: 'Theme: System. Change to: Light',
    themeLightChange: 'Theme: Light. Change to: Dark',
    themeDarkChange: 'Theme: Dark. Change to: System',
    offlineReady: 'Ready to work offline',
    offlineNow: 'Offline: everything works',
    offlineNotReady: 'Not ready to work offline',
    offline: 'Offline',
    footerPrivate: 'Nothing is uploaded',
    footerVersion: 'ktyper {version}',
    drop: 'Drop to identify',
    dropWaits: 'Drop to identify. It waits until the running job is done.',
    noticeClose: 'Close this message',
    keysTitle: 'Keys',
    keySearch: 'Go to the search field of the page',
    keyMove: 'Move in the table; with the panel open, show the next sample',
    keyEnds: 'Go to the first or the last row',
    keyScreen: 'Move by a screen of rows',
    keyOpen: 'Open the panel of the row, or of the spot on a plate',
    keyClose: 'Close the panel, a menu, or this list',
    keyAlong: 'On a plate or in a spectrum: move along',
    keyPeak: 'In a spectrum: go to the peak before or after',
    keyZoom: 'In a spectrum: zoom in and out',
    keyHeight: 'In a spectrum: make peaks taller or lower',
    keyWhole: 'In a spectrum: show all of it',
    keyList: 'Show this list',
    faultTitle: 'Something went wrong',
    faultAgain: 'Try again',
    fault: 'This page met a fault of its own: {message}',
    faultCure:
      'Your jobs are kept. Try again, or reload the page; if it happens again, please report it.',
    unknownPageTitle: 'Page not found – ktyper',
    unknownTitle: 'Page not found',
    unknownPath:
      '<path>{path}</path> is not an address of ktyper. Check it, or take one of the links below.',
    unknownLinks: '<identify>Identify spectra</identify> or look through your <jobs>jobs</jobs>.',
    unsupportedPageTitle: 'ktyper cannot run here',
    unsupportedTitle: 'ktyper cannot run in this browser',
    unsupportedWhy:
      'Everything is computed on this computer, within the browser, and for that the browser must be able to do a little more than show a page.',
    unsupportedHelp: 'How ktyper works',
    notSecure:
      'This page was not opened over a secure connection, so the browser switches off what it needs.',
    notSecureCure: 'Open it over https, or on this computer under http://localhost.',
    noWorkers: 'This browser has no Web Workers.',
    noSimd: 'This browser cannot run WebAssembly with SIMD instructions.',
    noDecompression: 'This browser cannot read compressed archives.',
    newerBrowser:
      'Use a current Chrome, Edge, Firefox or Safari; on a managed computer, ask for WebAssembly to be allowed.',
  },
  /** The first page: what to identify, and how. */
  identify: {
    pageTitle: 'ktyper: Klebsiella species from MALDI-TOF spectra',
    title: 'Identify <i>Klebsiella</i> species from MALDI-TOF spectra',
    intro:
      'Give ktyper a run of your Biotyper, and it says of each isolate which species it is, or why it cannot tell and what to do.',
    droppedLabel: 'What was dropped',
    droppedNoJob: 'No job was made.',
    droppedUseSheet: 'Use as sample sheet',
    droppedAddModel: 'Add as a model',
    droppedSheet:
      '{path} is a sample sheet, with {rows, plural, one {# row} other {# rows}} for {samples, plural, one {# sample} other {# samples}}, and there was no spectrum with it.',
    droppedSheetCure: 'Use it for the next run, or drop it together with its run.',
    droppedWatch: '{path} is a table of peaks to watch, and there was no spectrum with it.',
    droppedModel: '{path} is a model or a part of one, and there was no spectrum with it.',
    droppedModelCure: 'Add it on the page Models, and then drop a run.',
    drop: 'Drop a run here',
    dropByTouch: 'Choose a run',
    dropKinds:
      'a folder, a .zip or a .tar.gz with fid and acqu files in it, or spectra as mzML, mzXML or text',
    files: 'Files',
    filesChoose: 'Choose files',
    folder: 'Folder',
    folderChoose: 'Choose folder',
    example:
      'No run at hand? <go>Try the example run</go> <what>(simulated spectra of a whole plate)</what>',
    private:
      'Your spectra stay on this computer. Nothing is uploaded. <link>How to check that</link>',
    next: 'The next job',
    nextModel: 'Model: {model}',
    nextSheet: 'Sample sheet: {path}',
    nextSheetOfRun: 'Sample sheet: the one in the run, if there is one',
    nextGroupedByName: 'Samples: spectra of one name are one sample',
    nextGroupedBySpots:
      'Samples: {every, plural, other {every # neighbouring spots are one sample}}',
    nextGroupedBySpotsFrom:
      'Samples: {every, plural, other {every # neighbouring spots are one sample}}, from {from}',
    nextWatched: 'Watched peaks: {lists}',
    nextName: 'Job name: {name}',
    nextChange: 'Change',
    nextDone: 'Done',
    sheetRead:
      'The sample sheet has {rows, plural, one {# row} other {# rows}} for {samples, plural, one {# sample} other {# samples}}. What of them names no spectrum is said as soon as a run’s files are listed.',
    sheetMore:
      '{count, plural, one {# more message is in the results.} other {# more messages are in the results.}}',
    modelGone:
      'The model {gone}, which you chose, is no longer there. New jobs use {model}. <use>Use this one from now on</use>',
    name: 'Job name',
    nameOfRun: 'The run’s own title',
    sheet: 'Sample sheet',
    sheetChoose: 'Choose a sample sheet',
    sheetRemove: 'Remove',
    sheetHint:
      'A table with the columns spectrum_id and sample_id: spectra of one sample are averaged and get one answer. Without one, each spectrum is a sample.',
    samples: 'Samples',
    samplesBySheet: 'As the sample sheet says; without one, each spectrum is a sample',
    samplesByName: 'Spectra of one name are one sample',
    samplesBySpots: 'Neighbouring spots are one sample',
    samplesSpots: 'Spots of a sample',
    samplesStart: 'First spot',
    samplesStartOfRun: 'of the run',
    samplesStartWrong:
      'No plate has a spot {spot}. Type one such as B3, or nothing for the first spot of the run.',
    samplesHint:
      'Spectra of one sample are averaged and get one answer. Spots are counted along the row, and on from the end of a row to the beginning of the next: A12 stands before B1, on a plate of 384 A24. The first sample begins at the first spot of the run, calibrants not counted, unless another is typed. A spot that was left empty counts as a spot of its group. Groups with spots missing are said in the results. Sheets in the run do not count then.',
    model: 'Model',
    modelOwn: 'added on this computer',
    modelLimits: 'What it cannot say:',
    modelMore: 'More about the models',
    lastJobs: 'Last jobs',
    lastJobsAll: 'All jobs',
    welcome: 'What goes in, what happens, what comes out',
    welcomeAgain: 'What ktyper does',
    welcomeIn: 'In goes a run',
    welcomeInPicture: 'A target plate with its spots, beside the folder of its run',
    welcomeInWhat:
      'The spectra of a Biotyper: a folder, a .zip or a .tar.gz. Or mzML, mzXML and text from other instruments.',
    welcomeRead: 'Here its peaks are read',
    welcomeReadPicture: 'A spectrum, in which three peaks are marked as those of a species',
    welcomeReadWhat:
      'The masses of ribosomal proteins tell the species apart. ktyper looks for them in each spectrum, in this browser.',
    welcomeOut: 'Out comes a species, or why not',
    welcomeOutPicture:
      'A table: a species and its confidence for each isolate, and one isolate to measure again',
    welcomeOutWhat:
      'For each isolate: the species, how sure it is and by which peaks. Where there is none: the reason, and what to do next.',
    install:
      'ktyper can be installed on this computer like a program, and works there without a network.',
    installNow: 'Install ktyper',
  },
  /** The page of jobs, and what is kept. */
  jobs: {
    pageTitle: 'Jobs – ktyper',
    title: 'Jobs',
    reading: 'Reading the jobs…',
    none: 'There is no job on this computer. <link>Identify a run</link>, and it is kept here, in this browser, until you delete it.',
    oldLabel: 'Old jobs',
    oldDue:
      '{count, plural, one {# job is} other {# jobs are}} older than {days, plural, one {# day} other {# days}}. {count, plural, one {It is not removed yet.} other {None of them is removed yet.}}',
    oldFirst:
      'It would be the first time that jobs are removed because of their age. This computer’s clock says {now}.',
    oldMore:
      'In the last month, {count, plural, one {# job was} other {# jobs were}} removed because of their age, and these are more. This computer’s clock says {now}: if that is wrong, the jobs are not old.',
    oldClock:
      'This computer’s clock says {now}, but something was written here on {written}. One of the two is wrong, so that the age of these jobs is not sure.',
    oldWhich: '{count, plural, one {Which it is} other {Which they are}}',
    oldRest: 'And {count} more.',
    oldKeep: '{count, plural, one {Keep it} other {Keep them}}',
    oldRemove: '{count, plural, one {Remove it} other {Remove them}}',
    oldRemoved: '{count, plural, one {# job} other {# jobs}} removed.',
    waitingLabel: 'Jobs that were interrupted',
    waiting:
      '{count, plural, one {# job was interrupted and can go on. Open it to see what it needs:} other {# jobs were interrupted and can go on. Open one to see what each needs:}}',
    search: 'Search the jobs',
    searchWhat: 'Search by name, file or token',
    searchNone: 'No job matches “{text}”. <all>Show all</all>',
    count: '{count, plural, one {# job} other {# jobs}}',
    countShown: '{shown} of {count, plural, one {# job} other {# jobs}}',
    deleteChosen: 'Delete {count, plural, one {# job} other {# jobs}}',
    deleted: '{count, plural, one {# job} other {# jobs}} deleted.',
    deletedBefore: 'It was deleted already, in another tab.',
    markAll: 'Mark all',
    columnName: 'Name',
    columnStatus: 'Status',
    columnSamples: 'Samples',
    columnInput: 'Input',
    columnCreated: 'Created',
    columnActions: 'Actions',
    mark: 'Mark {name}',
    simulated: 'simulated',
    inputFiles: '{count, plural, one {# file} other {# files}}',
    deleteIt: 'Delete {name}',
    statusInitialising: 'Initialising',
    statusQueued: 'Queued',
    statusRunning: 'Running',
    statusCompleted: 'Completed',
    statusFailed: 'Failed',
    statusCancelled: 'Cancelled',
    statusInterrupted: 'Interrupted',
    statusDamaged: 'Damaged',
    sizeDamaged: 'Its record cannot be read',
    sizeNone: 'No samples',
    sizeSpectra: '{count, plural, one {# spectrum} other {# spectra}}',
    sizeNamed: '{named} of {samples, plural, one {# sample} other {# samples}} named',
    token: 'Open a job by its token',
    tokenOpen: 'Open',
    tokenWrong: 'A token is 32 hexadecimal digits in five groups, as on a job’s page.',
    settings: 'What is kept, and for how long',
    purge: '<label>Remove jobs that are older than</label> <field>{days}</field> days',
    purgeDays: 'Days that jobs are kept',
    purgeDaysWrong: 'Give a whole number of days from 1 to {most}.',
    purgeOff:
      'Off: jobs are kept until you delete them. {older, plural, =0 {None is} one {# job is} other {# jobs are}} older than {days, plural, one {# day} other {# days}} now.',
    purgeOn: 'Looked for whenever ktyper is opened, and each day.',
    purged:
      '{count, plural, one {# job} other {# jobs}} older than {days, plural, one {# day} other {# days}} removed.',
    purgeTitle: 'Remove {count, plural, one {# job} other {# jobs}} now?',
    purgeAsk:
      '{count, plural, one {# job of {all} is} other {# jobs of {all} are}} older than {days, plural, one {# day} other {# days}}. They go with their results and kept files, and this cannot be undone. Later ones go when they are that old.',
    purgeNo: 'Keep all jobs',
    purgeYes: 'Remove {count, plural, one {# job} other {# jobs}}',
    files: 'Keep each run’s files on this computer so that its spectra can be shown later',
    filesLimit: 'Up to {limit} of a run; they are deleted with their job.',
    filesRemove: 'Remove the {size} that are kept',
    filesTitle: 'Remove {size} of runs’ files?',
    filesAsk:
      'The jobs and their results stay. Their spectra can then be shown, or run again with another model, only if you choose the files of the run again. This cannot be undone.',
    filesNo: 'Keep them',
    filesYes: 'Remove them',
    filesRemoved: '{size} of runs’ files removed. The jobs and their results are kept.',
    filesOff: 'Keeping the files of runs is switched off on the page Jobs.',
    filesTooLarge: 'They take {size}; up to {limit} of a run are kept on this computer.',
    filesNoRoom: 'The browser had no room left to keep them.',
    filesFailed: 'The browser could not keep them.',
    filesGone: 'What was kept of it has been removed.',
    storage:
      'Storage in use: {size} <how>(by the browser’s estimate, with the app and its models).</how>',
    storageFiles:
      'Storage in use: {size}, of it {files} the files of runs <how>(by the browser’s estimate, with the app and its models).</how>',
    storageSafe: 'The browser keeps it also when the disk is short.',
    storageUnsafe: 'The browser may remove it when the disk is short.',
    storageAsk: 'Ask it to keep the jobs',
    storagePromised: 'The browser will keep the jobs also when the disk is short.',
    storageNotPromised: 'The browser did not promise it. Download what must not be lost.',
    nameOfDrop: 'Dropped files',
    nameOfChoice: 'Chosen files',
    nameOfExample: 'Example run',
    nameOfNothing: 'Nothing',
    nameOfSeveral: '{name} and {count, plural, one {# more} other {# more}}',
    started: '{name}: started.',
    progress: '{done} of {found, plural, one {# spectrum} other {# spectra}} done.',
    endCompleted: '{name}: completed, {samples, plural, one {# sample} other {# samples}}.',
    endFailed: '{name}: failed, {samples, plural, one {# sample} other {# samples}}.',
    endCancelled: '{name}: cancelled, {samples, plural, one {# sample} other {# samples}}.',
    endInterrupted: '{name}: interrupted, {samples, plural, one {# sample} other {# samples}}.',
    cancelledEarly: 'Cancelled before the first spectrum was finished.',
    cancelled:
      'Cancelled. Results for the {done} of {found, plural, one {# spectrum} other {# spectra}} finished before that are shown.',
    cancelledListing:
      'Cancelled. Results for the {done, plural, one {# spectrum} other {# spectra}} finished before that are shown. {found} had been found by then, and there may be more.',
    groupedByName:
      'Samples: spectra of one name are one sample; {samples, plural, one {# sample} other {# samples}}.',
    groupedBySpots:
      'Samples: {every, plural, other {every # neighbouring spots are one sample}}; {samples, plural, one {# sample} other {# samples}}.',
    groupedBySpotsFrom:
      'Samples: {every, plural, other {every # neighbouring spots are one sample}}, from {from}; {samples, plural, one {# sample} other {# samples}}.',
    interrupted: 'The page was closed before this job was done. What it had done by then is here.',
    interruptedCure: 'Choose the same file or folder again, and it goes on.',
    needsFiles:
      'The page was closed before this job was done, and its files are not on this computer. {why}',
    needsFilesEarly: 'They were not yet copied when the page went away.',
    stoppedOften:
      'This job was begun {count, plural, one {# time} other {# times}}, and each time the page ended before it came any further.',
    stoppedOftenCure:
      'Close other tabs, since the memory may be full, and let it go on; or delete it.',
    dropEmpty: 'There was no file in what was dropped.',
    dropEmptyCure:
      'Drop the run’s folder, or a .zip or .tar.gz of it, or spectra as mzML, mzXML or text.',
    choiceEmpty: 'There was no file in what was chosen.',
    choiceEmptyCure: 'Choose the run again.',
    fault: 'ktyper met a fault of its own and stopped this job: {message}',
    faultCure: 'What was done is kept. Please report it with the details from this message.',
    otherInput: 'That is not what this job was read from. It needs {wanted}; chosen was {chosen}.',
    otherInputNothing:
      'That is not what this job was read from. It needs {wanted}; chosen was nothing.',
    otherInputCure:
      'Choose the same again, under the same name; or drop what you have as a new job.',
    otherInputPart: '{path} ({size})',
    otherInputFolder: '{path} ({size}), {files, plural, one {# file} other {# files}}',
    otherInputAnd: '{first} and {second}',
    missingSamples:
      'This job is not whole: the browser’s storage lacks the results of {lackingSamples} of {samples, plural, one {# sample} other {# samples}}.',
    missingSpectra:
      'This job is not whole: the browser’s storage lacks the results of {lackingSpectra} of {spectra, plural, one {# spectrum} other {# spectra}}.',
    missingBoth:
      'This job is not whole: the browser’s storage lacks the results of {lackingSamples} of {samples, plural, one {# sample} other {# samples}}, and of {lackingSpectra} of {spectra, plural, one {# spectrum} other {# spectra}}.',
    missingCure:
      'Do not take it for the whole run. Identify the run again; the results that are here can still be exported.',
    exampleAbsent: 'The example run could not be loaded.',
    exampleAbsentCure: 'Connect once and reload the page; afterwards it works offline.',
    noModel: 'No model is installed with this copy of the app.',
    noModelCure: 'Reload the page; if it stays so, tell whoever runs this site.',
    modelAbsent:
      'The model {key}, which this job is to be run with, is not installed here any more.',
    modelAbsentCure:
      'Add it again on the page Models, or drop the run again and choose another model.',
    partAbsent: 'A part of ktyper could not be fetched.',
  },
  /** A job's results: head, table, panel of a sample. */
  results: {
    attentionNone: 'No sample of this run needs attention.',
    attentionTitle: 'Needs attention',
    attentionMeasures: 'Quality warnings, by measure:',
    attentionListTitle: 'Spot, sample, result and why, for a worklist',
    attentionCopyAll: 'Copy list to repeat ({count})',
    attentionCopyThese: 'Copy these {count}',
    samplesCopied: '{count, plural, one {# sample} other {# samples}} copied.',
    opening: 'Opening the job…',
    exportAll: 'All {count, plural, one {# sample} other {# samples}}',
    exportShownAll: 'As shown: all {count, plural, one {# sample} other {# samples}}',
    exportShownSome: 'As shown: {shown} of {count, plural, one {# sample} other {# samples}}',
    exportShownBy: '{shown}, {order}',
    exportBySample:
      '{order, select, descending {by sample, last to first} other {by sample, first to last}}',
    exportByRun:
      '{order, select, descending {by run, last to first} other {by run, first to last}}',
    exportBySpot:
      '{order, select, descending {by spot, last to first} other {by spot, first to last}}',
    exportBySpecies:
      '{order, select, descending {by species, last to first} other {by species, first to last}}',
    exportByConfidence:
      '{order, select, descending {by confidence, best first} other {by confidence, worst first}}',
    exportByPattern:
      '{order, select, descending {by pattern, not judged first} other {by pattern, yes first}}',
    exportByRunnerUp:
      '{order, select, descending {by runner-up, highest first} other {by runner-up, lowest first}}',
    exportByQuality:
      '{order, select, descending {by quality, worst first} other {by quality, best first}}',
    exportByReplicates:
      '{order, select, descending {by replicates, agreeing first} other {by replicates, contradicting first}}',
    exportByWatched:
      '{order, select, descending {by watched peaks, most found first} other {by watched peaks, fewest found first}}',
    exportByStatus:
      '{order, select, descending {by status, last to first} other {by status, first to last}}',
    exportShort: 'Short table',
    exportShortHint:
      'CSV for spreadsheets: sample, spot, species, confidence, what to do, run, time',
    exportCsv: 'CSV',
    exportCsvHint: 'The full table, for spreadsheets',
    exportTsv: 'TSV',
    exportTsvHint: 'The full table, for programs',
    exportJson: 'JSON',
    exportJsonHint: 'Everything, with all probabilities and evidence',
    exportLines: 'Lines of JSON',
    exportLinesHint: 'The same, one sample a line (JSONL)',
    exportOriginal: 'Original three columns',
    exportOriginalHint: 'Name, species and score as ktyper 0.0.1 had them, without a header',
    exportSheet: 'Sample sheet to fill in',
    exportSheetHint: 'A row a spectrum, to say which are replicates of one sample',
    exportPartAbsent: 'A part of ktyper could not be fetched, so that nothing was written.',
  },
  /** The spectrum's plot and its tables. */
  spectrum: {},
  /** Measures of quality, replicates. */
  quality: {},
  /** The target plate. */
  plate: {},
  /** Two models or two jobs side by side. */
  compare: {
    opening: 'Opening the jobs…',
  },
  /** Models: the list, adding one. */
  models: {
    pageTitle: 'Models – ktyper',
    title: 'Models',
    intro:
      'A model is what turns a spectrum into a name. Before it may be used its files are checked against their checksums, and it must answer a self-test with the numbers that it was published with. Each job keeps the version and the checksum of the model that it was made with.',
  },
  /** Lists of watched masses. */
  watch: {},
  /** Help, privacy, limits, licences. */
  help: {
    pageTitle: 'Help – ktyper',
    title: 'Help',
    onThisPage: 'On this page',
    howTitle: 'How it works',
    howRun:
      'You drop or choose a Biotyper run: its folder, or a .zip or .tar.gz of it. ktyper finds the acquisitions in it (<code>fid</code> beside <code>acqu</code>) and takes names and spots from <code>runInfo.json</code> where there is one. Calibration spots are left out. Spectra as mzML, mzXML or text of two columns are read too, alone or among the others: as they were recorded, not as peaks and not processed. A file of several spectra gives several rows.',
    howSpectra:
      'Each spectrum is read, smoothed, baseline-corrected, scaled and put in bins of 1 Da, as in the original application. A spectrum that cannot be read becomes a row with its reason; the others are not affected.',
    howModel:
      'The <link>model</link> looks for the masses of ribosomal proteins, which follow from a species’ genome. Each protein (locus) that is found, or missed, speaks for or against each species.',
    howCall:
      'From the sum a call is made, or refused. Select a row to see which markers were found where, and the probabilities of all taxa.',
    howSheet:
      'A sample sheet makes one sample of several spectra: they are averaged and get one answer. It is a table with the columns <code>spectrum_id</code> and <code>sample_id</code>, as an Excel workbook or as text, in the run, dropped with it or chosen before. A spectrum is called as the page calls it, or by its spot, its folder or its uid. Rows that match nothing are listed; a sheet of the run to fill in is under <em>Export</em> in its results. A sheet that comes with a folder or an archive counts for what is in it; one that is chosen, or lies beside them, for all. Without a sheet, spectra of one name or of neighbouring spots can be one sample: choose it under <em>Samples</em> on the first page. Spots are counted from the first spot of the run, or from the one that you type; a spot that was left empty counts, so its group has a spectrum less, which is said.',
    callsTitle: 'How a call is made',
    callsIntro:
      'The probabilities compare the taxa of the model with one another and always add up to 100%, whatever was measured. So whether the spectrum looks like any of them is asked first, and the answer may be that it does not.',
    callsSays: 'The table says',
    callsWhen: 'when',
    callsRule: 'Rule',
    callsOwn:
      'A laboratory’s own classifier has no markers and names one of its classes whatever it sees. So the marker model runs beside it, and each row says whether there is a <i>Klebsiella</i> pattern. Where there is none, the name stays and its confidence is weak at most, unless the class is by its name of another genus. On its card a model can be left to itself.',
    ruleNoSpectrum: 'No spectrum',
    ruleNoSpectrumWhen: 'The file is empty or cannot be read; the row says why.',
    ruleOutside: 'Outside what the model was judged on',
    ruleOutsideWhen:
      'The spectrum does not reach from m/z {from} to {to}, or its points are more than {spacing} Da apart.',
    rulePoor: 'Poor spectrum',
    rulePoorWhen:
      'Fewer than {count, plural, one {# peak is} other {# peaks are}} higher than 5 times the noise.',
    ruleRelative: '{pattern}: closest to a relative',
    ruleRelativeWhen:
      'The taxon with the best score is one that the model knows only in order to refuse it, and it fits: it has a score of {score} or more, at least {supported, plural, one {# locus} other {# loci}} for it, and at most {contradicted} against it.',
    ruleNoPattern: '{pattern}: nothing known fits',
    ruleNoPatternWhen:
      'The taxon with the best score does not fit. One that fits has a score of {score} or more, at least {supported, plural, one {# locus} other {# loci}} for it, and at most {contradicted} against it. Loci that only name are not counted.',
    ruleWeak: 'A species, weak',
    ruleWeakScoreWhen:
      'Its probability is at least {limit}, but the best score is below {score}, or its own score or loci would not do.',
    ruleWeakWhen: 'It is the likeliest, but its probability is below {limit}.',
    ruleModerate: 'A species, moderate',
    ruleHigh: 'A species, high',
    ruleSpeciesWhen: 'Its probability is at least {limit}.',
    ruleGroupWhen:
      'No species in it is probable enough, but {group} as a whole has at least {limit}.',
    ruleNone: 'No reliable identification',
    ruleNoneWhen: 'Neither a species nor a group is probable enough.',
    qualityTitle: 'How quality is judged',
    qualityIntro:
      'Each spectrum is measured after the features that go with a right identification in the literature (Cuénod et al. 2021, <link>doi:10.3389/fcimb.2021.646648</link>). Most limits come from 46 spectra of one good plate, since the literature gives few numbers: a warning says that a spectrum is unlike those, a failure that it is far from them. Quality changes no call; it tells what to measure again, and whether something is the matter with the instrument.',
    qualityMeasure: 'Measure',
    qualityPasses: 'Passes',
    qualityFrom: 'From',
    qualityMarkers:
      'What concerns the markers is judged only where something is named. Limits, version {version}, stand in every export.',
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
    offlineNotWhole:
      'The page is not installed for offline use: its files did not arrive as they were built, or there is no room for them. It is tried again by itself.',
    offlineMissing:
      '{count, plural, one {One file} other {# files}} that this copy needs to work offline could not be fetched as built. ktyper tries again by itself, and when the page is opened.',
    offlineNotYet: 'This copy is not installed for offline use yet.',
    limitsTitle: 'Limits',
    limitsSpectra:
      'ktyper reads spectra of linear mode as they were recorded: Bruker flex folders, mzML, mzXML and text. What was processed or picked into peaks is refused. The example run is simulated: it shows how the page works, and says nothing about how often ktyper is right.',
    checkTitle: 'Check this installation',
    checkWhat:
      'Before results are relied on, and after each update of the app, the browser or the computer: this takes a stored, simulated spectrum through every step in this browser and holds what comes out against stored numbers, and has each installed model answer its self-test. It takes a few seconds and sends nothing anywhere.',
    checkAbsent:
      'The check could not be loaded, so something is off: connect once, reload the page and try again.',
    reportTitle: 'Where to turn',
    reportWhat:
      'Problems are reported to whoever runs this site, with what <em>Copy details for a report</em> gives: the version, the kind of fault and the browser, and no name of a sample.',
    reportNowhere:
      'Who runs it also has the source and the documentation of this copy, which was not told where they are.',
    reportSource: 'Source',
    reportDocs: 'Documentation',
    reportProblem: 'Report a problem',
    citeTitle: 'How to cite',
    citeWhat:
      'Name the version and the model that a result was made with; every export says them. This is what is running here:',
    citation: 'ktyper {version} (build {build})',
    citationWithModel: 'ktyper {version} (build {build}), model {model}',
    citeModel: 'The model rests on:',
    aboutTitle: 'About',
    about:
      'ktyper {version}, build <build>{build}</build>. Free software under the GNU General Public License, version 3 or later, without any warranty. Its licence, where its source is, and the licences of all that is in it are <link>below</link>.',
    licencesTitle: 'Licences',
    licencesFree:
      'ktyper is free software: you may use, change and pass it on under the GNU General Public License, version 3 or later.',
    licencesSource: 'Its source: <link>{source}</link>.',
    licencesNoSource:
      'This copy was not told where its source is: whoever runs this site gives it to those who ask.',
    licencesPackages:
      '{count, plural, one {In it is code of # package, under these licences.} other {In it is code of # packages, under these licences.}}',
    licenceOf: 'Licence of {name}',
    licencesAbsent: 'The licences could not be loaded.',
    licencesAbsentCure:
      'Connect once and reload the page; they are in the file licences.txt of this site as well.',
  },
  /** The check of this installation. */
  check: {},
} as const;
