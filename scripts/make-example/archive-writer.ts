/** Takes files one after the other and keeps none. */
export interface ArchiveWriter {
  /** `path` with `/`. */
  add(path: string, bytes: Uint8Array): void;
  /** Writes what stands behind the files. Nothing may be added after it. */
  finish(): void;
}

/** Where an archive's bytes go, in order. */
export type Sink = (bytes: Uint8Array) => void;

/** The time that every file bears: 5 January 2026, 09:00 UTC, so that archives are the same bytes. */
export const MODIFIED = { year: 2026, month: 1, day: 5, hour: 9, unixSeconds: 1767603600 };
