// access/ — the shop file: what a shop tells about itself at set-up, checked, and as the command that sets it up [SET-4].
import type { CommandOf } from '@zhunshi/shared/domain/commands.ts';
import type { StaffEntry } from '@zhunshi/shared/domain/directory.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import { INSPECTION, WASH, roles } from '@zhunshi/shared/domain/words.ts';
import type { Role, StaffId, WorkType } from '@zhunshi/shared/domain/words.ts';
import { z } from 'zod';

const code = z.string().trim().min(1).max(40);
const words = z.string().trim().min(1).max(60);
const minutes = z.number().int().min(1).max(6000);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const windows = z.array(z.tuple([clockTime, clockTime])).max(6);
const workTypes = z.array(code).min(1).max(10);

const person = z.object({
  id: code,
  name: words,
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  workTypes: workTypes.optional(),
});

/** The format of `shop.json`; fields that it does not know (notes) are left out. */
export const shopFileSchema = z.object({
  name: words,
  timeZone: words,
  locale: z.string().min(2).max(20),
  hours: z.object({ weekdays: windows, saturday: windows, sunday: windows }),
  onTimeTarget: z.number().min(0.5).max(1),
  serviceTypes: z
    .array(z.object({ code, zh: z.string().max(40), en: z.string().max(40) }))
    .min(1)
    .max(40),
  stageMinutes: z.object({ finalInspection: minutes, wash: minutes }),
  bays: z
    .array(z.object({ code, workTypes, capacity: z.number().int().min(1).max(20).default(1) }))
    .min(1)
    .max(200),
  teams: z
    .array(z.object({ id: code, name: z.string().trim().min(1).max(40), workTypes, members: z.array(person).max(100) }))
    .max(50)
    .default([]),
  operations: z
    .array(z.object({ name: words, workType: code, minutes, unattended: z.boolean().default(false) }))
    .max(2000),
  people: z.array(person).max(500).default([]),
});
export type ShopFile = z.infer<typeof shopFileSchema>;

/** Reads a shop file. Refused: `badShopFile`, with the first place that is wrong, such as `bays[3].workTypes`. */
export function readShopFile(content: unknown): Result<ShopFile> {
  const read = shopFileSchema.safeParse(content);
  if (read.success) return accepted(read.data);
  const path = read.error.issues[0]?.path ?? [];
  return refused(refusal('badShopFile', { where: placeOf(path) }));
}

/** A path as people write it: `teams[0].members[2].name`; the file itself is `.` */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return place.replace(/^\./, '') || '.';
}

/** What a role can do by itself, where the file does not say it. */
const workTypesOfRole: Partial<Record<Role, WorkType>> = { inspector: INSPECTION, washer: WASH };

function ableTo(own: readonly Role[], given: readonly WorkType[]): WorkType[] {
  const byRole = own.flatMap((role) => workTypesOfRole[role] ?? []);
  return [...new Set([...given, ...byRole])];
}

/** A shop file as the command that sets the shop up, and the names, which go to the directory [PRV-1]. */
export function shopFileToCommand(
  id: string,
  file: ShopFile,
): { command: CommandOf<'SetUpShop'>; names: Record<StaffId, StaffEntry> } {
  const members = file.teams.flatMap((team) =>
    team.members.map((member) => ({ ...member, team: team.id, given: member.workTypes ?? team.workTypes })),
  );
  const others = file.people.map((other) => ({ ...other, team: null, given: other.workTypes ?? [] }));
  const everybody = [...members, ...others];
  const { name, timeZone, locale, hours, onTimeTarget, serviceTypes, stageMinutes, operations } = file;
  return {
    command: {
      id,
      type: 'SetUpShop',
      shop: { name, timeZone, locale, hours, onTimeTarget, serviceTypes, stageMinutes, operations },
      bays: file.bays,
      teams: file.teams.map((team) => ({ id: team.id, name: team.name })),
      staff: everybody.map(({ id: staff, roles: own, team, given }) => ({
        id: staff,
        roles: own,
        workTypes: ableTo(own, given),
        team,
      })),
    },
    names: Object.fromEntries(everybody.map((one) => [one.id, { name: one.name }])),
  };
}
