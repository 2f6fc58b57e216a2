import { problem, type Problem } from '../core/problem';
import { sentence } from '../words/told/sentence';

export type StorageProblem = Problem<
  'storage-full' | 'storage-closed' | 'storage-newer' | 'storage-unavailable' | 'job-gone'
>;

/** The database answers, and has no record of a job that this page knows. */
export const JOB_GONE: StorageProblem = problem(
  'job-gone',
  sentence('store.jobGone'),
  sentence('store.downloadCure'),
);

/** The database has a job's record, and none of its rows, which this page shows. */
export const ROWS_GONE: StorageProblem = problem(
  'job-gone',
  sentence('store.rowsGone'),
  sentence('store.downloadCure'),
);

/** An error that carries a problem of the storage out of a transaction, which it ends. */
class RefusedByStorage extends Error {
  readonly fault: StorageProblem;

  constructor(fault: StorageProblem) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Ends a transaction with `JOB_GONE`, unless the job was found. */
export function requireJob(found: unknown): void {
  if (found === undefined || found === 0) throw new RefusedByStorage(JOB_GONE);
}

/** Names of errors that tell of the browser's storage and not of a mistake in this program. */
const environmentErrors = new Set([
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
]);

/** Names of errors that come of a connection that the browser closed, or did not open because of that. */
const closingErrors = ['AbortError', 'DatabaseClosedError', 'VersionChangeError'];

/** Whether an error says that the browser closed the connection to the database, or opened none because of that. */
export function isLostConnection(error: unknown): boolean {
  return storageProblem(error)?.kind === 'storage-closed';
}

/** What an error of the database means to a user; null when it is none of the storage's. */
export function storageProblem(error: unknown): StorageProblem | null {
  if (error instanceof RefusedByStorage) return error.fault;
  const names = errorNames(error);
  if (names.has('QuotaExceededError')) {
    return problem('storage-full', sentence('store.full'), sentence('store.fullCure'));
  }
  if (names.has('VersionError')) {
    return problem('storage-newer', sentence('store.newer'), sentence('store.reloadCure'));
  }
  if (closingErrors.some((name) => names.has(name))) {
    return problem('storage-closed', sentence('store.closed'), sentence('store.closedCure'));
  }
  for (const name of names) {
    if (environmentErrors.has(name)) {
      return problem(
        'storage-unavailable',
        sentence('store.unavailable', { error: name }),
        sentence('store.unavailableCure'),
      );
    }
  }
  return null;
}

/**
 * The names along an error's chain. A full disk may arrive as an AbortError with the
 * QuotaExceededError inside, and a bulk write collects one error for each record.
 */
function errorNames(error: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [error];
  const seen = new Set<unknown>();
  while (waiting.length > 0) {
    const current = waiting.pop();
    if (typeof current !== 'object' || current === null || seen.has(current)) continue;
    seen.add(current);
    const { name, inner, cause, failures } = current as Record<string, unknown>;
    if (typeof name === 'string') names.add(name);
    waiting.push(inner, cause);
    if (Array.isArray(failures)) waiting.push(failures[0]);
  }
  return names;
}
