import type { Browser, Page } from '@playwright/test';
import { join } from 'node:path';
import { axeFaults } from './axe-faults';
import type { Stage, State } from './stage';
import { STATES } from './states';

/** A window, and what points in it. */
export interface Window {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly touch: boolean;
}

export const WINDOWS: readonly Window[] = [
  { name: 'wide', width: 1440, height: 900, touch: false },
  { name: 'tablet', width: 820, height: 1180, touch: true },
  { name: 'narrow', width: 390, height: 844, touch: true },
];

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Wanted {
  readonly window: Window;
  readonly theme: Theme;
  /** Folder of the pictures. */
  readonly folder: string;
  /** Only states whose name contains it have a picture. */
  readonly only: string;
}

/** Pixels up to which a browser draws a page as one picture; of a longer page the window is taken. */
const MOST_HEIGHT = 16_000;

/**
 * Takes a picture of every state in one window and theme, and examines it.
 *
 * @returns the findings, each beginning with the picture's name
 */
export async function takeScreens(
  browser: Browser,
  made: Omit<Stage, 'page' | 'example'>,
  { window, theme, folder, only }: Wanted,
): Promise<string[]> {
  const { width, height, touch } = window;
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    colorScheme: theme,
    reducedMotion: 'reduce',
    // It would answer before what a state answers itself.
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const stage: Stage = { ...made, page, example: '' };
  const findings: string[] = [];
  for (const state of STATES) {
    const name = `${state.name}.${window.name}.${theme}`;
    const isWanted = state.name.includes(only);
    if (!isWanted && state.alone === true) continue;
    try {
      await state.show(stage);
      if (isWanted) {
        await take(page, state, join(folder, `${name}.png`));
        for (const fault of await faultsOf(page)) findings.push(`${name}: ${fault}`);
      }
      await state.leave?.(stage);
    } catch (fault) {
      findings.push(`${name}: cannot be shown. ${(fault as Error).message}`);
    }
  }
  await context.close();
  return findings;
}

async function take(page: Page, state: State, path: string): Promise<void> {
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const fullPage = state.window === undefined && tall < MOST_HEIGHT;
  await page.screenshot({ path, fullPage, animations: 'disabled' });
}

async function faultsOf(page: Page): Promise<string[]> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  const found = await axeFaults(page);
  return scrollWidth <= clientWidth
    ? found
    : [...found, `The page is ${scrollWidth} px wide, and its window ${clientWidth} px.`];
}
