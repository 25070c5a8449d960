import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { create } from 'zustand';
import type { Connector, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { DialogButtons } from '../../components/dialog-buttons';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { fieldErrorsOf, fromMain } from '../../texts/main-words';
import { connectorsChanged } from './connectors-store';

const t = textsOf('settings');

interface NameQuestion {
  purpose: 'rename' | 'duplicate';
  connector: Connector;
}

const useNameDialog = create<{ question: NameQuestion | null; open: boolean }>(() => ({ question: null, open: false }));

/** Asks for a connector's new name, or for the name of its copy, and carries it out. */
export const askForName = (question: NameQuestion): void => useNameDialog.setState({ question, open: true });

const close = (): void => useNameDialog.setState({ open: false });

/** Shows what `askForName` asks. */
export const NameDialog = () => {
  const { question, open } = useNameDialog();
  return (
    <Modal
      opened={open}
      onClose={close}
      title={question && t(`nameDialog.${question.purpose}.title`, { name: question.connector.connectorName })}
    >
      {question && <NameForm key={`${question.purpose} ${question.connector.id}`} {...question} />}
    </Modal>
  );
};

const carryOut = ({ purpose, connector }: NameQuestion, connectorName: string) =>
  purpose === 'rename'
    ? bridge.connectors.update({ id: connector.id, connectorName })
    : bridge.connectors.duplicate({ id: connector.id, connectorName });

const NameForm = (question: NameQuestion) => {
  const { purpose, connector } = question;
  const [name, setName] = useState(
    purpose === 'rename' ? connector.connectorName : t('nameDialog.copyOf', { name: connector.connectorName }),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<TickmarkError | null>(null);
  const nameError =
    fieldErrorsOf(error).connectorName ?? (error?.code === 'NAME_TAKEN' ? fromMain(error.message) : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await carryOut(question, name);
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    close();
    const names = { before: connector.connectorName, after: answer.value.connectorName };
    addNotice({ tone: 'success', title: t(`nameDialog.${purpose}.done`, names) });
    await connectorsChanged(connector.ciId);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('form.name')}
          description={t('nameDialog.unique', { ci: connector.ciId })}
          value={name}
          error={nameError}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError(null);
          }}
        />
        {purpose === 'duplicate' && <div>{t('nameDialog.copied')}</div>}
        {error && !nameError && (
          <ErrorNotice title={t(`nameDialog.${purpose}.failed`)} error={error} kept={t('nameDialog.kept')} />
        )}
        <DialogButtons>
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(`nameDialog.${purpose}.button`)}
          </Button>
        </DialogButtons>
      </Stack>
    </form>
  );
};
