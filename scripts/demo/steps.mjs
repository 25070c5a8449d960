import {
  createConnector,
  fillConnectorForm,
  renameConnector,
  showConnectors,
  testConnector,
} from './connector-steps.mjs';
import { exportPack, scrollEvidence, showPack, viewEvidence } from './evidence-steps.mjs';
import { check, confirmProduction, run, showRefusal } from './execution-steps.mjs';
import { ciId, heading, listConnectors, openApplicationId, openStep } from './facts.mjs';
import { expect } from './person.mjs';
import { choose, openChoice, showQuestions } from './question-steps.mjs';

// What the person of the walk does, one step after the other. Each step answers in words what it found; it throws when
// something is not as it should be. Facts are asked from the bridge, beside what the window shows.

const start = {
  name: 'Start Tickmark',
  picture: 'start',
  run: async (walk) => {
    await walk.page.getByRole('button', { name: 'Open the demo audit' }).waitFor();
    const { version, electronVersion, keychain } = await walk.call('app', 'info');
    expect(keychain.available, 'the keychain is available');
    return `Tickmark ${version} on Electron ${electronVersion}, with a keychain`;
  },
};

const openDemo = {
  name: 'Open the demo audit',
  picture: 'demo-audit',
  run: async (walk) => {
    await walk.page.getByRole('button', { name: 'Open the demo audit' }).click();
    await heading(walk, 'Question analysis');
    await walk.page.getByRole('grid', { name: 'Question analysis' }).waitFor();
    const applicationId = await openApplicationId(walk);
    const questions = await walk.call('questions', 'list', { applicationId });
    const connectors = await listConnectors(walk);
    expect(connectors.length >= 2, 'there are at least two connectors');
    return `${questions.length} questions and ${connectors.length} connectors on ${ciId}`;
  },
};

const overview = {
  name: 'See the audit in pictures',
  picture: 'overview',
  documents: { dark: 'overview-dark.png' },
  run: async (walk) => {
    await openStep(walk, 'Overview');
    await heading(walk, 'Overview');
    return walk.page
      .getByText(/ have evidence\.$/)
      .first()
      .textContent();
  },
};

const auditLog = {
  name: 'See the audit log',
  picture: 'audit-log',
  run: async (walk) => {
    await openStep(walk, 'Audit log');
    await heading(walk, 'Audit log');
    const { valid, entries } = await walk.call('auditLog', 'verify');
    expect(valid, 'the chain of the audit log holds');
    return `${entries} entries, the chain holds`;
  },
};

const about = {
  name: 'See the program’s state',
  picture: 'about',
  run: async (walk) => {
    await openStep(walk, 'About');
    await heading(walk, 'About');
    return 'versions, data folder and keychain';
  },
};

export const steps = [
  start,
  openDemo,
  showConnectors,
  testConnector,
  fillConnectorForm,
  createConnector,
  renameConnector,
  showQuestions,
  openChoice,
  choose,
  check,
  showRefusal,
  confirmProduction,
  run,
  viewEvidence,
  scrollEvidence,
  showPack,
  exportPack,
  overview,
  auditLog,
  about,
];
