import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../models/ribosomal-klebsiella/read-facts';
import { poolTaxon } from '../../src/core/marker-model/marker-table';

/** Writes the bundled model's ribosomal facts as a laboratory would: one taxon for each answer. */
export function bundledTable(): string {
  const rows = readMarkers();
  const { taxa, naming = [] } = readDefinition();
  const looked = Object.keys(readParameters().ions).filter((locus) => !naming.includes(locus));
  const lines = taxa
    .filter(({ outgroup }) => outgroup !== true)
    .flatMap(({ name, members }) => {
      const ofTaxon = poolTaxon(name, members, rows);
      return looked.flatMap((locus) =>
        (ofTaxon.loci.get(locus) ?? []).map(({ mass, fraction }) =>
          [name, ofTaxon.facts.get(locus)!.genomes, locus, mass, fraction].join(','),
        ),
      );
    });
  return ['taxon,genomes,locus,mass,fraction', ...lines].join('\n');
}

/** Three taxa, of which the last two differ only in a protein that is not seen in spectra. */
export const THREE_TAXA = [
  'taxon,locus,mass,genomes',
  ...[
    ['Genus alpha', 5280, 7742.9, 8876.3, 9000],
    ['Genus beta', 5252, 7771, 8892.3, 9000],
    ['Genus gamma', 5252, 7771, 8892.3, 9100],
  ].flatMap(([taxon, ...masses]) =>
    ['S22', 'L31', 'L28', 'L25'].map((locus, i) => `${taxon},${locus},${masses[i]},20`),
  ),
].join('\n');
