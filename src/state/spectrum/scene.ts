import type { TextPart } from '../taxon-text';

/** The role of a shape's colour, which the page's theme or a file's palette defines. */
export type Ink =
  | 'background'
  | 'text'
  | 'muted'
  | 'rule'
  | 'trace'
  | 'found'
  | 'missing'
  /** A marker of the taxon that the labelled one is compared with. */
  | 'rival'
  /** A watched peak. */
  | 'watched'
  /** A line from a label to its place. */
  | 'lead'
  /** The pointed peak. */
  | 'mark';

/** A drawing for the screen and for files, in CSS pixels from its upper left corner. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** The shapes, drawn in this order. */
  readonly layers: readonly Layer[];
}

export interface Layer {
  /** The visible box; null for everything. */
  readonly clip: Box | null;
  readonly shapes: readonly Shape[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Shape =
  | {
      readonly kind: 'line';
      readonly ink: Ink;
      readonly width: number;
      /** Lengths of dashes and gaps; empty for a solid line. */
      readonly dash: readonly number[];
      /** Coordinates: x, y, x, y ... */
      readonly path: readonly number[];
    }
  | {
      readonly kind: 'polygon';
      readonly ink: Ink;
      /** Whether it is filled, or an outline. */
      readonly filled: boolean;
      readonly path: readonly number[];
    }
  | { readonly kind: 'box'; readonly ink: Ink; readonly opacity: number; readonly box: Box }
  | {
      readonly kind: 'text';
      readonly ink: Ink;
      readonly x: number;
      /** y of the baseline. */
      readonly y: number;
      readonly size: number;
      readonly bold: boolean;
      readonly align: 'start' | 'middle' | 'end';
      /** Whether it is rotated by 90 degrees counterclockwise. */
      readonly upwards: boolean;
      readonly parts: readonly TextPart[];
    };

/** Returns the width of a text, px. */
export type MeasureText = (text: string, size: number) => number;
