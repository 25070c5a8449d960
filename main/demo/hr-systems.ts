import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Application, Connector, Handlers } from '../../preload/contract';
import { failure, type Result, success } from '../result';
import { createConnector, listConnectors, meetSystem } from './connectors';
import { type HrProfile, hrProfiles } from './hr-accounts';
import { writeHrFile } from './hr-file';
import type { DemoSystem } from './systems';

export interface HrSystem {
  system: DemoSystem;
  profile: HrProfile;
  path: string;
  /** The file was written just now. */
  isNew: boolean;
}

/** Writes the HR systems' files that are not there. */
export const writeHrFiles = async (folder: string): Promise<Result<HrSystem[]>> => {
  const systems: HrSystem[] = [
    { system: 'Production HR', profile: hrProfiles.production, path: join(folder, 'production-hr.db'), isNew: false },
    { system: 'Dev HR', profile: hrProfiles.development, path: join(folder, 'dev-hr.db'), isNew: false },
  ];
  try {
    for (const hr of systems) {
      hr.isNew = !existsSync(hr.path);
      if (hr.isNew) await writeHrFile(hr.path, hr.profile);
    }
    return success(systems);
  } catch (error) {
    return explainWriteFailure(folder, error);
  }
};

const explainWriteFailure = (folder: string, error: unknown) => {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const isFull = code === 'ENOSPC' || code === 'SQLITE_FULL';
  return failure(
    isFull ? 'DISK_FULL' : 'STORE_UNAVAILABLE',
    `The demo’s databases can’t be written to ${folder}: ${message}.`,
    { hint: 'Check that the disk is not full and that you may write to this folder; then open the demo again.' },
  );
};

const pathOf = ({ configuration }: Connector): unknown => configuration.path;

/** Creates the connectors that are missing. Answers all, by the name of their system. */
export const connectHrSystems = async (
  handlers: Handlers,
  application: Application,
  systems: readonly HrSystem[],
  issueFileToken: (path: string) => string,
): Promise<Result<Map<DemoSystem, Connector>>> => {
  const existing = await listConnectors(handlers, application);
  const connected = new Map<DemoSystem, Connector>();
  for (const { system, path } of systems) {
    const found = existing.find((connector) => pathOf(connector) === path);
    const connector = found ? success(found) : await create(handlers, application, system, issueFileToken(path));
    if (!connector.ok) return connector;
    connected.set(system, connector.value);
  }
  return success(connected);
};

const create = (handlers: Handlers, application: Application, system: DemoSystem, fileToken: string) =>
  createConnector(handlers, application, system, {
    connectorType: 'SQLite File',
    configuration: { path: { fileToken } },
    notes: 'Part of the demo: a file in Tickmark’s data folder. If it is deleted, opening the demo writes it again.',
  });

/** Lets the connectors of files that were just written meet their systems. */
export const meetNewHrSystems = async (
  handlers: Handlers,
  application: Application,
  systems: readonly HrSystem[],
): Promise<void> => {
  const existing = await listConnectors(handlers, application);
  const changed = systems.filter(({ isNew }) => isNew).map(({ path }) => path);
  const toMeet = existing.filter((connector) => changed.some((path) => path === pathOf(connector)));
  await Promise.all(toMeet.map((connector) => meetSystem(handlers, connector, true)));
};
