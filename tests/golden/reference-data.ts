import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, unzipSync } from 'fflate';

/** The project's shared data, which lies beside the repository and not in it. */
const SHARED = new URL('../../../shared/data/', import.meta.url);

export const hasReference = existsSync(fileURLToPath(SHARED));

export function readShared(path: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(path, SHARED))));
}

export type Files = ReadonlyMap<string, Uint8Array>;

/** Reads rows A to D of a real Biotyper plate: 48 spectra. */
export function readPlate(): Files {
  return new Map(Object.entries(unzipSync(readShared('klebsiella-plate-rows-A-D.zip'))));
}

/** Reads 48 spectra of two species that are not Klebsiella. */
export function readOtherBacteria(): Files {
  return readArchive('other-bacteria-species1-2.tar.gz');
}

/** Reads the files of a .tar.gz. */
export function readArchive(path: string): Files {
  return new Map(untar(gunzipSync(readShared(path))));
}

/** Yields the files of a plain ustar archive: a header of 512 bytes, then the content in blocks of 512. */
function* untar(tar: Uint8Array): Generator<[string, Uint8Array]> {
  const text = (from: number, to: number) =>
    String.fromCharCode(...tar.subarray(from, to)).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, at + 136), 8);
    const name = text(at, at + 100);
    if (!name.endsWith('/')) yield [name, tar.subarray(at + 512, at + 512 + size)];
    at += 512 + 512 * Math.ceil(size / 512);
  }
}

export function readVector(analyte: string): Float64Array {
  const bytes = gunzipSync(readShared(`reference/processed-${analyte}.f64.gz`));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}

/** The reference pipeline's results for one spectrum, from `processed-summary.json`. */
export interface ReferenceSpectrum {
  readonly analyte: string;
  readonly spot: string;
  readonly identifiers: {
    readonly uid: string;
    readonly sample_name: string;
    readonly full_name: string;
    readonly semi_unique_name: string;
    readonly unique_name: string;
  };
  readonly points: number;
  readonly mz_first_middle_last: readonly [number, number, number];
  readonly raw_intensity_sum: number;
  readonly path: string;
  readonly processed: {
    readonly sum: number;
    readonly max: number;
    readonly nonzero: number;
    readonly top5_bins: readonly (readonly [number, number])[];
  };
}

export function readSummary(): ReadonlyMap<string, ReferenceSpectrum> {
  const text = new TextDecoder().decode(readShared('reference/processed-summary.json'));
  return new Map(Object.entries(JSON.parse(text) as Record<string, ReferenceSpectrum>));
}
