import type { SpectrumRow } from '../../core/job/types';
import type { ExportedJob } from './types';

/** The folders that acquisitions lie in: of the spot, the number, the method. */
const OF_ACQUISITION = /^(?:\d+_[A-Za-z]{1,2}\d{1,2}(?:_\d+[A-Za-z]+)?|\d+|\d+S?(?:Lin|Ref))$/;

/**
 * Returns a function that names the run of a spectrum: what the run calls itself, or else its folder. Of
 * several runs in one drop each is called by its folder, since their titles are one text.
 */
export function runNames({
  job,
  spectra,
}: Pick<ExportedJob, 'job' | 'spectra'>): (row: SpectrumRow) => string {
  const folders = new Set(spectra.map(({ path }) => folderOf(path)));
  const title = job.summary?.run?.title ?? null;
  return ({ path }) => (folders.size < 2 && title !== null ? title : folderOf(path));
}

/** Returns the folder of the samples' folders; empty for a file that lies in none. */
function folderOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const spot = folders.findIndex((folder) => OF_ACQUISITION.test(folder));
  const above = spot < 0 ? folders : folders.slice(0, spot);
  // The last of these is the sample's own, where the acquisition's folders follow it.
  return (spot > 0 && above.length > 1 ? above.slice(0, -1) : above).join('/');
}
