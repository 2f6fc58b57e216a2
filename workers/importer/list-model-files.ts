import type { ImportFile } from '../../src/core/model-import/recognise-file';
import { markerHeadingOf } from '../../src/core/marker-model/marker-columns';
import { refuseContainer } from '../../src/core/pickle/refuse-container';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import type { ArchiveEntry, InputFile } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS, type IoLimits } from '../../src/io/limits';
import { listEntries } from '../../src/io/list-entries';
import { readEntries } from '../../src/io/read-entry';
import { tableText } from '../../src/io/table-text';
import { unpackModel } from '../../src/io/unpack-model';
import { sentence } from '../../src/words/told/sentence';

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
  const { compressed, others } = await partInputs(inputs);
  for (const { path, blob } of compressed) {
    entries.push({ path, size: blob.size, data: { kind: 'blob', blob }, source: 0 });
  }
  const byContent = { mayBe: (path: string) => OFFICE_NAME.test(path), isUseful: () => true };
  const options = { wanted: () => true, byContent, limits: LIMITS };
  for await (const event of listEntries(others, options)) {
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
    const unpacked = await unpackModel(read.value, path, LIMITS.entryBytes);
    if (!unpacked.ok) return unpacked;
    const text = await tableText(unpacked.value, isTable, path);
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

/**
 * Separates the files that joblib.dump compressed with bz2 or xz from the others. Read as archives, they
 * would be refused with a sentence about archives; read as models, the sentence is about joblib.
 */
async function partInputs(inputs: readonly InputFile[]) {
  const compressed: InputFile[] = [];
  const others: InputFile[] = [];
  for (const input of inputs) {
    const isArchive = /\.(?:tar|tgz|tbz2?|txz)(?:\.\w+)?$/i.test(input.path);
    const isCompressed = !isArchive && (await isRefusedCompression(input.blob));
    (isCompressed ? compressed : others).push(input);
  }
  return { compressed, others };
}

async function isRefusedCompression(blob: Blob): Promise<boolean> {
  let head: Uint8Array;
  try {
    head = new Uint8Array(await blob.slice(0, 6).arrayBuffer());
  } catch {
    // The file cannot be read; listing it reports that.
    return false;
  }
  return refuseContainer(head)?.kind === 'pickle-joblib' && head[0] !== 0x1f && head[0] !== 0x78;
}

const TOO_MANY = problem(
  'import-many',
  sentence('modelPack.tooManyFiles', { most: MOST_FILES }),
  sentence('modelPack.tooManyFilesCure'),
);
