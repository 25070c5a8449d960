import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import dropdown from './dropdown.module.css';
import styles from './picker.module.css';
import { PickerList } from './picker-list';
import type { PickerOption } from './picker-options';

interface PickerProps {
  /** The accessible name: "Connector of question 1.10". */
  label: string;
  /** What is listed, in the plural: "connectors". */
  what: string;
  /** Asked for the options only when the dropdown opens: there may be thousands, in each of thousands of rows. */
  options: () => readonly PickerOption[];
  chosenKey: string | null;
  onChoose: (key: string) => void;
  /** Enter has chosen: where the keyboard goes on. */
  onCommitted?: () => void;
  /** What is chosen now, or what to do. */
  children: ReactNode;
  /** Shown quietly, as nothing is chosen yet. */
  asPlaceholder?: boolean;
  /** Offered below the options. */
  footer?: { label: string; run: () => void };
  disabled?: boolean;
  /** Says what is chosen and takes the focus, but does not open. */
  readOnly?: boolean;
  /** `row`: flat until pointed at, for tables. */
  look?: 'row' | 'field';
  /** Attributes of the button for a grid's arrow keys and tab stops. */
  control?: { tabIndex: number };
}

/** Whether a key starts a search in a closed dropdown. */
const isTyping = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** A dropdown with a search field. Nothing but its button exists until it is opened: a grid has two for each row. */
export const Picker = ({
  label,
  what,
  options,
  chosenKey,
  onChoose,
  onCommitted,
  children,
  asPlaceholder = false,
  footer,
  disabled = false,
  readOnly = false,
  look = 'field',
  control,
}: PickerProps) => {
  const [search, setSearch] = useState<string | null>(null);
  const listId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const open = search !== null;

  const close = () => {
    setSearch(null);
    button.current?.focus({ preventScroll: true });
  };
  const runFooter = () => {
    close();
    footer?.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly) return;
    if (open) {
      // The list is about to take the focus: what is typed until then belongs to its search.
      if (isTyping(event)) setSearch(search + event.key);
      event.preventDefault();
      return;
    }
    const opens = (event.altKey && event.key === 'ArrowDown') || isTyping(event);
    if (!opens) return;
    event.preventDefault();
    setSearch(isTyping(event) ? event.key : '');
  };

  return (
    <div className={dropdown.anchor} data-open={open}>
      <button
        ref={button}
        type="button"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        className={styles.button}
        aria-readonly={readOnly || undefined}
        data-look={look}
        data-placeholder={asPlaceholder}
        disabled={disabled}
        onClick={readOnly ? undefined : () => setSearch('')}
        onKeyDown={onKeyDown}
        {...control}
      >
        <span className={styles.value}>{children}</span>
      </button>
      {open && (
        <PickerList
          listId={listId}
          what={what}
          options={options}
          chosenKey={chosenKey}
          firstSearch={search}
          onChoose={(key, withEnter) => {
            close();
            onChoose(key);
            if (withEnter) onCommitted?.();
          }}
          dropdown={{ onClose: close, onLeave: () => setSearch(null) }}
          footer={footer && { label: footer.label, run: runFooter }}
        />
      )}
    </div>
  );
};
