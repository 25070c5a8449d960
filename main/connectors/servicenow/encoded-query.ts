/**
 * ServiceNow's encoded queries ("Encoded query strings" and "Operators available for filters and queries" in its
 * documentation), read so that every field in them can be checked: the Table API drops a condition that it does not
 * understand and answers all rows. What is not known here is refused.
 */
import { type Result, success } from '../../result';
import { rejected } from '../rest/query-form';

export interface EncodedQuery {
  /** As it is sent, with an order that is the same on each page. */
  text: string;
  /** Whether it asks for an order of its own. */
  isOrdered: boolean;
  /** As it is counted: without an order. */
  conditions: string;
  /** Every field that it names, also through references (`caller_id.name`). */
  fields: string[];
}

const fieldPath = '[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*';

/** Operators whose value is text, dates or numbers. */
const valueOperators = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'LIKE',
  'NOT LIKE',
  'NOTLIKE',
  'CONTAINS',
  'DOES NOT CONTAIN',
  'STARTSWITH',
  'ENDSWITH',
  'IN',
  'NOT IN',
  'BETWEEN',
  'ON',
  'NOTON',
  'RELATIVEGT',
  'RELATIVELT',
  'RELATIVEGE',
  'RELATIVELE',
  'RELATIVEEE',
  'MORETHAN',
  'LESSTHAN',
  'INSTANCEOF',
];
const bareOperators = ['ISEMPTY', 'ISNOTEMPTY', 'ANYTHING', 'EMPTYSTRING'];
/** Operators whose value is another field. */
const fieldOperators = ['SAMEAS', 'NSAMEAS', 'GT_FIELD', 'LT_FIELD', 'GT_OR_EQUALS_FIELD', 'LT_OR_EQUALS_FIELD'];

const byLength = [...valueOperators, ...bareOperators, ...fieldOperators].sort((a, b) => b.length - a.length);
const condition = new RegExp(`^(${fieldPath})(${byLength.join('|')})(.*)$`, 's');
const ordering = new RegExp(`^ORDERBY(?:DESC)?(${fieldPath})$`);
/** No two records are equal in it, so that pages do not overlap. */
const orderOfIds = 'ORDERBYsys_id';
const wholeField = new RegExp(`^${fieldPath}$`);

/** Functions of dates and of the account; any other script could do more than read. */
const safeScript =
  /^javascript:\s*gs\.(?:(?:beginningOf|endOf)[A-Z]\w*|(?:minutes|hours|days|weeks|months|quarters|years)Ago(?:Start|End)?|dateGenerate|datetimeGenerate|now|nowDateTime|getUserID|getUserName)\((?:\s*(?:-?\d+|'[-\w: ]*')\s*(?:,\s*(?:-?\d+|'[-\w: ]*')\s*)*)?\)$/;

/** Parses an encoded query; an empty one asks for all rows. QUERY_REJECTED with the part that is not understood. */
export const parseEncodedQuery = (text: string): Result<EncodedQuery> => {
  const conditions: string[] = [];
  const orderings: string[] = [];
  const fields: string[] = [];
  if (text.includes('^^')) return rejected('A caret within a value (^^) is not supported; ask for a part of the text.');
  for (const part of text.split('^').filter((piece) => piece !== '' && piece !== 'EQ')) {
    const ordered = ordering.exec(part);
    if (ordered) {
      orderings.push(part);
      fields.push(ordered[1] ?? '');
      continue;
    }
    if (orderings.length > 0) return rejected(`“${part}” stands behind the order; put ORDERBY at the end.`);
    const named = fieldsOfCondition(part.replace(/^(?:NQ|OR)/, ''));
    if (!named.ok) return named;
    conditions.push(part);
    fields.push(...named.value);
  }
  return success({
    text: [...conditions, ...orderings, orderOfIds].join('^'),
    isOrdered: orderings.length > 0,
    conditions: conditions.join('^'),
    fields: [...new Set(fields)],
  });
};

/** The query for the records behind that one, in the order of their ids. Each of several queries (^NQ) gets the condition. */
export const textBehind = ({ conditions }: EncodedQuery, sysId: string): string =>
  [...conditions.split(/\^(?=NQ)/).map((each) => [each, `sys_id>${sysId}`].filter(Boolean).join('^')), orderOfIds].join(
    '^',
  );

const fieldsOfCondition = (part: string): Result<string[]> => {
  const [, field, operator = '', value = ''] = condition.exec(part) ?? [];
  if (field === undefined) return rejected(`The condition “${part.slice(0, 80)}” is not understood.`);
  if (bareOperators.includes(operator)) {
    return value === '' ? success([field]) : rejected(`“${operator}” takes no value: “${part.slice(0, 80)}”.`);
  }
  if (fieldOperators.includes(operator)) {
    const other = value.split('@')[0] ?? '';
    return wholeField.test(other) ? success([field, other]) : rejected(`“${operator}” compares with a field's name.`);
  }
  for (const piece of value.split(/@|,(?=\s*javascript:)/)) {
    if (/javascript/i.test(piece) && !safeScript.test(piece.trim())) {
      return rejected(`The script “${piece.trim().slice(0, 80)}” is not one of the known functions of dates.`);
    }
  }
  return success([field]);
};
