import { join } from 'node:path';
import { canInstallPackages, installPackages } from './debian';
import { findProgram, isProgram } from './find-program';

/** Names that Chromium and Chrome have on a search path, the freest first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where Chrome stands when no search path leads to it. */
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
 * Arguments for a Chromium that a program starts by itself: no window, and nothing but what is asked of it.
 * @param profile folder that it keeps everything in
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

/** A Chromium or Chrome on this machine, or null. `KTYPER_CHROMIUM` goes first. */
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
 * A Chromium or Chrome; installed first on Debian or Ubuntu as root.
 *
 * @throws with the command to type, where there is none and none may be installed
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== null) return found;
  if (canInstallPackages()) {
    for (const name of ['chromium', 'chromium-browser']) {
      // Without any font a page has no width to speak of.
      await installPackages(name, 'fonts-liberation');
      const installed = findBrowser();
      if (installed !== null) return installed;
    }
  }
  throw new Error(HELP);
}
