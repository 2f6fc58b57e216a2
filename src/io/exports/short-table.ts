import { csvLines } from './csv';
import { reviewColumns } from './review-output';
import {
  acquiredCell,
  type Column,
  contextOf,
  nextStepCell,
  type ResultTable,
  runCell,
  tableRows,
} from './table-rows';
import { tsvLine } from './tsv';
import { type ExportedJob, INTENDED_USE } from './types';
import { inEnglish } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

/** What a laboratory writes down of each sample. */
const COLUMNS: readonly Column[] = [
  { name: 'sample', cell: ({ sample }) => sample?.name ?? null },
  { name: 'spot', cell: ({ sample }) => sample?.spot ?? null },
  { name: 'species', cell: ({ sample }) => sample && inEnglish(labelOf(sample.call)) },
  { name: 'confidence', cell: ({ sample }) => sample?.call.confidence ?? null },
  { name: 'probability', cell: ({ sample }) => sample?.call.probability ?? null },
  { name: 'what_to_do', cell: nextStepCell },
  { name: 'run', cell: runCell },
  { name: 'acquired', cell: acquiredCell },
  { name: 'use', cell: () => INTENDED_USE },
];

/** Makes the short table: one row for each sample, and none for a spectrum that is part of no sample. */
function shortTable(exported: ExportedJob): ResultTable {
  const context = contextOf(exported);
  const columns = [...COLUMNS, ...reviewColumns(exported)];
  return {
    columns: columns.map(({ name }) => name),
    rows: {
      *[Symbol.iterator]() {
        for (const row of tableRows(exported, context)) {
          if (row.sample !== null) yield columns.map(({ cell }) => cell(row, context));
        }
      },
    },
  };
}

/** Yields the short table for spreadsheets, line by line. */
export function* exportShort(exported: ExportedJob): Generator<string, void, void> {
  const { columns, rows } = shortTable(exported);
  const line = csvLines(exported.decimal);
  yield `\ufeff${line(columns)}`;
  for (const row of rows) yield line(row);
}

/** Yields the short table as it is pasted into a spreadsheet, line by line. */
export function* copiedRows(exported: ExportedJob): Generator<string, void, void> {
  const { columns, rows } = shortTable(exported);
  yield tsvLine(columns);
  for (const row of rows) yield tsvLine(row);
}
