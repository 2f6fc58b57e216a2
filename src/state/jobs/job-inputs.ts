import type { InputFile } from '../../io/entry';
import type { DroppedItem, JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import { say } from '../../words/say';

/** Describes a drop for the job's record, with one line for each archive and each folder. */
export function jobInputs(files: readonly InputFile[]): readonly DroppedItem[] {
  const inputs = new Map<string, { path: string; size: number; files: number }>();
  for (const { path, blob } of files) {
    const slash = path.indexOf('/');
    const root = slash < 0 ? path : path.slice(0, slash + 1);
    const input = inputs.get(root) ?? { path: root, size: 0, files: 0 };
    input.size += blob.size;
    input.files += 1;
    inputs.set(root, input);
  }
  return [...inputs.values()];
}

/**
 * Returns a job's name until the run's own title is known: the name of the first dropped file or folder.
 */
export function provisionalName(files: readonly InputFile[]): string {
  const [first, ...others] = jobInputs(files);
  if (first === undefined) return say('jobs.nameOfNothing');
  const name = first.path.replace(/\/$/, '').replace(/\.(?:zip|tar|tgz|tar\.gz)$/i, '');
  return others.length === 0 ? name : say('jobs.nameOfSeveral', { name, count: others.length });
}

/**
 * @returns the input of a job among chosen files; a sheet that was chosen beside it is recognised by its
 * name
 */
export function chosenInput(
  { inputs, sampleSheet }: JobRecord,
  files: readonly InputFile[],
): RunInput {
  const isSheet = ({ path }: InputFile) =>
    path === sampleSheet && !inputs.some((input) => input.path === path);
  return {
    files: files.filter((file) => !isSheet(file)),
    sampleSheet: files.find(isSheet) ?? null,
  };
}
