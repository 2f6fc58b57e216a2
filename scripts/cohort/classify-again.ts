import { problem, type Problem } from '../../src/core/problem';
import type { InputFile } from '../../src/io/entry';
import { inEnglish } from '../../src/words/in-words';
import type { SpectrumPool } from '../../workers/spectrum/page/pool';
import { classifyPlate, CohortStopped, type CohortTools, type PlateAnswer } from './classify-plate';
import type { Turns } from './turns';

/** A plate that ends its threads, or a computer that has none left: the plate alone can tell which. */
const OF_THREADS = /^(?:pool-|worker-|spectrum-breaks-worker$|spectrum-too-slow$|internal-error$)/;

interface Lanes {
  /** The pool of the plate's lane. */
  readonly pool: SpectrumPool;
  readonly newPool: () => SpectrumPool;
  readonly turns: Turns;
  /** Hears why a plate is begun again. */
  readonly tell: (reason: Problem) => void;
}

/**
 * Classifies a plate beside others, and once more alone with new threads where it has ended its own. What ends
 * them twice is a failed plate and costs no other, as long as a new thread can still open the model.
 *
 * @returns null when it was stopped before its end
 * @throws CohortStopped when the model has failed, or no thread can be started any more
 */
export async function classifyAgain(
  name: string,
  files: readonly InputFile[],
  tools: CohortTools,
  { pool, newPool, turns, tell }: Lanes,
  signal: AbortSignal,
): Promise<PlateAnswer | null> {
  const first = await turns.together(() => classifyPlate(name, files, tools, pool, signal));
  if (!hasLostThreads(first)) return first;
  tell(first.failure);
  return turns.alone(async () => {
    const again = await withPool(newPool, (own) => classifyPlate(name, files, tools, own, signal));
    if (!hasLostThreads(again)) return again;
    const { pack, guard } = tools;
    const fault = await withPool(newPool, (own) => own.load(pack, guard?.guard ?? null));
    if (fault !== null) throw new CohortStopped(fault);
    return { ...again, failure: lostTwice(again.failure) };
  });
}

function hasLostThreads(
  answer: PlateAnswer | null,
): answer is PlateAnswer & { readonly failure: Problem } {
  return answer !== null && answer.failure !== null && OF_THREADS.test(answer.failure.kind);
}

async function withPool<Done>(
  newPool: () => SpectrumPool,
  work: (pool: SpectrumPool) => Promise<Done>,
): Promise<Done> {
  const pool = newPool();
  try {
    return await work(pool);
  } finally {
    pool.terminate();
  }
}

function lostTwice({ message }: Problem): Problem {
  return problem(
    'plate-breaks-threads',
    `The threads that computed this plate were lost, and again when it was computed alone: ${inEnglish(message)}`,
    'Run classify on it alone, with more memory or on another computer; the other plates are not touched.',
  );
}
