import { unreachable } from '../../core/result';
import type { CallAgreement } from '../../core/compare/compare-calls';
import type { ComparedSample } from '../../core/compare/compare-jobs';
import type { ModelRef, SampleRow } from '../../core/job/types';
import { csvLine } from './csv';
import { patternCell } from './table';
import { type Cell, INTENDED_USE } from './types';
import { tsvLine } from './tsv';
import { inEnglish } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

/** The comparison of two jobs on one run, as a file contains it. */
export interface ExportedComparison {
  readonly appVersion: string;
  readonly a: { readonly token: string; readonly model: ModelRef };
  readonly b: { readonly token: string; readonly model: ModelRef };
  readonly samples: readonly ComparedSample[];
}

/**
 * Yields the comparison as tab-separated text, line by line: a header, then one row for each sample. See
 * docs/output.md.
 */
export function* comparisonAsTsv(exported: ExportedComparison): Generator<string, void, void> {
  yield tsvLine(COLUMNS);
  for (const row of rows(exported)) yield tsvLine(row);
}

/** Yields the same table for spreadsheets; see `csv.ts`. */
export function* comparisonAsCsv(exported: ExportedComparison): Generator<string, void, void> {
  yield `\ufeff${csvLine(COLUMNS)}`;
  for (const row of rows(exported)) yield csvLine(row);
}

const OF_A_CALL = ['call', 'kind', 'confidence', 'probability', 'rule'] as const;
const OF_A_JOB = ['model', 'model_version', 'model_sha256', 'job'] as const;

const COLUMNS: readonly string[] = [
  'sample',
  'spot',
  'agreement',
  ...OF_A_CALL.map((name) => `${name}_a`),
  ...OF_A_CALL.map((name) => `${name}_b`),
  ...OF_A_JOB.map((name) => `${name}_a`),
  ...OF_A_JOB.map((name) => `${name}_b`),
  'guard_pattern_a',
  'guard_pattern_b',
  'app_version',
  'use',
];

function* rows({ appVersion, a, b, samples }: ExportedComparison): Generator<readonly Cell[]> {
  const jobs = [a, b].flatMap(({ token, model }) => [model.id, model.version, model.sha256, token]);
  for (const sample of samples) {
    yield [
      sample.name,
      sample.spot,
      sample.agreement === null
        ? `only in ${sample.a === null ? 'b' : 'a'}`
        : agreementInFiles(sample.agreement),
      ...callCells(sample.a),
      ...callCells(sample.b),
      ...jobs,
      patternCell(sample.a?.guard),
      patternCell(sample.b?.guard),
      appVersion,
      INTENDED_USE,
    ];
  }
}

function callCells(sample: SampleRow | null): readonly Cell[] {
  if (sample === null) return OF_A_CALL.map(() => null);
  const { kind, confidence, probability, rule } = sample.call;
  return [inEnglish(labelOf(sample.call)), kind, confidence, probability, rule];
}

function agreementInFiles(agreement: CallAgreement): string {
  switch (agreement) {
    case 'same':
      return 'same taxon';
    case 'same-group':
      return 'same group';
    case 'both-refuse':
      return 'both refuse';
    case 'one-refuses':
      return 'one refuses';
    case 'differs':
      return 'differs';
    case 'unread':
      return 'not read';
    default:
      return unreachable(agreement);
  }
}
