import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const hasData = existsSync(DATA);
export const PLATE = `${DATA}klebsiella-plate-rows-A-D.zip`;
export const OTHERS = `${DATA}other-bacteria-species1-2.tar.gz`;

/**
 * The original authors' random forest, trained on sequenced isolates. Its class names were scrambled
 * when it was published; the four sequenced isolates show what 1 and 0 are, 5 behaves as given here.
 */
const FOREST_TAXON: Record<number, string> = {
  0: 'klebsiella-variicola',
  1: 'klebsiella-pneumoniae',
  5: 'klebsiella-quasipneumoniae',
};

export const SEQUENCED: Record<string, string> = {
  KPN290: 'klebsiella-pneumoniae',
  KPN300: 'klebsiella-pneumoniae',
  KPN297: 'klebsiella-variicola',
  KPN309: 'klebsiella-variicola',
};

/** By the spectrum's uid: the start of the id of the taxon that the forest says, if it is one of three. */
export function forestTaxa(): (uid: string) => string | undefined {
  const { probabilities } = JSON.parse(
    readText('sklearn-models/historic-ktyper-0.0.1.expected.json'),
  ) as { probabilities: Record<string, number[]> };
  return (uid) => {
    const row = probabilities[uid];
    return row && FOREST_TAXON[row.indexOf(Math.max(...row))];
  };
}

/** What the prototype said of rows A-D: taxon (null when it is refused) by the analyte's name. */
export function prototypeCalls(): Map<string, string | null> {
  const taxonOf: Record<string, string> = {
    pneu: 'klebsiella-pneumoniae',
    vari: 'klebsiella-variicola',
    qsim: 'klebsiella-quasipneumoniae-similipneumoniae',
    Raou: 'raoultella',
  };
  const [, ...rows] = readText('reference/prototype-calls-rows-A-D.csv').trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [name = '', , , , , call = '', isAccepted] = row.split(',');
      return [name, isAccepted === '1' ? (taxonOf[call] ?? null) : null];
    }),
  );
}

function readText(name: string): string {
  return readFileSync(`${DATA}${name}`, 'utf8');
}
