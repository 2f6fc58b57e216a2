import { decodeName } from '../decode-name';
import type { ByteStream } from './byte-stream';
import { BLOCK_BYTES, isZeroBlock, parseTarHeader, type TarHeader } from './header';
import { parsePaxRecords } from './pax';

/** A file of a tar archive. Folders and devices are left out. */
export interface TarMember {
  readonly name: string;
  /** Number of bytes of data, which begin at the stream's position. Read them at once or not at all. */
  readonly size: number;
  /** Whether the data are the file's contents, which those of a link or a sparse file are not. */
  readonly contents: 'file' | 'link' | 'sparse';
  /** For a link: the member that it refers to. */
  readonly linkName: string;
}

/** How an archive ended. */
export interface TarEnd {
  readonly end: 'mark' | 'no-mark' | 'cut-off';
  /** Number of blocks that were neither header nor data, and were skipped to find the next header. */
  readonly damagedBlocks: number;
}

/**
 * Reads the members of a tar archive in order: V7, ustar, pax and GNU long names. Skips what the caller has
 * not read of a member's data. Damage to a header costs the members up to the next sound header.
 *
 * @param maxHeaderBytes pax records and long names above this size count as damage
 */
export async function* readTar(
  stream: ByteStream,
  maxHeaderBytes: number,
): AsyncGenerator<TarMember, TarEnd, void> {
  let damagedBlocks = 0;
  /** Whether the last block was unexpected, so that the next may be anything. */
  let isLost = false;
  let about: HeaderAbout = NOTHING_KNOWN;
  for (;;) {
    const block = await stream.read(BLOCK_BYTES);
    if (block.length < BLOCK_BYTES) {
      return { end: block.length === 0 ? 'no-mark' : 'cut-off', damagedBlocks };
    }
    if (isZeroBlock(block)) {
      const next = await stream.peek(BLOCK_BYTES);
      // Spectra contain zeros too, so that zeros in the middle of one do not end the archive.
      if (!isLost && (next.length < BLOCK_BYTES || isZeroBlock(next))) {
        return { end: 'mark', damagedBlocks };
      }
      damagedBlocks += 1;
      continue;
    }
    const header = parseTarHeader(block);
    isLost = header === null;
    if (header === null) {
      damagedBlocks += 1;
      about = NOTHING_KNOWN;
      continue;
    }
    const dataEnd = (size: number) => stream.position + paddedSize(size);
    if (ABOUT_THE_NEXT.has(header.type)) {
      if (header.size > maxHeaderBytes) {
        damagedBlocks += 1;
        continue;
      }
      const end = dataEnd(header.size);
      const bytes = await stream.read(header.size);
      about = learn(about, header.type, bytes);
      if (!(await stream.skip(end - stream.position))) return { end: 'cut-off', damagedBlocks };
      continue;
    }
    const member = describe(header, about);
    about = NOTHING_KNOWN;
    if (header.type === 'S') await skipSparseHeaders(stream, header);
    const end = dataEnd(member.size);
    if (member.isFile) yield member;
    if (!(await stream.skip(end - stream.position))) return { end: 'cut-off', damagedBlocks };
  }
}

/** Types whose data describe the next member, or nothing that matters here. */
const ABOUT_THE_NEXT: ReadonlySet<string> = new Set(['x', 'X', 'g', 'L', 'K']);

/** What the headers before a member's own say about it. */
interface HeaderAbout {
  readonly name: string | null;
  readonly linkName: string | null;
  readonly size: number | null;
  readonly isSparse: boolean;
}

const NOTHING_KNOWN: HeaderAbout = { name: null, linkName: null, size: null, isSparse: false };

function learn(about: HeaderAbout, type: string, bytes: Uint8Array): HeaderAbout {
  if (type === 'L') return { ...about, name: longName(bytes) };
  if (type === 'K') return { ...about, linkName: longName(bytes) };
  // Global records (g) apply to all members that follow. None of them is a path or a size.
  if (type === 'g') return about;
  const records = parsePaxRecords(bytes);
  const size = records.get('size');
  return {
    name: records.get('GNU.sparse.name') ?? records.get('path') ?? about.name,
    linkName: records.get('linkpath') ?? about.linkName,
    size: size !== undefined && /^[0-9]{1,15}$/.test(size) ? Number(size) : about.size,
    isSparse: [...records.keys()].some((key) => key.startsWith('GNU.sparse.')),
  };
}

function longName(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeName(end < 0 ? bytes : bytes.subarray(0, end));
}

function describe(header: TarHeader, about: HeaderAbout): TarMember & { readonly isFile: boolean } {
  const name = about.name ?? header.name;
  const isLink = header.type === '1' || header.type === '2';
  // Folders, devices, pipes and links have no data, whatever their size field says.
  const hasData = !isLink && !/^[3-6]$/.test(header.type);
  const isFile = isLink || (/^[07S]$/.test(header.type) && !name.endsWith('/'));
  const isSparse = about.isSparse || header.type === 'S';
  return {
    name,
    size: hasData ? (about.size ?? header.size) : 0,
    contents: isLink ? 'link' : isSparse ? 'sparse' : 'file',
    linkName: about.linkName ?? header.linkName,
    isFile,
  };
}

/** Skips the blocks of GNU's sparse format with more of the map; each says whether another follows. */
async function skipSparseHeaders(stream: ByteStream, header: TarHeader): Promise<void> {
  let more = header.isExtended;
  while (more) {
    const block = await stream.read(BLOCK_BYTES);
    more = block.length === BLOCK_BYTES && block[504] !== 0;
  }
}

function paddedSize(size: number): number {
  return Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
}
