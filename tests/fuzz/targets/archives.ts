import { gzipSync } from 'node:zlib';
import type { EntryEvent } from '../../../src/io/entry-event';
import { inflateMembers } from '../../../src/io/inflate/gzip-engines';
import { DEFAULT_IO_LIMITS } from '../../../src/io/limits';
import { listEntries } from '../../../src/io/list-entries';
import { MAX_PATH_LENGTH, normalisePath } from '../../../src/io/paths';
import { newRoom } from '../../../src/io/inflate/inflate-raw';
import { openInflater } from '../../../src/io/inflate/zlib';
import { type EntryBytes, readEntries } from '../../../src/io/read-entry';
import { writeTar, writeZip } from '../../builders/archives';
import { checkProblem, invariant } from '../check';
import { byteMutators } from '../mutate/bytes';
import { hostileTar, hostileZip, repairTar, tarMutators, zipMutators } from '../mutate/archives';
import { openNodeZlib } from '../../../scripts/headless/node-zlib';
import { oneOf } from '../parts';
import { type Bytes, bytesOf, type Mutator, type Target } from '../target';

const zlib = await openInflater(openNodeZlib);

const LIMITS = {
  ...DEFAULT_IO_LIMITS,
  entryBytes: 2 ** 20,
  totalBytes: 2 ** 22,
  entries: 20_000,
  ratioFromBytes: 2 ** 21,
};

function isWanted(path: string): boolean {
  return /(^|\/)(fid|acqus?|info|runInfo\.json|sample_sheet\.tsv)$/.test(path);
}

/** What must hold of any drop: it is listed to its end and read, within its limits. */
async function checkDrop(path: string, input: Bytes): Promise<string[]> {
  const events: EntryEvent[] = [];
  const options = { wanted: isWanted, limits: LIMITS };
  const files = [{ path, blob: new Blob([input]) }];
  const isGzip = input[0] === 0x1f && input[1] === 0x8b;
  if (isGzip) {
    // As where zlib cannot be had.
    for await (const event of listEntries(files, options)) {
      if (event.kind === 'problem') checkProblem(event.problem);
    }
  }
  for await (const event of listEntries(files, { ...options, openZlib: openNodeZlib })) {
    events.push(event);
  }
  const endings = events.map((event) =>
    event.kind === 'problem' ? checkProblem(event.problem) : event.kind,
  );
  const entries = events.flatMap((event) => (event.kind === 'entry' ? [event.entry] : []));
  invariant(entries.length <= LIMITS.entries, `${entries.length} entries`);
  const paths = new Set(entries.map((entry) => entry.path));
  invariant(paths.size === entries.length, 'a path twice');
  for (const entry of paths) {
    invariant(normalisePath(entry) === entry && entry !== '', `the path ${entry} leads elsewhere`);
    invariant(entry.length <= MAX_PATH_LENGTH, 'a path too long');
  }
  let bytes = 0;
  // A few at a time, as the engine does.
  for (let at = 0; at < entries.length; at += 32) {
    const batch = entries.slice(at, at + 32);
    const results = await readEntries(
      batch.map((entry) => entry.data),
      LIMITS,
    );
    const byZlib = await readEntries(
      batch.map((entry) => entry.data),
      LIMITS,
      { inflate: zlib, room: newRoom },
    );
    for (const [i, result] of results.entries()) {
      checkSame(result, byZlib[i]!);
      if (!result.ok) endings.push(`entry ${checkProblem(result.error)}`);
      else {
        invariant(result.value.length === batch[i]!.size, 'an entry of another size than was said');
        bytes += result.value.length;
      }
    }
  }
  invariant(bytes <= LIMITS.totalBytes + input.length, `${bytes} bytes`);
  return [...new Set(endings)];
}

/**
 * Both ways to inflate give the same, but for data that go on behind their end: zlib's, as a browser,
 * refuses them, and Node's stream of version 20 does not see them.
 */
function checkSame(platform: EntryBytes, byZlib: EntryBytes): void {
  if (!byZlib.ok) return;
  invariant(platform.ok, 'zlib inflates what the platform does not');
  invariant(
    platform.ok && Buffer.compare(platform.value, byZlib.value) === 0,
    'other bytes by zlib',
  );
}

const files = ['A1', 'A2', 'B1'].flatMap((spot, i) => [
  { name: `RUN/0_${spot}/1/1SLin/fid`, data: 'intensities '.repeat(30 * i + 5) },
  { name: `RUN/0_${spot}/1/1SLin/acqu`, data: `##$TD= ${i}\n` },
  { name: `RUN/0_${spot}/1/1SLin/pdata/1/1r`, data: 'not wanted' },
]);
const plainZip = writeZip(files);
const plainTar = writeTar(files);

export const zip: Target = {
  name: 'zip',
  seeds: () => [
    plainZip,
    writeZip(files.map((file) => ({ ...file, descriptor: 'signed' }))),
    writeZip(files.map((file) => ({ ...file, descriptor: 'bare', stored: true }))),
    writeZip(
      files.map((file) => ({ ...file, zip64: true })),
      { zip64End: true },
    ),
    writeZip(files, {
      prefix: bytesOf('MZ a program that unpacks itself'),
      comment: bytesOf('PK'),
    }),
    writeZip(files, { withoutDirectory: true }),
    writeZip([...files, { name: 'inner.zip', data: plainZip, stored: true }]),
  ],
  mutators: zipMutators,
  run: (input) => checkDrop('run.zip', input),
};

const tarSeeds = () => [
  plainTar,
  writeTar(
    files.map((file) => ({ ...file, pax: { path: file.name, size: `${file.data.length}` } })),
  ),
  writeTar(files.map((file) => ({ ...file, longName: file.name, layout: 'gnu' }))),
  writeTar(
    files.map((file) => ({ ...file, layout: 'v7', base256: true })),
    { endMark: false },
  ),
  writeTar([...files, { name: 'link/fid', type: '1', linkName: files[0]!.name }]),
];

export const tar: Target = {
  name: 'tar',
  seeds: tarSeeds,
  mutators: tarMutators,
  run: (input) => checkDrop('run.tar', input),
};

/** A tar that is packed after it was changed: what is wrong is inside. */
export const tarGz: Target = {
  name: 'tar-gz',
  seeds: tarSeeds,
  mutators: tarMutators,
  run: (input) => checkDrop('run.tar.gz', Uint8Array.from(gzipSync(input, { level: 1 }))),
};

const member = (text: string | Uint8Array) => Uint8Array.from(gzipSync(text));

/** Gzip headers with all that RFC 1952 allows before the data. */
function withHeaderFields(packed: Bytes): Bytes {
  const fields = bytesOf('\u0004\u0000abcdname\u0000comment\u0000');
  const all = new Uint8Array(packed.length + fields.length);
  all.set(packed.subarray(0, 10));
  all[3] = 0x1c;
  all.set(fields, 10);
  all.set(packed.subarray(10), 10 + fields.length);
  return all;
}

const repack: Mutator = (_, random) =>
  member(random.chance(0.5) ? hostileTar(random) : hostileZip(random));
const append: Mutator = (input, random, another) => {
  const parts = [input, random.chance(0.5) ? another() : member('more')];
  return Uint8Array.from(Buffer.concat(random.chance(0.5) ? parts : parts.reverse()));
};

/** Bytes of gzip that are changed after they were packed. */
export const gzip: Target = {
  name: 'gzip',
  seeds: () => [
    member(plainTar),
    member('just a text'),
    withHeaderFields(member(plainTar)),
    Uint8Array.from(Buffer.concat([member(''), member('one'), member('two'), Buffer.alloc(40)])),
  ],
  mutators: [repack, append, append],
  async run(input) {
    const endings = await checkDrop('run.tar.gz', input);
    const members = inflateMembers(new Blob([input]));
    let inflated = 0;
    for (;;) {
      const { done, value } = await members.next();
      if (done === true) return [...endings, `members ${value}`];
      inflated += value.bytes.length;
      // As the listing's own guard would have it.
      if (inflated > LIMITS.totalBytes) return [...endings, 'members limit'];
    }
  },
};

/** Files of which nothing is known, under names that promise something. */
export const drop: Target = {
  name: 'drop',
  seeds: () => [
    plainZip,
    plainTar,
    member(plainTar),
    bytesOf('<mzML><cvList><cv id="IMS" URI=""/></cvList></mzML>'),
    bytesOf('PK\u0007\u0008 the first part of several'),
    bytesOf('7z\u00bc\u00af\u0027\u001c'),
    bytesOf('BZh91AY&SY'),
  ],
  mutators: [oneOf(byteMutators), (input) => repairTar(input)],
  run(input) {
    const names = ['run', 'RUN/0_A1/1/1SLin/fid', 'a/b.zip', 'run.raw', 'fid.gz'];
    return checkDrop(names[input.length % names.length]!, input);
  },
};
