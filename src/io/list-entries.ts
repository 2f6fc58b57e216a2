import { UnreadableBlob } from './blob-bytes';
import type { InputFile } from './entry';
import type { EntryEvent } from './entry-event';
import type { IoLimits } from './limits';
import type { OpenZlib } from './inflate/zlib';
import { openInput, type OpenedInput } from './open-input';
import { isClutter, normalisePath } from './paths';
import { type ByContent, SourceListing, type ListingContext } from './source-listing';
import { Tally } from './tally';

export interface ListOptions {
  /** Whether a file with this path is used. Only such files become entries and are held in memory. */
  readonly wanted: (path: string) => boolean;
  /** Selects further files by their contents, which become entries as well; none by default. */
  readonly byContent?: ByContent;
  readonly limits: IoLimits;
  /** Once aborted, the listing ends without another event. */
  readonly signal?: AbortSignal;
  /** Used for a .tar.gz; without it the platform inflates. */
  readonly openZlib?: OpenZlib;
}

/**
 * Lists everything that a user dropped as one stream of entries: loose files and folders as they are, and
 * the contents of archives, which are recognised by their bytes and not by their names. Advances at the
 * pace of its reader. A zip's entries are references, and those of a .tar.gz contain their bytes. Faults
 * are reported as events and affect only the file or archive they occur in. Does not change its inputs.
 */
export async function* listEntries(
  files: readonly InputFile[],
  options: ListOptions,
): AsyncGenerator<EntryEvent, void, void> {
  const { wanted, byContent = NOTHING, limits, signal, openZlib } = options;
  const contextOfInput = (): ListingContext => {
    return { wanted, byContent, limits, signal, openZlib, tally: new Tally(limits) };
  };
  let sources = 0;
  let looseFiles: SourceListing | null = null;
  for (const { path: name, blob } of files) {
    if (signal?.aborted === true) break;
    const path = normalisePath(name);
    if (path === '' || isClutter(path)) continue;
    const context = contextOfInput();
    const opened = await unlessUnreadable(openInput(path, blob, context), path);
    switch (opened.kind) {
      case 'refused':
        yield { kind: 'problem', problem: opened.problem, source: null };
        break;
      case 'archive':
        yield* listArchive(opened, new SourceListing(sources++, path, context));
        break;
      case 'loose':
        looseFiles ??= new SourceListing(sources++, null, contextOfInput());
        yield* addLoose(opened, looseFiles);
        break;
    }
  }
  if (looseFiles !== null && signal?.aborted !== true) yield* looseFiles.finish();
}

const NOTHING: ByContent = { mayBe: () => false, isUseful: () => false };

type Opened<Kind extends OpenedInput['kind']> = Extract<OpenedInput, { kind: Kind }>;

async function* listArchive(
  archive: Opened<'archive'>,
  listing: SourceListing,
): AsyncGenerator<EntryEvent, void, void> {
  try {
    yield* archive.list(listing);
  } catch (error) {
    if (!(error instanceof UnreadableBlob)) throw error;
    yield listing.problem(error.problem(listing.path));
  }
  if (listing.context.signal?.aborted !== true) yield* listing.finish();
}

function* addLoose(file: Opened<'loose'>, listing: SourceListing): Generator<EntryEvent> {
  if (listing.stopped) return;
  const { path, limit } = listing.consider(file.path, file.format);
  if (limit !== null) yield listing.problem(limit);
  if (path === null) return;
  const { size, data } = file;
  const event = listing.entry({ path, size, data, source: listing.source });
  if (event !== null) yield event;
}

async function unlessUnreadable(opening: Promise<OpenedInput>, path: string): Promise<OpenedInput> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof UnreadableBlob)) throw error;
    return { kind: 'refused', problem: error.problem(path) };
  }
}
