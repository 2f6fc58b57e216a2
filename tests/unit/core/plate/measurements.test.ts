import { describe, expect, it } from 'vitest';
import { numberMeasurements } from '../../../../src/core/plate/measurements';
import { spotText } from '../../../../src/state/results/spot-text';
import { samplesInSpotOrder, spectraInSpotOrder } from '../../../../src/core/spot-order';
import { sampleRow, spectrumRow } from '../../storage/records';

function measured(index: number, spot: string, folder: string) {
  return spectrumRow(index, { name: 'species1', spot, path: `R/species1/0_${spot}/${folder}/fid` });
}

describe('the measurements of one spot', () => {
  // The order is arbitrary, as in an archive.
  const spectra = [
    measured(0, 'F11', '10/1SLin'),
    measured(1, 'F11', '2/1SLin'),
    measured(2, 'F12', '1/1SLin'),
    measured(3, 'F11', '1/1SLin'),
  ];

  it('are numbered by their folders, and a single one has no number', () => {
    expect([...numberMeasurements(spectra)].sort(([a], [b]) => a - b)).toEqual([
      [0, { number: 3, of: 3 }],
      [1, { number: 2, of: 3 }],
      [3, { number: 1, of: 3 }],
    ]);
  });

  it('are listed in this order, and so are their samples', () => {
    expect(spectraInSpotOrder(spectra).map(({ index }) => index)).toEqual([3, 1, 0, 2]);
    const samples = spectra.map(({ index, name, spot }) => sampleRow(index, { name, spot }));
    expect(samplesInSpotOrder(samples, spectra).map(({ index }) => index)).toEqual([3, 1, 0, 2]);
  });

  it('are stated after the spot of a sample that is one of them', () => {
    const numbers = numberMeasurements(spectra);
    expect(spotText({ spot: 'F11', spectra: [1] }, numbers)).toBe('F11, 2 of 3');
    expect(spotText({ spot: 'F12', spectra: [2] }, numbers)).toBe('F12');
    // The mean of all belongs to the spot as a whole.
    expect(spotText({ spot: 'F11', spectra: [0, 1, 3] }, numbers)).toBe('F11');
    expect(spotText({ spot: 'F11', spectra: [] }, numbers)).toBe('F11');
  });

  it('are numbered anew when the same plate gets another spectrum, or another row of one', () => {
    const first = measured(0, 'A1', '1/1SLin');
    const alone = measured(1, 'A2', '1/1SLin');
    const again = measured(1, 'A1', '2/1SLin');
    expect(numberMeasurements([first, alone]).size).toBe(0);
    expect(numberMeasurements([first, again]).get(1)).toEqual({ number: 2, of: 2 });
    const more = [first, alone, measured(2, 'A2', '2/1SLin')];
    expect(numberMeasurements(more).get(2)).toEqual({ number: 2, of: 2 });
    expect(numberMeasurements([first, alone]).size).toBe(0);
  });

  it('are found on a plate of a folder that claims the spots of another', () => {
    const spectra = [
      spectrumRow(0, { spot: 'A1', path: 'R/one/0_A1/1/1SLin/fid' }),
      spectrumRow(1, { spot: 'A1', path: 'R/two/0_A1/1/1SLin/fid' }),
      spectrumRow(2, { spot: 'A1', path: 'R/two/0_A1/2/1SLin/fid' }),
    ];
    expect([...numberMeasurements(spectra)]).toEqual([
      [1, { number: 1, of: 2 }],
      [2, { number: 2, of: 2 }],
    ]);
  });

  it('are those of one plate, and the same spot of another plate has its own', () => {
    const two = [
      spectrumRow(0, { spot: 'A1', path: 'mon.zip/RUN/S1/0_A1/1/1SLin/fid' }),
      spectrumRow(1, { spot: 'A1', path: 'tue.zip/RUN/S1/0_A1/1/1SLin/fid' }),
      spectrumRow(2, { spot: '', path: 'x.mzML' }),
      spectrumRow(3, { spot: '', path: 'y.mzML' }),
    ];
    expect(numberMeasurements(two).size).toBe(0);
  });
});
