import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { IdentityName } from '../../../renderer/components/identity-name';
import { speak } from '../../../renderer/texts';
import { loadDictionary } from '../../../renderer/texts/dictionary';

const shown = (name: string): string => renderToStaticMarkup(createElement(IdentityName, { name }));

afterEach(async () => {
  await loadDictionary('en');
  speak('en');
});

it('names the parts of an identity in the language of the window, and a part of no known name by its key', async () => {
  expect(shown('fileId')).toContain('>File id<');
  await loadDictionary('de');
  speak('de');
  expect(shown('fileId')).toContain('>Dateinummer<');
  expect(shown('clusterName')).toContain('>Cluster name<');
});
