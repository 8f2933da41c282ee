// Step for Debian and its relatives, as root only: installs packages without letting them start a service.
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { findProgram } from './findProgram.mjs';
import { withProgress } from './progress.mjs';
import { lastLines, runProgram } from './runProgram.mjs';
import { Stop } from './stop.mjs';

const listsFolder = '/var/lib/apt/lists';
const policyPath = '/usr/sbin/policy-rc.d';
const policyAside = '/usr/sbin/policy-rc.d.before-zhunshi';
/** What a policy answers for "this service must not be started". */
const forbidden = 101;

const aptOptions = ['-y', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];

/** @returns {NodeJS.ProcessEnv} with the folders that dpkg insists on, and nobody asked any question */
export function systemEnvironment() {
  const path = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
  return { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
}

/** @returns {boolean} whether this user may install packages here */
export function canInstallWithApt() {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;
}

/** @param {string[]} args */
function apt(args) {
  return runProgram('apt-get', [...aptOptions, ...args], { env: systemEnvironment() });
}

function hasPackageLists() {
  return existsSync(listsFolder) && readdirSync(listsFolder).some((name) => /_Packages(\.|$)/.test(name));
}

/**
 * Runs `work` while no package may start a service; a machine's own policy is kept, or put back afterwards.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 */
async function withServicesForbidden(work) {
  if (existsSync(policyPath)) {
    const answer = await runProgram(policyPath, ['redis-server', 'start'], { env: systemEnvironment() });
    if (answer.code === forbidden) return work();
    renameSync(policyPath, policyAside);
  }
  writeFileSync(policyPath, `#!/bin/sh\nexit ${forbidden}\n`);
  chmodSync(policyPath, 0o755);
  try {
    return await work();
  } finally {
    rmSync(policyPath, { force: true });
    if (existsSync(policyAside)) renameSync(policyAside, policyPath);
  }
}

/**
 * @param {string} output of a failed apt-get
 * @param {string[]} packages
 * @returns {string} one sentence: what is wrong and what to do; an unknown failure has apt's own words before it
 */
export function explainAptFailure(output, packages) {
  const names = packages.join(' ');
  if (
    /Temporary failure resolving|Could not connect|Connection (timed out|refused)|Network is unreachable/.test(output)
  ) {
    return `apt could not download ${names}: connect this machine to the internet and run the command again.`;
  }
  if (/Unable to locate package|has no installation candidate/.test(output)) {
    return `apt does not know ${names}: add the main archive of your distribution to its sources, or install it by hand.`;
  }
  if (/Could not get lock|Unable to acquire the dpkg/.test(output)) {
    return `Another program is installing packages: wait until it is done and run the command again.`;
  }
  return `${lastLines(output)}\napt could not install ${names}, as its last lines above say: mend that and run the command again.`;
}

/**
 * Installs packages and starts none of their services. The caller has asked {@link canInstallWithApt}.
 *
 * @param {string[]} packages
 */
export async function installWithApt(packages) {
  const install = () => apt(['install', '--no-install-recommends', ...packages]);
  await withProgress(`Installing ${packages.join(', ')} with apt`, async () => {
    const { code, output } = await withServicesForbidden(async () => {
      if (hasPackageLists()) {
        const first = await install();
        if (first.code === 0) return first;
      }
      // No lists, or lists that are older than the archive.
      const update = await apt(['update']);
      return update.code === 0 ? install() : update;
    });
    if (code === 0) return;
    throw new Stop(explainAptFailure(output, packages));
  });
}
