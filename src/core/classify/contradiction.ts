import type { SpectrumCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { problem, type Problem } from '../problem';
import { callCategory } from './refuse';

/** Spectra that are named in the sentence, of those that may be many. */
const MOST_NAMED = 6;

/**
 * What a reader must know of a sample whose spectra contradict one another.
 *
 * @param isNamed whether the sample is: its confidence is lowered then
 */
export function contradictionWarning(
  spectra: readonly {
    readonly name: string;
    readonly spot: string;
    readonly call: SpectrumCall;
  }[],
  manifest: Pick<ModelManifest, 'noPatternLabel'>,
  isNamed: boolean,
): Problem<'replicates-contradict'> {
  const calls = new Map<string, string[]>();
  for (const { name, spot, call } of spectra) {
    const label = callCategory(call, manifest);
    const places = calls.get(label) ?? [];
    places.push(spot === '' ? name : spot);
    calls.set(label, places);
  }
  const told = [...calls].map(([label, places]) => {
    const shown = places.slice(0, MOST_NAMED).join(', ');
    return `${label} (${shown}${places.length > MOST_NAMED ? ' ...' : ''})`;
  });
  return problem(
    'replicates-contradict',
    `The spectra of this sample contradict one another: ${told.join('; ')}. The call is made from the mean${isNamed ? ', with less confidence' : ''}.`,
    'Check that all of them are of one isolate and that it is pure; measure again before you rely on it.',
  );
}
