import { describe, expect, it } from 'vitest';
import { Painter } from '../../../../src/state/jobs/painter';

/** A painter whose frames and waits the test decides on. */
function painterWith(paint: () => void, prepare?: () => Promise<void> | null) {
  const frames: ((now: number) => void)[] = [];
  const waits: { callback: () => void; milliseconds: number }[] = [];
  const painter = new Painter(
    paint,
    () => 100,
    prepare,
    (callback) => frames.push(callback),
    (callback, milliseconds) => waits.push({ callback, milliseconds }),
  );
  const frame = (now: number) => frames.splice(0).forEach((callback) => callback(now));
  return { painter, frames, waits, frame };
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
  it('paints once for many changes, in a frame, and not before the pause is over', () => {
    let painted = 0;
    const { painter, frames, waits, frame } = painterWith(() => (painted += 1));

    painter.ask();
    painter.ask();
    expect([painted, frames.length]).toEqual([0, 1]);
    frame(1000);
    expect(painted).toBe(1);

    painter.ask();
    frame(1050);
    expect(painted).toBe(1);
    // No frame is requested before its time.
    expect(frames).toEqual([]);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([50]);
    waits[0]!.callback();
    frame(1100);
    expect(painted).toBe(2);
    expect(frames).toEqual([]);
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
