import { describe, expect, it } from 'vitest';
import { computedFacts } from '../../../../src/state/results/computed-facts';
import { recordFacts } from '../../../../src/state/results/record-facts';
import { newJobRecord } from '../../../../src/state/jobs/job-record';
import { sampleJob } from '../../io/exports/sample-job';

const request = { title: 'Run', name: null, origin: 'input' } as never;
const record = { ...newJobRecord(request, '1.2.3'), model: sampleJob.model.ref };

function factsOf(...of: Parameters<typeof computedFacts>) {
  return Object.fromEntries(computedFacts(...of).map(({ label, value }) => [label, value]));
}

describe('computedFacts', () => {
  it('names version and commit, model with its checksums, and settings', () => {
    expect(factsOf({ record, manifest: sampleJob.model.manifest })).toEqual({
      'Computed by': 'ktyper 1.2.3',
      Commit: '0123456789abcdef0123456789abcdef01234567',
      Model: 'markers 1.0.0',
      'SHA-256 of the model': 'ab'.repeat(32),
      'SHA-256 of its manifest': 'ab'.repeat(32),
      Settings: expect.stringContaining('recipe spectracl-1; samples from each spectrum') as string,
    });
  });

  it('leaves out what an older version did not keep, and what is not known yet', () => {
    const older = { ...record, model: null, appCommit: null };
    expect(factsOf({ record: older, manifest: null })).toEqual({ 'Computed by': 'ktyper 1.2.3' });
  });
});

describe('recordFacts', () => {
  it('has the constants of the calibration', () => {
    const facts = recordFacts(sampleJob.spectra[0]!);
    expect(facts.find(({ label }) => label === 'Calibration')?.value).toBe(
      'ML1 5400000, ML2 417, ML3 -0.01, delay 19634, dwell 2',
    );
    expect(facts.some(({ label }) => label === 'Further calibration')).toBe(false);
  });
});
