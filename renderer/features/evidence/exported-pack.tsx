import type { Value } from '../../../preload/contract';
import { CopyButton } from '../../components/copy-button';
import { countOf } from '../../components/format';
import styles from './evidence.module.css';

export type PackExport = NonNullable<Value<'evidence', 'exportPack'>>;

/** What was exported, and how the client or a reviewer verifies it without this program. */
export const ExportedPack = ({ pack: { fileName, files, sha256 } }: { pack: PackExport }) => (
  <section className={styles.exported} role="status" aria-label="Exported evidence pack">
    <h2>
      {fileName} exported · {countOf(files, 'file')}
    </h2>
    <div className={styles.command}>
      <span>SHA-256</span>
      <code>{sha256}</code>
      <CopyButton text={sha256} what="SHA-256 of the pack" />
    </div>
    <div>
      Anyone can verify the pack without Tickmark, with Node.js or with the sums alone:
      <Command text={`node verify-pack.mjs "${fileName}"`} />
      <Command text="sha256sum -c SHA256SUMS" note="in the unzipped folder" />
    </div>
  </section>
);

const Command = ({ text, note }: { text: string; note?: string }) => (
  <div className={styles.command}>
    <code>{text}</code>
    <CopyButton text={text} what="command" />
    {note && <span className={styles.quiet}>{note}</span>}
  </div>
);
