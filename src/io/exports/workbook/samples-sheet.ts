import type { ColumnKind } from '../../workbook/types';
import { resultTable } from '../table';
import type { ExportedJob } from '../types';
import { headOf } from './heads';
import { inGroups, type Sheet } from './sheet';

/** Widths of columns whose texts are longer than their heads. */
const WIDTHS: Readonly<Record<string, number>> = {
  sample: 18,
  call: 32,
  counted_as: 32,
  reason: 60,
  what_to_do: 60,
  paths: 40,
  uids: 38,
  sha256: 40,
  warnings: 40,
  markers_found: 40,
  acquired: 24,
};

/** The samples: the columns and rows of the table in CSV. */
export function samplesSheet(exported: ExportedJob): Sheet {
  const { columns, rows } = resultTable(exported);
  return {
    name: 'samples',
    columns: columns.map((name) => {
      const width = WIDTHS[name];
      return {
        head: headOf(name),
        kind: kindOf(name),
        ...(width === undefined ? {} : { width }),
      };
    }),
    rows: inGroups(rows),
  };
}

function kindOf(name: string): ColumnKind {
  if (/(?:^|_)probability$|^noise$|^markers_found_part$/.test(name)) return 'percent';
  return name.endsWith('_mz') ? 'mz' : 'number';
}
