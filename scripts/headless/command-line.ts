import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defaultPoolSize } from '../../workers/spectrum/page/growth';
import { markOrders } from '../../src/core/orders';
import { type Grouping, SPOTS_OF_SAMPLE } from '../../src/core/sample-sheet/grouping';
import type { Problem } from '../../src/core/problem';
import type { InputFile } from '../../src/io/entry';
import { inputFile, inputFiles } from './input-files';
import { NOT_WRITTEN, OutputError, outputError } from './output-error';

/** A command that was typed wrongly, or cannot begin: the message is one sentence for the person. */
export class UsageError extends Error {}

/** A path as the person typed it: npm runs scripts in the project's folder, and tells where it was. */
export function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}

/**
 * The inputs of a command line.
 *
 * @param tell hears of what cannot be read inside a folder
 * @throws UsageError naming the one that is not there
 */
export async function typedInputs(
  paths: readonly string[],
  tell: (fault: Problem) => void,
): Promise<InputFile[]> {
  if (paths.length === 0) throw new UsageError('Name an archive, a folder or files to read.');
  return (
    await Promise.all(paths.map((path) => opened(path, () => inputFiles([typedPath(path)], tell))))
  ).flat();
}

export async function typedFile(path: string): Promise<InputFile> {
  return opened(path, () => inputFile(typedPath(path)));
}

async function opened<T>(path: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'There is no such file or folder' : 'This cannot be read';
    throw new UsageError(`${why}: ${path}`);
  }
}

/** Some 400 spectra in a zip. */
const SHORT_RUN_BYTES = 16 * 1024 * 1024;

/** Whether a run is over before threads, or code that was optimised for speed, would pay. */
export function isShortRun(files: readonly InputFile[]): boolean {
  return files.reduce((sum, { blob }) => sum + blob.size, 0) < SHORT_RUN_BYTES;
}

/** @param typed what stands after `--workers` */
export function workerCount(typed: string | undefined, files: readonly InputFile[]): number {
  if (typed === undefined) {
    return isShortRun(files) ? 1 : defaultPoolSize(availableParallelism());
  }
  const count = Number(typed);
  if (!Number.isInteger(count) || count < 1 || count > 64) {
    throw new UsageError(`--workers takes a number from 1 to 64, and got "${typed}".`);
  }
  return count;
}

/** An option that takes one of a few words. */
export function oneOf<T extends string>(option: string, typed: string, words: readonly T[]): T {
  const word = words.find((known) => known === typed);
  if (word !== undefined) return word;
  throw new UsageError(`${option} takes ${words.join(', ')}, and got "${typed}".`);
}

/** A whole number that was typed. @throws UsageError below `least` */
export function wholeNumber(option: string, typed: string, least = 1): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError(`${option} takes a number from ${least} on, and got "${typed}".`);
}

/**
 * Runs a command to its exit code. A mistake in its use is told in a sentence; a person who stops
 * it with Ctrl+C gets what is done by then, and with a second Ctrl+C nothing more. An output that cannot be
 * written is told in a sentence, too, and has an exit code of its own.
 */
export async function runCommandLine(
  usage: string,
  command: (signal: AbortSignal) => Promise<number>,
): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
    // The program ends itself here, so that its exit handlers remove half-written files.
    process.once('SIGINT', () => process.exit(130));
  });
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
  // The reader of a pipe may stop early, as `| head` does. A closed stderr loses only the progress.
  process.stdout.on('error', (error: Error) => endUnwritten(outputError(error, 'stdout') ?? error));
  process.stderr.on('error', () => undefined);
  let code: number;
  try {
    code = await command(stop.signal);
  } catch (error) {
    if (error instanceof OutputError) return endUnwritten(error);
    if (!isMistake(error)) throw error;
    process.stderr.write(`${markOrders(error.message)}\n\n${usage}`);
    code = 2;
  }
  // The threads of a job that was stopped may still be at work.
  process.exit(stop.signal.aborted ? 130 : code);
}

function endUnwritten({ message }: Error): void {
  process.stderr.write(`${markOrders(message)}\n`);
  process.exit(NOT_WRITTEN);
}

/** Ours, or one of parseArgs. */
function isMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}

/** How samples are made without a sheet, as typed: `name`, or a number of neighbouring spots. */
export function typedGrouping(typed: string): Grouping {
  if (typed === 'name') return { kind: 'name' };
  const every = Number(typed);
  const { least, most } = SPOTS_OF_SAMPLE;
  if (/^\d+$/.test(typed) && every >= least && every <= most) return { kind: 'spots', every };
  throw new UsageError(`--group takes name, or a number of spots from ${least} to ${most}.`);
}
