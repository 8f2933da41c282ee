// bench/shop/ — an order file as a dealer's system would write it, with as many cars as the board shall have. All of it is invented.
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';

const headings =
  '委托书号,车牌号,VIN,车型,里程(km),客户姓名,联系电话,服务顾问,维修类型,维修项目(名称/标准工时分钟),进厂时间,约定交车时间,预约,在店等候,洗车,客户描述';
const models = ['途昂', '途岳', '帕萨特', '朗逸', '威然'];
/** Work of the sample shop's table; each car has its first on a quick bay. */
const works = [
  '机油机滤更换/40;空调滤芯更换/15',
  '机油机滤更换/40;后刹车片更换/50',
  '机油机滤更换/40',
  '机油机滤更换/40;蓄电池更换/20',
];
const hourMs = 3_600_000;

/** The work that each car begins with. */
export const firstWork = '机油机滤更换';

/**
 * A file of `count` orders, each of a car of its own, due now and promised some hours later.
 * @param advisors names of the shop's service advisors
 * @param now epoch ms
 */
export function orderFile(count: number, advisors: readonly string[], timeZone: string, now: number): string {
  const local = (at: number) => `${localDay(at, timeZone)} ${localTime(at, timeZone)}`;
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return [
      `WT9${number}`,
      `粤B${number}`,
      `LSVBENCH0000${number}`,
      models[index % models.length],
      10_000 + index,
      `客户${number}`,
      `199000${number}`,
      advisors[index % advisors.length],
      '常规保养',
      works[index % works.length],
      local(now),
      local(now + (3 + (index % 40)) * hourMs),
      '是',
      index % 3 === 0 ? '是' : '否',
      '是',
      '',
    ].join(',');
  });
  return [headings, ...rows, ''].join('\r\n');
}
