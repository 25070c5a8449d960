import { describe, expect, it } from 'vitest';
import { folder } from '../../../main/connectors/folder';
import { fileFilter, parsePatterns } from '../../../main/connectors/folder/patterns';

describe('patterns for files', () => {
  it.each([
    ['*.pdf', 'a.pdf', true],
    ['*.pdf', 'deep/er/A.PDF', true],
    ['*.pdf', 'a.pdf.bak', false],
    ['report-??.csv', 'x/report-01.csv', true],
    ['report-??.csv', 'report-1.csv', false],
    ['policies/*.docx', 'policies/a.docx', true],
    ['policies/*.docx', 'policies/old/a.docx', false],
    ['policies/**/*.docx', 'policies/a.docx', true],
    ['policies/**/*.docx', 'policies/x/y/a.docx', true],
    ['policies/**/*.docx', 'policiesx/a.docx', false],
    ['**/2025/*', 'x/2025/a', true],
    ['**/2025/*', 'x/12025/a', false],
    ['**/2025/*', '2025/a', true],
    ['**', 'any/thing', true],
    ['a[1].txt', 'a[1].txt', true],
    ['a.b', 'axb', false],
    ['Ü*', 'U\u0308ber.txt', true],
  ])('%s takes %s: %s', (pattern, path, taken) => {
    expect(fileFilter([pattern])(path)).toBe(taken);
  });

  it('take everything where there are none', () => {
    expect(fileFilter([])('any/thing')).toBe(true);
  });

  it('answer at once whatever they are', () => {
    expect(fileFilter([`${'*a'.repeat(400)}b`])('a'.repeat(4_000))).toBe(false);
  });

  it('may have comments and empty lines', () => {
    expect(parsePatterns('# evidence\r\n\n *.pdf \n')).toEqual({ ok: true, value: ['*.pdf'] });
    expect(parsePatterns('')).toEqual({ ok: true, value: [] });
  });

  it.each(['../secret/*', '/etc/passwd', 'C:/Windows/*', '~/x', 'a\\b', 'a/../b', 'x'.repeat(1_001), 'a\u202eb'])(
    'refuse %j',
    async (query) => {
      expect(parsePatterns(query).ok).toBe(false);
      expect(await folder.guardQuery(query)).toMatchObject({ allowed: false, reason: expect.stringMatching(/\.$/) });
    },
  );
});
