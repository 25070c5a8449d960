import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Connector, FieldDefinition } from '../../../preload/contract';
import { textsOf } from '../../texts';
import styles from './connector-form.module.css';
import type { ConnectorFormValues, FieldInput, SecretInput } from './connector-form-model';
import { FieldControl } from './field-control';
import { SecretField } from './secret-field';

const t = textsOf('settings');

interface ConnectorFieldsProps {
  fields: FieldDefinition[];
  values: ConnectorFormValues;
  /** The connector as it is stored; null while it is new. */
  stored: Connector | null;
  errors: Record<string, string>;
  onField: (key: string, input: FieldInput) => void;
  onSecret: (key: string, input: SecretInput) => void;
}

const groups = ['connection', 'authentication', 'tls'] as const;

/** A tool type's own fields, by group. */
export const ConnectorFields = (props: ConnectorFieldsProps) => {
  const fieldsOf = (group: FieldDefinition['group']) => props.fields.filter((field) => field.group === group);
  return (
    <>
      {groups.map((group) => {
        const fields = fieldsOf(group);
        if (fields.length === 0) return null;
        return (
          <fieldset key={group} className={styles.group}>
            <legend className={styles.groupTitle}>{t(`groups.${group}`)}</legend>
            <FieldList {...props} fields={fields} />
          </fieldset>
        );
      })}
      <AdvancedFields {...props} fields={fieldsOf('advanced')} />
    </>
  );
};

const AdvancedFields = (props: ConnectorFieldsProps) => {
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (props.fields.length === 0) return null;
  // An error must not hide in a closed group.
  const shown = open || props.fields.some((field) => props.errors[field.key]);
  return (
    <div className={styles.group}>
      <Button
        className={styles.disclosure}
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-expanded={shown}
        aria-controls={panel}
        leftSection={<IconChevronRight size={14} className={styles.chevron} data-open={shown} aria-hidden />}
        onClick={() => setOpen(!shown)}
      >
        {t('groups.advanced')}
      </Button>
      <div id={panel} hidden={!shown}>
        {shown && (
          <div className={styles.groupFields}>
            <FieldList {...props} />
          </div>
        )}
      </div>
    </div>
  );
};

const FieldList = ({ fields, values, stored, errors, onField, onSecret }: ConnectorFieldsProps) => (
  <div className={styles.groupFields}>
    {fields.map((field) =>
      field.kind === 'secret' ? (
        <SecretField
          key={field.key}
          field={field}
          input={values.secrets[field.key] ?? { kind: 'keep' }}
          stored={storedPlace(stored, field.key)}
          error={errors[field.key]}
          onChange={(input) => onSecret(field.key, input)}
        />
      ) : (
        <FieldControl
          key={field.key}
          field={field}
          input={values.configuration[field.key] ?? ''}
          error={errors[field.key]}
          onChange={(input) => onField(field.key, input)}
        />
      ),
    )}
  </div>
);

const storedPlace = (stored: Connector | null, key: string): 'keychain' | 'session' | null => {
  if (stored?.sessionOnlyKeys.includes(key)) return 'session';
  return stored?.secretKeys.includes(key) ? 'keychain' : null;
};
