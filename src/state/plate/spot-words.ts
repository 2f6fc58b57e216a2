import type { ModelManifest } from '../../core/model-pack/types';
import { formatPercent } from '../../core/text';
import { cellText, confidenceWords } from '../results/call-words';
import { patternNote } from '../results/pattern-words';
import type { PlateSpot } from './plate-map';

/**
 * Lists the parts of a spot's description, for its hint.
 *
 * @param pattern the name of what the job's guard looks for, from `patternName`
 */
export function spotWords(
  spot: PlateSpot | null,
  manifest: ModelManifest | null,
  pattern: string,
): readonly string[] {
  if (spot === null) return ['empty'];
  const { spectrum, sample, measured } = spot;
  const again = measured > 1 ? [`measured ${measured} times`] : [];
  if (sample === null) return [spectrum.name, 'left out', ...again];
  const { call } = sample;
  const sure =
    call.probability === null || call.confidence === 'none'
      ? []
      : [`${confidenceWords[call.confidence]} ${formatPercent(call.probability)}`];
  const note = patternNote(sample.guard, pattern);
  return [
    sample.name,
    cellText(manifest, sample),
    ...sure,
    ...(note === null ? [] : [note]),
    ...again,
  ];
}
