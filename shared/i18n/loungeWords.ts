// i18n/ — every word of the lounge screen, which shows both languages at once.
import type { LoungeStatus } from '../views/loungeBoard.ts';
import { dictionary } from './dictionary.ts';

const zhStatus: Record<LoungeStatus, string> = {
  waiting: '等待安排',
  dispatched: '已安排',
  working: '维修中',
  waitingParts: '等待配件',
  waitingApproval: '等待确认',
  waitingOther: '等待中',
  inspecting: '质检',
  washing: '洗车',
  ready: '请取车',
};

const enStatus: Record<LoungeStatus, string> = {
  waiting: 'Waiting',
  dispatched: 'Scheduled',
  working: 'In service',
  waitingParts: 'Needs parts',
  waitingApproval: 'Awaiting OK',
  waitingOther: 'On hold',
  inspecting: 'Inspection',
  washing: 'Washing',
  ready: 'Ready',
};

const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const loungeWords = dictionary(
  {
    title: '车间进度',
    columns: { label: '车牌/单号', status: '状态', stage: '进度', expected: '预计' },
    status: zhStatus,
    /** In the place of a time, where a time would not be honest or no longer matters. */
    expected: { soon: '即将完成', unknown: '等待通知', approval: '请到前台', ready: '请到前台' },
    tomorrow: '明天',
    weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    monthDay: (month: number, day: number) => `${month}月${day}日`,
    updatedAt: (time: string) => `更新于 ${time}`,

    secondsAgo: (seconds: number) => `${seconds}秒前`,
    stale: (minutes: number) => {
      if (minutes < 1) return '画面暂停更新，请问前台';
      const since = minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时`;
      return `画面 ${since}未更新，请问前台`;
    },
    connecting: '正在连接…',
    welcome: '欢迎光临',
    nothingShown: '您的爱车到店后，维修进度显示在这里',
    /** A call, in the parts that may stand on lines of their own. */
    call: {
      owner: '的车主',
      ready: ['您的爱车已完工', '请到前台'],
      approval: ['请到前台', '确认增项'],
      between: '，',
      /** As it is spoken: what stands for a plate's stars, and the number on the slip. */
      spokenPlate: (region: string, tail: string) => `${region}，尾号 ${tail} 的车主`,
      spokenSlip: (slip: string) => `${slip} 号车主`,
    },
    tapForSound: '点按开启声音',
    thisScreen: '本屏名称',
    ticker: [
      '车辆进度实时更新，时间为预计完成时间',
      '显示“请取车”时，请您到前台办理交车',
      '扫接车单上的二维码，可在手机上看进度、定增项',
    ],
  },
  {
    title: 'SERVICE STATUS',
    columns: { label: 'Plate/Slip', status: 'Status', stage: 'Stage', expected: 'ETA' },
    status: enStatus,
    expected: { soon: 'Soon', unknown: 'Please wait', approval: 'Front desk', ready: 'Front desk' },
    tomorrow: 'Tomorrow',
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    monthDay: (month: number, day: number) => `${day} ${enMonths[month - 1] ?? ''}`,
    updatedAt: (time: string) => `Updated ${time}`,
    secondsAgo: (seconds: number) => `${seconds} s ago`,
    stale: () => 'Not live, ask front desk',
    connecting: 'Connecting…',
    welcome: 'Welcome',
    nothingShown: 'Your car will appear here when it has been checked in',
    call: {
      owner: 'Owner',
      ready: ['Your car is ready', 'please come to the front desk'],
      approval: ['Please come to the front desk', 'about additional work'],
      between: ', ',
      spokenPlate: (_region: string, tail: string) => `Owner of the car ending in ${tail}`,
      spokenSlip: (slip: string) => `Owner of car ${slip}`,
    },
    tapForSound: 'Tap for sound',
    thisScreen: 'This screen',
    ticker: [
      'Live from our workshop; times are estimates',
      'When your car is ready, please come to the front desk',
      'Scan the code on your slip to follow your car on your phone',
    ],
  },
);
