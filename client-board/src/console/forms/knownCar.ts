// forms/ — a plate as it is typed → what the directory at hand knows of the car and whose it is.
import { isOpen } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { StaffId } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface KnownCar {
  plate: string;
  model: string;
  vin: string;
  name: string;
  phone: string;
  /** Who wrote it up the last time; null: nobody did that is at hand. */
  advisor: StaffId | null;
  /** Mileage as it was last read. */
  mileageKm: number | null;
  /** A visit of it that is to come or under way. */
  openJob: Job | null;
}

/** Plates are compared in half width, without spaces, dots and dashes, in capitals. */
export function spelling(plate: string): string {
  return plate
    .normalize('NFKC')
    .replaceAll(/[\s·•・‧∙.\-–—_]/gu, '')
    .toUpperCase();
}

/** The car of a plate; null where nobody knows it, or the plate is not typed whole yet. */
export function knownCarOf({ state, directory }: ShopView, typed: string): KnownCar | null {
  const plate = spelling(typed);
  if (plate.length < 4) return null;
  const found = Object.entries(directory.vehicles).find(([, vehicle]) => spelling(vehicle.plate) === plate);
  if (!found) return null;
  const [ref, vehicle] = found;
  const visits = Object.values(state.jobs)
    .filter((job) => job.vehicle === ref)
    .sort((a, b) => b.bookedAt - a.bookedAt);
  const person = visits[0] ? directory.persons[visits[0].customer] : undefined;
  return {
    plate: vehicle.plate,
    model: vehicle.model,
    vin: vehicle.vin,
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    advisor: visits[0]?.advisor ?? null,
    mileageKm: visits.find(({ mileageKm }) => mileageKm !== null)?.mileageKm ?? null,
    openJob: visits.find(isOpen) ?? null,
  };
}
