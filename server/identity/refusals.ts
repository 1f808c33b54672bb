import type { Sentence } from '../../contract/problem.ts';

/** Every way in which this module says no, in words for whoever hears it. */
export const refusals = {
  'account-blocked': {
    nl: 'Dit account is geblokkeerd. Hef eerst de blokkade op.',
    en: 'This account is blocked. Lift that first.',
  },
  'already-joined': {
    nl: 'Deze collega doet al mee. Een uitnodiging is niet nodig.',
    en: 'This colleague has joined already. No invitation is needed.',
  },
  'already-set-up': {
    nl: 'Deze omgeving is al ingericht. Je kunt gewoon inloggen.',
    en: 'This installation is set up already. You can simply sign in.',
  },
  'cannot-block-yourself': {
    nl: 'Je kunt jezelf niet blokkeren. Vraag een andere beheerder.',
    en: 'You cannot block yourself. Ask another administrator.',
  },
  'cannot-reset-yourself': {
    nl: 'Je kunt je eigen account niet opnieuw laten beginnen. Vraag een andere beheerder.',
    en: 'You cannot reset your own account. Ask another administrator.',
  },
  'ceremony-over': {
    nl: 'Dit duurde te lang. Begin opnieuw.',
    en: 'This took too long. Begin again.',
  },
  'code-wrong': {
    nl: 'Deze code klopt niet. Kijk naar de nieuwste code in je app.',
    en: 'This code is not right. Look at the newest code in your app.',
  },
  'confirm-it-is-you': {
    nl: 'Laat eerst zien dat jij het bent, met je code of je passkey.',
    en: 'First show that it is you, with your code or your passkey.',
  },
  'invitation-over': {
    nl: 'Deze uitnodiging werkt niet meer. Vraag je beheerder om een nieuwe.',
    en: 'This invitation no longer works. Ask your administrator for a new one.',
  },
  'last-way-to-sign-in': {
    nl: 'Zo kun je niet meer inloggen. Voeg eerst een andere passkey toe.',
    en: 'Then you could no longer sign in. Add another passkey first.',
  },
  'no-account': {
    nl: 'Deze collega heeft nog geen account. Stuur eerst een uitnodiging.',
    en: 'This colleague has no account yet. Send an invitation first.',
  },
  'not-in-demonstration': {
    nl: 'In de demonstratie kan dit niet. Je bent hier iemand uit de voorbeeldstad.',
    en: 'This is not possible in the demonstration. Here you are somebody of the example town.',
  },
  'passkey-not-accepted': {
    nl: 'Deze passkey kwam niet goed binnen. Probeer het nog een keer.',
    en: 'This passkey did not come in well. Try once more.',
  },
  'passkey-unknown': {
    nl: 'We kennen deze passkey niet. Log op een andere manier in.',
    en: 'We do not know this passkey. Sign in in another way.',
  },
  'password-needs-email': {
    nl: 'Voor een wachtwoord is een e-mailadres nodig. Kies een passkey.',
    en: 'A password needs an e-mail address. Choose a passkey.',
  },
  'password-too-common': {
    nl: 'Dit wachtwoord is makkelijk te raden. Kies een zin die alleen jij kent.',
    en: 'This password is easy to guess. Choose a sentence that only you know.',
  },
  'password-wrong': { nl: 'Je huidige wachtwoord klopt niet.', en: 'Your current password is not right.' },
  'person-without-email': {
    nl: 'Van deze collega is geen e-mailadres bekend. Vul dat eerst in.',
    en: 'There is no e-mail address of this colleague. Fill it in first.',
  },
  'set-up-code-wrong': {
    nl: 'Deze code klopt niet. Hij staat op het scherm van de server.',
    en: 'This code is not right. It stands on the screen of the server.',
  },
  'set-up-needs-a-coordinator': {
    nl: 'Geef eerst iemand de rol van coördinator. Dan komt een melding altijd ergens aan.',
    en: 'First give somebody the role of coordinator. Then a report always arrives somewhere.',
  },
  'set-up-needs-a-team': { nl: 'Voeg eerst een team toe.', en: 'Add a team first.' },
  'sign-in-failed': {
    nl: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw.',
    en: 'This e-mail address and password do not belong together. Try again.',
  },
  'too-many-tries': {
    nl: 'Je hebt het te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.',
    en: 'You have tried too often. Wait a quarter of an hour, then try again.',
  },
} satisfies Record<string, Sentence>;

export type IdentityRefusal = keyof typeof refusals;
