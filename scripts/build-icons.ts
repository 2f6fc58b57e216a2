import { chromium } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from './browser';
import { ROOT } from './run-command';
import { say } from './say';

/**
 * `npm run build-icons`: makes the PNG icons from `public/icons/ktyper.svg` with a browser. They are
 * committed, so run this after the drawing changes.
 */

/**
 * A system may cut an icon to any shape, so its drawing fills the middle four fifths and its background
 * reaches all edges. Systems that show no transparency get the background too.
 */
const ICONS = [
  { file: 'ktyper-192.png', size: 192, drawing: 1 },
  { file: 'ktyper-512.png', size: 512, drawing: 1 },
  { file: 'ktyper-maskable-512.png', size: 512, drawing: 0.8 },
  { file: 'apple-touch-icon.png', size: 180, drawing: 0.9 },
];

const folder = join(ROOT, 'public/icons');
const svg = await readFile(join(folder, 'ktyper.svg'), 'utf8');
const ground = /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? '#ffffff';

const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  for (const { file, size, drawing } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const inset = (size * (1 - drawing)) / 2;
    await page.setContent(
      `<style>svg{display:block}</style>` +
        `<body style="margin:0;background:${drawing < 1 ? ground : 'transparent'}">` +
        `<div style="position:absolute;inset:${inset}px">${svg}</div></body>`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(join(folder, file), png);
    say(`public/icons/${file}: ${size} px, ${png.length} bytes`);
    await page.close();
  }
} finally {
  await browser.close();
}
