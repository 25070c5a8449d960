import type { Configuration } from '../../../preload/contract';
import { numberOf, textOf } from '../configuration';

export const defaultPort = 1433;

/** Whether the port is asked for by the instance's name: a port that is given counts more. */
export const usesBrowser = (configuration: Configuration): boolean =>
  textOf(configuration, 'instance_name') !== '' && textOf(configuration, 'port') === '';

/** `server:port`, or `server\\instance` where the port is asked for. */
export const addressOf = (configuration: Configuration): string =>
  usesBrowser(configuration)
    ? `${textOf(configuration, 'server')}\\${textOf(configuration, 'instance_name')}`
    : `${textOf(configuration, 'server')}:${numberOf(configuration, 'port', defaultPort)}`;
