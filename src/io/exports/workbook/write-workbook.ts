import { headXml, rowXml } from './cell-xml';
import { closeWorksheet, openWorksheet, packageParts, sheetPath } from './package-parts';
import type { Sheet } from './sheet';
import { ZipPieces } from './zip-pieces';

/** Rows of a worksheet, of which the first is its head: Excel opens none that has more. */
export const MOST_ROWS = 1_048_576;
/** Characters of rows that are compressed together: some milliseconds of work. */
const TOGETHER = 1 << 15;

export type Piece = Uint8Array<ArrayBuffer>;

/**
 * Yields a workbook piece by piece, so that it is never in memory as a whole. A sheet with more rows than Excel
 * takes goes on in another one, `markers 2`, under the same head. An empty piece is a place to pause.
 */
export async function* writeWorkbook(
  sheets: readonly Sheet[],
  mostRows = MOST_ROWS,
): AsyncGenerator<Piece, void, void> {
  const zip = new ZipPieces();
  const names: string[] = [];
  for (const { name, columns, rows } of sheets) {
    let part = 0;
    let row = 0;
    let text = '';
    const begin = () => {
      part += 1;
      names.push(part === 1 ? name : `${name} ${part}`);
      zip.open(sheetPath(names.length));
      text = openWorksheet(columns, names.length === 1) + headXml(columns);
      row = 1;
    };
    const end = () => {
      zip.write(text + closeWorksheet(columns, row));
      zip.close();
    };
    begin();
    for await (const group of rows) {
      for (const cells of group) {
        if (row >= mostRows) {
          end();
          begin();
        }
        row += 1;
        text += rowXml(row, cells, columns);
        if (text.length < TOGETHER) continue;
        zip.write(text);
        text = '';
      }
      yield* paused(zip.take());
    }
    end();
    yield* paused(zip.take());
  }
  for (const { path, xml } of packageParts(names)) {
    zip.open(path);
    zip.write(xml);
    zip.close();
  }
  zip.end();
  yield* zip.take();
}

const NOTHING: Piece = new Uint8Array(0);

/** Yields what is ready, or a place to pause. */
function paused(ready: readonly Piece[]): readonly Piece[] {
  return ready.length === 0 ? [NOTHING] : ready;
}
