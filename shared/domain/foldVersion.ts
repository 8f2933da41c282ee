// domain/ — the version of the events and of `evolve`, alone: pages that fold nothing read it too.

/** A page that folds another one is told to reload. What changes with it: docs/adr/0017-schema-life.md. */
export const FOLD = 4;
