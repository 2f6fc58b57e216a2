import type { Pattern } from '../../core/job/types';
import type { Verdict } from '../../core/quality/judge';
import type { WatchState } from '../../core/watch/watch-findings';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { stateWord } from '../review/review-words';
import { nameOf } from './call-words';
import { needWords } from './needs';
import type { ResultsView } from './results-view.svelte';
import { statusLabel } from './sample-status';
import type { TableQuery } from './table-query';

const QUALITIES = {
  pass: 'results.toolsQualityPass',
  warn: 'results.toolsQualityWarn',
  fail: 'results.toolsQualityFail',
} as const satisfies Record<Verdict, MessageKey>;

const PATTERNS = {
  yes: 'results.toolsPatternYes',
  no: 'results.toolsPatternNo',
  'not-judged': 'results.toolsPatternNotJudged',
} as const satisfies Record<Pattern, MessageKey>;

const WATCHED = {
  found: 'results.toolsWatchedFound',
  'not-found': 'results.toolsWatchedNotFound',
  'not-looked-for': 'results.toolsWatchedNotLookedFor',
} as const satisfies Record<WatchState, MessageKey>;

export function qualityChoice(verdict: Verdict): string {
  return say(QUALITIES[verdict]);
}

/** @param name what the guard looks for */
export function patternChoice(pattern: Pattern, name: string): string {
  return say(PATTERNS[pattern], { pattern: name });
}

export function watchedChoice(state: WatchState): string {
  return say(WATCHED[state]);
}

/** A filter that applies, in words, and what of the query is to change so that it no longer does. */
export interface AppliedFilter {
  readonly key: string;
  readonly text: string;
  readonly without: Partial<TableQuery>;
}

/** Lists the filters that apply to the table. */
export function appliedFilters(view: ResultsView): readonly AppliedFilter[] {
  const { text, calls, run, status, quality, need, pattern, watched, review } = view.query;
  const { manifest } = view.session;
  return [
    ...ofOne(text === '' ? null : text, () => ({
      key: 'text',
      text: say('results.filterText', { text }),
      without: { text: '' },
    })),
    ...calls.map((call) => ({
      key: `call ${call}`,
      text: nameOf(manifest, call),
      without: { calls: calls.filter((other) => other !== call) },
    })),
    ...ofOne(run, (of) => ({
      key: 'run',
      text: say('results.filterRun', { run: view.runs.find(({ key }) => key === of)?.name ?? of }),
      without: { run: null },
    })),
    ...ofOne(status, (of) => ({
      key: 'status',
      text: say('results.filterStatus', { status: statusLabel(of) }),
      without: { status: null },
    })),
    ...ofOne(quality, (of) => ({
      key: 'quality',
      text: qualityChoice(of),
      without: { quality: null },
    })),
    ...ofOne(need, (of) => ({
      key: 'need',
      text: say('results.filterNeed', { reason: needWords(of) }),
      without: { need: null },
    })),
    ...ofOne(pattern, (of) => ({
      key: 'pattern',
      text: patternChoice(of, view.patternName),
      without: { pattern: null },
    })),
    ...ofOne(watched, (of) => ({
      key: 'watched',
      text: watchedChoice(of),
      without: { watched: null },
    })),
    ...ofOne(review, (of) => ({
      key: 'review',
      text: say('results.filterReview', { state: stateWord(of) }),
      without: { review: null },
    })),
  ];
}

function ofOne<Value>(
  value: Value | null,
  filter: (value: Value) => AppliedFilter,
): readonly AppliedFilter[] {
  return value === null ? [] : [filter(value)];
}
