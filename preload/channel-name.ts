/** The one place that names a channel of the bridge. */
export const channelName = (area: string, method: string): string => `tickmark:${area}.${method}`;
