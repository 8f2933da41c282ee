import type { Role } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import { arrived, book, inspecting, pass } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { carCardOf } from '../cards/carCard.ts';
import { viewOf } from '../testing/viewOf.ts';
import { alarmTextOf } from './alarmText.ts';
import type { AlarmText } from './alarmText.ts';
import { isMine } from './myAlarms.ts';

function alarmAt({ state }: Scenario, time: string): Alarm {
  const [alarm] = alarmsOf(state, forecast(state, clock(time)), clock(time));
  if (!alarm) throw new Error('No alarm');
  return alarm;
}

function textAt(scenario: Scenario, time: string, change: Partial<Alarm> = {}, roles?: Role[]): AlarmText {
  const alarm = { ...alarmAt(scenario, time), ...change };
  return alarmTextOf(viewOf(scenario.state, clock(time), roles), alarm, scenario.job(alarm.job));
}

describe('an alarm at the console', () => {
  it('given a car of which all is done, when its promise has passed, then one tap marks it ready, and its card says so [ALM-16]', () => {
    const done = given(inspecting('A', { promisedAt: clock('09:20') }), pass('A'));
    for (const roles of [['dispatcher'], ['advisor']] as Role[][]) {
      const text = textAt(done, '09:30', {}, roles);
      expect(text).toMatchObject({ what: '超 10 分', act: 'markReady', actText: '可交车' });
      expect(text.why).toContain('待标可交车');
    }
    const view = viewOf(done.state, clock('09:30'));
    expect(carCardOf(view, done.job('A')).work).toBe('待标可交车');
    expect(isMine(view, alarmAt(done, '09:30'))).toBe(true);
  });

  it('given a car that nobody was given, when it has gone on to the manager, then who dispatches still dispatches it [ALM-15]', () => {
    const waiting = given(arrived('A', { promisedAt: clock('17:00') }));
    const escalated = { actor: 'manager', escalated: true, freeBay: null } as const;
    expect(textAt(waiting, '08:45', escalated)).toMatchObject({ act: 'dispatch', actText: '派工' });
  });

  it('given a prediction that is believed late, when its slack is not yet below zero, then it says the slack as the bar does [ALM-7]', () => {
    const arrivedTight = given(arrived('A', { promisedAt: clock('09:12') }));
    expect(textAt(arrivedTight, '08:30')).toMatchObject({ what: '只余 2 分', mark: 'tight' });
    expect(textAt(arrivedTight, '08:30', { code: 'tight', minutes: -5 }).what).toBe('预计迟 5 分');
  });

  it('given an appointment that has not come, then its time is said, not the promise', () => {
    const late = given(book('A', { arrivalAt: clock('08:40'), promisedAt: clock('17:00') }));
    expect(textAt(late, '09:00').why).toMatch(/^预约 08:40 →/);
  });
});
