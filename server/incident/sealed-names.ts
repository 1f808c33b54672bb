/**
 * Under which name each text of a dossier is sealed. The name is part of the seal: a story cannot be passed off as a
 * name, and one person's account not as another's. Never rename: what was sealed under the old name stays shut.
 */
export const sealedAs = {
  account: (personId: string) => `account:${personId}`,
  addendum: (addendumId: string) => `addendum:${addendumId}`,
  detail: (detailId: string) => `detail:${detailId}`,
  aggressor: 'aggressor',
  child: 'child',
  place: 'place',
  /** What an older register told, as JSON. */
  register: 'register',
  contactNote: (contactId: string) => `contact:${contactId}`,
  taskTitle: (taskId: string) => `task-title:${taskId}`,
  taskRecord: (taskId: string) => `task-record:${taskId}`,
  responseSummary: 'response',
  conclusion: (closureId: string) => `conclusion:${closureId}`,
  reopenReason: (closureId: string) => `reopen:${closureId}`,
  stepReason: (stepId: string) => `reason:${stepId}`,
} as const;

/** Drafts are sealed under the employer's key, each under its own name. */
export const draftSealedAs = (draftId: string) => `draft:${draftId}`;

/** What a sealed detail holds, as JSON. */
export interface DetailTexts {
  readonly demanded?: string | null;
  readonly injuryText?: string | null;
  readonly damageText?: string | null;
}

/** What the sealed identity of a child holds, as JSON. */
export interface ChildTexts {
  readonly name: string;
  readonly lastSeen?: string | null | undefined;
  readonly whoKnows?: string | null | undefined;
}
