import type { TextPart } from '../taxon-text';
import { TEXT_SIZE } from './plot-frame';
import type { Ink, Shape } from './scene';

/** Functions that make the shapes of a plot. */

export function line(
  ink: Ink,
  path: readonly number[],
  { width = 1, dash = [] }: { readonly width?: number; readonly dash?: readonly number[] } = {},
): Shape {
  return { kind: 'line', ink, width, dash, path };
}

/** Makes a small triangle that points down to `y`. */
export function pointer(ink: Ink, x: number, y: number, filled: boolean): Shape {
  return { kind: 'polygon', ink, filled, path: [x, y, x - 4, y - 7, x + 4, y - 7] };
}

/** Makes a small diamond whose lower corner is at `y`. */
export function diamond(ink: Ink, x: number, y: number, filled: boolean): Shape {
  return { kind: 'polygon', ink, filled, path: [x, y, x - 4, y - 5, x, y - 10, x + 4, y - 5] };
}

/** Makes a small square whose lower edge is at `y`. */
export function square(ink: Ink, x: number, y: number, filled: boolean): Shape {
  return { kind: 'polygon', ink, filled, path: [x - 4, y, x + 4, y, x + 4, y - 8, x - 4, y - 8] };
}

interface TextStyle {
  readonly align?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly size?: number;
  readonly upwards?: boolean;
}

/** @param words text without italics, or parts of which some are italic */
export function text(
  ink: Ink,
  x: number,
  y: number,
  words: string | readonly TextPart[],
  { align = 'middle', bold = false, size = TEXT_SIZE, upwards = false }: TextStyle = {},
): Shape {
  const parts = typeof words === 'string' ? [{ text: words, italic: false }] : words;
  return { kind: 'text', ink, x, y, size, bold, align, upwards, parts };
}
