import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileZip } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { Analysis } from '../../../preload/contract';
import { useIsArchived } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { valueOrNotice } from '../../components/notices-store';
import { Page } from '../../components/page';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { useAnalyses } from '../analysis/analysis-store';
import { useLoadedAnalyses } from '../analysis/use-loaded-analyses';
import { StepHeader } from '../applications/step-header';
import { loadExecutions, useExecutionsOf } from '../execution/executions-store';
import { type RedactedColumns, RedactionButton } from '../proof/redaction-dialog';
import { VerifyPackButton } from '../proof/verify-pack-dialog';
import { useQuestionsOf } from '../questions/questions-store';
import styles from './evidence.module.css';
import { ExportedPack, LastPackLine } from './exported-pack';
import { isOpen, type PackContents, packContents } from './pack-contents';
import { PackTable } from './pack-table';
import { type PackExport, refreshNews, rememberPack, usePacks } from './packs-store';
import { useEvidenceView } from './use-evidence-view';
import { WithoutEvidenceList } from './without-evidence-list';

const t = textsOf('evidence');

const noAnalyses: ReadonlyMap<string, Analysis> = new Map();

/** Step 5: what the evidence pack holds, its export, and how anyone verifies it. */
export const EvidencePage = ({ applicationId }: { applicationId: number }) => {
  const { executions, loaded, error } = useExecutionsOf(applicationId);
  const { questions } = useQuestionsOf(applicationId);
  const [exporting, setExporting] = useState(false);
  const [exported, setExported] = useState<PackExport | null>(null);
  const archived = useIsArchived(applicationId);
  const lastPack = usePacks((state) => state[applicationId]);
  useLoadedAnalyses(applicationId);
  const analyses = useAnalyses((state) => (state.applicationId === applicationId ? state.analyses : noAnalyses));
  const contents = useMemo(() => packContents(executions, questions, analyses), [executions, questions, analyses]);
  const evidence = useEvidenceView({ executions: contents.executions, questions, backLabel: t('pack.back') });

  // `contents` changes with whatever a pack tells of.
  useEffect(() => {
    if (contents.executions.length > 0) void refreshNews(applicationId);
  }, [applicationId, contents]);

  const exportPack = async (redact: RedactedColumns[] = []) => {
    setExporting(true);
    const pack = await valueOrNotice(
      bridge.evidence.exportPack({ applicationId, redact }),
      t('pack.notExported'),
      t('pack.unchanged'),
    );
    setExporting(false);
    if (!pack) return;
    setExported(pack);
    await rememberPack(applicationId, pack);
  };

  if (evidence.view) return evidence.view;
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
                {t('pack.export')}
              </Button>
            </>
          }
        />
      }
    >
      {error && (
        <div className={rows.notice}>
          <ErrorNotice title={t('pack.runsNotRead')} error={error} onRetry={() => void loadExecutions(applicationId)} />
        </div>
      )}
      {exported && <ExportedPack pack={exported} onClose={() => setExported(null)} />}
      {loaded && !error && contents.executions.length === 0 && (
        <EmptyState
          icon={<IconFileZip size={32} />}
          title={t(archived ? 'pack.noneArchived' : 'pack.none')}
          actions={
            !archived && (
              <Button onClick={() => void navigate({ page: 'step', applicationId, step: 'execution' })}>
                {t('pack.toExecution')}
              </Button>
            )
          }
        >
          {t(archived ? 'pack.noneArchivedHelp' : 'pack.noneHelp')}
        </EmptyState>
      )}
      {contents.executions.length > 0 && (
        <div className={styles.contents}>
          <p className={styles.holds}>{t('pack.holds')}</p>
          {lastPack && !exported && <LastPackLine pack={lastPack} />}
          <Warnings contents={contents} />
          {contents.without.length > 0 && (
            <WithoutEvidenceList
              applicationId={applicationId}
              without={contents.without}
              open={!archived && contents.without.some(isOpen)}
            />
          )}
          <PackTable
            executions={contents.executions}
            questions={questions}
            onOpen={evidence.open}
            returning={evidence.returning}
          />
        </div>
      )}
    </Page>
  );
};

const describe = ({ executions, files, final, without }: PackContents): string => {
  const stillOpen = without.filter(isOpen).length;
  const closed = without.length - stillOpen;
  return [
    t('pack.runs', { count: executions.length }),
    t('pack.files', { count: files }),
    ...(final > 0 ? [t('pack.final', { count: final })] : []),
    ...(stillOpen > 0 ? [t('pack.without', { count: stillOpen })] : []),
    ...(closed > 0 ? [t('pack.notAnswerable', { count: closed })] : []),
  ].join(' · ');
};

const Warnings = ({ contents }: { contents: PackContents }) => {
  const { incomplete, goingOn } = contents;
  const warnings = [
    incomplete > 0 && t('pack.incomplete', { count: incomplete }),
    goingOn > 0 && t('pack.goingOn', { count: goingOn }),
  ].filter((warning) => warning !== false);
  return warnings.map((warning) => (
    <div key={warning} className={styles.flagged}>
      <IconAlertTriangle size={16} aria-hidden /> {warning}
    </div>
  ));
};
