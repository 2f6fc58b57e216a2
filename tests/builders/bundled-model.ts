import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../models/ribosomal-klebsiella/read-facts';
import { assembleModel, type MarkerModel } from '../../src/core/marker-model/marker-model';

/** The bundled model's parts, made from its facts. */
export function bundledModel(): MarkerModel {
  const { taxa, naming } = readDefinition();
  return assembleModel(taxa, readMarkers(), readParameters(), naming);
}
