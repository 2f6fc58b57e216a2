import { expect, it } from 'vitest';
import { NEIGHBOURS, PARTS, type Similarity } from '../../../../src/core/similarity/compare-all';
import { pairAt, pairsOf } from '../../../../src/core/similarity/cosine';
import { findFindings } from '../../../../src/core/similarity/findings';

/** Makes a similarity of a function; what findings do not look at is empty. */
function similarityBy(count: number, of: (a: number, b: number) => number): Similarity {
  const cosines = new Int16Array(pairsOf(count));
  const neighbours = new Uint32Array(count * NEIGHBOURS).fill(count);
  for (let a = 0; a < count; a++) {
    const others = Array.from({ length: count }, (_, b) => b).filter((b) => b !== a);
    for (const b of others) cosines[pairAt(count, a, b)] = Math.round(of(a, b) * PARTS);
    others.sort((b, c) => of(a, c) - of(a, b));
    neighbours.set(others.slice(0, NEIGHBOURS), a * NEIGHBOURS);
  }
  const empty = new Uint32Array(0);
  return {
    count,
    cosines,
    neighbours,
    order: empty,
    left: empty,
    right: empty,
    height: new Float32Array(0),
    places: { middles: new Float64Array(0), firsts: empty, lasts: empty },
    clusters: empty,
    lines: [],
  };
}

const group = (one: number) => (one < 4 ? 'a' : 'b');
const byGroup = (a: number, b: number) => (group(a) === group(b) ? 0.9 : 0.6);
const calls = (...taxa: (string | null)[]) => taxa.map((taxon, sample) => ({ sample, taxon }));

it('finds nothing where spectra lie with their species', () => {
  const spectra = calls('a', 'a', 'a', 'a', 'b', 'b', 'b', 'b');
  expect(findFindings(similarityBy(8, byGroup), spectra)).toEqual([]);
});

it('names a spectrum that lies with another species than its call', () => {
  const spectra = calls('a', 'a', 'a', 'b', 'b', 'b', 'b', 'b');
  expect(findFindings(similarityBy(8, byGroup), spectra)).toMatchObject([
    { kind: 'other-species', spectrum: 3, taxon: 'b', among: 'a' },
  ]);
});

it('does not name the only one of its species, nor one without a species', () => {
  const spectra = calls('a', 'a', 'a', 'c', null, 'b', 'b', 'b');
  expect(findFindings(similarityBy(8, byGroup), spectra)).toEqual([]);
});

it('names a spectrum that is like no other, and nothing else of it', () => {
  const alone = (a: number, b: number) => (a === 7 || b === 7 ? 0.2 : byGroup(a, b));
  const spectra = calls('a', 'a', 'a', 'a', 'b', 'b', 'b', 'a');
  expect(findFindings(similarityBy(8, alone), spectra)).toMatchObject([
    { kind: 'alone', spectrum: 7 },
  ]);
});

it('names replicates that are unlike', () => {
  const spectra = calls('a', 'a', 'a', 'a', null, 'b', 'b', 'b');
  const sample = spectra.map((one, i) => ({ ...one, sample: i === 4 ? 0 : one.sample }));
  expect(findFindings(similarityBy(8, byGroup), sample)).toMatchObject([
    { kind: 'replicate', spectrum: 0, other: 4 },
    { kind: 'replicate', spectrum: 4, other: 0 },
  ]);
});

it('says nothing of two spectra', () => {
  expect(
    findFindings(
      similarityBy(2, () => 0),
      calls('a', 'b'),
    ),
  ).toEqual([]);
});
