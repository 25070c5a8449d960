import { success } from '../../result';
import { createRestDriver } from '../rest/rest-driver';
import { readFields } from './fields';
import { identify } from './identity';
import { prepare } from './issues';
import { allowedRequests, jiraUrl, logIn } from './requests';

export const jiraDriver = createRestDriver({
  allowed: allowedRequests,
  baseUrl: jiraUrl,
  logIn,
  identify,
  prepare,
  describe: async (session, signal) => {
    const fields = await readFields(session, signal);
    if (!fields.ok) return fields;
    return success([{ schema: '', name: 'issues', columns: fields.value.map(({ name, type }) => ({ name, type })) }]);
  },
});
