import { expect, test } from './app';
import { PAGES, runExample, sampleRows } from './pages';
import { watch } from './watch';

for (const scheme of ['light', 'dark'] as const) {
  test(`no page violates the policy (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const complaints = await watch(page);
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    }
    await page.goto('/');
    await runExample(page);
    await sampleRows(page).first().click();
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test('what the policy forbids is blocked, and the test above would see it', async ({ page }) => {
  const complaints = await watch(page);
  await page.goto('/');
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'a{}' }));
    const script = document.createElement('script');
    script.append('window.ran = true');
    document.body.append(script);
    new Image().src = 'https://elsewhere.example/?data=1';
  });
  // The complaints come one by one, some of them through the console.
  await expect.poll(() => complaints.join('\n')).toContain('elsewhere.example');
  await expect.poll(() => complaints).toContain('style-src-elem inline');
  await expect
    .poll(() => complaints.join('\n'))
    .toContain("This document requires 'TrustedScript' assignment.");
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('text never becomes markup, and no script starts from another origin', async ({ page }) => {
  await page.goto('/');
  const refused = await page.evaluate(() => {
    const attempts: Record<string, () => unknown> = {
      markup: () => (document.body.innerHTML = '<b>x</b>'),
      document: () => {
        document.createElement('iframe').srcdoc = '<b>x</b>';
      },
      code: () =>
        document.createElement('script').setAttribute('src', 'https://elsewhere.example/'),
      'other host': () => new Worker('https://elsewhere.example/worker.js'),
      blob: () => new Worker(URL.createObjectURL(new Blob(['close()']))),
      data: () => new Worker('data:text/javascript,close()'),
      'another policy': () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('other', { createHTML: (text: string) => text }),
    };
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch (error) {
        return error instanceof TypeError ? [name] : [];
      }
    });
  });
  expect(refused).toEqual([
    'markup',
    'document',
    'code',
    'other host',
    'blob',
    'data',
    'another policy',
  ]);
});
