import { describe, expect, it } from 'vitest';
import { looksLikeNumbers } from '../../../../src/core/open-formats/text/looks-like-numbers';
import { readTextSpectrum } from '../../../../src/core/open-formats/text/read-text-spectrum';
import { processProfile } from '../../../../src/core/preprocess/process-profile';
import { SPECTRACL_1 } from '../../../../src/core/preprocess/recipe';
import { bytesOf, makeProfile, profileText } from '../../../builders/open-spectra';
import { spoken } from '../../../builders/spoken';
import { inEnglish } from '../../../../src/words/in-words';

const PROFILE = makeProfile();

function taken(text: string | Uint8Array) {
  const read = readTextSpectrum('a.txt', typeof text === 'string' ? bytesOf(text) : text);
  if (!read.ok) throw new Error(`${read.error.kind}: ${inEnglish(read.error.message)}`);
  return read.value;
}

function refused(text: string) {
  const read = readTextSpectrum('a.txt', bytesOf(text));
  if (read.ok) throw new Error('it was read');
  expect(read.error.path).toBe('a.txt');
  expect(spoken(read.error.cure)).not.toBe('');
  return read.error;
}

const kinds = (read: ReturnType<typeof taken>) => read.warnings.map(({ kind }) => kind);

describe('a spectrum as text', () => {
  it.each([
    ['tabs', profileText(PROFILE)],
    ['blanks', profileText(PROFILE, { separator: '  ' })],
    ['a comma', profileText(PROFILE, { separator: ',' })],
    ['a comma and a blank', profileText(PROFILE, { separator: ', ' })],
    ['a semicolon', profileText(PROFILE, { separator: ';' })],
    ['a semicolon between blanks', profileText(PROFILE, { separator: ' ; ' })],
    ['several tabs', profileText(PROFILE, { separator: ' \t\t ' })],
    ['several tabs and quotes', profileText(PROFILE, { line: (m, i) => `"${m}"\t \t"${i}"` })],
    ['Windows line ends', profileText(PROFILE, { end: '\r\n' })],
    ['line ends of an old Mac', profileText(PROFILE, { end: '\r' })],
    [
      'a decimal comma and a semicolon',
      profileText(PROFILE, { line: (m, i) => `${m.replace('.', ',')};${i},0` }),
    ],
    [
      'a decimal comma and tabs',
      profileText(PROFILE, { line: (m, i) => `${m.replace('.', ',')}\t${i}` }),
    ],
    ['exponents', profileText(PROFILE, { line: (m, i) => `${m}e0 +${i}.0E+0` })],
  ])('is read with %s', (_, text) => {
    const read = taken(text);
    expect(read.spectrum.mz).toEqual(PROFILE.mz);
    expect(read.spectrum.intensity).toEqual(PROFILE.intensity);
    expect(read.warnings).toEqual([]);
    expect(read.measures).toMatchObject({ points: 20_700, mzFirst: 1999.8, mzLast: 20_000 });
    expect(read.measures.totalIntensity).toBe(PROFILE.intensity.reduce((sum, one) => sum + one, 0));
    expect(read.measures.maxIntensity).toBe(Math.max(...PROFILE.intensity));
  });

  it.each([
    ['# m/z   \tintensity \n', 1],
    ['"mass","intensity"\n', 1],
    ['# foo\n# bar\n\n"mass";"intensity"\n', 3],
  ])('has a header whose lines are counted: %j', (head, lines) => {
    const read = taken(profileText(PROFILE, { head, separator: '\t' }));
    expect(read.spectrum.mz).toEqual(PROFILE.mz);
    expect(read.warnings).toMatchObject([{ kind: 'text-lines-skipped', path: 'a.txt' }]);
    expect(spoken(read.warnings[0]!.message)).toContain(
      lines === 1 ? 'One line' : `${lines} lines`,
    );
  });

  it('may be in UTF-16', () => {
    const text = `\ufeff${profileText(PROFILE)}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer);
    expect(taken(bytes).spectrum.mz).toEqual(PROFILE.mz);
    expect(looksLikeNumbers(bytes.subarray(0, 1001), false)).toBe(true);
  });

  it('may have its columns in the other order', () => {
    const swapped = profileText(PROFILE, { line: (m, i) => `${i}\t${m}` });
    expect(kinds(taken(swapped))).toEqual(['text-columns-swapped']);
    expect(taken(swapped).spectrum.mz).toEqual(PROFILE.mz);
    const told = profileText(PROFILE, {
      head: 'intensity\tm/z\n',
      line: (m, i) => `${i}\t${m}`,
    });
    expect(kinds(taken(told))).toEqual(['text-lines-skipped', 'text-columns-swapped']);
  });

  it('may have numbered rows, as R writes them', () => {
    const head = '"","mass","intensity"\n';
    const line = (m: string, i: string, row: number) => `"${row}",${m},${i}`;
    expect(taken(profileText(PROFILE, { head, line })).spectrum.mz).toEqual(PROFILE.mz);
  });

  it('may repeat lines, which count once', () => {
    const text = profileText(PROFILE, {
      line: (m, i, row) => (row === 7 ? `${m} ${i}\n${m} ${i}` : `${m} ${i}`),
    });
    expect(taken(text).spectrum.mz).toEqual(PROFILE.mz);
    expect(kinds(taken(text))).toEqual(['text-lines-repeated']);
  });

  it('has negative intensities, which count as 0', () => {
    const text = profileText(PROFILE, {
      line: (m, i, row) => `${m} ${row % 2 === 0 ? '-3' : i}`,
    });
    const read = taken(text);
    expect(kinds(read)).toEqual(['negative-intensity']);
    expect(spoken(read.warnings[0]!.message)).toContain('10,350 of 20,700 intensities');
    expect(read.spectrum.intensity[1]).toBe(0);
  });

  it('may lack zeros that a converter left out, which are added again', () => {
    const { mz, intensity } = PROFILE;
    const isLeftOut = (m: number) => m > 15_000 && m < 15_100;
    const left = { mz: mz.filter((m) => !isLeftOut(m)), intensity: intensity.slice() };
    left.intensity = intensity.filter((_, i) => !isLeftOut(mz[i]!));
    const read = taken(profileText(left));
    expect(kinds(read)).toEqual(['gaps-filled']);
    expect(read.measures.points).toBe(PROFILE.mz.length);
    const at = read.spectrum.mz.findIndex((m) => m > 15_050);
    expect(read.spectrum.mz[at]).toBeCloseTo(mz[at]!, 1);
    expect(read.spectrum.intensity[at]).toBe(0);
  });
});

describe('a text that is not a spectrum as recorded', () => {
  it.each([
    ['nothing', '', 'text-no-numbers'],
    ['prose', 'Dear all,\nhere is the spectrum.\n', 'text-no-numbers'],
    ['five points', '1 6\n2 7\n3 8\n4 9\n5 10\n', 'peak-list'],
    [
      'a peak list with a head',
      'flexAnalysis\nSpectrum: 0_A1\n\nm/z\ttime\tIntens.\tSN\n2000.1\t30000\t12\t4\n2001.1\t30100\t12\t4\n',
      'peak-list',
    ],
    [
      'a peak list with seven lines of head, a repeated one among the lines',
      `flexAnalysis 3.4\n# Path: D:\\data\\KPN1\\0_A1\nDate;2021-03-01\nMethod: MBT\nSpots 1\n\n---\nm/z;Intens.;SN;Res.\n${'4365,2;1200;14,1;500\n'.repeat(2)}${'4366,2;1200;14,1;500\n'.repeat(90)}`,
      'peak-list',
    ],
    ['decimal commas between commas', '2000,1,12,0\n2000,5,13,0\n', 'text-commas'],
    ['another line in the middle', `${profileText(PROFILE)}the end\n`, 'text-line'],
    ['a line that is cut off', `${profileText(PROFILE)}20001.\n`, 'text-line'],
    ['infinity', `${profileText(PROFILE)}20001 Infinity\n`, 'text-line'],
    ['a number too large', `${profileText(PROFILE)}20001\t1e999\n`, 'spectrum-intensity'],
    ['unsorted m/z', `${profileText(PROFILE)}2000\t12\n`, 'text-unsorted'],
    ['an m/z twice', `${profileText(PROFILE)}20000\t1\n`, 'text-same-mz'],
    ['another range', profileText(makeProfile({ from: 700, to: 4_000 })), 'mass-range'],
    ['a range that is too short', profileText(makeProfile({ to: 12_000 })), 'mass-range'],
    ['points too far apart', profileText(makeProfile({ points: 3_000 })), 'sampled-coarsely'],
    [
      'no signal at all',
      profileText({ ...PROFILE, intensity: new Float64Array(20_700) }),
      'no-spectrum',
    ],
    [
      'several spectra in one table',
      profileText(PROFILE, { line: (m, i) => `${m},${i}.0,${i},${i}` }),
      'text-many-columns',
    ],
  ])('%s', (_, text, kind) => {
    expect(refused(text).kind).toBe(kind);
  });

  it('gives the number of the wrong line, and quotes only its beginning', () => {
    const { message } = refused(profileText(PROFILE, { head: '# head\n' }) + 'x'.repeat(500));
    expect(spoken(message)).toBe(
      `Line 20702 is not two numbers as the lines before it are: ${'x'.repeat(40)}...`,
    );
  });

  it.each(['\t', ';', ','])(
    'is refused quickly when it has a long row of blanks, with %j',
    (separator) => {
      const text = profileText(PROFILE, { separator });
      // In quadratic time this would take minutes.
      const { kind } = refused(`${text}20001${' '.repeat(400_000)}7 x\n`);
      expect(kind).toBe('text-line');
    },
  );

  it('is refused as processed if there is nothing between the peaks', () => {
    const intensity = PROFILE.intensity.map((counts) => (counts > 2_000 ? counts - 1_900.5 : 0));
    const { kind, message } = refused(profileText({ ...PROFILE, intensity }));
    expect(kind).toBe('processed');
    expect(spoken(message)).toMatch(/\d\d% of its points between m\/z 2,000 and 12,000 are 0/);
  });

  it('is read with a warning if it is smoothed and has no baseline', () => {
    const spectrum = { ...PROFILE, intensity: PROFILE.intensity.map((counts) => counts / 3) };
    expect(kinds(taken(profileText(spectrum)))).toEqual([]);
    const intensity = processProfile(SPECTRACL_1, spectrum).map((one) => Number(one.toFixed(12)));
    expect(kinds(taken(profileText({ ...PROFILE, intensity })))).toEqual(['looks-processed']);
  });

  it('is read with a warning if it has no baseline and no counts', () => {
    const intensity = PROFILE.intensity.map((_, i) =>
      i % 40 < 8 ? 0.001 + (i % 7) / 1e4 : 1.5 + (i % 13) / 9,
    );
    expect(kinds(taken(profileText({ ...PROFILE, intensity })))).toEqual(['looks-processed']);
    // The same values as counts are a weak spectrum.
    const counts = intensity.map((value) => Math.round(1000 * value));
    expect(kinds(taken(profileText({ ...PROFILE, intensity: counts })))).toEqual([]);
  });
});

describe('the check whether a file looks like numbers', () => {
  it.each([
    ['1 6\n2 7\n3 8\n', true],
    ['"mass","intensity"\n1,6\n2,7\n3,8', true],
    ['# m/z\n1;6\n2;7\n3;8', true],
    ['1 6\n2 7\n', false],
    ['spectrum_id\tsample_id\nKPN1\tA\n', false],
    ['Dear all,\n1 2\n', false],
    ['<?xml version="1.0"?>\n<mzML>\n1 2\n1 2\n1 2\n1 2', true],
    ['1 6\n2 7\n3 \u0000\n3 8\n', false],
  ])('decides for %j', (text, expected) => {
    expect(looksLikeNumbers(bytesOf(text), true)).toBe(expected);
  });

  it('ignores a last line that may be cut off, and tolerates a cut character', () => {
    expect(looksLikeNumbers(bytesOf('1 6\n2 7\n3 8'), false)).toBe(false);
    const cut = bytesOf('1 6\n2 7\n3 8\n4 9é').subarray(0, -1);
    expect(looksLikeNumbers(cut, false)).toBe(true);
  });
});
