import { problem, type Problem } from '../core/problem';
import { sentence } from '../words/told/sentence';
import { freeSeenBuffer } from '../core/free-buffer';

/**
 * Thrown when the platform cannot read a Blob's bytes: the file was changed, moved or deleted after it was
 * chosen, or its disk is gone. It becomes a problem where a source is listed (`list-entries.ts`) or a slice
 * is read (`read-entry.ts`), and never leaves this folder.
 */
export class UnreadableBlob extends Error {
  constructor(cause: unknown) {
    super('The file could not be read.', { cause });
    this.name = 'UnreadableBlob';
  }

  problem(path?: string): Problem {
    return problem(
      'file-unreadable',
      path === undefined
        ? sentence('archive.fileUnreadable')
        : sentence('archive.unreadable', { path }),
      sentence('archive.chooseAgainCure'),
      path,
    );
  }
}

/**
 * Reads `length` bytes from `start` on, or fewer when the Blob ends before.
 *
 * @throws UnreadableBlob
 */
export async function blobBytes(
  blob: Blob,
  start: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.slice(start, start + length).arrayBuffer());
  } catch (cause) {
    throw new UnreadableBlob(cause);
  }
}

/**
 * Reads a Blob through a window, for parsers that advance in small steps. A read of a Blob takes 0.7 ms in
 * Chromium, however small it is; without the window, the headers of a large run would take minutes.
 */
export class BlobWindow {
  private start = 0;
  private held: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(
    private readonly blob: Blob,
    private readonly windowBytes: number,
  ) {}

  get size(): number {
    return this.blob.size;
  }

  /**
   * Reads `length` bytes from `offset` on, or fewer when the Blob ends before.
   *
   * @returns a view, which is valid until the next call
   * @throws UnreadableBlob
   */
  async bytes(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = Math.min(offset + length, this.blob.size);
    if (offset >= end) return new Uint8Array(0);
    if (offset < this.start || end > this.start + this.held.length) {
      const read = await blobBytes(this.blob, offset, Math.max(length, this.windowBytes));
      freeSeenBuffer(this.held.buffer);
      this.held = read;
      this.start = offset;
      // A file that shrank since it was chosen has fewer bytes than its size says.
      if (this.held.length < end - offset) {
        throw new UnreadableBlob(new Error('The file is shorter than its size.'));
      }
    }
    return this.held.subarray(offset - this.start, end - this.start);
  }
}
