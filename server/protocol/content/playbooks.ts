import type { PlaybookContent } from '../../../contract/protocol.ts';
import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { emotionPersistent, physicalViolence, threat, verbal, writtenOnlineThreat } from './playbooks-aggression.ts';
import { calamity, missingPerson, ownSafety, socialMedia, transgressive } from './playbooks-kinds.ts';

/** What an organisation starts with; from there on it is theirs to change. */
export const defaultPlaybooks: Readonly<Record<PlaybookCode, PlaybookContent>> = {
  emotion_persistent: emotionPersistent,
  verbal,
  threat,
  physical_violence: physicalViolence,
  written_online_threat: writtenOnlineThreat,
  own_safety: ownSafety,
  missing_person: missingPerson,
  calamity,
  transgressive,
  social_media: socialMedia,
};
