import { type Evaluation, isShared } from './evaluation';

/** What is judged, and what of it the model's numbers come from. */
export function tellData({ report, manifest, sets }: Evaluation, source: string): void {
  report.text(
    '# Evaluation\n\nWritten by `npm run evaluate -- --write`. Every number here is printed by that program. A set of your own is judged beside these with `--set NAME=PATH`.',
  );
  report.heading('Data, and what was fitted on what');
  report.text(
    `Model ${manifest.id} ${manifest.version}. Its masses and allele frequencies come from genomes. Its numbers come from the spectra below. ${source}`,
  );
  report.text(
    'So the shared spectra are not independent of the numbers that judge them: the sections on halves and on laboratories hold them against numbers that they have no part in. Labels have no part in any number but the temperature. The limits of the call (`thresholds`) were set by a person who had seen the scores of these spectra.',
  );
  report.table(
    ['set', 'spectra', 'read', 'known of them', 'given to the fit'],
    sets.map((one) => [
      one.set.name,
      one.found,
      one.spectra.length,
      one.set.knowledge,
      isShared(one) ? 'yes' : 'no',
    ]),
  );
  report.text(
    'What else lies in the shared data (a reflector-mode spectrum, tiny files of other formats, cases of inputs that fail) tests the readers, and is no evaluation set: it holds no whole-cell spectrum that is not in the sets above.',
  );
  for (const { set, notes, unread } of sets) {
    const reasons = [...new Set(unread.map(({ reason }) => reason))].map((reason) => {
      const of = unread.filter((one) => one.reason === reason);
      const named = of.slice(0, 4).map(({ row }) => row.name);
      return `not read, ${of.length}: ${reason} (${named.join(', ')}${of.length > 4 ? ' ...' : ''})`;
    });
    report.list([...reasons, ...notes].map((sentence) => `${set.name}: ${sentence}`));
  }
}
