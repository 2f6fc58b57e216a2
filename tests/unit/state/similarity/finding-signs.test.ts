import { expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/similarity/findings';
import {
  findingsBySpectrum,
  signLegend,
  signsOf,
} from '../../../../src/state/similarity/finding-signs';

const findings: readonly Finding[] = [
  { kind: 'replicate', spectrum: 3, other: 1, similarity: 0.6 },
  { kind: 'alone', spectrum: 2, other: 0, similarity: 0.1 },
  {
    kind: 'other-species',
    spectrum: 3,
    other: 4,
    similarity: 0.9,
    taxon: 'kpneumoniae',
    among: 'koxytoca',
  },
];

it('a spectrum has a sign for each thing that stands out of it, and the others have none', () => {
  const kinds = findingsBySpectrum(findings);
  expect([0, 2, 3].map((spectrum) => signsOf(kinds.get(spectrum)))).toEqual(['', '○', '‖×']);
});

it('the legend has what occurs, once and in a fixed order', () => {
  expect(signLegend(findings).map(({ sign }) => sign)).toEqual(['○', '×', '‖']);
  expect(signLegend(findings.slice(1, 2))).toEqual([{ sign: '○', name: 'Like no other' }]);
  expect(signLegend([])).toEqual([]);
});
