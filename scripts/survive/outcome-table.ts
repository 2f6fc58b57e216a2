import type { ClearOutcome } from './clear-runs';
import type { QuotaOutcome } from './quota-runs';
import type { StoredJob } from './stored-job';

/** Writes what was seen of runs in a storage that is too small, a line each, as Markdown. */
export function quotaLine(number: number, outcome: QuotaOutcome): string {
  const { room, ending, after, stored, shown, said, fault } = outcome;
  return line([
    String(number),
    `${Math.round(room / 1000)} kB`,
    `${ending} after ${seconds(after)}`,
    storedWords(stored),
    shown,
    said ? 'said' : '',
    fault ?? 'right',
  ]);
}

export const QUOTA_HEAD = head([
  'run',
  'room for rows',
  'page ended by',
  'stored then',
  'opened again',
  'what is missing',
  'judged',
]);

/** Writes what was seen of runs whose storage was cleared, a line each, as Markdown. */
export function clearLine(number: number, outcome: ClearOutcome): string {
  const { loss, after, shown, samples, said, stored, fault } = outcome;
  return line([
    String(number),
    `${loss} after ${seconds(after)}`,
    shown,
    String(samples),
    said ? 'said' : '',
    storedWords(stored),
    fault ?? 'right',
  ]);
}

export const CLEAR_HEAD = head([
  'run',
  'lost by',
  'on the screen',
  'samples exported',
  'the loss',
  'stored in the end',
  'judged',
]);

function storedWords({ status, samples }: StoredJob): string {
  return status === null ? 'nothing' : `${status}, ${samples} samples`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function head(cells: readonly string[]): string {
  return `${line(cells)}\n${line(cells.map(() => '---'))}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
