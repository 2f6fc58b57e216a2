import type { AxisCurve, MeanCurve } from '../../core/compare/mean-curve';
import type { BinAxis } from '../../core/model-pack/types';
import type { Trace } from '../spectrum/trace';

const middles = new WeakMap<BinAxis, Float64Array>();

/** @returns a curve as a line through the middles of its bins */
export function axisTrace({ bins, values }: AxisCurve): Trace {
  return { mz: middlesOf(bins), y: values, binWidth: null };
}

/** @returns the curves one standard deviation above and below a mean; none of a single spectrum */
export function bandOf({ bins, values, spread, count }: MeanCurve): readonly Trace[] {
  if (count < 2) return [];
  return [1, -1].map((sign) => ({
    mz: middlesOf(bins),
    y: values.map((value, i) => Math.max(0, value + sign * spread[i]!)),
    binWidth: null,
  }));
}

function middlesOf(bins: BinAxis): Float64Array {
  let known = middles.get(bins);
  if (known === undefined) {
    const { first, width, count } = bins;
    known = Float64Array.from({ length: count }, (_, i) => first + (i + 0.5) * width);
    middles.set(bins, known);
  }
  return known;
}
