import type { Random } from '../../../src/simulate/random';
import {
  extraField,
  type TarFile,
  writeTar,
  writeZip,
  type ZipFile,
} from '../../builders/archives';
import type { Bytes, Mutator } from '../target';
import { EDGE_INTEGERS, pick } from './bytes';
import { HOSTILE_TEXTS } from './text';

const NAMES: readonly string[] = [
  'RUN/0_A1/1/1SLin/fid',
  'RUN/0_A1/1/1SLin/acqu',
  'RUN\\0_A2\\1\\1SLin\\fid',
  './RUN//0_A1/./1/1SLin/fid',
  '../../../fid',
  '/etc/fid',
  'C:fid',
  'fid',
  'fid/',
  'fid/fid/fid',
  'a/runInfo.json',
  'info',
  'sample_sheet.tsv',
  '__MACOSX/._fid',
  'inner.zip',
  'x.d/analysis.tdf',
  '[Content_Types].xml',
  ...HOSTILE_TEXTS.map((text) => `${text}/fid`),
];

function edge(random: Random): number {
  return Number(
    pick(
      random,
      EDGE_INTEGERS.filter((value) => value < 2n ** 53n),
    ),
  );
}

function contents(random: Random): string {
  return 'bytes of a file '.repeat(pick(random, [0, 1, 10, 1000]));
}

/** Makes a zip whose entries state a wrong size, place, checksum or method, or share their bytes. */
export function hostileZip(random: Random): Bytes {
  const files = Array.from({ length: pick(random, [1, 2, 3, 20]) }, (): ZipFile => {
    const lie = random.below(12);
    return {
      name: pick(random, NAMES),
      data: contents(random),
      stored: random.chance(0.4),
      zip64: random.chance(0.2),
      ...(random.chance(0.3)
        ? { descriptor: pick(random, ['signed', 'bare', 'wide'] as const) }
        : {}),
      ...(lie === 0 ? { stated: { size: edge(random) } } : {}),
      ...(lie === 1 ? { stated: { compressedSize: edge(random) } } : {}),
      ...(lie === 2 ? { stated: { localHeader: random.below(200) } } : {}),
      ...(lie === 3 ? { stated: { crc32: 1 } } : {}),
      ...(lie === 4 ? { method: random.below(100) } : {}),
      ...(lie === 5 ? { flags: random.below(0x10000) } : {}),
      ...(lie === 6 ? { extra: extraField(0x7075, new Uint8Array(random.below(20))) } : {}),
      ...(lie === 7 ? { localExtra: new Uint8Array(random.below(2000)) } : {}),
    };
  });
  return writeZip(files, {
    zip64End: random.chance(0.2),
    ...(random.chance(0.2) ? { entries: edge(random) % 0x1_0000_0000 } : {}),
    ...(random.chance(0.1) ? { disk: random.below(3) } : {}),
    ...(random.chance(0.2) ? { withoutDirectory: true } : {}),
    ...(random.chance(0.2) ? { comment: new Uint8Array(random.below(300)) } : {}),
  });
}

/** Makes a tar with every kind of header, and wrong sizes. */
export function hostileTar(random: Random): Bytes {
  const files = Array.from({ length: pick(random, [1, 2, 3, 20]) }, (): TarFile => {
    const lie = random.below(10);
    const name = pick(random, NAMES);
    return {
      name,
      data: contents(random),
      type: random.chance(0.6) ? '0' : pick(random, [...'01234567xgLKSVMDX', '\u0000', '\u00ff']),
      layout: pick(random, ['v7', 'ustar', 'gnu'] as const),
      base256: random.chance(0.2),
      ...(lie === 0 ? { statedSize: edge(random) % 2 ** 36 } : {}),
      ...(lie === 1 ? { pax: { size: String(edge(random)), path: name } } : {}),
      ...(lie === 2 ? { pax: { path: pick(random, HOSTILE_TEXTS), 'GNU.sparse.major': '1' } } : {}),
      ...(lie === 3 ? { longName: name.repeat(pick(random, [1, 100, 3000])) } : {}),
      ...(lie === 4 ? { linkName: 'RUN/fid', prefix: '..' } : {}),
    };
  });
  return writeTar(files, { endMark: random.chance(0.7) });
}

/** Corrects the checksums of headers, since no change of a header with a wrong one would be read. */
export function repairTar(input: Bytes): Bytes {
  const copy = input.slice();
  for (let at = 0; at + 512 <= copy.length; at += 512) {
    const block = copy.subarray(at, at + 512);
    // Only what looks like a header: zeros at the end of its fields, digits in the place of a checksum.
    if (block[0] === 0 || block[500] !== 0 || !/^[0-7 ]{6}/.test(digits(block))) continue;
    block.fill(0x20, 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.set(Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  }
  return copy;
}

function digits(block: Uint8Array): string {
  return String.fromCharCode(...block.subarray(148, 154));
}

/** Changes a header of 512 bytes, which stays one. */
const changeHeader: Mutator = (input, random) => {
  const blocks = Math.floor(input.length / 512);
  if (blocks === 0) return input;
  const copy = input.slice();
  const at = 512 * random.below(Math.min(blocks, 200));
  const [from, length] = pick(random, [
    [0, 100],
    [124, 12],
    [156, 1],
    [257, 8],
    [345, 155],
  ] as const);
  for (let i = 1 + random.below(4); i > 0; i--) {
    copy[at + from + random.below(length)] = random.chance(0.5)
      ? random.below(256)
      : pick(random, [0, 0x20, 0x2f, 0x2e, 0x30, 0x37, 0x80, 0xff]);
  }
  return repairTar(copy);
};

/** Leaves out, doubles or moves whole blocks of 512 bytes. */
const moveBlocks: Mutator = (input, random) => {
  const blocks = Array.from({ length: Math.ceil(input.length / 512) }, (_, i) =>
    input.subarray(512 * i, 512 * i + 512),
  );
  if (blocks.length === 0) return input;
  const taken = random.chance(0.6)
    ? blocks.splice(random.below(blocks.length), 1 + random.below(4))
    : [pick(random, blocks)];
  const times = random.chance(0.1) ? 200 : random.below(3);
  for (let i = 0; i < times; i++) blocks.splice(random.below(blocks.length + 1), 0, ...taken);
  return Uint8Array.from(Buffer.concat(blocks));
};

export const tarMutators: readonly Mutator[] = [
  changeHeader,
  changeHeader,
  moveBlocks,
  (input) => repairTar(input),
  (_, random) => hostileTar(random),
];

/** Offsets of the numbers in the records of a zip, by their signature. */
const ZIP_FIELDS: ReadonlyMap<number, readonly (readonly [at: number, size: number])[]> = new Map([
  [0x04034b50, fieldsOf([4, 2], [6, 2], [8, 2], [14, 4], [18, 4], [22, 4], [26, 2], [28, 2])],
  [0x02014b50, fieldsOf([8, 2], [10, 2], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [42, 4])],
  [0x06054b50, fieldsOf([4, 2], [6, 2], [8, 2], [10, 2], [12, 4], [16, 4], [20, 2])],
  [0x06064b50, fieldsOf([16, 4], [20, 4], [24, 8], [32, 8], [40, 8], [48, 8])],
  [0x07064b50, fieldsOf([8, 8])],
  [0x08074b50, fieldsOf([4, 4], [8, 4], [12, 4])],
]);

function fieldsOf(...fields: readonly (readonly [number, number])[]) {
  return fields;
}

/** Changes a number of a record to an edge value, or a little. */
const changeField: Mutator = (input, random) => {
  const copy = input.slice();
  const view = new DataView(copy.buffer);
  const records: number[] = [];
  for (
    let at = copy.indexOf(0x50);
    at >= 0 && at + 4 <= copy.length;
    at = copy.indexOf(0x50, at + 1)
  ) {
    if (ZIP_FIELDS.has(view.getUint32(at, true))) records.push(at);
  }
  if (records.length === 0) return input;
  const record = pick(random, records);
  const [offset, size] = pick(random, ZIP_FIELDS.get(view.getUint32(record, true))!);
  const at = record + offset;
  if (at + size > copy.length) return input;
  const before =
    size === 8
      ? view.getBigUint64(at, true)
      : BigInt(size === 4 ? view.getUint32(at, true) : view.getUint16(at, true));
  const after = random.chance(0.4)
    ? before + BigInt(random.below(65) - 32)
    : random.chance(0.5)
      ? BigInt(random.below(copy.length + 1))
      : pick(random, EDGE_INTEGERS);
  if (size === 8) view.setBigUint64(at, BigInt.asUintN(64, after), true);
  else if (size === 4) view.setUint32(at, Number(BigInt.asUintN(32, after)), true);
  else view.setUint16(at, Number(BigInt.asUintN(16, after)), true);
  return copy;
};

export const zipMutators: readonly Mutator[] = [
  changeField,
  changeField,
  changeField,
  (_, random) => hostileZip(random),
];
