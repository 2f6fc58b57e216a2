import { expect, it } from 'vitest';
import { Turns } from '../../../../scripts/cohort/turns';

/** A work that ends when it is told to. */
function work(name: string, log: string[]) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const run = async () => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it('works run beside one another, and one that is alone runs between them', async () => {
  const log: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(name, log)) as [
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
  ];
  const turns = new Turns();
  const all = [turns.together(a.run), turns.together(b.run)];
  await settled();
  all.push(turns.alone(c.run), turns.together(d.run));
  await settled();
  expect(log).toEqual(['a begins', 'b begins']);
  a.end();
  await settled();
  expect(log).not.toContain('c begins');
  b.end();
  await settled();
  expect(log.slice(2)).toEqual(['a ends', 'b ends', 'c begins']);
  c.end();
  d.end();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  expect(log.slice(5)).toEqual(['c ends', 'd begins', 'd ends']);
});

it('a work that fails keeps no other from its turn', async () => {
  const turns = new Turns();
  const fails = () => Promise.reject(new Error('lost'));
  await expect(turns.together(fails)).rejects.toThrow('lost');
  await expect(turns.alone(fails)).rejects.toThrow('lost');
  expect(await turns.alone(() => Promise.resolve(1))).toBe(1);
  expect(await turns.together(() => Promise.resolve(2))).toBe(2);
});
