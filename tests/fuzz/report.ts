import type { Fault } from './probe';
import type { Progress } from './protocol';

export interface TargetReport {
  readonly target: string;
  readonly progress: Progress;
  readonly findings: readonly Fault[];
}

/** Prints a line for each target, and their sum. */
export function printTable(reports: readonly TargetReport[]): void {
  const sum = (of: (report: TargetReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const rate = (inputs: number, milliseconds: number) =>
    milliseconds === 0 ? '-' : String(Math.round(inputs / (milliseconds / 1000)));
  const inputs = sum(({ progress }) => progress.inputs);
  const milliseconds = sum(({ progress }) => progress.milliseconds);
  const rows = [
    ['target', 'inputs', 'a second', 'kept', 'endings', 'findings'],
    ...reports.map(({ target, progress, findings }) => [
      target,
      String(progress.inputs),
      rate(progress.inputs, progress.milliseconds),
      String(progress.kept),
      String(progress.endings.length),
      String(findings.length),
    ]),
    [
      'all',
      String(inputs),
      rate(inputs, milliseconds),
      String(sum(({ progress }) => progress.kept)),
      '',
      String(sum(({ findings }) => findings.length)),
    ],
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
    );
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}
