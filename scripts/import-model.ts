import './learn-english';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readParameters } from '../models/ribosomal-klebsiella/read-facts';
import { importMarkers } from '../src/core/marker-model/import-markers';
import { markerHeadingOf } from '../src/core/marker-model/marker-columns';
import { importModel } from '../src/core/model-import/import-model';
import type { ImportFiles, ImportOptions } from '../src/core/model-import/imported-graph';
import { type ImportFile, recogniseFile } from '../src/core/model-import/recognise-file';
import { sortFiles } from '../src/core/model-import/sort-files';
import type { ModelPackDraft } from '../src/core/model-pack/draft';
import { type Problem, problem } from '../src/core/problem';
import { err, ok, type Result } from '../src/core/result';
import { tableText } from '../src/io/table-text';
import { unpackModel } from '../src/io/unpack-model';
import './learn-english';
import { checkFolder, checkOutput } from './headless/check-output';
import { finishOnThread } from './headless/finisher';
import { asOutput } from './headless/output-error';
import { runCommandLine, typedPath, UsageError } from './headless/command-line';
import { typedUsage } from './headless/this-app';
import { duration, say } from './say';
import { problemText } from './headless/problem-text';
import { inEnglish } from '../src/words/in-words';
import type { Sentences } from '../src/words/told/sentence';

const USAGE = `Usage: npm run --silent import-model -- MODEL [FEATURES] --out FOLDER [options]
       npm run --silent import-model -- TABLE --out FOLDER [options]

Makes a model pack of a laboratory's own model, without Python and without carrying out anything
that the file asks for. MODEL is a scikit-learn classifier as pickle.dump or joblib.dump wrote it
(model.bin, model.joblib), or an ONNX file by skl2onnx. FEATURES is its features_selected.txt: the
left edges of its bins, as a text, numpy, pandas, R or JSON has them; a model that takes all bins
needs none. TABLE is a table of marker masses of any genus (text or .xlsx), with the columns taxon,
locus, mass and genomes or fraction: it becomes a marker model like the bundled one.

  --out FOLDER       where manifest.json and model.onnx are written
  --name TITLE       what the model is called on the page (the file's name)
  --id ID            key of the pack: lower-case letters, digits, hyphens (made of the title)
  --version X.Y.Z    version of the pack (1.0.0)
  --classes FILE     names of the classes: one a line in the model's order, or CLASS<tab>NAME a line
  --threshold P      probability from which a class is named (0: the likeliest always is; of a
                     table 0.9)
  --bins WIDTH       width of the bins that FEATURES names, 1 to 40 Da (told from the list if it can be)

What was understood goes to stderr, and which taxa of a table cannot be told apart. Exit code: 0 the pack was written; 2 the model was refused, or
this command was mistyped; 3 the pack could not be written (a full disk, no right to write there).
`;

/** Most bytes of a model, inflated. */
const MOST_BYTES = 256 * 1024 * 1024;

const IS_WATCH = problem(
  'import-nothing',
  'This is a table of peaks to watch, not a model.',
  'Give it to classify with --watch, or add it on the page Models.',
);
const IS_PACK = problem(
  'import-nothing',
  'This is a model pack already.',
  'Give its folder to classify with --model, or add it on the page Models.',
);

await runCommandLine(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      name: { type: 'string' },
      id: { type: 'string' },
      version: { type: 'string' },
      classes: { type: 'string' },
      threshold: { type: 'string' },
      bins: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(typedUsage(USAGE));
    return 0;
  }
  const [model, features, ...others] = positionals;
  if (model === undefined || others.length > 0) throw new UsageError('Name a model and its list.');
  if (values.out === undefined) throw new UsageError('--out is missing: which folder shall it be?');
  const taken = await take(model);
  if (!taken.ok) return refuse(taken.error);
  const list = features === undefined ? null : await take(features);
  if (list?.ok === false) return refuse(list.error);
  const files = {
    model: taken.value,
    features: list?.value ?? null,
    classes: values.classes === undefined ? null : await read(values.classes),
  };
  const typed = values.out;
  const folder = typedPath(typed);
  await checkFolder(folder, typed);
  const inputs = [model, features, values.classes].flatMap((path) =>
    path === undefined ? [] : typedPath(path),
  );
  for (const name of ['manifest.json', 'model.onnx']) {
    const path = join(folder, name);
    if (existsSync(path)) await checkOutput(path, join(typed, name), inputs);
  }
  const options: ImportOptions = {
    fileName: basename(model),
    ...(values.name === undefined ? {} : { title: values.name }),
    ...(values.id === undefined ? {} : { id: values.id }),
    ...(values.version === undefined ? {} : { version: values.version }),
    ...(values.threshold === undefined ? {} : { namedFrom: probability(values.threshold) }),
    ...(values.bins === undefined ? {} : { binWidth: width(values.bins) }),
  };

  const start = performance.now();
  const imported = convert(files, options);
  const took = performance.now() - start;
  if (!imported.ok) return refuse(imported.error);
  const { draft, notes, unresolved } = imported.value;
  for (const told of [...notes, ...unresolved]) say(inEnglish(told));
  const finished = await finishOnThread(draft);
  if (!finished.ok) return refuse(finished.error);
  const pack = finished.value;

  await asOutput(typed, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'manifest.json'), pack.manifest);
    await writeFile(join(folder, draft.manifest.graph.file), pack.graph);
  });
  say(`Read and converted in ${duration(took)}; written to ${values.out}.`);
  return 0;
});

interface Converted {
  readonly draft: ModelPackDraft;
  readonly notes: readonly Sentences[];
  /** Sentences on taxa that cannot be told apart. */
  readonly unresolved: readonly Sentences[];
}

function convert(files: ImportFiles, options: ImportOptions): Result<Converted, Problem> {
  const { fileName = '' } = options;
  const model = { path: fileName, bytes: files.model } as ImportFile;
  const role = recogniseFile(model);
  if (role === 'markers') {
    if (files.features !== null || files.classes !== null || options.binWidth !== undefined) {
      throw new UsageError('A table of markers takes no FEATURES, no --classes and no --bins.');
    }
    return importMarkers(files.model, readParameters(), options);
  }
  if (role !== 'pickle' && role !== 'onnx') {
    // The page says the same of such a file.
    const { subject } = sortFiles([model]);
    if (!subject.ok) return subject;
    return err(subject.value.kind === 'watch' ? IS_WATCH : IS_PACK);
  }
  const imported = importModel(files, options);
  return imported.ok ? ok({ unresolved: [], ...imported.value }) : imported;
}

function refuse(reason: Problem): number {
  say(problemText(reason));
  return 2;
}

/** Reads a file as the page does: inflates what joblib compressed, and takes the table of a workbook. */
async function take(path: string): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const unpacked = await unpackModel(await read(path), basename(path), MOST_BYTES);
  if (!unpacked.ok) return unpacked;
  return tableText(unpacked.value, (text) => markerHeadingOf(text) === 'whole', basename(path));
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(typedPath(path)));
  } catch {
    throw new UsageError(`This cannot be read: ${path}`);
  }
}

function width(typed: string): number {
  const value = Number(typed);
  if (typed.trim() !== '' && value >= 1 && value <= 40) return value;
  throw new UsageError(`--bins takes a width from 1 to 40 Da, and got "${typed}".`);
}

function probability(typed: string): number {
  const value = Number(typed);
  if (typed.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new UsageError(`--threshold takes a number from 0 to 1, and got "${typed}".`);
}
