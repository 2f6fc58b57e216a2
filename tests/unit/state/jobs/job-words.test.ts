import { describe, expect, it } from 'vitest';
import { describeCounts } from '../../../../src/state/jobs/job-words';
import { jobRecord } from '../../storage/records';

describe('the size of a job in a list', () => {
  const counts = (changes: object) => {
    const record = jobRecord();
    return describeCounts({ ...record, ...changes, counts: { ...record.counts, ...changes } });
  };

  it('is how many of its samples are identified', () => {
    const calls = { 'klebsiella-pneumoniae': 1200, none: 40, unread: 4 };
    expect(counts({ samples: 1244, calls })).toBe('1,200 of 1,244 samples identified');
    expect(counts({ samples: 1, calls: { none: 1 } })).toBe('0 of 1 sample identified');
  });

  it('is its spectra as long as there is no sample', () => {
    expect(counts({ status: 'running', samples: 0, found: 96 })).toBe('96 spectra');
    expect(counts({ status: 'completed', samples: 0, found: 96 })).toBe('No samples');
  });
});
