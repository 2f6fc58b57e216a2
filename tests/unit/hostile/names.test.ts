import { describe, expect, it } from 'vitest';
import { withoutFormulas } from '../../../src/core/formulas';
import { withoutOrders } from '../../../src/core/orders';
import { parseDelimited } from '../../../src/core/sample-sheet/parse-delimited';
import { exportCsv } from '../../../src/io/exports/csv';
import { exportFileName } from '../../../src/io/exports/file-name';
import { exportJson } from '../../../src/io/exports/json';
import { exportJsonLines } from '../../../src/io/exports/json-lines';
import { exportShort } from '../../../src/io/exports/short-table';
import { evidenceIn } from '../../../src/io/exports/evidence-reader';
import { exportedText } from '../../builders/exported-text';
import { exportTsv } from '../../../src/io/exports/tsv';
import { exportSheet } from '../../../src/io/exports/sheet';
import { exportSpectracl } from '../../../src/io/exports/spectracl';
import { type CheckReport, reportAsJson, reportAsText } from '../../../src/io/exports/check-report';
import { buildRun } from '../../builders/bruker-run';
import { run, zipOf } from '../../builders/headless-job';
import { ProgressLine } from '../../../scripts/headless/progress-line';
import { HOSTILE_NAMES, ORDERING_NAMES, ORDERS_IN_TEXT } from '../../builders/hostile-names';
import { tinyCounts, tinyPack } from '../../builders/tiny-pack';

const names: readonly string[] = Object.values(HOSTILE_NAMES);

/** Runs a job with analytes of these names, as a laboratory could type them. */
async function jobOf(names: readonly string[], title: string) {
  const spots = names.map((name, i) => ({
    spot: `A${i + 1}`,
    name,
    fid: tinyCounts('alpha', i),
    acqu: { CMT1: name },
  }));
  const pack = await tinyPack();
  const { summary, spectra, samples, evidence } = await run([zipOf(buildRun({ spots, title }))], {
    pack,
  });
  const { manifest, ref } = pack;
  const job = { name: title, token: null, createdAt: '2026-01-01T00:00:00.000Z', summary };
  const app = { name: 'ktyper', version: '0.0.0' };
  return { app, job, model: { manifest, ref }, spectra, samples, evidence: evidenceIn(evidence) };
}
const exported = await jobOf(names, HOSTILE_NAMES.script);

/** Returns the column of a table by its name. */
function column(rows: readonly (readonly string[])[], name: string): (string | undefined)[] {
  const at = rows[0]!.indexOf(name);
  return rows.slice(1).map((row) => row[at]);
}

describe('names that are markup, formulas or worse', () => {
  it('are the names of the rows, unchanged', () => {
    expect(exported.samples.map(({ name }) => name)).toEqual(names);
    expect(exported.spectra.map(({ name }) => name)).toEqual(names);
    expect(exported.job.summary?.run?.title).toBe(HOSTILE_NAMES.script);
  });

  it('are unchanged in the TSV, one line each, without text-direction marks and formulas', () => {
    const lines = [...exportTsv(exported)].join('').trimEnd().split('\n');
    const rows = lines.map((line) => line.split('\t'));
    expect(column(rows, 'sample')).toEqual(
      names.map((name) => withoutFormulas(name).replace(/^"/, `'"`)),
    );
  });

  it('are unchanged in the CSV, except for formulas, which become text', () => {
    const text = [...exportCsv(exported)].join('').replace('\ufeff', '');
    const rows = parseDelimited(text, ',').map(({ fields }) => fields);
    expect(column(rows, 'sample')).toEqual(names.map(withoutFormulas));
  });

  it('are unchanged in the JSON, and reach no prototype', async () => {
    const json = JSON.parse(await exportedText(exportJson(exported))) as {
      samples: { name: string; probabilities: object }[];
    };
    expect(json.samples.map(({ name }) => name)).toEqual(names.map(withoutOrders));
  });

  it.each(names)('%s gives a file name that is valid on every system', (name) => {
    const file = exportFileName(name, 'tsv');
    expect(file).toMatch(/^[^<>:"/\\|?*.][^<>:"/\\|?*]*\.tsv$/);
    expect(file).not.toMatch(/\p{Cc}/u);
    expect(file.length).toBeLessThan(130);
  });
});

describe('a name with control characters', () => {
  const ordering = Object.values(ORDERING_NAMES);

  it('is printed without them on the command line', () => {
    const told: string[] = [];
    const progress = new ProgressLine({ write: (text: string) => told.push(text) });
    progress.say('\u001b]0;owned\u0007\u001b[2Jrun\r\n.zip is damaged.');
    progress.say('run\u202egpj.zip is damaged.');
    expect(told).toEqual(['?]0;owned?[2Jrun?.zip is damaged.\n', 'run?gpj.zip is damaged.\n']);
  });

  it('puts none into any export, and the spectra stay distinct', async () => {
    const job = await jobOf(ordering, ordering.join(' '));
    expect(job.samples).toHaveLength(ordering.length);
    const model = { ...job.model, manifest: { ...job.model.manifest, title: ordering.join() } };
    for (const write of [
      exportTsv,
      exportCsv,
      exportShort,
      exportJson,
      exportJsonLines,
      exportSpectracl,
      exportSheet,
    ]) {
      const text = await exportedText(write({ ...job, model }));
      // Line ends, and the tabs between cells, are our own.
      expect(text.replace(/[\r\n\t]/g, '')).not.toMatch(ORDERS_IN_TEXT);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
    const lines = [...exportTsv(job)].join('').trimEnd().split('\n');
    expect(lines).toHaveLength(1 + ordering.length);
    const read: unknown = JSON.parse(await exportedText(exportJson({ ...job, model })));
    expect(textsIn(read).filter((text) => ORDERS_IN_TEXT.test(text))).toEqual([]);
    expect([...exportCsv(job)].join('')).toContain(`'=KPN+6`);
  });

  it('is matched by its run’s own sample sheet', async () => {
    const job = await jobOf(ordering, 'run');
    const sampleSheet = [...exportSheet(job)].join('');
    const spots = ordering.map((name, i) => ({
      spot: `A${i + 1}`,
      name,
      fid: tinyCounts('alpha', i),
    }));
    const again = await run([zipOf(buildRun({ spots }))], {
      pack: await tinyPack(),
      sampleSheet,
    });
    expect(again.summary?.sampleSheet).toMatchObject({
      rows: ordering.length,
      matched: ordering.length,
    });
  });

  it.each(ordering)('%j gives a file name without any', (name) => {
    expect(exportFileName(name, 'tsv')).not.toMatch(ORDERS_IN_TEXT);
  });

  it('puts none into the report of a check', () => {
    const title = ordering.join(' ');
    const report: CheckReport = {
      checkedAt: '2026-01-05T00:00:00.000Z',
      verdict: { passed: true, says: title },
      facts: [{ name: 'Model', value: title }],
      items: [],
    };
    for (const text of [reportAsText(report), reportAsJson(report)]) {
      expect(text.replaceAll('\n', '')).not.toMatch(ORDERS_IN_TEXT);
    }
    expect(textsIn(JSON.parse(reportAsJson(report))).join('')).not.toMatch(ORDERS_IN_TEXT);
  });
});

/** Returns all texts and all keys of a value from JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, kept]) => [key, ...textsIn(kept)]);
}
