import { useEffect, useMemo, useState } from 'react';
import type { ConnectionReport, Connector, ConnectorType, Result, TickmarkError } from '../../../preload/contract';
import { loadAppInfo } from '../../app/app-info-store';
import { bridge } from '../../bridge';
import { addNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import {
  type ConnectorFormValues,
  changeType,
  type FieldInput,
  fillFromText,
  hasChanges,
  newConnectorValues,
  type SecretInput,
  storedConnectorValues,
  toCreateInput,
  toDraftInput,
  toUpdateInput,
} from './connector-form-model';
import { type ConnectorFormPurpose, closeConnectorForm, setFormUnsaved } from './connector-form-store';
import { forgetOutcome, testConnector } from './connector-tests-store';
import { connectorsChanged, useConnectorTypes } from './connectors-store';

const t = textsOf('settings');

/** What the form is busy with, and what came of it. */
export type FormActivity =
  | { kind: 'idle' }
  | { kind: 'testing' }
  | { kind: 'saving' }
  | { kind: 'tested'; report: ConnectionReport }
  | { kind: 'test-failed'; error: TickmarkError }
  | { kind: 'save-failed'; error: TickmarkError };

const initialValues = (purpose: ConnectorFormPurpose, types: ConnectorType[]): ConnectorFormValues => {
  if (purpose.mode === 'edit') {
    const type = types.find((candidate) => candidate.type === purpose.connector.connectorType);
    return storedConnectorValues(type, purpose.connector);
  }
  return newConnectorValues(types.find((candidate) => candidate.type === purpose.connectorType));
};

const placeOf = (purpose: ConnectorFormPurpose) =>
  purpose.mode === 'edit'
    ? { ciId: purpose.connector.ciId, connectorId: purpose.connector.id }
    : { ciId: purpose.ciId, applicationId: purpose.applicationId };

/** The connector form's state and what can be done with it. */
export const useConnectorFormState = (purpose: ConnectorFormPurpose) => {
  const types = useConnectorTypes();
  const [before] = useState(() => initialValues(purpose, types));
  const [values, setValues] = useState(before);
  const [activity, setActivity] = useState<FormActivity>({ kind: 'idle' });
  const type = types.find((candidate) => candidate.type === values.connectorType);

  const unsaved = useMemo(() => hasChanges(before, values), [before, values]);
  useEffect(() => setFormUnsaved(unsaved), [unsaved]);

  // An answer speaks of the values it was asked with; a changed form has no answer yet.
  const change = (changed: Partial<ConnectorFormValues>) => {
    setValues((current) => ({ ...current, ...changed }));
    setActivity((current) => (current.kind === 'tested' ? { kind: 'idle' } : current));
  };

  /** Fills the form from a connection string or an address; answers why it can't. */
  const fillFrom = async (text: string): Promise<TickmarkError | undefined> => {
    const answer = await bridge.connectorTypes.parse({ text });
    if (!answer.ok) return answer.error;
    const parsed = types.find((candidate) => candidate.type === answer.value.connectorType);
    if (parsed) change(fillFromText(values, parsed, answer.value.configuration));
    return undefined;
  };

  const test = async () => {
    setActivity({ kind: 'testing' });
    const answer = await bridge.connectors.testDraft(
      toDraftInput(type, before, withTestName(values), placeOf(purpose)),
    );
    setActivity(answer.ok ? { kind: 'tested', report: answer.value } : { kind: 'test-failed', error: answer.error });
  };

  const save = async (keepForSession = values.keepForSession) => {
    const wasTested = activity.kind === 'tested';
    setActivity({ kind: 'saving' });
    const answer = await store(purpose, type, before, { ...values, keepForSession });
    if (answer.ok) return finish(purpose, answer.value, wasTested);
    setActivity({ kind: 'save-failed', error: answer.error });
    if (answer.error.code === 'KEYCHAIN_UNAVAILABLE') void loadAppInfo();
  };

  return {
    types,
    type,
    values,
    activity,
    change,
    chooseType: (chosen: ConnectorType) => change(changeType(values, chosen)),
    setField: (key: string, input: FieldInput) => change({ configuration: { ...values.configuration, [key]: input } }),
    setSecret: (key: string, input: SecretInput) => change({ secrets: { ...values.secrets, [key]: input } }),
    fillFrom,
    test,
    save,
  };
};

export type ConnectorFormState = ReturnType<typeof useConnectorFormState>;

// A connection can be tested before the connector has a name, which main asks of every draft.
const withTestName = (values: ConnectorFormValues): ConnectorFormValues => ({
  ...values,
  connectorName: values.connectorName.trim() || t('form.unnamed'),
});

const store = (
  purpose: ConnectorFormPurpose,
  type: ConnectorType | undefined,
  before: ConnectorFormValues,
  values: ConnectorFormValues,
): Promise<Result<Connector>> =>
  purpose.mode === 'edit'
    ? bridge.connectors.update(toUpdateInput(type, before, values, purpose.connector.id))
    : bridge.connectors.create(
        toCreateInput(type, values, { ciId: purpose.ciId, applicationId: purpose.applicationId }),
      );

const finish = async (purpose: ConnectorFormPurpose, connector: Connector, wasTested: boolean): Promise<void> => {
  closeConnectorForm();
  forgetOutcome(connector.id);
  addNotice({
    tone: 'success',
    title: t('form.saved', { name: connector.connectorName }),
    message: pinAdvice(connector, wasTested),
  });
  await connectorsChanged(connector.ciId);
  purpose.onSaved?.(connector);
  // The draft's test contacted this very system with these values: the stored connector may meet and pin it right away.
  if (wasTested && connector.status === 'pending') await testConnector(connector);
};

const pinAdvice = (connector: Connector, wasTested: boolean): string | undefined =>
  connector.status === 'pending' && !wasTested ? t('form.pinAdvice') : undefined;
