// http/ — refusals as HTTP answers: the status of each code, and a body with the sentence in the reader's language.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal, RefusalCode } from '@zhunshi/shared/domain/refusals.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import { languages } from '@zhunshi/shared/i18n/dictionary.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import type { Request, Response } from 'express';
import type { ZodType } from 'zod';

/** Whatever is not here is a rule of the shop that says no: 422. */
const statusOf: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  notLoggedIn: 401,
  wrongPin: 401,
  wrongSetUpCode: 401,
  firstPin: 403,
  notAllowed: 403,
  wrongOrigin: 403,
  unknownShop: 404,
  wrongPairingCode: 404,
  notSetUp: 409,
  alreadySetUp: 409,
  conflict: 409,
  tooLarge: 413,
  lockedOut: 429,
  readOnly: 503,
  unknownOutcome: 503,
  tooFast: 503,
};

/** Answers with a refusal `{code, …figures, message}`. */
export function refuse(request: Request, response: Response, reason: Refusal, status?: number): void {
  const language = request.acceptsLanguages([...languages]) || languages[0];
  const found = languages.find((known) => known === language) ?? languages[0];
  const message = refusalSentence(reason, found);
  response.status(status ?? statusOf[reason.code] ?? 422).json({ ...reason, message });
}

/** Answers with what came out: the value as JSON, or the refusal. */
export function answer<Value>(request: Request, response: Response, result: Result<Value>): void {
  if (result.ok) response.json(result.value);
  else refuse(request, response, result.refusal);
}

/** The body of a request in its schema; undefined: it was malformed, and that has been answered. */
export function bodyOf<Body>(request: Request, response: Response, schema: ZodType<Body>): Body | undefined {
  const read = schema.safeParse(request.body);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  refuse(request, response, refusal('malformed', { where: where === '' ? 'body' : where }));
  return undefined;
}
