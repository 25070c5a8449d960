import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../main/questions/question-file';
import { hostileFiles } from '../../question-files/hostile';
import { temporaryFolder } from '../../support/store';

describe('a hostile file of questions', () => {
  it.each(hostileFiles)('$what is refused with its reason', async ({ fileName, bytes, says }) => {
    const path = join(temporaryFolder(), fileName);
    writeFileSync(path, bytes());
    const answer = await previewFile({ path });
    expect(answer).toMatchObject(
      says
        ? {
            ok: false,
            error: { code: 'FILE_REJECTED', message: expect.stringMatching(says), hint: expect.any(String) },
          }
        : { ok: true },
    );
  });
});
