import { readWorkbook } from '../../src/io/read-workbook';
import { listen } from '../serve/listen';
import { createStaticServer } from '../serve/static-server';
import { writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type DrivenPage, press, until } from './driven-page';
import {
  classifyRun,
  exportJob,
  exportWorkbook,
  leaveRun,
  lookAtEvidence,
  openJobFile,
  openApp,
  type RunOutput,
  untilCompleted,
} from './main-job';
import { sameResults } from './same-results';

/** Each is left as soon as its end is shown, while it is written: of WebKit's, some once stood still after that. */
const RUNS_WITHOUT_HOST = 4;

/**
 * Takes the main job through a browser, step by step.
 *
 * @param app folder of the built app, served as every host should
 * @param folder a folder for a job's file
 * @returns what the run gave, and the example run without the host
 * @throws with what the page shows at the step that fails
 */
export async function takeSteps(
  page: DrivenPage,
  app: string,
  run: string,
  folder: string,
  tell: (line: string) => void,
): Promise<readonly RunOutput[]> {
  const server = createStaticServer(app);
  let output: RunOutput;
  let jobFile: string;
  const url = `http://localhost:${await listen(server, 0)}/`;
  try {
    await openApp(page, url);
    tell('the app is open, and kept');
    await classifyRun(page, url, run);
    tell('a run is classified');
    await lookAtEvidence(page);
    tell('its evidence is shown');
    output = JSON.parse(await exportJob(page, 'JSON')) as RunOutput;
    const table = await exportJob(page, 'CSV');
    const lines = table.trim().split('\n').length - 1;
    if (lines < output.samples.length) throw new Error(`The CSV has ${lines} rows.`);
    const book = await readWorkbook(new Blob([await exportWorkbook(page)]), () => true, 'job.xlsx');
    const rows = book.ok ? book.value.length - 1 : 0;
    if (rows < output.samples.length) throw new Error(`The workbook has ${rows} samples.`);
    jobFile = await exportJob(page, 'Job file');
    tell(`${output.samples.length} samples are exported`);

    await page.goto(`${url}jobs`);
    await until(
      page,
      'the job in the history',
      `document.querySelector('table')?.innerText.includes('Completed')`,
    );
    tell('the history has the job');
    await leaveRun(page, url, run);
    tell('a run that is left while it works is completed');
  } finally {
    stop(server);
  }
  // Before any other address: WebKit under WebDriver was seen to forget the files that an address kept, some seconds
  // after its last page is left.
  for (let run = 0; run < RUNS_WITHOUT_HOST; run++) {
    await page.goto(url);
    await press(page, 'Try the example run');
    await untilCompleted(page);
  }
  tell('runs are classified without the host');
  const withoutHost = JSON.parse(await exportJob(page, 'JSON')) as RunOutput;
  // Another address has a storage of its own, as another computer has.
  const other = createStaticServer(app);
  try {
    await openApp(page, `http://localhost:${await listen(other, 0)}/`);
    const file = join(folder, 'job.ktyper.json');
    await writeFile(file, jobFile);
    await openJobFile(page, file);
    const opened = JSON.parse(await exportJob(page, 'JSON')) as RunOutput;
    const { isSame, text } = sameResults([output], [opened]);
    if (!isSame) throw new Error(`Opened from its file, the job has ${text}`);
    tell('the job is opened elsewhere from its file');
  } finally {
    stop(other);
  }
  return [output, withoutHost];
}

function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}
