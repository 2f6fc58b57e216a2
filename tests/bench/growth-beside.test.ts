import { describe, expect, it } from 'vitest';
import { besideLines } from './growth-beside';

describe('growth beside another revision', () => {
  it('tells all values of both, and compares their medians', () => {
    const run = (megabytes: number) => ({
      peakMemory: megabytes * 1e6,
      peakPrivate: (megabytes - 150) * 1e6,
      complete: megabytes * 100,
    });
    const lines = besideLines({
      format: 'zip',
      spectra: 20_000,
      revision: 'abc',
      ours: [run(600), run(580), run(900)],
      theirs: [run(750), run(500), run(800)],
    });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      '- zip: 20000 spectra in turn with abc, both with one model: peak memory, all that is resident: ' +
        '600 MB, 580 MB, 900 MB beside 750 MB, 500 MB, 800 MB; the median 0.80 times; aim: at most 1.',
    );
    expect(lines[1]).toContain('of its own: 450 MB, 430 MB, 750 MB beside 600 MB, 350 MB, 650 MB;');
    expect(lines[2]).toContain('time: 60.0 s, 58.0 s, 90.0 s beside');
    expect(lines[2]).toMatch(/0\.80 times\.$/);
  });
});
