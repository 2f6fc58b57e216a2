/* eslint-disable house/no-sentences -- These are styles. */
import { withoutOrders } from '../../core/orders';
import { say } from '../../words/say';

/** Most characters of a run's name at the edge of each page. */
const MOST_NAME = 70;

/**
 * The edges of each page: the run's name, the use, and which page of how many it is. Paper of any size has them: the
 * size is chosen where it is printed.
 */
export function pageStyles(name: string): string {
  const shown = [...withoutOrders(name)];
  const short = shown.length > MOST_NAME ? `${shown.slice(0, MOST_NAME).join('')}…` : name;
  const [n, of] = ['\u{f0010}', '\u{f0011}'];
  const page = say('report.pageOf', { page: n, pages: of })
    .split(/(\u{f0010}|\u{f0011})/u)
    .map((part) => (part === n ? 'counter(page)' : part === of ? 'counter(pages)' : cssText(part)))
    .join(' ');
  const font = 'font: 8pt Arial, "Liberation Sans", Helvetica, sans-serif; color: #000;';
  return `@page {
  margin: 16mm 14mm 17mm;
  @top-left { content: ${cssText(short)}; ${font} white-space: nowrap; }
  @bottom-left { content: ${cssText(say('common.researchUse'))}; ${font} }
  @bottom-right { content: ${page}; ${font} white-space: nowrap; }
}
`;
}

/** Writes any text as a value of a style: all but letters of any script, digits and blanks as their numbers. */
export function cssText(text: string): string {
  const written = withoutOrders(text).replace(
    /[^\p{L}\p{N}\p{M} ]/gu,
    (sign) => `\\${sign.codePointAt(0)!.toString(16)} `,
  );
  return `"${written}"`;
}

/**
 * The styles of what is on the pages, without a colour that says anything by itself. A report has no others, in a file
 * and in the page alike.
 */
export const REPORT_STYLES = `
:host, .report {
  display: block;
  box-sizing: border-box;
  color-scheme: light;
  color: #000;
  background: #fff;
  font: 10pt/1.35 Arial, "Liberation Sans", Helvetica, sans-serif;
  text-align: left;
  overflow-wrap: anywhere;
  -webkit-print-color-adjust: exact;
  print-color-adjust: exact;
}
*, *::before { box-sizing: border-box; }
body { margin: 0; }
h1 { margin: 2pt 0 6pt; font-size: 19pt; line-height: 1.2; outline: none; }
h2 { margin: 16pt 0 5pt; padding-bottom: 2pt; border-bottom: 1.2pt solid #000; font-size: 12.5pt; line-height: 1.25; break-after: avoid; }
h3 { margin: 0 0 4pt; font-size: 11pt; break-after: avoid; }
p { margin: 0 0 5pt; orphans: 3; widows: 3; }
i { font-style: italic; }
.laboratory { display: flex; flex-wrap: wrap; align-items: center; gap: 8pt 14pt; margin-bottom: 12pt; padding-bottom: 8pt; border-bottom: 0.6pt solid #000; }
.logo { flex: none; max-width: 100%; }
address { display: grid; min-width: 0; font-style: normal; line-height: 1.3; }
address strong { font-size: 12pt; }
.kind { margin: 0; letter-spacing: 0.04em; }
.use { margin: 0 0 4pt; padding: 4pt 8pt; border: 1.2pt solid #000; font-weight: bold; }
dl { display: grid; grid-template-columns: minmax(90pt, max-content) minmax(0, 1fr); gap: 2pt 14pt; margin: 0 0 6pt; break-inside: avoid; }
dl + .small { break-before: avoid; }
dt { max-width: 130pt; color: #333; }
dd { margin: 0; min-width: 0; }
ul { margin: 0 0 6pt; padding-left: 14pt; }
li { margin-bottom: 2pt; }
table { width: 100%; margin: 2pt 0 8pt; border-collapse: collapse; font-size: 8.5pt; line-height: 1.25; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 2.5pt 6pt 2.5pt 0; border-bottom: 0.5pt solid #888; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: break-word; }
td { overflow-wrap: anywhere; }
thead th { border-bottom: 1pt solid #000; font-weight: bold; overflow-wrap: normal; }
th:last-child, td:last-child { padding-right: 0; }
tbody th.name { font-weight: bold; overflow-wrap: anywhere; min-width: 46pt; }
td.word { overflow-wrap: normal; }
td.long { width: 30%; font-size: 8pt; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
table:has(th.number) { width: auto; min-width: 50%; }
.nowrap { white-space: nowrap; }
.line { display: block; }
.small, figcaption { font-size: 8pt; color: #333; }
.fixed { font-family: "DejaVu Sans Mono", Consolas, Menlo, monospace; font-size: 0.86em; overflow-wrap: anywhere; }
figure { margin: 3pt 0 4pt; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; }
article { margin: 0 0 7pt; padding-top: 5pt; border-top: 0.6pt solid #888; break-inside: avoid; }
article:first-of-type { border-top: 0; padding-top: 2pt; }
article dl { margin-bottom: 3pt; font-size: 8.5pt; line-height: 1.3; break-after: avoid; }
article figure + figure { margin-top: 2pt; }
section:last-child { break-inside: avoid; }
.signature { display: grid; grid-template-columns: 1fr 1.4fr 0.8fr; gap: 16pt; margin-top: 26pt; }
.signature span { padding-top: 3pt; border-top: 0.8pt solid #000; }
.edge { display: none; }
@media print {
  .edge.shown { display: block; position: fixed; bottom: 0; left: 0; right: 0; font-size: 8pt; }
}
@media screen {
  .report { max-width: 190mm; margin: 0 auto; padding: 12mm; }
  :host { overflow-x: auto; }
}
@media screen and (max-width: 639px) {
  .report { padding: 12px; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dt { max-width: none; }
  dd { margin-bottom: 4pt; }
}
`;
