import { problem, type Problem } from '../../core/problem';
import {
  type GzipEnd,
  type InflatedChunk,
  inflateMembers,
  inflateNative,
  inflateZlib,
} from './gzip-engines';
import type { OpenZlib } from './zlib';
import { sentence } from '../../words/told/sentence';

/** Called after each chunk with the sums of bytes so far. A problem stops the inflating. */
export type InflateGuard = (added: number, inflated: number, compressed: number) => Problem | null;

/**
 * Inflates a gzip file chunk by chunk, at the pace of its reader. Everything before damage is yielded. A
 * chunk is valid until the next is requested.
 *
 * @param openZlib opens zlib; without it the platform inflates
 * @returns the reason why the data end early; null when they are whole
 * @throws UnreadableBlob
 */
export async function* gunzip(
  blob: Blob,
  path: string,
  guard: InflateGuard,
  openZlib?: OpenZlib,
): AsyncGenerator<Uint8Array<ArrayBuffer>, Problem | null, void> {
  let inflated = 0;
  /** Yields the bytes of `chunks` after the first `skipped` ones. */
  async function* give(
    chunks: AsyncGenerator<InflatedChunk, GzipEnd, void>,
    skipped: number,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, GzipEnd | Problem, void> {
    let toSkip = skipped;
    try {
      for (;;) {
        const next = await chunks.next();
        if (next.done === true) return next.value;
        const fresh = next.value.bytes.subarray(toSkip);
        toSkip = Math.max(0, toSkip - next.value.bytes.length);
        if (fresh.length === 0) continue;
        inflated += fresh.length;
        const stop = guard(fresh.length, inflated, next.value.compressed);
        if (stop !== null) return stop;
        yield fresh;
      }
    } finally {
      // If the reader stops early, this closes the stream.
      await chunks.return('whole');
    }
  }
  const zlib = (await openZlib?.()) ?? null;
  let end = yield* give(zlib === null ? inflateNative(blob) : inflateZlib(blob, zlib), 0);
  // The engine may refuse sound files, and withholds the bytes right before damage, so another one
  // continues.
  if (end === 'damaged') end = yield* give(inflateMembers(blob), inflated);
  if (typeof end === 'object') return end;
  return end === 'whole' ? null : faultOf(end, path);
}

function faultOf(end: 'truncated' | 'damaged', path: string): Problem {
  return end === 'truncated'
    ? problem(
        'gzip-truncated',
        sentence('archive.gzipTruncated', { path }),
        sentence('archive.copyForRestCure'),
        path,
      )
    : problem(
        'gzip-damaged',
        sentence('archive.gzipDamaged', { path }),
        sentence('archive.copyOrPackCure'),
        path,
      );
}
