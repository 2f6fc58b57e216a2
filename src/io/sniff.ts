import { blobBytes } from './blob-bytes';
import { officeFileOf } from './office-file';
import { isTarHeader } from './tar/header';
import { findEndRecord } from './zip/directory';

/** The kind of a file, determined by its bytes. */
export type FileKind =
  /** Has entries, or other bytes before the archive (a self-extracting program). */
  | 'zip'
  /** A document of an office program, which is no archive to anybody. */
  | 'office'
  | 'zip-empty'
  /** A part of an archive that was split over several files. */
  | 'zip-part'
  /** May contain a tar or a single file, which is known once it is opened. */
  | 'gzip'
  | 'tar'
  | '7z'
  | 'rar'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  /** Thermo's raw format. */
  | 'thermo-raw'
  | 'imzml'
  /** None of the above: a file by itself. */
  | 'file';

/** Number of bytes that `kindOfHead` needs from the start of a file. */
export const SNIFF_BYTES = 2048;

/**
 * Determines a file's kind from its first bytes, ignoring its name.
 * Sources: APPNOTE 6.3.10 4.3 (zip), RFC 1952 2.3.1 (gzip), POSIX.1-2017 pax (ustar), and each other
 * format's own specification for its signature.
 */
export function kindOfHead(head: Uint8Array): FileKind {
  if (officeFileOf(head) !== null) return 'office';
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, i) => head[i] === byte)) return kind;
  }
  // Checked after the signatures, since an old tar is recognised only by the checksum of its first header.
  if (head.length >= 512 && isTarHeader(head.subarray(0, 512))) return 'tar';
  if (isImzml(head)) return 'imzml';
  return 'file';
}

/**
 * Does the same as `kindOfHead`, and also looks at the end, since a zip may have other bytes before it.
 *
 * @throws UnreadableBlob
 */
export async function sniff(blob: Blob): Promise<FileKind> {
  const kind = kindOfHead(await blobBytes(blob, 0, SNIFF_BYTES));
  if (kind !== 'file') return kind;
  const end = await findEndRecord(blob);
  return end !== null && end.entries > 0 && end.shift !== null ? 'zip' : 'file';
}

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip-empty', [0x50, 0x4b, 0x05, 0x06]],
  ['zip-part', [0x50, 0x4b, 0x07, 0x08]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  // `BZh`, a level and the signature of the first block, since a text could begin with `BZh` alone.
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level): readonly [FileKind, readonly number[]] => [
    'bzip2',
    [0x42, 0x5a, 0x68, 0x30 + level, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  ]),
  // 0xA101, then `Finnigan` in UTF-16.
  ['thermo-raw', [0x01, 0xa1, 0x46, 0x00, 0x69, 0x00, 0x6e, 0x00, 0x6e, 0x00]],
];

/** Recognises an imzML, which is an mzML that declares the imaging vocabulary in its head. */
function isImzml(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head);
  return text.includes('<mzML') && /<cv\b[^>]*\bid="IMS"/.test(text);
}
