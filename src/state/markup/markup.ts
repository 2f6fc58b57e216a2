/** Values of attributes. One that is absent is null. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element of HTML or SVG. Names of elements and attributes are the program's own; all else may be anybody's text. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
}

/** An element, or text. */
export type Markup = MarkupElement | string;

/** What an element may be given as its content: nothing, and lists of lists, for conditions and loops. */
export type Content = Markup | null | readonly Content[];

/**
 * Makes an element. A document is made of such values, and written as a file or built in the page: no text of a
 * stranger is ever put together with a tag, and the page needs no text that becomes markup, which its policy refuses.
 *
 * @param name with a class or several behind it: `p.small.muted`
 */
export function element(
  name: string,
  attributes: Attributes = {},
  ...content: Content[]
): MarkupElement {
  const [tag = '', ...classes] = name.split('.');
  const named = classes.length === 0 ? {} : { class: classes.join(' ') };
  return { name: tag, attributes: { ...named, ...attributes }, children: flat(content) };
}

function flat(content: readonly Content[]): readonly Markup[] {
  return content.flatMap((one) => {
    if (one === null || one === '') return [];
    return typeof one === 'string' || 'name' in one ? one : flat(one);
  });
}

/** The elements that are drawings, with all that is in them. */
export const DRAWING = 'svg';
/** The element that is a picture from elsewhere. */
export const PICTURE = 'img';
