import type { ImportReading } from '../../core/model-import/import-outline';
import type { ImportRole } from '../../core/model-import/recognise-file';
import { problem, type Problem } from '../../core/problem';
import type { InputFile } from '../../io/entry';
import type { JobRecord } from '../../storage/records';
import type { OutlineSheet } from './check-sheet';
import { sentence } from '../../words/told/sentence';

/** A drop that is not a run. No job is made of it. */
export interface NoRun {
  readonly problem: Problem;
  /** What can be done with it. */
  readonly offer:
    | { readonly kind: 'none' }
    | { readonly kind: 'sheet'; readonly sheet: InputFile }
    /** A model, a part of one, or a table of peaks to watch. */
    | { readonly kind: 'model'; readonly files: readonly InputFile[] };
}

/** Reads what kinds of files there are of a model. */
export type ReadModelFiles = (files: readonly InputFile[]) => Promise<ImportReading>;

/** Kinds of problems of a drop in which no spectrum can be. A damaged run, say, is another matter. */
const NO_RUN = /^(?:nothing-found|drop-empty|office-document|(?:format|archive|sheet)-.*)$/;
/** Files and bytes of a drop that is looked at for a sheet or a model. */
const MOST_FILES = 20;
const MOST_BYTES = 256e6;
/** A list of classes may be any text. */
const MODEL_ROLES: ReadonlySet<ImportRole> = new Set([
  'manifest',
  'onnx',
  'pickle',
  'features',
  'markers',
  'watch',
]);

/** @returns why the drop of an ended job was not a run; null if it was one */
export function whyNoRun({ status, problem: reason, counts, origin }: JobRecord): Problem | null {
  if (status !== 'failed' || reason === null || origin !== 'input' || counts.found > 0) return null;
  return NO_RUN.test(reason.kind) ? reason : null;
}

/**
 * Finds out what was dropped instead of a run.
 *
 * @param reason why nothing could be read
 */
export async function describeNoRun(
  reason: Problem,
  files: readonly InputFile[],
  outline: OutlineSheet,
  readModelFiles: ReadModelFiles,
): Promise<NoRun> {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  const other: NoRun = { problem: reason, offer: { kind: 'none' } };
  if (files.length === 0 || files.length > MOST_FILES || bytes > MOST_BYTES) return other;
  for (const sheet of files) {
    if (!TABLE_NAME.test(sheet.path)) continue;
    const read = await outline(sheet.path, sheet.blob);
    if (!read.ok) continue;
    const { rows, samples } = read.value;
    return {
      problem: problem(
        'dropped-sheet',
        sentence('job.droppedSheet', { path: sheet.path, rows, samples }),
        sentence('job.droppedSheetCure'),
        sheet.path,
      ),
      offer: { kind: 'sheet', sheet },
    };
  }
  const reading = await readModelFiles(files);
  const parts = reading.files.filter(({ role }) => MODEL_ROLES.has(role));
  const [first] = parts;
  if (first === undefined) return other;
  const isWatch = parts.every(({ role }) => role === 'watch');
  return {
    problem: problem(
      'dropped-model',
      sentence(isWatch ? 'job.droppedWatch' : 'job.droppedModel', { path: first.path }),
      sentence('job.droppedModelCure'),
      first.path,
    ),
    offer: { kind: 'model', files },
  };
}

const TABLE_NAME = /\.(?:tsv|csv|tab|txt|xls[xm])$/i;
