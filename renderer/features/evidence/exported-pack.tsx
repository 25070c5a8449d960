import type { Value } from '../../../preload/contract';
import { CopyButton } from '../../components/copy-button';
import { textsOf } from '../../texts';
import styles from './evidence.module.css';

const t = textsOf('evidence');

export type PackExport = NonNullable<Value<'evidence', 'exportPack'>>;

/** What was exported, and how the client or a reviewer verifies it without this program. */
export const ExportedPack = ({ pack: { fileName, files, sha256 } }: { pack: PackExport }) => (
  <section className={styles.exported} role="status" aria-label={t('exported.label')}>
    <h2>{t('exported.title', { fileName, count: files })}</h2>
    <div className={styles.command}>
      <span>SHA-256</span>
      <code>{sha256}</code>
      <CopyButton text={sha256} what={t('exported.hash')} />
    </div>
    <div>
      {t('exported.verify')}
      <Command text={`node verify-pack.mjs "${fileName}"`} note={t('exported.script')} />
      <Command text="sha256sum -c SHA256SUMS" note={t('exported.unzipped')} />
    </div>
  </section>
);

const Command = ({ text, note }: { text: string; note?: string }) => (
  <div className={styles.command}>
    <code>{text}</code>
    <CopyButton text={text} what={t('exported.command')} />
    {note && <span className={styles.quiet}>{note}</span>}
  </div>
);
