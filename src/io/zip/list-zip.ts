import { emptyArchiveProblem } from '../archive-problems';
import { blobBytes } from '../blob-bytes';
import type { EntryEvent } from '../entry-event';
import { kindOfHead } from '../sniff';
import type { SourceListing } from '../source-listing';
import { type EndRecord, findEndRecord, readDirectory } from './directory';
import { scanLocalHeaders } from './local-headers';
import { DAMAGES, multiDiskProblem } from './problems';
import { ZipEntries } from './zip-entries';

/**
 * Lists the entries of a zip archive by its central directory. Where that is lost or damaged, recovers
 * entries by their local headers.
 *
 * @throws UnreadableBlob
 */
export async function* listZip(
  archive: Blob,
  listing: SourceListing,
): AsyncGenerator<EntryEvent, void, void> {
  const end = await findEndRecord(archive);
  yield {
    kind: 'archive',
    source: listing.source,
    path: listing.path,
    format: 'zip',
    entries: end?.entries ?? null,
  };
  if (end?.multiDisk === true) {
    yield listing.problem(multiDiskProblem(listing.path));
    return;
  }
  const found = new ZipEntries(archive, listing);
  let damage: keyof typeof DAMAGES | null = null;
  if (end === null || (await isOfInnerArchive(archive, end))) damage = 'no-directory';
  else if (end.shift === null) damage = 'bytes-missing';
  else if (!(yield* addDirectory(archive, end, found, listing))) damage = 'directory-damaged';
  if (damage !== null) yield* addLocalHeaders(archive, found, listing);
  for (const event of found.events()) {
    if (listing.context.signal?.aborted === true) return;
    yield event;
  }
  if (damage !== null) yield listing.problem(DAMAGES[damage](listing.path, found.readable));
  else if (found.files === 0) yield listing.problem(emptyArchiveProblem(listing.path));
}

/**
 * Returns whether an end record belongs to an inner archive. An archive that lost its end may end with a
 * stored archive that still has its own. The bytes before that one then begin with an entry, rather than
 * with a self-extracting program.
 */
async function isOfInnerArchive(archive: Blob, end: EndRecord): Promise<boolean> {
  if (end.shift === null || end.shift === 0) return false;
  return kindOfHead(await blobBytes(archive, 0, 4)) === 'zip';
}

/** @returns whether the directory was whole, or the listing has to stop anyway */
async function* addDirectory(
  archive: Blob,
  end: EndRecord,
  found: ZipEntries,
  listing: SourceListing,
): AsyncGenerator<EntryEvent, boolean, void> {
  const directory = readDirectory(archive, end);
  for (;;) {
    const next = await directory.next();
    // Old archives declare the count in 16 bits, which wrap.
    if (next.done === true) return next.value && found.count % 0x10000 === end.entries % 0x10000;
    for (const header of next.value) {
      const limit = found.addListed(header);
      if (limit !== null) yield listing.problem(limit);
      if (listing.stopped) return true;
    }
  }
}

async function* addLocalHeaders(
  archive: Blob,
  found: ZipEntries,
  listing: SourceListing,
): AsyncGenerator<EntryEvent, void, void> {
  for await (const { header, cutOff } of scanLocalHeaders(archive, listing.context.signal)) {
    const limit = found.addSaved(header, cutOff);
    if (limit !== null) yield listing.problem(limit);
    if (listing.stopped) return;
  }
}
