import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callSpecies } from '../../../../src/core/classify/call-species';
import { comparedTaxa } from '../../../../src/core/classify/compared-taxa';
import { refuse } from '../../../../src/core/classify/tiers';
import type { MarkerEvidence } from '../../../../src/core/job/types';
import type { ModelManifest } from '../../../../src/core/model-pack/types';
import { spoken } from '../../../builders/spoken';

function readManifest(version: string): ModelManifest {
  const path = `../../../../public/models/ribosomal-klebsiella/${version}/manifest.json`;
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as ModelManifest;
}

interface Found {
  readonly score?: number;
  readonly supported?: number;
  readonly contradicted?: number;
  readonly peaks?: number;
}

/** Makes the answer of a model's graph, in which each supported locus is of the likeliest taxon. */
function answerOf(
  manifest: ModelManifest,
  probabilities: Partial<Record<string, number>>,
  { score = 60, supported = 16, contradicted = 0, peaks = 30 }: Found = {},
) {
  const taxa = manifest.taxa.map(({ id }) => id);
  const { loci: names, serves } = manifest.markers!;
  const loci = names.length;
  // The last loci are naming loci, which count neither for nor against a pattern.
  const counted = serves?.indexOf('name') ?? loci;
  const p = taxa.map((taxon) => probabilities[taxon] ?? 0);
  const best = p.indexOf(Math.max(...p));
  const evidence: MarkerEvidence = {
    scores: Float32Array.from(taxa, (_, t) => (t === best ? score : score - 10)),
    loci: new Float32Array(taxa.length * loci),
    ions: new Float32Array(manifest.markers!.ions.length * 4),
    shiftPpm: 0,
    tiltPpmPerKda: 0,
    sensitivity: 1,
    lociSupported: supported,
    lociContradicted: contradicted,
  };
  for (let l = 0; l < supported; l += 1) evidence.loci[best * loci + l] = 3;
  for (let l = 0; l < contradicted; l += 1) evidence.loci[best * loci + counted - 1 - l] = -3;
  return { probabilities: p, evidence, peaks };
}

describe.each([
  { version: '1.0.0', least: 15, counted: 20, coli: 'E. coli' },
  { version: '2.0.0', least: 16, counted: 19, coli: 'Escherichia coli or Shigella' },
])('callSpecies by model $version', ({ version, least, counted, coli }) => {
  const manifest = readManifest(version);
  const taxa = manifest.taxa.map(({ id }) => id);
  const loci = manifest.markers!.loci.length;
  const answer = (probabilities: Partial<Record<string, number>>, found?: Found) =>
    answerOf(manifest, probabilities, found);

  it('names a species at the lowest sufficient probability, and not below it', () => {
    const call = callSpecies(answer({ 'klebsiella-variicola': 0.9, raoultella: 0.1 }), manifest);
    expect(call).toMatchObject({
      kind: 'species',
      taxon: 'klebsiella-variicola',
      label: 'Klebsiella variicola',
      confidence: 'moderate',
      rule: 'species',
      runnerUp: { taxon: 'raoultella', probability: 0.1 },
    });
    const below = callSpecies(
      answer({ 'klebsiella-variicola': 0.899, raoultella: 0.101 }),
      manifest,
    );
    expect(below).toMatchObject({ kind: 'none', rule: 'below-threshold', probability: null });
  });

  it('has high confidence from 0.95', () => {
    expect(callSpecies(answer({ 'klebsiella-oxytoca': 0.95 }), manifest).confidence).toBe('high');
  });

  it('names the complex if only the complex is certain', () => {
    const call = callSpecies(
      answer({
        'klebsiella-pneumoniae': 0.6,
        'klebsiella-quasipneumoniae-similipneumoniae': 0.2,
        'klebsiella-variicola': 0.15,
      }),
      manifest,
    );
    expect(call).toMatchObject({
      kind: 'group',
      taxon: 'klebsiella-pneumoniae-complex',
      label: 'K. pneumoniae complex, species not resolved',
      rule: 'group-unresolved',
    });
    expect(call.probability).toBeCloseTo(0.95, 6);
  });

  it('prefers the smallest group that is certain', () => {
    const call = callSpecies(
      answer({
        'klebsiella-quasipneumoniae-similipneumoniae': 0.5,
        'klebsiella-quasipneumoniae-quasipneumoniae': 0.45,
      }),
      manifest,
    );
    expect(call.taxon).toBe('klebsiella-quasipneumoniae');
    expect(call.label).toBe('K. quasipneumoniae, subspecies not resolved');
  });

  it('says which member of a group is likeliest, and compares only its members', () => {
    const one = answer({
      'klebsiella-pneumoniae': 0.684,
      'klebsiella-quasipneumoniae-similipneumoniae': 0.2999,
      raoultella: 0.0161,
    });
    const call = callSpecies(one, manifest);
    expect(call.runnerUp?.taxon).toBe('raoultella');
    expect(call.runnerUp?.probability).toBeCloseTo(0.0161);
    expect(spoken(call.reason)).toContain(
      'Belongs to the K. pneumoniae complex (98.3%). The species is uncertain: K. pneumoniae 68.4% (90% is needed).',
    );
    expect(spoken(call.reason)).toContain('K. quasipneumoniae subsp. similipneumoniae');
    const compared = comparedTaxa(manifest, call, {
      scores: one.evidence.scores,
      probabilities: one.probabilities,
    });
    expect([compared?.first, compared?.second].map((t) => taxa[t!])).toEqual([
      'klebsiella-pneumoniae',
      'klebsiella-quasipneumoniae-similipneumoniae',
    ]);
  });

  it.each([
    ['a score below the least', { score: least - 0.1 }],
    ['7 loci for it', { supported: 7 }],
    ['4 loci against it', { contradicted: 4 }],
  ])('finds no pattern with %s, however certain the probabilities are', (_, evidence) => {
    const call = callSpecies(answer({ 'klebsiella-pneumoniae': 1 }, evidence), manifest);
    expect(call).toMatchObject({
      kind: 'none',
      taxon: null,
      label: 'No Klebsiella pattern',
      detail: 'nothing known fits',
      confidence: 'none',
      probability: null,
      runnerUp: null,
      rule: 'no-pattern',
    });
  });

  it('accepts values at the limits, as weak below a score of 25', () => {
    const weakest = { score: least, supported: 8, contradicted: 3 };
    expect(callSpecies(answer({ 'klebsiella-pneumoniae': 1 }, weakest), manifest)).toMatchObject({
      kind: 'species',
      confidence: 'weak',
      rule: 'weak-species',
    });
    const strong = callSpecies(answer({ 'klebsiella-pneumoniae': 1 }, { score: 25 }), manifest);
    expect(strong.confidence).toBe('high');
  });

  it('refuses the outgroup by name', () => {
    const call = callSpecies(answer({ 'escherichia-coli': 1 }), manifest);
    expect(call).toMatchObject({
      kind: 'none',
      label: 'No Klebsiella pattern',
      detail: `closest to ${coli} (16 of ${counted} loci)`,
      rule: 'outgroup',
    });
    expect(spoken(call.reason)).toContain('Escherichia coli');
  });

  it('calls a spectrum with fewer than 7 strong peaks poor', () => {
    const call = callSpecies(answer({ 'klebsiella-pneumoniae': 1 }, { peaks: 6 }), manifest);
    expect(call).toMatchObject({ kind: 'none', label: 'Poor spectrum', rule: 'poor-spectrum' });
    expect(callSpecies(answer({ 'klebsiella-pneumoniae': 1 }, { peaks: 7 }), manifest).kind).toBe(
      'species',
    );
  });

  it('calls by probability alone if a model has no markers', () => {
    const classifier: ModelManifest = {
      ...manifest,
      kind: 'classifier',
      markers: null,
      thresholds: { ...manifest.thresholds, markers: null },
    };
    const { probabilities } = answer({ 'klebsiella-aerogenes': 0.97 });
    const call = callSpecies({ probabilities, evidence: null, peaks: null }, classifier);
    expect(call).toMatchObject({ kind: 'species', taxon: 'klebsiella-aerogenes' });
    expect(spoken(call.reason)).toBe('The model gives K. aerogenes a probability of 97.0%.');
  });

  it('names the markers that decided against the runner-up, the clearest first', () => {
    const one = answer({ 'klebsiella-pneumoniae': 0.97, 'klebsiella-variicola': 0.03 });
    const best = taxa.indexOf('klebsiella-pneumoniae');
    const variicola = taxa.indexOf('klebsiella-variicola');
    const at = (locus: string): number => variicola * loci + manifest.markers!.loci.indexOf(locus);
    one.evidence.loci.copyWithin(variicola * loci, best * loci, (best + 1) * loci);
    one.evidence.loci[at('S22')] = -3;
    one.evidence.loci[at('L31')] = 0.5;
    for (const [ion, { locus, mass, charge }] of manifest.markers!.ions.entries()) {
      const isOwn = (locus === 'S22' && mass === 5280) || (locus === 'L31' && mass === 7742.9);
      if (isOwn && charge === 1) one.evidence.ions.set([3, mass, 12, 20], 4 * ion);
    }
    expect(spoken(callSpecies(one, manifest).reason)).toBe(
      'Named by S22 at 5280.00 and L31 at 7742.90, which tell it from K. variicola. ' +
        `16 of ${counted} loci fit K. pneumoniae; no marker speaks against it.`,
    );
  });

  it('refuses a spectrum outside the scope of the model before anything else', () => {
    const one = answer({ 'klebsiella-pneumoniae': 1 }, { peaks: 2 });
    const coarse = { points: 3000, mzFirst: 1960, mzLast: 20_000 };
    expect(callSpecies({ ...one, axes: [coarse] }, manifest)).toMatchObject({
      kind: 'none',
      label: 'Outside what the model was judged on',
      probability: null,
      rule: 'outside-scope',
    });
  });

  it('puts no probability into the sentence of a refused call', () => {
    for (const given of [{ peaks: 6 }, { score: 3 }, { supported: 2 }]) {
      const { reason } = callSpecies(answer({ 'klebsiella-pneumoniae': 0.97 }, given), manifest);
      expect(spoken(reason)).not.toMatch(/probab|0\.97|97\s?%/);
    }
  });
});

describe('refuse', () => {
  const manifest = readManifest('2.0.0');

  it('puts no name and no number into a refused call', () => {
    const call = refuse('no-spectrum', 'The acquisition is empty.', manifest);
    expect(call).toMatchObject({ label: 'No spectrum', taxon: null, probability: null });
  });
});

describe('a model without markers', () => {
  const manifest = readManifest('1.0.0');
  const { thresholds } = manifest;
  const classifier: ModelManifest = {
    ...manifest,
    kind: 'classifier',
    markers: null,
    groups: [],
    thresholds: { ...thresholds, species: 0, high: 0.9, moderate: 0.5, markers: null },
  };
  const callOf = (probability: number) => {
    const probabilities = manifest.taxa.map((_, t) =>
      t === 0 ? probability : (1 - probability) / 9,
    );
    return callSpecies({ probabilities, evidence: null, peaks: null }, classifier);
  };

  it('names its likeliest class, and states how certain the model itself is', () => {
    expect(callOf(0.9)).toMatchObject({ kind: 'species', confidence: 'high', rule: 'species' });
    expect(callOf(0.5)).toMatchObject({ kind: 'species', confidence: 'moderate', rule: 'species' });
    expect(callOf(0.49)).toMatchObject({
      kind: 'species',
      confidence: 'weak',
      rule: 'weak-species',
      reason:
        'The probability is small: below 50% the call is weak. The model gives K. pneumoniae a probability of 49.0%.',
    });
    expect(spoken(callOf(0.999).reason)).toContain('a probability of 99.9%.');
  });
});
