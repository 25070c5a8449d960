import { sha256 } from '../../db';
import type { ToolType } from '../connectors/types';

type ReadQuery<Value> = (toolType: ToolType, query: string) => Promise<Value>;

/** So many texts and what was made of them are worth keeping; then it begins anew. */
const mostRemembered = 50_000;

/** Reads each query of a tool type once: thousands of questions are answered again at every look at them. */
export const rememberByQuery = <Value>(read: ReadQuery<Value>): ReadQuery<Value> => {
  const known = new Map<string, Promise<Value>>();
  return (toolType, query) => {
    const key = sha256(`${toolType.type}\n${query}`);
    const found = known.get(key);
    if (found) return found;
    if (known.size >= mostRemembered) known.clear();
    const reading = read(toolType, query);
    known.set(key, reading);
    return reading;
  };
};
