/** Starts a virtual screen; `name` is what DISPLAY has to be. */
export function startDisplay(): Promise<{ name: string; stop(): void }>;
