import type { Control } from '../../core/controls/control';
import type { Laboratory } from '../../core/laboratory/laboratory';
import type { Logo } from '../../core/laboratory/read-logo';
import { safeFileName } from '../../io/exports/safe-file-name';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { KtyperDatabase } from '../../storage/database';
import { readReviews } from '../../storage/reviews';
import { exportedJob } from '../export-results';
import type { JobSession } from '../jobs/job-session.svelte';
import { jobStatusWord } from '../jobs/job-words';
import { buildMarkup } from '../markup/build-markup';
import type { SpectrumLibrary } from '../spectrum/spectrum-library';
import { gatherReport } from './gather-report';
import { reportBody, reportHtml } from './report-document';
import type { ReportSource } from './report-source';
import { pageStyles, REPORT_STYLES } from './report-styles';

interface PageReport {
  readonly db: KtyperDatabase;
  readonly session: JobSession;
  readonly library: SpectrumLibrary;
  readonly laboratory: Laboratory | null;
  readonly controls: readonly Control[];
  /** Indices of the samples that a person chose; null for those that need attention. */
  readonly chosen: readonly number[] | null;
  readonly appVersion: string;
}

/**
 * Gathers the report of a job that is shown. Null where the job has no model, and once the signal is aborted. Without
 * the review that a person has made there is none: nobody may sign it.
 */
export async function gatherPageReport(
  { db, session, library, laboratory, controls, chosen, appVersion }: PageReport,
  signal: AbortSignal,
): Promise<Result<ReportSource, Problem> | null> {
  const { record } = session;
  const reviews = await readReviews(db, record.token, 0);
  if (!reviews.ok) return reviews;
  const exported = exportedJob(session, { shown: null, reviews: reviews.value }, appVersion);
  if (exported === null) return null;
  const source = await gatherReport(
    {
      exported,
      laboratory,
      controls,
      chosen,
      status: jobStatusWord(record.status),
      isSimulated: record.origin === 'example',
      inputs: record.inputs.map(({ path }) => path),
    },
    {
      async evidence({ index }) {
        const read = await session.evidence(index);
        return read.ok ? read.value : null;
      },
      spectrum: (row, bins) => library.read(record.token, row, bins),
    },
    signal,
  );
  return source && ok(source);
}

/** Whether the browser writes at the edges of a page what its styles say: which page of how many it is. */
export function hasPageEdges(): boolean {
  return 'CSSMarginRule' in window;
}

/**
 * Puts a report into an element of the page: its styles and those of the page stay apart.
 *
 * @returns a function that takes it away; null once the signal is aborted
 */
export async function showReport(
  host: HTMLElement,
  source: ReportSource,
  signal: AbortSignal,
): Promise<(() => void) | null> {
  const logo = source.laboratory?.logo ?? null;
  const picture = logo === null ? null : await decodeLogo(logo);
  // A newer report may be shown meanwhile.
  if (signal.aborted) return null;
  const body = buildMarkup(reportBody(source), document, ({ attributes }) =>
    paintedLogo(picture, attributes),
  );
  picture?.close();
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet(REPORT_STYLES)];
  root.replaceChildren(body);
  if (!hasPageEdges()) root.append(pageEdge(source));
  const edges = styleSheet(pageStyles(source.exported.job.name));
  document.adoptedStyleSheets.push(edges);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== edges);
  };
}

/** Unpacks a picture. Null where the browser cannot. */
export async function decodeLogo({ bytes, type }: Logo): Promise<ImageBitmap | null> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type });
  return createImageBitmap(blob).catch(() => null);
}

/** Returns a report as a file, which opens in any browser. */
export function reportFile(source: ReportSource): File {
  const name = safeFileName(source.exported.job.name, 'results');
  return new File([reportHtml(source)], `${name}.report.html`, { type: 'text/html' });
}

/** Points of a painted logo to a pixel, so that it is sharp on paper. */
const DENSITY = 3;

function paintedLogo(
  picture: ImageBitmap | null,
  attributes: Readonly<Record<string, string | number | null>>,
): Element {
  const canvas = document.createElement('canvas');
  const [width, height] = [Number(attributes['width']), Number(attributes['height'])];
  canvas.width = DENSITY * width;
  canvas.height = DENSITY * height;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.className = 'logo';
  const words = String(attributes['alt'] ?? '');
  if (words === '') canvas.setAttribute('aria-hidden', 'true');
  else {
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', words);
  }
  const context = picture === null ? null : canvas.getContext('2d');
  if (context !== null && picture !== null) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** What stands on each page where the browser writes nothing at its edges. */
function pageEdge({ exported }: ReportSource): Element {
  const edge = document.createElement('div');
  edge.classList.add('edge', 'shown');
  edge.textContent = exported.job.name;
  edge.setAttribute('aria-hidden', 'true');
  return edge;
}

function styleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
