import { FORMAT } from './format';

/** Bytes at the start of a file by which it is recognised. */
const HEAD_BYTES = 256;
const BEGINS = new RegExp(
  `^\\uFEFF?\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"\\s*,\\s*"version"\\s*:\\s*(\\d{1,9})\\b`,
);

/** Names of files that are looked into before they count as spectra. */
const NAMED = /\.(?:json|ktyper|txt)$/i;
const OWN_NAME = /\.ktyper(?: \(\d+\))?\.json$/i;

/** Whether a file may be a job file by its name; what it is, its first bytes say. */
export function mayBeJobFile(name: string): boolean {
  return NAMED.test(name);
}

/** Whether a file is one by its name, whatever is in it. */
export function isNamedJobFile(name: string): boolean {
  return OWN_NAME.test(name);
}

/** @returns the version of a job file by its first characters; null when it is none */
export function versionOf(text: string): number | null {
  const version = BEGINS.exec(text)?.[1];
  return version === undefined ? null : Number(version);
}

/** Whether a file is a job file of any version, by its first bytes. A folder, or what cannot be read, is none. */
export async function isJobFile(file: Blob): Promise<boolean> {
  try {
    return versionOf(await file.slice(0, HEAD_BYTES).text()) !== null;
  } catch {
    return false;
  }
}
