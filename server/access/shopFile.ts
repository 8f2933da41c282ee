// access/ — the shop file: what a shop tells about itself, checked, and as the command that sets it up [SET-4].
import { localDaySchema, rulesSchema, specialDaySchema } from '@zhunshi/shared/domain/commands.ts';
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
const windows = z.array(z.tuple([clockTime, clockTime]).readonly()).max(6);
const workTypes = z.array(code).max(10);

const person = z.object({
  id: code,
  name: words,
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  /** Left out: what the team does, and what the roles can do by themselves. */
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
    .array(z.object({ code, workTypes: workTypes.min(1), capacity: z.number().int().min(1).max(20).default(1) }))
    .min(1)
    .max(200),
  teams: z
    .array(
      z.object({
        id: code,
        name: z.string().trim().min(1).max(40),
        workTypes: workTypes.default([]),
        members: z.array(person).max(100),
      }),
    )
    .max(50)
    .default([]),
  operations: z
    .array(z.object({ name: words, workType: code, minutes, unattended: z.boolean().default(false) }))
    .max(2000),
  people: z.array(person).max(500).default([]),
  /** Days with hours of their own. */
  calendar: z.record(localDaySchema, specialDaySchema).optional(),
  /** Left out: as every shop does it (`shared/domain/defaultRules.ts`). */
  rules: rulesSchema.optional(),
});
export type ShopFile = z.infer<typeof shopFileSchema>;

/** A shop file that was read, or all the places that are wrong, such as `bays[3].workTypes`. */
export type CheckedShopFile = { file: ShopFile } | { places: string[] };

/** Checks a shop file, all of it. */
export function checkShopFile(content: unknown): CheckedShopFile {
  const read = shopFileSchema.safeParse(content);
  if (read.success) return { file: read.data };
  return { places: [...new Set(read.error.issues.map(({ path }) => placeOf(path)))] };
}

/** Reads a shop file. Refused: `badShopFile`, with the first place that is wrong. */
export function readShopFile(content: unknown): Result<ShopFile> {
  const checked = checkShopFile(content);
  if ('file' in checked) return accepted(checked.file);
  return refused(refusal('badShopFile', { where: checked.places[0] ?? '.' }));
}

/** A path as people write it: `teams[0].members[2].name`; the file itself is `.` */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return place.replace(/^\./, '') || '.';
}

/** What a role can do by itself, where the file does not say it. */
const workTypesOfRole: Partial<Record<Role, WorkType>> = { inspector: INSPECTION, washer: WASH };

/** What somebody can do: what the file says of them, or else what their team does and their roles can do. */
function ableTo({ roles: own, workTypes: said }: z.infer<typeof person>, ofTeam: readonly WorkType[]): WorkType[] {
  if (said) return said;
  const byRole = own.flatMap((role) => workTypesOfRole[role] ?? []);
  return [...new Set([...ofTeam, ...byRole])];
}

/** A shop file as the command that sets the shop up, and the names, which go to the directory [PRV-1]. */
export function shopFileToCommand(
  id: string,
  file: ShopFile,
): { command: CommandOf<'SetUpShop'>; names: Record<StaffId, StaffEntry> } {
  const members = file.teams.flatMap((team) =>
    team.members.map((member) => ({ ...member, team: team.id, able: ableTo(member, team.workTypes) })),
  );
  const others = file.people.map((other) => ({ ...other, team: null, able: ableTo(other, []) }));
  const everybody = [...members, ...others];
  const { name, timeZone, locale, hours, onTimeTarget, serviceTypes, stageMinutes, operations } = file;
  const { calendar, rules } = file;
  return {
    command: {
      id,
      type: 'SetUpShop',
      shop: {
        ...{ name, timeZone, locale, hours, onTimeTarget, serviceTypes, stageMinutes, operations },
        ...(calendar ? { calendar } : {}),
        ...(rules ? { rules } : {}),
      },
      bays: file.bays,
      teams: file.teams.map((team) => ({ id: team.id, name: team.name })),
      staff: everybody.map(({ id: staff, roles: own, team, able }) => ({
        id: staff,
        roles: own,
        workTypes: able,
        team,
      })),
    },
    names: Object.fromEntries(everybody.map((one) => [one.id, { name: one.name }])),
  };
}
