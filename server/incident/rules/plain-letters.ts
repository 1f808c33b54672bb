/** "Öztürk" as "ozturk": small letters without accents, so that how somebody types is no difference. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
