import { lineAgainst } from '../../core/compare/align-curves';
import type { Interruptible } from '../../core/interruptible';
import { errorAt, type MassLine, type PeakList } from '../../core/similarity/peak-list';
import type { PlotMarker } from '../spectrum/plot-markers';

/** A curve that can be aligned. */
export interface PeakedCurve {
  readonly key: string;
  readonly peaks: PeakList;
}

/** Finds how far curves are off against the first of them, and remembers it while they are shown. */
export class CurveAligner {
  readonly #known = new WeakMap<PeakList, WeakMap<PeakList, MassLine | null>>();

  /** @returns the line of each curve by its key, null where too few peaks are common; none where nothing can be aligned */
  *steps(curves: readonly PeakedCurve[]): Interruptible<ReadonlyMap<string, MassLine | null>> {
    const lines = new Map<string, MassLine | null>();
    const [first] = curves;
    if (first === undefined || curves.length < 2) return lines;
    for (const { key, peaks } of curves) {
      lines.set(key, this.#lineOf(first.peaks, peaks));
      yield;
    }
    return lines;
  }

  #lineOf(reference: PeakList, peaks: PeakList): MassLine | null {
    const known = this.#known.get(reference) ?? new WeakMap<PeakList, MassLine | null>();
    this.#known.set(reference, known);
    let line = known.get(peaks);
    if (line === undefined) known.set(peaks, (line = lineAgainst(reference, peaks)));
    return line;
  }
}

/** A marker of a spectrum whose masses are moved. */
export function movedMarker(marker: PlotMarker, line: MassLine): PlotMarker {
  const moved = (mz: number) => mz / (1 + errorAt(line, mz) * 1e-6);
  return { ...marker, mz: moved(marker.mz), expectedHere: moved(marker.expectedHere) };
}
