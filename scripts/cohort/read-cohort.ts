import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Laboratory } from '../../src/core/laboratory/laboratory';
import { tsvLine } from '../../src/io/exports/tsv';
import type { CallCount, CohortSource } from '../../src/state/cohort-report/cohort-source';
import { UsageError } from '../headless/command-line';
import type { thisApp } from '../headless/this-app';
import { LEDGER, PLATES, RESULTS } from './cohort-folder';
import { type FilePart, parseLedger } from './ledger';
import { checkCounts, columnsOf, readPlateRow } from './plate-row';

/** Bytes that are read at once. */
const CHUNK = 1 << 20;

/**
 * Reads the output of a cohort for its report, and checks on the way that ledger and tables agree. Rows of results are
 * counted as they pass by, and not kept.
 *
 * @param typed the folder as the person typed it
 * @throws UsageError where something is missing or not as it was written
 */
export async function readCohort(
  folder: string,
  typed: string,
  app: ReturnType<typeof thisApp>,
  laboratory: Laboratory | null,
): Promise<CohortSource> {
  const text = await readFile(join(folder, LEDGER)).catch(() => null);
  if (text === null) throw new UsageError(`There is no ${join(typed, LEDGER)}.`);
  const { head, entries, bytes } = parseLedger(text, join(typed, LEDGER));
  if (head === null) throw new UsageError(`${join(typed, LEDGER)} has nothing in it yet.`);
  if (bytes !== text.length) throw unfinished(typed, LEDGER);

  const known = new Set<string>();
  for (const { plate } of entries) {
    if (known.has(plate)) throw new UsageError(`${join(typed, LEDGER)} has ${plate} twice.`);
    known.add(plate);
  }
  const plates: CohortSource['plates'][number][] = [];
  let columns: ReadonlyMap<string, number> = new Map();
  const partsOfPlates = [head.plates, ...entries.map((entry) => entry.plates)];
  const platesName = join(typed, PLATES);
  await readParts(folder, typed, PLATES, partsOfPlates, (line, part) => {
    if (part === 0) columns = columnsOf(line, platesName);
    else plates.push(readPlateRow(line, columns, entries[part - 1]!, platesName));
  });
  if (plates.length !== entries.length) {
    throw new UsageError(`${platesName} has ${plates.length} rows for ${entries.length} plates.`);
  }

  const calls = new Map<string, CallCount>();
  const rows = new Uint32Array(entries.length);
  const samples = new Uint32Array(entries.length);
  const resultsName = join(typed, RESULTS);
  const partsOfResults = [head.results, ...entries.map((entry) => entry.results)];
  let at = { counted: 0, kind: 0 };
  let begins = '';
  let before = 0;
  await readParts(folder, typed, RESULTS, partsOfResults, (line, part) => {
    if (part === 0) {
      const names = line.split('\t');
      at = { counted: names.indexOf('counted_as'), kind: names.indexOf('kind') };
      if (names[0] !== 'plate' || at.counted < 0 || at.kind < 0) {
        throw new UsageError(`${resultsName} has no columns plate, counted_as and kind.`);
      }
      return;
    }
    const entry = entries[part - 1]!;
    if (part !== before) begins = tsvLine([entry.plate, null]).trimEnd();
    before = part;
    const cells = line.split('\t');
    if (cells[0] !== begins) {
      throw new UsageError(`${resultsName} has rows of ${cells[0]} in place of ${entry.plate}.`);
    }
    rows[part - 1]! += 1;
    const kind = cells[at.kind];
    // A row without a call is a spectrum of no sample, such as a calibration spot.
    if (kind !== 'species' && kind !== 'group' && kind !== 'none') return;
    samples[part - 1]! += 1;
    const label = cells[at.counted] ?? '';
    const key = `${kind}\t${label}`;
    calls.set(key, { label, kind, count: (calls.get(key)?.count ?? 0) + 1 });
  });
  for (const [i, entry] of entries.entries()) {
    checkCounts(entry, { rows: rows[i]!, samples: samples[i]! }, resultsName);
  }
  const { model, guard, group, watch } = head;
  return {
    name: basename(folder),
    laboratory,
    computed: { app: head.app, model, guard, group, watch: watch.length },
    app,
    ledgerSha256: createHash('sha256').update(text).digest('hex'),
    plates,
    calls: [...calls.values()],
  };
}

type TakeLine = (line: string, part: number) => void;

/** Calls a function with each line of a table, part by part. @throws UsageError where a part is not as it was written */
async function readParts(
  folder: string,
  typed: string,
  name: string,
  parts: readonly FilePart[],
  take: TakeLine,
): Promise<void> {
  const place = join(typed, name);
  const file = await open(join(folder, name), 'r').catch(() => null);
  if (file === null) throw new UsageError(`There is no ${place}.`);
  try {
    const buffer = new Uint8Array(CHUNK);
    let size = 0;
    for (const [i, part] of parts.entries()) {
      const isSame = part.from === size && (await readPart(file, buffer, part, i, take));
      if (!isSame) throw differs(place, part);
      size = part.to;
    }
    if ((await file.stat()).size !== size) throw unfinished(typed, name);
  } finally {
    await file.close();
  }
}

/** @returns whether its checksum is that of the ledger */
async function readPart(
  file: FileHandle,
  buffer: Uint8Array,
  { from, to, sha256 }: FilePart,
  part: number,
  take: TakeLine,
): Promise<boolean> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let fault: UsageError | null = null;
  for (let at = from; at < to;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK, to - at), at);
    if (bytesRead === 0) return false;
    const bytes = buffer.subarray(0, bytesRead);
    hash.update(bytes);
    at += bytesRead;
    const lines = (rest + decoder.decode(bytes, { stream: at < to })).split('\n');
    rest = lines.pop() ?? '';
    try {
      if (fault === null) for (const line of lines) take(line, part);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // Where the bytes are not those of the ledger, that is to be said first.
      fault = error;
    }
  }
  if (rest !== '' || hash.digest('hex') !== sha256) return false;
  if (fault !== null) throw fault;
  return true;
}

function differs(place: string, { from, to }: FilePart): UsageError {
  return new UsageError(
    `${place} is not as it was written: its bytes ${from} to ${to} differ from the ledger. ` +
      'Run the cohort again in another folder.',
  );
}

function unfinished(typed: string, name: string): UsageError {
  return new UsageError(
    `${join(typed, name)} has more than the ledger says: the cohort is being written, or was ended. ` +
      'Let it end, or run its command again, and then this.',
  );
}

/** Returns whether a folder is the output of a cohort. */
export async function isCohort(folder: string): Promise<boolean> {
  const file = await open(join(folder, LEDGER), 'r').catch(() => null);
  await file?.close();
  return file !== null;
}
