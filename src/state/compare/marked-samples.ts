import { MOST_CURVES } from './spectra-address';

/** Marks a sample to be compared, or takes the mark away. When there is no room, nothing changes. */
export function toggleCompared(marked: { compared: readonly number[] }, sample: number): void {
  const { compared } = marked;
  if (compared.includes(sample)) marked.compared = compared.filter((one) => one !== sample);
  else if (compared.length < MOST_CURVES) marked.compared = [...compared, sample];
}
