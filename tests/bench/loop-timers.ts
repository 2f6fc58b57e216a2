import { readKernel } from '../../scripts/build-kernel';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import { parseFid } from '../../src/core/bruker/parse-fid';
import { readAcquisition } from '../../src/core/bruker/read-acquisition';
import { countSaturated } from '../../src/core/quality/measure-quality';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { crc32 } from '../../src/io/crc32';
import type { EntryBytes } from '../../src/io/read-entry';
import { sha256 } from '../../src/io/sha256';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import type { Timer } from './timers';

export const LOOP_LABELS: Readonly<Record<string, string>> = {
  'loop kernel': 'The recipe in the kernel, its copies in and out included',
  'loop crc': "CRC-32 of a spectrum's two files, TypeScript",
  'loop parse': 'int32 to float64 with sum and largest, TypeScript',
  'loop decode': 'The same in the kernel, its copies in and out included',
  'loop acquisition': 'The whole reading of an acquisition, that parsing included',
  'loop float32': 'float64 to float32, by the engine',
  'loop peaks': 'Peaks for quality in the kernel, its copy in included',
  'loop saturated': 'Saturated points, a pass of its own where a point is at the ceiling',
  'loop sha': 'SHA-256 of a fid, by the platform, and beside the thread',
};
/**
 * An acqu with the usual byte order, and more points than any fid has, so that all points of a fid are read.
 */
const ALL = { points: 1_000_000, littleEndian: true } as const;
const LEAST_OVER_NOISE = 5;
const TIMES = 8;
const vector = new Float64Array(ONE_DALTON_BINS.count);

/**
 * Times the small loops over a spectrum, in milliseconds a spectrum, on one thread.
 *
 * @param files each fid, followed by its acqu
 */
export async function loopTimers(files: readonly EntryBytes[]): Promise<readonly Timer[]> {
  const kernel = await openPreprocessor(readKernel);
  const axes = new AxisCache();
  const read: Uint8Array<ArrayBuffer>[] = files.map((file) => {
    if (!file.ok) throw new Error('A file of the run cannot be read.');
    return file.value;
  });
  const pairs = read.flatMap((fid, i) => (i % 2 === 0 ? [{ fid, acqu: read[i + 1]! }] : []));
  const room = new Float64Array(Math.max(...pairs.map(({ fid }) => fid.length >> 2)));
  const roomFor = (points: number) => room.subarray(0, points);
  const acquisitions = pairs.flatMap(({ fid, acqu }) => {
    const { spectrum } = readAcquisition({ path: 'fid', fid, acqu }, axes);
    return spectrum.ok ? [{ fid, acqu, ...spectrum.value }] : [];
  });
  const vectors = acquisitions.map(({ spectrum }) =>
    kernel.run(SPECTRACL_1, spectrum, ONE_DALTON_BINS),
  );
  const input = new Float32Array(ONE_DALTON_BINS.count);
  type Acquisition = (typeof acquisitions)[number];
  const each = (key: string, work: (one: Acquisition, at: number) => unknown): Timer => {
    return async () => {
      const start = performance.now();
      for (let i = 0; i < TIMES; i++) {
        for (const [at, one] of acquisitions.entries()) await work(one, at);
      }
      return { [key]: (performance.now() - start) / (TIMES * acquisitions.length) };
    };
  };
  return [
    each('loop kernel', ({ spectrum }) => {
      kernel.run(SPECTRACL_1, spectrum, ONE_DALTON_BINS, () => vector);
    }),
    each('loop crc', ({ fid, acqu }) => crc32(fid) + crc32(acqu)),
    each('loop parse', ({ fid }) => void parseFid(fid, ALL, roomFor)),
    each('loop decode', ({ fid }) => void parseFid(fid, ALL, roomFor, kernel.decodeCounts)),
    each('loop acquisition', ({ fid, acqu }) => {
      readAcquisition({ path: 'fid', fid, acqu }, axes, roomFor, kernel.decodeCounts);
    }),
    each('loop float32', (_, at) => input.set(vectors[at]!)),
    each('loop peaks', (_, at) => {
      kernel.findPeaks(vectors[at]!, ONE_DALTON_BINS, LEAST_OVER_NOISE);
    }),
    each('loop saturated', ({ spectrum, measures: { maxIntensity } }) =>
      // The number of shots for which the largest intensity is the ceiling.
      countSaturated(spectrum.intensity, maxIntensity, maxIntensity / 255),
    ),
    each('loop sha', ({ fid }) => sha256(fid)),
  ];
}
