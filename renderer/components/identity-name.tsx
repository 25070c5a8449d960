import { textsOf } from '../texts';
import { currentDictionary } from '../texts/dictionary';
import { formatIdentityName } from './format';
import styles from './identity-name.module.css';

const t = textsOf('components');

const explained = ['fileId', 'schema'] as const;

/** The name of a part of an identity; where it does not say what it is, resting on it tells. */
export const IdentityName = ({ name }: { name: string }) => {
  const known = explained.find((part) => part === name);
  return (
    <span className={styles.name} title={known && t(`identity.${known}`)}>
      {currentDictionary().identityWords[name] ?? formatIdentityName(name)}
    </span>
  );
};
