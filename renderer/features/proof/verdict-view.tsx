import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FromMain } from '../../components/error-kind';
import { textsOf } from '../../texts';
import styles from './proof.module.css';

const t = textsOf('proof');

interface Problem {
  where: string;
  message: string;
}

/** Whether something holds, in a sentence, and each thing that is wrong with it. */
export const VerdictView = ({
  valid,
  problems,
  children,
}: {
  valid: boolean;
  problems: Problem[];
  children: ReactNode;
}) => (
  <div role="status">
    <div className={styles.verdict} data-valid={valid}>
      {valid ? <IconShieldCheck size={20} aria-hidden /> : <IconShieldX size={20} aria-hidden />}
      <span>{children}</span>
    </div>
    {problems.length > 0 && (
      <ul className={styles.problems} aria-label={t('problems')}>
        {problems.map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            <FromMain as="strong">{where}</FromMain> <FromMain as="span">{message}</FromMain>
          </li>
        ))}
      </ul>
    )}
  </div>
);

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
