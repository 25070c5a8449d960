import type { Environment } from '../../preload/contract';

export const demoSystems = ['Production HR', 'Dev HR', 'Production Payroll', 'Dev Payroll'] as const;
/** The demo's systems by the names of their connectors. */
export type DemoSystem = (typeof demoSystems)[number];

export const environmentOf = (system: DemoSystem): Environment =>
  system.startsWith('Production') ? 'production' : 'non-production';
