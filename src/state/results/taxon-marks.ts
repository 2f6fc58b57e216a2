import type { ModelManifest } from '../../core/model-pack/types';

/** Number of colours and of shapes of marks. */
export const MARK_COLOURS = 9;
const MARKS = MARK_COLOURS * MARK_COLOURS;

/**
 * Ids of the taxa that are usual here, each at its mark. An id is made from the taxon's name, so a taxon has the
 * same in every model. The order must never change: people know a taxon by its mark.
 */
const KNOWN: readonly string[] = [
  'klebsiella-pneumoniae',
  'klebsiella-quasipneumoniae-similipneumoniae',
  'klebsiella-quasipneumoniae-quasipneumoniae',
  'klebsiella-variicola',
  'klebsiella-quasivariicola',
  'klebsiella-oxytoca',
  'klebsiella-michiganensis-grimontii',
  'klebsiella-aerogenes',
  'raoultella',
  'klebsiella-variicola-tropica',
  'klebsiella-spallanzanii',
  'klebsiella-huaxiensis',
  'klebsiella-indica',
  'klebsiella-oxytoca-group',
  'klebsiella-quasipneumoniae',
  'klebsiella-africana',
];

const known = new WeakMap<ModelManifest, ReadonlyMap<string, number>>();

/** Returns the number of a taxon's mark, which depends on the taxon and not on the model. */
export function taxonMark(manifest: ModelManifest, taxon: string): number | null {
  let marks = known.get(manifest);
  if (marks === undefined) known.set(manifest, (marks = assignMarks(manifest)));
  return marks.get(taxon) ?? null;
}

/** Two taxa of a model that would have the same mark get neighbouring ones. */
function assignMarks({ taxa }: ModelManifest): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  const taken = new Set<number>();
  const ids = taxa.map(({ id }) => id);
  for (const id of ids) {
    const mark = KNOWN.indexOf(nameOfId(id));
    if (mark < 0 || taken.has(mark)) continue;
    taken.add(mark);
    marks.set(id, mark);
  }
  for (const id of ids.filter((one) => !marks.has(one)).sort()) {
    let mark = KNOWN.length + (hashOf(id) % (MARKS - KNOWN.length));
    for (let tried = 0; taken.has(mark) && tried < MARKS; tried++) mark = (mark + 1) % MARKS;
    taken.add(mark);
    marks.set(id, mark);
  }
  return marks;
}

/** Models spell the same taxon with and without the rank of a subspecies. */
function nameOfId(id: string): string {
  return id.replace(/-subsp-/, '-').replace(/^raoultella-species$/, 'raoultella');
}

function hashOf(text: string): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash;
}
