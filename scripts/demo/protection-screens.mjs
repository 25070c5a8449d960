import { press, step } from './getting-about.mjs';

export const passphrase = 'correct horse';

/** Encryption and the lock, last: what is locked shows nothing else. */
export const protectionScreens = [
  {
    name: 'protection',
    open: async (page) => {
      await step('Preferences', 'Preferences')(page);
      await page.getByRole('button', { name: 'Lock now' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'recovery-code',
    open: async (page) => {
      await page.getByLabel('Passphrase (optional)').fill(passphrase);
      await press(page, 'Encrypt store and evidence');
      await page.getByRole('dialog', { name: 'Your recovery code' }).waitFor();
    },
    leave: async (page) => {
      await page.getByLabel('I have written it down').check();
      await press(page, 'Close');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'protection-on',
    open: (page) => page.getByRole('button', { name: 'Turn encryption off' }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'locked',
    open: async (page) => {
      await press(page, 'Lock now');
      await page.getByRole('heading', { level: 1, name: 'Tickmark is locked' }).waitFor();
    },
  },
  {
    name: 'locked-refused',
    open: async (page) => {
      await page.getByLabel('Passphrase').fill('something else');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'locked-recovery',
    open: (page) => press(page, 'Use the recovery code'),
    leave: async (page) => {
      await press(page, 'Use the passphrase');
      await page.getByLabel('Passphrase').fill(passphrase);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: 'Main' }).waitFor();
    },
  },
];
