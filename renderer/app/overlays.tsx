import { lazy, Suspense, useEffect, useState } from 'react';
import { Palette } from '../features/palette/palette';
import { usePackVerdict } from '../features/proof/verify-pack-store';
import { type Overlay, useOverlay } from './commands';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/shortcuts/shortcuts-dialog')).ShortcutsDialog,
}));
const PackVerdictDialog = lazy(async () => ({
  default: (await import('../features/proof/verify-pack-dialog')).PackVerdictDialog,
}));
const Tour = lazy(async () => ({ default: (await import('../features/tour/tour')).Tour }));

/** What floats above the page. Only the palette's code is there from the start: the keys typed after Ctrl+K are meant for it. */
export const Overlays = () => {
  const overlay = useOverlay((state) => state.overlay);
  const wanted = useWanted(overlay);
  const packVerified = usePackVerdict((state) => state.verdict !== null);
  return (
    <>
      <Palette opened={overlay === 'palette'} />
      <Suspense>
        {wanted.has('shortcuts') && <ShortcutsDialog opened={overlay === 'shortcuts'} />}
        {packVerified && <PackVerdictDialog />}
        {overlay === 'tour' && <Tour />}
      </Suspense>
    </>
  );
};

// A dialog that was opened once stays, closed, so that it can fade and return the focus.
const useWanted = (overlay: Overlay | null): ReadonlySet<Overlay> => {
  const [wanted, setWanted] = useState<ReadonlySet<Overlay>>(new Set());
  useEffect(() => {
    if (overlay) setWanted((before) => new Set([...before, overlay]));
  }, [overlay]);
  return wanted;
};
