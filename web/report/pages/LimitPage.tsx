import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Heading } from '../../components/Heading.tsx';
import { HelpLink } from '../../components/HelpLink.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useLanguage } from '../../text/index.ts';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import type { Surroundings } from '../surroundings.ts';
import { useReportText } from '../text.ts';

/** What we accept, what we do not, and what you can do at that moment. Kept on the device: it opens without a connection. */
export function LimitPage({ surroundings }: { surroundings: Surroundings }) {
  const text = useReportText();
  const language = useLanguage();
  const columns = surroundings.matrix?.columns ?? [];
  return (
    <ReportPage title={text.limit.title} lead={text.limit.lead} back={() => go(addressOf.start)}>
      <Stack>
        <HelpLink href={addressOf.help} title={text.first.help}>
          {text.first.helpHint}
        </HelpLink>
        {columns.length === 0 && <Text>{text.limit.missing}</Text>}
        {columns.length > 0 && (
          <Card as="div">
            {columns.map((column) => (
              <Disclosure key={column.column} summary={column.title[language]}>
                <Stack gap="s">
                  <Text soft>{column.recognise[language]}</Text>
                  <Text>{column.norm[language]}</Text>
                  <Heading level={2} looksLike={3}>
                    {column.approachTitle[language]}
                  </Heading>
                  <ol className="steps-now">
                    {column.steps.map((step) => (
                      <li key={step.nl}>{step[language]}</li>
                    ))}
                  </ol>
                  <Text soft>{column.reporting[language]}</Text>
                </Stack>
              </Disclosure>
            ))}
          </Card>
        )}
        {surroundings.playbooks.length > 0 && (
          <Card heading={text.limit.after}>
            {surroundings.playbooks.map((playbook) => (
              <Disclosure key={playbook.code} summary={playbook.title[language]}>
                <Text>{playbook.summary[language]}</Text>
              </Disclosure>
            ))}
          </Card>
        )}
      </Stack>
    </ReportPage>
  );
}
