import type { DBCoreTransaction, Dexie } from 'dexie';

/** Milliseconds that a transaction may take. The removal of many jobs takes some seconds on a slow disk. */
const LATE_MS = 20_000;

/** The transactions of a database that have not ended. */
export class OpenTransactions {
  readonly #db: Dexie;
  /** [transaction] whether it writes. */
  readonly #open = new Map<DBCoreTransaction, boolean>();
  readonly #late = new Set<DBCoreTransaction>();
  readonly #onLate: (isLate: boolean) => void;
  #onEnded: () => void = () => undefined;

  /**
   * @param db is watched from here on, so it must not be open yet
   * @param onLate called when a transaction takes unreasonably long, and when all such ones have ended
   */
  constructor(db: Dexie, onLate: (isLate: boolean) => void = () => undefined) {
    this.#db = db;
    this.#onLate = onLate;
    db.use({
      stack: 'dbcore',
      name: 'open-transactions',
      create: (core) => ({
        ...core,
        transaction: (stores, mode, options) =>
          this.#watch(core.transaction(stores, mode, options), mode === 'readwrite'),
      }),
    });
  }

  /** Whether anything is not stored yet, so that a page that ends now loses it. */
  get isWriting(): boolean {
    return [...this.#open.values()].includes(true);
  }

  /** Ends all of them at once, and closes the database for good. It keeps nothing that they wrote. */
  abort(): void {
    this.#db.close();
    for (const transaction of this.#open.keys()) {
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

  #watch(transaction: DBCoreTransaction, writes: boolean): DBCoreTransaction {
    this.#open.set(transaction, writes);
    const timer = setTimeout(() => this.#tellLate(transaction), LATE_MS);
    // Dexie's type has a part of the browser's transaction, which this is.
    const events = transaction as unknown as IDBTransaction;
    for (const name of ['complete', 'abort']) {
      events.addEventListener(name, () => {
        clearTimeout(timer);
        this.#forget(transaction);
      });
    }
    return transaction;
  }

  #tellLate(transaction: DBCoreTransaction): void {
    this.#late.add(transaction);
    this.#onLate(true);
  }

  #forget(transaction: DBCoreTransaction): void {
    this.#open.delete(transaction);
    if (this.#open.size === 0) this.#onEnded();
    if (this.#late.delete(transaction) && this.#late.size === 0) this.#onLate(false);
  }
}
