import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { describeContract } from '../describe-contract';
import { becomeNobody, createClientFolder, isOpenHere } from '../files';

const query = '**';
const client = createClientFolder();

const newFolder = (files: Record<string, string>): string => {
  const folder = client.newFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

/** Many files, a thousand in a folder. */
const folderOf = (files: number, name: string): string =>
  newFolder(
    Object.fromEntries(
      Array.from({ length: files }, (_, index) => [`${Math.floor(index / 1_000)}/${name}-${index}`, '']),
    ),
  );

const accessTo = (path: string, more = {}) => ({ configuration: { path, ...more }, secrets: {} });
const ask = (path: string) => ({ access: accessTo(path), query });
const situation = (path: string) => ({ ...ask(path), address: path });

const noNetwork = 'a folder has no address; a share of the network is the business of the operating system';
const fixedColumns = 'an inventory has nine columns, whatever is asked for';
const noLine =
  'there is no line; what vanishes or cannot be read becomes a row that says so, and the run is incomplete';

describeContract('Document Folder', {
  notApplicable: {
    'failure DNS': noNetwork,
    'failure REFUSED': noNetwork,
    'failure TIMEOUT': noNetwork,
    'failure TLS': noNetwork,
    'failure AUTH':
      'a folder has no login of its own; where the user of this computer may not read it, that is PERMISSION',
    'column names': fixedColumns,
    'many columns': fixedColumns,
    'huge cell': 'documents are hashed, their content does not become a cell',
    'cancel at the server': 'there is no server: what “cancel” stops is Tickmark’s own reading',
    stall: noLine,
    cut: noLine,
    garbage: 'whatever the bytes of a document are, they are hashed',
  },
  start: async () => {
    const folder = newFolder({ 'a/ü, "x".txt': 'Ünï', empty: '' });
    const crowded = folderOf(20_000, 'crowded');
    let afterCase = () => {};

    return {
      reset: () => {
        afterCase();
        afterCase = () => {};
      },
      stop: async () => client.remove(),
      cases: {
        'test connection': () => ({ access: accessTo(folder), address: folder, canWrite: true }),
        'failure NO_DATABASE': () => situation(join(folder, 'missing')),
        'failure PROTOCOL': () => situation(join(folder, 'empty')),
        'failure PERMISSION': () => {
          const closed = newFolder({});
          chmodSync(closed, 0o000);
          afterCase = becomeNobody();
          return situation(closed);
        },
        'another target': () => {
          const replaced = newFolder({ 'a.txt': '' });
          const replace = () => {
            renameSync(replaced, `${replaced}-before`);
            mkdirSync(replaced);
          };
          return { ...ask(replaced), replace };
        },
        schema: () => ({ access: accessTo(folder) }),
        'read-only': () => {
          const path = join(folder, 'empty');
          utimesSync(path, 1_000_000_000, 1_700_000_000);
          return {
            ...ask(folder),
            verify: async () => {
              expect(readdirSync(folder)).toEqual(['a', 'empty']);
              const { atimeMs, mtimeMs } = statSync(path);
              expect([atimeMs, mtimeMs]).toEqual([1_000_000_000_000, 1_700_000_000_000]);
            },
          };
        },
        guard: () => ({ access: accessTo(folder), queries: ['../**', '/etc/passwd', 'C:/Users/**', '*.pdf\n..\\*'] }),
        cells: () => {
          const path = join(folder, 'a/ü, "x".txt');
          utimesSync(path, 1_700_000_000, 1_700_000_000.5);
          const created = new Date(Math.floor(statSync(path).birthtimeMs)).toISOString();
          const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
          return {
            access: accessTo(folder),
            query: 'a/*',
            csv:
              'path,name,kind,bytes,modified,created,owner,sha256,problem\n' +
              `"a/ü, ""x"".txt","ü, ""x"".txt",file,5,2023-11-14T22:13:20.500Z,${created},${userInfo().username},${sha256},\n`,
          };
        },
        'many rows': () => ({
          ...ask(crowded),
          rows: 20_000,
          limit: '20,000 rows, since each is a document that has to be made, opened and hashed',
        }),
        'side by side': () => ({
          systems: ['first', 'second'].map((name) => ({
            ...ask(folderOf(1_000, name)),
            isOwn: (line: string) => line.startsWith(`0/${name}-`),
            rows: 1_000,
          })),
        }),
        cancel: () => ask(crowded),
        'slow disk': () => ask(crowded),
        'query timeout': () => {
          const path = join(newFolder({ huge: '' }), 'huge');
          // A file with nothing in it but a size: reading it takes for ever, keeping it takes no room.
          truncateSync(path, 10 ** 12);
          const access = accessTo(dirname(path), { query_timeout: 1 });
          return { access, query, isRunning: () => isOpenHere(path) };
        },
      },
    };
  },
});
