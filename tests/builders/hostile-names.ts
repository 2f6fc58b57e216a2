/** Names that are something else to some program: each must be shown and written as it stands. */
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
