import { create } from 'zustand';
import type { Value } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';

const t = textsOf('proof');

export type Verdict = Value<'evidence', 'verifyPack'>;

/** The pack that is being verified, or whose verdict is shown, whichever page is open. */
export const usePackVerdict = create<{ busy: boolean; verdict: Verdict | null }>(() => ({
  busy: false,
  verdict: null,
}));

/** Verifies a pack that main knows by the token. */
export const verifyPack = async (fileToken: string): Promise<void> => {
  usePackVerdict.setState({ busy: true });
  const answer = await bridge.evidence.verifyPack({ fileToken });
  usePackVerdict.setState({ busy: false, verdict: answer.ok ? answer.value : null });
  if (!answer.ok) noticeError(answer.error, t('pack.notVerified'), t('pack.unchanged'));
};

/** Asks for a pack and verifies it. */
export const verifyChosenPack = async (): Promise<void> => {
  const picked = await bridge.files.pick({ purpose: 'pack' });
  if (picked.ok && picked.value) await verifyPack(picked.value.fileToken);
};

/** Verifies the pack that was opened with Tickmark from outside, if there is one. */
export const verifyOpenedPack = async (): Promise<void> => {
  const opened = await bridge.files.opened();
  if (opened.ok && opened.value) await verifyPack(opened.value.fileToken);
};

export const closeVerdict = (): void => usePackVerdict.setState({ verdict: null });

/**
 * A verdict may appear above any other dialog, also when a pack is opened from outside. Each dialog listens for Escape at
 * the window by itself, so only who listens before all of them can keep it from those below: call it before the first
 * page is shown.
 */
export const keepEscapeForVerdict = (): void =>
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing || usePackVerdict.getState().verdict === null) return;
      event.stopImmediatePropagation();
      closeVerdict();
    },
    { capture: true },
  );
