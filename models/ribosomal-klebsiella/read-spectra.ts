import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { AnalyteIndex } from '../../src/core/bruker/analyte-index';
import { listAcquisitions } from '../../workers/list-acquisitions';
import { SpectrumSession } from '../../workers/spectrum-session';

export interface NamedVector {
  /** The laboratory's name of the analyte, else the spectrum's own. */
  readonly name: string;
  readonly path: string;
  /** [bins] of the recipe `spectracl-1`. */
  readonly vector: Float64Array;
}

/** All spectra of an archive, preprocessed by the product's own code. Unreadable ones are left out. */
export async function readSpectra(archive: string): Promise<NamedVector[]> {
  const session = new SpectrumSession();
  const index = new AnalyteIndex();
  const spectra: NamedVector[] = [];
  const blob = await openAsBlob(archive);
  const steps = listAcquisitions(
    [{ path: basename(archive), blob }],
    null,
    new AbortController().signal,
  );
  for await (const step of steps) {
    if (step.kind === 'run-info') index.addRunInfo(step.run, step.path);
    if (step.kind !== 'acquisition') continue;
    const [outcome] = await session.process([{ ...step, index: spectra.length }], {
      keepVectors: true,
    });
    if (outcome === undefined || outcome.vector === null) continue;
    const name = index.find(outcome.uid, step.path)?.name ?? outcome.uid;
    spectra.push({ name, path: step.path, vector: outcome.vector });
  }
  return spectra;
}
