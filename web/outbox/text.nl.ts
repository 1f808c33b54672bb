/** What waits on this device. */
export const nl = {
  unsent: (count: number) =>
    count === 1
      ? 'Je hebt een melding die nog niet verstuurd is.'
      : `Je hebt ${count} meldingen die nog niet verstuurd zijn.`,
  look: 'Bekijk',
};
