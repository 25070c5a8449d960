import {
  type AnalysisRecord,
  type ApplicationRecord,
  type ConnectorRecord,
  listAnalyses,
  listConnectorsByCi,
  saveAnalyses,
} from '../../db';
import { type Analysis, groupBy, type Input, sureConfidence } from '../../preload/contract';
import { type RecipesByType, readableRecipes } from '../recipes/library';
import { type Result, success } from '../result';
import { nothingProposed, proposeQuery } from '../suggestions/propose-query';
import { suggestToolType, type TestedTypes } from '../suggestions/suggest';
import type { AnswerAnalyses } from './analysis-answers';
import { unknownQuestion } from './analysis-service';
import { requireOpenApplication } from './application-service';
import { record, type ServiceContext } from './service-context';

/** What a person said or chose stays, and so does what came with older data and nobody has looked at yet. */
const mayBeSuggested = ({ chosenBy, toolSuggestion, query, notAnswerable }: AnalysisRecord): boolean =>
  notAnswerable === null && (chosenBy === 'rule' || (chosenBy === null && toolSuggestion === null && query === ''));

type Standing = 'reached' | 'failed';

const standingOf = (connectors: readonly ConnectorRecord[]): Standing | undefined => {
  if (connectors.some(({ status }) => status === 'active')) return 'reached';
  return connectors.every(({ status }) => status === 'failed') ? 'failed' : undefined;
};

interface ToolTypes {
  all: ReadonlySet<string>;
  tested: TestedTypes;
}

const toolTypesOf = (connectors: readonly ConnectorRecord[]): ToolTypes => {
  const byType = groupBy(connectors, ({ connectorType }) => connectorType);
  const tested = [...byType].flatMap(([toolType, ofType]): [string, Standing][] => {
    const standing = standingOf(ofType);
    return standing ? [[toolType, standing]] : [];
  });
  return { all: new Set(byType.keys()), tested: new Map(tested) };
};

const suggestFor = (
  before: AnalysisRecord,
  { startDate, endDate }: ApplicationRecord,
  toolTypes: ToolTypes,
  recipes: RecipesByType,
): AnalysisRecord => {
  const { originalQuestion, category, subcategory } = before;
  // Without a tool type no suggestion has written a note: a person has.
  const ownNote = before.toolSuggestion === null && before.prompt !== '' ? { prompt: before.prompt } : {};
  const asked = { question: originalQuestion, process: category, subProcess: subcategory };
  const { toolType, topic, confidence, reason } = suggestToolType(asked, toolTypes.all, toolTypes.tested);
  // Where the tool type is unsure, the query waits until a person has chosen it.
  const proposal =
    toolType !== null && confidence >= sureConfidence
      ? proposeQuery(originalQuestion, { toolType, topic }, recipes, { startDate, endDate })
      : nothingProposed;
  return {
    ...before,
    ...proposal,
    ...ownNote,
    toolSuggestion: toolType,
    connectorId: null,
    connectorToUse: null,
    connectorReason: reason,
    confidence,
    chosenBy: 'rule',
  };
};

const suggestedFields = ['toolSuggestion', 'connectorReason', 'confidence', 'prompt', 'query', 'chosenBy'] as const;

const differs = (before: AnalysisRecord, after: AnalysisRecord): boolean =>
  suggestedFields.some((field) => before[field] !== after[field]);

/** `ownRecipes` is the folder where a consultant keeps further recipes. */
export const createSuggestionService = (context: ServiceContext, answer: AnswerAnalyses, ownRecipes: string) => {
  const { db } = context;

  const store = (application: ApplicationRecord, changed: readonly AnalysisRecord[]): void => {
    saveAnalyses(db, changed);
    record(context, 'analysis.suggested', `application/${application.id}`, {
      applicationId: application.id,
      ciId: application.ciId,
      suggested: changed.map(({ questionId, toolSuggestion, confidence }) => ({
        questionId,
        toolSuggestion,
        confidence,
      })),
    });
  };

  /**
   * Suggests tool type, prompt and query for the questions named, or all, that no person has chosen for; stores and answers
   * them and the others as they are, in the order of the questions.
   */
  const suggest = async ({ applicationId, questionIds }: Input<'analyses', 'suggest'>): Promise<Result<Analysis[]>> => {
    const found = requireOpenApplication(context, applicationId);
    if (!found.ok) return found;
    const all = listAnalyses(db, applicationId);
    const wanted = questionIds && new Set(questionIds);
    const known = new Set(all.map(({ questionId }) => questionId));
    const unknown = questionIds?.find((questionId) => !known.has(questionId));
    if (unknown !== undefined) return unknownQuestion(unknown);
    const isAsked = ({ questionId }: AnalysisRecord) => wanted?.has(questionId) ?? true;
    const connectors = listConnectorsByCi(db, found.value.ciId);
    const toolTypes = toolTypesOf(connectors);
    const recipes = readableRecipes(ownRecipes);
    const changed = all
      .filter((before) => isAsked(before) && mayBeSuggested(before))
      .flatMap((before) => {
        const after = suggestFor(before, found.value, toolTypes, recipes);
        return differs(before, after) ? [after] : [];
      });
    if (changed.length > 0) db.transaction(() => store(found.value, changed))();
    return success(await answer(found.value, listAnalyses(db, applicationId).filter(isAsked), connectors));
  };

  return { suggest };
};
