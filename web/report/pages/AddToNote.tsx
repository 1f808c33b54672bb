import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { TimeInput } from '../../components/TimeInput.tsx';
import { serverNow } from '../../session/now.ts';
import { useBilingual } from '../../text/index.ts';
import { type Addition, additionsOf, nothingAdded, placesIn } from '../additions.ts';
import { type Locations, type Problem, write } from '../api.ts';
import type { Draft } from '../draft.ts';
import { useReportText } from '../text.ts';

interface AddToNoteProps {
  noteId: string;
  draft: Draft;
  locations: Locations;
}

const marks = ['initials', 'plate', 'number', 'appearance'] as const;

/** For who wants to: where and when it was, and by what they would know the person again. Never who it was. */
export function AddToNote({ noteId, draft, locations }: AddToNoteProps) {
  const { noted: text } = useReportText();
  const say = useBilingual();
  const [added, setAdded] = useState<Addition>(nothingAdded);
  const [state, setState] = useState<'typing' | 'busy' | 'kept'>('typing');
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (more: Partial<Addition>) => setAdded({ ...added, ...more });
  const errorAt = (pointer: string) => {
    const found = problem?.errors.find((error) => error.pointer === pointer);
    return found && say(found);
  };

  async function keep() {
    setState('busy');
    const body = additionsOf(added, draft, serverNow());
    const answered = await write('POST', `/notes/${noteId}/additions`, crypto.randomUUID(), body);
    setProblem(answered.ok ? null : answered.problem);
    setState(answered.ok ? 'kept' : 'typing');
  }

  if (state === 'kept') return <Text role="status">{text.added}</Text>;
  return (
    <Disclosure summary={text.add}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Stack>
          <Text soft>{text.addWhy}</Text>
          {problem && problem.errors.length === 0 && <Text role="alert">{say(problem.sentence)}</Text>}
          <Field id="added-place" label={text.place}>
            <Select
              emptyLabel={text.noPlace}
              options={placesIn(locations)}
              value={added.place}
              onChange={(place) => change({ place })}
            />
          </Field>
          <TimeInput
            id="added-time"
            label={text.time}
            error={errorAt('/occurredAt')}
            value={added.time}
            onChange={(time) => change({ time })}
          />
          <Text>{text.marks}</Text>
          <Text soft small>
            {text.marksWhy}
          </Text>
          {marks.map((mark) => (
            <Field
              key={mark}
              id={`added-${mark}`}
              label={text.mark[mark]}
              hint={text.markHint[mark]}
              error={errorAt(`/marks/${mark}`)}
            >
              <TextInput
                width="l"
                autoComplete="off"
                maxLength={mark === 'appearance' ? 60 : 12}
                value={added[mark]}
                onChange={({ target }) => change({ [mark]: target.value })}
              />
            </Field>
          ))}
          <Button type="submit" kind="secondary" busy={state === 'busy'}>
            {text.keep}
          </Button>
        </Stack>
      </form>
    </Disclosure>
  );
}
