import type { TextPart } from '../taxon-text';

/** What a shape is drawn in: the page's theme, or a file's own palette, says which colour that is. */
export type Ink =
  | 'background'
  | 'text'
  | 'muted'
  | 'rule'
  | 'trace'
  | 'found'
  | 'missing'
  /** A peak that a laboratory watches. */
  | 'watched'
  /** A line that leads from a label to what it names. */
  | 'lead'
  /** What a person points at. */
  | 'mark';

/** A drawing, in pixels of CSS from its upper left corner: for the screen and for files alike. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Drawn one over the other. */
  readonly layers: readonly Layer[];
}

export interface Layer {
  /** What lies outside is not drawn; null: everything is. */
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
      /** Lengths of dashes and gaps; empty: a whole line. */
      readonly dash: readonly number[];
      /** x, y, x, y ... */
      readonly path: readonly number[];
    }
  | {
      readonly kind: 'polygon';
      readonly ink: Ink;
      /** Filled, or an outline. */
      readonly filled: boolean;
      readonly path: readonly number[];
    }
  | { readonly kind: 'box'; readonly ink: Ink; readonly opacity: number; readonly box: Box }
  | {
      readonly kind: 'text';
      readonly ink: Ink;
      readonly x: number;
      /** Of the line that the letters stand on. */
      readonly y: number;
      readonly size: number;
      readonly bold: boolean;
      readonly align: 'start' | 'middle' | 'end';
      /** Turned by a quarter against the clock. */
      readonly upwards: boolean;
      readonly parts: readonly TextPart[];
    };

/** Width of a text, px. */
export type MeasureText = (text: string, size: number) => number;
