import { Modal } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp } from '@tabler/icons-react';
import { commandKeys, showOverlay } from '../../app/commands';
import { shownKeys } from '../../components/keys';
import { textsOf } from '../../texts';
import styles from './shortcuts-dialog.module.css';

const t = textsOf('shortcuts');

const commands = [
  'palette',
  'new-audit',
  'connectors',
  'overview',
  'step-1',
  'step-2',
  'step-3',
  'step-4',
  'step-5',
  'back',
  'forward',
  'shortcuts',
  'help',
] as const;

const inLists: [
  keys: string,
  text: 'move' | 'page' | 'ends' | 'across' | 'tick' | 'range' | 'open' | 'result' | 'leave',
][] = [
  ['↑ ↓', 'move'],
  ['PageUp PageDown', 'page'],
  ['Home End', 'ends'],
  ['← →', 'across'],
  ['Space', 'tick'],
  ['shift+Space', 'range'],
  ['Enter', 'open'],
  ['alt+ArrowUp alt+ArrowDown', 'result'],
  ['Esc', 'leave'],
];

/** All keys that do something, in one place. */
export const ShortcutsDialog = ({ opened }: { opened: boolean }) => (
  <Modal opened={opened} onClose={() => showOverlay(null)} title={t('title')} size="36rem">
    <Keys
      title={t('everywhere')}
      lines={commands.map((command) => [commandKeys[command] ?? '', t(`commands.${command}`)])}
    />
    <Keys title={t('lists')} lines={inLists.map(([keys, text]) => [keys, t(`list.${text}`)])} />
  </Modal>
);

const arrows = { '↑': IconArrowUp, '↓': IconArrowDown, '←': IconArrowLeft, '→': IconArrowRight };

/** With arrows that are drawn: the fonts of the window lack two of the four. */
const withArrows = (keys: string) =>
  keys.split(/([↑↓←→])/).map((part, index) => {
    const Arrow = arrows[part as keyof typeof arrows];
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
    return Arrow ? <Arrow key={index} size={14} role="img" aria-label={part} /> : part;
  });

const Keys = ({ title, lines }: { title: string; lines: [keys: string, text: string][] }) => (
  <table className={styles.keys}>
    <caption className={styles.caption}>{title}</caption>
    <tbody>
      {lines.map(([keys, text]) => (
        <tr key={keys}>
          <th scope="row">{text}</th>
          <td>
            <kbd>{withArrows(shownKeys(keys))}</kbd>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
