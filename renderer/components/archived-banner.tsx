import { textsOf } from '../texts';
import { Banner } from './banner';
import { formatTime } from './format';

const t = textsOf('components');

/** Above everything of an archived audit: why nothing of it can be changed. */
export const ArchivedBanner = ({ archivedAt }: { archivedAt: string }) => (
  <Banner>
    <strong>{t('archived.title')}</strong> {t('archived.since', { time: formatTime(archivedAt) })}
  </Banner>
);
