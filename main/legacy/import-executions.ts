import { randomUUID } from 'node:crypto';
import { findToolType } from '../connectors/registry';
import type { ConnectorLookup } from './choose-connector';
import type { ImportState, KnownApplication } from './import-state';
import type { LegacyRow } from './source';
import { textOf, timeOf } from './values';

const notGuarded = {
  verdict: 'refused',
  layers: [
    {
      layer: 'guard',
      verdict: 'unknown',
      reason: 'Run by the earlier application. Tickmark checked nothing of it and sealed no evidence.',
    },
  ],
};

const statuses: readonly [RegExp, 'succeeded' | 'failed' | 'cancelled'][] = [
  [/^(completed?|success(ful)?|succeeded|done|finished)$/i, 'succeeded'],
  [/^(cancell?ed|aborted)$/i, 'cancelled'],
  [/^(failed|failure|error)$/i, 'failed'],
];

/** What was under way when the source was last used never ended there. */
const statusOf = (status: string) => statuses.find(([words]) => words.test(status))?.[1] ?? 'interrupted';

const typeOf = (given: string): string => findToolType(given)?.type ?? given;

const addExecution = (
  { plan, writer, now }: ImportState,
  application: KnownApplication,
  row: LegacyRow,
  { byKey }: ConnectorLookup,
): number => {
  const givenId = textOf(row, 'question_id');
  const question = application.questions.get(givenId)?.[0];
  const connector = byKey.get(textOf(row, 'connector_id'));
  const given = textOf(row, 'tool_type') || textOf(row, 'tool_used');
  return writer.addExecution({
    applicationId: application.id,
    questionId: question?.questionId ?? givenId,
    questionNumber: question?.questionNumber ?? givenId,
    question: question?.question ?? '',
    toolType: connector?.connectorType ?? typeOf(given),
    connectorId: connector?.id ?? null,
    connectorName: connector?.connectorName ?? typeOf(given),
    environment: 'unspecified',
    evidenceName: randomUUID(),
    query: plan.clean(row.prompt ?? ''),
    guard: notGuarded,
    status: statusOf(textOf(row, 'status')),
    createdAt: timeOf(row, 'created_at') ?? now,
  });
};

/** Takes the executions over as history: that they were, not what they found. */
export const importExecutions = (state: ImportState, lookup: ConnectorLookup): void => {
  for (const row of state.plan.data.executions) {
    const applicationKey = textOf(row, 'application_id');
    const application = state.applications.get(applicationKey);
    const key = textOf(row, 'id') || [applicationKey, textOf(row, 'question_id'), textOf(row, 'created_at')].join(':');
    if (state.findKnown('execution', key, row) !== undefined) state.tally.count('executions', 'present');
    else if (!application) state.skipOrphan('agent_executions', applicationKey, key, 'executions');
    else {
      state.remember('execution', key, addExecution(state, application, row, lookup), row);
      state.tally.count('executions', 'imported');
    }
  }
};
