import type { Sentence } from '../../contract/problem.ts';
import type { ProtocolRefusal } from '../../contract/protocol.ts';

/** Every way in which this module says no, in words for whoever hears it. */
export const refusals = {
  'protocol-changed-meanwhile': {
    nl: 'Een collega heeft dit net veranderd. Bekijk de nieuwe versie en probeer het opnieuw.',
    en: 'A colleague has just changed this. Look at the new version and try again.',
  },
  'playbook-code-differs': {
    nl: 'Dit is een ander draaiboek. Open eerst het draaiboek dat je wilt veranderen.',
    en: 'This is another playbook. First open the playbook you want to change.',
  },
} satisfies Record<ProtocolRefusal, Sentence>;
