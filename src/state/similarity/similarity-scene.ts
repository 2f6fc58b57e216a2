import type { Interruptible } from '../../core/interruptible';
import { similarityOf } from '../../core/similarity/compare-all';
import { INTENDED_USE } from '../../io/exports/types';
import { say } from '../../words/say';
import { formatFixed } from '../format';
import { callGlyphs } from '../plate/paper-taxa';
import { sampleStatus } from '../results/sample-status';
import { toneAt } from '../plate/tones';
import type { Hex, Scene, Shape } from '../spectrum/scene';
import { line, text } from '../spectrum/shapes';
import { type DrawnMerge, highestMerges, MOST_DRAWN, treeHeight } from './dendrogram-lines';
import { signLegend, signsOf } from './finding-signs';
import type { SimilarityView } from './similarity-view.svelte';

/** Most rows and columns of the drawing: of more spectra, some stand for those beside them. */
const MOST_ROWS = 200;
/** Number of steps between the colours of 0 and 1. */
const SHADES = 32;

/** Draws the whole heat map with its dendrogram, calls and names. */
export function* similarityScene(view: SimilarityView, title: string): Interruptible<Scene> {
  const { similarity, findings, samples } = view.compared!;
  const rows = Math.min(similarity.count, MOST_ROWS);
  const places = Array.from({ length: rows }, (_, row) =>
    Math.floor((row * similarity.count) / rows),
  );
  const cell = Math.max(4, Math.min(14, Math.floor(840 / rows)));
  const side = rows * cell;
  const [left, top] = [160, 40];
  const shapes: Shape[] = [text('text', 8, 20, title, { align: 'start', bold: true, size: 14 })];
  const branch = (height: number) => 130 * (1 - height / treeHeight(similarity)) + 4;
  const along = (at: number) => top + (at * side) / similarity.count;
  const whole = { from: 0, size: similarity.count };
  for (const merge of highestMerges(similarity, whole, MOST_DRAWN)) {
    shapes.push(line('muted', branchOf(merge, branch, along)));
  }
  yield;
  /** Of each colour, the outlines of its cells. */
  const outlines = new Map<number, string>();
  for (const [row, place] of places.entries()) {
    const spectrum = similarity.order[place]!;
    const sample = samples[spectrum];
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
    const shades = places.map((other) => {
      const value = similarityOf(similarity, spectrum, similarity.order[other]!);
      return Math.max(0, Math.round(value * SHADES));
    });
    addCells(outlines, shades, { left, y, cell });
    yield;
  }
  shapes.push(...[...outlines].map(([shade, path]) => cellsOf(shade, path)));
  const bottom = top + side + 20;
  shapes.push(...scaleOf(left, bottom));
  const legend = signLegend(findings).map(({ sign, name }) => `${sign} ${name}`);
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

/** Adds the cells of a row to the outlines of their colours. Neighbouring cells of one colour are one box. */
function addCells(
  outlines: Map<number, string>,
  shades: readonly number[],
  { left, y, cell }: { readonly left: number; readonly y: number; readonly cell: number },
): void {
  for (let from = 0; from < shades.length;) {
    const shade = shades[from]!;
    let to = from + 1;
    while (to < shades.length && shades[to] === shade) to++;
    const box = `M${left + from * cell} ${y}h${(to - from) * cell}v${cell}h${(from - to) * cell}z`;
    outlines.set(shade, (outlines.get(shade) ?? '') + box);
    from = to;
  }
}

/** All cells of a colour are one shape: a program for drawings opens tens of thousands of boxes slowly. */
function cellsOf(shade: number, path: string): Shape {
  const ink: Hex = toneAt('sequential', shade / SHADES).light;
  return { kind: 'glyph', ink, stroke: null, width: 0, dash: [], path, x: 0, y: 0, scale: 1 };
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
