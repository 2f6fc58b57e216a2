import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Bytes, bytesOf } from './target';
import type { Fault } from './probe';

/** Inputs that were findings once. A test gives them to their targets from then on. */
const FOLDER = fileURLToPath(new URL('./inputs', import.meta.url));

export interface Fixture {
  readonly target: string;
  /** The seed of the run that found it; null when a person wrote it. */
  readonly seed: string | null;
  readonly found: Fault;
  readonly input: Bytes;
}

/** Stored as text if it is text, else deflated. */
type Written = Omit<Fixture, 'input'> & ({ readonly text: string } | { readonly deflated: string });

/** @returns the name of its file, which is the same for the same input */
export function writeFixture({ input, ...head }: Fixture, folder = FOLDER): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input);
  const isText = input.length < 4096 && Buffer.compare(bytesOf(text), input) === 0;
  const written: Written = isText
    ? { ...head, text }
    : { ...head, deflated: deflateRawSync(input).toString('base64') };
  const sum = createHash('sha256').update(input).digest('hex').slice(0, 10);
  const name = `${head.target}-${sum}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(written, null, 2)}\n`);
  return name;
}

export function readFixtures(folder = FOLDER): ReadonlyMap<string, Fixture> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    names.toSorted().map((name) => {
      const { target, seed, found, ...rest } = JSON.parse(
        readFileSync(join(folder, name), 'utf8'),
      ) as Written;
      const input =
        'text' in rest
          ? bytesOf(rest.text)
          : Uint8Array.from(inflateRawSync(Buffer.from(rest.deflated, 'base64')));
      return [name, { target, seed, found, input }];
    }),
  );
}
