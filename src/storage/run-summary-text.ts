import type { CalledSample, CallMeaning } from '../core/controls/called-sample';
import type { RunSummary } from '../core/quality-history/run-summary';
import { fields, isIndex, isNumber, isText, listOf, oneOf, orAbsent, orNull } from './quick-shape';

/** A call of a run, which many of its samples have in common. */
interface FiledCall {
  readonly kind: CalledSample['kind'];
  readonly label: string;
  readonly meaning: CallMeaning;
}

/** A sample: its index, name, spots and the place of its call among the calls. */
type FiledSample = readonly [index: number, name: string, spots: readonly string[], call: number];

type FiledRun = Omit<RunSummary, 'samples' | 'calibrationSpots'> & {
  /** Absent in summaries of versions that did not look at these spots. */
  readonly calibrationSpots?: RunSummary['calibrationSpots'];
  readonly calls: readonly FiledCall[];
  readonly samples: readonly FiledSample[];
};

const isCall = fields({
  kind: oneOf('species', 'group', 'none', 'unread'),
  label: isText,
  meaning: fields({ says: listOf(isText), leavesOpen: listOf(isText) }),
});

const areTexts = listOf(isText);

const isRun = fields({
  instrument: isText,
  acquiredAt: orNull(isText),
  spectra: isIndex,
  failures: isIndex,
  calibrants: isIndex,
  calibrationSpots: orAbsent(
    listOf(
      fields({
        name: isText,
        spot: isText,
        measures: orNull(fields({ found: isIndex, of: isIndex, shiftPpm: orNull(isNumber) })),
      }),
    ),
  ),
  medians: fields({
    shiftPpm: orAbsent(isNumber),
    tiltPpmPerKda: orAbsent(isNumber),
    peaks: orAbsent(isNumber),
    markerSignalToNoise: orAbsent(isNumber),
    resolution: orAbsent(isNumber),
  }),
  calibratedAt: areTexts,
  calibrations: areTexts,
  tried: areTexts,
  failed: areTexts,
  checksum: orNull(isText),
  calls: listOf(isCall),
  samples: listOf(
    (value) =>
      Array.isArray(value) &&
      isIndex(value[0]) &&
      isText(value[1]) &&
      areTexts(value[2]) &&
      isIndex(value[3]),
  ),
});

/** Writes summaries as a text in which a call stands once, whatever the number of its samples. */
export function writeRunSummaries(runs: readonly RunSummary[]): string {
  return JSON.stringify(runs.map(filed));
}

function filed(run: RunSummary): FiledRun {
  const places = new Map<string, number>();
  const calls: FiledCall[] = [];
  const samples = run.samples.map(({ index, name, spots, kind, label, meaning }): FiledSample => {
    const key = `${kind} ${label}`;
    let place = places.get(key);
    if (place === undefined) {
      place = calls.push({ kind, label, meaning }) - 1;
      places.set(key, place);
    }
    return [index, name, spots, place];
  });
  return { ...run, calls, samples };
}

/** @returns undefined for what is no such text */
export function readRunSummaries(text: string): readonly RunSummary[] | undefined {
  try {
    const runs: unknown = JSON.parse(text);
    return Array.isArray(runs) && runs.every(isRun) ? (runs as FiledRun[]).map(unfiled) : undefined;
  } catch {
    return undefined;
  }
}

function unfiled({ calls, samples, calibrationSpots = [], ...run }: FiledRun): RunSummary {
  return {
    ...run,
    calibrationSpots,
    samples: samples.flatMap(([index, name, spots, place]) => {
      const call = calls[place];
      return call === undefined ? [] : { index, name, spots, ...call };
    }),
  };
}
