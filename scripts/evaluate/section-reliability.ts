import {
  callByHalves,
  HALVES,
  type HalfCall,
  likeliestTemperature,
  logLoss,
  softmax,
} from '../../models/ribosomal-klebsiella/fit-temperature';
import { findPeaks } from '../../src/core/marker-model/plain/peaks';
import { isAccepted } from './called';
import type { Evaluation } from './evaluation';
import { isForeign } from './known';
import { type Prediction, reliabilityBins } from './reliability';
import { agrees } from './tally';

/** The sharpest temperature that is tried in the search for the least loss. */
const SHARPEST = 0.3;
/** Temperatures whose loss is reported beside that of the shipped and the likeliest one. */
const TOLD = [0.5, 1, 1.5, 2, 3];

/**
 * Reports how well the probability is calibrated across laboratories, and the origin of its temperature.
 */
export function tellReliability(evaluation: Evaluation): void {
  const { report, sets, facts, shipped } = evaluation;
  const judged = sets.map(({ set, spectra }) => ({
    name: set.name,
    spectra: spectra.filter(
      (one) => isAccepted(one) && one.known !== null && !isForeign(one.known),
    ),
  }));
  const compared = judged.filter(({ spectra }) => spectra.length > 0);
  const count = compared.reduce((sum, { spectra }) => sum + spectra.length, 0);

  report.heading('Reliability of the probability');
  if (count === 0) {
    report.text('Nothing is known of any accepted spectrum.');
    return;
  }
  report.text(
    `The ${count} accepted spectra of which a label or the forest says what they are. The probability is that of the most probable taxon, as the product gives it. A foreign spectrum that is accepted has no right answer and is counted above.`,
  );
  tellBins(
    evaluation,
    compared.map(({ name, spectra }) => ({
      name,
      predictions: spectra.map((one) => ({
        probability: one.probability,
        isRight: agrees(one),
      })),
    })),
  );
  report.text(
    `By all loci there is next to nothing between 0 and 1 to judge, so that this can show a gross fault and no more. Each spectrum is therefore called by random halves of the loci as well, ${HALVES} times, which are wrong now and then. These calls are not independent of one another: they say as much as far fewer would.`,
  );
  const halves = compared.map(({ name, spectra }) => ({
    name,
    calls: callByHalves(
      spectra.map(({ vector, known }) => ({
        peaks: findPeaks(vector),
        isRight: (taxon: string) => known!.taxa.has(taxon),
      })),
      facts,
      shipped,
    ),
  }));
  const temperature = shipped.softmaxTemperature;
  tellBins(
    evaluation,
    halves.map(({ name, calls }) => ({
      name,
      predictions: calls.map((call) => predict(call, temperature)),
    })),
  );
  tellTemperature(
    evaluation,
    halves.flatMap(({ calls }) => calls),
  );
}

function tellTemperature({ report, shipped }: Evaluation, calls: readonly HalfCall[]): void {
  const temperature = shipped.softmaxTemperature;
  const likeliest = likeliestTemperature(calls, SHARPEST);
  const fitted = likeliestTemperature(calls);
  const told = [...new Set([...TOLD, temperature, fitted, likeliest])].sort((a, b) => a - b);
  report.text('The temperature, by the same halves:');
  report.table(
    ['temperature', 'mean log-loss', 'more than at 1.0', ''],
    told.map((one) => [
      one.toFixed(2),
      logLoss(calls, one).toFixed(4),
      (logLoss(calls, one) - logLoss(calls, 1)).toFixed(4),
      [
        ...(one === temperature ? ['shipped'] : []),
        ...(one === fitted ? ['fitted to these calls'] : []),
        ...(one === likeliest ? ['least loss'] : []),
      ].join(', '),
    ]),
  );
  report.text(
    'It is fitted and not chosen, but for one rule: none below 1 is tried, since so few judged spectra cannot show that the likelihoods deserve more trust than they claim.',
  );
  if (likeliest < 1) {
    report.text(
      `These calls alone would bear a sharper one: the loss is least at ${likeliest.toFixed(2)}.`,
    );
  }
  report.text(
    "What this can show: how often a large probability is wrong among the taxa of these spectra. What it cannot: the same of taxa without a judged spectrum here, of organisms that are not in the model, and of the forest, whose mistakes count as the model's.",
  );
}

function predict({ scores, isRight }: HalfCall, temperature: number): Prediction {
  const probabilities = softmax(scores, temperature);
  const probability = Math.max(...probabilities);
  return { probability, isRight: isRight[probabilities.indexOf(probability)]! };
}

/** Writes a table of bins with one column for all sets together and one for each set. */
function tellBins(
  { report }: Evaluation,
  sets: readonly { readonly name: string; readonly predictions: readonly Prediction[] }[],
): void {
  const all = reliabilityBins(sets.flatMap(({ predictions }) => predictions));
  const bySet = sets.map(({ predictions }) => reliabilityBins(predictions));
  const right = ({ right, count }: { right: number; count: number }) =>
    count === 0 ? '' : `${right} of ${count}`;
  report.table(
    [
      'probability',
      'all: right',
      'share right',
      'mean probability',
      ...sets.map(({ name }) => name),
    ],
    all.map((bin, i) => [
      `${bin.from} to ${bin.to}`,
      right(bin),
      bin.count === 0 ? '' : (bin.right / bin.count).toFixed(3),
      bin.mean?.toFixed(3) ?? '',
      ...bySet.map((bins) => right(bins[i]!)),
    ]),
  );
}
