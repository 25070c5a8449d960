import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileZip } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { countOf, formatCount } from '../../components/format';
import { valueOrNotice } from '../../components/notices-store';
import { Page } from '../../components/page';
import rows from '../../components/rows.module.css';
import { StepHeader } from '../applications/step-header';
import { loadExecutions, useExecutionsOf } from '../execution/executions-store';
import { type RedactedColumns, RedactionButton } from '../proof/redaction-dialog';
import { VerifyPackButton } from '../proof/verify-pack-dialog';
import { useQuestionsOf } from '../questions/questions-store';
import styles from './evidence.module.css';
import { ExportedPack, type PackExport } from './exported-pack';
import { type PackContents, packContents } from './pack-contents';
import { PackTable } from './pack-table';

/** Step 5: what the evidence pack holds, its export, and how anyone verifies it. */
export const EvidencePage = ({ applicationId }: { applicationId: number }) => {
  const { executions, loaded, error } = useExecutionsOf(applicationId);
  const { questions } = useQuestionsOf(applicationId);
  const [exporting, setExporting] = useState(false);
  const [exported, setExported] = useState<PackExport | null>(null);
  const contents = useMemo(() => packContents(executions), [executions]);

  const exportPack = async (redact: RedactedColumns[] = []) => {
    setExporting(true);
    const pack = await valueOrNotice(
      bridge.evidence.exportPack({ applicationId, redact }),
      'The evidence pack was not exported',
      'The evidence itself is unchanged.',
    );
    setExporting(false);
    if (pack) setExported(pack);
  };

  return (
    <Page
      layout="fill"
      header={
        <StepHeader
          applicationId={applicationId}
          step="evidence"
          summary={loaded && executions.length > 0 && <span role="status">{describe(contents)}</span>}
          actions={
            <>
              <VerifyPackButton />
              <RedactionButton
                executions={contents.executions}
                busy={exporting}
                onExport={(redact) => void exportPack(redact)}
              />
              <Button
                leftSection={<IconFileZip size={16} aria-hidden />}
                disabled={contents.executions.length === 0}
                loading={exporting}
                onClick={() => void exportPack()}
              >
                Export evidence pack…
              </Button>
            </>
          }
        />
      }
    >
      {error && (
        <div className={rows.notice}>
          <ErrorNotice
            title="The runs could not be read"
            error={error}
            onRetry={() => void loadExecutions(applicationId)}
          />
        </div>
      )}
      {exported && <ExportedPack pack={exported} />}
      {loaded && !error && contents.executions.length === 0 && (
        <EmptyState
          icon={<IconFileZip size={32} />}
          title="No evidence yet"
          actions={
            <Button onClick={() => void navigate({ page: 'step', applicationId, step: 'execution' })}>
              Go to execution
            </Button>
          }
        >
          The pack is a zip of every result with its query, connector, target and hash, and with a part of the audit
          log. Anyone can verify it without Tickmark. It fills as questions run.
        </EmptyState>
      )}
      {contents.executions.length > 0 && (
        <div className={styles.contents}>
          <Warnings contents={contents} />
          <PackTable executions={contents.executions} questions={questions} />
        </div>
      )}
    </Page>
  );
};

const describe = ({ executions, files }: PackContents): string =>
  `${countOf(executions.length, 'run')} · ${countOf(files, 'evidence file')}`;

const Warnings = ({ contents }: { contents: PackContents }) => {
  const { incomplete, goingOn } = contents;
  const warnings = [
    incomplete > 0 &&
      `${formatCount(incomplete)} of the results ${incomplete === 1 ? 'is' : 'are'} incomplete. The pack says so.`,
    goingOn > 0 && `${countOf(goingOn, 'run')} still going on and not in the pack.`,
  ].filter((warning) => warning !== false);
  return warnings.map((warning) => (
    <div key={warning} className={styles.flagged}>
      <IconAlertTriangle size={16} aria-hidden /> {warning}
    </div>
  ));
};
