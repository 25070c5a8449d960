import { Button, Group, Loader, Modal, NativeSelect, NumberInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type FormEvent, useEffect, useMemo, useRef } from 'react';
import { type Question, type QuestionColumn, type QuestionSheet, questionColumns } from '../../../../preload/contract';
import { DialogButtons } from '../../../components/dialog-buttons';
import { ErrorNotice } from '../../../components/error-notice';
import { addNotice } from '../../../components/notices-store';
import { textsOf } from '../../../texts';
import { QuestionPreview } from '../question-preview';
import styles from '../questions.module.css';
import { useQuestions } from '../questions-store';
import { columnLabel } from '../skip-reasons';
import {
  type ChoiceProblem,
  type ColumnChoice,
  countPlans,
  findProblem,
  planPreview,
  previewLines,
} from './column-choice';
import { ImportReportView, reportCounts } from './import-report';
import {
  changeImport,
  chooseFile,
  chooseHeaderRow,
  chooseSheet,
  closeImport,
  type FileType,
  runImport,
  useImport,
} from './import-store';

const t = textsOf('questions');

/** Imports a client's file: its sheet, header and columns as proposed or chosen, with what its lines become. */
export const ImportDialog = () => {
  const { applicationId, fileName, sheets, error, busy, report } = useImport();
  if (applicationId === null) return null;
  return (
    <Modal
      opened
      onClose={closeImport}
      title={fileName ? `${t('import.title')} · ${fileName}` : t('import.title')}
      size="68rem"
    >
      {report ? (
        <ImportReportView report={report} onDone={closeImport} />
      ) : (
        <div className={styles.paste}>
          {sheets.length === 0 && busy && (
            <Group gap="sm" role="status">
              <Loader size="sm" /> {t('import.reading')}
            </Group>
          )}
          {sheets.length === 0 && error && <ErrorNotice title={t('import.readFailed')} error={error} />}
          {sheets.length > 0 && <ImportForm />}
          {sheets.length === 0 && <Buttons onAnotherFile={() => void chooseFile(applicationId)} />}
        </div>
      )}
    </Modal>
  );
};

const explainProblem = (problem: ChoiceProblem): string =>
  problem.kind === 'no-question' ? t('import.needsQuestion') : t('import.columnTwice', { column: problem.column });

const ImportForm = () => {
  const { applicationId, sheets, sheetName, choice, fileType, error, busy } = useImport();
  const sheet = sheets.find(({ name }) => name === sheetName);
  const problem = findProblem(choice);
  const submitButton = useRef<HTMLButtonElement>(null);
  // The dialog has opened before the file was read: with a good proposal, Enter is all that is left to press.
  useEffect(() => submitButton.current?.focus(), []);
  const stored = useStored(fileType);
  const lines = useMemo(
    () => (sheet ? planPreview(previewLines(sheet, choice), stored, choice) : []),
    [sheet, choice, stored],
  );
  if (!sheet || applicationId === null) return null;
  const sampled = sheet.sampleRows.length < sheet.rowCount;
  const counts = countPlans(lines);
  const nothingToDo = counts.added + counts.changed === 0 && !sampled;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (problem || busy) return;
    const answer = await runImport();
    if (!answer?.ok || answer.value.skipped.length > 0) return;
    addNotice({ tone: 'success', title: reportCounts(answer.value) });
    closeImport();
  };

  return (
    <form className={styles.paste} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.importFields}>
        <NativeSelect
          label={t('import.sheet')}
          data={sheets.map(({ name, rowCount }) => ({
            value: name,
            label: t('import.sheetOption', { name, count: rowCount }),
          }))}
          value={sheetName}
          onChange={(event) => chooseSheet(event.currentTarget.value)}
        />
        <HeaderRowField key={sheetName} sheet={sheet} />
        <NativeSelect
          label={t('import.kind')}
          description={t('import.kindHelp')}
          inputWrapperOrder={helpBelow}
          data={(['primary', 'followup'] as const).map((kind) => ({ value: kind, label: t(`fileType.${kind}`) }))}
          value={fileType}
          onChange={(event) => changeImport({ fileType: event.currentTarget.value as FileType })}
        />
      </div>
      <div className={styles.importColumns}>
        {questionColumns.map((meaning) => (
          <ColumnField key={meaning} meaning={meaning} sheet={sheet} choice={choice} problem={problem} />
        ))}
      </div>
      <div>
        <div className={styles.pasteSummary} role="status">
          <span>
            {sampled
              ? t('import.previewSummary', { count: sheet.sampleRows.length, total: sheet.rowCount })
              : t('import.previewAll', { count: sheet.rowCount })}
          </span>
          {stored.length > 0 && <span>{planCounts(counts)}</span>}
        </div>
        <QuestionPreview lines={lines} compared={stored.length > 0} />
      </div>
      {error && <ErrorNotice title={t('import.notImported')} error={error} kept={t('import.choicesKept')} />}
      <Buttons onAnotherFile={() => void chooseFile(applicationId)}>
        <Button ref={submitButton} type="submit" disabled={problem !== null || nothingToDo} loading={busy}>
          {sampled ? t('import.submitUncounted') : submitLabel(counts)}
        </Button>
      </Buttons>
    </form>
  );
};

/** The questions that a file of this kind updates. */
const useStored = (fileType: FileType): Question[] => {
  const questions = useQuestions((state) => state.questions);
  return useMemo(() => questions.filter((question) => question.fileType === fileType), [questions, fileType]);
};

type PlanCounts = ReturnType<typeof countPlans>;

/** What an import will do, in numbers. */
const planCounts = ({ added, changed, unchanged, columns }: PlanCounts): string =>
  [
    added > 0 && t('import.planAdded', { count: added }),
    changed > 0 && t('import.planChanged', { count: changed, columns: columns.map(columnLabel).join(', ') }),
    unchanged > 0 && t('import.planUnchanged', { count: unchanged }),
  ]
    .filter(Boolean)
    .join(' · ');

const submitLabel = ({ added, changed, unchanged }: PlanCounts): string => {
  if (added > 0 && changed > 0) return t('import.submitBoth', { added, changed });
  if (changed > 0) return t('import.submitUpdate', { count: changed });
  return added === 0 && unchanged > 0 ? t('import.submitNothing') : t('import.submit', { count: added });
};

/** Fields that stand beside each other keep their labels in line. */
const helpBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** The header's row. Each change reads the file anew, so it is taken over a moment after the last key, or when the field is left. */
const HeaderRowField = ({ sheet }: { sheet: QuestionSheet }) => {
  const take = useDebouncedCallback((text: string) => {
    const row = Number(text);
    if (Number.isInteger(row) && row >= 0 && text !== '' && row !== sheet.headerRow) chooseHeaderRow(row);
  }, 300);
  return (
    <NumberInput
      label={t('import.headerRow')}
      description={t('import.headerRowHelp')}
      inputWrapperOrder={helpBelow}
      min={0}
      max={1_048_576}
      allowDecimal={false}
      defaultValue={sheet.headerRow}
      onChange={(value) => take(String(value))}
      onBlur={() => take.flush()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take.flush();
      }}
    />
  );
};

interface ColumnFieldProps {
  meaning: QuestionColumn;
  sheet: QuestionSheet;
  choice: ColumnChoice;
  problem: ChoiceProblem | null;
}

const ColumnField = ({ meaning, sheet, choice, problem }: ColumnFieldProps) => {
  const concerned =
    problem && (problem.kind === 'no-question' ? meaning === 'question' : choice[meaning] === problem.column);
  const none = meaning === 'question' ? t('import.chooseColumn') : t('import.noColumn');
  return (
    <NativeSelect
      label={t('import.columnFor', { meaning: columnLabel(meaning) })}
      error={concerned ? explainProblem(problem) : undefined}
      // A column may be called anything, so it is known here by its place.
      data={[
        { value: '', label: none },
        ...sheet.columns.map((column, index) => ({ value: String(index), label: column })),
      ]}
      value={choice[meaning] === null ? '' : String(sheet.columns.indexOf(choice[meaning]))}
      onChange={({ currentTarget: { value } }) =>
        changeImport({ choice: { ...choice, [meaning]: value === '' ? null : (sheet.columns[Number(value)] ?? null) } })
      }
    />
  );
};

const Buttons = ({ onAnotherFile, children }: { onAnotherFile: () => void; children?: React.ReactNode }) => (
  <DialogButtons>
    <Button variant="subtle" mr="auto" ml={-18} onClick={onAnotherFile}>
      {t('import.anotherFile')}
    </Button>
    <Button variant="default" onClick={closeImport}>
      {t('import.cancel')}
    </Button>
    {children}
  </DialogButtons>
);
