import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOfMaterials, licenceList, shippedPackages } from '../../../scripts/third-party.mjs';

const projectFolder = join(import.meta.dirname, '../../..');
const readJson = (name: string) => JSON.parse(readFileSync(join(projectFolder, name), 'utf8'));

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  license?: string;
  hasInstallScript?: boolean;
}

const manifest = readJson('package.json');
const locked = Object.entries(readJson('package-lock.json').packages as Record<string, Locked>).filter(
  ([folder]) => folder !== '',
);

/** Packages with an install script that npm is not to run: what they would fetch or compile is not needed, or made by `npm run setup`. */
const neverRun = ['better-sqlite3', 'electron', 'electron-winstaller', 'fsevents', 'oracledb', 'esbuild'];

/** Licences that let a program be passed on with few duties: to name the authors and the licence. */
const permissive =
  /^\(?(?:MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|UPL-1\.0|BlueOak-1\.0\.0|OFL-1\.1|Unlicense|Zlib|CC0-1\.0|Python-2\.0|WTFPL|MIT-0|\(|\)| OR | AND )+\)?$/;

describe('package-lock.json', () => {
  it('holds the hash of every package and names no server', () => {
    expect(locked.length).toBeGreaterThan(400);
    for (const [folder, { integrity, resolved, link, version }] of locked) {
      expect({ folder, integrity }).toEqual({ folder, integrity: expect.stringMatching(/^sha512-[\w+/]{86}==$/) });
      expect({ folder, resolved, link }).toEqual({ folder });
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
    }
  });

  it('is asked for exact versions only', () => {
    const wanted = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter((version) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
  });
});

describe('install scripts', () => {
  it('run for keytar alone', () => {
    expect(manifest.allowScripts).toEqual({ keytar: true });
    expect(readFileSync(join(projectFolder, 'scripts/dependencies.mjs'), 'utf8')).toContain("'--ignore-scripts'");
  });

  it('are known, whether they run or not', () => {
    const withScript = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([folder]) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(withScript).toContain('keytar');
    expect(withScript.filter((name) => name !== 'keytar' && !neverRun.includes(name))).toEqual([]);
  });
});

describe('what is shipped of others', () => {
  const packages = shippedPackages();

  it('has licences that allow it', () => {
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(({ licence }) => !permissive.test(licence))).toEqual([]);
  });

  it('is listed with the text of each licence', () => {
    const list = licenceList(packages);
    for (const { name, version } of packages) expect(list).toContain(`${name} ${version}`);
    expect(list.match(/Its package holds no text of the licence/g)?.length ?? 0).toBeLessThan(packages.length / 10);
  });

  it('is a CycloneDX bill of materials: every package by name, version, licence and hash', () => {
    const bill = billOfMaterials(packages);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(manifest.dependencies), 'electron']));
    expect(new Set(bill.components.map(({ purl }) => purl)).size).toBe(packages.length);
    for (const { purl, hashes, licenses } of bill.components) {
      expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/);
      expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
      expect(licenses).toHaveLength(1);
    }
  });
});
