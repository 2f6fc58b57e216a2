import { describe, expect, it } from 'vitest';
import { readModelPack } from '../../../scripts/headless/model-pack';
import { exportReport } from '../../../scripts/headless/report';
import { readSimulatorFacts } from '../../../models/ribosomal-klebsiella/read-simulator-facts';
import type { ExportedJob } from '../../../src/io/exports/types';
import { writeBiotyperRun } from '../../../src/simulate/write-run';
import { folderOf, run } from '../../builders/headless-job';
import { strangeMarkup } from '../../builders/report';

/** Sees of a report its headings, the heads of its tables, and how many rows and drawings it has. */
function outlineOf(html: string): readonly string[] {
  const parts = /<h([123])[^>]*>(.*?)<\/h\1>|<thead>(.*?)<\/thead>|<tbody>(.*?)<\/tbody>|<(svg) /gs;
  return [...html.matchAll(parts)].map(([, level, heading, head, body, drawing]) => {
    if (level !== undefined) return `${'#'.repeat(Number(level))} ${heading}`;
    if (head !== undefined) {
      return [...head.matchAll(/<th [^>]*>([^<]*)/g)].map(([, text]) => text).join(' | ');
    }
    if (body !== undefined) return `${body.match(/<tr>/g)?.length ?? 0} rows`;
    return drawing ?? '';
  });
}

describe('the report of a simulated run', () => {
  it('has all its parts, with plots where they decide', async () => {
    const files = folderOf([...writeBiotyperRun(readSimulatorFacts(), { spots: 12, seed: 1 })]);
    const pack = await readModelPack(null);
    if (!pack.ok) throw new Error(pack.error.kind);
    const { samples, spectra, evidence, summary } = await run(files, { pack: pack.value });
    const { manifest, ref } = pack.value;
    const exported: ExportedJob = {
      app: { name: 'ktyper', version: '1.2.3', commit: null },
      job: { name: 'Run', token: null, createdAt: '2026-11-23T09:30:00.000Z', summary },
      model: { manifest, ref },
      samples,
      spectra,
    };
    const end = { files, sampleSheet: null, grouping: null, failure: null, isStopped: false };
    let html = '';
    const wish = { language: 'en', laboratory: null } as const;
    for await (const piece of exportReport(exported, evidence, end, wish)) html += piece;
    expect(strangeMarkup(html)).toEqual([]);
    expect(html).not.toMatch(/NaN|undefined|\[object/);
    expect(outlineOf(html)).toMatchInlineSnapshot(`
      [
        "# Run",
        "## Run",
        "## Counts by call",
        "Call | Samples",
        "7 rows",
        "## Plate",
        "svg",
        "## Samples",
        "Sample | Spot | Call | Confidence | What to do | Quality | Note",
        "12 rows",
        "## Samples that need attention",
        "### SIM-004, A4",
        "svg",
        "svg",
        "### SIM-009, A9",
        "svg",
        "svg",
        "## Controls",
        "## Method",
        "## Limits",
        "## Versions and checksums",
        "## Signatures",
      ]
    `);
  });
});
