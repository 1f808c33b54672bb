import type { Sector } from '../../../contract/organisation-words.ts';

export const setUpSteps = ['code', 'organisation', 'administrator', 'way'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** What has been filled in so far. It is sent in one piece at the end: half an organisation never exists. */
export interface Plan {
  setUpCode: string;
  organisation: { name: string; sector: Sector };
  administrator: { givenName: string; familyName: string; email: string };
}

export const emptyPlan: Plan = {
  setUpCode: '',
  organisation: { name: '', sector: 'municipality' },
  administrator: { givenName: '', familyName: '', email: '' },
};

export interface StepProps {
  onNext: (more: Partial<Plan>) => void;
}
