import { parseArgs } from 'node:util';

export interface FuzzRunOptions {
  /** Number of inputs of all targets together. */
  readonly inputs: number;
  readonly minutes: number;
  readonly seed: string;
  readonly targets: readonly string[];
  readonly corpus: string | null;
  readonly keepFixtures: boolean;
}

export class OptionMistake extends Error {}

/** @throws OptionMistake, and TypeErrors of parseArgs, each with a sentence for the person */
export function parseOptions(
  args: readonly string[],
  known: readonly string[],
): FuzzRunOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      inputs: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      target: { type: 'string', multiple: true, default: [] },
      corpus: { type: 'string' },
      'no-fixtures': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const stray = values.target.find((name) => !known.includes(name));
  if (stray !== undefined) {
    throw new OptionMistake(`There is no target ${stray}. There are: ${known.join(', ')}.`);
  }
  const inputs = positive('--inputs', values.inputs);
  const minutes = positive('--minutes', values.minutes);
  return {
    inputs: inputs ?? Infinity,
    minutes: minutes ?? (inputs === null ? 1 : Infinity),
    seed: values.seed ?? String(Date.now() % 1_000_000),
    targets:
      values.target.length > 0 ? known.filter((name) => values.target.includes(name)) : known,
    corpus: values.corpus ?? null,
    keepFixtures: !values['no-fixtures'],
  };
}

function positive(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0) return value;
  throw new OptionMistake(`${option} takes a number above 0, and got "${text}".`);
}
