import { readFile } from 'node:fs/promises';
import { readKernel } from '../../scripts/build-kernel';
import { openNodeZlib } from '../../scripts/headless/node-zlib';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../src/core/bruker/read-acquisition';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { entriesOf, isOpen } from '../../src/io/acquisition-data';
import type { EntryData } from '../../src/io/entry';
import { type Inflate, inflateRaw } from '../../src/io/inflate/inflate-raw';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { openInflater } from '../../src/io/inflate/zlib';
import { type EntryBytes, readEntries } from '../../src/io/read-entry';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import { PlainPreprocessor } from '../../src/kernel/plain-preprocessor';
import type { Preprocessor } from '../../src/kernel/preprocessor';
import { ByteArena } from '../../src/core/byte-arena';
import { listAcquisitions } from '../../workers/archive/list-acquisitions';
import type { BenchInput } from './inputs';
import { LOOP_LABELS, loopTimers } from './loop-timers';
import type { Timer } from './timers';

export const STEP_LABELS: Readonly<Record<string, string>> = {
  'inflate platform': "A spectrum's files out of the zip, inflated by the platform's stream",
  'inflate zlib': "A spectrum's files out of the zip, inflated by zlib in WebAssembly",
  'steps plain': 'From a fid to its bins, TypeScript',
  'steps kernel': 'From a fid to its bins, WebAssembly SIMD',
  'before model': 'All of these before the model, as the app does them',
  ...LOOP_LABELS,
};
const TIMES = 4;

/** Times the steps of a spectrum before the model, in milliseconds a spectrum, on one thread of Node. */
export async function stepTimers({ path }: BenchInput): Promise<readonly Timer[]> {
  const blob = new Blob([await readFile(path)]);
  const data: EntryData[] = [];
  for await (const step of listAcquisitions([{ path: 'run.zip', blob }], null, NEVER)) {
    if (step.kind === 'acquisition' && !isOpen(step)) data.push(...entriesOf(step));
  }
  const zlib = await openInflater(openNodeZlib);
  const kernel = await openPreprocessor(readKernel);
  const spectra = data.length / 2;
  const arena = new ByteArena();
  const read = (inflate: Inflate) => {
    arena.clear();
    return readEntries(data, DEFAULT_IO_LIMITS, { inflate, room: arena.take });
  };
  const files = await readEntries(data, DEFAULT_IO_LIMITS);
  const each = (key: string, work: () => Promise<unknown> | void): Timer => {
    return async () => {
      const start = performance.now();
      for (let i = 0; i < TIMES; i++) await work();
      return { [key]: (performance.now() - start) / (TIMES * spectra) };
    };
  };
  return [
    each('inflate platform', () => read(inflateRaw)),
    each('inflate zlib', () => read(zlib)),
    each('steps plain', () => processAll(files, new PlainPreprocessor())),
    each('steps kernel', () => processAll(files, kernel)),
    each('before model', async () => processAll(await read(zlib), kernel)),
    ...(await loopTimers(files)),
  ];
}

const NEVER = new AbortController().signal;
const axes = new AxisCache();
const intensities = new Map<number, Float64Array<ArrayBuffer>>();
const vector = new Float64Array(ONE_DALTON_BINS.count);

/** @param files each fid, followed by its acqu */
function processAll(files: readonly EntryBytes[], preprocessor: Preprocessor): void {
  for (let i = 0; i < files.length; i += 2) {
    const [fid, acqu] = [files[i]!, files[i + 1]!];
    if (!fid.ok || !acqu.ok) throw new Error('A file of the run cannot be read.');
    const { spectrum } = readAcquisition(
      { path: 'fid', fid: fid.value, acqu: acqu.value },
      axes,
      roomFor,
    );
    // An empty acquisition has no spectrum, and so no steps.
    if (!spectrum.ok) continue;
    preprocessor.run(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS, () => vector);
  }
}

/** Like the app, this reads into arrays that already exist. */
function roomFor(points: number): Float64Array<ArrayBuffer> {
  const room = intensities.get(points) ?? new Float64Array(points);
  intensities.set(points, room);
  return room;
}
