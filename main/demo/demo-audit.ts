import { failure } from '../result';

export const openDemoAudit = async (_options: unknown) => failure('NOT_AVAILABLE', 'Being written.');
