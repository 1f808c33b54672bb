import { useState } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { blockAccount, listAccess, unblockAccount } from '../../contract/identity.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Table } from '../components/Table.tsx';
import { Tag, type Tone } from '../components/Tag.tsx';
import { Text } from '../components/Text.tsx';
import { useSay } from '../components/Toasts.tsx';
import { AnsweredList } from '../session/AnsweredList.tsx';
import { hasRole, useMe } from '../session/me.tsx';
import { useNow } from '../session/now.ts';
import { WriteProblem } from '../session/ShownProblem.tsx';
import { useReadPages } from '../session/useRead.ts';
import { useWrite } from '../session/useWrite.ts';
import { useMoments } from '../text/moments.ts';
import { useWords } from '../text/words.ts';
import { useIdentityText } from './text.ts';

type Row = AnswerOf<typeof listAccess>['people'][number];

const tone: Record<Row['account'], Tone> = { none: 'neutral', invited: 'amber', active: 'green', blocked: 'neutral' };

/** Who can come in and with which roles: to go through every few months, together with the privacy officer. */
export function AccessReviewPage() {
  const { access: text } = useIdentityText();
  const pages = useReadPages(listAccess, (after) => ({ query: { ...(after && { after }) } }));
  const isAdministrator = hasRole(useMe(), 'administrator');
  const trail = [{ label: text.administration, href: '/beheer' }];
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} {...(isAdministrator && { trail })} />
      <AnsweredList of={pages} itemsOf={({ people }) => people} empty={null}>
        {(rows) => <AccessTable rows={rows} />}
      </AnsweredList>
    </>
  );
}

function AccessTable({ rows }: { rows: readonly Row[] }) {
  const { access: text } = useIdentityText();
  const words = useWords();
  const moments = useMoments();
  const now = useNow();
  const mayBlock = hasRole(useMe(), 'administrator');
  return (
    <Table
      caption={text.caption}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'person',
          header: text.columns.person,
          kind: 'title',
          cell: ({ name, jobTitle }) => (
            <>
              <div>{name}</div>
              <div className="soft small">{jobTitle}</div>
            </>
          ),
        },
        {
          id: 'roles',
          header: text.columns.roles,
          cell: ({ roles }) =>
            roles.length === 0 ? (
              <span className="soft">{text.noRoles}</span>
            ) : (
              <div>
                {roles.map(({ holdingId, role, teamName, sinceAt }) => (
                  <div key={holdingId}>
                    {text.since([words.roles[role], teamName].filter(Boolean).join(' '), moments.day(sinceAt, now))}
                  </div>
                ))}
              </div>
            ),
        },
        {
          id: 'account',
          header: text.columns.account,
          cell: ({ account }) => <Tag tone={tone[account]}>{text.account[account]}</Tag>,
        },
        { id: 'factor', header: text.columns.factor, cell: ({ secondFactor }) => text.factor[secondFactor] },
        {
          id: 'seen',
          header: text.columns.seen,
          cell: ({ lastSeenAt }) => (lastSeenAt ? moments.moment(lastSeenAt, now) : text.never),
        },
        ...(mayBlock
          ? [{ id: 'actions', header: text.columns.actions, cell: (row: Row) => <BlockButton row={row} /> }]
          : []),
      ]}
    />
  );
}

function BlockButton({ row: { id, name, account } }: { row: Row }) {
  const { access: text, back } = useIdentityText();
  const say = useSay();
  const [isAsked, setAsked] = useState(false);
  const blocking = useWrite(blockAccount);
  const unblocking = useWrite(unblockAccount);
  const me = useMe();

  async function block() {
    if (!(await blocking.send({ params: { personId: id } }))) return;
    setAsked(false);
    say(text.blocked);
  }

  async function unblock() {
    if (await unblocking.send({ params: { personId: id } })) say(text.unblocked);
  }

  if (account === 'blocked') {
    return (
      <Button kind="plain" aria-label={text.unblockOf(name)} busy={unblocking.isBusy} onClick={() => void unblock()}>
        {text.unblock}
      </Button>
    );
  }
  if (account === 'none' || id === me.person.id) return null;
  return (
    <>
      <Button kind="plain" aria-label={text.blockOf(name)} onClick={() => setAsked(true)}>
        {text.block}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={text.blockTitle(name)}
        actions={
          <>
            <Button busy={blocking.isBusy} onClick={() => void block()}>
              {text.block}
            </Button>
            <Button kind="plain" onClick={() => setAsked(false)}>
              {back}
            </Button>
          </>
        }
      >
        <Text>{text.blockLead}</Text>
        <WriteProblem of={blocking} />
      </Dialog>
    </>
  );
}
