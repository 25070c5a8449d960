import { Button, TextInput } from '@mantine/core';
import {
  IconArrowRight,
  IconClipboardText,
  IconListDetails,
  IconPlus,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { navigate } from '../../app/navigation';
import { confirm } from '../../components/confirm-dialog';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { countOf } from '../../components/format';
import { addNotice, noticeError } from '../../components/notices-store';
import { Page } from '../../components/page';
import { noRows, type RowChoice } from '../../components/row-choice';
import rows from '../../components/rows.module.css';
import { filterQuestions, noFilter } from '../analysis/question-filter';
import { StepHeader } from '../applications/step-header';
import { AddQuestionForm } from './add-question-form';
import { PasteQuestions } from './paste-questions';
import { loadQuestions, removeQuestions, useQuestionsOf } from './questions-store';
import { QuestionsTable } from './questions-table';

/** Step 2: the client's data request, question by question. */
export const QuestionsPage = ({ applicationId }: { applicationId: number }) => {
  const { questions, loaded, error } = useQuestionsOf(applicationId);
  const [adding, setAdding] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [search, setSearch] = useState('');
  const [choice, setChoice] = useState<RowChoice<string>>(noRows);
  const shown = useMemo(
    () => filterQuestions(questions, { ...noFilter, text: search }, () => 'ready'),
    [questions, search],
  );

  const remove = async () => {
    if (await removeChosen(applicationId, [...choice.chosen])) setChoice(noRows);
  };
  const buttons = (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
        Add question
      </Button>
      <Button
        variant={questions.length === 0 ? 'filled' : 'default'}
        leftSection={<IconClipboardText size={16} aria-hidden />}
        onClick={() => setPasting(true)}
      >
        Paste questions
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
          summary={loaded && questions.length > 0 ? countOf(questions.length, 'question') : undefined}
          actions={
            questions.length > 0 && (
              <>
                {buttons}
                <Button
                  rightSection={<IconArrowRight size={16} aria-hidden />}
                  onClick={() => void navigate({ page: 'step', applicationId, step: 'analysis' })}
                >
                  Next: analysis
                </Button>
              </>
            )
          }
          toolbar={
            questions.length > 0 && (
              <>
                <TextInput
                  w="20rem"
                  aria-label="Search questions"
                  placeholder="Search"
                  leftSection={<IconSearch size={16} aria-hidden />}
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
                {search && <span>{countOf(shown.length, 'match', 'matches')}</span>}
                {choice.chosen.size > 0 && (
                  <Button
                    variant="default"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    onClick={() => void remove()}
                  >
                    Remove {countOf(choice.chosen.size, 'question')}
                  </Button>
                )}
              </>
            )
          }
        />
      }
    >
      {adding && <AddQuestionForm applicationId={applicationId} onClose={() => setAdding(false)} />}
      {error && (
        <div className={rows.notice}>
          <ErrorNotice
            title="The questions could not be read"
            error={error}
            onRetry={() => void loadQuestions(applicationId)}
          />
        </div>
      )}
      {loaded && !error && questions.length === 0 && !adding && (
        <EmptyState icon={<IconListDetails size={32} />} title="No questions yet" actions={buttons}>
          Copy the lines of the client’s data request in your spreadsheet and paste them here: number, process,
          sub-process and question. You see what each line becomes before anything is added.
        </EmptyState>
      )}
      {questions.length > 0 && <QuestionsTable questions={shown} choice={choice} onChoice={setChoice} />}
      {pasting && (
        <PasteQuestions applicationId={applicationId} existing={questions} onClose={() => setPasting(false)} />
      )}
    </Page>
  );
};

const removeChosen = async (applicationId: number, questionIds: string[]): Promise<boolean> => {
  const questions = countOf(questionIds.length, 'question');
  const agreed = await confirm({
    title: `Remove ${questions}?`,
    body: 'Their analyses go with them: tool type, connector, prompt and query. A question that has evidence is kept.',
    confirmLabel: `Remove ${questions}`,
    tone: 'danger',
  });
  if (!agreed) return false;
  const result = await removeQuestions(applicationId, questionIds);
  if (result.ok) addNotice({ tone: 'success', title: `${questions} removed` });
  else noticeError(result.error, 'The questions were not removed', 'Nothing was changed.');
  return result.ok;
};
