import { say } from '../../words/say';
import { formatMz } from '../format';
import { fitText } from '../plate/plate-scene';
import { splitTaxonText } from '../taxon-text';
import type { DecidingWindow, DecidingWindows } from './deciding-windows';
import { markerLabel, type PlotMarker } from './plot-markers';
import type { Box, Layer, MeasureText, Scene, Shape } from './scene';
import { line, pointer, square, text } from './shapes';
import { textWidth } from './text-width';
import { highestIn, penPath, type Trace } from './trace';

/** Px: of the key, of a window with its name and what stands below it, and of the gaps between. */
const KEY = 22;
const NAME = 18;
const PICTURE = 56;
const BELOW = 36;
const GAP = 16;
/** Room above the peaks for the signs that mark the two places. */
const SIGNS = 14;
/** Windows that stand side by side, so that one by itself is no wider than in a row. */
const SIDE_BY_SIDE = 3;
const DASH = [4, 3];

interface DecidingOptions {
  readonly width: number;
  /** Names that are set in italics. */
  readonly words: ReadonlySet<string>;
}

/**
 * Draws the parts of a spectrum that decide between two taxa, side by side: where each of the two is expected, by a
 * triangle and a line, or a square and a dashed one, and below whether a peak was found there.
 */
export function decidingScene(
  deciding: DecidingWindows,
  trace: Trace,
  { width, words }: DecidingOptions,
): Scene {
  const room = (width - (SIDE_BY_SIDE - 1) * GAP) / SIDE_BY_SIDE;
  const boxes = deciding.windows.map((window, place) => ({
    window,
    box: { x: place * (room + GAP), y: KEY + NAME, width: room, height: PICTURE },
  }));
  return {
    width,
    height: KEY + NAME + PICTURE + BELOW,
    layers: [
      { clip: null, shapes: keyShapes(deciding, words, textWidth) },
      ...boxes.flatMap(({ window, box }) => windowLayers(window, box, trace)),
    ],
  };
}

function keyShapes(
  { taxa }: DecidingWindows,
  words: ReadonlySet<string>,
  measure: MeasureText,
): readonly Shape[] {
  const shapes: Shape[] = [];
  let x = 6;
  for (const [place, taxon] of taxa.entries()) {
    const said = say('spectrum.decidingExpected', { taxon: taxon.shortName });
    shapes.push(signAt(place, x, 16));
    const style = { align: 'start' } as const;
    shapes.push(text(inkOf(place), x + 10, 16, splitTaxonText(said, words), style));
    x += 10 + measure(said, 12) + 24;
  }
  return shapes;
}

function windowLayers(
  { locus, charge, range, places }: DecidingWindow,
  box: Box,
  trace: Trace,
): readonly Layer[] {
  const { x: left, y: top, width, height } = box;
  const xOf = (mz: number) => left + ((mz - range.from) / (range.to - range.from)) * width;
  const highest = highestIn(trace, range) || 1;
  const bottom = top + height;
  const yOf = (value: number) => bottom - (Math.max(0, value) / highest) * (height - SIGNS - 2);
  const inside: Shape[] = [
    ...places.map((marker, place) => {
      const x = xOf(marker.expectedHere);
      return line(inkOf(place), [x, top + SIGNS, x, bottom], { dash: place === 0 ? [] : DASH });
    }),
    line('trace', penPath(trace, range, Math.round(2 * width), xOf, yOf)),
    ...places.map((marker, place) => signAt(place, xOf(marker.expectedHere), top + SIGNS - 2)),
  ];
  const start = { align: 'start' } as const;
  const below = places.map((marker, place) => {
    const y = bottom + 15 + place * 16;
    const words = fitText(placeWords(marker), width - 14, textWidth);
    return [signAt(place, left + 5, y), text(inkOf(place), left + 14, y, words, start)];
  });
  return [
    { clip: box, shapes: inside },
    {
      clip: null,
      shapes: [
        text('text', left, top - 6, markerLabel({ locus, charge }), { ...start, bold: true }),
        line('text', [left, bottom, left + width, bottom]),
        ...below.flat(),
      ],
    },
  ];
}

/** Writes `5193.92, found at 5194.10`. */
function placeWords({ expectedHere, found }: PlotMarker): string {
  const mz = formatMz(expectedHere);
  return found === null
    ? say('report.placeNotFound', { mz })
    : say('report.placeFound', { mz, found: formatMz(found.mz) });
}

function signAt(place: number, x: number, y: number): Shape {
  return place === 0 ? pointer('found', x, y, true) : square('rival', x, y, true);
}

function inkOf(place: number): 'found' | 'rival' {
  return place === 0 ? 'found' : 'rival';
}
