/**
 * Every sentence of the page, in English. One file a language; docs/words.md says how to write them. Each message
 * is ICU MessageFormat: `{name}` is a value, `{count, plural, one {# sample} other {# samples}}` a number with its
 * words, `<link>the help</link>` a part that the page shows in a way of its own.
 */
export const en = {
  /** Words that stand in many places. */
  common: {},
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
