import { Button, Input, PasswordInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { FieldDefinition } from '../../../preload/contract';
import { textsOf } from '../../texts';
import styles from './connector-form.module.css';
import type { SecretInput } from './connector-form-model';

const t = textsOf('settings');

interface SecretFieldProps {
  field: FieldDefinition;
  input: SecretInput;
  /** Where a secret of this field is stored now; null where there is none. */
  stored: 'keychain' | 'session' | null;
  error?: string;
  onChange: (input: SecretInput) => void;
}

/** A secret goes one way: it can be written, replaced and removed here, and is never read back. */
export const SecretField = ({ field, input, stored, error, onChange }: SecretFieldProps) => {
  if (stored !== null && input.kind !== 'set') {
    return (
      <StoredSecret
        field={field}
        removed={input.kind === 'remove'}
        place={t(`secret.${stored}`)}
        error={error}
        onChange={onChange}
      />
    );
  }
  return (
    <div className={styles.secret}>
      <PasswordInput
        className={styles.secretInput}
        label={field.label}
        description={field.help}
        placeholder={field.placeholder}
        error={error}
        required={field.required}
        autoComplete="new-password"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('secret.show', { field: field.label }) }}
        autoFocus={stored !== null}
        value={input.kind === 'set' ? input.value : ''}
        onChange={(event) => onChange({ kind: 'set', value: event.currentTarget.value })}
      />
      {stored !== null && (
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('secret.keepWhat', { field: field.label })}
          onClick={() => onChange({ kind: 'keep' })}
        >
          {t('secret.keepStored')}
        </Button>
      )}
    </div>
  );
};

interface StoredSecretProps {
  field: FieldDefinition;
  removed: boolean;
  place: string;
  error?: string;
  onChange: (input: SecretInput) => void;
}

const StoredSecret = ({ field, removed, place, error, onChange }: StoredSecretProps) => (
  <Input.Wrapper label={field.label} description={field.help} error={error} labelElement="div">
    <div className={styles.path}>
      <IconKey size={15} aria-hidden />
      <span className={styles.pathText}>{removed ? t('secret.willBeRemoved') : place}</span>
      {removed ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('secret.keepWhat', { field: field.label })}
          onClick={() => onChange({ kind: 'keep' })}
        >
          {t('secret.keep')}
        </Button>
      ) : (
        <>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('secret.replaceWhat', { field: field.label })}
            data-refused={error ? true : undefined}
            onClick={() => onChange({ kind: 'set', value: '' })}
          >
            {t('secret.replace')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('secret.removeWhat', { field: field.label })}
            onClick={() => onChange({ kind: 'remove' })}
          >
            {t('secret.remove')}
          </Button>
        </>
      )}
    </div>
  </Input.Wrapper>
);
