// How a walk through the window gets about in it.

export const go = (page, name) =>
  page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll('#root nav button')];
    buttons.find((button) => button.textContent.trim().replace(/^\d/, '').startsWith(wanted))?.click();
  }, name);

export const step = (name, title) => async (page) => {
  await go(page, name);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};

export const call = async (page, area, method, input) => {
  const answer = await page.evaluate(
    ([areaName, methodName, given]) => window.tickmark[areaName][methodName](given),
    [area, method, input],
  );
  if (!answer.ok) throw new Error(`${area}.${method}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
};

/** Shows the window anew, as after a start. */
export const reload = async (page) => {
  await page.reload();
  await page.locator('nav').first().waitFor();
};

const closed = (page) => page.getByRole('dialog').first().waitFor({ state: 'detached' });

export const pressEscape = async (page) => {
  await page.keyboard.press('Escape');
  await closed(page);
};

/** A list or menu that was opened over the page. */
export const closeList = (role) => async (page) => {
  await page.keyboard.press('Escape');
  await page.getByRole(role).first().waitFor({ state: 'detached' });
};

export const closeDialog = async (page, button) => {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  await closed(page);
};

export const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** What the next dialogs for opening or saving a file answer. */
export const chooseFile = (app, filePath) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);

/** As what is printed would look. */
export const onPaper = (page) => page.emulateMedia({ media: 'print' });

export const offPaper = async (page) => {
  await page.emulateMedia({ media: 'screen' });
  await pressEscape(page);
};
