import { createWriteStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { removedAtExit, targetOf } from './check-output';
import { asOutput } from './output-error';

type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>;

/**
 * Writes text or bytes piece by piece, to stdout or to a file. The file appears when it is complete; if the writing
 * fails, nothing of it stays. A device or a pipe is written to directly.
 *
 * @param file null for stdout
 * @throws OutputError when it cannot be written
 */
export async function writeOutput(pieces: Pieces, file: string | null): Promise<void> {
  const text = Readable.from(inChunks(pieces));
  if (file === null) {
    await asOutput('stdout', () => pipeline(text, process.stdout, { end: false }));
    return;
  }
  await asOutput(file, async () => {
    const known = await stat(file).catch(() => null);
    if (known !== null && !known.isFile() && !known.isDirectory()) {
      await pipeline(text, createWriteStream(file));
      return;
    }
    const target = await targetOf(file);
    const partial = `${target}.${process.pid}.partial`;
    const remove = removedAtExit(partial);
    try {
      // Open before the first piece: a stream that fails earlier would make the file after it was removed.
      const opened = await open(partial, 'wx');
      await pipeline(text, opened.createWriteStream());
      await rename(partial, target);
    } finally {
      remove();
    }
  });
}

/** Pieces are lines, and a write a line is slow. */
async function* inChunks(pieces: Pieces): AsyncGenerator<string | Uint8Array, void, void> {
  let chunk = '';
  for await (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (piece.length > 0) yield piece;
      continue;
    }
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
