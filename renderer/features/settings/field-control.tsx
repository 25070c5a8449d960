import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { FieldDefinition } from '../../../preload/contract';
import { textsOf } from '../../texts';
import styles from './connector-form.module.css';
import type { FieldInput } from './connector-form-model';
import { PathField, type PickPurpose } from './path-field';

const t = textsOf('settings');

interface FieldControlProps {
  field: FieldDefinition;
  input: FieldInput;
  error?: string;
  onChange: (input: FieldInput) => void;
}

const textOf = (input: FieldInput): string => (typeof input === 'string' ? input : '');

/** What a path is chosen for is the one option of its field; without one it is a certificate. */
const purposeOf = ({ options }: FieldDefinition): PickPurpose =>
  (options?.[0]?.value as PickPurpose | undefined) ?? 'ca';

/** The control of one field that is no secret, chosen by the field's kind alone. */
export const FieldControl = ({ field, input, error, onChange }: FieldControlProps) => {
  const common = { label: field.label, description: field.help, error, required: field.required };
  switch (field.kind) {
    case 'boolean':
      return (
        <Checkbox
          label={field.label}
          description={field.help}
          error={error}
          checked={input === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'select':
      return (
        <Select
          {...common}
          data={field.options ?? []}
          placeholder={field.placeholder}
          value={textOf(input) || null}
          allowDeselect={!field.required}
          onChange={(value) => onChange(value ?? '')}
        />
      );
    case 'list':
      return (
        <Textarea
          {...common}
          description={field.help ?? t('field.onePerLine')}
          placeholder={field.placeholder}
          autosize
          minRows={2}
          maxRows={8}
          value={textOf(input)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'path':
      return <PathField {...common} purpose={purposeOf(field)} input={input} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...common}
          placeholder={field.placeholder}
          classNames={field.kind === 'number' ? { wrapper: styles.number } : undefined}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          spellCheck={false}
          autoComplete="off"
          value={textOf(input)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
};
