import { plainWall } from '@zhunshi/shared/wire/displays.ts';
import type { DisplayTold } from '@zhunshi/shared/wire/displays.ts';
import { describe, expect, it } from 'vitest';
import { Connections } from '../access/connections.ts';
import type { Visitor } from '../access/connections.ts';
import type { Displays } from '../access/displays.ts';
import type { Logins } from '../access/logins.ts';
import type { TrackLinks } from '../access/trackLinks.ts';
import { recheck } from './recheck.ts';

const staff = (tokenHash: string): Visitor => ({
  kind: 'staff',
  session: { shop: 's1', staff: 'P01', name: '甲', roles: [], mustChangePin: false, tokenHash },
});
const toldOf = (id: string): DisplayTold => ({ id, name: '东墙', wall: plainWall, lounge: null });
const customer = (tokenHash: string): Visitor => ({ kind: 'customer', link: { shop: 's1', job: 'A', tokenHash } });
const display = (tokenHash: string): Visitor => ({
  kind: 'display',
  display: { shop: 's1', id: tokenHash, kind: 'wall', tokenHash, told: toldOf(tokenHash) },
});

/** Connections, the tickets of those that were cut, and what was told to whom. */
function open(...visitors: Visitor[]): { connections: Connections; cut: string[]; told: string[] } {
  const connections = new Connections();
  const cut: string[] = [];
  const told: string[] = [];
  for (const visitor of visitors) {
    const ticket =
      visitor.kind === 'staff'
        ? visitor.session.tokenHash
        : visitor.kind === 'display'
          ? visitor.display.tokenHash
          : visitor.link.tokenHash;
    connections.add({ visitor, cut: () => cut.push(ticket), tell: ({ id, name }) => told.push(`${id}: ${name}`) });
  }
  return { connections, cut, told };
}

const nobody = (): Promise<never> => Promise.reject(new Error('not asked in this test'));
const linksOf = (isOpen: TrackLinks['isOpen'] = nobody): Pick<TrackLinks, 'isOpen'> => ({ isOpen });
const logins = (isOpen: Logins['isOpen']): Logins => ({
  logIn: nobody,
  changePin: nobody,
  sessionOf: nobody,
  used: nobody,
  logOut: nobody,
  isOpen,
});
const displaysOf = (toldTo: Displays['toldTo'], seen: string[] = []): Displays => ({
  list: nobody,
  create: nobody,
  letIn: nobody,
  ask: nobody,
  revoke: nobody,
  knownBy: nobody,
  change: nobody,
  toldTo,
  seen: ({ id }) => {
    seen.push(id);
    return Promise.resolve();
  },
});

describe('connections that may no longer be there [ACC-6] [ACC-3]', () => {
  it('given a session that ended on another node, when all are asked about, then only its consoles are cut', async () => {
    const { connections, cut } = open(staff('gone'), staff('here'), staff('gone'));
    const isOpen = ({ tokenHash }: { tokenHash: string }) => Promise.resolve(tokenHash === 'here');
    await recheck({
      connections,
      logins: logins(isOpen),
      displays: displaysOf(nobody),
      links: linksOf(),
      report: () => undefined,
    });
    expect(cut).toEqual(['gone', 'gone']);
  });

  it('given a display shut out on another node, when all are asked about, then it is cut, and the other one noted', async () => {
    const { connections, cut } = open(display('out'), display('in'), display('in'));
    const seen: string[] = [];
    const toldTo = ({ tokenHash }: { tokenHash: string }) => Promise.resolve(tokenHash === 'in' ? toldOf('in') : null);
    await recheck({
      connections,
      logins: logins(nobody),
      displays: displaysOf(toldTo, seen),
      links: linksOf(),
      report: () => undefined,
    });
    expect([cut, seen]).toEqual([['out'], ['in']]);
  });

  it('given a display renamed on another node, when all are asked about, then its screens are told [DSPL-2]', async () => {
    const { connections, told } = open(display('one'), display('other'));
    const toldTo = ({ tokenHash }: { tokenHash: string }) => Promise.resolve({ ...toldOf(tokenHash), name: '西墙' });
    const displays = displaysOf(toldTo);
    await recheck({ connections, logins: logins(nobody), displays, links: linksOf(), report: () => undefined });
    expect(told).toEqual(['one: 西墙', 'other: 西墙']);
  });

  it("given a customer's link that ended on another node, when all are asked about, then its pages are cut [TRK-2]", async () => {
    const { connections, cut } = open(customer('gone'), customer('here'), customer('gone'));
    const links = linksOf(({ tokenHash }) => Promise.resolve(tokenHash === 'here'));
    await recheck({
      connections,
      logins: logins(nobody),
      displays: displaysOf(nobody),
      links,
      report: () => undefined,
    });
    expect(cut).toEqual(['gone', 'gone']);
  });

  it('given a Redis that does not answer, when all are asked about, then nobody is cut and it is reported once', async () => {
    const { connections, cut } = open(staff('one'), display('two'));
    const reports: string[] = [];
    const silent = () => Promise.reject(new Error('no answer'));
    const report = (what: string): void => void reports.push(what);
    await recheck({ connections, logins: logins(silent), displays: displaysOf(silent), links: linksOf(), report });
    expect([cut, reports.length]).toEqual([[], 1]);
  });
});
