// live/prediction/ — what the build adds: where the worker's file is (vite.config.ts).
declare module 'virtual:prediction-worker' {
  export const workerAddress: string;
}
