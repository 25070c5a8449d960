/**
 * `encryption.json` in the data folder: whether the store is to be encrypted, and the key sealed with the recovery code.
 * It is the intent; what lies in the folder is brought to it when the store is opened.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../files/read-if-there';
import { writeWhole } from '../files/write-whole';

const protectionSchema = z.object({
  version: z.literal(1),
  wanted: z.enum(['encrypted', 'clear']),
  /** Under it the keychain keeps the key; it is also in the store, which can't be read yet. */
  storeId: z.string(),
  /** The data key, sealed with the recovery code; base64. */
  recovery: z.string(),
});

export type ProtectionFile = z.infer<typeof protectionSchema>;

const pathIn = (dataFolder: string): string => join(dataFolder, 'encryption.json');

/** Undefined where there is none; throws where it is there and can't be read. */
export const readProtection = (dataFolder: string): ProtectionFile | undefined => {
  const text = readIfThere(pathIn(dataFolder));
  return text === undefined ? undefined : protectionSchema.parse(JSON.parse(text));
};

/** On disk before it answers: the key must not be needed before it can be recovered. */
export const writeProtection = (dataFolder: string, protection: ProtectionFile): void =>
  writeWhole(pathIn(dataFolder), `${JSON.stringify(protection, null, 2)}\n`);

export const removeProtection = (dataFolder: string): void => rmSync(pathIn(dataFolder), { force: true });
