import type { UnresolvedPair } from './tell-apart';

/** Why two taxa cannot be told apart, as a sentence. @param nameOf a taxon's name by its id */
export function describeUnresolved(
  { taxa, hidden }: UnresolvedPair,
  nameOf: (id: string) => string,
): string {
  const [one, other] = taxa.map(nameOf);
  const said = `${one} and ${other} cannot be told apart`;
  if (hidden.length === 0) return `${said}: no locus that both have differs between them.`;
  const part = (why: UnresolvedPair['hidden'][number]['why'], words: string): string[] => {
    const loci = hidden.filter((locus) => locus.why === why).map(({ locus }) => locus);
    return loci.length === 0 ? [] : [`${loci.join(', ')}, ${words}`];
  };
  const reasons = [
    ...part('not-seen', 'which is too rarely seen in spectra to decide'),
    ...part('too-close', 'where their masses lie too close together'),
  ];
  return `${said}: they differ only in ${reasons.join('; and in ')}.`;
}
