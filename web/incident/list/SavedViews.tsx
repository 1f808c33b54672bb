import { useEffect } from 'react';
import { deleteView, listViews, type SavedView, saveView } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { addressOf, wordsToKeep } from './filters.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useListText } from './text.ts';
import { everything, type Filters } from './useFilters.ts';

/** The lists somebody keeps: each a link, the first of them opens by itself. */
export function SavedViews({ filters }: { filters: Filters }) {
  const text = useListText();
  const { data } = useRead(listViews, {});
  const { what: edited, ask, stop } = useAsking<SavedView>();
  const views = data?.views ?? [];
  useOpenFirst(filters, views);
  const words = wordsToKeep(filters, filters.seesAll);
  const isSame = (view: SavedView) => addressOf('', sorted(view.words)) === addressOf('', sorted(words));
  const isNew = Object.keys(words).length > 0 && !views.some(isSame);
  if (views.length === 0 && !isNew) return null;
  return (
    <section className="views" aria-label={text.views.title}>
      {views.length > 0 && (
        <ul className="chips plain-list">
          <li>
            <a
              className="chip chip--link"
              href={addressOf('/meldingen', everything)}
              aria-current={Object.keys(words).length === 0 || undefined}
            >
              {text.views.all}
            </a>
          </li>
          {views.map((view) => (
            <li key={view.viewId}>
              <a
                className="chip chip--link"
                href={addressOf('/meldingen', view.words)}
                aria-current={isSame(view) || undefined}
              >
                {view.name}
                {view.isFirst && <Tag tone="teal">{text.views.isFirst}</Tag>}
              </a>
            </li>
          ))}
        </ul>
      )}
      {isNew && (
        <Button
          kind="secondary"
          icon="plus"
          onClick={() => ask({ viewId: crypto.randomUUID(), name: '', words, isFirst: false })}
        >
          {text.views.save}
        </Button>
      )}
      {views.length > 0 && (
        <Disclosure summary={text.views.manage}>
          <ul className="views__manage plain-list">
            {views.map((view) => (
              <ManagedView key={view.viewId} view={view} onChange={() => ask(view)} />
            ))}
          </ul>
        </Disclosure>
      )}
      {edited && <SaveViewDialog key={edited.viewId} view={edited} onClose={stop} />}
    </section>
  );
}

function ManagedView({ view, onChange }: { view: SavedView; onChange: () => void }) {
  const text = useListText();
  const say = useSay();
  const remove = useWrite(deleteView);
  const bringBack = useWrite(saveView);
  const { viewId, ...kept } = view;
  async function removeIt() {
    if (!(await remove.send({ params: { viewId } }))) return;
    say(text.views.deleted(view.name), { undo: () => void bringBack.send({ params: { viewId }, body: kept }) });
  }
  return (
    <li className="views__one">
      <span className="views__name">{view.name}</span>
      <Button kind="plain" aria-label={text.views.renameOf(view.name)} onClick={onChange}>
        {text.views.rename}
      </Button>
      <Button
        kind="plain"
        aria-label={text.views.deleteOf(view.name)}
        busy={remove.isBusy}
        onClick={() => void removeIt()}
      >
        {text.views.delete}
      </Button>
      <WriteProblem of={remove} />
    </li>
  );
}

/** Only for who comes in without any word in the address: every link keeps meaning what it says. */
function useOpenFirst({ words, show }: Filters, views: readonly SavedView[]): void {
  const isBare = Object.values(words).every((value) => !value);
  const first = views.find(({ isFirst }) => isFirst);
  useEffect(() => {
    if (isBare && first && Object.keys(first.words).length > 0) show(first.words, 'instead');
  }, [isBare, first, show]);
}

function sorted(words: Partial<Record<string, string>>): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).toSorted(([one], [other]) => one.localeCompare(other)));
}
