import { callSpecies } from '../../core/classify/call-species';
import { callCategory } from '../../core/classify/tiers';
import { roundedAsPython } from './python-number';
import { tsvLine } from './tsv';
import type { ExportedJob } from './types';

/**
 * The three headerless tab-separated columns of the original command-line classifier: name, species,
 * 100 times the probability with at most two decimals. A line a sample, in the job's order.
 *
 * The original named a species whatever it saw. A sample that we refuse to name, or that could not be
 * read, still gets its line, so that none goes missing: with what it is counted as ("No spectrum") for the
 * species and 0.0. Only a spectrum without any signal gets what the original printed for it, where the model
 * is a classifier: its answer to a vector of zeros. There is no place for a word about research use:
 * the file's name carries it.
 */
export function* exportSpectracl({ job, model, samples }: ExportedJob): Generator<string> {
  const probabilities = job.summary?.emptyAnswer ?? null;
  const empty =
    probabilities && callSpecies({ probabilities, evidence: null, peaks: null }, model.manifest);
  for (const { originalName, call, failure } of samples) {
    const isEmpty = call.rule === 'no-spectrum' && failure === null;
    const said = isEmpty && empty !== null ? empty : call;
    const label = callCategory(said, model.manifest);
    const { probability } = said;
    yield tsvLine([originalName, label, roundedAsPython(100 * (probability ?? 0))]);
  }
}
