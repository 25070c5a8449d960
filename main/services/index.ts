import { join } from 'node:path';
import { type Database, readFact, writeFact } from '../../db';
import type { ExecutionProgress, Input, LookingProgress, Preferences } from '../../preload/contract';
import { type EvidenceKey, givingEvidenceKey } from '../evidence/evidence-key';
import type { EvidenceOperations } from '../evidence/evidence-process';
import { createExecutionProcess } from '../execution/execution-process-client';
import type { Dialogs } from '../files/dialogs';
import type { FileTokens } from '../files/file-tokens';
import { createGuard } from '../guard/guard-client';
import type { FolderClaim } from '../keychain/folder-claim';
import { createKeychain } from '../keychain/keychain';
import { createWaitingRoom } from '../keychain/waiting-room';
import type { LegacyOperations } from '../legacy/legacy-process';
import type { StartProcess } from '../processes/port';
import type { Operations } from '../processes/requests';
import { createRestartingProcess, type RestartingProcess, whileAtWork } from '../processes/restarting-process';
import { createQuestionFiles } from '../questions/question-file-client';
import { createAnalysisAnswers } from './analysis-answers';
import { createAnalysisService } from './analysis-service';
import { createApplicationService } from './application-service';
import { createAuditService } from './audit-service';
import { createConnectionService } from './connection-service';
import { createConnectorService } from './connector-service';
import { evidenceFolder } from './evidence-paths';
import { createEvidenceService } from './evidence-service';
import { createEvidenceViewService } from './evidence-view-service';
import { createExecutionService } from './execution-service';
import { createInheritedSecrets, sentinelFact, settleStoreId } from './inherited-secrets';
import { createKnownTables } from './known-tables';
import { createLegacyService } from './legacy-service';
import { createMarkFinal } from './mark-final';
import { createPreferenceService } from './preference-service';
import { createPreflightService } from './preflight-service';
import { createPurgeService } from './purge-service';
import { createQuestionImport } from './question-import';
import { createQuestionService } from './question-service';
import { createRecipeService } from './recipe-service';
import { createSecretVault } from './secret-vault';
import { createSecretsUnderWay } from './secrets-under-way';
import { record, type ServiceContext } from './service-context';
import { createSigningService } from './signing-service';
import { createSuggestionService } from './suggestion-service';
import type { WorkUnderWay } from './work-under-way';

export interface ServiceOptions {
  dataFolder: string;
  keychainService: string;
  appVersion: string;
  /** The operating system's name of the person. */
  actor: string;
  startProcess: StartProcess;
  /** Where the store is encrypted: for a process that opens it beside main. */
  storeKey?: Buffer | undefined;
  /** Reads encrypted evidence; new evidence is encrypted with it unless the folder is on its way back to clear. */
  evidenceKey?: EvidenceKey | undefined;
  dialogs: Pick<Dialogs, 'savePath'>;
  longWork: WorkUnderWay;
  folderClaim: FolderClaim;
  sendProgress(progress: ExecutionProgress): void;
  sendLookingProgress(progress: LookingProgress): void;
  /** A connector's system was met, or could not be: what is known of it may be new. */
  connectorMet(connector: { id: number }): void;
  preferencesChanged(preferences: Preferences): void;
}

/** Whatever a process is asked for counts as work under way until it is answered. */
const untilAnswered = <O extends Operations>(
  child: RestartingProcess<O>,
  longWork: WorkUnderWay,
): RestartingProcess<O> => ({
  ...child,
  request: (operation, input, options) => longWork.during(() => child.request(operation, input, options)),
});

/** Builds all services on an open store, in the order in which they need each other. */
export const createServices = (db: Database, fileTokens: FileTokens, options: ServiceOptions) => {
  const context: ServiceContext = { db, actor: options.actor };
  const { dataFolder, appVersion, startProcess, dialogs, sendProgress, sendLookingProgress, connectorMet } = options;
  const storeId = settleStoreId(context, options.folderClaim, dataFolder);
  const hasKeychainEntries = () => readFact(db, sentinelFact) !== undefined;

  const startWithKey = givingEvidenceKey(startProcess, options.evidenceKey);
  const executionProcess = createExecutionProcess(startWithKey);
  const { longWork } = options;
  const evidenceChild = createRestartingProcess<EvidenceOperations>(startWithKey, 'evidence-process', whileAtWork);
  const evidenceProcess = untilAnswered(evidenceChild, longWork);
  const guard = createGuard(startProcess);
  const questionFiles = createQuestionFiles(startProcess);
  const legacyProcess = createRestartingProcess<LegacyOperations>(startProcess, 'legacy-process');
  const { keychainService: service, folderClaim } = options;
  const platformKeychain = createKeychain({
    startProcess,
    service,
    storeId,
    sentinel: { written: hasKeychainEntries, markWritten: () => writeFact(db, sentinelFact, 'yes') },
  });
  const inherited = createInheritedSecrets(folderClaim, dataFolder, (id) =>
    createKeychain({
      startProcess,
      service,
      storeId: id,
      // A keychain that shows this folder's own entries is open: what it has not of the others' is not in it.
      sentinel: { written: () => !hasKeychainEntries(), markWritten: () => undefined },
    }),
  );
  const secretsUnderWay = createSecretsUnderWay(context);
  const waitingRoom = createWaitingRoom(platformKeychain, {
    ...secretsUnderWay,
    begun: secretsUnderWay.begun(),
    dataFolder,
    storeId,
    readInherited: inherited.read,
    onEmpty: () => {
      inherited.end();
      secretsUnderWay.onEmpty();
    },
  });
  const { keychain } = waitingRoom;
  // Sealed before there was a store to remember it.
  if (!secretsUnderWay.begun() && waitingRoom.state().waiting > 0) {
    secretsUnderWay.onSealed(waitingRoom.state().waiting);
  }
  if (!secretsUnderWay.begun()) inherited.end();

  const vault = createSecretVault(context, keychain, storeId);
  const signing = createSigningService(context, keychain, storeId);
  const preferences = createPreferenceService(context, options.preferencesChanged);
  const connectors = createConnectorService(context, vault, fileTokens);
  const knownTables = createKnownTables();
  const connections = createConnectionService(context, connectors, vault, executionProcess, knownTables, connectorMet);
  const legacy = createLegacyService(context, vault, fileTokens, {
    dataFolder,
    storeKey: options.storeKey,
    legacyProcess,
  });
  const applications = createApplicationService(context, connectors);
  const questions = createQuestionService(context);
  const questionImport = createQuestionImport(context, fileTokens, questionFiles);
  const answerAnalyses = createAnalysisAnswers(context, guard, knownTables);
  const ownRecipes = join(dataFolder, 'recipes');
  const analyses = createAnalysisService(context, answerAnalyses, ownRecipes);
  const recipes = createRecipeService(context, ownRecipes);
  const suggestions = createSuggestionService(context, answerAnalyses, ownRecipes);
  const preflights = createPreflightService(context, guard);
  const markFinal = createMarkFinal(context, { dataFolder, evidenceProcess });
  const evidence = createEvidenceService(context, {
    dataFolder,
    appVersion,
    evidenceProcess,
    dialogs,
    fileTokens,
    signing,
  });
  const evidenceViews = createEvidenceViewService(context, {
    dataFolder,
    evidenceProcess,
    dialogs,
    sendLookingProgress,
  });
  const purges = createPurgeService(context, {
    dataFolder,
    connectors,
    evidenceProcess,
    removeScratch: evidenceViews.removeScratch,
  });
  const auditLog = createAuditService(context, { signing, evidenceProcess, fileTokens, dialogs });
  const executions = createExecutionService(context, preflights, guard, {
    dataFolder,
    connections,
    preferences,
    executionProcess,
    evidenceProcess,
    sendProgress,
    connectorMet,
  });

  /** Settles what the last session left half-done in the keychain, then moves what still waits for it. */
  const settleKeychain = async () => {
    const settled = await vault.settle(hasKeychainEntries(), waitingRoom.waitingAccounts());
    waitingRoom.start({ atOnce: settled.ok });
    return settled;
  };

  /** Brings the sealed evidence to the wanted form. Cut off, it goes on at the next start: nobody waits for it. */
  const recodeEvidence = (wanted: 'encrypted' | 'clear') =>
    evidenceChild.request('recode', { folder: evidenceFolder(dataFolder), wanted });

  /** Destroys what a purge of the last session had to leave. */
  const settlePurges = () => purges.destroyNoted();

  /** Ends what runs, keeping what was captured, and the processes beside main. */
  const stop = async (): Promise<void> => {
    await executions.stop();
    executionProcess.stop();
    evidenceProcess.stop();
    evidenceViews.removeScratch();
    guard.stop();
    questionFiles.stop();
    legacyProcess.stop();
    const moveEnded = waitingRoom.stop();
    keychain.stop();
    inherited.stop();
    await moveEnded;
  };

  /** In the restored log itself: what came after the backup is not in it. */
  const recordRestore = (fileName: string): void => record(context, 'store.restored', 'store', { fileName });

  return {
    context,
    storeId,
    recodeEvidence,
    recordRestore,
    applications,
    connectors,
    connections,
    questions,
    questionImport,
    analyses,
    recipes,
    suggestions,
    preflights,
    executions,
    evidence,
    evidenceViews,
    markFinal,
    auditLog,
    legacy: { ...legacy, import: (input: Input<'legacy', 'import'>) => longWork.during(() => legacy.import(input)) },
    preferences,
    keychain,
    purge: (input: Input<'applications', 'purge'>) => longWork.during(() => purges.purge(input)),
    settleKeychain,
    secretsUnderWay: () => secretsUnderWay.status(waitingRoom),
    settlePurges,
    stop,
  };
};

export type Services = ReturnType<typeof createServices>;
