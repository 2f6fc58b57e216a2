import type { ImportReading } from '../../core/model-import/import-outline';
import type { Problem } from '../../core/problem';
import { ModelImporter } from '../../../workers/importer/client';
import { startImporterWorker } from '../../../workers/importer/client';
import type { InputFile } from '../../io/entry';
import type { Announcer } from '../announcer.svelte';
import type { Listing } from '../jobs/dropped-files';
import type { ModelShelf, ShelvedModel } from '../model-shelf.svelte';
import type { ShelvedWatchList, WatchShelf } from '../watch/watch-shelf.svelte';
import { modelText } from '../../words/model-text';
import { say } from '../../words/say';
import { inWords } from '../../words/in-words';
import { ImportDraft } from './import-draft.svelte';

/** The progress of adding a model. */
export type Adding =
  | { readonly step: 'none' }
  | { readonly step: 'reading' }
  /** The files are recognised, and become a model when the person confirms. */
  | {
      readonly step: 'asking' | 'making';
      readonly reading: ImportReading;
      readonly draft: ImportDraft;
    }
  | { readonly step: 'added'; readonly key: string; readonly title: string }
  /** A table of peaks that new jobs will look for. */
  | { readonly step: 'watching'; readonly title: string };

/** The state of an action on one model. */
export type CheckState =
  | { readonly state: 'running' }
  | { readonly state: 'passed'; readonly elapsed: number }
  | { readonly state: 'failed'; readonly problem: Problem };

/** The actions of the page Models: adding, checking and exporting models, in a thread of their own. */
export class ModelWorkbench {
  readonly #shelf: ModelShelf;
  readonly #watch: WatchShelf;
  readonly #announcer: Announcer;
  readonly #importer = new ModelImporter(startImporterWorker);
  #files: readonly InputFile[] = [];
  /** Counts the drops, since results of an older drop are ignored. */
  #turn = 0;
  adding = $state.raw<Adding>({ step: 'none' });
  /** The reason why the last action failed; null when it did not. */
  problem = $state.raw<Problem | null>(null);
  /** [model key] the state of its check. */
  checks = $state.raw<Readonly<Record<string, CheckState>>>({});

  constructor(shelf: ModelShelf, watch: WatchShelf, announcer: Announcer) {
    this.#shelf = shelf;
    this.#watch = watch;
    this.#announcer = announcer;
  }

  /** Recognises files, together with earlier ones that lacked a companion. */
  async take(listing: Promise<Listing>): Promise<void> {
    const turn = ++this.#turn;
    const before = this.#lackedOne() ? this.#files : [];
    this.problem = null;
    this.adding = { step: 'reading' };
    const { files, problems } = await listing;
    if (turn !== this.#turn) return;
    const names = new Set(files.map(({ path }) => path));
    this.#files = [...before.filter(({ path }) => !names.has(path)), ...files];
    const reading = await this.#importer.read(this.#files);
    if (turn !== this.#turn) return;
    this.problem = problems[0] ?? (reading.outline.ok ? null : reading.outline.error);
    const draft = new ImportDraft(reading.outline.ok ? reading.outline.value : null);
    this.adding = { step: 'asking', reading, draft };
    if (this.problem !== null) this.#announcer.say(inWords(this.problem.message));
  }

  /** Makes the model as a person has answered, checks it and stores it. */
  async make(): Promise<void> {
    if (this.adding.step !== 'asking') return;
    const turn = this.#turn;
    const { reading, draft } = this.adding;
    this.problem = null;
    this.adding = { step: 'making', reading, draft };
    const made = await this.#importer.make(draft.answers());
    if (turn !== this.#turn) return;
    const madeOf = reading.files.filter(({ role }) => role !== 'other').map(({ path }) => path);
    const added = made.ok ? await this.#shelf.add(made.value, madeOf) : made;
    if (turn !== this.#turn) return;
    if (!added.ok) {
      this.problem = added.error;
      this.adding = { step: 'asking', reading, draft };
      this.#announcer.say(inWords(added.error.message));
      return;
    }
    if (!made.ok) return;
    const { manifest } = made.value;
    const title = `${modelText(manifest.title).text} ${manifest.version}`;
    this.#files = [];
    this.adding = { step: 'added', key: added.value, title };
    this.#announcer.say(say('models.addedSaid', { title }));
    this.#importer.end();
  }

  /** Stores a table of peaks to watch. */
  async keepTable(): Promise<void> {
    if (this.adding.step !== 'asking') return;
    const turn = this.#turn;
    const { reading, draft } = this.adding;
    const { outline } = reading;
    const title = draft.title.trim();
    if (!outline.ok || outline.value.kind !== 'watch') return;
    this.problem = null;
    this.adding = { step: 'making', reading, draft };
    const added = await this.#watch.add(title, outline.value.path, outline.value.table);
    if (turn !== this.#turn) return;
    if (!added.ok) {
      this.problem = added.error;
      this.adding = { step: 'asking', reading, draft };
      this.#announcer.say(inWords(added.error.message));
      return;
    }
    this.#files = [];
    this.adding = { step: 'watching', title };
    this.#announcer.say(say('models.addedListSaid', { title }));
    this.#importer.end();
  }

  /** Removes a table of peaks to watch. */
  async removeTable(list: ShelvedWatchList): Promise<void> {
    this.problem = await this.#watch.remove(list);
    if (this.problem !== null) return;
    if (this.adding.step === 'watching' && this.adding.title === list.title) this.dismiss();
    this.#announcer.say(say('models.listRemoved'));
  }

  /** Cancels adding, or closes its message. */
  dismiss(): void {
    this.#turn += 1;
    // The work of the thread is no longer needed, so the thread is ended.
    if (this.adding.step === 'reading' || this.adding.step === 'making') this.#importer.end();
    this.#files = [];
    this.problem = null;
    this.adding = { step: 'none' };
  }

  /** Opens a model and runs its self-test. */
  async check({ key, pack }: ShelvedModel): Promise<void> {
    if (!pack.ok) return;
    this.#setCheck(key, { state: 'running' });
    const verified = await this.#importer.verify(pack.value.files);
    this.#setCheck(
      key,
      verified.ok
        ? { state: 'passed', elapsed: verified.value.elapsed }
        : { state: 'failed', problem: verified.error },
    );
    this.#announcer.say(
      verified.ok ? say('models.selfTestPassedSaid') : inWords(verified.error.message),
    );
  }

  /** Makes one file of a pack, which this page can add on another computer; null when that failed. */
  async packFile({ id, version, pack }: ShelvedModel): Promise<File | null> {
    if (!pack.ok) return null;
    const name = `${id}-${version}`;
    const zipped = await this.#importer.zip(pack.value.files, name);
    if (zipped.ok) return new File([zipped.value], `${name}.zip`, { type: 'application/zip' });
    this.problem = zipped.error;
    return null;
  }

  /** Removes an own model. */
  async remove(model: ShelvedModel): Promise<void> {
    this.problem = await this.#shelf.remove(model);
    if (this.problem !== null) return;
    if (this.adding.step === 'added' && this.adding.key === model.key) this.dismiss();
    this.#announcer.say(say('models.removed'));
  }

  /** Ends the thread. */
  end(): void {
    this.#turn += 1;
    this.#importer.end();
  }

  #lackedOne(): boolean {
    if (this.adding.step !== 'asking' || this.adding.reading.outline.ok) return false;
    return LACKS_ONE.has(this.adding.reading.outline.error.kind);
  }

  #setCheck(key: string, state: CheckState): void {
    this.checks = { ...this.checks, [key]: state };
  }
}

const LACKS_ONE: ReadonlySet<string> = new Set(['import-incomplete', 'import-features']);
