// First module of the page: what browsers of old televisions (Chromium 63 to 84) lack and the libraries need.

if (typeof globalThis === 'undefined') {
  Object.defineProperty(window, 'globalThis', { value: window, configurable: true, writable: true });
}

if (typeof window.queueMicrotask !== 'function') {
  window.queueMicrotask = (callback) => {
    Promise.resolve()
      .then(callback)
      .catch((error: unknown) => {
        // As the real one does: an error in the callback is an uncaught error of the page.
        setTimeout(() => {
          throw error;
        });
      });
  };
}

if (!('replaceAll' in String.prototype)) {
  Object.defineProperty(String.prototype, 'replaceAll', {
    configurable: true,
    writable: true,
    value(this: string, search: string | RegExp, replacement: string) {
      return typeof search === 'string' ? this.split(search).join(replacement) : this.replace(search, replacement);
    },
  });
}
