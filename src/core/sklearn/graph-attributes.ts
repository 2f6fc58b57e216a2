/** Element types of onnx.proto. */
export const FLOAT = 1;
export const DOUBLE = 11;

/** The attribute of an operator that works along the columns of a row. */
export const ALONG_ROWS = { axis: { type: 'int', value: 1 } } as const;

/** @returns the attribute of a Cast to this element type */
export function castTo(type: number) {
  return { to: { type: 'int', value: type } } as const;
}
