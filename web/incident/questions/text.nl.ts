export const nl = {
  title: 'Extra vragen',
  version: (version: number) => `Vragen van versie ${version}`,
  by: (name: string) => `Beantwoord door ${name}`,
  go: 'Beantwoord de extra vragen',
  goOn: 'Ga verder met de extra vragen',
  yesNo: { yes: 'Ja', no: 'Nee', unknown: 'Weet ik niet' },
};
