/**
 * What the build puts in place of Azure's sign-in (electron.vite.config.mts): the driver loads it whether it is wanted or not, and
 * Tickmark's two kinds of login never call it. A program for offline use carries no 20 MB of it along.
 */
export {};
