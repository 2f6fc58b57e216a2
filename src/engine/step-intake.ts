import type { ArchiveStep } from '../../workers/archive/api';
import type { SpectrumOutcome } from '../core/job/outcome';
import type { JobEvent } from '../core/job/types';
import type { Interruptible } from '../core/interruptible';
import { problem, type Problem } from '../core/problem';
import { unreachable } from '../core/result';
import { type AcquisitionData, entriesOf, isOpen } from '../io/acquisition-data';
import { keyOf } from './acquisition-state';
import type { Item } from './batches';
import { ExpectedWork } from './expected-work';
import type { JobRows } from './job-rows';
import { sentence } from '../words/told/sentence';

/** The result of taking steps: events to report, and items to process. */
export interface TakenSteps {
  readonly events: readonly JobEvent[];
  readonly items: readonly Item[];
}

/** Enters what the archive's thread lists into a job's rows, in order of discovery. */
export class StepIntake {
  /** Every problem of the input and of its files. */
  readonly problems: Problem[] = [];
  /** Problems that can be the reason why no spectrum was found. */
  readonly inputProblems: Problem[] = [];
  /** Files that are not used. */
  readonly others = { files: 0, paths: [] as string[] };
  /** What is known of the work that is left. */
  readonly work = new ExpectedWork();
  readonly #rows: JobRows;
  readonly #takesSheets: boolean;
  #isListed = false;
  #sheetTold = '';
  readonly #release: (acquisitions: readonly AcquisitionData[]) => void;

  /**
   * @param release called with acquisitions that need not be read
   * @param takesSheets whether sample sheets count; else it is said that they do not
   */
  constructor(
    rows: JobRows,
    release: (acquisitions: readonly AcquisitionData[]) => void,
    takesSheets = true,
  ) {
    this.#rows = rows;
    this.#release = release;
    this.#takesSheets = takesSheets;
  }

  /**
   * Takes steps one by one, since a plate's run information or a sheet can be large.
   *
   * @param known outcomes of an earlier run of the job, by index
   */
  *take(
    steps: readonly ArchiveStep[],
    known: ReadonlyMap<number, SpectrumOutcome>,
  ): Interruptible<TakenSteps> {
    const rows = this.#rows;
    const events: JobEvent[] = [];
    const items: Item[] = [];
    const foundBefore = rows.found;
    let hasRunInfo = false;
    for (const step of steps) {
      yield;
      switch (step.kind) {
        case 'archive':
          rows.addArchive(step.source, step.path);
          break;
        case 'ahead':
          this.work.announce(step.acquisitions);
          break;
        case 'acquisition': {
          this.work.list(1);
          const index = rows.addAcquisition(step.source, step.path);
          if (isOpen(step)) rows.noteExport(index, step.open);
          else rows.noteFid(index);
          const reason = rows.skips(index);
          if (reason !== null) {
            const input = { ...step, index, calibrant: true } as const;
            items.push({ kind: 'input', input, skipped: reason });
            break;
          }
          const outcome = known.get(index);
          if (outcome === undefined) {
            items.push({ kind: 'input', input: { ...step, index } });
            break;
          }
          this.#release([step]);
          items.push({ kind: 'outcome', outcome });
          break;
        }
        case 'fid-absent': {
          const index = rows.addAcquisition(step.source, step.path);
          items.push({ kind: 'unread', index, reason: step.problem, skipped: false });
          break;
        }
        case 'run-info':
        case 'analyte-info':
          rows.addRun(step.kind, step.source, step.path, step.run);
          hasRunInfo ||= step.kind === 'run-info';
          break;
        case 'sample-sheet':
          if (!this.#takesSheets) {
            events.push(this.report(sheetNotUsed(step.sheet.path)));
            break;
          }
          yield* rows.addSheet(step.sheet, step.scope);
          for (const warning of step.sheet.warnings) events.push(this.report(warning));
          break;
        case 'problem':
          events.push(this.report(step.problem));
          if (step.of === 'input') this.inputProblems.push(step.problem);
          break;
        case 'others':
          this.others.files += step.files;
          this.others.paths.push(...step.paths);
          break;
        default:
          unreachable(step);
      }
    }
    const run = hasRunInfo ? rows.runSoFar() : null;
    if (run !== null) events.push({ kind: 'run', run });
    if (rows.found > foundBefore) events.push(this.found(false));
    return { events, items };
  }

  /**
   * Takes steps of a later pass.
   *
   * @param wanted indices of the acquisitions to process again, by `keyOf`
   */
  *takeAgain(
    steps: readonly ArchiveStep[],
    wanted: ReadonlyMap<string, number>,
  ): Interruptible<TakenSteps> {
    const items: Item[] = [];
    for (const step of steps) {
      yield;
      if (step.kind !== 'acquisition') continue;
      const index = wanted.get(keyOf(step.source, step.path));
      if (index === undefined) this.#release([step]);
      else items.push({ kind: 'input', input: { ...step, index } });
    }
    return { events: [], items };
  }

  /**
   * Records a problem.
   *
   * @returns the event that reports it
   */
  report(problem: Problem): JobEvent {
    this.problems.push(problem);
    return { kind: 'problem', problem };
  }

  /** @returns the event that reports what sample sheets name so far; none where that is as before */
  sheetSoFar(): readonly JobEvent[] {
    const { found, settled, replicates } = this.#rows;
    const soFar = replicates.sheetSoFar;
    if (soFar === null) return [];
    const sheet = { ...soFar, spectra: found, read: settled, listed: this.#isListed };
    const { rows, matched, samples, spectra, listed } = sheet;
    // How many are read matters only while rows wait for a spectrum.
    const told = [rows, matched, samples, spectra, listed, matched < rows ? settled : 0].join();
    if (told === this.#sheetTold) return [];
    this.#sheetTold = told;
    return [{ kind: 'sheet', sheet }];
  }

  /** @returns the event that reports how many spectra were found so far, or in all */
  found(complete: boolean): JobEvent {
    this.#isListed ||= complete;
    return { kind: 'found', spectra: this.#rows.found, complete };
  }
}

function sheetNotUsed(path: string): Problem<'sheet-not-used'> {
  return problem(
    'sheet-not-used',
    sentence('job.sheetNotUsed', { path }),
    sentence('job.sheetNotUsedCure'),
    path,
  );
}

/** Whether the archive's thread holds no bytes of what it listed, so that it may list more than is read. */
export function areReferences(steps: readonly ArchiveStep[]): boolean {
  return steps.every(
    (step) =>
      step.kind !== 'acquisition' ||
      entriesOf(step).every(({ kind }) => kind !== 'held' && kind !== 'bytes'),
  );
}

/** @returns index and path of each acquisition among steps that were not taken yet */
export function placesAmong(
  steps: readonly ArchiveStep[],
  found: number,
): readonly { readonly index: number; readonly path: string }[] {
  let index = found;
  return steps.flatMap((step) => {
    if (step.kind === 'fid-absent') index += 1;
    return step.kind === 'acquisition' ? [{ index: index++, path: step.path }] : [];
  });
}
