/** The tool types that can run. Adding one is its folder and one line here. */
import { folder } from './folder';
import { gnosis } from './gnosis';
import { jira } from './jira';
import { mysql } from './mysql';
import { oracle } from './oracle';
import { postgresql } from './postgresql';
import { qtest } from './qtest';
import { servicenow } from './servicenow';
import { sqlite } from './sqlite';
import { sqlserver } from './sqlserver';
import type { ToolType } from './types';

export const toolTypes: readonly ToolType[] = [
  folder,
  gnosis,
  jira,
  mysql,
  oracle,
  postgresql,
  qtest,
  servicenow,
  sqlite,
  sqlserver,
];

const spelling = (name: string) => name.trim().toLowerCase();

const bySpelling = new Map(
  toolTypes.flatMap((toolType) => [toolType.type, ...toolType.aliases].map((name) => [spelling(name), toolType])),
);

/** The tool type of that name or of one of the names older data uses for it; spelling of case is free. */
export const findToolType = (name: string): ToolType | undefined => bySpelling.get(spelling(name));
