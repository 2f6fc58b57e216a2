import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runnerUpOf } from '../../../../src/core/classify/group-members';
import type { SampleRow } from '../../../../src/core/job/types';
import { formatPercent } from '../../../../src/core/text';
import { cellText, shownRunnerUp } from '../../../../src/state/results/call-words';
import { sampleRow } from '../../storage/records';
import { manifest } from '../manifest';

const species = sampleRow(0).call;
const group = (probabilities: readonly number[]): SampleRow =>
  sampleRow(0, {
    probabilities,
    call: {
      ...species,
      kind: 'group',
      taxon: 'alpha-complex',
      label: 'G. alpha complex, species not resolved',
      rule: 'group-unresolved',
      // An older version stored a member of the group here.
      runnerUp: { taxon: 'genus-beta-minor', probability: probabilities[1] ?? 0 },
    },
  });

describe('the row of a group', () => {
  it('names its likeliest members, and a runner-up outside the group', () => {
    const row = group([0.684, 0.299, 0.017]);
    expect(cellText(manifest, row)).toBe(
      'G. alpha complex: G. alpha 68.4%, G. beta subsp. minor 29.9%',
    );
    expect(shownRunnerUp(manifest, row)).toEqual({ taxon: 'other-gamma', probability: 0.017 });
  });

  it('names a species once if only its subspecies is unresolved', () => {
    const groups = [{ ...manifest.groups[0]!, shortName: 'G. beta' }];
    expect(cellText({ ...manifest, groups }, group([0.1, 0.9, 0]))).toBe(
      'G. beta: subsp. minor 90.0%, G. alpha 10.0%',
    );
  });

  it('leaves out a member that is almost impossible', () => {
    expect(cellText(manifest, group([0.95, 0.001, 0.049]))).toBe(
      'G. alpha complex: G. alpha 95.0%',
    );
  });

  it('shows its label if the members or their probabilities are unknown', () => {
    const row = group([0.684, 0.299, 0.017]);
    expect(cellText(null, row)).toBe(row.call.label);
    expect(cellText(manifest, group([]))).toBe('G. alpha complex, species not resolved');
    expect(shownRunnerUp(null, row)).toEqual(row.call.runnerUp);
  });

  it('never shows more than 100% for its members and the runner-up together', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(parts, (raw) => {
        const sum = raw.reduce((a, b) => a + b, 0) || 1;
        const row = group(raw.map((one) => one / sum));
        const told = [
          ...cellText(manifest, row).matchAll(/([\d.]+)%/g),
          ...formatPercent(runnerUpOf(row, manifest)!.probability).matchAll(/([\d.]+)%/g),
        ].map(([, percent]) => Number(percent));
        // A value below 0.1 is shown as <0.1%, which may add up to 0.1 for each.
        expect(told.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(100.3);
      }),
    );
  });
});
