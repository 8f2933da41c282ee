// i18n/ — words of a screen that waits to be paired, or is asked who it is; it shows both languages at once.
import { dictionary } from './dictionary.ts';

export const pairingWords = dictionary(
  {
    heading: '新屏幕，等待配对',
    refused: '这块屏幕已停用，可重新配对',
    /** Where the code is typed, in the words of the console; and its address, where that is one for other machines. */
    where: (address: string | null) =>
      `${address === null ? '' : `用电脑打开 ${address}，`}调度台\u00a0→\u00a0屏幕，输入这个配对码`,
    validity: '10 分钟内有效，到时自动换新码。',
    asking: '正在取配对码…',
    silent: '连不上服务器，正在重试…',
    byToken: '改用口令',
    token: '口令',
    enter: '打开',
    wrongToken: '口令不对或已收回，请再输入一次。',
    thisIs: '这块屏幕是',
  },
  {
    heading: 'New screen, waiting to be paired',
    refused: 'This screen was revoked; pair it anew',
    where: (address: string | null) =>
      address === null
        ? 'Type this code in the console\u00a0→\u00a0Displays'
        : `Open ${address} on a computer; type this code in the console\u00a0→\u00a0Displays`,
    validity: 'Good for 10 minutes; then a new one comes by itself.',
    asking: 'Asking for a code…',
    silent: 'The server does not answer; trying again…',
    byToken: 'Use a token instead',
    token: 'Token',
    enter: 'Open',
    wrongToken: 'The token is wrong or was revoked. Enter it again.',
    thisIs: 'This screen is',
  },
);
