import { aim } from './goals';
import { milliseconds } from './figures';
import { type Role, ROLES } from './thread-roles';

/** Medians in milliseconds, by key: `ours warm`, `theirs run-cpu`, `ours run-cpu compute`. */
export type Medians = ReadonlyMap<string, number>;

/** The largest allowed part of the other revision's time. */
interface ShareAim {
  readonly what: string;
  /** Key of the figure of both revisions, without the revision. */
  readonly key: string;
  readonly most: number;
  /** Key of the job's processor time, whose parts show where the time goes. */
  readonly processor: string;
}

const SHARES: readonly ShareAim[] = [
  { what: 'Processor time of a run', key: 'run-cpu', most: 0.75, processor: 'run-cpu' },
  { what: 'A large run', key: 'large', most: 0.6, processor: 'large-cpu' },
  { what: 'A warm plate', key: 'warm', most: 0.7, processor: 'warm-cpu' },
  { what: 'A drop on a page three seconds old', key: 'early', most: 0.8, processor: 'early-cpu' },
  {
    what: 'Its first row painted',
    key: 'early-row',
    most: 0.6,
    processor: 'early-cpu',
  },
  { what: 'First row of a warm plate painted', key: 'row', most: 0.6, processor: 'warm-cpu' },
];

/** How many times as fast as the reference on all cores, for whole processes. */
const OVER_PYTHON = 1.5;
const PYTHON_ALL = 'python all';
const AHEAD = [
  {
    what: 'Chromium, a run, model and storing included',
    key: 'ours run',
    processor: 'ours run-cpu',
  },
  { what: 'Node, a run, whole process', key: 'node all', processor: null },
] as const;
/** Number of threads that are named as the place where time is left. */
const NAMED = 3;

/**
 * Writes a sentence for each aim: whether it is reached, and where the time goes if it is not.
 *
 * @param revision name of the other revision; null when there is none
 */
export function aimLines(medians: Medians, revision: string | null): readonly string[] {
  return [
    ...SHARES.map(({ what, key, most, processor }) => {
      const [ours, theirs] = [medians.get(`ours ${key}`), medians.get(`theirs ${key}`)];
      if (ours === undefined || theirs === undefined)
        return `${what}: NOT measured; the aim is ${most}`;
      const share = ours / theirs;
      const isReached = share <= most;
      const verdict = `${what}: ${share.toFixed(2)} of ${revision}'s; ${aim(isReached)} ${most}`;
      if (isReached) return verdict;
      return `${verdict}${remains(ours - most * theirs, medians, `ours ${processor}`)}`;
    }),
    ...AHEAD.map(({ what, key, processor }) => {
      const [ours, theirs] = [medians.get(key), medians.get(PYTHON_ALL)];
      if (ours === undefined || theirs === undefined)
        return `${what}: NOT measured; the aim is ${OVER_PYTHON}`;
      const times = theirs / ours;
      const isReached = times >= OVER_PYTHON;
      const verdict = `${what}: ${times.toFixed(2)} times as fast as Python on all cores; ${aim(isReached)} ${OVER_PYTHON}`;
      if (isReached) return verdict;
      return `${verdict}${remains(ours - theirs / OVER_PYTHON, medians, processor)}`;
    }),
  ];
}

/** Writes by how much an aim is missed, and the threads that work most. */
function remains(over: number, medians: Medians, processor: string | null): string {
  const missed = `: ${milliseconds(over)} ms too long`;
  const largest = (processor === null ? [] : rolesOf(medians, processor)).slice(0, NAMED);
  if (largest.length === 0) return missed;
  const named = largest.map(({ role, time }) => `${ROLES[role]} ${milliseconds(time)} ms`);
  return `${missed}; most processor time: ${named.join(', ')}`;
}

/** Lists the processor time of a job by role, the largest first. */
export function rolesOf(medians: Medians, key: string) {
  return (Object.keys(ROLES) as Role[])
    .map((role) => ({ role, time: medians.get(`${key} ${role}`) ?? 0 }))
    .filter(({ time }) => time > 0)
    .toSorted((a, b) => b.time - a.time);
}
