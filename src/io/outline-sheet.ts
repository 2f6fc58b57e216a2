import { type Problem, problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { readSheet } from './read-sheet';
import { sentence } from '../words/told/sentence';

/** What a person is told of a sample sheet before there is a run. */
export interface SheetOutline {
  readonly rows: number;
  readonly samples: number;
  /** Lines that were left out. */
  readonly warnings: readonly Problem[];
}

/** Reads a sample sheet for its outline. */
export async function outlineSheet(
  path: string,
  blob: Blob,
): Promise<Result<SheetOutline, Problem>> {
  const bytes = await blob.arrayBuffer().catch(() => null);
  if (bytes === null) return err(unreadable(path));
  const sheet = await readSheet(new Uint8Array(bytes), path);
  if (!sheet.ok) return sheet;
  const { rows, warnings } = sheet.value;
  const samples = new Set(rows.map(({ sampleId }) => sampleId)).size;
  return ok({ rows: rows.length, samples, warnings });
}

function unreadable(path: string): Problem<'sheet-unreadable'> {
  return problem(
    'sheet-unreadable',
    sentence('archive.sheetUnreadable', { path }),
    sentence('archive.checkMovedCure'),
    path,
  );
}
