// demo/people/ — who is here, on a break, and which booth is shut.
import { carsIn } from '@zhunshi/shared/domain/job.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import { first, isBusy, MINUTE, whoIs, type Act, type Seen } from './seen.ts';

/** A technician is away from 10:30 to 14:00, a paint booth is shut until 11:00, and some take a short break in the morning. */
export function attendance(seen: Seen): Act | null {
  const { state, asOf } = seen;
  const time = localTime(asOf, state.shop?.timeZone ?? 'UTC');
  const dispatcher = whoIs(state, 'dispatcher');
  const away = Object.values(state.staff)
    .filter(({ workTypes }) => workTypes[0] === 'mechanical')
    .at(-1);
  const gone = time >= '10:30' && time < '14:00';
  if (away && away.present === gone && !(gone && isBusy(state, away.id))) {
    return { by: dispatcher, command: { type: 'SetAttendance', staff: away.id, present: !gone } };
  }
  const booth = Object.values(state.bays)
    .filter(({ workTypes }) => workTypes[0] === 'paint')
    .at(-1);
  const shut = time < '11:00';
  if (booth && (booth.closed !== null) !== shut && carsIn(state, booth.code).length === 0) {
    const { code: bay } = booth;
    return shut
      ? { by: dispatcher, command: { type: 'CloseBay', bay, reason: 'maintenance', until: asOf + untilMs(time, 11) } }
      : { by: dispatcher, command: { type: 'OpenBay', bay } };
  }
  return breaks(seen);
}

function untilMs(time: string, hour: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Math.max(1, hour * 60 - hours * 60 - minutes) * MINUTE;
}

/** About one in four takes ten minutes around a quarter past ten or a quarter past three, at work or not. */
function breaks({ state, asOf, luck }: Seen): Act | null {
  const timeZone = state.shop?.timeZone ?? 'UTC';
  const day = localDay(asOf, timeZone);
  const time = localTime(asOf, timeZone);
  const half = time < '12:00' ? 'morning' : 'afternoon';
  const begins = half === 'morning' ? '10:15' : '15:15';
  return first(Object.values(state.staff), (member) => {
    const { id: staff, present, onBreak, roles } = member;
    if (onBreak) {
      const over = asOf >= (onBreak.until ?? onBreak.since + 10 * MINUTE);
      return over ? { by: staff, command: { type: 'EndBreak', staff } } : null;
    }
    const takesOne = roles.includes('technician') && luck.chance(`${day} ${staff} ${half} break`) < 0.25;
    if (!takesOne || !present || time !== begins) return null;
    return { by: staff, command: { type: 'StartBreak', staff, until: asOf + 10 * MINUTE } };
  });
}
