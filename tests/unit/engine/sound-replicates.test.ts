import { describe, expect, it } from 'vitest';
import { callSpecies } from '../../../src/core/classify/call-species';
import { lowerConfidence } from '../../../src/core/classify/lower-confidence';
import { replicatePlaces } from '../../../src/core/classify/replicate-places';
import { averageVectors } from '../../../src/core/preprocess/average';
import {
  answerTo,
  bookSample,
  classifierManifest,
  markerManifest,
  type Replicate,
  type ReplicateKind,
  vectorOf,
} from '../../builders/replicate-book';
import { spoken } from '../../builders/spoken';

const kinds = (...list: readonly ReplicateKind[]): readonly Replicate[] =>
  list.map((kind, i) => ({ kind, mark: (i + 1) / 16 }));
const meanOf = (replicates: readonly Replicate[], ...places: readonly number[]) =>
  averageVectors(places.map((place) => vectorOf(replicates[place]!)));
const warningsOf = ({ sample }: ReturnType<typeof bookSample>) =>
  sample!.warnings.map(({ kind }) => kind);

describe('the mean of a marker model’s sample', () => {
  it('includes the sound spectra only, so that two flat ones do not obscure a good one', () => {
    const replicates = kinds('poor', 'poor', 'alpha');
    const job = bookSample(replicates);
    expect(job.mean).toEqual(vectorOf(replicates[2]!));
    expect(job.sample!.call).toMatchObject({
      taxon: 'genus-alpha',
      confidence: 'high',
      rule: 'species',
    });
    expect(spoken(job.sample!.call.reason)).toMatch(
      / Made from the one of 3 spectra that is sound\.$/,
    );
    expect(job.sample!.consensus).toMatchObject({
      spectra: 3,
      agreeing: 1,
      others: { silent: [0, 1] },
      contradictory: false,
      averaged: 'sound',
      leftOut: [0, 1],
    });
    expect(spoken(job.sample!.warnings)).toMatchObject([
      {
        kind: 'replicates-left-out',
        message:
          '2 of the 3 spectra of this sample were left out of its mean, since others are sound: ' +
          'A1 (1): Poor spectrum; A1 (2): Poor spectrum.',
      },
    ]);
  });

  it.each([
    ['poor', ['alpha', 'poor', 'alpha'], [1]],
    ['of no pattern', ['foreign', 'alpha', 'alpha'], [0]],
    ['both', ['poor', 'alpha', 'foreign', 'unsure'], [0, 2]],
    ['none that is certain of no species', ['unsure', 'alpha', 'unsure'], []],
    ['beside one that is certain of no species', ['poor', 'unsure'], [0]],
  ] as const)('leaves out those that are %s', (_, list, leftOut) => {
    const replicates = kinds(...list);
    const { mean, leftOut: told } = bookSample(replicates);
    expect(told).toEqual(leftOut);
    const sound = [...list.keys()].filter(
      (place) => !(leftOut as readonly number[]).includes(place),
    );
    expect(mean).toEqual(meanOf(replicates, ...sound));
  });

  it('includes all spectra if none is sound, and this is stated', () => {
    const replicates = kinds('poor', 'foreign', 'poor');
    const { mean, sample } = bookSample(replicates);
    expect(mean).toEqual(meanOf(replicates, 0, 1, 2));
    expect(sample!.call.kind).toBe('none');
    expect(spoken(sample!.call.reason)).toMatch(
      / Made from the mean of all 3 spectra: none is sound by itself\.$/,
    );
    expect(sample!.consensus).toMatchObject({ averaged: 'all' });
    expect(sample!.consensus!.leftOut).toBeUndefined();
  });

  it('comes without a note if all spectra are sound, and with the usual one for lost spectra', () => {
    const alike = bookSample(kinds('alpha', 'alpha'));
    const alone = callSpecies(answerTo(alike.mean!, markerManifest), markerManifest);
    expect(alike.sample).toMatchObject({ warnings: [], call: { reason: alone.reason } });
    const lost = bookSample(kinds('alpha', 'broken', 'empty'));
    expect(warningsOf(lost)).toEqual(['replicates-lost']);
    expect(lost.sample!.consensus).toBeNull();
    expect(bookSample(kinds('empty', 'empty')).sample!.call.rule).toBe('no-spectrum');
  });

  it.each([
    ['its vectors are lost to a crash', { lost: () => true }, 1],
    ['only the flat ones’ are', { lost: (place: number) => place !== 2 }, 0],
    ['only the sound one’s is', { lost: (place: number) => place === 2 }, 1],
    ['the sheet comes last', { sheetAfter: 4 }, 1],
    ['the sheet comes between them', { sheetAfter: 2 }, 0],
    ['the sheet comes after the sound one', { sheetAfter: 3 }, 1],
  ])('is the same if %s', (_, setup, passes) => {
    const replicates = kinds('poor', 'foreign', 'alpha', 'poor');
    const usual = bookSample(replicates);
    const job = bookSample(replicates, setup);
    expect(job.passes).toBe(passes);
    expect(job.mean).toEqual(usual.mean);
    expect(job.sample!.call).toEqual(usual.sample!.call);
    expect(job.sample!.consensus).toEqual(usual.sample!.consensus);
  });
});

describe('the mean of a classifier’s sample', () => {
  const original = { manifest: classifierManifest };

  it('includes all spectra, as in the original application, and this is stated', () => {
    const replicates = kinds('poor', 'poor', 'alpha');
    const job = bookSample(replicates, original);
    expect(job.mean).toEqual(meanOf(replicates, 0, 1, 2));
    expect(job.sample!.consensus).toMatchObject({ averaged: 'all-as-original' });
    expect(job.leftOut).toEqual([]);
    expect(spoken(job.sample!.call.reason)).toMatch(
      / Made from the mean of all 3 spectra, as the original application did\.$/,
    );
  });

  it.each([
    ['in the first pass', {}],
    ['after a crash', { lost: () => true }],
    ['where the sheet comes last', { sheetAfter: 9 }],
  ])('counts a spectrum without signal as zeros: %s', (_, setup) => {
    const replicates = kinds('alpha', 'empty', 'no bytes', 'broken', 'alpha');
    const job = bookSample(replicates, { ...original, ...setup });
    expect(job.mean).toEqual(
      averageVectors([vectorOf(replicates[0]!), new Float64Array(6), vectorOf(replicates[4]!)]),
    );
    expect(spoken(job.sample!.warnings)).toMatchObject([
      { kind: 'replicates-lost', message: expect.stringContaining('2 of the 5') as string },
      {
        kind: 'replicates-empty',
        message:
          '1 of the 5 spectra of this sample has no signal and counts as zeros in its mean, as in ' +
          'the original application.',
      },
    ]);
  });

  it('is absent if no spectrum has any signal', () => {
    const { sample, mean } = bookSample(kinds('empty', 'empty'), original);
    expect(mean).toBeNull();
    expect(sample!.call.rule).toBe('no-spectrum');
  });
});

describe('replicates that contradict one another', () => {
  it('lower the confidence of the sample’s call by a step, which the reason states', () => {
    const { sample } = bookSample(kinds('alpha', 'foreign', 'alpha'));
    expect(sample!.call).toMatchObject({ taxon: 'genus-alpha', confidence: 'moderate' });
    expect(spoken(sample!.call.reason)).toMatch(
      / The spectra of this sample contradict one another, so the confidence is moderate, not high\.$/,
    );
    expect(sample!.warnings[0]).toMatchObject({
      kind: 'replicates-contradict',
      message:
        'The spectra of this sample contradict one another: Genus alpha (A1 (1), A1 (3)); ' +
        'No Genus pattern (A1 (2)). The call is made from the mean, with less confidence.',
    });
  });

  it('do so with a classifier as well', () => {
    const { sample } = bookSample(kinds('alpha', 'alpha', 'gamma'), {
      manifest: classifierManifest,
    });
    expect(sample!.call).toMatchObject({ taxon: 'genus-alpha', confidence: 'weak' });
    expect(sample!.call.rule).toBe('weak-species');
    expect(sample!.call.probability).toBeCloseTo(2 / 3, 6);
  });

  it('turn moderate into weak, leave weak unchanged, and leave calls without a name unchanged', () => {
    const { sample } = bookSample(kinds('alpha', 'alpha'));
    const { call } = sample!;
    const lowered = lowerConfidence({ ...call, confidence: 'moderate' });
    expect(lowered).toMatchObject({ confidence: 'weak', rule: 'weak-species' });
    expect(lowerConfidence(lowered)).toMatchObject({ confidence: 'weak', rule: 'weak-species' });
    expect(spoken(lowerConfidence(lowered).reason)).toContain('so the confidence stays weak.');
    const group = { ...call, kind: 'group', rule: 'group-unresolved' } as const;
    expect(lowerConfidence({ ...group, confidence: 'moderate' })).toMatchObject({
      confidence: 'weak',
      rule: 'group-unresolved',
    });
    const none = { ...call, kind: 'none', confidence: 'none' } as const;
    expect(lowerConfidence(none)).toBe(none);
  });
});

describe('the names of replicates in sentences', () => {
  const row = (index: number, spot: string, path: string, name = 'K') => ({
    ...{ index, spot, path, name },
  });

  it('are their spots, or else their names, with what distinguishes equal ones', () => {
    const places = replicatePlaces([
      row(0, 'A1', 'r/K/0_A1/1/1SLin/fid'),
      row(1, 'A2', 'r/K/0_A2/1/1SLin/fid'),
      row(2, 'A2', 'r/K/0_A2/2/1SLin/fid'),
      row(3, '', 'r/x/fid', 'L'),
      row(4, 'A3', 'one/K/0_A3/1/1SLin/fid'),
      row(5, 'A3', 'two/K/0_A3/2/1SLin/fid'),
    ]);
    expect([...places.values()].sort()).toEqual([
      'A1',
      'A2 (1)',
      'A2 (2)',
      'A3 (one/1)',
      'A3 (two/2)',
      'L',
    ]);
  });
});
