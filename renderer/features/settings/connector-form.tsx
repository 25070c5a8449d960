import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import type { ConnectorType, Environment, TickmarkError } from '../../../preload/contract';
import { useAppInfo } from '../../app/app-info-store';
import { EnvironmentBadge, environmentNames } from '../../components/environment-badge';
import { environments } from '../../components/environments';
import { ErrorNotice } from '../../components/error-notice';
import { ConnectionReportView } from './connection-report-view';
import { ConnectionTextField } from './connection-text-field';
import { ConnectorFields } from './connector-fields';
import styles from './connector-form.module.css';
import { type ConnectorFormPurpose, requestCloseConnectorForm } from './connector-form-store';
import { type ConnectorFormState, useConnectorFormState } from './use-connector-form';

/** Creates or edits one connector. Everything below the tool type is drawn from that type's own field list. */
export const ConnectorForm = ({ purpose }: { purpose: ConnectorFormPurpose }) => {
  const form = useConnectorFormState(purpose);
  const element = useFocusOnRefusedField(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form ref={element} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <GeneralFields form={form} purpose={purpose} />
        {form.type && (
          <ConnectorFields
            fields={form.type.fields}
            values={form.values}
            stored={purpose.mode === 'edit' ? purpose.connector : null}
            errors={errorOf(form)?.fieldErrors ?? {}}
            onField={form.setField}
            onSecret={form.setSecret}
          />
        )}
        {form.type?.fields.some((field) => field.kind === 'secret') && <SessionOnly form={form} />}
        <Textarea
          label="Notes"
          autosize
          minRows={2}
          maxRows={8}
          value={form.values.notes}
          onChange={(event) => form.change({ notes: event.currentTarget.value })}
        />
      </div>
      <Footer form={form} mode={purpose.mode} />
    </form>
  );
};

// A refused form takes the keyboard to the first field that has to change, which may be out of sight.
const useFocusOnRefusedField = ({ activity }: ConnectorFormState) => {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if ('error' in activity)
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refused]')?.focus();
  }, [activity]);
  return element;
};

const errorOf = ({ activity }: ConnectorFormState): TickmarkError | undefined =>
  'error' in activity ? activity.error : undefined;

const GeneralFields = ({ form, purpose }: { form: ConnectorFormState; purpose: ConnectorFormPurpose }) => {
  const { values, change, types } = form;
  const errors = errorOf(form)?.fieldErrors ?? {};
  const editing = purpose.mode === 'edit';
  const choose = (name: string | null) => {
    const type = types.find((candidate) => candidate.type === name);
    if (type) form.chooseType(type);
  };
  return (
    <div className={styles.general}>
      <div className={styles.ci}>
        On <strong>{editing ? purpose.connector.ciId : purpose.ciId}</strong>
      </div>
      {!editing && <ConnectionTextField fillFrom={form.fillFrom} />}
      <Select
        label="Tool type"
        description={form.type?.description}
        placeholder="Choose what kind of system it is"
        data={typeOptions(types)}
        value={values.connectorType || null}
        error={errors.connectorType}
        readOnly={editing}
        allowDeselect={false}
        searchable={types.length > 6}
        data-autofocus={values.connectorType === '' ? true : undefined}
        onChange={choose}
      />
      <TextInput
        label="Name"
        description="How questions and evidence call it. Unique on this CI."
        placeholder="Ledger, production"
        value={values.connectorName}
        error={errors.connectorName}
        required
        data-autofocus={values.connectorType === '' ? undefined : true}
        onChange={(event) => change({ connectorName: event.currentTarget.value })}
      />
      <EnvironmentField value={values.environment} onChange={(environment) => change({ environment })} />
    </div>
  );
};

const typeOptions = (types: ConnectorType[]) => types.map(({ type, label }) => ({ value: type, label }));

const EnvironmentField = (field: { value: Environment; onChange: (environment: Environment) => void }) => (
  <fieldset className={styles.environment}>
    <legend className={styles.environmentLegend}>Environment</legend>
    <div className={styles.environmentChoices}>
      {environments.map((environment) => (
        <label key={environment} className={styles.environmentChoice} data-chosen={environment === field.value}>
          <input
            type="radio"
            name="environment"
            value={environment}
            checked={environment === field.value}
            onChange={() => field.onChange(environment)}
          />
          {environmentNames[environment]}
          <span aria-hidden>
            <EnvironmentBadge environment={environment} />
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);

const SessionOnly = ({ form }: { form: ConnectorFormState }) => {
  const keychain = useAppInfo((state) => state.info?.keychain);
  return (
    <Checkbox
      label="Keep secrets for this session only"
      description={
        keychain?.available === false
          ? 'The system keychain can’t be used now. Kept in memory, secrets are gone when Tickmark is closed.'
          : 'In memory, gone when Tickmark is closed. Otherwise they are stored in the system keychain.'
      }
      checked={form.values.keepForSession}
      onChange={(event) => form.change({ keepForSession: event.currentTarget.checked })}
    />
  );
};

const Footer = ({ form, mode }: { form: ConnectorFormState; mode: ConnectorFormPurpose['mode'] }) => {
  const { activity } = form;
  const busy = activity.kind === 'testing' || activity.kind === 'saving';
  return (
    <div className={styles.footer}>
      <div role="status">
        {activity.kind === 'testing' && <span className={styles.testing}>Testing the connection …</span>}
        {activity.kind === 'tested' && <ConnectionReportView report={activity.report} />}
      </div>
      <FormError form={form} mode={mode} />
      <div className={styles.buttons}>
        <Button
          variant="default"
          loading={activity.kind === 'testing'}
          disabled={busy}
          onClick={() => void form.test()}
        >
          Test connection
        </Button>
        <div className={styles.spring} />
        <Button variant="default" onClick={() => void requestCloseConnectorForm()}>
          Cancel
        </Button>
        <Button type="submit" loading={activity.kind === 'saving'} disabled={busy}>
          {mode === 'edit' ? 'Save' : 'Create connector'}
        </Button>
      </div>
    </div>
  );
};

const FormError = ({ form, mode }: { form: ConnectorFormState; mode: ConnectorFormPurpose['mode'] }) => {
  const { activity } = form;
  if (activity.kind === 'test-failed') return <ErrorNotice title="The test failed" error={activity.error} />;
  if (activity.kind !== 'save-failed') return null;
  const kept = mode === 'edit' ? 'The connector and its secrets are as they were.' : 'Nothing was stored.';
  return (
    <>
      <ErrorNotice title="Not saved" error={activity.error} kept={kept} />
      {activity.error.code === 'KEYCHAIN_UNAVAILABLE' && (
        <Button variant="default" onClick={() => void form.save(true)}>
          Save, and keep the secrets for this session only
        </Button>
      )}
    </>
  );
};
