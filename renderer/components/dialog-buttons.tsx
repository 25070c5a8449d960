import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog-buttons.module.css';

/** The buttons that end a dialog: they stay in view where the dialog is longer than the window. */
export const DialogButtons = ({ children }: { children: ReactNode }) => (
  <Group justify="flex-end" gap="sm" className={styles.buttons}>
    {children}
  </Group>
);
