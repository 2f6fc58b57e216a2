import { describe, expect, it } from 'vitest';
import { Painter } from '../../../../src/state/jobs/painter';

/** A painter whose frames and waits the test decides on. */
function painterWith(paint: () => void, prepare?: () => Promise<void> | null, pause = 100) {
  const frames: ((now: number) => void)[] = [];
  const waits: { callback: () => void; milliseconds: number }[] = [];
  const painter = new Painter(
    paint,
    () => pause,
    prepare,
    (callback) => frames.push(callback),
    (callback, milliseconds) => waits.push({ callback, milliseconds }),
  );
  const frame = (now: number) => frames.splice(0).forEach((callback) => callback(now));
  /** Ends the wait, and returns its milliseconds. */
  const nextWait = () => {
    const [wait] = waits.splice(0, 1);
    wait?.callback();
    return wait?.milliseconds;
  };
  return { painter, frames, waits, frame, nextWait };
}

/** A painter that is preparing its first paint, which the test ends. */
function preparingPainter() {
  let end: () => void = () => undefined;
  const prepared = new Promise<void>((resolve) => (end = resolve));
  let painted = 0;
  const parts = painterWith(
    () => (painted += 1),
    () => prepared,
  );
  parts.painter.ask();
  parts.frame(1000);
  const endPreparing = async () => {
    end();
    await prepared;
    await Promise.resolve();
  };
  return { ...parts, endPreparing, painted: () => painted };
}

describe('Painter', () => {
  it('paints once for many changes, and not before the pause is over', () => {
    let painted = 0;
    const { painter, frames, nextWait, frame } = painterWith(() => (painted += 1));

    painter.ask();
    painter.ask();
    expect([painted, frames.length]).toEqual([0, 1]);
    frame(1000);
    nextWait();
    expect(painted).toBe(1);

    painter.ask();
    frame(1050);
    expect(painted).toBe(1);
    // No frame is requested before its time.
    expect(frames).toEqual([]);
    expect(nextWait()).toBe(50);
    frame(1100);
    nextWait();
    expect(painted).toBe(2);
    expect(frames).toEqual([]);
  });

  it('paints in a task of its own after the frame, and once more what has changed meanwhile', () => {
    let painted = 0;
    const { painter, frames, nextWait, frame } = painterWith(() => (painted += 1));

    painter.ask();
    frame(1000);
    painter.ask();
    expect([painted, frames.length]).toEqual([0, 0]);
    expect(nextWait()).toBe(0);
    expect([painted, frames.length]).toEqual([1, 1]);
  });

  it('paints in the frame what need not pause', () => {
    let painted = 0;
    const { painter, waits, frame } = painterWith(() => (painted += 1), undefined, 0);

    painter.ask();
    frame(1000);
    expect([painted, waits]).toEqual([1, []]);
  });

  it('does not paint in a task after the frame what the end has painted', () => {
    let painted = 0;
    const { painter, frames, nextWait, frame } = painterWith(() => (painted += 1));

    painter.ask();
    frame(1000);
    painter.now();
    nextWait();
    expect([painted, frames]).toEqual([1, []]);
  });

  it('paints what was prepared, and once more what has changed meanwhile', async () => {
    const { painter, frames, frame, endPreparing, painted } = preparingPainter();
    expect(painted()).toBe(0);
    painter.ask();
    expect(frames).toEqual([]);
    await endPreparing();
    expect([painted(), frames.length]).toEqual([1, 1]);
    frame(1100);
    await endPreparing();
    expect([painted(), frames.length]).toEqual([2, 0]);
  });

  it('does not paint what was prepared after the end was painted', async () => {
    const { painter, frames, endPreparing, painted } = preparingPainter();
    painter.now();
    expect(painted()).toBe(1);
    await endPreparing();
    expect([painted(), frames.length]).toEqual([1, 0]);
  });

  it('paints what changes after the end was painted, though something was being prepared', async () => {
    const { painter, frames, endPreparing, painted } = preparingPainter();
    painter.now();
    painter.ask();
    await endPreparing();
    expect([painted(), frames.length]).toEqual([1, 1]);
  });
});
