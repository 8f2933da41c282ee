// live/ — which build this page is; the server says which one it would serve now [DSPL-4].
declare const PAGE_VERSION: string | undefined;

/** Put in when the page is built (scripts/steps/pageVersion.mjs). */
export const pageVersion = typeof PAGE_VERSION === 'string' ? PAGE_VERSION : 'dev';
