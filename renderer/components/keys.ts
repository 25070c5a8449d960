import { textsOf } from '../texts';

const t = textsOf('components');

const isMac = () => navigator.platform.startsWith('Mac');

const names: Record<string, () => string> = {
  mod: () => (isMac() ? '⌘' : t('keys.ctrl')),
  alt: () => (isMac() ? '⌥' : t('keys.alt')),
  shift: () => (isMac() ? '⇧' : t('keys.shift')),
  ArrowUp: () => '↑',
  ArrowDown: () => '↓',
  ArrowLeft: () => '←',
  ArrowRight: () => '→',
  PageUp: () => t('keys.pageUp'),
  PageDown: () => t('keys.pageDown'),
  Home: () => t('keys.home'),
  End: () => t('keys.end'),
  Space: () => t('keys.space'),
};

const nameOf = (key: string): string => names[key]?.() ?? key;

/** A shortcut as people know it: `mod+K` → "Ctrl+K", "Strg+K" or "⌘K". Several are parted by spaces. */
export const shownKeys = (keys: string): string =>
  keys
    .split(' ')
    .map((shortcut) =>
      shortcut
        .split('+')
        .map(nameOf)
        .join(isMac() ? '' : '+'),
    )
    .join(' ');
