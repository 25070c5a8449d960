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
  missingFields,
  newConnectorValues,
  remainingError,
  type SecretInput,
  sameContact,
  storedConnectorValues,
  toCreateInput,
  toDraftInput,
  toUpdateInput,
} from './connector-form-model';
import { type ConnectorFormPurpose, closeConnectorForm, setFormUnsaved } from './connector-form-store';
import { forgetOutcome, keepOutcome, type TestOutcome, testConnector } from './connector-tests-store';
import { connectorsChanged, useConnectorTypes } from './connectors-store';

const t = textsOf('settings');

type Answer =
  | { kind: 'tested'; report: ConnectionReport }
  | { kind: 'test-failed'; error: TickmarkError }
  | { kind: 'save-failed'; error: TickmarkError };

/** What the form is busy with, and what came of it. */
export type FormActivity = { kind: 'idle' } | { kind: 'testing' } | { kind: 'saving' } | Answer;

/** An answer speaks of the values it was asked with: what still holds of it for those that the form has now. */
const stillHolding = (activity: FormActivity, asked: ConnectorFormValues, now: ConnectorFormValues): FormActivity => {
  if ('report' in activity) return sameContact(asked, now) ? activity : { kind: 'idle' };
  if (!('error' in activity)) return activity;
  if (activity.kind === 'test-failed' && !activity.error.fieldErrors && !sameContact(asked, now))
    return { kind: 'idle' };
  const error = remainingError(activity.error, asked, now);
  return error ? { ...activity, error } : { kind: 'idle' };
};

/** What came of filling the form from a text. */
export interface Filled {
  filled?: string[];
  error?: TickmarkError;
}

interface LastTest {
  outcome: TestOutcome;
  asked: ConnectorFormValues;
}

const missingError = (fields: string[]): TickmarkError => ({
  code: 'VALIDATION',
  message: t('form.wrongFields', { count: fields.length }),
  fieldErrors: Object.fromEntries(fields.map((field) => [field, missingText(field)])),
});

const missingText = (field: string): string =>
  field === 'connectorType' || field === 'connectorName' ? t(`form.missing.${field}`) : t('form.missing.field');

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
  const [asked, setAsked] = useState(before);
  const [lastTest, setLastTest] = useState<LastTest>();
  const type = types.find((candidate) => candidate.type === values.connectorType);

  const unsaved = useMemo(() => hasChanges(before, values), [before, values]);
  useEffect(() => setFormUnsaved(unsaved), [unsaved]);

  const change = (changed: Partial<ConnectorFormValues>) => setValues((current) => ({ ...current, ...changed }));
  const ask = (kind: 'testing' | 'saving') => {
    setActivity({ kind });
    setAsked(values);
  };

  /** Fills the form from a connection string or an address; answers which fields it filled, or why it can't. */
  const fillFrom = async (text: string): Promise<Filled> => {
    const answer = await bridge.connectorTypes.parse({ text });
    if (!answer.ok) return { error: answer.error };
    const parsed = types.find((candidate) => candidate.type === answer.value.connectorType);
    if (!parsed) return {};
    const { configuration } = answer.value;
    change(fillFromText(values, parsed, configuration));
    const labels = parsed.fields.filter(({ key }) => configuration[key] !== undefined).map(({ label }) => label);
    return { filled: [t('form.toolType'), ...labels] };
  };

  const test = async () => {
    ask('testing');
    const answer = await bridge.connectors.testDraft(
      toDraftInput(type, before, withTestName(values), placeOf(purpose)),
    );
    setActivity(answer.ok ? { kind: 'tested', report: answer.value } : { kind: 'test-failed', error: answer.error });
    setLastTest({ outcome: answer.ok ? { report: answer.value } : { error: answer.error }, asked: values });
  };

  const save = async (keepForSession = values.keepForSession) => {
    ask('saving');
    const missing = purpose.mode === 'create' ? missingFields(type, values) : [];
    if (missing.length > 0) return setActivity({ kind: 'save-failed', error: missingError(missing) });
    const answer = await store(purpose, type, before, { ...values, keepForSession });
    const tested = lastTest && sameContact(lastTest.asked, values) ? lastTest.outcome : undefined;
    if (answer.ok) return finish(purpose, answer.value, tested);
    setActivity({ kind: 'save-failed', error: answer.error });
    if (answer.error.code === 'KEYCHAIN_UNAVAILABLE') void loadAppInfo();
  };

  return {
    types,
    type,
    values,
    /** The last answer as it came, and below what of it still holds. */
    answered: activity,
    activity: stillHolding(activity, asked, values),
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

const finish = async (
  purpose: ConnectorFormPurpose,
  connector: Connector,
  tested: TestOutcome | undefined,
): Promise<void> => {
  closeConnectorForm();
  forgetOutcome(connector.id);
  const pending = connector.status === 'pending';
  const failed = connector.status === 'failed' && tested?.error !== undefined;
  addNotice({
    tone: failed ? 'information' : 'success',
    title: t('form.saved', { name: connector.connectorName }),
    message: pending || failed ? pinAdvice(tested) : undefined,
  });
  await connectorsChanged(connector.ciId);
  purpose.onSaved?.(connector);
  // The draft's test contacted this very system with these values: the stored connector may meet and pin it right away.
  if (pending && tested?.report) await testConnector(connector);
  // One that failed is not repeated: a wrong password given twice may lock the account.
  if (failed) keepOutcome(connector.id, tested);
};

const pinAdvice = (tested: TestOutcome | undefined): string | undefined => {
  if (tested?.report) return undefined;
  return t(tested ? 'form.failedAdvice' : 'form.pinAdvice');
};
