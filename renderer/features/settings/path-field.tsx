import { Button, CloseButton, Input } from '@mantine/core';
import { useId } from 'react';
import { bridge } from '../../bridge';
import { valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import styles from './connector-form.module.css';
import type { FieldInput } from './connector-form-model';

const t = textsOf('settings');

export type PickPurpose = Parameters<typeof bridge.files.pick>[0]['purpose'];

interface PathFieldProps {
  purpose: PickPurpose;
  label: string;
  description?: string;
  error?: string;
  required: boolean;
  input: FieldInput;
  onChange: (input: FieldInput) => void;
}

const shownPath = (input: FieldInput): string => {
  if (typeof input === 'object') return input.displayPath;
  return typeof input === 'string' ? input : '';
};

/** A file or folder chosen in main's own dialog; the window gets its display path and a token, never file access. */
export const PathField = ({ purpose, label, description, error, required, input, onChange }: PathFieldProps) => {
  const id = useId();
  const path = shownPath(input);
  const what = purpose === 'folder' ? 'folder' : 'file';
  const choose = async () => {
    const picked = await valueOrNotice(bridge.files.pick({ purpose }), t(`path.${what}.failed`));
    if (picked) onChange(picked);
  };
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error}
      required={required}
      labelElement="div"
      labelProps={{ id: `${id}-name` }}
    >
      <div className={styles.path}>
        <Button
          variant="default"
          aria-describedby={`${id}-name`}
          aria-label={`${t(`path.${what}.choose`)} ${label}`}
          onClick={() => void choose()}
        >
          {t(`path.${what}.choose`)}
        </Button>
        <span className={styles.pathText} title={path}>
          {path || t(`path.${what}.none`)}
        </span>
        {path && !required && (
          <CloseButton aria-label={t('path.removeWhat', { field: label })} onClick={() => onChange('')} />
        )}
      </div>
    </Input.Wrapper>
  );
};
