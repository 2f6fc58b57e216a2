import { MOST_CURVES } from './spectra-address';

/** The samples of one job whose spectra are to be compared. */
export class MarkedSamples {
  /** Their indices, in the order in which they were marked. */
  samples = $state.raw<readonly number[]>([]);

  /** Marks a sample, or takes its mark away. When there is no room, nothing changes. */
  toggle(sample: number): void {
    const { samples } = this;
    if (samples.includes(sample)) this.samples = samples.filter((one) => one !== sample);
    else if (samples.length < MOST_CURVES) this.samples = [...samples, sample];
  }

  clear(): void {
    this.samples = [];
  }
}

/** @param known [token] the marks of all jobs, which stay while other pages are looked at */
export function marksOf(known: Map<string, MarkedSamples>, token: string): MarkedSamples {
  const marks = known.get(token) ?? new MarkedSamples();
  known.set(token, marks);
  return marks;
}
