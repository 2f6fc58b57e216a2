import { PARTS, type Similarity } from '../../core/similarity/compare-all';
import { pairAt } from '../../core/similarity/cosine';
import { toneAt } from '../plate/tones';

/** Number of colours. */
const SHADES = 256;

/** [SHADES x 3] red, green and blue of similarities from 0 to 1; what is below 0 is drawn as 0. */
const colours = Uint8ClampedArray.from(
  Array.from({ length: SHADES }, (_, shade) => {
    const hex = toneAt('sequential', shade / (SHADES - 1)).light;
    return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  }).flat(),
);

/**
 * Draws a part of the heat map, a pixel at a time, so that the time depends on the pixels and not on the spectra.
 *
 * @param pixels [side x side x 4] is filled
 */
export function drawHeat(
  pixels: Uint8ClampedArray,
  side: number,
  { count, cosines, order }: Similarity,
  { from, size }: { readonly from: number; readonly size: number },
): void {
  const spectra = Uint32Array.from(
    { length: side },
    (_, pixel) => order[Math.min(count - 1, from + Math.floor((pixel * size) / side))]!,
  );
  let to = 0;
  for (let y = 0; y < side; y++) {
    const a = spectra[y]!;
    for (let x = 0; x < side; x++) {
      const b = spectra[x]!;
      const cosine = a === b ? PARTS : cosines[pairAt(count, a, b)]!;
      const shade = 3 * Math.max(0, Math.round((cosine / PARTS) * (SHADES - 1)));
      pixels[to++] = colours[shade]!;
      pixels[to++] = colours[shade + 1]!;
      pixels[to++] = colours[shade + 2]!;
      pixels[to++] = 255;
    }
  }
}
