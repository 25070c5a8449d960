import { useEffect, useState } from 'react';
import type { StoreStatus } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { textsOf } from '../../texts';
import styles from './legacy.module.css';

const t = textsOf('legacy');

const lookEveryMs = 2_000;

type UnderWay = NonNullable<StoreStatus['secretsUnderWay']>;

/** Follows the secrets that wait for the keychain, until none does. */
const useSecretsUnderWay = (): UnderWay | undefined => {
  const [underWay, setUnderWay] = useState<UnderWay>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const look = async () => {
      const answer = await bridge.app.storeStatus();
      if (left) return;
      const found = answer.ok ? answer.value.secretsUnderWay : undefined;
      setUnderWay(found);
      if (found) timer = setTimeout(look, lookEveryMs);
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
  return underWay;
};

const describe = ({ waiting, total, unreadable, paused }: UnderWay): string => {
  if (unreadable === waiting) return t('secrets.unreadable', { count: unreadable });
  return t(paused ? 'secrets.paused' : 'secrets.underWay', { waiting, total });
};

/** Above the list of connectors, while secrets that an upgrade or an import brought are on their way into the keychain. */
export const SecretsBanner = () => {
  const underWay = useSecretsUnderWay();
  return underWay ? <p className={styles.underWay}>{describe(underWay)}</p> : null;
};
