import { contradictionWarning, findConsensus } from '../core/classify/consensus';
import { lowerConfidence } from '../core/classify/lower-confidence';
import { replicatePlaces } from '../core/classify/replicate-places';
import { averagesAsOriginal, isSound } from '../core/classify/sound-replicate';
import type { ModelAnswer } from '../core/job/outcome';
import type { Consensus, SampleRow, SpeciesCall, SpectrumRow } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import { problem, type Problem } from '../core/problem';
import type { Result } from '../core/result';
import { compareSpots } from '../core/spot-order';
import { callOf, sampleRow } from './sample-rows';
import { inTurn, type Sentence, sentence } from '../words/told/sentence';

/** The spectra of a sample. */
export interface GroupedRows {
  /** All of them, in order of discovery. */
  readonly rows: readonly SpectrumRow[];
  /** The spectra whose mean was classified. */
  readonly averaged: readonly SpectrumRow[];
}

/**
 * Makes the row of a sample of several spectra. The row lists the call of each spectrum, and the spectra
 * that the sample's call is made from. If the spectra contradict one another, the confidence of the call is
 * lowered, so that every place that shows the call shows that.
 *
 * @param answer to the mean, or why there is none
 * @param otherGenera as in `callOf`
 */
export function groupRow(
  { index, name }: Pick<SampleRow, 'index' | 'name'>,
  group: GroupedRows,
  answer: Result<ModelAnswer, Problem>,
  manifest: ModelManifest,
  otherGenera: ReadonlySet<string>,
): SampleRow {
  const { rows, averaged } = group;
  const places = replicatePlaces(rows);
  const inMean = new Set(averaged);
  const usable = rows.flatMap((row) => {
    const { call } = row;
    return row.status === 'ok' && call !== null ? [{ ...row, call }] : [];
  });
  const leftOut = answer.ok ? rows.filter((row) => row.status === 'ok' && !inMean.has(row)) : [];
  const ofMean = callOf(answer, averaged, manifest, otherGenera);
  const rest = restsOn(group, manifest);
  const consensus: Consensus | null =
    usable.length < 2
      ? null
      : {
          ...findConsensus(ofMean, usable, manifest),
          averaged: rest.on,
          ...(leftOut.length === 0 ? {} : { leftOut: leftOut.map((row) => row.index) }),
        };
  const isContradictory = consensus?.contradictory === true;
  const called = usable.map((row) => ({ ...row, spot: places.get(row.index)! }));
  const isShared = answer.ok && averaged.length + leftOut.length > 1;
  const explained =
    isShared && rest.told !== null
      ? { ...ofMean, reason: inTurn(ofMean.reason, rest.told) }
      : ofMean;
  const call: SpeciesCall = isContradictory ? lowerConfidence(explained) : explained;
  const spots = new Set(rows.map(({ spot }) => spot).filter((spot) => spot !== ''));
  const lost = rows.filter((row) => row.status !== 'ok' && !inMean.has(row));
  const empty = averaged.filter(({ status }) => status !== 'ok');
  const head = {
    index,
    name,
    spot: [...spots].sort(compareSpots).join(', '),
    spectra: rows.map((row) => row.index),
    originalName: name,
    warnings: [
      ...(isContradictory ? [contradictionWarning(called, manifest, ofMean.kind !== 'none')] : []),
      ...(leftOut.length > 0 ? [leftOutWarning(leftOut, rows.length, places)] : []),
      ...(lost.length > 0 && lost.length < rows.length ? [lostWarning(lost, rows.length)] : []),
      ...(empty.length > 0 && answer.ok ? [emptyWarning(empty.length, rows.length)] : []),
      ...rows.flatMap(({ warnings }) => warnings),
    ],
  };
  return { ...sampleRow(head, answer, call, manifest), consensus };
}

/** Describes which spectra the mean is of, in a sentence; null where that is obvious. */
function restsOn(
  { rows, averaged }: GroupedRows,
  manifest: ModelManifest,
): { readonly on: NonNullable<Consensus['averaged']>; readonly told: Sentence | null } {
  const all = rows.filter(({ status }) => status === 'ok').length;
  const of = averaged.length;
  if (averagesAsOriginal(manifest)) {
    return { on: 'all-as-original', told: sentence('job.meanAsOriginal', { of }) };
  }
  if (of < all) {
    return { on: 'sound', told: sentence('job.meanOfSound', { of, all }) };
  }
  const isNoneSound = averaged.every(({ call }) => call === null || !isSound(call.rule));
  return isNoneSound
    ? { on: 'all', told: sentence('job.meanNoneSound', { of }) }
    : { on: 'sound', told: null };
}

/** Most spectra that one sentence names, as there may be many. */
const MOST_NAMED = 6;

function leftOutWarning(
  leftOut: readonly SpectrumRow[],
  of: number,
  places: ReadonlyMap<number, string>,
): Problem<'replicates-left-out'> {
  const named = leftOut
    .slice(0, MOST_NAMED)
    .map(({ index, call }) => `${places.get(index)!}: ${call?.label ?? ''}`);
  const more = leftOut.length > MOST_NAMED ? ' ...' : '';
  return problem(
    'replicates-left-out',
    sentence('job.replicatesLeftOut', {
      count: leftOut.length,
      of,
      spectra: `${named.join('; ')}${more}`,
    }),
    sentence('job.replicatesLeftOutCure'),
  );
}

function lostWarning(lost: readonly SpectrumRow[], of: number): Problem<'replicates-lost'> {
  const [first] = lost;
  return problem(
    'replicates-lost',
    sentence('job.replicatesLost', {
      count: lost.length,
      of,
      first: first?.reason?.message ?? '',
    }),
    sentence('job.replicatesLostCure'),
    ...(first === undefined ? [] : [first.path]),
  );
}

function emptyWarning(empty: number, of: number): Problem<'replicates-empty'> {
  return problem(
    'replicates-empty',
    sentence('job.replicatesEmpty', { count: empty, of }),
    sentence('job.replicatesEmptyCure'),
  );
}
