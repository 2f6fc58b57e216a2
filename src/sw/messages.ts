/**
 * Asks a waiting service worker to take over. It does so only while no other page of the app is
 * open, because another page may run a job on the files of the version that would go.
 */
export interface UpdateRequest {
  readonly type: 'SKIP_WAITING';
}

/** The answer on the message's port. */
export type UpdateReply =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'other-pages-open'; readonly pages: number };

/** Asks the active service worker to check each file that it keeps, and to fetch again what is wrong. */
export interface CheckRequest {
  readonly type: 'CHECK_KEPT';
}

/** The answer on the message's port. */
export interface CheckReply {
  /** Files of this version. */
  readonly files: number;
  /** Addresses of those that are not kept as they were built, and could not be fetched. */
  readonly missing: readonly string[];
}
