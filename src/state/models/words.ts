import { namingLoci } from '../../core/classify/locus-service';
import type { ImportRole } from '../../core/model-import/recognise-file';
import type { ModelManifest } from '../../core/model-pack/types';
import { formatThreshold, formatTime } from '../format';
import type { ModelOrigin } from '../model-shelf.svelte';
import type { MessageKey } from '../../words/key-types';
import { listInWords } from '../../words/in-words';
import { say } from '../../words/say';

/** What a file was recognised as, in words. */
export const ROLE_KEYS = {
  manifest: 'models.takenManifest',
  onnx: 'models.takenOnnx',
  pickle: 'models.takenPickle',
  features: 'models.takenFeatures',
  classes: 'models.takenClasses',
  markers: 'models.takenMarkers',
  watch: 'models.takenWatch',
  other: 'models.takenOther',
} as const satisfies Record<ImportRole, MessageKey>;

/** Writes the origin of a model: `Came with this site.` */
export function originWords(origin: ModelOrigin): string {
  if (origin.kind === 'host') return say('models.originHost');
  const time = formatTime(origin.addedAt);
  return origin.madeOf.length === 0
    ? say('models.originOwn', { time })
    : say('models.originOwnFrom', { time, files: listInWords(origin.madeOf) });
}

export function kindWords({ kind }: Pick<ModelManifest, 'kind'>): string {
  return say(kind === 'markers' ? 'models.technicalKindMarkers' : 'models.technicalKindClassifier');
}

/** Writes one sentence on the probabilities from which a model names a taxon. */
export function thresholdWords({ thresholds, groups }: ModelManifest): string {
  const { species, moderate = 0, high, group } = thresholds;
  return say('models.technicalThresholds', {
    from: species === 0 ? 'none' : 'some',
    species: formatThreshold(species),
    weak: moderate > species ? 'some' : 'no',
    moderate: formatThreshold(moderate),
    high: formatThreshold(high),
    groups: groups.length > 0 ? 'some' : 'no',
    group: formatThreshold(group),
  });
}

/** Writes a sentence on the loci that only name; null where all loci count for acceptance too. */
export function namesOnly({ markers }: ModelManifest): string | null {
  const naming = markers === null ? [] : namingLoci(markers).map((l) => markers.loci[l]!);
  const [first] = naming;
  if (first === undefined) return null;
  return naming.length === 1
    ? say('models.technicalNamesOnly', { locus: first })
    : say('models.technicalNameOnly', { loci: listInWords(naming) });
}

// eslint-disable-next-line house/no-sentences -- A file is in no language.
const MARKER_TABLE = `taxon,locus,mass,genomes
Genus alpha,S22,5280.0,40
Genus alpha,L31,7742.9,38
Genus alpha,L31,7771.0,2
Genus beta,S22,5252.0,25
Genus beta,L31,7771.0,25
`;

/** A template: an example of a table, with invented taxa. */
export function markerTemplate(): File {
  return new File([MARKER_TABLE], 'marker-table.csv', { type: 'text/csv' });
}
