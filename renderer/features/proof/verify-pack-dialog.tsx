import { Button, Modal, Stack } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { CopyButton } from '../../components/copy-button';
import { formatMoment } from '../../components/format';
import { textsOf } from '../../texts';
import styles from './proof.module.css';
import { Fact, VerdictView } from './verdict-view';
import { closeVerdict, usePackVerdict, type Verdict, verifyChosenPack, verifyPack } from './verify-pack-store';

const t = textsOf('proof');

/** Verifies any pack, also one of somebody else. */
export const VerifyPackButton = () => (
  <Button
    variant="default"
    leftSection={<IconShieldCheck size={16} aria-hidden />}
    loading={usePackVerdict((state) => state.busy)}
    onClick={() => void verifyChosenPack()}
  >
    {t('pack.button')}
  </Button>
);

/** Verifies a pack that was just written, without asking for it again. */
export const VerifyThisPackButton = ({ fileToken }: { fileToken: string }) => (
  <Button
    variant="default"
    leftSection={<IconShieldCheck size={16} aria-hidden />}
    loading={usePackVerdict((state) => state.busy)}
    onClick={() => void verifyPack(fileToken)}
  >
    {t('pack.verifyThis')}
  </Button>
);

/** Says whose key signed the pack that was verified last and what is wrong where. */
export const PackVerdictDialog = () => {
  const verdict = usePackVerdict((state) => state.verdict);
  return (
    <Modal opened={verdict !== null} onClose={closeVerdict} title={verdict?.fileName} size="44rem">
      {verdict && <PackVerdict verdict={verdict} />}
    </Modal>
  );
};

const PackVerdict = ({
  verdict: { valid, problems, checked, signedBy, about, questions, sha256 },
}: {
  verdict: Verdict;
}) => (
  <Stack gap="md">
    <VerdictView valid={valid} problems={problems}>
      {valid ? t('pack.valid') : t('pack.invalid', { count: problems.length })}
    </VerdictView>
    <dl className={styles.facts}>
      {about && <Fact name={t('pack.about')}>{`${about.auditName} · ${about.name} · ${about.ciId}`}</Fact>}
      {about && <Fact name={t('pack.exported')}>{`${formatMoment(about.exportedAt)} · ${about.exportedBy}`}</Fact>}
      <Fact name={t('pack.signedBy')}>
        {signedBy ? t(signedBy.own ? 'pack.ownKey' : 'pack.otherKey', { key: signedBy.keyId }) : t('pack.unsigned')}
      </Fact>
      {signedBy && (
        <Fact name={t('head.fingerprint')}>
          <Copied what={t('head.fingerprint')}>{signedBy.fingerprint}</Copied>
        </Fact>
      )}
      <Fact name={t('pack.checked')}>
        {[
          t('pack.files', { count: checked.files }),
          t('pack.runs', { count: checked.executions }),
          t('pack.rows', { count: checked.rows }),
        ].join(', ')}
      </Fact>
      {questions && <Fact name={t('pack.questions')}>{questionsText(questions)}</Fact>}
      {checked.redacted > 0 && (
        <Fact name={t('pack.redacted')}>{t('pack.redactedFiles', { count: checked.redacted })}</Fact>
      )}
      <Fact name="SHA-256">
        <Copied what={t('pack.hash')}>{sha256}</Copied>
      </Fact>
    </dl>
  </Stack>
);

/** All of them, then those of each kind that there are; whether results are final is said also where none is. */
const questionsText = ({ total, final, notFinal, notAnswerable, open }: NonNullable<Verdict['questions']>): string =>
  [
    t('pack.allQuestions', { count: total }),
    t('pack.final', { count: final }),
    ...(notFinal > 0 ? [t('pack.notFinal', { count: notFinal })] : []),
    ...(notAnswerable > 0 ? [t('pack.notAnswerable', { count: notAnswerable })] : []),
    ...(open > 0 ? [t('pack.open', { count: open })] : []),
  ].join(' · ');

const Copied = ({ what, children }: { what: string; children: string }) => (
  <span className={styles.copied}>
    <span className={styles.hash}>{children}</span>
    <CopyButton text={children} what={what} />
  </span>
);
