import { Advice } from '../../components/Advice.tsx';
import { Icon } from '../../components/Icon.tsx';
import { narrowingWords } from './filters.ts';
import { useListText } from './text.ts';
import { useFilterNames } from './useFilterNames.ts';
import type { Filters } from './useFilters.ts';

/** What is on, each with a way to take it off; and what stood in the address and means nothing. */
export function FilterChips({ filters }: { filters: Filters }) {
  const text = useListText();
  const nameOf = useFilterNames(filters);
  const on = narrowingWords.filter((word) => filters.on[word]);
  return (
    <>
      {filters.ignored.length > 0 && (
        <Advice tone="amber" announce>
          {text.ignored(filters.ignored.map((word) => text.filters[word]).join(', '))}
        </Advice>
      )}
      {on.length > 0 && (
        <ul className="chips plain-list" aria-label={text.on}>
          {on.map((word) => (
            <li key={word}>
              <button
                type="button"
                className="chip"
                aria-label={text.remove(nameOf(word))}
                onClick={() => filters.change({ [word]: undefined })}
              >
                <span>{nameOf(word)}</span>
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
