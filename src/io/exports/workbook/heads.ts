/** Parts of the table's names that are not written as words. */
const WORDS: Readonly<Record<string, string>> = {
  '10kda': '10 kDa',
  hpc: 'HPC',
  kda: 'kDa',
  mz: 'm/z',
  ppm: '(ppm)',
  sha256: 'SHA-256',
  uids: 'identifiers',
};

/** Makes the head of a column from its name in the table: `runner_up_probability` is `Runner up probability`. */
export function headOf(name: string): string {
  const words = name.split('_').map((word) => WORDS[word] ?? word);
  const head = words.join(' ').replace('(ppm) per kDa', '(ppm per kDa)');
  return head.slice(0, 1).toUpperCase() + head.slice(1);
}
