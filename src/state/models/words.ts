import { namingLoci } from '../../core/classify/locus-service';
import type { ImportRole } from '../../core/model-import/recognise-file';
import type { ModelManifest } from '../../core/model-pack/types';
import { formatTime } from '../format';
import type { ModelOrigin } from '../model-shelf.svelte';
import { formatThreshold, listWords } from '../../core/text';

/** The page's word for what a file was recognised as. */
export const roleWords: Readonly<Record<ImportRole, string>> = {
  manifest: 'head of a model pack',
  onnx: 'ONNX graph',
  pickle: 'scikit-learn model',
  features: 'features list',
  classes: 'names of classes',
  markers: 'table of marker masses',
  watch: 'table of peaks to watch',
  other: 'not of use here',
};

/** Writes the origin of a model: `came with this site`. */
export function originWords(origin: ModelOrigin): string {
  if (origin.kind === 'host') return 'Came with this site';
  const of = origin.madeOf.length === 0 ? '' : `, from ${listWords(origin.madeOf)}`;
  return `Added on this computer on ${formatTime(origin.addedAt)}${of}`;
}

export function kindWords({ kind }: Pick<ModelManifest, 'kind'>): string {
  return kind === 'markers'
    ? 'Marker model: judges by the masses of proteins, and shows its evidence'
    : 'Classifier: a trained model, which gives probabilities and no evidence';
}

/** Writes one sentence on the probabilities from which a model names a taxon. */
export function thresholdWords({ thresholds, groups }: ModelManifest): string {
  const { species, moderate = 0, high, group } = thresholds;
  const parts = [
    species === 0 ? 'the likeliest always is named' : `a species from ${formatThreshold(species)}`,
    ...(moderate > species ? [`weakly below ${formatThreshold(moderate)}`] : []),
    `with high confidence from ${formatThreshold(high)}`,
    ...(groups.length > 0 ? [`a group from ${formatThreshold(group)}`] : []),
  ];
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Writes a sentence on the loci that only name; null where all loci count for acceptance too. */
export function namesOnly({ markers }: ModelManifest): string | null {
  const naming = markers === null ? [] : namingLoci(markers).map((l) => markers.loci[l]!);
  if (naming.length === 0) return null;
  return `${listWords(naming)} only ${naming.length === 1 ? 'names, and does' : 'name, and do'} not count for acceptance.`;
}

/** A template: an example of a table, with invented taxa. */
export function markerTemplate(): File {
  const lines = [
    'taxon,locus,mass,genomes',
    'Genus alpha,S22,5280.0,40',
    'Genus alpha,L31,7742.9,38',
    'Genus alpha,L31,7771.0,2',
    'Genus beta,S22,5252.0,25',
    'Genus beta,L31,7771.0,25',
  ];
  return new File([`${lines.join('\n')}\n`], 'marker-table.csv', { type: 'text/csv' });
}
