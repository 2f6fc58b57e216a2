import { formatFixed } from '../format';
import { say } from '../../words/say';
import { UNIT_SCALES } from '../spectrum/plot-content';
import { firstAtOrAbove } from '../spectrum/mz-range';
import type { Trace } from '../spectrum/trace';
import type { SpectraView } from './spectra-view.svelte';

/** Writes the values at an m/z: of each shown curve, or of the difference. */
export function readCurves(
  {
    query,
    visible,
    pair,
    difference,
  }: Pick<SpectraView, 'query' | 'visible' | 'pair' | 'difference'>,
  mz: number,
): string {
  const curves =
    query.layout === 'difference' && pair !== null && difference !== null
      ? [{ name: `${pair[0].name} − ${pair[1].name}`, trace: difference }]
      : visible;
  const values = curves.map(({ name, trace }) => {
    const value = formatFixed(valueAt(trace, mz) * UNIT_SCALES.share, 4);
    return say('compare.plotReadOne', { curve: name, value });
  });
  return say('compare.plotReadOut', { mz: formatFixed(mz, 1), values: values.join(' · ') });
}

/** @returns the value of the nearest point; 0 where the curve has none there */
export function valueAt({ mz: axis, y }: Trace, mz: number): number {
  if (axis.length === 0 || mz < axis[0]! || mz > axis[axis.length - 1]!) return 0;
  const right = firstAtOrAbove(axis, mz);
  const left = Math.max(0, right - 1);
  return axis[right]! - mz < mz - axis[left]! ? y[right]! : y[left]!;
}
