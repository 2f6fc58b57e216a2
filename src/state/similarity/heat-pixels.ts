import type { Interruptible } from '../../core/interruptible';
import { PARTS, type Similarity } from '../../core/similarity/compare-all';
import { pairAt } from '../../core/similarity/cosine';
import { toneAt } from '../plate/tones';

/** Number of colours. */
const SHADES = 256;

/** [SHADES] pixels of similarities from 0 to 1; what is below 0 is drawn as 0. */
const colours = new Uint32Array(
  Uint8Array.from(
    Array.from({ length: SHADES }, (_, shade) => {
      const hex = toneAt('sequential', shade / (SHADES - 1)).light;
      return [...[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)), 255];
    }).flat(),
  ).buffer,
);

/**
 * Draws a part of the heat map, a pixel at a time, so that the time depends on the pixels and not on the spectra. A step
 * is a row: of thousands of spectra, two million pixels take a tenth of a second.
 *
 * @param pixels [side x side x 4] is filled
 */
export function* drawHeat(
  pixels: Uint8ClampedArray,
  side: number,
  { count, cosines, order }: Similarity,
  { from, size }: { readonly from: number; readonly size: number },
): Interruptible<void> {
  const spectra = Uint32Array.from(
    { length: side },
    (_, pixel) => order[Math.min(count - 1, from + Math.floor((pixel * size) / side))]!,
  );
  // Four bytes of a pixel are one number.
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, side * side);
  for (let y = 0; y < side; y++) {
    const a = spectra[y]!;
    // The pair of a pixel is that of the one across the diagonal, too.
    for (let x = y; x < side; x++) {
      const b = spectra[x]!;
      const cosine = a === b ? PARTS : cosines[pairAt(count, a, b)]!;
      const shade = Math.max(0, Math.round((cosine / PARTS) * (SHADES - 1)));
      whole[y * side + x] = whole[x * side + y] = colours[shade]!;
    }
    yield;
  }
}
