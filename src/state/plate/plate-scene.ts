import { letterOfRow, nameOfPlace } from '../../core/plate/spot-place';
import { say } from '../../words/say';
import type { Captions } from '../spectrum/build-scene';
import type { Box, MeasureText, Paint, Scene, Shape } from '../spectrum/scene';
import { line, text } from '../spectrum/shapes';
import { effectSentences, type Heat } from './heat';
import type { SpotLook } from './rated-spots';
import { levelMarkPaths } from './level-marks';
import { MEAN_KEYS } from './mean-words';
import type { PlateMap, PlateSpot } from './plate-map';
import { inkOn } from './tones';

export interface PlateSceneOptions {
  /** Null where the spots are coloured by their calls. */
  readonly heat: Heat | null;
  /** Draws the mark of a spot's call in a square. */
  readonly callOf: (spot: PlateSpot, square: SquareAt) => readonly Shape[];
  /** Draws the legend from a height on. */
  readonly legendAt: (top: number) => DrawnLegend;
  /** Null where the document around it says all that. */
  readonly captions: Captions | null;
  readonly measure: MeasureText;
  /** Px; text has the same size in a narrower drawing, and is larger on paper. */
  readonly width?: number;
}

/** A square by its middle. */
export interface SquareAt {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface DrawnLegend {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

/** Px of the drawing. */
export const PLATE_WIDTH = 1200;
export const PLATE_MARGIN = 24;
const LETTERS = 24;
const MEAN_GAP = 10;
const HEAD = 68;
const LINE = 18;
const TEXT = 12;

/** Draws a whole plate with its legend, its means, and text that explains it. */
export function plateScene(plate: PlateMap, options: PlateSceneOptions): Scene {
  const { heat, captions, width = PLATE_WIDTH } = options;
  const legend = options.legendAt(captions === null ? 0 : HEAD);
  const { rows, columns } = plate.format;
  const effects = heat?.effectsOf(plate) ?? null;
  const tracks = columns + (effects === null ? 0 : 1);
  const room = width - 2 * PLATE_MARGIN - LETTERS - (effects === null ? 0 : MEAN_GAP);
  const cell = { width: room / tracks, height: columns > 12 ? 32 : 48 };
  const left = PLATE_MARGIN + LETTERS;
  const top = legend.bottom + 28;
  const boxAt = (row: number, column: number): Box => ({
    x: left + column * cell.width + (column < columns ? 0 : MEAN_GAP) + 1,
    y: top + row * cell.height + (row < rows ? 0 : MEAN_GAP) + 1,
    width: cell.width - 2,
    height: cell.height - 2,
  });
  const shapes: Shape[] = [
    ...(captions === null ? [] : drawHead(captions, options.measure)),
    ...legend.shapes,
  ];
  for (let column = 0; column < columns; column += 1) {
    const { x, width } = boxAt(0, column);
    shapes.push(text('muted', x + width / 2, top - 8, String(column + 1)));
  }
  for (let row = 0; row < rows; row += 1) {
    const { y, height } = boxAt(row, 0);
    shapes.push(text('muted', PLATE_MARGIN + 8, y + height / 2 + 4, letterOfRow(row)));
    for (let column = 0; column < columns; column += 1) {
      const spot = plate.spots.get(nameOfPlace({ row, column }));
      shapes.push(...drawSpot(spot ?? null, boxAt(row, column), options));
    }
  }
  let bottom = top + rows * cell.height;
  if (heat !== null && effects !== null) {
    for (const [row, { mean }] of effects.rows) {
      shapes.push(...drawLook(heat.lookOfMean(mean), '', boxAt(row, columns), options.measure));
    }
    for (const [column, { mean }] of effects.columns) {
      shapes.push(...drawLook(heat.lookOfMean(mean), '', boxAt(rows, column), options.measure));
    }
    const corner = boxAt(rows, columns);
    const y = corner.y + corner.height / 2 + 4;
    const word = heat.meanOf === null ? '' : say(MEAN_KEYS[heat.meanOf]);
    const shown = fitText(word, corner.width, options.measure);
    shapes.push(text('muted', corner.x + corner.width / 2, y, shown));
    bottom += MEAN_GAP + cell.height;
  }
  const notes = [
    ...(heat === null ? [] : effectSentences(heat, plate)),
    ...(captions?.footer ?? []),
  ];
  notes.forEach((words, i) => {
    shapes.push(
      text('muted', PLATE_MARGIN, bottom + 24 + i * LINE, words, { align: 'start', size: TEXT }),
    );
  });
  const height = Math.ceil(bottom + 24 + notes.length * LINE);
  return { width, height, layers: [{ clip: null, shapes }] };
}

function drawHead({ title, subtitle }: Captions, measure: MeasureText): readonly Shape[] {
  const size = 16;
  const whole = title.map((part) => part.text).join('');
  const shown = fitText(whole, PLATE_WIDTH - 2 * PLATE_MARGIN, measure, size);
  return [
    text('text', PLATE_MARGIN, 30, shown, { align: 'start', bold: true, size }),
    text('muted', PLATE_MARGIN, 51, subtitle, { align: 'start' }),
  ];
}

function drawSpot(
  spot: PlateSpot | null,
  box: Box,
  { heat, callOf, measure }: PlateSceneOptions,
): readonly Shape[] {
  const middle = box.x + box.width / 2;
  if (spot === null) {
    const size = Math.min(box.width, box.height) / 2;
    const y = box.y + box.height / 2;
    return [outline({ x: middle - size / 2, y: y - size / 2, width: size, height: size }, 'rule')];
  }
  const name = box.height < 40 ? '' : (spot.sample?.name ?? spot.spectrum.name);
  const times = spot.spectra.length;
  const again =
    times === 1
      ? []
      : [
          text('text', box.x + box.width - 3, box.y + 12, `×${times}`, {
            align: 'end',
            bold: true,
          }),
        ];
  if (heat !== null) {
    return [...drawLook(heat.spots.get(spot)?.look ?? null, name, box, measure), ...again];
  }
  const room = name === '' ? box.height : box.height - 16;
  const square = { x: middle, y: box.y + room / 2, size: room - 4 };
  return [...callOf(spot, square), ...nameShapes(name, 'text', box, measure), ...again];
}

/** Draws a look as the page does: a colour with its number, or with the mark of its level. */
function drawLook(
  look: SpotLook | null,
  name: string,
  box: Box,
  measure: MeasureText,
): readonly Shape[] {
  const middle = { x: box.x + box.width / 2, y: box.y + (box.height - (name === '' ? 0 : 15)) / 2 };
  if (look === null) {
    const { x, y, width, height } = box;
    return [
      outline(box, 'muted', [3, 3]),
      line('rule', [x, y + height, x + width, y]),
      ...nameShapes(name, 'text', box, measure),
    ];
  }
  const ink: Paint = look.tone === null ? 'text' : inkOn(look.tone.light);
  const shapes: Shape[] = [];
  if (look.tone !== null) shapes.push({ kind: 'box', ink: look.tone.light, opacity: 1, box });
  shapes.push(outline(box, look.tone === null ? 'rule' : 'muted'));
  if (look.mark !== null) {
    const { d: path, filled } = levelMarkPaths[look.mark];
    const hasRoom = box.width >= 60 && look.text !== '';
    const x = hasRoom ? box.x + 6 : middle.x - 8;
    const sign = { x, y: middle.y - 8, scale: 1, width: 1.75, dash: [], path };
    shapes.push({ kind: 'glyph', ink: filled ? ink : null, stroke: filled ? null : ink, ...sign });
    if (hasRoom) shapes.push(text(ink, middle.x + 10, middle.y + 4, look.text));
  } else {
    shapes.push(text(ink, middle.x, middle.y + 4, look.text));
  }
  return [...shapes, ...nameShapes(name, ink, box, measure)];
}

function nameShapes(
  name: string,
  ink: Paint,
  { x, y, width, height }: Box,
  measure: MeasureText,
): readonly Shape[] {
  if (name === '') return [];
  return [text(ink, x + width / 2, y + height - 5, fitText(name, width - 6, measure))];
}

/** Cuts a text to a width; what was cut is told by three points. */
export function fitText(words: string, width: number, measure: MeasureText, size = TEXT): string {
  if (measure(words, size) <= width) return words;
  const letters = [...words];
  while (letters.length > 0 && measure(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** Draws the edges of a box. */
export function outline(
  { x, y, width, height }: Box,
  ink: Paint,
  dash: readonly number[] = [],
): Shape {
  const path = [x, y, x + width, y, x + width, y + height, x, y + height, x, y];
  return line(ink, path, { dash });
}
