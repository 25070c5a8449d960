import { describe, expect, it } from 'vitest';
import { insertApplication, insertQuestions, listQuestions, updateQuestions } from '../../../db';
import { planImport } from '../../../main/services/question-import';
import { openTestStore } from '../../support/store';

type Line = [questionNumber: string, question: string, process?: string];

const itemOf = ([questionNumber, question, process = 'Access']: Line) => ({
  questionNumber,
  question,
  process,
  subProcess: '',
});

/** Imports one file after the other into an audit; answers its questions as `id: number text`. */
const importAll = (files: Line[][]) => {
  const { db } = openTestStore();
  const dates = { startDate: null, endDate: null };
  const applicationId = insertApplication(db, { auditName: 'Q2', name: 'Stark', ciId: 'CI1', ...dates });
  for (const lines of files) {
    const plan = planImport(listQuestions(db, applicationId), lines.map(itemOf), 'primary');
    insertQuestions(db, applicationId, plan.added);
    updateQuestions(
      db,
      applicationId,
      plan.changed.map(({ after }) => after),
    );
  }
  return listQuestions(db, applicationId).map(
    ({ questionId, questionNumber, question }) => `${questionId}: ${questionNumber} ${question}`,
  );
};

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
