/**
 * Stands in for zod in the browser: see `vite.config.ts`. The contract describes each address with schemas; the server holds every
 * request against them. The browser only needs the types, which are gone when it runs, and the method and path. Without the
 * schemas themselves a third of the program stays at home, and nothing of it asks to make code out of text, which our content
 * security policy forbids.
 */
const anything: unknown = new Proxy(function schema() {}, {
  // Whatever is asked of a schema, while the contract is put together, is a schema again.
  get: () => anything,
  apply: () => anything,
  // Spread into another schema (`...colleagueRef.shape`) it adds nothing.
  ownKeys: () => ['prototype'],
});

export const z = anything;
