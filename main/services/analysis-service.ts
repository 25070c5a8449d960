import {
  type AnalysisRecord,
  type ApplicationRecord,
  findAnalysis,
  listAnalyses,
  listConnectorsByCi,
  saveAnalysis,
} from '../../db';
import type { Analysis, Input } from '../../preload/contract';
import { findToolType } from '../connectors/registry';
import { type RecipesByType, readableRecipes } from '../recipes/library';
import { type Failure, failure, type Result, success } from '../result';
import { proposeQuery } from '../suggestions/propose-query';
import { noteForQuery, noteWithQuery } from '../suggestions/recipe-note';
import { topicFor } from '../suggestions/suggest';
import type { AnswerAnalyses } from './analysis-answers';
import { requireApplication, requireOpenApplication } from './application-service';
import { type ConnectorDirectory, createDirectory, resolveChoice } from './resolution';
import { record, type ServiceContext } from './service-context';

type AnalysisItem = Input<'analyses', 'save'>['items'][number];

/** The tool type by today's name; an alias of older data is accepted. */
const readToolType = (name: string | null): Result<string | null> => {
  if (name === null) return success(null);
  const toolType = findToolType(name);
  return toolType
    ? success(toolType.type)
    : failure('UNSUPPORTED_TYPE', `Tickmark has no tool type “${name}”.`, { hint: 'Choose one of the list.' });
};

/** The name of the connector that the item points at; null for none. */
const readConnector = (
  { connectorId, questionId }: AnalysisItem,
  toolType: string | null,
  directory: ConnectorDirectory,
): Result<string | null> => {
  if (connectorId === null) return success(null);
  const connector = directory.byId.get(connectorId);
  if (!connector) {
    return failure('NOT_FOUND', `The connector chosen for question ${questionId} is not one of this audit’s CI.`, {
      hint: 'It may have been deleted meanwhile. Choose another one.',
    });
  }
  if (connector.connectorType !== toolType) {
    return failure(
      'VALIDATION',
      `“${connector.connectorName}” is of type ${connector.connectorType}, not ${toolType ?? 'chosen yet'}.`,
      { hint: 'Choose the tool type first, then one of its connectors.' },
    );
  }
  return success(connector.connectorName);
};

/**
 * Saying that a question can't be answered, or taking that back, confirms no suggestion; a note where there is no tool type
 * and no query is none either.
 */
const choosesNothing = (before: AnalysisRecord, item: AnalysisItem): boolean => {
  if (item.toolSuggestion !== before.toolSuggestion || item.connectorId !== before.connectorId) return false;
  if (item.toolSuggestion === null && (item.query ?? before.query) === '') return true;
  return item.notAnswerable !== undefined && item.prompt === undefined && item.query === undefined;
};

/** What a person's choice makes of an analysis. A lost selection stays lost until a connector or another type is chosen. */
const applyChoice = (
  before: AnalysisRecord,
  item: AnalysisItem,
  toolSuggestion: string | null,
  connectorToUse: string | null,
): AnalysisRecord => ({
  ...before,
  toolSuggestion,
  connectorId: item.connectorId,
  connectorToUse,
  selectionLost: before.selectionLost && item.connectorId === null && toolSuggestion === before.toolSuggestion,
  chosenBy: choosesNothing(before, item) ? before.chosenBy : 'person',
  prompt: item.prompt ?? before.prompt,
  query: item.query ?? before.query,
  notAnswerable: item.notAnswerable === undefined ? before.notAnswerable : item.notAnswerable,
});

/** With the query that a suggestion left open, being unsure of the tool type which a person has chosen now. */
const withAwaitedQuery = (
  before: AnalysisRecord,
  after: AnalysisRecord,
  { startDate, endDate }: ApplicationRecord,
  recipes: () => RecipesByType,
): AnalysisRecord => {
  const { toolSuggestion: toolType, originalQuestion } = after;
  const isChosen = before.chosenBy === 'rule' && after.chosenBy === 'person' && toolType !== null;
  if (!isChosen || before.query !== '' || after.query !== '' || after.prompt !== before.prompt) return after;
  const topic = topicFor(originalQuestion, toolType);
  const { query, prompt } = proposeQuery(originalQuestion, { toolType, topic }, recipes(), { startDate, endDate });
  return { ...after, query, prompt: after.prompt || prompt };
};

const recordedFields = ['toolSuggestion', 'connectorId', 'connectorToUse', 'prompt', 'query', 'notAnswerable'] as const;

const changesOf = (before: AnalysisRecord, after: AnalysisRecord): Record<string, unknown> =>
  Object.fromEntries(
    recordedFields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );

const findRepeated = (values: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size);
};

/** `ownRecipes` is the folder where a consultant keeps further recipes. */
export const createAnalysisService = (context: ServiceContext, answer: AnswerAnalyses, ownRecipes: string) => {
  const { db } = context;

  const list = async ({ applicationId, connectorId }: Input<'analyses', 'list'>): Promise<Result<Analysis[]>> => {
    const found = requireApplication(context, applicationId);
    if (!found.ok) return found;
    const connectors = listConnectorsByCi(db, found.value.ciId);
    const directory = createDirectory(connectors);
    const isAsked = (analysis: AnalysisRecord) =>
      connectorId === undefined || resolveChoice(analysis, directory).connectorId === connectorId;
    return success(await answer(found.value, listAnalyses(db, applicationId).filter(isAsked), connectors));
  };

  /** A recipe's note comes and goes with its query, unless the person writes the note, too. */
  const withFittingNote = (before: AnalysisRecord, after: AnalysisRecord, library: () => RecipesByType) => {
    if (after.query === before.query || after.prompt !== before.prompt) return after;
    const recipes = library().get(before.toolSuggestion ?? '') ?? [];
    const prompt =
      before.prompt === ''
        ? noteWithQuery(before.query, after.query, recipes)
        : noteForQuery(before.prompt, after.query, recipes);
    return { ...after, prompt };
  };

  const readItem = (
    application: ApplicationRecord,
    item: AnalysisItem,
    directory: ConnectorDirectory,
    recipes: () => RecipesByType,
  ): Result<{ before: AnalysisRecord; after: AnalysisRecord }> => {
    const before = findAnalysis(db, application.id, item.questionId);
    if (!before) return unknownQuestion(item.questionId);
    const toolType = readToolType(item.toolSuggestion);
    if (!toolType.ok) return toolType;
    const connectorName = readConnector(item, toolType.value, directory);
    if (!connectorName.ok) return connectorName;
    const after = applyChoice(before, item, toolType.value, connectorName.value);
    const noted = withFittingNote(before, after, recipes);
    return success({ before, after: withAwaitedQuery(before, noted, application, recipes) });
  };

  const store = (application: ApplicationRecord, before: AnalysisRecord, after: AnalysisRecord): void => {
    saveAnalysis(db, after);
    record(context, 'analysis.saved', `question/${application.id}/${after.questionId}`, {
      applicationId: application.id,
      ciId: application.ciId,
      questionId: after.questionId,
      connectorId: after.connectorId,
      changes: changesOf(before, after),
    });
  };

  /** Saves all items or none; answers the saved analyses in the order of the items. */
  const save = async ({ applicationId, items }: Input<'analyses', 'save'>): Promise<Result<Analysis[]>> => {
    const found = requireOpenApplication(context, applicationId);
    if (!found.ok) return found;
    const repeated = findRepeated(items.map(({ questionId }) => questionId));
    if (repeated !== undefined) return failure('VALIDATION', `Question ${repeated} is given twice. Nothing was saved.`);
    const connectors = listConnectorsByCi(db, found.value.ciId);
    const directory = createDirectory(connectors);
    let library: RecipesByType | undefined;
    const recipes = () => {
      library ??= readableRecipes(ownRecipes);
      return library;
    };
    const choices: { before: AnalysisRecord; after: AnalysisRecord }[] = [];
    for (const item of items) {
      const choice = readItem(found.value, item, directory, recipes);
      if (!choice.ok) return choice;
      choices.push(choice.value);
    }
    db.transaction(() => {
      for (const { before, after } of choices) store(found.value, before, after);
    })();
    const updatedAt = new Date().toISOString();
    const saved = choices.map(({ after }) => ({ ...after, updatedAt }));
    return success(await answer(found.value, saved, connectors));
  };

  return { list, save };
};

export const unknownQuestion = (questionId: string): Failure =>
  failure('NOT_FOUND', `There is no question ${questionId} in this audit.`, {
    hint: 'It may have been removed meanwhile.',
  });
