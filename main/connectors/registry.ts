/** The tool types that can run. Adding one is its folder and one line here. */
import { folder } from './folder';
import { mysql } from './mysql';
import { postgresql } from './postgresql';
import { sqlite } from './sqlite';
import type { ToolType } from './types';

export const toolTypes: readonly ToolType[] = [folder, mysql, postgresql, sqlite];

const spelling = (name: string) => name.trim().toLowerCase();

const bySpelling = new Map(
  toolTypes.flatMap((toolType) => [toolType.type, ...toolType.aliases].map((name) => [spelling(name), toolType])),
);

/** The tool type of that name or of one of the names older data uses for it; spelling of case is free. */
export const findToolType = (name: string): ToolType | undefined => bySpelling.get(spelling(name));
