import { problem, type Problem } from '../core/problem';
import type { FileKind } from './sniff';
import { sentence, type SentenceKey, type Sentences } from '../words/told/sentence';

/** An archive format that is known by its bytes and not read. */
export type RefusedArchive = Extract<
  FileKind,
  'zip-empty' | 'zip-part' | '7z' | 'rar' | 'bzip2' | 'xz' | 'zstd'
>;

export function refusedArchiveProblem(kind: RefusedArchive, path: string): Problem {
  const [message, cure] = SENTENCES[kind];
  return problem(`archive-${kind}`, sentence(message, { path }), sentence(cure), path);
}

const SENTENCES = {
  'zip-empty': ['archive.refusedZipEmpty', 'archive.packRunCure'],
  'zip-part': ['archive.refusedZipPart', 'archive.joinPartsCure'],
  '7z': ['archive.refused7z', 'archive.repackCure'],
  rar: ['archive.refusedRar', 'archive.repackCure'],
  bzip2: ['archive.refusedBzip2', 'archive.repackCure'],
  xz: ['archive.refusedXz', 'archive.repackCure'],
  zstd: ['archive.refusedZstd', 'archive.repackCure'],
} as const satisfies Readonly<
  Record<RefusedArchive, readonly [message: SentenceKey, cure: SentenceKey]>
>;

/** @returns what a sentence about a source asks for: an archive by its path, or null for the loose files */
export function placeOf(archive: string | null) {
  return archive === null
    ? ({ place: 'drop', archive: '' } as const)
    : ({ place: 'archive', archive } as const);
}

/** @returns the first of several files in a sentence, with the number of the others */
export function andMore(path: string, more: number): Sentences {
  return more > 0 ? sentence('archive.andMore', { path, count: more }) : path;
}

/** Whether a name inside an archive is that of another archive. */
export function isArchiveName(path: string): boolean {
  return /\.(zip|7z|rar|tar|tgz|gz|tbz2?|bz2|txz|xz|tzst|zst)$/i.test(path);
}

/**
 * @param outer null for the loose files of a drop
 * @param count how many archives `outer` holds, `inner` being the first
 */
export function nestedArchiveProblem(outer: string | null, inner: string, count: number): Problem {
  const path = outer ?? inner;
  return problem(
    'archive-in-archive',
    sentence('archive.nested', { ...placeOf(outer), inner, count }),
    sentence('archive.nestedCure', { path }),
    path,
  );
}

/** One file of an archive that ends, or is damaged, before the file is complete. */
export function cutOffProblem(path: string): Problem {
  return problem(
    'entry-cut-off',
    sentence('archive.cutOff', { path }),
    sentence('archive.copyArchiveCure'),
    path,
  );
}

export function emptyArchiveProblem(path: string): Problem {
  return problem(
    'archive-empty',
    sentence('archive.empty', { path }),
    sentence('archive.packRunCure'),
    path,
  );
}
