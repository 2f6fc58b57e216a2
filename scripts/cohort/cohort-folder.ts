import { createHash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkFolder } from '../headless/check-output';
import { UsageError } from '../headless/command-line';
import { asOutput } from '../headless/output-error';
import { lockFolder } from './folder-lock';
import {
  type FilePart,
  type Ledger,
  type LedgerEntry,
  type LedgerHead,
  ledgerLine,
  parseLedger,
  type Settings,
} from './ledger';
import { PartWriter } from './part-writer';

export const LEDGER = 'ledger.jsonl';
export const RESULTS = 'results.tsv';
export const PLATES = 'plates.tsv';

/** One plate's lines of both tables. */
export interface PlateLines {
  readonly results: Iterable<string> | AsyncIterable<Uint8Array>;
  readonly plates: Iterable<string> | AsyncIterable<Uint8Array>;
}

/** The first lines of both tables. */
interface Heads {
  readonly results: string;
  readonly plates: string;
}

/**
 * The output of a cohort: two tables that only grow, and a ledger of the plates that are in them. A plate
 * counts as done when its line of the ledger is on the disk, which is written last. So whenever the program
 * ends, the next start knows to the byte what is whole, and cuts off the rest.
 */
export class CohortFolder {
  readonly #typed: string;
  readonly #results: PartWriter;
  readonly #plates: PartWriter;
  readonly #ledger: PartWriter;
  readonly #done: Map<string, LedgerEntry>;
  readonly #unlock: () => void;

  private constructor(
    typed: string,
    files: readonly [results: PartWriter, plates: PartWriter, ledger: PartWriter],
    entries: readonly LedgerEntry[],
    unlock: () => void,
  ) {
    this.#unlock = unlock;
    this.#typed = typed;
    [this.#results, this.#plates, this.#ledger] = files;
    this.#done = new Map(entries.map((entry) => [entry.plate, entry]));
  }

  /**
   * Makes the folder, or goes on with one. Until it is closed no other command can.
   *
   * @param typed the folder as the person typed it
   * @param heads first lines of both tables
   * @throws UsageError when the folder has something else, was computed otherwise, was changed, or is
   * written to by another command
   */
  static async open(
    folder: string,
    typed: string,
    settings: Settings,
    heads: Heads,
  ): Promise<CohortFolder> {
    await checkFolder(folder, typed);
    return asOutput(typed, async () => {
      await mkdir(folder, { recursive: true });
      const unlock = await lockFolder(folder, typed);
      try {
        return await CohortFolder.#openLocked(folder, typed, settings, heads, unlock);
      } catch (error) {
        unlock();
        throw error;
      }
    });
  }

  static async #openLocked(
    folder: string,
    typed: string,
    settings: Settings,
    heads: Heads,
    unlock: () => void,
  ): Promise<CohortFolder> {
    const text = await readIfThere(join(folder, LEDGER));
    const ledgerName = join(typed, LEDGER);
    const { head, entries, bytes } = text === null ? NO_LEDGER : parseLedger(text, ledgerName);
    if (head === null) await refuseForeign(folder, typed, text, settings, heads);
    else refuseOthers(head, settings, typed);
    const at = (name: string) => [join(folder, name), join(typed, name)] as const;
    // The ledger is made first: tables without one were not written by this program.
    const ledger = await PartWriter.open(...at(LEDGER));
    const results = await PartWriter.open(...at(RESULTS));
    const plates = await PartWriter.open(...at(PLATES));
    await syncFolder(folder);
    for (const line of head === null ? [] : [head, ...entries]) {
      await results.verify(line.results);
      await plates.verify(line.plates);
    }
    const whole = (text ?? new Uint8Array()).subarray(0, bytes);
    await ledger.verify({ from: 0, to: bytes, sha256: sha256(whole) });
    // A plate is written when the one before is in the ledger.
    if (head !== null && (await plates.linesToCut()) > 1) {
      throw new UsageError(
        `${join(typed, PLATES)} has more plates than ${ledgerName}, which has lost lines. ` +
          'Begin again in another folder.',
      );
    }
    for (const file of [results, plates, ledger]) await file.cut();
    if (head === null) {
      await results.append([heads.results]);
      await plates.append([heads.plates]);
      await ledger.append([firstLine(settings, heads)]);
    }
    return new CohortFolder(typed, [results, plates, ledger], entries, unlock);
  }

  /** The plates that are done. */
  get done(): ReadonlyMap<string, LedgerEntry> {
    return this.#done;
  }

  /**
   * Writes a plate, and returns when it is on the disk.
   *
   * @param entry with its parts where the lines are copied, which must then be as they were written
   */
  async append(
    entry: Omit<LedgerEntry, 'results' | 'plates'> & Partial<LedgerEntry>,
    { results, plates }: PlateLines,
  ): Promise<void> {
    await asOutput(this.#typed, async () => {
      const parts = {
        results: await this.#results.append(results),
        plates: await this.#plates.append(plates),
      };
      for (const name of ['results', 'plates'] as const) {
        const { sha256: wanted } = entry[name] ?? parts[name];
        if (wanted === parts[name].sha256) continue;
        throw new UsageError(
          `The rows of ${entry.plate} in its ${name} are not as they were written.`,
        );
      }
      const line: LedgerEntry = { ...entry, ...parts };
      await this.#ledger.append([ledgerLine(line)]);
      this.#done.set(entry.plate, line);
    });
  }

  async close(): Promise<void> {
    for (const file of [this.#results, this.#plates, this.#ledger]) await file.close();
    this.#unlock();
  }
}

const NO_LEDGER: Ledger = { head: null, entries: [], bytes: 0 };

function firstLine(settings: Settings, heads: Heads): string {
  const partOf = (text: string): FilePart => {
    const bytes = Buffer.from(text);
    return { from: 0, to: bytes.length, sha256: sha256(bytes) };
  };
  const parts = { results: partOf(heads.results), plates: partOf(heads.plates) };
  const head: LedgerHead = { format: 'ktyper-ledger/1', ...settings, ...parts };
  return ledgerLine(head);
}

/**
 * Where no head was written to the end, nothing is cut off but the beginning of a cohort of the same settings.
 *
 * @throws UsageError when the folder has other files of these names
 */
async function refuseForeign(
  folder: string,
  typed: string,
  ledger: Uint8Array | null,
  settings: Settings,
  heads: Heads,
): Promise<void> {
  const wanted = [
    [LEDGER, firstLine(settings, heads)],
    [RESULTS, heads.results],
    [PLATES, heads.plates],
  ] as const;
  for (const [name, line] of wanted) {
    const place = join(typed, name);
    const bytes = name === LEDGER ? ledger : await firstBytes(join(folder, name), line.length * 4);
    if (bytes === null) continue;
    if (ledger === null) {
      throw new UsageError(`${place} is there without a ledger. Name another folder.`);
    }
    if (!isBeginning(bytes, Buffer.from(line))) {
      throw new UsageError(
        `${join(typed, LEDGER)} is not the ledger of a cohort, or has lost its lines, and ${place} is not ` +
          'what a cohort begins with. Name another folder, or delete the file if nobody needs it.',
      );
    }
  }
}

/** After a loss of power a file may have its length and zeros in place of its bytes. */
function isBeginning(bytes: Uint8Array, line: Uint8Array): boolean {
  return bytes.length <= line.length && bytes.every((byte, i) => byte === line[i] || byte === 0);
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch(nullIfGone);
}

/** A table may be too large to be read at once. */
async function firstBytes(path: string, most: number): Promise<Uint8Array | null> {
  const file = await open(path).catch(nullIfGone);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function nullIfGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

/** Returns what a cohort was computed with. */
export function settingsOf({ app, model, guard, group, watch }: LedgerHead): Settings {
  return { app, model, guard, group, watch };
}

/** Rows that were computed otherwise do not go into one table. @throws UsageError when they were */
export function refuseOthers(head: LedgerHead, settings: Settings, typed: string): void {
  const then = settingsOf(head);
  const names = Object.keys(settings) as (keyof Settings)[];
  const other = names.find((name) => !isDeepStrictEqual(then[name], settings[name]));
  if (other === undefined) return;
  throw new UsageError(
    `${typed} was begun with another ${OTHERS[other]}: ${JSON.stringify(then[other])}, and not ` +
      `${JSON.stringify(settings[other])}. Go on as it was begun, or name another folder.`,
  );
}

const OTHERS: Readonly<Record<keyof Settings, string>> = {
  app: 'version of ktyper',
  model: 'model',
  guard: 'guard',
  group: '--group',
  watch: '--watch',
};

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** So that the names of new files are on the disk, too. Windows does not open folders, and needs it not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
