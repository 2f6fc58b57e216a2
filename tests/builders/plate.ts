import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../src/core/bruker/read-acquisition';
import type { BinAxis } from '../../src/core/model-pack/types';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { runRecipe } from '../../src/core/preprocess/run-recipe';

/** The project's shared data beside the repository, which a checkout by itself does not have. */
export const SHARED = new URL('../../../shared/', import.meta.url);
export const hasShared = existsSync(SHARED);

const plates = new Map<BinAxis, ReadonlyMap<string, Float64Array>>();

/** Returns the binned spectra of rows A to D of the shared plate, by the spectrum's uid. */
export function readPlate(bins: BinAxis): ReadonlyMap<string, Float64Array> {
  const known = plates.get(bins) ?? processPlate(bins);
  plates.set(bins, known);
  return known;
}

function processPlate(bins: BinAxis): ReadonlyMap<string, Float64Array> {
  const archive = new URL('data/klebsiella-plate-rows-A-D.zip', SHARED);
  const files = unzipSync(new Uint8Array(readFileSync(archive)));
  const axes = new AxisCache();
  const vectors = new Map<string, Float64Array>();
  for (const [path, fid] of Object.entries(files)) {
    if (!path.endsWith('/fid')) continue;
    const acqu = files[path.replace(/fid$/, 'acqu')] ?? null;
    const { uid, spectrum } = readAcquisition({ path, acqu, fid }, axes);
    if (!spectrum.ok) continue;
    vectors.set(uid, runRecipe(SPECTRACL_1, spectrum.value.spectrum, bins));
  }
  return vectors;
}
