import { Button, NativeSelect, TextInput } from '@mantine/core';
import {
  IconArrowRight,
  IconClipboardText,
  IconFileImport,
  IconListDetails,
  IconPlus,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useIsArchived } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { confirm } from '../../components/confirm-dialog';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { countHidden, withHidden } from '../../components/hidden-rows';
import { addNotice, noticeError } from '../../components/notices-store';
import { Page } from '../../components/page';
import { noRows, type RowChoice } from '../../components/row-choice';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { filterQuestions, noFilter } from '../analysis/question-filter';
import { StepHeader } from '../applications/step-header';
import { AddQuestionForm } from './add-question-form';
import { DropArea } from './import/drop-area';
import { ImportDialog } from './import/import-dialog';
import { chooseFile, type FileType } from './import/import-store';
import { PasteQuestions } from './paste-questions';
import { loadQuestions, removeQuestions, useQuestionsOf } from './questions-store';
import { QuestionsTable } from './questions-table';

const t = textsOf('questions');

/** Step 2: the client's data request, question by question. */
export const QuestionsPage = ({ applicationId }: { applicationId: number }) => {
  const { questions, loaded, error } = useQuestionsOf(applicationId);
  const archived = useIsArchived(applicationId);
  const [adding, setAdding] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [search, setSearch] = useState('');
  const [choice, setChoice] = useState<RowChoice<string>>(noRows);
  const [kind, setKind] = useState<FileType | null>(null);
  const shown = useMemo(() => {
    const found = filterQuestions(questions, { ...noFilter, text: search }, () => 'ready');
    return kind === null ? found : found.filter(({ fileType }) => fileType === kind);
  }, [questions, search, kind]);
  const hasFollowUps = questions.some(({ fileType }) => fileType === 'followup');

  const hidden = countHidden(choice.chosen, shown);
  const removeLabel = withHidden(t('remove.button', { count: choice.chosen.size }), hidden);
  const remove = async () => {
    if (await removeChosen(applicationId, [...choice.chosen], removeLabel)) setChoice(noRows);
  };
  const buttons = !archived && (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
        {t('page.add')}
      </Button>
      <Button
        variant={questions.length === 0 ? 'filled' : 'default'}
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => void chooseFile(applicationId)}
      >
        {t('import.button')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconClipboardText size={16} aria-hidden />}
        onClick={() => setPasting(true)}
      >
        {t('paste.title')}
      </Button>
    </>
  );

  return (
    <Page
      layout="fill"
      header={
        <StepHeader
          applicationId={applicationId}
          step="questions"
          summary={loaded && questions.length > 0 ? t('page.count', { count: questions.length }) : undefined}
          actions={
            questions.length > 0 && (
              <>
                {buttons}
                <Button
                  rightSection={<IconArrowRight size={16} aria-hidden />}
                  onClick={() => void navigate({ page: 'step', applicationId, step: 'analysis' })}
                >
                  {t('page.next')}
                </Button>
              </>
            )
          }
          toolbar={
            questions.length > 0 && (
              <>
                <TextInput
                  w="20rem"
                  aria-label={t('page.searchLabel')}
                  placeholder={t('page.search')}
                  leftSection={<IconSearch size={16} aria-hidden />}
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
                {hasFollowUps && (
                  <NativeSelect
                    w="14rem"
                    aria-label={t('fileType.filter')}
                    value={kind ?? ''}
                    onChange={({ currentTarget: { value } }) => setKind((value || null) as FileType | null)}
                    data={[
                      { value: '', label: t('fileType.all') },
                      { value: 'primary', label: t('fileType.primary') },
                      { value: 'followup', label: t('fileType.followup') },
                    ]}
                  />
                )}
                {(search || kind) && <span>{t('page.matches', { count: shown.length })}</span>}
                {choice.chosen.size > 0 && !archived && (
                  <Button
                    variant="default"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    onClick={() => void remove()}
                  >
                    {removeLabel}
                  </Button>
                )}
              </>
            )
          }
        />
      }
    >
      <DropArea applicationId={applicationId} closed={archived}>
        {adding && <AddQuestionForm applicationId={applicationId} onClose={() => setAdding(false)} />}
        {error && (
          <div className={rows.notice}>
            <ErrorNotice title={t('page.notRead')} error={error} onRetry={() => void loadQuestions(applicationId)} />
          </div>
        )}
        {loaded && !error && questions.length === 0 && !adding && (
          <EmptyState icon={<IconListDetails size={32} />} title={t('page.none')} actions={buttons}>
            {t('page.noneHelp')}
          </EmptyState>
        )}
        {questions.length > 0 && <QuestionsTable questions={shown} choice={choice} onChoice={setChoice} />}
      </DropArea>
      <ImportDialog />
      {pasting && (
        <PasteQuestions applicationId={applicationId} existing={questions} onClose={() => setPasting(false)} />
      )}
    </Page>
  );
};

const removeChosen = async (applicationId: number, questionIds: string[], label: string): Promise<boolean> => {
  const count = questionIds.length;
  const agreed = await confirm({
    title: t('remove.title', { count }),
    body: t('remove.body'),
    confirmLabel: label,
    tone: 'danger',
  });
  if (!agreed) return false;
  const result = await removeQuestions(applicationId, questionIds);
  if (result.ok) addNotice({ tone: 'success', title: t('remove.done', { count }) });
  else noticeError(result.error, t('remove.failed'), t('remove.kept'));
  return result.ok;
};
