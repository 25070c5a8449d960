import { describe, expect, it } from 'vitest';
import type { Analysis, Connector } from '../../../preload/contract';
import {
  type AnalysesState,
  type AnalysisEdit,
  applyEdit,
  dropRefused,
  editsToSend,
  followNotes,
  saveItems,
  settleFailed,
  settleSaved,
  takeStored,
} from '../../../renderer/features/analysis/unsaved-edits';

const analysis = (questionId: string, changes: Partial<Analysis> = {}): Analysis => ({
  applicationId: 1,
  questionId,
  originalQuestion: 'Who?',
  category: '',
  subcategory: '',
  prompt: '',
  query: 'select 1',
  toolSuggestion: 'Alpha DB',
  connectorId: 1,
  connectorName: 'Production',
  connectorReason: 'because it asks for users',
  confidence: 0.9,
  chosenBy: 'rule',
  resolution: 'selected',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...changes,
});

const connector = (id: number, connectorType: string, connectorName: string) =>
  ({ id, connectorType, connectorName }) as Connector;

const connectors = new Map([
  ['Alpha DB', [connector(1, 'Alpha DB', 'Production'), connector(2, 'Alpha DB', 'Development')]],
  ['Tickets', [connector(3, 'Tickets', 'Service desk')]],
]);

const stateWith = (...analyses: Analysis[]): AnalysesState => ({
  analyses: new Map(analyses.map((each) => [each.questionId, each])),
  unsaved: new Map(),
});

const blank = (questionId: string) =>
  analysis(questionId, { toolSuggestion: null, connectorId: null, connectorName: null, resolution: 'needs-selection' });

const edit = (state: AnalysesState, ids: string[], change: AnalysisEdit) =>
  applyEdit(state, ids, () => change, connectors, blank);

const refused = { code: 'DISK_FULL', message: 'The disk is full.' } as const;

describe('applyEdit', () => {
  it('shows a new tool type at once, with its connector cleared', () => {
    const state = edit(stateWith(analysis('1')), ['1'], { choice: { toolType: 'Tickets', connectorId: null } });
    expect(state.analyses.get('1')).toMatchObject({
      toolSuggestion: 'Tickets',
      connectorId: null,
      resolution: 'only-one-of-type',
      chosenBy: 'person',
      connectorReason: '',
      query: 'select 1',
    });
  });

  it('assigns many questions together and leaves the others as they are', () => {
    const other = analysis('3');
    const state = edit(stateWith(analysis('1'), analysis('2'), other), ['1', '2'], {
      choice: { toolType: 'Alpha DB', connectorId: 2 },
    });
    expect([...state.analyses.values()].map((each) => each.connectorName)).toEqual([
      'Development',
      'Development',
      'Production',
    ]);
    expect(state.analyses.get('3')).toBe(other);
  });

  it('takes back what was said of a query once the query, or where it runs, is another one', () => {
    const judged = stateWith(analysis('1', { queryProblem: 'DELETE deletes rows.', hasRun: true }));
    const problemAfter = (change: AnalysisEdit) => edit(judged, ['1'], change).analyses.get('1')?.queryProblem;
    expect(problemAfter({ query: 'select 2' })).toBeUndefined();
    expect(edit(judged, ['1'], { query: 'select 2' }).analyses.get('1')?.hasRun).toBeUndefined();
    expect(problemAfter({ choice: { toolType: 'Alpha DB', connectorId: 2 } })).toBeUndefined();
    expect(problemAfter({ prompt: 'Who can log in' })).toBe('DELETE deletes rows.');
  });

  it('starts an analysis for a question that has none', () => {
    const state = edit(stateWith(), ['9'], { query: 'select 9' });
    expect(state.analyses.get('9')).toMatchObject({ query: 'select 9', toolSuggestion: null });
  });
});

describe('saveItems', () => {
  it('sends the pair always and of the texts only what was changed', () => {
    const state = edit(stateWith(analysis('1')), ['1'], { query: 'select 2' });
    expect(saveItems(state, editsToSend(state, null))).toEqual([
      { questionId: '1', toolSuggestion: 'Alpha DB', connectorId: 1, query: 'select 2' },
    ]);
  });

  it('does not choose the only connector of a type by saving a text', () => {
    const offered = analysis('1', { toolSuggestion: 'Tickets', connectorId: 3, resolution: 'only-one-of-type' });
    const state = edit(stateWith(offered), ['1'], { prompt: 'List them' });
    expect(saveItems(state, editsToSend(state, null))).toEqual([
      { questionId: '1', toolSuggestion: 'Tickets', connectorId: null, prompt: 'List them' },
    ]);
  });
});

describe('saying that a question can not be answered', () => {
  const suggested = analysis('1', { toolSuggestion: null, connectorId: null, resolution: 'needs-selection' });

  it('chooses nothing, is sent with the pair as it is, and taken back by null', () => {
    const said = edit(stateWith(suggested), ['1'], { notAnswerable: 'Switched off.' });
    expect(said.analyses.get('1')).toEqual({ ...suggested, notAnswerable: 'Switched off.' });
    const item = { questionId: '1', toolSuggestion: null, connectorId: null };
    expect(saveItems(said, editsToSend(said, null))).toEqual([{ ...item, notAnswerable: 'Switched off.' }]);
    const back = edit(said, ['1'], { notAnswerable: null });
    expect(back.analyses.get('1')?.notAnswerable).toBeUndefined();
    expect(saveItems(back, editsToSend(back, null))).toEqual([{ ...item, notAnswerable: null }]);
  });

  it('keeps the reason that could not be saved, and the state through a choice', () => {
    const said = edit(stateWith(suggested), ['1'], { notAnswerable: 'Switched off.' });
    const failed = settleFailed(said, editsToSend(said, null), refused, connectors);
    expect(failed.analyses.get('1')?.notAnswerable).toBe('Switched off.');
    expect(failed.unsaved.get('1')?.error).toEqual(refused);
    const chosen = edit(said, ['1'], { choice: { toolType: 'Tickets', connectorId: 3 } });
    expect(chosen.analyses.get('1')).toMatchObject({ notAnswerable: 'Switched off.', resolution: 'selected' });
  });
});

describe('settleSaved', () => {
  it('takes what main answered and has nothing left to save', () => {
    const state = edit(stateWith(analysis('1')), ['1'], { query: 'select 2' });
    const answer = analysis('1', { query: 'select 2', updatedAt: '2026-02-02T00:00:00.000Z' });
    const settled = settleSaved(state, editsToSend(state, null), [answer], connectors);
    expect(settled.analyses.get('1')).toEqual(answer);
    expect(settled.unsaved.size).toBe(0);
  });

  it('keeps what was typed while the save was under way', () => {
    const first = edit(stateWith(analysis('1')), ['1'], { query: 'select 2' });
    const sent = editsToSend(first, null);
    const second = edit(first, ['1'], { query: 'select 23' });
    const settled = settleSaved(second, sent, [analysis('1', { query: 'select 2' })], connectors);
    expect(settled.analyses.get('1')?.query).toBe('select 23');
    expect(saveItems(settled, editsToSend(settled, null))).toMatchObject([{ query: 'select 23' }]);
  });
});

describe('settleFailed', () => {
  it('takes a refused selection back', () => {
    const state = edit(stateWith(analysis('1')), ['1'], { choice: { toolType: 'Tickets', connectorId: 3 } });
    const settled = settleFailed(state, editsToSend(state, null), refused, connectors);
    expect(settled.analyses.get('1')).toEqual(analysis('1'));
    expect(settled.unsaved.size).toBe(0);
  });

  it('keeps refused text, says why, and sends it again only when told to', () => {
    const state = edit(stateWith(analysis('1')), ['1'], { query: 'select 2' });
    const settled = settleFailed(state, editsToSend(state, null), refused, connectors);
    expect(settled.analyses.get('1')?.query).toBe('select 2');
    expect(settled.unsaved.get('1')?.error).toEqual(refused);
    expect(editsToSend(settled, null).size).toBe(0);
    expect(editsToSend(settled, '1').size).toBe(1);
  });

  it('sends refused text again once it is changed', () => {
    const state = edit(stateWith(analysis('1')), ['1'], { query: 'select 2' });
    const settled = settleFailed(state, editsToSend(state, null), refused, connectors);
    expect(editsToSend(edit(settled, ['1'], { query: 'select 3' }), null).size).toBe(1);
  });

  it('keeps a selection that was made after the refused one', () => {
    const first = edit(stateWith(analysis('1')), ['1'], { choice: { toolType: 'Tickets', connectorId: 3 } });
    const sent = editsToSend(first, null);
    const second = edit(first, ['1'], { choice: { toolType: 'Alpha DB', connectorId: 2 } });
    const settled = settleFailed(second, sent, refused, connectors);
    expect(settled.analyses.get('1')).toMatchObject({ toolSuggestion: 'Alpha DB', connectorId: 2 });
    expect(editsToSend(settled, null).size).toBe(1);
  });
});

describe('takeStored', () => {
  it('takes a fresh list and keeps unsaved text on top of it', () => {
    const state = edit(stateWith(analysis('1'), analysis('2')), ['1'], { query: 'select 2' });
    const fresh = [analysis('1', { resolution: 'ambiguous' }), analysis('2', { resolution: 'ambiguous' })];
    const taken = takeStored(state, fresh, connectors);
    expect(taken.analyses.get('1')).toMatchObject({ resolution: 'ambiguous', query: 'select 2' });
    expect(taken.analyses.get('2')).toEqual(fresh[1]);
    expect(taken.unsaved.size).toBe(1);
  });
});

describe('dropRefused', () => {
  it('shows what is stored again, and keeps what waits to be saved', () => {
    const both = edit(stateWith(analysis('1'), analysis('2')), ['1', '2'], { query: 'select 2' });
    const refusedOne = settleFailed(both, new Map([['1', { query: 'select 2' }]]), refused, connectors);
    const dropped = dropRefused(refusedOne);
    expect(dropped.analyses.get('1')).toEqual(analysis('1'));
    expect(dropped.analyses.get('2')?.query).toBe('select 2');
    expect([...dropped.unsaved.keys()]).toEqual(['2']);
  });
});

describe('a suggested note that went with its query', () => {
  const noted = edit(stateWith(analysis('1', { prompt: 'Proves who.' })), ['1'], { query: 'select 2' });
  const without = [analysis('1', { query: 'select 2' })];

  it('is told of until the question has a note again, or a person has written or cleared one', () => {
    const gone = followNotes(new Set(), noted, new Map([['1', { query: 'select 2' }]]), without);
    expect([...gone]).toEqual(['1']);
    const later = edit(stateWith(...without), ['1'], { query: 'select 3' });
    expect([...followNotes(gone, later, new Map([['1', { query: 'select 3' }]]), without)]).toEqual(['1']);
    expect([...followNotes(gone, later, new Map([['1', {}]]), [analysis('1', { prompt: 'Proves who.' })])]).toEqual([]);
    expect([...followNotes(gone, later, new Map([['1', { prompt: '' }]]), without)]).toEqual([]);
  });
});
