import { Button, Checkbox, Group, NumberInput, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LegacyPreview, LegacyReport, Result, TickmarkError } from '../../../preload/contract';
import { loadApplications } from '../../app/applications-store';
import { bridge } from '../../bridge';
import { FromMain } from '../../components/error-kind';
import { ErrorNotice } from '../../components/error-notice';
import { Page, PageHeader } from '../../components/page';
import { textsOf } from '../../texts';
import { connectorsChanged, loadCis } from '../settings/connectors-store';
import { PathField } from '../settings/path-field';
import styles from './legacy.module.css';
import { LegacyCountsTable, LegacyReportView } from './legacy-report-view';
import { loadNames } from './names-store';

const t = textsOf('legacy');

const noServer = { server: '', port: 5432, database: '', username: '', password: '', encrypt: true };

type Source = Parameters<typeof bridge.legacy.preview>[0];
type File = { fileToken: string; displayPath: string };
type State =
  | { step: 'source' }
  | { step: 'preview'; preview: LegacyPreview }
  | { step: 'report'; report: LegacyReport };

/** Brings audits, questions, connectors and analyses over from the web application that came before. */
export const LegacyPage = () => {
  const [state, setState] = useState<State>({ step: 'source' });
  const [error, setError] = useState<TickmarkError | null>(null);
  const [busy, setBusy] = useState(false);

  const ask = async <Value,>(call: Promise<Result<Value>>, onValue: (value: Value) => void) => {
    setBusy(true);
    setError(null);
    const answer = await call;
    setBusy(false);
    if (answer.ok) onValue(answer.value);
    else setError(answer.error);
  };
  const preview = (source: Source) =>
    ask(bridge.legacy.preview(source), (value) => setState({ step: 'preview', preview: value }));
  const importAll = ({ previewToken }: LegacyPreview) =>
    ask(bridge.legacy.import({ previewToken }), (report) => {
      setState({ step: 'report', report });
      const cis = new Set(report.connectors.map(({ ciId }) => ciId));
      void Promise.all([loadApplications(), loadCis(), loadNames(), ...[...cis].map(connectorsChanged)]);
    });

  return (
    <Page layout="text" header={<PageHeader title={t('title')} summary={t('summary')} />}>
      <Stack gap="lg">
        {error && <ErrorNotice title={t(`failed.${state.step}`)} error={error} kept={t('kept')} />}
        {/* Stays while the preview is looked at: what was typed is not lost. */}
        <div hidden={state.step !== 'source'}>
          <SourceForm busy={busy} onPreview={(source) => void preview(source)} />
        </div>
        {state.step === 'preview' && (
          <Preview
            preview={state.preview}
            busy={busy}
            onBack={() => {
              setError(null);
              setState({ step: 'source' });
            }}
            onImport={() => void importAll(state.preview)}
          />
        )}
        {state.step === 'report' && <LegacyReportView report={state.report} />}
      </Stack>
    </Page>
  );
};

interface SourceFormProps {
  busy: boolean;
  onPreview: (source: Source) => void;
}

const SourceForm = ({ busy, onPreview }: SourceFormProps) => {
  const [kind, setKind] = useState<Source['kind']>('postgres');
  const [server, setServer] = useState(noServer);
  const [file, setFile] = useState<File | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kind === 'postgres') onPreview({ kind, ...server });
    else if (file) onPreview({ kind, fileToken: file.fileToken });
  };
  const complete = kind === 'postgres' ? server.server && server.database && server.username : file;
  return (
    <form aria-label={t('title')} noValidate onSubmit={submit}>
      <Stack gap="md">
        <p className={styles.lead}>{t('lead')}</p>
        <SegmentedControl
          aria-label={t('source.kind')}
          data={[
            { value: 'postgres', label: t('source.onServer') },
            { value: 'sqlite', label: t('source.inFile') },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'sqlite' ? 'sqlite' : 'postgres')}
        />
        {kind === 'postgres' ? (
          <ServerFields server={server} onChange={setServer} />
        ) : (
          <PathField
            purpose="legacy"
            label={t('source.file')}
            required
            input={file ?? ''}
            onChange={(input) => setFile(typeof input === 'object' ? input : null)}
          />
        )}
        <Group>
          <Button type="submit" loading={busy} disabled={!complete}>
            {t('source.look')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

interface ServerFieldsProps {
  server: typeof noServer;
  onChange: (server: typeof noServer) => void;
}

const ServerFields = ({ server, onChange }: ServerFieldsProps) => {
  const change = (changes: Partial<typeof noServer>) => onChange({ ...server, ...changes });
  return (
    <>
      <div className={styles.address}>
        <TextInput
          label={t('source.server')}
          required
          value={server.server}
          onChange={(event) => change({ server: event.currentTarget.value })}
        />
        <NumberInput
          label={t('source.port')}
          required
          hideControls
          min={1}
          max={65_535}
          value={server.port}
          onChange={(port) => change({ port: Number(port) })}
        />
      </div>
      <TextInput
        label={t('source.database')}
        required
        value={server.database}
        onChange={(event) => change({ database: event.currentTarget.value })}
      />
      <TextInput
        label={t('source.username')}
        description={t('source.usernameHelp')}
        required
        value={server.username}
        onChange={(event) => change({ username: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('source.password')}
        description={t('source.passwordHelp')}
        value={server.password}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
      <Checkbox
        label={t('source.encrypt')}
        checked={server.encrypt}
        onChange={(event) => change({ encrypt: event.currentTarget.checked })}
      />
    </>
  );
};

interface PreviewProps {
  preview: LegacyPreview;
  busy: boolean;
  onBack: () => void;
  onImport: () => void;
}

const Preview = ({ preview: { counts, warnings }, busy, onBack, onImport }: PreviewProps) => (
  <section aria-label={t('preview.title')}>
    <Stack gap="md">
      <div>
        <h2 className={styles.heading}>{t('preview.title')}</h2>
        <LegacyCountsTable counts={counts} label={t('preview.title')} imported={t('preview.imported')} />
      </div>
      {warnings.length > 0 && (
        <div>
          <h3 className={styles.heading}>{t('preview.warnings')}</h3>
          <ul className={styles.lines}>
            {warnings.map((warning) => (
              <FromMain key={warning} as="li">
                {warning}
              </FromMain>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.lead}>{t('preview.promise')}</p>
      <Group gap="sm">
        <Button loading={busy} onClick={onImport}>
          {t('preview.import')}
        </Button>
        <Button variant="default" disabled={busy} onClick={onBack}>
          {t('preview.back')}
        </Button>
      </Group>
    </Stack>
  </section>
);
