import { describe, expect, it } from 'vitest';
import { Painter } from '../../../../src/state/jobs/painter';

describe('Painter', () => {
  it('paints once for many changes, in a frame, and not before the pause is over', () => {
    const frames: ((now: number) => void)[] = [];
    const waits: { callback: () => void; milliseconds: number }[] = [];
    let painted = 0;
    const painter = new Painter(
      () => (painted += 1),
      () => 100,
      (callback) => frames.push(callback),
      (callback, milliseconds) => waits.push({ callback, milliseconds }),
    );
    const frame = (now: number) => frames.splice(0).forEach((callback) => callback(now));

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
});
