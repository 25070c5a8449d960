import { lazy, Suspense, useEffect, useState } from 'react';
import { type Overlay, useOverlay } from './commands';

const Palette = lazy(async () => ({ default: (await import('../features/palette/palette')).Palette }));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/shortcuts/shortcuts-dialog')).ShortcutsDialog,
}));
const Tour = lazy(async () => ({ default: (await import('../features/tour/tour')).Tour }));

/** What floats above the page. The code of each is read when it is first asked for. */
export const Overlays = () => {
  const overlay = useOverlay((state) => state.overlay);
  const wanted = useWanted(overlay);
  return (
    <Suspense>
      {wanted.has('palette') && <Palette opened={overlay === 'palette'} />}
      {wanted.has('shortcuts') && <ShortcutsDialog opened={overlay === 'shortcuts'} />}
      {overlay === 'tour' && <Tour />}
    </Suspense>
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
