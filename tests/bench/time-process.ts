import { spawn } from 'node:child_process';

/** The milliseconds that a program took from its start to its end, and what it printed. */
export interface ProcessTime {
  readonly elapsed: number;
  readonly printed: string;
}

/** @throws when it fails */
export function timeProcess(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<ProcessTime> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ elapsed: performance.now() - start, printed });
      else reject(new Error(`${program} ended with ${code}: ${said}`));
    });
  });
}

/**
 * Returns whether a program can be run with such arguments: whether it and the packages that they name are
 * installed.
 */
export async function canRun(program: string, args: readonly string[]): Promise<boolean> {
  try {
    await timeProcess(program, args, '.');
    return true;
  } catch {
    return false;
  }
}
