import { describe, expect, it } from 'vitest';
import { parseSampleSheet } from '../../../src/core/sample-sheet/parse-sample-sheet';
import { inEnglish } from '../../../src/words/in-words';
import { spoken } from '../../builders/spoken';

const HEADER = 'spectrum_id\tsample_id\n';

function sheet(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return parseSampleSheet(bytes, 'sample_sheet.tsv');
}

function read(text: string) {
  const parsed = sheet(text);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  return parsed.value;
}

describe('a hostile sample sheet', () => {
  it('of more bytes or lines than any run needs is refused', () => {
    const lines = 'u\ts\n'.repeat(100_001);
    const refusals = [sheet(new Uint8Array(9 * 1024 * 1024)), sheet(HEADER + lines)];
    expect(refusals.map((parsed) => !parsed.ok && parsed.error.message)).toEqual([
      'The sample sheet has 9,437,184 bytes, more than any run needs, and was not read.',
      'The sample sheet has more than 100000 lines, more than any run needs, and was not read.',
    ]);
  });

  it('with a hundred thousand faults lists the first hundred, and counts the others', () => {
    const { rows, warnings } = read(`${HEADER}${'only one column\n'.repeat(100_000)}`);
    expect(rows).toEqual([]);
    expect(warnings).toHaveLength(101);
    expect(spoken(warnings[0]!.message)).toBe(
      'Line 2 of the sample sheet has no sample_id; it was left out.',
    );
    expect(spoken(warnings.at(-1)!.message)).toBe(
      'Another 99900 lines of the sample sheet were left out or contradict earlier ones.',
    );
  });

  it('with a quotation mark that never closes loses what follows, and reports the line', () => {
    const rest = Array.from({ length: 100 }, (_, i) => `u${i}\ts\n`).join('');
    const { rows, warnings } = read(`${HEADER}u\ts\nv\t"${rest}`);
    expect(rows).toEqual([{ spectrumId: 'u', sampleId: 's' }]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'Line 3 of the sample sheet has a name of more than 300 characters; it was left out.',
    ]);
  });

  it('keeps names that are markup, formulas or built-in properties, without text-direction marks', () => {
    const names = ['<script>alert(1)</script>', '=1+1', '__proto__', 'constructor', 'gnp\u202e'];
    const { rows } = read(HEADER + names.map((name) => `${name}\t${name}\n`).join(''));
    const kept = [...names.slice(0, -1), 'gnp'];
    expect(rows.map(({ spectrumId }) => spectrumId)).toEqual(kept);
    expect(rows.map(({ sampleId }) => sampleId)).toEqual(kept);
  });
});
