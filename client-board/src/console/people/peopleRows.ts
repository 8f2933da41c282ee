// people/ — the staff by team, with what each does now.
import { runningWorkOf } from '@zhunshi/shared/domain/job.ts';
import { isOnLeave } from '@zhunshi/shared/domain/presence.ts';
import type { StaffMember } from '@zhunshi/shared/domain/state.ts';
import { workTypeName } from '@zhunshi/shared/i18n/words.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import { listText, nameOf, shortPlateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface PersonRow {
  member: StaffMember;
  name: string;
  roles: string;
  workTypes: string;
  /** What they do now; empty for those who do no work on cars. */
  doing: string;
}

export interface PeopleGroup {
  team: string;
  present: number;
  people: PersonRow[];
}

/** Teams first in their order, then everybody without one. */
export function peopleGroupsOf(view: ShopView): PeopleGroup[] {
  const { state, say } = view;
  const rows = Object.values(state.staff).map((member) => personRow(view, member));
  const teams: { id: string | null; name: string }[] = Object.values(state.teams);
  return [...teams, { id: null, name: say.people.noTeam }]
    .map(({ id, name }) => {
      const people = rows.filter(({ member }) => member.team === id);
      return { team: name, present: people.filter(({ member }) => member.present).length, people };
    })
    .filter(({ people }) => people.length > 0);
}

/** On a break, or on leave today; null: neither. */
function awayText(view: ShopView, member: StaffMember): string | null {
  const { say, asOf, timeZone } = view;
  if (isOnLeave(member, localDay(asOf, timeZone))) return say.people.onLeave;
  if (!member.onBreak) return null;
  const { until } = member.onBreak;
  return say.people.onBreak(until === null ? '' : localTime(until, timeZone)).trim();
}

function personRow(view: ShopView, member: StaffMember): PersonRow {
  const running = runningWorkOf(view.state, member.id);
  const works = member.workTypes.length > 0;
  const doing = running ? view.say.people.working(shortPlateOf(view, running.job)) : works ? view.say.people.free : '';
  return {
    member,
    name: nameOf(view, member.id),
    roles: listText(
      view,
      member.roles.map((role) => view.words.roles[role]),
    ),
    workTypes: listText(
      view,
      member.workTypes.map((one) => workTypeName(one, view.language)),
    ),
    doing: awayText(view, member) ?? (member.present ? doing : ''),
  };
}
