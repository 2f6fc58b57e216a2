import { unreachable } from '../../core/result';
import type { Hex, Ink, Paint, Scene, Shape } from './scene';

/** [ink] its colour. */
export type Palette = Readonly<Record<Ink, string>>;

/** The font, as in `font-family`. */
export interface PaintStyle {
  readonly palette: Palette;
  readonly fontFamily: string;
}

/** Returns the colour of a paint. */
export function colourOf(paint: Paint, palette: Palette): string {
  return isHex(paint) ? paint : palette[paint];
}

function isHex(paint: Paint): paint is Hex {
  return paint.startsWith('#');
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Paints a scene.
 *
 * @param density device pixels for each pixel of the scene
 */
export function paintScene(
  context: Context,
  scene: Scene,
  style: PaintStyle,
  density: number,
): void {
  // This clears the whole canvas, since the scene may end within its last device pixel.
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = style.palette.background;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(density, 0, 0, density, 0, 0);
  context.lineJoin = 'round';
  for (const { clip, shapes } of scene.layers) {
    context.save();
    if (clip !== null) {
      context.beginPath();
      context.rect(clip.x, clip.y, clip.width, clip.height);
      context.clip();
    }
    for (const shape of shapes) paintShape(context, shape, style, density);
    context.restore();
  }
}

function paintShape(context: Context, shape: Shape, style: PaintStyle, density: number): void {
  if (shape.kind === 'glyph') {
    paintGlyph(context, shape, style);
    return;
  }
  const colour = colourOf(shape.ink, style.palette);
  switch (shape.kind) {
    case 'line':
      context.strokeStyle = colour;
      context.lineWidth = shape.width;
      context.setLineDash([...shape.dash]);
      stroke(context, isStraight(shape.path) ? snapped(shape.path, density) : shape.path);
      break;
    case 'polygon':
      context.setLineDash([]);
      trace(context, shape.path);
      context.closePath();
      context.lineWidth = 1.25;
      context.strokeStyle = colour;
      context.fillStyle = shape.filled ? colour : style.palette.background;
      context.fill();
      context.stroke();
      break;
    case 'box':
      context.globalAlpha = shape.opacity;
      context.fillStyle = colour;
      context.fillRect(shape.box.x, shape.box.y, shape.box.width, shape.box.height);
      context.globalAlpha = 1;
      break;
    case 'text':
      paintText(context, shape, style);
      break;
    default:
      unreachable(shape);
  }
}

function paintGlyph(
  context: Context,
  { ink, stroke: outline, width, dash, path, x, y, scale }: Extract<Shape, { kind: 'glyph' }>,
  { palette }: PaintStyle,
): void {
  const drawn = new Path2D(path);
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  if (ink !== null) {
    context.fillStyle = colourOf(ink, palette);
    context.fill(drawn);
  }
  if (outline !== null) {
    context.strokeStyle = colourOf(outline, palette);
    context.lineWidth = width;
    context.lineCap = 'round';
    context.setLineDash([...dash]);
    context.stroke(drawn);
  }
  context.restore();
}

/**
 * Number of points in one stroke. Without a graphics card, the time for one path grows with the square of its
 * points: 7,800 points took 3 s in one piece, and 0.07 s in pieces of this size.
 */
const STROKED_AT_ONCE = 32;

function stroke(context: Context, path: readonly number[]): void {
  for (let start = 0; start + 2 < path.length; start += 2 * STROKED_AT_ONCE) {
    // The last point of a piece is also the first of the next one.
    trace(context, path, start, Math.min(path.length, start + 2 * STROKED_AT_ONCE + 2));
    context.stroke();
  }
}

function trace(context: Context, path: readonly number[], start = 0, end = path.length): void {
  context.beginPath();
  for (let i = start; i + 1 < end; i += 2) context.lineTo(path[i]!, path[i + 1]!);
}

/** Moves vertical and horizontal lines to the middle of device pixels, where they are sharp. */
function isStraight(path: readonly number[]): boolean {
  return path.length === 4 && (path[0] === path[2] || path[1] === path[3]);
}

function snapped(path: readonly number[], density: number): readonly number[] {
  return path.map((value) => (Math.floor(value * density) + 0.5) / density);
}

function paintText(
  context: Context,
  { x, y, parts, size, bold, align, upwards, ink }: Extract<Shape, { kind: 'text' }>,
  { palette, fontFamily }: PaintStyle,
): void {
  const fonts = parts.map(({ italic }) => fontOf(size, bold, italic, fontFamily));
  const widths = parts.map(({ text }, i) => {
    context.font = fonts[i]!;
    return context.measureText(text).width;
  });
  const whole = widths.reduce((sum, width) => sum + width, 0);
  context.save();
  context.translate(x, y);
  if (upwards) context.rotate(-Math.PI / 2);
  context.fillStyle = colourOf(ink, palette);
  let at = align === 'start' ? 0 : align === 'end' ? -whole : -whole / 2;
  for (const [i, { text }] of parts.entries()) {
    context.font = fonts[i]!;
    context.fillText(text, at, 0);
    at += widths[i]!;
  }
  context.restore();
}

function fontOf(size: number, bold: boolean, italic: boolean, family: string): string {
  return `${italic ? 'italic ' : ''}${bold ? '600 ' : ''}${size}px ${family}`;
}

/** Measures text as the context would paint it. */
export function measureWith(context: Context, fontFamily: string) {
  return (text: string, size: number): number => {
    context.font = fontOf(size, true, false, fontFamily);
    return context.measureText(text).width;
  };
}
