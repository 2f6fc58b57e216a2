import { callSpecies } from '../../core/classify/call-species';
import { callCategory } from '../../core/classify/tiers';
import { roundedAsPython } from './python-number';
import { samplesToWrite } from './rows-to-write';
import { tsvLine } from './tsv';
import type { ExportedJob } from './types';

/**
 * Yields the output of the original command-line classifier: three tab-separated columns without a header,
 * which are the name, the species, and 100 times the probability with at most two decimals. There is one line
 * for each sample, by spot.
 *
 * The original named a species for any spectrum. A sample that is not named here, or could not be read, still
 * gets a line, so that no sample is missing: the species is what it is counted as ("No spectrum"), the number
 * 0.0. Only a spectrum without any signal gets what the original printed for it, if the model is a
 * classifier: its answer to a vector of zeros. The columns have no place for the words about research use, so
 * the file's name has them.
 */
export function* exportSpectracl(exported: ExportedJob): Generator<string> {
  const { job, model } = exported;
  const probabilities = job.summary?.emptyAnswer ?? null;
  const empty =
    probabilities && callSpecies({ probabilities, evidence: null, peaks: null }, model.manifest);
  for (const { originalName, call, failure } of samplesToWrite(exported)) {
    const isEmpty = call.rule === 'no-spectrum' && failure === null;
    const said = isEmpty && empty !== null ? empty : call;
    const label = callCategory(said, model.manifest);
    const { probability } = said;
    yield tsvLine([originalName, label, roundedAsPython(100 * (probability ?? 0))]);
  }
}
