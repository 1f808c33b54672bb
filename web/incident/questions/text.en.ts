import type { nl } from './text.nl.ts';

export const en: typeof nl = {
  title: 'Extra questions',
  version: (version) => `Questions of version ${version}`,
  by: (name) => `Answered by ${name}`,
  go: 'Answer the extra questions',
  goOn: 'Go on with the extra questions',
  yesNo: { yes: 'Yes', no: 'No', unknown: 'I don’t know' },
};
