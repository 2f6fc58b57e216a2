import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  ITALY,
  knownSpecies,
  OTHERS,
  PLATE,
  RKI,
  SEQUENCED,
  SHARED_FILES,
  sharedPath,
} from '../../models/ribosomal-klebsiella/laboratories';
import { typedPath, UsageError } from '../headless/command-line';
import { knownByLabel, type KnownTaxa, type ModelTaxa } from './known';
import { type LabelledRow, matchLabels, parseLabels } from './labels';
import type { TypedSet } from './options';

/** What is known of a set's spectra, and remarks on how it was matched. */
export interface KnownOfSet {
  /** [spectrum] null where nothing is known. */
  readonly known: readonly (KnownTaxa | null)[];
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

/** All spectra under ../shared/data that the evaluation can judge. */
export const SHARED_SETS: readonly EvaluationSet[] = [
  sharedSet(
    PLATE_SET,
    PLATE,
    SHARED_FILES.plate,
    `sequenced species of ${Object.keys(SEQUENCED).length}; else a class of another model, the historic forest, where it stands for a species`,
  ),
  sharedSet(ITALY_SET, ITALY, SHARED_FILES.italy, 'no species is published'),
  sharedSet(OXYTOCA_SET, RKI, SHARED_FILES.oxytoca, 'type strain ATCC 13182 of *K. oxytoca*'),
  sharedSet(
    CITROBACTER_SET,
    RKI,
    SHARED_FILES.citrobacter,
    'species in the file names; must be refused',
  ),
  sharedSet(OTHERS_SET, OTHERS, SHARED_FILES.others, 'no *Klebsiella*; must be refused'),
];

function sharedSet(
  name: string,
  laboratory: string,
  files: readonly string[],
  knowledge: string,
): EvaluationSet {
  const knownOf = (spectrum: LabelledRow, model: ModelTaxa) => {
    const known = knownSpecies(laboratory, spectrum);
    return known === null ? null : knownByLabel(known.species, model, known.by);
  };
  return {
    name,
    laboratory,
    paths: files.map(sharedPath),
    knowledge,
    know: (spectra, model) => ({ known: spectra.map((one) => knownOf(one, model)), notes: [] }),
  };
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
