import { describe, expect, it } from 'vitest';
import { exportPeakList, type ExportedPeakList } from '../../../../src/io/exports/peak-list';
import { safeFileName } from '../../../../src/io/exports/safe-file-name';
import { INTENDED_USE } from '../../../../src/io/exports/types';
import { searchSpectra, spectrumLabel } from '../../../../src/state/spectrum/search-spectra';
import { spectrumRow } from '../../storage/records';

const list: ExportedPeakList = {
  peaks: [
    { mz: 5_280.12345, counts: 12_340, height: 0.00123456789, overNoise: 41.26, marker: null },
    {
      mz: 10_062.6,
      counts: 77,
      height: 0.0001,
      overNoise: 4,
      marker: {
        locus: 'S15',
        charge: 1,
        expectedHere: 10_064.5,
        foundMz: 10_064.183,
        errorPpm: -31.5,
      },
    },
  ],
  spectrum: { name: '=SUM(A1), "x"', spot: 'A1', uid: 'uid-1', sha256: 'ab' },
  taxon: 'Genus alpha',
  model: { id: 'markers', version: '1.0.0' },
  appVersion: '1.2.3',
};

function cellsOf(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

describe('a peak list', () => {
  it('has a line for each peak, with its marker and its locus', () => {
    const [head, first, second] = cellsOf(exportPeakList(list, 'tsv'));
    const cell = (row: string[] | undefined, name: string) => row?.[head!.indexOf(name)];
    expect(head?.slice(0, 5)).toEqual(['mz', 'intensity', 'processed', 'over_noise', 'marker']);
    expect(cell(first, 'mz')).toBe('5280.123');
    expect(cell(first, 'intensity')).toBe('12340');
    expect(cell(first, 'processed')).toBe('0.00123457');
    expect(cell(first, 'marker')).toBe('');
    expect(cell(first, 'marker_taxon')).toBe('');
    // A mass above 10,000 keeps its decimals.
    expect(cell(second, 'mz')).toBe('10062.600');
    expect(cell(second, 'marker')).toBe('S15');
    expect(cell(second, 'marker_expected_here')).toBe('10064.500');
    expect(cell(second, 'marker_found_mz')).toBe('10064.183');
    expect(cell(second, 'marker_error_ppm')).toBe('-31.5');
    expect(cell(second, 'marker_taxon')).toBe('Genus alpha');
    for (const row of [first, second]) {
      expect(row).toHaveLength(head!.length);
      expect(cell(row, 'sha256')).toBe('ab');
      expect(cell(row, 'use')).toBe(INTENDED_USE);
    }
  });

  it('for spreadsheets is quoted, and no name becomes a formula', () => {
    const csv = exportPeakList(list, 'csv');
    expect(csv.startsWith('\ufeffmz,intensity,')).toBe(true);
    expect(csv).toContain('"\'=SUM(A1), ""x"""');
    expect(csv.split('\r\n')).toHaveLength(4);
  });

  it('without peaks and without a model is only a header', () => {
    const empty = { ...list, peaks: [], model: null, taxon: null };
    expect(cellsOf(exportPeakList(empty, 'tsv'))).toHaveLength(1);
  });
});

describe('a name as a file name', () => {
  it.each([
    ['KPN289 A7', 'KPN289 A7'],
    ["Île d'Yeu/α #1", "Île d'Yeu-α #1"],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u0000b\nc', 'a-b-c'],
    ['CON', '_CON'],
    ['aux.txt', '_aux.txt'],
    ['console', 'console'],
    ['. . .', 'spectrum'],
    ['half \ud800 pair', 'half  pair'],
  ])('%j is %j', (name, safe) => {
    expect(safeFileName(name, 'spectrum')).toBe(safe);
  });

  it('is cut without splitting a character', () => {
    const safe = safeFileName('😀'.repeat(100), 'x');
    expect(safe.length).toBeLessThanOrEqual(120);
    expect(safe).not.toMatch(/\p{Surrogate}/u);
    expect(safeFileName(`a${'😀'.repeat(100)}`, 'x')).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('a spectrum to compare with', () => {
  const call = {
    kind: 'species',
    taxon: 'genus-alpha',
    label: 'Genus alpha',
    confidence: 'high',
    probability: 0.99,
    rule: 'species',
  } as const;
  const rows = [
    spectrumRow(0, { name: 'KPN1', spot: 'A1', sha256: 'a' }),
    spectrumRow(1, { name: 'KPN2', spot: 'A2', sha256: 'b', call }),
    spectrumRow(2, { name: 'KPN12', spot: 'B1', sha256: null }),
    spectrumRow(3, { name: 'KPN13', spot: 'B2', sha256: 'c', status: 'failed' }),
  ];

  it('is found by name, spot or call, and is never one that cannot be read', () => {
    const found = (text: string, except: number | null = null) =>
      searchSpectra(rows, text, except).map(({ index }) => index);
    expect(found('')).toEqual([0, 1]);
    expect(found('', 0)).toEqual([1]);
    expect(found('kpn2')).toEqual([1]);
    expect(found('ALPHA a2')).toEqual([1]);
    expect(found(spectrumLabel(rows[0]!))).toEqual([0]);
    expect(found('B1')).toEqual([]);
  });
});
