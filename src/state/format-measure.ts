import { showValue } from '../core/quality/explain';
import type { QualityMeasure } from '../core/quality/limits';
import { inWords } from '../words/in-words';
import { speaker } from '../words/say';

/** Writes the value of a measure of quality, with a true minus: `−125 ppm`. The first page has none. */
export function formatMeasure(measure: QualityMeasure, value: number): string {
  const told = showValue(measure, value);
  const words = typeof told === 'string' ? speaker().figure(told) : inWords(told);
  return words.replace(/^-/, '−');
}
