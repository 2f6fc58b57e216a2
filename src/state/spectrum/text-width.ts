import type { MeasureText } from './scene';

/**
 * Widths of Helvetica Bold, thousandths of the size, from the blank on: those of Arial, which takes as much room.
 * Source: the font's metrics, https://ctan.org/tex-archive/fonts/adobe/afm
 */
const WIDTHS = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
  611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
  278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
const FIRST = 32;
/** Of a letter of another script. */
const OTHER = 1000;
/** Letters with a mark are as wide as without it. */
const MARK = /\p{M}/u;

/**
 * Measures text without a screen, so that a drawing is the same wherever it is made. Another font of the same kind
 * differs by little.
 */
export const textWidth: MeasureText = (text, size) => {
  let sum = 0;
  for (const sign of text.normalize('NFD')) {
    if (MARK.test(sign)) continue;
    sum += WIDTHS[sign.charCodeAt(0) - FIRST] ?? OTHER;
  }
  return (sum / 1000) * size;
};
