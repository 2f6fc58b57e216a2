import { type DrivenPage, press, until } from './driven-page';

const FILES = 'input[type=file][multiple]';
const ROWS = '[role=grid][aria-label="Samples"] [role=rowgroup] [role=row]';
/** Keeps the last file that the page makes for a download, for this program to read. */
const CAPTURE = `(() => {
  globalThis.lastBlob = null;
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    if (object instanceof Blob) globalThis.lastBlob = object;
    return create(object);
  };
  return null;
})()`;
/** Whether the page would let a person go without a question. */
const MAY_BE_LEFT = `dispatchEvent(new Event('beforeunload', { cancelable: true }))`;
const STATUS = `document.querySelector('h1')?.textContent ?? ''`;

/** What a browser gave for a run. */
export interface RunOutput {
  readonly samples: readonly {
    readonly name: string;
    readonly call: unknown;
    readonly probabilities: readonly number[] | Readonly<Record<string, number>> | null;
    readonly evidence: unknown;
  }[];
}

/** Opens the app, once it is kept for work without a network. */
export async function openApp(page: DrivenPage, url: string): Promise<void> {
  await page.goto(url);
  await until(
    page,
    'the app to be kept',
    `document.querySelector('footer')?.innerText.includes('Ready to work offline')`,
  );
}

/** Gives a run to the page, as its file picker does, and waits for the end of the job. */
export async function classifyRun(page: DrivenPage, url: string, path: string): Promise<void> {
  await page.goto(url);
  await until(page, 'the place for files', `document.querySelector('${FILES}')`);
  await page.chooseFiles(FILES, [path]);
  await untilCompleted(page);
}

/**
 * Leaves a run by the address bar while its rows are written, for the list of jobs. The job is gone on with there;
 * where the browser keeps no files, as WebKit does under WebDriver, it asks for them. Then goes back to the job.
 */
export async function leaveRun(page: DrivenPage, url: string, path: string): Promise<void> {
  await page.goto(url);
  await until(page, 'the place for files', `document.querySelector('${FILES}')`);
  await page.chooseFiles(FILES, [path]);
  await until(page, 'a row of the run', `document.querySelector('${ROWS}')`);
  const job = await page.evaluate<string>('location.href');
  await page.goto(`${url}jobs`);
  const link = `[...document.querySelectorAll('table a')].find(({ href }) => href === '${job}')`;
  const row = `${link}?.closest('tr').innerText`;
  await until(page, 'the end of the job that was left', `/Completed|Interrupted/.test(${row})`);
  if (await page.evaluate<boolean>(`${row}.includes('Interrupted')`)) {
    await page.goto(job);
    await until(page, 'the place for its files', `document.querySelector('${FILES}')`);
    await page.chooseFiles(FILES, [path]);
    await untilCompleted(page);
    await until(page, 'the job to be stored', MAY_BE_LEFT);
  }
  await page.goto(`${url}jobs`);
  await until(page, 'the job completed', `${row}?.includes('Completed')`);
  await page.goto(job);
  await untilCompleted(page);
  await page.goto(`${url}jobs`);
  await page.goBack();
  await untilCompleted(page);
}

/** Gives a job's file to the start page, and waits for the job. */
export async function openJobFile(page: DrivenPage, path: string): Promise<void> {
  await until(page, 'the place for files', `document.querySelector('${FILES}')`);
  await page.chooseFiles(FILES, [path]);
  await untilCompleted(page);
}

/** Waits until the job on the page is completed. */
export async function untilCompleted(page: DrivenPage): Promise<void> {
  await until(page, 'the job to be completed', `(${STATUS}).includes('Completed')`);
}

/** Opens the first sample's panel, and waits for its spectrum and for the markers that decide. */
export async function lookAtEvidence(page: DrivenPage): Promise<void> {
  const row = `document.querySelector('${ROWS}')`;
  await until(page, 'a row of the table', row);
  await page.evaluate(`(${row}.click(), null)`);
  await until(
    page,
    'the panel',
    `document.querySelector('[role=region] canvas, aside canvas, canvas')`,
  );
  await until(
    page,
    'the markers that decide',
    `/m\\/z/.test(document.querySelector('main').innerText)`,
  );
}

/** Exports the job on the page in a format of its menu that is text. */
export async function exportJob(page: DrivenPage, label: string): Promise<string> {
  await exportFile(page, label);
  return page.evaluate<string>('globalThis.lastBlob.text()');
}

/** Exports the job on the page as a workbook. */
export async function exportWorkbook(page: DrivenPage): Promise<Uint8Array<ArrayBuffer>> {
  await exportFile(page, 'Excel workbook');
  const bytes = await page.evaluate<string>(
    `globalThis.lastBlob.arrayBuffer().then((buffer) => Array.from(new Uint8Array(buffer)).join())`,
  );
  return Uint8Array.from(bytes.split(','), Number);
}

async function exportFile(page: DrivenPage, label: string): Promise<void> {
  await page.evaluate(CAPTURE);
  await press(page, 'Export');
  await press(page, label);
  await until(page, `the export as ${label}`, 'globalThis.lastBlob');
}
