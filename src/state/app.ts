import { createContext } from 'svelte';
import { SpectrumReader, startReaderWorker } from '../../workers/reader/client';
import { readModelFiles, startImporterWorker } from '../../workers/importer/client';
import { removeJob } from '../storage/jobs';
import { saveRows } from '../storage/rows';
import { createDatabase, type KtyperDatabase } from '../storage/database';
import { painted } from './after-next-paint';
import { Announcer } from './announcer.svelte';
import { BrowserAnalysis } from './jobs/browser-analysis';
import { Connection } from './connection.svelte';
import { tidyUp } from './jobs/housekeeping';
import { fetchExampleRun } from './jobs/example-run';
import type { MarkedSamples } from './compare/marked-samples.svelte';
import { InstallOffer } from './install-offer.svelte';
import { Intake } from './jobs/intake.svelte';
import { openLaunched } from './job-files/launched-files';
import { JobFiles } from './job-files/job-files.svelte';
import { JobList } from './jobs/job-list.svelte';
import { webLocks } from './jobs/job-locks';
import { JobRelay } from './jobs/job-relay';
import { Retention } from './jobs/retention.svelte';
import type { LanguageChoice } from './language.svelte';
import { ModelShelf } from './model-shelf.svelte';
import type { ModelWorkbench } from './models/workbench.svelte';
import { Notices } from './notices.svelte';
import { PlateChoice } from './plate/plate-choice.svelte';
import { removeOldExports } from './export-disk';
import { PageCache } from './page-cache';
import { broadcastMessages } from './page-messages';
import { Persistence } from './persistence';
import type { ReviewForms } from './review/review-form.svelte';
import { Router } from './router.svelte';
import { JobQueue } from './jobs/job-queue.svelte';
import { ServiceWorkerState } from './service-worker.svelte';
import { SettingsState } from './settings.svelte';
import { KeptFiles } from './jobs/kept-files';
import { StorageAnswers } from './storage-answers.svelte';
import { SpectrumLibrary } from './spectrum/spectrum-library';
import { Theme } from './theme.svelte';
import { say } from '../words/say';
import { WatchShelf } from './watch/watch-shelf.svelte';

/** The page's whole state, which is created once and passed to the components by context. */
export interface App {
  readonly db: KtyperDatabase;
  readonly router: Router;
  readonly announcer: Announcer;
  readonly notices: Notices;
  readonly connection: Connection;
  readonly pageCache: PageCache;
  readonly storage: StorageAnswers;
  readonly install: InstallOffer;
  readonly language: LanguageChoice;
  readonly theme: Theme;
  readonly plate: PlateChoice;
  readonly settings: SettingsState;
  readonly persistence: Persistence;
  readonly models: ModelShelf;
  readonly watch: WatchShelf;
  readonly queue: JobQueue;
  readonly relay: JobRelay;
  readonly files: KeptFiles;
  readonly spectra: SpectrumLibrary;
  readonly jobs: JobList;
  readonly jobFiles: JobFiles;
  /** What a person has typed on samples and not saved, by the job's token: it stays on other pages and in another language. */
  readonly typedReviews: Map<string, ReviewForms>;
  /** The samples that are marked to be compared, by the job's token: they too stay. */
  readonly marked: Map<string, MarkedSamples>;
  /** What is being added on the page Models; null on other pages. */
  readonly adding: { workbench: ModelWorkbench | null };
  readonly retention: Retention;
  readonly intake: Intake;
  readonly serviceWorker: ServiceWorkerState;
  /** Address of `licences.json`. */
  readonly licences: string;
  readonly version: string;
  readonly buildId: string;
}

export const [useApp, provideApp] = createContext<App>();

/** @param base the app's path on its host, with a slash at both ends */
export function createApp(base: string, language: LanguageChoice): App {
  const db = createDatabase();
  const storage = new StorageAnswers(db);
  const router = new Router(base);
  const announcer = new Announcer();
  const notices = new Notices();
  const settings = new SettingsState(db);
  const persistence = new Persistence({ settings, now: () => Date.now() });
  const messages = broadcastMessages();
  const models = new ModelShelf(`${base}models/`, db, messages);
  const watch = new WatchShelf(db, messages);
  const analysis = new BrowserAnalysis(models, settings);
  const version = __APP_VERSION__;
  const reader = new SpectrumReader(startReaderWorker);
  const files = new KeptFiles(db, () => settings.values.keepFiles);
  const exampleAddress = `${base}example/example-run.zip`;
  const queue = new JobQueue({
    db,
    analysis,
    locks: webLocks,
    messages,
    announcer,
    files,
    rows: { save: (...parts) => saveRows(db, ...parts) },
    watching: watch.watching,
    saved: () => void persistence.jobSaved(),
    example: () => fetchExampleRun(exampleAddress),
    appVersion: version,
    painted,
    buildId: __BUILD_ID__,
  });
  const jobs = new JobList(db, queue, notices);
  const jobFiles = new JobFiles({ db, router, notices, files, appVersion: version });
  return {
    db,
    router,
    announcer,
    notices,
    connection: new Connection(),
    pageCache: new PageCache(storage.transactions, analysis),
    storage,
    install: new InstallOffer(),
    language,
    theme: new Theme(),
    plate: new PlateChoice(),
    settings,
    persistence,
    models,
    watch,
    queue,
    relay: new JobRelay(db, webLocks, queue),
    files,
    spectra: new SpectrumLibrary(files, reader),
    jobs,
    jobFiles,
    typedReviews: new Map(),
    marked: new Map(),
    adding: { workbench: null },
    retention: new Retention({
      db,
      settings,
      report: (problem) => (jobs.problem = problem),
      now: () => Date.now(),
    }),
    intake: new Intake({
      queue,
      router,
      jobFiles,
      exampleAddress,
      outlineSheet: (path, blob) => reader.outlineSheet(path, blob),
      readModelFiles: (dropped) => readModelFiles(startImporterWorker, dropped),
      forgetJob: (token) => removeJob(db, token),
      announce: (sentence) => announcer.say(sentence),
    }),
    serviceWorker: new ServiceWorkerState(),
    licences: `${base}licences.json`,
    version,
    buildId: __BUILD_ID__,
  };
}

/**
 * Starts everything that runs by itself.
 *
 * @returns a function that stops it
 */
export function startApp(app: App, { serviceWorker }: { serviceWorker: string | null }) {
  const { router, connection, pageCache, install, jobs, retention } = app;
  const endings = [
    router.start(),
    connection.start(),
    pageCache.start(),
    install.start(),
    jobs.start(),
    retention.start(),
    openLaunched(app.jobFiles),
  ];
  void prepareStorage(app).then(() => endings.push(app.relay.start()));
  void app.models.load();
  void app.watch.load();
  if (serviceWorker !== null) {
    endings.push(app.serviceWorker.startWhenCalm(serviceWorker, () => app.queue.busy));
  }
  return () => endings.forEach((end) => end());
}

async function prepareStorage({ db, settings, jobs, notices, retention }: App): Promise<void> {
  await settings.load();
  const tidied = await tidyUp(db, Date.now());
  if (!tidied.ok) jobs.problem = tidied.error;
  const removed = await retention.look();
  const days = settings.values.purgeDays;
  if (removed > 0 && days !== null) {
    notices.show({ text: say('jobs.purged', { count: removed, days }), action: null });
  }
  await removeOldExports(Date.now());
}
