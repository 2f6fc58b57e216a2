import { guardOfSample } from '../core/classify/guard-of-sample';
import type { ModelAnswer } from '../core/job/outcome';
import type { SpectrumRow } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { type AcquisitionState, keyOf } from './acquisition-state';
import { groupRow } from './group-rows';
import { type Group, isAveraged, type Replicates } from './replicates';
import type { RowChanges } from './row-changes';
import { withPatternWarning } from './sample-rows';
import { sentence } from '../words/told/sentence';

/** The mean of a group, which is sent to the model. */
export interface GroupMean {
  readonly group: Group;
  readonly version: number;
  readonly mean: Float64Array<ArrayBuffer>;
}

/** The sources of the means, and the destination of the groups' rows. */
interface GroupMeansParts {
  readonly manifest: ModelManifest;
  /** Ids of the model's classes whose genera the guard does not cover. */
  readonly otherGenera: ReadonlySet<string>;
  readonly replicates: Replicates;
  readonly acquisitions: readonly AcquisitionState[];
  readonly changes: RowChanges;
}

/**
 * Makes the rows of samples that have several spectra: it returns the means that the model has to answer,
 * and takes the answers. Means that were not kept are made in later passes over the input.
 */
export class GroupMeans {
  readonly #parts: GroupMeansParts;
  readonly #changed = new Set<Group>();

  constructor(parts: GroupMeansParts) {
    this.#parts = parts;
  }

  /** Notes that a group's members have changed. */
  touch(group: Group): void {
    this.#changed.add(group);
  }

  /** Notes that a group has no members left. */
  forget(group: Group): void {
    this.#changed.delete(group);
  }

  /** Adds a vector of a later pass to the mean of its group. */
  addVector(index: number, vector: Float64Array | null): void {
    const { group } = this.#acquisition(index);
    if (!group?.mean || vector === null || !isAveraged(group, index)) return;
    group.mean.add(vector);
    this.#changed.add(group);
  }

  /** Whether groups have changed since, of which `take` gave no mean yet. */
  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Makes the rows of changed groups that have no usable spectrum.
   *
   * @param most how many means it gives; the other groups stay changed
   * @returns the complete means of the other changed groups: the model has to answer each of them
   */
  take(most = Infinity): readonly GroupMean[] {
    const means: GroupMean[] = [];
    for (const group of this.#changed) {
      if (means.length === most) break;
      this.#changed.delete(group);
      const { version } = group;
      if (!this.#isUsable(group)) this.settle({ group, version }, err(this.#unusableReason(group)));
      else if (group.mean?.count === averaged(group).length) {
        means.push({ group, version, mean: group.mean.mean() });
      }
    }
    return means;
  }

  /** Makes a group's row from the model's answer to its mean. */
  settle({ group, version }: Omit<GroupMean, 'mean'>, answer: Result<ModelAnswer, Problem>): void {
    // Two workers may answer in a different order from that of the requests.
    if (version < group.answered || group.members.size === 0) return;
    const { replicates, manifest, otherGenera, changes } = this.#parts;
    replicates.markAnswered(group, version);
    const rowsOf = (indices: readonly number[]) =>
      indices.toSorted((a, b) => a - b).flatMap((index) => this.#acquisition(index).row ?? []);
    const rows = rowsOf([...group.members.keys()]);
    const usable = rows.filter(({ status }) => status === 'ok');
    const head = { index: group.sample, name: nameOf(group, rows) };
    const members = { rows, averaged: rowsOf(averaged(group)) };
    const sample = groupRow(head, members, withGuard(answer, usable), manifest, otherGenera);
    changes.setSample(withPatternWarning(sample, usable), answer);
  }

  /**
   * Begins a pass for groups whose mean was not kept, as many as there is room for.
   *
   * @returns the spectra whose vectors the pass needs, by `keyOf`; empty when no group lacks an answer
   */
  beginPass(): ReadonlyMap<string, number> {
    const { replicates } = this.#parts;
    const lacking = [...replicates.all].filter((group) => group.answered < group.version);
    for (const group of replicates.all) replicates.discardMean(group);
    const wanted = new Map<string, number>();
    for (const group of lacking) {
      if (!replicates.openMean(group)) break;
      for (const index of averaged(group)) {
        const { source, path } = this.#acquisition(index);
        wanted.set(keyOf(source, path), index);
      }
    }
    return wanted;
  }

  /** Ends a pass: its groups that still lack an answer cannot get one. */
  endPass(): void {
    for (const group of this.#parts.replicates.all) {
      if (group.mean !== null && group.answered < group.version) {
        this.settle({ group, version: group.version }, err(UNREAD_AGAIN));
      }
    }
  }

  #acquisition(index: number): AcquisitionState {
    return this.#parts.acquisitions[index]!;
  }

  #isUsable(group: Group): boolean {
    return [...group.members.keys()].some((index) => this.#acquisition(index).row?.status === 'ok');
  }

  /**
   * @returns the reason why a group has no usable spectrum; a fault takes precedence over a mere lack of
   * signal
   */
  #unusableReason(group: Group): Problem {
    const reasons = [...group.members.keys()].flatMap(
      (index) => this.#acquisition(index).row?.reason ?? [],
    );
    return reasons.find(({ kind }) => kind !== 'no-spectrum') ?? reasons[0]!;
  }
}

/** @returns the name of a sample: its own, or that of all of its spectra */
function nameOf({ name, takesName }: Group, rows: readonly SpectrumRow[]): string {
  const names = new Set(rows.map((row) => row.name));
  const [only = name] = names;
  return takesName === true && names.size === 1 ? only : name;
}

/** @returns indices of the spectra that a group's mean is made of */
function averaged(group: Group): readonly number[] {
  return [...group.members.keys()].filter((index) => isAveraged(group, index));
}

/**
 * @param rows of the sample's usable spectra
 * @returns a mean's answer with the guard's verdict on the sample
 */
function withGuard(
  answer: Result<ModelAnswer, Problem>,
  rows: readonly SpectrumRow[],
): Result<ModelAnswer, Problem> {
  if (!answer.ok) return answer;
  const guard = guardOfSample(
    answer.value.guard,
    rows.flatMap((row) => row.guard ?? []),
  );
  return guard === undefined ? answer : ok({ ...answer.value, guard });
}

const UNREAD_AGAIN = problem(
  'replicates-unread',
  sentence('job.replicatesUnread'),
  sentence('job.chooseAgainCure'),
);
