import { Button, Checkbox, Input, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import type { ConnectorType, Environment, TickmarkError } from '../../../preload/contract';
import { useAppInfo } from '../../app/app-info-store';
import { EnvironmentBadge, environmentName } from '../../components/environment-badge';
import { environments } from '../../components/environments';
import { ErrorNotice } from '../../components/error-notice';
import { listHeight } from '../../components/floating';
import { richText } from '../../components/rich-text';
import { textsOf } from '../../texts';
import { fieldErrorsOf } from '../../texts/main-words';
import { ConnectionReportView } from './connection-report-view';
import { ConnectionTextField } from './connection-text-field';
import { ConnectorFields } from './connector-fields';
import styles from './connector-form.module.css';
import { type ConnectorFormPurpose, requestCloseConnectorForm } from './connector-form-store';
import { type ConnectorFormState, useConnectorFormState } from './use-connector-form';

const t = textsOf('settings');

/** Creates or edits one connector. Everything below the tool type is drawn from that type's own field list. */
export const ConnectorForm = ({ purpose }: { purpose: ConnectorFormPurpose }) => {
  const form = useConnectorFormState(purpose);
  const element = useOutcomeInSight(form);
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
            errors={fieldErrorsOf(errorOf(form))}
            onField={form.setField}
            onSecret={form.setSecret}
          />
        )}
        {form.type?.fields.some((field) => field.kind === 'secret') && <SessionOnly form={form} />}
        <Textarea
          label={t('form.notes')}
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

// What came of it may be out of sight; a refused form takes the keyboard to the first field that has to change.
const useOutcomeInSight = ({ answered }: ConnectorFormState) => {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const find = (selector: string) => element.current?.querySelector<HTMLElement>(selector);
    if (answered.kind === 'tested' || 'error' in answered)
      find(`.${styles.footer} > :is([role="status"], [role="alert"]):not(:empty)`)?.scrollIntoView({
        block: 'nearest',
      });
    if ('error' in answered) find('[aria-invalid="true"], [data-refused]')?.focus();
  }, [answered]);
  return element;
};

const errorOf = ({ activity }: ConnectorFormState): TickmarkError | undefined =>
  'error' in activity ? activity.error : undefined;

const GeneralFields = ({ form, purpose }: { form: ConnectorFormState; purpose: ConnectorFormPurpose }) => {
  const { values, change, types } = form;
  const errors = fieldErrorsOf(errorOf(form));
  const editing = purpose.mode === 'edit';
  const toolType = useRef<HTMLInputElement>(null);
  const choose = (name: string | null) => {
    const type = types.find((candidate) => candidate.type === name);
    if (type) form.chooseType(type);
  };
  return (
    <div className={styles.general}>
      <div className={styles.ci}>
        {richText(t('form.on', { ci: editing ? purpose.connector.ciId : purpose.ciId }), {
          strong: (text) => <strong>{text}</strong>,
        })}
      </div>
      {!editing && <ConnectionTextField fillFrom={form.fillFrom} />}
      <Select
        ref={toolType}
        label={t('form.toolType')}
        description={form.type?.description ?? t('form.toolTypeHelp')}
        placeholder={t('form.toolTypePlaceholder')}
        data={typeOptions(types)}
        value={values.connectorType || null}
        error={errors.connectorType}
        readOnly={editing}
        allowDeselect={false}
        // The list is open for who has to choose, and not in the way of who comes by with the Tab key.
        openOnFocus={values.connectorType === ''}
        searchable={types.length > 6}
        // All types are to be seen at once: nobody looks for more where a list seems to end.
        maxDropdownHeight={listHeight('26.25rem')}
        data-autofocus={values.connectorType === '' ? true : undefined}
        // In a low window the list has its room below the field only once that stands at the top.
        onDropdownOpen={() => toolType.current?.labels?.[0]?.scrollIntoView()}
        onChange={choose}
      />
      <TextInput
        label={t('form.name')}
        description={t('form.nameHelp')}
        placeholder={t('form.namePlaceholder')}
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
    <legend className={styles.environmentLegend}>{t('form.environment')}</legend>
    <Input.Description mb={4}>{t('form.environmentHelp')}</Input.Description>
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
          {environmentName(environment)}
          {environment !== 'unspecified' && (
            <span aria-hidden>
              <EnvironmentBadge environment={environment} />
            </span>
          )}
        </label>
      ))}
    </div>
    {/* Invisible it keeps its room: what stands below must not move. */}
    <Input.Description mt={4} style={{ visibility: field.value === 'unspecified' ? 'visible' : 'hidden' }}>
      {t('form.environmentUnspecified')}
    </Input.Description>
  </fieldset>
);

const SessionOnly = ({ form }: { form: ConnectorFormState }) => {
  const keychain = useAppInfo((state) => state.info?.keychain);
  return (
    <Checkbox
      label={t('form.sessionOnly')}
      description={keychain?.available === false ? t('form.sessionOnlyNoKeychain') : t('form.sessionOnlyHelp')}
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
        {activity.kind === 'testing' && <span className={styles.testing}>{t('form.testing')}</span>}
        {activity.kind === 'tested' && <ConnectionReportView report={activity.report} type={form.type} />}
      </div>
      <FormError form={form} mode={mode} />
      <div className={styles.buttons}>
        <Button
          variant="default"
          loading={activity.kind === 'testing'}
          disabled={busy}
          onClick={() => void form.test()}
        >
          {t('form.test')}
        </Button>
        <div className={styles.spring} />
        <Button variant="default" onClick={() => void requestCloseConnectorForm()}>
          {t('form.cancel')}
        </Button>
        <Button type="submit" loading={activity.kind === 'saving'} disabled={busy}>
          {t(mode === 'edit' ? 'form.save' : 'form.create')}
        </Button>
      </div>
    </div>
  );
};

const FormError = ({ form, mode }: { form: ConnectorFormState; mode: ConnectorFormPurpose['mode'] }) => {
  const { activity } = form;
  if (activity.kind !== 'test-failed' && activity.kind !== 'save-failed') return null;
  const { error } = activity;
  const wrong = error.code === 'VALIDATION' ? Object.keys(error.fieldErrors ?? {}).length : 0;
  // What is wrong with a field stands at the field.
  const message = wrong > 0 ? t('form.wrongFields', { count: wrong }) : undefined;
  if (activity.kind === 'test-failed')
    return <ErrorNotice title={t('form.testFailed')} error={error} message={message} />;
  const kept = t(mode === 'edit' ? 'form.keptEdit' : 'form.keptNew');
  return (
    <>
      <ErrorNotice title={t('form.notSaved')} error={error} message={message} kept={message ? undefined : kept} />
      {error.code === 'KEYCHAIN_UNAVAILABLE' && (
        <Button variant="default" onClick={() => void form.save(true)}>
          {t('form.saveForSession')}
        </Button>
      )}
    </>
  );
};
