import type { SchemaTable } from '../../../preload/contract';
import { success } from '../../result';
import { createRestDriver } from '../rest/rest-driver';
import { readFields } from './fields';
import { identify } from './identity';
import { prepare } from './objects';
import { objectTypes } from './query';
import { allowedRequests, logIn, qtestUrl } from './requests';

export const qtestDriver = createRestDriver({
  allowed: allowedRequests,
  baseUrl: qtestUrl,
  logIn,
  identify,
  prepare,
  describe: async (session, signal) => {
    const tables: SchemaTable[] = [];
    for (const object of objectTypes) {
      const fields = await readFields(session, object, signal);
      if (!fields.ok) return fields;
      const columns = fields.value.map(({ name, place }) => ({
        name,
        type: place === 'property' ? 'project field' : 'text',
      }));
      tables.push({ schema: '', name: object, columns });
    }
    return success(tables);
  },
});
