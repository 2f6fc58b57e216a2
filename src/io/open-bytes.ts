import { problem, type Problem } from '../core/problem';
import { blobBytes, UnreadableBlob } from './blob-bytes';
import type { ArchiveEntry, EntryData } from './entry';
import { gunzip } from './inflate/gunzip';
import type { IoLimits } from './limits';
import type { OpenZlib } from './inflate/zlib';
import { readEntry } from './read-entry';
import { Tally } from './tally';
import { sentence } from '../words/told/sentence';

/** The bytes of a file in pieces. Returns the reason why they end early; null when they are complete. */
export type ByteSource = AsyncGenerator<Uint8Array, Problem | null, void>;

interface Context {
  readonly limits: IoLimits;
  readonly signal: AbortSignal;
  readonly openZlib: OpenZlib | undefined;
}

const PIECE_BYTES = 256 * 1024;

/**
 * Reads a file from beginning to end, at the pace of its reader, except that an entry of an archive is read
 * as a whole at first. A piece is valid until the next one is requested.
 *
 * @param isGzip whether the contents of the file are compressed once more
 */
export async function* openBytes(
  { path, data }: ArchiveEntry,
  isGzip: boolean,
  context: Context,
): ByteSource {
  try {
    const blob = await blobOf(data, context.limits);
    if (!(blob instanceof Blob)) return blob;
    if (isGzip) return yield* gunzip(blob, path, guardOf(path, context), context.openZlib);
    for (let at = 0; at < blob.size; at += PIECE_BYTES) {
      yield await blobBytes(blob, at, PIECE_BYTES);
    }
    return null;
  } catch (error) {
    if (error instanceof UnreadableBlob) return error.problem(path);
    throw error;
  }
}

async function blobOf(data: EntryData, limits: IoLimits): Promise<Blob | Problem> {
  if (data.kind === 'blob') return data.blob;
  const bytes = await readEntry(data, { ...limits, entryBytes: limits.documentBytes });
  return bytes.ok ? new Blob([bytes.value]) : bytes.error;
}

function guardOf(path: string, { limits, signal }: Context) {
  const tally = new Tally(limits);
  return (added: number, inflated: number, compressed: number) =>
    signal.aborted ? CANCELLED : tally.addBytes(added, path, inflated, compressed);
}

/** Stops the inflating even in the middle of a large file; it is never shown. */
const CANCELLED = problem(
  'cancelled',
  sentence('archive.readingCancelled'),
  sentence('told.startAgainCure'),
);

/**
 * Determines the encoding of an XML document, from its byte order mark or its declaration. Source: XML 1.0,
 * appendix F.
 */
export function xmlEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const text = String.fromCharCode(...head.subarray(0, 256));
  return /^\W*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1] ?? 'utf-8';
}
