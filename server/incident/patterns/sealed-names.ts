/** What a pattern keeps in words is sealed under the employer's key, each under its own name. Never rename. */
export const answerSealedAs = (noteId: string) => `pattern-answer:${noteId}`;
export const reasonSealedAs = (patternId: string) => `pattern-reason:${patternId}`;
