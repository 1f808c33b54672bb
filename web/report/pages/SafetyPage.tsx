import { Advice } from '../../components/Advice.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import { isInDanger } from '../steps.ts';
import { useReportText } from '../text.ts';
import type { DraftInHand } from '../use-draft.ts';
import { YesNoQuestion } from '../YesNoQuestion.tsx';

/** Before anything else: is everybody all right? None of it has to be answered to go on. */
export function SafetyPage({ inHand, next }: { inHand: DraftInHand; next: string }) {
  const text = useReportText();
  const { draft, change } = inHand;
  return (
    <ReportPage title={text.safety.title} back={() => go(addressOf.start)} onNext={() => go(next)}>
      <YesNoQuestion id="safe" question={text.safety.safe} chosen={draft.safe} onChange={(safe) => change({ safe })} />
      <YesNoQuestion
        id="personGone"
        question={text.safety.gone}
        chosen={draft.personGone}
        onChange={(personGone) => change({ personGone })}
      />
      <YesNoQuestion
        id="injured"
        question={text.safety.injured}
        chosen={draft.injured}
        onChange={(injured) => change({ injured })}
      />
      {isInDanger(draft) && (
        <Advice tone="red" announce title={text.safety.dangerTitle}>
          <Stack gap="s">
            <Text>{text.safety.danger}</Text>
            <ButtonLink kind="help" href="tel:112" icon="phone">
              {text.safety.callEmergency}
            </ButtonLink>
          </Stack>
        </Advice>
      )}
    </ReportPage>
  );
}
