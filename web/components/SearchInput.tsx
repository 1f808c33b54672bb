import { type FormEvent, useState } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useComponentText } from './text.ts';
import './Field.css';
import './SearchInput.css';

interface SearchInputProps {
  id: string;
  label: string;
  value?: string;
  /** Asked on Enter or the button, not with each letter: a name is not sent in pieces. */
  onSearch: (words: string) => void;
}

export function SearchInput({ id, label, value = '', onSearch }: SearchInputProps) {
  const text = useComponentText();
  const [words, setWords] = useState(value);
  const [seen, setSeen] = useState(value);
  // What is looked for now may change outside this box; the box itself stays, and the focus in it.
  if (value !== seen) {
    setSeen(value);
    setWords(value);
  }
  function search(event: FormEvent) {
    event.preventDefault();
    onSearch(words.trim());
  }
  return (
    <search>
      <form className="search" onSubmit={search}>
        <label className="utrecht-form-label field__label" htmlFor={id}>
          {label}
        </label>
        <div className="search__row">
          <span className="search__box">
            <Icon name="search" />
            <input
              id={id}
              type="search"
              className="utrecht-textbox utrecht-textbox--html-input"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </span>
          <Button kind="secondary" type="submit">
            {text.search}
          </Button>
        </div>
      </form>
    </search>
  );
}
