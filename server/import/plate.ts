// import/ — plates are read as everywhere.
export { plateOf } from '@zhunshi/shared/domain/plate.ts';
