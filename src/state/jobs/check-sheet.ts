import type { Problem } from '../../core/problem';

/** What is known of a sample sheet before there is a run. */
export type SheetCheck =
  | {
      readonly kind: 'read';
      readonly rows: number;
      readonly samples: number;
      /** Lines that were left out. */
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads a sheet that was chosen, so that what is wrong with it is said before a run is dropped. */
export async function checkSheet(path: string, blob: Blob): Promise<SheetCheck> {
  try {
    // No part of what the page has to wait for.
    const { readSheet } = await import('../../io/read-sheet');
    const sheet = await readSheet(new Uint8Array(await blob.arrayBuffer()), path);
    if (!sheet.ok) return { kind: 'refused', problem: sheet.error };
    const { rows, warnings } = sheet.value;
    const samples = new Set(rows.map(({ sampleId }) => sampleId)).size;
    return { kind: 'read', rows: rows.length, samples, warnings };
  } catch {
    const message = `${path} could not be opened.`;
    const cure = 'Check that it was not moved, and choose it again.';
    return { kind: 'refused', problem: { kind: 'sheet-unreadable', message, cure, path } };
  }
}
