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

/** A preparation that the test ends. */
function preparation() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { done, end };
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
    const { done, end } = preparation();
    let painted = 0;
    const { painter, frames, frame } = painterWith(
      () => (painted += 1),
      () => done,
    );
    painter.ask();
    frame(1000);
    expect(painted).toBe(0);
    painter.ask();
    expect(frames).toEqual([]);
    end();
    await done;
    await Promise.resolve();
    expect(painted).toBe(1);
    expect(frames).toHaveLength(1);
    frame(1100);
    await Promise.resolve();
    await Promise.resolve();
    expect(painted).toBe(2);
    expect(frames).toEqual([]);
  });

  it('does not paint what was prepared after the end was painted', async () => {
    const { done, end } = preparation();
    let painted = 0;
    const { painter, frames, frame } = painterWith(
      () => (painted += 1),
      () => done,
    );
    painter.ask();
    frame(1000);
    painter.now();
    expect(painted).toBe(1);
    end();
    await done;
    await Promise.resolve();
    expect(painted).toBe(1);
    expect(frames).toEqual([]);
  });

  it('paints what changes after the end was painted, though something was being prepared', async () => {
    const { done, end } = preparation();
    let painted = 0;
    const { painter, frames, frame } = painterWith(
      () => (painted += 1),
      () => done,
    );
    painter.ask();
    frame(1000);
    painter.now();
    painter.ask();
    end();
    await done;
    await Promise.resolve();
    expect([painted, frames.length]).toEqual([1, 1]);
  });
});
