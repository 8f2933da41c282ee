// led/ — fetches the two dot fonts once; asks again until they come, for a wall without letters says nothing.
import led16 from '../../font/led16.bin?url';
import led24 from '../../font/led24.bin?url';
import { decodeDotFont } from './dotFont.ts';
import type { DotFont, DotFonts } from './dotFont.ts';

const RETRY_MS = 2_000;

export async function loadDotFonts(): Promise<DotFonts> {
  const [small, big] = await Promise.all([loadFont(led16), loadFont(led24)]);
  return { 16: small, 24: big };
}

async function loadFont(address: string): Promise<DotFont> {
  const bytes = await fetchBytes(address);
  if (bytes !== null) return decodeDotFont(bytes);
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  return loadFont(address);
}

/** The bytes, or null where the server did not answer with them. */
async function fetchBytes(address: string): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
