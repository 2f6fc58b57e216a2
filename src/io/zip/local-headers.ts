import { BlobWindow } from '../blob-bytes';
import { findDataDescriptor } from './data-descriptor';
import { DESCRIPTOR_FLAG, LOCAL_HEADER_BYTES, type ZipHeader } from './header';
import { readLocalHeader } from './read-local-header';
import { findSignature } from './signatures';

/** One entry that was found by its local header. */
export interface FoundEntry {
  readonly header: ZipHeader;
  /** The archive ends, or goes on with something else, before the entry's data is complete. */
  readonly cutOff: boolean;
}

/**
 * Entries of an archive whose central directory is lost or damaged, by the headers that stand before
 * each entry's data. After damage the search goes on at the next header. Reads the archive once, in
 * slices.
 * @throws UnreadableBlob
 */
export async function* scanLocalHeaders(
  blob: Blob,
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundEntry, void, void> {
  const window = new BlobWindow(blob, SCAN_WINDOW_BYTES);
  let at = 0;
  while (at + LOCAL_HEADER_BYTES <= blob.size && signal?.aborted !== true) {
    const local = await readLocalHeader(window, at);
    if (local === null) {
      const next = await findSignature(window, at + 1, signal);
      if (next === null) return;
      at = next.at;
      continue;
    }
    const { header, dataStart } = local;
    const sizeIsBehind = (header.flags & DESCRIPTOR_FLAG) !== 0 && header.compressedSize === 0;
    const descriptor = sizeIsBehind ? await findDataDescriptor(window, dataStart, signal) : null;
    if (descriptor !== null) {
      const { crc32, compressedSize, size, end } = descriptor;
      const span = dataStart - at + compressedSize;
      yield { header: { ...header, crc32, compressedSize, size, span }, cutOff: false };
      at = end;
      continue;
    }
    const end = dataStart + header.compressedSize;
    const cutOff = sizeIsBehind || end > blob.size;
    yield { header, cutOff };
    // A size that leads beyond the end may be wrong itself: the next header may come before.
    at = cutOff ? dataStart : end;
  }
}

const SCAN_WINDOW_BYTES = 4 * 1024 * 1024;
