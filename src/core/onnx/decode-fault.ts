/** Thrown within the decoder, whose wire reader throws as well; caught where the decoding begins. */
export class DecodeFault extends Error {}
