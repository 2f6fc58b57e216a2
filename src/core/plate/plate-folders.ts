/** The folders of a spectrum that tell which plate it is on. */
export interface PlateFolders {
  /** The folder that contains the samples' folders. */
  readonly run: string;
  /** The sample's own folder. */
  readonly sample: string;
}

const SPOT_FOLDER = /^\d+_[A-Za-z]{1,2}\d{1,2}(?:_\d+S[A-Za-z]+)?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Finds the folders of a run and of a sample in a path such as `RUN/KPN289/0_A7/1/1SLin/fid`. Software names a
 * run's folder by a UUID, so two archives with the same one are parts of one run, and what is above that folder
 * does not count.
 */
export function plateFolders(path: string): PlateFolders {
  const all = path.split('/').slice(0, -1);
  const spotFolder = all.findLastIndex((folder) => SPOT_FOLDER.test(folder));
  const end = spotFolder < 0 ? all.length : spotFolder;
  const depth = Math.max(0, end - 1);
  const start = UUID.test(all[depth - 1] ?? '') ? depth - 1 : 0;
  return { run: partOf(path, all, start, depth), sample: partOf(path, all, start, end) };
}

/** Returns some folders of a path as a part of the path itself, which needs no memory of its own. */
function partOf(path: string, folders: readonly string[], start: number, end: number): string {
  if (start >= end) return '';
  const offsetOf = (folder: number): number => {
    let offset = folder;
    for (let i = 0; i < folder; i++) offset += folders[i]!.length;
    return offset;
  };
  return path.slice(offsetOf(start), offsetOf(end) - 1);
}

/** Returns a folder's path without the parts that software named. */
export function folderTitle(folder: string): string {
  return folder
    .split('/')
    .filter((part) => !UUID.test(part))
    .join('/');
}
