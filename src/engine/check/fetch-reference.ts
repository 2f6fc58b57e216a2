import { type CheckItem, failed, passed } from '../../core/check/check-item';
import { parseReference, type Reference } from '../../core/check/reference';
import { problem, type Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import type { InputFile } from '../../io/entry';
import { sha256 } from '../../io/sha256';
import { fetchBytes } from '../fetch-bytes';
import { sentence } from '../../words/told/sentence';

export interface FetchedReference {
  readonly items: readonly CheckItem[];
  /** Null when there is nothing that anything can be held against. */
  readonly reference: Reference | null;
  /** The run as a person would drop it; null when it is not the one that the numbers are of. */
  readonly files: readonly InputFile[] | null;
}

/**
 * Fetches the reference run and its stored numbers, a wrong file a second time past the browser's cache.
 * @param base address of the folder `check/`, with a slash at its end
 */
export async function fetchReference(base: string): Promise<FetchedReference> {
  const name = sentence('checked.nameNumbers');
  const reference = await fetchChecked(`${base}reference.json`, (numbers) =>
    Promise.resolve(parseReference(numbers)),
  );
  if (!reference.ok) {
    return { items: [failed('files', name, reference.error)], reference: null, files: null };
  }
  const { run } = reference.value;
  const items = [passed('files', name, sentence('checked.numbersThere'))];
  const found = await fetchChecked(`${base}${run.file}`, (bytes) => checkRun(bytes, run));
  if (!found.ok) {
    items.push(failed('files', sentence('checked.nameReferenceRun'), found.error));
    return { items, reference: reference.value, files: null };
  }
  items.push(
    passed(
      'files',
      sentence('checked.nameReferenceRun'),
      sentence('checked.runSum', { file: run.file, sum: run.sha256 }),
    ),
  );
  const files = [{ path: run.file, blob: new Blob([found.value]) }];
  return { items, reference: reference.value, files };
}

async function checkRun(
  bytes: Uint8Array<ArrayBuffer>,
  { file, sha256: expected }: Reference['run'],
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const sum = await sha256(bytes);
  if (sum === expected) return ok(bytes);
  return err(problem('reference-run', sentence('checked.runOther', { file, sum }), DAMAGED_CURE));
}

async function fetchChecked<T>(
  address: string,
  check: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const kept = await fetchFile(address, 'default');
  const first = kept.ok ? await check(kept.value) : kept;
  if (first.ok || !kept.ok) return first;
  const again = await fetchFile(address, 'reload');
  return again.ok ? check(again.value) : first;
}

async function fetchFile(
  address: string,
  cache: RequestCache,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem<'reference-fetch'>>> {
  const bytes = await fetchBytes(address, cache);
  if (bytes !== null) return ok(bytes);
  return err(
    problem(
      'reference-fetch',
      sentence('checked.notLoaded', { address }),
      sentence('told.connectCure'),
    ),
  );
}

const DAMAGED_CURE = sentence('checked.damagedCure');
