import type { Control } from '../../core/controls/control';
import { judgeControls, type JudgedControl } from '../../core/controls/judge-control';
import type { Interruptible } from '../../core/interruptible';
import type { HistoryRun, InstrumentRuns } from '../../core/quality-history/run-order';
import {
  HISTORY_MEASURES,
  type HistoryMeasure,
  type RunSummary,
} from '../../core/quality-history/run-summary';
import {
  conspicuousSpots,
  countSpotFailures,
  type SpotFailures,
} from '../../core/quality-history/spot-failures';
import { inSlices } from '../../engine/in-slices';
import type { KtyperDatabase } from '../../storage/database';
import type { JobList } from '../jobs/job-list.svelte';
import type { Router } from '../router.svelte';
import type { SettingsState } from '../settings.svelte';
import { makeChart, type Chart } from './chart';
import { keyOf } from './history-address';
import { instrumentsOf, isCounted, RunSummaries } from './summaries.svelte';

interface HistoryParts {
  readonly db: KtyperDatabase;
  readonly jobs: JobList;
  readonly router: Router;
  readonly settings: SettingsState;
}

type Judged = ReadonlyMap<RunSummary, readonly JudgedControl[]>;

/** What stands in the address: the instrument and the measure that are looked at. */
interface HistoryQuery {
  readonly instrument: string | null;
  readonly measure: HistoryMeasure;
}

/** The page of all jobs' quality: one chart of one instrument. */
export class HistoryView {
  readonly #parts: HistoryParts;
  readonly summaries: RunSummaries;
  #judged = $state.raw<Judged>(new Map());

  readonly query: HistoryQuery = $derived.by(() => {
    const asked = new URLSearchParams(this.#parts.router.search);
    const measure = HISTORY_MEASURES.find((one) => one === asked.get('measure'));
    return { instrument: asked.get('instrument'), measure: measure ?? 'shiftPpm' };
  });

  /** Null until all that is stored was read. */
  readonly instruments: readonly InstrumentRuns[] | null = $derived.by(() => {
    const { byJob } = this.summaries;
    const { jobs } = this.#parts.jobs;
    return byJob === null || jobs === null ? null : instrumentsOf(jobs, byJob);
  });

  /** The instrument that is looked at: the one with the most runs, unless another one was chosen. */
  readonly chosen: InstrumentRuns | null = $derived.by(() => {
    const all = this.instruments ?? [];
    return all.find((one) => keyOf(one) === this.query.instrument) ?? usual(all);
  });

  readonly chart: Chart | null = $derived.by(() => {
    const { chosen } = this;
    if (chosen === null) return null;
    const { limitRuns } = this.#parts.settings.values;
    return makeChart(chosen.runs, this.query.measure, limitRuns, (run) => this.controlsOf(run));
  });

  readonly spots: ReadonlyMap<string, SpotFailures> = $derived.by(() =>
    countSpotFailures(this.chosen?.runs.map(({ run }) => run) ?? []),
  );
  readonly conspicuous: readonly SpotFailures[] = $derived.by(() => conspicuousSpots(this.spots));

  /** Number of jobs that ended early, and do not count. */
  readonly left: number = $derived.by(
    () => (this.#parts.jobs.jobs ?? []).filter((job) => !isCounted(job)).length,
  );

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.summaries = new RunSummaries(parts.db);
  }

  controlsOf({ run }: Pick<HistoryRun, 'run'>): readonly JudgedControl[] {
    return this.#judged.get(run) ?? [];
  }

  /** Judges the controls of all runs in slices: a laboratory's samples are tens of thousands. */
  async judge(signal: AbortSignal): Promise<void> {
    const runs = [...(this.summaries.byJob?.values() ?? [])].flat();
    const { controls } = this.#parts.settings.values;
    const judged = await inSlices(judgedInSteps(runs, controls), signal);
    if (judged !== null && !signal.aborted) this.#judged = judged;
  }

  choose(changes: Partial<HistoryQuery>): void {
    const { instrument, measure } = { ...this.query, ...changes };
    const asked = new URLSearchParams();
    if (instrument !== null) asked.set('instrument', instrument);
    if (measure !== 'shiftPpm') asked.set('measure', measure);
    const search = asked.toString();
    this.#parts.router.setSearch(search === '' ? '' : `?${search}`);
  }
}

function* judgedInSteps(
  runs: readonly RunSummary[],
  controls: readonly Control[],
): Interruptible<Judged> {
  const judged = new Map<RunSummary, readonly JudgedControl[]>();
  for (const run of runs) {
    const found = judgeControls(run.samples, controls);
    if (found.length > 0) judged.set(run, found);
    yield;
  }
  return judged;
}

/** An instrument that exists comes before the example's. */
function usual(all: readonly InstrumentRuns[]): InstrumentRuns | null {
  return all.find(({ isExample }) => !isExample) ?? all[0] ?? null;
}
