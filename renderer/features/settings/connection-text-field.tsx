import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import type { Filled } from './use-connector-form';

const t = textsOf('settings');

interface ConnectionTextFieldProps {
  fillFrom(text: string): Promise<Filled>;
}

/** Takes a connection string or an address as others hand it out. It is forgotten at once: it may hold a password. */
export const ConnectionTextField = ({ fillFrom }: ConnectionTextFieldProps) => {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [filled, setFilled] = useState<string>();

  const fill = async (pasted: string) => {
    setText('');
    const { error: refused, filled: fields = [] } = await fillFrom(pasted);
    setError(refused && fromMain(refused.message));
    setFilled(refused ? undefined : t('connectionText.filled', { fields: fields.join(', ') }));
  };

  return (
    <TextInput
      label={t('connectionText.label')}
      description={<span role="status">{filled ?? t('connectionText.help')}</span>}
      placeholder={t('connectionText.optional')}
      autoComplete="off"
      spellCheck={false}
      value={text}
      error={error}
      onChange={(event) => setText(event.currentTarget.value)}
      onPaste={(event) => {
        event.preventDefault();
        void fill(event.clipboardData.getData('text'));
      }}
      onBlur={() => {
        if (text.trim() !== '') void fill(text);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text.trim() === '') return;
        // Enter would save the form.
        event.preventDefault();
        void fill(text);
      }}
    />
  );
};
