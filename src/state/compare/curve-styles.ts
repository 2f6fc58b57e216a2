import type { Hex } from '../spectrum/scene';

/** How a curve is told from the others: by its colour, and by its dash where colours are not seen. */
export interface CurveStyle {
  readonly light: Hex;
  readonly dark: Hex;
  readonly dash: readonly number[];
}

/** Each colour has at least three times the contrast of its background. */
export const CURVE_STYLES: readonly CurveStyle[] = [
  { light: '#0b61ad', dark: '#6db3f2', dash: [] },
  { light: '#a34700', dark: '#f0a060', dash: [9, 3] },
  { light: '#1b7a3d', dark: '#6fce8f', dash: [2, 2] },
  { light: '#8a2469', dark: '#e07fc0', dash: [9, 3, 2, 3] },
  { light: '#12181c', dark: '#e9edf0', dash: [5, 5] },
  { light: '#0a7480', dark: '#5fd0dc', dash: [14, 4] },
  { light: '#b3261e', dark: '#ff8a80', dash: [14, 3, 2, 3, 2, 3] },
  { light: '#6b5b00', dark: '#d8c35a', dash: [20, 3] },
];
