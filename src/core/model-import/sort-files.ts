import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import { type ImportFile, type ImportRole, recogniseFile } from './recognise-file';
import { type Sentence, sentence } from '../../words/told/sentence';

/** The files that a model is made from. */
export type ImportSubject =
  | { readonly kind: 'pack'; readonly manifest: ImportFile; readonly graph: ImportFile }
  | {
      readonly kind: 'classifier';
      readonly model: ImportFile;
      readonly features: ImportFile | null;
      readonly classes: ImportFile | null;
    }
  | { readonly kind: 'markers'; readonly table: ImportFile }
  /** Not a model, but accepted in the same place as models. */
  | { readonly kind: 'watch'; readonly table: ImportFile };

export type SortProblem = Problem<
  'import-nothing' | 'import-several' | 'import-incomplete' | 'import-is-run'
>;

export interface SortedFiles {
  readonly roles: readonly { readonly path: string; readonly role: ImportRole }[];
  readonly subject: Result<ImportSubject, SortProblem>;
}

const WHAT = sentence('modelPack.filesNothingCure');

/** Determines the role of each file, and what they make together. */
export function sortFiles(files: readonly ImportFile[]): SortedFiles {
  const sorted = files.map((file) => ({ file, role: recogniseFile(file) }));
  return {
    roles: sorted.map(({ file, role }) => ({ path: file.path, role })),
    subject: findSubject(sorted),
  };
}

type Sorted = readonly { readonly file: ImportFile; readonly role: ImportRole }[];

function findSubject(sorted: Sorted): Result<ImportSubject, SortProblem> {
  const all = (...roles: ImportRole[]) =>
    sorted.flatMap(({ file, role }) => (roles.includes(role) ? [file] : []));
  const one = (role: ImportRole) => all(role)[0] ?? null;
  if (sorted.some(({ file }) => /(?:^|\/)(?:fid|acqus?)$/.test(file.path))) return err(IS_RUN);

  // Roles of which a model can have only one file.
  const heads = all('pickle', 'onnx', 'markers', 'watch');
  for (const several of [heads, all('manifest'), all('features'), all('classes')]) {
    if (several.length > 1) return err(tooMany(several));
  }
  const [manifest, graph, table] = [one('manifest'), one('onnx'), one('markers')];
  const watch = one('watch');
  if (watch !== null && manifest === null) return ok({ kind: 'watch', table: watch });
  if (manifest !== null) {
    return graph === null
      ? err(incomplete(sentence('modelPack.filesWithoutGraph', { path: manifest.path })))
      : ok({ kind: 'pack', manifest, graph });
  }
  if (table !== null) return ok({ kind: 'markers', table });
  const [features, classes] = [one('features'), one('classes')];
  const model = graph ?? one('pickle');
  if (model !== null) return ok({ kind: 'classifier', model, features, classes });
  if (features !== null) {
    return err(incomplete(sentence('modelPack.filesWithoutModel', { path: features.path })));
  }
  const [other] = sorted;
  const message =
    other === undefined
      ? sentence('modelPack.filesNone')
      : sentence('modelPack.filesNothing', { path: other.file.path });
  return err(problem('import-nothing', message, WHAT));
}

const IS_RUN: SortProblem = problem(
  'import-is-run',
  sentence('modelPack.filesOfRun'),
  sentence('modelPack.filesOfRunCure'),
);

function tooMany(files: readonly ImportFile[]): SortProblem {
  const [first = '', second = ''] = files.map(({ path }) => path);
  return problem(
    'import-several',
    sentence('modelPack.filesSeveral', { first, second }),
    sentence('modelPack.filesSeveralCure'),
  );
}

function incomplete(message: Sentence): SortProblem {
  return problem('import-incomplete', message, sentence('modelPack.filesTogetherCure'));
}
