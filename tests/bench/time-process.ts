import { spawn } from 'node:child_process';

/** Milliseconds that a program takes from its start to its end. @throws when it fails */
export function timeProcess(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - start);
      else reject(new Error(`${program} ended with ${code}: ${said}`));
    });
  });
}

/** Whether a Python program can import what the reference needs. */
export async function hasNumpyAndScipy(python: string): Promise<boolean> {
  try {
    await timeProcess(python, ['-c', 'import numpy, scipy.signal'], '.');
    return true;
  } catch {
    return false;
  }
}
