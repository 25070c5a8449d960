import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import {
  cacheFolder,
  Expected,
  fingerprint,
  keepInCache,
  log,
  projectFolder,
  readJson,
  replaceFile,
  runNpmQuietly,
  runQuietly,
} from './support.mjs';

// Two modules are compiled code. Both speak Node-API, so one binary serves Node and Electron alike. Install scripts are off
// (see dependencies.mjs), so the binaries are made here, once, and kept in the cache.

const packagesFolder = join(projectFolder, 'node_modules');
const referenceHeader = join(projectFolder, 'scripts/native/node-api-9-string-reference.h');

const betterSqlite = {
  name: 'better-sqlite3',
  compiled: 'build/Release/better_sqlite3.node',
  // Its loader looks at the binaries that came with it first.
  binary: `prebuilds/${process.platform}-${process.arch}.node`,
  script: 'build-release',
  sources: [referenceHeader],
  environment: {
    CXXFLAGS: `-UNAPI_VERSION -DNAPI_VERSION=9 -include ${basename(referenceHeader)}`,
    // Not in the flags, which can't hold a path with a space.
    CPLUS_INCLUDE_PATH: dirname(referenceHeader),
  },
  probe: "const db = new (require('better-sqlite3'))(':memory:'); db.prepare('SELECT 1').get(); db.close();",
  duration: 'about a minute, once',
};

const keytar = {
  name: 'keytar',
  compiled: 'build/Release/keytar.node',
  binary: 'build/Release/keytar.node',
  // Compiling is quick and certain on Linux. Elsewhere a compiler is rare, so its own script tries a download first.
  script: process.platform === 'linux' ? 'build' : 'install',
  sources: [],
  environment: {},
  probe: "require('keytar').getPassword.call;",
  duration: 'a few seconds',
};

/** Makes sure that better-sqlite3 and keytar load, in this Node and in the Electron that `runtimePromise` brings. */
export async function setUpNativeModules(runtimePromise) {
  await setUpKeytar();
  if (!(await worksAsShipped(runtimePromise))) return setUpModule(betterSqlite);
  if (!(await loads(betterSqlite))) throw new Expected(`better-sqlite3 does not load.\n${advice}`);
}

const advice =
  process.platform === 'linux'
    ? 'Install make, g++, python3 and, for keytar, libsecret-1-dev; then run: npm run setup'
    : 'Use Node 22.14 or newer, or install a C++ compiler and Python; then run: npm run setup';

/** Without keytar Tickmark runs, and says itself that it has no keychain; so this is no reason to stop. */
async function setUpKeytar() {
  try {
    await setUpModule(keytar);
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    log(`The keychain module could not be made: Tickmark will not be able to keep secrets.\n${error.message}`);
  }
}

/**
 * The binaries in better-sqlite3's npm package ask for Node-API 10 and abort the process on an older one: Node before
 * 22.14, Electron before 36. Without those, it is compiled with the header above.
 */
async function worksAsShipped(runtimePromise) {
  if (Number(process.versions.napi) < 10) return false;
  const { version } = await runtimePromise;
  return Number.parseInt(version, 10) >= 36;
}

async function setUpModule(module) {
  const key = cacheKey(module);
  if (installedKey(module) === key && (await loads(module))) return;
  const cached = join(cacheFolder(), `${key}.node`);
  if (existsSync(cached)) {
    install(module, cached, key);
    if (await loads(module)) return;
  }
  await compile(module, cached);
  install(module, cached, key);
  if (!(await loads(module))) throw new Expected(`${module.name} was compiled but does not load.\n${advice}`);
}

function cacheKey(module) {
  const { name, version } = readJson(join(packageFolder(module), 'package.json'));
  const sources = module.sources.length > 0 ? `-${fingerprint(...module.sources)}` : '';
  return `${name}-${version}${sources}-${process.platform}-${process.arch}`;
}

function packageFolder(module) {
  return join(packagesFolder, module.name);
}

function keyFile(module) {
  return join(packageFolder(module), 'tickmark-key');
}

function installedKey(module) {
  return existsSync(keyFile(module)) ? readFileSync(keyFile(module), 'utf8') : undefined;
}

function install(module, cached, key) {
  replaceFile(cached, join(packageFolder(module), module.binary));
  writeFileSync(keyFile(module), key);
}

/** In a process of its own: a binary for the wrong Node-API version takes the whole process down. */
async function loads(module) {
  try {
    await runQuietly(process.execPath, ['-e', module.probe]);
    return true;
  } catch (error) {
    if (error instanceof Expected) return false;
    throw error;
  }
}

async function compile(module, cached) {
  log(`Compiling ${module.name} (${module.duration})…`);
  await keepInCache(cached, async (workFolder) => {
    const built = join(workFolder, 'built.node');
    // A copy is compiled, in the folder for temporary files: node-gyp fails where a path has a space in it, and what it
    // leaves behind is many times the size of the result and would end up in a package.
    const copy = mkdtempSync(join(tmpdir(), 'tickmark-build-'));
    try {
      copySources(module, copy);
      await runBuildScript(module, join(copy, 'node_modules', module.name));
      cpSync(join(copy, 'node_modules', module.name, module.compiled), built);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
    return built;
  });
}

function copySources(module, target) {
  const filter = (path) => !/[\\/](build|prebuilds)$/.test(path);
  for (const name of [module.name, 'node-addon-api']) {
    cpSync(join(packagesFolder, name), join(target, 'node_modules', name), { recursive: true, filter });
  }
}

async function runBuildScript(module, folder) {
  const env = withProjectTools({ ...process.env, ...module.environment });
  const options = module.script === 'install' ? [] : ['--', ...compilerOptions()];
  try {
    await runNpmQuietly(['run', module.script, ...options], { cwd: folder, env, seconds: 1200 });
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    throw new Expected(`${error.message}\n${module.name} could not be compiled. ${advice}`);
  }
}

/** Lets the copy find node-gyp and prebuild-install where its original would. */
function withProjectTools(env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: [join(packagesFolder, '.bin'), env[name]].join(delimiter) };
}

/** Node's headers usually lie beside Node; without this option node-gyp would download them. */
function compilerOptions() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  const hasHeaders = existsSync(join(prefix, 'include/node/node_api.h'));
  return hasHeaders ? ['--jobs=max', `--nodedir=${prefix}`] : ['--jobs=max'];
}
