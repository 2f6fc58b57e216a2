import { describe, expect, it } from 'vitest';
import { parseDelimited } from '../../../src/core/sample-sheet/parse-delimited';
import { exportCsv } from '../../../src/io/exports/csv';
import { exportFileName } from '../../../src/io/exports/file-name';
import { exportJson } from '../../../src/io/exports/json';
import { exportTsv } from '../../../src/io/exports/tsv';
import { buildRun } from '../../builders/bruker-run';
import { run, zipOf } from '../../builders/headless-job';
import { ProgressLine } from '../../../scripts/headless/progress-line';
import { HOSTILE_NAMES } from '../../builders/hostile-names';
import { tinyCounts, tinyPack } from '../../builders/tiny-pack';

const names: readonly string[] = Object.values(HOSTILE_NAMES);

/** A run whose analytes have these names, as a laboratory could type them. */
async function hostileJob() {
  const spots = names.map((name, i) => ({
    spot: `A${i + 1}`,
    name,
    fid: tinyCounts('alpha', i),
    acqu: { CMT1: name },
  }));
  const pack = await tinyPack();
  const title = HOSTILE_NAMES.script;
  const { summary, spectra, samples, evidence } = await run([zipOf(buildRun({ spots, title }))], {
    pack,
  });
  const { manifest, ref } = pack;
  const job = { name: title, token: null, createdAt: '2026-01-01T00:00:00.000Z', summary };
  const app = { name: 'ktyper', version: '0.0.0' };
  return { app, job, model: { manifest, ref }, spectra, samples, evidence };
}
const exported = await hostileJob();

/** Column of a table by its name. */
function column(rows: readonly (readonly string[])[], name: string): (string | undefined)[] {
  const at = rows[0]!.indexOf(name);
  return rows.slice(1).map((row) => row[at]);
}

describe('names that are markup, formulas or worse', () => {
  it('are the names of the rows, letter by letter', () => {
    expect(exported.samples.map(({ name }) => name)).toEqual(names);
    expect(exported.spectra.map(({ name }) => name)).toEqual(names);
    expect(exported.job.summary?.run?.title).toBe(HOSTILE_NAMES.script);
  });

  it('stand in the TSV as they are, a line each', () => {
    const lines = [...exportTsv(exported)].join('').trimEnd().split('\n');
    const rows = lines.map((line) => line.split('\t'));
    expect(column(rows, 'sample')).toEqual(names);
  });

  it('stand in the CSV as they are, but for a formula, which becomes text', () => {
    const text = [...exportCsv(exported)].join('').replace('\ufeff', '');
    const rows = parseDelimited(text, ',').map(({ fields }) => fields);
    expect(column(rows, 'sample')).toEqual(
      names.map((name) => (name.startsWith('=') ? `'${name}` : name)),
    );
  });

  it('stand in the JSON as they are, and reach no prototype', () => {
    const json = JSON.parse([...exportJson(exported)].join('')) as {
      samples: { name: string; probabilities: object }[];
    };
    expect(json.samples.map(({ name }) => name)).toEqual(names);
  });

  it.each(names)('%s makes the name of a file that every system takes', (name) => {
    const file = exportFileName(name, 'tsv');
    expect(file).toMatch(/^[^<>:"/\\|?*.][^<>:"/\\|?*]*\.tsv$/);
    expect(file).not.toMatch(/\p{Cc}/u);
    expect(file.length).toBeLessThan(130);
  });
});

describe('a name that gives orders to a terminal', () => {
  it('is told without them on the command line', () => {
    const told: string[] = [];
    const progress = new ProgressLine({ write: (text: string) => told.push(text) });
    progress.say('\u001b]0;owned\u0007\u001b[2Jrun\r\n.zip is damaged.');
    expect(told).toEqual(['?]0;owned?[2Jrun?.zip is damaged.\n']);
  });
});
