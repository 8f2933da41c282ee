// domain/ — number plates as they are typed, and as they are kept: one spelling for one car [PLT-1]; and which kind one is.

const provinces = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂宁新藏';
/** Letters and figures of a plate; I and O are not used, they look like 1 and 0. */
const sign = '[A-HJ-NP-Z0-9]';

/** A mainland plate that ends in one of these: driving school, police, trailer, Hong Kong and Macau cars, tests, too large a load. */
const ending = (last: string): RegExp => new RegExp(`^[${provinces}][A-Z]${sign}{4,5}${last}$`);

/** Each kind of Chinese plates, without separators. */
const chinese = {
  ordinary: new RegExp(`^[${provinces}][A-Z]${sign}{5}$`),
  /** Has one sign more. */
  newEnergy: new RegExp(`^[${provinces}][A-Z]${sign}{6}$`),
  drivingSchool: ending('学'),
  police: ending('警'),
  trailer: ending('挂'),
  hongKong: ending('港'),
  macau: ending('澳'),
  test: ending('[试超]'),
  /** As they were first, as they were then, and as they are now. */
  embassy: new RegExp(`^(使\\d{6}|[${provinces}]A${sign}{4,5}使|\\d{6}使)$`),
  consulate: ending('领'),
  armedPolice: new RegExp(`^WJ[${provinces}]?${sign}{4,6}$`),
} as const satisfies Record<string, RegExp>;

/** Anywhere else: letters of any script and figures, with at least one figure. */
const foreign = /^(?=.*\p{Nd})[\p{L}\p{Nd}]{2,12}$/u;
/** Begins as only a mainland plate does: what follows must be one. */
const startsChinese = new RegExp(`^[${provinces}使]`);

export type PlateKind = keyof typeof chinese | 'foreign';
const kinds = Object.keys(chinese) as (keyof typeof chinese)[];

/** The one spelling of a plate [PLT-1] [IMP-10]: half width, capitals, no separators. Null: it is none. */
export function plateOf(typed: string): string | null {
  const plate = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•・‧∙.\-–—_]/gu, '');
  return plateKind(plate) === null ? null : plate;
}

/** Which kind a plate in its one spelling is [PLT-1]; null: it is none. */
export function plateKind(plate: string): PlateKind | null {
  const kind = kinds.find((one) => chinese[one].test(plate));
  if (kind !== undefined) return kind;
  return !startsChinese.test(plate) && foreign.test(plate) ? 'foreign' : null;
}
