import { partsOf } from '../../words/parts';
import { say } from '../../words/say';
import { formatCount } from '../format';
import type { MeasureText, Shape } from '../spectrum/scene';
import { line, text } from '../spectrum/shapes';
import type { TextPart } from '../taxon-text';
import { ABSENT_COUNT_KEYS, COLOURING_KEYS } from './colouring-words';
import type { Heat } from './heat';
import { levelMarkPaths } from './level-marks';
import { type DrawnLegend, outline, PLATE_MARGIN, PLATE_WIDTH } from './plate-scene';
import { inkOn, toneAt } from './tones';
import type { ValueScale } from './value-scale';

const RAMP_WIDTH = 480;
const RAMP_HEIGHT = 14;
const STEPS = 120;
const ROW = 26;
/** Px of a sign of the legend, and of the gap behind an entry. */
const SIGN = 28;
const GAP = 24;

/** An entry of a legend: a sign and its meaning. */
export interface LegendEntry {
  readonly words: readonly TextPart[];
  /** Draws the sign around a middle. */
  readonly sign: (x: number, y: number) => readonly Shape[];
}

/** Draws the legend of a heat map: its title with the unit, its scale or its levels, and no value. */
export function heatLegend(heat: Heat, top: number, measure: MeasureText): DrawnLegend {
  const { legend, absent } = heat;
  const title = say(COLOURING_KEYS[heat.colouring]);
  const shapes: Shape[] = [
    text('text', PLATE_MARGIN, top + 12, title, { align: 'start', bold: true }),
  ];
  let bottom = top + 20;
  const entries: LegendEntry[] = [];
  if (legend?.kind === 'scale') {
    shapes.push(...rampShapes(legend.scale, bottom));
    bottom += RAMP_HEIGHT + 28;
    if (legend.scale.isCut) {
      entries.push({
        words: plain(say('plate.legendIsCut')),
        sign: () => [],
      });
    }
  }
  if (legend?.kind === 'levels') {
    for (const { label, tone, mark, spots } of legend.levels) {
      const { d: path, filled } = levelMarkPaths[mark];
      const ink = inkOn(tone.light);
      entries.push({
        words: plain(say('common.named', { name: label, what: formatCount(spots) })),
        sign: (x, y) => {
          const box = { x: x - 14, y: y - 9, width: SIGN, height: 18 };
          const at = { x: x - 8, y: y - 8, scale: 1, width: 1.75, dash: [], path };
          return [
            { kind: 'box', ink: tone.light, opacity: 1, box },
            outline(box, 'muted'),
            { kind: 'glyph', ink: filled ? ink : null, stroke: filled ? null : ink, ...at },
          ];
        },
      });
    }
  }
  if (absent > 0) {
    entries.push({
      words: plain(
        partsOf(ABSENT_COUNT_KEYS[heat.colouring], { count: absent })
          .map((part) => part.text)
          .join(''),
      ),
      sign: (x, y) => {
        const box = { x: x - 14, y: y - 9, width: SIGN, height: 18 };
        return [
          outline(box, 'muted', [3, 3]),
          line('rule', [box.x, box.y + box.height, box.x + box.width, box.y]),
        ];
      },
    });
  }
  const listed = entryShapes(entries, bottom, measure);
  return { shapes: [...shapes, ...listed.shapes], bottom: listed.bottom };
}

/** Draws entries in as many rows as they take. */
export function entryShapes(
  entries: readonly LegendEntry[],
  top: number,
  measure: MeasureText,
  room = PLATE_WIDTH,
): DrawnLegend {
  const shapes: Shape[] = [];
  let x = PLATE_MARGIN;
  let y = top + ROW / 2;
  for (const { words, sign } of entries) {
    const width = SIGN + 6 + measure(words.map((part) => part.text).join(''), 12);
    if (x > PLATE_MARGIN && x + width > room - PLATE_MARGIN) {
      x = PLATE_MARGIN;
      y += ROW;
    }
    shapes.push(...sign(x + SIGN / 2, y));
    shapes.push(text('text', x + SIGN + 6, y + 4, words, { align: 'start' }));
    x += width + GAP;
  }
  return { shapes, bottom: entries.length === 0 ? top : y + ROW / 2 };
}

function rampShapes({ ramp, ticks }: ValueScale, top: number): readonly Shape[] {
  const left = PLATE_MARGIN + 24;
  const shapes: Shape[] = [];
  const width = RAMP_WIDTH / STEPS;
  for (let i = 0; i < STEPS; i += 1) {
    const ink = toneAt(ramp, (i + 0.5) / STEPS).light;
    // Neighbours overlap a little, so that no seam shows between them.
    const box = { x: left + i * width, y: top, width: width + 0.5, height: RAMP_HEIGHT };
    shapes.push({ kind: 'box', ink, opacity: 1, box });
  }
  shapes.push(outline({ x: left, y: top, width: RAMP_WIDTH, height: RAMP_HEIGHT }, 'muted'));
  for (const { at, label } of ticks) {
    const x = left + at * RAMP_WIDTH;
    shapes.push(line('muted', [x, top + RAMP_HEIGHT, x, top + RAMP_HEIGHT + 4]));
    shapes.push(text('text', x, top + RAMP_HEIGHT + 18, label));
  }
  return shapes;
}

function plain(words: string): readonly TextPart[] {
  return [{ text: words, italic: false }];
}
