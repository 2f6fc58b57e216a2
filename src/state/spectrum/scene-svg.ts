/* eslint-disable house/no-sentences -- These are elements of an SVG. */
import { unreachable } from '../../core/result';
import { element, type MarkupElement } from '../markup/markup';
import { writeMarkup } from '../markup/write-markup';
import { colourOf, type PaintStyle } from './paint-scene';
import type { Layer, Scene, Shape } from './scene';

/** Writes a scene as an SVG file of editable shapes and text, which loads nothing from elsewhere. */
export function sceneSvg(scene: Scene, style: PaintStyle, title: string): string {
  const { width, height } = scene;
  const size = { xmlns: 'http://www.w3.org/2000/svg', width, height };
  const svg = sceneElement(scene, style, { title, id: 'clip', attributes: size });
  const lines = writeMarkup(svg).replace(LINE_ENDS, '$&\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines}\n`;
}

/** Matches the places where a line of the file may end. None is within a text, where a new line is shown as a blank. */
const LINE_ENDS = /(?:\/>|<g[^>]*>|<\/(?:g|text|title|defs|clipPath)>)(?=<)/g;

interface ElementOptions {
  /** What a person hears of it. */
  readonly title: string;
  /** Begins the ids in it, which no other drawing of the document may have. */
  readonly id: string;
  readonly attributes?: MarkupElement['attributes'];
}

/** Makes the element of a scene, as wide as its place where no size is given. */
export function sceneElement(
  { width, height, layers }: Scene,
  style: PaintStyle,
  { title, id, attributes = {} }: ElementOptions,
): MarkupElement {
  const clips = layers.flatMap(({ clip }, i) =>
    clip === null
      ? []
      : element('clipPath', { id: `${id}-${i}` }, element('rect', rounded({ ...clip }))),
  );
  return element(
    'svg',
    { ...attributes, viewBox: `0 0 ${width} ${height}`, 'font-family': style.fontFamily },
    element('title', {}, title),
    clips.length > 0 ? element('defs', {}, clips) : null,
    element('rect', { width, height, fill: style.palette.background }),
    layers.map((layer, i) => layerElement(layer, `${id}-${i}`, style)),
  );
}

function layerElement({ clip, shapes }: Layer, id: string, style: PaintStyle): MarkupElement {
  return element(
    'g',
    { 'clip-path': clip === null ? null : `url(#${id})` },
    shapes.map((shape) => shapeElement(shape, style)),
  );
}

function shapeElement(shape: Shape, { palette }: PaintStyle): MarkupElement {
  if (shape.kind === 'glyph') return glyphElement(shape, palette);
  const colour = colourOf(shape.ink, palette);
  switch (shape.kind) {
    case 'line':
      return element('polyline', {
        points: points(shape.path),
        fill: 'none',
        stroke: colour,
        'stroke-width': shape.width,
        'stroke-linejoin': 'round',
        'stroke-dasharray': shape.dash.length > 0 ? shape.dash.join(' ') : null,
      });
    case 'polygon':
      return element('polygon', {
        points: points(shape.path),
        fill: shape.filled ? colour : palette.background,
        stroke: colour,
        'stroke-width': 1.25,
      });
    case 'box':
      return element('rect', {
        ...rounded({ ...shape.box }),
        fill: colour,
        opacity: shape.opacity,
      });
    case 'text':
      return textElement(shape, colour);
    default:
      return unreachable(shape);
  }
}

function glyphElement(
  { ink, stroke, width, dash, path, x, y, scale }: Extract<Shape, { kind: 'glyph' }>,
  palette: PaintStyle['palette'],
): MarkupElement {
  const outline =
    stroke === null
      ? {}
      : {
          stroke: colourOf(stroke, palette),
          'stroke-width': width,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        };
  return element('path', {
    d: path,
    transform: `translate(${hundredth(x)} ${hundredth(y)}) scale(${hundredth(scale)})`,
    fill: ink === null ? 'none' : colourOf(ink, palette),
    ...outline,
    'stroke-dasharray': dash.length > 0 ? dash.join(' ') : null,
  });
}

function textElement(
  { x, y, parts, size, bold, align, upwards }: Extract<Shape, { kind: 'text' }>,
  colour: string,
): MarkupElement {
  const [left, top] = [hundredth(x), hundredth(y)];
  return element(
    'text',
    {
      x: left,
      y: top,
      fill: colour,
      'font-size': size,
      'font-weight': bold ? 600 : null,
      'text-anchor': align === 'start' ? null : align,
      transform: upwards ? `rotate(-90 ${left} ${top})` : null,
      'xml:space': 'preserve',
    },
    parts.map(({ text, italic }) =>
      italic ? element('tspan', { 'font-style': 'italic' }, text) : text,
    ),
  );
}

function points(path: readonly number[]): string {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < path.length; i += 2) {
    pairs.push(`${hundredth(path[i]!)},${hundredth(path[i + 1]!)}`);
  }
  return pairs.join(' ');
}

function rounded<Name extends string>(values: Readonly<Record<Name, number>>) {
  return Object.fromEntries(
    Object.entries<number>(values).map(([name, value]) => [name, hundredth(value)]),
  );
}

/** Rounds to a hundredth of a pixel, finer than any printer. */
function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
