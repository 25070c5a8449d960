import { heading, listConnectors, openStep } from './facts.mjs';
import { expect, waitFor } from './person.mjs';

export const showConnectors = {
  name: 'See the connectors',
  picture: 'connectors',
  run: async (walk) => {
    await openStep(walk, /^Connectors/);
    await heading(walk, 'Connectors');
    const connectors = await listConnectors(walk);
    for (const { connectorName } of connectors) await walk.page.getByText(connectorName, { exact: true }).waitFor();
    return connectors.map(({ connectorName, environment }) => `${connectorName} (${environment})`).join(', ');
  },
};

export const testConnector = {
  name: 'Test a connector',
  picture: 'connector-tested',
  run: async (walk) => {
    const find = async () =>
      (await listConnectors(walk)).find(({ connectorName }) => connectorName === 'Production HR');
    const before = await find();
    await walk.page.getByRole('button', { name: 'Test Production HR' }).click();
    await waitFor(async () => (await find()).lastTestedAt !== before.lastTestedAt, 'the connector was tested');
    const { status, target } = await find();
    expect(status === 'active', `the connector is active, not ${status}`);
    return target;
  },
};

const fillForm = async ({ page, serviceDesk }) => {
  const form = page.getByRole('dialog', { name: 'New connector' });
  const write = (name, text) => form.getByRole('textbox', { name, exact: true }).fill(text);
  await page.getByRole('button', { name: 'New connector' }).first().click();
  await form.getByRole('combobox', { name: 'Tool type' }).or(form.getByLabel('Tool type')).first().click();
  await page.getByRole('option', { name: 'MySQL DB' }).click();
  const { server, port, database, username, password } = serviceDesk?.connection ?? nobody;
  await write('Name', 'IT Service Desk');
  await form.getByRole('radio', { name: 'Non-production' }).check();
  await write('Server', server);
  await write('Port', port);
  await write('Database', database);
  await write('User name', username);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('checkbox', { name: 'Encrypt the connection (TLS)' }).uncheck();
  return form;
};

/** Where no MariaDB is installed, the form is still filled in; its test then says that nobody answers. */
const nobody = {
  server: '127.0.0.1',
  port: '1',
  database: 'service_desk',
  username: 'auditor',
  password: 'not-a-secret',
};

export const fillConnectorForm = {
  name: 'Fill in a new connector and test it',
  picture: 'new-connector',
  run: async (walk) => {
    const form = await fillForm(walk);
    await form.getByRole('button', { name: 'Test connection' }).click();
    if (!walk.serviceDesk) return form.getByRole('alert').textContent();
    const outcome = form.getByText('Connected to', { exact: false });
    await outcome.waitFor();
    return outcome.textContent();
  },
};

export const createConnector = {
  name: 'Create the connector, its password in the keychain',
  picture: 'connector-created',
  run: async (walk) => {
    await walk.page
      .getByRole('dialog', { name: 'New connector' })
      .getByRole('button', { name: 'Create connector' })
      .click();
    await walk.page.getByText('IT Service Desk', { exact: true }).waitFor();
    const created = (await listConnectors(walk)).find(({ connectorName }) => connectorName === 'IT Service Desk');
    expect(created.secretKeys.includes('password'), 'the keychain has the password');
    expect(
      !JSON.stringify(created).includes(walk.serviceDesk?.connection.password ?? nobody.password),
      'the password never comes back',
    );
    return `connector ${created.id}, secrets: ${created.secretKeys.join(', ')}`;
  },
};

export const renameConnector = {
  name: 'Rename the connector',
  picture: 'connector-renamed',
  run: async (walk) => {
    const { page } = walk;
    await page.getByRole('button', { name: 'More actions for IT Service Desk' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename “IT Service Desk”' });
    await dialog.getByLabel('Name').fill('Service Desk');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Service Desk', { exact: true }).first().waitFor();
    const names = (await listConnectors(walk)).map(({ connectorName }) => connectorName);
    expect(names.includes('Service Desk') && !names.includes('IT Service Desk'), 'it has its new name only');
    return 'IT Service Desk is now Service Desk';
  },
};
