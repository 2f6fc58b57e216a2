import './learn-english';
import { createReadStream } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommandLine, typedPath, UsageError } from './headless/command-line';
import { typedUsage } from './headless/this-app';
import {
  CohortFolder,
  LEDGER,
  PLATES,
  refuseOthers,
  RESULTS,
  settingsOf,
} from './cohort/cohort-folder';
import { type FilePart, type LedgerEntry, type LedgerHead, parseLedger } from './cohort/ledger';
import { typedList } from './cohort/plates';
import { say } from './say';

const USAGE = `Usage: npm run --silent merge -- FOLDER... --out FOLDER [--list FILE]

Puts the outputs of several cohorts, such as one of each plate, into one: the same bytes that one cohort of
all plates in this order would have written. A plate that failed in one of them and is in a later one, too, has
the rows of the later. Checksums of all rows are checked on the way. When the command
was ended, the same command goes on where it was.

  --list FILE  more folders, one a line; a relative one starts from the file's folder

Exit code: 0 merged; 2 this command was mistyped, the folders were computed otherwise, or their rows are not as
they were written; 3 the output could not be written.
`;

interface Source {
  readonly typed: string;
  readonly folder: string;
  readonly head: LedgerHead;
  readonly entries: readonly LedgerEntry[];
}

await runCommandLine(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      list: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(typedUsage(USAGE));
    return 0;
  }
  if (values.out === undefined) throw new UsageError('--out is missing: which folder shall it be?');
  const more = values.list === undefined ? [] : await typedList(values.list);
  const sources = await Promise.all(
    [...positionals.map((typed) => ({ typed, path: typedPath(typed) })), ...more].map(openSource),
  );
  const [first] = sources;
  if (first === undefined) throw new UsageError('Name the folders of cohorts to merge.');
  const { head } = first;
  const settings = settingsOf(head);
  for (const source of sources) refuseOthers(source.head, settings, source.typed);
  const wanted = wantedPlates(sources);
  await refuseSource(typedPath(values.out), sources);
  const heads = {
    results: await textOf(join(first.folder, RESULTS), head.results),
    plates: await textOf(join(first.folder, PLATES), head.plates),
  };
  const out = await CohortFolder.open(typedPath(values.out), values.out, settings, heads);
  if ([...out.done.keys()].some((plate, i) => plate !== wanted[i]?.entry.plate)) {
    throw new UsageError(
      `${values.out} has other plates than these, or has them in another order. Name another folder, or ` +
        'name all its plates first, in the order in which it has them.',
    );
  }
  for (const { folder, entry } of wanted) {
    const known = out.done.get(entry.plate);
    if (known !== undefined) {
      const isSame =
        known.results.sha256 === entry.results.sha256 &&
        known.plates.sha256 === entry.plates.sha256;
      if (isSame) continue;
      throw new UsageError(`${entry.plate} is in ${values.out} already, with other rows.`);
    }
    await out.append(entry, {
      results: partOf(join(folder, RESULTS), entry.results),
      plates: partOf(join(folder, PLATES), entry.plates),
    });
  }
  await out.close();
  say(`${out.done.size} plates are in ${values.out}.`);
  return 0;
});

interface WantedPlate {
  readonly entry: LedgerEntry;
  readonly folder: string;
  /** Its folder, as the person typed it. */
  readonly typed: string;
}

/**
 * Lists the plates in order. One that failed and was tried again has the place of the first and the rows of the last.
 *
 * @throws UsageError when a plate that has not failed is in another of the sources as well
 */
function wantedPlates(sources: readonly Source[]): readonly WantedPlate[] {
  const wanted = new Map<string, WantedPlate>();
  for (const { typed, folder, entries } of sources) {
    for (const entry of entries) {
      const other = wanted.get(entry.plate);
      if (other !== undefined && (other.entry.state !== 'failed' || other.typed === typed)) {
        throw new UsageError(`${entry.plate} is both in ${other.typed} and in ${typed}.`);
      }
      wanted.set(entry.plate, { entry, folder, typed });
    }
  }
  return [...wanted.values()];
}

/** @throws UsageError when the output is one of the sources, by whichever path */
async function refuseSource(out: string, sources: readonly Source[]): Promise<void> {
  const place = await realpath(out).catch(() => null);
  if (place === null) return;
  for (const { typed, folder } of sources) {
    if ((await realpath(folder)) !== place) continue;
    throw new UsageError(`${typed} is to be merged, and cannot be the output. Name another --out.`);
  }
}

async function openSource(named: { typed: string; path: string }): Promise<Source> {
  const { typed, path: folder } = named;
  const text = await readFile(join(folder, LEDGER)).catch(() => null);
  if (text === null) throw new UsageError(`There is no ${join(typed, LEDGER)}.`);
  const { head, entries } = parseLedger(text, join(typed, LEDGER));
  if (head === null) throw new UsageError(`${join(typed, LEDGER)} has nothing in it yet.`);
  return { typed, folder, head, entries };
}

function partOf(path: string, { from, to }: FilePart): AsyncIterable<Uint8Array> {
  const none: AsyncIterable<Uint8Array> = (async function* () {})();
  return to === from ? none : createReadStream(path, { start: from, end: to - 1 });
}

async function textOf(path: string, part: FilePart): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of partOf(path, part)) text += decoder.decode(bytes, { stream: true });
  return text;
}
