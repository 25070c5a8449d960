/** The Electron that is already on this machine, or undefined. */
export function findElectronRuntime(): { kind: string; folder: string; executable: string } | undefined;

/** What Electron has to be started with here; never in a packaged Tickmark. */
export function sandboxArguments(): string[];
