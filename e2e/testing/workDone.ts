// e2e/testing/ — a car whose work is done, by commands alone: for tests that begin where the inspector does.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { suggestCrew } from '@zhunshi/shared/plan/suggestCrew.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { Person, SampleShop } from './sampleShop.ts';

const timeZone = 'Asia/Shanghai';
const minute = 60_000;

/** Hours all round today and tomorrow, so that it does not matter when a test runs. */
export async function openAllRound(shop: SampleShop, by: Person): Promise<void> {
  for (const days of [0, 1]) {
    const day = localDay(Date.now() + days * 24 * 60 * minute, timeZone);
    const hours = { kind: 'special' as const, windows: [['00:00', '23:59'] as const] };
    const answer = await shop.command(by, { type: 'SetDayHours', day, hours });
    if (!answer.ok) throw new Error(`Hours of ${day}: ${answer.refusal.code}`);
  }
}

/** A car of an order file: number, plate, and one piece of work of half an hour. */
export interface CarToCome {
  order: string;
  plate: string;
  /** As the shop's own system writes it: `一般维修`. */
  service: string;
  work: string;
}

/** Cars that came three hours ago and are promised in ten, imported and checked in. */
export async function arrive(shop: SampleShop, by: Person, cars: readonly CarToCome[]): Promise<void> {
  const cell = (minutes: number): string => {
    const at = Date.now() + minutes * minute;
    return `${localDay(at, timeZone)} ${localTime(at, timeZone)}`;
  };
  const heading =
    '委托书号,车牌号,VIN,车型,里程(km),客户姓名,联系电话,服务顾问,维修类型,维修项目(名称/标准工时分钟),进厂时间,约定交车时间,预约,在店等候,洗车,客户描述';
  const rows = cars.map(
    ({ order, plate, service, work }, index) =>
      `${order},${plate},LSVAE5G06P29500${10 + index},途岳,38741,罗海青,199000077${10 + index},李敏,${service},${work}/30,${cell(-180)},${cell(600)},否,否,否,`,
  );
  await shop.importDay(by, Buffer.from([heading, ...rows].join('\n'), 'utf8'));
  for (const { order } of cars) await accepted(shop, by, { type: 'CheckIn', job: order });
}

/** Dispatches the first open work of a car to a bay and a crew that suit it, starts and finishes it. Gives back who did it. */
export async function finishWork(shop: SampleShop, by: Person, order: string): Promise<string[]> {
  const state = await shop.state(by);
  const job: Job | undefined = state.jobs[order];
  const operation = job?.operations.find(({ kind, status }) => kind === 'work' && status !== 'done');
  if (!job || !operation) throw new Error(`${order} has no work to do`);
  const ofOperation = { job: order, operation: operation.id };
  let { crew } = operation;
  if (operation.status === 'planned') {
    crew = suggestCrew(state, job, [operation], Date.now());
    const taken = new Set(
      Object.values(state.jobs).map(({ location }) => (location.kind === 'bay' ? location.bay : '')),
    );
    const bay = Object.values(state.bays).find(
      ({ code, workTypes }) => workTypes.includes(operation.workType) && !taken.has(code),
    );
    await accepted(shop, by, {
      type: 'Dispatch',
      job: order,
      operations: [operation.id],
      bay: bay?.code ?? null,
      crew,
    });
  }
  await accepted(shop, by, { type: 'StartOperation', ...ofOperation });
  await accepted(shop, by, { type: 'FinishOperation', ...ofOperation });
  return crew;
}

async function accepted(shop: SampleShop, by: Person, command: Parameters<SampleShop['command']>[1]): Promise<void> {
  const answer = await shop.command(by, command);
  if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`);
}
