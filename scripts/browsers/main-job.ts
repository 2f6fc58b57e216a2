import { type DrivenPage, press, until } from './driven-page';

const FILES = 'input[type=file][multiple]';
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
  const row = `document.querySelector('[role=grid][aria-label="Samples"] [role=rowgroup] [role=row]')`;
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
