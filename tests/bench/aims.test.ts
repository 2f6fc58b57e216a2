import { describe, expect, it } from 'vitest';
import { aimLines, rolesOf } from './aims';

const medians = (values: Readonly<Record<string, number>>) => new Map(Object.entries(values));
const line = (values: Readonly<Record<string, number>>, begin: string) =>
  aimLines(medians(values), 'abc').find((text) => text.startsWith(begin));

describe('aimLines', () => {
  it('reaches a share that is exactly the aim', () => {
    expect(line({ 'ours run-cpu': 750, 'theirs run-cpu': 1000 }, 'Processor time')).toBe(
      "Processor time of a run: 0.75 of abc's; reached, the aim was 0.75",
    );
  });

  it('tells what is too long, and the three threads that work most', () => {
    const values = {
      'ours run-cpu': 900,
      'theirs run-cpu': 1000,
      'ours run-cpu page': 100,
      'ours run-cpu compute': 400,
      'ours run-cpu engine': 250,
      'ours run-cpu storage': 150,
    };
    expect(line(values, 'Processor time')).toBe(
      "Processor time of a run: 0.90 of abc's; NOT reached, the aim is 0.75: 150 ms too long; " +
        "most processor time: Compute threads 400 ms, The engine's compilers and collector 250 ms, " +
        "Browser's database and files 150 ms",
    );
  });

  it('compares with Python by how many times as fast', () => {
    expect(line({ 'ours run': 2000, 'python all': 3000 }, 'Chromium')).toBe(
      'Chromium, a run, model and storing included: 1.50 times as fast as Python on all cores; reached, the aim was 1.5',
    );
    expect(line({ 'node all': 2500, 'python all': 3000 }, 'Node')).toBe(
      'Node, a run, whole process: 1.20 times as fast as Python on all cores; NOT reached, the aim is 1.5: 500 ms too long',
    );
  });

  it('passes over no aim that was not measured', () => {
    const lines = aimLines(medians({ 'ours warm': 1 }), null);
    expect(lines).toHaveLength(8);
    for (const text of lines) expect(text).toContain(': NOT measured; the aim is ');
  });
});

describe('rolesOf', () => {
  it('leaves out what did nothing, and puts the largest first', () => {
    const values = { 'a page': 1, 'a rows': 3, 'a archive': 0, 'b compute': 9 };
    expect(rolesOf(medians(values), 'a')).toEqual([
      { role: 'rows', time: 3 },
      { role: 'page', time: 1 },
    ]);
  });
});
