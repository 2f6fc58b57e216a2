import { alleleTable } from '../../src/simulate/allele-table';
import type { SimulatorFacts } from '../../src/simulate/facts';
import { readJson, readMarkers } from './read-facts';

/** All that the simulator knows of the organisms of this model. See facts/README.md. */
export function readSimulatorFacts(): SimulatorFacts {
  return {
    alleles: alleleTable(readMarkers()),
    peaks: readJson('facts/simulator.json'),
    mix: readJson('facts/example-run.json'),
  };
}
