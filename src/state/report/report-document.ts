/* eslint-disable house/no-sentences -- These are a policy and parts of HTML. */
import { say, speaker } from '../../words/say';
import { element, type MarkupElement } from '../markup/markup';
import { writeMarkup } from '../markup/write-markup';
import { italicWords } from '../taxon-text';
import { detailsSection } from './report-details';
import { recordFacts, reportHead, runFacts, signatures } from './report-facts';
import { controlsSection, limitsSection, methodSection } from './report-method';
import { countsSection, platesSection, warningsSection } from './report-results';
import { reviewSection, samplesSection } from './report-samples';
import type { ReportSource } from './report-source';
import { pageStyles, REPORT_STYLES } from './report-styles';

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
    controlsSection(source),
    methodSection(source, words),
    limitsSection(source, words),
    recordFacts(source),
    signatures(),
  );
}

/** Allows a file its own styles and pictures, and no script at all, whatever a browser makes of it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Writes a report as one file of HTML that needs nothing else. The same source gives the same file. */
export function reportHtml(source: ReportSource): string {
  const { name } = source.exported.job;
  const html = element(
    'html',
    { lang: speaker().language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light' }),
      element('title', {}, say('report.documentTitle', { name })),
      element('style', {}, pageStyles(name) + REPORT_STYLES),
    ),
    element('body', {}, element('main', {}, reportBody(source))),
  );
  return `<!doctype html>\n${writeMarkup(html)}\n`;
}
