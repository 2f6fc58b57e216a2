import { INTENDED_USE } from '../exports/types';
import { Base64Pieces } from './base64';
import { FORMAT, type JobFileHead, VERSION } from './format';
import { jobLines, type JobToWrite, type Line } from './job-lines';

export interface JobFileFacts {
  readonly appVersion: string;
  /** ISO 8601 with the zone. */
  readonly writtenAt: string;
  /** Number of the jobs that are written. */
  readonly jobs: number;
  readonly spectra: boolean;
}

/** Characters of parts from which on they are packed. */
const LARGE = 64 * 1024;

type Jobs = Iterable<JobToWrite> | AsyncIterable<JobToWrite>;

/**
 * Yields a job file piece by piece: of one job, or of a history. What is large is gzip in base64, so that the file
 * stays JSON, whose head says in plain text what it is. A job is asked for when the one before it was written.
 */
export async function* writeJobFile(
  facts: JobFileFacts,
  jobs: Jobs,
): AsyncGenerator<string, void, void> {
  const lines = allLines(jobs, facts.jobs);
  const first: string[] = [];
  for (let length = 0; length < LARGE; length += first.at(-1)!.length) {
    const next = await lines.next();
    if (next.done === true) {
      yield `${headText(facts)}\n${first.join(',\n')}\n]}\n`;
      return;
    }
    first.push(textOf(next.value));
  }
  yield headText(facts, 'gzip');
  let comma = '';
  for await (const piece of packed(inTurn(first, lines))) {
    yield `${comma}\n"${piece}"`;
    comma = ',';
  }
  yield '\n]}\n';
}

/** The head without the end of its last field, whose values follow. */
function headText(facts: JobFileFacts, packed?: 'gzip'): string {
  const head: JobFileHead = {
    format: FORMAT,
    version: VERSION,
    use: INTENDED_USE,
    app: { name: 'ktyper', version: facts.appVersion },
    writtenAt: facts.writtenAt,
    jobs: facts.jobs,
    spectra: facts.spectra,
    ...(packed === undefined ? {} : { packed }),
  };
  return `${JSON.stringify(head).slice(0, -1)},"parts":[`;
}

async function* allLines(jobs: Jobs, count: number): AsyncGenerator<Line, void, void> {
  for await (const job of jobs) yield* jobLines(job);
  yield JSON.stringify({ end: { jobs: count } });
}

async function* inTurn(
  first: readonly string[],
  rest: AsyncIterable<Line>,
): AsyncGenerator<Line, void, void> {
  yield* first;
  yield* rest;
}

function textOf(line: Line): string {
  return typeof line === 'string' ? line : new TextDecoder().decode(line);
}

/** Compresses lines at the pace of the reader. What the lines throw, this throws. */
async function* packed(lines: AsyncIterable<Line>): AsyncGenerator<string, void, void> {
  const { readable, writable } = new CompressionStream('gzip');
  const written = compress(lines, writable.getWriter());
  // It is waited for below, unless the reader stops early.
  written.catch(() => undefined);
  const reader = readable.getReader();
  const pieces = new Base64Pieces();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(async (error: unknown) => {
        // What ended the stream is told by whoever wrote into it.
        await written;
        throw error;
      });
      if (done) break;
      const piece = pieces.add(value);
      if (piece !== '') yield piece;
    }
    await written;
    const rest = pieces.end();
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Bytes that the browser packs in one go, on the thread that asks for it: some milliseconds. */
const AT_ONCE = 1 << 16;
const LINE_BREAK = 0x0a;

/** Writes lines, in pieces with memory of their own: not every engine has read one when its write is over. */
async function compress(
  lines: AsyncIterable<Line>,
  writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const encoder = new TextEncoder();
  try {
    for await (const line of lines) {
      const bytes = typeof line === 'string' ? encoder.encode(line) : line;
      for (let at = 0; at < bytes.length; at += AT_ONCE)
        await writer.write(bytes.slice(at, at + AT_ONCE));
      await writer.write(Uint8Array.of(LINE_BREAK));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
