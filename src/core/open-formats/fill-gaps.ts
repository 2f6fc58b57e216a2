/** Points of a stretch whose finest step is the stretch's own. */
const STRETCH = 64;
/** Steps of rounded m/z differ by a factor of 2 at most. */
const GAP = 2.5;

/** Points of a profile. */
export interface Points {
  readonly mz: Float64Array<ArrayBuffer>;
  readonly intensity: Float64Array<ArrayBuffer>;
}

/**
 * Puts back the points that a converter left out because they were zero: a step of more than 2.5 times the
 * finest one near it is filled with zeros, evenly and about as far apart. A profile without gaps comes
 * back as it is.
 *
 * @param points m/z strictly ascending. Not changed.
 * @param most points that may come of it
 * @returns null when there would be more
 */
export function fillGaps(points: Points, most: number): (Points & { filled: number }) | null {
  const { mz, intensity } = points;
  const finest = finestSteps(mz);
  const stepAt = (i: number) => {
    const at = Math.floor(i / STRETCH);
    return Math.min(finest[at - 1] ?? Infinity, finest[at]!, finest[at + 1] ?? Infinity);
  };
  let filled = 0;
  for (let i = 1; i < mz.length; i++) filled += missing(mz[i]! - mz[i - 1]!, stepAt(i));
  // Written so that NaN and infinity fail it, too.
  if (!(mz.length + filled <= most)) return null;
  if (filled === 0) return { ...points, filled };

  const whole = {
    mz: new Float64Array(mz.length + filled),
    intensity: new Float64Array(mz.length + filled),
  };
  let at = 0;
  for (let i = 0; i < mz.length; i++) {
    const before = mz[i - 1] ?? mz[i]!;
    const between = i === 0 ? 0 : missing(mz[i]! - before, stepAt(i));
    for (let k = 1; k <= between; k++) {
      whole.mz[at++] = before + ((mz[i]! - before) * k) / (between + 1);
    }
    whole.mz[at] = mz[i]!;
    whole.intensity[at++] = intensity[i]!;
  }
  return { ...whole, filled };
}

/** How many points are missing in a step, where the finest near it is another. */
function missing(step: number, finest: number): number {
  return step > GAP * finest ? Math.round(step / finest) - 1 : 0;
}

/** The finest step that ends in each stretch of points. */
function finestSteps(mz: Float64Array): readonly number[] {
  const finest: number[] = [];
  for (let i = 0; i < mz.length; i++) {
    const at = Math.floor(i / STRETCH);
    const step = i === 0 ? Infinity : mz[i]! - mz[i - 1]!;
    finest[at] = Math.min(finest[at] ?? Infinity, step);
  }
  return finest;
}
