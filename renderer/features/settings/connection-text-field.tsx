import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TickmarkError } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';

const t = textsOf('settings');

interface ConnectionTextFieldProps {
  fillFrom(text: string): Promise<TickmarkError | undefined>;
}

/** Takes a connection string or an address as others hand it out. It is forgotten at once: it may hold a password. */
export const ConnectionTextField = ({ fillFrom }: ConnectionTextFieldProps) => {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  const fill = async (pasted: string) => {
    const refused = await fillFrom(pasted);
    setError(refused && fromMain(refused.message));
    setText('');
  };

  return (
    <TextInput
      label={t('connectionText.label')}
      description={t('connectionText.help')}
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
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text.trim() === '') return;
        // Enter would save the form.
        event.preventDefault();
        void fill(text);
      }}
    />
  );
};
