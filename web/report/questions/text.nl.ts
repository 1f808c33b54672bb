/** The questions that the organisation asks on top, after the details. */
export const nl = {
  title: 'Nog een paar vragen',
  page: (at: number, of: number) => `Deel ${at} van ${of}`,
  lead: 'Sla gerust over wat je niet weet. Elk antwoord wordt meteen bewaard.',
  kept: 'Bewaard.',
  keeping: 'Even bewaren.',
  next: 'Volgende',
  done: 'Klaar',
  takeBack: 'Haal dit antwoord weg',
  notANumber: 'Vul een heel getal in, of laat dit leeg.',
  yesNo: { yes: 'Ja', no: 'Nee', unknown: 'Weet ik niet' },
};
