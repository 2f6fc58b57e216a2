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
    detailsCopy: 'Copy details for a report',
    detailsCopied: 'Copied',
    detailsContent: '(no names of samples or files)',
    durationShort: 'less than 1 s',
    durationSeconds: '{seconds} s',
    durationMinutes: '{minutes} min',
    durationHours: '{hours} h',
    durationHoursMinutes: '{hours} h {minutes} min',
    jobName: 'Name of the job',
    jobRename: 'Rename',
    jobRenameIt: 'Rename the job {name}',
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
    droppedDismiss: 'Dismiss',
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
    interrupted: 'The page was closed before this job was done. What it had done by then is here.',
    interruptedCure: 'Choose the same file or folder again, and it goes on.',
    groupedByName:
      'Samples: spectra of one name are one sample; {samples, plural, one {# sample} other {# samples}}.',
    groupedBySpots:
      'Samples: {every, plural, other {every # neighbouring spots are one sample}}; {samples, plural, one {# sample} other {# samples}}.',
    groupedBySpotsFrom:
      'Samples: {every, plural, other {every # neighbouring spots are one sample}}, from {from}; {samples, plural, one {# sample} other {# samples}}.',
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
  models: {},
  /** Lists of watched masses. */
  watch: {},
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
  check: {},
} as const;
