import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { EnvironmentBadge } from '../../components/environment-badge';
import { StatusDot } from '../../components/status-dot';
import { textsOf } from '../../texts';
import styles from './picker.module.css';
import { type PickerOption, searchOptions } from './picker-options';
import { type RowPlace, SearchedList } from './searched-list';

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

/** The options of a picker, found by typing. */
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
  return (
    <SearchedList
      listId={listId}
      role="listbox"
      label={what}
      searchLabel={t('picker.searchLabel', { what })}
      placeholder={t('picker.search')}
      nothing={t('picker.nothing', { what })}
      search={search}
      onSearch={setSearch}
      rows={found}
      active={active}
      onActive={setActive}
      onEnter={(option) => onChoose(option.key, true)}
      dropdown={dropdown}
      renderRow={(option, place) => (
        <Option
          key={option.key}
          option={option}
          chosen={option.key === chosenKey}
          place={place}
          onChoose={() => onChoose(option.key, false)}
        />
      )}
    >
      {footer && (
        <button type="button" className={styles.footer} onClick={footer.run}>
          <IconPlus size={14} aria-hidden /> {footer.label}
        </button>
      )}
    </SearchedList>
  );
};

interface OptionProps {
  option: PickerOption;
  chosen: boolean;
  place: RowPlace;
  onChoose: () => void;
}

// The search field keeps the focus and names the active option, so an option itself takes no key.
const Option = ({ option, chosen, place, onChoose }: OptionProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the search field
  <div
    id={place.id}
    role="option"
    tabIndex={-1}
    aria-selected={chosen}
    aria-posinset={place.index + 1}
    aria-setsize={place.count}
    className={styles.option}
    data-active={place.active}
    style={{ transform: `translateY(${place.start}px)` }}
    onClick={onChoose}
  >
    {option.state && <StatusDot state={option.state} label={t(`status.${option.state}`)} />}
    <span className={styles.optionLabel} title={option.label}>
      {option.label}
    </span>
    {option.environment && <EnvironmentBadge environment={option.environment} />}
    {option.detail && (
      <span className={styles.optionDetail} title={option.detail}>
        <bdi>{option.detail}</bdi>
      </span>
    )}
    {chosen && <IconCheck size={14} className={styles.check} aria-hidden />}
  </div>
);
