import { describe, expect, it } from 'vitest';
import { Painter } from '../../../src/state/painter';

describe('Painter', () => {
  it('paints once for many changes, at a frame, and not sooner than the pause', () => {
    const frames: ((now: number) => void)[] = [];
    let painted = 0;
    const painter = new Painter(
      () => (painted += 1),
      () => 100,
      (callback) => frames.push(callback),
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
    frame(1100);
    expect(painted).toBe(2);
    expect(frames).toEqual([]);
  });
});
