import type { ModelManifest } from '../../core/model-pack/types';
import { formatPercent } from '../format';
import { say } from '../../words/say';
import { callKey } from '../results/sample-status';
import { cellText, confidenceWord } from '../results/call-words';
import { patternNote } from '../results/pattern-words';
import { type PlateSpot, samplesOf } from './plate-map';

/**
 * Lists the parts of a spot's description, for its hint.
 *
 * @param pattern the name of what the job's guard looks for, from `patternName`
 * @param value what the spot is coloured by, in words; empty where these parts say it already
 */
export function spotWords(
  spot: PlateSpot | null,
  manifest: ModelManifest | null,
  pattern: string,
  value = '',
): readonly string[] {
  if (spot === null) return [say('plate.spotEmpty')];
  const { spectrum, sample } = spot;
  const again = measuredWords(spot);
  if (sample === null) return [spectrum.name, say('plate.spotLeftOut'), ...again];
  const { call } = sample;
  const sure =
    call.probability === null || call.confidence === 'none'
      ? []
      : [`${confidenceWord(call.confidence)} ${formatPercent(call.probability)}`];
  const note = patternNote(sample.guard, pattern);
  return [
    sample.name,
    cellText(manifest, sample),
    ...sure,
    ...(value === '' ? [] : [value]),
    ...(note === null ? [] : [note]),
    ...again,
  ];
}

/** Says how often a spot was measured, and whether its samples have different calls; nothing for once. */
function measuredWords(spot: PlateSpot): readonly string[] {
  const { length: count } = spot.spectra;
  if (count === 1) return [];
  return [
    say(hasDifferentCalls(spot) ? 'plate.spotMeasuredDiffer' : 'plate.spotMeasured', { count }),
  ];
}

/** Returns whether the samples of a spot have different calls. */
export function hasDifferentCalls(spot: PlateSpot): boolean {
  return new Set(samplesOf(spot).map(callKey)).size > 1;
}
