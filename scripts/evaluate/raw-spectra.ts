import { basename } from 'node:path';
import { AnalyteIndex } from '../../src/core/bruker/analyte-index';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../src/core/bruker/read-acquisition';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { runRecipe } from '../../src/core/preprocess/run-recipe';
import { Workspace } from '../../src/core/preprocess/workspace';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import { isOpen } from '../../src/io/acquisition-data';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { readEntries } from '../../src/io/read-entry';
import { listAcquisitions } from '../../workers/list-acquisitions';
import { inputFile } from '../headless/input-files';

/** A real spectrum as it was measured, before any preprocessing. */
export interface RawSpectrum {
  readonly uid: string;
  /** The laboratory's name of the analyte, else the path. */
  readonly name: string;
  readonly spot: string;
  readonly spectrum: Spectrum;
}

/** The readable spectra of an archive. */
export async function readRawSpectra(archive: string): Promise<RawSpectrum[]> {
  const index = new AnalyteIndex();
  const axes = new AxisCache();
  const spectra: RawSpectrum[] = [];
  const files = [await inputFile(archive, basename(archive))];
  for await (const step of listAcquisitions(files, null, new AbortController().signal)) {
    if (step.kind === 'run-info') index.addRunInfo(step.run, step.path);
    if (step.kind !== 'acquisition' || isOpen(step) || step.acqu === null) continue;
    const [fid, acqu] = await readEntries([step.fid, step.acqu], DEFAULT_IO_LIMITS);
    if (!fid?.ok || !acqu?.ok) continue;
    const { path } = step;
    const reading = readAcquisition({ path, acqu: acqu.value, fid: fid.value }, axes);
    if (!reading.spectrum.ok) continue;
    const name = index.find(reading.uid, path)?.name ?? path;
    const { uid, spot } = reading;
    spectra.push({ uid, name, spot, spectrum: reading.spectrum.value.spectrum });
  }
  return spectra;
}

const workspace = new Workspace();

/** [bins] of the recipe `spectracl-1`. */
export function preprocess(spectrum: Spectrum): Float64Array {
  return runRecipe(SPECTRACL_1, spectrum, ONE_DALTON_BINS, workspace);
}
