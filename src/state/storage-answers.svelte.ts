import type { Dexie } from 'dexie';
import { OpenTransactions } from '../storage/open-transactions';

/**
 * Knows whether the browser's storage answers. It does not while another page keeps it, which a browser may have
 * forgotten: what a page has shown then is not stored, and a job waits for it after its first rows.
 */
export class StorageAnswers {
  isLate = $state.raw(false);
  readonly transactions: OpenTransactions;

  /** @param db must not be open yet */
  constructor(db: Dexie) {
    this.transactions = new OpenTransactions(db, (isLate) => (this.isLate = isLate));
  }
}
