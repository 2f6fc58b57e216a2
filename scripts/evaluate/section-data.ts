import { type Evaluation, isShared } from './evaluation';
import type { ReadSet } from './read-set';

/**
 * What is judged, and what of it the model's numbers come from.
 * @param source what the numbers themselves say of that
 */
export function tellData(evaluation: Evaluation, source: string): void {
  const { report, manifest, sets, hasShared } = evaluation;
  report.text(
    '# Evaluation\n\nWritten by `npm run evaluate -- --write`. Every number here is printed by that program. A set of your own is judged beside these with `--set NAME=PATH`.',
  );
  report.heading('Data, and what was fitted on what');
  report.text(
    `Model ${manifest.id} ${manifest.version}. Its masses and allele frequencies come from genomes. Of its numbers it is said: ${source}`,
  );
  if (hasShared) {
    report.text(
      'So the shared spectra are not independent of the numbers that judge them: the sections on halves and on laboratories hold them against numbers that they have no part in. Labels have no part in any number but the temperature. The limits of the call (`thresholds`) were set by a person who had seen the scores of these spectra.',
    );
  }
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
  if (hasShared) {
    report.text(
      'What else lies in the shared data (a reflector-mode spectrum, tiny files of other formats, cases of inputs that fail) tests the readers, and is no evaluation set: it holds no whole-cell spectrum that is not in the sets above.',
    );
  }
  for (const one of sets) report.list(notesOf(one));
}

/** Spectra that a sentence names, of those that may be many. */
const MOST_NAMED = 4;

/** Sentences about what was not read of a set and how its labels match. */
function notesOf({ set, notes, unread }: ReadSet): string[] {
  const reasons = [...new Set(unread.map(({ reason }) => reason))].map((reason) => {
    const names = unread.filter((one) => one.reason === reason).map(({ row }) => row.name);
    const more = names.length > MOST_NAMED ? ' ...' : '';
    return `not read, ${names.length}: ${reason} (${names.slice(0, MOST_NAMED).join(', ')}${more})`;
  });
  return [...reasons, ...notes].map((sentence) => `${set.name}: ${sentence}`);
}
