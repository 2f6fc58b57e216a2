import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkFolder } from '../headless/check-output';
import { UsageError } from '../headless/command-line';
import { asOutput } from '../headless/output-error';
import {
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

  private constructor(
    typed: string,
    files: readonly [results: PartWriter, plates: PartWriter, ledger: PartWriter],
    entries: readonly LedgerEntry[],
  ) {
    this.#typed = typed;
    [this.#results, this.#plates, this.#ledger] = files;
    this.#done = new Map(entries.map((entry) => [entry.plate, entry]));
  }

  /**
   * Makes the folder, or goes on with one.
   *
   * @param typed the folder as the person typed it
   * @param heads first lines of both tables
   * @throws UsageError when the folder has something else, was computed otherwise, or was changed
   */
  static async open(
    folder: string,
    typed: string,
    settings: Settings,
    heads: { readonly results: string; readonly plates: string },
  ): Promise<CohortFolder> {
    const at = (name: string) => [join(folder, name), join(typed, name)] as const;
    await checkFolder(folder, typed);
    if (!existsSync(join(folder, LEDGER))) {
      const other = [RESULTS, PLATES].find((name) => existsSync(join(folder, name)));
      if (other !== undefined) {
        throw new UsageError(
          `${join(typed, other)} is there without a ledger. Name another folder.`,
        );
      }
    }
    return asOutput(typed, async () => {
      await mkdir(folder, { recursive: true });
      // The ledger is made first: tables without one are not ours.
      const ledger = await PartWriter.open(...at(LEDGER));
      const results = await PartWriter.open(...at(RESULTS));
      const plates = await PartWriter.open(...at(PLATES));
      await syncFolder(folder);
      const text = await readFile(join(folder, LEDGER));
      const { head, entries, bytes } = parseLedger(text, join(typed, LEDGER));
      if (head !== null) refuseOthers(head, settings, typed);
      for (const line of head === null ? [] : [head, ...entries]) {
        await results.verify(line.results);
        await plates.verify(line.plates);
      }
      await ledger.verify({ from: 0, to: bytes, sha256: sha256(text.subarray(0, bytes)) });
      for (const file of [results, plates, ledger]) await file.cut();
      if (head === null) {
        const parts = {
          results: await results.append([heads.results]),
          plates: await plates.append([heads.plates]),
        };
        const first: LedgerHead = { format: 'ktyper-ledger/1', ...settings, ...parts };
        await ledger.append([ledgerLine(first)]);
      }
      return new CohortFolder(typed, [results, plates, ledger], entries);
    });
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
  }
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
