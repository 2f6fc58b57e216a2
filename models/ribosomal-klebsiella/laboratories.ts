import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inputFiles } from '../../scripts/headless/input-files';
import { ROOT } from '../../scripts/run-command';
import { type RawSpectrum, readSpectra, vectorOf } from './read-spectra';

const DATA = join(ROOT, '../shared/data/');
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

/** Isolates of the plate with a sequenced species. */
export const SEQUENCED: Readonly<Record<string, string>> = {
  KPN290: 'Klebsiella pneumoniae',
  KPN300: 'Klebsiella pneumoniae',
  KPN297: 'Klebsiella variicola',
  KPN309: 'Klebsiella variicola',
};

/**
 * Species of the forest's classes, by their names in the prototype's table. The other classes are
 * ambiguous.
 */
const FOREST: Readonly<Record<string, string>> = {
  pneu: 'Klebsiella pneumoniae',
  vari: 'Klebsiella variicola',
  qsim: 'Klebsiella quasipneumoniae',
};
/** Least probability of the forest's likeliest class from which its answer is clear. */
const CLEAR = 0.5;

/** The species of a shared spectrum according to a source other than this model. */
export interface KnownSpecies {
  /** A name, or the original authors' random forest, which is another model and no truth. */
  readonly by: 'label' | 'forest';
  readonly species: string;
  /** Whether the source is certain enough to fit the temperature to. */
  readonly isClear: boolean;
}

let forest: ReadonlyMap<string, KnownSpecies> | null = null;

/**
 * Returns what is known of a shared spectrum: of the plate the sequenced species, or else the forest's
 * answer; of the institute the strain's species; of the two other species that they are no *Klebsiella*.
 * The fit and the evaluation both go by this.
 *
 * @returns null where nothing is known
 */
export function knownSpecies(
  laboratory: string,
  { name, path }: Pick<RawSpectrum, 'name' | 'path'>,
): KnownSpecies | null {
  switch (laboratory) {
    case PLATE: {
      const sequenced = SEQUENCED[name];
      if (sequenced !== undefined) return label(sequenced);
      forest ??= readForest();
      return forest.get(name) ?? null;
    }
    case RKI:
      return label(speciesOfStrain(path));
    case OTHERS:
      return label('other');
    default:
      return null;
  }
}

function label(species: string): KnownSpecies {
  return { by: 'label', species, isClear: true };
}

/** The text files are named by genus and species: `Citrobacter_freundii_LMTG72K22_0_K22.txt`. */
function speciesOfStrain(path: string): string {
  // Three spectra of the type strain ATCC 13182.
  if (/Kleb\d|LMTG72K11/.test(path)) return 'Klebsiella oxytoca';
  return basename(path).split('_').slice(0, 2).join(' ');
}

function readForest(): ReadonlyMap<string, KnownSpecies> {
  const table = readFileSync(sharedPath('reference/prototype-calls-rows-A-D.csv'), 'utf8');
  const [, ...rows] = table.trim().split('\n');
  return new Map(
    rows.flatMap((row): [string, KnownSpecies][] => {
      const [name = '', , , called = '', probability] = row.split(',');
      const species = FOREST[called];
      return species === undefined
        ? []
        : [[name, { by: 'forest', species, isClear: Number(probability) >= CLEAR }]];
    }),
  );
}
