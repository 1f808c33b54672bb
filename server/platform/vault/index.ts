export { SealBroken, type Texts } from './sealing.ts';
export { createVault, type EmployerKey, type NewDossier, type Vault } from './vault.ts';
