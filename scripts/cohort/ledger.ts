import * as v from 'valibot';
import { UsageError } from '../headless/command-line';

/** Part of an output file, from its first byte to before its last. */
const part = v.strictObject({
  from: v.pipe(v.number(), v.safeInteger()),
  to: v.pipe(v.number(), v.safeInteger()),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const model = v.strictObject({
  id: v.string(),
  version: v.string(),
  sha256: v.string(),
  manifestSha256: v.string(),
});

const headSchema = v.strictObject({
  format: v.literal('ktyper-ledger/1'),
  app: v.strictObject({
    name: v.string(),
    version: v.string(),
    commit: v.nullable(v.string()),
  }),
  model,
  guard: v.nullable(model),
  /** How samples are made, as it was typed; null: by the sheets of the plates. */
  group: v.nullable(v.string()),
  /** Checksums of the tables of peaks to watch. */
  watch: v.array(v.string()),
  /** The heads of both tables. */
  results: part,
  plates: part,
});

const entrySchema = v.strictObject({
  plate: v.string(),
  input: v.strictObject({ bytes: v.number(), sha256: v.string() }),
  state: v.picklist(['done', 'failed']),
  spectra: v.number(),
  samples: v.number(),
  /** Rows in the table of results. */
  rows: v.number(),
  results: part,
  plates: part,
});

/** The first line of a ledger: what all rows were computed with. */
export type LedgerHead = v.InferOutput<typeof headSchema>;
/** A line of a ledger: one plate that is done. */
export type LedgerEntry = v.InferOutput<typeof entrySchema>;
export type FilePart = v.InferOutput<typeof part>;
/** What a head says of how it was computed. */
export type Settings = Omit<LedgerHead, 'format' | 'results' | 'plates'>;

export interface Ledger {
  /** Null where the program ended before there was one. */
  readonly head: LedgerHead | null;
  readonly entries: readonly LedgerEntry[];
  /** Number of bytes that are whole lines; what follows was half written. */
  readonly bytes: number;
}

export function ledgerLine(line: LedgerHead | LedgerEntry): string {
  return `${JSON.stringify(line)}\n`;
}

/**
 * Parses a ledger. A last line that is not whole is left out, since the program ended while it wrote.
 *
 * @param where names it in messages
 * @throws UsageError when another line is no line of a ledger
 */
export function parseLedger(text: Uint8Array, where: string): Ledger {
  const lines: Uint8Array[] = [];
  let bytes = 0;
  for (let end; (end = text.indexOf(10, bytes)) >= 0; bytes = end + 1) {
    lines.push(text.subarray(bytes, end));
  }
  const read = <S extends v.GenericSchema>(schema: S, at: number): v.InferOutput<S> | null => {
    const parsed = v.safeParse(schema, jsonOf(lines[at]!));
    if (parsed.success) return parsed.output;
    // After a loss of power a file may have its length and not its bytes.
    if (at === lines.length - 1) {
      bytes -= lines[at]!.length + 1;
      return null;
    }
    throw new UsageError(`${where} is no ledger of this version of ktyper, in line ${at + 1}.`);
  };
  const head = lines.length === 0 ? null : read(headSchema, 0);
  const entries = lines.slice(1).flatMap((_, i) => read(entrySchema, i + 1) ?? []);
  return { head, entries, bytes };
}

function jsonOf(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(line));
  } catch {
    return null;
  }
}
