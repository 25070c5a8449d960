import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toolTypes } from '../../main/connectors/registry';
import { testFileOf } from './test-files';

describe('the contract suite', () => {
  it('runs against every tool type of the registry', () => {
    const harnesses = readdirSync(join(import.meta.dirname, 'types'));
    expect(harnesses.sort()).toEqual(toolTypes.map(({ type }) => testFileOf(type)).sort());
  });
});
