import { textsOf } from '../texts';

const t = textsOf('components');

const isMac = () => navigator.platform.startsWith('Mac');

const nameOf = (key: string): string => {
  if (key === 'mod') return isMac() ? '⌘' : t('keys.ctrl');
  if (key === 'alt') return isMac() ? '⌥' : t('keys.alt');
  if (key === 'shift') return isMac() ? '⇧' : t('keys.shift');
  if (key === 'ArrowLeft') return '←';
  return key;
};

/** A shortcut as people know it: `mod+K` → "Ctrl+K", "Strg+K" or "⌘K". */
export const shownKeys = (keys: string): string =>
  keys
    .split('+')
    .map(nameOf)
    .join(isMac() ? '' : '+');
