/** Places in the list of cell formats, which `styles.xml` has in this order. */
export const STYLES = { number: 0, head: 1, text: 2, percent: 3, mz: 4, date: 5 } as const;

/** `@` (49) is the format Text; 164 on are our own. */
export const FORMATS = [
  '<xf numFmtId="0"/>',
  '<xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/>',
  '<xf numFmtId="49" applyNumberFormat="1"/>',
  '<xf numFmtId="164" applyNumberFormat="1"/>',
  '<xf numFmtId="165" applyNumberFormat="1"/>',
  '<xf numFmtId="166" applyNumberFormat="1"/>',
];
