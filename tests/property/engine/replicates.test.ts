import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageVectors } from '../../../src/core/preprocess/average';
import { isSound } from '../../../src/core/classify/sound-replicate';
import {
  bookSample,
  classifierManifest,
  markerManifest,
  type Replicate,
  type ReplicateKind,
  vectorOf,
} from '../../builders/replicate-book';

const KINDS: readonly ReplicateKind[] = [
  ...(['alpha', 'beta', 'gamma', 'unsure', 'poor', 'foreign'] as const),
  ...(['empty', 'no bytes', 'broken'] as const),
];
const replicate = (...kinds: readonly ReplicateKind[]): fc.Arbitrary<Replicate> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    mark: fc.double({ min: 0, max: 1, noNaN: true }),
  });
const replicates = fc.array(replicate(...KINDS), { minLength: 1, maxLength: 8 });
const manifest = fc.constantFrom(markerManifest, classifierManifest);

/** Replicates, and an order in which they may be read. */
const shuffled = replicates.chain((list) =>
  fc.record({
    list: fc.constant(list),
    order: fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
  }),
);

const NEAR = 1e-12;

function expectNear(a: Float64Array | null, b: Float64Array | null): void {
  expect(a === null).toBe(b === null);
  a?.forEach((value, bin) => expect(Math.abs(value - b![bin]!)).toBeLessThan(NEAR));
}

/** Returns the parts of a sample's answer that must not depend on the order of its spectra. */
function answerOf({ sample }: ReturnType<typeof bookSample>) {
  const { kind, taxon, label, confidence, rule } = sample!.call;
  const warnings = sample!.warnings.map((warning) => warning.kind).sort();
  return { kind, taxon, label, confidence, rule, warnings };
}

describe('the mean of replicates', () => {
  it('does not depend on the order of the replicates', () => {
    fc.assert(
      fc.property(shuffled, manifest, ({ list, order }, model) => {
        const usual = bookSample(list, { manifest: model });
        const other = bookSample(list, { manifest: model, order });
        expectNear(other.mean, usual.mean);
        expect(other.leftOut).toEqual(usual.leftOut);
        expect(answerOf(other)).toEqual(answerOf(usual));
      }),
    );
  });

  it('does not depend on when the sheet is read, nor on which vectors a crash lost', () => {
    const lost = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(replicates, manifest, fc.nat(8), lost, (list, model, sheetAfter, isLost) => {
        const usual = bookSample(list, { manifest: model });
        const other = bookSample(list, {
          ...{ manifest: model, sheetAfter },
          lost: (place) => isLost[place]!,
        });
        // Every pass adds the vectors in the order of discovery, so that the sum is the same to the last bit.
        expect(other.mean).toEqual(usual.mean);
        expect(other.leftOut).toEqual(usual.leftOut);
        expect(answerOf(other)).toEqual(answerOf(usual));
      }),
    );
  });

  it('includes the spectra that are sound by themselves, or all usable ones if none is sound', () => {
    fc.assert(
      fc.property(replicates, (list) => {
        const alone = list.map((one) => bookSample([one]).sample!);
        const isUsable = (place: number) => alone[place]!.probabilities.length > 0;
        const places = [...list.keys()].filter(isUsable);
        const sound = places.filter((place) => isSound(alone[place]!.call.rule));
        const averaged = sound.length > 0 ? sound : places;
        const { mean, leftOut } = bookSample(list);
        if (averaged.length === 0) expect(mean).toBeNull();
        else expect(mean).toEqual(averageVectors(averaged.map((place) => vectorOf(list[place]!))));
        expect(leftOut).toEqual(places.filter((place) => !averaged.includes(place)));
      }),
    );
  });

  it('of a sound sample does not change with an additional flat spectrum, wherever it comes', () => {
    const sound = fc.array(replicate('alpha', 'beta', 'gamma', 'unsure'), {
      minLength: 1,
      maxLength: 5,
    });
    const more = fc.array(replicate('poor', 'empty', 'broken'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sound, more, fc.nat(5), (list, flat, at) => {
        const before = bookSample(list);
        const after = bookSample([...list.slice(0, at), ...flat, ...list.slice(at)]);
        expect(after.mean).toEqual(before.mean);
        const { taxon, label, confidence, probability, rule } = before.sample!.call;
        expect(after.sample!.call).toMatchObject({ taxon, label, confidence, probability, rule });
        expect(after.sample!.probabilities).toEqual(before.sample!.probabilities);
      }),
    );
  });
});
