/**
 * The demo audit: an application with its questions, made through the bridge's own handlers exactly as a person would
 * make it, and the systems that answer them. Opening it again opens what is there.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Application, Connector, Handlers } from '../../preload/contract';
import { type Result, success } from '../result';
import { connectHrSystems, type HrSystem, meetNewHrSystems, writeHrFiles } from './hr-systems';
import { openPayroll } from './payroll';
import { demoQuestions } from './questions';
import type { DemoSystem } from './systems';

export { stopDemoServers } from './payroll';

export interface DemoOptions {
  handlers: Handlers;
  issueFileToken(path: string): string;
  dataFolder: string;
}

const demoApplication = {
  auditName: 'Q2CA2025',
  name: 'Stark G4',
  ciId: 'CI21324354',
  startDate: '2025-04-01',
  endDate: '2025-06-30',
};

const openApplication = async ({ applications }: Handlers): Promise<Result<Application>> => {
  const listed = await applications.list(undefined);
  if (!listed.ok) return listed;
  const { auditName, name, ciId } = demoApplication;
  const found = listed.value.find((item) => item.auditName === auditName && item.name === name && item.ciId === ciId);
  return found ? success(found) : applications.create(demoApplication);
};

const addQuestions = async (
  { questions, analyses }: Handlers,
  { id: applicationId }: Application,
  connectors: ReadonlyMap<DemoSystem, Connector>,
): Promise<Result<unknown>> => {
  const items = demoQuestions.map(({ questionNumber, process, subProcess, question }) => ({
    questionNumber,
    process,
    subProcess,
    question,
  }));
  const added = await questions.add({ applicationId, items });
  if (!added.ok) return added;
  const choices = demoQuestions.map(({ toolType, system, query, note }, index) => ({
    questionId: added.value[index]?.questionId ?? '',
    toolSuggestion: toolType,
    connectorId: (system && connectors.get(system)?.id) ?? null,
    query,
    prompt: note,
  }));
  return analyses.save({ applicationId, items: choices });
};

/** Writes the HR systems where they are missing, and gives an audit without questions its connectors and questions. */
const fill = async (
  { handlers, issueFileToken }: DemoOptions,
  application: Application,
  folder: string,
): Promise<Result<HrSystem[]>> => {
  const systems = await writeHrFiles(folder);
  const existing = await handlers.questions.list({ applicationId: application.id });
  if (!systems.ok) return systems;
  if (!existing.ok) return existing;
  if (existing.value.length > 0) return systems;
  const connectors = await connectHrSystems(handlers, application, systems.value, issueFileToken);
  if (!connectors.ok) return connectors;
  const added = await addQuestions(handlers, application, connectors.value);
  return added.ok ? systems : added;
};

/** The payroll systems may take longer, on a computer that is busy; they join the audit when they are there. */
const longestWaitMilliseconds = 10_000;

const open = async (options: DemoOptions): Promise<Result<{ applicationId: number }>> => {
  const { handlers, dataFolder } = options;
  const folder = join(dataFolder, 'demo');
  const application = await openApplication(handlers);
  if (!application.ok) return application;
  const filling = fill(options, application.value, folder);
  const payroll = openPayroll(handlers, application.value, folder, filling).catch(() => undefined);
  const systems = await filling;
  if (!systems.ok) return systems;
  const met = meetNewHrSystems(handlers, application.value, systems.value);
  await Promise.race([Promise.all([met, payroll]), pause(longestWaitMilliseconds, undefined, { ref: false })]);
  return success({ applicationId: application.value.id });
};

/** Openings under way by data folder: one that is asked for twice is done once. */
const openings = new Map<string, ReturnType<typeof open>>();

/** Opens the demo audit, making it and its systems' data where they are not there. */
export const openDemoAudit = (options: DemoOptions): Promise<Result<{ applicationId: number }>> => {
  const underWay = openings.get(options.dataFolder);
  if (underWay) return underWay;
  const opening = open(options).finally(() => openings.delete(options.dataFolder));
  openings.set(options.dataFolder, opening);
  return opening;
};
