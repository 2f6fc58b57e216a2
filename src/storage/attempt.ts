import { Dexie } from 'dexie';
import { err, ok, type Result } from '../core/result';
import { isLostConnection, storageProblem, type StorageProblem } from './storage-problem';

/**
 * Milliseconds in which a connection that the browser closes ends its transactions. One that was begun at that
 * very moment gets no event at all from Chromium, neither its end nor its abort.
 */
const CLOSING_MS = 2_000;
/** Milliseconds to wait before each further attempt: while the browser deletes a database, it opens none. */
const REOPENING_MS: readonly number[] = [250, 1_000];

/**
 * Runs work on the database; a fault of the storage comes back as a value that can be shown.
 * Anything else (a wrong key, a value that cannot be stored) is a programming mistake and throws.
 *
 * Where the browser closed the connection, as it does when site data is cleared, the work is done again on a new
 * one, which tells what the storage has now. So the work must be one transaction, or one that may be repeated.
 */
export async function attempt<T>(
  db: Dexie,
  work: () => PromiseLike<T>,
): Promise<Result<T, StorageProblem>> {
  for (let tried = 0; ; tried++) {
    try {
      return ok(await untilLost(db, work));
    } catch (error) {
      const fault = storageProblem(error);
      if (fault === null) throw error;
      const pause = REOPENING_MS[tried];
      // A database that this page closed stays closed.
      if (pause === undefined || !isLostConnection(error) || db.hasBeenClosed()) return err(fault);
      await new Promise((resolve) => setTimeout(resolve, pause));
      // An attempt to open that failed is otherwise the answer to everything that follows.
      if (db.hasFailed()) db.close({ disableAutoOpen: false });
    }
  }
}

/**
 * Runs work on the database.
 *
 * @throws DatabaseClosedError where the connection was closed meanwhile and nothing came of the work
 */
export function untilLost<T>(db: Dexie, work: () => PromiseLike<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClose = () => {
      timer ??= setTimeout(() => reject(new Dexie.DatabaseClosedError()), CLOSING_MS);
    };
    const settle = () => {
      clearTimeout(timer);
      db.on.close.unsubscribe(onClose);
    };
    db.on('close', onClose);
    // Inside a promise, so that work that throws at once is an error like any other.
    new Promise<T>((begun) => begun(work())).then(resolve, reject).then(settle, settle);
  });
}
