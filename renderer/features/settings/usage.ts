import type { Value } from '../../../preload/contract';
import { countOf } from '../../components/format';

export type Usage = Value<'connectors', 'usage'>;

/** Where a connector is used, and what a delete does to it. */
export const describeUsage = ({ analyses, executions }: Usage): string => {
  const questions = countOf(analyses.length, 'question');
  const audits = countOf(new Set(analyses.map(({ applicationId }) => applicationId)).size, 'audit');
  if (analyses.length === 0 && executions === 0) return 'No question and no execution uses it. Its secrets go with it.';
  const uses = [
    analyses.length > 0 ? `${questions} in ${audits}` : '',
    executions > 0 ? countOf(executions, 'past execution') : '',
  ].filter(Boolean);
  const afterwards = [
    analyses.length > 0 ? 'The questions will need a new selection' : '',
    executions > 0 ? 'The executions and their evidence stay' : '',
  ].filter(Boolean);
  return `Used by ${uses.join(' and ')}. ${afterwards.join('. ')}. Its secrets go with it.`;
};
