import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { outputError } from '../headless/output-error';

export const BEGUN = 'cohort.begun';

/** How often a plate may end the whole command before it is failed. */
export const TRIES = 2;

const marksSchema = v.record(
  v.string(),
  v.strictObject({ sha256: v.string(), times: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
);

interface Mark {
  readonly sha256: string;
  readonly times: number;
}

/**
 * How often each plate of a cohort was begun without an end, because the whole command ended: it was killed, or
 * Node itself crashed. The file is written before a plate is computed and after, and is gone when no plate has a
 * mark. It is no part of the output, whose bytes must not depend on what ended the command. Who has the folder's
 * lock may write it.
 */
export class BegunPlates {
  readonly #path: string;
  readonly #typed: string;
  readonly #marks: Map<string, Mark>;
  readonly #running = new Set<string>();
  readonly #atExit = () => this.close();

  /** @param typed the folder as the person typed it */
  constructor(folder: string, typed: string) {
    this.#path = join(folder, BEGUN);
    this.#typed = typed;
    this.#marks = readMarks(this.#path);
    // Before the folder's lock is given back.
    process.prependListener('exit', this.#atExit);
  }

  /** Returns how often a plate was begun without an end. One that was replaced has a new beginning. */
  times(plate: string, sha256: string): number {
    const mark = this.#marks.get(plate);
    return mark?.sha256 === sha256 ? mark.times : 0;
  }

  /** Computes a plate, which has one mark more until that ends, in whichever way but with the whole command. */
  async during<Done>(plate: string, sha256: string, work: () => Promise<Done>): Promise<Done> {
    this.#marks.set(plate, { sha256, times: this.times(plate, sha256) + 1 });
    this.#running.add(plate);
    this.#write();
    try {
      return await work();
    } finally {
      this.#end(plate);
      this.#write();
    }
  }

  /** Removes what is known of a plate, which has its row now. */
  forget(plate: string): void {
    if (this.#marks.delete(plate)) this.#write();
  }

  /** To be called when the command ends in order: what runs then has ended nothing. */
  close(): void {
    process.off('exit', this.#atExit);
    if (this.#running.size === 0) return;
    for (const plate of [...this.#running]) this.#end(plate);
    try {
      this.#write();
    } catch {
      // A mark too many: the plate is computed alone the next time.
    }
  }

  #end(plate: string): void {
    const mark = this.#marks.get(plate);
    if (!this.#running.delete(plate) || mark === undefined) return;
    if (mark.times === 1) this.#marks.delete(plate);
    else this.#marks.set(plate, { ...mark, times: mark.times - 1 });
  }

  /** At once, and not flushed to the disk: a loss of power is the fault of no plate. */
  #write(): void {
    const whole = `${this.#path}.new`;
    try {
      if (this.#marks.size === 0) {
        for (const path of [this.#path, whole]) rmSync(path, { force: true });
        return;
      }
      writeFileSync(whole, `${JSON.stringify(Object.fromEntries(this.#marks))}\n`);
      renameSync(whole, this.#path);
    } catch (error) {
      throw outputError(error, this.#typed) ?? error;
    }
  }
}

/** A file that is not there, or was lost with the power, has no marks. */
function readMarks(path: string): Map<string, Mark> {
  try {
    return new Map(Object.entries(v.parse(marksSchema, JSON.parse(readFileSync(path, 'utf8')))));
  } catch {
    return new Map();
  }
}
