import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { EnvironmentBadge } from '../../components/environment-badge';
import { StatusDot } from '../../components/status-dot';
import { textsOf } from '../../texts';
import { popoverProps, useShownAsPopover } from './dropdown';
import styles from './picker.module.css';
import { type PickerOption, searchOptions } from './picker-options';

const t = textsOf('analysis');

interface PickerListProps {
  listId: string;
  /** What is listed, in the plural: "connectors". */
  what: string;
  options: () => readonly PickerOption[];
  chosenKey: string | null;
  firstSearch: string;
  onChoose: (key: string, withEnter: boolean) => void;
  /** Where it is a dropdown: Escape closes it, and so does what takes the focus or a click elsewhere. */
  dropdown?: { onClose: () => void; onLeave: () => void };
  footer?: { label: string; run: () => void };
}

const optionHeight = 34;

/**
 * A search field over a list that draws only the options in sight. As a dropdown it is the platform's own popover, above
 * everything and closed by a click beside it; `picker.module.css` says where it opens.
 */
export const PickerList = ({
  listId,
  what,
  options,
  chosenKey,
  firstSearch,
  onChoose,
  dropdown,
  footer,
}: PickerListProps) => {
  const [all] = useState(options);
  const [search, setSearch] = useState(firstSearch);
  const found = useMemo(() => searchOptions(all, search), [all, search]);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      found.findIndex((option) => option.key === chosenKey),
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useShownAsPopover(list, searchField, dropdown !== undefined);
  const virtualizer = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => optionHeight,
    initialOffset: () => Math.max(0, (active - 3) * optionHeight),
    overscan: 4,
  });

  const moveTo = (index: number) => {
    const next = Math.min(Math.max(0, index), found.length - 1);
    setActive(next);
    if (next >= 0) virtualizer.scrollToIndex(next);
  };
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 8,
    PageUp: active - 8,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    const option = found[active];
    if (move !== undefined) moveTo(move);
    else if (event.key === 'Enter' && option) onChoose(option.key, true);
    else if (event.key === 'Escape' && dropdown) dropdown.onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={list} className={styles.list} {...(dropdown && popoverProps(dropdown.onLeave))}>
      <input
        ref={searchField}
        data-autofocus
        className={styles.search}
        role="combobox"
        aria-label={t('picker.searchLabel', { what })}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[active] && `${listId}-${active}`}
        placeholder={t('picker.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          moveTo(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={scroller} className={styles.scroller} tabIndex={-1}>
        <div
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-label={what}
          className={styles.canvas}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const option = found[index];
            if (!option) return null;
            return (
              <Option
                key={option.key}
                id={`${listId}-${index}`}
                option={option}
                chosen={option.key === chosenKey}
                active={index === active}
                place={{ index, count: found.length, start }}
                onChoose={() => onChoose(option.key, false)}
              />
            );
          })}
        </div>
        {found.length === 0 && <div className={styles.nothing}>{t('picker.nothing', { what })}</div>}
      </div>
      {footer && (
        <button type="button" className={styles.footer} onClick={footer.run}>
          <IconPlus size={14} aria-hidden /> {footer.label}
        </button>
      )}
    </div>
  );
};

interface OptionProps {
  id: string;
  option: PickerOption;
  chosen: boolean;
  active: boolean;
  place: { index: number; count: number; start: number };
  onChoose: () => void;
}

// The search field keeps the focus and names the active option, so an option itself takes no key.
const Option = ({ id, option, chosen, active, place, onChoose }: OptionProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the search field
  <div
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={chosen}
    aria-posinset={place.index + 1}
    aria-setsize={place.count}
    className={styles.option}
    data-active={active}
    style={{ transform: `translateY(${place.start}px)` }}
    onClick={onChoose}
  >
    {option.state && <StatusDot state={option.state} label={t(`status.${option.state}`)} />}
    <span className={styles.optionLabel}>{option.label}</span>
    {option.environment && <EnvironmentBadge environment={option.environment} />}
    {option.detail && (
      <span className={styles.optionDetail}>
        <bdi>{option.detail}</bdi>
      </span>
    )}
    {chosen && <IconCheck size={14} className={styles.check} aria-hidden />}
  </div>
);
