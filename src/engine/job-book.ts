import { calibrationSpot } from '../core/bruker/calibration-spot';
import { folderOf } from '../core/bruker/folder-of';
import type { BiotyperRun } from '../core/bruker/run-info';
import { shownNames } from '../core/bruker/shown-names';
import { classesOfOtherGenera } from '../core/classify/genus-names';
import { guardOfSample } from '../core/classify/guard-of-sample';
import type {
  MarkerEvidence,
  RunInfo,
  SampleRow,
  SampleSheetReport,
  SpeciesCall,
  SpectrumRow,
} from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import { identityByPath } from '../core/open-formats/identity';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { atOnce, type Steps } from '../core/steps';
import type { SampleSheet } from '../core/sample-sheet/parse-sample-sheet';
import type { ModelAnswer, SpectrumOutcome } from '../core/job/outcome';
import type { OpenData } from '../io/acquisition-data';
import { EarlyExports } from './early-exports';
import { groupRow } from './group-rows';
import { NamesApart } from './names-apart';
import { PlaceIndex } from './place-index';
import { type Group, isAveraged, Replicates } from './replicates';
import { RunDirectory } from './run-directory';
import { calibrationKey, SharedParts } from './shared-parts';
import { callOf, headOfSpectrum, sampleRow, shortCall, withPatternWarning } from './sample-rows';
import { isZeros, standingOf } from './standing';

/** Groups whose mean is kept at once: 78 MB of one-Da bins. */
const MAX_MEANS = 512;

/** Rows that are new or have changed since they were last taken. */
export interface Changes {
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  readonly evidence: readonly { readonly sample: number; readonly evidence: MarkerEvidence }[];
  readonly withdrawn: readonly number[];
}

/** What a group wants an answer to. */
export interface GroupMean {
  readonly group: Group;
  readonly version: number;
  readonly mean: Float64Array<ArrayBuffer>;
}

/** What the job knows of one acquisition. */
interface Known {
  readonly source: number;
  /** Inside its source. */
  readonly path: string;
  /** Null until it is settled. */
  row: SpectrumRow | null;
  /** Where its answer went: a sample of its own, or a group's. */
  sample: number | null;
  group: Group | null;
  /** Why it is left out, where something told that before its row was made. */
  leftOut: Problem | null;
}

/**
 * A job's rows, as they become known. Outcomes go in, in order of discovery; run information and
 * sample sheets whenever they come; rows that changed come out. It computes nothing and waits for
 * nothing.
 */
export class JobBook {
  readonly #manifest: ModelManifest;
  /** Ids of the model's classes that are of other genera than the guard knows. */
  readonly #otherGenera: ReadonlySet<string>;
  readonly #directory: RunDirectory;
  readonly #replicates: Replicates;
  readonly #known: Known[] = [];
  readonly #samples = new Map<number, SampleRow>();
  readonly #shared = new SharedParts();
  /** By the checksum; where one has several calibrations, those after the first by both. */
  readonly #firstOf = new Map<string, number>();
  /** Settled acquisitions of each source. */
  readonly #places = new Map<number, PlaceIndex<Known>>();
  /** Spectra in open formats of each source. */
  readonly #exports = new Map<number, EarlyExports<Known>>();
  readonly #namesApart = new NamesApart<Known>();
  readonly #changedGroups = new Set<Group>();
  #samplesMade = 0;
  #settled = 0;

  #spectra = new Map<number, SpectrumRow>();
  #changedSamples = new Map<number, SampleRow>();
  #evidence = new Map<number, MarkerEvidence>();
  #withdrawn = new Set<number>();

  /**
   * @param severalInputs whether paths have to tell the archive that they are in
   * @param guard manifest of the model that watches this one; null where none does
   */
  constructor(
    manifest: ModelManifest,
    severalInputs: boolean,
    maxMeans = MAX_MEANS,
    guard: ModelManifest | null = null,
  ) {
    this.#manifest = manifest;
    this.#otherGenera = guard === null ? new Set() : classesOfOtherGenera(manifest, guard);
    this.#directory = new RunDirectory(severalInputs);
    this.#replicates = new Replicates(manifest.bins.count, maxMeans);
  }

  /** Acquisitions found. */
  get found(): number {
    return this.#known.length;
  }

  /** Acquisitions whose row is made. */
  get settled(): number {
    return this.#settled;
  }

  get rows(): readonly SpectrumRow[] {
    return this.#known.flatMap(({ row }) => row ?? []);
  }

  get samples(): number {
    return this.#samples.size;
  }

  /** Whether binned vectors are needed again after they were classified. */
  get averages(): boolean {
    return this.#replicates.hasSheet;
  }

  addArchive(source: number, path: string): void {
    this.#directory.addArchive(source, path);
  }

  /** @returns the acquisition's index */
  addAcquisition(source: number, path: string): number {
    const known = { source, path, row: null, sample: null, group: null, leftOut: null };
    return this.#known.push(known) - 1;
  }

  /** An acquisition is in an open format: it gives way to a fid that it was made of. */
  noteExport(index: number, open: OpenData['open']): void {
    const known = this.#known[index]!;
    let exports = this.#exports.get(known.source);
    if (exports === undefined) this.#exports.set(known.source, (exports = new EarlyExports()));
    exports.add(known, known.path, open);
  }

  /** An acquisition is a fid, whose bytes are there: what was made of it and came before is left out. */
  noteFid(index: number): void {
    const { source, path } = this.#known[index]!;
    for (const { thing, reason } of this.#exports.get(source)?.madeOf(path) ?? []) {
      if (thing.leftOut !== null) continue;
      thing.leftOut = reason;
      const { row } = thing;
      // The same as if the fid had been known when the row was made: `settle`.
      const isLeftOut = row?.status === 'skipped' && row.duplicateOf === null;
      if (row !== null && !isLeftOut) this.#skip(thing, row, reason);
    }
  }

  /** Why an acquisition need not be read at all, as far as its place tells; null when it has to be. */
  skips(index: number): Problem | null {
    const { source, path } = this.#known[index]!;
    return calibrationSpot(path, this.#directory.find(source, null, path));
  }

  addRun(kind: 'run-info' | 'analyte-info', source: number, path: string, run: BiotyperRun): void {
    this.#directory.addRun(kind, source, path, run);
    // A .tar.gz tells of each spot by itself: to look at all spectra each time would be a time that grows
    // with the square of the run.
    const uids = run.analytes.map(({ spectrumUid }) => spectrumUid);
    for (const known of this.#places.get(source)?.find(folderOf(path), uids) ?? []) {
      if (known.row !== null) this.#rename(known, known.row);
    }
  }

  addSheet(sheet: SampleSheet): void {
    this.#replicates.addSheet(sheet);
    for (const known of this.#known) {
      const { row, sample } = known;
      if (row === null || sample === null || this.#groupName(row) === null) continue;
      this.#withdraw(sample);
      known.sample = null;
      this.#join(known, row, null, null);
    }
  }

  /** An acquisition that was not processed, for a reason known from outside. */
  settleUnread(index: number, reason: Problem, skipped: boolean): void {
    const { source, path } = this.#known[index]!;
    const uid = this.#directory.find(source, null, path)?.spectrumUid || null;
    this.settle({
      ...identityByPath(path, uid),
      index,
      record: null,
      measures: null,
      sha256: null,
      warnings: [],
      skipped: skipped ? reason : null,
      answer: skipped ? null : err(reason),
      vector: null,
    });
  }

  /** Makes an acquisition's row. In order of discovery: samples are numbered by it. */
  settle(outcome: SpectrumOutcome): void {
    const { index, uid, measures, sha256, warnings } = outcome;
    const answer = this.#shareVerdict(outcome.answer);
    const names = outcome.names && this.#shared.names(outcome.names, uid);
    const record = outcome.record && this.#shared.record(outcome.record);
    const known = this.#known[index]!;
    const analyte = this.#directory.find(known.source, uid, known.path);
    // A file in an open format says its spectra's names by itself.
    const folderNames = outcome.name ? null : names && shownNames(known.path, names, outcome.spot);
    const skipped = calibrationSpot(known.path, analyte) ?? known.leftOut ?? outcome.skipped;
    // One that gives way to a fid may have been the first with its bytes before the fid was known: it is
    // in any case, so that time decides nothing.
    const sameBytes =
      skipped === null || skipped === known.leftOut ? this.#duplicateOf(outcome) : null;
    const duplicateOf = skipped === null ? sameBytes : null;
    const failure = answer?.ok === false ? answer.error : null;
    const reason =
      skipped ?? (duplicateOf === null ? failure : this.#duplicate(duplicateOf, known.path));
    const status =
      skipped !== null || duplicateOf !== null ? 'skipped' : failure === null ? 'ok' : 'failed';
    const peaks = answer?.ok === true ? answer.value.peaks : null;
    const called =
      answer === null || status === 'skipped'
        ? null
        : callOf(answer, [outcome], this.#manifest, this.#otherGenera);
    const guard = answer?.ok === true ? answer.value.guard : undefined;
    const call = called && { ...called, reason: this.#shared.text(called.reason) };
    const row: SpectrumRow = {
      index,
      uid,
      path: this.#directory.displayPath(known.source, known.path),
      name: analyte?.name || outcome.name || folderNames?.[0] || uid,
      spot: this.#shared.text(outcome.spot || (analyte?.spot ?? '')),
      names,
      status,
      reason,
      warnings,
      record,
      measures: measures && { ...measures, peaks },
      call: shortCall(answer, call),
      ...(guard === undefined ? {} : { guard }),
      sha256,
      duplicateOf,
      ...(status === 'ok' && outcome.watched ? { watched: outcome.watched } : {}),
    };
    this.#settled += 1;
    this.#setRow(known, row);
    this.#placesOf(known.source).add(known, known.path, uid);
    if (status !== 'skipped') {
      this.#join(known, row, answer && call && [answer, call], outcome.vector);
    }
    if (folderNames !== null) this.#tellApart(known, folderNames);
  }

  /** A folder's name that another spectrum has, too, gives way in the rows of both. */
  #tellApart(known: Known, folderNames: readonly string[]): void {
    for (const [one, name] of this.#namesApart.add(known, folderNames)) {
      const { source, path, row } = one;
      if (row === null || this.#directory.find(source, row.uid, path)?.name) continue;
      this.#setName(one, row, name, row.spot);
    }
  }

  /** Adds a vector of a later pass to the mean of its group. */
  addVector(index: number, vector: Float64Array | null): void {
    const { group } = this.#known[index]!;
    if (!group?.mean || vector === null || !isAveraged(group, index)) return;
    group.mean.add(vector);
    this.#changedGroups.add(group);
  }

  /**
   * Groups that have changed and whose mean is there: each wants an answer to it. Those without a
   * usable spectrum get their row at once.
   */
  takeMeans(): readonly GroupMean[] {
    const means: GroupMean[] = [];
    for (const group of this.#changedGroups) {
      const { version } = group;
      if (!this.#isUsable(group)) this.settleGroup({ group, version }, err(this.#whyNone(group)));
      else if (group.mean?.count === this.#averaged(group).length) {
        means.push({ group, version, mean: group.mean.mean() });
      }
    }
    this.#changedGroups.clear();
    return means;
  }

  /** A group's row, from the model's answer to its mean. */
  settleGroup(
    { group, version }: Omit<GroupMean, 'mean'>,
    answer: Result<ModelAnswer, Problem>,
  ): void {
    // Two workers may answer in another order than they were asked.
    if (version < group.answered || group.members.size === 0) return;
    this.#replicates.markAnswered(group, version);
    const rowsOf = (indices: readonly number[]) =>
      indices.toSorted((a, b) => a - b).flatMap((index) => this.#known[index]!.row ?? []);
    const rows = rowsOf([...group.members.keys()]);
    const averaged = rowsOf(this.#averaged(group));
    const usable = rows.filter(({ status }) => status === 'ok');
    const judged = withGuard(answer, usable);
    const head = { index: group.sample, name: group.name };
    const sample = groupRow(head, { rows, averaged }, judged, this.#manifest, this.#otherGenera);
    this.#setSample(withPatternWarning(sample, usable), answer);
  }

  /**
   * Begins a pass for groups whose mean was not kept, as many as there is room for.
   * @returns the spectra whose vectors it needs, by source and path; empty when no group lacks any
   */
  beginPass(): ReadonlyMap<string, number> {
    const lacking = [...this.#replicates.all].filter((group) => group.answered < group.version);
    for (const group of this.#replicates.all) this.#replicates.discardMean(group);
    const wanted = new Map<string, number>();
    for (const group of lacking) {
      if (!this.#replicates.openMean(group)) break;
      for (const index of this.#averaged(group)) {
        const { source, path } = this.#known[index]!;
        wanted.set(keyOf(source, path), index);
      }
    }
    return wanted;
  }

  /** Ends a pass: groups of it that are still without an answer cannot get one. */
  endPass(): void {
    for (const group of this.#replicates.all) {
      if (group.mean !== null && group.answered < group.version) {
        this.settleGroup({ group, version: group.version }, err(UNREAD_AGAIN));
      }
    }
  }

  /** What is known of the run while analytes may still turn up, so that none is missing yet. */
  runSoFar(): RunInfo | null {
    return atOnce(this.#directory.summarise(null));
  }

  /** What the run is, once all of it was found. */
  *wholeRun(): Steps<RunInfo | null> {
    const spectra = this.#known.map(({ source, path, row }) => ({
      source,
      path,
      uid: row?.uid ?? null,
    }));
    return yield* this.#directory.summarise(spectra);
  }

  sheetReport(): SampleSheetReport | null {
    return this.#replicates.report(this.rows.flatMap(({ names }) => names ?? []));
  }

  takeChanges(): Changes {
    const changes: Changes = {
      spectra: [...this.#spectra.values()],
      samples: [...this.#changedSamples.values()],
      evidence: [...this.#evidence].map(([sample, evidence]) => ({ sample, evidence })),
      withdrawn: [...this.#withdrawn],
    };
    this.#spectra = new Map();
    this.#changedSamples = new Map();
    this.#evidence = new Map();
    this.#withdrawn = new Set();
    return changes;
  }

  /** Puts a settled spectrum where the sheet wants it: into a group, or by itself. */
  #join(
    known: Known,
    row: SpectrumRow,
    answered: readonly [Result<ModelAnswer, Problem>, SpeciesCall] | null,
    vector: Float64Array | null,
  ): void {
    const name = this.#groupName(row);
    if (name !== null) {
      known.group = this.#replicates.group(name, () => this.#samplesMade++);
      const standing = standingOf(row, this.#manifest);
      const own = isZeros(row) ? new Float64Array(this.#manifest.bins.count) : vector;
      this.#replicates.addMember(known.group, row.index, standing, own);
      this.#changedGroups.add(known.group);
    } else if (answered !== null) {
      known.sample = this.#samplesMade++;
      const head = headOfSpectrum(known.sample, row);
      const [answer, call] = answered;
      this.#setSample(sampleRow(head, answer, call, this.#manifest), answer);
    }
  }

  /** Takes a spectrum out of where it is; a sample that is left with none is withdrawn. */
  #leave(known: Known, { index }: SpectrumRow): void {
    const { group, sample } = known;
    if (sample !== null) this.#withdraw(sample);
    if (group !== null) {
      this.#changedGroups.add(group);
      if (this.#replicates.removeMember(group, index)) {
        this.#changedGroups.delete(group);
        this.#withdraw(group.sample);
      }
    }
    known.group = null;
    known.sample = null;
  }

  #groupName({ names }: SpectrumRow): string | null {
    return names === null ? null : this.#replicates.sampleOf(names);
  }

  /** Run information has come: is the spectrum called otherwise by now, or left out? */
  #rename(known: Known, row: SpectrumRow): void {
    const analyte = this.#directory.find(known.source, row.uid, known.path);
    const name = analyte?.name || row.name;
    const spot = row.spot || (analyte?.spot ?? '');
    const skipped = row.status === 'skipped' ? null : calibrationSpot(known.path, analyte);
    if (skipped !== null) this.#skip(known, { ...row, name, spot }, skipped);
    else this.#setName(known, row, name, spot);
  }

  /** A spectrum that has its row is to be left out after all. */
  #skip(known: Known, { watched: _, ...row }: SpectrumRow, reason: Problem): void {
    this.#leave(known, row);
    this.#setRow(known, { ...row, status: 'skipped', reason, call: null, duplicateOf: null });
  }

  #setName(known: Known, row: SpectrumRow, name: string, spot: string): void {
    if (name === row.name && spot === row.spot) return;
    this.#setRow(known, { ...row, name, spot });
    const sample = known.sample === null ? undefined : this.#samples.get(known.sample);
    if (sample !== undefined) this.#setSample({ ...sample, name, spot }, null);
  }

  #shareVerdict(answer: SpectrumOutcome['answer']): SpectrumOutcome['answer'] {
    if (answer?.ok !== true || answer.value.guard === undefined) return answer;
    return ok({ ...answer.value, guard: this.#shared.verdict(answer.value.guard) });
  }

  #placesOf(source: number): PlaceIndex<Known> {
    let places = this.#places.get(source);
    if (places === undefined) {
      places = new PlaceIndex();
      this.#places.set(source, places);
    }
    return places;
  }

  #setRow(known: Known, row: SpectrumRow): void {
    known.row = row;
    this.#spectra.set(row.index, row);
  }

  #setSample(sample: SampleRow, answer: Result<ModelAnswer, Problem> | null): void {
    this.#samples.set(sample.index, sample);
    this.#changedSamples.set(sample.index, sample);
    if (answer?.ok === true && answer.value.evidence !== null) {
      this.#evidence.set(sample.index, answer.value.evidence);
    }
  }

  #withdraw(sample: number): void {
    this.#evidence.delete(sample);
    this.#changedSamples.delete(sample);
    if (this.#samples.delete(sample)) this.#withdrawn.add(sample);
  }

  /** Spectra of a group that are in its mean. */
  #averaged(group: Group): readonly number[] {
    return [...group.members.keys()].filter((index) => isAveraged(group, index));
  }

  #isUsable(group: Group): boolean {
    for (const index of group.members.keys()) {
      if (this.#known[index]!.row?.status === 'ok') return true;
    }
    return false;
  }

  /** Why a group has no usable spectrum: a fault before a mere lack of signal. */
  #whyNone(group: Group): Problem {
    const reasons = [...group.members.keys()].flatMap(
      (index) => this.#known[index]!.row?.reason ?? [],
    );
    return reasons.find(({ kind }) => kind !== 'no-spectrum') ?? reasons[0]!;
  }

  /** The first spectrum with the same bytes and calibration. Empty ones are alike and no copies. */
  #duplicateOf({ index, answer, sha256, record }: SpectrumOutcome): number | null {
    if (answer?.ok !== true || sha256 === null) return null;
    const calibration = calibrationKey(record);
    const sameBytes = this.#firstOf.get(sha256);
    // No key of its own for each: there would be as many long texts as spectra.
    if (sameBytes === undefined) this.#firstOf.set(sha256, index);
    else if (calibrationKey(this.#known[sameBytes]!.row!.record) !== calibration) {
      const key = `${sha256} ${calibration}`;
      const first = this.#firstOf.get(key);
      if (first === undefined) this.#firstOf.set(key, index);
      return first ?? null;
    }
    return sameBytes ?? null;
  }

  #duplicate(first: number, path: string): Problem<'duplicate-spectrum'> {
    const original = this.#known[first]!.row!;
    return problem(
      'duplicate-spectrum',
      `This is the same spectrum, byte by byte, as ${original.name} in ${original.path}: it counts once.`,
      'Nothing to do, unless the two should have been different measurements.',
      path,
    );
  }
}

/** A mean's answer with the guard's verdict on the sample. @param rows of its usable spectra */
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
  'The spectra of this sample could not be read a second time, which their mean needed.',
  'Drop the files again, and leave them where they are while ktyper works.',
);

/** What tells a file of a drop from all others. */
export function keyOf(source: number, path: string): string {
  return `${source}/${path}`;
}
