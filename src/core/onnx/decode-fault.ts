/** Thrown inside the decoder, as the wire reader throws too; `decodeOnnx` catches both. */
export class DecodeFault extends Error {}
