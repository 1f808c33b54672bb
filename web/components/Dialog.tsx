import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { Heading } from './Heading.tsx';
import { IconButton } from './IconButton.tsx';
import { useComponentText } from './text.ts';
import { keepFocusOnPage } from './titleFocus.ts';
import { isStoryTyped } from './typedText.ts';
import './Dialog.css';

interface DialogProps {
  isOpen: boolean;
  /** Escape, the cross and a press beside it all ask for this. Without it there is no way around what is asked. */
  onClose?: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom: first what it does, then the way out. */
  actions?: ReactNode;
}

/** One question above the page. The browser's own dialog: the focus stays inside and returns to where it came from. */
export function Dialog({ isOpen, onClose, title, children, actions }: DialogProps) {
  const text = useComponentText();
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  /**
   * The paper covers the whole of it, so a press on the dialog itself is one beside it. For the mouse; a keyboard has Escape.
   * With a story half typed it was more likely a slip.
   */
  const pressed = useEffectEvent((event: MouseEvent) => {
    if (box.current && event.target === box.current && !isStoryTyped(box.current)) onClose?.();
  });
  useEffect(() => {
    const dialog = box.current;
    if (!isOpen || !dialog) return;
    const opener = document.activeElement;
    dialog.showModal();
    dialog.addEventListener('click', pressed);
    return () => {
      dialog.removeEventListener('click', pressed);
      dialog.close();
      giveFocusBack(opener);
    };
  }, [isOpen]);
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => !onClose && event.preventDefault()}
      onClose={() => !box.current?.open && (onClose ? onClose() : isOpen && box.current?.showModal())}
    >
      <div className="dialog__paper">
        <div className="dialog__head">
          <Heading level={2} id={titleId}>
            {title}
          </Heading>
          {onClose && <IconButton icon="close" label={text.close} onClick={onClose} />}
        </div>
        {isOpen && children}
        {actions && <div className="dialog__actions">{actions}</div>}
      </div>
    </dialog>
  );
}

function giveFocusBack(opener: Element | null): void {
  if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  keepFocusOnPage();
}
