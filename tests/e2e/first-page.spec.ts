import { expect, test } from './app';
import { runExample } from './pages';

test('the first page shows what goes in, what happens and what comes out', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Identify Klebsiella species from MALDI-TOF spectra',
  );
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(3);
  for (const picture of await page.getByRole('main').getByRole('img').all()) {
    await expect(picture).toBeVisible();
    await expect(picture).toHaveAttribute('aria-label', /\w{4}/);
  }
  await expect(page.getByRole('button', { name: 'Try the example run' })).toBeVisible();

  await runExample(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Last jobs' })).toBeVisible();
  await expect(page.getByRole('img')).toHaveCount(0);
  await page.getByText('What ktyper does').click();
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(3);
});

test('the app offers to be installed where the browser can install it, and nowhere else', async ({
  page,
}) => {
  await page.goto('/');
  const install = page.getByRole('button', { name: 'Install ktyper' });
  await expect(page.getByRole('button', { name: 'Try the example run' })).toBeVisible();
  await expect(install).toHaveCount(0);
  await page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        document.title = 'asked';
        return Promise.resolve({ outcome: 'accepted' });
      },
    });
    dispatchEvent(event);
  });
  await install.click();
  await expect(page).toHaveTitle('asked');
  await expect(install).toHaveCount(0);
});
