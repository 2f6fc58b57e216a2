import { readSimulatorFacts } from '../../models/ribosomal-klebsiella/read-simulator-facts';
import { simulateSpectrum } from '../../src/simulate/simulate-spectrum';
import { buildRun, type BuiltFile, type BuiltRun, type BuiltSpot } from './bruker-run';

/** The isolate on a spot: one that the bundled model knows, or one of another genus. */
export type Isolate = 'klebsiella' | 'foreign';

const TAXA: Readonly<Record<Isolate, string>> = {
  klebsiella: 'Klebsiella pneumoniae',
  foreign: 'Escherichia coli',
};

/**
 * Builds the files of a run with simulated spectra of Klebsiella and of another genus, on A1, A2 and so on. The
 * same isolates give the same bytes.
 */
export function buildMixedRun(
  isolates: readonly Isolate[],
  run: Omit<BuiltRun, 'spots'> = {},
): BuiltFile[] {
  return buildRun({ ...run, spots: isolates.map(spotOf) });
}

function spotOf(isolate: Isolate, i: number): BuiltSpot {
  const organism = { kind: 'taxon', taxon: TAXA[isolate] } as const;
  const fid = simulateSpectrum(readSimulatorFacts(), { organism, seed: i, run: 'mixed' });
  return { spot: `A${i + 1}`, name: `${isolate} ${i + 1}`, fid };
}
