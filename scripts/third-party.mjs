import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, readJson } from './support.mjs';

// What a package of Tickmark holds that others made: a list of the licences, and the same for programs (CycloneDX).

const bundledFolder = join(projectFolder, 'out/bundled-packages');

/** A plugin for the build: writes down which packages went into a part of Tickmark, since nothing else tells afterwards. */
export function listBundledPackages(part) {
  return {
    name: 'list-bundled-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => [
        ...(file.moduleIds ?? []),
        ...(file.originalFileNames ?? []),
      ]);
      const folders = new Set(modules.flatMap((id) => packageFolderOf(id) ?? []));
      mkdirSync(bundledFolder, { recursive: true });
      writeFileSync(join(bundledFolder, `${part}.json`), JSON.stringify([...folders].sort(), undefined, 2));
    },
  };
}

/** `node_modules/a/node_modules/@b/c` of a module's path, as package-lock.json names it. */
function packageFolderOf(moduleId) {
  const path = moduleId.replaceAll('\\', '/').split('?')[0];
  return /(?:^|\/)((?:node_modules\/(?:@[^/]+\/)?[^/]+\/)*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

/** Every package that is shipped: what runs unbundled, what was bundled, and Electron. By name, then version. */
export function shippedPackages() {
  const { packages } = readJson(join(projectFolder, 'package-lock.json'));
  const folders = new Set([...runtimeFolders(packages), ...bundledFolders(), 'node_modules/electron']);
  return [...folders]
    .map((folder) => describePackage(folder, packages[folder]))
    .sort((a, b) => (a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name)));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** What `dependencies` lead to, each found as Node finds it: beside the one who asks, or further up. */
function runtimeFolders(packages) {
  const found = new Set();
  const waiting = Object.keys(packages[''].dependencies).map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = resolveFolder(packages, next.name, next.from);
    if (!folder || found.has(folder)) continue;
    found.add(folder);
    for (const name of Object.keys(packages[folder].dependencies ?? {})) waiting.push({ name, from: folder });
  }
  return found;
}

function resolveFolder(packages, name, from) {
  const folder = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (packages[folder]) return folder;
  if (from === '') return undefined;
  return resolveFolder(packages, name, from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)));
}

function bundledFolders() {
  if (!existsSync(bundledFolder)) return [];
  return readdirSync(bundledFolder).flatMap((name) => readJson(join(bundledFolder, name)));
}

function describePackage(folder, locked) {
  if (!locked) throw new Error(`${folder} is shipped, but package-lock.json does not name it.`);
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return { name, version: locked.version, licence: locked.license ?? 'unknown', integrity: locked.integrity, folder };
}

/** The shipped packages with the texts of their licences, to be read by people. */
export function licenceList(packages) {
  const entries = packages.map((one) => {
    const text = licenceText(one.folder) ?? 'Its package holds no text of the licence.';
    return `${'='.repeat(100)}\n${one.name} ${one.version} · ${one.licence}\n${'='.repeat(100)}\n\n${text.trim()}\n`;
  });
  const overview = packages.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`);
  return [
    'Tickmark is made with the work of others. The licences of Chromium’s parts are in LICENSES.chromium.html.\n',
    ...overview,
    '',
    ...entries,
  ].join('\n');
}

function licenceText(folder) {
  const path = join(projectFolder, folder);
  const name = existsSync(path) && readdirSync(path).find((file) => /^(licen[cs]e|copying)(\.|-|$)/i.test(file));
  return name ? readFileSync(join(path, name), 'utf8') : undefined;
}

/** The shipped packages as a software bill of materials, CycloneDX 1.6. The same packages make the same bytes. */
export function billOfMaterials(packages) {
  const { name, version } = readJson(join(projectFolder, 'package.json'));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
    components: packages.map(componentOf),
  };
}

function componentOf({ name, version, licence, integrity }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: licence === 'unknown' ? [] : [{ expression: licence }],
    hashes: integrity ? [hashOf(integrity)] : [],
  };
}

/** `sha512-…` as npm writes it. */
function hashOf(integrity) {
  const [algorithm, digest] = integrity.split(/-(.*)/);
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}

/** Writes both beside the packages that electron-builder made with the Electron of that version. */
export function writeThirdParty(folder, electronVersion) {
  const packages = shippedPackages().map((one) =>
    one.name === 'electron' && one.version !== electronVersion
      ? { ...one, version: electronVersion, integrity: undefined }
      : one,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), licenceList(packages));
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(packages), undefined, 2)}\n`);
}
