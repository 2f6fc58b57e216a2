import { UnreadableBlob } from '../../io/blob-bytes';
import type { JobFiles } from './job-files.svelte';
import type { TakenFile } from './take-file';

/** What a browser hands to an installed app that was started with files. Not in TypeScript's library yet. */
interface LaunchQueue {
  setConsumer(consume: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * Opens the job files that the app is started with, by a double click in the file manager, say. Only some browsers
 * let an installed app have file types.
 *
 * @returns a function that stops it
 */
export function openLaunched(jobFiles: Pick<JobFiles, 'open'>): () => void {
  const queue = (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue;
  let isStopped = false;
  queue?.setConsumer(({ files }) => {
    if (isStopped || files.length === 0) return;
    const unread: TakenFile[] = [];
    const reading = files.map((file) =>
      // It was moved meanwhile, say.
      file.getFile().catch((error: unknown) => {
        const path = file.name;
        unread.push({ path, jobs: [], problem: new UnreadableBlob(error).problem(path) });
        return [];
      }),
    );
    void Promise.all(reading).then((read) => jobFiles.open(read.flat(), 0, unread));
  });
  return () => {
    isStopped = true;
  };
}
