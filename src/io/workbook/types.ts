/** What the numbers of a column are; its texts are texts whatever this says. */
export type ColumnKind = 'number' | 'percent' | 'mz' | 'date';

export interface SheetColumn {
  readonly head: string;
  readonly kind?: ColumnKind;
  /** In characters. */
  readonly width?: number;
}

/** A row. Null and the empty text are cells with nothing in them; there may be fewer cells than columns. */
export type WorkbookRow = readonly (string | number | null)[];

/** Bytes of the file, in its order; none where none are ready. */
export type Piece = Uint8Array<ArrayBuffer>;

/**
 * Writes a workbook, sheet after sheet: on this thread, or on one of its own. Each call may answer with bytes of
 * earlier ones, and `end` with the last.
 */
export interface WorkbookTarget {
  /** Begins a sheet with its head; the one before is complete. */
  begin(name: string, columns: readonly SheetColumn[]): Promise<Piece>;
  add(rows: readonly WorkbookRow[]): Promise<Piece>;
  end(): Promise<Piece>;
  /** Gives up what it holds; also after `end`. */
  close(): void;
}
