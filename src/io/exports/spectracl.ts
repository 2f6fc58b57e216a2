import { roundedAsPython } from './python-number';
import { tsvLine } from './tsv';
import type { ExportedJob } from './types';

/**
 * The three headerless tab-separated columns of the original command-line classifier: name, species,
 * 100 times the probability with at most two decimals. A line a sample, in the job's order.
 *
 * The original named a species whatever it saw. A sample that we refuse to name, or that could not be
 * read, still gets its line, so that none goes missing: with its label ("No spectrum") for the species
 * and 0.0. There is no place for a word about research use: the file's name carries it.
 */
export function* exportSpectracl({ samples }: ExportedJob): Generator<string, void, void> {
  for (const { originalName, call } of samples) {
    yield tsvLine([originalName, call.label, roundedAsPython(100 * (call.probability ?? 0))]);
  }
}
