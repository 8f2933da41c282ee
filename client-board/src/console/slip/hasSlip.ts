// slip/ — which cars have a check-in slip, for whom.
import { isHere } from '@zhunshi/shared/domain/job.ts';
import { isOneOf, keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { ShopView } from '../desk/shopView.ts';

/** True of a car that is here, for who may give its customer the link [TRK-2]. */
export function hasSlip({ roles }: Pick<ShopView, 'roles'>, job: Job): boolean {
  return isHere(job) && isOneOf(roles, keepersOf('links'));
}
