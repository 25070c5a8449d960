const fold = (text: string): string => text.trim().normalize('NFC').replace(/\s+/gu, ' ');

/** What makes two connector names the same within a CI: `prod ` and `Prod` are one name. */
export const nameKey = (name: string): string => fold(name).toLowerCase();

/** The form in which a connector's name is stored and shown. */
export const displayName = (name: string): string => fold(name);

/** The form in which a CI is stored and compared. */
export const ciKey = (ciId: string): string => ciId.trim().normalize('NFC');
