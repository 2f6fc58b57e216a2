import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type NamedVector, readSpectra } from './read-spectra';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const hasSharedData = existsSync(DATA);

export const PLATE = 'rows A-D of a plate';
export const ITALY = 'a laboratory in Italy';
export const RKI = 'Robert Koch-Institute';
const OTHERS = 'two other species';

/** What is read of each laboratory, under ../shared/data. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  [PLATE]: ['klebsiella-plate-rows-A-D.zip'],
  [ITALY]: [
    'other-laboratories/italy-text.tar.gz',
    'other-formats/text/3s.txt',
    'other-formats/text/24s.txt',
  ],
  [RKI]: [
    'other-laboratories/rki-klebsiella-oxytoca.tar.gz',
    'other-laboratories/rki-citrobacter-text.tar.gz',
  ],
  [OTHERS]: ['other-bacteria-species1-2.tar.gz'],
};

export interface Laboratory {
  readonly laboratory: string;
  readonly spectra: readonly NamedVector[];
}

/** All shared spectra, each laboratory's by themselves. */
export async function readLaboratories(): Promise<Laboratory[]> {
  const laboratories: Laboratory[] = [];
  for (const [laboratory, files] of Object.entries(FILES)) {
    const spectra: NamedVector[] = [];
    for (const file of files) spectra.push(...(await readSpectra(`${DATA}${file}`)));
    laboratories.push({ laboratory, spectra });
  }
  return laboratories;
}

/** What the prototype's table calls the forest's classes; the others are not clear. */
const FOREST: Readonly<Record<string, string>> = {
  pneu: 'klebsiella-pneumoniae',
  vari: 'klebsiella-variicola',
  qsim: 'klebsiella-quasipneumoniae',
};
/** The forest's likeliest class has this probability at least, or it judges nothing. */
const CLEAR = 0.5;
let forest: ReadonlyMap<string, string> | null = null;

/**
 * The start of the id of the taxon that something else than this model says of a spectrum: the historic
 * forest of the plate's, where it is clear, and the strain's name of the institute's.
 */
export function judgedAs(laboratory: string, name: string, path: string): string | undefined {
  if (laboratory === RKI) return /Kleb\d|LMTG72K11/.test(path) ? 'klebsiella-oxytoca' : undefined;
  if (laboratory !== PLATE) return undefined;
  forest ??= readForest();
  return forest.get(name);
}

function readForest(): ReadonlyMap<string, string> {
  const table = readFileSync(`${DATA}reference/prototype-calls-rows-A-D.csv`, 'utf8');
  const [, ...rows] = table.trim().split('\n');
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const [name = '', , , called = '', probability] = row.split(',');
      const species = FOREST[called];
      return species !== undefined && Number(probability) >= CLEAR ? [[name, species]] : [];
    }),
  );
}
