import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';
import { textsOf } from '../../texts';
import styles from './ci-select.module.css';
import { useConnectors } from './connectors-store';

const t = textsOf('settings');

interface CiSelectProps {
  value: string | undefined;
  onChange: (ciId: string) => void;
}

/** Chooses one of the known CIs, or takes a new one that is written out and ended with Enter. */
export const CiSelect = ({ value, onChange }: CiSelectProps) => {
  const cis = useConnectors((state) => state.cis);
  const [text, setText] = useState(value ?? '');
  const [open, setOpen] = useState(false);
  useEffect(() => setText(value ?? ''), [value]);

  const known = cis.map(({ ciId }) => ciId);
  const commit = (ciId: string) => {
    const trimmed = ciId.trim();
    if (trimmed === '') setText(value ?? '');
    else if (trimmed !== value) onChange(trimmed);
  };
  return (
    <Autocomplete
      label={t('ci.label')}
      classNames={{ root: styles.root, label: styles.label, wrapper: styles.wrapper }}
      placeholder={t('ci.placeholder')}
      data={known}
      limit={200}
      // The chosen CI as its own search text would hide all others from the list.
      filter={({ options, search }) =>
        search === value ? options : options.filter((option) => contains(option, search))
      }
      dropdownOpened={open}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      value={text}
      onChange={setText}
      onOptionSubmit={commit}
      onBlur={() => commit(text)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        commit(text);
        setOpen(false);
      }}
    />
  );
};

const contains = (option: object, search: string): boolean =>
  'value' in option && String(option.value).toLowerCase().includes(search.trim().toLowerCase());
