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
