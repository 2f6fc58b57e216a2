import { resolve } from 'node:path';
import { duration, say } from '../../scripts/say';
import { writeFixture } from './fixtures';
import { faultOf, minimise } from './minimise';
import type { FuzzRunOptions } from './options';
import { signOf, type Fault } from './probe';
import type { Progress } from './protocol';
import { Reader } from './reader';
import { printTable, type TargetReport } from './report';
import type { Bytes } from './target';
import { findTarget } from './targets';

/** A target that loses this many processes is given up, since they will have the same cause. */
const MOST_LOST = 20;

/** @returns how many faults were found */
export async function fuzzAll(options: FuzzRunOptions): Promise<number> {
  say(`Seed ${options.seed}.`);
  const reader = new Reader();
  const shares = options.targets.map((name) => findTarget(name).share ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const reports: TargetReport[] = [];
  let before = 0;
  for (const [i, target] of options.targets.entries()) {
    const until = before + shares[i]!;
    // Rounded so that the numbers of all targets add up to the requested number.
    const upTo = (share: number) => Math.round((options.inputs * share) / whole);
    const inputs = options.inputs === Infinity ? Infinity : upTo(until) - upTo(before);
    const time = (options.minutes * 60_000) / options.targets.length;
    before = until;
    const report = await fuzzOne(reader, target, inputs, time, options);
    reports.push(report);
    const { progress, findings } = report;
    say(
      `${target}: ${progress.inputs} inputs in ${duration(progress.milliseconds)}, ` +
        `${findings.length === 0 ? 'nothing found' : `${findings.length} FOUND`}`,
    );
  }
  await reader.close();
  printTable(reports);
  return reports.reduce((sum, { findings }) => sum + findings.length, 0);
}

async function fuzzOne(
  reader: Reader,
  target: string,
  inputs: number,
  time: number,
  options: FuzzRunOptions,
): Promise<TargetReport> {
  const findings: { input: Bytes; fault: Fault }[] = [];
  const signs = new Set<string>();
  const find = (input: Bytes, fault: Fault): void => {
    if (signs.has(signOf(fault))) return;
    signs.add(signOf(fault));
    findings.push({ input, fault });
    say(`${target}: ${fault.kind}, ${fault.text}`);
  };

  let total: Progress = { inputs: 0, milliseconds: 0, kept: 0, endings: [] };
  for (let round = 0; round < MOST_LOST; round++) {
    let progress: Progress = { inputs: 0, milliseconds: 0, kept: 0, endings: [] };
    const lost = await reader.perform(
      {
        kind: 'fuzz',
        target,
        seed: options.seed,
        round,
        inputs: inputs - total.inputs,
        time: time - total.milliseconds,
        corpus: options.corpus === null ? null : resolve(options.corpus),
      },
      (message) => {
        if (message.kind === 'progress') progress = message.progress;
        else if (message.kind === 'finding') find(message.input, message.fault);
      },
    );
    total = {
      inputs: total.inputs + progress.inputs,
      milliseconds: total.milliseconds + progress.milliseconds,
      kept: total.kept + progress.kept,
      endings: [...new Set([...total.endings, ...progress.endings])],
    };
    if (lost === null) break;
    // On a busy computer an input may wait for the processor longer than it is waited for.
    const isOnce =
      lost.fault.kind === 'hang' && (await faultOf(reader, target, lost.input)) === null;
    if (isOnce) say(`${target}: an input did not end in time, and did when it was read again`);
    else find(lost.input, lost.fault);
  }

  for (const { input, fault } of findings) {
    const smallest = await minimise(reader, target, input, fault);
    say(
      `${target}: ${fault.text}\n  made smaller from ${input.length} to ${smallest.length} bytes`,
    );
    if (options.keepFixtures) {
      const fixture = { target, seed: options.seed, found: fault, input: smallest };
      say(`  tests/fuzz/inputs/${writeFixture(fixture)}`);
    }
  }
  return { target, progress: total, findings: findings.map(({ fault }) => fault) };
}
