import * as ort from 'onnxruntime-web/wasm';

/** Opens a graph in onnxruntime-web on one thread, and runs one tensor through it. */
export async function openGraph(
  bytes: Uint8Array,
): Promise<(input: Float32Array, rows: number) => Promise<Record<string, Float32Array>>> {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(bytes);
  const [name] = session.inputNames;
  if (name === undefined) throw new Error('The graph takes no input');
  return async (input, rows) => {
    const tensor = new ort.Tensor('float32', input, [rows, input.length / rows]);
    const outputs = await session.run({ [name]: tensor });
    return Object.fromEntries(
      Object.entries(outputs).map(([key, value]) => [key, value.data as Float32Array]),
    );
  };
}
