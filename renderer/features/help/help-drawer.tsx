import { Button, Drawer, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { closeHelp, guideLanguage, type HelpPlace, useHelp } from '../../components/help-store';
import { currentLanguage, textsOf } from '../../texts';
import { type Found, guidePages, placeOfError, searchGuide } from './guide';
import { GuideText } from './guide-text';
import styles from './help.module.css';

const t = textsOf('help');

interface Place {
  file: string;
  anchor: string;
}

const firstPage = (): string => guidePages[0]?.file ?? '';

const toPlace = (place: HelpPlace): Place => {
  const wanted = 'code' in place ? placeOfError(place.code) : place;
  return { file: wanted?.file ?? firstPage(), anchor: wanted?.anchor ?? '' };
};

/** The user guide beside the page: its pages, a search over all of them, and the page that is read. */
export const HelpDrawer = () => {
  const { opened, place } = useHelp();
  const [shown, setShown] = useState(() => toPlace(place));
  const [query, setQuery] = useState('');
  const [showsHits, setShowsHits] = useState(false);
  const search = (text: string) => {
    setQuery(text);
    setShowsHits(text.trim() !== '');
  };
  useEffect(() => {
    setShown(toPlace(place));
    setQuery('');
    setShowsHits(false);
  }, [place]);
  const go = (next: Place) => {
    setShowsHits(false);
    setShown(next);
  };
  return (
    <Drawer
      opened={opened}
      onClose={closeHelp}
      closeOnEscape={false}
      title={t('title')}
      position="right"
      size="58rem"
      zIndex={400}
      classNames={{ content: styles.drawer, header: styles.header, body: styles.body }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.side}>
        <TextInput
          // Who came for a section reads it; who came for the guide looks something up.
          data-autofocus={shown.anchor === '' || undefined}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={query}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <nav aria-label={t('pages')}>
          <ul className={styles.pages} lang={guideLanguage}>
            {guidePages.map(({ file, title }) => (
              <li key={file}>
                <button
                  type="button"
                  className={styles.page}
                  aria-current={!showsHits && file === shown.file ? 'page' : undefined}
                  onClick={() => go({ file, anchor: '' })}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {showsHits ? (
        <Hits query={query} onGo={go} />
      ) : (
        <ShownPage place={shown} onGo={go}>
          {query.trim() !== '' && <BackToHits query={query} onBack={() => setShowsHits(true)} />}
        </ShownPage>
      )}
    </Drawer>
  );
};

const BackToHits = ({ query, onBack }: { query: string; onBack: () => void }) => (
  <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={onBack}>
    {t('backToHits', { query: query.trim() })}
  </Button>
);

interface ShownPageProps {
  place: Place;
  onGo: (place: Place) => void;
  children: ReactNode;
}

const ShownPage = ({ place, onGo, children }: ShownPageProps) => {
  const article = useRef<HTMLElement>(null);
  const page = guidePages.find(({ file }) => file === place.file);
  useEffect(() => {
    const heading = place.anchor ? document.getElementById(place.anchor) : null;
    if (heading) heading.scrollIntoView({ block: 'start' });
    else article.current?.scrollTo({ top: 0 });
    if (place.anchor) heading?.focus({ preventScroll: true });
  }, [place]);
  if (!page) return null;
  const follow = (target: string) => {
    const [file = '', anchor = ''] = target.split('#');
    onGo({ file: file.slice(file.lastIndexOf('/') + 1) || page.file, anchor });
  };
  return (
    <article ref={article} lang={guideLanguage} className={styles.article} aria-label={page.title}>
      <div lang={currentLanguage()}>{children}</div>
      <h2 className={styles.title}>{page.title}</h2>
      <GuideText blocks={page.blocks} wanted={place.anchor} onFollow={follow} />
    </article>
  );
};

const Hits = ({ query, onGo }: { query: string; onGo: (place: Place) => void }) => {
  const found = searchGuide(query);
  return (
    <div className={styles.article}>
      <p role="status" className={styles.count}>
        {found.length === 0 ? t('nothing', { query: query.trim() }) : t('found', { count: found.length })}
      </p>
      <ul className={styles.results}>
        {found.map((section) => (
          <li key={`${section.page.file} ${section.anchor}`}>
            <Hit section={section} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const Hit = ({ section, onGo }: { section: Found; onGo: (place: Place) => void }) => (
  <button
    type="button"
    className={styles.result}
    lang={guideLanguage}
    onClick={() => onGo({ file: section.page.file, anchor: section.anchor })}
  >
    <span className={styles.resultHeading}>{section.heading}</span>
    {section.anchor && <span className={styles.resultPage}>{section.page.title}</span>}
    <span className={styles.excerpt}>{section.excerpt}</span>
  </button>
);
