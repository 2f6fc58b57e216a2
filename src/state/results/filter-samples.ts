import type { SampleRow } from '../../core/job/types';
import type { Verdict } from '../../core/quality/judge';
import type { WatchState } from '../../core/watch/watch-findings';
import { callKey, sampleStatus } from './sample-status';
import type { TableQuery } from './table-query';

/** Returns the quality of a sample; null where it has none. */
export type VerdictOf = (sample: SampleRow) => Verdict | null;

/** Returns whether a sample's watched peaks were found, taken together. */
export type WatchStateOf = (sample: SampleRow) => WatchState;

const searchTexts = new WeakMap<SampleRow, string>();

/** Returns the samples that a query shows, in their order. Every word of its text must occur. */
export function filterSamples(
  samples: readonly SampleRow[],
  {
    text,
    calls,
    status,
    quality,
    pattern,
    watched,
  }: Pick<TableQuery, 'text' | 'calls' | 'status' | 'quality' | 'pattern' | 'watched'>,
  verdict: VerdictOf = () => null,
  watchState: WatchStateOf = () => 'not-looked-for',
): readonly SampleRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isAny = [status, quality, pattern, watched].every((one) => one === null);
  if (words.length === 0 && calls.length === 0 && isAny) return samples;
  return samples.filter(
    (sample) =>
      (status === null || sampleStatus(sample) === status) &&
      (pattern === null || sample.guard?.pattern === pattern) &&
      (quality === null || verdict(sample) === quality) &&
      (watched === null || watchState(sample) === watched) &&
      (calls.length === 0 || calls.includes(callKey(sample))) &&
      words.every((word) => searchText(sample).includes(word)),
  );
}

/** Collects the text in which the filter searches: all words of the sample's row. */
function searchText(sample: SampleRow): string {
  let text = searchTexts.get(sample);
  if (text === undefined) {
    const { name, spot, originalName, call, failure, warnings } = sample;
    text = [name, spot, originalName, call.label, call.confidence, call.reason]
      .concat(
        failure?.message ?? [],
        warnings.map(({ message }) => message),
      )
      .join('\n')
      .toLowerCase();
    searchTexts.set(sample, text);
  }
  return text;
}
