import type { Random } from '../../../main/demo/random';
import { type TestProgram, value, whenEnded } from '../../support/test-program';
import type { Touched } from './model';

export interface Call {
  name: string;
  touched: Touched;
  /** Makes it, and answers the secrets that it has set or removed, by `connector/field`. */
  make(): Promise<Record<string, string | null> | undefined>;
}

interface Scene {
  /** The audit whose question is run; it is kept. */
  applicationId: number;
  questionId: string;
  packFile: string;
  /** Holds questions, to be imported. */
  questionFile: string;
}

/** Chooses one call on what is there; nothing where there is nothing to make it on. */
type Choose = () => Promise<Call | undefined>;

const ciId = 'CI1';

/** Every call of the bridge that writes, each on something chosen by chance. */
export const createCalls = ({ bridge, chooses }: TestProgram, random: Random, scene: Scene): Choose[] => {
  const word = () => `${random.pick(['Ledger', 'Payroll', 'Tickets', 'Identity'])} ${random.between(1, 1_000_000_000)}`;
  const pickOne = <Item>(items: readonly Item[]): Item | undefined =>
    items.length === 0 ? undefined : random.pick(items);

  const otherApplication = async () =>
    pickOne((await value(bridge.applications.list())).filter(({ id }) => id !== scene.applicationId));

  const server = async () => {
    const { groups } = await value(bridge.connectors.listByCi({ ciId }));
    return pickOne(
      groups.flatMap(({ connectors }) => connectors).filter((each) => each.connectorType !== 'SQLite File'),
    );
  };

  const createApplication: Choose = async () => ({
    name: 'applications.create',
    touched: { applications: [] },
    make: async () => {
      await value(bridge.applications.create({ auditName: word(), name: word(), ciId }));
      return undefined;
    },
  });

  const updateApplication: Choose = async () => {
    const found = await otherApplication();
    return (
      found && {
        name: 'applications.update',
        touched: { applications: [String(found.id)] },
        make: async () => {
          await value(bridge.applications.update({ id: found.id, auditName: word() }));
          return undefined;
        },
      }
    );
  };

  const archiveOrRemove: Choose = async () => {
    const applications = await value(bridge.applications.list());
    const found = await otherApplication();
    if (!found || applications.length < 4) return undefined;
    const method = random.pick(['archive', 'remove'] as const);
    return {
      name: `applications.${method}`,
      // Removing one takes its questions along and hands its connectors to another.
      touched: { applications: [String(found.id)], questions: 'all', analyses: 'all', connectors: 'all' },
      make: async () => {
        await value<unknown>(bridge.applications[method]({ id: found.id }));
        return undefined;
      },
    };
  };

  const createConnector: Choose = async () => {
    const password = word();
    return {
      name: 'connectors.create',
      touched: { connectors: [], analyses: 'all', secrets: 'all' },
      make: async () => {
        const configuration = { server: '127.0.0.1', port: 1, database: 'audit', username: 'auditor', encrypt: false };
        const connectorType = random.pick(['PostgreSQL DB', 'MySQL DB']);
        const { id } = await value(
          bridge.connectors.create({
            ciId,
            connectorName: word(),
            connectorType,
            configuration,
            secrets: { password },
          }),
        );
        return { [`${id}/password`]: password };
      },
    };
  };

  const changeConnector: Choose = async () => {
    const found = await server();
    if (!found) return undefined;
    const password = random.chance(0.2) ? null : word();
    return {
      name: 'connectors.update',
      touched: { connectors: [String(found.id)], analyses: 'all', secrets: [`${found.id}/password`] },
      make: async () => {
        const change = { connectorName: word(), notes: word(), secrets: { password } };
        await value(bridge.connectors.update({ id: found.id, ...change }));
        return { [`${found.id}/password`]: password };
      },
    };
  };

  const duplicateConnector: Choose = async () => {
    const found = await server();
    return (
      found && {
        name: 'connectors.duplicate',
        touched: { connectors: [], analyses: 'all', secrets: 'all' },
        make: async () => {
          await value(bridge.connectors.duplicate({ id: found.id, connectorName: word() }));
          return undefined;
        },
      }
    );
  };

  const removeConnector: Choose = async () => {
    const found = await server();
    return (
      found && {
        name: 'connectors.remove',
        touched: { connectors: [String(found.id)], analyses: 'all', secrets: [`${found.id}/password`] },
        make: async () => {
          await value(bridge.connectors.remove({ id: found.id }));
          return { [`${found.id}/password`]: null };
        },
      }
    );
  };

  const testConnector: Choose = async () => {
    const found = await server();
    return (
      found && {
        name: 'connectors.test',
        touched: { connectors: [String(found.id)] },
        make: async () => {
          // Nobody listens there: the failure is what is stored.
          await bridge.connectors.test({ id: found.id });
          return undefined;
        },
      }
    );
  };

  const importQuestions: Choose = async () => {
    const found = await otherApplication();
    return (
      found && {
        name: 'questions.import',
        touched: { questions: 'all', analyses: 'all' },
        make: async () => {
          chooses.path = scene.questionFile;
          const picked = await value(bridge.files.pick({ purpose: 'questions' }));
          const fileToken = picked?.fileToken ?? '';
          const { suggestedSheet: sheet, suggestedMapping } = await value(bridge.questions.readFile({ fileToken }));
          const mapping = { ...suggestedMapping, question: suggestedMapping.question ?? '' };
          const fileType = random.pick(['primary', 'followup'] as const);
          await value(bridge.questions.import({ applicationId: found.id, fileToken, sheet, mapping, fileType }));
          return undefined;
        },
      }
    );
  };

  const suggest: Choose = async () => {
    const found = await otherApplication();
    return (
      found && {
        name: 'analyses.suggest',
        touched: { analyses: 'all' },
        make: async () => {
          await value(bridge.analyses.suggest({ applicationId: found.id }));
          return undefined;
        },
      }
    );
  };

  const saveCheckpoint: Choose = async () => ({
    name: 'auditLog.saveCheckpoint',
    touched: {},
    make: async () => {
      chooses.savePath = `${scene.packFile}.checkpoint`;
      await value(bridge.auditLog.saveCheckpoint());
      return undefined;
    },
  });

  const addQuestions: Choose = async () => {
    const found = await otherApplication();
    return (
      found && {
        name: 'questions.add',
        touched: { questions: 'all', analyses: 'all' },
        make: async () => {
          const items = [1, 2, 3].map((number) => ({ questionNumber: String(number), question: word() }));
          await value(bridge.questions.add({ applicationId: found.id, items }));
          return undefined;
        },
      }
    );
  };

  const changeQuestion =
    (name: string, change: (applicationId: number, questionId: string) => Promise<unknown>): Choose =>
    async () => {
      const found = await otherApplication();
      const question = found && pickOne(await value(bridge.questions.list({ applicationId: found.id })));
      if (!found || !question) return undefined;
      const key = `${found.id}/${question.questionId}`;
      return {
        name,
        touched: { questions: [key], analyses: [key] },
        make: async () => {
          await change(found.id, question.questionId);
          return undefined;
        },
      };
    };

  const removeQuestion = changeQuestion('questions.remove', (applicationId, questionId) =>
    value(bridge.questions.remove({ applicationId, questionIds: [questionId] })),
  );

  const saveAnalysis = changeQuestion('analyses.save', async (applicationId, questionId) => {
    const found = await server();
    const item = {
      questionId,
      toolSuggestion: found?.connectorType ?? 'PostgreSQL DB',
      connectorId: found?.id ?? null,
      query: `select '${word()}'`,
    };
    return value(bridge.analyses.save({ applicationId, items: [item] }));
  });

  const setPreferences: Choose = async () => ({
    name: 'preferences.set',
    touched: { preferences: 'all' },
    make: async () => {
      await value(bridge.preferences.set({ maximumMinutes: random.between(1, 1_440) }));
      return undefined;
    },
  });

  const runQuestion: Choose = async () => ({
    name: 'executions.start',
    // The run's end comes after the answer to its start: only what had ended before is certain.
    touched: { executions: [] },
    make: async () => {
      const { applicationId, questionId } = scene;
      const { preflightToken } = await value(bridge.executions.preflight({ applicationId, questionIds: [questionId] }));
      const { started } = await value(bridge.executions.start({ preflightToken }));
      const ids = started.map(({ executionId }) => executionId);
      const [ended] = await whenEnded(bridge, ids);
      if (ended?.complete && !ended.final && random.chance(0.5)) {
        await value(bridge.evidence.markFinal({ executionId: ended.id }));
      }
      return undefined;
    },
  });

  const exportPack: Choose = async () => ({
    name: 'evidence.exportPack',
    touched: {},
    make: async () => {
      chooses.savePath = scene.packFile;
      await value(bridge.evidence.exportPack({ applicationId: scene.applicationId }));
      return undefined;
    },
  });

  return [
    ...[createApplication, updateApplication, archiveOrRemove],
    ...[createConnector, createConnector, changeConnector, duplicateConnector, removeConnector, testConnector],
    ...[addQuestions, importQuestions, removeQuestion, suggest, saveAnalysis, setPreferences],
    ...[runQuestion, exportPack, saveCheckpoint],
  ];
};
