import { describe, expect, it, vi } from 'vitest';
import type { SampleRow, SpectrumRow } from '../../../../src/core/job/types';
import { samplesInSpotOrder } from '../../../../src/core/spot-order';
import { RowLists } from '../../../../src/state/jobs/row-lists';
import { RowsByIndex } from '../../../../src/state/jobs/rows-by-index';
import { sampleRow, spectrumRow } from '../../storage/records';

function jobOf(count: number) {
  const samples = new RowsByIndex<SampleRow>();
  const spectra = new RowsByIndex<SpectrumRow>();
  const add = (index: number) => {
    samples.put(sampleRow(index));
    spectra.put(spectrumRow(index));
  };
  for (let i = 0; i < count; i++) add(i);
  return { lists: new RowLists(samples, spectra), add };
}

describe('the rows of a running job', () => {
  it('are as they are now where they are few', () => {
    const { lists, add } = jobOf(10);
    expect(lists.prepare()).toBeNull();
    add(10);
    expect(lists.take().samples).toHaveLength(11);
  });

  it('are, where they are many, those whose order was found, and then those of now', async () => {
    const { lists, add } = jobOf(2_000);
    const prepared = lists.prepare();
    add(2_000);
    await prepared;
    const { samples, spectra } = lists.take();
    expect([samples.length, spectra.length]).toEqual([2_000, 2_000]);
    // Asked again, the order is the very same list.
    expect(samplesInSpotOrder(samples, spectra)).toBe(samplesInSpotOrder(samples, spectra));
    expect(lists.take().samples).toHaveLength(2_001);
  });

  it('are not prepared in a hidden page', () => {
    vi.stubGlobal('document', { hidden: true });
    const { lists } = jobOf(2_000);
    expect(lists.prepare()).toBeNull();
    vi.stubGlobal('document', { hidden: false });
    expect(lists.prepare()).not.toBeNull();
    vi.unstubAllGlobals();
  });

  it('are the very same lists until a row changes', async () => {
    const { lists, add } = jobOf(2_000);
    await lists.prepare();
    const prepared = lists.take();
    lists.forget();
    expect(lists.take()).toBe(prepared);
    add(5);
    expect(lists.take()).not.toBe(prepared);
  });

  it('are those of the end, whatever was prepared or is being prepared', async () => {
    const { lists, add } = jobOf(2_000);
    await lists.prepare();
    const second = lists.prepare();
    add(2_000);
    lists.forget();
    expect(lists.take().samples).toHaveLength(2_001);
    await second;
    expect(lists.take().samples).toHaveLength(2_001);
  });
});
