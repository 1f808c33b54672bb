import { useState } from 'react';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { wishFocusOnTitle } from '../../components/titleFocus.ts';
import { useMe } from '../../session/me.tsx';
import { useProtocolText } from '../text.ts';
import { missingIn } from './missing.ts';
import { type Draft, useKeptDraft } from './useKeptDraft.ts';
import { whereIs } from './whereIs.ts';

export interface Editing<Content> {
  readonly draft: Draft<Content>;
  readonly change: (content: Content) => void;
  readonly errors: readonly FieldError[];
  /** Somebody else put a version in force since. */
  readonly isOvertaken: boolean;
  readonly isPreview: boolean;
  readonly preview: () => void;
  readonly goOn: () => void;
  readonly beginAgain: () => void;
  readonly forget: () => void;
}

/** Changing something that was agreed: type, look at it as others will, and only then let it count. */
export function useEditing<Content>(
  name: string,
  inForce: Draft<Content>,
  /** What else cannot be, in words, for a content with rules of its own. */
  flawsIn: (content: Content) => readonly FieldError[] = () => [],
): Editing<Content> {
  const { editing: text } = useProtocolText();
  const { person } = useMe();
  const say = useSay();
  const draft = useKeptDraft(`${person.id}:${name}`, inForce);
  const [isPreview, setPreview] = useState(false);
  const [hasTried, setTried] = useState(false);
  const { basedOnVersion, content: typed } = draft;
  const wrongIn = (content: Content) => [...missingIn(content).map(tell), ...flawsIn(content)];
  const errors = hasTried ? wrongIn(typed) : [];

  function tell({ fieldId, complaint }: ReturnType<typeof missingIn>[number]): FieldError {
    return { fieldId, message: text.complaints[complaint](whereIs(fieldId, text.parts)) };
  }

  function show(preview: boolean) {
    wishFocusOnTitle();
    setPreview(preview);
    window.scrollTo({ top: 0 });
  }

  return {
    draft: { basedOnVersion, content: typed },
    change(content) {
      draft.change(content);
      // Once all is well, the next look at it is a new try.
      if (hasTried && wrongIn(content).length === 0) setTried(false);
    },
    errors,
    isOvertaken: basedOnVersion !== inForce.basedOnVersion,
    isPreview,
    preview() {
      const isComplete = wrongIn(typed).length === 0;
      setTried(!isComplete);
      if (isComplete) show(true);
    },
    goOn: () => show(false),
    beginAgain() {
      draft.beginAgain();
      setTried(false);
      if (isPreview) show(false);
      say(text.discarded);
    },
    forget: draft.forget,
  };
}
