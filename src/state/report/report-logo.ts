import type { Logo } from '../../core/laboratory/read-logo';
import { encodeBase64 } from '../../io/job-file/base64';
import { element, type MarkupElement } from '../markup/markup';

/** Most room of a logo, px of paper. */
const BOX = { width: 260, height: 76 };

/**
 * Makes the element of a logo. A file has it within; the page, whose policy refuses such pictures, paints it instead
 * (`report-page.ts`).
 */
export function logoElement(logo: Logo, name: string): MarkupElement {
  const { width, height } = logo;
  const scale = Math.min(BOX.width / width, BOX.height / height, 1);
  return element('img.logo', {
    alt: name,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    src: `data:${logo.type};base64,${encodeBase64(logo.bytes)}`,
  });
}
