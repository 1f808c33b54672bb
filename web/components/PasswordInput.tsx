import { useState } from 'react';
import { TextInput, type TextInputProps } from './TextInput.tsx';
import { useComponentText } from './text.ts';
import './PasswordInput.css';

/** A password that can be looked at, and pasted into by a password manager. */
export function PasswordInput(props: Omit<TextInputProps, 'type'>) {
  const text = useComponentText();
  const [isShown, setShown] = useState(false);
  return (
    <div className="password">
      <TextInput {...props} type={isShown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      <button
        type="button"
        className="password__toggle"
        aria-label={isShown ? text.hidePasswordLong : text.showPasswordLong}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? text.hidePassword : text.showPassword}
      </button>
    </div>
  );
}
