import type { DBCoreTransaction, Dexie } from 'dexie';

/** The transactions of a database that have not ended. */
export class OpenTransactions {
  readonly #db: Dexie;
  readonly #open = new Set<DBCoreTransaction>();
  #onEnded: () => void = () => undefined;

  /** @param db is watched from here on, so it must not be open yet */
  constructor(db: Dexie) {
    this.#db = db;
    db.use({
      stack: 'dbcore',
      name: 'open-transactions',
      create: (core) => ({
        ...core,
        transaction: (...parts) => this.#watch(core.transaction(...parts)),
      }),
    });
  }

  /** Ends all of them at once, and closes the database for good. It keeps nothing that they wrote. */
  abort(): void {
    this.#db.close();
    for (const transaction of this.#open) {
      try {
        transaction.abort();
      } catch {
        // It is ending by itself.
      }
    }
  }

  /** Resolves once all have ended: one that was ended by `abort` needs the browser's answer for that. */
  async ended(): Promise<void> {
    if (this.#open.size > 0) await new Promise<void>((resolve) => (this.#onEnded = resolve));
  }

  #watch(transaction: DBCoreTransaction): DBCoreTransaction {
    this.#open.add(transaction);
    // Dexie's type has a part of the browser's transaction, which this is.
    const events = transaction as unknown as IDBTransaction;
    for (const name of ['complete', 'abort']) {
      events.addEventListener(name, () => {
        this.#open.delete(transaction);
        if (this.#open.size === 0) this.#onEnded();
      });
    }
    return transaction;
  }
}
