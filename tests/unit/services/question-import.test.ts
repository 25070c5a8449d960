import { describe, expect, it } from 'vitest';
import { insertApplication, insertQuestions, listQuestions, updateQuestions } from '../../../db';
import { planImport } from '../../../main/services/question-import';
import { type QuestionColumn, type QuestionItem, questionColumns } from '../../../preload/contract';
import { openTestStore } from '../../support/store';

type Line = [questionNumber: string, question: string, process?: string];

const itemOf = ([questionNumber, question, process = 'Access']: Line) => ({
  questionNumber,
  question,
  process,
  subProcess: '',
});

/** A line of a file that has only these columns. */
const inColumns = (item: QuestionItem, columns: readonly QuestionColumn[]): QuestionItem => ({
  questionNumber: columns.includes('questionNumber') ? item.questionNumber : '',
  process: columns.includes('process') ? item.process : '',
  subProcess: columns.includes('subProcess') ? item.subProcess : '',
  question: item.question,
});

/** Imports one file after the other into an audit; answers its questions. The last file has a place for `lastColumns`. */
const importFiles = (files: Line[][], lastColumns: readonly QuestionColumn[] = questionColumns) => {
  const { db } = openTestStore();
  const dates = { startDate: null, endDate: null };
  const applicationId = insertApplication(db, { auditName: 'Q2', name: 'Stark', ciId: 'CI1', ...dates });
  files.forEach((lines, index) => {
    const columns = index === files.length - 1 ? lastColumns : questionColumns;
    const items = lines.map((line) => inColumns(itemOf(line), columns));
    const plan = planImport(listQuestions(db, applicationId), items, 'primary', columns);
    insertQuestions(db, applicationId, plan.added);
    updateQuestions(
      db,
      applicationId,
      plan.changed.map(({ after }) => after),
    );
  });
  return listQuestions(db, applicationId);
};

/** The questions after these imports as `id: number text`. */
const importAll = (files: Line[][]) =>
  importFiles(files).map(({ questionId, questionNumber, question }) => `${questionId}: ${questionNumber} ${question}`);

describe('a file that comes again', () => {
  it('keeps each question its words where a line was inserted and the lines behind it got new numbers', () => {
    const first: Line[] = [
      ['1.10', 'List all accounts'],
      ['1.11', 'List failed logins'],
    ];
    const again: Line[] = [
      ['1.10', 'State the password policy'],
      ['1.11', 'List all accounts'],
      ['1.12', 'List failed logins'],
    ];
    expect(importAll([first, again])).toEqual([
      '1.10: 1.11 List all accounts',
      '1.11: 1.12 List failed logins',
      '1.10-primary-2: 1.10 State the password policy',
    ]);
    expect(importAll([first, again, again])).toEqual(importAll([first, again]));
  });

  it('finds a question by its number where its words were changed', () => {
    const first: Line[] = [['1', 'List all accounts']];
    const again: Line[] = [['1', 'List all accounts and their owners']];
    expect(importAll([first, again])).toEqual(['1: 1 List all accounts and their owners']);
  });

  it('finds words that repeat in their own process first, and leaves those alone that kept their number', () => {
    const first: Line[] = [
      ['1', 'Who approves?', 'Access'],
      ['2', 'Who approves?', 'Change'],
      ['3', 'Who approves?', 'Jobs'],
    ];
    const again: Line[] = [
      ['4', 'Who approves?', 'Change'],
      ['5', 'Who approves?', 'Access'],
      ['3', 'Who approves?', 'Jobs'],
    ];
    expect(importAll([first, again])).toEqual(['1: 5 Who approves?', '2: 4 Who approves?', '3: 3 Who approves?']);
  });

  it('finds a line without a number among those without one only', () => {
    const first: Line[] = [
      ['1', 'List all accounts'],
      ['', 'Anything else?'],
    ];
    const again: Line[] = [
      ['', 'List all accounts'],
      ['', 'Anything else?'],
    ];
    expect(importAll([first, again])).toEqual([
      '1: 1 List all accounts',
      'Q1:  Anything else?',
      'Q2:  List all accounts',
    ]);
  });
});

describe('a column that has no place in a file that comes again', () => {
  const first: Line[] = [
    ['1', 'List all accounts', 'Access'],
    ['2', 'Who approves?', 'Access'],
    ['3', 'Who approves?', 'Change'],
  ];

  it('keeps what is stored, and the rest is updated', () => {
    const again: Line[] = [
      ['1', 'List all accounts and their owners'],
      ['2', 'Who approves?'],
    ];
    expect(importFiles([first, again], ['questionNumber', 'question'])).toMatchObject([
      { questionNumber: '1', process: 'Access', question: 'List all accounts and their owners' },
      { questionNumber: '2', process: 'Access', question: 'Who approves?' },
      { questionNumber: '3', process: 'Change', question: 'Who approves?' },
    ]);
  });

  it('keeps the numbers of a file without any: words tell which question is meant, in their own process first', () => {
    const again: Line[] = [
      ['', 'Who approves?', 'Change'],
      ['', 'List all accounts', 'Accounts'],
    ];
    expect(importFiles([first, again], ['process', 'question'])).toMatchObject([
      { questionNumber: '1', process: 'Accounts', question: 'List all accounts' },
      { questionNumber: '2', process: 'Access', question: 'Who approves?' },
      { questionNumber: '3', process: 'Change', question: 'Who approves?' },
    ]);
  });

  it('is empty in a question that is new', () => {
    expect(importFiles([first, [['4', 'State the policy']]], ['questionNumber', 'question'])[3]).toMatchObject({
      questionNumber: '4',
      process: '',
    });
  });

  it('changes nothing where only such columns differ', () => {
    const { db } = openTestStore();
    const dates = { startDate: null, endDate: null };
    const id = insertApplication(db, { auditName: 'Q2', name: 'Stark', ciId: 'CI1', ...dates });
    insertQuestions(db, id, planImport([], first.map(itemOf), 'primary', questionColumns).added);
    const columns: QuestionColumn[] = ['questionNumber', 'question'];
    const lines = first.map((line) => inColumns(itemOf(line), columns));
    expect(planImport(listQuestions(db, id), lines, 'primary', columns)).toEqual({
      added: [],
      changed: [],
      changedColumns: [],
      unchanged: 3,
    });
  });
});
