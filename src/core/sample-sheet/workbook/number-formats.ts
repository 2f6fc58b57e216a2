import { ok, type Result } from '../../result';
import { readXmlPart, type WorkbookProblem } from './xml-part';

/** What a number in a cell is shown as, as far as a name hangs on it. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  /** Excel has made a date or a time of what was typed. */
  | { readonly kind: 'date' }
  /** Zeros before it up to so many digits: `0007`. */
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };

/** @returns the number formats by a cell's style (`xl/styles.xml`) */
export function readNumberFormats(xml: string): Result<readonly NumberFormat[], WorkbookProblem> {
  const codes = new Map<string, string>();
  const formats: NumberFormat[] = [];
  let isOfCells = false;
  const read = readXmlPart(xml, {
    open(name, attributes) {
      const id = attributes.get('numFmtId') ?? '0';
      if (name === 'numFmt') codes.set(id, attributes.get('formatCode') ?? '');
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) formats.push(formatOf(Number(id), codes.get(id)));
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return read.ok ? ok(formats) : read;
}

/** Source: ECMA-376, part 1, 18.8.30: the numbers of the formats that every workbook has. */
function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
    return isDate ? { kind: 'date' } : PLAIN;
  }
  if (/^0+$/.test(code)) return { kind: 'padded', digits: code.length };
  // Without texts in quotes, colours and countries in brackets, and escaped signs.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dmyhs]/i.test(bare.replace(/general/gi, '')) ? { kind: 'date' } : PLAIN;
}
