// The small program inside an official Electron that makes `electron <path>` start an application. The development runtime
// (see ../electron-runtime.mjs) comes without it, so this one takes its place. It does what Tickmark and Playwright need:
// it loads the modules named with -r, then the application: a folder with a package.json, or a script.
const { existsSync, readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { app } = require('electron');

const { modules, applicationPath } = readArguments(process.argv.slice(1));
for (const module of modules) require(resolve(module));

if (applicationPath === undefined) {
  process.stderr.write('Name the application to start: electron <folder or script>\n');
  process.exit(1);
}
startApplication(resolve(applicationPath));

function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '-r' || args[index] === '--require') {
      index += 1;
      modules.push(args[index]);
    } else if (!args[index].startsWith('-')) {
      return { modules, applicationPath: args[index] };
    }
  }
  return { modules, applicationPath: undefined };
}

function startApplication(path) {
  const isFolder = statSync(path).isDirectory();
  const packageFolder = nearestPackageFolder(isFolder ? path : dirname(path));
  const description = packageFolder ? JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) : {};
  const name = description.productName ?? description.name;
  if (name) app.setName(name);
  if (description.version) app.setVersion(description.version);
  app.setAppPath(isFolder ? path : dirname(path));
  load(isFolder ? join(path, description.main ?? 'index.js') : path);
}

function nearestPackageFolder(folder) {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestPackageFolder(parent);
}

function load(script) {
  // The third argument makes it the main module, as it would be in a packaged application.
  require('node:module')._load(script, null, true);
}
