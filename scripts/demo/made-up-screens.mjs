import { call, reload } from './getting-about.mjs';

// Screens of what seldom happens: main is made to answer as it would then. They come last, as its answers stay made up, and
// name no text of the window: they are shown in every language.

/** What main answers from now on to one call of the bridge. */
const answer = (app, name, result) =>
  app.evaluate(
    ({ ipcMain }, [channel, given]) => {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, () => given);
    },
    [`tickmark:${name}`, result],
  );

const send = (app, name, event) =>
  app.evaluate(
    ({ BrowserWindow }, [channel, given]) => BrowserWindow.getAllWindows()[0].webContents.send(channel, given),
    [`tickmark:${name}`, event],
  );

/** As a choice in the menu does. */
const runCommand = (app, command) => send(app, 'app.onCommand', { command });

const failure = (code, message, hint) => ({ ok: false, error: { code, message, hint } });

const openDemoStep = async (page, app, command) => {
  await reload(page);
  await page.getByRole('table').getByRole('button', { name: 'Stark G4', exact: true }).first().click();
  await page.getByRole('form').waitFor();
  await runCommand(app, command);
};

/** The demo's runs in the order of their questions, as they are shown, with the first of them in other states. */
const runsInStates = async (page, states) => {
  const demo = (await call(page, 'applications', 'list', {})).find(({ name }) => name === 'Stark G4');
  const runs = await call(page, 'executions', 'list', { applicationId: demo.id });
  return runs
    .toSorted((a, b) => a.id - b.id)
    .map((run, index) => (index < states.length ? { ...run, ...unfinished, ...states[index] } : run));
};

const unfinished = { held: false, columns: [], complete: false, final: false, sha256: null, finishedAt: null };

const noRows = {
  status: 'succeeded',
  complete: true,
  rowCount: 0,
  bytes: 19,
  columns: ['user_name', 'last_login'].map((name) => ({ name, type: 'TEXT' })),
  sha256: '8a9d5c1e4b2f70369d8c5e1f7a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b',
};

const showRuns = async (page, app, states) => {
  const runs = await runsInStates(page, states);
  await answer(app, 'executions.list', { ok: true, value: runs.toReversed() });
  await openDemoStep(page, app, 'step-4');
  await page.getByRole('tab').nth(1).click();
  await page.getByRole('tabpanel').getByRole('row').nth(3).waitFor();
  return runs;
};

const store = {
  message: '',
  encryption: { state: 'off', passphrase: false },
  dataFolder: '/home/ada/.config/Tickmark',
  backups: [],
};

const backups = [
  { fileName: 'before-migration-2026-02-03T09-15-22.db', createdAt: '2026-02-03T09:15:22.000Z', bytes: 48_234_496 },
  { fileName: 'before-migration-2025-11-17T16-40-03.db', createdAt: '2025-11-17T16:40:03.000Z', bytes: 31_100_928 },
];

/** The page that is shown instead of all others, with what db/open.ts says. */
const storeScreen = (state, message, hint, more) => ({
  name: `store-${state}`,
  open: async (page, { app }) => {
    await answer(app, 'app.storeStatus', { ok: true, value: { ...store, state, message, hint, ...more } });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
});

/** Upon the pages. */
export const madeUpScreens = [
  {
    name: 'runs-going',
    open: async (page, { app }) => {
      const rows = { rowCount: 0, bytes: 0 };
      const refused = { code: 'QUERY_FAILED', message: 'SQLite refused the query: no such column: last_logon' };
      const runs = await showRuns(page, app, [
        { ...rows, status: 'queued', startedAt: null },
        { ...rows, status: 'running' },
        { ...rows, status: 'running' },
        { ...rows, status: 'failed', error: refused },
        { status: 'cancelled', truncatedBy: 'cancelled' },
        { status: 'interrupted', truncatedBy: 'interrupted' },
        noRows,
      ]);
      const progress = { status: 'running', rowCount: 1_284_000, bytes: 96_400_000, elapsedMs: 4200 };
      await send(app, 'executions.onProgress', { ...progress, executionId: runs[1].id });
      const retry = { attempt: 2, attempts: 3, reason: 'TIMEOUT' };
      await send(app, 'executions.onProgress', { ...progress, rowCount: 0, bytes: 0, retry, executionId: runs[2].id });
    },
  },
  {
    name: 'evidence-no-rows',
    open: async (page, { app }) => {
      await showRuns(page, app, [noRows]);
      await page.getByRole('tabpanel').getByRole('row').nth(1).getByRole('button').last().click();
      await page.getByRole('grid').waitFor();
    },
  },
  {
    name: 'runs-held',
    alike: true,
    open: (page, { app }) => {
      const held = { status: 'queued', held: true, startedAt: null, rowCount: 0, bytes: 0 };
      return showRuns(page, app, [held, held, held]);
    },
  },
  {
    name: 'no-keychain',
    open: async (page, { app }) => {
      const info = await call(page, 'app', 'info');
      const { error } = failure(
        'KEYCHAIN_UNAVAILABLE',
        'The keychain could not be used: Cannot autolaunch D-Bus without X11 $DISPLAY',
        'No Secret Service answers on D-Bus: start GNOME Keyring or KWallet, then try again. You can also keep the secret for this session only.',
      );
      await answer(app, 'app.info', {
        ok: true,
        value: { ...info, keychain: { ...info.keychain, available: false, error } },
      });
      await reload(page);
      await runCommand(app, 'about');
      await page.getByText('$DISPLAY').waitFor();
    },
  },
  {
    name: 'audit-log-not-shown',
    open: async (page, { app }) => {
      const unavailable = failure(
        'STORE_UNAVAILABLE',
        "The store can't be used just now (SQLITE_IOERR).",
        'Check the disk of the data folder, then start Tickmark again.',
      );
      await answer(app, 'auditLog.list', unavailable);
      await runCommand(app, 'audit-log');
      await page.getByText('SQLITE_IOERR').first().waitFor();
    },
  },
  {
    name: 'page-broken',
    open: async (page, { app }) => {
      await answer(app, 'auditLog.list', { ok: true, value: [null] });
      await runCommand(app, 'about');
      await runCommand(app, 'audit-log');
      await page.getByText('TypeError').waitFor();
    },
  },
];

/** Instead of all pages: nothing else can be shown after them. */
export const problemScreens = [
  storeScreen(
    'newer',
    'This data folder was last used by a newer Tickmark. It was left as it is.',
    'Install the newer version again, or choose another data folder.',
    { backups },
  ),
  storeScreen(
    'damaged',
    "The store can't be read: file is not a database. It was left as it is.",
    'Restore a backup below, or copy the data folder to a safe place and ask for help before you go on.',
    { backups },
  ),
  {
    name: 'store-restore',
    open: async (page) => {
      await page.getByRole('listitem').getByRole('button').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  storeScreen(
    'entries-missing',
    'The audit log lacks 12 entries at its end: changes that were acknowledged are gone from the store. It was left as it is.',
    'The disk may have damaged it, or an older copy was put in its place. If you have a newer copy of the data folder, close Tickmark and put it back first.',
    { backups },
  ),
  storeScreen(
    'unavailable',
    "The store /home/ada/.config/Tickmark/tickmark.db can't be opened: attempt to write a readonly database.",
    'Check that the folder exists, that you may write to it and that the disk is not full; then start again.',
  ),
  storeScreen(
    'upgrading',
    'Secrets move to the keychain: 40 of 200.',
    'Leave Tickmark open. Should it end before it is done, the store is as it was and the next start goes on.',
  ),
  storeScreen(
    'upgrade-stopped',
    'The keychain was not unlocked, or this is another keychain than before.',
    'Unlock your keyring (for example in Passwords and Keys, or KWalletManager), then try again.',
  ),
  {
    name: 'locked-keychain',
    open: async (page, { app }) => {
      const value = {
        ...store,
        state: 'locked',
        message: 'The keychain did not answer within 60 seconds.',
        hint: 'If a dialog asks you to unlock it, answer the dialog and try again.',
        encryption: { state: 'on', passphrase: false },
      };
      await answer(app, 'app.storeStatus', { ok: true, value });
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
];
