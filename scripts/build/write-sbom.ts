import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ROOT } from '../run-command';

interface Component {
  readonly name: string;
  readonly version: string;
}

/** What of CycloneDX's format (https://cyclonedx.org/docs/1.5/json/) is looked at or changed here. */
interface Sbom {
  serialNumber?: string;
  readonly metadata: { timestamp?: string; readonly component: { name: string } };
  components: readonly Component[];
  formulation?: readonly { readonly components: readonly Component[] }[];
}

/**
 * Writes the software bill of materials, in CycloneDX. Its components are the packages of which the app has
 * code; all others of `package-lock.json`, which built and checked it, are its formulation. npm makes it; what
 * would make two builds of one source differ (time, random number, name of the folder) is taken out.
 *
 * @param inApp the packages of which the app has code
 * @returns how many packages are in the app, and how many others
 * @throws when one that is in the app is not in `package-lock.json`
 */
export async function writeSbom(
  path: string,
  inApp: readonly Component[],
): Promise<{ readonly app: number; readonly others: number }> {
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
  const wanted = new Set(inApp.map(keyOf));
  const bundled = sbom.components.filter((one) => wanted.has(keyOf(one)));
  const others = sbom.components.filter((one) => !wanted.has(keyOf(one)));
  if (bundled.length < wanted.size) {
    const found = new Set(bundled.map(keyOf));
    const lost = [...wanted].filter((key) => !found.has(key));
    throw new Error(`In the app, but not in package-lock.json: ${lost.join(', ')}`);
  }
  sbom.components = bundled;
  sbom.formulation = [{ components: others }];
  await writeFile(path, `${JSON.stringify(sbom, null, 2)}\n`);
  return { app: bundled.length, others: others.length };
}

function keyOf({ name, version }: Component): string {
  return `${name}@${version}`;
}
