import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { ModelAnswer } from '../../src/core/job/outcome';

/**
 * Lists the buffers that a message transfers instead of copying, after which the sender cannot use them.
 * The answers of a batch are views into shared buffers, each of which is listed once.
 */
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
