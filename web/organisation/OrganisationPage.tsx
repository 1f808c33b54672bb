import { useState } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { changeOrganisation, getOrganisation } from '../../contract/organisation.ts';
import { type SectorWord, sectors, sectorWords } from '../../contract/organisation-words.ts';
import { Card, CardLink } from '../components/Card.tsx';
import { Field } from '../components/Field.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Select } from '../components/Select.tsx';
import { Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { TextInput } from '../components/TextInput.tsx';
import { useSay } from '../components/Toasts.tsx';
import { Answered } from '../session/Answered.tsx';
import { SmallForm } from '../session/SmallForm.tsx';
import { useRead } from '../session/useRead.ts';
import { useWrite } from '../session/useWrite.ts';
import { useLanguage } from '../text/index.ts';
import { useWords } from '../text/words.ts';
import { ClosedDays } from './ClosedDays.tsx';
import { useOrganisationText } from './text.ts';
import { useTrail } from './trail.ts';
import { WeekFields } from './week/WeekFields.tsx';
import './organisation.css';

export type Organisation = AnswerOf<typeof getOrganisation>;
/** The organisation itself: what it is called, its words, when it works. */
export function OrganisationPage() {
  const { organisation: text } = useOrganisationText();
  const trail = useTrail();
  const read = useRead(getOrganisation, {});
  return (
    <div className="narrow">
      <PageHeader title={text.title} trail={trail} />
      <Answered of={read}>
        {(organisation) => (
          <Stack gap="l">
            <NameCard organisation={organisation} />
            <WeekCard organisation={organisation} />
            <ClosedDays organisation={organisation} />
            <WordsCard organisation={organisation} />
            <CardLink href="/afspraken/bellen" title={text.chain}>
              {text.chainWhy}
            </CardLink>
          </Stack>
        )}
      </Answered>
    </div>
  );
}

/** Saves one part of the organisation and says so. */
function useChange() {
  const { saved } = useOrganisationText();
  const say = useSay();
  const changing = useWrite(changeOrganisation);
  type Body = NonNullable<Parameters<typeof changing.send>[0]['body']>;
  return {
    changing,
    async save(body: Body) {
      if (await changing.send({ body })) say(saved);
    },
  };
}

function NameCard({ organisation }: { organisation: Organisation }) {
  const { organisation: text, save: saveLabel } = useOrganisationText();
  const words = useWords();
  const [name, setName] = useState(organisation.name);
  const [sector, setSector] = useState(organisation.sector);
  const { changing, save } = useChange();
  return (
    <Card heading={text.name}>
      <SmallForm of={changing} submit={saveLabel} onSubmit={() => void save({ name, sector })}>
        <Field id="name" label={text.name} error={changing.errorAt('name')}>
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field id="sector" label={text.sector}>
          <Select
            value={sector}
            onChange={(chosen) => setSector(chosen || sector)}
            options={sectors.map((known) => ({ value: known, label: words.sectors[known] }))}
          />
        </Field>
      </SmallForm>
    </Card>
  );
}

function WeekCard({ organisation }: { organisation: Organisation }) {
  const { organisation: text, save: saveLabel } = useOrganisationText();
  const [days, setDays] = useState(organisation.workingWeek);
  const { changing, save } = useChange();
  return (
    <Card heading={text.week}>
      <Text soft>{text.weekWhy}</Text>
      <SmallForm of={changing} submit={saveLabel} onSubmit={() => void save({ workingWeek: days })}>
        <WeekFields days={days} onChange={setDays} />
      </SmallForm>
    </Card>
  );
}

type OwnWords = Partial<Record<SectorWord, string>>;

/** In the language of the reader; the other language keeps its own words. */
function WordsCard({ organisation }: { organisation: Organisation }) {
  const { organisation: text, save: saveLabel } = useOrganisationText();
  const words = useWords();
  const language = useLanguage();
  const [inBoth, setInBoth] = useState(organisation.words);
  const own: OwnWords = inBoth[language];
  const { changing, save } = useChange();

  function send() {
    const filled = Object.fromEntries(Object.entries(own).filter(([, word]) => word.trim()));
    void save({ words: { ...organisation.words, [language]: filled } });
  }

  return (
    <Card heading={text.words}>
      <Text soft>{text.wordsWhy}</Text>
      <SmallForm of={changing} submit={saveLabel} onSubmit={send}>
        {sectorWords.map((word) => (
          <Field
            key={word}
            id={`words-${language}-${word}`}
            label={words.sectorWords[word]}
            hint={text.standard(organisation.sectorWords[language][word] ?? '')}
            optional
          >
            <TextInput
              width="l"
              maxLength={60}
              value={own[word] ?? ''}
              onChange={({ target }) => setInBoth({ ...inBoth, [language]: { ...own, [word]: target.value } })}
            />
          </Field>
        ))}
      </SmallForm>
    </Card>
  );
}
