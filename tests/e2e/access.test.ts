import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutFaults } from '../../scripts/demo/layout-faults.mjs';
import { painted, settle, visitScreens } from '../../scripts/demo/screens.mjs';
import { earlierTables, writeSqliteFile } from '../servers/earlier-database';
import { openTickmark, type TickmarkWindow } from '../support/window';

declare global {
  interface Window {
    axe: { run(context: Document | { exclude: string[][] }, options: object): Promise<AxeResults> };
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The themes differ in colours and in nothing else, so one of them is looked at with the rule on colours alone. */
const rulesOf = {
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] },
  light: { runOnly: { type: 'tag', values: allRules }, resultTypes: ['violations'] },
};

describe('access', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-access-'));
  const earlierDatabase = join(folder, 'earlier.db');
  let tickmark: TickmarkWindow;

  beforeAll(async () => {
    writeSqliteFile(earlierDatabase, earlierTables());
    tickmark = await openTickmark({ dataFolder: join(folder, 'data') });
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page's own policy keeps scripts out of it; the debugger that drives the window is not bound by it. */
  const violations = async (theme: keyof typeof rulesOf): Promise<string[]> => {
    const { page } = tickmark;
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
    const result = await page.evaluate((options) => {
      // The page below a dialog has had its own turn.
      const hasDialog = document.querySelector('body > :not(#root) [role="dialog"]') !== null;
      return window.axe.run(hasDialog ? { exclude: [['#root']] } : document, options);
    }, rulesOf[theme]);
    expect(result.passes.length).toBeGreaterThan(theme === 'dark' ? 0 : 5);
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  };

  it('has nothing that axe finds wrong, and nothing cut or on each other, on any screen', {
    timeout: 900_000,
  }, async () => {
    const { page } = tickmark;
    const found: Record<string, string[]> = {};
    const visited: string[] = [];
    await visitScreens({ app: tickmark.app, page, folder, earlierDatabase }, async (name, { alike, placed }) => {
      // A page was made to fail, which the console is told.
      if (name === 'page-broken') expect(tickmark.complaints.splice(0).join()).toContain('TypeError');
      if (alike) return;
      visited.push(name);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await settle(page);
        const wrong = await violations(colorScheme);
        if (wrong.length > 0) found[`${name}, ${colorScheme}`] = wrong;
      }
      // What finds its place where there is room when it opens has no other one later.
      for (const factor of placed ? [1] : [2, 1]) {
        await tickmark.zoom(factor);
        await settle(page);
        await page.evaluate(painted);
        const faults = await page.evaluate(layoutFaults);
        if (faults.length > 0) found[`${name} at ${factor * 100} %`] = faults;
      }
    });
    expect(visited.length).toBeGreaterThan(80);
    expect(found).toEqual({});
    expect(tickmark.complaints).toEqual([]);
  });
});
