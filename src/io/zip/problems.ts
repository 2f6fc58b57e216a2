import { problem, type Problem } from '../../core/problem';
import { cutOffProblem } from '../archive-problems';
import type { NameEncoding } from '../name-encoding';
import { ENCRYPTED_FLAGS, type ZipHeader } from './header';
import { inTurn, type Sentence, sentence } from '../../words/told/sentence';

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
      sentence('archive.encrypted', { path }),
      sentence('archive.encryptedCure'),
      path,
    );
  }
  if (cutOff || header.localHeader + header.span > archiveBytes) {
    return cutOffProblem(path);
  }
  if (header.method !== STORED && header.method !== DEFLATED) {
    return problem(
      'zip-method',
      otherMethod(path, header.method),
      sentence('archive.methodCure'),
      path,
    );
  }
  if (overlaps || (header.method === STORED && header.size !== header.compressedSize)) {
    return problem(
      'zip-inconsistent',
      overlaps
        ? sentence('archive.sharedBytes', { path })
        : sentence('archive.twoSizes', {
            path,
            compressed: header.compressedSize,
            size: header.size,
          }),
      sentence('archive.sharedBytesCure'),
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
    sentence('archive.zipLastPart', { path }),
    sentence('archive.joinPartsCure'),
    path,
  );
}

/** The problem for each kind of damage, with the number of files that were recovered. */
export const DAMAGES = {
  'no-directory': (path: string, saved: number) =>
    problem(
      'zip-truncated',
      inTurn(sentence('archive.noDirectory', { path }), savedFrom(saved)),
      sentence('archive.copyForRestCure'),
      path,
    ),
  'bytes-missing': (path: string, saved: number) =>
    problem(
      'zip-bytes-missing',
      inTurn(sentence('archive.bytesMissing', { path }), savedFrom(saved)),
      sentence('archive.copyForRestCure'),
      path,
    ),
  'directory-damaged': (path: string, saved: number) =>
    problem(
      'zip-directory-damaged',
      inTurn(sentence('archive.directoryDamaged', { path }), savedFrom(saved)),
      sentence('archive.copyOrPackCure'),
      path,
    ),
} as const;

function savedFrom(files: number): Sentence {
  return sentence('archive.saved', { count: files });
}

function otherMethod(path: string, number: number): Sentence {
  const method = METHODS[number];
  return method === undefined
    ? sentence('archive.methodUnknown', { path, method: number })
    : sentence('archive.method', { path, method });
}

/** The names of compression methods. Source: APPNOTE 6.3.10, 4.4.5. */
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
    sentence('archive.namesGuessed', { path, encoding }),
    sentence('archive.namesGuessedCure'),
    path,
  );
}
