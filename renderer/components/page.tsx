import { type ReactNode, useRef } from 'react';
import styles from './page.module.css';
import { useLeaveByEscape } from './use-leave-by-escape';

interface PageProps {
  header: ReactNode;
  children: ReactNode;
  /** `fill`: the content brings its own scrolling (a virtualised list). `text`: a column of readable width. */
  layout?: 'scroll' | 'fill' | 'text';
  /** Leads back to where the page was opened from; so does Escape. */
  onLeave?: () => void;
}

/** One page: a header that stays, and content below it. */
export const Page = ({ header, children, layout = 'scroll', onLeave }: PageProps) => {
  const page = useRef<HTMLDivElement>(null);
  useLeaveByEscape(page, onLeave);
  return (
    <div ref={page} className={styles.page}>
      {header}
      <div className={styles.content} data-layout={layout}>
        {layout === 'text' ? <div className={styles.column}>{children}</div> : children}
      </div>
    </div>
  );
};

interface PageHeaderProps {
  /** The page's name; the only first-level heading of the window. */
  title: string;
  /** What the page belongs to: "Stark G4 · Q2CA2025 · CI21324354". */
  context?: string;
  /** Where it stands among others, shown whole behind the context: "Step 3 of 5". */
  place?: string;
  /** A line of counts or advice under the title. */
  summary?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Filters and fields in a row of their own. */
  toolbar?: ReactNode;
}

export const PageHeader = ({ title, context, place, summary, actions, toolbar }: PageHeaderProps) => (
  <header className={styles.header}>
    <div className={styles.headline}>
      <div className={styles.titles}>
        {(context || place) && (
          <div className={styles.context}>
            {context && <span className={styles.contextName}>{context}</span>}
            {place && <span className={styles.place}>{place}</span>}
          </div>
        )}
        <h1 className={styles.title}>{title}</h1>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
    {summary && <div className={styles.summary}>{summary}</div>}
    {toolbar && <div className={styles.toolbar}>{toolbar}</div>}
  </header>
);
