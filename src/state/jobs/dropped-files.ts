import type { Problem } from '../../core/problem';
import { filesOfInput, filesOfTransfer, type DropEvent } from '../../io/drop';
import type { InputFile } from '../../io/entry';

/** All files of a drop, and problems for those that the browser did not provide. */
export interface Listing {
  readonly files: readonly InputFile[];
  readonly problems: readonly Problem[];
}

/**
 * Lists the files of a drop. Must be called within the drop's own event, after which the browser empties
 * the transfer.
 */
export function listTransfer(transfer: DataTransfer): Promise<Listing> {
  return list(filesOfTransfer(transfer));
}

/** Lists the files chosen in a file picker. */
export function listChosen(files: Iterable<File>): Promise<Listing> {
  return list(filesOfInput(files));
}

async function list(events: AsyncIterable<DropEvent> | Iterable<DropEvent>): Promise<Listing> {
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  for await (const event of events) {
    if (event.kind === 'file') files.push(event.file);
    else problems.push(event.problem);
  }
  return { files, problems };
}
