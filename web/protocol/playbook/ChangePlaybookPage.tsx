import { changePlaybook, getPlaybook, type PlaybookContent } from '../../../contract/protocol.ts';
import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { playbookHref, WithPlaybook } from '../address.tsx';
import { BilingualField } from '../editing/BilingualField.tsx';
import { ChangeFrame } from '../editing/ChangeFrame.tsx';
import { NotForYou } from '../editing/NotForYou.tsx';
import { useArrival } from '../editing/useArrival.ts';
import { useEditing } from '../editing/useEditing.ts';
import type { Draft } from '../editing/useKeptDraft.ts';
import { useMayChange } from '../mayChange.ts';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { type Change, changesBetween } from './changes.ts';
import { ContactFields } from './DeadlineFields.tsx';
import { PlaybookView } from './PlaybookView.tsx';
import { TasksEditor } from './TasksEditor.tsx';

export function ChangePlaybookPage() {
  const mayChange = useMayChange();
  if (!mayChange) return <NotForYou />;
  return <WithPlaybook>{(code) => <ReadAndChange key={code} code={code} />}</WithPlaybook>;
}

function ReadAndChange({ code }: { code: PlaybookCode }) {
  const read = useRead(getPlaybook, { params: { code } });
  return (
    <Answered of={read} isPage>
      {({ content, version }) => (
        <ChangePlaybook
          code={code}
          inForce={{ content, basedOnVersion: version }}
          onRefused={() => void read.refetch()}
        />
      )}
    </Answered>
  );
}

interface ChangePlaybookProps {
  code: PlaybookCode;
  inForce: Draft<PlaybookContent>;
  /** Somebody else may have been first: look at what counts now. */
  onRefused: () => void;
}

function ChangePlaybook({ code, inForce, onRefused }: ChangePlaybookProps) {
  const { playbook: text, change } = useProtocolText();
  const say = useBilingual();
  const title = say(inForce.content.title);
  const trail = useTrail({ label: title, href: playbookHref(code) }, { label: change });
  const editing = useEditing(`playbook:${code}`, inForce);
  const changing = useWrite(changePlaybook);
  const arrive = useArrival({ editing, href: playbookHref(code), onRefused });
  const { content } = editing.draft;

  return (
    <ChangeFrame
      editing={editing}
      write={changing}
      title={text.changeTitle(title)}
      lead={text.changeLead}
      previewTitle={text.previewTitle(say(content.title))}
      trail={trail}
      changes={useChangesInWords()(changesBetween(inForce.content, content))}
      fields={<PlaybookFields content={content} onChange={editing.change} />}
      preview={<PlaybookView content={content} />}
      onPutInForce={() => arrive(changing.send({ params: { code }, body: editing.draft }))}
    />
  );
}

interface PlaybookFieldsProps {
  content: PlaybookContent;
  onChange: (content: PlaybookContent) => void;
}

function PlaybookFields({ content, onChange }: PlaybookFieldsProps) {
  const { playbook: text } = useProtocolText();
  const { fields } = text;
  const change = (changes: Partial<PlaybookContent>) => onChange({ ...content, ...changes });
  return (
    <Stack gap="l">
      <Card>
        <BilingualField
          id="content-title"
          legend={fields.title}
          value={content.title}
          onChange={(title) => change({ title })}
        />
        <BilingualField
          id="content-summary"
          legend={fields.summary}
          long
          value={content.summary}
          onChange={(summary) => change({ summary })}
        />
        <ContactFields
          id="content-contact"
          contact={content.contact}
          // The task for the contact tells the same term.
          onChange={(contact) =>
            change({
              contact,
              tasks: content.tasks.map((task) => (task.code === 'contact' ? { ...task, deadline: contact } : task)),
            })
          }
        />
      </Card>
      <TasksEditor tasks={content.tasks} onChange={(tasks) => change({ tasks })} />
    </Stack>
  );
}

function useChangesInWords() {
  const { changes: text } = useProtocolText();
  const say = useBilingual();
  return (changes: readonly Change[]): string[] =>
    changes.map((change) => {
      if ('task' in change) return text[change.kind](say(change.task));
      return change.kind === 'order' ? text.order : text.changed(text[change.kind]);
    });
}
