/** The text of a Jira value, by its shape. See docs/connectors/jira.md. */
import { cellOf, type JsonObject, objectOf, textIn } from '../rest/json';

const betweenItems = '; ';

export const cellText = (value: unknown): string | null => {
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((item) => cellText(item) ?? '').join(betweenItems);
  if (typeof value !== 'object' || value === null) return cellOf(value);
  return objectText(objectOf(value));
};

const objectText = (value: JsonObject): string => {
  if (value.type === 'doc' && Array.isArray(value.content)) return documentText(value).trim();
  if (typeof value.displayName === 'string') return userText(value);
  if (typeof value.value === 'string')
    return [value.value, textIn(objectOf(value.child).value)].filter(Boolean).join(' / ');
  for (const key of ['name', 'key', 'filename']) if (typeof value[key] === 'string') return value[key];
  return JSON.stringify(value);
};

/** Two people may have one name: what Jira tells them apart by stands behind it. */
const userText = (user: JsonObject): string => {
  const account = textIn(user.accountId) || textIn(user.name) || textIn(user.key);
  return account === '' ? textIn(user.displayName) : `${textIn(user.displayName)} [${account}]`;
};

const blocks = ['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'tableRow', 'rule', 'panel'];

/** The text of a document in Atlassian Document Format, one line a block. */
const documentText = (node: JsonObject): string => {
  if (node.type === 'text') return textIn(node.text);
  if (node.type === 'hardBreak') return '\n';
  const { text, shortName, url } = objectOf(node.attrs);
  const own = textIn(text) || textIn(shortName) || textIn(url);
  const inner = Array.isArray(node.content) ? node.content.map((child) => documentText(objectOf(child))).join('') : '';
  const whole = `${own}${inner}`;
  return blocks.includes(textIn(node.type)) && !whole.endsWith('\n') ? `${whole}\n` : whole;
};
