import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkerTable } from '../../../../src/core/marker-model/parse-marker-table';
import { sortFiles } from '../../../../src/core/model-import/sort-files';
import { SHARED } from '../../../builders/plate';
import { inEnglish } from '../../../../src/words/in-words';

const CASES = new URL('data/cases/marker-tables/', SHARED);
const has = existsSync(CASES);

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, CASES)));

function tableOf(name: string) {
  const table = parseMarkerTable(bytesOf(name), name);
  if (!table.ok) throw new Error(inEnglish(table.error.message));
  return table.value;
}

describe.skipIf(!has)('a table of marker masses, as spreadsheets and R write it', () => {
  const same = [
    ...['header-da.csv', 'header-species.csv', 'percent.csv', 'semicolon-decimal-comma.csv'],
    ...['sep-line.csv', 'thousands.csv', 'utf16-tabs-comma.txt', 'duplicate.csv'],
  ];

  it.each(same)('%s has the rows of the plain table', (name) => {
    expect(tableOf(name).rows).toEqual(tableOf('control.csv').rows);
  });

  it.each(['NA.csv', 'empty-mass.csv'])('%s has all rows but the one without a mass', (name) => {
    const rows = tableOf('control.csv').rows.filter(
      ({ taxon, locus }) => !(taxon === 'Klebsiella oxytoca' && locus === 'L29'),
    );
    expect(tableOf(name).rows).toEqual(rows);
    expect(tableOf(name).notes.map(inEnglish).join(' ')).toContain('9');
  });

  it('reports how its headings were understood, and what was left out', () => {
    expect(tableOf('header-species.csv').notes.map(inEnglish).join(' ')).toContain(
      '"Species" as taxon',
    );
    expect(tableOf('header-da.csv').notes.map(inEnglish).join(' ')).toContain(
      '"Mass [Da]" as mass',
    );
    expect(tableOf('duplicate.csv').notes).toHaveLength(1);
    expect(tableOf('control.csv').notes).toEqual([]);
  });

  it.each([...same, 'NA.csv', 'empty-mass.csv', 'control.csv'])(
    '%s is recognised as a table of markers',
    (name) => {
      const { roles, subject } = sortFiles([{ path: name, bytes: bytesOf(name) }]);
      expect(roles.map(({ role }) => role)).toEqual(['markers']);
      expect(subject.ok).toBe(true);
    },
  );
});
