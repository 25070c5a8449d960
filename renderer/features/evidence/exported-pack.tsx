import { CloseButton } from '@mantine/core';
import { CopyButton } from '../../components/copy-button';
import { formatExactTime } from '../../components/format';
import { textsOf } from '../../texts';
import { VerifyThisPackButton } from '../proof/verify-pack-dialog';
import styles from './evidence.module.css';
import type { LastPack, PackExport } from './packs-store';

const t = textsOf('evidence');

/** What was just exported and where it lies, and how the client or a reviewer verifies it without this program. */
export const ExportedPack = ({ pack, onClose }: { pack: PackExport; onClose: () => void }) => {
  const { fileName, files, sha256, displayPath, fingerprint, fileToken } = pack;
  return (
    <section className={styles.exported} role="status" aria-label={t('exported.label')}>
      <CloseButton className={styles.exportedClose} aria-label={t('exported.close')} onClick={onClose} />
      <div className={styles.exportedHead}>
        <h2>{t('exported.title', { fileName, count: files })}</h2>
        {fileToken && <VerifyThisPackButton fileToken={fileToken} />}
      </div>
      {displayPath && (
        <Line name={t('exported.place')} what={t('exported.path')}>
          {displayPath}
        </Line>
      )}
      <Line name="SHA-256" what={t('exported.hash')}>
        {sha256}
      </Line>
      {fingerprint && (
        <Line name={t('exported.fingerprint')} what={t('exported.fingerprint')} help={t('exported.fingerprintHelp')}>
          {fingerprint}
        </Line>
      )}
      <div>
        {t('exported.verify')}
        <Line what={t('exported.command')}>{`node verify-pack.mjs "${fileName}"`}</Line>
      </div>
    </section>
  );
};

/** Which pack was exported last, and whether what came since is in it. */
export const LastPackLine = ({ pack: { fileName, exportedAt, sha256, current, displayPath } }: { pack: LastPack }) => (
  <div className={styles.lastPack}>
    <span>
      {t(current ? 'exported.last' : 'exported.lastOutdated', {
        place: displayPath ?? fileName,
        time: formatExactTime(exportedAt),
      })}
    </span>
    <Line name="SHA-256" what={t('exported.hash')}>
      {sha256}
    </Line>
  </div>
);

interface LineProps {
  name?: string;
  children: string;
  /** What the button beside it copies. */
  what: string;
  /** What it is for. */
  help?: string;
}

const Line = ({ name, children, what, help }: LineProps) => (
  <div className={styles.command}>
    {name && <span>{name}</span>}
    <code>{children}</code>
    <CopyButton text={children} what={what} />
    {help && <span className={styles.quiet}>{help}</span>}
  </div>
);
