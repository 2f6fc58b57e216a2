import type { JobFiles } from './job-files.svelte';

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
    // One that was moved meanwhile is left out.
    const reading = files.map((file) => file.getFile().catch(() => []));
    void Promise.all(reading).then((read) => {
      const found = read.flat();
      if (found.length > 0) void jobFiles.open(found);
    });
  });
  return () => {
    isStopped = true;
  };
}
