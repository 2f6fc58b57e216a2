import type { Problem } from '../src/core/problem';
import type { Result } from '../src/core/result';
import type { ModelAnswer, SpectrumOutcome } from './worker-api';

/** Buffers that a message hands over instead of copying them. The sender has them no longer. */
export function buffersOfOutcomes(outcomes: readonly SpectrumOutcome[]): ArrayBuffer[] {
  const answers = outcomes.flatMap(({ answer }) => answer ?? []);
  const vectors = outcomes.flatMap(({ vector }) => vector?.buffer ?? []);
  return [...buffersOfAnswers(answers), ...vectors];
}

/** The answers of a batch are views into buffers that they share: each is named once. */
export function buffersOfAnswers(answers: readonly Result<ModelAnswer, Problem>[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const answer of answers) {
    if (!answer.ok) continue;
    const { probabilities, evidence } = answer.value;
    buffers.add(probabilities.buffer);
    if (evidence === null) continue;
    for (const { buffer } of [evidence.scores, evidence.loci, evidence.ions]) buffers.add(buffer);
  }
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}
