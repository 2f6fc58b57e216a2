/** Names that mean something to some program. Each must be shown and written unchanged. */
export const HOSTILE_NAMES = {
  script: '<script>alert(1)</script>',
  image: '<img src=x onerror=alert(1)>',
  breakOut: '"><svg onload=alert(1)></svg>',
  template: '{{7*7}} ${7*7} {@html "<b>x</b>"}',
  formula: '=HYPERLINK("http://elsewhere.example","x")',
  ownName: '__proto__',
  entity: '&lt;b&gt; &amp;amp; &#x41;',
  rightToLeft: 'שלום \u202egnp.exe',
  emoji: '👩‍👩‍👧‍👦 e\u0301\u0301\u0301 ﷺ',
  long: `${'very '.repeat(50)}long`,
  percent: '%3Cb%3E ../..%00',
} as const;

/** Names with control characters that a terminal, a spreadsheet or a text layout would obey. */
export const ORDERING_NAMES = {
  colour: 'K\u001b[31mPN\u001b[0m 1',
  title: '\u001b]0;owned\u0007KPN 2',
  oneByte: 'KPN\u009b2J 3\u0090q\u009c',
  lines: 'KPN\r\n\u2028\u00854',
  turned: 'KPN\u202e5\u2066\u200f\u061c',
  hidden: '\u001b=KPN+6',
  half: 'KPN 7 \ud800',
  deleted: 'KPN\u007f\b\b 8',
} as const;

/** Characters that no text of ours may contain, wherever it goes. */
export const ORDERS_IN_TEXT =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/;
