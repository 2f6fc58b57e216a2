import { gatherReport } from '../../src/state/report/gather-report';
import type { ReportSource } from '../../src/state/report/report-source';
import type { ExportedJob } from '../../src/io/exports/types';
import { problem } from '../../src/core/problem';
import { err } from '../../src/core/result';

/** Gathers the report of a job whose spectra are not kept. */
export async function reportOf(
  exported: ExportedJob,
  changes: Partial<Parameters<typeof gatherReport>[0]> = {},
): Promise<ReportSource> {
  const source = await gatherReport(
    {
      exported,
      status: 'Completed',
      isSimulated: false,
      inputs: ['run.zip'],
      laboratory: null,
      controls: [],
      chosen: null,
      ...changes,
    },
    {
      evidence: () => Promise.resolve(null),
      spectrum: () =>
        Promise.resolve(err(problem('run-files-absent', 'Not kept.', 'Choose them.'))),
    },
  );
  return source!;
}

/** The elements that a report has. */
const ELEMENTS = new Set(
  (
    'html head meta title style body main div header p h1 h2 h3 section article dl dt dd ul li table thead tbody tr ' +
    'th td i strong span address img figure figcaption svg g defs clipPath rect polyline polygon path text tspan'
  ).split(' '),
);
const ATTRIBUTES =
  /^(?:class|id|lang|charset|name|content|http-equiv|scope|alt|src|width|height|role|aria-label|tabindex|viewBox|font-family|font-size|font-style|font-weight|text-anchor|transform|fill|opacity|stroke|stroke-[a-z]+|points|d|x|y|clip-path|xml:space)$/;

/**
 * Lists what in a written report is not of the program: elements and attributes that it never makes, and signs of
 * markup outside of them. It is empty, whatever names the report has.
 */
export function strangeMarkup(html: string): readonly string[] {
  const strange: string[] = [];
  const [head = '', style = '', ...rest] = html.split(/<style>|<\/style>/);
  if (/[<>]/.test(style) || rest.length !== 1) strange.push('style');
  const left = `${head}${rest.join('')}`.replace(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z:-]+="[^"<>]*")*)(\/?)>/g,
    (_, _end, name: string, attributes: string) => {
      if (!ELEMENTS.has(name)) strange.push(name);
      for (const [, attribute = ''] of attributes.matchAll(/ ([a-zA-Z:-]+)="/g)) {
        if (!ATTRIBUTES.test(attribute)) strange.push(attribute);
      }
      return '';
    },
  );
  if (/[<>]/.test(left.replace('<!doctype html>', ''))) strange.push('text');
  return strange;
}
