import { resolve } from 'node:path';

/** The driver of SQL Server goes into the bundle, without the sign-in of a cloud that it brings along. */
export const bundledDriver = 'tedious';

export const withoutCloudLogin = (projectFolder: string): Record<string, string> => {
  const nothing = resolve(projectFolder, 'main/connectors/sqlserver/no-cloud-login.ts');
  return { '@azure/identity': nothing, '@azure/core-auth': nothing };
};
