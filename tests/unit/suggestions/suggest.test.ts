import { describe, expect, it } from 'vitest';
import { leastConfidence, suggestToolType } from '../../../main/suggestions/suggest';
import { sureConfidence } from '../../../preload/contract';

const suggest = (question: string, connectorTypes: string[] = [], heading = { process: '', subProcess: '' }) =>
  suggestToolType({ ...heading, question }, new Set(connectorTypes));

describe('a suggestion', () => {
  it('follows the CI: the only kind of database there is, is the one', () => {
    for (const type of ['Oracle DB', 'MySQL DB', 'SQLite File']) {
      expect(suggest('Failed logins of the period', [type, 'Jira'])).toEqual({
        toolType: type,
        topic: 'failed logins',
        confidence: 1,
        reason: `Asks for *Failed logins*: ${type}.`,
      });
    }
  });

  it('says that it is unsure between two kinds of database, and names them', () => {
    const answer = suggest('List of all user accounts', ['SQL Server DB', 'Oracle DB', 'Jira']);
    expect(answer).toMatchObject({ toolType: null, topic: 'user access' });
    expect(answer.confidence).toBeLessThan(leastConfidence);
    expect(answer.reason).toBe('Unsure: it asks for *user accounts*, which Oracle DB or SQL Server DB could answer.');
  });

  it('takes the kind of database that was reached, where the tests of the other one failed', () => {
    const asked = { process: '', subProcess: '', question: 'List of all user accounts' };
    const types = new Set(['SQL Server DB', 'Oracle DB', 'Jira']);
    const suggestWhere = (...tested: [string, 'reached' | 'failed'][]) =>
      suggestToolType(asked, types, new Map(tested));
    expect(suggestWhere(['SQL Server DB', 'failed'], ['Oracle DB', 'reached'])).toMatchObject({
      toolType: 'Oracle DB',
      confidence: suggest(asked.question, ['Oracle DB', 'Jira']).confidence,
    });
    expect(suggestWhere(['SQL Server DB', 'failed'], ['Jira', 'reached'])).toEqual(suggest(asked.question, [...types]));
    expect(suggestWhere(['SQL Server DB', 'failed'])).toEqual(suggest(asked.question, [...types]));
    const named = { ...asked, question: 'List of all user accounts in Oracle' };
    const failed = new Map([['Oracle DB', 'failed'] as const, ['SQL Server DB', 'reached'] as const]);
    expect(suggestToolType(named, types, failed).toolType).toBe('Oracle DB');
  });

  it('takes the system that a question names, also where the CI has none and another one answers the topic', () => {
    const answer = suggest('List of all user accounts in Oracle', ['SQL Server DB']);
    expect(answer.toolType).toBe('Oracle DB');
    expect(answer.confidence).toBeGreaterThanOrEqual(sureConfidence);
    expect(answer.reason).toBe(
      'Asks for *user accounts* and names *Oracle*: Oracle DB, of which this CI has no connector yet.',
    );
  });

  it('tells service management from development', () => {
    const both = ['ServiceNow', 'Jira'];
    expect(suggest('Change requests approved by the CAB', both).toolType).toBe('ServiceNow');
    expect(suggest('Stories and bugs of the last sprint', both).toolType).toBe('Jira');
    expect(suggest('Change requests approved', ['Jira']).toolType).toBe('Jira');
  });

  it('tells a setting from a document about it', () => {
    const types = ['SQL Server DB', 'Document Folder'];
    expect(suggest('Password settings of the logins', types).toolType).toBe('SQL Server DB');
    expect(suggest('Signed password policy document', types).toolType).toBe('Document Folder');
  });

  it('leaves to people what only people can tell', () => {
    const answer = suggest('Please describe the process for user accounts', ['SQL Server DB']);
    expect(answer).toMatchObject({ toolType: null, reason: expect.stringContaining('*Please describe*') });
  });

  it.each(['', '???', 'lorem ipsum', '🦉'])('knows nothing of “%s”', (question) => {
    expect(suggest(question, ['SQL Server DB'])).toEqual({
      toolType: null,
      topic: null,
      confidence: 0,
      reason: 'Unsure: no word of it names a system or a topic that Tickmark knows.',
    });
  });

  it('reads process and sub-process, at less weight than the question', () => {
    const heading = { process: 'Operations', subProcess: 'Backup' };
    expect(suggest('Full list for Q2', ['Oracle DB'], heading).topic).toBe('backups');
    expect(suggest('Failed logins', ['Oracle DB'], heading).topic).toBe('failed logins');
  });

  it('answers the same each time, whatever the spelling of case', () => {
    const asked = 'Passwort-Richtlinie und fehlgeschlagene Anmeldungen in MariaDB';
    expect(suggest(asked.toUpperCase()).toolType).toBe('MySQL DB');
    expect(suggest(asked)).toEqual(suggest(asked));
  });

  it('takes a cell of 20,000 characters in its stride', () => {
    const answer = suggest('user accounts '.repeat(1_400), ['Oracle DB']);
    expect(answer.toolType).toBe('Oracle DB');
  });
});
