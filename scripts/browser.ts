import { join } from 'node:path';
import { canInstallPackages, installPackages } from './debian';
import { findProgram, isProgram } from './find-program';

/** Names of Chromium and Chrome on a search path, Chromium first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Chromium's engine in a program that has no windows: Debian's name, and that of Chrome for Testing. */
const WINDOWLESS = ['chromium-headless-shell', 'chrome-headless-shell'];

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
  return namedBrowser() ?? firstOf(NAMES) ?? PLACES.find(isProgram) ?? null;
}

/**
 * Finds the browser for the tests that run at each change: Chromium's engine without its windows where this machine
 * has it, since a test takes a fifth less in it, and else what `findBrowser` finds.
 */
export function findTestBrowser(): string | null {
  return namedBrowser() ?? firstOf(WINDOWLESS) ?? findBrowser();
}

function namedBrowser(): string | null {
  const named = process.env['KTYPER_CHROMIUM'];
  if (named === undefined || named === '') return null;
  if (!isProgram(named)) throw new Error(`KTYPER_CHROMIUM names no program: ${named}`);
  return named;
}

function firstOf(names: readonly string[]): string | null {
  return names.map(findProgram).find((path) => path !== null) ?? null;
}

/**
 * Returns a Chromium or Chrome. On Debian or Ubuntu, as root, it is installed if necessary.
 *
 * @throws Error with the command to type, when there is none and none may be installed
 */
export async function ensureBrowser(find = findBrowser): Promise<string> {
  const found = find();
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
