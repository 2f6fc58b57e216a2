import { element, type MarkupElement } from '../markup/markup';
import { italicWords } from '../taxon-text';
import { detailsSection } from './report-details';
import { recordFacts, reportHead, runFacts, signatures } from './report-facts';
import { reportFileHtml } from './report-file';
import { controlsSection, limitsSection, methodSection } from './report-method';
import { countsSection, platesSection, warningsSection } from './report-results';
import { reviewSection, samplesSection } from './report-samples';
import type { ReportSource } from './report-source';

/** Makes a report: what stands on its pages, in the reader's language. */
export function reportBody(source: ReportSource): MarkupElement {
  const words = italicWords(source.exported.model.manifest);
  return element(
    'div.report',
    {},
    reportHead(source),
    runFacts(source, words),
    countsSection(source, words),
    warningsSection(source, words),
    platesSection(source, words),
    samplesSection(source, words),
    reviewSection(source, words),
    detailsSection(source, words),
    controlsSection(source, words),
    methodSection(source, words),
    limitsSection(source, words),
    recordFacts(source),
    signatures(),
  );
}

/** Writes a report as one file of HTML that needs nothing else. The same source gives the same file. */
export function reportHtml(source: ReportSource): string {
  return reportFileHtml(source.exported.job.name, reportBody(source));
}
