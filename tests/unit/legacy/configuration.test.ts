import { describe, expect, it } from 'vitest';
import { gnosis } from '../../../main/connectors/gnosis';
import { convertConfiguration } from '../../../main/legacy/configuration';

const converted = (source: object) => {
  const { configuration, secrets, notes } = convertConfiguration(gnosis, source);
  const { base_url, api_endpoint, authentication } = configuration;
  return { base_url, api_endpoint, authentication, secrets, notes };
};

describe('the configuration of an earlier document repository', () => {
  it('is split where the whole address of the search stands in one place', () => {
    expect(converted({ endpoint: 'https://docs.example.com/api/find' })).toMatchObject({
      base_url: 'https://docs.example.com',
      api_endpoint: '/api/find',
      notes: [],
    });
    expect(converted({ endpoint: 'https://docs.example.com/' })).toMatchObject({
      base_url: 'https://docs.example.com',
      api_endpoint: '/search',
    });
    expect(
      converted({ base_url: 'https://docs.example.com/api', endpoint: 'https://docs.example.com/api/find' }),
    ).toMatchObject({
      base_url: 'https://docs.example.com/api',
      api_endpoint: '/find',
    });
  });

  it('keeps what it can’t make sense of, for a person to look at', () => {
    const apart = { base_url: 'https://docs.example.com', endpoint: 'https://other.example.com/find' };
    expect(converted(apart)).toMatchObject({
      base_url: 'https://docs.example.com',
      api_endpoint: 'https://other.example.com/find',
    });
    expect(converted({ base_url: 'https://docs.example.com', endpoint: '/find' })).toMatchObject({
      api_endpoint: '/find',
    });
  });

  it('logs in by the API key where there is no other login, and as it says where it says so', () => {
    expect(converted({ api_key: 'k' })).toMatchObject({ authentication: 'api_key', secrets: { api_key: 'k' } });
    expect(converted({ api_key: 'k', api_token: 't' })).toMatchObject({ authentication: 'bearer' });
    expect(converted({ api_key: 'k', authentication: 'bearer' })).toMatchObject({ authentication: 'bearer' });
    expect(converted({})).toMatchObject({ authentication: 'bearer' });
  });
});
