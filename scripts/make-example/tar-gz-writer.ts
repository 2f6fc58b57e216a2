import { Gzip } from 'fflate';
import { MODIFIED, type ArchiveWriter, type Sink } from './archive-writer';
import type { Level } from './options';

const BLOCK = 512;
const LONGEST_NAME = 100;
const encoder = new TextEncoder();

/**
 * Writes a .tar.gz file by file: with POSIX pax headers (IEEE 1003.1) for paths over 100 bytes or outside
 * ASCII, and ustar headers for the others. fflate's deflate gives the same bytes on every machine, which
 * zlib's does not.
 */
export function tarGzWriter(sink: Sink, level: Level): ArchiveWriter {
  const gzip = new Gzip({ level, mtime: 0 }, sink);
  const member = (name: string, type: '0' | 'x', bytes: Uint8Array): void => {
    gzip.push(header(name, type, bytes.length));
    gzip.push(bytes);
    gzip.push(new Uint8Array(-bytes.length & (BLOCK - 1)));
  };
  return {
    add(path, bytes) {
      const length = encoder.encode(path).length;
      if (length <= LONGEST_NAME && length === path.length) return member(path, '0', bytes);
      const short = path.slice(-LONGEST_NAME).replaceAll(/[^ -~]/g, '_');
      member('PaxHeader/path', 'x', paxPath(path));
      member(short, '0', bytes);
    },
    finish() {
      gzip.push(new Uint8Array(2 * BLOCK), true);
    },
  };
}

/** Returns `LENGTH path=PATH\n`; LENGTH includes itself. */
function paxPath(path: string): Uint8Array {
  const rest = encoder.encode(` path=${path}\n`).length;
  let length = rest + String(rest).length;
  if (String(length).length > String(rest).length) length = rest + String(length).length;
  return encoder.encode(`${length} path=${path}\n`);
}

function header(name: string, type: '0' | 'x', size: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (offset: number, text: string): void => block.set(encoder.encode(text), offset);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${octal(size, 11)}\0`);
  put(136, `${octal(MODIFIED.unixSeconds, 11)}\0`);
  put(148, ' '.repeat(8)); // the checksum counts its own field as blanks
  put(156, type);
  put(257, 'ustar\u000000');
  put(
    148,
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
  );
  return block;
}
