import type { Value } from '../../../preload/contract';
import { textsOf } from '../../texts';

const t = textsOf('settings');

export type Usage = Value<'connectors', 'usage'>;

/** Where a connector is used, and what a delete does to it. */
export const describeUsage = ({ analyses, executions }: Usage): string => {
  const words = {
    questions: t('usage.questions', { count: analyses.length }),
    audits: t('usage.audits', { count: new Set(analyses.map(({ applicationId }) => applicationId)).size }),
    executions: t('usage.executions', { count: executions }),
  };
  if (analyses.length === 0) return executions === 0 ? t('usage.none') : t('usage.byExecutions', words);
  return executions === 0 ? t('usage.byQuestions', words) : t('usage.byBoth', words);
};
