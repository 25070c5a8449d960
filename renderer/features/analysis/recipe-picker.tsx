import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type {
  Application,
  ConnectorType,
  Input,
  Recipe,
  RecipeParameter,
  TickmarkError,
} from '../../../preload/contract';
import { useApplication } from '../../app/applications-store';
import { bridge } from '../../bridge';
import { DialogButtons } from '../../components/dialog-buttons';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { fieldErrorsOf } from '../../texts/main-words';
import { recipeInWindowLanguage } from '../../texts/type-words';
import { editText, saveEdits } from './analysis-store';
import { PickerList } from './picker-list';
import styles from './recipe-picker.module.css';

const t = textsOf('analysis');

interface RecipePickerProps {
  applicationId: number;
  questionId: string;
  type: ConnectorType;
  /** Whether the question has a query already. */
  replaces: boolean;
}

/** Offers the library's queries for a tool type; the one chosen is filled in and becomes the question's query. */
export const RecipePicker = ({ type, ...rest }: RecipePickerProps) => {
  const [recipes, setRecipes] = useState<Recipe[] | null>(null);
  const [error, setError] = useState<TickmarkError | null>(null);
  const open = async () => {
    const answer = await bridge.recipes.list({ connectorType: type.type });
    setError(answer.ok ? null : answer.error);
    setRecipes(answer.ok ? answer.value.map(recipeInWindowLanguage) : []);
  };
  const close = () => setRecipes(null);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconBook2 size={14} aria-hidden />}
        onClick={() => void open()}
      >
        {t('recipes.button')}
      </Button>
      <Modal
        opened={recipes !== null}
        onClose={close}
        title={t('recipes.title', { toolType: type.label })}
        size="70rem"
      >
        {error && <ErrorNotice title={t('recipes.notRead')} error={error} />}
        {recipes && !error && <RecipeChoice recipes={recipes} type={type} onDone={close} {...rest} />}
      </Modal>
    </>
  );
};

const RecipeChoice = ({ recipes, ...rest }: RecipePickerProps & { recipes: Recipe[]; onDone: () => void }) => {
  const [topic, setTopic] = useState('');
  const shown = recipes.filter((recipe) => topic === '' || recipe.topic === topic);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const topics = [...new Set(recipes.map((recipe) => recipe.topic))].sort();
  if (!chosen) return <p>{t('recipes.noneOfType')}</p>;
  return (
    <div className={styles.choice}>
      <div className={styles.side}>
        <NativeSelect
          label={t('recipes.topic')}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={[{ value: '', label: t('recipes.allTopics') }, ...topics]}
        />
        <div className={styles.list}>
          <PickerList
            key={topic}
            listId="recipes"
            what={t('recipes.what')}
            options={() =>
              shown.map((recipe) => ({
                key: recipe.id,
                label: recipe.title,
                detail: topic === '' ? recipe.topic : undefined,
              }))
            }
            chosenKey={chosen.id}
            firstSearch=""
            onChoose={setChosenId}
          />
        </div>
      </div>
      <RecipeForm key={chosen.id} recipe={chosen} {...rest} />
    </div>
  );
};

/** What a parameter is filled with unless a person writes something else. */
const presetOf = ({ default: given, defaultFrom }: RecipeParameter, application: Application | undefined): string => {
  if (defaultFrom === 'period-start') return application?.startDate ?? '';
  if (defaultFrom === 'period-end') return application?.endDate ?? '';
  return given ?? '';
};

/** The query with the values as they are written; with those before while one of them can't be taken. */
const useFilledQuery = (recipe: Recipe, input: Input<'recipes', 'fill'>): string => {
  const [query, setQuery] = useState(recipe.query);
  const asked = JSON.stringify(input);
  useEffect(() => {
    let isLatest = true;
    void bridge.recipes.fill(JSON.parse(asked)).then((answer) => {
      if (isLatest && answer.ok) setQuery(answer.value.query);
    });
    return () => {
      isLatest = false;
    };
  }, [asked]);
  return query;
};

interface RecipeFormProps extends RecipePickerProps {
  recipe: Recipe;
  onDone: () => void;
}

const RecipeForm = ({ recipe, type, applicationId, questionId, replaces, onDone }: RecipeFormProps) => {
  const application = useApplication(applicationId);
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(recipe.parameters.map((parameter) => [parameter.name, presetOf(parameter, application)])),
  );
  const [error, setError] = useState<TickmarkError | null>(null);
  const filled = useFilledQuery(recipe, { applicationId, connectorType: type.type, recipeId: recipe.id, values });

  const use = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await bridge.recipes.fill({ applicationId, connectorType: type.type, recipeId: recipe.id, values });
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const { query, missing } = answer.value;
    editText(questionId, { query });
    void saveEdits();
    if (missing.length > 0)
      addNotice({ tone: 'information', title: t('recipes.missing', { names: missing.join(', ') }) });
    onDone();
  };

  return (
    <form className={styles.form} noValidate aria-label={recipe.title} onSubmit={(event) => void use(event)}>
      <h3 className={styles.title}>{recipe.title}</h3>
      <dl className={styles.facts}>
        <dt>{t('recipes.proves')}</dt>
        <dd>{recipe.proves}</dd>
        <dt>{t('recipes.needs')}</dt>
        <dd>{recipe.needs}</dd>
      </dl>
      {recipe.parameters.map(({ name, label, kind }) => {
        const Field = kind === 'list' ? Textarea : TextInput;
        return (
          <Field
            key={name}
            label={label}
            description={kind === 'list' ? t('recipes.listHelp') : undefined}
            error={fieldErrorsOf(error)[name]}
            value={values[name] ?? ''}
            onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        );
      })}
      <Textarea label={t('recipes.query')} readOnly rows={8} classNames={{ input: styles.query }} value={filled} />
      {error && <ErrorNotice title={t('recipes.notFilled')} error={error} />}
      {replaces && <div className={styles.note}>{t('recipes.replaces')}</div>}
      <DialogButtons>
        <Button variant="default" onClick={onDone}>
          {t('recipes.cancel')}
        </Button>
        <Button type="submit">{replaces ? t('recipes.replace') : t('recipes.use')}</Button>
      </DialogButtons>
    </form>
  );
};
