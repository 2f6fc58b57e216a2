import type { en } from './en';

/** What the English file has. Every other language has the same areas and the same messages. */
export type English = typeof en;

/** A language: for each area of the page the message of each name, in ICU MessageFormat. */
export type Language = {
  readonly [Area in keyof English]: { readonly [Name in keyof English[Area]]: string };
};

/** The key of a message: its area and its name, `results.copied`. */
export type MessageKey = {
  [Area in keyof English]: `${Area}.${Extract<keyof English[Area], string>}`;
}[keyof English];

/** The English message of a key, as a type. */
export type MessageOf<Key extends MessageKey> = Key extends `${infer Area}.${infer Name}`
  ? Area extends keyof English
    ? Name extends keyof English[Area]
      ? Extract<English[Area][Name], string>
      : never
    : never
  : never;

/** The names in a message's braces: `count` in `{count, plural, one {# sample} other {# samples}}`. */
export type Placeholder<Message extends string> = Message extends `${string}{${infer Rest}`
  ? FirstName<Rest> | Placeholder<Rest>
  : never;

type FirstName<Rest extends string> = Rest extends `${infer Head}}${string}`
  ? Head extends `${infer Name},${string}`
    ? OneWord<Name>
    : OneWord<Head>
  : never;

/** A branch of a plural stands in braces too. It has a blank, `#` or a value of its own, as no name has. */
type OneWord<Text extends string> = Text extends
  `${string} ${string}` | `${string}#${string}` | `${string}{${string}` | ''
  ? never
  : Text;

type ValueOf<
  Message extends string,
  Name extends string,
> = Message extends `${string}{${Name}, plural,${string}` ? number : string | number;

/** What is to be put into a message, by name. */
export type Values<Message extends string> = {
  readonly [Name in Placeholder<Message>]: ValueOf<Message, Name>;
};

/** The arguments that a message asks for: none, or its values. */
export type Arguments<Message extends string> = [Placeholder<Message>] extends [never]
  ? readonly []
  : readonly [values: Values<Message>];

/** The names of the tags in a message: `link` in `See <link>the help</link>.` */
export type Tag<Message extends string> = Message extends `${string}</${infer Name}>${infer Rest}`
  ? Name | Tag<Rest>
  : never;
