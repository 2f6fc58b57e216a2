import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the project's folder and passes its output through.
 *
 * @returns its exit code; 127 when there is no such program
 */
export function runCommand(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') resolve(127);
      else reject(fault);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Runs a script of the project, or a package's command, with this Node. */
export function runNode(
  script: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<number> {
  return runCommand(process.execPath, ['--import', 'tsx', script, ...args], env);
}
