import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PackFacts } from '../../../main/evidence/pack-facts';
import { askedQuestion, verdictOf } from '../../../main/evidence/pack-facts';
import { reportText } from '../../../main/evidence/report/report';
import { writeWorkpaper } from '../../../main/evidence/workpaper';
import { unpack } from '../../soak/packs/mutations';
import { application, execution, questions } from './pack-support';
import { temporaryFolder, writeEvidence } from './support';

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '=cmd|"/C calc"!A0',
  '<script>alert(1)</script>',
  '\u202Egnp.exe',
];

const facts = (more: Partial<PackFacts> = {}): PackFacts => ({
  application,
  questions,
  executions: [execution(1, { sha256: 'a'.repeat(64), rowCount: 2, bytes: 20 })],
  exportedAt: '2026-03-02T08:00:00.000Z',
  exportedBy: 'ada',
  appVersion: '0.1.0',
  auditLog: { entries: 7, hash: 'b'.repeat(64), fingerprint: 'AAAA-BBBB' },
  keyId: '0123456789abcdef',
  redactions: [],
  ...more,
});

const report = (more?: Partial<PackFacts>) => [...reportText(facts(more))].join('');

describe('the report', () => {
  it('tells of each run what was asked, where, what came back and its hash', () => {
    const text = report();
    for (const part of [
      'Q2CA2025',
      'Stark G4',
      'CI21324354',
      'AAAA-BBBB',
      'Production / HR Zürich',
      'pg-hr:5432 / hr',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('<b>1 of 3 questions</b> have complete evidence');
    expect(text).toContain('a'.repeat(64));
    expect(text).toContain('evidence/1_1.10_Production-HR-Zurich.csv');
  });

  it('lets nothing load or run, and its own style alone apply', () => {
    const text = report();
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(text).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;;`);
    expect(text).not.toMatch(/https?:|<script|<img|<link|<iframe|\son\w+=|style=/i);
  });

  it('shows hostile text as text, whatever it stands in', () => {
    for (const text of hostile) {
      const shown = report({
        application: { ...application, auditName: text, name: text, ciId: text },
        questions: questions.map((question) => ({ ...question, process: text, question: text, questionNumber: text })),
        executions: [
          execution(1, {
            ...{ connectorName: text, target: text, query: text, identity: { [text]: text } },
            asked: askedQuestion({ questionNumber: text, question: text }, questions[0]),
          }),
        ],
        exportedBy: text,
      });
      expect(shown).not.toMatch(/<script|\u202E/);
    }
  });

  it('tells a run’s question as it was asked, and what it reads since', () => {
    const asked = askedQuestion({ questionNumber: '1.09', question: 'Old words' }, questions[0]);
    const text = report({ executions: [execution(1, { asked, sha256: 'a'.repeat(64) })] });
    expect(text).toContain('<h3>1.09 · Old words</h3>');
    expect(text).toContain('Since changed: 1.10 · List all “user accounts” of 0');
    expect(text).toContain('Asked as: 1.09 · Old words');
    expect(text).toContain('The question was changed since');
    expect(text).toContain('evidence/1_1.09_');
    const renumbered = askedQuestion({ questionNumber: '1.09', question: questions[0]?.question ?? '' }, questions[0]);
    const other = report({ executions: [execution(1, { asked: renumbered })] });
    expect(other).toContain('Since changed: 1.10</p>');
    expect(other).not.toContain('The question was changed since');
  });

  it('names what can not be answered with its reason, apart from what was not run', () => {
    const [answered, closed, open] = questions.map((question) => ({ ...question }));
    if (!answered || !closed || !open) throw new Error('There are three questions.');
    const said = [
      { ...answered, notAnswerable: 'One <part> only.' },
      { ...closed, notAnswerable: 'Switched off.' },
      open,
    ];
    const text = report({ questions: said });
    expect(text).toContain('<b>1 of 3 questions</b>');
    expect(text).toContain('Of the others: 1 not answerable here, 1 not run.');
    expect(text).toMatch(/<h3>1 question not answerable here<\/h3>(?:(?!<h3>).)*Switched off\./s);
    expect(text).toMatch(/<h3>1 question that was not run<\/h3>/);
    expect(text).toContain('Not answerable here: One &lt;part&gt; only.');
  });

  it('counts the newest complete run of a question, or the one marked final', () => {
    const runs = [
      execution(1, { questionId: 'q1', rowCount: 11, sha256: 'a'.repeat(64), final: true }),
      execution(2, { questionId: 'q1', rowCount: 22, sha256: 'a'.repeat(64) }),
      execution(3, { questionId: 'q2', rowCount: 33, sha256: 'a'.repeat(64) }),
      execution(4, { questionId: 'q2', status: 'failed', complete: false }),
    ];
    const text = report({ executions: runs });
    expect(text).toContain('<b>2 of 3 questions</b>');
    expect(text).toMatch(/#run-1">1\.10/);
    expect(text).toMatch(/#run-3">2\.1/);
  });

  it('tells once what several runs have in common: why they failed, and which system answered', () => {
    const error = { code: 'CONNECTION_FAILED' as const, message: 'Nobody answered.', hint: 'Ask the network team.' };
    const failed = { status: 'failed' as const, complete: false, target: null, identity: null, error };
    const executions = [
      execution(1, { questionId: 'q1', ...failed }),
      execution(2, { questionId: 'q2', ...failed }),
      execution(3, { questionId: 'q1', sha256: 'a'.repeat(64) }),
      execution(4, { questionId: 'q2', sha256: 'a'.repeat(64) }),
      execution(5, { questionId: 'q3', sha256: 'a'.repeat(64), target: 'another server' }),
    ];
    const text = report({ executions });
    expect(text).toContain('2 runs without complete evidence');
    const [, cause = ''] = /<table class="causes">(.*?)<\/table>/s.exec(text) ?? [];
    expect(cause.match(/Nobody answered/g)).toHaveLength(1);
    expect(cause).toMatch(/href="#run-1">1\.10<.*href="#run-2">2\.1</);
    expect([...text.matchAll(/id="system-(\d)"/g)].map(([, number]) => number)).toEqual(['1', '2']);
    expect(text).toContain('another server (<a href="#system-2">S2</a>)');
    expect(text).toMatch(/id="run-1".*?<dd>none was reached<\/dd>/s);
  });

  it('says on every page which audit it is, whatever its name holds', () => {
    const named = { ...application, auditName: '"} body { display: none } </style>' };
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(report({ application: named })) ?? [];
    expect(style).toContain('counter(page)');
    expect(style).not.toContain('display: none }');
    expect(style).toContain(application.ciId);
  });

  it('says in words why a result is not whole', () => {
    const cut = { complete: false, truncatedBy: 'rows' as const, rowCount: 5, sha256: 'a'.repeat(64) };
    expect(verdictOf(execution(1, cut))).toBe(
      'Incomplete: the limit of rows was reached. Kept in the evidence: 5 rows.',
    );
    const error = { code: 'CONNECTION_FAILED' as const, message: 'Nobody answered.' };
    expect(verdictOf(execution(1, { status: 'failed', complete: false, error }))).toBe(
      'Failed: Nobody answered. No evidence was kept.',
    );
    const cancelled = { code: 'CANCELLED' as const, message: 'Cancelled before the query was sent.' };
    expect(verdictOf(execution(1, { status: 'cancelled', complete: false, error: cancelled }))).toBe(
      'Cancelled before the query was sent. No evidence was kept.',
    );
    expect(verdictOf(execution(1, { rowCount: 0 }))).toBe(
      'Complete, with no rows: the query ran to its end and nothing matched.',
    );
  });
});

describe('the workpaper', () => {
  const open = async (more: Partial<PackFacts>, files = new Map<number, string>()) => {
    const parts = await unpack(await writeWorkpaper(facts(more), files));
    const texts = [...parts].map(([name, bytes]): [string, string] => [name, bytes.toString('utf8')]);
    const sheets = texts.filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name)).map(([, text]) => text);
    const names = [...(new Map(texts).get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
    return { sheets, names: names.map(([, name]) => name), all: texts.map(([, text]) => text).join('\n') };
  };

  it('has sheets of questions, runs and small evidence, with legal names', async () => {
    const { file } = await writeEvidence(temporaryFolder(), [['1'], [null]]);
    const runs = [
      execution(1, { questionId: 'q3', columns: [{ name: 'column 1', type: '' }], rowCount: 2, sha256: 'a' }),
    ];
    const { names } = await open({ executions: runs }, new Map([[1, file]]));
    expect(names).toEqual(['About', 'Questions', 'Runs', '1 3 1']);
    const asked = askedQuestion({ questionNumber: `'[a]*?:/\\${'x'.repeat(40)}'`, question: 'All' }, undefined);
    const others = await open({ executions: runs.map((run) => ({ ...run, asked })) }, new Map([[1, file]]));
    expect(others.names[3]).toMatch(/^[^\\/?*:[\]']{1,31}$/);
  });

  it('gives the reason of a question that can not be answered', async () => {
    const said = questions.map((question) => ({ ...question, notAnswerable: 'Switched off in 2024.' }));
    const { all } = await open({ executions: [], questions: said });
    expect(all).toContain('Not answerable here: Switched off in 2024.\nThe question was not run.');
  });

  it('has no formula, whatever a cell starts with', async () => {
    const { file } = await writeEvidence(
      temporaryFolder(),
      hostile.map((text) => [text]),
      [{ name: '=1+1', type: '' }],
    );
    const runs = hostile.map((text, index) =>
      execution(index + 1, {
        connectorName: text,
        query: text,
        target: text,
        asked: askedQuestion({ questionNumber: text, question: text }, questions[0]),
        columns: [{ name: text, type: '' }],
        rowCount: 9,
        sha256: 'a',
      }),
    );
    const asked = questions.map((question, index) => ({ ...question, question: hostile[index] ?? '', process: '=A1' }));
    const { sheets, all } = await open(
      { executions: runs, questions: asked },
      new Map(runs.map(({ id }) => [id, file])),
    );
    expect(sheets).toHaveLength(3 + runs.length);
    expect(all).not.toMatch(/<f[ >]/);
    for (const sheet of sheets) {
      const types = [...sheet.matchAll(/<c [^>]*?(?:t="(\w+)")?[^>]*>/g)].map(([cell]) => /t="(\w+)"/.exec(cell)?.[1]);
      expect(new Set(types.filter((type) => type !== undefined && type !== 's' && type !== 'n'))).toEqual(new Set());
    }
  });

  it('gives a row the height that its longest text needs, also where lines are broken', async () => {
    const query = `select 1\nfrom ${'x'.repeat(400)}`;
    const { sheets } = await open({ executions: [execution(1, { query })] });
    const heights = [...(sheets[2] ?? '').matchAll(/<row [^>]* ht="([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(heights).toEqual([7 * 14.5]);
  });

  it('leaves large evidence to its file, and cuts no row of small evidence', async () => {
    const folder = temporaryFolder();
    const { file } = await writeEvidence(
      folder,
      Array.from({ length: 900 }, (_, row) => [`row ${row}`]),
    );
    const columns = [{ name: 'column 1', type: '' }];
    const runs = [
      execution(1, { rowCount: 900, columns, sha256: 'a' }),
      execution(2, { rowCount: 1_001, columns, sha256: 'a' }),
    ];
    const { sheets, all } = await open({ executions: runs }, new Map(runs.map(({ id }) => [id, file])));
    expect(sheets).toHaveLength(4);
    expect(all).toContain('row 899');
  });

  it('holds a text longer than a cell can, cut with a word about it', async () => {
    const { all } = await open({ executions: [execution(1, { query: 'x'.repeat(40_000) })] });
    expect(all).toContain('cut here: whole in the evidence file');
    expect(all).not.toContain('x'.repeat(32_768));
  });
});
