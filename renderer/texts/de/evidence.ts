import type { evidence as english } from '../en/evidence';
import type { Translation } from '../types';

export const evidence: Translation<typeof english> = {
  final: {
    mark: 'Als endgültig markieren',
    marked: 'Endgültig',
    notMarked: 'Der Nachweis wurde nicht als endgültig markiert',
    notMarkedKept: 'Der Nachweis ist unverändert.',
    done: 'Als endgültig markiert: Frage {{question}}',
  },
};
