/** Two words with a blank between: what a person reads, and no name, path or class. */
const SENTENCE = /[A-Za-zà-ÿ]{2,}[,.:;]? [a-zà-ÿ]{2,}/;
/** One word in a component's markup is read as well. */
const WORD = /[A-Za-zà-ÿ]{2,}/;
const READ_ATTRIBUTES = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder']);

const MESSAGE = 'Sentences stand in src/words: say(key) puts one here.';

/**
 * Whether a node throws, or makes an error.
 *
 * @param {import('estree').Node} node
 */
function isOfError(node) {
  if (node.type === 'ThrowStatement') return true;
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  const { callee } = node;
  if (callee.type === 'Super') return true;
  return callee.type === 'Identifier' && /(?:^internal|.)Error$/.test(callee.name);
}

/**
 * Refuses text in the page's code: what a person reads stands in src/words, once a language. What is thrown, or
 * told of an error of this program, is for programmers, and stays.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noSentences = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep sentences in one place a language.' },
    schema: [],
  },
  create(context) {
    /**
     * @param {import('estree').Node} node
     * @param {unknown} text
     */
    function check(node, text) {
      if (typeof text !== 'string' || !SENTENCE.test(text)) return;
      const around = context.sourceCode.getAncestors(node);
      if (around.some(isOfError)) return;
      context.report({ node, message: MESSAGE });
    }
    /** @param {any} node */
    const markup = (node) => {
      const parent = node.parent;
      if (parent?.type === 'SvelteStyleElement' || !WORD.test(node.value)) return;
      if (parent?.type === 'SvelteAttribute' && !READ_ATTRIBUTES.has(parent.key.name)) return;
      context.report({ node, message: MESSAGE });
    };
    return {
      Literal: (node) => check(node, node.value),
      TemplateLiteral: (node) =>
        check(node, node.quasis.map(({ value }) => value.cooked).join('…')),
      SvelteText: markup,
      SvelteLiteral: markup,
    };
  },
};
