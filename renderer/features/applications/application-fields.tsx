import { Input, NativeSelect, TextInput } from '@mantine/core';
import { type ChangeEvent, useEffect } from 'react';
import { DateField } from '../../components/date-field';
import { textsOf } from '../../texts';
import { loadCis, useConnectors } from '../settings/connectors-store';
import { type ApplicationForm, type FieldErrors, statusName } from './application-form';
import styles from './applications.module.css';

const t = textsOf('applications');

const statuses = () => (['In Progress', 'Complete'] as const).map((value) => ({ value, label: statusName(value) }));

interface ApplicationFieldsProps {
  form: ApplicationForm;
  errors: FieldErrors;
  onChange: (changes: Partial<ApplicationForm>) => void;
  /** A new audit is always in progress. */
  withStatus: boolean;
  readOnly?: boolean;
}

export const ApplicationFields = ({ form, errors, onChange, withStatus, readOnly = false }: ApplicationFieldsProps) => {
  const cis = useConnectors((state) => state.cis);
  useEffect(() => void loadCis(), []);
  const field = (key: keyof ApplicationForm) => ({
    value: form[key],
    error: errors[key],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange({ [key]: event.currentTarget.value }),
  });
  const text = (key: keyof ApplicationForm) => ({ ...field(key), readOnly });
  const day = (key: 'startDate' | 'endDate') => ({
    ...text(key),
    // Told when the form is sent, as of every field: what appears as the field is left would push the button away that is being pressed.
    error: errors[key] ?? false,
    onChange: (value: string) => onChange({ [key]: value }),
  });
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('fields.auditName')}
        description={t('fields.auditNameHelp')}
        required
        autoFocus={!withStatus}
        maxLength={200}
        {...text('auditName')}
      />
      <TextInput
        label={t('fields.name')}
        description={t('fields.nameHelp')}
        required
        maxLength={200}
        {...text('name')}
      />
      <TextInput
        label={t('fields.ci')}
        description={t('fields.ciHelp')}
        required
        maxLength={200}
        list="known-cis"
        {...text('ciId')}
      />
      <datalist id="known-cis">
        {cis.map(({ ciId }) => (
          <option key={ciId} value={ciId} />
        ))}
      </datalist>
      <div className={styles.pair}>
        <DateField label={t('fields.startDate')} {...day('startDate')} />
        <DateField label={t('fields.endDate')} {...day('endDate')} />
      </div>
      <Input.Description>{t('fields.datesHelp')}</Input.Description>
      {withStatus && (
        <NativeSelect
          label={t('fields.status')}
          description={t('fields.statusHelp')}
          data={statuses()}
          disabled={readOnly}
          {...field('status')}
        />
      )}
    </div>
  );
};
