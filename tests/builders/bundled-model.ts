import {
  readMarkers,
  readDefinition,
  readParameters,
} from '../../models/ribosomal-klebsiella/read-facts';
import { expectIons } from '../../src/core/marker-model/expected-ions';
import { poolTaxon } from '../../src/core/marker-model/marker-table';

/** The bundled model's parts, made from its facts. */
export function bundledModel() {
  const parameters = readParameters();
  const rows = readMarkers();
  const taxa = readDefinition().taxa.map(({ id, members }) => poolTaxon(id, members, rows));
  return { taxa, parameters, ...expectIons(taxa, parameters) };
}
