import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { create } from 'zustand';
import type { Connector, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import { connectorsChanged } from './connectors-store';

interface NameQuestion {
  purpose: 'rename' | 'duplicate';
  connector: Connector;
}

const useNameDialog = create<{ question: NameQuestion | null; open: boolean }>(() => ({ question: null, open: false }));

/** Asks for a connector's new name, or for the name of its copy, and carries it out. */
export const askForName = (question: NameQuestion): void => useNameDialog.setState({ question, open: true });

const close = (): void => useNameDialog.setState({ open: false });

const words = {
  rename: {
    title: (name: string) => `Rename “${name}”`,
    button: 'Rename',
    done: (before: string, after: string) => `“${before}” is now “${after}”`,
    failed: 'The connector was not renamed',
  },
  duplicate: {
    title: (name: string) => `Duplicate “${name}”`,
    button: 'Duplicate',
    done: (before: string, after: string) => `“${after}” is a copy of “${before}”`,
    failed: 'The connector was not duplicated',
  },
};

/** Shows what `askForName` asks. */
export const NameDialog = () => {
  const { question, open } = useNameDialog();
  return (
    <Modal
      opened={open}
      onClose={close}
      title={question && words[question.purpose].title(question.connector.connectorName)}
      centered
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
  const text = words[purpose];
  const [name, setName] = useState(
    purpose === 'rename' ? connector.connectorName : `Copy of ${connector.connectorName}`,
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<TickmarkError | null>(null);
  const nameError = error?.fieldErrors?.connectorName ?? (error?.code === 'NAME_TAKEN' ? error.message : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await carryOut(question, name);
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    close();
    addNotice({ tone: 'success', title: text.done(connector.connectorName, answer.value.connectorName) });
    await connectorsChanged(connector.ciId);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label="Name"
          description={`Unique among the connectors of ${connector.ciId}.`}
          value={name}
          error={nameError}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError(null);
          }}
        />
        {purpose === 'duplicate' && (
          <div>Configuration, environment, notes and secrets are copied. The copy has to be tested on its own.</div>
        )}
        {error && !nameError && <ErrorNotice title={text.failed} error={error} kept="Nothing was changed." />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {text.button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
