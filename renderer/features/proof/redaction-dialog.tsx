import { Button, Modal, MultiSelect, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Execution } from '../../../preload/contract';
import { DialogButtons } from '../../components/dialog-buttons';
import { textsOf } from '../../texts';
import styles from './proof.module.css';

const t = textsOf('proof');

export interface RedactedColumns {
  executionId: number;
  columns: string[];
}

interface RedactionButtonProps {
  executions: readonly Execution[];
  busy: boolean;
  onExport: (redact: RedactedColumns[]) => void;
}

const labelOf = ({ id, questionId, connectorName }: Execution): string => `${id} · ${questionId} · ${connectorName}`;

/** Asks which columns of which results are left out of a pack, then exports it. */
export const RedactionButton = ({ executions, busy, onExport }: RedactionButtonProps) => {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<RedactedColumns[]>([]);
  const withColumns = executions.filter(({ sha256, columns }) => sha256 !== null && columns.length > 0);
  const choose = (executionId: number, columns: string[]) =>
    setChosen((before) => [...before.filter((entry) => entry.executionId !== executionId), { executionId, columns }]);
  const redact = chosen.filter(({ columns }) => columns.length > 0);
  const start = () => {
    setOpen(false);
    onExport(redact);
  };
  return (
    <>
      <Button
        variant="default"
        title={t('redaction.title')}
        disabled={withColumns.length === 0 || busy}
        onClick={() => setOpen(true)}
      >
        {t('redaction.button')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('redaction.title')} size="lg">
        <Stack gap="md">
          <p className={styles.explanation}>{t('redaction.explanation')}</p>
          {chosen.map(({ executionId, columns }) => (
            <ColumnChoice
              key={executionId}
              execution={withColumns.find(({ id }) => id === executionId)}
              columns={columns}
              onChange={(names) => choose(executionId, names)}
            />
          ))}
          <Select
            label={t('redaction.addRun')}
            placeholder={t('redaction.chooseRun')}
            searchable
            limit={100}
            value={null}
            data={withColumns
              .filter(({ id }) => !chosen.some(({ executionId }) => executionId === id))
              .map((execution) => ({ value: String(execution.id), label: labelOf(execution) }))}
            onChange={(id) => id && choose(Number(id), [])}
          />
          <DialogButtons>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('redaction.cancel')}
            </Button>
            <Button disabled={redact.length === 0} onClick={start}>
              {t('redaction.export')}
            </Button>
          </DialogButtons>
        </Stack>
      </Modal>
    </>
  );
};

const ColumnChoice = (choice: {
  execution: Execution | undefined;
  columns: string[];
  onChange: (columns: string[]) => void;
}) =>
  choice.execution && (
    <MultiSelect
      label={labelOf(choice.execution)}
      placeholder={t('redaction.columns')}
      searchable
      data={[...new Set(choice.execution.columns.map(({ name }) => name))]}
      value={choice.columns}
      onChange={choice.onChange}
    />
  );
