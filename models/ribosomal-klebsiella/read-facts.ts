import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run-command';
import type { MarkerModelDefinition } from '../../src/core/marker-model/build-pack';
import type { MarkerRow } from '../../src/core/marker-model/marker-table';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';

// Not beside this module, which the package has in a bundle.
const FOLDER = join(ROOT, 'models/ribosomal-klebsiella');

const FACTS = ['facts/alleles.csv', 'facts/relatives.csv', 'facts/more-proteins.csv'];

/** Largest difference between masses of one protein computed with slightly different atomic weights, Da. */
const SAME_MASS = 0.15;

export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;
}

export const readDefinition = (): MarkerModelDefinition => readJson('model.json');
export const readParameters = (): MarkerParameters => readJson('parameters.json');

/** Reads the markers of all taxa of the model. See facts/README.md for their sources. */
export function readMarkers(): MarkerRow[] {
  return alignMasses(FACTS.flatMap(readRows));
}

function readRows(name: string): MarkerRow[] {
  const [head, ...lines] = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n');
  if (head !== 'taxon,genomes,locus,mass,fraction') throw new Error(`${name}: unknown columns`);
  return lines.map((line) => {
    const [taxon, genomes, locus, mass, fraction] = line.split(',');
    const row = {
      taxon: taxon ?? '',
      genomes: Number(genomes),
      locus: locus ?? '',
      mass: mass === 'absent' ? null : Number(mass),
      fraction: Number(fraction),
    };
    if (![row.genomes, row.mass ?? 1, row.fraction].every((value) => value > 0)) {
      throw new Error(`${name}: not a marker: ${line}`);
    }
    return row;
  });
}

/**
 * Assigns one mass to equal proteins of different files, that of the first file, so that they are one ion.
 */
function alignMasses(rows: readonly MarkerRow[]): MarkerRow[] {
  const known = new Map<string, number[]>();
  return rows.map((row) => {
    const { locus, mass } = row;
    if (mass === null) return row;
    const masses = known.get(locus) ?? [];
    known.set(locus, masses);
    const same = masses.find((other) => Math.abs(other - mass) < SAME_MASS);
    if (same === undefined) masses.push(mass);
    return { ...row, mass: same ?? mass };
  });
}
