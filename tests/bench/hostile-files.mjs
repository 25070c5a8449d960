import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, chooseFile } from '../../scripts/demo/getting-about.mjs';
import { projectFolder } from '../../scripts/support.mjs';
import { launch, rounded, timed, withFolder } from './measure.mjs';

/** How long each hostile question file of the tests takes to be refused, or read where it is harmless, in the real window. */
export const measureHostileFiles = ({ typescript }) =>
  withFolder(async (folder) => {
    const { hostileFiles } = await typescript.load('/tests/question-files/hostile.ts');
    const { app, page } = await launch(projectFolder, join(folder, 'data'));
    await page.locator('nav').first().waitFor();
    const taken = [];
    for (const { what, fileName, bytes, says } of hostileFiles) {
      const file = join(folder, fileName);
      writeFileSync(file, bytes());
      await chooseFile(app, file);
      const { fileToken } = await call(page, 'files', 'pick', { purpose: 'questions' });
      let code;
      const milliseconds = await timed(async () => {
        code = await page.evaluate(async (token) => {
          const answer = await window.tickmark.questions.readFile({ fileToken: token });
          return answer.error?.code ?? 'read';
        }, fileToken);
      });
      if ((code === 'FILE_REJECTED') !== (says !== undefined)) throw new Error(`${what}: ${code}`);
      taken.push({ what, milliseconds });
    }
    await app.close();
    const slowest = taken.toSorted((left, right) => right.milliseconds - left.milliseconds).slice(0, 3);
    return slowest.map(({ what, milliseconds }, index) => ({
      what: `hostile file, slowest of ${taken.length}, place ${index + 1}: ${what}`,
      unit: 'ms',
      tickmark: rounded(milliseconds),
    }));
  });
