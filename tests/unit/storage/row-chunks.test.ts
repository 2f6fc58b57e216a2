import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiText } from '../../../src/core/ascii';
import { encodeChunks, type RowBatch, RowLog } from '../../../src/storage/row-chunks';
import { sampleRow, spectrumRow } from './records';

function batchOf(parts: Partial<RowBatch>): RowBatch {
  return { spectra: [], samples: [], evidence: [], withdrawn: [], ...parts };
}

function readBack(batch: RowBatch) {
  const log = new RowLog();
  for (const chunk of encodeChunks(batch, null)) log.add(chunk);
  return log.rows();
}

describe('a chunk of rows', () => {
  it('is JSON in ASCII, whatever characters the rows have', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 40 }), (names) => {
        const spectra = names.map((name, index) => spectrumRow(index, { name }));
        const samples = names.map((name, index) => sampleRow(index, { name }));
        const chunks = encodeChunks(batchOf({ spectra, samples }), null);
        for (const chunk of chunks) {
          expect(chunk).toBeInstanceOf(Uint8Array);
          expect(asciiText(chunk as Uint8Array)).toMatch(/^[\0-\x7f]*$/);
        }
        expect(readBack(batchOf({ spectra, samples }))).toEqual({ spectra, samples });
      }),
    );
  });

  it('is whole when its rows take more room than most', () => {
    const name = 'K. “variicola” '.repeat(20_000);
    const spectra = [spectrumRow(0, { name }), spectrumRow(1)];
    expect(readBack(batchOf({ spectra })).spectra).toEqual(spectra);
  });

  it('has the words that it had before it was written row by row', () => {
    const samples = [sampleRow(3), sampleRow(4, { name: 'n−1' })];
    const [chunk] = encodeChunks(batchOf({ samples, withdrawn: [1, 2] }), {
      spectra: 5,
      samples: new Set([3, 4]),
    });
    expect(JSON.parse(asciiText(chunk as Uint8Array))).toEqual({
      spectra: [],
      samples,
      withdrawn: [1, 2],
      whole: { spectra: 5, samples: [3, 4] },
    });
  });

  it('is no text where one of its rows has a number that JSON does not know', () => {
    const good = spectrumRow(0);
    const spectra = [good, { ...spectrumRow(1), index: NaN }];
    const [chunk] = encodeChunks(batchOf({ spectra }), null);
    expect(chunk).toMatchObject({ spectra });
    // What was begun of it must not come into the next one.
    const [next] = encodeChunks(batchOf({ spectra: [good] }), null);
    expect(JSON.parse(asciiText(next as Uint8Array))).toMatchObject({ spectra: [good] });
  });
});
