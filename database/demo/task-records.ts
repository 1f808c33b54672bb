import type { TaskView } from '../../contract/incident.ts';
import { chanceOf } from './seeded.ts';

type FilledIn = Record<string, string | boolean>;

export interface RecordFacts {
  /** Chance, the same for the same story. */
  readonly seed: string;
  readonly isViolence: boolean;
  /** As a calendar date. */
  readonly today: string;
  readonly meetingOn: string;
}

/** What a sensible colleague fills in when this task is done. Fields without an answer here are left open when they may be. */
export function recordOf(task: Pick<TaskView, 'code' | 'records'>, facts: RecordFacts): FilledIn {
  const chance = chanceOf(`${facts.seed} ${task.code}`);
  const filled: FilledIn = {};
  for (const field of task.records) {
    const answer = answerTo(field.name, facts, filled, chance.next());
    if (answer !== undefined) filled[field.name] = answer;
    else if (!field.optional) filled[field.name] = plainAnswer(field, facts, chance.next());
  }
  return filled;
}

function answerTo(name: string, facts: RecordFacts, filled: FilledIn, luck: number): string | boolean | undefined {
  const isAangifte = filled['decision'] === 'aangifte';
  switch (name) {
    case 'decision':
      if (facts.isViolence) return 'aangifte';
      return oneOf(['aangifte', 'melding', 'melding', 'neither'], luck);
    case 'reason':
      return isAangifte ? undefined : 'Samen besloten. De wijkagent weet ervan.';
    case 'report_number':
      return isAangifte || filled['decision'] === undefined
        ? `PL0100-${100000 + Math.floor(luck * 899999)}`
        : undefined;
    case 'vpt_code':
      return isAangifte ? true : undefined;
    case 'kept_where':
      return filled['footage'] === 'saved' ? 'Bij de receptie, map Veiligheid' : undefined;
    case 'more_care':
      return oneOf(['talk', 'not_now', 'not_now', 'professional'], luck);
    case 'footage':
      return oneOf(['saved', 'saved', 'none'], luck);
    case 'doctor':
      return oneOf(['seen', 'seen', 'not_needed'], luck);
    case 'response':
      return facts.isViolence ? 'measure' : oneOf(['talk', 'warning', 'warning'], luck);
    case 'inspectorate':
      return 'not_needed';
    case 'home':
      return 'police_told';
    case 'outcome':
      return 'back';
    case 'meeting_on':
      return facts.meetingOn;
    default:
      return texts[name];
  }
}

const texts: Readonly<Record<string, string>> = {
  advice: 'Zet de stoel van de bezoeker verder van de balie. Hang de knop waar je hand ligt.',
  cause: 'Drie keer een andere brief gekregen. Niemand belde terug, ook niet na twee weken.',
  agreed: 'Eén vaste medewerker belt elke maandag. De rest verwijst door.',
  plan: 'Niet alleen naar het gesprek. De deur blijft open en een collega weet hoe laat het klaar is.',
  who_was_called: 'Moeder en de mentor van school',
};

function plainAnswer(field: TaskView['records'][number], facts: RecordFacts, luck: number): string | boolean {
  switch (field.kind) {
    case 'yesNo':
      return true;
    case 'date':
      return facts.today;
    case 'choice':
      return oneOf(
        (field.choices ?? []).map(({ value }) => value),
        luck,
      );
    case 'text':
    case 'longText':
      return 'Besproken en afgesproken met het team.';
  }
}

function oneOf(choices: readonly string[], luck: number): string {
  return choices[Math.floor(luck * choices.length)] ?? '';
}
