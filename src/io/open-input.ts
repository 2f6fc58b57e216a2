import { problem, type Problem } from '../core/problem';
import { unreachable } from '../core/result';
import {
  cutOffProblem,
  isArchiveName,
  nestedArchiveProblem,
  refusedArchiveProblem,
} from './archive-problems';
import { blobBytes } from './blob-bytes';
import type { EntryData } from './entry';
import type { EntryEvent } from './entry-event';
import { gunzip } from './inflate/gunzip';
import type { RefusedFormat } from './refused-formats';
import { kindOfHead, sniff, SNIFF_BYTES } from './sniff';
import { entryTooLarge, type ListingContext, type SourceListing } from './source-listing';
import { blobStream, chunkStream, type ByteStream } from './tar/byte-stream';
import { isTarHeader, isZeroBlock } from './tar/header';
import { listTar } from './tar/list-tar';
import { listZip } from './zip/list-zip';
import { sentence } from '../words/told/sentence';

/** The kind of a dropped file. */
export type OpenedInput =
  | {
      readonly kind: 'archive';
      list(listing: SourceListing): AsyncGenerator<EntryEvent, void, void>;
    }
  | {
      readonly kind: 'loose';
      readonly path: string;
      readonly size: number;
      readonly data: EntryData;
      /** A format recognised by its bytes, whatever the file's name. */
      readonly format: RefusedFormat | null;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Determines a file's kind by its bytes. It does not open files that are wanted by their path inside a
 * folder, nor those without an extension, of which a flex folder has many, since each look costs a read.
 *
 * @throws UnreadableBlob
 */
export async function openInput(
  path: string,
  blob: Blob,
  context: ListingContext,
): Promise<OpenedInput> {
  const isInFolder = path.includes('/');
  if (isInFolder && (context.wanted(path) || !HAS_EXTENSION.test(path))) return loose(path, blob);
  const kind = isInFolder ? kindOfHead(await blobBytes(blob, 0, SNIFF_BYTES)) : await sniff(blob);
  switch (kind) {
    case 'zip':
      return { kind: 'archive', list: (listing) => listZip(blob, listing) };
    case 'tar':
      return { kind: 'archive', list: (listing) => listPlainTar(blob, listing) };
    case 'gzip':
      return openGzip(path, blob, context);
    case 'zip-empty':
    case 'zip-part':
    case '7z':
    case 'rar':
    case 'bzip2':
    case 'xz':
    case 'zstd':
      return { kind: 'refused', problem: refusedArchiveProblem(kind, path) };
    case 'office':
      return context.byContent.mayBe(path) ? loose(path, blob) : loose(path, blob, 'office');
    case 'thermo-raw':
      return loose(path, blob, 'raw');
    case 'imzml':
      return loose(path, blob, 'imzml');
    case 'file':
      return isArchiveName(path) && !context.wanted(path)
        ? { kind: 'refused', problem: notAnArchive(path, blob) }
        : loose(path, blob);
    default:
      return unreachable(kind);
  }
}

/** Stops the inflating even in the middle of a large file; it is never shown. */
const CANCELLED = problem(
  'cancelled',
  sentence('archive.listingCancelled'),
  sentence('told.startAgainCure'),
);

const HAS_EXTENSION = /\.[^./]+$/;

function loose(path: string, blob: Blob, format: RefusedFormat | null = null): OpenedInput {
  return { kind: 'loose', path, size: blob.size, data: { kind: 'blob', blob }, format };
}

function listPlainTar(blob: Blob, listing: SourceListing): AsyncGenerator<EntryEvent, void, void> {
  return listTar({ format: 'tar', blob, stream: blobStream(blob) }, listing);
}

/** Opens a gzip file, which contains a tar or a single file. */
async function openGzip(path: string, blob: Blob, context: ListingContext): Promise<OpenedInput> {
  const guard = (added: number, inflated: number, compressed: number) =>
    context.signal?.aborted === true
      ? CANCELLED
      : context.tally.addBytes(added, path, inflated, compressed);
  const stream = chunkStream(gunzip(blob, path, guard, context.openZlib));
  const head = await stream.peek(SNIFF_BYTES);
  const block = head.subarray(0, 512);
  if (block.length === 512 && (isTarHeader(block) || isZeroBlock(block))) {
    return { kind: 'archive', list: (listing) => listGzippedTar(stream, listing) };
  }
  try {
    const inner = path.replace(/\.gz$/i, '');
    if (stream.fault !== null && !context.wanted(inner)) {
      return { kind: 'refused', problem: stream.fault };
    }
    const kind = kindOfHead(head);
    if (kind === 'imzml') return loose(inner, blob, 'imzml');
    if (kind === 'thermo-raw') return loose(inner, blob, 'raw');
    if (kind !== 'file') {
      return { kind: 'refused', problem: nestedArchiveProblem(path, inner, 1) };
    }
    // Stays compressed, since its contents may be larger than memory allows.
    if (!context.wanted(inner)) return loose(context.byContent.mayBe(path) ? path : inner, blob);
    return await readGzipped(inner, stream, context);
  } finally {
    await stream.close();
  }
}

async function* listGzippedTar(
  stream: ByteStream,
  listing: SourceListing,
): AsyncGenerator<EntryEvent, void, void> {
  try {
    yield* listTar({ format: 'tar.gz', stream }, listing);
  } finally {
    await stream.close();
  }
}

async function readGzipped(
  path: string,
  stream: ByteStream,
  { limits }: ListingContext,
): Promise<OpenedInput> {
  const bytes = await stream.read(limits.entryBytes + 1);
  const fault =
    bytes.length > limits.entryBytes
      ? entryTooLarge(path, bytes.length, limits)
      : stream.fault && cutOffProblem(path);
  const data: EntryData =
    fault === null ? { kind: 'bytes', bytes } : { kind: 'unreadable', problem: fault };
  return { kind: 'loose', path, size: bytes.length, data, format: null };
}

function notAnArchive(path: string, blob: Blob): Problem {
  return problem(
    'archive-unknown',
    sentence(blob.size === 0 ? 'archive.emptyFile' : 'archive.notArchive', { path }),
    sentence('archive.copyOrPackAsCure'),
    path,
  );
}
