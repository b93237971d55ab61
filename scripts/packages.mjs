/** Installs the project's packages when they are missing or not those of the lock file. Node built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';

/** True when every package the lock file names for this machine is there in the named version. */
export function packagesAreCurrent() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  // Packages marked optional are for other systems or for speed; npm leaves out what does not fit.
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || (there[path] ? there[path].version === version : optional));
}

/** @throws with a plain sentence when npm could not install them */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node ${process.versions.node} is too old: install Node 20.19 or later from https://nodejs.org`);
  if (packagesAreCurrent()) return 'already there';
  if (existsSync('node_modules') && lstatSync('node_modules').isSymbolicLink()) throw new Error('node_modules is a link to another folder and does not fit the lock file: run npm ci there');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm could not install the packages${error ? `: ${error.message}` : ''}. Is this machine connected to the internet?`);
  return 'installed';
}
