// http/ — `/pairings`: a screen without a token asks for a code, and then whether it was typed [PAIR-1]. Nobody is logged in here.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { PairingState } from '@zhunshi/shared/wire/pairing.ts';
import { Router } from 'express';
import type { Request } from 'express';
import type { Pairings } from '../access/pairings.ts';
import { answer, refuse } from './answers.ts';
import { addressOf } from './guards.ts';

/** Routes below `/pairings`. */
export function pairingRoutes(pairings: Pairings): Router {
  const routes = Router();

  routes.post('/', async (request, response) => {
    answer(request, response, await pairings.begin(addressOf(request), secretIn(request)));
  });

  routes.get('/', async (request, response) => {
    const secret = secretIn(request);
    const state = secret === null ? null : await pairings.stateOf(secret);
    if (state) response.json(state satisfies PairingState);
    else refuse(request, response, refusal('wrongPairingCode', {}));
  });

  return routes;
}

/** The secret in `authorization: Pairing <secret>`; null: there is none. Not in the path, which proxies write down. */
function secretIn({ headers }: Request): string | null {
  return /^Pairing ([\w-]{43})$/.exec(headers.authorization ?? '')?.[1] ?? null;
}
