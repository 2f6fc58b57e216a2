import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../models/ribosomal-klebsiella/read-facts';
import { assembleModel, type MarkerModel } from '../../src/core/marker-model/marker-model';

/** Assembles the bundled model's parts from its facts. */
export function bundledModel(): MarkerModel {
  const { taxa, naming } = readDefinition();
  return assembleModel(taxa, readMarkers(), readParameters(), naming);
}
