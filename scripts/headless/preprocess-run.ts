import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calibrationSpot } from '../../src/core/bruker/calibration-spot';
import type { Problem } from '../../src/core/problem';
import { noSpectraProblem } from '../../src/engine/job-summary';
import { RunDirectory } from '../../src/engine/run-directory';
import { openInflater } from '../../src/io/inflate/zlib';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import { SpectrumSession } from '../../workers/spectrum/session';
import type { AcquisitionInput } from '../../workers/spectrum/api';
import type { ArchiveStep } from '../../workers/archive/api';
import type { SpectrumOutcome } from '../../src/core/job/outcome';
import { readKernel } from '../build-kernel';
import { openNodeZlib } from './node-zlib';
import { ProgressLine } from './progress-line';
import { asOutput } from './output-error';
import { VectorNames } from './vector-names';
import { problemText } from './problem-text';

/** Writes the binned vector of each acquisition that it is given into a folder. */
export class PreprocessRun {
  readonly #folder: string;
  readonly #session = new SpectrumSession(openPreprocessor(readKernel), openInflater(openNodeZlib));
  readonly #directory = new RunDirectory(false);
  readonly #names = new VectorNames();
  readonly #progress: ProgressLine;
  readonly #inputProblems: Problem[] = [];
  readonly #others = { files: 0, paths: [] as string[] };
  readonly #tried: { readonly sha256: string | null; readonly reason: Problem | null }[] = [];
  #written = 0;
  #leftOut = 0;

  constructor(folder: string, progress = new ProgressLine()) {
    this.#folder = folder;
    this.#progress = progress;
  }

  async take(steps: readonly ArchiveStep[]): Promise<void> {
    const batch: AcquisitionInput[] = [];
    for (const step of steps) {
      switch (step.kind) {
        case 'acquisition': {
          const analyte = this.#directory.find(step.source, null, step.path);
          const calibrates = calibrationSpot(step.path, analyte);
          if (calibrates === null) batch.push({ ...step, index: batch.length });
          else this.#leaveOut(calibrates);
          break;
        }
        case 'fid-absent':
          this.#refuse(step.problem, null);
          break;
        case 'run-info':
        case 'analyte-info':
          this.#directory.addRun(step.kind, step.source, step.path, step.run);
          break;
        case 'problem':
          if (step.of === 'input') this.#inputProblems.push(step.problem);
          this.#say(step.problem);
          break;
        case 'others':
          this.#others.files += step.files;
          this.#others.paths.push(...step.paths);
          break;
        case 'archive':
        case 'ahead':
        case 'sample-sheet':
          break;
      }
    }
    for (const outcome of await this.#session.process(batch, { keepVectors: true })) {
      await this.#write(outcome);
    }
  }

  finish(): number {
    const nothing = noSpectraProblem(this.#tried, this.#leftOut, this.#inputProblems, this.#others);
    if (nothing !== null) {
      this.#say(nothing);
      return 2;
    }
    const lost = this.#tried.length - this.#written;
    this.#progress.say(
      `${this.#written} vectors written, ${lost} spectra not read, ${this.#leftOut} left out.`,
    );
    return 0;
  }

  async #write({ uid, vector, answer, sha256, skipped }: SpectrumOutcome): Promise<void> {
    if (skipped !== null) {
      this.#leaveOut(skipped);
      return;
    }
    const reason = answer?.ok === false ? answer.error : null;
    if (reason !== null) this.#say(reason);
    this.#tried.push({ sha256, reason });
    if (vector === null) return;
    const name = this.#names.next(uid);
    const path = join(this.#folder, name);
    await asOutput(path, () => writeFile(path, littleEndian(vector)));
    this.#written += 1;
    this.#progress.update(`${this.#written} vectors written.`);
  }

  #refuse(reason: Problem, sha256: string | null): void {
    this.#say(reason);
    this.#tried.push({ sha256, reason });
  }

  #leaveOut(reason: Problem): void {
    this.#say(reason);
    this.#leftOut += 1;
  }

  #say(reason: Problem): void {
    const { path } = reason;
    const text = problemText(reason);
    const where = path === undefined || text.includes(path) ? '' : `${path}: `;
    this.#progress.say(`${where}${text}`);
  }
}

function littleEndian(vector: Float64Array): Uint8Array {
  const bytes = new Uint8Array(8 * vector.length);
  const view = new DataView(bytes.buffer);
  vector.forEach((value, b) => view.setFloat64(8 * b, value, true));
  return bytes;
}
