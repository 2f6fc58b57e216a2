import { describe, expect, it } from 'vitest';
import type { JobEvent } from '../../../../src/core/job/types';
import {
  followedBy,
  type JobPhase,
  type PhaseName,
  untakenEvents,
} from '../../../../src/state/jobs/job-phase';

const events = (async function* (): AsyncGenerator<JobEvent> {})();
const PHASES: readonly JobPhase[] = [
  { phase: 'queued' },
  { phase: 'starting' },
  { phase: 'started', events },
  { phase: 'running' },
  { phase: 'saving', unwanted: null },
  { phase: 'ended', status: 'completed' },
];

describe('a phase', () => {
  it.each<[PhaseName, readonly PhaseName[]]>([
    ['queued', ['starting', 'saving']],
    ['starting', ['started', 'saving']],
    ['started', ['running', 'saving']],
    ['running', ['saving']],
    // An error in the program may stop a job even while its end is being written.
    ['saving', ['saving', 'ended']],
    ['ended', []],
  ])('%s may only be followed by %j', (name, next) => {
    const current = PHASES.find(({ phase }) => phase === name)!;
    const legal = PHASES.filter((one) => {
      try {
        return followedBy(current, one) === one;
      } catch {
        return false;
      }
    });
    expect(legal.map(({ phase }) => phase)).toEqual(next);
  });

  it('reports the illegal step', () => {
    expect(() => followedBy({ phase: 'running' }, { phase: 'queued' })).toThrow(
      'A job that is running cannot be queued next.',
    );
  });

  it('gives the events of a run that were not taken', () => {
    expect(PHASES.map(untakenEvents)).toEqual([null, null, events, null, null, null]);
    expect(untakenEvents({ phase: 'saving', unwanted: events })).toBe(events);
  });
});
