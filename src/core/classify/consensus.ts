import type { Agreement, CallRule, Consensus, SpectrumCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { problem, type Problem } from '../problem';
import { unreachable } from '../result';
import { RESOLVE_CONTRADICTION } from './next-step';
import { callCategory } from './tiers';
import { sentence } from '../../words/told/sentence';
import { shownLabel } from './call-label';

export interface CalledSpectrum {
  /** Index in the job. */
  readonly index: number;
  readonly call: SpectrumCall;
}

/**
 * Summarises the calls of a sample's single spectra. The sample's own call is made from their mean and does
 * not change: the consensus is shown beside it, and marks the spectra whose call differs.
 *
 * @param sample the call of the mean
 * @param spectra the usable ones, each with its own call
 */
export function findConsensus(
  sample: SpectrumCall,
  spectra: readonly CalledSpectrum[],
  manifest: Pick<ModelManifest, 'groups' | 'noPatternLabel'>,
): Consensus {
  const others: Record<Exclude<Agreement, 'agrees'>, number[]> = {
    compatible: [],
    silent: [],
    contradicts: [],
  };
  let agreeing = 0;
  for (const { index, call } of spectra) {
    const agreement = compareCalls(call, sample, manifest);
    if (agreement === 'agrees') agreeing += 1;
    else others[agreement].push(index);
  }
  const different = [
    ...new Map(spectra.map(({ call }) => [`${call.rule} ${call.taxon}`, call])).values(),
  ];
  const contradictory =
    others.contradicts.length > 0 ||
    different.some((a, i) => different.slice(0, i).some((b) => excludes(a, b, manifest)));
  return {
    spectra: spectra.length,
    agreeing,
    others: Object.fromEntries(Object.entries(others).filter(([, indices]) => indices.length > 0)),
    majority: majorityOf(spectra, manifest),
    contradictory,
  };
}

/** Compares a spectrum's own call with the call of its sample. */
export function compareCalls(
  call: SpectrumCall,
  sample: SpectrumCall,
  manifest: Pick<ModelManifest, 'groups'>,
): Agreement {
  if (excludes(call, sample, manifest)) return 'contradicts';
  if (call.taxon !== null) return call.taxon === sample.taxon ? 'agrees' : 'compatible';
  return sample.taxon === null && stanceOf(call.rule) === stanceOf(sample.rule)
    ? 'agrees'
    : 'silent';
}

/**
 * Returns whether two calls cannot both be right: two names neither of which includes the other, or a name
 * and the finding that the spectrum is of none of the model's taxa. A poor spectrum excludes nothing.
 */
function excludes(a: SpectrumCall, b: SpectrumCall, manifest: Pick<ModelManifest, 'groups'>) {
  const [stanceA, stanceB] = [stanceOf(a.rule), stanceOf(b.rule)];
  if (stanceA === 'named' && stanceB === 'named') {
    return !share(membersOf(a.taxon, manifest), membersOf(b.taxon, manifest));
  }
  return (
    (stanceA === 'named' && stanceB === 'foreign') || (stanceA === 'foreign' && stanceB === 'named')
  );
}

type Stance = 'named' | 'foreign' | 'undecided' | 'unusable';

function stanceOf(rule: CallRule): Stance {
  switch (rule) {
    case 'species':
    case 'weak-species':
    case 'group-unresolved':
      return 'named';
    case 'no-pattern':
    case 'outgroup':
      return 'foreign';
    case 'below-threshold':
      return 'undecided';
    case 'poor-spectrum':
    case 'no-spectrum':
    case 'outside-scope':
      return 'unusable';
    default:
      return unreachable(rule);
  }
}

/** @returns the taxa that a name includes */
function membersOf(
  name: string | null,
  { groups }: Pick<ModelManifest, 'groups'>,
): readonly string[] {
  return groups.find(({ id }) => id === name)?.members ?? (name === null ? [] : [name]);
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}

function majorityOf(
  spectra: readonly CalledSpectrum[],
  manifest: Pick<ModelManifest, 'noPatternLabel'>,
): Consensus['majority'] {
  const counts = new Map<string, { taxon: string | null; label: string; spectra: number }>();
  for (const { call } of spectra) {
    const { taxon } = call;
    const label = callCategory(call, manifest);
    const key = taxon ?? `- ${label}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { taxon, label, spectra: 1 });
    else known.spectra += 1;
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.spectra - a.spectra);
  return first === undefined || first.spectra === second?.spectra ? null : first;
}

/** Most spectra that the sentence names, as there may be many. */
const MOST_NAMED = 6;

/**
 * Writes the warning for a sample whose spectra contradict one another.
 *
 * @param isNamed whether the sample is named, in which case its confidence was lowered
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
    return sentence('call.calledIn', {
      label: shownLabel(label),
      places: places.length > MOST_NAMED ? `${shown} ...` : shown,
    });
  });
  return problem(
    'replicates-contradict',
    sentence(isNamed ? 'call.replicatesContradictNamed' : 'call.replicatesContradict', {
      calls: { list: told, last: 'none' },
    }),
    RESOLVE_CONTRADICTION,
  );
}
