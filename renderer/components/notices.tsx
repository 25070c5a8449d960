import { Button, CloseButton } from '@mantine/core';
import { IconAlertCircle, IconChevronDown, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { textsOf } from '../texts';
import { ErrorKind, FromMain } from './error-kind';
import { ErrorHelpLink } from './help-link';
import styles from './notices.module.css';
import { dismissNotice, type Notice, useNotices } from './notices-store';

const t = textsOf('components');

const vanishAfterMs = 6_000;

const icons = { error: IconAlertCircle, success: IconCircleCheck, information: IconInfoCircle };

/** The stack of notices. Both regions exist from the start, so that assistive technology announces what enters them. */
export const Notices = () => {
  const notices = useNotices((state) => state.notices);
  const errors = notices.filter((notice) => notice.tone === 'error');
  const others = notices.filter((notice) => notice.tone !== 'error');
  return (
    <section className={styles.stack} aria-label={t('notices')}>
      <div role="alert">
        {errors.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="status">
        {others.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </div>
    </section>
  );
};

const NoticeCard = ({ notice }: { notice: Notice }) => {
  const [held, setHeld] = useState(false);
  const stays = notice.tone === 'error' || notice.action !== undefined || held;
  useEffect(() => {
    if (stays) return;
    const timer = window.setTimeout(() => dismissNotice(notice.id), vanishAfterMs);
    return () => window.clearTimeout(timer);
  }, [stays, notice.id]);

  const { action } = notice;
  const hasMore = notice.message !== undefined || action !== undefined;
  const takeOffer = () => {
    dismissNotice(notice.id);
    action?.run();
  };

  const Icon = icons[notice.tone];
  const Words = notice.code ? FromMain : 'div';
  return (
    <div
      role="group"
      aria-label={notice.title}
      className={styles.notice}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={18} className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <div className={styles.title}>{notice.title}</div>
        {notice.code && <ErrorKind code={notice.code} message={notice.message ?? ''} />}
        {notice.message && <Words>{notice.message}</Words>}
        {notice.kept && <div className={styles.detail}>{notice.kept}</div>}
        {notice.hint && <Words className={styles.detail}>{notice.hint}</Words>}
        {notice.code && <ErrorHelpLink code={notice.code} />}
        {action && (
          <Button size="compact-sm" variant="default" mt={4} onClick={takeOffer}>
            {action.label}
          </Button>
        )}
      </div>
      {hasMore && <IconChevronDown size={18} className={styles.more} aria-hidden />}
      <CloseButton
        size="sm"
        className={styles.close}
        aria-label={t('dismiss', { title: notice.title })}
        onClick={() => dismissNotice(notice.id)}
      />
    </div>
  );
};
