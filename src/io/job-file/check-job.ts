import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { MAX_NAME, MAX_TEXT, parseInitials, type ReviewEntry } from '../../core/review/entry';
import type { ModelManifest } from '../../core/model-pack/types';
import { decodeBase64 } from '../../core/open-formats/document/base64';
import { ownRoom, type SampleEvidence, samplesOf } from '../../storage/evidence-pages';
import type { JobRecord } from '../../storage/records';
import { isSampleRow, isSpectrumRow } from '../../storage/stored-rows';
import { isReviewEntry } from '../../storage/stored-reviews';
import { isSoundRecord } from '../../storage/stored-job';
import { type JobParts, LIMITS, RECORD_FIELDS } from './format';

const ENDED: ReadonlySet<unknown> = new Set(['completed', 'failed', 'cancelled', 'interrupted']);

/** @returns the record of a job as this computer may keep it; null where it is none of a job that has ended */
export function recordOf(
  { token, name, nameTyped }: JobParts['job'],
  filed: Readonly<Record<string, unknown>>,
): JobRecord | null {
  const record: Record<string, unknown> = { token, name, nameTyped };
  for (const field of RECORD_FIELDS) if (filed[field] !== undefined) record[field] = filed[field];
  record['deletedAt'] = null;
  return isSoundRecord(record) && ENDED.has(record.status) ? record : null;
}

/** Checks rows and evidence of one job, which follow one another by their index. */
export class RowCheck {
  readonly #ids: ReadonlySet<string> | null;
  readonly #manifest: ModelManifest | null;
  #spectrum = -1;
  #sample = -1;
  #evidence = -1;
  #entry = -1;
  /** Numbers of what was checked. */
  spectra = 0;
  samples = 0;

  constructor(manifest: ModelManifest | null) {
    this.#manifest = manifest;
    this.#ids = manifest && new Set([...manifest.taxa, ...manifest.groups].map(({ id }) => id));
  }

  /** Whether all are rows that the page can show with the job's model. */
  takes(rows: JobParts['rows']): rows is { spectra: SpectrumRow[]; samples: SampleRow[] } {
    for (const row of rows.spectra) {
      if (!isSpectrumRow(row) || !follows(row.index, this.#spectrum)) return false;
      if (!this.#knows(row.call?.taxon ?? null)) return false;
      this.#spectrum = row.index;
    }
    for (const row of rows.samples) {
      if (!isSampleRow(row) || !follows(row.index, this.#sample)) return false;
      if (!this.#fits(row)) return false;
      this.#sample = row.index;
    }
    this.spectra += rows.spectra.length;
    this.samples += rows.samples.length;
    return true;
  }

  /** @returns the evidence of some samples; null where it is not of the job's model */
  evidence({ heads, numbers }: JobParts['evidence']): readonly SampleEvidence[] | null {
    const bytes = decodeBase64(numbers);
    if (bytes === null || bytes.length % 4 !== 0) return null;
    const page = {
      heads: Float64Array.from(heads),
      numbers: new Float32Array(bytes.slice().buffer),
      withdrawn: [],
    };
    const evidence = [...samplesOf(page, null, ownRoom)];
    let used = 0;
    for (const { sample, evidence: one } of evidence) {
      if (!follows(sample, this.#evidence)) return null;
      this.#evidence = sample;
      const { scores, loci, ions } = one;
      if (!this.#isSized(scores.length, loci.length, ions.length)) return null;
      used += scores.length + loci.length + ions.length;
    }
    return used === page.numbers.length ? evidence : null;
  }

  /** Whether all are entries of a review that the page can show. */
  reviews(entries: JobParts['reviews']): entries is readonly ReviewEntry[] {
    for (const entry of entries) {
      if (!isReviewEntry(entry) || entry.order <= this.#entry) return false;
      if (entry.order > LIMITS.review || !isShort(entry)) return false;
      this.#entry = entry.order;
    }
    return true;
  }

  #fits({ call, probabilities, markers, consensus }: SampleRow): boolean {
    const named = [call.taxon, call.runnerUp?.taxon, consensus?.majority?.taxon, markers?.taxon];
    if (!named.every((taxon) => this.#knows(taxon ?? null))) return false;
    if (this.#manifest === null) return true;
    const { taxa, markers: table } = this.#manifest;
    if (probabilities.length > 0 && probabilities.length !== taxa.length) return false;
    if (markers === null) return true;
    const ions = table?.ions.length ?? 0;
    return [...markers.found, ...markers.missing].every((ion) => ion < ions);
  }

  #knows(taxon: string | null): boolean {
    return taxon === null || this.#ids === null || this.#ids.has(taxon);
  }

  #isSized(scores: number, loci: number, ions: number): boolean {
    const { taxa = [], markers = null } = this.#manifest ?? {};
    return (
      markers === null ||
      (scores === taxa.length &&
        loci === taxa.length * markers.loci.length &&
        ions === 4 * markers.ions.length)
    );
  }
}

/** Whether no text is longer than the page writes. */
function isShort(entry: ReviewEntry): boolean {
  const typed = entry.kind === 'note' ? entry.text : entry.kind === 'override' ? entry.reason : '';
  const saw = 'saw' in entry ? [entry.saw.taxon, entry.saw.label, entry.saw.rule] : [];
  const call = entry.kind === 'override' ? entry.call : { taxon: null, label: null };
  return (
    parseInitials(entry.by) === entry.by &&
    entry.sample.length <= LIMITS.path &&
    (call.label?.length ?? 0) <= MAX_NAME &&
    [typed, call.taxon, ...saw].every((text) => (text?.length ?? 0) <= MAX_TEXT)
  );
}

function follows(index: number, before: number): boolean {
  return Number.isInteger(index) && index > before && index <= LIMITS.index;
}
