import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { type Language, speak } from '../../text/language.ts';
import { startDraft } from '../draft.ts';
import { HelpPage } from '../pages/HelpPage.tsx';
import { SafetyPage } from '../pages/SafetyPage.tsx';
import { StartPage } from '../pages/StartPage.tsx';
import { addressOf } from '../place.ts';
import { nothingYet } from '../surroundings.ts';
import type { DraftInHand } from '../use-draft.ts';
import { Waiting } from '../Waiting.tsx';
import { type FirstScreen, firstScreens } from './names.ts';

/** The build asks for these, and writes them into melden.html: the same pages as the program shows before it knows anything. */
export function writeFirstScreens(): string {
  const languages: Language[] = ['nl', 'en'];
  return languages.flatMap((language) => firstScreens.map((screen) => asTemplate(screen, language))).join('\n');
}

function asTemplate(screen: FirstScreen, language: Language): string {
  speak(language);
  return `<template data-screen="${screen}" lang="${language}">${renderToString(pages[screen])}</template>`;
}

const untouched = startDraft(new Date(0), () => '');
const inHand: DraftInHand = {
  draft: untouched,
  change: () => {},
  open: () => Promise.resolve(false),
  takeUp: () => {},
  startAnew: () => {},
  discard: () => Promise.resolve(),
  letGo: () => {},
  savedAt: null,
  notSaved: null,
  isOnDevice: false,
  baseRevision: () => 0,
  isOpening: false,
};

const pages: Readonly<Record<FirstScreen, ReactNode>> = {
  start: <StartPage surroundings={nothingYet} inHand={inHand} />,
  help: <HelpPage surroundings={nothingYet} inHand={inHand} />,
  safety: <SafetyPage inHand={inHand} next={addressOf.step(1)} />,
  waiting: <Waiting />,
};
