import { calibrationSpot } from '../core/bruker/calibration-spot';
import { folderOf } from '../core/bruker/folder-of';
import type { BiotyperRun } from '../core/bruker/run-info';
import { classesOfOtherGenera } from '../core/classify/genus-names';
import type { RunInfo, SpeciesCall, SpectrumRow } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import { runToEnd, type Interruptible } from '../core/interruptible';
import type { Grouping } from '../core/sample-sheet/grouping-kinds';
import type { SampleSheet } from '../core/sample-sheet/parse-sample-sheet';
import { type SheetScope, WHOLE_DROP } from '../core/sample-sheet/sheet-set';
import type { ModelAnswer, SpectrumOutcome } from '../core/job/outcome';
import type { OpenData } from '../io/acquisition-data';
import { type AcquisitionState, BySource } from './acquisition-state';
import { DuplicateSpectra } from './duplicate-spectra';
import { EarlyExports } from './early-exports';
import { GroupMeans } from './group-means';
import { NamesApart } from './names-apart';
import { PathTrie } from './path-trie';
import { type ReplicateFindings, Replicates } from './replicates';
import { type Changes, RowChanges } from './row-changes';
import { RunDirectory } from './run-directory';
import { SharedParts } from './shared-parts';
import { makeSpectrumRow, type SpectrumRowParts, unreadOutcome } from './spectrum-rows';
import { headOfSpectrum, sampleRow } from './sample-rows';
import { isZeros, standingOf } from './standing';

/**
 * A job's rows. It takes outcomes in order of discovery, and run information and sample sheets at any time,
 * and returns the rows that changed. It does no computation, and never waits.
 */
export class JobRows {
  readonly #manifest: ModelManifest;
  readonly #directory: RunDirectory;
  readonly replicates: Replicates;
  /** Rows of samples that have several spectra. */
  readonly groups: GroupMeans;
  readonly #known: AcquisitionState[] = [];
  readonly #changes = new RowChanges();
  readonly #parts: SpectrumRowParts;
  /** Settled acquisitions of each source. */
  readonly #places = new BySource(() => new PathTrie<AcquisitionState>());
  /** Spectra in open formats of each source. */
  readonly #exports = new BySource(() => new EarlyExports<AcquisitionState>());
  readonly #namesApart = new NamesApart<AcquisitionState>();
  #samplesMade = 0;
  #revision = 0;
  #settled = 0;

  /**
   * @param severalInputs whether paths have to name their archive
   * @param guard manifest of the model that guards this one; null where none does
   * @param grouping how samples are made instead of by sheets; null where sheets make them
   */
  constructor(
    manifest: ModelManifest,
    severalInputs: boolean,
    guard: ModelManifest | null = null,
    maxMeans?: number,
    grouping: Grouping | null = null,
  ) {
    this.#manifest = manifest;
    const otherGenera = guard === null ? new Set<string>() : classesOfOtherGenera(manifest, guard);
    this.#directory = new RunDirectory(severalInputs);
    this.replicates = new Replicates(manifest.bins.count, maxMeans, grouping);
    this.#parts = {
      manifest,
      otherGenera,
      directory: this.#directory,
      shared: new SharedParts(),
      duplicates: new DuplicateSpectra(),
      rowOf: (index) => this.#known[index]!.row!,
    };
    this.groups = new GroupMeans({
      manifest,
      otherGenera,
      replicates: this.replicates,
      acquisitions: this.#known,
      changes: this.#changes,
    });
  }

  get found(): number {
    return this.#known.length;
  }

  /** Number of acquisitions that have a row. */
  get settled(): number {
    return this.#settled;
  }

  get rows(): readonly SpectrumRow[] {
    return this.#known.flatMap(({ row }) => row ?? []);
  }

  get samples(): number {
    return this.#changes.samples;
  }

  addArchive(source: number, path: string): void {
    this.#directory.addArchive(source, path);
  }

  /** @returns the acquisition's index */
  addAcquisition(source: number, path: string): number {
    const known = { source, path, row: null, sample: null, group: null, leftOut: null };
    this.#note(known);
    return this.#known.push(known) - 1;
  }

  /** Notes an acquisition in an open format, which is left out if it was converted from a fid of the run. */
  noteExport(index: number, open: OpenData['open']): void {
    const known = this.#known[index]!;
    this.#exports.of(known.source).add(known, known.path, open);
  }

  /** Notes a fid whose bytes exist, and leaves out the earlier spectra that were converted from it. */
  noteFid(index: number): void {
    const { source, path } = this.#known[index]!;
    for (const { thing, reason } of this.#exports.get(source)?.madeOf(path) ?? []) {
      if (thing.leftOut !== null) continue;
      thing.leftOut = reason;
      const { row } = thing;
      // Matches `settle` for a fid that was known before the row was made.
      const isLeftOut = row?.status === 'skipped' && row.duplicateOf === null;
      if (row !== null && !isLeftOut) this.#skip(thing, row, reason);
    }
  }

  /**
   * @returns why an acquisition is no sample, as far as its path tells before it is read; null when it may be one
   */
  skips(index: number): Problem | null {
    const { source, path } = this.#known[index]!;
    return calibrationSpot(path, this.#directory.find(source, null, path));
  }

  addRun(kind: 'run-info' | 'analyte-info', source: number, path: string, run: BiotyperRun): void {
    this.#directory.addRun(kind, source, path, run);
    // A .tar.gz announces each spot separately, so a scan of all spectra for each of them would take time
    // quadratic in the size of the run.
    const uids = run.analytes.map(({ spectrumUid }) => spectrumUid);
    for (const known of this.#places.get(source)?.find(folderOf(path), uids) ?? []) {
      if (known.row !== null) this.#rename(known, known.row);
    }
    if (this.replicates.revision !== this.#revision) runToEnd(this.#regroupAll());
  }

  /** Takes a sheet in steps: it may name thousands of spectra, and move all that have a row. */
  *addSheet(sheet: SampleSheet, scope: SheetScope = WHOLE_DROP): Interruptible<void> {
    yield* this.replicates.addSheet(sheet, scope);
    for (const known of this.#known) {
      this.#note(known);
      yield;
    }
    yield* this.#regroupAll();
  }

  /** Settles an acquisition that was not processed, for a reason that was found outside of it. */
  settleUnread(index: number, reason: Problem, skipped: boolean): void {
    const { source, path } = this.#known[index]!;
    const uid = this.#directory.find(source, null, path)?.spectrumUid || null;
    this.settle(unreadOutcome({ index, path, uid }, reason, skipped));
  }

  /** Makes an acquisition's row. Must be called in order of discovery, which determines the numbers of samples. */
  settle(outcome: SpectrumOutcome): void {
    const known = this.#known[outcome.index]!;
    const made = makeSpectrumRow(outcome, known, this.#parts);
    const { row, answer, call, folderNames } = made;
    this.#settled += 1;
    this.#setRow(known, row);
    this.#places.of(known.source).add(known, known.path, row.uid);
    if (row.status !== 'skipped') {
      this.#join(known, row, answer && call && [answer, call], outcome.vector);
    }
    if (folderNames !== null) this.#tellApart(known, folderNames);
    if (this.replicates.revision !== this.#revision) runToEnd(this.#regroupAll());
  }

  /** Renames spectra whose folders have the same name, in the rows of both. */
  #tellApart(known: AcquisitionState, folderNames: readonly string[]): void {
    for (const [one, name] of this.#namesApart.add(known, folderNames)) {
      const { source, path, row } = one;
      if (row === null || this.#directory.find(source, row.uid, path)?.name) continue;
      this.#setName(one, row, name, row.spot);
    }
  }

  /** Returns what is known of the run so far. No analyte counts as missing, since more spectra may follow. */
  runSoFar(): RunInfo | null {
    return runToEnd(this.#directory.summarise(null));
  }

  /** Summarises the run, after all of it was found. */
  *wholeRun(): Interruptible<RunInfo | null> {
    return yield* this.#directory.summarise(this.#known);
  }

  /** @returns what came of the sheets, or of a grouping without them */
  *findings(): Interruptible<ReplicateFindings> {
    if (!this.replicates.hasGroups) return { sheet: null, grouping: null };
    return yield* this.replicates.findings(yield* this.#directory.rowsInDrop(this.#known));
  }

  takeChanges(): Changes {
    return this.#changes.take();
  }

  /** Adds a settled spectrum to the group that the sheet assigns, or makes it a sample by itself. */
  #join(
    known: AcquisitionState,
    row: SpectrumRow,
    answered: readonly [Result<ModelAnswer, Problem>, SpeciesCall] | null,
    vector: Float64Array | null,
  ): void {
    const group = this.replicates.sampleOf(this.#directory.inDrop(known, row));
    if (group !== null) {
      known.group = this.replicates.group(group, () => this.#samplesMade++);
      const standing = standingOf(row, this.#manifest);
      const own = isZeros(row) ? new Float64Array(this.#manifest.bins.count) : vector;
      this.replicates.addMember(known.group, row.index, standing, own);
      this.groups.touch(known.group);
    } else if (answered !== null) {
      known.sample = this.#samplesMade++;
      const head = headOfSpectrum(known.sample, row);
      const [answer, call] = answered;
      this.#changes.setSample(sampleRow(head, answer, call, this.#manifest), answer);
    }
  }

  /** Removes a spectrum from its sample; a sample without spectra is withdrawn. */
  #leave(known: AcquisitionState, { index }: SpectrumRow): void {
    const { group, sample } = known;
    if (sample !== null) this.#changes.withdraw(sample);
    if (group !== null) {
      this.groups.touch(group);
      if (this.replicates.removeMember(group, index)) {
        this.groups.forget(group);
        this.#changes.withdraw(group.sample);
      }
    }
    known.group = null;
    known.sample = null;
  }

  *#regroupAll(): Interruptible<void> {
    this.#revision = this.replicates.revision;
    for (const known of this.#known) {
      if (known.row !== null) this.#regroup(known, known.row);
      yield;
    }
  }

  /** Moves a spectrum to the sample that its row of a sheet says, once either is known. */
  #regroup(known: AcquisitionState, row: SpectrumRow): void {
    const { sample, group } = known;
    if (sample === null && group === null) return;
    const now = this.replicates.sampleOf(this.#directory.inDrop(known, row));
    if (now === null || now.key === group?.key) return;
    this.#leave(known, row);
    this.#join(known, row, null, null);
  }

  /** Applies run information that came after the spectrum: a name, a spot, or that it is a calibrant and left out. */
  #rename(known: AcquisitionState, row: SpectrumRow): void {
    const analyte = this.#directory.find(known.source, row.uid, known.path);
    const name = analyte?.name || row.name;
    const spot = row.spot || (analyte?.spot ?? '');
    const skipped = row.status === 'skipped' ? null : calibrationSpot(known.path, analyte);
    if (skipped !== null) this.#skip(known, { ...row, name, spot }, skipped);
    else this.#setName(known, row, name, spot);
  }

  /** Leaves out a spectrum that already has its row. */
  #skip(known: AcquisitionState, { watched: _, ...row }: SpectrumRow, reason: Problem): void {
    this.#leave(known, row);
    this.#setRow(known, { ...row, status: 'skipped', reason, call: null, duplicateOf: null });
  }

  #setName(known: AcquisitionState, row: SpectrumRow, name: string, spot: string): void {
    if (name === row.name && spot === row.spot) return;
    this.#setRow(known, { ...row, name, spot });
    const sample = known.sample === null ? undefined : this.#changes.sample(known.sample);
    if (sample !== undefined) this.#changes.setSample({ ...sample, name, spot }, null);
    this.#regroup(known, known.row!);
  }

  #setRow(known: AcquisitionState, row: SpectrumRow): void {
    known.row = row;
    this.#note(known);
    this.#changes.setSpectrum(row);
  }

  #note(known: AcquisitionState): void {
    if (this.replicates.hasGroups) this.replicates.note(this.#directory.knownInDrop(known));
  }
}
