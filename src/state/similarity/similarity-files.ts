import type { Interruptible } from '../../core/interruptible';
import { type Similarity, similarityOf } from '../../core/similarity/compare-all';
import { newick } from '../../core/similarity/newick';
import { inSlices } from '../../engine/in-slices';
import { csvLine } from '../../io/exports/csv';
import { safeFileName } from '../../io/exports/safe-file-name';
import { INTENDED_USE } from '../../io/exports/types';
import { say } from '../../words/say';
import { formatFixed } from '../format';
import { callGlyphs } from '../plate/paper-taxa';
import { sampleStatus } from '../results/sample-status';
import { toneAt } from '../plate/tones';
import { PAPER } from '../spectrum/paper-style';
import type { Hex, Scene, Shape } from '../spectrum/scene';
import { sceneSvg } from '../spectrum/scene-svg';
import { line, text } from '../spectrum/shapes';
import type { DrawnMerge } from './dendrogram-lines';
import { signLegend, signsOf } from './finding-signs';
import type { SimilarityView } from './similarity-view.svelte';

/** Most rows and columns of the drawing: of more spectra, some stand for those beside them. */
const MOST_ROWS = 200;

/** Names of the files' contents. */
type Kind = 'svg' | 'nwk' | 'csv';
const TYPES: Readonly<Record<Kind, string>> = {
  svg: 'image/svg+xml',
  nwk: 'text/plain',
  csv: 'text/csv',
};

/** Makes a file of what was compared. */
export async function similarityFile(view: SimilarityView, kind: Kind): Promise<File> {
  const name = `${safeFileName(`${view.session.record.name} - similarity`, 'similarity')}.${kind}`;
  const parts =
    kind === 'csv'
      ? (await inSlices(matrixRows(view)))!
      : [kind === 'nwk' ? tree(view) : drawing(view)];
  return new File(parts, name, { type: TYPES[kind] });
}

function tree(view: SimilarityView): string {
  const { count, left, right, height } = view.compared!.similarity;
  const names = Array.from({ length: count }, (_, i) => view.labelOf(i));
  const merges = Array.from(height, (own, i) => ({
    left: left[i]!,
    right: right[i]!,
    height: own,
  }));
  return newick(names, merges);
}

/** Each row is a Blob of its own, so that the browser may keep it on disk, and a step of its own. */
function* matrixRows(view: SimilarityView): Interruptible<Blob[]> {
  const { similarity } = view.compared!;
  const order = [...similarity.order];
  const names = order.map((spectrum) => view.labelOf(spectrum));
  const rows = [new Blob([csvLine(['spectrum', 'call', 'cluster', ...names])])];
  for (const [row, a] of order.entries()) {
    const values = order.map((b) => Number(similarityOf(similarity, a, b).toFixed(4)));
    const cluster = view.compared!.clusters[a]!;
    rows.push(new Blob([csvLine([names[row]!, view.callOf(a), cluster, ...values])]));
    yield;
  }
  return rows;
}

function drawing(view: SimilarityView): string {
  const { similarity } = view.compared!;
  const title = say('similarity.picture', {
    run: view.session.record.name,
    count: view.count,
  });
  return sceneSvg(similarityScene(view, similarity, title), PAPER, title);
}

/** Draws the whole heat map with its dendrogram, calls and names. */
function similarityScene(view: SimilarityView, similarity: Similarity, title: string): Scene {
  const rows = Math.min(similarity.count, MOST_ROWS);
  const places = Array.from({ length: rows }, (_, row) =>
    Math.floor((row * similarity.count) / rows),
  );
  const cell = Math.max(4, Math.min(14, Math.floor(840 / rows)));
  const side = rows * cell;
  const [left, top] = [160, 40];
  const shapes: Shape[] = [text('text', 8, 20, title, { align: 'start', bold: true, size: 14 })];
  const branch = (height: number) => 130 * (1 - height / (view.merges.at(-1)?.height || 1)) + 4;
  const along = (at: number) => top + (at * side) / similarity.count;
  for (const merge of view.merges.slice(-2 * MOST_ROWS)) {
    shapes.push(line('muted', branchOf(merge, branch, along)));
  }
  for (const [row, place] of places.entries()) {
    const spectrum = similarity.order[place]!;
    const sample = view.compared!.samples[spectrum];
    const y = top + row * cell;
    const status = sample ? sampleStatus(sample) : null;
    const at = { x: left - 14, y: y + cell / 2, size: Math.min(16, 1.4 * cell) };
    shapes.push(...callGlyphs(view.markOf(spectrum), status, at));
    const sign = signsOf(view.findingKinds.get(spectrum));
    if (sign !== '') {
      shapes.push(text('text', left + side + 10, y + cell / 2 + 4, sign, { bold: true, size: 11 }));
    }
    if (cell >= 8) {
      const words = view.labelOf(spectrum);
      shapes.push(text('text', left + side + 20, y + cell - 2, words, { align: 'start', size: 9 }));
    }
    shapes.push(...rowOfCells(similarity, places, row, { left, y, cell }));
  }
  const bottom = top + side + 20;
  shapes.push(...scaleOf(left, bottom));
  const legend = signLegend(view.compared!.findings).map(({ sign, name }) => `${sign} ${name}`);
  shapes.push(text('text', left, bottom + 25, legend.join('   '), { align: 'start', size: 10 }));
  shapes.push(text('muted', 8, bottom + 40, INTENDED_USE, { align: 'start', size: 10 }));
  const size = { width: left + side + (cell >= 8 ? 234 : 24), height: bottom + 52 };
  return { ...size, layers: [{ clip: null, shapes }] };
}

function branchOf(
  { height, ends: [a, b] }: DrawnMerge,
  x: (height: number) => number,
  y: (at: number) => number,
): readonly number[] {
  return [x(a.height), y(a.at), x(height), y(a.at), x(height), y(b.at), x(b.height), y(b.at)];
}

/** Neighbouring cells of one colour are one box. */
function rowOfCells(
  similarity: Similarity,
  places: readonly number[],
  row: number,
  { left, y, cell }: { readonly left: number; readonly y: number; readonly cell: number },
): readonly Shape[] {
  const { order } = similarity;
  const colours = places.map((place): Hex => {
    const value = similarityOf(similarity, order[places[row]!]!, order[place]!);
    return toneAt('sequential', Math.round(value * 32) / 32).light;
  });
  const shapes: Shape[] = [];
  for (let from = 0; from < colours.length;) {
    let to = from + 1;
    while (to < colours.length && colours[to] === colours[from]) to++;
    const box = { x: left + from * cell, y, width: (to - from) * cell, height: cell };
    shapes.push({ kind: 'box', ink: colours[from]!, opacity: 1, box });
    from = to;
  }
  return shapes;
}

function scaleOf(x: number, y: number): readonly Shape[] {
  const steps = 20;
  const boxes = Array.from({ length: steps }, (_, i): Shape => {
    const box = { x: x + i * 8, y, width: 8, height: 10 };
    return { kind: 'box', ink: toneAt('sequential', i / (steps - 1)).light, opacity: 1, box };
  });
  const ends = { align: 'start', size: 10 } as const;
  return [
    text('text', x - 6, y + 9, formatFixed(0, 0), { align: 'end', size: 10 }),
    ...boxes,
    text(
      'text',
      x + steps * 8 + 6,
      y + 9,
      `${formatFixed(1, 0)}  ${say('similarity.legend')}`,
      ends,
    ),
  ];
}
