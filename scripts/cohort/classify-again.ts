import { problem, type Problem } from '../../src/core/problem';
import type { InputFile } from '../../src/io/entry';
import { inEnglish } from '../../src/words/in-words';
import type { SpectrumPool } from '../../workers/spectrum/page/pool';
import {
  classifyPlate,
  CohortStopped,
  type CohortTools,
  notComputed,
  type PlateAnswer,
} from './classify-plate';
import type { Turns } from './turns';

/** A plate that ends its threads, or a computer that has none left: the plate alone can tell which. */
const OF_THREADS = /^(?:pool-|worker-|spectrum-breaks-worker$|spectrum-too-slow$|internal-error$)/;

/** What is known of the plate from commands that ended before it. */
interface BegunOnes {
  readonly times: number;
  /** How often a plate may end the whole command before it is failed. */
  readonly tries: number;
  /** Keeps a mark of the plate as long as it is computed. */
  readonly during: <Done>(work: () => Promise<Done>) => Promise<Done>;
}

interface Lanes {
  /** The pool of the plate's lane. */
  readonly pool: SpectrumPool;
  readonly newPool: () => SpectrumPool;
  readonly turns: Turns;
  readonly begun: BegunOnes;
  /** Hears why a plate is begun again. */
  readonly tell: (reason: Problem) => void;
}

/**
 * Classifies a plate beside others, and once more alone with new threads where it has ended its own. What ends
 * them twice is a failed plate and costs no other, as long as a new thread can still open the model.
 *
 * A plate that was computed when a command ended is computed alone from then on, so that of several at hand the
 * one is found that ends them. It is failed without being begun when it has done so too often.
 *
 * @returns null when it was stopped before its end
 * @throws CohortStopped when the model has failed, or no thread can be started any more
 */
export async function classifyAgain(
  name: string,
  files: readonly InputFile[],
  tools: CohortTools,
  { pool, newPool, turns, begun, tell }: Lanes,
  signal: AbortSignal,
): Promise<PlateAnswer | null> {
  const { times, tries } = begun;
  if (times >= tries) return notComputed(name, tools, endsCommands(times));
  const classify = (own: SpectrumPool) =>
    begun.during(() => classifyPlate(name, files, tools, own, signal));
  const first =
    times === 0
      ? await turns.together(() => classify(pool))
      : await turns.alone(() => classify(pool));
  if (!hasLostThreads(first)) return first;
  tell(first.failure);
  return turns.alone(async () => {
    const again = await withPool(newPool, classify);
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

function endsCommands(times: number): Problem {
  const often = times === 1 ? 'once' : `${times} times`;
  return problem(
    'plate-ends-command',
    `The whole command ended ${often} while this plate was computed: it was killed, as for want of memory, or ` +
      'Node itself crashed. The plate was not begun again.',
    'Classify it into another folder, with more memory or on another computer, and merge the two.',
  );
}
