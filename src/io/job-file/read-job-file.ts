import * as v from 'valibot';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { ReviewEntry } from '../../core/review/entry';
import type { ModelManifest } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import type { SampleEvidence } from '../../storage/evidence-pages';
import type { JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import { UnreadableBlob } from '../blob-bytes';
import { Chain } from './chain';
import { recordOf, RowCheck } from './check-job';
import { Content } from './content';
import { parseExact } from './exact-text';
import { FiledInput } from './filed-input';
import type { JobParts } from './format';
import type { OpenedJobFile } from './open-job-file';
import { changedJob, damagedFile, tooLargeFile } from './problems';
import { endSchema, partSchemas } from './schema';

/** A step in reading a file. The steps of a job begin with `job`, and end with `whole` or `refused`. */
export type JobFileEvent =
  | { readonly kind: 'job'; readonly record: JobRecord; readonly manifest: ModelManifest | null }
  | {
      readonly kind: 'rows';
      readonly spectra: readonly SpectrumRow[];
      readonly samples: readonly SampleRow[];
    }
  | { readonly kind: 'evidence'; readonly evidence: readonly SampleEvidence[] }
  | { readonly kind: 'reviews'; readonly entries: readonly ReviewEntry[] }
  /** All of the job was read, and is as it was written. */
  | { readonly kind: 'whole'; readonly content: string; readonly input: RunInput | null }
  /** Nothing of it may be kept. Other jobs may follow. */
  | { readonly kind: 'refused'; readonly name: string | null; readonly problem: Problem };

/** A job of which some was read. */
interface Job {
  readonly label: JobParts['job'];
  readonly chain: Chain;
  record: JobRecord | null;
  rows: RowCheck | null;
  content: Content | null;
  input: FiledInput | null;
}

/**
 * Reads the jobs of a file, one after the other, and checks all that it tells.
 *
 * @returns why the file ends early, or null
 */
export async function* readJobFile(
  { head, lines }: OpenedJobFile,
  path: string,
): AsyncGenerator<JobFileEvent, Problem | null, void> {
  const jobs = new Jobs(path);
  let fault: Problem | null;
  try {
    for (;;) {
      const next = await lines.next();
      if (next.done === true) {
        fault = next.value;
        break;
      }
      const event = await jobs.take(next.value);
      if (event !== null) yield event;
    }
  } catch (error) {
    if (!(error instanceof UnreadableBlob)) throw error;
    fault = error.problem(path);
  } finally {
    await lines.return(null);
  }
  const isAll = jobs.ended === head.jobs && jobs.begun === head.jobs;
  fault ??= isAll ? null : damagedFile(path);
  const left = jobs.breakOff(fault);
  if (left !== null) yield left;
  return fault;
}

class Jobs {
  readonly #path: string;
  #job: Job | null = null;
  /** Number of jobs so far. */
  begun = 0;
  /** Number of jobs by the file's last part; null until that was read. */
  ended: number | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** @returns what a line tells; null where that is nothing by itself */
  async take(line: string): Promise<JobFileEvent | null> {
    const [name, value] = partOf(line);
    if (name === 'end') {
      this.ended = v.is(endSchema, value) ? value.jobs : null;
      return null;
    }
    if (name === 'job') return this.#begin(value, line);
    const job = this.#job;
    // The rest of a job that was refused.
    if (job === null) return null;
    const isKnown = name !== null && Object.hasOwn(partSchemas, name);
    // A part that a later version adds beside those that this one needs.
    if (name !== null && !isKnown) {
      await job.chain.add(line);
      return null;
    }
    if (name === null || !v.is(partSchemas[name as keyof typeof partSchemas], value)) {
      return this.#refuse(damagedFile(this.#path));
    }
    if (name === 'whole') return this.#end(job, value as JobParts['whole']);
    await job.chain.add(line);
    const read = await this.#read(job, name as keyof JobParts, value, line);
    return read === 'damaged' ? this.#refuse(damagedFile(this.#path)) : read;
  }

  /** @returns that the job that has begun is not to be kept; null where none has */
  breakOff(fault: Problem | null): JobFileEvent | null {
    return this.#job === null ? null : this.#refuse(fault ?? damagedFile(this.#path));
  }

  async #begin(label: unknown, line: string): Promise<JobFileEvent | null> {
    const left = this.breakOff(null);
    this.begun += 1;
    if (!v.is(partSchemas.job, label)) {
      return left ?? { kind: 'refused', name: null, problem: damagedFile(this.#path) };
    }
    const chain = new Chain();
    await chain.add(line);
    this.#job = { label, chain, record: null, rows: null, content: null, input: null };
    return left;
  }

  async #read(
    job: Job,
    name: keyof JobParts,
    value: unknown,
    line: string,
  ): Promise<JobFileEvent | null | 'damaged'> {
    if (name === 'record' && job.record === null) {
      job.record = recordOf(job.label, value as Record<string, unknown>);
      return job.record === null ? 'damaged' : null;
    }
    if (job.record === null) return 'damaged';
    if (name === 'manifest' && job.rows === null) {
      const manifest = value as ModelManifest | null;
      if (manifest !== null && job.record.model?.id !== manifest.id) return 'damaged';
      job.rows = new RowCheck(manifest);
      job.content = await Content.of(job.record);
      return { kind: 'job', record: job.record, manifest };
    }
    if (job.rows === null) return 'damaged';
    switch (name) {
      case 'rows': {
        const rows = value as JobParts['rows'];
        if (!job.rows.takes(rows)) return 'damaged';
        await job.content?.add(line);
        return { kind: 'rows', spectra: rows.spectra, samples: rows.samples };
      }
      case 'evidence': {
        const evidence = job.rows.evidence(value as JobParts['evidence']);
        if (evidence === null) return 'damaged';
        await job.content?.add(line);
        return { kind: 'evidence', evidence };
      }
      case 'reviews': {
        const entries = value as JobParts['reviews'];
        return job.rows.reviews(entries) ? { kind: 'reviews', entries } : 'damaged';
      }
      case 'files': {
        if (job.input !== null) return 'damaged';
        job.input = new FiledInput(value as JobParts['files']);
        return job.input.isBounded ? null : this.#refuse(tooLargeFile(this.#path));
      }
      case 'bytes':
        return job.input?.add(value as string) === true ? null : 'damaged';
      default:
        return 'damaged';
    }
  }

  #end({ rows, content, input, chain }: Job, whole: JobParts['whole']): JobFileEvent {
    const files = input === null ? null : input.end();
    const isAll = rows?.spectra === whole.spectra && rows.samples === whole.samples;
    if (!isAll || content === null || (input !== null && files === null)) {
      return this.#refuse(damagedFile(this.#path));
    }
    if (whole.sha256 !== chain.hex) return this.#refuse(changedJob(this.#path));
    this.#job = null;
    return { kind: 'whole', content: content.hex, input: files };
  }

  #refuse(reason: Problem): JobFileEvent {
    const name = this.#job?.label.name ?? null;
    this.#job = null;
    return { kind: 'refused', name, problem: reason };
  }
}

/** @returns the name of a line's one field, and its value; a name of null where it is no part */
function partOf(line: string): readonly [name: string | null, value: unknown] {
  try {
    const part = parseExact(line);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return [null, null];
    const [entry, ...others] = Object.entries(part);
    return entry === undefined || others.length > 0 ? [null, null] : entry;
  } catch {
    return [null, null];
  }
}
