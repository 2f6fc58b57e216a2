import { describeMatches, type SheetFindings } from '../core/sample-sheet/describe-matches';
import type { SampleSheet } from '../core/sample-sheet/parse-sample-sheet';
import { SheetIndex } from '../core/sample-sheet/sheet-index';
import type { NamedSpectrum } from '../core/sample-sheet/spectrum-keys';
import { RunningMean } from './running-mean';
import type { Standing } from './standing';

/** Spectra that a sheet makes one sample. */
export interface Group {
  /** The sheet's `sample_id`. */
  readonly name: string;
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

/**
 * The job's sample sheets and the groups that they make. Of each group only the sum of its vectors
 * is kept, and of a bounded number of groups; the others' turn comes in a later pass over the input.
 */
export class Replicates {
  readonly #paths: string[] = [];
  readonly #index = new SheetIndex();
  readonly #groups = new Map<string, OpenGroup>();
  readonly #bins: number;
  readonly #maxMeans: number;
  /** Groups with a mean, the one that was begun first in front. */
  readonly #open = new Set<OpenGroup>();

  /** @param maxMeans how many groups may have a mean at once; one takes 8 bytes a bin */
  constructor(bins: number, maxMeans: number) {
    this.#bins = bins;
    this.#maxMeans = maxMeans;
  }

  /** Takes a sheet, beside those there are. Of a name that several have the first counts. */
  addSheet(sheet: SampleSheet): void {
    this.#paths.push(sheet.path);
    this.#index.add(sheet);
  }

  get hasSheet(): boolean {
    return this.#paths.length > 0;
  }

  /** Name of the sample that a spectrum belongs to; null for one by itself. */
  sampleOf(spectrum: NamedSpectrum): string | null {
    if (!this.hasSheet) return null;
    return this.#index.find(spectrum)?.row.sampleId ?? null;
  }

  /** @param newSample gives a number to a sample that is new */
  group(name: string, newSample: () => number): Group {
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = {
        name,
        sample: newSample(),
        members: new Map(),
        sound: 0,
        mean: null,
        version: 0,
        answered: -1,
      };
      this.#groups.set(name, group);
      this.openMean(group);
    }
    return group;
  }

  /** @param vector null when it is not at hand, or when the spectrum is lost */
  addMember({ name }: Group, index: number, standing: Standing, vector: Float64Array | null): void {
    const group = this.#groups.get(name)!;
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
  removeMember({ name }: Group, index: number): boolean {
    const group = this.#groups.get(name)!;
    if (group.members.get(index) === 'sound') group.sound -= 1;
    group.members.delete(index);
    group.version += 1;
    this.discardMean(group);
    return group.members.size === 0 && this.#groups.delete(name);
  }

  markAnswered({ name }: Group, version: number): void {
    const group = this.#groups.get(name);
    if (group !== undefined) group.answered = version;
  }

  get all(): Iterable<Group> {
    return this.#groups.values();
  }

  /**
   * Begins an empty mean, if there is room for one more. The mean of a group that has its answer makes room:
   * replicates lie beside each other, nearly always, and one that comes later costs a later pass.
   */
  openMean({ name }: Group): boolean {
    const group = this.#groups.get(name);
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

  discardMean({ name }: Group): void {
    const group = this.#groups.get(name);
    if (group === undefined || group.mean === null) return;
    this.#open.delete(group);
    group.mean = null;
  }

  /** @returns which rows name which spectra; null without a sheet */
  findings(spectra: readonly NamedSpectrum[]): SheetFindings | null {
    return this.hasSheet ? describeMatches(this.#index, this.#paths.join(', '), spectra) : null;
  }
}

/** Whether a spectrum is in the mean of its group: an unsound one only where none is sound. */
export function isAveraged({ members, sound }: Group, index: number): boolean {
  const standing = members.get(index);
  return standing === 'sound' || (standing === 'unsound' && sound === 0);
}
