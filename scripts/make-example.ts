import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readSimulatorFacts } from '../models/ribosomal-klebsiella/read-simulator-facts';
import { writeBiotyperRun } from '../src/simulate/write-run';
import type { ArchiveWriter, Sink } from './make-example/archive-writer';
import { folderWriter } from './make-example/folder-writer';
import { FORMATS, parseOptions, type Options } from './make-example/options';
import { tarGzWriter } from './make-example/tar-gz-writer';
import { zipWriter } from './make-example/zip-writer';
import { NOT_WRITTEN, OutputError, outputError } from './headless/output-error';
import { duration, say } from './say';

/**
 * `npm run make-example -- --spots 96 --seed 1 --out example.zip`: writes a Biotyper run of simulated
 * spectra. Equal options give equal bytes. A run of any size takes the memory of one spectrum, since it is
 * written while it is made.
 */

const USAGE = `Usage: npm run make-example -- --out PATH [options]

  --out PATH          file or, for --format folder, the folder to write
  --spots N           acquisitions in all (96); beyond one plate, several projects
  --seed TEXT         the same seed makes the same run (1)
  --format FORMAT     ${FORMATS.join(', ')} (by the name of --out; a name without ending: folder)
  --plate 96|384      spots of a target plate (96)
  --replicates N      neighbouring spots with the same isolate, with a sample_sheet.tsv (1)
  --full              write acqus and pdata too, as an instrument keeps them
  --level 0..9        how hard to compress (6)

Exit code: 0 written; 2 this command was mistyped; 3 the run could not be written (a full disk, no such place).
`;

const parsed = parseOptions(process.argv.slice(2));
if (parsed.kind === 'help') {
  process.stdout.write(USAGE);
} else if (parsed.kind === 'mistake') {
  say(`${parsed.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  const { out } = parsed.options;
  const partial = partialOf(out);
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('exit', () => rmSync(partial, { recursive: true, force: true }));
  try {
    make(parsed.options);
  } catch (error) {
    const told = outputError(error, out);
    if (told === null) throw error;
    say(told.message);
    process.exitCode = NOT_WRITTEN;
  }
}

// An interrupted run must not look like a complete one.
function partialOf(out: string): string {
  return `${resolve(out)}.partial`;
}

function make(options: Options): void {
  const start = performance.now();
  const target = resolve(options.out);
  const partial = partialOf(options.out);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  if (options.format !== 'folder' && existsSync(target) && !statSync(target).isFile()) {
    throw new OutputError(`${options.out} is no file. Name one.`);
  }
  if (options.format === 'folder') {
    if (existsSync(target)) {
      say(`There is something at ${options.out} already. Name a folder that does not exist.`);
      process.exitCode = 2;
      return;
    }
    mkdirSync(partial);
    fill(folderWriter(partial), options);
  } else {
    const file = openSync(partial, 'w');
    const sink: Sink = (bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    };
    const writer = options.format === 'zip' ? zipWriter : tarGzWriter;
    fill(writer(sink, options.level), options);
    closeSync(file);
  }
  renameSync(partial, target);
  say(`Wrote ${options.out} in ${duration(performance.now() - start)}.`);
}

function fill(writer: ArchiveWriter, options: Options): void {
  let spectra = 0;
  for (const { path, bytes } of writeBiotyperRun(readSimulatorFacts(), options)) {
    writer.add(path, bytes);
    if (!path.endsWith('/fid')) continue;
    spectra++;
    if (spectra % 500 === 0) say(`${spectra} of ${options.spots} spectra ...`);
  }
  writer.finish();
}
