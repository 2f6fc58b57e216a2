/**
 * What is used here of `sax` 1.6. The package's published types bring those of Node along, which `core`
 * must not know.
 */
declare module 'sax' {
  interface Parser {
    /** Of the character that is read, from 0. */
    readonly line: number;
    onerror: (error: Error) => void;
    ondoctype: () => void;
    onopentagstart: () => void;
    onattribute: (attribute: { readonly name: string; readonly value: string }) => void;
    onopentag: (tag: { readonly name: string }) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(text: string): void;
    close(): void;
  }
  const sax: {
    /** @param strict whether what is no well-formed XML is an error */
    parser(
      strict: boolean,
      options: { readonly strictEntities: boolean; readonly position: boolean },
    ): Parser;
  };
  export default sax;
}
