import { problem, type Problem } from '../../core/problem';
import { cutOffProblem, emptyArchiveProblem } from '../archive-problems';
import type { EntryData } from '../entry';
import type { EntryEvent } from '../entry-event';
import { SNIFF_BYTES } from '../sniff';
import { documentTooLarge, entryTooLarge, type SourceListing } from '../source-listing';
import type { ByteStream } from './byte-stream';
import { readTar, type TarEnd, type TarMember } from './read-tar';
import { inTurn, sentence } from '../../words/told/sentence';

/** The source of a tar archive's bytes. */
export type TarInput =
  /** Allows seeking: entries are slices of it, and only the headers are read. */
  | { readonly format: 'tar'; readonly blob: Blob; readonly stream: ByteStream }
  /** Is inflated while it is read, so that the bytes of wanted entries are kept when they pass. */
  | { readonly format: 'tar.gz'; readonly stream: ByteStream };

/**
 * Lists the entries of a tar archive. Of one that breaks off, it lists the entries before, and reports the
 * break.
 *
 * @throws UnreadableBlob
 */
export async function* listTar(
  input: TarInput,
  listing: SourceListing,
): AsyncGenerator<EntryEvent, void, void> {
  const { source, path } = listing;
  yield { kind: 'archive', source, path, format: input.format, entries: null };
  const members = readTar(input.stream, listing.context.limits.tarHeaderBytes);
  let files = 0;
  for (;;) {
    const next = await members.next();
    if (listing.context.signal?.aborted === true) return;
    if (next.done === true) {
      // The checksum of a .tar.gz is at its very end, after the padding of the tar.
      await drain(input.stream);
      const fault = endFault(next.value, input.stream.fault, path, files);
      if (fault !== null) yield listing.problem(fault);
      return;
    }
    const member = next.value;
    files += 1;
    const { path: wanted, limit } = listing.consider(member.name);
    if (limit !== null) {
      yield listing.problem(limit);
      return;
    }
    if (wanted === null) continue;
    const data = await memberData(input, wanted, member, listing);
    if (data === null) {
      listing.passOver(wanted);
      continue;
    }
    const { source } = listing;
    const event = listing.entry({ path: wanted, size: member.size, data, source });
    if (event !== null) yield event;
  }
}

async function drain(stream: ByteStream): Promise<void> {
  let hasMore = true;
  while (hasMore) hasMore = await stream.skip(DRAIN_BYTES);
}

const DRAIN_BYTES = 64 * 1024;

/** @returns null for a file that is not used after all */
async function memberData(
  input: TarInput,
  path: string,
  member: TarMember,
  listing: SourceListing,
): Promise<EntryData | null> {
  const { limits, wanted, byContent } = listing.context;
  const isWanted = wanted(path);
  if (member.contents !== 'file') {
    return isWanted ? unreadable(notContents(path, member)) : null;
  }
  if (!isWanted) {
    if (input.format === 'tar.gz') {
      const head = await input.stream.peek(Math.min(SNIFF_BYTES, member.size));
      if (!byContent.isUseful(head, member.size)) return null;
      if (member.size > limits.documentBytes) {
        return unreadable(documentTooLarge(path, member.size, limits));
      }
    }
  } else if (member.size > limits.entryBytes) {
    return unreadable(entryTooLarge(path, member.size, limits));
  }
  if (input.format === 'tar') {
    const start = input.stream.position;
    const blob = input.blob.slice(start, start + member.size);
    return blob.size < member.size ? unreadable(cutOffProblem(path)) : { kind: 'blob', blob };
  }
  const bytes = await input.stream.read(member.size);
  return bytes.length < member.size ? unreadable(cutOffProblem(path)) : { kind: 'bytes', bytes };
}

function unreadable(fault: Problem): EntryData {
  return { kind: 'unreadable', problem: fault };
}

/** Characters of a link's target that a sentence shows. A damaged header may contain any number of them. */
const SHOWN_OF_LINK = 200;

function beginning(name: string): string {
  return name.length > SHOWN_OF_LINK ? `${name.slice(0, SHOWN_OF_LINK)}…` : name;
}

function notContents(path: string, member: TarMember): Problem {
  return member.contents === 'link'
    ? problem(
        'tar-link',
        sentence('archive.link', { path, target: beginning(member.linkName) }),
        sentence('archive.linkCure'),
        path,
      )
    : problem(
        'tar-sparse',
        sentence('archive.sparse', { path }),
        sentence('archive.sparseCure'),
        path,
      );
}

/** @param files number of files found before the end */
function endFault(
  { end, damagedBlocks }: TarEnd,
  streamFault: Problem | null,
  path: string,
  files: number,
): Problem | null {
  if (streamFault !== null) {
    const before = sentence('archive.foundBefore', { count: files });
    return { ...streamFault, message: inTurn(streamFault.message, before) };
  }
  if (end === 'cut-off') {
    return problem(
      'tar-truncated',
      inTurn(
        sentence('archive.tarTruncated', { path }),
        sentence('archive.foundUntil', { count: files }),
      ),
      sentence('archive.copyForRestCure'),
      path,
    );
  }
  const found = sentence('archive.found', { count: files });
  if (damagedBlocks > 0) {
    return problem(
      'tar-damaged',
      inTurn(sentence('archive.tarDamaged', { path, blocks: damagedBlocks }), found),
      sentence('archive.copyOrPackCure'),
      path,
    );
  }
  if (end === 'no-mark') {
    return problem(
      'tar-no-end',
      inTurn(sentence('archive.tarNoEnd', { path }), found),
      sentence('archive.checkMissingCure'),
      path,
    );
  }
  return files === 0 ? emptyArchiveProblem(path) : null;
}
