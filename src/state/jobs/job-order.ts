import { naturalKey } from '../../core/natural-key';
import { unreachable } from '../../core/result';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import type { JobRecord, JobStatus } from './job-words';

export const jobColumns = [
  'name',
  'status',
  'samples',
  'model',
  'run-date',
  'input',
  'size',
  'created',
] as const;
export type JobColumn = (typeof jobColumns)[number];

export interface JobOrder {
  readonly column: JobColumn;
  readonly descending: boolean;
}

/** The order that an address without any has: the newest first. */
export const usualOrder: JobOrder = { column: 'created', descending: true };

const LABELS = {
  name: 'jobs.columnName',
  status: 'jobs.columnStatus',
  samples: 'jobs.columnSamples',
  model: 'jobs.columnModel',
  'run-date': 'jobs.columnRunDate',
  input: 'jobs.columnInput',
  size: 'jobs.columnSize',
  created: 'jobs.columnCreated',
} as const satisfies Record<JobColumn, MessageKey>;

/** Columns in which a person looks for the latest or the largest. */
const DESCENDING_FIRST: readonly JobColumn[] = ['samples', 'run-date', 'size', 'created'];

/** What needs a person, or will change by itself, comes first. */
const STATUSES: readonly JobStatus[] = [
  'running',
  'queued',
  'initialising',
  'interrupted',
  'failed',
  'damaged',
  'cancelled',
  'completed',
];

export function jobColumnLabel(column: JobColumn): string {
  return say(LABELS[column]);
}

/** @returns the order after a click on a column's head */
export function nextOrder(order: JobOrder, column: JobColumn): JobOrder {
  const descending =
    order.column === column ? !order.descending : DESCENDING_FIRST.includes(column);
  return { column, descending };
}

export function isSameOrder(one: JobOrder, other: JobOrder): boolean {
  return one.column === other.column && one.descending === other.descending;
}

/**
 * Returns a new list in the order of a column: numbers by value, `A2` before `A10`. Jobs without a value come last
 * in either direction, and equal ones stay in the order that they have.
 */
export function orderJobs(jobs: readonly JobRecord[], order: JobOrder): readonly JobRecord[] {
  const sign = order.descending ? -1 : 1;
  const keyed = jobs.map((job) => ({ job, key: keyOf(job, order.column) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
    return (a.key < b.key ? -1 : 1) * sign;
  });
  return keyed.map(({ job }) => job);
}

/** All keys of one column have the same type. */
function keyOf(job: JobRecord, column: JobColumn): string | number | null {
  switch (column) {
    case 'name':
      return naturalKey(job.name);
    case 'status':
      return STATUSES.indexOf(job.status);
    case 'samples':
      return job.status === 'damaged' ? null : job.counts.samples;
    case 'model':
      return job.model === null ? null : naturalKey(modelText(job));
    case 'run-date':
      return timeOrNull(Date.parse(job.counts.acquired ?? ''));
    case 'input': {
      const [first] = job.inputs;
      return first === undefined ? null : naturalKey(first.path);
    }
    case 'size':
      return job.inputs.length === 0 ? null : sizeOf(job);
    case 'created':
      return timeOrNull(job.createdAt);
    default:
      return unreachable(column);
  }
}

function timeOrNull(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}

/** @returns the size of what was dropped, in bytes */
export function sizeOf({ inputs }: Pick<JobRecord, 'inputs'>): number {
  return inputs.reduce((sum, { size }) => sum + size, 0);
}

/** @returns the model that a job ran with, `ribosomal-klebsiella 1.0.0`; empty while it has none */
export function modelText({ model }: Pick<JobRecord, 'model'>): string {
  return model === null
    ? ''
    : say('jobs.modelAndVersion', { id: model.id, version: model.version });
}
