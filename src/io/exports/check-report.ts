import { jsonText } from '../../core/json-text';
import { withoutOrders } from '../../core/orders';
import {
  CHECK_GROUPS,
  CHECK_OUTCOMES,
  type CheckGroup,
  type CheckItem,
} from '../../core/check/check-item';
import type { CheckVerdict } from '../../core/check/verdict';
import { inEnglish } from '../../words/in-words';
import type { Sentences } from '../../words/told/sentence';

/** A fact about the installation in the report, beside its checks. */
export interface CheckFact {
  readonly name: Sentences;
  readonly value: Sentences;
}

export interface CheckReport {
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  readonly verdict: CheckVerdict;
  readonly facts: readonly CheckFact[];
  readonly items: readonly CheckItem[];
}

/** Groups the items, in the order of the report. Groups without items are left out. */
export function groupItems(
  items: readonly CheckItem[],
): readonly { readonly group: CheckGroup; readonly items: readonly CheckItem[] }[] {
  return (Object.keys(CHECK_GROUPS) as CheckGroup[])
    .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
    .filter((group) => group.items.length > 0);
}

/** Formats a distance: `0`, `3.1e-7`; empty where nothing was measured. */
export function formatDistance(distance: number | null): string {
  if (distance === null) return '';
  if (distance === 0) return '0';
  return Number.isFinite(distance) ? distance.toExponential(1) : 'not comparable';
}

function factInEnglish({ name, value }: CheckFact) {
  return { name: inEnglish(name), value: inEnglish(value) };
}

/** Writes the report as plain text, to be kept or sent. */
export function reportAsText({ checkedAt, verdict, items, ...report }: CheckReport): string {
  const facts = report.facts.map(factInEnglish);
  const width = Math.max(...facts.map(({ name }) => name.length));
  return [
    'ktyper: check of an installation',
    checkedAt,
    '',
    inEnglish(verdict.says),
    '',
    ...facts.map(({ name, value }) => `${name.padEnd(width)}  ${value}`),
    ...groupItems(items).flatMap((group) => [
      '',
      inEnglish(CHECK_GROUPS[group.group]),
      ...group.items.flatMap((item) => linesOf(item)),
    ]),
    '',
    'For research use only. Not for use in diagnostic procedures.',
    '',
  ]
    .map(withoutOrders)
    .join('\n');
}

/** Writes the report as JSON; a distance that is not finite becomes null. */
export function reportAsJson(report: CheckReport): string {
  const items = report.items.map((item) => ({
    ...item,
    name: inEnglish(item.name),
    says: inEnglish(item.says),
    cure: item.cure && inEnglish(item.cure),
  }));
  const facts = report.facts.map(factInEnglish);
  const verdict = { ...report.verdict, says: inEnglish(report.verdict.says) };
  return `${jsonText({ format: 'ktyper-check/1', ...report, verdict, facts, items }, 1)}\n`;
}

function linesOf({ name, outcome, says, distance, tolerance, cure }: CheckItem): string[] {
  const numbers =
    distance === null
      ? ''
      : ` [off by ${formatDistance(distance)}, allowed ${formatDistance(tolerance)}]`;
  const word = inEnglish(CHECK_OUTCOMES[outcome]).toUpperCase().padEnd(6);
  const mark = `${word}  ${inEnglish(name)}: ${inEnglish(says)}${numbers}`;
  return cure === null ? [mark] : [mark, `        ${inEnglish(cure)}`];
}
