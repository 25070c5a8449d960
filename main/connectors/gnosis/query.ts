/** The form of a question to a document repository: words to search for, filters, and whether documents are hashed. */
import { type Result, success } from '../../result';
import { listItems, parseQueryForm, rejected } from '../rest/query-form';

export interface DocumentQuery {
  search: string;
  filters: Record<string, string>;
  /** Whether each document is fetched for its SHA-256. */
  download: boolean;
}

/** Parameters that the search itself uses. */
const reserved = ['q', 'repository', 'offset', 'limit'];

export const parseDocumentQuery = (text: string): Result<DocumentQuery> => {
  const shape = { keys: ['search', 'filters', 'download'], required: ['search'], main: 'search' } as const;
  const form = parseQueryForm<'search' | 'filters' | 'download'>(text, shape);
  if (!form.ok) return form;
  const { search = '', filters = '', download = 'no' } = form.value;
  if (!/^(yes|no)$/i.test(download)) return rejected('“download:” is yes or no.');
  const pairs: Record<string, string> = {};
  for (const item of listItems(filters)) {
    const [, name = '', value = ''] = /^([A-Za-z][\w.-]*)\s*=\s*(.*)$/.exec(item) ?? [];
    if (name === '' || reserved.includes(name.toLowerCase()))
      return rejected(`“${item.slice(0, 80)}” is no filter such as type=policy.`);
    if (pairs[name] !== undefined) return rejected(`The filter “${name}” stands there twice.`);
    pairs[name] = value;
  }
  return success({ search, filters: pairs, download: /^yes$/i.test(download) });
};
