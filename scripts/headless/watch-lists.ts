import { basename } from 'node:path';
import { parseWatchTable } from '../../src/core/watch/parse-watch-table';
import type { WatchList } from '../../src/core/watch/types';
import { sha256 } from '../../src/io/sha256';
import { inEnglish } from '../../src/words/in-words';
import { say } from '../say';
import { typedFile, UsageError } from './command-line';
import { problemText } from './problem-text';

/**
 * Reads the tables of peaks to watch that were named on the command line, and reports what of them is not
 * used.
 *
 * @throws UsageError with the fault of a table
 */
export async function readWatchLists(paths: readonly string[]): Promise<readonly WatchList[]> {
  const lists: WatchList[] = [];
  for (const path of paths) {
    const bytes = new Uint8Array(await (await typedFile(path)).blob.arrayBuffer());
    const table = parseWatchTable(bytes, path);
    if (!table.ok) throw new UsageError(`${path}: ${problemText(table.error)}`);
    for (const note of table.value.notes) say(`${path}: ${inEnglish(note)}`);
    const title = basename(path).replace(/\.\w{1,8}$/, '');
    lists.push({ title, sha256: await sha256(bytes), peaks: table.value.peaks });
  }
  return lists;
}
