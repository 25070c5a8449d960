import { TextInput, type TextInputProps } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { textsOf } from '../texts';
import { readDay } from './days';
import { formatWholeDay } from './format';

const t = textsOf('components');

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** A day as `2026-01-31`, or what was written instead of one. */
  value: string;
  onChange: (value: string) => void;
}

/**
 * A day, written as `2026-01-31` and shown as every other date of the window once the field is left. A field of the system's
 * own follows the system's language, where 03/04 may be in March or in April.
 */
export const DateField = ({ value, onChange, error, ...input }: DateFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const element = useRef<HTMLInputElement>(null);
  const day = readDay(value);
  const writing = draft !== null;
  // What is typed replaces what was there, as in any field that the Tab key comes to, though its text has just changed.
  useLayoutEffect(() => {
    if (writing) element.current?.select();
  }, [writing]);
  const write = (text: string) => {
    setDraft(text);
    onChange(readDay(text) ?? text.trim());
  };
  return (
    <TextInput
      {...input}
      ref={element}
      placeholder={t('day.pattern')}
      value={draft ?? (day ? formatWholeDay(day) : value)}
      error={error ?? (!writing && value !== '' && !day ? t('day.wrong') : undefined)}
      onFocus={() => setDraft(value)}
      onBlur={() => setDraft(null)}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
};
