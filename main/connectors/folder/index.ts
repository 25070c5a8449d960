import { plainWords } from '../../recipes/quoting';
import { textOf } from '../configuration';
import { queryTimeoutField } from '../server-fields';
import type { ToolType } from '../types';
import { parsePatterns } from './patterns';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

export const folder: ToolType = {
  type: 'Document Folder',
  aliases: ['nas_path', 'document_folder', 'folder'],
  label: 'Document Folder',
  description:
    'A folder or network share: an inventory of its files with size, dates, owner and SHA-256. Nothing is changed.',
  queryLanguage: 'text',
  queryHelp:
    'Patterns for files, one per line: *.pdf in any folder, policies/**/*.docx below one. ** alone asks for all files.',
  fields: [
    {
      key: 'path',
      label: 'Folder',
      kind: 'path',
      required: true,
      help: 'All folders below it are read too. Links are listed, not followed.',
      options: [{ value: 'folder', label: 'Folder' }],
      group: 'connection',
    },
    {
      key: 'patterns',
      label: 'Only files that match',
      kind: 'list',
      required: false,
      placeholder: '*.pdf',
      help: 'One pattern per line; all files where there is none.',
      group: 'connection',
    },
    queryTimeoutField,
  ],
  olderKeys: {
    path: ['base_path', 'nas_path', 'folder', 'directory', 'share'],
    patterns: ['pattern', 'file_patterns'],
  },
  describeAddress: (configuration) => textOf(configuration, 'path'),
  guardQuery: async (query) => {
    const patterns = parsePatterns(query);
    return patterns.ok ? { allowed: true } : { allowed: false, reason: patterns.error.message };
  },
  recipes: { text: recipes, quoting: plainWords },
  vocabulary,
  withoutLogin: true,
  loadDriver: async () => (await import('./driver')).folderDriver,
};
