interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The address of the worker is the only script address that we ever make ourselves, and this is the only one allowed. */
const workerAddress = '/sw.js';

export function registerServiceWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register(trusted(workerAddress), { scope: '/' });
}

function trusted(address: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return address;
  const policy = types.createPolicy('rugdekking', {
    createScriptURL(url) {
      if (url !== workerAddress) throw new Error(`${url} is not our service worker`);
      return url;
    },
  });
  return policy.createScriptURL(address);
}
