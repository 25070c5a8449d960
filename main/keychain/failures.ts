import { type Failure, failure } from '../result';

const keepForSession = 'You can also keep the secret for this session only.';

const linuxHint = (message: string): string => {
  if (/cannot open shared object file/i.test(message)) {
    return `Install libsecret (package libsecret-1-0 or libsecret), then start Tickmark again. ${keepForSession}`;
  }
  if (/error occurred on the device/i.test(message)) {
    return `Make room on the disk where your keyring is kept, then try again. ${keepForSession}`;
  }
  if (/autolaunch|not provided|ServiceUnknown|connect|No such file/i.test(message)) {
    return `No Secret Service answers on D-Bus: start GNOME Keyring or KWallet, then try again. ${keepForSession}`;
  }
  return `Unlock your keyring (for example in Passwords and Keys, or KWalletManager), then try again. ${keepForSession}`;
};

const unlockHint = (message: string, platform: NodeJS.Platform): string => {
  if (platform === 'darwin') {
    return `Unlock the login keychain in Keychain Access and allow Tickmark to use its entries, then try again. ${keepForSession}`;
  }
  if (platform === 'win32') {
    return `Check in Windows' Credential Manager that this account may keep credentials, then try again. ${keepForSession}`;
  }
  return linuxHint(message);
};

/** The platform refused, in its own words (`message`). */
export const refusedByPlatform = (message: string, platform: NodeJS.Platform): Failure =>
  failure('KEYCHAIN_UNAVAILABLE', `The keychain could not be used: ${message || 'it gave no reason'}`, {
    hint: unlockHint(message, platform),
  });

/** An entry this store is known to have written is not there. */
export const notUnlocked = (platform: NodeJS.Platform): Failure =>
  failure('KEYCHAIN_UNAVAILABLE', 'The keychain was not unlocked, or this is another keychain than before.', {
    hint: `${unlockHint('', platform)} If it is another keychain, enter the connectors’ secrets again.`,
  });

export const noAnswer = (deadlineMs: number, platform: NodeJS.Platform): Failure =>
  failure('KEYCHAIN_UNAVAILABLE', `The keychain did not answer within ${deadlineMs / 1000} seconds.`, {
    hint: `If a dialog asks you to unlock it, answer the dialog and try again. ${unlockHint('', platform)}`,
  });

export const processEnded = (): Failure =>
  failure('KEYCHAIN_UNAVAILABLE', 'The process that reads the keychain ended before it answered.', {
    hint: `Try again: it is started anew. ${keepForSession}`,
  });

/** The keychain took a secret, and answered something else when asked for it. */
export const notReadBack = (): Failure =>
  failure('KEYCHAIN_UNAVAILABLE', 'The keychain did not keep what was written to it.', {
    hint: `Try again. ${keepForSession}`,
  });

/** The same failure where there is no secret of a session to fall back to. */
export const withoutSessionAdvice = ({ error }: Failure): Failure => {
  const { hint, ...rest } = error;
  return { ok: false, error: { ...rest, ...(hint && { hint: hint.replace(keepForSession, '').trim() }) } };
};
