import type { Catalogue } from '..';
import type { Translation } from '../types';
import { analysis } from './analysis';
import { app } from './app';
import { applications } from './applications';
import { auditLog } from './audit-log';
import { components } from './components';
import { errors } from './errors';
import { evidence } from './evidence';
import { execution } from './execution';
import { help } from './help';
import { legacy } from './legacy';
import { looking } from './looking';
import { overview } from './overview';
import { palette } from './palette';
import { preflight } from './preflight';
import { proof } from './proof';
import { protection } from './protection';
import { questions } from './questions';
import { settings } from './settings';
import { shortcuts } from './shortcuts';
import { start } from './start';
import { storeProblem } from './store-problem';
import { tour } from './tour';

/** German. The words of the trade are listed in docs/texts.md. */
export const de: Translation<Catalogue> = {
  analysis,
  app,
  applications,
  'audit-log': auditLog,
  components,
  errors,
  evidence,
  execution,
  help,
  legacy,
  looking,
  overview,
  palette,
  preflight,
  proof,
  protection,
  questions,
  settings,
  shortcuts,
  start,
  'store-problem': storeProblem,
  tour,
};
