import { describe, expect, it } from 'vitest';
import { range, reshape, wholeNumbers } from '../../../../src/core/marker-model/graph/graph-ops';
import { encodeOnnx } from '../../../../src/core/onnx/encode';
import { GraphBuilder } from '../../../../src/core/onnx/graph';
import { openGraph } from '../../../builders/onnx-session';

describe('wholeNumbers', () => {
  it.each([65_024, 80_000])('gives each number from 0 to %i exactly', async (most) => {
    const numbers = range(0, most);
    const graph = new GraphBuilder();
    const ramp = graph.floats(numbers, [1, 1, numbers.length]);
    const index = wholeNumbers(graph, reshape(graph, 'in', [-1, 1, numbers.length]), most);
    graph.node('GatherElements', [ramp, index], { axis: { type: 'int', value: 2 } }, 'out');
    const run = await openGraph(
      encodeOnnx(
        graph.finish({
          name: 'test',
          description: '',
          opset: 18,
          mlOpset: null,
          inputs: [{ name: 'in', type: 'float32', dims: ['N', numbers.length] }],
          outputs: [{ name: 'out', type: 'float32', dims: ['N', 1, numbers.length] }],
        }),
      ),
    );
    const { out } = await run(Float32Array.from(numbers), 1);
    expect([...out!]).toEqual(numbers);
  });
});
