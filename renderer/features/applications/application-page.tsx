import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { Application, TickmarkError } from '../../../preload/contract';
import { loadApplications, useApplication } from '../../app/applications-store';
import { navigate, navigateBack, useUnsavedChanges } from '../../app/navigation';
import { bridge } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { formatTime } from '../../components/format';
import { addNotice } from '../../components/notices-store';
import { Page, PageHeader } from '../../components/page';
import { loadCis } from '../settings/connectors-store';
import { ApplicationFields } from './application-fields';
import { blankForm, checkForm, type FieldErrors, formOf, inputOf, isChanged } from './application-form';
import { archiveAfterAsking, removeAfterAsking } from './application-removal';
import styles from './applications.module.css';
import { StepHeader } from './step-header';

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
    <Page layout="text" header={<StepHeader applicationId={applicationId} step="application" />}>
      {application && <EditForm application={application} />}
    </Page>
  );
};

const EditForm = ({ application }: { application: Application }) => {
  const stored = formOf(application);
  const [form, setForm] = useState(stored);
  const [{ errors, error, saving }, setState] = useState(untouched);
  const changed = isChanged(form, stored);
  useUnsavedChanges(changed, 'the application');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkForm(form);
    setState({ errors: found, error: null, saving: Object.keys(found).length === 0 });
    if (Object.keys(found).length > 0) return;
    const answer = await bridge.applications.update({ id: application.id, ...inputOf(form), status: form.status });
    setState({
      errors: answer.ok ? {} : (answer.error.fieldErrors ?? {}),
      error: answer.ok ? null : answer.error,
      saving: false,
    });
    if (!answer.ok) return;
    await Promise.all([loadApplications(), loadCis()]);
    setForm(formOf(answer.value));
    addNotice({ tone: 'success', title: 'Application saved' });
  };

  return (
    <form className={styles.form} aria-label="Application" noValidate onSubmit={save}>
      <ApplicationFields
        form={form}
        errors={errors}
        onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        withStatus
      />
      {error && (
        <ErrorNotice title="The application was not saved" error={error} kept="What you wrote is still here." />
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving} disabled={!changed}>
          Save
        </Button>
        <Button
          variant={changed ? 'default' : 'filled'}
          onClick={() => void navigate({ page: 'step', applicationId: application.id, step: 'questions' })}
        >
          Next: questions
        </Button>
      </div>
      <section className={styles.ending} aria-label="Archive or remove">
        <p>
          Created {formatTime(application.createdAt)}. An archived audit disappears from the list and is kept whole.
          Only an audit without evidence can be removed.
        </p>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => void archiveAfterAsking(application)}>
            Archive audit
          </Button>
          <Button variant="default" onClick={() => void removeAfterAsking(application)}>
            Remove audit
          </Button>
        </div>
      </section>
    </form>
  );
};

/** Step 1 of a new audit. */
export const NewApplicationPage = () => {
  const [form, setForm] = useState(blankForm);
  const [{ errors, error, saving }, setState] = useState(untouched);
  const [created, setCreated] = useState<Application | null>(null);
  useUnsavedChanges(created === null && isChanged(form, blankForm), 'the new audit');

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkForm(form);
    setState({ errors: found, error: null, saving: Object.keys(found).length === 0 });
    if (Object.keys(found).length > 0) return;
    const answer = await bridge.applications.create(inputOf(form));
    if (!answer.ok) {
      setState({ errors: answer.error.fieldErrors ?? {}, error: answer.error, saving: false });
      return;
    }
    await loadApplications();
    setCreated(answer.value);
  };
  // The form's guard must know first that nothing is unsaved any more, so leaving waits for the next render.
  useEffect(() => {
    if (created) void navigate({ page: 'step', applicationId: created.id, step: 'questions' });
  }, [created]);

  return (
    <Page layout="text" header={<PageHeader title="New audit" context="Step 1 of 5" />}>
      <form className={styles.form} aria-label="New audit" noValidate onSubmit={create}>
        <ApplicationFields
          form={form}
          errors={errors}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
          withStatus={false}
        />
        {error && <ErrorNotice title="The audit was not created" error={error} kept="What you wrote is still here." />}
        <div className={styles.buttons}>
          <Button type="submit" loading={saving}>
            Create audit
          </Button>
          <Button variant="default" onClick={() => void navigateBack()}>
            Cancel
          </Button>
        </div>
      </form>
    </Page>
  );
};
