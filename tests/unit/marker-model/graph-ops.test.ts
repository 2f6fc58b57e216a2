import { describe, expect, it } from 'vitest';
import { MOST_WHOLE, range, reshape, wholeNumbers } from '../../../src/core/marker-model/graph-ops';
import { encodeOnnx } from '../../../src/core/onnx/encode';
import { GraphBuilder } from '../../../src/core/onnx/graph';
import { openGraph } from '../../builders/onnx-session';

describe('wholeNumbers', () => {
  it('gives each number that it can give, exactly', async () => {
    const numbers = range(0, MOST_WHOLE);
    const graph = new GraphBuilder();
    const ramp = graph.floats(numbers, [1, 1, numbers.length]);
    const index = wholeNumbers(graph, reshape(graph, 'in', [-1, 1, numbers.length]));
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
