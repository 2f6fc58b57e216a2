import { existsSync, readFileSync } from 'node:fs';
import { runCommand } from './run-command';
import { say } from './say';

/** Returns whether this is Debian or Ubuntu, and packages may be installed. */
export function canInstallPackages(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Installs packages of the distribution. Call it only if `canInstallPackages` says so.
 *
 * @returns whether apt succeeded
 */
export async function installPackages(...names: readonly string[]): Promise<boolean> {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  say(`Installing the distribution's own ${names.join(', ')} with apt-get ...`);
  // Updating the lists may fail in part (one mirror down); what counts is whether the package is installed.
  await runCommand('apt-get', ['-qq', 'update'], quiet);
  const install = ['-qq', 'install', '-y', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0'];
  return (await runCommand('apt-get', [...install, ...names], quiet)) === 0;
}
