import { readFileSync } from 'node:fs';
import type { MarkerModelDefinition } from '../../src/core/marker-model/build-pack';
import type { MarkerRow } from '../../src/core/marker-model/marker-table';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';

export const FOLDER = new URL('./', import.meta.url);

export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T;
}

export const readDefinition = (): MarkerModelDefinition => readJson('model.json');
export const readParameters = (): MarkerParameters => readJson('parameters.json');

/** The markers of the modelled taxa and of the outgroup. See facts/README.md for their sources. */
export function readMarkers(): MarkerRow[] {
  return ['facts/alleles.csv', 'facts/outgroup.csv'].flatMap((name) => {
    const [head, ...lines] = readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n');
    if (head !== 'taxon,genomes,locus,mass,fraction') throw new Error(`${name}: unknown columns`);
    return lines.map((line) => {
      const [taxon, genomes, locus, mass, fraction] = line.split(',');
      const row = {
        taxon: taxon ?? '',
        genomes: Number(genomes),
        locus: locus ?? '',
        mass: Number(mass),
        fraction: Number(fraction),
      };
      if (![row.genomes, row.mass, row.fraction].every((value) => value > 0)) {
        throw new Error(`${name}: not a marker: ${line}`);
      }
      return row;
    });
  });
}
