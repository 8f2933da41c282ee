// http/ — which build of each display's page would be served now: written beside it when it was built (scripts/steps/pageVersion.mjs).
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DisplaysAnswer } from '@zhunshi/shared/wire/displays.ts';
import type { PageFolders } from './pages.ts';

/** Reads the versions as they are now: pages may be built anew beside a server that runs. */
export type PageVersions = () => Promise<DisplaysAnswer['versions']>;

/** Versions of the pages in these folders; null where none is written down. */
export function pageVersionsOf({ board, lounge }: PageFolders): PageVersions {
  const versionIn = (folder: string): Promise<string | null> =>
    readFile(join(folder, 'version.txt'), 'utf8').then(
      (text) => text.trim(),
      () => null,
    );
  return async () => {
    const [wall, inLounge] = await Promise.all([versionIn(board), versionIn(lounge)]);
    return { wall, lounge: inLounge };
  };
}
