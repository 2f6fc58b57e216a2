import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes text piece by piece, to stdout or to a file, which is there only once it is whole.
 * @param file null for stdout
 */
export async function writeOutput(
  pieces: Iterable<string> | AsyncIterable<string>,
  file: string | null,
): Promise<void> {
  const text = Readable.from(inChunks(pieces));
  if (file === null) {
    await pipeline(text, process.stdout, { end: false });
    return;
  }
  const partial = `${file}.partial`;
  await pipeline(text, createWriteStream(partial));
  await rename(partial, file);
}

/** Pieces are lines, and a write a line is slow. */
async function* inChunks(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string, void, void> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
