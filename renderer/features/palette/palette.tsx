import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { showOverlay } from '../../app/commands';
import { currentApplication } from '../../app/current-application';
import { shownKeys } from '../../components/keys';
import { textsOf } from '../../texts';
import type { searchGuide } from '../help/guide';
import { loadQuestions, useQuestions } from '../questions/questions-store';
import { guideEntries, paletteEntries } from './entries';
import styles from './palette.module.css';
import { type PaletteEntry, searchEntries } from './search';

const t = textsOf('palette');

/** Everything that can be done and gone to, found by a few letters. */
export const Palette = ({ opened }: { opened: boolean }) => (
  <Modal.Root
    opened={opened}
    onClose={() => showOverlay(null)}
    size="38rem"
    yOffset="12vh"
    padding={0}
    // There at once, with the focus: who types on after Ctrl+K types into it. It gives the focus back by itself.
    transitionProps={{ duration: 0 }}
    returnFocus={false}
  >
    <Modal.Overlay backgroundOpacity={0.4} />
    <Modal.Content aria-label={t('title')}>
      <Modal.Body>
        <Finder />
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);

const Finder = () => {
  const [entries, setEntries] = useState(paletteEntries);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const field = useFocusAtOnce();
  const guide = useGuide();
  const found = [...searchEntries(entries, search), ...guideEntries(guide(search))];
  const chosen = Math.min(active, found.length - 1);

  useEffect(() => {
    const current = currentApplication();
    const known = useQuestions.getState().applicationId === current?.id;
    if (current && !known) void loadQuestions(current.id).then(() => setEntries(paletteEntries()));
  }, []);

  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    showOverlay(null);
    void entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Record<string, number> = {
      ArrowDown: (chosen + 1) % found.length,
      ArrowUp: (chosen - 1 + found.length) % found.length,
      PageDown: Math.min(found.length - 1, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    };
    const target = targets[event.key];
    if (event.key === 'Enter') run(found[chosen]);
    else if (target === undefined || found.length === 0) return;
    else setActive(target);
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.field}>
        <IconSearch size={16} aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={found.length > 0 ? `${list}-${chosen}` : undefined}
          aria-autocomplete="list"
          aria-label={t('search')}
          placeholder={t('search')}
          spellCheck={false}
          ref={field}
          data-autofocus
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label={t('title')} className={styles.list}>
        {found.map((entry, index) => (
          <Line
            key={entry.id}
            id={`${list}-${index}`}
            entry={entry}
            chosen={index === chosen}
            onChoose={() => run(entry)}
          />
        ))}
      </div>
      <div role="status" className={styles.nothing}>
        {found.length === 0 && t('nothing', { search })}
      </div>
    </>
  );
};

/** Looks into the guide, whose text is read once the palette is open. */
const useGuide = (): typeof searchGuide => {
  const [search, setSearch] = useState<typeof searchGuide>(() => () => []);
  useEffect(() => {
    void import('../help/guide').then((guide) => setSearch(() => guide.searchGuide));
  }, []);
  return search;
};

/** Takes the focus before the next key can be pressed, and gives it back at the end. */
const useFocusAtOnce = () => {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return field;
};

interface LineProps {
  id: string;
  entry: PaletteEntry;
  chosen: boolean;
  onChoose: () => void;
}

const Line = ({ id, entry, chosen, onChoose }: LineProps) => {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the search field, which acts on the chosen line.
    <div ref={line} id={id} role="option" aria-selected={chosen} className={styles.line} onClick={onChoose}>
      <span className={styles.label}>
        <span lang={entry.lang}>{entry.label}</span>
        {entry.context && (
          <span className={styles.context}>
            {' '}
            {entry.context}
            {entry.page && (
              <>
                {' · '}
                <span lang={entry.lang}>{entry.page}</span>
              </>
            )}
          </span>
        )}
      </span>
      {entry.keys && <kbd className={styles.keys}>{shownKeys(entry.keys)}</kbd>}
    </div>
  );
};
