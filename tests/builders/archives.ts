import { deflateSync } from 'fflate';
import { crc32 } from '../../src/io/crc32';

/** A file in a zip that is written byte by byte, so that a test can make anything about it wrong. */
export interface ZipFile {
  /** Text is written as UTF-8. */
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  /** Written uncompressed. */
  readonly stored?: boolean;
  /** Sets flag bit 11, "the name is UTF-8". By default it is set if the name is text that needs it. */
  readonly utf8?: boolean;
  /** Flags to set in addition. */
  readonly flags?: number;
  /** The method that the headers state, which may differ from how the data are written. */
  readonly method?: number;
  /** Extra fields of the central header. */
  readonly extra?: Uint8Array;
  /** Extra fields of the local header. */
  readonly localExtra?: Uint8Array;
  /** Writes sizes and checksum behind the data: with a signature, without one, or with 8-byte sizes. */
  readonly descriptor?: 'signed' | 'bare' | 'wide';
  /** Writes sizes and offset in a Zip64 extra field. */
  readonly zip64?: boolean;
  /** Values that the central header states instead of the true ones. */
  readonly stated?: {
    readonly size?: number;
    readonly compressedSize?: number;
    readonly crc32?: number;
    readonly localHeader?: number;
  };
}

export interface ZipShape {
  /** Bytes before the archive. The stated offsets do not count them. */
  readonly prefix?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly zip64End?: boolean;
  /** Number of this part of a split archive. */
  readonly disk?: number;
  /** Number of entries that the end record states. */
  readonly entries?: number;
  /** Leaves out the central directory and the end record. */
  readonly withoutDirectory?: boolean;
}

/** Writes a zip archive. */
export function writeZip(files: readonly ZipFile[], shape: ZipShape = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const file of files) {
    const { local, central } = writeZipEntry(file, at);
    parts.push(local);
    directory.push(central);
    at += local.length;
  }
  if (shape.withoutDirectory !== true) {
    const central = concat(directory);
    const entries = shape.entries ?? files.length;
    parts.push(central, ...writeZipEnd(entries, central.length, at, shape));
  }
  return concat([shape.prefix ?? new Uint8Array(0), ...parts]);
}

function writeZipEntry(file: ZipFile, localHeader: number) {
  const name = typeof file.name === 'string' ? utf8(file.name) : file.name;
  const needsFlag = typeof file.name === 'string' && name.length > file.name.length;
  const data = typeof file.data === 'string' ? utf8(file.data) : file.data;
  const compressed = file.stored === true ? data : deflateSync(data);
  const isBehind = file.descriptor !== undefined;
  const truth = { size: data.length, compressedSize: compressed.length, crc32: crc32(data) };
  const stated = { ...truth, localHeader, ...file.stated };
  const flags = (file.flags ?? 0) | ((file.utf8 ?? needsFlag) ? 0x800 : 0) | (isBehind ? 0x08 : 0);
  const method = file.method ?? (file.stored === true ? 0 : 8);
  const inLocal = isBehind ? { size: 0, compressedSize: 0, crc32: 0 } : truth;
  const big = file.zip64 === true;
  const localExtra = concat([
    big ? zip64Extra([inLocal.size, inLocal.compressedSize]) : new Uint8Array(0),
    file.localExtra ?? new Uint8Array(0),
  ]);
  const extra = concat([
    big ? zip64Extra([stated.size, stated.compressedSize, stated.localHeader]) : new Uint8Array(0),
    file.extra ?? new Uint8Array(0),
  ]);
  const sizes = (of: { size: number; compressedSize: number; crc32: number }) => [
    u32(of.crc32),
    u32(big ? 0xffffffff : of.compressedSize),
    u32(big ? 0xffffffff : of.size),
  ];
  const common = [u16(big ? 45 : 20), u16(flags), u16(method), u32(0)];
  const local = concat([
    u32(0x04034b50),
    ...common,
    ...sizes(inLocal),
    u16(name.length),
    u16(localExtra.length),
    name,
    localExtra,
    compressed,
    ...writeDescriptor(file.descriptor, truth),
  ]);
  const central = concat([
    u32(0x02014b50),
    u16(20),
    ...common,
    ...sizes(stated),
    u16(name.length),
    u16(extra.length),
    u16(0),
    u16(0),
    u16(0),
    u32(0),
    u32(big ? 0xffffffff : stated.localHeader),
    name,
    extra,
  ]);
  return { local, central };
}

function writeDescriptor(
  kind: ZipFile['descriptor'],
  truth: { size: number; compressedSize: number; crc32: number },
): Uint8Array[] {
  if (kind === undefined) return [];
  const signature = kind === 'bare' ? [] : [u32(0x08074b50)];
  const size = kind === 'wide' ? u64 : u32;
  return [...signature, u32(truth.crc32), size(truth.compressedSize), size(truth.size)];
}

function zip64Extra(values: readonly number[]): Uint8Array {
  return extraField(0x0001, concat(values.map(u64)));
}

/** Writes one extra field: id, length, contents. */
export function extraField(id: number, contents: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat([u16(id), u16(contents.length), contents]);
}

function writeZipEnd(entries: number, size: number, offset: number, shape: ZipShape): Uint8Array[] {
  const disk = shape.disk ?? 0;
  const comment = shape.comment ?? new Uint8Array(0);
  const parts: Uint8Array[] = [];
  const big = shape.zip64End === true;
  if (big) {
    const end = offset + size;
    parts.push(u32(0x06064b50), u64(44), u16(45), u16(45), u32(disk), u32(disk));
    parts.push(u64(entries), u64(entries), u64(size), u64(offset));
    parts.push(u32(0x07064b50), u32(0), u64(end), u32(1));
  }
  const count = big ? 0xffff : entries % 0x10000;
  parts.push(u32(0x06054b50), u16(disk), u16(disk), u16(count), u16(count));
  parts.push(u32(big ? 0xffffffff : size), u32(big ? 0xffffffff : offset));
  parts.push(u16(comment.length), comment);
  return parts;
}

/** A member of a tar archive. */
export interface TarFile {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** Type flag. The default is `0`, a file. */
  readonly type?: string;
  readonly linkName?: string;
  /** The default is `ustar`. `v7` has no magic number, and `gnu` has its own. */
  readonly layout?: 'v7' | 'ustar' | 'gnu';
  readonly prefix?: string;
  /** Writes the size field in base 256. */
  readonly base256?: boolean;
  /** Size that the header states instead of the true one. */
  readonly statedSize?: number;
  /** Records of a pax header that is written before the member. */
  readonly pax?: Readonly<Record<string, string>>;
  /** A GNU long name that is written before the member. */
  readonly longName?: string;
}

/** Writes a tar archive, with its end mark by default. */
export function writeTar(
  files: readonly TarFile[],
  { endMark = true }: { readonly endMark?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const parts = files.map(writeTarMember);
  return concat(endMark ? [...parts, new Uint8Array(1024)] : parts);
}

export function writeTarMember(file: TarFile): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  if (file.pax !== undefined) {
    const records = Object.entries(file.pax).map(([key, value]) => paxRecord(key, value));
    parts.push(writeTarMember({ name: 'PaxHeader', type: 'x', data: concat(records) }));
  }
  if (file.longName !== undefined) {
    const data = utf8(`${file.longName}\0`);
    parts.push(writeTarMember({ name: '././@LongLink', type: 'L', data, layout: 'gnu' }));
  }
  const data = typeof file.data === 'string' ? utf8(file.data) : (file.data ?? new Uint8Array(0));
  const padding = new Uint8Array((512 - (data.length % 512)) % 512);
  return concat([...parts, tarHeader(file, data.length), data, padding]);
}

function tarHeader(file: TarFile, dataSize: number): Uint8Array {
  const block = new Uint8Array(512);
  const put = (at: number, bytes: string | Uint8Array) =>
    block.set(typeof bytes === 'string' ? utf8(bytes) : bytes, at);
  put(0, (typeof file.name === 'string' ? utf8(file.name) : file.name).subarray(0, 100));
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  const size = file.statedSize ?? dataSize;
  if (file.base256 === true) put(124, base256(size, 12));
  else put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(156, file.type ?? '0');
  put(157, file.linkName ?? '');
  const layout = file.layout ?? 'ustar';
  if (layout !== 'v7') put(257, layout === 'gnu' ? 'ustar  \0' : 'ustar\u000000');
  put(345, file.prefix ?? '');
  put(148, '        ');
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** Writes `LENGTH KEY=VALUE\n`, where the length includes its own digits. */
function paxRecord(key: string, value: string): Uint8Array<ArrayBuffer> {
  const rest = utf8(` ${key}=${value}\n`);
  let length = rest.length;
  while (String(length).length + rest.length !== length) {
    length = String(length).length + rest.length;
  }
  return concat([utf8(String(length)), rest]);
}

function base256(value: number, bytes: number): Uint8Array {
  const field = new Uint8Array(bytes);
  let left = value;
  for (let i = bytes - 1; i > 0; i -= 1) {
    field[i] = left % 256;
    left = Math.floor(left / 256);
  }
  field[0] = 0x80;
  return field;
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}
