import type { ImportFile } from '../../src/core/model-import/recognise-file';
import { markerHeadingOf } from '../../src/core/marker-model/marker-columns';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import type { ArchiveEntry, InputFile } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS, type IoLimits } from '../../src/io/limits';
import { listEntries } from '../../src/io/list-entries';
import { readEntries } from '../../src/io/read-entry';
import { tableText } from '../../src/io/table-text';

const MiB = 1024 * 1024;

/**
 * Limits for a model, which has few files; the largest that the runtime opens in a reasonable time has 52
 * MB.
 */
const LIMITS: IoLimits = {
  ...DEFAULT_IO_LIMITS,
  entryBytes: 256 * MiB,
  totalBytes: 512 * MiB,
  entries: 1_000,
};
const MOST_FILES = 20;

/** Reads all files that may be parts of a model: loose, in a folder, or in an archive. */
export async function listModelFiles(
  inputs: readonly InputFile[],
): Promise<Result<readonly ImportFile[], Problem>> {
  const entries: ArchiveEntry[] = [];
  const byContent = { mayBe: (path: string) => OFFICE_NAME.test(path), isUseful: () => true };
  const options = { wanted: () => true, byContent, limits: LIMITS };
  for await (const event of listEntries(inputs, options)) {
    if (event.kind === 'problem') return err(event.problem);
    if (event.kind !== 'entry') continue;
    entries.push(event.entry);
    if (entries.length > MOST_FILES) return err(TOO_MANY);
  }
  const bytes = await readEntries(
    entries.map(({ data }) => data),
    LIMITS,
  );
  const files: ImportFile[] = [];
  for (const [i, { path }] of entries.entries()) {
    const read = bytes[i]!;
    if (!read.ok) return err({ ...read.error, path });
    const text = await tableText(read.value, isTable, path);
    if (!text.ok) return text;
    files.push({ path, bytes: text.value });
  }
  return ok(files);
}

/** Workbooks, and documents that are refused by name. */
const OFFICE_NAME = /\.(?:xls[xm]?|ods)$/i;

function isTable(text: string): boolean {
  return markerHeadingOf(text) === 'whole';
}

const TOO_MANY = problem(
  'import-many',
  `These are more than ${MOST_FILES} files; a model has two or three.`,
  'Give the files of one model alone. A run of spectra goes on the page Identify.',
);
