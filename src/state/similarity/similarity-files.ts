import type { Interruptible } from '../../core/interruptible';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import { PARTS } from '../../core/similarity/compare-all';
import { pairAt } from '../../core/similarity/cosine';
import { newick } from '../../core/similarity/newick';
import { inSlices } from '../../engine/in-slices';
import { csvLine } from '../../io/exports/csv';
import { safeFileName } from '../../io/exports/safe-file-name';
import { say } from '../../words/say';
import { writeToFile } from '../export-results';
import { PAPER } from '../spectrum/paper-style';
import { sceneSvg } from '../spectrum/scene-svg';
import { similarityScene } from './similarity-scene';
import type { SimilarityView } from './similarity-view.svelte';

/** Names of the files' contents. */
type Kind = 'svg' | 'nwk' | 'csv';
const TYPES: Readonly<Record<Kind, string>> = {
  svg: 'image/svg+xml',
  nwk: 'text/plain',
  csv: 'text/csv',
};

/** Makes a file of what was compared, in slices. */
export async function similarityFile(
  view: SimilarityView,
  kind: Kind,
): Promise<Result<File, Problem>> {
  const name = `${safeFileName(`${view.session.record.name} - similarity`, 'similarity')}.${kind}`;
  const type = TYPES[kind];
  if (kind === 'svg') return ok(new File([(await inSlices(drawing(view)))!], name, { type }));
  return writeToFile(() => (kind === 'csv' ? matrixRows(view) : tree(view)), name, type);
}

function tree(view: SimilarityView): Generator<string, void, void> {
  const { count, left, right, height } = view.compared!.similarity;
  const merges = Array.from(height, (own, i) => ({
    left: left[i]!,
    right: right[i]!,
    height: own,
  }));
  return newick(count, (leaf) => view.labelOf(leaf), merges);
}

/** Yields the similarity of each pair, row by row, in the order of the heat map. */
function* matrixRows(view: SimilarityView): Generator<string, void, void> {
  const { count, cosines, order, clusters } = view.compared!.similarity;
  const spectra = [...order];
  yield csvLine([
    'spectrum',
    'call',
    'cluster',
    ...spectra.map((spectrum) => view.labelOf(spectrum)),
  ]);
  const textOf = cosineTexts();
  for (const a of spectra) {
    const values = spectra.map((b) => (a === b ? '1' : textOf(cosines[pairAt(count, a, b)]!)));
    const head = csvLine([view.labelOf(a), view.callOf(a), clusters[a]!]).trimEnd();
    yield `${head},${values.join(',')}\r\n`;
  }
}

/** Returns a function that writes a stored cosine; of thousands of spectra, each comes up thousands of times. */
function cosineTexts(): (cosine: number) => string {
  const texts: (string | undefined)[] = Array.from({ length: 2 * PARTS + 1 });
  return (cosine) => (texts[cosine + PARTS] ??= String(Number((cosine / PARTS).toFixed(4))));
}

function* drawing(view: SimilarityView): Interruptible<string> {
  const title = say('similarity.picture', {
    run: view.session.record.name,
    count: view.count,
  });
  return sceneSvg(yield* similarityScene(view, title), PAPER, title);
}
