import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inputFiles } from '../../scripts/headless/input-files';
import { type RawSpectrum, readSpectra, vectorOf } from './read-spectra';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const hasSharedData = existsSync(DATA);

export const PLATE = 'rows A-D of a plate';
export const ITALY = 'a laboratory in Italy';
export const RKI = 'Robert Koch-Institute';
export const OTHERS = 'two other species';

/** Names of the shared files, by their contents. */
export const SHARED_FILES = {
  plate: ['klebsiella-plate-rows-A-D.zip'],
  italy: [
    'other-laboratories/italy-text.tar.gz',
    'other-formats/text/3s.txt',
    'other-formats/text/24s.txt',
  ],
  oxytoca: ['other-laboratories/rki-klebsiella-oxytoca.tar.gz'],
  citrobacter: ['other-laboratories/rki-citrobacter-text.tar.gz'],
  others: ['other-bacteria-species1-2.tar.gz'],
} as const;

/** The files under ../shared/data that are read for each laboratory. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  [PLATE]: SHARED_FILES.plate,
  [ITALY]: SHARED_FILES.italy,
  [RKI]: [...SHARED_FILES.oxytoca, ...SHARED_FILES.citrobacter],
  [OTHERS]: SHARED_FILES.others,
};

/** A spectrum with [bins] of the recipe `spectracl-1`. */
export type NamedVector = Pick<RawSpectrum, 'name' | 'path'> & { readonly vector: Float64Array };

export interface Laboratory {
  readonly laboratory: string;
  readonly spectra: readonly NamedVector[];
}

/** @returns the path of a file or folder under ../shared/data */
export function sharedPath(name: string): string {
  return `${DATA}${name}`;
}

/** Reads all shared spectra, grouped by laboratory. */
export async function readLaboratories(): Promise<Laboratory[]> {
  const laboratories: Laboratory[] = [];
  for (const [laboratory, files] of Object.entries(FILES)) {
    const spectra: NamedVector[] = [];
    for (const file of files) {
      for await (const raw of readSpectra(await inputFiles([sharedPath(file)]))) {
        spectra.push({ name: raw.name, path: raw.path, vector: vectorOf(raw) });
      }
    }
    laboratories.push({ laboratory, spectra });
  }
  return laboratories;
}

/**
 * Species of the forest's classes, by their names in the prototype's table. The other classes are
 * ambiguous.
 */
const FOREST: Readonly<Record<string, string>> = {
  pneu: 'klebsiella-pneumoniae',
  vari: 'klebsiella-variicola',
  qsim: 'klebsiella-quasipneumoniae',
};
/** Least probability of the forest's likeliest class; nothing is fitted to less certain answers. */
const CLEAR = 0.5;

/** The answer of the original authors' random forest for a spectrum. It is another model, and no truth. */
export interface ForestAnswer {
  /** The start of the id of the taxon that its likeliest class corresponds to. */
  readonly species: string;
  readonly probability: number;
}

let forest: ReadonlyMap<string, ForestAnswer> | null = null;

/**
 * Looks up the forest's answer by the plate's name of the analyte.
 *
 * @returns undefined where the likeliest class corresponds to no species
 */
export function forestAnswer(name: string): ForestAnswer | undefined {
  forest ??= readForest();
  return forest.get(name);
}

/**
 * Returns the start of the id of a spectrum's taxon according to a source other than this model: the
 * historic forest for the plate, where it is clear, and the strain's name for the institute's spectra.
 */
export function judgedAs(laboratory: string, name: string, path: string): string | undefined {
  if (laboratory === RKI) return /Kleb\d|LMTG72K11/.test(path) ? 'klebsiella-oxytoca' : undefined;
  if (laboratory !== PLATE) return undefined;
  const answer = forestAnswer(name);
  return answer !== undefined && answer.probability >= CLEAR ? answer.species : undefined;
}

function readForest(): ReadonlyMap<string, ForestAnswer> {
  const table = readFileSync(sharedPath('reference/prototype-calls-rows-A-D.csv'), 'utf8');
  const [, ...rows] = table.trim().split('\n');
  return new Map(
    rows.flatMap((row): [string, ForestAnswer][] => {
      const [name = '', , , called = '', probability] = row.split(',');
      const species = FOREST[called];
      return species === undefined ? [] : [[name, { species, probability: Number(probability) }]];
    }),
  );
}
