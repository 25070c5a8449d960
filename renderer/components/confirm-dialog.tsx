import { Button, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { create } from 'zustand';
import { textsOf } from '../texts';
import { DialogButtons } from './dialog-buttons';

const t = textsOf('components');

export interface Confirmation {
  title: string;
  body: ReactNode;
  /** The verb and its object: "Delete connector", "Start 4 runs on production". */
  confirmLabel: string;
  cancelLabel?: string;
  /** `danger` can't be undone; `production` touches a client's production system and is the only red one. */
  tone?: 'default' | 'danger' | 'production';
}

interface ConfirmState {
  open: boolean;
  asked: Confirmation | null;
  answer: ((agreed: boolean) => void) | null;
  /** Where the keyboard was when the question was asked. */
  askedFrom: Element | null;
}

const useConfirm = create<ConfirmState>(() => ({ open: false, asked: null, answer: null, askedFrom: null }));

/** Asks a question in a dialog. Answers false when it is closed in any other way than by its confirm button. */
export const confirm = (confirmation: Confirmation): Promise<boolean> => {
  settle(false);
  // Opened after the event that asked: the same Escape that closes a form must not reach the question it raises.
  return new Promise((answer) => {
    const askedFrom = document.activeElement;
    setTimeout(() => useConfirm.setState({ open: true, asked: confirmation, answer, askedFrom }));
  });
};

// What was asked stays in the store while the dialog fades out.
const settle = (agreed: boolean): void => {
  const { answer, askedFrom } = useConfirm.getState();
  useConfirm.setState({ open: false, answer: null, askedFrom: null });
  // At once, not after the fade: a form that closes on the answer has to return the focus further still.
  if (askedFrom instanceof HTMLElement) askedFrom.focus({ preventScroll: true });
  answer?.(agreed);
};

/** Whether a question waits for its answer; what lies below must then not react to Escape. */
export const useConfirmOpen = (): boolean => useConfirm((state) => state.open);

const buttonColors = { default: 'accent', danger: 'ink', production: 'red' } as const;

/** Shows what `confirm` asks. The window has exactly one. */
export const ConfirmHost = () => {
  const open = useConfirm((state) => state.open);
  const asked = useConfirm((state) => state.asked);
  const tone = asked?.tone ?? 'default';
  return (
    <Modal opened={open} onClose={() => settle(false)} title={asked?.title} size="md" zIndex={400} returnFocus={false}>
      <Stack gap="lg">
        <div>{asked?.body}</div>
        <DialogButtons>
          <Button
            variant="default"
            onClick={() => settle(false)}
            data-autofocus={tone === 'default' ? undefined : true}
          >
            {asked?.cancelLabel ?? t('cancel')}
          </Button>
          <Button
            color={buttonColors[tone]}
            onClick={() => settle(true)}
            data-autofocus={tone === 'default' ? true : undefined}
          >
            {asked?.confirmLabel}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
};
