import { describe, expect, it } from 'vitest';
import { drawMatrix, listMessages, type MarkedTest } from '../../contract/matrix';

const tests: MarkedTest[] = [
  { mark: { type: 'Paper Files', case: 'schema', notes: ['two drawers'] }, passed: true },
  {
    mark: {
      type: 'Tape',
      case: 'schema',
      heard: [{ code: 'CONNECTION_FAILED', reason: 'REFUSED', message: 'No tape in slot 1.', hint: 'Insert one.' }],
    },
    passed: false,
  },
  {
    mark: {
      type: 'Tape',
      caseNames: ['schema', 'stall', 'cut'],
      notApplicable: { stall: 'tape never stalls', cut: 'tape never stalls' },
    },
    passed: true,
  },
];

describe('the matrix of the contract suite', () => {
  it('tells kept, broken and impossible cases apart, and those that nobody spoke of', () => {
    expect(drawMatrix(tests)).toEqual([
      '        Paper',
      '        Files  Tape',
      'schema    ✓      ✗',
      'stall     ?      –',
      'cut       ?      –',
      '',
      'Paper Files',
      '  ✓ schema: two drawers',
      'Tape',
      '  – stall, cut: tape never stalls',
    ]);
  });

  it('keeps what people were told', () => {
    expect(listMessages(tests)).toEqual(['Tape · schema · REFUSED\n  No tape in slot 1.\n  → Insert one.\n']);
  });
});
