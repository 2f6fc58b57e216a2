import type { ExportFormat } from '../io/exports/file-name';
import type { MessageKey } from '../words/key-types';
import { say } from '../words/say';
import { formatCount } from './format';
import type { SortColumn, TableSort } from './results/table-query';

/** A format that is offered for download. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly label: string;
  readonly hint: string;
}

const CHOICES = [
  { format: 'short', label: 'results.exportShort', hint: 'results.exportShortHint' },
  { format: 'xlsx', label: 'results.exportXlsx', hint: 'results.exportXlsxHint' },
  { format: 'csv', label: 'results.exportCsv', hint: 'results.exportCsvHint' },
  { format: 'tsv', label: 'results.exportTsv', hint: 'results.exportTsvHint' },
  { format: 'json', label: 'results.exportJson', hint: 'results.exportJsonHint' },
  { format: 'jsonl', label: 'results.exportLines', hint: 'results.exportLinesHint' },
  { format: 'spectracl', label: 'results.exportOriginal', hint: 'results.exportOriginalHint' },
  { format: 'sheet', label: 'results.exportSheet', hint: 'results.exportSheetHint' },
] as const satisfies readonly { format: ExportFormat; label: MessageKey; hint: MessageKey }[];

/** @returns the formats, in the order in which they are offered */
export function exportChoices(): readonly ExportChoice[] {
  return CHOICES.map(({ format, label, hint }) => ({ format, label: say(label), hint: say(hint) }));
}

/** Writes `All 96 samples`. */
export function allWords(samples: number): string {
  return say('results.exportAll', { count: samples });
}

/** Writes `As shown: 12 of 96 samples, by confidence, best first`. */
export function shownWords(shown: number, of: number, sort: TableSort | null): string {
  const samples =
    shown === of
      ? say('results.exportShownAll', { count: of })
      : say('results.exportShownSome', { shown: formatCount(shown), count: of });
  if (sort === null) return samples;
  const order = say(SORTED[sort.column], { order: sort.descending ? 'descending' : 'ascending' });
  return say('results.exportShownBy', { shown: samples, order });
}

const SORTED = {
  sample: 'results.exportBySample',
  run: 'results.exportByRun',
  spot: 'results.exportBySpot',
  call: 'results.exportBySpecies',
  confidence: 'results.exportByConfidence',
  pattern: 'results.exportByPattern',
  'runner-up': 'results.exportByRunnerUp',
  quality: 'results.exportByQuality',
  replicates: 'results.exportByReplicates',
  watched: 'results.exportByWatched',
  review: 'results.exportByReview',
  status: 'results.exportByStatus',
} as const satisfies Record<SortColumn, MessageKey>;
