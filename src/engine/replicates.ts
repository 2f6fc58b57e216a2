import type { Interruptible } from '../core/interruptible';
import { describeMatches, type SheetFindings } from '../core/sample-sheet/describe-matches';
import {
  type GroupingFindings,
  type GroupName,
  SampleGrouping,
} from '../core/sample-sheet/grouping';
import type { Grouping } from '../core/sample-sheet/grouping-kinds';
import type { SampleSheet } from '../core/sample-sheet/parse-sample-sheet';
import { SheetProgress } from '../core/sample-sheet/sheet-progress';
import { type SheetScope, SheetSet, type SpectrumInDrop } from '../core/sample-sheet/sheet-set';
import { RunningMean } from './running-mean';
import type { Standing } from './standing';

/** Spectra that a sheet, or a grouping, makes one sample. */
export interface Group extends GroupName {
  /** Index of its sample row. */
  readonly sample: number;
  /** Its spectra by index, usable or not. */
  readonly members: ReadonlyMap<number, Standing>;
  /** How many of them are sound. */
  readonly sound: number;
  /** The mean of the vectors so far; null when it has to be computed again, in a later pass. */
  readonly mean: RunningMean | null;
  /** Counts the changes of what is in it. */
  readonly version: number;
  /** The version that its row's answer was given to; -1 before the first. */
  readonly answered: number;
}

interface OpenGroup extends Group {
  readonly members: Map<number, Standing>;
  sound: number;
  mean: RunningMean | null;
  version: number;
  answered: number;
}

/** What came of a job's sheets, and of its grouping; each is null where the job has none. */
export interface ReplicateFindings {
  readonly sheet: SheetFindings | null;
  readonly grouping: GroupingFindings | null;
}

/** Groups whose mean is kept at the same time: 78 MB of one-Da bins. */
const MAX_MEANS = 512;

/**
 * The job's sample sheets and the groups that they make. Of each group only the sum of its vectors
 * is kept, and of a bounded number of groups; the others' turn comes in a later pass over the input.
 */
export class Replicates {
  readonly #sheets = new SheetSet();
  readonly #progress = new SheetProgress(this.#sheets);
  readonly #grouping: SampleGrouping | null;
  readonly #groups = new Map<string, OpenGroup>();
  readonly #bins: number;
  readonly #maxMeans: number;
  /** Groups with a mean, the one that was begun first in front. */
  readonly #open = new Set<OpenGroup>();

  /**
   * @param maxMeans how many groups may have a mean at once; one takes 8 bytes a bin
   * @param grouping how samples are made instead of by sheets; null where sheets make them
   */
  constructor(bins: number, maxMeans = MAX_MEANS, grouping: Grouping | null = null) {
    this.#grouping = grouping === null ? null : new SampleGrouping(grouping);
    this.#bins = bins;
    this.#maxMeans = maxMeans;
  }

  /**
   * Takes a sheet in steps, beside those there are. Of a name that several have the first counts. All spectra have
   * to be noted again.
   */
  *addSheet(sheet: SampleSheet, scope: SheetScope): Interruptible<void> {
    yield* this.#sheets.add(sheet, scope);
    this.#progress.restart();
  }

  /** Notes a spectrum, or what it is called, as soon as that is known. */
  note(spectrum: SpectrumInDrop): void {
    if (this.#grouping !== null) this.#grouping.note(spectrum);
    else if (this.hasSheet) this.#progress.note(spectrum);
  }

  /** Which rows of sheets name a noted spectrum; null without a sheet. */
  get sheetSoFar() {
    return this.hasSheet ? this.#progress.soFar() : null;
  }

  /** Whether it helps to know all spectra before they are read. */
  get asksForAll(): boolean {
    return this.hasSheet || this.#grouping?.asksForAll === true;
  }

  get hasSheet(): boolean {
    return this.#sheets.paths.length > 0;
  }

  /** Whether spectra are averaged at all. */
  get hasGroups(): boolean {
    return this.hasSheet || this.#grouping !== null;
  }

  /** Grows when what `sampleOf` said of earlier spectra may no longer hold. */
  get revision(): number {
    return this.#grouping?.revision ?? 0;
  }

  /** The sample that a spectrum belongs to; null for one by itself. */
  sampleOf(spectrum: SpectrumInDrop): GroupName | null {
    if (this.#grouping !== null) return this.#grouping.sampleOf(spectrum);
    const match = this.hasSheet ? this.#sheets.find(spectrum) : null;
    if (match === null) return null;
    const { sampleId } = match.row;
    return { key: `${match.scope}\n${sampleId}`, name: sampleId };
  }

  /** @param newSample gives a number to a sample that is new */
  group({ key, name, takesName = false }: GroupName, newSample: () => number): Group {
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = {
        key,
        name,
        takesName,
        sample: newSample(),
        members: new Map(),
        sound: 0,
        mean: null,
        version: 0,
        answered: -1,
      };
      this.#groups.set(key, group);
      this.openMean(group);
    }
    return group;
  }

  /** @param vector null when it is not at hand, or when the spectrum is lost */
  addMember({ key }: Group, index: number, standing: Standing, vector: Float64Array | null): void {
    const group = this.#groups.get(key)!;
    const isFirstSound = standing === 'sound' && group.sound === 0;
    group.members.set(index, standing);
    group.version += 1;
    if (standing === 'sound') group.sound += 1;
    // The sum of unsound ones is of no use from now on, and one sum is all that is kept of a group.
    if (isFirstSound) this.openMean(group);
    if (!isAveraged(group, index)) return;
    if (vector === null) this.discardMean(group);
    else group.mean?.add(vector);
  }

  /** @returns whether the group is empty now, and gone */
  removeMember({ key }: Group, index: number): boolean {
    const group = this.#groups.get(key)!;
    if (group.members.get(index) === 'sound') group.sound -= 1;
    group.members.delete(index);
    group.version += 1;
    this.discardMean(group);
    return group.members.size === 0 && this.#groups.delete(key);
  }

  markAnswered({ key }: Group, version: number): void {
    const group = this.#groups.get(key);
    if (group !== undefined) group.answered = version;
  }

  get all(): Iterable<Group> {
    return this.#groups.values();
  }

  /**
   * Begins an empty mean, if there is room for one more. The mean of a group that has its answer makes room:
   * replicates lie beside each other, nearly always, and one that comes later costs a later pass.
   */
  openMean({ key }: Group): boolean {
    const group = this.#groups.get(key);
    if (group === undefined) return false;
    if (group.mean === null && this.#open.size >= this.#maxMeans && !this.#makeRoom()) return false;
    group.mean = new RunningMean(this.#bins);
    this.#open.add(group);
    return true;
  }

  #makeRoom(): boolean {
    for (const group of this.#open) {
      if (group.answered < group.version) continue;
      this.discardMean(group);
      return true;
    }
    return false;
  }

  discardMean({ key }: Group): void {
    const group = this.#groups.get(key);
    if (group === undefined || group.mean === null) return;
    this.#open.delete(group);
    group.mean = null;
  }

  /** @returns which rows of sheets name which spectra, and what came of a grouping; null without */
  *findings(spectra: readonly SpectrumInDrop[]): Interruptible<ReplicateFindings> {
    const sheets = this.#sheets;
    const paths = sheets.paths.join(', ');
    return {
      sheet: this.hasSheet ? yield* describeMatches(sheets, paths, spectra) : null,
      grouping: this.#grouping === null ? null : yield* this.#grouping.findings(spectra),
    };
  }
}

/** Whether a spectrum is in the mean of its group: an unsound one only where none is sound. */
export function isAveraged({ members, sound }: Group, index: number): boolean {
  const standing = members.get(index);
  return standing === 'sound' || (standing === 'unsound' && sound === 0);
}
