import { describe, expect, it } from 'vitest';
import { readDay } from '../../../renderer/components/days';
import {
  blankForm,
  checkForm,
  formOf,
  inputOf,
  isChanged,
} from '../../../renderer/features/applications/application-form';

const filled = { ...blankForm, auditName: 'Q2CA2025', name: 'Stark G4', ciId: 'CI21324354' };

describe('checkForm', () => {
  it('asks for names and the CI, blanks do not count', () => {
    expect(Object.keys(checkForm({ ...blankForm, name: '  ' }))).toEqual(['auditName', 'name', 'ciId']);
    expect(checkForm(filled)).toEqual({});
  });

  it('refuses an end before the start and takes either alone', () => {
    expect(checkForm({ ...filled, startDate: '2025-06-30', endDate: '2025-04-01' })).toHaveProperty('endDate');
    expect(checkForm({ ...filled, endDate: '2025-04-01' })).toEqual({});
    expect(checkForm({ ...filled, startDate: '2025-04-01', endDate: '2025-04-01' })).toEqual({});
  });
});

describe('a date that is written', () => {
  it('is a day with the year first, or with dots; never one with slashes, whose month nobody can tell', () => {
    const written = ['2026-11-26', ' 2026-1-5 ', '5.1.2026', '05. 01. 2026', '5 Jan 2026', '5 january 2026'];
    expect(written.map(readDay)).toEqual(['2026-11-26', ...Array(5).fill('2026-01-05')]);
    for (const text of [
      '',
      '31 Feb 2026',
      '5 Jam 2026',
      '03/04/2026',
      '2026-02-31',
      '31.2.2026',
      '2026-13-01',
      '26',
      '2026-11-26T10:00',
    ]) {
      expect(readDay(text), text).toBeUndefined();
    }
  });

  it('keeps the form from being saved where it is none', () => {
    expect(checkForm({ ...filled, startDate: '03/04/2026', endDate: '2026-04-01' })).toEqual({
      startDate: 'There is no such day. Write it as 2026-01-31 or 31 Jan 2026.',
    });
  });
});

describe('inputOf', () => {
  it('trims texts and sends no date as null', () => {
    expect(inputOf({ ...filled, ciId: ' CI21324354 ' })).toEqual({
      auditName: 'Q2CA2025',
      name: 'Stark G4',
      ciId: 'CI21324354',
      startDate: null,
      endDate: null,
    });
  });
});

describe('isChanged', () => {
  it('compares with what is stored', () => {
    const stored = formOf({
      id: 1,
      auditName: 'Q2CA2025',
      name: 'Stark G4',
      ciId: 'CI21324354',
      startDate: null,
      endDate: null,
      status: 'In Progress',
      archivedAt: null,
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    expect(isChanged(filled, stored)).toBe(false);
    expect(isChanged({ ...filled, status: 'Complete' }, stored)).toBe(true);
  });
});
