import type { LegacyRow } from './source';
import { jsonOf, textOf } from './values';

/** A question of a file of the source. */
export interface ConvertedQuestion {
  /** Unique in the source: the file's id, the question's own and how often it has come so far. */
  sourceKey: string;
  /** The question's id in its file; it may come again. */
  givenId: string;
  fileType: 'primary' | 'followup';
  questionNumber: string;
  process: string;
  subProcess: string;
  question: string;
}

export type ConvertedFile = { ok: true; questions: ConvertedQuestion[]; unread: number } | { ok: false };

const word = (item: Record<string, unknown>, ...keys: string[]): string => {
  for (const key of keys) {
    const value = item[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
};

/** The questions of one file, in either of the two shapes they have had. */
export const convertFile = (row: LegacyRow): ConvertedFile => {
  const read = jsonOf(row, 'questions');
  if (!read.ok || (read.value !== undefined && read.value !== null && !Array.isArray(read.value))) return { ok: false };
  const fileType = textOf(row, 'file_type').toLowerCase() === 'followup' ? 'followup' : 'primary';
  const fileKey = textOf(row, 'id') || `${textOf(row, 'application_id')}/${textOf(row, 'file_name')}`;
  const seen = new Map<string, number>();
  const questions: ConvertedQuestion[] = [];
  let unread = 0;
  for (const item of (read.value as unknown[] | null | undefined) ?? []) {
    const members = item !== null && typeof item === 'object' ? (item as Record<string, unknown>) : {};
    const question = word(members, 'question', 'text');
    if (question === '') {
      unread += 1;
      continue;
    }
    const givenId = word(members, 'id', 'questionNumber');
    const times = (seen.get(givenId) ?? 0) + 1;
    seen.set(givenId, times);
    questions.push({
      sourceKey: `${fileKey}:${givenId}:${times}`,
      givenId,
      fileType,
      questionNumber: word(members, 'questionNumber', 'id'),
      process: word(members, 'process', 'category'),
      subProcess: word(members, 'subProcess', 'subcategory'),
      question,
    });
  }
  return { ok: true, questions, unread };
};
