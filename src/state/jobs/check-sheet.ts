import type { Problem } from '../../core/problem';
import type { Result } from '../../core/result';
import type { SheetOutline } from '../../io/outline-sheet';

/** What is known of a sample sheet before there is a run. */
export type SheetCheck =
  | ({ readonly kind: 'read' } & SheetOutline)
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads a sheet, on a thread of its own: a large one takes a second. */
export type OutlineSheet = (path: string, blob: Blob) => Promise<Result<SheetOutline, Problem>>;

/** Reads a sheet that was chosen, so that what is wrong with it is said before a run is dropped. */
export async function checkSheet(
  path: string,
  blob: Blob,
  outline: OutlineSheet = outlineHere,
): Promise<SheetCheck> {
  const sheet = await outline(path, blob);
  return sheet.ok ? { kind: 'read', ...sheet.value } : { kind: 'refused', problem: sheet.error };
}

const outlineHere: OutlineSheet = async (path, blob) => {
  const { outlineSheet } = await import('../../io/outline-sheet');
  return outlineSheet(path, blob);
};
