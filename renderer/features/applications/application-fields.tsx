import { NativeSelect, TextInput } from '@mantine/core';
import { type ChangeEvent, useEffect } from 'react';
import { loadCis, useConnectors } from '../settings/connectors-store';
import type { ApplicationForm, FieldErrors } from './application-form';
import styles from './applications.module.css';

interface ApplicationFieldsProps {
  form: ApplicationForm;
  errors: FieldErrors;
  onChange: (changes: Partial<ApplicationForm>) => void;
  /** A new audit is always in progress. */
  withStatus: boolean;
}

export const ApplicationFields = ({ form, errors, onChange, withStatus }: ApplicationFieldsProps) => {
  const cis = useConnectors((state) => state.cis);
  useEffect(() => void loadCis(), []);
  const field = (key: keyof ApplicationForm) => ({
    value: form[key],
    error: errors[key],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange({ [key]: event.currentTarget.value }),
  });
  return (
    <div className={styles.fields}>
      <TextInput
        label="Audit name"
        description="What you call this engagement, for example Q2CA2025."
        required
        autoFocus={!withStatus}
        maxLength={200}
        {...field('auditName')}
      />
      <TextInput
        label="Application name"
        description="The client’s application that is audited."
        required
        maxLength={200}
        {...field('name')}
      />
      <TextInput
        label="CI"
        description="The client’s identifier of the application. All audits of a CI share its connectors."
        required
        maxLength={200}
        list="known-cis"
        {...field('ciId')}
      />
      <datalist id="known-cis">
        {cis.map(({ ciId }) => (
          <option key={ciId} value={ciId} />
        ))}
      </datalist>
      <div className={styles.pair}>
        <TextInput type="date" label="Start date" {...field('startDate')} />
        <TextInput type="date" label="End date" {...field('endDate')} />
      </div>
      {withStatus && <NativeSelect label="Status" data={['In Progress', 'Complete']} {...field('status')} />}
    </div>
  );
};
