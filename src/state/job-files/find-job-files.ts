import { isJobFile, isNamedJobFile, mayBeJobFile } from '../../io/job-file/recognise';

/** Files of a drop that are looked into: with more, it is a folder's worth of something else. */
const MOST = 100;

/**
 * Finds the job files among files that were dropped or chosen, by their first bytes. One that has the name of a job
 * file counts as well, so that what is wrong with it is said.
 *
 * @returns null where no file can be one, by its name
 */
export function findJobFiles(files: readonly File[]): Promise<readonly File[]> | null {
  if (files.length > MOST || !files.some(isCandidate)) return null;
  return Promise.all(
    files.map(async (file) => {
      if (!isCandidate(file)) return [];
      return isNamedJobFile(file.name) || (await isJobFile(file)) ? [file] : [];
    }),
  ).then((found) => found.flat());
}

/** Files of a chosen folder are parts of a run. */
function isCandidate({ name, webkitRelativePath = '' }: File): boolean {
  return webkitRelativePath === '' && mayBeJobFile(name);
}
