import type { Judged } from './variant';

/** How a model's calls agree with the historic forest's, of the spectra that it puts into a class. */
export interface Agreement {
  readonly compared: number;
  readonly bestAgrees: number;
  readonly species: number;
  readonly speciesAgree: number;
  readonly groups: number;
  readonly refused: number;
  /** Mean score S of the best taxon. */
  readonly meanScore: number;
}

export const AGREEMENT_HEAD = [
  'variant',
  'compared',
  'best taxon agrees',
  'species named',
  'of them agree',
  'complex only',
  'refused',
  'mean score',
] as const;

/** @param expected prefix of the taxon's id; undefined where the forest has no class for it */
export function agreement(
  judged: readonly Judged[],
  expected: readonly (string | undefined)[],
): Agreement {
  const compared = judged.flatMap((one, i) => {
    const taxon = expected[i];
    return taxon === undefined ? [] : [{ one, agrees: one.best.startsWith(taxon) }];
  });
  const species = compared.filter(({ one }) => one.call.kind === 'species');
  const count = (kind: 'group' | 'none'): number =>
    compared.filter(({ one }) => one.call.kind === kind).length;
  return {
    compared: compared.length,
    bestAgrees: compared.filter(({ agrees }) => agrees).length,
    species: species.length,
    speciesAgree: species.filter(({ agrees }) => agrees).length,
    groups: count('group'),
    refused: count('none'),
    meanScore: compared.reduce((sum, { one }) => sum + one.score, 0) / compared.length,
  };
}

export function agreementRow(name: string, a: Agreement): (string | number)[] {
  const { compared, bestAgrees, species, speciesAgree, groups, refused, meanScore } = a;
  return [name, compared, bestAgrees, species, speciesAgree, groups, refused, meanScore.toFixed(1)];
}
