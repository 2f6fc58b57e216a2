import { parseArgs } from 'node:util';
import type { WriteOptions } from '../../src/simulate/write-run';

export const FORMATS = ['zip', 'tar.gz', 'folder'] as const;
export type Format = (typeof FORMATS)[number];
export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export interface Options extends Required<WriteOptions> {
  readonly out: string;
  readonly format: Format;
  readonly level: Level;
}

export type Parsed =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string };

/** Reads the command line of `make-example`. The message of an error is a sentence. */
export function parseOptions(args: readonly string[]): Parsed {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        out: { type: 'string' },
        spots: { type: 'string', default: '96' },
        seed: { type: 'string', default: '1' },
        format: { type: 'string' },
        plate: { type: 'string', default: '96' },
        replicates: { type: 'string', default: '1' },
        full: { type: 'boolean', default: false },
        level: { type: 'string', default: '6' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.out === undefined) throw new Mistake('--out is missing: where shall the run go?');
    return {
      kind: 'run',
      options: {
        out: values.out,
        spots: wholeNumber('--spots', values.spots, 1),
        seed: values.seed,
        format: oneOf('--format', values.format ?? formatOf(values.out), FORMATS),
        plate: oneOf('--plate', Number(values.plate), [96, 384] as const),
        replicates: wholeNumber('--replicates', values.replicates, 1),
        layout: values.full ? 'full' : 'lean',
        level: wholeNumber('--level', values.level, 0, 9) as Level,
      },
    };
  } catch (fault) {
    // The messages of parseArgs' TypeErrors are made for the person who typed.
    if (fault instanceof Mistake || fault instanceof TypeError) {
      return { kind: 'mistake', message: fault.message };
    }
    throw fault;
  }
}

class Mistake extends Error {}

function formatOf(out: string): Format {
  if (out.endsWith('.zip')) return 'zip';
  return out.endsWith('.tar.gz') || out.endsWith('.tgz') ? 'tar.gz' : 'folder';
}

function wholeNumber(option: string, text: string, from: number, to = Infinity): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= from && value <= to) {
    return value;
  }
  const range = to === Infinity ? `from ${from} on` : `from ${from} to ${to}`;
  throw new Mistake(`${option} must be a whole number ${range}, not "${text}".`);
}

function oneOf<T extends string | number>(
  option: string,
  value: string | number,
  allowed: readonly T[],
): T {
  const found = allowed.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new Mistake(`${option} must be one of ${allowed.join(', ')}, not "${value}".`);
}
