/** What must be known of a JQL text before it is sent: where its order begins, and whether it names a project. */
import { endsAfter } from '../../guard/unfinished';
import { type Result, success } from '../../result';
import { listItems, parseQueryForm, rejected } from '../rest/query-form';

export interface JiraQuery {
  condition: string;
  /** Behind ORDER BY; empty where there is none. */
  order: string;
  namesProject: boolean;
  fields: string[];
}

export const defaultFields = ['key', 'issuetype', 'summary', 'status', 'assignee', 'reporter', 'created', 'updated'];

/** JQL and, on a line of its own, the fields. JQL can only read; what could not be put into parentheses is refused. */
export const parseJiraQuery = (text: string): Result<JiraQuery> => {
  const form = parseQueryForm(text, { keys: ['jql', 'fields'], required: ['jql'], main: 'jql' });
  if (!form.ok) return form;
  const { jql = '', fields = '' } = form.value;
  const plain = blankTexts(jql);
  if (plain === undefined) return rejected('A quotation mark of the JQL is never closed.');
  if (!isBalanced(plain)) return rejected('The parentheses of the JQL do not match.');
  if (/[;`]/.test(plain)) return rejected('The JQL has a character that is not part of the language.');
  const orderAt = plain.search(/\border\s+by\b/i);
  const condition = (orderAt === -1 ? jql : jql.slice(0, orderAt)).trim();
  const order =
    orderAt === -1
      ? ''
      : jql
          .slice(orderAt)
          .replace(/^order\s+by\s*/i, '')
          .trim();
  if (orderAt !== -1 && !isBalanced(plain.slice(0, orderAt))) return rejected('ORDER BY stands within parentheses.');
  if (orderAt !== -1 && order === '') return rejected('Nothing stands behind ORDER BY.');
  const [cutOff] = openEnd.exec(orderAt === -1 ? plain : plain.slice(0, orderAt)) ?? [];
  if (cutOff) return rejected(endsAfter(cutOff.trim()));
  const asked = fields === '' ? defaultFields : listItems(fields);
  if (asked.length === 0) return rejected('The line “fields: …” names no field.');
  if (new Set(asked.map((field) => field.toLowerCase())).size < asked.length)
    return rejected('A field stands there twice.');
  return success({
    condition,
    order,
    namesProject: namesProject(condition, plain),
    fields: asked,
  });
};

/** Words that JQL reserves, and signs, that something has to follow. */
const openEnd = /(?:[=~<>,]|\b(?:and|or|not|in|is|was))\s*$/i;

/** The JQL with the content of its texts blanked; undefined when one is never closed. */
const blankTexts = (jql: string): string | undefined => {
  const plain = jql.replaceAll(/(["'])(?:\\.|(?!\1)[^\\])*\1/gs, (text) => `"${' '.repeat(text.length - 2)}"`);
  return plain.replaceAll(/" *"/g, '').match(/["']/) ? undefined : plain;
};

const isBalanced = (plain: string): boolean => {
  let depth = 0;
  for (const character of plain) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

const operator = '\\s*(?:=|!=|~|in\\b|not\\b|is\\b|was\\b)';
const plainProject = new RegExp(`(?:^|[\\s(!])project${operator}`, 'i');
const quotedProject = new RegExp(`(["'])project\\1${operator}`, 'i');

/** Field names may be quoted, too; a text that looks like it is taken for one, and the JQL is sent as it is. */
const namesProject = (condition: string, plain: string): boolean =>
  plainProject.test(plain) || quotedProject.test(condition);

/** The JQL to send: within the connector's project unless it names one itself, and in an order without equals. */
export const toJql = ({ condition, order, namesProject: named }: JiraQuery, projectKey: string): string => {
  const within = projectKey === '' || named ? '' : `project = "${projectKey.replaceAll(/["\\]/g, '\\$&')}"`;
  const all = [within, within && condition ? `(${condition})` : condition].filter(Boolean).join(' AND ');
  const ordered = /(^|,)\s*(issue)?key\b/i.test(order) ? order : [order, 'key ASC'].filter(Boolean).join(', ');
  return `${all} ORDER BY ${ordered}`.trim();
};
