/** Who must be spoken to before a dossier may rest: the colleagues it happened to, else whoever reported it. */
export interface ContactFacts {
  readonly reporterId: string;
  readonly victimIds: readonly string[];
  /** Whoever has it need not speak with themselves: a manager who reports a broken door has nobody to call. */
  readonly takenUpBy: string | null;
}

export function peopleToSpeakTo({ reporterId, victimIds, takenUpBy }: ContactFacts): readonly string[] {
  const concerned = victimIds.length > 0 ? victimIds : [reporterId];
  return concerned.filter((id) => id !== takenUpBy);
}

/** Contact with one of them ends the chain: from then on a person has it. The others stay on the list of what is open. */
export function endsChain(withPersonId: string, facts: ContactFacts): boolean {
  return peopleToSpeakTo(facts).includes(withPersonId);
}

export function notYetSpokenTo(facts: ContactFacts, reachedIds: readonly string[]): readonly string[] {
  return peopleToSpeakTo(facts).filter((id) => !reachedIds.includes(id));
}
