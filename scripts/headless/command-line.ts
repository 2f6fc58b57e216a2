import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defaultPoolSize } from '../../workers/spectrum/page/growth';
import { markOrders } from '../../src/core/orders';
import { nameOfPlace, placeOfSpot } from '../../src/core/plate/spot-place';
import { type Grouping, SPOTS_OF_SAMPLE } from '../../src/core/sample-sheet/grouping-kinds';
import type { Problem } from '../../src/core/problem';
import type { InputFile } from '../../src/io/entry';
import { inputFile, inputFiles } from './input-files';
import { NOT_WRITTEN, OutputError, outputError } from './output-error';
import { typedUsage } from './this-app';

/** A command that was mistyped, or cannot begin. The message is one sentence for the person. */
export class UsageError extends Error {}

/**
 * Resolves a path as the person typed it. npm runs scripts in the project's folder, and tells where it was
 * started.
 */
export function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}

/**
 * Returns the inputs of a command line.
 *
 * @param tell is called with what cannot be read inside a folder
 * @throws UsageError naming the input that is not there
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

/** Size of some 400 spectra in a zip. */
const SHORT_RUN_BYTES = 16 * 1024 * 1024;

/** Returns whether a run is over before more threads, or code optimised for speed, would help. */
export function isShortRun(files: readonly InputFile[]): boolean {
  return files.reduce((sum, { blob }) => sum + blob.size, 0) < SHORT_RUN_BYTES;
}

/** @param typed what follows `--workers` */
export function workerCount(typed: string | undefined, files: readonly InputFile[]): number {
  if (typed === undefined) {
    return isShortRun(files) ? 1 : defaultPoolSize(availableParallelism());
  }
  return typedWorkers(typed);
}

export const MOST_WORKERS = 64;

/** @param typed what follows `--workers` */
export function typedWorkers(typed: string): number {
  const count = Number(typed);
  if (!Number.isInteger(count) || count < 1 || count > MOST_WORKERS) {
    throw new UsageError(`--workers takes a number from 1 to ${MOST_WORKERS}, and got "${typed}".`);
  }
  return count;
}

/** Parses an option that is one of a few words. */
export function oneOf<T extends string>(option: string, typed: string, words: readonly T[]): T {
  const word = words.find((known) => known === typed);
  if (word !== undefined) return word;
  throw new UsageError(`${option} takes ${words.join(', ')}, and got "${typed}".`);
}

/**
 * Parses a whole number.
 *
 * @throws UsageError below `least`
 */
export function wholeNumber(option: string, typed: string, least = 1): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError(`${option} takes a number from ${least} on, and got "${typed}".`);
}

/**
 * Runs a command and sets its exit code. A mistake in its use is reported in a sentence. The first Ctrl+C
 * ends the work, and what is done by then is written; the second ends the program. An output that cannot be
 * written is reported in a sentence, and has an exit code of its own.
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
    process.stderr.write(`${markOrders(error.message)}\n\n${typedUsage(usage)}`);
    code = 2;
  }
  // The threads of a job that was stopped may still be working.
  process.exit(stop.signal.aborted ? 130 : code);
}

function endUnwritten({ message }: Error): void {
  process.stderr.write(`${markOrders(message)}\n`);
  process.exit(NOT_WRITTEN);
}

/** Returns whether a person mistyped the command: a UsageError, or an error of parseArgs. */
function isMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}

/**
 * Parses how samples are made without a sheet: `name`, or a number of neighbouring spots, perhaps with the spot
 * of the first sample: `4@B3`.
 */
export function typedGrouping(typed: string): Grouping {
  if (typed === 'name') return { kind: 'name' };
  const [, number = '', start] = /^(\d+)(?:@(.*))?$/.exec(typed) ?? [];
  const every = Number(number);
  const { least, most } = SPOTS_OF_SAMPLE;
  if (number === '' || every < least || every > most) {
    throw new UsageError(`--group takes name, or a number of spots from ${least} to ${most}.`);
  }
  if (start === undefined) return { kind: 'spots', every };
  const place = placeOfSpot(start);
  if (place === null) {
    throw new UsageError(
      `--group takes a spot of a plate behind the @, such as 4@B3, not "${start}".`,
    );
  }
  return { kind: 'spots', every, start: nameOfPlace(place) };
}
