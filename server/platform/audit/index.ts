export { type Anchors, anchorsIn } from './anchors.ts';
export { type ColleagueName, dossierLogRoutes, type FindNames } from './dossier-log.ts';
export { type Sealer, type SealerNeeds, startSealer } from './sealer.ts';
export { verdictLines } from './verdict-text.ts';
export { type Finding, type Verdict, verifyLog } from './verify.ts';
