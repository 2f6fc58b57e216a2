import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ROOT } from '../run-command';

/** What of CycloneDX's format (https://cyclonedx.org/docs/1.5/json/) is looked at or changed here. */
interface Sbom {
  serialNumber?: string;
  readonly metadata: { timestamp?: string; readonly component: { name: string } };
  readonly components: readonly { readonly name: string; readonly version: string }[];
}

/**
 * Writes the software bill of materials, in CycloneDX, of all packages in `package-lock.json`: those that
 * are in the app, and those that built and checked it, marked as development. npm makes it; what would
 * make two builds of one source differ (time, random number, name of the folder) is taken out.
 *
 * @returns how many packages it lists
 */
export async function writeSbom(path: string): Promise<number> {
  // Without the last one, npm would leave out what a production build does not install.
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--include=dev'];
  // The npm that runs this script, where one does.
  const npm = process.env['npm_execpath'];
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { stdout } = await promisify(execFile)(program, [...first, ...args], {
    cwd: ROOT,
    maxBuffer: 64e6,
  });
  const sbom = JSON.parse(stdout) as Sbom;
  delete sbom.serialNumber;
  delete sbom.metadata.timestamp;
  sbom.metadata.component.name = 'ktyper';
  await writeFile(path, `${JSON.stringify(sbom, null, 2)}\n`);
  return sbom.components.length;
}
