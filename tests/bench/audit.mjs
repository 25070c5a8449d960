import { call } from '../../scripts/demo/getting-about.mjs';

/** An audit with one connector. */
export const createAudit = async (page, connectorType, configuration, secrets) => {
  const ciId = `CI ${connectorType}`;
  const { id: applicationId } = await call(page, 'applications', 'create', {
    auditName: 'Bench',
    name: 'Ledger',
    ciId,
  });
  const connector = { ciId, connectorName: 'System', connectorType, configuration, secrets };
  const { id: connectorId } = await call(page, 'connectors', 'create', connector);
  await call(page, 'connectors', 'test', { id: connectorId });
  await call(page, 'preferences', 'set', { maximumRows: 100_000_000, maximumMegabytes: 100_000 });
  return { applicationId, connectorId, connectorType };
};

/** Adds a question with that query, and answers its id. */
export const addQuestion = async (page, { applicationId, connectorId, connectorType }, query) => {
  const items = [{ questionNumber: '', question: query }];
  const questions = await call(page, 'questions', 'add', { applicationId, items });
  const { questionId } = questions.at(-1);
  await call(page, 'analyses', 'save', {
    applicationId,
    items: [{ questionId, toolSuggestion: connectorType, connectorId, query }],
  });
  return questionId;
};

/** Checks and starts one question, and waits for its end in the page, as the window does. */
export const runQuestion = (page, { applicationId }, questionId, rows) =>
  page.evaluate(
    async ([application, question, expected]) => {
      const { executions } = window.tickmark;
      const ended = new Map();
      let wake = () => undefined;
      const unsubscribe = executions.onProgress(({ executionId, status }) => {
        if (status === 'queued' || status === 'running') return;
        ended.set(executionId, status);
        wake();
      });
      const check = await executions.preflight({ applicationId: application, questionIds: [question] });
      const { preflightToken } = check.value;
      const { value } = await executions.start({ preflightToken });
      const { executionId } = value.started[0];
      while (!ended.has(executionId)) await new Promise((resolve) => (wake = resolve));
      unsubscribe();
      const { value: execution } = await executions.get({ executionId });
      if (execution.status === 'succeeded' && execution.complete && execution.rowCount === expected) return;
      throw new Error(`The run ended as ${execution.status} with ${execution.rowCount} rows.`);
    },
    [applicationId, questionId, rows],
  );
