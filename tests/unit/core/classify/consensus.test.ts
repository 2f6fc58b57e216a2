import { describe, expect, it } from 'vitest';
import {
  compareCalls,
  contradictionWarning,
  findConsensus,
} from '../../../../src/core/classify/consensus';
import type { SpectrumCall } from '../../../../src/core/job/types';
import { manifest } from '../../state/manifest';
import { spoken } from '../../../builders/spoken';

function named(taxon: string, rule: SpectrumCall['rule'] = 'species'): SpectrumCall {
  return { kind: 'species', taxon, label: taxon, confidence: 'high', probability: 0.99, rule };
}

function refused(rule: SpectrumCall['rule'], label: string = rule): SpectrumCall {
  return { kind: 'none', taxon: null, label, confidence: 'none', probability: null, rule };
}

const alpha = named('genus-alpha');
const beta = named('genus-beta-minor');
const gamma = named('other-gamma');
const complex: SpectrumCall = { ...named('alpha-complex', 'group-unresolved'), kind: 'group' };
const noPattern = refused('no-pattern');
const poor = refused('poor-spectrum');
const unsure = refused('below-threshold');

describe('compareCalls', () => {
  it.each([
    ['the same species', alpha, alpha, 'agrees'],
    ['the same species, weak', named('genus-alpha', 'weak-species'), alpha, 'agrees'],
    ['another species', beta, alpha, 'contradicts'],
    ['its complex', complex, alpha, 'compatible'],
    ['a member of the complex', alpha, complex, 'compatible'],
    ['a species outside of the complex', gamma, complex, 'contradicts'],
    ['no pattern', noPattern, alpha, 'contradicts'],
    ['a name where the sample has no pattern', alpha, noPattern, 'contradicts'],
    ['the outgroup', refused('outgroup'), alpha, 'contradicts'],
    ['no pattern and the outgroup', refused('outgroup'), noPattern, 'agrees'],
    ['a poor spectrum', poor, alpha, 'silent'],
    ['a spectrum that is not certain', unsure, alpha, 'silent'],
    ['not certain beside no pattern', unsure, noPattern, 'silent'],
    ['both not certain', unsure, unsure, 'agrees'],
    ['both poor', poor, poor, 'agrees'],
    ['a name where the mean is poor', alpha, poor, 'compatible'],
  ] as const)('%s', (_, call, sample, agreement) => {
    expect(compareCalls(call, sample, manifest)).toBe(agreement);
  });
});

describe('findConsensus', () => {
  const spectra = (...calls: SpectrumCall[]) => calls.map((call, i) => ({ index: 10 + i, call }));

  it('counts the spectra that agree, and lists the others by how they differ', () => {
    expect(findConsensus(alpha, spectra(alpha, alpha, complex, poor), manifest)).toEqual({
      spectra: 4,
      agreeing: 2,
      others: { compatible: [12], silent: [13] },
      majority: { taxon: 'genus-alpha', label: 'genus-alpha', spectra: 2 },
      contradictory: false,
    });
  });

  it('detects a contradiction between a spectrum and the sample', () => {
    expect(findConsensus(alpha, spectra(alpha, beta), manifest)).toMatchObject({
      agreeing: 1,
      others: { contradicts: [11] },
      majority: null,
      contradictory: true,
    });
  });

  it('detects a contradiction among the spectra that the call of the mean does not show', () => {
    expect(findConsensus(complex, spectra(alpha, beta), manifest)).toMatchObject({
      agreeing: 0,
      others: { compatible: [10, 11] },
      contradictory: true,
    });
    expect(findConsensus(poor, spectra(alpha, noPattern), manifest).contradictory).toBe(true);
  });

  it('counts all spectra without a pattern as one group, whatever the closest taxon', () => {
    const nothing = refused('no-pattern', 'No Genus pattern: nothing known fits');
    const closest = refused('outgroup', 'No Genus pattern: closest to Other');
    const { majority } = findConsensus(nothing, spectra(nothing, closest, alpha), manifest);
    expect(majority).toEqual({ taxon: null, label: 'No Genus pattern', spectra: 2 });
    const at = (spot: string, call: SpectrumCall) => ({ name: '', spot, call });
    const rows = [at('A1', nothing), at('A2', alpha), at('A3', closest)];
    expect(spoken(contradictionWarning(rows, manifest, true).message)).toContain(
      ': No Genus pattern (A1, A3); genus-alpha (A2).',
    );
  });

  it('finds the majority even if the mean has another call', () => {
    const { majority } = findConsensus(complex, spectra(alpha, alpha, poor), manifest);
    expect(majority).toEqual({ taxon: 'genus-alpha', label: 'genus-alpha', spectra: 2 });
  });
});

describe('contradictionWarning', () => {
  it('says which spots have which call', () => {
    const at = (spot: string, call: SpectrumCall) => ({ name: 'KPN1', spot, call });
    const spectra = [at('A1', alpha), at('A2', beta), at('', alpha)];
    const warning = contradictionWarning(spectra, manifest, true);
    expect(warning.kind).toBe('replicates-contradict');
    expect(spoken(warning.message)).toBe(
      'The spectra of this sample contradict one another: genus-alpha (A1, KPN1); genus-beta-minor (A2). The call is made from the mean, with less confidence.',
    );
  });

  it('names no more than six spots for each call', () => {
    const rows = Array.from({ length: 8 }, (_, i) => ({
      name: '',
      spot: `B${i + 1}`,
      call: alpha,
    }));
    const { message } = contradictionWarning(rows, manifest, false);
    expect(spoken(message)).toContain('(B1, B2, B3, B4, B5, B6 ...)');
  });
});
