import { WorkbookFile } from '../../src/io/workbook/workbook-file';
import type { Piece, SheetColumn, WorkbookRow } from '../../src/io/workbook/types';
import { readMessageBuffer } from '../transport/message-buffer-pool';
import type { WorkbookWorkerApi, WrittenRows } from './api';

/** One workbook, of rows that come in messages. */
export class WorkbookSession implements WorkbookWorkerApi {
  readonly #file = new WorkbookFile();

  begin(name: string, columns: readonly SheetColumn[]): Promise<Piece> {
    return this.#file.begin(name, columns);
  }

  async add(carrier: ArrayBuffer): Promise<WrittenRows> {
    const rows = JSON.parse(readMessageBuffer(carrier).text) as readonly WorkbookRow[];
    return { piece: await this.#file.add(rows), carrier };
  }

  end(): Promise<Piece> {
    return this.#file.end();
  }
}
