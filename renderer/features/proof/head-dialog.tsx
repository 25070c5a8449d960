import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Result, Value } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { CopyButton } from '../../components/copy-button';
import { DialogButtons } from '../../components/dialog-buttons';
import { ErrorNotice } from '../../components/error-notice';
import { formatCount, formatMoment } from '../../components/format';
import { addNotice, noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { HeadSheet } from './head-sheet';
import styles from './proof.module.css';
import { Fact, VerdictView } from './verdict-view';

const t = textsOf('proof');

type Head = Value<'auditLog', 'head'>;
type Checked = Value<'auditLog', 'checkCheckpoint'>;

/** Signs the head of the log, shows it for people to note, and checks an earlier one. */
export const HeadButton = () => {
  const [head, setHead] = useState<Result<Head> | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const open = async () => {
    setChecked(null);
    setHead(await bridge.auditLog.head());
  };
  const save = async () => {
    const saved = await bridge.auditLog.saveCheckpoint();
    if (!saved.ok) noticeError(saved.error, t('head.notSaved'), t('head.logUnchanged'));
    else if (saved.value) addNotice({ tone: 'success', title: t('head.saved', { name: saved.value.fileName }) });
  };
  const check = async () => {
    const picked = await bridge.files.pick({ purpose: 'checkpoint' });
    if (!picked.ok || !picked.value) return;
    const answer = await bridge.auditLog.checkCheckpoint({ fileToken: picked.value.fileToken });
    if (answer.ok) setChecked(answer.value);
    else noticeError(answer.error, t('head.notChecked'), t('head.logUnchanged'));
  };
  return (
    <>
      <Button variant="default" onClick={() => void open()}>
        {t('head.button')}
      </Button>
      <Modal opened={head !== null} onClose={() => setHead(null)} title={t('head.title')} size="44rem">
        <Stack gap="md">
          {head && !head.ok && <ErrorNotice title={t('head.notSigned')} error={head.error} />}
          {head?.ok && <HeadFacts head={head.value} />}
          {checked && <CheckedView checked={checked} />}
          <DialogButtons>
            <Button variant="default" onClick={() => void check()}>
              {t('head.check')}
            </Button>
            <Button variant="default" onClick={() => window.print()} disabled={!head?.ok}>
              {t('head.print')}
            </Button>
            <Button onClick={() => void save()} disabled={!head?.ok}>
              {t('head.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </Modal>
      {head?.ok && <HeadSheet head={head.value} />}
    </>
  );
};

const HeadFacts = ({ head }: { head: Head }) => (
  <>
    <p className={styles.explanation}>{t('head.explanation')}</p>
    <div className={styles.fingerprint}>
      <span>{head.fingerprint}</span>
      <CopyButton text={head.fingerprint} what={t('head.fingerprint')} />
    </div>
    <dl className={styles.facts}>
      <Fact name={t('head.entries')}>{formatCount(head.entries)}</Fact>
      <Fact name={t('head.signedAt')}>{formatMoment(head.signedAt)}</Fact>
      <Fact name={t('head.key')}>
        <span className={styles.hash}>{head.keyId}</span>
      </Fact>
      <Fact name={t('head.hash')}>
        <span className={styles.hash}>{head.hash}</span>
      </Fact>
    </dl>
  </>
);

const CheckedView = ({ checked: { valid, problems, head, entriesSince } }: { checked: Checked }) => (
  <VerdictView valid={valid} problems={problems}>
    {valid && head
      ? t('head.holds', { entries: head.entries, time: formatMoment(head.signedAt), count: entriesSince })
      : t('head.fails')}
  </VerdictView>
);
