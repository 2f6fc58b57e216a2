import { zipSync } from 'fflate';
import parameters from '../../models/ribosomal-klebsiella/parameters.json';
import { importMarkers } from '../../src/core/marker-model/import-markers';
import { importModel } from '../../src/core/model-import/import-model';
import type {
  ImportAnswers,
  ImportOutline,
  ImportReading,
} from '../../src/core/model-import/import-outline';
import type { ImportFile } from '../../src/core/model-import/recognise-file';
import { widthChoice } from '../../src/core/model-import/resolve-features';
import type { WidthsOfEdges } from '../../src/core/model-import/tell-width';
import { type ImportSubject, sortFiles } from '../../src/core/model-import/sort-files';
import type { ModelPackDraft } from '../../src/core/model-pack/draft';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import { parseManifest } from '../../src/core/model-pack/verify';
import { parseWatchTable } from '../../src/core/watch/parse-watch-table';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result, unreachable } from '../../src/core/result';
import type { InputFile } from '../../src/io/entry';
import { finishOrRefuse } from './finish-pack';
import { listModelFiles } from './list-model-files';
import { ModelGraph } from '../spectrum/model-graph';
import type { ImporterWorkerApi } from './api';
import type { LoadedModel } from '../spectrum/api';
import { sentence, type Sentences } from '../../src/words/told/sentence';

type Made = Extract<ImportSubject, { kind: 'classifier' | 'markers' }>;

/** Modification time of files in a .zip, so that equal packs result in equal archives. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

/** The importer worker's implementation: makes a model pack from a user's files, and checks it. */
export class ImporterSession implements ImporterWorkerApi {
  #subject: Result<ImportSubject, Problem> = err(NOTHING_READ);

  async read(inputs: readonly InputFile[]): Promise<ImportReading> {
    this.#subject = err(NOTHING_READ);
    const listed = await listModelFiles(inputs);
    if (!listed.ok) return { files: [], outline: listed };
    const { roles, subject } = sortFiles(listed.value);
    this.#subject = subject;
    return {
      files: roles.map((role, i) => ({ ...role, size: listed.value[i]?.bytes.length ?? 0 })),
      outline: subject.ok ? outlineOf(subject.value) : subject,
    };
  }

  async make(answers: ImportAnswers | null): Promise<Result<ModelPackFiles, Problem>> {
    if (!this.#subject.ok) return this.#subject;
    const subject = this.#subject.value;
    // The page itself keeps a table of peaks.
    if (subject.kind === 'watch') throw new Error('A table of peaks makes no model.');
    const files =
      subject.kind === 'pack'
        ? ok({ manifest: own(subject.manifest.bytes), graph: own(subject.graph.bytes) })
        : await finish(draft(subject, answers ?? {}));
    if (!files.ok) return files;
    const verified = await this.verify(files.value);
    return verified.ok ? files : verified;
  }

  async verify({ manifest, graph }: ModelPackFiles): Promise<Result<LoadedModel, Problem>> {
    const start = performance.now();
    const parsed = parseManifest(manifest);
    if (!parsed.ok) return parsed;
    const opened = await ModelGraph.open(parsed.value, graph);
    return opened.ok ? ok({ elapsed: performance.now() - start }) : opened;
  }

  zip({ manifest, graph }: ModelPackFiles, folder: string): Promise<Uint8Array<ArrayBuffer>> {
    const parsed = parseManifest(manifest);
    const name = parsed.ok ? parsed.value.graph.file : 'model.onnx';
    const files = { [`${folder}/manifest.json`]: manifest, [`${folder}/${name}`]: graph };
    return Promise.resolve(zipSync(files, { mtime: ZIP_TIME }));
  }
}

/** Describes the model, and what the user has to answer, by making it without answers. */
function outlineOf(subject: ImportSubject): Result<ImportOutline, Problem> {
  if (subject.kind === 'pack') {
    const parsed = parseManifest(subject.manifest.bytes);
    if (!parsed.ok) return parsed;
    const { title, id, version } = parsed.value;
    return ok({ kind: 'pack', title, id, version });
  }
  if (subject.kind === 'watch') return watchOutline(subject.table);
  const widths = widthsFor(subject);
  let drafted = draft(subject, {});
  if (!drafted.ok && drafted.error.kind === 'import-width') {
    // The user is asked for the width; any of them shows what else there is to ask.
    const [binWidth] = widths?.possible ?? [];
    if (binWidth !== undefined) drafted = draft(subject, { binWidth });
  }
  if (!drafted.ok) {
    // The model does not name its classes, so the user is asked for them.
    const isUnnamed = subject.kind === 'classifier' && drafted.error.kind === 'import-unnamed';
    return isUnnamed ? ok(unnamedOutline(subject.model, widths)) : drafted;
  }
  const { manifest } = drafted.value.draft;
  const { notes, unresolved, labels } = drafted.value;
  const areNumbers = labels?.every((label) => /^-?\d+(?:\.0)?$/.test(label)) === true;
  return ok({
    kind: subject.kind,
    title: manifest.title,
    version: manifest.version,
    namedFrom: manifest.thresholds.species,
    notes,
    unresolved,
    unnamed:
      areNumbers && subject.kind === 'classifier' && subject.classes === null ? { labels } : null,
    widths,
  });
}

/** Returns the widths that the bins of a classifier's features list may have; null: there is no choice. */
function widthsFor(subject: Made): WidthsOfEdges | null {
  if (subject.kind !== 'classifier') return null;
  const widths = widthChoice(subject.features?.bytes ?? null);
  return widths.possible.length > 1 ? widths : null;
}

function watchOutline({ path, bytes }: ImportFile): Result<ImportOutline, Problem> {
  const table = parseWatchTable(bytes, path);
  if (!table.ok) return table;
  return ok({ kind: 'watch', title: titleOf(path), path, table: own(bytes), ...table.value });
}

function titleOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w{1,8}$/, '');
}

function unnamedOutline({ path }: ImportFile, widths: WidthsOfEdges | null): ImportOutline {
  const title = titleOf(path);
  const notes = [sentence('modelFile.classesUnnamed')];
  const unnamed = { labels: null };
  return {
    kind: 'classifier',
    title,
    version: '1.0.0',
    namedFrom: 0,
    notes,
    unresolved: [],
    unnamed,
    widths,
  };
}

interface Drafted {
  readonly draft: ModelPackDraft;
  readonly notes: readonly Sentences[];
  readonly unresolved: readonly Sentences[];
  readonly labels: readonly string[] | null;
}

function draft(subject: Made, answers: Partial<ImportAnswers>): Result<Drafted, Problem> {
  const { names = null, binWidth = null, ...said } = answers;
  switch (subject.kind) {
    case 'classifier': {
      const { model, features, classes } = subject;
      const imported = importModel(
        {
          model: model.bytes,
          features: features?.bytes ?? null,
          classes: names === null ? (classes?.bytes ?? null) : listOf(names),
        },
        { fileName: model.path, ...said, ...(binWidth === null ? {} : { binWidth }) },
      );
      return imported.ok ? ok({ unresolved: [], ...imported.value }) : imported;
    }
    case 'markers': {
      const { table } = subject;
      const imported = importMarkers(table.bytes, parameters, { fileName: table.path, ...said });
      return imported.ok ? ok({ labels: null, ...imported.value }) : imported;
    }
    default:
      return unreachable(subject);
  }
}

/** Makes a list of class names like that of a file: one per line. */
function listOf(names: readonly string[]): Uint8Array {
  return new TextEncoder().encode(names.map((name) => name.replace(/\s+/g, ' ')).join('\n'));
}

async function finish(drafted: Result<Drafted, Problem>): Promise<Result<ModelPackFiles, Problem>> {
  if (!drafted.ok) return drafted;
  const finished = await finishOrRefuse(drafted.value.draft);
  if (!finished.ok) return finished;
  const { manifest, graph } = finished.value;
  return ok({ manifest: own(manifest), graph: own(graph) });
}

/** Copies bytes into a buffer of their own, which can be transferred to another thread. */
function own(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.slice();
}

const NOTHING_READ = problem(
  'import-nothing',
  sentence('modelPack.noFile'),
  sentence('modelPack.noFileCure'),
);
