import { describe, expect, it } from 'vitest';
import { commandSchema } from './commands.ts';
import type { CommandType } from './commands.ts';
import { maySend, sendersOf } from './permissions.ts';
import { roles } from './words.ts';
import type { Role } from './words.ts';

const types = commandSchema.options.map(({ shape }) => shape.type.value);

describe('who may send what [CMD-6]', () => {
  it('given a technician, when they work, then all that happens under their hands is theirs and nothing else', () => {
    const allowed = types.filter((type) => maySend(['technician'], type));
    expect(allowed).toEqual([
      'StartOperation',
      'Reassign',
      'HoldOperation',
      'ReviseHold',
      'PartsArrived',
      'ResumeOperation',
      'FinishOperation',
      'MoveCar',
      'ContinueWork',
      'ProposeWork',
      'WithdrawWork',
      'RecordInspection',
      'Undo',
      'AcknowledgeAlarm',
      'EscalateAlarm',
      'StartBreak',
      'EndBreak',
    ]);
  });

  it('given a team leader, when a car is not as it should be, then sending it back is theirs beside that', () => {
    const more = types.filter((type) => maySend(['teamLeader'], type) && !maySend(['technician'], type));
    expect(more).toEqual(['FailInspection']);
  });

  it('given a manager, when anything is done by hand, then they may send it; what the server says itself nobody may', () => {
    const refused = types.filter((type) => !maySend(['manager'], type));
    expect(refused).toEqual(['SetUpShop', 'SuspendWork', 'PublishEstimates']);
    expect(refused.filter((type) => maySend(roles, type))).toEqual([]);
  });

  it.each<[Role, CommandType[]]>([
    ['dispatcher', ['ChangeSetUp', 'JudgeLateness']],
    ['advisor', ['ChangeSetUp', 'SetDayHours', 'JudgeLateness', 'SetLeave']],
  ])('given %s, when a manager may, then they may too but for %j', (role, refused) => {
    expect(types.filter((type) => maySend(['manager'], type) && !maySend([role], type))).toEqual(refused);
  });

  it('given an inspector, when it is about work, cars or bays, then it is theirs; papers and money are not', () => {
    const work: CommandType[] = ['CheckIn', 'Dispatch', 'PassInspection', 'MarkReady', 'HandOver', 'CloseBay'];
    const papers: CommandType[] = ['BookJob', 'CancelJob', 'QuoteWork', 'MakePromise', 'Settle', 'CorrectJob'];
    expect(work.filter((type) => !maySend(['inspector'], type))).toEqual([]);
    expect(papers.filter((type) => maySend(['inspector'], type))).toEqual([]);
  });

  it('given an inspector, when a day is imported, then it is not theirs to do', () => {
    expect(maySend(['inspector'], 'ImportOrders')).toBe(false);
    expect(sendersOf('ImportOrders')).toEqual(['manager', 'dispatcher', 'advisor']);
  });

  it('given somebody with two roles, when one of them may, then they may', () => {
    expect(maySend(['inspector', 'dispatcher'], 'ImportOrders')).toBe(true);
  });

  it('given everybody together, when the shop is to be set up again, then nobody may', () => {
    expect(maySend(roles, 'SetUpShop')).toBe(false);
  });
});
