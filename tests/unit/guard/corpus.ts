import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusQuery {
  why: string;
  query: string;
}

/** The queries of `tests/guard/<name>.sql`: each follows a line `-- @next why` and ends before the next one. */
export const readCorpus = (name: string): CorpusQuery[] => {
  const text = readFileSync(join(import.meta.dirname, '../../guard', `${name}.sql`), 'utf8');
  const [, ...entries] = text.split(/^-- @next /m);
  return entries.map((entry) => {
    const [why = '', ...lines] = entry.split('\n');
    return { why, query: lines.join('\n').replace(/\n$/, '') };
  });
};
