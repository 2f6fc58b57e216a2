import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeGuard, tallyPatterns } from '../../../../src/core/classify/describe-guard';
import { classesOfOtherGenera, generaOf, genusOf } from '../../../../src/core/classify/genus-names';
import { guardOfSample, patternWarning } from '../../../../src/core/classify/guard-of-sample';
import { guardVerdict } from '../../../../src/core/classify/guard-verdict';
import { guardedCall } from '../../../../src/core/classify/guarded-call';
import type { ModelAnswer } from '../../../../src/core/job/outcome';
import type { GuardVerdict, SpeciesCall } from '../../../../src/core/job/types';
import type { ModelManifest } from '../../../../src/core/model-pack/types';
import { problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import { spoken } from '../../../builders/spoken';

const models = new URL('../../../../public/models/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, models), 'utf8'));
const { models: listed } = read('index.json') as { models: { path: string }[] };
const guard = read(`${listed[0]!.path}/manifest.json`) as ModelManifest;
const loci = guard.markers!.loci.length;
const name = `${guard.id} ${guard.version}`;

/** @param best index of the likeliest taxon, all of whose loci have this evidence */
function answer(best: number, { evidence = 4, peaks = 40 } = {}): ModelAnswer {
  const places = guard.taxa.map((_, t) => t);
  return {
    probabilities: Float32Array.from(places, (t) => (t === best ? 1 : 0)),
    peaks,
    evidence: {
      scores: Float32Array.from(places, (t) => (t === best ? loci * evidence : -50)),
      loci: Float32Array.from({ length: guard.taxa.length * loci }, (_, i) =>
        Math.floor(i / loci) === best ? evidence : -4,
      ),
      ions: new Float32Array(4 * guard.markers!.ions.length),
      shiftPpm: 0,
      tiltPpmPerKda: 0,
      sensitivity: 1,
      lociSupported: 0,
      lociContradicted: 0,
    },
  };
}

function verdict(changes: Partial<GuardVerdict> = {}): GuardVerdict {
  return {
    pattern: 'no',
    model: 'guard 1.0.0',
    rule: 'no-pattern',
    label: 'No Klebsiella pattern',
    reason: 'Too few loci.',
    ...changes,
  };
}
const YES = verdict({ pattern: 'yes', rule: 'species', label: 'K. oxytoca', reason: null });
const POOR = verdict({ pattern: 'not-judged', rule: 'poor-spectrum', label: 'Poor spectrum' });
const OUTSIDE = verdict({ pattern: 'not-judged', rule: 'outside-scope', label: 'Outside' });

const call: SpeciesCall = {
  kind: 'species',
  taxon: 'alpha',
  label: 'Alpha',
  confidence: 'high',
  probability: 0.97,
  runnerUp: { taxon: 'beta', probability: 0.03 },
  rule: 'species',
  reason: 'The model gives alpha a probability of 0.97.',
};

describe('guardVerdict', () => {
  const outgroup = guard.taxa.findIndex((taxon) => taxon.outgroup);

  it('finds the pattern if the guard would name a species, and stores no reason', () => {
    expect(guardVerdict(ok(answer(0)), [], guard)).toEqual({
      pattern: 'yes',
      model: name,
      rule: 'species',
      label: guard.taxa[0]!.name,
      reason: null,
    });
  });

  it('finds no pattern if the markers do not fit, or fit an outgroup', () => {
    const unfit = guardVerdict(ok(answer(0, { evidence: -4 })), [], guard);
    expect(unfit).toMatchObject({ pattern: 'no', rule: 'no-pattern' });
    expect(unfit.label).toContain(guard.noPatternLabel);
    expect(spoken(unfit.reason)).toContain('Nothing that this model knows fits well');
    expect(guardVerdict(ok(answer(outgroup)), [], guard)).toMatchObject({
      pattern: 'no',
      rule: 'outgroup',
    });
  });

  it('does not judge spectra that are poor, outside the scope, or without an answer', () => {
    expect(guardVerdict(ok(answer(0, { peaks: 1 })), [], guard)).toMatchObject({
      pattern: 'not-judged',
      rule: 'poor-spectrum',
    });
    const axis = { points: 1_000, mzFirst: 5_000, mzLast: 6_000 };
    const outside = guardVerdict(ok(answer(0)), [axis], guard);
    expect(outside).toMatchObject({ pattern: 'not-judged', rule: 'outside-scope' });
    expect(spoken(outside.reason)).toContain('5,000');
    const lost = problem('model-answer', 'The model gave no probabilities.', 'Report it.');
    expect(guardVerdict(err(lost), [], guard)).toEqual({
      pattern: 'not-judged',
      model: name,
      rule: null,
      label: 'Not judged',
      reason: 'The model gave no probabilities.',
    });
  });
});

describe('guardedCall', () => {
  it('keeps the name and the numbers, is weak, and states the reason first', () => {
    const { reason, ...rest } = guardedCall(call, verdict(), false);
    expect(rest).toEqual({
      ...(({ reason: _, ...others }) => others)(call),
      confidence: 'weak',
      rule: 'weak-species',
    });
    expect(spoken(reason)).toBe(
      'No Klebsiella pattern. The marker model guard 1.0.0, which runs beside this one, says: “Too few ' +
        'loci.” A classifier names one of its classes whatever it sees. The model gives alpha a probability of 0.97.',
    );
  });

  it('keeps the rule of a group, and adds the finding to a call without a name', () => {
    const group = { ...call, kind: 'group', rule: 'group-unresolved' } as const;
    expect(guardedCall(group, verdict(), false)).toMatchObject({
      confidence: 'weak',
      rule: 'group-unresolved',
    });
    const none = {
      ...call,
      kind: 'none',
      confidence: 'none',
      rule: 'below-threshold',
      reason: 'Too small.',
    } as const;
    expect(guardedCall(none, verdict(), false)).toEqual({
      ...none,
      reason:
        'Too small. No Klebsiella pattern. The marker model guard 1.0.0, which runs beside this one, ' +
        'says: “Too few loci.”',
    });
  });

  it('changes nothing if there is a pattern, none was searched for, or another genus is named', () => {
    for (const found of [YES, POOR, OUTSIDE, undefined]) {
      expect(guardedCall(call, found, false)).toBe(call);
    }
    expect(guardedCall(call, verdict(), true)).toBe(call);
  });
});

describe('guardOfSample', () => {
  it('is the guard’s verdict on the mean, unless a spectrum is outside the scope', () => {
    expect(guardOfSample(YES, [verdict(), verdict()])).toBe(YES);
    expect(guardOfSample(YES, [YES, OUTSIDE])).toBe(OUTSIDE);
  });

  it('is the verdict on the spectra if the mean was not judged, and one with a pattern is enough', () => {
    expect(guardOfSample(undefined, [verdict(), YES, POOR])).toBe(YES);
    expect(guardOfSample(undefined, [POOR, verdict()])).toEqual(verdict());
    expect(guardOfSample(undefined, [POOR, OUTSIDE])).toBe(POOR);
    expect(spoken(guardOfSample(undefined, [verdict(), verdict()])?.reason)).toBe(
      'None of the 2 spectra that could be judged shows it. The first of them: Too few loci.',
    );
    const unanswered = verdict({ pattern: 'not-judged', rule: null });
    expect(guardOfSample(unanswered, [YES])).toBe(YES);
    expect(guardOfSample(unanswered, [])).toBe(unanswered);
    expect(guardOfSample(undefined, [])).toBeUndefined();
  });

  it('warns if some spectra have a pattern and others do not', () => {
    const rows = [
      { name: 'S', spot: 'A1', guard: YES },
      { name: 'S', spot: 'A2', guard: verdict() },
      { name: 'third', spot: '', guard: verdict() },
    ];
    expect(spoken(patternWarning(rows)?.message)).toBe(
      'Taken alone, 2 of the 3 spectra of this sample (A2, third) are called “No Klebsiella pattern”. The others ' +
        'show the pattern.',
    );
    expect(patternWarning(rows.slice(1))).toBeNull();
    expect(patternWarning([rows[0]!, { name: 'S', spot: 'A4', guard: POOR }])).toBeNull();
    expect(patternWarning([{ name: 'S', spot: 'A1' }])).toBeNull();
  });
});

describe('the genus in a name', () => {
  it.each([
    ['Klebsiella pneumoniae', 'Klebsiella'],
    ['Raoultella species', 'Raoultella'],
    ['Escherichia_coli', 'Escherichia'],
    ['K. pneumoniae', null],
    ['Kp1', null],
    ['3', null],
    ['No spectrum', null],
    ['pneumoniae', null],
    ['Klebsiella', null],
  ])('of %s is %s', (text, genus) => expect(genusOf(text)).toBe(genus));

  const taxaOf = (...names: readonly string[]) => ({
    taxa: names.map((text) => ({ ...guard.taxa[0]!, id: text, name: text })),
  });

  it('for the guard is one that the guard can name, and not one of its outgroups', () => {
    expect(generaOf(guard)).toEqual(['Klebsiella', 'Raoultella']);
  });

  it('is another one if it is written out and the guard does not name it', () => {
    const model = taxaOf('Klebsiella oxytoca', 'Escherichia coli', '4', 'Our klebsiella strain');
    expect([...classesOfOtherGenera(model, guard)]).toEqual(['Escherichia coli']);
    expect([...classesOfOtherGenera(taxaOf('Enterobacter (Klebsiella) x'), guard)]).toEqual([]);
  });
});

describe('the summary of a guarded job', () => {
  const ref = { id: 'g', version: '1.0.0', sha256: '', manifestSha256: '', genus: 'Klebsiella' };
  const watched = { kind: 'watched', guard: ref } as const;
  const counts = (...verdicts: (GuardVerdict | undefined)[]) =>
    tallyPatterns(verdicts.map((one) => (one === undefined ? {} : { guard: one })));

  it('counts the samples by what was found', () => {
    expect(counts(YES, verdict(), POOR, verdict(), undefined)).toEqual({
      yes: 1,
      no: 2,
      'not-judged': 1,
    });
  });

  it('says how many samples have no pattern', () => {
    expect(spoken(describeGuard(watched, counts(YES, verdict(), verdict(), POOR)))).toBe(
      '2 of 4 samples show no Klebsiella pattern: a name there is only the likeliest of the model’s own ' +
        'classes. 1 could not be judged.',
    );
    expect(spoken(describeGuard(watched, counts(verdict())))).toContain('1 of 1 sample shows no');
    expect(spoken(describeGuard(watched, counts(YES, YES)))).toBe(
      '2 of 2 samples show a Klebsiella pattern.',
    );
  });

  it('says why the job had no guard', () => {
    const off = { kind: 'not-watched', reason: 'That was switched off.' } as const;
    expect(spoken(describeGuard(off, counts()))).toBe(
      'This model cannot refuse, and no marker model ran beside it. That was switched off.',
    );
    const lost = problem('guard-lost', 'It was lost.', 'Load it.');
    expect(spoken(describeGuard({ kind: 'failed', problem: lost }, counts()))).toBe(
      'It was lost. Load it.',
    );
  });
});
