import { problem, type Problem } from '../../core/problem';
import { cutOffProblem } from '../archive-problems';
import { ENCODING_WORDS, type NameEncoding } from '../name-encoding';
import { ENCRYPTED_FLAGS, type ZipHeader } from './header';

/** @returns the reason, known from its header, why an entry cannot be read; null when there is none */
export function entryFault(
  path: string,
  header: Omit<ZipHeader, 'name' | 'undeclaredName'>,
  archiveBytes: number,
  cutOff: boolean,
  overlaps: boolean,
): Problem | null {
  if ((header.flags & ENCRYPTED_FLAGS) !== 0 || header.method === AES) {
    return problem(
      'zip-encrypted',
      `${path} is encrypted with a password.`,
      'Unpack the archive with its password and drop the folder.',
      path,
    );
  }
  if (cutOff || header.localHeader + header.span > archiveBytes) {
    return cutOffProblem(path);
  }
  if (header.method !== STORED && header.method !== DEFLATED) {
    return problem(
      'zip-method',
      `${path} is compressed with ${methodName(header.method)}, which is not read here.`,
      'Unpack the archive, and drop the folder or pack it again as an ordinary .zip (method Deflate).',
      path,
    );
  }
  if (overlaps || (header.method === STORED && header.size !== header.compressedSize)) {
    return problem(
      'zip-inconsistent',
      overlaps
        ? `${path} shares its bytes with another file of the archive, as no ordinary program packs it.`
        : `${path} has two different sizes in the archive, ${header.compressedSize} and ${header.size} bytes.`,
      'The archive is damaged or made to deceive: pack the run again from its source.',
      path,
    );
  }
  return null;
}

const STORED = 0;
const DEFLATED = 8;
const AES = 99;

export function multiDiskProblem(path: string): Problem {
  return problem(
    'zip-multi-disk',
    `${path} is the last part of a zip archive that was split over several files.`,
    'Join the parts or unpack them, and drop the folder or one whole archive.',
    path,
  );
}

/** The problem for each kind of damage, with the number of files that were recovered. */
export const DAMAGES = {
  'no-directory': (path: string, saved: number) =>
    problem(
      'zip-truncated',
      `${path} ends before its table of contents, as after a copy or download that was broken off. ${savedFrom(saved)}`,
      'Copy or download it again for the rest.',
      path,
    ),
  'bytes-missing': (path: string, saved: number) =>
    problem(
      'zip-bytes-missing',
      `${path} lacks bytes that its table of contents counts. ${savedFrom(saved)}`,
      'Copy or download it again for the rest.',
      path,
    ),
  'directory-damaged': (path: string, saved: number) =>
    problem(
      'zip-directory-damaged',
      `${path} has a damaged table of contents. ${savedFrom(saved)}`,
      'Copy or download it again, or pack the run again.',
      path,
    ),
} as const;

function savedFrom(files: number): string {
  if (files === 0) return 'Nothing could be saved from it.';
  return files === 1
    ? 'One file could be saved from it.'
    : `${files} files could be saved from it.`;
}

/** @returns the name of a compression method. Source: APPNOTE 6.3.10, 4.4.5. */
function methodName(method: number): string {
  return METHODS[method] ?? `an unknown method (${method})`;
}

const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  2: 'Reduce',
  3: 'Reduce',
  4: 'Reduce',
  5: 'Reduce',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  20: 'Zstandard',
  93: 'Zstandard',
  94: 'MP3',
  95: 'xz',
  96: 'JPEG',
  97: 'WavPack',
  98: 'PPMd',
};

/** What is said of an archive that does not declare the encoding of its names. */
export function namesGuessed(path: string, encoding: NameEncoding): Problem {
  return problem(
    'names-guessed',
    `${path} does not say in which alphabet its names are written; they were read as ${ENCODING_WORDS[encoding]}, which fits them best.`,
    'Nothing to do if the names look right. If not, pack the run again with a program that writes UTF-8, such as 7-Zip.',
    path,
  );
}
