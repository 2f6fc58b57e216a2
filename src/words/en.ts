/**
 * Every sentence of the page, in English. One file a language; docs/words.md says how to write them. Each message
 * is ICU MessageFormat: `{name}` is a value, `{count, plural, one {# sample} other {# samples}}` a number with its
 * words, `<link>the help</link>` a part that the page shows in a way of its own.
 */
export const en = {
  /** Words that stand in many places. */
  common: {
    cancel: 'Cancel',
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
    researchUse: 'For research use only. Not for use in diagnostic procedures.',
    named: '{name}: {what}',
    runReadFrom: 'It was read from <files>{files}</files>',
    runReadFromBoth:
      'It was read from <files>{files}</files>, with the sample sheet <sheet>{sheet}</sheet>: choose both together',
    runFile: 'The run’s file',
    runFolder: 'The run’s folder',
    runChooseFile: 'Choose the file',
    runChooseFileToGoOn: 'Choose the file to go on',
    runChooseFolder: 'Choose the folder',
    runChooseFolderToGoOn: 'Choose the folder to go on',
    sizeByte: '{size} byte',
    sizeBytes: '{size} bytes',
    sizeKilo: '{size} kB',
    sizeMega: '{size} MB',
    sizeGiga: '{size} GB',
    sizeTera: '{size} TB',
    sizePeta: '{size} PB',
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
    storageLate: 'The browser’s storage has not answered for 20 seconds.',
    storageLateCure:
      'What is new on this page is not stored yet. If this stays, export what you need, close all tabs of ktyper and open it again.',
    brand: 'ktyper',
    brandLabel: 'ktyper, start page',
    pages: 'Pages',
    pageIdentify: 'Identify',
    pageJobs: 'Jobs',
    pageModels: 'Models',
    pageHelp: 'Help',
    progressOf: 'Progress of {name}',
    language: 'Language',
    languageAbsent: 'This language could not be fetched. Check the network, and choose it again.',
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
    keyNamePageUp: 'Page Up',
    keyNamePageDown: 'Page Down',
    keyNameHome: 'Home',
    keyNameEnd: 'End',
    keyNameEnter: 'Enter',
    keyNameEsc: 'Esc',
    keyNameShift: 'Shift',
    keyNameCtrl: 'Ctrl',
    keyNameDelete: 'Delete',
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
    keyMark: 'In the list of jobs, on a checkbox: mark from one job to the next',
    keyMarkAll: 'There: mark all jobs that are found',
    keyDelete: 'There: delete the marked jobs',
    keyCompare: 'Mark the sample to compare its spectrum',
    keyReview: 'Mark the sample as reviewed and go to the next one',
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
    droppedNoJob: 'No job was created.',
    droppedUseSheet: 'Use as sample sheet',
    droppedAddModel: 'Add as a model',
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
    searchWhat: 'Search by name, file, model or token',
    searchNone: 'No job matches “{text}”. <all>Show all</all>',
    count: '{count, plural, one {# job} other {# jobs}}',
    countShown: '{shown} of {count, plural, one {# job} other {# jobs}}',
    deleteChosen: 'Delete {count, plural, one {# job} other {# jobs}}',
    deleted: '{count, plural, one {# job} other {# jobs}} deleted.',
    deletedBefore: 'It was deleted already, in another tab.',
    deletedLabel: 'Deleted jobs',
    deletedLately:
      '{count, plural, one {# deleted job can still be restored. It is removed for good} other {# deleted jobs can still be restored. Each is removed for good}} {minutes, plural, one {# minute} other {# minutes}} after its deletion.',
    deletedRestore: '{count, plural, one {Restore it} other {Restore them}}',
    deletedRemove: 'Remove them for good now',
    restoredNone: 'There is nothing left to restore: it is restored already, or removed for good.',
    markAll: 'Mark all',
    columnName: 'Name',
    columnStatus: 'Status',
    columnSamples: 'Samples',
    columnModel: 'Model',
    columnRunDate: 'Run date',
    columnInput: 'Input',
    columnSize: 'Size',
    columnCreated: 'Created',
    columnActions: 'Actions',
    mark: 'Mark {name}',
    simulated: 'simulated',
    apart: '{name} ({mark})',
    apartNumber: '{number} of {count}',
    modelAndVersion: '{id} {version}',
    compare:
      'Compare these two jobs ({count, plural, one {# spectrum} other {# spectra}} in common)',
    compareHow: 'To compare, mark exactly two jobs that were made of the same spectra.',
    compareLooking: 'Looking for spectra that both jobs have…',
    compareOther:
      'These two jobs cannot be compared: they have no spectrum in common. Mark two jobs that were made of the same spectra.',
    compareWaits: 'These two jobs can be compared when “{name}” has ended.',
    compareEmpty:
      'These two jobs cannot be compared: “{name}” has no results. Mark two jobs that have results.',
    sortBy: 'Sort by',
    sortUp: 'Ascending',
    sortDown: 'Descending',
    pages: 'Pages of jobs',
    pageShown: '{first}–{last} of {count}',
    pageBefore: 'Previous jobs',
    pageNext: 'Next jobs',
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
    sizeIdentified:
      '{identified} of {samples, plural, one {# sample} other {# samples}} identified',
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
    purgeWouldLeave: 'Which jobs would go, and when',
    purgeLeave: 'Which jobs go next, and when',
    leaves: 'created {created}, goes {when}',
    leavesNow: 'now',
    leavesOn: 'on {day}',
    purged:
      '{count, plural, one {# job} other {# jobs}} older than {days, plural, one {# day} other {# days}} removed.',
    purgeTitle: 'Remove {count, plural, one {# job} other {# jobs}} now?',
    purgeAsk:
      '{count, plural, one {# job of {all} is} other {# jobs of {all} are}} older than {days, plural, one {# day} other {# days}}. {count, plural, one {It goes with its results and kept files} other {They go with their results and kept files}}, and this cannot be undone. Later ones go when they are that old.',
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
    storage:
      'Storage in use: {size} <how>(by the browser’s estimate, with the app and its models).</how>',
    storageFiles:
      'Storage in use: {size}, of it {files} the files of runs <how>(by the browser’s estimate, with the app and its models).</how>',
    storageQuota: 'The browser allows up to {quota}, as far as the disk has room.',
    storageSafe: 'The browser has promised to keep the jobs also when the disk is short.',
    storageUnasked:
      'The browser may remove the jobs when the disk is short. It is asked to keep them when the first job is saved.',
    storageRefused:
      'The browser was asked on {asked} to keep the jobs also when the disk is short, and did not promise it: it may remove them. Download what must not be lost. Browsers often promise it once ktyper is installed or bookmarked.',
    storageAsk: 'Ask it to keep the jobs',
    storageAskAgain: 'Ask again',
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
  },
  /** Opening and saving job files, on whichever page. */
  jobFiles: {
    title: 'Job files',
    about:
      'A job file has all results of a job, and opens in ktyper on another computer. Open it here<pointer>, or drop it anywhere on a page of ktyper</pointer>.',
    open: 'Open a job file',
    openFile: 'Job file',
    saveAll: 'Save all jobs',
    saveAllCount: 'Save {count, plural, one {the job} other {all # jobs}} to a file',
    saveNone: 'There is no job here that has ended, so that there is nothing to save yet.',
    saveLeftOut:
      '{count, plural, one {# job is left out, since it has not ended or is damaged.} other {# jobs are left out, since they have not ended or are damaged.}}',
    withSpectra:
      'With the spectra of {count, plural, one {the job} other {the # jobs}} whose files are kept here ({size})',
    saving: 'Saving job {done} of {of}…',
    saved: '{count, plural, one {# job} other {# jobs}} saved to a file.',
    busy: 'Job files are still being opened or saved. Try again in a moment.',
    opening: 'Opening {path}…',
    openingJobs: 'Opening {path}: {done} of {of, plural, one {# job} other {# jobs}}',
    stop: 'Stop',
    opened: '{name} was opened from its file and is kept here now.',
    openedWithout:
      '{name} was opened from its file and is kept here now, without its spectra: the browser had no room for them.',
    openedHere: '{name} was here already. Nothing was changed.',
    openedReviews:
      '{name} was here already. {count, plural, one {# entry was} other {# entries were}} added to its review.',
    reportTitle: 'What was in the job file',
    reportTitleSeveral: 'What was in {count, plural, one {# job file} other {# job files}}',
    reportNothing: 'There is no job in it.',
    added: '{count, plural, one {# job was added.} other {# jobs were added.}}',
    addedWithout:
      '{count, plural, one {# of them was added without its spectra: the browser had no room for them.} other {# of them were added without their spectra: the browser had no room for them.}}',
    here: '{count, plural, one {# job was here already.} other {# jobs were here already.}}',
    hereReviews:
      '{count, plural, one {# entry was added to its review.} other {# entries were added to their reviews.}}',
    differs:
      '{count, plural, one {# job is here already with other results. The one here was not changed.} other {# jobs are here already with other results. Those here were not changed.}}',
    addBeside:
      '{count, plural, one {Add the one of the file as well} other {Add those of the file as well}}',
    refused: '{count, plural, one {# job was not taken:} other {# jobs were not taken:}}',
    refusedName: '{name}:',
    refusedNameless: 'A job without a name:',
    others:
      '{count, plural, one {# other file was with it and is not used. Drop it by itself.} other {# other files were with it and are not used. Drop them by themselves.}}',
    jobs: 'Show the jobs',
    exportJob: 'Job file',
    exportJobHint: 'All results, to open in ktyper on another computer (.ktyper.json)',
    exportSpectra: 'Job file with spectra',
    exportSpectraHint: 'The same with the files of the run, about {size}',
    fromFile: 'From a job file, saved {time} by ktyper {version}',
    spectraElsewhere: 'This job was opened from a job file without its spectra.',
  },
  /** A job's results: head, table, panel of a sample. */
  results: {
    pageTitle: '{name} – ktyper',
    absentPageTitle: 'No such job – ktyper',
    absentTitle: 'This job is not on this computer',
    absentWhy:
      'There is no job <job>{token}</job> in this browser. Jobs are kept where they were made and are never uploaded, so a token opens its job on the same computer, in the same browser and profile only. It may also have been deleted.',
    absentJobs: 'Jobs on this computer',
    headSimulated: 'Simulated',
    headToken: 'Token <job>{token}</job>',
    headCompare: 'Compare with {job}',
    headRunAgain: 'Run again with…',
    sampleCount: '{count, plural, one {# sample} other {# samples}}',
    samplesCopied: '{count, plural, one {# sample} other {# samples}} copied.',
    showAll: 'Show all',
    partNotLoaded: 'This part of the page could not be loaded. Connect once and reload the page.',
    exportMenu: 'Export',
    exportWriting: 'Exporting…',
    exportComma: 'Decimal comma in CSV: 0,97, and semicolons between cells',
    exportXlsx: 'Excel workbook',
    exportXlsxHint: 'Samples, spectra, markers, quality and record, a sheet each',
    exportPrint: 'Print',
    exportCopy: 'Copy rows',
    exportCopyHint: 'The short table, to paste into a spreadsheet',
    exportCopyRefused: 'The browser did not let ktyper copy. Download the short table instead.',
    exportDone: 'Exported.',
    stateDeleted: 'This job is deleted and will be removed for good.',
    stateNoSample: 'The run held no sample: see what was left out.',
    progressTitle: 'Progress',
    progressLabel: 'Spectra done',
    progressReading: 'Reading the list of files…',
    progressQueued: 'Waits in the queue.',
    progressQueuedBehind: 'Waits in the queue. “{job}” goes on and is finished first.',
    progressStarting: 'Starting the model…',
    progressDone: '<strong>{done}</strong> of {count, plural, one {# spectrum} other {# spectra}}',
    progressDoneSoFar:
      '<strong>{done}</strong> of {count, plural, one {# spectrum found so far} other {# spectra found so far}}',
    progressPace: '{count} a second',
    progressLeft: '{time} left',
    progressElsewhere: 'Runs in another tab',
    progressStopping: 'Stopping…',
    progressNotStored:
      'The run’s files are not stored while it works: {why} Should this tab be closed, it asks for them.',
    goOn: 'Go on',
    inputUnmatched: 'Rows that match no spectrum, by their spectrum_id:',
    inputUnmatchedMore:
      '{count, plural, one {The other one is below.} other {The other # are below.}}',
    inputFillIn: 'Download this run’s sample sheet to fill in',
    inputMore:
      '{count, plural, one {# more message about the input} other {# more messages about the input}}',
    inputSheet: 'Sample sheet: {matched} of {count, plural, one {# row} other {# rows}} matched',
    inputAmbiguous: 'Rows that match several spectra:',
    inputAmbiguousRow: '{row} ({count, plural, one {# spectrum} other {# spectra}})',
    inputAmbiguousRowOf: '{row} ({count, plural, one {# spectrum} other {# spectra}}: {which})',
    inputAllMatched: 'Every row matches one spectrum.',
    inputMissing:
      '{count, plural, one {# sample listed for this run has no spectrum in these files} other {# samples listed for this run have no spectrum in these files}}',
    inputLeftOut: '{count, plural, one {# spectrum left out} other {# spectra left out}}',
    inputLeftOutMore:
      '{count, plural, one {The other one is in the exports.} other {The other # are in the exports.}}',
    guardNone:
      'This model names every spectrum, even of bacteria that it does not know: a name here is only the likeliest of its own classes.',
    guardShow: 'Show these samples',
    countsTitle: 'Counts by species',
    countNone: 'not identified',
    countNoPattern: 'No pattern',
    countUnread: 'not read',
    attentionNone: 'No sample of this run needs attention.',
    controlsMore:
      '{count, plural, one {# more control fails: it is listed under Needs attention.} other {# more controls fail: they are listed under Needs attention.}}',
    calibrantsMore:
      '{count, plural, one {# more calibration spot fails.} other {# more calibration spots fail.}}',
    calibrantsRight:
      '{count, plural, one {# calibration spot shows the known masses where they should be.} other {# calibration spots show the known masses where they should be.}}',
    controlsRight:
      '{count, plural, one {# control was called as declared.} other {# controls were called as declared.}}',
    attentionTitle: 'Needs attention',
    attentionPoor: 'poor spectrum',
    attentionControl: 'control fails',
    attentionContradict: 'replicates contradict',
    attentionWeak: 'weak identification',
    attentionUnresolved: 'species not resolved',
    attentionMeasures: 'Quality warnings, by measure:',
    attentionMeasure: '{name}:',
    attentionListTitle: 'Spot, sample, result and why, for a worklist',
    attentionListResult: 'Result',
    attentionListWhy: 'Why',
    attentionCopyAll: 'Copy list to repeat ({count})',
    attentionCopyThese: 'Copy these {count}',
    toolsSearch: 'Search in the table',
    toolsSearchShort: 'Search',
    toolsFilter: 'Filter',
    toolsLayout: 'How the samples are laid out',
    toolsTable: 'Table',
    toolsPlate: 'Plate',
    toolsAnyStatus: 'Any status',
    toolsAnyRun: 'Any run',
    toolsAnyQuality: 'Any quality',
    toolsQualityPass: 'Quality: pass',
    toolsQualityWarn: 'Quality: warning',
    toolsQualityFail: 'Quality: fail',
    toolsAnyPattern: 'Any pattern',
    toolsPatternYes: '{pattern}: yes',
    toolsPatternNo: '{pattern}: no',
    toolsPatternNotJudged: '{pattern}: not judged',
    toolsAnyWatched: 'Any watched peaks',
    toolsWatchedFound: 'Watched: found',
    toolsWatchedNotFound: 'Watched: not found',
    toolsWatchedNotLookedFor: 'Watched: not looked for',
    toolsOrder: 'Order',
    toolsBySpot: 'By spot',
    toolsOrderBy: '{column}, {order}',
    toolsShown: '{shown} of {total} shown',
    filters: 'Filters that apply',
    filterRemove: 'Remove the filter {filter}',
    filterText: 'Text: {text}',
    filterRun: 'Run: {run}',
    filterStatus: 'Status: {status}',
    filterNeed: 'Attention: {reason}',
    filterReview: 'Review: {state}',
    columnsButton: 'Columns…',
    columnsTitle: 'Columns of the table',
    columnsAbout:
      'From left to right in the table. The choice is kept on this computer, for all jobs. Where there is no room, some give way; a sample’s panel has all.',
    columnsNoRoom: 'no room in this window',
    columnsUp: 'Move {column} up',
    columnsDown: 'Move {column} down',
    columnsMoved: '{column}: column {place} of {of}.',
    columnsUsual: 'Usual columns',
    noneMatch: 'No samples match.',
    tableTitle: 'Samples',
    columnSample: 'Sample',
    columnRun: 'Run',
    columnSpot: 'Spot',
    columnSpecies: 'Species',
    columnConfidence: 'Confidence',
    columnProbability: 'Probability',
    columnPattern: 'Pattern',
    columnRunnerUp: 'Runner-up',
    columnQuality: 'Quality',
    columnReplicates: 'Replicates',
    columnWatched: 'Watched peaks',
    columnReview: 'Review',
    columnStatus: 'Status',
    columnStep: 'What to do',
    columnNote: 'Note',
    orderFirst: 'first to last',
    orderLast: 'last to first',
    orderYes: 'yes first',
    orderNotJudged: 'not judged first',
    orderWorst: 'worst first',
    orderBest: 'best first',
    orderLowest: 'lowest first',
    orderHighest: 'highest first',
    orderContradicting: 'contradicting first',
    orderAgreeing: 'agreeing first',
    orderFewest: 'fewest found first',
    orderMost: 'most found first',
    runNumber: 'Run {number}',
    spotMeasurement: '{spot}, {number} of {of}',
    confidenceHigh: 'High',
    confidenceModerate: 'Moderate',
    confidenceWeak: 'Weak',
    confidenceNone: 'None',
    patternOf: '{genus} pattern',
    patternInSentence: 'pattern',
    patternYes: 'Yes',
    patternNo: 'No',
    patternNotJudged: 'Not judged',
    patternNone: 'No {pattern}',
    patternNoteNotJudged: '{pattern} not judged',
    patternCall: '{model}, the marker model beside this one, calls it: <call>{call}.</call>',
    statusIdentified: 'Identified',
    statusWeak: 'Weak',
    statusGroup: 'Group only',
    statusNone: 'Not identified',
    statusUnread: 'Not read',
    noteWarnings: '{count, plural, one {# warning.} other {# warnings.}}',
    noteMean: 'Mean of {count, plural, one {# spectrum} other {# spectra}}.',
    noteMeanOfSome: 'Mean of {averaged} of {count, plural, one {# spectrum} other {# spectra}}.',
    noteOne: 'One of {count, plural, one {# spectrum} other {# spectra}}.',
    panelPrevious: 'Previous sample',
    panelPreviousKey: 'Previous sample (↑)',
    panelNext: 'Next sample',
    panelNextKey: 'Next sample (↓)',
    panelPhylogroup: 'Phylogroup',
    panelHidden: 'The filter hides this sample.',
    panelNoModel:
      'The model that made this answer is no longer described on this computer, so its markers and probabilities cannot be named.',
    panelRule: 'Decided by the rule <code>{rule}</code>: <call>{tier}.</call>',
    panelHelp: 'How a call is made',
    nextFiles: 'What to do: get the files again',
    nextReSpot: 'What to do: re-spot and measure again',
    nextRepeat: 'What to do: measure again',
    nextSubculture: 'What to do: subculture and measure again',
    nextOtherMethod: 'What to do: use another method',
    nextWhenItMatters: 'What to do: only when the species matters',
    nextNothing: 'What to do: nothing',
    stepFiles: 'get the files again',
    stepReSpot: 're-spot and measure again',
    stepRepeat: 'measure again',
    stepSubculture: 'subculture and measure again',
    stepOtherMethod: 'use another method',
    stepWhenItMatters: 'only when the species matters',
    stepNothing: 'nothing',
    alsoFits:
      '{count, plural, one {{taxa} fits as well: no marker of this model tells it apart.} other {{taxa} fit as well: no marker of this model tells them apart.}}',
    decidingTitle: 'What would settle it',
    markersTitle: 'Markers',
    markersOutgroup: 'The relative that fits best, and the nearest taxon that the model names.',
    markersNone: 'The two taxa that come nearest; neither is good enough.',
    markersShift: 'The whole spectrum is shifted by {shift} ppm.',
    markersTilt:
      'The spectrum is shifted by {shift} ppm at m/z 6,500, and by {tilt} ppm more with each 1,000 m/z.',
    markersEvidence:
      '<q>Expected here</q> takes that into account. Evidence is the logarithm of a likelihood ratio: above 0 it speaks for the taxon, below 0 against it.',
    markersWeaker:
      'Markers are weaker than usual in this spectrum: each is expected only {times} times as often, so that one that is missing says less.',
    markersApart: 'Markers that tell the taxa apart',
    markersLocus: 'Locus',
    markersExpected: 'Expected here',
    markersScore: 'Score',
    markersAlikeCount:
      '{count, plural, one {# other locus says the same of both} other {# other loci say the same of both}}',
    markersAlike: 'Markers that say the same of both',
    markersNamesOnly: 'names only',
    markersNotCounted:
      '{count, plural, one {{loci} only names; too little of it was seen to count.} other {{loci} only name; too few of them were seen to count.}}',
    markersSilent: 'Not informative here: {loci}.',
    markerSupports: 'supports',
    markerContradicts: 'contradicts',
    markerInconclusive: 'inconclusive',
    markerNoAllele: 'no known allele',
    markerShow: 'Show in the plot',
    markerFound:
      '<place>expected here {expected}</place>, found at {mz}, <off>off by {off}, {times} × noise</off>',
    markerNotFound: '<place>expected here {expected}</place>, not found',
    allMarkersCount:
      '{count, plural, one {# marker that was looked for} other {All # markers that were looked for}}',
    allMarkersTitle: 'All markers',
    allMarkersFound: 'Found m/z',
    allMarkersOff: 'Off by, ppm',
    allMarkersNoise: '× noise',
    allMarkersWeight: 'Weight',
    allMarkersOf: 'Of',
    allMarkersOfAll: 'all',
    allMarkersRelatives: '{count, plural, one {# relative} other {# relatives}}',
    allMarkersAndRelatives: '{count, plural, one {and # relative} other {and # relatives}}',
    probabilitiesTitle: 'Probabilities',
    probabilitiesNone: 'None is large enough for a name.',
    probabilitiesLeft:
      '{count, plural, one {# relative that the model only refuses, below 0.1%.} other {# relatives that the model only refuses, each below 0.1%.}}',
    recordTitle: 'Record',
    recordTitleMany: 'Records of its spectra',
    recordFile: 'File',
    recordIdentifier: 'Identifier',
    recordSha256: 'SHA-256',
    recordAcquired: 'Acquired',
    recordInstrument: 'Instrument',
    recordSoftware: 'Software',
    recordTarget: 'Target',
    recordLaserShots: 'Laser shots',
    recordSpectrumType: 'SPType',
    recordComment: 'Comment',
    recordCalibration: 'Calibration',
    recordFurther: 'Further calibration',
    recordComputed: 'How it was computed',
    recordComputedBy: 'Computed by',
    recordCommit: 'Commit',
    recordModel: 'Model',
    recordModelSha256: 'SHA-256 of the model',
    recordManifestSha256: 'SHA-256 of its manifest',
    recordSettings: 'Settings',
    recordHpc: 'The file asks for HPC, a further calibration, which is not applied.',
    recordPoints: 'Points',
    recordRange: 'Range',
    recordFromTo: 'm/z {from} to {to}',
    recordLargest: 'Largest intensity',
    recordPeaks: 'Peaks',
    recordPeakCount: '{peaks} above 5 times the noise',
    recordCopyOf: 'Copy of',
    recordCopy: '{spectrum}: the same bytes, classified once',
    printTitle: 'The run as it is printed',
    printJob: 'Job',
    printJobFacts: '{status}, {time}, token {token}',
    printJobSimulated: '{status}, {time}, token {token} (simulated)',
    printReadFrom: 'Read from',
    printModel: 'Model',
    printProgram: 'Program',
    printCounts: 'Counts',
    printWhich: 'Printed',
    printAll: '{count, plural, one {All # sample.} other {All # samples.}}',
    printSome: '{shown} of {count, plural, one {# sample} other {# samples}}.',
    printFirst:
      'The first {first} of {count, plural, one {# sample} other {# samples}}: an exported file has all of them.',
    printFiltered: 'The filter of the table hides {hidden}.',
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
    exportByReview:
      '{order, select, descending {by review, overridden first} other {by review, open first}}',
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
  },
  /** What a person decides of a sample, beside the machine’s call. */
  review: {
    title: 'Review',
    addNote: 'Add a note',
    apart:
      '{count, plural, one {# entry of the review is on a sample that this job no longer has: it is in the JSON.} other {# entries of the review are on samples that this job no longer has: they are in the JSON.}}',
    as: 'as <by>{initials}</by>',
    attention: '{count} reviewed',
    callPlaceholder: 'Choose from the list or write a name',
    change: 'Change',
    changeInitials: 'Change the initials',
    entries: 'Entries of the review',
    entryNote: 'Note: {text}',
    entryOverride: 'Overrode {seen} with {call}',
    entryOverrideNone: 'Overrode {seen}: no identification',
    entryReason: 'Reason: {reason}',
    entryReviewed: 'Reviewed the call {call}',
    faultName: 'Choose or write a name, or tick “No identification”.',
    faultNote: 'Write the note.',
    faultReason: 'Write the reason: who reads the result later asks for it.',
    faultSame: 'That is the machine’s call already. Mark the sample as reviewed instead.',
    filter: 'Samples by review',
    filterCount: '<strong>{count}</strong> {state}',
    filterOpen: 'open',
    filterOverridden: 'overridden',
    filterReviewed: 'reviewed',
    head: '{reviewed} of {total} reviewed',
    headOverridden: '{reviewed} of {total} reviewed, {overridden} of them overridden',
    initials: 'Your initials, 2 to 4 letters',
    initialsFault: 'Initials are 2 to 4 letters.',
    initialsKept: 'They stand at each entry, and are remembered on this computer.',
    initialsSave: 'Use these initials',
    mark: 'Mark as reviewed',
    markAll: 'Mark {count} as reviewed…',
    markAllAbout:
      '{count, plural, one {This is the one open sample that the table shows.} other {These are all # open samples that the table shows.}} What is reviewed or overridden already stays as it is.',
    markAllDone: '{count, plural, one {# sample} other {# samples}} marked as reviewed.',
    markAllNow: 'Mark as reviewed by {initials}',
    markAllTitle:
      '{count, plural, one {Mark # sample as reviewed?} other {Mark # samples as reviewed?}}',
    markTitle: 'Mark as reviewed. The key r does so and goes to the next sample.',
    marked: '{sample} marked as reviewed.',
    name: 'Name',
    noIdentification: 'No identification',
    note: 'Note',
    notSaved: 'This was not saved:',
    orderOpen: 'open first',
    orderOverridden: 'overridden first',
    outdated:
      'The call was {call} when {initials} reviewed it. It has changed since, so the sample is open again.',
    override: 'Override the call',
    overriddenAs: 'Overridden: {call}',
    overriddenBy: 'Overridden by {initials}: {call}',
    overriddenNone: 'Overridden: no identification',
    overriddenNoneBy: 'Overridden by {initials}: no identification',
    reason: 'Reason',
    reviewedBy: 'Reviewed by {initials}',
    rerun: 'The review stays with this job: the new one begins without it.',
    saveNote: 'Save the note',
    saveOverride: 'Save the override',
    standingOutdated: 'the call has changed since',
    standingReplaced: 'replaced by a later override',
    standingWithdrawn: 'withdrawn',
    stateOpen: 'Open',
    stateOverridden: 'Overridden',
    stateReviewed: 'Reviewed',
    withdraw: 'Withdraw',
    withdrawNote: 'Withdraw the note of {time}',
    withdrawOverride: 'Withdraw the override of {time}',
    withdrawReview: 'Withdraw the review of {time}',
    withdrewNote: 'Withdrew the note of {time}',
    withdrewOverride: 'Withdrew the override of {time}',
    withdrewReview: 'Withdrew the review of {time}',
  },
  /** The spectrum's plot and its tables. */
  spectrum: {
    section: 'Spectrum',
    title: 'Spectrum of {spectrum}',
    reading: 'Reading the spectrum…',
    filesAbsentChoose: 'Choose the run’s file again to see its spectra.',
    decidingTitle: 'What tells the two apart',
    decidingExpected: '{taxon} expected here',
    decidingFound: 'found at {mz}',
    decidingNotFound: 'not found',
    decidingShow: 'Show this part in the plot',
    stageTitle: 'What is shown of the spectrum',
    stageRaw: 'As measured',
    stageRawHint: 'Counts of the detector',
    stageProcessed: 'Processed',
    stageProcessedHint: 'Square root, smoothed, without baseline, normalised',
    stageBinned: 'Binned',
    stageBinnedHint: 'What the model was given',
    markersOf: 'Markers of',
    markersNearest: '{taxon} (nearest)',
    markersUnknown: 'unknown (nearest)',
    markersRefused: 'Relatives that are only refused',
    markersNone: 'none',
    mirror: 'Mirror',
    mirrorNothing: 'nothing',
    mirrorSpectrum: 'another spectrum',
    mirrorMarkers: 'Expected markers of',
    mirrorRefused: 'Expected markers of a relative that is only refused',
    mirrorExpected: '{taxon}, expected',
    pickTitle: 'Spectrum to compare with',
    pickSearch: 'Search name or spot',
    pickList: 'Spectra of this job',
    pickNone: 'No spectrum has this in its name, spot or call.',
    pickMore: 'The first {first}. Type to find others.',
    plotRole: 'spectrum plot',
    plotRaw: 'Spectrum of {spectrum}, as measured, m/z {from} to {to}',
    plotProcessed: 'Spectrum of {spectrum}, processed, m/z {from} to {to}',
    plotBinned: 'Spectrum of {spectrum}, binned, m/z {from} to {to}',
    plotKeys:
      'Left and right arrow move along, up and down make peaks taller and lower, plus and minus zoom, Home shows the whole spectrum, Shift with left and right goes from peak to peak and reads it. The highest peaks stand in a table below.',
    plotRange: 'm/z {from} to {to}',
    plotHeights: 'heights × {times}',
    axisCounts: 'Counts',
    axisShare: 'Relative intensity (‰ per Da)',
    axisShareShort: 'Relative',
    axisRelative: '% of the highest in view',
    axisRelativeShort: '%',
    readPeak: 'm/z {mz} · {counts} counts · {times} × noise',
    readMarker:
      'm/z {mz} · {counts} counts · {times} × noise · {marker}, expected here {expected}, off by {off}',
    readNothing: 'm/z {mz}',
    readCounts: 'm/z {mz} · {counts} counts',
    readShare: 'm/z {mz} · {share} ‰ of the total ion current per Da',
    legendMarkers: 'Markers of {taxon}:',
    legendFound: 'found',
    legendMissing: 'expected here, not found',
    legendRival: 'where {taxon} differs',
    zoomTitle: 'What part of the spectrum is shown',
    zoomIn: 'Zoom in',
    zoomInByKey: 'Zoom in (+)',
    zoomOut: 'Zoom out',
    zoomOutByKey: 'Zoom out (−)',
    zoomTaller: 'Increase height',
    zoomTallerByKey: 'Increase height (↑)',
    zoomLower: 'Decrease height',
    zoomLowerByKey: 'Decrease height (↓)',
    zoomWhole: 'The whole spectrum',
    zoomWholeByKey: 'The whole spectrum (Home)',
    enlarge: 'Enlarge',
    enlargePlot: 'Enlarge the plot',
    save: 'Save',
    savePng: 'Image (PNG)',
    savePngHint: 'The plot as it is seen, for a report',
    saveSvg: 'Drawing (SVG)',
    saveSvgHint: 'The same in lines and text, for a paper',
    saveTsv: 'Peak list (TSV)',
    saveTsvHint: 'All peaks with their markers',
    saveCsv: 'Peak list (CSV)',
    saveCsvHint: 'The same for spreadsheets',
    saveFailed: 'The browser could not make this image.',
    savedRaw: 'As measured (counts of the detector)',
    savedProcessed: 'Processed (square root, smoothed, without baseline, normalised)',
    savedBinned: 'Binned (what the model was given)',
    savedMarkers: 'markers of {taxon}: filled and bold were found, dashed were not',
    savedRivals: 'squares: where {taxon} differs, filled were found',
    savedWatched: 'diamonds: watched peaks, filled and bold were found',
    savedBy: 'ktyper {version}.',
    savedByModel: 'ktyper {version}, model {model}.',
    savedChecksum: 'SHA-256 of the spectrum’s file: {sha256}',
    savedNoChecksum: 'SHA-256 of the spectrum’s file: unknown',
    peaks: 'Peak table',
    peaksAbout:
      'The {highest} highest peaks and all markers that were found, of {count, plural, one {# peak} other {# peaks}} of at least 3 times the noise. All of them are in the peak list under Save. A marker has the m/z at which the model found it, in its bins of 1 Da.',
    peaksTitle: 'Peaks of {spectrum}',
    peaksCaption: 'Largest peaks and found markers of {spectrum}',
    peaksNone: 'There is no peak in this spectrum.',
    peakMz: 'm/z',
    peakCounts: 'Counts',
    peakNoise: '× noise',
    peakMarker: 'Marker',
    peakExpected: 'Expected here',
    peakOff: 'Off by',
  },
  /** Measures of quality, replicates. */
  quality: {
    run: 'Quality of the run: {pass} pass, {warn, plural, one {# warning} other {# warnings}}, {fail} fail',
    runUnrated:
      'Quality of the run: {pass} pass, {warn, plural, one {# warning} other {# warnings}}, {fail} fail, {unrated} not measured',
    runFindings: '{count, plural, one {# finding} other {# findings}}',
    runSound: 'No problem affects the run as a whole.',
    runOverTime: 'This instrument’s quality over time',
    runShowWarnings: '{count, plural, one {Show the # warning} other {Show the # warnings}}',
    runShowFailures: '{count, plural, one {Show the # failure} other {Show the # failures}}',
    outliersTitle: 'Outliers',
    outlier: '{measure}: {value} <muted>(run median {median})</muted>',
    outliersMore: 'and {count} more; the JSON has all.',
    medians: '{count, plural, one {Median of # spectrum.} other {Medians of # spectra.}}',
    measuresTitle: 'Measures of quality',
    measure: 'Measure',
    value: 'Value',
    limit: 'Limit',
    verdict: 'Verdict',
    verdictPass: 'Pass',
    verdictWarn: 'Warning',
    verdictFail: 'Fail',
    markersFound: '{found} of {expected}',
    limits:
      'Limits {version}, most of them from one reference plate. Quality does not affect the species result.',
    help: 'How quality is judged',
    replicatesAgree: '{agreeing} of {spectra} agree',
    replicatesAgreeLeftOut: '{agreeing} of {spectra} agree, {leftOut} left out',
    replicatesTitle: 'Replicates: {agreeing} of {spectra} agree',
    replicatesTitleLeftOut: 'Replicates: {agreeing} of {spectra} agree, {leftOut} left out',
    averagedAsOriginal:
      'The call is made from the mean of all spectra, as the original application made it.',
    averagedAll:
      'None of the spectra is sound by itself: the call is made from the mean of all of them.',
    averaged: 'The call is made from the mean of the spectra.',
    averagedSound: 'The call is made from those that are sound; the others were left out.',
    replicatesEach: 'This is what each of them says by itself.',
    replicatesMajority: 'Most of them ({count}) say: <call>{call}.</call>',
    replicateNotClassified: 'Not classified',
    replicateAgrees: 'agrees',
    replicateCompatible: 'does not contradict',
    replicateSilent: 'no answer',
    replicateContradicts: 'contradicts',
    replicateAgreesLeftOut: 'agrees, left out',
    replicateCompatibleLeftOut: 'does not contradict, left out',
    replicateSilentLeftOut: 'no answer, left out',
    replicateContradictsLeftOut: 'contradicts, left out',
    sourcePlate: 'a reference plate',
    sourceModel: 'the bundled model',
    sourceStudy: 'the literature',
    sourceDefinition: 'by definition',
    sourceJudgement: 'judgement',
  },
  /** The quality of all jobs over time, and the controls of this computer. */
  history: {
    about:
      'How the runs of all jobs on this computer went, instrument by instrument and in order of time. Each point is a run; it opens the run’s job.',
    calibrantsAbout:
      'Calibration spots (BTS, Autocalibration) are left out of the samples, and judged by the known masses of the bacterial test standard: how many are found, and how far off they are. They are not judged in jobs of an earlier version, nor where ktyper learned only after reading them what they are.',
    calibrantsUnjudged: '{count, plural, one {# not judged} other {# not judged}}',
    calibratedAnew: 'calibrated anew',
    chartHint: 'Point at a run, or go from run to run with the arrow keys. Enter opens its job.',
    chartLabel: 'Runs in order of time: {label}',
    chartOf: '{label}, run by run',
    columnCalibrants: 'Calibration spots',
    columnCalibrated: 'Last calibration',
    columnControls: 'Controls',
    columnRun: 'Run',
    columnStanding: '{label} by its limits',
    columnTime: 'Measured',
    controlAdd: 'Add the control',
    controlAdded: '{text} is a control now.',
    controlBy: 'Known by',
    controlByName: 'its name',
    controlBySpot: 'its spot',
    controlExpects: 'To be called',
    controlExpectsNothing: 'nothing: not identified',
    controlExpectsSpecies: 'a species',
    controlFaultExpects: 'Say which species the control is.',
    controlFaultMany: 'There are as many controls as can be kept. Remove one first.',
    controlFaultSpot: 'Give a spot as it stands on the target: A1, H12.',
    controlFaultText: 'Give the name of the control, or a part of it with a star: QC-*',
    controlFaultTwice:
      'That is a control already. Remove it first to change what it should be called.',
    controlForm: 'Declare a control',
    controlName: '{text} should be called {species}',
    controlNameNothing: '{text} should not be identified',
    controlRemove: 'Remove the control {text}',
    controlSpecies: 'Species or group',
    controlSpot: 'Whatever is on spot {text} should be called {species}',
    controlSpotNothing: 'Whatever is on spot {text} should not be identified',
    controlText: 'Name',
    controlTextSpot: 'Spot',
    controlUnknown:
      'No model on this computer names {species}, so that this control fails in every run. Correct the name, or add the model that names it.',
    controlsAbout:
      'Declare the samples that you know: a reference strain, or a blank. Each run of this computer that has one, of today or of an earlier day, then says whether it was called as it should be.',
    controlsFailed: 'a control or a calibration spot fails',
    controlsHint:
      'A star stands for any letters: QC-* is each name that begins with QC-. Capitals do not matter, nor whether a blank, a hyphen or an underscore stands between two parts. The list stays on this computer.',
    controlsNone: 'No control is declared on this computer.',
    controlsOpen: 'a control is not resolved',
    controlsRight: 'controls called as declared',
    controlsSound: 'controls and calibration spots are as they should be',
    controlsTitle: 'Controls',
    datesAbout:
      'Where a run has no date, its files do not say when the instrument was calibrated, or it was read by an earlier version of ktyper. Changed constants then show that it was.',
    failures: 'Failed spectra',
    instrument: 'Instrument',
    instrumentExample: '{name}, simulated',
    instrumentRuns: '{count, plural, one {{name} (# run)} other {{name} (# runs)}}',
    instrumentUnknown: 'instrument not named',
    keyCalibrated: 'calibrated since the run before',
    keyFirst: 'hollow: the limits are made from it',
    keyOut: 'out of the limits',
    keyTitle: 'Signs',
    keyWarning: 'beyond 2 s once, a warning',
    keyWithin: 'within the limits',
    left: '{count, plural, one {# job that did not complete is left out.} other {# jobs that did not complete are left out.}}',
    limitRuns: 'First runs for the limits',
    limits:
      'Limits from the first {runs} runs: mean {mean}, 2 s from {low2} to {high2}, 3 s from {low3} to {high3}.',
    limitsLevel: 'The first {runs} runs all have the same value, so there are no limits.',
    limitsWait: 'No limits yet: {measured} of the {runs} runs that they are made from are here.',
    lineAbove: '+{deviations} s',
    lineBelow: '−{deviations} s',
    lineMean: 'mean',
    link: 'Quality over time, and controls',
    measure: 'Measure',
    newer: 'Newer runs',
    noLimits: 'No limits yet.',
    none: 'There is no completed job on this computer yet. <link>Identify a run</link>, and its quality is the first point here.',
    notMeasured: 'Not measured.',
    older: 'Older runs',
    pageTitle: 'Quality over time – ktyper',
    part: '{from} to {to} of {all}',
    percent: '{percent}%',
    pictureTitle: '{label}, {instrument}',
    point: '{job}, {time}.',
    pointCalibrated: 'The instrument was calibrated since the run before.',
    pointFirst: 'The limits are made from this run, too.',
    pointNone: '{label}: not measured.',
    pointValue: '{label}: {value}.',
    reading: 'Reading the jobs…',
    repeated:
      '{count, plural, one {# job on a run that another job has measured already is not counted again.} other {# jobs on runs that other jobs have measured already are not counted again.}}',
    rowControls: 'Controls',
    rule10x: 'ten runs in a row are on one side of the mean',
    rule12s: 'beyond 2 s, a warning',
    rule13s: 'beyond 3 s',
    rule22s: 'two runs in a row are beyond 2 s on one side',
    rule41s: 'four runs in a row are beyond 1 s on one side',
    ruleNamed: 'Rule {rule}: {words}.',
    runsTitle: 'Runs',
    savePicture: 'Save the chart (SVG)',
    saveTable: 'Save the runs (CSV)',
    spot: '{spot}: {failed} of {tried} failed',
    spotCell: '{failed} of {tried} failed',
    spotConspicuous:
      '{spot}: {failed} of {tried} spectra failed, more than chance explains. Look at this place of the target.',
    spotsAbout:
      'A spectrum failed when it was not read, is empty, is called a poor spectrum, or is beyond a limit of quality that fails.',
    spotsCaption: 'Failed spectra by spot, over all runs of the instrument. A dot: none failed.',
    spotsEven: 'No spot fails more often than chance explains.',
    spotsTitle: 'Failures by spot',
    spotsUnplaced: 'Not drawn, since no usual target has such spots: {count}',
    summingUp: 'Summing up jobs: {done} of {all}. This happens once for each job.',
    title: 'Quality over time',
    within: 'Within the limits.',
  },
  /** The target plate. */
  plate: {
    colourBy: 'Colour by',
    colourCall: 'Call',
    colourQuality: 'Quality',
    colourConfidence: 'Confidence',
    colourShift: 'Calibration shift (ppm)',
    colourTilt: 'Calibration tilt (ppm a kDa)',
    colourIntensity: 'Total intensity (counts)',
    colourOrder: 'Order of measurement',
    keyWeak: 'weak',
    keyGroup: 'a group only',
    keyNotIdentified: 'not identified',
    keyNotRead: 'not read',
    keyLeftOut: 'left out',
    keyFaint: 'Faint: hidden by the filter',
    keyTriangle:
      'Triangle at the corner: no {genus} pattern by the marker model that runs beside this one.',
    keyTriangleAny:
      'Triangle at the corner: no pattern by the marker model that runs beside this one.',
    legendName: 'Legend: {title}',
    legendNoValue: 'No spot of this run has such a value.',
    legendIsCut: 'Values beyond the ends have their colours.',
    legendAbsentUnread:
      '{count, plural, one {# spot without a value} other {# spots without a value}} <reason>(not read, or left out)</reason>',
    legendAbsentUnidentified:
      '{count, plural, one {# spot without a value} other {# spots without a value}} <reason>(not identified)</reason>',
    legendAbsentUncalibrated:
      '{count, plural, one {# spot without a value} other {# spots without a value}} <reason>(not identified, or not read)</reason>',
    legendAbsentUntimed:
      '{count, plural, one {# spot without a value} other {# spots without a value}} <reason>(time unknown)</reason>',
    save: 'Save plate',
    saveImage: 'Image (PNG)',
    saveImageHint: 'The plate with its legend, for a report',
    saveDrawing: 'Drawing (SVG)',
    saveDrawingHint: 'The same in shapes and text, for a paper',
    saveFailed: 'The browser could not make this image.',
    pictureTitle: 'Plate of {title}',
    pictureByCall:
      '{spots, plural, one {# spot} other {# spots}} of a plate of {size}, coloured by: call',
    pictureByQuality:
      '{spots, plural, one {# spot} other {# spots}} of a plate of {size}, coloured by: quality',
    pictureByConfidence:
      '{spots, plural, one {# spot} other {# spots}} of a plate of {size}, coloured by: confidence',
    pictureByShift:
      '{spots, plural, one {# spot} other {# spots}} of a plate of {size}, coloured by: calibration shift (ppm)',
    pictureByTilt:
      '{spots, plural, one {# spot} other {# spots}} of a plate of {size}, coloured by: calibration tilt (ppm a kDa)',
    pictureByIntensity:
      '{spots, plural, one {# spot} other {# spots}} of a plate of {size}, coloured by: total intensity (counts)',
    pictureByOrder:
      '{spots, plural, one {# spot} other {# spots}} of a plate of {size}, coloured by: order of measurement',
    pictureMade: 'ktyper {version}. Job {token}',
    pictureMadeWith: 'ktyper {version}, model {model}. Job {token}',
    pointAtSpot: 'Point at a spot, or move to it with the arrow keys.',
    touchSpot: 'Touch a spot to see its sample.',
    pages: 'Plates <choice>{range}</choice> <muted>of {count}</muted>',
    pagesRange: '{from} to {to}',
    unnamed: 'Plate {number}',
    mapName: 'Plate map, {plate}',
    mapRow: 'Row',
    spotEmpty: 'empty',
    spotLeftOut: 'left out',
    spotMeasured: '{count, plural, one {measured # time} other {measured # times}}',
    spotMeasuredDiffer:
      '{count, plural, one {measured # time, the calls differ} other {measured # times, the calls differ}}',
    valuePass: 'quality pass',
    valueWarning: 'quality warning',
    valueFail: 'quality fail',
    valueShift: 'calibration shift {value}',
    valueShiftMean: 'calibration shift {value} (mean of {count})',
    valueTilt: 'calibration tilt {value}',
    valueTiltMean: 'calibration tilt {value} (mean of {count})',
    valueIntensity: 'total intensity {value}',
    valueIntensityMean: 'total intensity {value} (mean of {count})',
    valueOrder: 'measured as number {value}',
    noQuality: 'quality not judged',
    noConfidence: 'not identified',
    noShift: 'no calibration shift',
    noTilt: 'no calibration tilt',
    noIntensity: 'no total intensity',
    noOrder: 'time of measurement unknown',
    meanNumber: 'Mean',
    meanNumberOf: '{name}, mean {value} ({spots, plural, one {# spot} other {# spots}})',
    meanNumberEdge:
      'Mean at the edge: {outer} ({outerSpots, plural, one {# spot} other {# spots}}); inside: {inner} ({innerSpots, plural, one {# spot} other {# spots}}).',
    meanNumberDrift:
      'Mean in the third measured first: {first} ({firstSpots, plural, one {# spot} other {# spots}}); in the last third: {last} ({lastSpots, plural, one {# spot} other {# spots}}).',
    meanPassed: 'Passed',
    meanPassedOf: '{name}, passed {value} ({spots, plural, one {# spot} other {# spots}})',
    meanPassedEdge:
      'Passed at the edge: {outer} ({outerSpots, plural, one {# spot} other {# spots}}); inside: {inner} ({innerSpots, plural, one {# spot} other {# spots}}).',
    meanPassedDrift:
      'Passed in the third measured first: {first} ({firstSpots, plural, one {# spot} other {# spots}}); in the last third: {last} ({lastSpots, plural, one {# spot} other {# spots}}).',
    meanHigh: 'High confidence',
    meanHighOf: '{name}, high confidence {value} ({spots, plural, one {# spot} other {# spots}})',
    meanHighEdge:
      'High confidence at the edge: {outer} ({outerSpots, plural, one {# spot} other {# spots}}); inside: {inner} ({innerSpots, plural, one {# spot} other {# spots}}).',
    meanHighDrift:
      'High confidence in the third measured first: {first} ({firstSpots, plural, one {# spot} other {# spots}}); in the last third: {last} ({lastSpots, plural, one {# spot} other {# spots}}).',
    replicates:
      'Call and confidence are those of the sample that a spot belongs to; everything else is of the spot’s own spectra.',
    unplaced:
      '{count, plural, one {# spectrum has no spot and is in the table only.} other {# spectra have no spot and are in the table only.}}',
    dialogTitle:
      '{count, plural, one {Spot {spot}, measured # time} other {Spot {spot}, measured # times}}',
    dialogNumber: '{number} of {count}',
    dialogLeftOut: '{name}: left out',
    dialogOpen: '{name}<hidden>, {number} of {count}</hidden>',
  },
  /** The report of a job, for paper: on the page and on the command line. */
  report: {
    absent:
      'The model of this job is no longer described on this computer, so its samples cannot be named on paper.',
    andMore: '{values} and {more} more',
    back: 'Back to the results',
    browserNumbers:
      'This browser does not number pages by itself: leave “Headers and footers” on in its print dialog, which writes the run’s name and the page on each.',
    calibrants:
      '{count, plural, one {# calibration spot was left out of the samples: {spots}.} other {# calibration spots were left out of the samples: {spots}.}}',
    chooseAbout:
      'Each is shown with its spectrum and the parts of it that decide: at most {most} samples.',
    chooseAttention: 'Those that need attention',
    chooseFind: 'Find a sample',
    chooseMore:
      '{count, plural, one {# more sample: search for it.} other {# more samples: search for them.}}',
    chooseOpen: 'Samples in detail…',
    chooseOwn: 'Those that I choose',
    chooseSamples: 'Samples',
    chooseShow: 'Show these',
    chooseTitle: 'Samples in detail',
    chosenCount: '{count, plural, one {# sample chosen} other {# samples chosen}}',
    chosenTooMany: 'At most {most} samples are shown in detail.',
    columnBy: 'By',
    columnCall: 'Call',
    columnEntry: 'Entry',
    columnMachine: 'Call by ktyper',
    columnPerson: 'Review',
    columnSamples: 'Samples',
    columnTime: 'Time',
    controlsAbsent: 'None of the declared controls is in this run.',
    controlsNone:
      'No control is declared where this report was made. Whatever was measured as a control stands among the samples, and is not judged.',
    controlsTitle: 'Controls',
    countsTitle: 'Counts by call',
    created: 'Analysed',
    date: 'Date',
    detailsChosenNone: 'No sample was chosen.',
    detailsChosenTitle: 'Chosen samples',
    detailsFirst:
      'The first {shown} of {count, plural, one {# sample} other {# samples}}, the most urgent first.',
    detailsNone: 'No sample of this run needs attention.',
    detailsTitle: 'Samples that need attention',
    documentTitle: '{name} – report – ktyper',
    fromTo: '{from} to {to}',
    guard: 'Guard',
    kind: 'Report of a species identification by MALDI-TOF',
    kindSimulated: 'Report of a species identification by MALDI-TOF, of simulated spectra',
    labAbout: 'They stand in the head of each report. They are kept on this computer alone.',
    labAddress: 'Address',
    labEdit: 'Laboratory…',
    labLogo: 'Logo',
    labLogoAbout: 'PNG or JPEG, at most {size} and {side} pixels a side.',
    labLogoBytes: 'The file is larger than {size}. Choose a smaller picture.',
    labLogoChoose: 'Choose a logo',
    labLogoFormat:
      'This is no PNG or JPEG, whatever its name says, or it is damaged. Save the logo in one of the two formats.',
    labLogoHas: 'A logo of {width} × {height} pixels.',
    labLogoNone: 'No logo.',
    labLogoPixels: 'The picture has more than {side} pixels a side. Make it smaller.',
    labLogoRemove: 'Remove the logo',
    labName: 'Name of the laboratory',
    labNotSaved: 'This is not kept:',
    labSave: 'Save',
    labTitle: 'The laboratory',
    limits:
      'A call compares a spectrum with the taxa of the model and with nothing else. It says nothing of resistance or virulence. Check it by a second method before you decide anything by it.',
    methodClassifier:
      'The model “{model}” is a classifier: it names the likeliest of the classes that it was trained on, whatever it sees, unless a guard finds no pattern.',
    methodMarkers:
      'The model “{model}” looks for the masses of proteins that follow from the genomes of each taxon. Each that is found, or missed, speaks for or against the taxon; whether the spectrum looks like any of them is asked first.',
    methodQuality:
      'Quality is judged by limits of version {version}; it changes no call and says what to measure again.',
    methodSpectra:
      'Spectra of linear mode were read as recorded, smoothed, baseline-corrected, scaled to their total ion current and put in bins of {width} Da.',
    methodThresholds: '{thresholds}.',
    methodTitle: 'Method',
    missing:
      '{count, plural, one {The run lists # sample without a spectrum: {names}.} other {The run lists # samples without a spectrum: {names}.}}',
    modelChecksum: 'SHA-256 of the model',
    more: '{more} more: an exported file has all.',
    morePlates:
      '{count, plural, one {# more plate is not drawn.} other {# more plates are not drawn.}}',
    noPlot: 'The spectrum is not shown.',
    noSample: 'The run holds no sample.',
    notReviewed: 'This copy has no review: it was made on the command line.',
    none: '–',
    open: 'Report',
    openHint: 'To print, to save as PDF and to sign',
    pageOf: 'Page {page} of {pages}',
    pageTitle: 'Report of {name} – ktyper',
    performedBy: 'Performed by',
    placeFound: '{mz}, found at {found}',
    placeNotFound: '{mz}, not found',
    plateOf: 'Plate {name}',
    plateTitle: 'Plate',
    plotOf: 'Processed spectrum; ▼ marker of {taxon}, filled where it was found.',
    plotOfTwo:
      'Processed spectrum; ▼ marker of {taxon}, ■ of {rival} where the two differ; filled where it was found.',
    plotPlain: 'Processed spectrum.',
    preparing: 'Preparing the report…',
    print: 'Print or save as PDF',
    recordTitle: 'Versions and checksums',
    reviewFirst: 'The first {shown} of {count, plural, one {# entry} other {# entries}}.',
    reviewTitle: 'Review',
    reviewedBy: 'Reviewed by',
    run: 'Run',
    runTitle: 'Run',
    runnerUp: 'runner-up {name} {percent}',
    sampleAt: '{name}, {spot}',
    samplesTitle: 'Samples',
    save: 'Save as HTML',
    saved: 'Saved.',
    settings: 'Settings:',
    signature: 'Signature',
    signaturesTitle: 'Signatures',
    size: 'Size',
    sizeWords:
      '{samples, plural, one {# sample} other {# samples}}, {spectra, plural, one {# spectrum} other {# spectra}} ({failed} not read, {skipped, plural, one {# left out} other {# left out}})',
    spectraChecksum: 'SHA-256 over all spectra',
    spectraChecksumAbout:
      'The last is the SHA-256 of the list of the spectra’s own checksums, sorted and a line each: the exports have them.',
    status: 'Status',
    token: 'Token of the job',
    unplaced:
      '{count, plural, one {# spectrum has no place on a plate.} other {# spectra have no place on a plate.}}',
    view: 'The report as it is printed',
    warningsTitle: 'Warnings',
    why: 'Why',
    writtenBy: 'Report by',
  },
  /** Which spectra of a job are alike. */
  similarity: {
    absentTitle: 'The run’s files are needed',
    absent:
      'Spectra are compared by all of their peaks, which a job does not keep. They are read from the run’s files again.',
    alone:
      '{spectrum} is like no other spectrum. The nearest is {other}, with a similarity of {similarity}.',
    aloneCure:
      'Look at its quality and its call. Repeat the measurement, and check the culture for purity.',
    canvas:
      'Heat map of {count} spectra against each other, in the order of their clusters. Rows and columns {from} to {to} are shown.',
    cell: '{a} and {b}: similarity {similarity}.',
    columnCall: 'Call',
    columnCluster: 'Cluster',
    columnNearest: 'Nearest spectrum',
    columnSimilarity: 'Similarity',
    columnSpectrum: 'Spectrum',
    comparing: 'Comparing {count, plural, one {# spectrum} other {# spectra}}…',
    download: 'Download',
    downloadCsv: 'The similarity of each pair, for programs',
    downloadNewick: 'The dendrogram, for tree programs',
    downloadSvg: 'The heat map with its dendrogram, as a drawing',
    failed: 'None of the run’s spectra was found in these files.',
    few: 'At least two readable spectra are needed to compare them.',
    findings: 'What stands out',
    findingsMore:
      '{count, plural, one {# more is not listed.} other {# more are not listed.}} The CSV file has the similarity of each pair.',
    findingsNone: 'Nothing stands out: each spectrum lies with others, and with those of its call.',
    keys: 'Arrow keys move to another pair, Enter lays the two spectra over each other, + and - show fewer or more spectra.',
    legend: 'Similarity',
    limits:
      'This shows species and outliers. It does not tell whether two isolates are of one strain: within a species, spectra of one isolate are hardly more alike than spectra of two. Relatedness is not transmission.',
    list: 'All spectra in the order of the heat map',
    listSome:
      '{shown} of {count} spectra are listed, those of the shown part of the heat map first to last.',
    missing:
      '{count, plural, one {# spectrum was not found in the run’s files and is not compared.} other {# spectra were not found in the run’s files and are not compared.}}',
    open: 'Similarity',
    openHint: 'Which spectra are alike, and which stand out',
    opening: 'Opening the job…',
    otherSpecies:
      '{spectrum} is called {taxon}, and lies with spectra of {among}. The nearest is {other}, with a similarity of {similarity}.',
    otherSpeciesCure:
      'Close relatives can lie together. Look at its deciding markers, check for a mix-up of spots, and repeat it before you report it.',
    overlay: 'Lay over each other',
    overlayOf: 'Lay {a} and {b} over each other',
    pageTitle: 'Similarity of {run} – ktyper',
    pair: '{a} and {b}',
    pairLabel: 'Processed spectrum of {a} above, and of {b} below',
    picture: '{run}: similarity of {count} spectra',
    reading: 'Reading the spectra: {read} of {count}',
    replicate:
      '{spectrum} is unlike the other spectra of its sample. The most similar of them is {other}, with a similarity of {similarity}.',
    replicateCure:
      'Look at both spectra. If one of them is poor or another species, re-spot the sample.',
    signAlone: 'Like no other',
    signOtherSpecies: 'Lies with another species',
    signReplicate: 'Replicate apart',
    title: 'Which spectra are alike',
    waiting: 'The job is still at work. Its spectra are compared here when it is done.',
    window: 'Spectra {from} to {to} of {count}',
    windowLess: 'Show fewer spectra',
    windowMore: 'Show more spectra',
  },
  /** The report of a cohort, for paper: on the command line. */
  cohortReport: {
    above: '{measure}: {value}, above {limit}',
    attentionFirst:
      '{shown} of {count} are listed, the values that are farthest out first. The tables of the cohort have all.',
    attentionNone: 'No plate failed, and none stands out from the others.',
    attentionTitle: 'Plates that need attention',
    below: '{measure}: {value}, below {limit}',
    bySheets: 'by the sample sheets of the plates',
    callCounts: '{species} identified as a species, {group} as a group, {none} not identified',
    callsMore:
      '{calls, plural, one {# more call, of {samples} samples, is not listed.} other {# more calls, of {samples} samples, are not listed.}}',
    chartAxis: 'Number of the plate',
    chartByTable:
      'Plates stand in the order of the table, since not all of them say when they were acquired.',
    chartByTime: 'Plates stand in the order in which they were acquired.',
    chartColumns:
      'Since {count} plates are too many to be drawn one by one, neighbours are put together: a line reaches from the least to the largest value of them.',
    chartFailed:
      '{count, plural, one {# plate that could not be read is not shown.} other {# plates that could not be read are not shown.}}',
    chartFew: 'What is usual is told from {least} plates on, so that no limits are drawn.',
    chartHigh: '+3 SD: {value}',
    chartLines:
      'The line is the median of the plates, the broken lines are three robust standard deviations (1.4826 times the median distance from it; where more than half of the plates have one value, 1.2533 times the mean distance) above and below. ▲ filled: a plate above them; ▼ empty: below. A value far out is drawn at the edge.',
    chartLow: '−3 SD: {value}',
    chartMiddle: 'median: {value}',
    chartNoValue: 'No plate has this value.',
    chartTitle: 'Quality of the plates',
    columnCure: 'What to do',
    columnFindings: 'Findings and problems',
    columnGroup: 'Group',
    columnNone: 'Not identified',
    columnNotRead: 'Not read',
    columnPlace: 'No.',
    columnPlate: 'Plate',
    columnQuality: 'Pass / warning / fail',
    columnShare: 'Share',
    columnSpecies: 'Species',
    columnWhat: 'What was seen',
    computedTitle: 'Versions and settings',
    countsTitle: 'Cohort',
    cureBetter:
      'Better than the other plates: see whether settings or preparation were others. Nothing else to do.',
    cureCalibration:
      'Calibrate the instrument before the next run, and check the calibration spot of this plate.',
    cureNotIdentified:
      'Look at the calls of this plate: other species than the model knows, or weak spectra. Repeat those with poor quality.',
    curePeaks: 'Check material and matrix of this plate, and repeat spots with few peaks.',
    cureResolution: 'Check the settings and the detector of the instrument, and calibrate it.',
    cureSignal:
      'Check material and matrix of this plate and the laser energy, and repeat weak spots.',
    grouping: 'Samples are made',
    guardNone: 'none',
    kind: 'Report of a cohort: species identification by MALDI-TOF',
    ledgerAbout:
      'The tables were checked against the ledger of the cohort, which has the checksum of each plate and of its rows.',
    ledgerChecksum: 'SHA-256 of the ledger',
    markerSignal: 'Marker signal to noise, median',
    noPlate: 'The cohort has no plate.',
    noSample: 'The cohort has no sample.',
    notIdentified: 'Share of samples not identified',
    ofThem: '{count} ({more})',
    peaks: 'Peaks, median',
    plateCounts: '{done} done, {failed} failed',
    plates: 'Plates',
    platesConspicuous:
      'Of {count} plates, {meant} failed, have findings or stand out; {shown} of these are listed. The table of plates has all.',
    qualityCounts: '{pass} pass, {warn} warning, {fail} fail, {unrated} not rated',
    resolution: 'Resolution, median',
    sentencesMore:
      '{count, plural, one {# more sentence is in the table of plates.} other {# more sentences are in the table of plates.}}',
    shift: 'Calibration shift, median (ppm)',
    spectra: 'Spectra',
    spectraCounts: '{notRead} not read, {leftOut} left out',
    stateDone: 'done',
    stateFailed: 'could not be read',
    tilt: 'Calibration tilt, median (ppm per 1,000 m/z)',
    watched: 'Tables of peaks to watch',
  },
  /** Two models or two jobs side by side. */
  compare: {
    opening: 'Opening the jobs…',
    pageTitle: 'Two models on {run} – ktyper',
    title: 'Two models on one run',
    titleOneModel: 'Two jobs of one run',
    download: 'Download',
    downloadTsv: 'A row a sample, for programs',
    downloadCsv: 'The same for spreadsheets',
    waiting: 'One of the jobs is still at work. The comparison is shown here when it is done.',
    nothing:
      'One of the jobs ended before it had a model, or its model is not on this computer. There is nothing to compare.',
    noSample: 'Neither job has a sample.',
    noSampleYet: 'Neither job has a sample yet.',
    notOneRun: 'These two jobs have no spectrum in common: they are not of one run.',
    countsTitle: 'Agreement',
    countSame: '<strong>{count}</strong> same taxon',
    countSameGroup: '<strong>{count}</strong> same group',
    countBothRefuse: '<strong>{count}</strong> both refuse',
    countOneRefuses: '<strong>{count}</strong> one refuses',
    countDiffers: '<strong>{count}</strong> differs',
    countUnread: '<strong>{count}</strong> not read',
    countOnlyA: '<strong>{count}</strong> only in A',
    countOnlyB: '<strong>{count}</strong> only in B',
    hintsTitle: 'What these words mean',
    wordSame: 'Same taxon',
    wordSameGroup: 'Same group',
    wordBothRefuse: 'Both refuse',
    wordOneRefuses: 'One refuses',
    wordDiffers: 'Differs',
    wordUnread: 'Not read',
    wordOnlyA: 'Only in A',
    wordOnlyB: 'Only in B',
    hintSame: 'Both models give the same species, or the same group.',
    hintSameGroup:
      'One name includes the other: a group and its member, a species and its subspecies. The two do not contradict each other.',
    hintBothRefuse: 'Neither model identifies the sample.',
    hintOneRefuses: 'One model identifies the sample, the other does not.',
    hintDiffers:
      'The models give different species or groups, neither of which includes the other.',
    hintUnread: 'The spectrum is empty or could not be read.',
    hintOnlyA: 'The second job has no sample of these spectra.',
    hintOnlyB: 'The first job has no sample of these spectra.',
    lacking:
      '{count, plural, one {# sample of {job} shows no {genus} pattern, by the marker model that runs beside it.} other {# samples of {job} show no {genus} pattern, by the marker model that runs beside it.}}',
    lackingAny:
      '{count, plural, one {# sample of {job} shows no pattern, by the marker model that runs beside it.} other {# samples of {job} show no pattern, by the marker model that runs beside it.}}',
    matrixName: 'Calls against calls',
    matrixCaption: 'Samples by their call by A (rows) and by B (columns)',
    matrixCell:
      '{count, plural, one {# sample: {a} by A, {b} by B} other {# samples: {a} by A, {b} by B}}',
    matrixShow: 'Show these samples',
    shownPair: '{a} by A, {b} by B:',
    shownSome: '{shown} of {count, plural, one {# sample shown} other {# samples shown}}',
    shownAll: '{count, plural, one {# sample shown} other {# samples shown}}',
    showAll: 'Show all',
    noMatch: 'No samples match.',
    tableName: 'Samples by both models',
    tableSample: 'Sample',
    tableSpot: 'Spot',
    tableCallByA: 'Call by A',
    tableCallByB: 'Call by B',
    tableAgreement: 'Agreement',
    rerunTitle: 'Run again with another model',
    rerunLooking: 'Looking for the files of this run…',
    rerunNoModel:
      'No other model is installed. Add one on the page <models>Models</models>, such as the model that your laboratory used before, and come back.',
    rerunAbout:
      'The same spectra make a new job, and both can then be compared sample by sample. This job stays as it is.',
    rerunModel: 'Model',
    rerunOwnModel: 'added on this computer',
    rerunFiles: 'The files of this run are not kept on this computer: choose them again.',
    rerunSheet:
      'The samples were grouped by a sheet that was chosen beside the run: <file>{file}</file>. Choose it again.',
    rerunSheetName: 'The sample sheet',
    rerunChooseSheet: 'Choose the sample sheet',
    rerunStart: 'Run again',
    spectraPageTitle: 'Spectra of {run} – ktyper',
    spectraTitle: 'Compare spectra',
    spectraReading: 'Reading {read} of {count, plural, one {# spectrum} other {# spectra}}…',
    spectraNone:
      'No sample is marked. Open the job, mark samples with the key c or in the panel of a sample, and choose Compare spectra.',
    spectraAbsent: 'Without a curve',
    spectraAbsentJob: 'A job that is not on this computer',
    spectraLayout: 'Layout',
    layoutOverlay: 'Overlay',
    layoutStacked: 'Stacked',
    layoutDifference: 'Difference',
    layoutDifferenceHint: 'One curve minus another, on bins of 1 Da',
    align: 'Align',
    alignHint: 'Moves each mass axis by a line, so that peaks in common lie on each other',
    alignOn:
      'The masses of each curve are moved by a line, so that the peaks that it has in common with {curve} lie on those of {curve}. What was taken off stands beside each curve. Heights stay.',
    alignOff:
      'Masses are as measured, and may be shifted from one spectrum to another by some hundred ppm.',
    alignFirst: 'The others are aligned on it',
    alignLine: 'Aligned: {shift} ppm taken off, and {tilt} ppm for each 1,000 m/z above 6,500',
    saveAligned:
      'Masses are moved by lines, so that peaks in common with {curve} lie on each other.',
    alignNone: 'Not aligned: too few peaks in common',
    pairFirst: 'Curve',
    pairSecond: 'Minus',
    pairNone:
      'A difference needs two curves. Mark another sample, or choose the mean of a species.',
    meanChoose: 'Mean of',
    meanNone: 'No mean',
    meanFull: 'A plot has room for eight curves. Take one away first.',
    meanName: 'Mean of {taxon}',
    meanOf: '{read} of {count, plural, one {# sample} other {# samples}}',
    meanAbout:
      'The mean is of {read} of the {count, plural, one {# sample} other {# samples}} of this job that are called {taxon}, made from {spectra, plural, one {# spectrum} other {# spectra}}: of each sample those that its call is made from. Each sample counts once. Dotted lines are one standard deviation of a sample above and below.',
    meanAligned:
      '{rest, plural, =0 {The spectra of the mean are aligned on the first of them.} one {The spectra of the mean are aligned on the first of them. # has too few peaks in common with it and stays as measured.} other {The spectra of the mean are aligned on the first of them. # have too few peaks in common with it and stay as measured.}}',
    meanReading: 'Reading the samples of the mean: {read} of {count}…',
    meanEmpty: 'No sample that is called {taxon} can be used for a mean.',
    meanLeftOut: 'Left out of the mean: {count, plural, one {# sample} other {# samples}}',
    meanLeftOutOne: '{sample}: {why}',
    meanLeftOutMore: 'And {count, plural, one {# more} other {# more}}.',
    meanWhyWeak: 'its call is weak',
    meanWhyQuality: 'its quality fails',
    meanWhyReplicates: 'its replicates contradict each other',
    meanWhyNotRead: 'none of its spectra can be read',
    legendTitle: 'Curves',
    legendShown: 'Show {curve}',
    legendRemove: 'Take {curve} away',
    plotRole: 'plot of spectra',
    plotOverlay: '{count, plural, one {# curve} other {# curves}}, m/z {from} to {to}',
    plotDifference: '{a} minus {b}, m/z {from} to {to}',
    plotReadOut: 'm/z {mz}: {values}',
    plotReadOne: '{curve} {value}‰',
    plotAbout:
      'Each spectrum is drawn as the model sees it: without its baseline, as a share of its total ion current per Da. Heights can be compared.',
    plotKeys:
      'Left and right arrow move along, up and down make peaks taller and lower, plus and minus zoom, Home shows everything, Shift with left and right goes from peak to peak and reads it. The peaks stand in a table below.',
    markersNone: 'No markers',
    markersSeen:
      'Filled triangles are markers of {taxon} that were found in {sample}; hollow ones are missing.',
    peaksTitle: 'Peaks of the curves',
    peaksAbout:
      'The highest peaks of each spectrum, and the height of each curve there, in ‰ of the total ion current per Da. Peaks within 500 ppm are one.',
    peaksNone: 'No peak was found.',
    saveFailed: 'The browser could not make the picture.',
    saveCsv: 'Table of peaks (CSV)',
    saveBy: 'ktyper {version}. SHA-256 of the spectra: {checksums}',
    markForSpectra: 'Mark to compare',
    markForSpectraKey: 'Marks the sample, to compare its spectrum with others (c)',
    markedForSpectra: 'Marked to compare',
    markedCount: '{count, plural, one {# sample marked} other {# samples marked}}',
    markedFull: 'Eight samples are marked. More curves cannot be told apart.',
    markedClear: 'Unmark all',
    isolatePageTitle: 'An isolate through time – ktyper',
    isolateTitle: 'An isolate through time',
    isolateName: 'Name of the isolate',
    isolateFind: 'Find in all jobs',
    isolateOpen: 'Through time',
    isolateListing: 'Listing the jobs of this computer…',
    isolateSearching:
      'Searched {searched} of {count, plural, one {# job} other {# jobs}} of this computer…',
    isolateSearched:
      '{found, plural, =0 {No sample} one {# sample} other {# samples}} of this name in {count, plural, one {# job} other {# jobs}} of this computer. Case, and how blanks and accents are written, make no difference.',
    isolateSame: 'All calls agree.',
    isolateCompatible: 'The calls do not contradict each other: one name includes the other.',
    isolateSomeRefuse:
      'Some of the spectra were identified and others were not. Look at the quality of those that were not, and repeat them from a fresh subculture.',
    isolateAllRefuse: 'None of the spectra was identified. Confirm the isolate by a second method.',
    isolateDiffer:
      'The calls differ. Check on the plates that the name is one isolate’s each time, compare the spectra, subculture the isolate and repeat it.',
    isolateNewest: 'The {count} newest of {all} are listed.',
    isolateShowOlder: 'List {count} older',
    isolateAtWork:
      '{count, plural, one {# job is still at work: only the rows that it had were searched.} other {# jobs are still at work: only the rows that they had were searched.}} Search again when all are done.',
    isolateUnread: 'Not read, or not whole: {count}.',
    isolateTable: 'Samples of this name, by date',
    isolateWhen: 'Acquired',
    isolateJob: 'Job',
    isolateCall: 'Call',
    isolateConfidence: 'Confidence',
    isolateReview: 'Review',
    isolateSpectrum: 'Spectrum',
    isolateKept: 'Kept',
    isolateNotKept: 'Not kept.',
    isolateCompare:
      '{count, plural, one {Show the spectrum that is kept} other {Compare the # newest spectra that are kept}}',
  },
  /** Models: the list, adding one. */
  models: {
    pageTitle: 'Models – ktyper',
    title: 'Models',
    intro:
      'A model is what turns a spectrum into a name. Before it may be used its files are checked against their checksums, and it must answer a self-test with the numbers that it was published with. Each job keeps the version and the checksum of the model that it was made with.',
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
    pageTitle: 'Help – ktyper',
    title: 'Help',
    onThisPage: 'On this page',
    beyondTitle: 'Beyond one run',
    beyondQuality:
      '<link>Quality over time</link> shows how the runs of each instrument went, with limits from its own first runs. There a laboratory declares its controls. A run says at its head that a control or a calibration spot (BTS) fails.',
    beyondIsolate:
      '<link>An isolate through time</link> is found by its name in all jobs of this computer, with what it was called each time.',
    beyondSimilarity:
      'Similarity, on the page of a job, shows which of its spectra are alike, and which lie with another species than their call. It tells species and outliers, never strains.',
    beyondCompare:
      'Spectra that are marked in the table of a job can be laid over each other, stacked or subtracted from one another.',
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
    ruleNoSpectrumWhen: 'The file is empty or cannot be read; the row says why.',
    ruleOutsideWhen:
      'The spectrum does not reach from m/z {from} to {to}, or its points are more than {spacing} Da apart.',
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
  /** Told: how a species call was made. */
  call: {
    againstMany:
      '{fitting} of {loci} loci fit {taxon}; {count, number} speak against it, {shown} among them.',
    againstNone: '{fitting} of {loci} loci fit {taxon}; no marker speaks against it.',
    againstSome:
      '{count, plural, one {{fitting} of {loci} loci fit {taxon}; {shown} speaks against it.} other {{fitting} of {loci} loci fit {taxon}; {shown} speak against it.}}',
    alwaysNames: 'A classifier names one of its classes whatever it sees.',
    axisCoarse:
      'The points of the spectrum are {spacing} Da apart on average; the model was judged on spectra with at most {most} Da.',
    axisShort:
      'The spectrum goes from m/z {first} to {last}; the model was judged on spectra that go from {from} to {to}.',
    belongs: 'Belongs to {group} ({percent}).',
    belongsToGroup: 'Belongs to the {group} ({percent}).',
    belowThreshold:
      'No species reaches a probability of {species}, and no group of species reaches {group}.',
    calledIn: '{label} ({places})',
    closestTo: 'closest to {taxon}',
    closestToByLoci: 'closest to {taxon} ({supported} of {loci} loci)',
    contradictNowModerate:
      'The spectra of this sample contradict one another, so the confidence is moderate, not high.',
    contradictNowWeak:
      'The spectra of this sample contradict one another, so the confidence is weak, not moderate.',
    contradictStaysWeak:
      'The spectra of this sample contradict one another, so the confidence stays weak.',
    fewPeaks:
      '{count, plural, one {Only # peak rises over 5 times the noise; at least {least} are needed.} other {Only # peaks rise over 5 times the noise; at least {least} are needed.}}',
    guardNone:
      '{count, plural, one {None of the # spectrum that could be judged shows it.} other {None of the # spectra that could be judged shows it.}} The first of them: {first}',
    guardSays: '{label}. The marker model {model}, which runs beside this one, says: “{reason}”',
    guardSaysSo: '{label}, says the marker model {model}, which runs beside this one.',
    labelBelowThreshold: 'No reliable identification',
    labelNoPattern: 'No {genus} pattern',
    labelNoSpectrum: 'No spectrum',
    labelNotJudged: 'Not judged',
    labelNotRead: 'Not read',
    labelOutsideScope: 'Outside what the model was judged on',
    labelPoorSpectrum: 'Poor spectrum',
    labelWithDetail: '{label}: {detail}',
    looksLikeOutgroup:
      'It looks most like {taxon}, which this model knows only in order to refuse it.',
    markerAt: '{locus} at {mz}',
    markerAtTwice: '{locus} at {mz} (2+)',
    markersAbsent:
      '{count, plural, one {{markers}, which {rival} would show, was not found.} other {{markers}, which {rival} would show, were not found.}}',
    markersName:
      '{count, plural, one {Named by {markers}, which tells it from {rival}.} other {Named by {markers}, which tell it from {rival}.}}',
    markersOfOutgroup:
      'The markers fit {taxon} (score {score}, {supported} of {loci} loci for it), which this model knows only in order to refuse it. Of what it names, {nearest} comes nearest, with a score of {nearestScore}.',
    markersSpeak:
      '{count, plural, one {{markers} speaks for {taxon} and not for {rival}.} other {{markers} speak for {taxon} and not for {rival}.}}',
    noMarkerTells: 'No marker that was found tells {taxon} from {rival}.',
    notGuarded: 'This model cannot refuse, and no marker model ran beside it.',
    nothingFits:
      'Nothing that this model knows fits well enough. {taxon} comes nearest: score {score} (at least {leastScore} is needed), {supported} of {loci} loci for it (at least {leastSupported}), {contradicted} against it (at most {mostContradicted}).',
    nothingFitsButOutgroup:
      'Nothing that this model knows fits well enough. {taxon} comes nearest, which this model knows only in order to refuse it: score {score} (at least {leastScore} is needed), {supported} of {loci} loci for it (at least {leastSupported}), {contradicted} against it (at most {mostContradicted}).',
    nothingKnownFits: 'nothing known fits',
    onlyName:
      '{count, plural, one {{loci} only names, and does not count for acceptance.} other {{loci} only name, and do not count for acceptance.}}',
    patternOfSome:
      '{count, plural, one {Taken alone, # of the {of} spectra of this sample ({places}) is called “{label}”. The others show the pattern.} other {Taken alone, # of the {of} spectra of this sample ({places}) are called “{label}”. The others show the pattern.}}',
    patternOfSomeCure:
      'Check that these spots hold the same isolate, and measure again if in doubt.',
    patternsNo:
      '{all, plural, one {{count} of # sample shows no {genus} pattern} other {{count, plural, one {# of {all} samples shows no {genus} pattern} other {# of {all} samples show no {genus} pattern}}}}: a name there is only the likeliest of the model’s own classes.',
    patternsNotJudged: '{count} could not be judged.',
    patternsYes:
      '{all, plural, one {{count} of # sample shows a {genus} pattern} other {{count, plural, one {# of {all} samples shows a {genus} pattern} other {# of {all} samples show a {genus} pattern}}}}.',
    placeOf: '{mz} ({taxa})',
    probabilityOnly: 'The model gives {taxon} a probability of {percent}.',
    probabilitySmall: 'The probability is small: below {limit} the call is weak.',
    rankOpenSpecies: 'The species is uncertain: {taxon} {percent} ({limit} is needed).',
    rankOpenSubspecies: 'The subspecies is uncertain: {taxon} {percent} ({limit} is needed).',
    replicatesContradict:
      'The spectra of this sample contradict one another: {calls}. The call is made from the mean.',
    replicatesContradictNamed:
      'The spectra of this sample contradict one another: {calls}. The call is made from the mean, with less confidence.',
    speakForRival:
      '{count, plural, one {{loci} speaks for {rival}.} other {{loci} speak for {rival}.}}',
    tierGroup: 'Group or complex, species not resolved',
    tierSpecies: 'Species',
    tierWeakSpecies: 'Species, weak',
    undecidedMixed:
      '{locus} peaks were found for more than one taxon: {found}. The culture may be mixed, or a peak is weak.',
    undecidedNone:
      'No marker that is usually seen was left open between {taxa}: each was found or missed as clearly as it can be.',
    undecidedNotClear: '{locus} was not clear. It is expected at {places}.',
    undecidedNotCounted: 'Too few of {loci}, which only name, were seen to count.',
    undecidedNotFound: '{locus} was not found. It is expected at {places}.',
    unseen: '{count, plural, one {{loci} was not seen.} other {{loci} were not seen.}}',
    weakEvidence: 'The evidence is weak.',
  },
  /** Told: what a job as a whole met, and how its samples were made. */
  job: {
    askOperatorCure: 'Tell whoever runs this site.',
    askOperatorModelCure:
      'Tell whoever runs this site. Until it is put right this model is not used.',
    choiceEmpty: 'There was no file in what was chosen.',
    choiceEmptyCure: 'Choose the run again.',
    chooseAgainCure: 'Choose the files again, and leave them where they are while ktyper works.',
    dropEmpty: 'There was no file in what was dropped.',
    dropEmptyCure:
      'Choose the run’s folder, or a .zip or .tar.gz of it, or spectra as mzML, mzXML or text.',
    droppedModel: '{path} is a model or a part of one, and there was no spectrum with it.',
    droppedModelCure: 'Add it on the page Models, and then choose a run.',
    droppedSheet:
      '{path} is a sample sheet, with {rows, plural, one {# row} other {# rows}} for {samples, plural, one {# sample} other {# samples}}, and there was no spectrum with it.',
    droppedSheetCure: 'Use it for the next run, or choose it together with its run.',
    droppedWatch: '{path} is a table of peaks to watch, and there was no spectrum with it.',
    duplicate: 'This is the same spectrum, byte by byte, as {name} in {path}: it counts once.',
    duplicateCure: 'Nothing to do, unless the two should have been different measurements.',
    exampleAbsent: 'The example run could not be loaded.',
    exportPartAbsent: 'A part of ktyper could not be fetched, so that nothing was written.',
    fault: 'ktyper met a fault of its own and stopped this job: {message}',
    faultCure: 'What was done is kept. Please report it with the details from this message.',
    guardAbsent: 'No marker model is installed with this copy of the app.',
    guardLost:
      'This model cannot refuse, and the marker model that should run beside it could not be used, so bacteria of other genera get names here with confidence. ({reason})',
    guardLostCure: 'Then run this again.',
    guardOff: 'That was switched off for this model.',
    guardOtherGenera: 'Its classes are of {genera}, and the marker model looks for {watched}.',
    interrupted: 'The page was closed before this job was done. What it had done by then is here.',
    interruptedCure: 'Choose the same file or folder again, and it goes on.',
    lostSpectrum:
      'The part of ktyper that computes spectra stopped over this one, twice. ({reason})',
    lostSpectrumCure:
      'Close other tabs, since the memory may be full, and run it again; or leave this spectrum out.',
    meanAsOriginal: 'Made from the mean of all {of} spectra, as the original application did.',
    meanNoneSound: 'Made from the mean of all {of} spectra: none is sound by itself.',
    meanOfSound:
      '{of, plural, one {Made from the one of {all} spectra that is sound.} other {Made from the mean of the # of {all} spectra that are sound.}}',
    missingBoth:
      'This job is not whole: the browser’s storage lacks the results of {lackingSamples} of {samples, plural, one {# sample} other {# samples}}, and of {lackingSpectra} of {spectra, plural, one {# spectrum} other {# spectra}}.',
    missingCure:
      'Do not take it for the whole run. Identify the run again; the results that are here can still be exported.',
    missingSamples:
      'This job is not whole: the browser’s storage lacks the results of {lackingSamples} of {samples, plural, one {# sample} other {# samples}}.',
    missingSpectra:
      'This job is not whole: the browser’s storage lacks the results of {lackingSpectra} of {spectra, plural, one {# spectrum} other {# spectra}}.',
    modelAbsent:
      'The model {key}, which this job is to be run with, is not installed here any more.',
    modelAbsentCure: 'Add it again on the page Models, or choose the run again, and another model.',
    modelFetch: 'A file of the model could not be loaded: {address}.',
    modelMismatch: 'The host’s list says {listed}, but the model there is {found}.',
    moreFaults: '{count, plural, one {(And # more fault.)} other {(And # more faults.)}}',
    needsFiles:
      'The page was closed before this job was done, and its files are not on this computer. {why}',
    needsFilesEarly: 'They were not yet copied when the page went away.',
    neverRead: 'This spectrum could not be read when the run was.',
    neverReadCure: 'Its record says why.',
    noModel: 'No model is installed with this copy of the app.',
    noSpectrum: 'No spectrum was found.',
    noSpectrumCure:
      'Use a Bruker flex folder (one with fid and acqu files in it), a folder above it, or a .zip or .tar.gz of one; or raw profile spectra as mzML, mzXML or text with two columns.',
    noSpectrumHere: 'This sample has no spectrum that can be shown.',
    noSpectrumHereCure: 'Open its job, which says what became of it.',
    noSpectrumFile: 'No file in it holds one.',
    otherFiles:
      '{count, plural, one {# other file was found: {paths}.} other {{count} other files were found: {paths}.}}',
    otherFilesMore:
      '{count, plural, one {# other file was found: {paths} ...} other {{count} other files were found: {paths} ...}}',
    notHere: 'This job is not on this computer.',
    notHereCure: 'Open a job file of it here, or compare on the computer that has it.',
    otherInput: 'That is not what this job was read from. It needs {wanted}; chosen was {chosen}.',
    otherInputCure:
      'Choose the same again, under the same name; or use what you have as a new job.',
    otherInputFolder: '{path} ({size}), {files, plural, one {# file} other {# files}}',
    otherInputNothing:
      'That is not what this job was read from. It needs {wanted}; chosen was nothing.',
    otherInputPart: '{path} ({size})',
    partAbsent: 'A part of ktyper could not be fetched.',
    partAbsentCure: 'Check the network, reload the page, and try again.',
    replicatesEmpty:
      '{count, plural, one {# of the {of} spectra of this sample has no signal and counts as zeros in its mean, as in the original application.} other {# of the {of} spectra of this sample have no signal and count as zeros in its mean, as in the original application.}}',
    replicatesEmptyCure: 'Measure again: zeros make all peaks of the mean smaller.',
    replicatesLeftOut:
      '{count, plural, one {# of the {of} spectra of this sample was left out of its mean, since others are sound: {spectra}.} other {# of the {of} spectra of this sample were left out of its mean, since others are sound: {spectra}.}}',
    replicatesLeftOutCure: 'Nothing to do if enough are left; else measure these spots again.',
    replicatesLost:
      '{count} of the {of} spectra of this sample could not be used; the call rests on the others. The first of them: {first}',
    replicatesLostCure: 'Measure again if too few are left.',
    replicatesUnread:
      'The spectra of this sample could not be read a second time, which their mean needed.',
    sheetNotUsed:
      '{path} is a sample sheet and was not used: the samples were made by names or spots, as was chosen.',
    sheetNotUsedCure:
      'Nothing to do, unless it is what you meant: then drop the run again, with samples by a sample sheet.',
    slowSpectrum: 'This spectrum took so long that its computation was stopped, twice.',
    slowSpectrumCure:
      'Measure it again. If others of this run do so, too, please report it with the file.',
    stoppedOften:
      'This job was begun {count, plural, one {# time} other {# times}}, and each time the page ended before it came any further.',
    stoppedOftenCure:
      'Close other tabs, since the memory may be full, and let it go on; or delete it.',
  },
  /** Told: what is wrong with an archive, a folder or a file in it. */
  archive: {
    andMore: '{path} (and {count} more)',
    besideFid: '{files} stands beside a fid: that was read, and not what was made of it.',
    besideFidCure: 'Nothing to do. To have the other file read, drop it by itself.',
    brokenDocument:
      '{path}: {fault} {count, plural, one {One spectrum was read before that.} other {# spectra were read before that.}}',
    bytesMissing: '{path} lacks bytes that its table of contents counts.',
    checkExportCure: 'Check that it was exported or copied as a whole.',
    checkFileCure: 'A spectrum is far smaller: check what this file is.',
    checkMissingCure: 'Check that nothing is missing; if something is, copy or download it again.',
    checkModelCure: 'Check that it is the model: a classifier alone has a few MB.',
    checkMovedCure: 'Check that it was not moved, and choose it again.',
    checkOpenCure: 'Check that you may open it, and drop it again.',
    chooseAgainCure: 'Choose it again.',
    chooseFileCure: 'Choose the file again.',
    chooseRunCure: 'Choose the file or folder that the run was read from, unchanged.',
    copyArchiveCure: 'Copy or download the archive again.',
    copyForRestCure: 'Copy or download it again for the rest.',
    copyModelCure: 'Copy it again, completely; or write it again with joblib.dump.',
    copyOrPackArchiveCure: 'Copy or download the archive again, or pack the run again.',
    copyOrPackAsCure: 'Copy or download it again, or pack the run again as .zip or .tar.gz.',
    copyOrPackCure: 'Copy or download it again, or pack the run again.',
    cutOff: '{path} is cut off: its archive could not be read to the end of it.',
    damagedEntryBroken: 'The file is damaged in its archive: its compressed data are broken.',
    damagedEntryChecksum:
      'The file is damaged in its archive: its bytes do not match their checksum.',
    damagedEntryCutOff: 'The file is damaged in its archive: the archive ends before it does.',
    damagedEntryHeader: 'The file is damaged in its archive: its header is not there.',
    damagedEntrySize: 'The file is damaged in its archive: its size is another than stated.',
    directoryDamaged: '{path} has a damaged table of contents.',
    documentCount:
      '{path} says that it holds {declared, plural, one {# spectrum} other {# spectra}}, and {found, plural, one {# was found} other {# were found}}.',
    documentEmpty: '{path} holds no spectrum.',
    documentFragments:
      '{path} holds {count, plural, one {one spectrum of fragments (MS2)} other {# spectra of fragments (MS2)}}, and none of whole ions.',
    documentTooLarge:
      '{path} is {size}; inside an archive a file of spectra may be {most} at most.',
    documentTooLargeCure: 'Unpack the archive and drop the file itself, which may be of any size.',
    dropAloneCure: 'Check which one is meant, and drop that one alone.',
    dropUnreadable:
      'The browser could not open {path}: it was moved or deleted, or may not be read.',
    duplicatePath:
      '{place, select, drop {The drop has {path} more than once; the first was read.} other {{archive} has {path} more than once; the first was read.}}',
    empty: '{path} is an archive with no files in it.',
    emptyFile: '{path} is empty: it has no bytes at all.',
    encodingUnknown: 'The file names a character encoding that no browser knows.',
    encrypted: '{path} is encrypted with a password.',
    encryptedCure: 'Unpack the archive with its password and drop the folder.',
    entryTooLarge: '{path} is {size}; a single file may be {most} at most.',
    exportAgainCure: 'Export it again.',
    exportPartsCure: 'Export it in smaller parts.',
    exportUtf8Cure: 'Export it again in UTF-8.',
    fileTooLarge: 'The file is {size}; a single file may be {most} at most.',
    fileUnreadable:
      'The file could not be read: it was changed, moved or deleted since it was chosen, or may not be read.',
    formatBtmsp:
      '{files} is a main spectrum of the Biotyper (.btmsp): peaks averaged over many measurements, not one of them.',
    formatBtmspCure: 'Use the Bruker flex folders (fid and acqu files) of the measurements.',
    formatConvertCure:
      'Use the Bruker flex folder of the measurement (fid and acqu files) if there is one, or convert it to mzML with msconvert of ProteoWizard.',
    formatD:
      '{files} is a .d folder (Bruker timsTOF, microTOF or Agilent), which is not a Biotyper flex folder and not read here.',
    formatImzml:
      '{files} is imzML, mass spectrometry imaging: not a spectrum of one isolate, and not read here.',
    formatImzmlCure:
      'Use the Bruker flex folder of the measurement (fid and acqu files) if there is one, or have the imaging software export single spectra as mzML or as text.',
    formatMgf: '{files} is a list of peaks (MGF), not a spectrum as it was recorded.',
    formatMgfCure:
      'Use the Bruker flex folder of the measurement (fid and acqu files) if there is one, or export the spectra as profile in mzML or as text.',
    formatMicrobems:
      '{files} is a file of MicrobeMS (.muf, .pkf), which holds spectra that were processed already, or peaks.',
    formatMicrobemsCure:
      'Use what it was made from: the Bruker flex folders (fid and acqu files), mzXML or mzML.',
    formatMsd:
      '{files} is a document of mMass (.msd), which keeps a spectrum in that program’s own way.',
    formatMsdCure:
      'Open it in mMass and export the spectrum (not the peak list) as ASCII text, or drop the file that it was made from.',
    formatMzdata: '{files} is mzData, the forerunner of mzML, which is not read here.',
    formatMzdataCure:
      'Convert it to mzML with FileConverter of OpenMS, or export the spectra as text with two columns.',
    formatOffice: '{files} is an Office document, not an archive of spectra.',
    formatPeakList: '{files} is a list of peaks by flexAnalysis, not a spectrum.',
    formatPeakListCure:
      'Use the Bruker flex folder that it stands in (fid and acqu files), or export the spectrum as text or mzXML.',
    formatRaw:
      '{files} is an instrument maker’s RAW format (Thermo or Waters), which is not read here.',
    formatRun: '{files} is an instrument maker’s .run file, which only its own software reads.',
    formatRunCure:
      'Export the spectra with the instrument’s software (Shimadzu Launchpad, say) as mzXML, mzML or text with two columns.',
    formatVendorXml:
      '{files} is XML of Shimadzu or MicrobeNet, which holds peaks or results and is not read here.',
    formatVendorXmlCure:
      'Export the spectra with the instrument’s software as mzXML, mzML or text with two columns.',
    found: '{count, plural, one {One file was found.} other {# files were found.}}',
    foundBefore:
      '{count, plural, one {One file was found before that.} other {# files were found before that.}}',
    foundUntil:
      '{count, plural, one {One file was found until there.} other {# files were found until there.}}',
    fragmentsLeftOut:
      '{count, plural, one {{path} holds one spectrum of fragments (MS2), which was left out.} other {{path} holds # spectra of fragments (MS2), which were left out.}}',
    gzipDamaged:
      '{path} is damaged: its compressed data fail their checksum or break off. Any file from it may be wrong.',
    gzipTruncated: '{path} ends too early, as after a copy or download that was broken off.',
    insecure: 'This page came over plain HTTP, where browsers do not let it check its own files.',
    insecureCure: 'Open it by its https:// address, or on this computer by http://localhost.',
    joinPartsCure: 'Join the parts or unpack them, and drop the folder or one whole archive.',
    letGo: 'The bytes of this file were let go before it was read.',
    letGoCure: 'Run it again. If it stays so, please report it.',
    linearModeCure: 'Use the linear-mode spectra of the isolates.',
    link: '{path} is stored as a link to {target}, without bytes of its own.',
    linkCure:
      'Pack the run again with the links resolved (tar --dereference --hard-dereference), or as .zip.',
    listingCancelled: 'The listing was cancelled.',
    longPaths:
      '{place, select, drop {{count, plural, one {The drop has a file with a path of more than {most} characters, which no computer can have.} other {The drop has # files with a path of more than {most} characters, which no computer can have.}}} other {{count, plural, one {{archive} has a file with a path of more than {most} characters, which no computer can have.} other {{archive} has # files with a path of more than {most} characters, which no computer can have.}}}} The first begins with {first}.',
    method: '{path} is compressed with {method}, which is not read here.',
    methodCure:
      'Unpack the archive, and drop the folder or pack it again as an ordinary .zip (method Deflate).',
    methodUnknown:
      '{path} is compressed with an unknown method ({method}), which is not read here.',
    modelDamaged: '{path} is damaged: its compressed data break off or fail their checksum.',
    modelTooLarge: '{path} has more than {most} when it is inflated, more than any model here.',
    namesGuessed:
      '{path} does not say in which alphabet its names are written; they were read as {encoding, select, cp437 {code page 437 (DOS)} cp850 {code page 850 (Western Europe)} shift_jis {Shift-JIS (Japanese)} gbk {GBK (Chinese)} cp866 {code page 866 (Cyrillic)} other {another alphabet}}, which fits them best.',
    namesGuessedCure:
      'Nothing to do if the names look right. If not, pack the run again with a program that writes UTF-8, such as 7-Zip.',
    nested:
      '{place, select, drop {{count, plural, one {The drop holds another archive, {inner}, which was not opened.} other {The drop holds # other archives, which were not opened. The first is {inner}.}}} other {{count, plural, one {{archive} holds another archive, {inner}, which was not opened.} other {{archive} holds # other archives, which were not opened. The first is {inner}.}}}}',
    nestedCure: 'Unpack {path} and drop what was in it.',
    noDirectory:
      '{path} ends before its table of contents, as after a copy or download that was broken off.',
    noSheetForModel:
      '{path} is a document of {kind, select, old {Office before 2007 (.xls)} other {LibreOffice (.ods)}}.',
    notArchive: '{path} is named like an archive, but its bytes are not those of one.',
    otherOffice:
      '{path} is {kind, select, old {a document of Office before 2007 (.xls)} other {a document of LibreOffice or OpenOffice (.ods)}}, which is not read here.',
    packByItselfCure: 'What was listed before is kept. Pack each run by itself, and drop that.',
    packFromSourceCure: 'Pack the run again from its source.',
    packReadCure: 'What was read before is kept. Pack each run by itself, and drop that.',
    packRunCure: 'Pack the run again and drop that.',
    partsJoined: '{paths} are parts of one download and were read as one run.',
    partsJoinedCure: 'Nothing to do. If they are several runs, drop each by itself.',
    processedOnly:
      '{path} is a spectrum that flexAnalysis has processed; the fid, which is the spectrum as it was recorded, is not there.',
    processedOnlyCure:
      'Copy the whole folder of the spectrum from the instrument, with its fid and acqu.',
    readingCancelled: 'The reading was cancelled.',
    refused7z: '{path} is a 7-Zip archive, which is not read here.',
    refusedBzip2: '{path} is compressed with bzip2, which is not read here.',
    refusedRar: '{path} is a RAR archive, which is not read here.',
    refusedXz: '{path} is compressed with xz, which is not read here.',
    refusedZipEmpty: '{path} is a zip archive with nothing in it.',
    refusedZipPart: '{path} is one part of a zip archive that was split over several files.',
    refusedZstd: '{path} is compressed with Zstandard, which is not read here.',
    repackCure: 'Unpack it, and drop the folder or pack it again as .zip or .tar.gz.',
    saveSheetAsTextCure:
      'If it is the sample sheet, save it as text with tabs, named sample_sheet.tsv, and drop it with the run.',
    saveSheetCure:
      'If it is the sample sheet, save it as an Excel workbook (.xlsx) or as text with tabs, and drop it with the run.',
    saveTableCure:
      'Save the table as an Excel workbook (.xlsx) or as text with tabs or semicolons, and give that.',
    saved:
      '{count, plural, =0 {Nothing could be saved from it.} one {One file could be saved from it.} other {# files could be saved from it.}}',
    sharedBytes:
      '{path} shares its bytes with another file of the archive, as no ordinary program packs it.',
    sharedBytesCure:
      'The archive is damaged or made to deceive: pack the run again from its source.',
    sheetNotUsed:
      '{path} is a sample sheet, or a workbook that may be one, and was not used: another sheet was chosen.',
    sheetNotUsedCure:
      'Nothing to do, unless it is the one that you meant: then drop the run without choosing a sheet.',
    sheetUnreadable: '{path} could not be opened.',
    sparse: '{path} is stored as a sparse file, which is not read here.',
    sparseCure: 'Pack the run again without --sparse, or as .zip.',
    spectrumNotFound: 'This spectrum is not among the files: none of them has the same bytes.',
    spreadsheet:
      '{place, select, drop {The drop is a spreadsheet or another Office document, not an archive of spectra.} other {{archive} is a spreadsheet or another Office document, not an archive of spectra.}}',
    tarDamaged:
      '{path} is damaged: {blocks} of its blocks are neither a header nor data of a file, and files may be missing.',
    tarNoEnd: '{path} has no end mark: it may have been broken off right after a file.',
    tarTruncated:
      '{path} ends in the middle of a file, as after a copy or download that was broken off.',
    tooManyBytes: '{archive} has more than {most} to unpack, the most that is read at once.',
    tooManyFiles:
      '{place, select, drop {The drop has more than {most, number} files, the most that is listed at once.} other {{archive} has more than {most, number} files, the most that is listed at once.}}',
    tooManySpectra:
      'It holds more than {most, number} spectra, the most that are taken from one file.',
    trustedUnpackCure:
      'What was read before is kept. If you trust the archive, unpack it and drop the folder.',
    twoSizes: '{path} has two different sizes in the archive, {compressed} and {size} bytes.',
    unpacksTooFar:
      '{archive} unpacks to more than {ratio} times its size, as no archive of spectra does.',
    unread: 'Its bytes could not be read.',
    unreadable:
      '{path} could not be read: it was changed, moved or deleted since it was chosen, or may not be read.',
    unreadableFiles:
      '{place, select, drop {The drop has {count} files that cannot be read.} other {{archive} has {count} files that cannot be read.}} The first: {first}',
    workbookTooLarge: '{path} has {size} bytes, too many for a workbook that is read.',
    zipLastPart: '{path} is the last part of a zip archive that was split over several files.',
  },
  /** Told: what is wrong with a table of peaks to watch. */
  watchTable: {
    bothPlaces: 'both an m/z and a mass are given.',
    bothPlacesCure:
      'Give one of the two: an m/z as it is measured, or the mass [M+H]+ with the charge.',
    bothTolerances: 'The table has a tolerance in ppm and one in Da.',
    bothTolerancesCure: 'Keep one of the two columns.',
    cells: 'there are {count, number} cells, but the first line names {headings} columns.',
    cellsCure:
      'Separate the columns by semicolons where numbers have a decimal comma, and put text that holds the separator into quotation marks.',
    charge: 'the charge "{text}" is neither 1 nor 2.',
    chargeCure: 'Write 1 or 2, or leave the cell empty for 1.',
    columnsUnused:
      '{count, plural, one {The column {columns} is not used.} other {The columns {columns} are not used.}}',
    columnsUnusedMore: 'The columns {columns} and {more} more are not used.',
    columnTwice: 'The headings "{first}" and "{second}" name one column twice.',
    columnTwiceCure: 'Leave one of the two out.',
    empty: 'The table of peaks to watch has no line.',
    emptyBelow: 'The table of peaks to watch has a heading and no peak.',
    example:
      'Write a table with the columns name and mz (or mass, the [M+H]+ mass in Da), and if needed charge, tolerance_ppm or tolerance_da, and note, separated by commas, semicolons or tabs.',
    mass: 'the mass "{text}" is not a number.',
    massOutside: 'the mass {mass} gives the m/z {mz}, which is not from {from} to {to}.',
    mz: 'the m/z "{text}" is not a number.',
    mzCure:
      'Write digits with a point, or with a comma where semicolons or tabs separate; no thousands separator and no unit.',
    mzMissing: 'the m/z is missing.',
    mzMissingCure: 'Give the m/z, or the mass [M+H]+ in a column mass.',
    mzOutside: 'the m/z is {mz}, which is not from {from} to {to}.',
    mzOutsideCure:
      'Leave this peak out, or correct its number; a comma is read as a decimal comma.',
    name: 'the name has a line break or another character that cannot be printed.',
    nameCure:
      'Type the name anew, in letters, digits and signs; check that no quotation mark is missing.',
    nameLong: 'the name has more than {most} characters.',
    nameLongCure: 'Give a shorter name, and put the rest into the column note.',
    nameMissing: 'the name is missing.',
    nameMissingCure: 'Give each peak a name of its own.',
    nameTwice: 'the name "{name}" stands in line {before} already.',
    nameTwiceCure:
      'Give each peak a name of its own; of one protein with two charges, say, "name 2+".',
    noName: 'The table’s first line does not name the column name.',
    noPlace: 'The table’s first line names neither a column mz nor a column mass.',
    note: 'the note has more than {most} characters, or one that cannot be printed.',
    noteCure: 'Shorten the note, or type it anew without control characters.',
    sizeBytesCure: 'Check what this file is: a table has at most {most} peaks, a line each.',
    sizePeaks: 'The table has more than {most} peaks.',
    sizePeaksCure: 'Split it into several tables: several can be watched at once.',
    tolerance: 'the tolerance "{text}" is not a number.',
    toleranceCure:
      'Write a number of {unit} without its unit, or leave the cell empty for {usual} ppm.',
    toleranceOutside: 'the tolerance of {value} ppm is not from {from} to {to} ppm.',
    toleranceOutsideCure:
      'Write a tolerance within these limits, or leave the cell empty for {usual} ppm.',
    toleranceOutsideDa:
      'the tolerance of {value} Da ({ppm} ppm at this m/z) is not from {from} to {to} ppm.',
  },
  /** Told: what to do next with a sample. */
  step: {
    afterContradiction:
      'Check that all its spots hold one isolate and that it is pure: streak it for single colonies, and measure one of them again before you rely on this result.',
    againBeforeUse: 'Measure again before this name is used.',
    againFailed: 'Measure again, since the quality fails.',
    againOrOther: 'Measure again; if it stays so, use another method.',
    againPoor: 'Measure again, since the spectrum is of poor quality.',
    confirmGenus: 'Confirm the genus by another method before this name is used.',
    measureScope:
      'Measure the spot again with the method for bacteria (about m/z 2,000 to 20,000), or export the spectrum with all its points.',
    nothing: 'Nothing needs to be done.',
    otherMethod:
      'Identify it by another method. If a species of this model was expected, check for contamination and repeat from a fresh colony.',
    poorAgain:
      'Measure this spot again. If it stays poor, re-spot with a thin smear of a young colony.',
    reSpot: 'Re-spot the isolate and measure again.',
    repeatAsBefore: 'Repeat from the same spot or a fresh colony.',
    whenGroupMatters:
      'When the species matters, repeat from a fresh colony; if it stays open, use another method.',
    whenSpeciesMatters:
      'When the species matters, repeat the measurement or confirm it by another method.',
  },
  /** Told: a measure of quality, its limits and what helps. */
  measure: {
    atLeast: 'at least {warn}',
    atLeastFails: 'at least {warn}, fails below {fail}',
    atMost: 'at most {warn}',
    atMostFails: 'at most {warn}, fails above {fail}',
    atMostOff: 'at most {warn} off',
    atMostOffFails: 'at most {warn} off, fails beyond {fail}',
    cureCalibrate: 'Calibrate the instrument before the next run.',
    cureLessLaser: 'Measure with less laser power, or apply a thinner smear.',
    cureMoreShots:
      'Check matrix and material on the spot, then measure again with more laser shots.',
    cureReplicates:
      'See what each of them says, and measure again where they contradict one another.',
    cureResolution:
      'Measure with less laser power and apply a thinner smear; if all spectra are so, have the instrument checked.',
    cureYoungColony:
      'Take a young colony, apply a thin smear and overlay it with formic acid, then measure again.',
    held: '{label}: {value} ({limits}).',
    largestPeakMz: 'Largest m/z with a peak',
    largestPeakMzFault: 'The peaks end early.',
    largestPeakMzNone: 'none',
    markerSignalToNoise: 'Markers, median signal to noise',
    markerSignalToNoiseFault: 'The markers are hardly higher than the noise.',
    markersFound: 'Markers found',
    markersFoundFault: 'Only few markers of the best-fitting species were clearly detected.',
    medianSignalToNoise: 'Median signal to noise',
    medianSignalToNoiseFault: 'Even the peaks that count are hardly higher than 5 times the noise.',
    noiseShare: 'Noise',
    noiseShareFault: 'Nearly all of the signal is noise.',
    peaks: 'Peaks',
    peaksAbove10kDa: 'Peaks above 10 kDa',
    peaksAbove10kDaFault: 'The large proteins are missing.',
    peaksFault: 'Few peaks are higher than 5 times the noise.',
    ppm: '{value} ppm',
    ppmPerKda: '{value} ppm a kDa',
    replicateAgreement: 'Replicates that agree',
    replicateAgreementFault: 'Not all spectra of the sample are called as the sample is.',
    replicateAgreementLimits: 'all; fails when they contradict',
    residualPpm: 'Mass error left',
    residualPpmFault:
      'The masses of the markers do not fit even with what the whole spectrum is off taken away.',
    resolution: 'Resolution',
    resolutionFault: 'The peaks of the markers are broad.',
    saturatedPoints: 'Saturated points',
    saturatedPointsFault: 'The highest peaks are cut off at the ceiling of the digitiser.',
    shiftPpm: 'Calibration shift',
    shiftPpmFault: 'All masses of the spectrum are off. The call takes it into account.',
    tiltPpmPerKda: 'Calibration tilt',
    tiltPpmPerKdaFault:
      'The masses are off by more the higher they are, or the lower. The call takes it into account.',
    totalIntensity: 'Total intensity',
    totalIntensityFault: 'The detector counted little.',
  },
  /** Told: what a run shows as a whole. */
  run: {
    broad:
      'The peaks of this run are broad: the median resolution is {resolution}, at least {least} is expected.',
    broadCure:
      'Measure with less laser power and apply a thinner smear; if that does not help, have the instrument checked.',
    contradict:
      '{count, plural, one {The spectra of # sample contradict one another.} other {The spectra of # samples contradict one another.}}',
    contradictCure: 'See the column Replicates, and measure those samples again.',
    driftCureBoth: 'Calibrate before the next run. The calls of this run take both into account.',
    driftCureShift:
      'Calibrate before the next run. The calls of this run take the shift into account.',
    driftOf:
      '{extent, select, all {All spectra of {of} are off by {error}: the instrument’s calibration has drifted.} other {Most spectra of {of} are off by {error}: the instrument’s calibration has drifted.}}',
    errorBoth:
      'about {shift} ppm at m/z 6,500 and by about {tilt} ppm more with each 1,000 m/z (more than {limit}, or {tiltLimit}, is doubtful)',
    errorShift: 'about {shift} ppm (more than {limit} is doubtful)',
    ofInstrument: 'instrument {instrument}',
    ofRun: 'this run',
    saturated:
      'In {count} of {all} spectra of this run the highest peaks are cut off at the ceiling of the digitiser.',
    weak: '{count} of {all} spectra of this run are weak: few peaks, few markers, or little signal.',
    weakCure:
      'Look to how the target was prepared: young colonies, little material, formic acid, fresh matrix.',
    weakEmpty:
      '{count} of {all} spectra of this run are weak ({empty} of them without any signal): few peaks, few markers, or little signal.',
  },
  /** Told: what became of a sample that is declared as a control. */
  control: {
    at: '{name} ({spot})',
    calibrantCure:
      'Put fresh calibrant on the target, calibrate, and measure the run again before its results are used.',
    calibrantFew:
      'Calibration spot {name} shows {found} of the {of} known masses; {least} at least are needed.',
    calibrantOff:
      'Calibration spot {name} shows {found} of the {of} known masses, off by {shift} ppm; {limit} ppm either way are accepted.',
    calibrantRight:
      'Calibration spot {name} shows {found} of the {of} known masses, off by {shift} ppm.',
    calibrantUnread: 'Calibration spot {name} could not be read.',
    cure: 'Repeat the control before the run’s results are used.',
    open: 'Control {name} was called {call}, which leaves open whether it is {expects}.',
    other: 'Control {name} was called {call} where {expects} was declared.',
    otherNothing: 'Control {name} was called {call} where nothing was to be identified.',
    right: 'Control {name} was called {call}, as declared.',
    rightNothing: 'Control {name} was not identified, as declared.',
    unread: 'Control {name} could not be read where {expects} was declared.',
    unreadNothing: 'Control {name} could not be read; nothing was to be identified.',
  },
  /** Told: what is wrong with a Bruker acquisition: fid, acqu and what is around them. */
  acquisition: {
    acquAbsent: 'Beside this fid stands no acqu and no acqus, so its masses cannot be computed.',
    acquAbsentCure: 'Copy the whole folder of the spectrum from the instrument, not the fid alone.',
    acquFieldsCure:
      'Copy the spectrum again from the instrument; if acqu is the same there, export it anew with flexAnalysis or leave it out.',
    acquLacks: 'The parameter file acqu lacks {fields}.',
    acquLarge:
      'The parameter file acqu is larger than 1 MB, fifty times what an instrument writes, and was not read.',
    acquLargeCure: 'Copy the spectrum again from the instrument, or leave it out.',
    acquNotAboveZero:
      '{place, select, first {The parameter file acqu has {field}= {text}, which is not a number above 0.} other {It also has {field}= {text}, which is not a number above 0.}}',
    acquNotNumber:
      '{place, select, first {The parameter file acqu has {field}= {text}, which is not a number.} other {It also has {field}= {text}, which is not a number.}}',
    acquNotWhole:
      '{place, select, first {The parameter file acqu has {field}= {text}, which is not a whole number.} other {It also has {field}= {text}, which is not a whole number.}}',
    acquNotWholeAboveZero:
      '{place, select, first {The parameter file acqu has {field}= {text}, which is not a whole number above 0.} other {It also has {field}= {text}, which is not a whole number above 0.}}',
    beforeMassZero:
      '{count, plural, one {The acquisition begins before mass zero: # of its {points, number} points, where no ion can arrive, was left out.} other {The acquisition begins before mass zero: # of its {points, number} points, where no ion can arrive, were left out.}}',
    beforeMassZeroCure: 'Nothing to do: the others were used.',
    calibrationSpot: 'This is a calibration spot, not a sample: it was left out.',
    calibrationSpotContext:
      'This is a calibration spot (context {context}), not a sample: it was left out.',
    calibrationSpotCure:
      'Nothing to do. If it is a sample after all, give its folder another name than BTS or Autocalibration and drop it without runInfo.json.',
    checkFile: 'Check what this file is, or leave it out.',
    coarse:
      'Near m/z {mz} the points are {step} Da apart; {widest} Da is the widest that can be judged.',
    coarseCure:
      'Use the spectrum as the instrument recorded it: not a peak list, and not resampled.',
    copyAgain: 'Copy the spectrum again from the instrument.',
    covers:
      'The spectrum covers m/z {first} to {last}; a whole-cell spectrum from 2,000 to 20,000 is needed.',
    coversCure:
      'Measure with a linear-mode method for 2,000 to 20,000 Da, such as MBT_FC; if the file was cut short while copying, copy it again.',
    coversNothing:
      'The spectrum covers nothing; a whole-cell spectrum from 2,000 to 20,000 is needed.',
    cubicCure:
      'Calibrate with the quadratic method in flexAnalysis, save the spectrum and copy it again.',
    cubicEmpty:
      'This spectrum has a cubic calibration (NTBCal= {mark}) that could not be read: it has no numbers where {needed} numbers should stand.',
    cubicMl1:
      'The cubic calibration of this spectrum (NTBCal= {mark}) has ML1= {ml1}, which is not a number above 0.',
    cubicUnreadable:
      'This spectrum has a cubic calibration (NTBCal= {mark}) that could not be read: it has "{found}" where {needed} numbers should stand.',
    cubicUsed:
      'The masses come from the cubic calibration in NTBCal (cubic term {cubic}, offset {offset}), not from ML1 to ML3. Bruker does not publish its formula: it is used as readBrukerFlexData does.',
    cubicUsedCure:
      'Nothing to do while the mass shift of the spectrum is small. If it is not, calibrate with the quadratic method in flexAnalysis and save the spectrum again.',
    exportAgain: 'Export the spectrum again from the instrument, or leave this file out.',
    fidAbsent: 'This folder has an acqu but no fid: the intensities are missing.',
    fidAbsentCure:
      'Copy the whole folder of the spectrum from the instrument again, with its fid: what flexAnalysis made of it (1r in pdata) does not replace it.',
    fidEmpty: 'The intensity file fid is empty.',
    fidLength:
      'The intensity file fid has {bytes, number} bytes, which is not a multiple of 4: it was cut off or is not a fid.',
    fidLong:
      'The fid holds {held, number} points, more than the {points, number} (TD) that acqu promises; the rest was left out.',
    fidLongCure: 'Check that fid and acqu belong to the same spectrum.',
    fidShort:
      'The fid holds {held, number} of the {points, number} points (TD) that acqu promises; those that are there were used.',
    fidShortCure: 'Copy the spectrum again from the instrument if its end matters.',
    fidSize:
      'The intensity file fid has {points, number} points, but a whole-cell spectrum has some 20,000; {most} are the most that are read.',
    fidZero: 'None of the {points, number} points of the intensity file fid is above zero.',
    lengths: 'The spectrum has {mz, number} m/z values but {intensity, number} intensities.',
    lift: 'This is a LIFT (MS/MS) spectrum of a single precursor, not a whole-cell spectrum.',
    measureLinear: 'Measure the spot in linear mode, 2,000 to 20,000 Da, and drop that run.',
    mzAscent:
      'The m/z values do not ascend: point {point} is {here}, the one before it {previous}.',
    namedByPathCure: 'Nothing to do, unless a sample sheet names this spectrum otherwise.',
    negative:
      '{count, plural, one {# of {points, number} intensities was negative and counts as 0.} other {# of {points, number} intensities were negative and count as 0.}}',
    negativeCure:
      'Nothing to do for a few; for many, check the detector and the byte order (BYTORDA).',
    negativeIons:
      'This spectrum was measured in negative-ion mode ({field} in acqu); the species are told apart on spectra of positive ions only.',
    negativeIonsCure:
      'Measure the spot with positive ions in linear mode, 2,000 to 20,000 Da, and drop that run.',
    noCount: 'The intensity at m/z {mz} is {counts}, which is no count.',
    noMass:
      'The calibration ML1= {ml1}, ML2= {ml2}, ML3= {ml3} gives no mass at {time} ns (DELAY= {delay}, DW= {dwell}, point {point, number} of {points, number}): the root is negative or does not ascend.',
    noMassCubic:
      'The calibration ML1= {ml1}, ML2= {ml2}, ML3= {ml3}, cubic term {cubic}, offset {offset} gives no mass at {time} ns (DELAY= {delay}, DW= {dwell}, point {point, number} of {points, number}): the root is negative or does not ascend.',
    noMassCure:
      'Calibrate the spectrum in flexAnalysis with the quadratic method, save it and copy it again.',
    noSpectrum: 'No spectrum: {why}',
    noSpectrumCure:
      'The instrument recorded nothing at this spot. Re-spot the isolate and measure again.',
    reflector:
      'This spectrum was measured in reflector mode; the species are told apart on linear-mode spectra only.',
    runInfo:
      'The run information runInfo.json could not be read: it is not a JSON object with a list of Analytes.',
    runInfoCure:
      'The spectra are named after their folders instead. Copy the run again if you need names.',
    spotByPath: 'acqu lacks PATCHNO and SPOTNO; the folder names the spot: {spot}.',
    spotUnknown:
      'acqu lacks PATCHNO and SPOTNO and no folder is named after a spot: the spot is unknown.',
    uidByPath: 'acqu lacks ID_raw; the path names it: {uid}.',
    zeroAfterMassZero:
      'None of the {points, number} points of the fid after mass zero is above zero.',
  },
  /** Told: what is wrong with a spectrum in an open format. */
  openFormat: {
    arrayAbsent:
      '{which, select, mz {The spectrum has no m/z array.} other {The spectrum has no intensity array.}}',
    arrayCompressed:
      '{which, select, mz {The m/z array is compressed by "{by}".} other {The intensity array is compressed by "{by}".}}',
    arrayCount:
      '{which, select, mz {The m/z array does not say how many numbers it has (defaultArrayLength).} other {The intensity array does not say how many numbers it has (defaultArrayLength).}}',
    arrayLength:
      '{which, select, mz {The m/z should be {count, number} numbers of {bits} bits, but the file holds {found} bytes.} pairs {The pairs of m/z and intensity should be {count, number} numbers of {bits} bits, but the file holds {found} bytes.} other {The intensity should be {count, number} numbers of {bits} bits, but the file holds {found} bytes.}}',
    arrayLengthCure: 'Export the file again, or convert it again from its source.',
    arrayLonger:
      '{which, select, mz {The m/z should be {count, number} numbers of {bits} bits, but the file holds more than {most} bytes.} pairs {The pairs of m/z and intensity should be {count, number} numbers of {bits} bits, but the file holds more than {most} bytes.} other {The intensity should be {count, number} numbers of {bits} bits, but the file holds more than {most} bytes.}}',
    arrayOtherBits:
      '{which, select, mz {The m/z should be {count, number} numbers of {bits} bits, but the file holds {found} bytes, which would be as many of {other} bits.} pairs {The pairs of m/z and intensity should be {count, number} numbers of {bits} bits, but the file holds {found} bytes, which would be as many of {other} bits.} other {The intensity should be {count, number} numbers of {bits} bits, but the file holds {found} bytes, which would be as many of {other} bits.}}',
    arrayType:
      '{which, select, mz {The m/z array is of no known type (32 or 64 bits, float or integer).} other {The intensity array is of no known type (32 or 64 bits, float or integer).}}',
    besideFid:
      'This stands beside {fid}: that was read, and this, which was made of it, is left out.',
    brokenXml:
      'The file is no well-formed XML from line {line} on ({reason}), as after a copy or download that was broken off.',
    centroided: 'This spectrum is centroided: its peaks were picked and the rest was thrown away.',
    columns:
      'This table has {columns, number} columns. A spectrum has two, m/z and intensity; several spectra in one table are not read.',
    columnsCure:
      'Export each spectrum as a file of its own with two columns, or all of them together as mzML.',
    commas:
      'In this file commas stand both in the numbers and between them, so that nobody can tell which is which.',
    commasCure:
      'Export it again with decimal points, or with semicolons or tabs between the columns.',
    convertedFrom: 'Converted from {path}',
    copyOf:
      'This was converted from {twin}, which is among the files: that was read, and this is left out.',
    copyOrExport: 'Copy the file again, or export it again.',
    damaged:
      '{which, select, mz {The compressed m/z of this spectrum are broken: zlib cannot inflate them.} pairs {The compressed pairs of m/z and intensity of this spectrum are broken: zlib cannot inflate them.} other {The compressed intensity of this spectrum are broken: zlib cannot inflate them.}}',
    doctype:
      'The file declares XML entities of its own (DOCTYPE), as no mzML or mzXML does: it was not read.',
    exportFile: 'Export the file again.',
    gaps: '{count, plural, one {Points are missing in this spectrum, as after a converter that leaves out zeros: # was put back with intensity 0.} other {Points are missing in this spectrum, as after a converter that leaves out zeros: # were put back with intensity 0.}}',
    gapsCure:
      'Nothing to do, if that is what the converter does. The Bruker folder (fid and acqu) has all points.',
    imzml:
      'This is imzML, mass spectrometry imaging: not a spectrum of one isolate, and not read here.',
    imzmlCure:
      'Use the Bruker flex folder of the measurement (fid and acqu files), or export single spectra as mzML or text.',
    line: 'Line {line} is not two numbers as the lines before it are: {shown}',
    lineCure: 'Export the spectrum again, or take that line out.',
    linesRepeated:
      '{count, plural, one {One line repeats the line before: such count once.} other {# lines repeat the line before: such count once.}}',
    linesSkipped:
      '{count, plural, one {One line that is no numbers (a head or comments) was passed over.} other {# lines that are no numbers (a head or comments) were passed over.}}',
    longArray:
      'An array of this spectrum is longer than {most} points would take, but a whole-cell spectrum has some 20,000.',
    longHead:
      'The head of this mzML lists more than {most} files, samples or groups: it was not read.',
    longHeadCure: 'Export the spectra again in smaller parts.',
    looksProcessed:
      'This spectrum looks as if it was processed already: it has no baseline, and its intensities are no whole counts. The model was judged on spectra as they were recorded, so do not trust its answer.',
    madeOfFidCure: 'Nothing to do. To have this one read, drop it without the Bruker folder.',
    mzmlCure:
      'Convert the file again with msconvert of ProteoWizard: mzML, 64-bit, zlib compression.',
    mzxmlCure: 'Convert the file to mzML with msconvert of ProteoWizard.',
    negativeCure: 'Nothing to do for a few; for many, check how the file was made.',
    noBase64: 'The numbers of this spectrum are broken: they are no base64 text.',
    noNumbers: 'None of the first {lines} lines is two numbers.',
    noNumbersCure: 'A spectrum as text has two columns, m/z and intensity. Export it again.',
    noPoints: 'The file holds no points for it.',
    noSpectrumCure: 'Nothing was recorded at this spot. Re-spot the isolate and measure again.',
    numpress:
      '{which, select, mz {The m/z array is compressed by MS-Numpress, which is not supported.} other {The intensity array is compressed by MS-Numpress, which is not supported.}}',
    numpressCure:
      'Convert the file again without it: in msconvert of ProteoWizard leave "Use numpress" unticked (no --numpressAll).',
    peakList:
      '{count, plural, one {This file has # point only: it is a list of peaks, not a spectrum as it was recorded.} other {This file has # points only: it is a list of peaks, not a spectrum as it was recorded.}}',
    processed:
      'This spectrum was processed already: {percent}% of its points between m/z 2,000 and 12,000 are 0, where a recorded one has its baseline and noise.',
    promisesMore:
      '{which, select, mz {The file promises {count, number} numbers for m/z, but a whole-cell spectrum has some 20,000 points.} pairs {The file promises {count, number} numbers for pairs of m/z and intensity, but a whole-cell spectrum has some 20,000 points.} other {The file promises {count, number} numbers for intensity, but a whole-cell spectrum has some 20,000 points.}}',
    rawCure:
      'Export the spectrum as it was recorded, as profile and not processed, or drop the Bruker folder of the measurement (fid and acqu).',
    sameMz: 'The m/z {mz} stands in two lines with different intensities.',
    sameMzCure:
      'If the m/z were rounded, export the spectrum again with three decimals or more. If the file holds two spectra, export each as a file of its own.',
    scanByteOrder: 'The scan has the byte order "{order}", which is not supported; network is.',
    scanCompression:
      'The scan has the compression "{compression}", which is not supported; none and zlib is.',
    scanCount: 'The scan does not say how many points it has (peaksCount).',
    scanPairs: 'The scan has pairs of "{content}", which is not supported; m/z-int is.',
    scanPrecision:
      'The scan has the precision "{precision}", which is not supported; 32 and 64 is.',
    swapped:
      'The columns stand the other way round in this file: the second one was taken for m/z.',
    swappedCure: 'Nothing to do, if the plot looks right.',
    tooDeep:
      'The file has more elements within one another, or more attributes, than any mzML or mzXML: it was not read.',
    tooIntense: 'The largest intensity is {counts}, which is no count of a detector.',
    tooManyLines:
      'The file has more than {most} points, but a whole-cell spectrum has some 20,000.',
    tooManyPoints:
      'The spectrum has more than {most} points, but a whole-cell spectrum has some 20,000.',
    unknownXml: 'This XML is neither mzML nor mzXML.',
    unknownXmlCure:
      'Convert the spectra to mzML with msconvert of ProteoWizard, or drop the Bruker folders (fid and acqu).',
    unsorted: 'The m/z values are not in ascending order: {here} comes after {before}.',
    unsortedCure: 'Export the spectrum again as one profile, sorted by m/z.',
    xmlCure:
      'Export the spectra again with the software that recorded them, or convert them with msconvert of ProteoWizard.',
    zero: 'None of its {points, number} points is above zero.',
  },
  /** Told: what a sample sheet names and what is wrong with it. */
  sheet: {
    ambiguous:
      '{spectrumId} in the sample sheet could mean {spectra} spectra: {which}. All of them are in its sample {sampleId}.',
    ambiguousCure:
      'If one of them is meant, write its uid, or its folders before the spot, in the column spectrum_id.',
    ambiguousMore:
      '{count, plural, one {# more row is like that.} other {# more rows are like that.}}',
    andSoOn: '{before} ...',
    called: 'A spectrum of this run is called {one} in a sheet.',
    calledThree: 'A spectrum of this run is called {one}, or {two}, or {three} in a sheet.',
    calledTwo: 'A spectrum of this run is called {one}, or {two} in a sheet.',
    changedCell:
      'Line {line} of the sample sheet has a date or a fault where a name should stand; it was left out. Excel makes dates of names such as 3-4.',
    changedCellCure:
      'Set the columns to the format Text, type the name again, and save the sheet again.',
    contradiction:
      '{count, plural, one {A row of the sample sheet did not count, since another row puts the same spectra into another sample: {rows}.} other {# rows of the sample sheet did not count, since another row puts the same spectra into another sample: {rows}.}}',
    empty: 'The sample sheet has no line.',
    example:
      'Write a table with a header line that has the columns spectrum_id and sample_id: an Excel workbook (.xlsx), or text that is separated by tabs (.tsv) or commas (.csv).',
    fillIn:
      'Save this run’s sheet to fill in (on the page under Export, by command with --format sheet), which has a name for every spectrum.',
    groupHas: '{name} has {spots}',
    groupsBeforeStart:
      '{count, plural, one {# spectrum is on spots before {start}, where the first sample begins, so it is a sample by itself.} other {# spectra are on spots before {start}, where the first sample begins, so each is a sample by itself.}}',
    groupsBeforeStartCure: 'Check the spot that the first sample begins at.',
    groupsIncomplete:
      '{count, plural, one {# group is without spectra of all {every} spots: {groups}.} other {# groups are without spectra of all {every} spots: {groups}.}}',
    groupsIncompleteCure:
      'Nothing to do where a spot was left empty or has the calibrant. If the first sample begins at another spot, say at which; or say with a sample sheet which spots belong together.',
    groupsNames:
      'The names of the spectra contradict the groups of spots: {name} has {names}, and {shared} is in {where}.',
    groupsNamesCure:
      'Check the number of spots, and the spot that the first sample begins at; or group the spectra by name.',
    groupsNamesMore:
      '{count, plural, one {# more group is like that.} other {# more groups are like that.}}',
    groupsNoSpot:
      '{count, plural, one {# spectrum has no known spot, so it is a sample by itself.} other {# spectra have no known spot, so each is a sample by itself.}}',
    groupsNoSpotCure: 'Say with a sample sheet which spectra belong together.',
    groupsSeveralRuns:
      '{count, plural, one {# name is in more than one archive or folder, and the spectra are one sample: {names}.} other {# names are in more than one archive or folder, and the spectra are one sample: {names}.}}',
    groupsSeveralRunsCure:
      'Nothing to do if they are the same isolates. Otherwise drop each run by itself.',
    incompleteRow: 'Line {line} of the sample sheet has no {column}; it was left out.',
    incompleteRowCure: 'Fill in both columns.',
    largePart:
      'The sample sheet has a part that is too large, more than any run needs, and was not read.',
    longName:
      'Line {line} of the sample sheet has a name of more than {most} characters; it was left out.',
    longNameCure: 'Give shorter names, and check that no quotation mark is missing.',
    more: '{count, number} more',
    moreWarnings:
      '{count, plural, one {Another line of the sample sheet was left out or contradicts an earlier one.} other {Another {count} lines of the sample sheet were left out or contradict earlier ones.}}',
    moreWarningsCure: 'Check that the columns spectrum_id and sample_id are the right ones.',
    nameOnce: 'Name each spectrum once.',
    noHeader:
      'The sample sheet’s first line, "{line}", does not name the columns spectrum_id and sample_id.',
    noMatch:
      'No row of the sample sheet names a spectrum of this run ({names}), so each spectrum is a sample by itself.',
    noMatchRead:
      'No row of the sample sheet names a spectrum of this run ({read} of {spectra} are read): {names}.',
    noMatchUnread:
      'No row of the sample sheet names a spectrum of this run by its folder, its spot or the names that the run lists: {names}.',
    otherRunCure:
      'If you see now that this is another run’s sheet, cancel the job and choose the right one.',
    repeatedRow:
      'Line {line} of the sample sheet puts {spectrumId} into {sampleId}, but an earlier line into {earlier}; the earlier one counts.',
    rowInto: '{spectrumId} into {sampleId}',
    soFarAll:
      '{count, plural, one {Sample sheet: {matched, number} of {rows, number} rows match the {spectra, number} spectra of this run, for # sample.} other {Sample sheet: {matched, number} of {rows, number} rows match the {spectra, number} spectra of this run, for # samples.}}',
    soFarFound:
      '{count, plural, one {Sample sheet: {matched, number} of {rows, number} rows match the {spectra, number} spectra found so far, for # sample.} other {Sample sheet: {matched, number} of {rows, number} rows match the {spectra, number} spectra found so far, for # samples.}}',
    spectrumAt: '{name} at {spot} ({path})',
    then: '{before}; {next}',
    tooLargeCure: 'Check what this file is; for a very large study, split it into several runs.',
    tooManyBytes:
      'The sample sheet has {bytes, number} bytes, more than any run needs, and was not read.',
    tooManyLines:
      'The sample sheet has more than {most} lines, more than any run needs, and was not read.',
    unmatched:
      '{count, plural, one {# of the {rows, number} rows of the sample sheet names no spectrum of this run: {names}.} other {# of the {rows, number} rows of the sample sheet name no spectrum of this run: {names}.}}',
    unmatchedRead:
      '{count, plural, one {# of the {rows, number} rows of the sample sheet names no spectrum of this run ({read} of {spectra} are read): {names}.} other {# of the {rows, number} rows of the sample sheet name no spectrum of this run ({read} of {spectra} are read): {names}.}}',
    unmatchedUnread:
      '{count, plural, one {# of the {rows, number} rows of the sample sheet names no spectrum of this run by its folder, its spot or the names that the run lists: {names}.} other {# of the {rows, number} rows of the sample sheet name no spectrum of this run by its folder, its spot or the names that the run lists: {names}.}}',
    workbookBroken: 'This Excel workbook is damaged, or is none: its parts could not be read.',
    workbookBrokenCure: 'Open it in Excel and save it again as .xlsx, or as text with tabs.',
    yetToRead: 'What spectra are called in their own files is compared as they are read.',
  },
  /** Told: what happened to a part of ktyper that runs beside the page. */
  thread: {
    answerCure:
      'Use a model whose classes exclude one another, with probabilities that sum to 1, or report this with the spectrum.',
    answerRange:
      'The model gave no answer: one of its probabilities is {value}, which is not from 0 to 1.',
    answerSum: 'The model gave no answer: its probabilities sum to {sum} and not to 1.',
    begunAnew: 'A part of ktyper that works in the background was stopped and begun anew.',
    busyCure:
      'Reload the page and try again. If it stays so, close other tabs: the computer may be too busy.',
    died: 'A part of ktyper that works in the background stopped.',
    diedOf: 'A part of ktyper that works in the background stopped ({error}).',
    givenUp:
      'The model was given up: it gave no answer to several spectra in a row, each of which it was given alone.',
    givenUpCure:
      'Use another model, and ask those who made this one for a version that ends. Nothing is wrong with the spectra.',
    givesNoTensor: 'The model’s graph gives {name}, which is no tensor.',
    givesType: 'The model’s graph gives {name} of {type}, not of float32.',
    givesWidth:
      'The model’s graph gives {name} with {numbers} numbers a row, but its manifest makes it {width}.',
    graphInput: 'The model’s graph takes {inputs}, but its manifest says {input}.',
    graphUnreadable: 'The model’s graph could not be opened: {error}.',
    hung: 'A part of ktyper that works in the background gave no answer any more and was stopped.',
    internal: 'ktyper itself failed here ({error}).',
    internalCure:
      'This is a fault of the program, not of your data: please report it with this sentence.',
    memoryCure:
      'Reload the page and try again. If it stays so, close other tabs: the memory may be full.',
    modelHung:
      'The model computed for seconds where milliseconds are usual, without an answer, and was stopped.',
    modelHungCure:
      'Check the model on the page Models. If it fails there as well, ask those who made it for one that ends.',
    noOutput: 'The model’s graph has no output {names}, which its manifest names.',
    selfTestFailed: 'The model’s graph failed its self-test: {error}.',
    selfTestOther: 'The model’s graph failed its self-test: it answers otherwise than it should.',
    stopped: 'The work was stopped.',
    takesNoTensor: 'The model’s graph takes {name}, which is no tensor.',
    takesType: 'The model’s graph takes {name} of {type}, not of float32.',
    takesWidth:
      'The model’s graph takes {name} with {numbers} numbers a row, but its manifest makes it {width}.',
  },
  /** Told: what the browser’s storage refuses. */
  store: {
    anotherModelCure: 'Give this one another version, or remove the other one first.',
    closed:
      'The browser closed this page’s storage, as it does when another tab brings a newer version or when site data is cleared.',
    closedCure: 'Download the results that are on the screen, then reload the page.',
    downloadCure: 'Download the results that are on the screen before you close this page.',
    filesAbsent: 'The files of this run are not kept on this computer.',
    filesAbsentCure: 'Choose the run’s file or folder again to see its spectra.',
    filesFailed: 'The browser could not keep them.',
    filesGone: 'What was kept of it has been removed.',
    filesNoRoom: 'The browser had no room left to keep them.',
    filesOff: 'Keeping the files of runs is switched off on the page Jobs.',
    filesTooLarge: 'They take {size}; up to {limit} of a run are kept on this computer.',
    full: 'The browser has no room left for this page’s results.',
    fullCure:
      'Download the results that are on the screen, then delete old jobs or free space on this computer.',
    jobDamaged:
      'The record of this job is damaged in the browser’s storage, so that what is shown of it may be incomplete.',
    jobDamagedCure: 'Identify the run again, and delete this job.',
    jobGone:
      'This job is no longer in the browser’s storage: it was deleted, or the site data was cleared, in this tab or another.',
    modelDamaged: 'This model’s files are damaged in the browser’s storage. It is not used.',
    modelDamagedCure: 'Remove it, and add it again from its files.',
    modelTaken: 'Another model {id} {version} is on this computer already.',
    newer: 'The jobs on this computer were written by a newer version of ktyper.',
    reloadCure: 'Reload the page to get the newer version.',
    rowsGone:
      'The results of this job are no longer in the browser’s storage: something else than ktyper removed them.',
    unavailable: 'The browser does not let this page store results ({error}).',
    unavailableCure:
      'Allow site data for this page, or leave private browsing; results can still be downloaded.',
    watchDamaged:
      'This table is not what was added: its SHA-256 differs. Its peaks are not looked for.',
    watchDamagedCure: 'Remove it, and add it again from its file.',
    watchUnreachable:
      'A part of ktyper could not be fetched, so that the peaks of this table are not looked for.',
  },
  /** Told: what is wrong with a job file. */
  jobFile: {
    busy: 'Another page is opening the job {name} from a file now.',
    busyCure: 'Wait until it is done, and open the file again then.',
    changed:
      'It is not as ktyper wrote it: what is in the file was changed or damaged since, so that nothing of this job was taken.',
    copyCure:
      'Copy the file again from where it was made, or save the job there again, and open that.',
    damaged: '{path} is damaged: it begins as a job file, and what follows cannot be read.',
    newer:
      '{path} was written by a newer version of ktyper: it is a job file of version {version}, and this ktyper reads up to version {known}.',
    newerCure: 'Reload the page to get the newer version of ktyper, and open the file again.',
    none: '{path} is not a job file.',
    noneCure: 'Choose a file that ktyper has saved: its name ends in .ktyper.json.',
    otherModel:
      'It was made with the model {model}, and what the file says of that model is not what is known of it on this computer.',
    otherModelCure: 'Save the job again where it was made, and open that file.',
    partAbsent:
      'A part of ktyper could not be fetched, so that no job file can be opened or saved.',
    tooLarge: '{path} holds more than ktyper reads of one job file.',
    tooLargeCure: 'Save fewer jobs in one file where they were made, or leave the spectra out.',
    truncated: '{path} is cut off: its end is missing.',
  },
  /** Told: what is wrong with a pickle, an ONNX file or a list in a model’s files. */
  modelFile: {
    anotherFileCure:
      'Use the file model.bin that the original program was run with, as it was written. Nothing in the file was carried out.',
    arrayField: 'A NumPy array in the model file has no field {field}.',
    arrayLabels:
      'A NumPy array in the model file holds class names that are neither texts nor numbers.',
    arrayMissing: 'A NumPy array in the model file is missing, or is no array.',
    arrayNoNumbers: 'A NumPy array in the model file holds something other than numbers.',
    arrayNoUnicode: 'A NumPy array in the model file holds text that is not Unicode.',
    arrayRecordField:
      'A NumPy array in the model file has records with a field that cannot be read.',
    arrayRecordFieldNoNumber:
      'A NumPy array in the model file has records with a field that is no number.',
    arrayRecordFieldOutside:
      'A NumPy array in the model file has records with the field {field} outside of them.',
    arrayRecordFields: 'A NumPy array in the model file has records without readable fields.',
    arrayRecords: 'A NumPy array in the model file holds records in place of class names.',
    arrayShape: 'A NumPy array in the model file has no valid shape.',
    arrayShort: 'A NumPy array in the model file of shape {shape} does not have the data for it.',
    arrayType: 'A NumPy array in the model file has no readable type.',
    arrayTypeUnused:
      'A NumPy array in the model file has the type {type}, which models do not use.',
    calls: 'This file calls {name}, which no model does, so it was refused.',
    classesCount: '{count, number} names were given, but the model has {expected, number} classes.',
    classesCure:
      'Give one name a line, in the order of the classes; or a class, a tab and its name a line.',
    classesEmpty: 'The list of class names is empty.',
    classesLarge: 'The list of class names has {count, number} bytes, too many for a list.',
    classesLong: 'A class’s name is too long: {name}',
    classesMany: 'The model has {count, number} classes, too many to list.',
    classesMissing: 'The list of class names has no line for {name}.',
    classesNone: 'The model does not say how its classes are called, so none can be renamed.',
    classesStray: 'The list of class names has {name}, which is no class.',
    classesTwice: 'Two classes are called {name}.',
    classesUnnamed: 'The model does not say how its classes are called.',
    dangerCure:
      'Do not load this file anywhere until you know where it comes from. ktyper carries out nothing that a file asks for, so no harm was done here.',
    dangerousName: 'This file asks for {name}, which a model never needs, so it was refused.',
    faultArguments: 'the arguments of a call are no tuple',
    faultByte: 'byte {at} is no instruction',
    faultCalled: 'it calls something that is no class and no function',
    faultChanges: 'a value in it changes after another came to hold it, or holds itself',
    faultClassName: 'the name of a class in it is no text',
    faultInteger: 'an integer in it is not one',
    faultJoblibArray: 'an array in it, as joblib writes them, has no readable type or shape',
    faultKey: 'a dictionary has a key without a value',
    faultMaking: 'it makes an object in a way that models are not made',
    faultMark: 'an instruction finds no MARK to go back to',
    faultNeeds: 'an instruction needs a {kind} and finds something else',
    faultNumber: 'a number in it is not one',
    faultNumbering: 'it numbers a value in no valid way',
    faultProtocol: 'its protocol {version} is not known',
    faultReference: 'it refers to value {index}, which it never had',
    faultStates: 'it gives a {name} two states',
    faultText: 'a text in it is not one',
    faultValue: 'an instruction finds no value to work on',
    featuresColumns:
      'The features list has several columns of numbers, and it is not clear which has the edges. Leave one column.',
    featuresCount:
      'The features list has {count, number} features, but the model takes {taken, number}.',
    featuresCure:
      'Choose the features_selected.txt that belongs to this model: one left edge of a bin a line, in the order in which the model was trained on them.',
    featuresEmpty: 'The features list is empty.',
    featuresHeading: 'The features list’s heading, "{heading}", was left out.',
    featuresHeldOther:
      'The features list in the model file is not the one that the model was trained with: the model file names other features, or in another order.',
    featuresJson: 'The features list is JSON, but not a plain list of edges.',
    featuresLarge: 'The features list has {count, number} bytes, too many for a list.',
    featuresLineCell: 'Line {line} of the features list has a cell without a left edge.',
    featuresLineEdge: 'Line {line} of the features list is no left edge: {cell}',
    featuresMiddles:
      'All numbers of the features list end in .5, so they are taken for the middles of bins: {middle} for the bin from {left} to {right}. Give whole numbers for left edges.',
    featuresNoBin:
      'The features list has {edge}, which is the left edge of no bin of {width} Da from {first} to {last}.',
    featuresOther:
      'The features list is not the one that the model was trained with: the model file names other features, or in another order.',
    featuresShortened:
      'The features list was shortened when it was printed: it has "..." in place of numbers.',
    featuresTakenColumn: 'Of the features list’s columns, column {column} was taken.',
    featuresTakenNamed: 'Of the features list’s columns, "{column}" was taken.',
    featuresTold:
      'The features list does not say how wide its bins are. All its edges lie a multiple of {width} Da apart, so they are taken for bins of {width} Da.',
    featuresTwice: 'The features list has {edge} twice.',
    featuresUneven:
      'The numbers of the features list, such as {numbers}, are the edges of no bins of one width from {narrowest} to {widest} Da.',
    featuresUnlisted:
      'The model takes {count, number} features, and only a list can tell which bins they are.',
    featuresUnlistedSome:
      'The model takes some features, and only a list can tell which bins they are.',
    featuresWidth:
      'The features list does not say how wide its bins are, and its edges fit bins of {widths} Da.',
    featuresWidthCure:
      'Say how wide the bins were that the model was trained on: on the page at Width of the bins, on the command line with --bins.',
    featuresWidthOther:
      'The features list names both edges of bins of {written} Da, not of {stated}.',
    featuresWidths: 'The features list names bins of different widths.',
    joblibCompressed:
      'This file was written by joblib.dump, compressed with {method}, which cannot be read here.',
    joblibCure: 'Write it again in Python without compression: {code}. Then choose that file.',
    joblibOld:
      'This file was written by joblib.dump, by a version older than 0.10, which cannot be read here.',
    joblibTwice:
      'This file was written by joblib.dump, compressed with {method} twice, which cannot be read here.',
    limitBytes: 'it has {count, number} bytes, and {most, number} are the most',
    limitDepth: 'its values are nested more than {most} deep',
    limitDigits: 'an integer has more than {most} digits',
    limitInstructions: 'it has more than {most} instructions',
    limitLine: 'a line has more than {most} bytes',
    limitMemo: 'it remembers more than {most} values',
    limitObjects: 'it has more than {most} objects',
    limitStack: 'more than {most} values wait on its stack',
    makesObject: 'This file makes an object of {name}, which no model does, so it was refused.',
    malformed: 'The model file is not a valid Python pickle: {fault}.',
    notPickleEmpty: 'The model file is empty, not a Python pickle.',
    notPickleHdf5: 'The model file is an HDF5 file, not a Python pickle.',
    notPickleNumpy: 'The model file is a NumPy array, not a Python pickle.',
    notPickleZip: 'The model file is a zip archive, not a Python pickle.',
    onnxAttribute: 'the attribute {name} is of a kind that is not read',
    onnxBytes: 'its bytes are not those of a whole ONNX file',
    onnxCure:
      'Convert the classifier with skl2onnx: one input of floats {shape}, {options}, and {opset}.',
    onnxDimensions: 'a tensor in it has too many dimensions',
    onnxDomain: 'The ONNX file uses operators of {domain}.',
    onnxDomainVersion:
      'The ONNX file uses version {version} of {domain}; {first} to {last} can be imported.',
    onnxElsewhere: 'the data of a tensor stand in another file',
    onnxFunctions: 'it has functions or training steps of its own',
    onnxInputOther: 'The ONNX file does not have one input of floats {shape}, but another one.',
    onnxInputs: 'The ONNX file does not have one input of floats {shape}, but {count}.',
    onnxInteger: 'an integer in it is beyond 2^53',
    onnxMalformed: 'The ONNX file cannot be read: {fault}.',
    onnxMalformedCure:
      'Write the model again with skl2onnx, and choose the .onnx file that it gives.',
    onnxNodes: 'it has too many nodes',
    onnxNoInput: 'The ONNX file’s probabilities hang on no input.',
    onnxOperator: 'The ONNX file uses the operator {operator}, which models of ktyper do not need.',
    onnxOperatorVersion:
      'The ONNX file does not say which version of the operator {operator} it uses.',
    onnxOutputs:
      'The ONNX file has {count, number} outputs of floats {shape}, so it is not clear where its probabilities are.',
    onnxSize: 'The ONNX file has {count, number} bytes; {most, number} are the most.',
    onnxSizeCure: 'Train a smaller model and convert it again.',
    onnxSparse: 'it has sparse tensors',
    onnxTensor: 'the tensor {name} is not whole',
    onnxTensorType: 'the tensor {name} is of a type that is not read',
    onnxTreesAlone: 'The ONNX file has trees with nodes that no other leads to.',
    onnxTreesCycle: 'The ONNX file has trees that lead back to themselves.',
    onnxTreesDeep: 'The ONNX file has trees more than {most} levels deep.',
    onnxTreesFeature: 'The ONNX file has trees that ask for feature {feature} of {count}.',
    onnxTreesLengths: 'The ONNX file has trees with lists of different lengths.',
    onnxTreesMany:
      'The ONNX file has trees with {count, number} nodes; {most, number} are the most.',
    onnxTreesManyInAll: 'The ONNX file has trees with {count} nodes; {most} are the most.',
    onnxTreesMissing: 'The ONNX file has trees that lead to nodes that are not there.',
    onnxTreesTwice: 'The ONNX file has trees with one node twice.',
    onnxZipMapOfNothing:
      'The ONNX file has a ZipMap of nothing, so it is not clear where its probabilities are.',
    onnxZipMaps:
      'The ONNX file has {count, number} ZipMap nodes, so it is not clear where its probabilities are.',
    opcodeClassNumber:
      'This file uses the pickle instruction {opcode}, which names a class by a number of the writing program; a model never needs it, so it was refused.',
    opcodeFetches:
      'This file uses the pickle instruction {opcode}, which fetches an object from elsewhere; a model never needs it, so it was refused.',
    opcodePython2:
      'This file uses the pickle instruction {opcode}, which makes an object of Python 2; a model never needs it, so it was refused.',
    opcodeRefers:
      'This file uses the pickle instruction {opcode}, which refers to data outside the file; a model never needs it, so it was refused.',
    opcodeTakes:
      'This file uses the pickle instruction {opcode}, which takes data from outside the file; a model never needs it, so it was refused.',
    tooLarge: 'The model file goes beyond what a model needs: {limit}.',
    truncated: 'The model file ends in the middle, after {count} bytes: the rest is missing.',
    truncatedCure: 'Copy the file again, completely.',
  },
  /** Told: why a scikit-learn model cannot be imported. */
  sklearn: {
    adaBoostOfOther: 'The model is {model} of {member}, and only one of trees can be imported.',
    adaBoostOfSomething:
      'The model is {model} of something else, and only one of trees can be imported.',
    againstPipelineCure:
      'Save the classifier itself. If this belongs before it, save both as one Pipeline: {code}.',
    besideClassifier:
      'The model file holds {object} ({step}) beside the classifier ({classifier}), and does not say whether spectra go through it first.',
    besideClassifierCure: 'Save both as one Pipeline: {code}.',
    calibrateSigmoid: 'Calibrate it with {option}.',
    calibrationFloat32:
      'The model has a calibration by {name} that was trained on numbers of float32, with which scikit-learn computes fewer digits than can be repeated here.',
    calibrationNoise:
      'The model has a calibration by {calibrator} that magnifies rounding errors: it would not give here what it gives in Python.',
    calibrationNoiseTemperature:
      'The model has a calibration by temperature of {model} that magnifies rounding errors: it would not give here what it gives in Python.',
    cannotImport: 'The model is {model}, which cannot be imported.',
    categories:
      'The model is {model} that asks for categories (categorical_features): bins of a spectrum are numbers.',
    categoriesCure: 'Train the model without categorical_features.',
    clauses: '{before}; {after}',
    countsVotes: 'The model is {model} that counts votes, which gives no probabilities.',
    estimatorsForClasses: 'The model has {estimators} estimators for {classes} classes.',
    featuresOfEntry:
      'The model file has {count, number} features in its entry {entry}, but its classifier takes {taken, number}.',
    featuresOfEntryCure: 'Save the classifier with the features that it was trained on.',
    fittedCure: 'Fit it, look at its predict_proba, and save it again: {code}.',
    float32:
      'The model has {model} that was trained on numbers of float32, with which scikit-learn computes fewer digits than can be repeated here.',
    float32Cure: 'Train it on numbers of float64: {code}.',
    holderEmpty:
      '{holder, select, dictionary {The model file holds a dictionary with nothing in it, and no classifier.} tuple {The model file holds a tuple with nothing in it, and no classifier.} other {The model file holds a list with nothing in it, and no classifier.}}',
    holderOfTexts:
      '{holder, select, dictionary {The model file holds a dictionary of texts or numbers, and no classifier.} tuple {The model file holds a tuple of texts or numbers, and no classifier.} other {The model file holds a list of texts or numbers, and no classifier.}}',
    holderWith:
      '{holder, select, dictionary {The model file holds a dictionary with {entries}, and no classifier.} tuple {The model file holds a tuple with {entries}, and no classifier.} other {The model file holds a list with {entries}, and no classifier.}}',
    holderWithMany:
      '{holder, select, dictionary {The model file holds a dictionary with {count} entries, and no classifier.} tuple {The model file holds a tuple with {count} entries, and no classifier.} other {The model file holds a list with {count} entries, and no classifier.}}',
    holdsData: 'The model file holds {object}, which prepares data and is no classifier.',
    holdsGroups: 'The model file holds {object}, which groups spectra and knows no classes.',
    holdsName: 'The model file holds the name {name}, not a classifier.',
    holdsNoClassifier:
      '{what, select, nothing {The model file holds nothing, not a classifier.} bytes {The model file holds bytes, not a classifier.} text {The model file holds a text, not a classifier.} number {The model file holds a number, not a classifier.} truth {The model file holds a truth value, not a classifier.} dict {The model file holds a dictionary, not a classifier.} tuple {The model file holds a tuple, not a classifier.} set {The model file holds a set, not a classifier.} array {The model file holds an array of numbers, not a classifier.} other {The model file holds a list, not a classifier.}}',
    holdsObject: 'The model file holds {object}, not a classifier.',
    holdsOutliers: 'The model file holds {object}, which finds outliers.',
    holdsRegressor: 'The model file holds {object}, which predicts numbers, not classes.',
    importable:
      'What can be imported: forests and trees, gradient boosting, AdaBoostClassifier, LogisticRegression, LinearDiscriminantAnalysis, SVC with probability=True, naive Bayes, MLPClassifier, and OneVsRestClassifier, VotingClassifier, BaggingClassifier and CalibratedClassifierCV of these, in a Pipeline behind a scaler or not.',
    imputerChanges: 'The model is a Pipeline with a SimpleImputer that changes columns.',
    incomplete:
      'The {estimator} in the model file has no readable {field}. Was it saved before it was fitted?',
    incompleteAllOfEstimators:
      'The {estimator} in the model file has no readable features and classes: its estimators have different ones. Was it saved before it was fitted?',
    incompleteAllOfTrees:
      'The {estimator} in the model file has no readable number of features and classes: its trees have different ones. Was it saved before it was fitted?',
    incompleteCalibrator:
      'The {estimator} in the model file has no readable single calibrator of two classes. Was it saved before it was fitted?',
    incompleteClassesOfEstimators:
      'The {estimator} in the model file has no readable estimators_: their classes are not its own. Was it saved before it was fitted?',
    incompleteClassifier:
      'The classifier in the model file has no readable {field}. Was it saved before it was fitted?',
    incompleteFeaturesBefore:
      'The {estimator} in the model file has no readable number of features: the step before it gives another. Was it saved before it was fitted?',
    incompleteFeaturesOfEstimators:
      'The {estimator} in the model file has no readable number of features: its estimators take different ones. Was it saved before it was fitted?',
    incompleteFeaturesOfSteps:
      'The {estimator} in the model file has no readable number of features: its steps take different ones. Was it saved before it was fitted?',
    incompleteFeaturesOfTrees:
      'The {estimator} in the model file has no readable number of features: its trees take different ones. Was it saved before it was fitted?',
    incompleteKeptColumn:
      'The {estimator} in the model file has no readable column that it keeps. Was it saved before it was fitted?',
    incompleteNames:
      'The {estimator} in the model file has no readable feature_names_in_: they are not as many as its features. Was it saved before it was fitted?',
    incompleteNotFinite:
      'The {estimator} in the model file has no readable {field}: a number in it is not finite. Was it saved before it was fitted?',
    incompleteOfClasses:
      'The {estimator} in the model file has no readable {field} of its classes. Was it saved before it was fitted?',
    incompleteOutput:
      'The {estimator} in the model file has no readable single output (n_outputs_ is not 1). Was it saved before it was fitted?',
    incompleteTree:
      'The tree in the model file has no readable {field}. Was it saved before it was fitted?',
    incompleteTreeOutput:
      'The tree in the model file has no readable nodes and values of one output. Was it saved before it was fitted?',
    limitClasses: 'it has {count} classes',
    limitClassifiers: 'it has more than {most} classifiers in it',
    limitCoefficients: 'it has more than {most} coefficients',
    limitDepth: 'a tree is more than {most} levels deep',
    limitEstimators: 'it has {count} estimators',
    limitFractions: 'its trees hold more than {most} fractions',
    limitNodes: 'its trees have more than {most} nodes',
    limitOperations: 'it takes more than {most} operations',
    limitSteps: 'it has more than {most} steps before its classifier',
    limitTreeClasses: 'a tree has {count} classes',
    limitTrees: 'it has more than {most} trees',
    mixedColumns:
      'The model is {model} behind a step that mixes columns, and its trees compare with more digits than can be done here.',
    mixedColumnsCure: 'Train it without that step, or train a GradientBoostingClassifier.',
    named: '{article, select, an {an {name}} other {a {name}}}',
    noProbabilities: 'The model is {model}, which names a class but gives no probabilities.',
    noProbabilitiesLoss:
      'The model is {model} with the loss {loss}, which names a class but gives no probabilities.',
    noProbabilitiesOf:
      'The model is {model} of {member}, which names a class but gives no probabilities.',
    noProbabilitiesWithout:
      'The model is {model} without {option}, which names a class but gives no probabilities.',
    notBest:
      'The model is {model} without its best estimator: it was not fitted, or with refit=False.',
    notBestCure: 'Fit it with refit=True, and save it or its best_estimator_.',
    oneOfClasses: 'One of the model’s estimators has {count} classes, not 2.',
    onnxCure: 'Convert another model to ONNX with skl2onnx in Python, and import the .onnx file.',
    otherPackage: 'This file holds {object}, and models with one cannot be imported.',
    ownKernel: 'The model is {model} with a kernel of its own, which cannot be imported.',
    ownProgram:
      'This file holds {object}, which was programmed by whoever wrote it: only that program knows what it does.',
    ownThreshold:
      'The model is {model}, which decides between its two classes at a probability of its own.',
    ownThresholdCure:
      'Save the classifier in it, {code}, and set the least probability of a name when it is imported.',
    partsClassifier:
      '{holder, select, dictionary {The file holds a dictionary: the classifier is its entry {entry}} tuple {The file holds a tuple: the classifier is its entry {entry}} other {The file holds a list: the classifier is its entry {entry}}}',
    partsEnd: '{clauses}.',
    partsFeatures: 'the features are its entry {entry}',
    partsNames: 'the names of the classes are its entry {entry}',
    partsUnused: '{count, plural, one {not used is {entries}} other {not used are {entries}}}',
    saveAlone: 'Save the scikit-learn classifier alone.',
    saveOneAlone: 'Save the one to use alone: {code}.',
    severalClassifiers: 'The model file holds several classifiers: {classifiers}.',
    severalClassifiersOne: '{entry} ({object})',
    severalFeatureLists: 'The model file has several lists of features: {entries}.',
    severalFeatureListsCure: 'Save the classifier with the one that it was trained on.',
    severalLabels:
      'The model is {model}, which gives several labels at once (multi-label): it does not name one class a spectrum.',
    severalLabelsCounted:
      'The model is {model} that gives several labels at once (multi-label: {count} of them): it does not name one class a spectrum.',
    severalLabelsCountedCure:
      'Train it with one class a spectrum, as one list of names; or train a OneVsRestClassifier, which judges each class by itself.',
    severalLabelsCure:
      'Train a classifier with one class a spectrum; or a OneVsRestClassifier, which judges each class by itself.',
    severalNameLists: 'The model file has several lists of names for its classes: {entries}.',
    severalNameListsCure: 'Save the classifier with one of them.',
    sparse: 'The model is {model} that was trained on a sparse matrix.',
    sparseCure: 'Train it on a dense one: {code}.',
    startsFromOther: 'The model is {model} that starts from {start}.',
    startsFromOwn: 'The model is {model} that starts from a model of its own.',
    stepNoObject:
      'The model is a Pipeline with the step that is no object, which cannot be imported.',
    stepOther: 'The model is a Pipeline with the step {step}, which cannot be imported.',
    stepsCure:
      'Before the classifier there may be: {steps}. Convert any other Pipeline to ONNX with skl2onnx in Python, and import the .onnx file.',
    tooManyClasses: 'The model is {model} with {count} classes, and {most} are the most.',
    tooMuch: 'The model is larger than a browser can run: {limit}.',
    tooMuchCure:
      'Train a smaller one: fewer trees, a smaller max_depth or a larger min_samples_leaf.',
    trainAgain: 'Train it again with scikit-learn {version} or newer.',
    trainWith: 'Train it with {option}.',
    trainWithin: 'Train it within {code}, which gives probabilities and can be imported.',
    treeCategory:
      'A tree in the model file has the node {node}, which asks for a category ({name}): bins of a spectrum are numbers.',
    treeClasses: 'A tree in the model file has {count} classes, but the model has {expected}.',
    treeFeature: 'A tree in the model file asks for feature {feature} of {count}.',
    treeFeatures: 'A tree in the model file takes another number of features than the first one.',
    treeLeafCounts:
      'A tree in the model file has the leaf {node}, whose values are no counts of classes.',
    treeLeafNumber:
      'A tree in the model file has the leaf {node}, whose value is no finite number.',
    treeNodeAlone: 'A tree in the model file has the node {node}, which no other leads to.',
    treeNodeOrder:
      'A tree in the model file has the node {node}, which leads to no node that comes after it.',
    treeNodeThreshold:
      'A tree in the model file has the node {node}, whose threshold is no finite number.',
    treeNodeTwice: 'A tree in the model file has the node {node} twice.',
    unknownActivation: 'The {name} in the model file has an unknown activation.',
    unknownSetup: 'The {name} in the model file was set up in an unknown way.',
    versionOtherWay:
      'The model is {model} by scikit-learn {version}, which computed probabilities in another way.',
    versionUnknownOtherWay:
      'The model is {model} by scikit-learn of an unknown version, which computed probabilities in another way.',
    versionUnknownWay:
      'The model is {model} by scikit-learn {version}, whose way to compute probabilities is not known here.',
    versionUnknownWayUnknown:
      'The model is {model} by scikit-learn of an unknown version, whose way to compute probabilities is not known here.',
  },
  /** Told: what is wrong with a model pack, or was taken for granted in making one. */
  modelPack: {
    bins: '{count} bins of {width} Da',
    binsSelected: '{count} selected bins of {width} Da',
    contradicts: 'The model’s manifest contradicts itself: {fault}.',
    faultAllBins: 'a marker model takes all bins',
    faultAlleles: 'its table of alleles is not one of {taxa} taxa by {loci} loci',
    faultBins: 'its recipe {recipe} makes no {count} bins of {width} Da from {first} Da on',
    faultFeature: 'its feature {edge} is the left edge of no bin',
    faultFeatureTwice: 'a feature stands twice',
    faultFormat1Fit: 'its format 1 has no phylogroups and no names that fit as well',
    faultFormat1Loci: 'its format 1 has no loci that only name',
    faultFormat1Source: 'its format 1 has no source of its limits',
    faultFormat1Tilt: 'its format 1 has no tilt or sensitivity',
    faultGroupMember: 'the group {group} names the taxon {taxon}, which is not there',
    faultHigh: 'its probability for high confidence is below that for a species',
    faultHighModerate: 'its probability for high confidence is below that for moderate confidence',
    faultIdTwice: 'the id {id} stands for two taxa or groups',
    faultIonLocus: 'an ion belongs to the locus {locus}, which is not there',
    faultLocusTwice: 'a locus stands twice',
    faultMarkersOfClassifier: 'a classifier has no markers',
    faultNeedsMarkers: 'a marker model needs a table of markers',
    faultNeedsOutputs: 'a marker model needs the outputs {outputs}',
    faultNeedsThresholds: 'a marker model needs thresholds for its markers',
    faultNoLocusServes: 'no locus serves the acceptance',
    faultOneLine: 'a marker model has both a tilt and a sensitivity, or neither',
    faultOnlyOutgroups: 'it has only outgroups, so nothing can be named',
    faultOutputTwice: 'two outputs of the graph have one name',
    faultSelfTest: 'its self-test has {probabilities} probabilities for {taxa} taxa',
    faultServes: 'it says of {told} loci what they serve, and has {loci}',
    faultStrongScore: 'its score for a strong call is below that for a call',
    featuresAreNames: 'The features are the names of the columns that the model was trained with.',
    filesNone: 'There was no file in it.',
    filesNothing: '{path} is neither a model nor a table of marker masses or of peaks to watch.',
    filesNothingCure:
      'Give a model pack (manifest.json and model.onnx, or a .zip of them), a scikit-learn model.bin or an .onnx file with its features_selected.txt, a table of marker masses, or a table of peaks to watch.',
    filesOfRun: 'This is a run of spectra, not a model.',
    filesOfRunCure: 'Use it on the page Identify.',
    filesSeveral: '{first} and {second} cannot be added as one.',
    filesSeveralCure: 'Give the files of one model, or one table, at a time.',
    filesTogetherCure: 'Give the files of a model together.',
    filesWithoutGraph: '{path} came without the graph that it names, model.onnx.',
    filesWithoutModel: '{path} is a features list, and its model did not come with it.',
    graphBytes: 'The model’s graph {file} has {bytes} bytes, but its manifest says {expected}.',
    graphSum:
      'The model’s graph {file} is not the one that its manifest names: its SHA-256 is {sum}.',
    index: 'The list of models, index.json, is not valid.',
    installCure:
      'Reload the page, or install the model again from where it came from. A model that fails its checks is never used.',
    isOnnx: 'The model is an ONNX model, on {bins}.',
    isOnnxBy: 'The model is an ONNX model by {producer}, on {bins}.',
    isSklearn: 'The model is {model}, scikit-learn {version}, {size}, on {bins}.',
    isSklearnUnknown: 'The model is {model}, {size}, on {bins}.',
    manifestJson: 'The model’s manifest.json is not JSON in UTF-8.',
    manifestShape: 'The model’s manifest is not valid: {said}.',
    manifestShapeAt: 'The model’s manifest is not valid at {field}: {said}.',
    noFile: 'No file was given yet.',
    noFileCure: 'Choose the files first.',
    noLonger: 'The model is no longer being looked at.',
    noLongerCure: 'Choose its files again.',
    numberedClasses:
      'Its classes have numbers in place of names: {labels}. Give their names, in this order, if you know them.',
    optionId: 'The id {value} cannot be used.',
    optionIdCure:
      'Give 1 to 64 lower-case letters, digits and hyphens, with no hyphen at the ends.',
    optionThreshold: 'The threshold {value} cannot be used.',
    optionThresholdCure: 'Give a probability from 0 to 1.',
    optionTitle: 'The title {value} cannot be used.',
    optionTitleCure: 'Give a title of 1 to {most} characters.',
    optionVersion: 'The version {value} cannot be used.',
    optionVersionCure: 'Give three numbers with dots: 1.0.0.',
    runtime: 'The runtime does not take the model: {said}.',
    runtimeCure: 'Check that the features list is the one that this model was trained with.',
    sizeCoefficients: '{count} coefficients',
    sizeTrees:
      '{trees, plural, one {{trees} tree with {nodes} nodes} other {{trees} trees with {nodes} nodes}}',
    takesAllBins: 'It takes all bins of the processed spectrum.',
    tooManyFiles: 'These are more than {most} files; a model has two or three.',
    tooManyFilesCure:
      'Give the files of one model alone. A run of spectra goes on the page Identify.',
  },
  /** Told: what is wrong with a marker table. */
  markerTable: {
    apartBoth:
      '{one} and {other} cannot be told apart: they differ only in {seen}, which is too rarely seen in spectra to decide; and in {close}, where their masses lie too close together.',
    apartClose:
      '{one} and {other} cannot be told apart: they differ only in {loci}, where their masses lie too close together.',
    apartNot:
      '{one} and {other} cannot be told apart: no locus that both have differs between them.',
    apartSeen:
      '{one} and {other} cannot be told apart: they differ only in {loci}, which is too rarely seen in spectra to decide.',
    columnAs: '"{heading}" as {column}',
    columnsMixed:
      'The column {column} has decimals after a point ({point}) and after a comma ({comma}).',
    columnsPercent:
      'The column {column} has only numbers up to 1: write a % behind them if they are that, and fraction above them if not.',
    columnsRead: 'Columns were read by other names: {columns}.',
    columnsSame2:
      'The table’s columns "{first}" and "{second}" may both be the {column}. Rename the one to be read to {column}, and the other to something else.',
    columnsSame3:
      'The table’s columns "{first}" and "{second}" and "{third}" may all be the {column}. Rename the one to be read to {column}, and the other to something else.',
    columnsSameMore:
      'The table’s columns "{first}" and "{second}" and "{third}" and {count} more may all be the {column}. Rename the one to be read to {column}, and the other to something else.',
    columnsUnread: 'Columns that were not read: {columns}.',
    columnsUnreadMore: 'Columns that were not read: {columns} and {count} more.',
    counts:
      'The table has {rows, number} masses; they make {taxa, number} taxa, {loci, number} loci and {ions, number} ions.',
    cure: 'Write a table with the columns taxon, locus, mass (average [M+H]+ in Da) and fraction (of the taxon’s genomes, 0 to 1 or in %) or genomes (how many carry this mass), separated by commas, semicolons or tabs.',
    empty: 'The table of markers has no line.',
    emptyBelow: 'The table of markers has a header and no other line.',
    faultColumns:
      'it has {count, number} columns, and the heading has {headings}. A decimal comma needs quotes around its number, or semicolons between columns.',
    faultControl: 'a name has a line break or another control character.',
    faultFraction: 'the fraction "{fraction}" is not a number above 0 and up to {most}.',
    faultGenomes: 'the number of genomes "{genomes}" is not a number above 0.',
    faultLong: 'a name has more than {most} characters.',
    faultMass: 'the mass "{mass}" is not a number from 1,000 to 42,000 Da.',
    faultMissing: 'the taxon or the locus is missing.',
    faultPercent: 'the fraction "{fraction}" has no %, and others have one.',
    few: 'The table has one taxon; a model compares at least two.',
    fewCure: 'Give at least two taxa, with proteins of 2 to 12 kDa, such as those of the ribosome.',
    fewLoci: 'No locus of the table can be looked for in a spectrum from 2 to 21 kDa.',
    fractionsSome: '{taxon}, {locus}: only some masses have a fraction.',
    fractionsSum: '{taxon}, {locus}: the fractions add up to {sum}, which is more than 1.',
    heading: 'The table’s heading names {headings}, and no column for the {missing}.',
    lociMore: '{loci} and {count} more',
    many: 'The table makes {taxa} taxa, {loci} loci and {ions} ions; a model may have {mostTaxa}, {mostLoci} and {mostIons}.',
    manyCure: 'Leave out rare masses (a fraction below 0.02, say), or make several models.',
    massesTaken: 'The masses are taken for those of the protein with one proton, [M+H]+.',
    masslessLine: 'Line {line}, without a mass, was left out.',
    masslessLines: '{count, number} lines without a mass were left out: {lines}.',
    masslessLinesMore:
      '{count, number} lines without a mass were left out: {lines} and {more} more.',
    noHeading: 'No line of the table names the columns taxon, locus and mass.',
    noMass: 'No line of the table has a mass.',
    outOfRange: 'Left out, because spectra do not show proteins as heavy or light: {loci}.',
    repeatedLine: 'Line {line}, that repeats another, was counted once.',
    repeatedLines: '{count, number} lines that repeat others were counted once: {lines}.',
    repeatedLinesMore:
      '{count, number} lines that repeat others were counted once: {lines} and {more} more.',
    sizeLines: 'The table has more than the {most} lines that are read.',
    supposed: 'Nothing was measured of {loci}: each is supposed to show in every second spectrum.',
    twice:
      '{taxon}, {locus}, {mass} Da stands in the table twice, with different numbers, in lines {first} and {second}.',
    unseen: 'Left out, because they are not seen: {loci}.',
  },
  /** Told: what the check of an installation found. */
  checked: {
    allPassed: 'All {count} checks passed: this installation computes what it should.',
    answer:
      'It answers “{label}”. It did not ship with this version, so no answer is stored to hold it against.',
    answerClose: 'As the plain score in 64 bits gives it, within what 32 bits can hold.',
    answerFar: 'Not what the plain score gives.',
    answerSame: 'As the plain score in 64 bits gives it.',
    calledOther:
      'The simulated isolate is called “{label}” (confidence {confidence}, rule {rule}) and should be “{storedLabel}” (confidence {storedConfidence}, rule {storedRule}).',
    calledSame:
      'The simulated isolate is called “{label}” (confidence {confidence}, rule {rule}), as it should be.',
    damagedCure:
      'Reload the page; if it stays so, the files on the host are damaged: install them again.',
    ended: 'The check has ended.',
    factAddress: 'Address',
    factApp: 'App',
    factAppValue: 'ktyper {version}, build {build}',
    factAtMost: '{count} at most',
    factBrowser: 'Browser',
    factConnected: 'connected',
    factCores: 'Processor cores',
    factIsolated: 'Cross-origin isolated',
    factNetwork: 'Network',
    factNoNeed: 'no; nothing here needs it',
    factNotConnected: 'not connected',
    factNotTold: 'not told',
    factOffline: 'Works offline',
    factStorage: 'Storage',
    factWorkers: 'Workers of a job',
    factYes: 'yes',
    failed:
      '{failures} of {count} checks failed: do not use the results of this installation before the cause is found.',
    filesCame: 'Manifest and graph are those that came with the app.',
    filesNamed: 'Its graph is the one that its manifest names.',
    filesOther: 'Manifest or graph are not those that came with the app under this version.',
    filesSums: 'SHA-256 of the graph {graph}, of the manifest {manifest}.',
    groupFiles: 'Files',
    groupKernel: 'The fast steps beside the plain ones',
    groupModels: 'Models',
    groupRun: 'A whole run through the page’s own workers',
    groupSteps: 'Reference spectrum, step by step',
    kernelClose: 'WebAssembly and TypeScript give nearly the same {count, number} numbers.',
    kernelFar: 'WebAssembly and TypeScript give different numbers.',
    kernelPlain:
      'The WebAssembly steps could not be loaded here, so the plain ones in TypeScript are used: slower, with the same numbers.',
    kernelRuns: 'The steps in WebAssembly with SIMD run here.',
    kernelSame:
      'WebAssembly and TypeScript give the same {count, number} numbers, to the last bit.',
    nameAnswer: '{model}: answer',
    nameCall: '{model}: call',
    nameFiles: '{model}: files',
    nameHostModels: 'The host’s models',
    nameKernel: 'Which steps run',
    nameModels: 'Models',
    nameNumbers: 'Stored numbers',
    nameOpening: '{model}: opening',
    nameOwnModels: 'Models of this computer',
    nameProbabilities: '{model}: probabilities',
    nameRecord: '{model}: record',
    nameReferenceRun: 'Reference run',
    nameReferenceSpectrum: 'Reference spectrum',
    nameRun: '{model}: run',
    nameScores: '{model}: scores',
    nameSelfTest: '{model}: self-test',
    nameShift: '{model}: mass shift, ppm',
    nameShown: 'The spectrum as it is shown',
    noAnswer: 'The workers gave no answer.',
    noAnswerCure: 'Reload the page and check again.',
    noModel: 'No model is installed.',
    noSpectrum: 'The reference run holds no spectrum.',
    nothing: 'Nothing could be checked.',
    notLoaded: 'A file of the check could not be loaded: {address}.',
    numbersInvalid:
      'The stored numbers of the reference spectrum, check/reference.json, are not valid.',
    numbersThere: 'check/reference.json is there and valid.',
    offlineFailed: 'no: {reason}',
    offlineMissing:
      '{count, plural, one {no: # file could not be fetched as it was built} other {no: # files could not be fetched as they were built}}',
    offlineNotWhole:
      'no: its files did not arrive as they were built, or there is no room for them. It is tried again by itself.',
    offlineNotYet: 'not yet: the app is not installed for offline use',
    offlineReady: 'yes: the service worker keeps the app, its models and the example',
    offlineReadyUpdate:
      'yes: the service worker keeps the app, its models and the example; a newer version waits to be taken',
    opened: 'Its tensors are those of its manifest.',
    outcomeFail: 'Failed',
    outcomeNote: 'Note',
    outcomePass: 'Passed',
    recordOther:
      'The spectrum was read as {uid} on {spot} with the SHA-256 {sum}, which is not the stored one.',
    recordSame: 'The archive was listed and the spectrum read, with its names and SHA-256.',
    runOther:
      'The reference run {file} is not the one that the stored numbers are of: its SHA-256 is {sum}.',
    runSum: 'check/{file} has its SHA-256, {sum}.',
    selfTestClose:
      'Its {count, number} probabilities are those of its manifest within its tolerance.',
    selfTestFar: 'It answers its self-test otherwise than its manifest says.',
    selfTestSame: 'Its {count, number} probabilities are those of its manifest.',
    shiftClose: 'The stored one but for the last digits.',
    shiftFar: 'Not the stored one.',
    shiftSame: 'The stored one.',
    shownClose: 'The plot gets the stored masses, counts and bins but for their last digits.',
    shownFar: 'The plot gets other masses, counts or bins than the stored ones.',
    shownSame: 'The plot gets the stored masses, counts and bins, to the last digit.',
    stepBaseline: 'Baseline',
    stepBins: 'Bins of 10 Da',
    stepClip: 'Clipping and bins of 1 Da',
    stepClose: 'Its {count, number} numbers have the stored fingerprint but for the last digits.',
    stepCount: 'This step gave {count, number} numbers instead of {expected, number}.',
    stepCounts: 'Read the counts (fid)',
    stepFar: 'Its {count, number} numbers are not the stored ones.',
    stepMasses: 'Masses from times of flight (acqu)',
    stepNormalise: 'Normalisation',
    stepNothing: 'This step gave no numbers.',
    stepPeaks: 'Peaks and noise',
    stepRoot: 'Square root',
    stepSame: 'Its {count, number} numbers have the stored fingerprint, to the last digit.',
    stepSmooth: 'Smoothing',
    storageKept: 'kept also when the disk is short',
    storageMayGo: 'may be removed when the disk is short',
    storageNotTold: 'the browser does not tell',
    storageUsed: '{used} used of {allowed} that the browser allows; {kept}',
    wrongNumbersCure:
      'Report nothing from this installation. Reload the page and check again, try another browser on this computer, and send the report to whoever looks after the installation.',
  },
  /**
   * What the bundled model says of itself, as in its manifest, and what names of taxa have between their parts. The
   * model is in English; the page finds its sentences here by their English.
   */
  modelText: {
    title: 'Ribosomal markers of Klebsiella',
    summary:
      'Names Klebsiella and Raoultella by the masses of 19 proteins, predicted from 3,358 genomes, and by three more that only name. Knows 42 relatives in order to refuse them. Needs no training spectra; every call can be checked by hand.',
    limitResearch: 'For research use only. Not for use in diagnostic procedures.',
    limitChecked:
      'Checked against sequencing on four isolates only; otherwise against another classifier’s calls.',
    limitOxytoca:
      'K. oxytoca was judged on real spectra of one strain. Accuracy on real spectra of K. aerogenes, K. michiganensis, K. grimontii, Raoultella and K. quasivariicola is not known.',
    limitOneGenome:
      'K. spallanzanii, K. huaxiensis, K. indica and K. variicola subsp. tropica are each known from one genome, and no real spectrum of them was tested.',
    limitLookAlike:
      'K. africana looks like K. pneumoniae, and K. pasteurii like K. michiganensis or K. grimontii.',
    limitComplex:
      'K. pneumoniae and K. quasipneumoniae differ in one ribosomal protein, S22, and in three that only name; where these are not clear, only the complex is named.',
    limitRelatives:
      'The relatives are known so that they can be refused: which of them a spectrum is closest to is a hint, not an identification.',
    limitSpectra:
      'Judged on linear-mode whole-cell spectra from 2 to 20 kDa with points less than 3 Da apart; not on peak lists.',
    noteSubspecies: 'All subspecies of K. pneumoniae.',
    noteTwoGenomes: 'Its naming markers rest on two genomes.',
    noteOneGenome: 'Its naming markers rest on one genome; no real spectrum was tested.',
    noteKnownFromOne: 'Known from one genome; no real spectrum was tested.',
    noteKnownFromFour: 'Known from four genomes; no real spectrum was tested.',
    noteOneStrain: 'Tested on real spectra of one strain.',
    noteNoDifference:
      'The two, and K. pasteurii (Ko4), differ in no ribosomal protein that is seen. Accuracy on real spectra is not known.',
    noteAccuracy: 'Accuracy on real spectra is not known.',
    noteRaoultella:
      'R. ornithinolytica, R. planticola or R. terrigena. Accuracy on real spectra is not known.',
    noteRefused: 'Known to the model only so that it can be refused.',
    source:
      'Set between the real spectra at hand: the weakest of the accepted, which are 45 of a plate and 17 of two other laboratories, scores 24.0; the best Klebsiella taxon of 7 Citrobacter and 48 other spectra scores 8.5 (docs/evaluation.md).',
    nameOr: '{first} or {second}',
    nameComplex: '{name} complex',
    nameGroup: '{name} group',
    nameSpecies: '{genus} species',
    nameSubspecies: '{name} (subspecies)',
    nameRelatives: '{name} and relatives',
    nameOrRelative: '{name} or a relative',
    nameOpenSpecies: '{name}, species not resolved',
    nameOpenSubspecies: '{name}, subspecies not resolved',
    nameOpen: '{name}, not resolved',
  },
  /** Told: what several of the areas above say. */
  told: {
    connectCure: 'Connect once and reload the page; afterwards it works offline.',
    noModelCure: 'Reload the page; if it stays so, tell whoever runs this site.',
    nothingToDoCure: 'Nothing to do.',
    startAgainCure: 'Start it again.',
    tableBytes: 'The table has {count, number} bytes; at most {most, number} are read.',
    tableLine: 'Line {line}: {fault}',
    unknown:
      'Another version of ktyper stored a sentence here that this one does not know ({key}: {values}).',
  },
} as const;
