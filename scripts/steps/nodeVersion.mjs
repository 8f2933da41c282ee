// First step of every command: is this Node new enough? Written in syntax that an old Node still parses.

/**
 * @param {string} version as in `process.versions.node`
 * @returns {boolean} whether this program runs on it: 20.19 and later, without the half-way releases 21 and 22.0 to 22.11
 *   that the build tool does not take
 */
export function isNodeSupported(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  var minor = Number(parts[1]);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Ends the program with one sentence when the running Node is too old. */
export function requireNode() {
  if (isNodeSupported(process.versions.node)) return;
  console.error(
    'Zhunshi needs Node 20.19 or later (or 22.12 or later), but this is Node ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
