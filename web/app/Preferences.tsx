import { useQueryClient } from '@tanstack/react-query';
import { changeMe, getMe } from '../../contract/organisation.ts';
import { call } from '../session/call.ts';
import { chooseLetterSize, chooseTheme, letterSizes, themes, useLetterSize, useTheme } from '../session/display.ts';
import { chooseLanguage, type Language, useLanguage } from '../text/index.ts';
import { useAppText } from './text.ts';

const languages = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
] as const;

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const text = useAppText();
  const theme = useTheme();
  return (
    <Segments
      name="theme"
      legend={text.menu.theme}
      chosen={theme}
      choices={themes.map((value) => ({ value, label: text.menu.themes[value] }))}
      onChoose={chooseTheme}
    />
  );
}

/** For tired eyes, a moving bus, or who cannot find their glasses. */
export function LetterChoice() {
  const text = useAppText();
  const size = useLetterSize();
  return (
    <Segments
      name="letters"
      legend={text.menu.letters}
      chosen={size}
      choices={letterSizes.map((value) => ({ value, label: text.menu.letterSizes[value] }))}
      onChoose={chooseLetterSize}
    />
  );
}

/** Shown at once, and remembered for the next device. */
export function LanguageChoice() {
  const text = useAppText();
  const language = useLanguage();
  const remember = useRememberedLanguage();
  return (
    <Segments
      name="language"
      legend={text.menu.language}
      chosen={language}
      choices={languages}
      onChoose={(chosen) => {
        chooseLanguage(chosen);
        void remember(chosen);
      }}
    />
  );
}

function useRememberedLanguage() {
  const queries = useQueryClient();
  return async (language: Language) => {
    const key = { idempotencyKey: crypto.randomUUID() };
    // Not being able to remember it is no reason to bother somebody: the choice itself works already.
    await call(changeMe, { body: { language } }, key).catch(() => null);
    await queries.invalidateQueries({ queryKey: [getMe.name] });
  };
}

/** For who is not signed in: the name of the other language, in that language. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = languages.find(({ value }) => value !== language) ?? languages[0];
  return (
    <button type="button" className="language-switch" lang={other.value} onClick={() => chooseLanguage(other.value)}>
      {other.label}
    </button>
  );
}

interface SegmentsProps<Value extends string> {
  name: string;
  legend: string;
  chosen: Value;
  choices: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}

function Segments<Value extends string>({ name, legend, chosen, choices, onChoose }: SegmentsProps<Value>) {
  return (
    <fieldset className="segments">
      <legend className="segments__legend soft small">{legend}</legend>
      <div className="segments__row">
        {choices.map(({ value, label }) => (
          <label key={value} className="segment">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
