import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { listAuditEntriesAfter, readHead } from '../../db';
import type { Input, LegacyReport, Value } from '../../preload/contract';
import type { FileTokens } from '../files/file-tokens';
import type { LegacyOperations } from '../legacy/legacy-process';
import { suggestNames } from '../legacy/rename-suggestions';
import type { SourceSettings } from '../legacy/source';
import { createOneAtATime } from '../one-at-a-time';
import { ProcessEnded, type RestartingProcess } from '../processes/restarting-process';
import { failure, type Result, success } from '../result';
import type { SecretVault } from './secret-vault';
import type { ServiceContext } from './service-context';

interface LegacyServiceOptions {
  dataFolder: string;
  storeKey: Buffer | undefined;
  legacyProcess: RestartingProcess<LegacyOperations>;
}

interface Previewed {
  source: SourceSettings;
  contentHash: string;
}

/** The settings hold a password: no more of them are remembered than somebody may still look at. */
const mostPreviews = 5;

const processFailed = () =>
  failure('INTERNAL', 'The part of Tickmark that reads earlier databases stopped unexpectedly; nothing was imported.', {
    hint: 'Try again; it starts anew.',
  });

export const createLegacyService = (
  context: ServiceContext,
  vault: SecretVault,
  fileTokens: FileTokens,
  { dataFolder, storeKey, legacyProcess }: LegacyServiceOptions,
) => {
  const previews = new Map<string, Previewed>();
  const surroundings = { dataFolder, storeFile: join(dataFolder, 'tickmark.db'), storeKey, actor: context.actor };

  const orProcessFailed = async <Answer>(answer: Promise<Result<Answer>>): Promise<Result<Answer>> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof ProcessEnded) return processFailed();
      throw error;
    }
  };

  const readSettings = (input: Input<'legacy', 'preview'>): Result<SourceSettings> => {
    if (input.kind === 'postgres') return success(input);
    const path = fileTokens.resolve(input.fileToken);
    return path.ok ? success({ kind: 'sqlite', path: path.value }) : path;
  };

  const remember = (preview: Previewed): string => {
    const previewToken = randomUUID();
    previews.set(previewToken, preview);
    const oldest = previews.keys().next().value;
    if (previews.size > mostPreviews && oldest) previews.delete(oldest);
    return previewToken;
  };

  const preview = async (input: Input<'legacy', 'preview'>): Promise<Result<Value<'legacy', 'preview'>>> => {
    const source = readSettings(input);
    if (!source.ok) return source;
    const seen = await orProcessFailed(legacyProcess.request('preview', { ...surroundings, source: source.value }));
    if (!seen.ok) return seen;
    const { contentHash, counts, warnings } = seen.value;
    return success({ previewToken: remember({ source: source.value, contentHash }), counts, warnings });
  };

  /** The process may have ended after its transaction and before its answer: the log tells. */
  const commit = async (lastSeq: number): Promise<Result<LegacyReport>> => {
    const committed = await orProcessFailed(legacyProcess.request('commit', undefined));
    if (committed.ok) return committed;
    const done = listAuditEntriesAfter(context.db, lastSeq, 200_000).find(({ action }) => action === 'legacy.imported');
    return done ? success(done.details as unknown as LegacyReport) : committed;
  };

  const runImport = async ({ source, contentHash }: Previewed): Promise<Result<LegacyReport>> => {
    const secrets = await legacyProcess.request('prepare', { ...surroundings, source, contentHash });
    if (!secrets.ok) return secrets;
    const committed = await vault.addTogether(secrets.value, () => commit(readHead(context.db).seq));
    if (!committed.ok) await legacyProcess.request('discard', undefined);
    return committed;
  };

  const inTurn = createOneAtATime();

  /** A token serves for one import; after a failure that has nothing to do with the source it can be used again. */
  const importPreviewed = async ({ previewToken }: Input<'legacy', 'import'>): Promise<Result<LegacyReport>> => {
    const previewed = previews.get(previewToken);
    if (!previewed) {
      return failure('TOKEN_EXPIRED', 'What was looked at is no longer known, or was imported already.', {
        hint: 'Look at the earlier database again, then import.',
      });
    }
    previews.delete(previewToken);
    const imported = await inTurn(() => orProcessFailed(runImport(previewed)));
    if (!imported.ok && imported.error.code !== 'PREFLIGHT_STALE') previews.set(previewToken, previewed);
    return imported;
  };

  const renameSuggestions = (): Result<Value<'legacy', 'renameSuggestions'>> => success(suggestNames(context.db));

  return { preview, import: importPreviewed, renameSuggestions };
};
