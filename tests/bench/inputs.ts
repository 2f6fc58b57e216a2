import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSimulatorFacts } from '../../models/ribosomal-klebsiella/read-simulator-facts';
import { zipWriter } from '../../scripts/make-example/zip-writer';
import { writeBiotyperRun } from '../../src/simulate/write-run';

export interface BenchInput {
  readonly label: string;
  readonly path: string;
  readonly spectra: number;
}

const REAL_PLATE = fileURLToPath(
  new URL('../../../shared/data/klebsiella-plate-rows-A-D.zip', import.meta.url),
);

/** Simulated spectra without calibration spots, which ktyper leaves out and the reference does not. */
export function simulatedRun(folder: string, spectra: number, name = 'simulated.zip'): BenchInput {
  const facts = readSimulatorFacts();
  const entries = facts.mix.entries.filter(({ organism }) => organism.kind !== 'calibrant');
  const path = join(folder, name);
  const file = openSync(path, 'w');
  const writer = zipWriter((bytes) => void writeSync(file, bytes), 6);
  const options = { spots: spectra, seed: 1, layout: 'full' } as const;
  for (const { path: entry, bytes } of writeBiotyperRun(
    { ...facts, mix: { ...facts.mix, entries } },
    options,
  )) {
    writer.add(entry, bytes);
  }
  writer.finish();
  closeSync(file);
  return { label: `${spectra} simulated spectra`, path, spectra };
}

/** The real plate in the material beside the project; null where it is absent. */
export function realPlate(): BenchInput | null {
  return existsSync(REAL_PLATE)
    ? { label: '48 real spectra (rows A to D)', path: REAL_PLATE, spectra: 48 }
    : null;
}
