import { withoutOrders } from '../../core/orders';
import { DRAWING, type Markup, type MarkupElement } from './markup';

/** Elements of HTML that have no content and no end. */
const VOID = new Set(['br', 'col', 'hr', 'img', 'meta']);

/** Elements whose text is no markup and is written as it is. The program alone writes into them. */
const RAW = new Set(['style']);

/** Writes an element with all that is in it, as HTML and as XML: every element is closed, every value quoted. */
export function writeMarkup(markup: Markup): string {
  const pieces: string[] = [];
  write(markup, pieces, false);
  return pieces.join('');
}

function write(markup: Markup, pieces: string[], isWithin: boolean): void {
  if (typeof markup === 'string') {
    pieces.push(escaped(markup));
    return;
  }
  const { name, children } = markup;
  const isDrawing = isWithin || name === DRAWING;
  pieces.push(`<${name}${attributesOf(markup)}`);
  if (VOID.has(name) || (isDrawing && children.length === 0)) {
    pieces.push('/>');
    return;
  }
  pieces.push('>');
  for (const child of children) {
    if (typeof child === 'string' && RAW.has(name)) pieces.push(rawText(child));
    else write(child, pieces, isDrawing);
  }
  pieces.push(`</${name}>`);
}

function attributesOf({ attributes }: MarkupElement): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) text += ` ${name}="${escaped(String(value))}"`;
  }
  return text;
}

function rawText(text: string): string {
  if (text.includes('</')) throw new RangeError('A style has no end tag in it.');
  return text;
}

/** Leaves out what XML 1.0 does not allow and what a program would obey: a name may come from any file. */
function escaped(text: string): string {
  return withoutOrders(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
