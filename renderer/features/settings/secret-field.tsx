import { Button, Input, PasswordInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { FieldDefinition } from '../../../preload/contract';
import styles from './connector-form.module.css';
import type { SecretInput } from './connector-form-model';

interface SecretFieldProps {
  field: FieldDefinition;
  input: SecretInput;
  /** Where a secret of this field is stored now; null where there is none. */
  stored: 'keychain' | 'session' | null;
  error?: string;
  onChange: (input: SecretInput) => void;
}

const places = { keychain: 'Stored in the keychain', session: 'Kept for this session only' };

/** A secret goes one way: it can be written, replaced and removed here, and is never read back. */
export const SecretField = ({ field, input, stored, error, onChange }: SecretFieldProps) => {
  if (stored !== null && input.kind !== 'set') {
    return (
      <StoredSecret
        field={field}
        removed={input.kind === 'remove'}
        place={places[stored]}
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
        visibilityToggleButtonProps={{ 'aria-label': `Show what is written in ${field.label}` }}
        autoFocus={stored !== null}
        value={input.kind === 'set' ? input.value : ''}
        onChange={(event) => onChange({ kind: 'set', value: event.currentTarget.value })}
      />
      {stored !== null && (
        <Button
          variant="subtle"
          color="gray"
          aria-label={`Keep the stored ${field.label}`}
          onClick={() => onChange({ kind: 'keep' })}
        >
          Keep stored
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
      <span className={styles.pathText}>{removed ? 'Will be removed when you save' : place}</span>
      {removed ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Keep the stored ${field.label}`}
          onClick={() => onChange({ kind: 'keep' })}
        >
          Keep
        </Button>
      ) : (
        <>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Replace ${field.label}`}
            data-refused={error ? true : undefined}
            onClick={() => onChange({ kind: 'set', value: '' })}
          >
            Replace
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Remove ${field.label}`}
            onClick={() => onChange({ kind: 'remove' })}
          >
            Remove
          </Button>
        </>
      )}
    </div>
  </Input.Wrapper>
);
