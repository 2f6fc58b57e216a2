import { ok, type Result } from '../../core/result';
import type { Problem } from '../../core/problem';
import type { InputFile } from '../../io/entry';
import type { JobRecord } from '../../storage/records';
import type { App } from '../app';
import { fetchExampleRun } from './example-run';

/** The input of a job, as far as this page can access it. */
export interface ReachableInput {
  /** Null when the user has to choose the files again. */
  readonly files: readonly InputFile[] | null;
  /** The sheet that was chosen beside the files. */
  readonly sampleSheet: InputFile | null;
}

/**
 * Looks for the input of a job: in the browser's storage, among the files that this page was given, and for
 * the example run on the host.
 */
export async function findRunInput(
  { files, router }: Pick<App, 'files' | 'router'>,
  { token, origin }: JobRecord,
): Promise<Result<ReachableInput, Problem>> {
  const stored = await files.secured(token);
  if (!stored.ok) return stored;
  if (stored.value !== null) return ok(stored.value);
  const dropped = files.held(token);
  if (dropped !== null) return ok(dropped);
  const held = await files.find(token);
  if (!held.ok) return held;
  if (held.value !== null) return ok({ files: held.value, sampleSheet: null });
  if (origin !== 'example') return ok({ files: null, sampleSheet: null });
  const example = await fetchExampleRun(router.href('/example/example-run.zip'));
  return ok({ files: example.files.length > 0 ? example.files : null, sampleSheet: null });
}
