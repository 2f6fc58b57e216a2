/* eslint-disable house/no-sentences -- These are a policy and parts of HTML. */
import { say, speaker } from '../../words/say';
import { element, type MarkupElement } from '../markup/markup';
import { writeMarkup } from '../markup/write-markup';
import { pageStyles, REPORT_STYLES } from './report-styles';

/** Allows a file its own styles and pictures, and no script at all, whatever a browser makes of it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * Writes what stands on the pages of a report as one file of HTML that needs nothing else.
 *
 * @param name of the run or the cohort, which the edges of each page have
 */
export function reportFileHtml(name: string, body: MarkupElement): string {
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
    element('body', {}, element('main', {}, body)),
  );
  return `<!doctype html>\n${writeMarkup(html)}\n`;
}
