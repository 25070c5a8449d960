import { packageTickmark } from './packaged';

/** Before any window is open: packaging builds anew, and a window that is open loads its parts from the build. */
export const setup = (): void => packageTickmark();
