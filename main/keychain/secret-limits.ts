/** Size of a credential in Windows' Credential Manager (CRED_MAX_CREDENTIAL_BLOB_SIZE); keytar stores it as UTF-8. */
const windowsMaximumBytes = 2_560;

/** Why the platform's keychain can't hold this secret, in words for the person who entered it. */
export const whyRefused = (secret: string, platform: NodeJS.Platform): string | undefined => {
  if (secret === '') return 'An empty secret can’t be kept.';
  // libsecret takes a C string: what follows a NUL would be lost.
  if (secret.includes('\0')) return 'A secret can’t contain the character NUL.';
  const bytes = Buffer.from(secret, 'utf8');
  if (bytes.toString('utf8') !== secret) return 'The secret contains half a character (an unpaired surrogate).';
  if (platform === 'win32' && bytes.length > windowsMaximumBytes) {
    return `Windows’ Credential Manager holds at most 2,560 bytes; this secret has ${bytes.length}.`;
  }
  return undefined;
};
