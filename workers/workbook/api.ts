import type { Piece, SheetColumn } from '../../src/io/workbook/types';

/** Bytes of the file that are ready, and the buffer of the rows, for the next ones. */
export interface WrittenRows {
  readonly piece: Piece;
  readonly carrier: ArrayBuffer;
}

/** The calls of the worker that writes a workbook. */
export interface WorkbookWorkerApi {
  /** Begins a sheet with its head; the one before is complete. */
  begin(name: string, columns: readonly SheetColumn[]): Promise<Piece>;
  /** @param carrier has the rows as JSON (`transport/message-buffer-pool.ts`), and is handed over */
  add(carrier: ArrayBuffer): Promise<WrittenRows>;
  end(): Promise<Piece>;
}
