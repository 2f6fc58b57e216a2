import type { ArchiveEntry, InputFile } from '../../../src/io/entry';
import type { EntryEvent } from '../../../src/io/entry-event';
import { DEFAULT_IO_LIMITS, type IoLimits } from '../../../src/io/limits';
import { listEntries, type ListOptions } from '../../../src/io/list-entries';
import { readEntries } from '../../../src/io/read-entry';
import type { Problem } from '../../../src/core/problem';
import { inEnglish } from '../../../src/words/in-words';

/** The results of listing a drop, by kind. */
export interface Listing {
  readonly events: readonly EntryEvent[];
  readonly entries: readonly ArchiveEntry[];
  readonly problems: readonly Problem[];
  readonly listed: readonly Extract<EntryEvent, { kind: 'listed' }>[];
}

/** Returns whether the tests want a file: those of flex folders, `.txt` and sample sheets. */
export function isWanted(path: string): boolean {
  return /(^|\/)(fid|acqus?|info|runInfo\.json|sample_sheet\.tsv|[^/]*\.txt)$/.test(path);
}

export function file(path: string, ...parts: BlobPart[]): InputFile {
  return { path, blob: new Blob(parts) };
}

export async function list(
  files: readonly InputFile[],
  limits: Partial<IoLimits> = {},
  how: Pick<ListOptions, 'openZlib'> = {},
): Promise<Listing> {
  const events: EntryEvent[] = [];
  const options = { wanted: isWanted, limits: { ...DEFAULT_IO_LIMITS, ...limits }, ...how };
  for await (const event of listEntries(files, options)) events.push(event);
  return {
    events,
    entries: events.flatMap((event) => (event.kind === 'entry' ? [event.entry] : [])),
    problems: events.flatMap((event) => (event.kind === 'problem' ? [event.problem] : [])),
    listed: events.flatMap((event) => (event.kind === 'listed' ? [event] : [])),
  };
}

/** Returns each file's text by its path, or the kind of its problem in brackets. */
export async function texts(listing: Listing): Promise<Record<string, string>> {
  const data = listing.entries.map((entry) => entry.data);
  const results = await readEntries(data, DEFAULT_IO_LIMITS);
  return Object.fromEntries(
    listing.entries.map((entry, i) => {
      const result = results[i]!;
      const text = result.ok ? new TextDecoder().decode(result.value) : `[${result.error.kind}]`;
      return [entry.path, text];
    }),
  );
}

/** Returns the listed problems as kinds and messages. */
export function sentences(listing: Listing): Record<string, string> {
  return Object.fromEntries(
    listing.problems.map(({ kind, message }) => [kind, inEnglish(message)]),
  );
}
