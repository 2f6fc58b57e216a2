import { parseArgs } from 'node:util';
import { UsageError } from '../headless/command-line';

export const USAGE = `Usage: npm run evaluate -- [options]

What the bundled model says of the real spectra in ../shared/data, held against what is known of them.

  --set NAME=PATH   another set: an archive, a folder or a file of spectra; several may be given.
                    What is known of them stands in labels.tsv, in the folder or beside PATH: the
                    columns spectrum (path, file name or name) and species
  --write           put the report into docs/evaluation.md

The report goes to stdout. Exit code: 0 all aims are reached; 1 one is missed; 2 this command was
mistyped.
`;

/** A set named on the command line. */
export interface TypedSet {
  readonly name: string;
  /** As it was typed. */
  readonly path: string;
}

export interface EvaluateOptions {
  readonly help: boolean;
  readonly write: boolean;
  readonly sets: readonly TypedSet[];
}

/**
 * Parses the command line.
 *
 * @param args the arguments after the command
 * @param taken names of the program's own sets
 * @throws UsageError, or an error of parseArgs, with what is mistyped
 */
export function parseOptions(args: readonly string[], taken: readonly string[]): EvaluateOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const names = new Set(taken);
  const sets = values.set.map((typed): TypedSet => {
    const at = typed.indexOf('=');
    const [name, path] = [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
    if (at === -1 || name === '' || path === '') {
      throw new UsageError(`--set takes NAME=PATH, and got "${typed}".`);
    }
    if (/[|\p{Cc}]/u.test(name)) {
      throw new UsageError(`The name of a set stands in a table, and "${name}" cannot.`);
    }
    if (names.has(name)) throw new UsageError(`There is a set "${name}" already.`);
    names.add(name);
    return { name, path };
  });
  return { help: values.help, write: values.write, sets };
}
