import { element, type Content, type MarkupElement } from '../markup/markup';
import { splitTaxonText } from '../taxon-text';
import { say } from '../../words/say';
import { formatCount } from '../format';

/** Parts that the sections of a report have in common. */

/** A row of a list of facts. One without a value is left out. */
export type Fact = readonly [label: string, value: Content];

/** Makes a section under its heading; null where it has nothing. */
export function section(title: string, ...content: Content[]): MarkupElement | null {
  const made = element('section', {}, element('h2', {}, title), content);
  return made.children.length === 1 ? null : made;
}

export function paragraph(words: Content): MarkupElement | null {
  return words === null || words === '' ? null : element('p', {}, words);
}

/** Makes a list of names and values. */
export function factList(facts: readonly Fact[]): MarkupElement | null {
  const known = facts.filter(([, value]) => value !== null && value !== '');
  if (known.length === 0) return null;
  return element(
    'dl',
    {},
    known.map(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]),
  );
}

export function bulletList(items: readonly Content[]): MarkupElement | null {
  return items.length === 0
    ? null
    : element(
        'ul',
        {},
        items.map((item) => element('li', {}, item)),
      );
}

/** Most lines of a list. */
const MOST_LISTED = 50;

/** Leaves out what is too much for paper, and says so. */
export function limited<T>(items: readonly T[]): readonly (T | string)[] {
  if (items.length <= MOST_LISTED) return items;
  const more = formatCount(items.length - MOST_LISTED);
  return [...items.slice(0, MOST_LISTED), say('report.more', { more })];
}

interface TableColumn<Row> {
  readonly head: string;
  /** Class of its cells. */
  readonly kind?: 'number' | 'long' | 'name' | 'nowrap' | 'word';
  readonly cell: (row: Row) => Content;
}

/** Makes a table, whose head a browser repeats on each page. The cells of the first column are heads of their rows. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  label: string,
): MarkupElement {
  const named = ({ kind }: TableColumn<Row>) => ({ class: kind ?? null });
  return element(
    'table',
    { 'aria-label': label },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((column) => element('th', { scope: 'col', ...named(column) }, column.head)),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map((row) =>
        element(
          'tr',
          {},
          columns.map((column, place) =>
            place === 0
              ? element('th', { scope: 'row', ...named(column) }, column.cell(row))
              : element('td', named(column), column.cell(row)),
          ),
        ),
      ),
    ),
  );
}

/**
 * Sets the names of taxa in italics.
 *
 * @param isQuoted as in `splitTaxonText`
 */
export function taxonText(text: string, words: ReadonlySet<string>, isQuoted = false): Content {
  return splitTaxonText(text, words, isQuoted).map((part) =>
    part.italic ? element('i', {}, part.text) : part.text,
  );
}
