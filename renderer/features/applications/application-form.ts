import type { Application } from '../../../preload/contract';
import { readDay } from '../../components/days';
import { textsOf } from '../../texts';

const t = textsOf('applications');
const ofComponents = textsOf('components');

/** What the form of Step 1 holds: texts as they are typed, empty where nothing is. */
export interface ApplicationForm {
  auditName: string;
  name: string;
  ciId: string;
  startDate: string;
  endDate: string;
  status: Application['status'];
}

/** The words of a status. */
export const statusName = (status: Application['status']): string =>
  t(status === 'Complete' ? 'status.complete' : 'status.inProgress');

export type FieldErrors = Partial<Record<keyof ApplicationForm, string>>;

export const blankForm: ApplicationForm = {
  auditName: '',
  name: '',
  ciId: '',
  startDate: '',
  endDate: '',
  status: 'In Progress',
};

export const formOf = ({ auditName, name, ciId, startDate, endDate, status }: Application): ApplicationForm => ({
  auditName,
  name,
  ciId,
  startDate: startDate ?? '',
  endDate: endDate ?? '',
  status,
});

const requiredFields = ['auditName', 'name', 'ciId'] as const;

/** What keeps the form from being saved, by field; main checks it all again. */
export const checkForm = (form: ApplicationForm): FieldErrors => {
  const errors: FieldErrors = {};
  for (const field of requiredFields) {
    if (form[field].trim() === '') errors[field] = t(`missing.${field}`);
  }
  for (const field of ['startDate', 'endDate'] as const) {
    if (form[field] !== '' && readDay(form[field]) === undefined) errors[field] = ofComponents('day.wrong');
  }
  if (!errors.startDate && !errors.endDate && form.endDate !== '' && form.endDate < form.startDate) {
    errors.endDate = t('endBeforeStart');
  }
  return errors;
};

/** The form as the bridge takes it. */
export const inputOf = ({ auditName, name, ciId, startDate, endDate }: ApplicationForm) => ({
  auditName: auditName.trim(),
  name: name.trim(),
  ciId: ciId.trim(),
  startDate: startDate || null,
  endDate: endDate || null,
});

export const isChanged = (form: ApplicationForm, from: ApplicationForm): boolean =>
  (Object.keys(from) as (keyof ApplicationForm)[]).some((field) => form[field] !== from[field]);
