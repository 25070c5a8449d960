import type { AuditEntry, Environment, Preferences } from '../../../preload/contract';
import { environmentName } from '../../components/environment-badge';
import { formatCount, formatWholeDay } from '../../components/format';
import { textsOf } from '../../texts';
import { statusName } from '../applications/application-form';

const t = textsOf('audit-log');
const ofSettings = textsOf('settings');

type Details = AuditEntry['details'];

interface Change {
  from: unknown;
  to: unknown;
}

/** How the values of a field are told. */
type Wording = (value: string) => string;

const asItIs: Wording = (value) => value;

/** Details are read back as they were recorded, perhaps by another version: anything may be missing. */
const groupOf = (value: unknown): Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Details) : {};

const isChange = (value: unknown): value is Change => 'from' in groupOf(value) && 'to' in groupOf(value);

const wordsOf = (value: unknown): string => {
  if (typeof value === 'boolean') return t(value ? 'change.on' : 'change.off');
  if (typeof value === 'number') return formatCount(value);
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
};

/** One field from what to what; nothing where it is as it was or was not recorded. */
const tell = (name: string, change: unknown, wording: Wording): string[] => {
  if (!isChange(change)) return [];
  const [before, after] = [wordsOf(change.from), wordsOf(change.to)].map((words) => words && wording(words));
  if (before === after || before === undefined || after === undefined) return [];
  if (before === '') return [t('change.set', { name, after })];
  return [after === '' ? t('change.unset', { name, before }) : t('change.fromTo', { name, before, after })];
};

/** A long text is not repeated in the sentence: the entry shows it when it is opened. */
const tellText = (name: string, change: unknown): string[] => {
  if (!isChange(change) || change.from === change.to) return [];
  if (!change.from) return [t('change.written', { name })];
  return [t(change.to ? 'change.rewritten' : 'change.removed', { name })];
};

const day: Wording = (value) => (/^\d{4}-\d\d-\d\d$/.test(value) ? formatWholeDay(value) : value);

const preferenceWordings: Record<keyof Preferences, Wording> = {
  theme: (value) => ofSettings(`theme.${value as Preferences['theme']}`),
  language: (value) => ofSettings(`language.${value as Preferences['language']}`),
  notifyOfRuns: asItIs,
  maximumRows: asItIs,
  maximumMegabytes: asItIs,
  maximumMinutes: asItIs,
  lockAfterMinutes: asItIs,
  lockWithScreen: asItIs,
};

/** Tells the fields of a table of wordings, in its order. */
const tellAll = <Field extends string>(
  wordings: Record<Field, Wording>,
  nameOf: (field: Field) => string,
  changeOf: (field: Field) => unknown,
): string =>
  (Object.keys(wordings) as Field[])
    .flatMap((field) => tell(nameOf(field), changeOf(field), wordings[field]))
    .join(', ');

/** Which preferences were changed. Earlier versions recorded only what was set, which is not told as a change. */
export const preferenceChanges = (details: Details): string =>
  tellAll(
    preferenceWordings,
    (key) => t(`preference.${key}`),
    (key) => details[key],
  );

/** What a person decided for a question; empty where it was saved as it had been. */
export const analysisChanges = (details: Details): string => {
  const { toolSuggestion, connectorToUse, query, prompt } = groupOf(details.changes);
  return [
    ...tell(t('field.toolType'), toolSuggestion, asItIs),
    ...tell(t('field.connector'), connectorToUse, asItIs),
    ...tellText(t('field.query'), query),
    ...tellText(t('field.note'), prompt),
  ].join(', ');
};

const applicationWordings = {
  auditName: asItIs,
  name: asItIs,
  startDate: day,
  endDate: day,
  status: (value: string) => statusName(value as Parameters<typeof statusName>[0]),
};

/** An audit is recorded whole, before and after. */
export const applicationChanges = (details: Details): string => {
  const [before, after] = [groupOf(details.before), groupOf(details.after)];
  return tellAll(
    applicationWordings,
    (key) => t(`field.${key}`),
    (key) => ({ from: before[key], to: after[key] }),
  );
};

/** What was changed of a connector besides its name; of a secret only that it was. */
export const connectorChanges = (details: Details): string => {
  const plain = (key: string) => key.replaceAll('_', ' ');
  return [
    ...tell(t('field.environment'), details.environment, (value) => environmentName(value as Environment)),
    ...Object.entries(groupOf(details.configuration)).flatMap(([key, change]) => tell(plain(key), change, asItIs)),
    ...Object.entries(groupOf(details.secretsChanged)).map(([key, change]) =>
      t(change === 'removed' ? 'change.removed' : 'change.replaced', { name: plain(key) }),
    ),
    ...tellText(t('field.notes'), details.notes),
  ].join(', ');
};

const mostQuestions = 8;

/** The numbers of the questions that an entry names, the first few of many. */
export const questionsIn = (details: Details, key: string): string => {
  const listed = Array.isArray(details[key]) ? (details[key] as unknown[]) : [];
  const names = listed.map((item) => wordsOf(groupOf(item).questionId)).filter((name) => name !== '');
  return names.slice(0, mostQuestions).join(', ') + (names.length > mostQuestions ? ' …' : '');
};
