import { Advice } from '../../components/Advice.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { addressOf } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import { useReportText } from '../text.ts';
import type { Manager } from '../who-hears.ts';

export interface SentReport {
  readonly incidentId: string;
  readonly number: string;
  readonly isUrgent: boolean;
  readonly route: 'manager' | 'coordinator';
  /** Who is told first, where that is certain. */
  readonly manager: Manager | null;
}

/** It has arrived: who hears it, when somebody is in touch, and nothing that has to be done now. */
export function SentPage({ sent }: { sent: SentReport }) {
  const text = useReportText();
  const { manager } = sent;
  const hears =
    sent.route === 'coordinator'
      ? text.sent.hearsCoordinator
      : manager
        ? text.sent.hears(manager.name)
        : text.sent.hearsSomebody;
  return (
    <ReportPage title={text.sent.title} lead={text.sent.lead(sent.number)}>
      <Stack gap="l">
        <Advice tone="green" announce title={hears}>
          <Text>{sent.isUrgent ? text.sent.withinHour : text.sent.nextDay}</Text>
          <Text>{text.sent.goesOn}</Text>
        </Advice>
        {manager?.phone && (
          <a className="call" href={`tel:${manager.phone.replace(/[^+0-9]/g, '')}`}>
            <Icon name="phone" size={28} />
            <span>
              <strong>{text.sent.call(manager.name)}</strong>
              <span>{manager.phone}</span>
            </span>
          </a>
        )}
        <Stack>
          <ButtonLink href={addressOf.follow(sent.incidentId)} wide>
            {text.sent.follow}
          </ButtonLink>
          <ButtonLink kind="secondary" href={addressOf.details(sent.incidentId)} wide>
            {text.sent.more}
          </ButtonLink>
          <Text soft small>
            {text.sent.moreHint}
          </Text>
        </Stack>
      </Stack>
    </ReportPage>
  );
}
