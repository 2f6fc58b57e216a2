import type { Found } from '../../src/core/bruker/find-acquisitions';
import { parseAnalyteInfo, parseRunInfo } from '../../src/core/bruker/run-info';
import { atPath, type Problem } from '../../src/core/problem';
import { unreachable } from '../../src/core/result';
import { readSheet } from '../../src/io/read-sheet';
import type { ArchiveEntry, EntryData } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { type EntryBytes, readEntries } from '../../src/io/read-entry';
import type { ArchiveStep } from './api';

export type FoundEntry = Found<ArchiveEntry>;
export type FoundFile = Extract<FoundEntry, { entry: ArchiveEntry }>;
export type FoundSpectrum = Exclude<FoundEntry, FoundFile>;

export function acquisitionStep(found: FoundSpectrum, source: number): ArchiveStep {
  if (found.kind === 'fid-absent') return { ...found, source };
  const { path, fid, acqu } = found;
  return {
    kind: 'acquisition',
    source,
    path,
    size: fid.size,
    fid: fid.data,
    acqu: acqu?.data ?? null,
  };
}

/** Number of files that are read together; all of an archive's could exceed the memory. */
const READ_AT_ONCE = 32;

export async function* readFiles(
  files: readonly FoundFile[],
  source: number,
  takesSheets: boolean,
): AsyncGenerator<ArchiveStep, void, void> {
  const wanted = files.filter((file) => takesSheets || file.kind !== 'sample-sheet');
  for (let at = 0; at < wanted.length; at += READ_AT_ONCE) {
    const batch = wanted.slice(at, at + READ_AT_ONCE);
    const contents = await readAll(batch.map((file) => file.entry.data));
    for (const [i, file] of batch.entries()) {
      const step = await fileStep(file, contents[i]!, source);
      if (step !== null) yield step;
    }
  }
}

/** Makes the step of a file that names spectra; null when it turns out not to be one. */
async function fileStep(
  { kind, path }: FoundFile,
  bytes: EntryBytes,
  source: number,
): Promise<ArchiveStep | null> {
  switch (kind) {
    case 'sample-sheet':
      return sheetStep(bytes, path);
    case 'run-info': {
      const run = bytes.ok ? parseRunInfo(bytes.value, path) : bytes;
      return run.ok ? { kind, source, path, run: run.value } : problemStep(run.error, path);
    }
    case 'analyte-info': {
      if (!bytes.ok) return problemStep(bytes.error, path);
      const run = parseAnalyteInfo(bytes.value);
      return run === null ? null : { kind, source, path, run };
    }
    default:
      return unreachable(kind);
  }
}

/** @returns the step of a sheet for the whole drop, or of what is wrong with it */
export async function sheetStep(bytes: EntryBytes, path: string): Promise<ArchiveStep> {
  if (!bytes.ok) return problemStep(bytes.error, path);
  const sheet = await readSheet(bytes.value, path);
  return sheet.ok ? { kind: 'sample-sheet', sheet: sheet.value } : problemStep(sheet.error, path);
}

function problemStep(problem: Problem, path: string): ArchiveStep {
  return { kind: 'problem', problem: atPath(problem, path), of: 'file' };
}

export function readAll(data: readonly EntryData[]): Promise<readonly EntryBytes[]> {
  return readEntries(data, DEFAULT_IO_LIMITS);
}
