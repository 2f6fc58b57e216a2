import type { SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import {
  type OverrideFault,
  type OwnCall,
  overrideFault,
  type ReviewAct,
  seenCall,
  taxonNamed,
} from '../../core/review/entry';

/** What a person has typed for a sample and not saved yet. It stays while other samples are looked at. */
export class ReviewForm {
  kind = $state<'note' | 'override' | null>(null);
  note = $state('');
  name = $state('');
  isNone = $state(false);
  reason = $state('');
  /** Why it cannot be saved as it is. */
  fault = $state.raw<OverrideFault | 'note-missing' | null>(null);
  /** Why the storage did not take it, or another act on this sample. */
  problem = $state.raw<Problem | null>(null);

  /** Whether an open form has something that would be lost with the page. */
  get isBegun(): boolean {
    const typed = [this.note, this.name, this.reason];
    return this.kind !== null && (this.isNone || typed.some((text) => text.trim() !== ''));
  }

  open(kind: 'note' | 'override'): void {
    this.kind = kind;
    this.fault = null;
  }

  close(): void {
    this.kind = null;
    this.fault = null;
    this.problem = null;
  }

  /** Closes it after what was typed is saved. What was begun beside it stays: a note, or an override. */
  clear(): void {
    if (this.kind === 'note') this.note = '';
    else {
      this.name = '';
      this.isNone = false;
      this.reason = '';
    }
    this.close();
  }

  /** Returns what is to be saved; null, with the fault, where something is missing. */
  act({ call }: SampleRow, manifest: ModelManifest | null): ReviewAct | null {
    if (this.kind === 'note') {
      const text = this.note.trim();
      this.fault = text === '' ? 'note-missing' : null;
      return this.fault === null ? { kind: 'note', text } : null;
    }
    const own = this.#ownCall(manifest);
    const reason = this.reason.trim();
    this.fault = overrideFault(call, own, reason);
    return this.fault === null
      ? { kind: 'override', saw: seenCall(call), call: own, reason }
      : null;
  }

  #ownCall(manifest: ModelManifest | null): OwnCall {
    if (this.isNone) return { taxon: null, label: null };
    const known = [...(manifest?.taxa ?? []), ...(manifest?.groups ?? [])];
    const named = taxonNamed(known, this.name);
    return named === null
      ? { taxon: null, label: this.name.trim().replace(/\s+/g, ' ') }
      : { taxon: named.id, label: named.name };
  }
}

/** The forms of a job, by the index of their sample. */
export type ReviewForms = Map<number, ReviewForm>;

/** Returns the names that an override may be chosen from: what the model names, its groups, then its relatives. */
export function namesToChoose(manifest: ModelManifest | null): readonly string[] {
  if (manifest === null) return [];
  const { taxa, groups } = manifest;
  const named = taxa.filter(({ outgroup }) => !outgroup);
  const relatives = taxa.filter(({ outgroup }) => outgroup);
  return [...new Set([...named, ...groups, ...relatives].map(({ name }) => name))];
}
