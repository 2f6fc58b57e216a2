import type { Similarity } from '../../core/similarity/compare-all';
import { inSlices } from '../../engine/in-slices';
import { drawHeat } from './heat-pixels';

/**
 * Draws a part of the heat map on a canvas, in slices. What the canvas has stays until the new map is whole.
 *
 * @param side of the canvas, in pixels
 * @returns whether it was drawn; not where the signal is aborted
 */
export async function drawHeatMap(
  context: CanvasRenderingContext2D,
  similarity: Similarity,
  side: number,
  shown: { readonly from: number; readonly size: number },
  signal: AbortSignal,
): Promise<boolean> {
  const image = context.createImageData(side, side);
  await inSlices(drawHeat(image.data, side, similarity, shown), signal);
  if (signal.aborted) return false;
  context.canvas.width = context.canvas.height = side;
  context.putImageData(image, 0, 0);
  return true;
}
