import type { Random } from '../../../src/simulate/random';
import { BOUNDS, bytesOf, type Mutator } from '../target';
import { pick } from './bytes';
import { EDGE_NUMBERS, HOSTILE_TEXTS } from './text';

/** JSON as it is written: keys may occur twice or be `__proto__`, and a number may be anything. */
type Node =
  | { kind: 'object'; entries: [key: string, value: Node][] }
  | { kind: 'array'; items: Node[] }
  | { kind: 'raw'; text: string };

function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(nodeOf) };
  if (typeof value !== 'object' || value === null) {
    return { kind: 'raw', text: JSON.stringify(value) };
  }
  const entries = Object.entries(value).map(([key, item]): [string, Node] => [key, nodeOf(item)]);
  return { kind: 'object', entries };
}

/** Nodes may occur in several places, and in themselves, so the writing stops when the text gets too long. */
class TooLong extends Error {}

function write(root: Node): string {
  const parts: string[] = [];
  let length = 0;
  const put = (text: string): void => {
    length += text.length;
    if (length > BOUNDS.inputBytes) throw new TooLong();
    parts.push(text);
  };
  const writeNode = (node: Node): void => {
    if (node.kind === 'raw') return put(node.text);
    const isArray = node.kind === 'array';
    put(isArray ? '[' : '{');
    childrenOf(node).forEach((child, i) => {
      if (i > 0) put(',');
      if (node.kind === 'object') put(`${JSON.stringify(node.entries[i]![0])}:`);
      writeNode(child);
    });
    put(isArray ? ']' : '}');
  };
  writeNode(root);
  return parts.join('');
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.entries.map(([, value]) => value) : [];
}

function allNodes(root: Node): Node[] {
  const all: Node[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    all.push(node);
    for (const child of childrenOf(node)) waiting.push(child);
  }
  return all;
}

const OTHER_VALUES: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '[[]]',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"length":4294967295}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `[${'0,'.repeat(20_000)}0]`,
];

/** Changes a node in its place. */
function replace(node: Node, random: Random): void {
  const text = random.chance(0.4)
    ? pick(random, EDGE_NUMBERS)
    : random.chance(0.5)
      ? pick(random, OTHER_VALUES)
      : JSON.stringify(pick(random, HOSTILE_TEXTS));
  Object.assign(node, { kind: 'raw', text });
}

/** Moves entries and items. */
function partsOf(node: Node): unknown[] {
  return node.kind === 'array' ? node.items : node.kind === 'object' ? node.entries : [];
}

function change(node: Node, all: readonly Node[], random: Random): void {
  const list = partsOf(node);
  if (list.length === 0 || random.chance(0.3)) {
    if (random.chance(0.7)) replace(node, random);
    else Object.assign(node, structuredClone(pick(random, all)));
    return;
  }
  const at = random.below(list.length);
  const other = random.below(list.length);
  switch (random.below(5)) {
    case 0:
      list.splice(at, 1);
      break;
    case 1:
      list.splice(other, 0, structuredClone(list[at]));
      break;
    case 2:
      [list[at], list[other]] = [list[other], list[at]];
      break;
    case 3: {
      const times = pick(random, [10, 300, 10_000]);
      list.splice(at, 1, ...new Array<unknown>(times).fill(list[at]));
      break;
    }
    default:
      if (node.kind === 'object') node.entries[at]![0] = pick(random, HOSTILE_TEXTS);
      else if (node.kind === 'array') node.items[at] = { kind: 'array', items: [node.items[at]!] };
  }
}

/** Changes the tree of a JSON text. A text that is no longer JSON stays as it is. */
const changeTree: Mutator = (input, random) => {
  let root: Node;
  try {
    root = nodeOf(JSON.parse(new TextDecoder().decode(input)));
    const all = allNodes(root);
    for (let i = 1 + random.below(3); i > 0; i--) change(pick(random, all), all, random);
    return bytesOf(write(root));
  } catch {
    // An earlier change made it something other than JSON, too long, or too deeply nested.
    return input;
  }
};

export const jsonMutators: readonly Mutator[] = [changeTree];
