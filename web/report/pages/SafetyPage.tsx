import { Advice } from '../../components/Advice.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { classes } from '../../components/classes.ts';
import { Icon } from '../../components/Icon.tsx';
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
  const isAnswered = draft.safe !== null || draft.personGone !== null || draft.injured !== null;

  function sayAllIsWell() {
    change({ safe: 'yes', personGone: 'yes', injured: 'no' });
    go(next);
  }

  return (
    <ReportPage
      title={text.safety.title}
      back={() => go(addressOf.start)}
      onNext={() => go(next)}
      nextKind={isAnswered ? 'primary' : 'secondary'}
    >
      <Stack>
        <AllIsWell isNextStep={!isAnswered} onSaid={sayAllIsWell} />
        <Text soft>{text.safety.otherwise}</Text>
      </Stack>
      <YesNoQuestion id="safe" question={text.safety.safe} chosen={draft.safe} onChange={(safe) => change({ safe })} />
      {draft.safe === 'no' && <CallEmergency />}
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
      {draft.safe !== 'no' && isInDanger(draft) && <CallEmergency />}
    </ReportPage>
  );
}

/** The one tap of most people: it answers all three, says so, and goes on. */
function AllIsWell({ isNextStep, onSaid }: { isNextStep: boolean; onSaid: () => void }) {
  const text = useReportText();
  return (
    <button type="button" className={classes('call call--answer', isNextStep && 'call--calm')} onClick={onSaid}>
      <Icon name="check" size={28} />
      <span>
        <strong>{text.safety.allIsWell}</strong>
        <span>{text.safety.allIsWellMeans}</span>
      </span>
    </button>
  );
}

/** Right below the answer that asks for it: somebody in danger does not scroll. */
function CallEmergency() {
  const text = useReportText();
  return (
    <Advice tone="red" announce title={text.safety.dangerTitle}>
      <Stack gap="s">
        <Text>{text.safety.danger}</Text>
        <ButtonLink kind="help" href="tel:112" icon="phone">
          {text.safety.callEmergency}
        </ButtonLink>
      </Stack>
    </Advice>
  );
}
