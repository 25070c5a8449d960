/**
 * At most how deep the syntax tree of a query gets, counted before it is parsed: the parser writes its tree by recursion,
 * and ends its stack, and with it itself, where a tree is too deep.
 */

interface Level {
  /** Tokens since the last comma: an operator, a cast or a join holds what stands left of it. */
  chain: number;
  longestChain: number;
  /** UNION, INTERSECT and EXCEPT hold what stands left of them, commas included. */
  setOperations: number;
}

const newLevel = (): Level => ({ chain: 1, longestChain: 1, setOperations: 0 });
const depthOf = (level: Level): number => level.longestChain + level.setOperations;

export const estimateDepth = (tokens: readonly { text: string }[]): number => {
  const enclosing: Level[] = [];
  let level = newLevel();
  const lengthen = (by: number) => {
    level.chain += by;
    level.longestChain = Math.max(level.longestChain, level.chain);
  };
  const close = (parent: Level) => {
    const closed = depthOf(level);
    level = parent;
    lengthen(closed);
  };
  for (const { text } of tokens) {
    if (text === '(' || text === '[') {
      enclosing.push(level);
      level = newLevel();
    } else if (text === ')' || text === ']') {
      const parent = enclosing.pop();
      if (parent) close(parent);
    } else if (text === ',') {
      level.chain = 1;
    } else {
      lengthen(1);
      if (/^(union|intersect|except)$/i.test(text)) level.setOperations += 1;
    }
  }
  for (let parent = enclosing.pop(); parent; parent = enclosing.pop()) close(parent);
  return depthOf(level);
};
