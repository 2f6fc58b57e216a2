import { describe, expect, it } from 'vitest';
import { historyPath } from '../../../../src/state/quality-history/history-address';
import type { SpectrumRow } from '../../../../src/core/job/types';

const measuredOn = (instrument: string | null) =>
  ({ record: { instrument } }) as Pick<SpectrumRow, 'record'>;

describe('the address of quality over time', () => {
  it('has the first instrument that a file of the job names', () => {
    const spectra = [{ record: null }, measuredOn(null), measuredOn('flex & 2'), measuredOn('b')];
    const path = historyPath({ origin: 'input' }, spectra);
    expect(path).toBe('/quality?instrument=flex+%26+2');
    expect(new URLSearchParams(path.split('?')[1]).get('instrument')).toBe('flex & 2');
  });

  it('tells an instrument of the example from one that exists', () => {
    expect(historyPath({ origin: 'example' }, [measuredOn('simulated')])).toBe(
      '/quality?instrument=example%3Asimulated',
    );
  });

  it('leaves the choice to the page where no file names one', () => {
    expect(historyPath({ origin: 'input' }, [{ record: null }, measuredOn('')])).toBe('/quality');
    expect(historyPath({ origin: 'input' }, [])).toBe('/quality');
  });
});
