// led/ — the grid between the LEDs as a CSS background: it lies still over everything, and costs nothing when the picture changes.
import type { PlacedWall } from './wallForm.ts';

/** From this pitch on there are pixels enough to make the LEDs round. */
const ROUND_FROM = 4;
const GAP = 'rgba(5, 6, 7, 0.45)';
const FINE_GAP = 'rgba(5, 6, 7, 0.3)';
const CORNER = 'rgba(5, 6, 7, 0.9)';

/**
 * Style of the element over the wall. About 80 % of the light passes: thin dots look dim.
 * @param leds false: no dots are wanted
 */
export function ledGrid({ pitch, devicePixel, left, top }: PlacedWall, leds: boolean): string {
  if (pitch < 2 || !leds) return 'display: none';
  const led = `${String(pitch * devicePixel)}px`;
  const place = `background-size: ${led} ${led}; background-position: ${String(left)}px ${String(top)}px`;
  if (pitch >= ROUND_FROM) {
    const dot = `radial-gradient(circle closest-side, transparent 88%, ${CORNER} 122%)`;
    return `background-image: ${dot}; ${place}`;
  }
  const gap = pitch === 2 ? FINE_GAP : GAP;
  const line = `${gap} ${String(devicePixel)}px, transparent ${String(devicePixel)}px`;
  return `background-image: linear-gradient(to left, ${line}), linear-gradient(to top, ${line}); ${place}`;
}
