import { createPortal } from 'react-dom';
import type { Value } from '../../../preload/contract';
import { formatCount, formatMoment } from '../../components/format';
import { textsOf } from '../../texts';
import styles from './proof.module.css';
import { Fact } from './verdict-view';

const t = textsOf('proof');

/** What is on paper when the head is printed, and on no screen. Outside the dialog, whose fixed place would clip it. */
export const HeadSheet = ({ head }: { head: Value<'auditLog', 'head'> }) =>
  createPortal(
    <section className={styles.sheet}>
      <div className={styles.brand}>Tickmark</div>
      <h1>{t('head.title')}</h1>
      <p>{t('sheet.lead')}</p>
      <p className={styles.sheetFingerprint}>{head.fingerprint}</p>
      <dl className={styles.facts}>
        <Fact name={t('head.entries')}>{formatCount(head.entries)}</Fact>
        <Fact name={t('head.signedAt')}>{formatMoment(head.signedAt)}</Fact>
        <Fact name={t('sheet.utc')}>{head.signedAt}</Fact>
        <Long name={t('head.hash')} text={head.hash} />
        <Long name={t('head.signature')} text={head.signature} />
        <Long name={t('head.key')} text={head.keyId} />
        <Long name={t('head.publicKey')} text={head.publicKey} />
      </dl>
      <p>{t('sheet.compare')}</p>
      <div className={styles.signatures}>
        <span>{t('sheet.handedOver')}</span>
        <span>{t('sheet.received')}</span>
      </div>
    </section>,
    document.body,
  );

const Long = ({ name, text }: { name: string; text: string }) => (
  <Fact name={name}>
    <span className={styles.hash}>{text}</span>
  </Fact>
);
