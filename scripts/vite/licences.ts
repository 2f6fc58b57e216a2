import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import license, { type Dependency } from 'rollup-plugin-license';
import { build, type Plugin } from 'vite';

/** A package of which the app has code. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Licence with its copyright lines, then the package's notices if it has any. */
  readonly text: string;
}

/** `licences.json` of a built app. */
export interface LicenceFile {
  readonly app: Licence & { readonly source: string | null };
  readonly packages: readonly Licence[];
}

/** Licences that go with that of the app. A package with another one breaks the build. */
const ALLOWED =
  '(MIT OR Apache-2.0 OR BSD-2-Clause OR BSD-3-Clause OR ISC OR BlueOak-1.0.0 OR 0BSD OR Zlib)';

/** Collects the licences of all packages of which any bundle has code: page, workers, service worker. */
export class LicenceCollector {
  readonly #root: string;
  readonly #found = new Map<string, Licence>();

  /** @param root folder of the project; `licences/NAME.txt` in it is for packages without a text */
  constructor(root: string) {
    this.#root = root;
  }

  /** For one bundle. */
  plugin(): Plugin {
    return license({
      cwd: this.#root,
      thirdParty: {
        multipleVersions: true,
        allow: { test: ALLOWED, failOnUnlicensed: true, failOnViolation: true },
        output: (packages: readonly Dependency[]) => {
          for (const each of packages) this.#add(each);
        },
      },
      // Vite runs Rollup's plugins. Only the types of some hooks differ, and this plugin has none of those.
    }) as unknown as Plugin;
  }

  all(): readonly Licence[] {
    return [...this.#found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #add({ name, version, license: identifier, licenseText, noticeText }: Dependency): void {
    if (name === null || version === null) throw new Error('A bundled package has no name');
    const own = join(this.#root, 'licences', `${name.replace('/', '__')}.txt`);
    const text = licenseText ?? (existsSync(own) ? readFileSync(own, 'utf8') : null);
    if (text === null) {
      throw new Error(`${name} comes without the text of its licence: put it into ${own}`);
    }
    this.#found.set(`${name}@${version}`, {
      name,
      version,
      licence: identifier ?? '',
      text: [text, noticeText].flatMap((part) => (part === null ? [] : [tidy(part)])).join('\n\n'),
    });
  }
}

/**
 * Writes `licences.json`, which the page shows, and `licences.txt`, the same for people, with the app's own
 * licence and the address of its source.
 *
 * @param options.worker source of the service worker, which is bundled after all files are there
 */
export function licences(
  collector: LicenceCollector,
  options: { version: string; source: string | null; worker: string },
): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'ktyper:licences',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          root,
          publicDir: false,
          logLevel: 'warn',
          plugins: [collector.plugin()],
          build: {
            write: false,
            rolldownOptions: {
              checks: { bundlerTimings: false },
              input: join(root, options.worker),
            },
          },
        });
        const { version, source } = options;
        const text = tidy(readFileSync(join(root, 'LICENSE'), 'utf8'));
        const app = { name: 'ktyper', version, licence: 'GPL-3.0-or-later', text, source };
        const file: LicenceFile = { app, packages: collector.all() };
        await writeFile(join(outDir, 'licences.json'), JSON.stringify(file));
        await writeFile(join(outDir, 'licences.txt'), licencesText(file));
      },
    },
  };
}

/** The file for people. Exported for the tests. */
export function licencesText({ app, packages }: LicenceFile): string {
  const source =
    app.source === null
      ? 'Whoever runs this copy gives its source to those who ask for it.'
      : `Its source: ${app.source}`;
  const line = '='.repeat(80);
  const parts = [app, ...packages].map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n\n${text}\n`,
  );
  const names = packages.map(({ name, version }) => `${name} ${version}`).join(', ');
  return [
    `ktyper ${app.version} is free software under the GNU General Public License, version 3 or later.`,
    source,
    '',
    `In it is code of: ${names}.`,
    'The licences follow in this order.',
    '',
    ...parts,
  ].join('\n');
}

/** Address of the source, as the setting `KTYPER_SOURCE` gives it. @throws for what is no web address */
export function sourceAddress(typed: string | undefined): string | null {
  if (typed === undefined || typed === '') return null;
  if (/^https?:/i.test(typed) && URL.canParse(typed)) return new URL(typed).href;
  throw new Error(`KTYPER_SOURCE must be a web address, and is "${typed}"`);
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
