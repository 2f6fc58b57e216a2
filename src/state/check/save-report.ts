import { type CheckReport, reportAsJson, reportAsText } from '../../io/exports/check-report';
import { saveFile } from '../save-file';

const formats = {
  text: { ending: 'txt', type: 'text/plain', write: reportAsText },
  json: { ending: 'json', type: 'application/json', write: reportAsJson },
} as const;

/** Downloads a report as `ktyper-check-2026-01-05.txt`. */
export function saveReport(report: CheckReport, format: keyof typeof formats): void {
  const { ending, type, write } = formats[format];
  const name = `ktyper-check-${report.checkedAt.slice(0, 10)}.${ending}`;
  saveFile(new File([write(report)], name, { type }));
}
