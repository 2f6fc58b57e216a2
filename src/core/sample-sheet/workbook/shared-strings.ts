import { ok, type Result } from '../../result';
import { readXmlPart, type WorkbookProblem } from './xml-part';

/** Characters of a cell that are kept: names are shorter, and a longer one is refused. */
export const MOST_CELL = 400;

/** @returns the texts that cells refer to by number (`xl/sharedStrings.xml`) */
export function readSharedStrings(xml: string): Result<readonly string[], WorkbookProblem> {
  const strings: string[] = [];
  let text: string | null = null;
  let isText = false;
  let phonetic = 0;
  const read = readXmlPart(xml, {
    open(name) {
      if (name === 'si') text = '';
      // How a name is read aloud, which Japanese workbooks have beside it.
      else if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (isText && text !== null && text.length < MOST_CELL) text += piece;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      strings.push(text ?? '');
      text = null;
    },
  });
  return read.ok ? ok(strings) : read;
}
