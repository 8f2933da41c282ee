// i18n/ — the sentence of each refusal: why not, and what to do. One list, both languages, checked to be whole by the compiler.
import type { ImportProblem, Refusal, RefusalCode } from '../domain/refusals.ts';
import type { Language } from './dictionary.ts';
import { words, workTypeName } from './words.ts';

/** How a sentence names a car, a person, an operation: by what the reader's directory knows. */
export interface Names {
  job: (job: string) => string;
  staff: (staff: string) => string;
  operation: (job: string, operation: string) => string;
}

/** Names by their ids alone, where no directory is at hand. */
const plainNames: Names = {
  job: (job) => job,
  staff: (staff) => staff,
  operation: (_job, operation) => operation,
};

type Sentence<Code extends RefusalCode> = (figures: Extract<Refusal, { code: Code }>, names: Names) => string;
type Sentences = { [Code in RefusalCode]: Sentence<Code> };

const zh: Sentences = {
  notSetUp: () => '门店还没有设置，请先完成首次设置。',
  alreadySetUp: () => '门店已经设置过了，请直接登录。',
  badShopFile: ({ where }) => `门店文件有误：${where}。请改正后再试。`,
  duplicateCode: ({ value }) => `“${value}”已经有了，请用不同的编号或名称。`,
  unknownTimeZone: ({ timeZone }) => `不认识时区“${timeZone}”，请用如 Asia/Shanghai 的写法。`,
  noManager: () => '至少要有一位经理。',
  stillNeeded: ({ value, job }, names) => `“${value}”还有 ${names.job(job)} 要用，请先处理这台车。`,
  teamHasMembers: ({ team, staff }, names) => `班组“${team}”里还有${names.staff(staff)}，请先把人调到别的班组。`,
  unknownTeam: ({ team }) => `没有班组“${team}”，请先添加这个班组。`,
  unknownServiceType: ({ serviceType }) => `没有维修类型“${serviceType}”，请从列表里选。`,
  unknownWork: ({ name }) => `标准工时表里没有“${name}”，请从列表里选；列表里没有的，请经理先加到标准工时表。`,
  lastOfItsKind: ({ value }) => `“${value}”是最后一个，至少要留一个；请先添加新的。`,
  unknownJob: ({ job }) => `找不到委托书 ${job}，请刷新后再试。`,
  unknownOperation: ({ job }, names) => `${names.job(job)} 没有这个维修项目，请刷新后再试。`,
  unknownBay: ({ bay }) => `没有工位 ${bay}。`,
  unknownStaff: ({ staff }) => `没有编号为 ${staff} 的员工。`,
  alreadyCheckedIn: ({ job }, names) => `${names.job(job)} 已经接车了。`,
  notCheckedIn: ({ job }, names) => `${names.job(job)} 还没有到店，请先接车。`,
  jobClosed: ({ job }, names) => `${names.job(job)} 已经交车或取消。`,
  orderExists: ({ order }) => `委托书号 ${order} 已经有了，请换一个号。`,
  unknownOrder: ({ job, order }, names) => `${names.job(job)} 没有委托书 ${order}，请刷新后再试。`,
  firstOrder: ({ order }) => `${order} 是这次进厂的第一张委托书，不能拆出；请拆另外一张。`,
  unknownAdvisor: ({ staff }, names) => `${names.staff(staff)} 不是服务顾问，请换一位。`,
  carAlreadyHere: ({ job }, names) => `${names.job(job)} 已经在店里，请打开这台车。`,
  arrivalInPast: () => '到店时间已经过了，请填以后的时间。',
  closedThen: () => '那时门店不营业，请选营业时间内的到店时间。',
  promiseBeforeArrival: () => '约定交车要晚于到店时间，请改其中一个。',
  notMissingYet: ({ job }, names) => `${names.job(job)} 还不能算未到店，请过了等候时间再取消，或选别的原因。`,
  workBegun: ({ job, operation }, names) =>
    `${names.job(job)} 的“${names.operation(job, operation)}”已经开工，不能这样改；请先完工或收回。`,
  workNeeded: () => '至少要留一个维修项目。',
  otherCar: ({ job, other }, names) => `${names.job(job)} 和 ${names.job(other)} 不是同一台车，不能合并。`,
  bayReserved: ({ bay, job }, names) => `${bay} 已为 ${names.job(job)} 预留，时间不够；请换工位或确认仍然使用。`,
  notReserved: ({ job }, names) => `${names.job(job)} 没有预留工位。`,
  notAComeback: ({ days }) => `这次进厂不是同一台车 ${String(days)} 天内交的车，不能算外返；请选另一次。`,
  importRow: ({ order, problem }) => `委托书 ${order}：${zhProblems[problem]}`,
  nothingToImport: () => '文件里没有委托书。',
  operationStatus: ({ job, operation, status }, names) =>
    `${names.job(job)} 的“${names.operation(job, operation)}”现在是“${words['zh-CN'].statuses[status]}”，不能这样操作。`,
  bayClosed: ({ bay }) => `${bay} 已停用，请先启用或换一个工位。`,
  bayWorkType: ({ bay, workType }) => `${bay} 不做${workTypeName(workType, 'zh-CN')}，请换一个工位。`,
  bayNeeded: ({ workType }) => `${workTypeName(workType, 'zh-CN')}要派到工位，请选一个工位。`,
  bayOccupied: ({ bay, job }, names) => `${bay} 被 ${names.job(job)} 占着，请先让出工位。`,
  crewNeeded: () => '请至少选一位作业人员。',
  staffAway: ({ staff }, names) => `${names.staff(staff)} 今天不在岗，请换一位。`,
  staffWorkType: ({ staff, workType }, names) =>
    `${names.staff(staff)} 不做${workTypeName(workType, 'zh-CN')}，请换一位。`,
  staffBusy: ({ staff, job }, names) => `${names.staff(staff)} 正在做 ${names.job(job)}，请先完工或暂停。`,
  carElsewhere: ({ job, bay }, names) => `${names.job(job)} 正在 ${bay} 作业，请先完工或暂停。`,
  notYet: ({ job, before }, names) => `要先做完“${names.operation(job, before)}”。`,
  expectedInPast: () => '预计恢复时间已经过了，请填以后的时间。',
  happenedInFuture: () => '发生时间在将来，没有记录。请核对手机时间后再操作。',
  happenedTooLongAgo: ({ hours }) => `已是 ${hours} 小时以前的操作，没有记录。请告诉调度，由调度补录。`,
  staffOnBreak: ({ staff }, names) => `${names.staff(staff)} 正在休息，请等休息结束或换一位。`,
  staffOnLeave: ({ staff }, names) => `${names.staff(staff)} 今天休假，请换一位。`,
  notForParts: ({ job, operation }, names) => `“${names.operation(job, operation)}”不是在等配件，请点“继续”。`,
  carAtWork: ({ job, operation }, names) =>
    `${names.job(job)} 正在做“${names.operation(job, operation)}”，请先完工、暂停或换工位。`,
  unknownProposal: ({ job }, names) => `${names.job(job)} 没有这个增项，请刷新后再试。`,
  proposalClosed: () => '这个增项已经有答复或已撤回，需要时请重新提出。',
  notQuoted: () => '这个增项还没有报价，请先报价再登记客户答复。',
  quoteChanged: () => '报价刚刚改过，请看过新的价格和时间再答复。',
  awaitsAnswer: () => '增项还在等客户答复，不能先继续；请先登记答复或撤回增项。',
  inspectorWorkedOnIt: ({ staff }, names) => `${names.staff(staff)} 做过这台车，终检要由别人来做。`,
  inspectionNotFinished: () => '终检要点“检验合格”，不能直接完工。',
  notInspection: () => '这个项目不是终检，请点“完工”。',
  inspectionMissing: ({ job, level, operation }, names) =>
    operation === null
      ? `还缺${words['zh-CN'].inspectionLevels[level]}记录，请先完成。`
      : `“${names.operation(job, operation)}”还缺${words['zh-CN'].inspectionLevels[level]}记录，请先完成。`,
  pointsMissing: ({ points }) => `还有检验项目没有勾选：${points.join('、')}。`,
  notTeamLeader: ({ staff }, names) => `${names.staff(staff)} 不是组长，组长检请由组长来做。`,
  notOfCrew: ({ staff }, names) => `${names.staff(staff)} 没有做这个项目，自检请由作业人员来做。`,
  inspectorNeeded: () => '检验要写明是谁做的，请登录后再做。',
  workNotDone: ({ job, operation }, names) => `“${names.operation(job, operation)}”还没有完成。`,
  alreadyReady: ({ job }, names) => `${names.job(job)} 已经待交车了。`,
  notReady: ({ job }, names) => `${names.job(job)} 还没有待交车，请先标记完工待交。`,
  alreadyCalled: ({ job }, names) => `${names.job(job)} 的客户已经通知过了。`,
  nothingToCallFor: ({ job }, names) => `${names.job(job)} 还没有需要客户来前台的事：未完工，也没有待答复的报价。`,
  notInLounge: ({ job }, names) => `${names.job(job)} 的客户不在店等候，或选择了不显示，请打电话。`,
  alreadySettled: ({ job }, names) => `${names.job(job)} 已经结算过了。`,
  notSettled: ({ job }, names) => `${names.job(job)} 还没有结算，请先结算再交车。`,
  causeNeeded: ({ job }, names) => `${names.job(job)} 已过约定时间，请选超时原因。`,
  noteNeeded: () => '客户原因造成的超时要写明情况。',
  notHandedOver: ({ job }, names) => `${names.job(job)} 还没有交车，请交车后再做。`,
  alreadyAnswered: ({ job }, names) => `${names.job(job)} 的客户已经评价过了。`,
  nothingToJudge: ({ job }, names) => `${names.job(job)} 没有要认定的超时。`,
  judgedByAnother: ({ staff }, names) => `${names.staff(staff)} 交的车，要由另一位来认定。`,
  promiseInPast: () => '约定时间已经过了，请填以后的时间。',
  noPromise: ({ job }, names) => `${names.job(job)} 还没有约定交车时间，请先约定。`,
  alreadyFirm: ({ job }, names) => `${names.job(job)} 的时间已经确定，要改请写明原因。`,
  confirmationNeeded: () => '增项改期要经客户同意，请选客户怎样答复的。',
  snoozeSpan: ({ hours }) => `只能推迟到 ${hours} 小时以内，请重选时间。`,
  noticeOver: () => '公告的结束时间已过，或早于开始时间，请重选时间。',
  tooManyNotices: ({ most }) => `最多同时有 ${String(most)} 条公告，请先撤下一条。`,
  nothingToUndo: ({ seconds }) => `只能撤销 ${String(seconds)} 秒以内的操作，请直接更正。`,
  undoByAnother: ({ staff }, names) =>
    staff === null ? '这一步是系统做的，不能撤销。' : `这一步是${names.staff(staff)}做的，只能由本人撤销。`,
  builtUpon: ({ job }, names) => `${names.job(job)} 后来又有变化，不能撤销，请直接更正。`,
  alreadyPresent: ({ staff }, names) => `${names.staff(staff)} 已经在岗。`,
  alreadyAway: ({ staff }, names) => `${names.staff(staff)} 已经不在岗。`,
  staffStillWorking: ({ staff, job }, names) => `${names.staff(staff)} 正在做 ${names.job(job)}，请先完工或暂停。`,
  alreadyOnBreak: ({ staff }, names) => `${names.staff(staff)} 已经在休息。`,
  notOnBreak: ({ staff }, names) => `${names.staff(staff)} 没有在休息。`,
  daysBackwards: () => '日期有误：结束不能早于开始，也不能改过去的日子。',
  bayAlreadyClosed: ({ bay }) => `${bay} 已经停用。`,
  bayAlreadyOpen: ({ bay }) => `${bay} 正在使用，不用再启用。`,
  bayInUse: ({ bay, job }, names) => `${bay} 里有 ${names.job(job)}，请先让出工位。`,
  malformed: ({ where }) => zhTyped[where] ?? `请求的内容有误（${where}），请刷新页面后再试。`,
  unknownShop: () => '没有这个门店。',
  notLoggedIn: () => '请先登录。',
  notAllowed: ({ roles }) =>
    roles.length > 0
      ? `这一步要由${roles.map((role) => words['zh-CN'].roles[role]).join('、')}来做。`
      : '您没有做这一步的权限。',
  firstPin: () => '请先把首次 PIN 换成自己的。',
  wrongPin: () => '编号、姓名或 PIN 不对。',
  weakPin: () => 'PIN 要 6 到 12 位数字，不能太简单，也不能和原来的一样。',
  lockedOut: ({ minutes }) => `错误次数太多，请 ${String(minutes)} 分钟后再试。`,
  wrongSetUpCode: () => '设置码不对，请看服务器启动时打印的设置码。',
  wrongPairingCode: () => '没有屏幕在显示这个配对码：请核对，或看屏幕上是否已换成新码。',
  wrongOrigin: () => '请求来自别的网站，已拒绝。',
  commandExpired: ({ days }) => `这个操作已超过 ${String(days)} 天，不再执行，请重新操作。`,
  commandReused: () => '同一个操作编号用在了不同的内容上，已拒绝。',
  conflict: () => '别人刚刚也在操作，请再试一次。',
  unknownOutcome: () => '服务器没有答复，会用同一编号自动重试，不会重复。',
  readOnly: () => '存储暂时不能写入，请稍候；恢复后会自动继续。',
  tooLarge: () => '内容太大。',
  tooFast: () => '操作太快了，请稍候再试。',
  unreadableFile: () => '读不懂这个文件，请用 CSV（UTF-8 或 GB18030）。',
};

const en: Sentences = {
  notSetUp: () => 'The shop is not set up yet. Finish the set-up first.',
  alreadySetUp: () => 'The shop is set up already. Please log in.',
  badShopFile: ({ where }) => `The shop file has a mistake: ${where}. Correct it and try again.`,
  duplicateCode: ({ value }) => `“${value}” is there already. Give each its own code or name.`,
  unknownTimeZone: ({ timeZone }) => `No time zone is called “${timeZone}”. Write it like Asia/Shanghai.`,
  noManager: () => 'At least one manager is needed.',
  stillNeeded: ({ value, job }, names) => `${names.job(job)} still needs “${value}”. Deal with that car first.`,
  teamHasMembers: ({ team, staff }, names) =>
    `${names.staff(staff)} is still in team “${team}”. Put them in another team first.`,
  unknownTeam: ({ team }) => `There is no team “${team}”. Add it first.`,
  unknownServiceType: ({ serviceType }) => `There is no service type “${serviceType}”. Choose one of the list.`,
  unknownWork: ({ name }) =>
    `“${name}” is not in the standard-time table. Choose from the list; what is missing a manager adds to the table first.`,
  lastOfItsKind: ({ value }) => `“${value}” is the last one, and one is needed. Add another first.`,
  unknownJob: ({ job }) => `There is no job ${job}. Reload and try again.`,
  unknownOperation: ({ job }, names) => `${names.job(job)} has no such operation. Reload and try again.`,
  unknownBay: ({ bay }) => `There is no bay ${bay}.`,
  unknownStaff: ({ staff }) => `There is nobody with the number ${staff}.`,
  alreadyCheckedIn: ({ job }, names) => `${names.job(job)} is checked in already.`,
  notCheckedIn: ({ job }, names) => `${names.job(job)} is not here yet. Check it in first.`,
  jobClosed: ({ job }, names) => `${names.job(job)} is handed over or cancelled.`,
  orderExists: ({ order }) => `There is an order ${order} already. Give another number.`,
  unknownOrder: ({ job, order }, names) => `${names.job(job)} has no order ${order}. Reload and try again.`,
  firstOrder: ({ order }) => `${order} is the first order of this visit and stays. Split another one off.`,
  unknownAdvisor: ({ staff }, names) => `${names.staff(staff)} is no service advisor. Choose another.`,
  carAlreadyHere: ({ job }, names) => `${names.job(job)} is here already. Open that car.`,
  arrivalInPast: () => 'The arrival has passed already. Give a later time.',
  closedThen: () => 'The shop is closed then. Choose an arrival within its opening hours.',
  promiseBeforeArrival: () => 'The promise must be later than the arrival. Change one of them.',
  notMissingYet: ({ job }, names) =>
    `${names.job(job)} cannot be called missing yet. Wait a little, or give another reason.`,
  workBegun: ({ job, operation }, names) =>
    `“${names.operation(job, operation)}” of ${names.job(job)} has begun. Finish or recall it first.`,
  workNeeded: () => 'At least one operation is needed.',
  otherCar: ({ job, other }, names) =>
    `${names.job(job)} and ${names.job(other)} are not the same car and cannot be merged.`,
  bayReserved: ({ bay, job }, names) =>
    `${bay} is reserved for ${names.job(job)} and the time is too short. Take another bay, or say that you want it anyway.`,
  notReserved: ({ job }, names) => `${names.job(job)} has no reserved bay.`,
  notAComeback: ({ days }) =>
    `That visit is not of the same car, handed over within ${String(days)} days. Choose another one.`,
  importRow: ({ order, problem }) => `Order ${order}: ${enProblems[problem]}`,
  nothingToImport: () => 'There are no orders in the file.',
  operationStatus: ({ job, operation, status }, names) =>
    `“${names.operation(job, operation)}” of ${names.job(job)} is ${words.en.statuses[status].toLowerCase()} now, so this cannot be done.`,
  bayClosed: ({ bay }) => `${bay} is closed. Open it or take another bay.`,
  bayWorkType: ({ bay, workType }) =>
    `${bay} does no ${workTypeName(workType, 'en').toLowerCase()} work. Take another bay.`,
  bayNeeded: ({ workType }) => `${workTypeName(workType, 'en')} needs a bay. Choose one.`,
  bayOccupied: ({ bay, job }, names) => `${names.job(job)} stands in ${bay}. Clear the bay first.`,
  crewNeeded: () => 'Choose at least one person.',
  staffAway: ({ staff }, names) => `${names.staff(staff)} is away today. Choose somebody else.`,
  staffWorkType: ({ staff, workType }, names) =>
    `${names.staff(staff)} does no ${workTypeName(workType, 'en').toLowerCase()} work. Choose somebody else.`,
  staffBusy: ({ staff, job }, names) =>
    `${names.staff(staff)} is at work on ${names.job(job)}. Finish or hold that first.`,
  carElsewhere: ({ job, bay }, names) => `${names.job(job)} is being worked on in ${bay}. Finish or hold that first.`,
  notYet: ({ job, before }, names) => `“${names.operation(job, before)}” has to be done first.`,
  expectedInPast: () => 'The expected time has passed already. Give a later one.',
  happenedInFuture: () =>
    'This would have happened in the future and was not recorded. Check the clock of the phone and do it again.',
  happenedTooLongAgo: ({ hours }) =>
    `This happened more than ${hours} hours ago and was not recorded. Tell the dispatcher, who writes it down.`,
  staffOnBreak: ({ staff }, names) =>
    `${names.staff(staff)} is on a break. Wait for the end of it or choose somebody else.`,
  staffOnLeave: ({ staff }, names) => `${names.staff(staff)} is on leave today. Choose somebody else.`,
  notForParts: ({ job, operation }, names) =>
    `“${names.operation(job, operation)}” does not wait for parts. Resume it.`,
  carAtWork: ({ job, operation }, names) =>
    `“${names.operation(job, operation)}” of ${names.job(job)} is running. Finish, hold or reassign it first.`,
  unknownProposal: ({ job }, names) => `${names.job(job)} has no such additional work. Reload and try again.`,
  proposalClosed: () => 'This additional work was answered or withdrawn. Propose it again if it is needed.',
  notQuoted: () => 'This additional work has no price yet. Quote it first.',
  quoteChanged: () => 'The quote has just been changed. Look at the new price and time, then answer.',
  awaitsAnswer: () => 'It waits for the answer to additional work. Record the answer or withdraw that first.',
  inspectorWorkedOnIt: ({ staff }, names) => `${names.staff(staff)} worked on this car. Somebody else must inspect it.`,
  inspectionNotFinished: () => 'A final inspection is passed, not finished.',
  notInspection: () => 'This is not an inspection. Finish it instead.',
  inspectionMissing: ({ job, level, operation }, names) =>
    operation === null
      ? `The record is not complete: ${words.en.inspectionLevels[level].toLowerCase()}. Do it first.`
      : `“${names.operation(job, operation)}” lacks its record: ${words.en.inspectionLevels[level].toLowerCase()}. Do it first.`,
  pointsMissing: ({ points }) => `These points are not ticked yet: ${points.join(', ')}.`,
  notTeamLeader: ({ staff }, names) => `${names.staff(staff)} is no team leader. A team leader must do this.`,
  notOfCrew: ({ staff }, names) => `${names.staff(staff)} did not work on this. One of its crew must inspect it.`,
  inspectorNeeded: () => 'An inspection needs somebody who did it. Log in and do it again.',
  workNotDone: ({ job, operation }, names) => `“${names.operation(job, operation)}” is not done yet.`,
  alreadyReady: ({ job }, names) => `${names.job(job)} is ready already.`,
  notReady: ({ job }, names) => `${names.job(job)} is not ready yet. Mark it ready first.`,
  alreadyCalled: ({ job }, names) => `The customer of ${names.job(job)} has been called already.`,
  nothingToCallFor: ({ job }, names) =>
    `There is nothing to call the customer of ${names.job(job)} for: it is not ready, and no quote waits for an answer.`,
  notInLounge: ({ job }, names) =>
    `The customer of ${names.job(job)} does not wait here, or chose not to be shown. Call them by phone.`,
  alreadySettled: ({ job }, names) => `The bill of ${names.job(job)} is settled already.`,
  notSettled: ({ job }, names) => `The bill of ${names.job(job)} is not settled. Settle it first.`,
  causeNeeded: ({ job }, names) => `${names.job(job)} is late. Choose the cause.`,
  noteNeeded: () => "Lateness by the customer's doing needs a note that says what happened.",
  notHandedOver: ({ job }, names) => `${names.job(job)} has not been handed over yet. Hand it over first.`,
  alreadyAnswered: ({ job }, names) => `The customer of ${names.job(job)} has answered already.`,
  nothingToJudge: ({ job }, names) => `${names.job(job)} has no lateness to judge.`,
  judgedByAnother: ({ staff }, names) => `${names.staff(staff)} handed the car over. Somebody else must judge it.`,
  promiseInPast: () => 'The promised time has passed already. Give a later one.',
  noPromise: ({ job }, names) => `${names.job(job)} has no promise yet. Make one first.`,
  alreadyFirm: ({ job }, names) => `The promise of ${names.job(job)} is firm already. To move it, give a reason.`,
  confirmationNeeded: () => 'A new promise for additional work needs the customer. Say how they agreed.',
  snoozeSpan: ({ hours }) => `An alarm can be put off by ${hours} hours at most. Choose another time.`,
  noticeOver: () => 'The notice would end before it begins, or is over already. Choose other times.',
  tooManyNotices: ({ most }) => `There can be ${String(most)} notices at once. Take one down first.`,
  nothingToUndo: ({ seconds }) => `Only the last ${String(seconds)} seconds can be undone. Put it right by hand.`,
  undoByAnother: ({ staff }, names) =>
    staff === null
      ? 'The system did this; it cannot be undone.'
      : `${names.staff(staff)} did this and alone can undo it.`,
  builtUpon: ({ job }, names) => `${names.job(job)} has changed since and cannot be undone. Put it right by hand.`,
  alreadyPresent: ({ staff }, names) => `${names.staff(staff)} is here already.`,
  alreadyAway: ({ staff }, names) => `${names.staff(staff)} is away already.`,
  staffStillWorking: ({ staff, job }, names) =>
    `${names.staff(staff)} is at work on ${names.job(job)}. Finish or hold that first.`,
  alreadyOnBreak: ({ staff }, names) => `${names.staff(staff)} is on a break already.`,
  notOnBreak: ({ staff }, names) => `${names.staff(staff)} is not on a break.`,
  daysBackwards: () => 'The days are wrong: the end comes after the beginning, and past days stay as they are.',
  bayAlreadyClosed: ({ bay }) => `${bay} is closed already.`,
  bayAlreadyOpen: ({ bay }) => `${bay} is open already.`,
  bayInUse: ({ bay, job }, names) => `${names.job(job)} stands in ${bay}. Clear the bay first.`,
  malformed: ({ where }) =>
    enTyped[where] ?? `The request cannot be understood (${where}). Reload the page and try again.`,
  unknownShop: () => 'There is no such shop.',
  notLoggedIn: () => 'Please log in.',
  notAllowed: ({ roles }) =>
    roles.length > 0
      ? `This is for: ${roles.map((role) => words.en.roles[role].toLowerCase()).join(', ')}.`
      : 'You may not do this.',
  firstPin: () => 'Change your first PIN to one of your own first.',
  wrongPin: () => 'Number, name or PIN is wrong.',
  weakPin: () => 'A PIN has 6 to 12 digits, is not too simple and not the old one.',
  lockedOut: ({ minutes }) => `Too many wrong tries. Try again in ${String(minutes)} min.`,
  wrongSetUpCode: () => 'The set-up code is wrong. The server printed it when it started.',
  wrongPairingCode: () => 'No screen shows this code. Check it, or see whether the screen shows a new one by now.',
  wrongOrigin: () => 'The request came from another site and was refused.',
  commandExpired: ({ days }) => `This is more than ${String(days)} days old and is no longer done. Do it again.`,
  commandReused: () => 'The same command id came with another content and was refused.',
  conflict: () => 'Somebody else was at work at the same moment. Try again.',
  unknownOutcome: () => 'The server has not answered. It is sent again with the same id, never doubled.',
  readOnly: () => 'The store cannot be written to at the moment. It goes on by itself when it can.',
  tooLarge: () => 'That is too large.',
  tooFast: () => 'Too much at once. Wait a moment and try again.',
  unreadableFile: () => 'The file cannot be read. Use CSV in UTF-8 or GB18030.',
};

const zhProblems: Record<ImportProblem, string> = {
  missingColumn: '缺少这一列：请检查第一行的列名。',
  missingValue: '必须填写。',
  badPlate: '不是有效的车牌号，例如 粤B12345 或 粤BD12345。',
  badTime: '时间请写成 2026-11-23 08:34。',
  badOperations: '项目请写成 名称/分钟，多项用分号隔开，例如 机油机滤更换/40；三滤更换/35。',
  unknownOperation: '标准工时表里没有这一项：请改成表里的名称。',
  badMinutes: '分钟数请填 1 到 6000 的整数。',
  unknownAdvisor: '没有这位服务顾问：请核对姓名。',
  unknownServiceType: '没有这种维修类型：请核对名称。',
  badMileage: '里程请填整数公里。',
  badYesNo: '请填 是 或 否。',
  duplicateOrder: '委托书号在文件里出现了两次：请删去一行。',
  promiseBeforeArrival: '约定交车早于进厂：请核对两个时间。',
  tooOld: '这张委托书太旧，不再导入：请从文件里删去。',
  badCsv: '这一行不完整：请检查引号和列数。',
};

const enProblems: Record<ImportProblem, string> = {
  missingColumn: 'The column is missing: check the headings in the first line.',
  missingValue: 'It must be filled in.',
  badPlate: 'Not a valid plate; for example 粤B12345 or 粤BD12345.',
  badTime: 'Write a time like 2026-11-23 08:34.',
  badOperations: 'Write operations as name/minutes, separated by semicolons: 机油机滤更换/40;三滤更换/35.',
  unknownOperation: 'Not in the table of standard times: mend the name.',
  badMinutes: 'Minutes are a whole number from 1 to 6000.',
  unknownAdvisor: 'There is no such service advisor: check the name.',
  unknownServiceType: 'There is no such service type: check the name.',
  badMileage: 'Mileage is a whole number of kilometres.',
  badYesNo: 'Write 是 (yes) or 否 (no).',
  duplicateOrder: 'The order number stands twice in the file: remove one of the rows.',
  promiseBeforeArrival: 'The promise is before the arrival: check both times.',
  tooOld: 'The order is too old to be imported: remove it from the file.',
  badCsv: 'The row is incomplete: check quotes and number of columns.',
};

/** Where a request is wrong because of what a person typed in a form: what to type instead. */
type Typed = Readonly<Partial<Record<string, string>>>;

const zhTyped: Typed = {
  'personal.vehicle.plate': zhProblems.badPlate,
  'personal.customer.name': '请填写客户姓名。',
  'personal.customer.phone': '这不像电话：至少 5 位数字，只用数字、空格和 + - ( )。',
  operations: '请至少填写一个维修项目。',
  defects: '请至少选一处缺陷。',
  keyTag: '钥匙牌号最多 12 个字符。',
};

const enTyped: Typed = {
  'personal.vehicle.plate': enProblems.badPlate,
  'personal.customer.name': 'Fill in the name of the customer.',
  'personal.customer.phone': 'This is not like a telephone: at least 5 digits, only digits, spaces and + - ( ).',
  operations: 'Fill in at least one piece of work.',
  defects: 'Choose at least one defect.',
  keyTag: 'A key tag has 12 characters at most.',
};

/** The sentence of a refusal in a language. */
export function refusalSentence(refusal: Refusal, language: Language, names: Names = plainNames): string {
  const sentences: Sentences = language === 'en' ? en : zh;
  // Code and figures travel together; the compiler cannot follow that through a lookup by the union's own code.
  const sentence = sentences[refusal.code] as (figures: Refusal, names: Names) => string;
  return sentence(refusal, names);
}

/** What is wrong with a row of an imported file. */
export function importProblemSentence(problem: ImportProblem, language: Language): string {
  return (language === 'en' ? enProblems : zhProblems)[problem];
}
