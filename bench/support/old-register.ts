const sorts = ['Verbaal', 'Bedreiging', 'Fysiek geweld', 'Verbaal', 'Verbaal', 'Intimidatie'];
const places = ['Stadskantoor', 'Wijkcentrum Noord', 'Gemeentehuis', 'Aan de telefoon'];
const teams = ['Publiekszaken', 'Wijkteam Noord', 'Handhaving'];

const givenNames = ['Piet', 'Kees', 'Fatma', 'Bas', 'Joke'];
const families = ['Berg', 'Linden', 'Meer', 'Wal', 'Heide', 'Molen', 'Velde'];

/** The export of an older register, as a municipality has it: semicolons, Dutch dates, a story of a few lines. */
export function oldRegister(rows: number): string {
  const lines = ['Nummer;Datum;Tijd;Soort incident;Afdeling;Locatie;Omschrijving;Dader;Status'];
  for (let row = 1; row <= rows; row += 1) {
    const day = new Date(Date.UTC(2014, 0, 1 + (row % 4_000)));
    const date = `${two(day.getUTCDate())}-${two(day.getUTCMonth() + 1)}-${day.getUTCFullYear()}`;
    const time = `${two(8 + (row % 10))}:${two((row * 7) % 60)}`;
    const story = `Meneer werd boos toen zijn aanvraag werd afgewezen en sloeg op de balie (${row}). De collega heeft het gesprek beëindigd en de leidinggevende geroepen.`;
    const who = [
      `man van ongeveer ${20 + (row % 50)} jaar`,
      `Dhr. ${of(givenNames, row)} van der ${of(families, row)}`,
      '',
    ];
    lines.push(
      [
        `AG-${row}`,
        date,
        time,
        of(sorts, row),
        of(teams, row),
        of(places, row),
        story,
        of(who, row),
        'Afgehandeld',
      ].join(';'),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function of(words: readonly string[], at: number): string {
  return words[at % words.length] ?? '';
}
