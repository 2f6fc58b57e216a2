import * as v from 'valibot';
import { decodeBase64 } from '../../core/open-formats/document/base64';
import type { Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import { blobBytes, UnreadableBlob } from '../blob-bytes';
import type { OpenZlib } from '../inflate/zlib';
import { isDeeper } from './exact-text';
import { type JobFileHead, type JobFileLimits, LIMITS, VERSION } from './format';
import { damagedFile, newerFile, noJobFile, tooLargeFile, truncatedFile } from './problems';
import { versionOf } from './recognise';
import { headSchema } from './schema';
import { splitLines } from './split-lines';

/** A job file whose head was read. */
export interface OpenedJobFile {
  readonly head: JobFileHead;
  /** Yields the parts as lines; returns why they end early, or null. @throws UnreadableBlob */
  readonly lines: AsyncGenerator<string, Problem | null, void>;
}

export interface OpenOptions {
  readonly limits?: JobFileLimits;
  /** Opens zlib; without it the platform inflates. */
  readonly openZlib?: OpenZlib;
}

/** Bytes in which the head stands. */
const HEAD_BYTES = 16 * 1024;
/** The last field of the head: a quote in a name would have a backslash before it. */
const PARTS = /"parts"\s*:\s*\[/;

/** Opens a job file of any version that this app knows. */
export async function openJobFile(
  file: Blob,
  path: string,
  { limits = LIMITS, openZlib }: OpenOptions = {},
): Promise<Result<OpenedJobFile, Problem>> {
  try {
    const start = new TextDecoder().decode(await blobBytes(file, 0, HEAD_BYTES));
    const version = versionOf(start);
    if (version === null) return err(noJobFile(path));
    if (version > VERSION) return err(newerFile(path, version));
    const parts = PARTS.exec(start);
    if (version === 0) return err(damagedFile(path));
    if (parts === null) {
      return err(file.size < HEAD_BYTES ? truncatedFile(path) : damagedFile(path));
    }
    const text = start.slice(0, parts.index + parts[0].length);
    const head = headOf(`${text}]}`);
    if (head === null) return err(damagedFile(path));
    if (head.packed !== undefined) {
      const from = new TextEncoder().encode(text).length;
      const lines = packedLines(file, from, path, limits, openZlib);
      return ok({ head, lines });
    }
    const lines = await plainLines(file, path, limits);
    return lines.ok ? ok({ head, lines: lines.value }) : lines;
  } catch (error) {
    if (error instanceof UnreadableBlob) return err(error.problem(path));
    throw error;
  }
}

async function plainLines(
  file: Blob,
  path: string,
  limits: JobFileLimits,
): Promise<Result<AsyncGenerator<string, null, void>, Problem>> {
  if (file.size > limits.plain) return err(tooLargeFile(path));
  const text = new TextDecoder().decode(await blobBytes(file, 0, limits.plain));
  // The file, its list of parts and a part are around what a part holds.
  if (isDeeper(text, limits.depth + 2)) return err(damagedFile(path));
  const whole = parsed(text) as { readonly parts?: unknown } | null;
  if (whole === null) {
    return err(/\]\s*\}\s*$/.test(text) ? damagedFile(path) : truncatedFile(path));
  }
  const { parts } = whole;
  return Array.isArray(parts) ? ok(linesOf(parts)) : err(damagedFile(path));
}

// eslint-disable-next-line @typescript-eslint/require-await -- as the lines of a packed file
async function* linesOf(parts: readonly unknown[]): AsyncGenerator<string, null, void> {
  // A person may have reformatted the file. The checksum is of parts without blanks, as ktyper writes them.
  for (const part of parts) yield JSON.stringify(part);
  return null;
}

async function* packedLines(
  file: Blob,
  from: number,
  path: string,
  limits: JobFileLimits,
  openZlib: OpenZlib | undefined,
): AsyncGenerator<string, Problem | null, void> {
  const packed = await unpackText(file, from);
  if (packed === null) return damagedFile(path);
  const end = yield* splitLines(packed.bytes, path, limits, openZlib);
  if (end !== null) return end;
  // Whoever has all of it needs no more; but a file that goes on is none that ktyper wrote.
  return packed.isWhole ? null : truncatedFile(path);
}

/** Bytes of the file that are decoded together. */
const SLICE = 3 << 20;

/**
 * Decodes the pieces of base64, to a file of the browser's own.
 *
 * @returns null where there is something else between them
 */
async function unpackText(
  file: Blob,
  from: number,
): Promise<{ readonly bytes: Blob; readonly isWhole: boolean } | null> {
  const latin = new TextDecoder('latin1');
  const parts: Blob[] = [];
  let rest = '';
  for (let at = from; at < file.size; at += SLICE) {
    const text = latin.decode(await blobBytes(file, at, SLICE));
    const end = text.indexOf(']');
    const letters = rest + (end < 0 ? text : text.slice(0, end)).replace(/[",\s]+/g, '');
    const whole = end < 0 ? letters.length - (letters.length % 4) : letters.length;
    const bytes = decodeBase64(letters.slice(0, whole));
    if (bytes === null) return null;
    parts.push(new Blob([bytes]));
    rest = letters.slice(whole);
    if (end < 0) continue;
    const after = text.slice(end + 1) + latin.decode(await blobBytes(file, at + SLICE, 64));
    return /^\s*\}?\s*$/.test(after)
      ? { bytes: new Blob(parts), isWhole: after.includes('}') }
      : null;
  }
  return { bytes: new Blob(parts), isWhole: false };
}

function headOf(text: string): JobFileHead | null {
  const head = parsed(text);
  return v.is(headSchema, head) ? (head as unknown as JobFileHead) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
