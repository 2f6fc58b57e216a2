import { err, ok, type Result } from '../result';
import { readLogo, type Logo, type LogoFault } from './read-logo';

/** Who stands in the head of a report. */
export interface Laboratory {
  readonly name: string;
  /** Lines of text. */
  readonly address: string;
  readonly logo: Logo | null;
}

/** Most characters of a name and of an address, and most lines of that. */
export const MAX_NAME = 120;
export const MAX_ADDRESS = 500;
export const MAX_LINES = 8;

/** Puts what a person typed in order; null where nothing is left of it. */
export function laboratoryOf({ name, address, logo }: Laboratory): Laboratory | null {
  const kept = {
    name: name.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME),
    address: linesOf(address).join('\n').slice(0, MAX_ADDRESS),
    logo,
  };
  return kept.name === '' && kept.address === '' && logo === null ? null : kept;
}

/** Returns the lines of an address that have something in them. Those that are too many are put in the last one. */
export function linesOf(address: string): readonly string[] {
  const lines = address
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 1), lines.slice(MAX_LINES - 1).join(', ')];
}

/** What is wrong with a file of `--lab`. */
export type LaboratoryFault = 'not-json' | 'not-laboratory' | LogoFault;

/**
 * Reads a laboratory from JSON: `{ "name": …, "address": …, "logo": "logo.png" }`, each of which may be absent.
 *
 * @param readFile returns the bytes of the logo's file
 */
export async function readLaboratory(
  text: string,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<Result<Laboratory | null, LaboratoryFault>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('not-json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err('not-laboratory');
  }
  const { name = '', address = '', logo = null, ...others } = value as Record<string, unknown>;
  // A field that is mistyped would be a head that lacks it.
  if (Object.keys(others).length > 0) return err('not-laboratory');
  const isText = typeof name === 'string' && typeof address === 'string';
  if (!isText || !(logo === null || typeof logo === 'string')) return err('not-laboratory');
  if (name.length > MAX_NAME || address.length > MAX_ADDRESS) return err('not-laboratory');
  if (logo === null) return ok(laboratoryOf({ name, address, logo }));
  const read = readLogo(await readFile(logo));
  return read.ok ? ok(laboratoryOf({ name, address, logo: read.value })) : read;
}
