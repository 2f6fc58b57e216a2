import type { Piece, WorkbookRow, WorkbookTarget } from '../../workbook/types';
import type { Cell } from '../types';
import type { Sheet } from './sheet';

/** Rows of a worksheet, of which the first is its head: Excel opens none that has more. */
export const MOST_ROWS = 1_048_576;
/** Cells that are handed on together: some milliseconds of work. */
const TOGETHER = 1024;

/**
 * Yields a workbook piece by piece, so that it is never in memory as a whole. A sheet with more rows than Excel
 * takes goes on in another one, `markers 2`, under the same head. An empty piece is a place to pause.
 */
export async function* writeWorkbook(
  sheets: readonly Sheet[],
  start: () => WorkbookTarget,
  mostRows = MOST_ROWS,
): AsyncGenerator<Piece, void, void> {
  const target = start();
  try {
    for (const { name, columns: described, rows } of sheets) {
      // What crosses to a thread is plain: a sheet may know more of its columns.
      const columns = described.map(
        ({ head, kind = 'number', width = Math.max(10, head.length + 4) }) => ({
          head,
          kind,
          width,
        }),
      );
      let part = 1;
      let row = 1;
      let batch: WorkbookRow[] = [];
      let cells = 0;
      yield await target.begin(name, columns);
      for await (const group of rows) {
        for (const one of group) {
          if (row >= mostRows) {
            yield await target.add(batch);
            [batch, cells] = [[], 0];
            part += 1;
            row = 1;
            yield await target.begin(`${name} ${part}`, columns);
          }
          row += 1;
          batch.push(one.map(plain));
          cells += one.length;
        }
        if (cells < TOGETHER) {
          yield NOTHING;
          continue;
        }
        yield await target.add(batch);
        [batch, cells] = [[], 0];
      }
      if (batch.length > 0) yield await target.add(batch);
    }
    yield await target.end();
  } finally {
    target.close();
  }
}

const NOTHING: Piece = new Uint8Array(0);

/** A workbook has all digits of a number. */
function plain(cell: Cell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.number : cell;
}
