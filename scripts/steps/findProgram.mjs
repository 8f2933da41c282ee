// Looks for a program on PATH, and where package managers put it when PATH does not say so.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const usualFolders = ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin', '/opt/homebrew/bin', '/snap/bin'];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string[]} names in order of preference
 * @param {string} [searchPath] as in the environment variable PATH
 * @returns {string | undefined} absolute path of the first one found
 */
export function findProgram(names, searchPath = process.env['PATH'] ?? '') {
  const folders = [...searchPath.split(delimiter).filter((folder) => folder !== ''), ...usualFolders];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name + suffix);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}
