import { problem, type Problem } from '../../src/core/problem';
import type { ArchiveEntry, InputFile } from '../../src/io/entry';
import { sentence } from '../../src/words/told/sentence';

/**
 * Names of the parts of one download, in which only a number differs: `run-20260101T000000Z-1-002.zip` of Google
 * Drive, `OneDrive_2_1-1-2026.zip`, and `run-part2.zip` of people.
 */
const PART_NAMES = [
  /^(?<stem>onedrive_)\d{1,3}(?<rest>_.*)\.zip$/i,
  /^(?<stem>.*?)[-_. ]*(?:part|teil|partie|parte)?[-_. ]*\d{1,3}(?<rest>)\.zip$/i,
];

/** Archives that may be the parts of one download, by their names. */
export class PartGroups {
  /** [archive] the key of its group. */
  readonly #groups = new Map<string, string>();

  constructor(files: readonly InputFile[]) {
    const members = new Map<string, string[]>();
    for (const { path } of files) {
      const key = keyOf(path);
      if (key !== null) members.set(key, [...(members.get(key) ?? []), path]);
    }
    for (const [key, paths] of members) {
      if (paths.length > 1) for (const path of paths) this.#groups.set(path, key);
    }
  }

  /** @returns the key of an archive's group; null where there is no other part of it */
  of(path: string): string | null {
    return this.#groups.get(path) ?? null;
  }
}

function keyOf(path: string): string | null {
  const at = path.lastIndexOf('/') + 1;
  for (const pattern of PART_NAMES) {
    const { stem, rest } = pattern.exec(path.slice(at))?.groups ?? {};
    if (stem !== undefined && stem !== '') {
      return `${path.slice(0, at)}${stem.toLowerCase()}*${rest}`;
    }
  }
  return null;
}

/** One archive of a group, with what is wanted in it. */
export interface Part {
  readonly source: number;
  readonly path: string;
  readonly entries: ArchiveEntry[];
}

/**
 * Whether archives whose names say so are indeed parts of one download: they have a folder in common, and no file
 * twice. Two runs that are called `run_1.zip` and `run_2.zip` have folders of their own, or the same files.
 */
export function areOneRun(parts: readonly Part[]): boolean {
  const seen = new Set<string>();
  for (const { entries } of parts) {
    for (const { path } of entries) {
      if (seen.has(path)) return false;
      seen.add(path);
    }
  }
  const [first, ...others] = parts.map(
    ({ entries }) => new Set(entries.map(({ path }) => path.slice(0, path.indexOf('/') + 1))),
  );
  return others.every((roots) => [...roots].some((root) => root !== '' && first!.has(root)));
}

/** What is said of parts that are read as one run. */
export function partsJoined(parts: readonly Part[]): Problem {
  const paths = parts.map(({ path }) => path);
  return problem(
    'parts-joined',
    sentence('archive.partsJoined', { paths: { list: paths } }),
    sentence('archive.partsJoinedCure'),
    paths[0],
  );
}
