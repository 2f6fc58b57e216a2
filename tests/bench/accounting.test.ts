import { describe, expect, it } from 'vitest';
import { processKind, readSchedstat, readStat } from './proc-text';
import { nameOfEnded, roleOf, type Snapshot, type ThreadTime, timeByRole } from './thread-roles';

const STAT =
  '2896 (Chrome (a) b) S 2845 2787 2787 0 -1 4194368 9 0 0 0 652 121 7 3 20 0 18 0 41 1 2 3';

describe('readStat', () => {
  it('finds name, parent and time, whatever the name holds', () => {
    expect(readStat(STAT)).toEqual({ name: 'Chrome (a) b', parent: 2845, milliseconds: 7730 });
  });

  it.each(['', '12 (cat) R', '12 cat R 1 2 3 4 5 6 7 8 9 10 11 12 13'])('refuses %j', (text) => {
    expect(() => readStat(text)).toThrow(RangeError);
  });
});

describe('readSchedstat', () => {
  it('gives milliseconds', () => {
    expect(readSchedstat('6275512345 99000 1200\n')).toBeCloseTo(6275.512345, 9);
  });

  it.each(['', '12', '-1 2 3', 'a b c'])('refuses %j', (text) => {
    expect(() => readSchedstat(text)).toThrow(RangeError);
  });
});

describe('processKind', () => {
  it.each([
    ['/usr/lib/chromium/chromium\0--headless=new\0', 'browser'],
    ['/usr/lib/chromium/chromium --type=renderer --lang=en', 'page'],
    ['c\0--type=utility\0--utility-sub-type=storage.mojom.StorageService\0', 'storage'],
    ['c\0--type=utility\0--utility-sub-type=network.mojom.NetworkService\0', 'other'],
    ['c\0--type=gpu-process\0', 'other'],
  ])('of %j is %s', (commandLine, kind) => {
    expect(processKind(commandLine)).toBe(kind);
  });
});

const thread = (id: number, name: string, milliseconds: number, process = 10): ThreadTime => ({
  process,
  thread: id,
  kind: process === 10 ? 'page' : 'browser',
  name,
  milliseconds,
});
const snapshot = (threads: readonly ThreadTime[], page: number): Snapshot => ({
  threads,
  processes: new Map([[10, page]]),
});
const WORKER = 'DedicatedWorker';

describe('roleOf', () => {
  it.each([
    [thread(10, 'chromium', 0), null, 'page'],
    [thread(11, 'ThreadPoolForeg', 0), null, 'engine'],
    [thread(11, 'Compositor', 0), null, 'browser'],
    [thread(12, WORKER, 0), 'ktyper-spectrum', 'compute'],
    [thread(12, WORKER, 0), 'ktyper-rows', 'rows'],
    [thread(12, WORKER, 0), 'ktyper-archive', 'archive'],
    [thread(12, WORKER, 0), null, 'ended'],
    [thread(21, 'ThreadPoolForeg', 0, 20), null, 'storage'],
    [thread(20, 'chromium', 0, 20), null, 'browser'],
    [{ ...thread(31, 'Chrome_ChildIOT', 0), kind: 'storage' as const }, null, 'storage'],
  ])('%j, the worker %j: %s', (time, worker, role) => {
    expect(roleOf(time, worker)).toBe(role);
  });
});

describe('nameOfEnded', () => {
  it('is what is left of those that were started', () => {
    const living = new Map([
      [12, 'archive'],
      [13, 'rows'],
    ]);
    expect(nameOfEnded({ living, started: ['archive', 'rows', 'rows', 'rows'] })).toBe('rows');
    expect(nameOfEnded({ living, started: ['archive', 'rows'] })).toBeNull();
    expect(nameOfEnded({ living, started: ['a', 'b', 'archive', 'rows'] })).toBeNull();
  });
});

describe('timeByRole', () => {
  const before = snapshot([thread(10, 'chromium', 100), thread(12, WORKER, 50)], 150);
  const workers = {
    living: new Map([
      [12, 'ktyper-spectrum'],
      [14, 'ktyper-rows'],
    ]),
    started: ['ktyper-spectrum', 'ktyper-rows', 'ktyper-rows'],
  };

  it('adds up what came after the first moment, by role', () => {
    const after = snapshot(
      [thread(10, 'chromium', 130), thread(12, WORKER, 90), thread(14, WORKER, 7)],
      227,
    );
    expect(timeByRole(before, after, [], workers)).toMatchObject({
      page: 30,
      compute: 40,
      rows: 7,
      ended: 0,
    });
  });

  it('counts a worker that came and went as it was last seen, and what is left as ended', () => {
    const after = snapshot([thread(10, 'chromium', 130), thread(12, WORKER, 90)], 1000);
    const ended = [thread(12, WORKER, 80), thread(13, WORKER, 500)];
    expect(timeByRole(before, after, ended, workers)).toMatchObject({
      page: 30,
      compute: 40,
      rows: 500,
      ended: 850 - 570,
    });
  });

  it('counts of a worker that went only what it worked since', () => {
    const after = snapshot([thread(10, 'chromium', 100)], 200);
    const times = timeByRole(before, after, [thread(12, WORKER, 95)], workers);
    expect(times).toMatchObject({ compute: 45, page: 0 });
  });

  it('takes less than two ticks for no thread', () => {
    const after = snapshot([thread(10, 'chromium', 100), thread(12, WORKER, 50)], 170);
    expect(timeByRole(before, after, [], workers).ended).toBe(0);
  });
});
