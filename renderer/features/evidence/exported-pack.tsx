import { Button, CloseButton } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { bridge } from '../../bridge';
import { CopyButton } from '../../components/copy-button';
import { formatExactTime } from '../../components/format';
import { valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { VerifyThisPackButton } from '../proof/verify-pack-dialog';
import styles from './evidence.module.css';
import { describeNews, isNothing } from './pack-news';
import type { LastPack, PackExport } from './packs-store';

const t = textsOf('evidence');

/** What was just exported and where it lies, and how the client or a reviewer verifies it without this program. */
export const ExportedPack = ({ pack, onClose }: { pack: PackExport; onClose: () => void }) => {
  const { fileName, files, sha256, displayPath, fingerprint, fileToken } = pack;
  return (
    <section className={styles.exported} role="status" aria-label={t('exported.label')}>
      <CloseButton className={styles.exportedClose} aria-label={t('exported.close')} onClick={onClose} />
      <div className={styles.exportedHead}>
        <h2>{t('exported.title', { fileName })}</h2>
        {fileToken && <PackButtons fileToken={fileToken} />}
      </div>
      <div>{t('exported.files', { count: files })}</div>
      {displayPath && (
        <Line name={t('exported.place')} what={t('exported.path')}>
          {displayPath}
        </Line>
      )}
      <Proof sha256={sha256} fingerprint={fingerprint} />
      <div>
        {t('exported.verify')}
        <Line what={t('exported.command')}>{`node verify-pack.mjs "${fileName}"`}</Line>
      </div>
    </section>
  );
};

const PackButtons = ({ fileToken }: { fileToken: string }) => (
  <div className={styles.packButtons}>
    <VerifyThisPackButton fileToken={fileToken} />
    <Button
      variant="default"
      leftSection={<IconFolderOpen size={16} aria-hidden />}
      onClick={() => void valueOrNotice(bridge.files.showInFolder({ fileToken }), t('exported.notShown'))}
    >
      {t('exported.show')}
    </Button>
  </div>
);

interface LastPackProps {
  pack: LastPack;
}

/** Which pack was exported last, and what came since and is not in it. */
export const LastPackLine = ({ pack: { fileName, exportedAt, sha256, fingerprint, news, place } }: LastPackProps) => (
  <div className={styles.lastPack}>
    <span>
      {t('exported.last', { place: place?.displayPath ?? fileName, time: formatExactTime(exportedAt) })}
      {!isNothing(news) && ` ${t('exported.since', { what: describeNews(news).join(', ') })}`}
    </span>
    <Proof sha256={sha256} fingerprint={fingerprint} />
    {place?.fileToken && <PackButtons fileToken={place.fileToken} />}
  </div>
);

/** What anyone can tell the pack by, each with what it is for. */
const Proof = ({ sha256, fingerprint }: Pick<PackExport, 'sha256' | 'fingerprint'>) => (
  <>
    <Line name="SHA-256" what={t('exported.hash')} help={t('exported.hashHelp')}>
      {sha256}
    </Line>
    {fingerprint && (
      <Line name={t('exported.fingerprint')} what={t('exported.fingerprint')} help={t('exported.fingerprintHelp')}>
        {fingerprint}
      </Line>
    )}
  </>
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
    {name && <span className={styles.proofName}>{name}</span>}
    <span className={styles.hash}>
      <code>{children}</code>
      <CopyButton text={children} what={what} />
    </span>
    {help && <span className={styles.quiet}>{help}</span>}
  </div>
);
