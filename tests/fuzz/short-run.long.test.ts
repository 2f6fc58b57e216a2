import { describe, expect, it } from 'vitest';
import { InputSource } from './input-source';
import { TARGETS } from './targets';

/** Number of inputs of a target of share 1. `npm run fuzz` reads far more, and measures their cost. */
const INPUTS = 100;

describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (_, target) => {
  it('ends with an answer for every input of a fixed seed', async () => {
    const seeds = await target.seeds();
    const source = new InputSource(target, seeds, 'npm test');
    const endings = new Set<string>();
    const inputs = seeds.length + Math.ceil(INPUTS * (target.share ?? 1));
    for (let i = 0; i < inputs; i++) {
      const input = source.next();
      const ended = await target.run(input);
      if (ended.some((ending) => !endings.has(ending))) source.keep(input);
      for (const ending of ended) endings.add(ending);
    }
    expect(endings.size).toBeGreaterThan(0);
  });

  it('has seeds that are read, not refused', async () => {
    const [first] = await target.seeds();
    const ended = await target.run(first!);
    expect(ended.some((ending) => EXPECTED.has(ending))).toBe(true);
  });
});

/** How the first seed of each target ends. */
const EXPECTED = new Set(['ok', 'entry', 'fid', 'results', 'opened', 'done', 'mass-range']);

describe('the inputs', () => {
  it('are the same for the same seed, and others for another', async () => {
    const [target] = TARGETS;
    const seeds = await target!.seeds();
    const draw = (seed: string) => {
      const source = new InputSource(target!, seeds, seed);
      return Array.from({ length: 50 }, () => Buffer.from(source.next()).toString('base64'));
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('leave what they are made of as it was', async () => {
    for (const target of TARGETS) {
      const seeds = await target.seeds();
      const before = seeds.map((seed) => Buffer.from(seed).toString('base64'));
      const source = new InputSource(target, seeds, 'unchanged');
      for (let i = 0; i < 200; i++) source.next();
      expect(seeds.map((seed) => Buffer.from(seed).toString('base64'))).toEqual(before);
    }
  });
});
