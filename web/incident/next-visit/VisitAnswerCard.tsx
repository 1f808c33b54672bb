import { useEffect, useRef } from 'react';
import type { VisitAnswer } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useMoments } from '../../text/moments.ts';
import { firstName } from '../incidentTitle.ts';
import { useNextVisitText } from './text.ts';

interface VisitAnswerCardProps {
  answer: VisitAnswer;
  onAgain: () => void;
}

/** What was agreed, large; or that nothing is known, and that this promises nothing. */
export function VisitAnswerCard({ answer: { approach }, onAgain }: VisitAnswerCardProps) {
  const { answer: text, ask, ways } = useNextVisitText();
  const moments = useMoments();
  const place = useRef<HTMLDivElement>(null);
  // The form is gone: whoever cannot see that hears the answer.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Card heading={approach ? text.found : text.none}>
        <Stack>
          {approach ? (
            <>
              <ul className="next-visit__ways">
                {approach.ways.map((way) => (
                  <li key={way}>{ways[way]}</li>
                ))}
                {approach.words.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
              <Text>
                {text.until(moments.date(approach.untilOn))} {approach.ask.name && text.ask(approach.ask.name)}
              </Text>
            </>
          ) : (
            <>
              <Text>{text.noneMeans}</Text>
              <Text soft>{text.noneCheck}</Text>
            </>
          )}
          <Row>
            {approach?.ask.phone && (
              <ButtonLink icon="phone" href={`tel:${approach.ask.phone.replace(/[^+0-9]/g, '')}`}>
                {text.call(firstName(approach.ask.name))}
              </ButtonLink>
            )}
            <Button kind="secondary" onClick={onAgain}>
              {ask.again}
            </Button>
          </Row>
        </Stack>
      </Card>
    </div>
  );
}
