import { withoutOrders } from '../../core/orders';
import { DRAWING, PICTURE, type Markup, type MarkupElement } from './markup';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes the element that the page shows in place of a picture. */
type PictureOf = (picture: MarkupElement) => Element;

/**
 * Builds an element with all that is in it. A text stays a text, whatever it looks like.
 *
 * @param pictureOf makes the element in place of each picture, since the page's policy refuses those that are not files of it
 */
export function buildMarkup(
  markup: MarkupElement,
  document: Document,
  pictureOf: PictureOf,
): Element {
  return build(markup, false, { document, pictureOf });
}

interface Builder {
  readonly document: Document;
  readonly pictureOf: PictureOf;
}

function build(markup: MarkupElement, isWithin: boolean, builder: Builder): Element {
  if (markup.name === PICTURE) return builder.pictureOf(markup);
  const { document } = builder;
  const isDrawing = isWithin || markup.name === DRAWING;
  const built = isDrawing
    ? document.createElementNS(SVG, markup.name)
    : document.createElement(markup.name);
  for (const [name, value] of Object.entries(markup.attributes)) {
    // The namespace of an element is its own already, and that of `xml:space` is needed in files alone.
    if (value === null || name === 'xmlns' || name.includes(':')) continue;
    built.setAttribute(name, withoutOrders(String(value)));
  }
  built.append(...markup.children.map((child) => nodeOf(child, isDrawing, builder)));
  return built;
}

function nodeOf(child: Markup, isDrawing: boolean, builder: Builder): Node | string {
  return typeof child === 'string' ? withoutOrders(child) : build(child, isDrawing, builder);
}
