import { Anchor } from '@mantine/core';
import { CopyButton } from '../../components/copy-button';
import { textsOf } from '../../texts';
import styles from './help.module.css';
import { type Block, parseSpans } from './markdown';

const t = textsOf('help');

/** What a link of the guide leads to: another page or a heading, never an address outside. */
type Follow = (target: string) => void;

interface GuideTextProps {
  blocks: Block[];
  /** The heading that was asked for; it takes the focus when the guide opens. */
  wanted: string;
  onFollow: Follow;
}

/** A page of the guide, drawn from its blocks. */
export const GuideText = ({ blocks, wanted, onFollow }: GuideTextProps) =>
  blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a page never change their order.
    <GuideBlock key={index} block={block} wanted={wanted} onFollow={onFollow} />
  ));

const GuideBlock = ({ block, wanted, onFollow }: { block: Block; wanted: string; onFollow: Follow }) => {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level <= 2 ? 'h3' : 'h4';
      return (
        <Heading
          id={block.anchor}
          tabIndex={-1}
          data-autofocus={block.anchor === wanted || undefined}
          className={styles.heading}
        >
          <Spans text={block.text} onFollow={onFollow} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Spans text={block.text} onFollow={onFollow} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={styles.list}>
          {block.items.map((item) => (
            <li key={item}>
              <Spans text={item} onFollow={onFollow} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <GuideTable head={block.head} rows={block.rows} onFollow={onFollow} />;
    case 'code':
      return (
        <div className={styles.codeBlock}>
          <pre className={styles.code}>{block.text}</pre>
          <CopyButton what={t('script')} text={block.text} />
        </div>
      );
  }
};

const GuideTable = ({ head, rows, onFollow }: { head: string[]; rows: string[][]; onFollow: Follow }) => (
  <table className={styles.table}>
    <thead>
      <tr>
        {head.map((cell) => (
          <th key={cell} scope="col">
            {cell}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row[0]}>
          {row.map((cell, column) => (
            <td key={head[column]}>
              <Spans text={cell} onFollow={onFollow} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Spans = ({ text, onFollow }: { text: string; onFollow: Follow }) =>
  parseSpans(text).map((span, index) => {
    // The same word may stand twice in a sentence.
    const key = `${index} ${span.text}`;
    switch (span.kind) {
      case 'strong':
        return <strong key={key}>{span.text}</strong>;
      case 'emphasis':
        return <em key={key}>{span.text}</em>;
      case 'code':
        return (
          <code key={key} className={styles.inlineCode}>
            {span.text}
          </code>
        );
      case 'link':
        return (
          <Anchor key={key} component="button" type="button" inherit onClick={() => onFollow(span.target)}>
            {span.text}
          </Anchor>
        );
      default:
        return span.text;
    }
  });
