import { join } from 'node:path';
import { canInstallPackages, installPackages } from './debian';
import { findProgram, isProgram } from './find-program';

/** Names of Chromium and Chrome on a search path, Chromium first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Places of Chrome that are on no search path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

const HELP = `No Chromium or Chrome was found. Install one, for example with one of
  sudo apt-get install -y chromium      (Debian; chromium-browser on Ubuntu)
  sudo dnf install -y chromium          (Fedora)
  brew install --cask chromium          (macOS)
  winget install Google.Chrome          (Windows)
or name one in the environment: KTYPER_CHROMIUM=/path/to/chrome`;

/**
 * Returns the arguments for a Chromium that a program starts by itself: without a window, and without work of
 * its own.
 *
 * @param profile the folder for all of its files
 */
export function browserArguments(profile: string): string[] {
  return [
    '--headless=new',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // As root, as in most containers, Chromium's own sandbox cannot start.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * Finds a Chromium or Chrome on this machine; null when there is none. `KTYPER_CHROMIUM` takes precedence.
 */
export function findBrowser(): string | null {
  const named = process.env['KTYPER_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`KTYPER_CHROMIUM names no program: ${named}`);
    return named;
  }
  const onPath = NAMES.map(findProgram).find((path) => path !== null);
  return onPath ?? PLACES.find(isProgram) ?? null;
}

/**
 * Returns a Chromium or Chrome. On Debian or Ubuntu, as root, it is installed if necessary.
 *
 * @throws Error with the command to type, when there is none and none may be installed
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== null) return found;
  if (canInstallPackages()) {
    for (const name of ['chromium', 'chromium-browser']) {
      // Without any font, text has hardly any width.
      await installPackages(name, 'fonts-liberation');
      const installed = findBrowser();
      if (installed !== null) return installed;
    }
  }
  throw new Error(HELP);
}
