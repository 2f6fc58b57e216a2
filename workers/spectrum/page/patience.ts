/**
 * Milliseconds without any answer after which a worker counts as hung: a thousand times the time for a
 * spectrum, since its file may be on a slow drive, and the computer may be busy.
 */
const PATIENCE = 30_000;
const PATIENCE_A_SPECTRUM = 2_000;
/** Longer, since opening a model compiles it, and runs it once. */
export const PATIENCE_TO_LOAD = 120_000;

/** Milliseconds that a request of so many spectra may take. */
export function patienceOf(items: number): number {
  return PATIENCE + items * PATIENCE_A_SPECTRUM;
}
