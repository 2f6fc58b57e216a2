import { deflateSync } from 'fflate';
import { crc32 } from '../../src/io/crc32';
import { MODIFIED, type ArchiveWriter, type Sink } from './archive-writer';
import type { Level } from './options';

const DOS_DATE = ((MODIFIED.year - 1980) << 9) | (MODIFIED.month << 5) | MODIFIED.day;
const DOS_TIME = MODIFIED.hour << 11;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const UTF8_NAME = 0x800;
const NONE_16 = 0xffff;
const NONE_32 = 0xffffffff;
const DEFLATED = 8;

/**
 * Writes a zip (PKWARE APPNOTE 6.3) file by file. Only the directory is kept until the end, about 200 bytes a
 * file. fflate's own streaming writer has no Zip64, which 65,535 files (16,000 spectra) need. Its deflate
 * gives the same bytes on every machine, which zlib's does not.
 */
export function zipWriter(sink: Sink, level: Level): ArchiveWriter {
  const directory: Uint8Array[] = [];
  let position = 0;
  const write = (bytes: Uint8Array): void => {
    sink(bytes);
    position += bytes.length;
  };

  return {
    add(path, bytes) {
      const name = new TextEncoder().encode(path);
      const compressed = deflateSync(bytes, { level });
      const shared = record([
        [2, UTF8_NAME],
        [2, DEFLATED],
        [2, DOS_TIME],
        [2, DOS_DATE],
        [4, crc32(bytes)],
        [4, compressed.length],
        [4, bytes.length],
        [2, name.length],
      ]);
      directory.push(centralHeader(shared, name, position));
      write(concat([record([[4, 0x04034b50], [2, VERSION_DEFLATE]]), shared, record([[2, 0]]), name])); // prettier-ignore
      write(compressed);
    },
    finish() {
      const start = position;
      directory.forEach(write);
      write(endOfDirectory(directory.length, start, position - start));
    },
  };
}

/** Makes a file's entry in the directory. Beyond 4 GiB, a Zip64 extra field has its offset. */
function centralHeader(shared: Uint8Array, name: Uint8Array, offset: number): Uint8Array {
  const isFar = offset >= NONE_32;
  const extra = isFar ? record([[2, 1], [2, 8], [8, offset]]) : new Uint8Array(0); // prettier-ignore
  const version = isFar ? VERSION_ZIP64 : VERSION_DEFLATE;
  return concat([
    record([[4, 0x02014b50], [2, version], [2, version]]), // prettier-ignore
    shared,
    record([
      [2, extra.length],
      [2, 0], // comment
      [2, 0], // disk
      [2, 0], // internal attributes
      [4, 0], // external attributes
      [4, isFar ? NONE_32 : offset],
    ]),
    name,
    extra,
  ]);
}

function endOfDirectory(files: number, start: number, size: number): Uint8Array {
  const isLarge = files >= NONE_16 || start >= NONE_32 || size >= NONE_32;
  const zip64 = isLarge
    ? [
        record([
          [4, 0x06064b50],
          [8, 44], // bytes that follow in this record
          [2, VERSION_ZIP64],
          [2, VERSION_ZIP64],
          [4, 0],
          [4, 0],
          [8, files],
          [8, files],
          [8, size],
          [8, start],
        ]),
        record([[4, 0x07064b50], [4, 0], [8, start + size], [4, 1]]), // prettier-ignore
      ]
    : [];
  return concat([
    ...zip64,
    record([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, Math.min(files, NONE_16)],
      [2, Math.min(files, NONE_16)],
      [4, Math.min(size, NONE_32)],
      [4, Math.min(start, NONE_32)],
      [2, 0],
    ]),
  ]);
}

/** Writes little-endian unsigned fields, each as [bytes, value]. */
function record(fields: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
