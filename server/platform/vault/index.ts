export { blindIndexOf, normalised } from './blind-index.ts';
export { SealBroken, type Texts } from './sealing.ts';
export { createVault, type EmployerKey, type NewDossier, newDossier, type Vault } from './vault.ts';
