import { afterAll } from 'vitest';
import { startDisplay } from '../../scripts/desktop-session.mjs';

// Windows of two test files at once must share neither focus nor clipboard: the first worker has the session's display, the
// other one a virtual one of its own.
if (process.env.VITEST_POOL_ID !== '1') {
  const display = await startDisplay();
  process.env.DISPLAY = display.name;
  afterAll(() => display.stop());
}
