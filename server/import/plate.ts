// import/ — number plates as they are typed, and as they are kept: one spelling for one car [IMP-10].

const provinces = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂宁新藏';
/** Letters and figures of a plate; I and O are not used, they look like 1 and 0. */
const sign = '[A-HJ-NP-Z0-9]';

/** Kinds of Chinese plates, without separators. */
const chinese: readonly RegExp[] = [
  // Ordinary; new energy has one sign more.
  new RegExp(`^[${provinces}][A-Z]${sign}{5,6}$`),
  // Driving school, police, trailer, Hong Kong and Macau cars on the mainland, consulates, test and oversized vehicles.
  new RegExp(`^[${provinces}][A-Z]${sign}{4,5}[学警挂港澳领试超]$`),
  // Embassies, the new plate and the old one.
  /^使\d{6}$/,
  new RegExp(`^[${provinces}]A${sign}{4,5}使$`),
  // Armed police.
  new RegExp(`^WJ[${provinces}]?${sign}{4,6}$`),
];
/** Anywhere else: letters of any script and figures, with at least one figure. */
const foreign = /^(?=.*\p{Nd})[\p{L}\p{Nd}]{2,12}$/u;
const startsChinese = new RegExp(`^[${provinces}使]`);

/** The one spelling of a plate: half width, capitals, no separators. Null: it is none. */
export function plateOf(typed: string): string | null {
  const plate = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•・‧∙.\-–—_]/gu, '');
  if (startsChinese.test(plate)) return chinese.some((kind) => kind.test(plate)) ? plate : null;
  return foreign.test(plate) || chinese.some((kind) => kind.test(plate)) ? plate : null;
}
