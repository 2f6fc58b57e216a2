import type { Problem } from '../../core/problem';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import type { App } from '../app';
import { listPeaks, type ListedPeak } from '../spectrum/listed-peaks';
import type { PlotContent } from '../spectrum/plot-content';
import { PlotView } from '../spectrum/plot-view.svelte';
import { mirroredSpectrum } from '../spectrum/sample-plot';
import { stageUnits, traceOf } from '../spectrum/stages';
import type { SimilarityView } from './similarity-view.svelte';

/** Two spectra back to back, as they were processed. */
export class PairPlot {
  readonly plot = new PlotView();
  content = $state.raw<PlotContent | null>(null);
  peaks = $state.raw<readonly ListedPeak[]>([]);
  problem = $state.raw<Problem | null>(null);

  /** Reads both. */
  async read({ session, compared }: SimilarityView, { spectra }: App, a: number, b: number) {
    const bins = session.manifest?.bins ?? ONE_DALTON_BINS;
    const [above, below] = [compared!.rows[a]!, compared!.rows[b]!];
    const { token } = session.record;
    const reads = [await spectra.read(token, above, bins), await spectra.read(token, below, bins)];
    const [upper, lower] = reads;
    if (!upper!.ok) this.problem = upper!.error;
    else if (!lower!.ok) this.problem = lower!.error;
    else {
      const data = upper!.value;
      const own = mirroredSpectrum({ row: above, data }, 'processed');
      const { mz } = data;
      this.plot.showWhole({ from: mz[0]!, to: mz[mz.length - 1]! });
      this.peaks = listPeaks(data, []);
      this.content = {
        spectrum: { trace: traceOf(data, 'processed'), title: own.title },
        unit: stageUnits.processed,
        markers: [],
        peaks: Array.from(data.peaks.mz),
        mirrored: mirroredSpectrum({ row: below, data: lower!.value }, 'processed'),
      };
    }
  }
}
