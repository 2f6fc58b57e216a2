/** Writes files one after the other, without keeping them. */
export interface ArchiveWriter {
  /** @param path with `/` as separator */
  add(path: string, bytes: Uint8Array): void;
  /** Writes the end of the archive. No file may be added after it. */
  finish(): void;
}

/** Receives an archive's bytes in order. */
export type Sink = (bytes: Uint8Array) => void;

/** The time of every file, so that equal archives have equal bytes: 5 January 2026, 09:00 UTC. */
export const MODIFIED = { year: 2026, month: 1, day: 5, hour: 9, unixSeconds: 1767603600 };
