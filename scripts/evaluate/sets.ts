import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  forestAnswer,
  ITALY,
  OTHERS,
  PLATE,
  RKI,
  SHARED_FILES,
  sharedPath,
} from '../../models/ribosomal-klebsiella/laboratories';
import { typedPath, UsageError } from '../headless/command-line';
import { knownByForest, knownByLabel, type Known, type ModelTaxa } from './known';
import { type LabelledRow, matchLabels, parseLabels } from './labels';
import type { TypedSet } from './options';

/** What is known of a set's spectra, and remarks on how it was matched. */
export interface KnownOfSet {
  /** [spectrum] null where nothing is known. */
  readonly known: readonly (Known | null)[];
  /** Remarks in whole sentences. */
  readonly notes: readonly string[];
}

/** Spectra that are judged together. */
export interface EvaluationSet {
  readonly name: string;
  /** The laboratory whose numbers the spectra are part of; null where the model was fitted without them. */
  readonly laboratory: string | null;
  /** Archives, folders and files, each of which is run as a drop by itself. */
  readonly paths: readonly string[];
  /** A description of the source of knowledge, for the table. */
  readonly knowledge: string;
  readonly know: (spectra: readonly LabelledRow[], model: ModelTaxa) => KnownOfSet;
}

export const PLATE_SET = 'plate, rows A-D';
export const ITALY_SET = 'Italy';
export const OXYTOCA_SET = '*K. oxytoca*, RKI';
export const CITROBACTER_SET = '*Citrobacter*, RKI';
export const OTHERS_SET = 'two other species';

/** Isolates of the plate with a sequenced species. */
export const SEQUENCED: Readonly<Record<string, string>> = {
  KPN290: 'Klebsiella pneumoniae',
  KPN300: 'Klebsiella pneumoniae',
  KPN297: 'Klebsiella variicola',
  KPN309: 'Klebsiella variicola',
};

const shared = (files: readonly string[]): readonly string[] => files.map(sharedPath);

/** All spectra under ../shared/data that the evaluation can judge. */
export const SHARED_SETS: readonly EvaluationSet[] = [
  {
    name: PLATE_SET,
    laboratory: PLATE,
    paths: shared(SHARED_FILES.plate),
    knowledge: `sequenced species of ${Object.keys(SEQUENCED).length}; else a class of another model, the historic forest, where it stands for a species`,
    know: (spectra, model) => ({
      known: spectra.map(({ name }) => {
        const sequenced = SEQUENCED[name];
        if (sequenced !== undefined) return knownByLabel(sequenced, model);
        const answer = forestAnswer(name);
        return answer === undefined ? null : knownByForest(answer.species, model);
      }),
      notes: [],
    }),
  },
  {
    name: ITALY_SET,
    laboratory: ITALY,
    paths: shared(SHARED_FILES.italy),
    knowledge: 'no species is published',
    know: (spectra) => ({ known: spectra.map(() => null), notes: [] }),
  },
  {
    name: OXYTOCA_SET,
    laboratory: RKI,
    paths: shared(SHARED_FILES.oxytoca),
    knowledge: 'type strain ATCC 13182 of *K. oxytoca*',
    know: (spectra, model) => ({
      known: spectra.map(() => knownByLabel('Klebsiella oxytoca', model)),
      notes: [],
    }),
  },
  {
    name: CITROBACTER_SET,
    laboratory: RKI,
    paths: shared(SHARED_FILES.citrobacter),
    knowledge: 'species in the file names; must be refused',
    know: (spectra, model) => ({
      known: spectra.map(({ path }) => knownByLabel(speciesOfFile(path), model)),
      notes: [],
    }),
  },
  {
    name: OTHERS_SET,
    laboratory: OTHERS,
    paths: shared(SHARED_FILES.others),
    knowledge: 'no *Klebsiella*; must be refused',
    know: (spectra, model) => ({
      known: spectra.map(() => knownByLabel('other', model)),
      notes: [],
    }),
  },
];

/** Reads the genus and the species from a file name: `Citrobacter_freundii_LMTG72K22_0_K22.txt`. */
function speciesOfFile(path: string): string {
  return basename(path).split('_').slice(0, 2).join(' ');
}

const LABELS = 'labels.tsv';

/** @returns whether a file of a set holds labels rather than spectra */
export function isLabelFile(path: string): boolean {
  return basename(path).toLowerCase() === LABELS;
}

/**
 * Opens a set named on the command line, with the labels in its folder or else beside it.
 *
 * @throws UsageError for a path that does not exist, and for labels that cannot be read
 */
export async function openTypedSet({ name, path }: TypedSet): Promise<EvaluationSet> {
  const place = typedPath(path);
  if (!existsSync(place)) throw new UsageError(`There is no such file or folder: ${path}`);
  const inFolder = (await stat(place)).isDirectory() ? [join(place, LABELS)] : [];
  const file = [...inFolder, join(dirname(place), LABELS)].find((one) => existsSync(one));
  const set = { name, laboratory: null, paths: [place] };
  if (file === undefined) {
    const notes = [`There is no ${LABELS} in it or beside it: nothing is known of its spectra.`];
    const know: EvaluationSet['know'] = (spectra) => ({ known: spectra.map(() => null), notes });
    return { ...set, knowledge: 'nothing', know };
  }
  const table = parseLabels(await readFile(file));
  if (!table.ok) throw new UsageError(`The ${LABELS} of the set "${name}" ${table.error}.`);
  const { labels, warnings } = table.value;
  return {
    ...set,
    knowledge: LABELS,
    know: (spectra, model) => {
      const { species, unmatched, several, contradictory } = matchLabels(labels, spectra);
      const known = species.map((one) => (one === null ? null : knownByLabel(one, model)));
      const foreign = [...new Set(known.flatMap((one) => (one?.taxa.size === 0 ? one.said : [])))];
      const without = species.filter((one) => one === null).length;
      return {
        known,
        notes: [
          ...warnings.map((warning) => `${LABELS}: ${warning}`),
          ...listed(
            'Labels that match no spectrum',
            unmatched.map((one) => one.spectrum),
          ),
          ...listed(
            'Labels that match several spectra, each of which takes the species',
            several.map(({ label, spectra }) => `${label.spectrum} (${spectra})`),
          ),
          ...listed(
            'Spectra that two labels contradict each other about, taken as not labelled',
            contradictory.map((one) => spectra[one]!.path),
          ),
          ...(without > 0 ? [`${without} of ${spectra.length} spectra have no label.`] : []),
          ...listed('Labels that name no taxon of the model, so that it must refuse', foreign),
        ],
      };
    },
  };
}

const MOST_LISTED = 10;

function listed(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : '';
  return [`${what}: ${names.slice(0, MOST_LISTED).join(', ')}${more}.`];
}
