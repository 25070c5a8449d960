import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { Application, TickmarkError } from '../../../preload/contract';
import { loadApplications, useApplication } from '../../app/applications-store';
import { navigate, navigateBack, steps, useUnsavedChanges } from '../../app/navigation';
import { bridge } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import { Page, PageHeader } from '../../components/page';
import { textsOf } from '../../texts';
import { fieldErrorsOf } from '../../texts/main-words';
import { openConnectorForm } from '../settings/connector-form-store';
import { loadCis, useConnectorCount } from '../settings/connectors-store';
import { ApplicationEnding } from './application-ending';
import { ApplicationFields } from './application-fields';
import { blankForm, checkForm, type FieldErrors, formOf, inputOf, isChanged } from './application-form';
import styles from './applications.module.css';
import { StepHeader } from './step-header';

const t = textsOf('applications');
const ofSettings = textsOf('settings');

interface SavingForm {
  errors: FieldErrors;
  error: TickmarkError | null;
  saving: boolean;
}

const untouched: SavingForm = { errors: {}, error: null, saving: false };

/** Step 1 of an audit that exists. */
export const ApplicationPage = ({ applicationId }: { applicationId: number }) => {
  const application = useApplication(applicationId);
  return (
    <Page
      layout="text"
      header={
        <StepHeader
          applicationId={applicationId}
          step="application"
          actions={
            <Button
              rightSection={<IconArrowRight size={16} aria-hidden />}
              onClick={() => void navigate({ page: 'step', applicationId, step: 'questions' })}
            >
              {t('next')}
            </Button>
          }
        />
      }
    >
      {application && <EditForm application={application} />}
    </Page>
  );
};

const EditForm = ({ application }: { application: Application }) => {
  const stored = formOf(application);
  const [form, setForm] = useState(stored);
  const [{ errors, error, saving }, setState] = useState(untouched);
  const changed = isChanged(form, stored);
  const archived = application.archivedAt !== null;
  useUnsavedChanges(changed, t('unsavedWhat'));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkForm(form);
    setState({ errors: found, error: null, saving: Object.keys(found).length === 0 });
    if (Object.keys(found).length > 0) return;
    const answer = await bridge.applications.update({ id: application.id, ...inputOf(form), status: form.status });
    setState({
      errors: answer.ok ? {} : fieldErrorsOf(answer.error),
      error: answer.ok ? null : answer.error,
      saving: false,
    });
    if (!answer.ok) return;
    await Promise.all([loadApplications(), loadCis()]);
    setForm(formOf(answer.value));
    addNotice({ tone: 'success', title: t('saved') });
  };

  return (
    <form className={styles.form} data-archived={archived} aria-label={t('form')} noValidate onSubmit={save}>
      <ApplicationFields
        form={form}
        errors={errors}
        onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        withStatus
        readOnly={archived}
      />
      {error && <ErrorNotice title={t('notSaved')} error={error} kept={t('textKept')} />}
      {!archived && (
        <div className={styles.buttons}>
          <Button type="submit" loading={saving} disabled={!changed}>
            {t('save')}
          </Button>
        </div>
      )}
      <Connectors application={application} />
      <ApplicationEnding application={application} />
    </form>
  );
};

/** What the questions will run on is not one of the five steps, so the first of them leads there. */
const Connectors = ({ application: { id, ciId, archivedAt } }: { application: Application }) => {
  const count = useConnectorCount(ciId);
  return (
    <section className={styles.part} aria-label={t('connectors.title')}>
      <h2>{t('connectors.title')}</h2>
      <p>{count ? t('connectors.some', { count, ci: ciId }) : ofSettings('list.needed', { ci: ciId })}</p>
      <div className={styles.buttons}>
        {archivedAt === null && (
          <Button variant="default" onClick={() => openConnectorForm({ mode: 'create', ciId, applicationId: id })}>
            {ofSettings('list.new')}
          </Button>
        )}
        {count !== 0 && (
          <Button variant="default" onClick={() => void navigate({ page: 'settings', section: 'connectors', ciId })}>
            {t('connectors.show')}
          </Button>
        )}
      </div>
    </section>
  );
};

/** Step 1 of a new audit. */
export const NewApplicationPage = () => {
  const [form, setForm] = useState(blankForm);
  const [{ errors, error, saving }, setState] = useState(untouched);
  const [created, setCreated] = useState<Application | null>(null);
  useUnsavedChanges(created === null && isChanged(form, blankForm), t('new.unsavedWhat'));

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkForm(form);
    setState({ errors: found, error: null, saving: Object.keys(found).length === 0 });
    if (Object.keys(found).length > 0) return;
    const answer = await bridge.applications.create(inputOf(form));
    if (!answer.ok) {
      setState({ errors: fieldErrorsOf(answer.error), error: answer.error, saving: false });
      return;
    }
    await Promise.all([loadApplications(), loadCis()]);
    setCreated(answer.value);
  };
  // The form's guard must know first that nothing is unsaved any more, so leaving waits for the next render.
  useEffect(() => {
    if (created) void navigate({ page: 'step', applicationId: created.id, step: 'questions' });
  }, [created]);

  return (
    <Page
      layout="text"
      header={
        <PageHeader
          title={t('new.title')}
          place={t('place', { step: 1, steps: steps.length })}
          summary={t('new.ahead')}
        />
      }
    >
      <form className={styles.form} aria-label={t('new.title')} noValidate onSubmit={create}>
        <ApplicationFields
          form={form}
          errors={errors}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
          withStatus={false}
        />
        {error && <ErrorNotice title={t('new.notCreated')} error={error} kept={t('textKept')} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={saving}>
            {t('new.create')}
          </Button>
          <Button variant="default" onClick={() => void navigateBack()}>
            {t('new.cancel')}
          </Button>
        </div>
      </form>
    </Page>
  );
};
