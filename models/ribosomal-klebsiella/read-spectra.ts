import { AnalyteIndex } from '../../src/core/bruker/analyte-index';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import type { MassAxis } from '../../src/core/job/outcome';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { runRecipe } from '../../src/core/preprocess/run-recipe';
import { Workspace } from '../../src/core/preprocess/workspace';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import { entriesOf } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { readEntries } from '../../src/io/read-entry';
import { listAcquisitions } from '../../workers/archive/list-acquisitions';
import { readData } from '../../workers/spectrum/read-data';

/** A real spectrum in any format, as measured, before any preprocessing. */
export interface RawSpectrum {
  /** Position in the order of discovery, which is the product's `SpectrumRow.index`. */
  readonly index: number;
  readonly uid: string;
  /** The laboratory's name of the analyte, else the spectrum's own. */
  readonly name: string;
  readonly path: string;
  /** `A7`, or empty when unknown. */
  readonly spot: string;
  /** Null where the acquisition was recorded without any signal. */
  readonly measured: { readonly spectrum: Spectrum; readonly axis: MassAxis } | null;
}

/** Reads all spectra of a drop with the product's own code, except those that cannot be read. */
export async function* readSpectra(files: readonly InputFile[]): AsyncGenerator<RawSpectrum> {
  const analytes = new AnalyteIndex();
  const axes = new AxisCache();
  let found = 0;
  for await (const step of listAcquisitions(files, null, new AbortController().signal)) {
    if (step.kind === 'run-info') analytes.addRunInfo(step.run, step.path);
    if (step.kind !== 'acquisition' && step.kind !== 'fid-absent') continue;
    const index = found++;
    if (step.kind === 'fid-absent') continue;
    const entries = await readEntries(entriesOf(step), DEFAULT_IO_LIMITS);
    if (entries.some((entry) => !entry.ok)) continue;
    const bytes = entries.map((entry) => (entry.ok ? entry.value : null));
    const { path } = step;
    const { uid, spot, spectrum } = readData({ path, data: step, bytes }, axes);
    const name = analytes.find(uid, path)?.name ?? uid;
    const raw = { index, uid, name, path, spot };
    if (spectrum.ok) {
      const { spectrum: points, measures } = spectrum.value;
      yield { ...raw, measured: { spectrum: points, axis: measures } };
    } else if (spectrum.error.kind === 'no-spectrum' && (bytes[0]?.length ?? 0) > 0) {
      yield { ...raw, measured: null };
    }
  }
}

const workspace = new Workspace();

/** @returns [bins] of the recipe `spectracl-1` */
export function preprocess(spectrum: Spectrum): Float64Array {
  return runRecipe(SPECTRACL_1, spectrum, ONE_DALTON_BINS, workspace);
}

/** @returns [bins] of the recipe; all 0 for an acquisition without any signal, as the recipe specifies */
export function vectorOf({ measured }: Pick<RawSpectrum, 'measured'>): Float64Array {
  return measured === null
    ? new Float64Array(ONE_DALTON_BINS.count)
    : preprocess(measured.spectrum);
}
