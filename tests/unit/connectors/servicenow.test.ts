import { describe, expect, it } from 'vitest';
import { servicenow } from '../../../main/connectors/servicenow';
import { parseEncodedQuery, textBehind } from '../../../main/connectors/servicenow/encoded-query';
import { parseTableQuery } from '../../../main/connectors/servicenow/query';

describe('an encoded query', () => {
  it.each([
    ['', []],
    ['active=true', ['active']],
    ['active=true^priority=1^ORpriority=2', ['active', 'priority']],
    ['caller_id.name STARTSWITHx'.replace(' ', ''), ['caller_id.name']],
    ['short_descriptionLIKEa b^NQnumberIN1,2^EQ', ['short_description', 'number']],
    ['assigned_toISEMPTY^ORDERBYDESCopened_at^ORDERBYnumber', ['assigned_to', 'opened_at', 'number']],
    ['opened_atONLast quarter@javascript:gs.beginningOfLastQuarter()@javascript:gs.endOfLastQuarter()', ['opened_at']],
    [
      "opened_atBETWEENjavascript:gs.dateGenerate('2025-01-01','00:00:00')@javascript:gs.dateGenerate('2025-03-31','23:59:59')",
      ['opened_at'],
    ],
    ['sys_created_on>=javascript:gs.daysAgoStart(30)', ['sys_created_on']],
    ['opened_bySAMEASclosed_by', ['opened_by', 'closed_by']],
    ['categoryINSTANCEOFx', ['category']],
    ['short_descriptionDOES NOT CONTAINx=y', ['short_description']],
  ])('%s names its fields', (text, fields) => {
    expect(parseEncodedQuery(text)).toMatchObject({ ok: true, value: { fields } });
  });

  it('is given an order in which no two records are equal', () => {
    expect(parseEncodedQuery('active=true^ORDERBYnumber^EQ')).toMatchObject({
      value: { text: 'active=true^ORDERBYnumber^ORDERBYsys_id', conditions: 'active=true' },
    });
    expect(parseEncodedQuery('')).toMatchObject({ value: { text: 'ORDERBYsys_id', conditions: '' } });
  });

  it.each([
    ['', 'sys_id>a1^ORDERBYsys_id'],
    ['active=true^ORpriority=1', 'active=true^ORpriority=1^sys_id>a1^ORDERBYsys_id'],
    ['active=true^NQpriority=1', 'active=true^sys_id>a1^NQpriority=1^sys_id>a1^ORDERBYsys_id'],
  ])('goes on behind a record (%s)', (text, behind) => {
    const parsed = parseEncodedQuery(text);
    expect(parsed.ok && textBehind(parsed.value, 'a1')).toBe(behind);
  });

  it.each([
    'active',
    'active true',
    'Active=true',
    '=true',
    'active=true^^x',
    'activeISEMPTYx',
    'ORDERBYnumber^active=true',
    'GROUPBYpriority',
    '123TEXTQUERY321=x',
    'sys_idDYNAMIC90d1921e5f510100a9ad2572f2b477fe',
    'sys_id=javascript:new GlideRecord("incident").deleteMultiple()',
    'sys_id=javascript:gs.getUserID();gs.log(1)',
    'sys_id=javascript:gs.daysAgo(gs.log(1))',
    'sys_idINa,javascript:x()',
    'sys_id=JavaScript:x()',
    "opened_at>javascript:gs.dateGenerate('2025'+x,'1')",
  ])('%s is refused', (text) => {
    expect(parseEncodedQuery(text)).toMatchObject({ ok: false, error: { code: 'QUERY_REJECTED' } });
  });
});

describe('a question to ServiceNow', () => {
  it('is a table, a query, fields and the values wanted', () => {
    expect(
      parseTableQuery('# comment\nTable: incident\nquery: active=true\n  ^priority=1\nfields: number, caller_id.name'),
    ).toMatchObject({
      value: { query: { conditions: 'active=true^priority=1' }, fields: ['number', 'caller_id.name'] },
    });
    expect(
      parseTableQuery('table: incident\nquery: active=true\nfields: number, caller_id.name\ndisplay: value'),
    ).toMatchObject({
      value: { table: 'incident', fields: ['number', 'caller_id.name'], display: 'value' },
    });
    expect(parseTableQuery('table: incident\nfields: number')).toMatchObject({ value: { display: 'both' } });
  });

  it.each([
    ['', 'empty'],
    ['SELECT * FROM incident', 'not understood'],
    ['table: incident', 'fields'],
    ['fields: number', 'table'],
    ['table: incident\ntable: task\nfields: number', 'twice'],
    ['table: ../sys_user\nfields: number', 'table'],
    ['table: incident\nfields: number; drop', 'field'],
    ['table: incident\nfields: number,number', 'twice'],
    ['table: incident\nfields: number\ndisplay: all', 'display'],
    ['table: incident\nfields: number\nmethod: DELETE', 'not understood'],
  ])('%j is refused', async (query, reason) => {
    expect(await servicenow.guardQuery(query)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining(reason),
    });
  });

  it('has its instance in an address of the browser', () => {
    const parse = servicenow.parseConnectionText;
    expect(parse?.('https://acme.service-now.com/now/nav/ui/classic/params/target/incident_list.do?x=1')).toEqual({
      instance: 'https://acme.service-now.com',
    });
    expect(parse?.('https://ada:secret@acme.service-now.com/')).toEqual({ instance: 'https://acme.service-now.com' });
    expect(parse?.('https://service-now.example.com')).toBeUndefined();
    expect(parse?.('postgres://acme.service-now.com/x')).toBeUndefined();
  });
});
