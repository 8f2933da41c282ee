// i18n/ — words of the workshop, the same on every screen: stages, statuses, work types, roles, reasons.
import { dictionary, type Language } from './dictionary.ts';

export const words = dictionary(
  {
    stages: {
      booked: '预约',
      waiting: '待派工',
      dispatched: '已派工',
      working: '维修中',
      held: '等待',
      inspecting: '质检',
      washing: '洗车',
      ready: '待交车',
      delivered: '已交车',
      cancelled: '已取消',
    },
    statuses: { planned: '待派工', dispatched: '已派工', running: '进行中', held: '暂停', done: '完成' },
    workTypes: {
      quick: '快保',
      mechanical: '机电',
      alignment: '四轮定位',
      body: '钣金',
      prep: '打磨抛光',
      paint: '喷漆',
      inspection: '终检',
      wash: '洗车',
    },
    roles: {
      technician: '技师',
      teamLeader: '组长',
      inspector: '检验员',
      washer: '洗车工',
      advisor: '服务顾问',
      dispatcher: '调度',
      manager: '经理',
    },
    holdReasons: { parts: '待料', approval: '待确认', customer: '等客户', sublet: '外协', equipment: '等设备' },
    closureReasons: { maintenance: '检修', cleaning: '清洁', broken: '故障', reserved: '预留' },
    marks: { late: '迟', tight: '紧', waiting: '等待', ready: '待交车', inOrder: '正常', laterDay: '非今日' },
    whereabouts: { lounge: '在店等候', away: '离店' },
    loungeLabels: { plate: '隐位车牌', slip: '接车单号', nothing: '不显示' },
  },
  {
    stages: {
      booked: 'Booked',
      waiting: 'Waiting',
      dispatched: 'Dispatched',
      working: 'Working',
      held: 'On hold',
      inspecting: 'Inspecting',
      washing: 'Washing',
      ready: 'Ready',
      delivered: 'Delivered',
      cancelled: 'Cancelled',
    },
    statuses: { planned: 'Waiting', dispatched: 'Dispatched', running: 'Running', held: 'Held', done: 'Done' },
    workTypes: {
      quick: 'Quick service',
      mechanical: 'Mechanical',
      alignment: 'Alignment',
      body: 'Body',
      prep: 'Sanding & polish',
      paint: 'Paint',
      inspection: 'Final inspection',
      wash: 'Wash',
    },
    roles: {
      technician: 'Technician',
      teamLeader: 'Team leader',
      inspector: 'Inspector',
      washer: 'Washer',
      advisor: 'Service advisor',
      dispatcher: 'Dispatcher',
      manager: 'Manager',
    },
    holdReasons: {
      parts: 'Parts',
      approval: 'Approval',
      customer: 'Customer',
      sublet: 'Sublet',
      equipment: 'Equipment',
    },
    closureReasons: { maintenance: 'Maintenance', cleaning: 'Cleaning', broken: 'Broken', reserved: 'Reserved' },
    marks: {
      late: 'Late',
      tight: 'Tight',
      waiting: 'On hold',
      ready: 'Ready',
      inOrder: 'In order',
      laterDay: 'Later day',
    },
    whereabouts: { lounge: 'Waits here', away: 'Away' },
    loungeLabels: { plate: 'Masked plate', slip: 'Slip number', nothing: 'Nothing' },
  },
);

/** Name of a work type; a shop's own one is shown as the shop wrote it. */
export function workTypeName(workType: string, language: Language): string {
  const names: Readonly<Record<string, string>> = words[language].workTypes;
  return names[workType] ?? workType;
}

/** Name of an operation: as ordered, or the stage that every car passes. */
export function operationName(
  operation: { kind: 'work' | 'inspection' | 'wash'; name: string },
  language: Language,
): string {
  return operation.kind === 'work' ? operation.name : workTypeName(operation.kind, language);
}
