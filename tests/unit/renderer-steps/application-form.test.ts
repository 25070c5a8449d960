import { describe, expect, it } from 'vitest';
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
