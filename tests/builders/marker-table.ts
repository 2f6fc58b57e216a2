import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../models/ribosomal-klebsiella/read-facts';
import { poolTaxon } from '../../src/core/marker-model/marker-table';

/** The bundled model's facts as a laboratory would write them: one taxon for each of its answers. */
export function bundledTable(): string {
  const rows = readMarkers();
  const looked = readParameters().ions;
  const lines = readDefinition().taxa.flatMap(({ id, name, members }) => {
    const { genomes, loci } = poolTaxon(id, members, rows);
    return [...loci].flatMap(([locus, alleles]) =>
      locus in looked
        ? alleles.map(({ mass, fraction }) => [name, genomes, locus, mass, fraction].join(','))
        : [],
    );
  });
  return ['taxon,genomes,locus,mass,fraction', ...lines].join('\n');
}

/** Three taxa, of which the last two differ only in a protein that spectra do not show. */
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
