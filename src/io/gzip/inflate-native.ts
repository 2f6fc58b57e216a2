import { pieces, type GzipEnd, type InflatedChunk } from './pieces';

const PIECE_BYTES = 64 * 1024;

/**
 * A gzip file inflated by the platform's DecompressionStream. A stream that errs throws away what it
 * had ready: so nothing more is written, and the end is not announced, before all that is ready was
 * taken. Browsers refuse anything behind the first member, padding too: that is `damaged` here.
 * @throws UnreadableBlob
 */
export async function* inflateNative(blob: Blob): AsyncGenerator<InflatedChunk, GzipEnd, void> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const read = () => reader.read().catch((error: unknown) => ({ error }));
  let reading = read();
  let compressed = 0;
  try {
    for await (const piece of pieces(blob, PIECE_BYTES)) {
      compressed += piece.length;
      const written = writer.write(piece).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      for (;;) {
        const first = await Promise.race([reading, written.then(soon)]);
        if (first === null) break;
        if ('error' in first) return 'damaged';
        if (first.done) break;
        yield { bytes: first.value, compressed };
        reading = read();
      }
    }
    writer.close().catch(() => undefined);
    for (;;) {
      const last = await reading;
      if ('error' in last) return isDataError(last.error) ? 'damaged' : 'truncated';
      if (last.done) return 'whole';
      yield { bytes: last.value, compressed };
      reading = read();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Lets a read that is already answered win the race: its promise needs a few turns to say so. */
async function soon<T>(value: T): Promise<T> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  return value;
}

/** Node inflates behind the writer's back, and may find damage after the last piece was taken. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR';
}
