import { describe, expect, it } from 'vitest';
import type { Consensus } from '../../../../src/core/job/types';
import { rowNote } from '../../../../src/state/results/row-note';
import { sample } from '../../io/exports/sample-job';

describe('the note of a row', () => {
  const consensus: Consensus = {
    spectra: 3,
    agreeing: 1,
    others: {},
    majority: null,
    contradictory: false,
    averaged: 'sound',
  };
  const note = (own: Consensus | null, spectra: readonly number[] = [0, 1, 2]) =>
    rowNote(sample(0, { spectra, consensus: own }));

  it('states how many spectra the call is made from', () => {
    expect(note(consensus)).toBe('Mean of 3 spectra.');
    expect(note({ ...consensus, leftOut: [1] })).toBe('Mean of 2 of 3 spectra.');
    expect(note({ ...consensus, leftOut: [0, 1] })).toBe('One of 3 spectra.');
    expect(note({ ...consensus, spectra: 2 })).toBe('Mean of 2 of 3 spectra.');
    expect(note(null)).toBe('One of 3 spectra.');
    expect(note(null, [0])).toBe('');
  });
});
