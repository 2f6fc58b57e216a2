import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run-command';
import { milliseconds, type SummarisedFigure } from './figures';

/** Makes a table in Markdown, with its columns padded as Prettier pads them. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(3, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[], pad: (text: string, i: number) => string) =>
    `| ${cells.map(pad).join(' | ')} |`;
  const isNumber = (i: number) => i > 0;
  const [head, ...body] = rows.map((row) =>
    line(row, (text, i) => (isNumber(i) ? text.padStart(widths[i]!) : text.padEnd(widths[i]!))),
  );
  const rule = widths.map((width, i) =>
    isNumber(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [head, `| ${rule.join(' | ')} |`, ...body].join('\n');
}

export function figureTable(figures: readonly SummarisedFigure[]): string {
  const rows = figures.map(({ label, median, ratio, times }) => [
    label,
    `${milliseconds(median)} ms`,
    ratio === null ? '' : ratio.toFixed(2),
    `${milliseconds(Math.min(...times))} to ${milliseconds(Math.max(...times))}`,
  ]);
  const hasRatios = figures.some(({ ratio }) => ratio !== null);
  const head = ['', 'median', 'times as fast', 'from to (ms)'];
  return table([head, ...rows].map((row) => (hasRatios ? row : row.filter((_, i) => i !== 2))));
}

/** Replaces a section of a document, between its marks. */
export async function writeSection(
  name: string,
  text: string,
  document = 'docs/benchmarks.md',
): Promise<void> {
  const path = join(ROOT, document);
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const old = await readFile(path, 'utf8');
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${document} has no section ${name}.`);
  await writeFile(path, `${old.slice(0, from)}${begin}\n\n${text}\n\n${old.slice(to)}`);
}
