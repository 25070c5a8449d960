import { Button, Modal, Stack } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Value } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import styles from './proof.module.css';
import { Fact, VerdictView } from './verdict-view';

const t = textsOf('proof');

type Verdict = Value<'evidence', 'verifyPack'>;

/** Verifies any pack, also one of somebody else, and says whose key signed it and what is wrong where. */
export const VerifyPackButton = () => {
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const verify = async () => {
    const picked = await bridge.files.pick({ purpose: 'pack' });
    if (!picked.ok || !picked.value) return;
    setBusy(true);
    const answer = await bridge.evidence.verifyPack({ fileToken: picked.value.fileToken });
    setBusy(false);
    if (answer.ok) setVerdict(answer.value);
    else noticeError(answer.error, t('pack.notVerified'), t('pack.unchanged'));
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={busy}
        onClick={() => void verify()}
      >
        {t('pack.button')}
      </Button>
      <Modal opened={verdict !== null} onClose={() => setVerdict(null)} title={verdict?.fileName} size="lg">
        {verdict && <PackVerdict verdict={verdict} />}
      </Modal>
    </>
  );
};

const PackVerdict = ({ verdict: { valid, problems, checked, signedBy, about, sha256 } }: { verdict: Verdict }) => (
  <Stack gap="md">
    <VerdictView valid={valid} problems={problems}>
      {valid ? t('pack.valid') : t('pack.invalid', { count: problems.length })}
    </VerdictView>
    <dl className={styles.facts}>
      {about && <Fact name={t('pack.about')}>{`${about.auditName} · ${about.name} · ${about.ciId}`}</Fact>}
      {about && <Fact name={t('pack.exported')}>{`${about.exportedAt} · ${about.exportedBy}`}</Fact>}
      <Fact name={t('pack.signedBy')}>
        {signedBy ? t(signedBy.own ? 'pack.ownKey' : 'pack.otherKey', { key: signedBy.keyId }) : t('pack.unsigned')}
      </Fact>
      {signedBy && (
        <Fact name={t('head.fingerprint')}>
          <span className={styles.hash}>{signedBy.fingerprint}</span>
        </Fact>
      )}
      <Fact name={t('pack.checked')}>
        {t('pack.counts', { files: checked.files, runs: checked.executions, rows: checked.rows })}
      </Fact>
      {checked.redacted > 0 && (
        <Fact name={t('pack.redacted')}>{t('pack.redactedFiles', { count: checked.redacted })}</Fact>
      )}
      <Fact name="SHA-256">
        <span className={styles.hash}>{sha256}</span>
      </Fact>
    </dl>
  </Stack>
);
