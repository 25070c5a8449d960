import type { ElectronApplication, Page } from 'playwright';

interface Place {
  app: ElectronApplication;
  page: Page;
  folder: string;
  earlierDatabase: string;
}

export function visitScreens(
  place: Place,
  look: (name: string, screen: { alike?: true; placed?: true }) => Promise<void>,
): Promise<void>;
export function settle(page: Page): Promise<void>;
export function painted(): Promise<void>;
