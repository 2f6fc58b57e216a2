import { problem, type Problem } from '../core/problem';
import type { FileKind } from './sniff';

/** An archive format that is known by its bytes and not read. */
export type RefusedArchive = Extract<
  FileKind,
  'zip-empty' | 'zip-part' | '7z' | 'rar' | 'bzip2' | 'xz' | 'zstd'
>;

export function refusedArchiveProblem(kind: RefusedArchive, path: string): Problem {
  const [message, cure] = SENTENCES[kind];
  return problem(`archive-${kind}`, `${path} ${message}`, cure, path);
}

const REPACK = 'Unpack it, and drop the folder or pack it again as .zip or .tar.gz.';

const SENTENCES: Readonly<Record<RefusedArchive, readonly [message: string, cure: string]>> = {
  'zip-empty': ['is a zip archive with nothing in it.', 'Pack the run again and drop that.'],
  'zip-part': [
    'is one part of a zip archive that was split over several files.',
    'Join the parts or unpack them, and drop the folder or one whole archive.',
  ],
  '7z': ['is a 7-Zip archive, which is not read here.', REPACK],
  rar: ['is a RAR archive, which is not read here.', REPACK],
  bzip2: ['is compressed with bzip2, which is not read here.', REPACK],
  xz: ['is compressed with xz, which is not read here.', REPACK],
  zstd: ['is compressed with Zstandard, which is not read here.', REPACK],
};

/** Whether a name inside an archive is that of another archive. */
export function isArchiveName(path: string): boolean {
  return /\.(zip|7z|rar|tar|tgz|gz|tbz2?|bz2|txz|xz|tzst|zst)$/i.test(path);
}

/** @param count how many archives `outer` holds, `inner` being the first */
export function nestedArchiveProblem(outer: string, inner: string, count: number): Problem {
  return problem(
    'archive-in-archive',
    count === 1
      ? `${outer} holds another archive, ${inner}, which was not opened.`
      : `${outer} holds ${count} other archives, which were not opened. The first is ${inner}.`,
    `Unpack ${outer} and drop what was in it.`,
    outer,
  );
}

/** One file of an archive that ends, or is damaged, before the file is complete. */
export function cutOffProblem(path: string): Problem {
  return problem(
    'entry-cut-off',
    `${path} is cut off: its archive could not be read to the end of it.`,
    'Copy or download the archive again.',
    path,
  );
}

export function emptyArchiveProblem(path: string): Problem {
  return problem(
    'archive-empty',
    `${path} is an archive with no files in it.`,
    'Pack the run again and drop that.',
    path,
  );
}
