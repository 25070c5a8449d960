import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { textsOf } from '../../../texts';
import styles from '../questions.module.css';
import { takeDroppedFile } from './import-store';

const t = textsOf('questions');

interface DropAreaProps {
  applicationId: number;
  /** Takes none. */
  closed: boolean;
  children: ReactNode;
}

/** Takes a file that is dropped anywhere on its content. */
export const DropArea = ({ applicationId, closed, children }: DropAreaProps) => {
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only as many leaves as enters mean that the file is gone.
  const depth = useRef(0);
  const carriesFile = (event: DragEvent) => !closed && event.dataTransfer.types.includes('Files');
  const move = (event: DragEvent, step: number) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void takeDroppedFile(applicationId, file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside takes the keyboard
    <div
      className={styles.dropArea}
      onDragEnter={(event) => move(event, 1)}
      onDragOver={(event) => move(event, 0)}
      onDragLeave={(event) => move(event, -1)}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className={styles.dropHint}>
          <IconFileImport size={32} aria-hidden />
          <strong>{t('import.drop')}</strong>
          <span>{t('import.dropHint')}</span>
        </div>
      )}
    </div>
  );
};
