/* eslint-disable house/no-sentences -- These are elements of an SVG. */
import { withoutOrders } from '../../core/orders';
import { unreachable } from '../../core/result';
import { colourOf, type PaintStyle } from './paint-scene';
import type { Layer, Scene, Shape } from './scene';

/** Writes a scene as an SVG file of editable shapes and text, which loads nothing from elsewhere. */
export function sceneSvg(scene: Scene, style: PaintStyle, title: string): string {
  const { width, height, layers } = scene;
  const clips = layers.flatMap(({ clip }, i) =>
    clip === null ? [] : [`<clipPath id="clip-${i}"><rect ${attributes({ ...clip })}/></clipPath>`],
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" font-family="${escaped(style.fontFamily)}">`,
    `<title>${escaped(title)}</title>`,
    ...(clips.length > 0 ? [`<defs>${clips.join('')}</defs>`] : []),
    `<rect width="${width}" height="${height}" fill="${escaped(style.palette.background)}"/>`,
    ...layers.map((layer, i) => layerSvg(layer, i, style)),
    '</svg>',
    '',
  ].join('\n');
}

function layerSvg({ clip, shapes }: Layer, index: number, style: PaintStyle): string {
  const open = clip === null ? '<g>' : `<g clip-path="url(#clip-${index})">`;
  return [open, ...shapes.map((shape) => shapeSvg(shape, style)), '</g>'].join('\n');
}

function shapeSvg(shape: Shape, { palette }: PaintStyle): string {
  if (shape.kind === 'glyph') return glyphSvg(shape, palette);
  const colour = colourOf(shape.ink, palette);
  switch (shape.kind) {
    case 'line':
      return `<polyline ${attributes({
        points: points(shape.path),
        fill: 'none',
        stroke: colour,
        'stroke-width': shape.width,
        'stroke-linejoin': 'round',
        ...(shape.dash.length > 0 ? { 'stroke-dasharray': shape.dash.join(' ') } : {}),
      })}/>`;
    case 'polygon':
      return `<polygon ${attributes({
        points: points(shape.path),
        fill: shape.filled ? colour : palette.background,
        stroke: colour,
        'stroke-width': 1.25,
      })}/>`;
    case 'box':
      return `<rect ${attributes({ ...shape.box, fill: colour, opacity: shape.opacity })}/>`;
    case 'text':
      return textSvg(shape, colour);
    default:
      return unreachable(shape);
  }
}

function glyphSvg(
  { ink, stroke, width, dash, path, x, y, scale }: Extract<Shape, { kind: 'glyph' }>,
  palette: PaintStyle['palette'],
): string {
  return `<path ${attributes({
    d: path,
    transform: `translate(${rounded(x)} ${rounded(y)}) scale(${rounded(scale)})`,
    fill: ink === null ? 'none' : colourOf(ink, palette),
    ...(stroke === null
      ? {}
      : {
          stroke: colourOf(stroke, palette),
          'stroke-width': width,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        }),
    ...(dash.length > 0 ? { 'stroke-dasharray': dash.join(' ') } : {}),
  })}/>`;
}

function textSvg(
  { x, y, parts, size, bold, align, upwards }: Extract<Shape, { kind: 'text' }>,
  colour: string,
): string {
  const style = attributes({
    x: rounded(x),
    y: rounded(y),
    fill: colour,
    'font-size': size,
    ...(bold ? { 'font-weight': 600 } : {}),
    ...(align === 'start' ? {} : { 'text-anchor': align }),
    ...(upwards ? { transform: `rotate(-90 ${rounded(x)} ${rounded(y)})` } : {}),
  });
  const spans = parts.map(({ text, italic }) =>
    italic ? `<tspan font-style="italic">${escaped(text)}</tspan>` : escaped(text),
  );
  return `<text ${style} xml:space="preserve">${spans.join('')}</text>`;
}

function points(path: readonly number[]): string {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < path.length; i += 2) {
    pairs.push(`${rounded(path[i]!)},${rounded(path[i + 1]!)}`);
  }
  return pairs.join(' ');
}

/** Rounds to a hundredth of a pixel, finer than any printer. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ');
}

/** Leaves out what XML 1.0 does not allow and what a program would obey: a name may come from any file. */
function escaped(text: string): string {
  return withoutOrders(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
