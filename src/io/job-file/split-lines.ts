import type { Problem } from '../../core/problem';
import { gunzip, type InflateGuard } from '../inflate/gunzip';
import type { OpenZlib } from '../inflate/zlib';
import { isDeeper } from './exact-text';
import type { JobFileLimits } from './format';
import { damagedFile, tooLargeFile, truncatedFile } from './problems';

/**
 * Yields the lines of a gzip file, as far as they are whole.
 *
 * @returns why they end early; null when all are there
 * @throws UnreadableBlob
 */
export async function* splitLines(
  packed: Blob,
  path: string,
  limits: JobFileLimits,
  openZlib?: OpenZlib,
): AsyncGenerator<string, Problem | null, void> {
  const guard: InflateGuard = (_added, inflated, compressed) => {
    const isBomb = inflated > limits.ratioFrom && inflated > compressed * limits.ratio;
    return isBomb || inflated > limits.total ? tooLargeFile(path) : null;
  };
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const chunks = gunzip(packed, path, guard, openZlib);
  /** What is left of a line, in pieces: put together with each chunk, a long line would be copied each time. */
  let begun: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const next = await chunks.next();
      if (next.done === true) return ended(next.value, length, path);
      const text = decoded(decoder, next.value);
      if (text === null) return damagedFile(path);
      let at = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
        begun.push(text.slice(at, end));
        at = end + 1;
        const line = begun.join('');
        begun = [];
        length = 0;
        if (isDeeper(line, limits.depth)) return damagedFile(path);
        yield line;
      }
      begun.push(text.slice(at));
      length += text.length - at;
      if (length > limits.line) return tooLargeFile(path);
    }
  } finally {
    await chunks.return(null);
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function ended(fault: Problem | null, left: number, path: string): Problem | null {
  if (fault === null) return left === 0 ? null : truncatedFile(path);
  if (fault.kind === 'gzip-truncated') return truncatedFile(path);
  return fault.kind === 'gzip-damaged' ? damagedFile(path) : fault;
}
