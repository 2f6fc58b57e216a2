import { calibrationSpotOf, type CalibrationSpot } from '../calibrant/judge-calibrant';
import { calledSample, type CalledSample } from '../controls/called-sample';
import { spotsOf } from '../controls/run-controls';
import type { Interruptible } from '../interruptible';
import type { SampleRow, SpectrumRow } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { plateFolders } from '../plate/plate-folders';
import { usableValues, type MeasuredValues } from '../quality/measured-values';
import { rateSample } from '../quality/rate-sample';
import { median } from '../quality/statistics';

/** The measures whose median over a run is followed, in the order of the page. */
export const MEDIAN_MEASURES = [
  'shiftPpm',
  'tiltPpmPerKda',
  'peaks',
  'markerSignalToNoise',
  'resolution',
] as const;
export type MedianMeasure = (typeof MEDIAN_MEASURES)[number];

/** The medians, and the part of the spectra that failed. */
export const HISTORY_MEASURES = [...MEDIAN_MEASURES, 'failures'] as const;
export type HistoryMeasure = (typeof HISTORY_MEASURES)[number];

/** How a run went on one instrument. */
export interface RunSummary {
  /** As the instrument calls itself; empty where no file says it. */
  readonly instrument: string;
  /** When its first spectrum was acquired, as the file says it; null where none says. */
  readonly acquiredAt: string | null;
  /** Spectra without those that were left out. */
  readonly spectra: number;
  /** Those of them that failed: not read, empty, called poor, or beyond a limit of quality that fails. */
  readonly failures: number;
  /** Calibration spots, which are left out. */
  readonly calibrants: number;
  /** Those of them that were looked at. */
  readonly calibrationSpots: readonly CalibrationSpot[];
  /** A measure is absent where no spectrum has it. */
  readonly medians: { readonly [M in MedianMeasure]?: number };
  /** When the instrument was calibrated, as the files say it, sorted; more than one where it changed within the run. */
  readonly calibratedAt: readonly string[];
  /** The constants of the calibrations, sorted, for runs whose files say no date. */
  readonly calibrations: readonly string[];
  /** The spots of the spectra, with repeats, and those of them that failed. */
  readonly tried: readonly string[];
  readonly failed: readonly string[];
  /** The same for the same spectra, in whatever order; null where no file was read. */
  readonly checksum: string | null;
  readonly samples: readonly CalledSample[];
}

/** Most different calibrations of a run that are kept: some software calibrates each spot. */
const MOST_CALIBRATIONS = 8;

/** Sums up a job, by run and instrument, in steps. */
export function* summariseRuns(
  spectra: readonly SpectrumRow[],
  samples: readonly SampleRow[],
  manifest: ModelManifest | null,
): Interruptible<readonly RunSummary[]> {
  const folders = new Map<string, SpectrumRow[]>();
  for (const row of spectra) {
    const { run } = plateFolders(row.path);
    const before = folders.get(run);
    if (before === undefined) folders.set(run, [row]);
    else before.push(row);
    yield;
  }
  const rowsOf = new Map<number, SpectrumRow>(spectra.map((row) => [row.index, row]));
  yield;
  /** [index of a spectrum] the gatherer of its run. */
  const places = new Map<number, Gatherer>();
  const gatherers: Gatherer[] = [];
  for (const rows of folders.values()) {
    const here = new Map<string, Gatherer>();
    const usual = usualInstrument(rows);
    for (const row of rows) {
      const instrument = instrumentOf(row) || usual;
      let gatherer = here.get(instrument);
      if (gatherer === undefined) {
        here.set(instrument, (gatherer = new Gatherer(instrument)));
        gatherers.push(gatherer);
      }
      gatherer.add(row);
      places.set(row.index, gatherer);
      yield;
    }
  }
  for (const sample of samples) {
    const spots = spotsOf(sample, (index) => rowsOf.get(index)?.spot);
    const [first] = sample.spectra;
    const place = first === undefined ? gatherers[0] : places.get(first);
    place?.samples.push(calledSample(sample, spots, manifest));
    yield;
  }
  return gatherers.map((gatherer) => gatherer.summary());
}

function instrumentOf({ record }: SpectrumRow): string {
  return record?.instrument ?? '';
}

/** A spectrum that was not read has no record; it counts for the instrument that measured most of its run. */
function usualInstrument(rows: readonly SpectrumRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const instrument = instrumentOf(row);
    if (instrument !== '') counts.set(instrument, (counts.get(instrument) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)[0];
}

class Gatherer {
  readonly samples: CalledSample[] = [];
  readonly #instrument: string;
  readonly #values: MeasuredValues[] = [];
  readonly #dates = new Set<string>();
  readonly #constants = new Set<string>();
  readonly #tried: string[] = [];
  readonly #failed: string[] = [];
  readonly #sum = new Checksum();
  #acquiredAt: string | null = null;
  readonly #calibrationSpots: CalibrationSpot[] = [];
  #calibrants = 0;
  #failures = 0;
  #spectra = 0;

  constructor(instrument: string) {
    this.#instrument = instrument;
  }

  add(row: SpectrumRow): void {
    if (row.status === 'skipped') {
      if (row.reason?.kind === 'calibration-spot') this.#calibrants += 1;
      const spot = calibrationSpotOf(row);
      if (spot !== null) this.#calibrationSpots.push(spot);
      return;
    }
    this.#spectra += 1;
    this.#note(row);
    const values = usableValues(row);
    if (values !== null) this.#values.push(values);
    if (row.spot !== '') this.#tried.push(row.spot);
    if (!hasFailed(row)) return;
    this.#failures += 1;
    if (row.spot !== '') this.#failed.push(row.spot);
  }

  #note({ record, sha256 }: SpectrumRow): void {
    if (sha256 !== null) this.#sum.add(sha256);
    if (record === null) return;
    const { acquiredAt, calibratedAt, calibration } = record;
    if (acquiredAt !== null && isEarlier(acquiredAt, this.#acquiredAt)) {
      this.#acquiredAt = acquiredAt;
    }
    if (calibratedAt !== undefined) addSome(this.#dates, calibratedAt);
    if (calibration !== null) {
      const { ml1, ml2, ml3, cubic = 0, offset = 0 } = calibration;
      addSome(this.#constants, [ml1, ml2, ml3, cubic, offset].join(' '));
    }
  }

  summary(): RunSummary {
    return {
      instrument: this.#instrument,
      acquiredAt: this.#acquiredAt,
      spectra: this.#spectra,
      failures: this.#failures,
      calibrants: this.#calibrants,
      calibrationSpots: this.#calibrationSpots,
      medians: Object.fromEntries(
        MEDIAN_MEASURES.flatMap((measure) => {
          const middle = median(this.#values.flatMap((values) => values[measure] ?? []));
          return middle === null ? [] : [[measure, middle] as const];
        }),
      ),
      calibratedAt: [...this.#dates].sort(),
      calibrations: [...this.#constants].sort(),
      tried: this.#tried,
      failed: this.#failed,
      checksum: this.#sum.text(),
      samples: this.samples,
    };
  }
}

function addSome(set: Set<string>, value: string): void {
  if (set.size < MOST_CALIBRATIONS) set.add(value);
}

function isEarlier(time: string, than: string | null): boolean {
  const parsed = Date.parse(time);
  return !Number.isNaN(parsed) && (than === null || parsed < Date.parse(than));
}

/** Whether a spectrum is of no use, whatever the reason. */
export function hasFailed(row: SpectrumRow): boolean {
  if (row.status === 'failed') return true;
  const rule = row.call?.rule;
  if (rule === 'poor-spectrum' || rule === 'no-spectrum') return true;
  return rateSample([row], null)?.verdict === 'fail';
}

/**
 * Tells runs apart by the checksums of their spectra, whatever the order in which they were read: their sum, of as many
 * digits as a number has.
 */
class Checksum {
  #sum = 0;
  #count = 0;

  add(sha256: string): void {
    const part = Number.parseInt(sha256.slice(0, 12), 16);
    this.#sum = (this.#sum + (Number.isNaN(part) ? 0 : part)) % 2 ** 52;
    this.#count += 1;
  }

  text(): string | null {
    return this.#count === 0 ? null : `${this.#count}-${this.#sum.toString(16)}`;
  }
}
