import type { Page } from 'playwright';

export function visitScreens(page: Page, look: (name: string) => Promise<void>): Promise<void>;
export function settle(page: Page): Promise<void>;
