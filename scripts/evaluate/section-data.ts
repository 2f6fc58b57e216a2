import { type Evaluation, isShared } from './evaluation';
import type { ReadSet } from './read-set';

/**
 * Reports which data are judged, and which of them the model's numbers come from.
 *
 * @param source the description of their source in the numbers' own file
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

/** Most spectra that one sentence names, as there may be many. */
const MOST_NAMED = 4;

/** Describes, in sentences, what could not be read of a set and how its labels match. */
function notesOf({ set, notes, unread }: ReadSet): string[] {
  const reasons = [...new Set(unread.map(({ reason }) => reason))].map((reason) => {
    const names = unread.filter((one) => one.reason === reason).map(({ row }) => row.name);
    const more = names.length > MOST_NAMED ? ' ...' : '';
    return `not read, ${names.length}: ${reason} (${names.slice(0, MOST_NAMED).join(', ')}${more})`;
  });
  return [...reasons, ...notes].map((sentence) => `${set.name}: ${sentence}`);
}
