import { Button, Modal, NativeSelect, Stack } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Analysis, Connector, Execution } from '../../../preload/contract';
import { DialogButtons } from '../../components/dialog-buttons';
import { environmentName } from '../../components/environment-badge';
import { noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { runOnConnectors } from '../looking/run-on-connectors';
import { shortenPath } from '../settings/connector-address';
import { saveEdits, useAnalyses } from './analysis-store';
import { connectorsOfType } from './selection';

const t = textsOf('analysis');

/** The evidence of one question from two connectors. */
export interface ComparedRuns {
  left: Execution;
  right: Execution;
}

interface CompareConnectorsProps {
  analysis: Analysis;
  onCompared: (runs: ComparedRuns) => void;
}

/** Runs the question on two connectors of its tool type and compares what they answer. */
export const CompareConnectors = ({ analysis, onCompared }: CompareConnectorsProps) => {
  const allConnectors = useAnalyses((state) => state.connectors);
  const connectors = connectorsOfType(allConnectors, analysis.toolSuggestion);
  const [choosing, setChoosing] = useState(false);
  const [running, setRunning] = useState(false);

  const run = async (sides: readonly Connector[]) => {
    setChoosing(false);
    setRunning(true);
    const runs = await saveAndRun(analysis, sides);
    setRunning(false);
    if (runs) onCompared(runs);
  };

  if (connectors.length < 2) return null;
  const lacksQuery = analysis.query.trim() === '';
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={running}
        disabled={lacksQuery}
        title={lacksQuery ? t('compare.queryFirst') : undefined}
        leftSection={<IconArrowsDiff size={14} aria-hidden />}
        onClick={() => setChoosing(true)}
      >
        {t('compare.button')}
      </Button>
      <Modal opened={choosing} onClose={() => setChoosing(false)} title={t('compare.title')} size="34rem">
        <SidesForm
          connectors={connectors}
          chosenId={analysis.connectorId}
          onRun={(sides) => void run(sides)}
          onCancel={() => setChoosing(false)}
        />
      </Modal>
    </>
  );
};

/** What runs is what is saved, so what was just typed is saved first. */
const saveAndRun = async (analysis: Analysis, connectors: readonly Connector[]): Promise<ComparedRuns | null> => {
  const { applicationId, questionId } = analysis;
  await saveEdits(questionId);
  if (useAnalyses.getState().unsaved.has(questionId)) return null;
  const runs = await runOnConnectors({ applicationId, questionId, connectors });
  const failed = runs?.find(({ sha256 }) => sha256 === null);
  if (failed?.error) {
    const connector = failed.connectorName;
    noticeError(failed.error, t('compare.noEvidence', { connector }), t('compare.kept'));
  }
  const [left, right] = runs ?? [];
  return left?.sha256 && right?.sha256 ? { left, right } : null;
};

interface SidesFormProps {
  connectors: readonly Connector[];
  chosenId: number | null;
  onRun: (sides: readonly Connector[]) => void;
  onCancel: () => void;
}

/** Proposes the question's own connector and, beside it, one of another environment. */
const SidesForm = ({ connectors, chosenId, onRun, onCancel }: SidesFormProps) => {
  const [leftId, setLeftId] = useState(() => (connectors.find(({ id }) => id === chosenId) ?? connectors[0])?.id);
  const left = connectors.find(({ id }) => id === leftId);
  const others = connectors.filter(({ id }) => id !== leftId);
  const [rightId, setRightId] = useState(
    () => (others.find(({ environment }) => environment !== left?.environment) ?? others[0])?.id,
  );
  const right = others.find(({ id }) => id === rightId) ?? others[0];
  const options = (offered: readonly Connector[]) =>
    offered.map(({ id, connectorName, environment, target }) => ({
      value: String(id),
      label: [connectorName, environmentName(environment), target && shortenPath(target)].filter(Boolean).join(' · '),
    }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (left && right) onRun([left, right]);
      }}
    >
      <Stack>
        <div>{t('compare.intro')}</div>
        <NativeSelect
          label={t('compare.left')}
          value={String(left?.id)}
          data={options(connectors)}
          onChange={(event) => setLeftId(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('compare.right')}
          value={String(right?.id)}
          data={options(others)}
          onChange={(event) => setRightId(Number(event.currentTarget.value))}
        />
        <DialogButtons>
          <Button variant="default" onClick={onCancel}>
            {t('compare.cancel')}
          </Button>
          <Button type="submit">{t('compare.check')}</Button>
        </DialogButtons>
      </Stack>
    </form>
  );
};
