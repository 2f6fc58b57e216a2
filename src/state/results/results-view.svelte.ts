import { untrack } from 'svelte';
import { describeGuard } from '../../core/classify/describe-guard';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { JudgedMeasure, Verdict } from '../../core/quality/judge';
import { type Measurement, numberMeasurements } from '../../core/plate/measurements';
import { rateSample, type SampleQuality } from '../../core/quality/rate-sample';
import { bySpot, samplesInSpotOrder, spectraInSpotOrder } from '../../core/spot-order';
import type { Review } from '../../core/review/review-of';
import type { JobSession } from '../jobs/job-session.svelte';
import type { JobReviews } from '../review/job-reviews.svelte';
import { reviewText } from '../review/review-words';
import { RunControls } from '../controls/run-controls.svelte';
import type { Router } from '../router.svelte';
import type { SettingsState } from '../settings.svelte';
import { WatchView } from '../watch/watch-view.svelte';
import { hasSpots } from '../plate/plate-map';
import { italicWords } from '../taxon-text';
import { orderCounts, tallyShown } from '../jobs/count-calls';
import { isAnyJudged } from '../jobs/count-patterns';
import { filterSamples } from './filter-samples';
import { JobRuns, type JobRun } from './job-runs';
import { patternName } from './pattern-words';
import { marksOf, type MarkedSamples } from '../compare/marked-samples.svelte';
import { SampleVerdicts } from './sample-verdicts';
import { rowText } from './row-text';
import { RowTexts } from './row-texts';
import { findRow } from '../jobs/rows-by-index';
import { sortSamples } from './sort-samples';
import { spotText } from './spot-text';
import { arrange, fitColumns, isWanted, labelOfColumn, type TableColumn } from './table-columns';
import {
  emptyQuery,
  formatTableQuery,
  isFiltering,
  parseTableQuery,
  sortColumns,
  type SortColumn,
  type ResultsLayout,
  type TableQuery,
} from './table-query';
import { inWords } from '../../words/in-words';
import { ENGLISH, speaker } from '../../words/say';

const noWords: ReadonlySet<string> = new Set();

interface ViewParts {
  readonly router: Router;
  readonly settings: SettingsState;
  readonly marked: Map<string, MarkedSamples>;
}

/** A job's table, as the page's address specifies it. */
export class ResultsView {
  readonly session: JobSession;
  readonly #router: Router;
  readonly #settings: SettingsState;
  readonly #verdicts = new SampleVerdicts();
  readonly #runs = new JobRuns();
  readonly watch: WatchView;
  readonly reviews: JobReviews;
  readonly controls: RunControls;
  /** The samples whose spectra are to be compared. */
  readonly marks: MarkedSamples;

  readonly query: TableQuery = $derived.by(() =>
    parseTableQuery(new URLSearchParams(this.#router.search)),
  );
  // These are texts, so that a step to the next sample, which changes the address too, does not sort again.
  readonly #filter = $derived(
    formatTableQuery({ ...this.query, sort: null, sample: null, layout: 'table', colour: null }),
  );
  readonly #order = $derived(formatTableQuery({ ...emptyQuery, sort: this.query.sort }));

  /** All samples by spot, then by name. */
  readonly samples: readonly SampleRow[] = $derived.by(() =>
    samplesInSpotOrder(this.session.samples, this.session.spectra),
  );
  /** All spectra in the same order. */
  readonly spectra: readonly SpectrumRow[] = $derived.by(() =>
    spectraInSpotOrder(this.session.spectra),
  );
  readonly #measurements: ReadonlyMap<number, Measurement> = $derived.by(() =>
    numberMeasurements(this.session.spectra),
  );
  /** Made again when anything changes that a row's words depend on beside the row itself. */
  readonly #texts: RowTexts = $derived.by(() => {
    const { spectra, manifest } = this.session;
    void [speaker(), this.samples, spectra, manifest, this.reviews.entries, this.isGuarded];
    return new RowTexts((sample) => untrack(() => this.#textOf(sample)));
  });
  readonly #filtered: readonly SampleRow[] = $derived.by(() =>
    filterSamples(this.samples, queryOf(this.#filter), {
      verdict: this.verdictOf,
      watched: this.watch.stateOf,
      faults: this.faultsOf,
      isFailedControl: this.isFailedControl,
      run: this.runOf,
      text: this.#texts.of,
      review: (sample) => this.reviewOf(sample).state,
    }),
  );
  readonly rows: readonly SampleRow[] = $derived.by(() =>
    sortSamples(this.#filtered, queryOf(this.#order).sort, {
      verdict: this.verdictOf,
      watched: this.watch.foundIn,
      manifest: this.session.manifest,
      run: this.runOf,
      review: (sample) => this.reviewOf(sample).state,
    }),
  );
  readonly counts = $derived.by(() => orderCounts(tallyShown(this.session.samples)));
  readonly words: ReadonlySet<string> = $derived.by(() =>
    this.session.manifest === null ? noWords : italicWords(this.session.manifest),
  );
  readonly #positions: ReadonlyMap<number, number> = $derived.by(
    () => new Map(this.rows.map(({ index }, position) => [index, position])),
  );

  readonly #hasReplicates: boolean = $derived.by(() =>
    this.session.samples.some(({ consensus }) => consensus !== null),
  );
  /** Whether a guard judged the samples. */
  readonly isGuarded: boolean = $derived.by(() => isAnyJudged(this.session.patterns));
  /**
   * What the table can be sorted by. Runs have a column only if there are several, replicates only if a sample has
   * several spectra, the pattern only if a guard ran, and watched peaks only if the job has some.
   */
  readonly columns: readonly SortColumn[] = $derived.by(() =>
    sortColumns.filter(
      (column) =>
        (column !== 'run' || this.runs.length > 0) &&
        (column !== 'replicates' || this.#hasReplicates) &&
        (column !== 'pattern' || this.isGuarded) &&
        (column !== 'watched' || this.watch.peaks.length > 0),
    ),
  );
  /** The table's columns in the order that a person chose, hidden ones too. */
  readonly arranged: readonly TableColumn[] = $derived.by(() =>
    arrange([...this.columns, 'note'], this.#settings.values.columns),
  );
  /** Those that are wanted. */
  readonly wanted: readonly TableColumn[] = $derived.by(() =>
    this.arranged.filter((column) => isWanted(column, this.#settings.values.columns)),
  );
  /** Width of a row of the table in pixels; 0 until it is there, and where rows have two lines. */
  rowWidth = $state.raw(0);
  /** Those that have room. */
  readonly fitting: readonly TableColumn[] = $derived.by(() =>
    this.rowWidth === 0
      ? this.wanted
      : fitColumns(this.wanted, this.rowWidth, speaker() !== ENGLISH),
  );
  /** The runs of the job, if it has several. */
  readonly runs: readonly JobRun[] = $derived.by(() => {
    const runs = this.#runs.among(this.session.spectra);
    return runs.length > 1 ? runs : [];
  });
  /** The sentence on the guard in the job's head; null where there is none. */
  readonly guardText: string | null = $derived.by(() => {
    const { record, patterns } = this.session;
    return record.guard === undefined ? null : inWords(describeGuard(record.guard, patterns));
  });
  /** The name of what the guard looks for. */
  readonly patternName: string = $derived.by(() => patternName(this.session.record.guard));

  /** Whether the samples can be shown by their spots. */
  readonly hasPlate: boolean = $derived.by(() => hasSpots(this.session.spectra));
  readonly layout: ResultsLayout = $derived(this.hasPlate ? this.query.layout : 'table');

  /** The sample whose panel is open, even if the filter hides it. */
  readonly selected: SampleRow | null = $derived.by(() => {
    const { sample } = this.query;
    return sample === null ? null : findRow(this.session.samples, sample);
  });

  constructor(session: JobSession, { router, settings, marked }: ViewParts, reviews: JobReviews) {
    this.session = session;
    this.marks = marksOf(marked, session.record.token);
    this.#settings = settings;
    this.#router = router;
    this.reviews = reviews;
    this.controls = new RunControls(session, settings);
    this.watch = new WatchView(session, (sample) => this.spectraOf(sample));
  }

  get isFiltering(): boolean {
    return isFiltering(this.query);
  }

  /** Returns the position of a sample in the shown table; null when it is not in it. */
  positionOf(sample: number | null): number | null {
    return sample === null ? null : (this.#positions.get(sample) ?? null);
  }

  /** Returns the spectra of a sample, by spot. */
  spectraOf(sample: SampleRow): readonly SpectrumRow[] {
    return sample.spectra.flatMap((index) => this.spectrum(index) ?? []).sort(bySpot);
  }

  /** Returns a sample's spot, and which measurement of it: `F11, 2 of 3`. */
  readonly spotOf = (sample: SampleRow): string => spotText(sample, this.#measurements);

  /** Returns the verdict on a sample's quality; null where nothing was measured. */
  qualityOf(sample: SampleRow): SampleQuality | null {
    return rateSample(this.spectraOf(sample), sample.consensus);
  }

  // This is a property, since it is also passed as a function.
  readonly verdictOf = (sample: SampleRow): Verdict | null =>
    this.#verdicts.of(sample, (row) => this.spectraOf(row));

  // As above.
  readonly faultsOf = (sample: SampleRow): readonly JudgedMeasure[] =>
    this.#verdicts.faultsOf(sample, (row) => this.spectraOf(row));

  // As above.
  readonly isFailedControl = ({ index }: SampleRow): boolean => this.controls.failed.has(index);

  // As above.
  readonly runOf = (sample: SampleRow): JobRun | null =>
    this.runs.length === 0 ? null : this.#runs.of(sample);

  reviewOf(sample: SampleRow): Review {
    return this.reviews.of(sample);
  }

  // As above.
  readonly reviewTextOf = (sample: SampleRow): string => reviewText(this.reviewOf(sample));

  #textOf(sample: SampleRow): string {
    return rowText(sample, {
      spot: this.spotOf(sample),
      manifest: this.session.manifest,
      words: this.words,
      verdict: this.verdictOf(sample),
      faults: this.faultsOf(sample),
      pattern: this.isGuarded ? this.patternName : null,
      review: this.reviewTextOf(sample),
      run: this.runOf(sample)?.name ?? null,
    });
  }

  /** Makes what a search needs, while nobody has typed yet. */
  prepareSearch(signal: AbortSignal): Promise<void> {
    return this.#texts.prepare(this.samples, signal);
  }

  spectrum(index: number): SpectrumRow | null {
    return findRow(this.session.spectra, index);
  }

  change(changes: Partial<TableQuery>): void {
    const query = { ...this.query, ...changes };
    // Opening the panel is a step of its own, so that the browser's Back closes it.
    const isStep = this.query.sample === null && query.sample !== null;
    this.#router.setSearch(formatTableQuery(query), { isStep });
  }

  showAll(): void {
    this.change({
      text: '',
      calls: [],
      run: null,
      status: null,
      quality: null,
      need: null,
      pattern: null,
      watched: null,
      review: null,
    });
  }

  /** Returns the label of a column's head. */
  labelOf(column: TableColumn): string {
    return labelOfColumn(column, this.patternName);
  }

  /** Adds a call to the filter, or removes it. */
  toggleCall(key: string): void {
    const { calls } = this.query;
    this.change({
      calls: calls.includes(key) ? calls.filter((call) => call !== key) : [...calls, key],
    });
  }
}

function queryOf(search: string): TableQuery {
  return parseTableQuery(new URLSearchParams(search));
}
