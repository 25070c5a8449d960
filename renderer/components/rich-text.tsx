import { Fragment, type ReactNode } from 'react';

/**
 * A text of the catalogue with marked parts, `On <strong>CI1</strong>`: each is drawn as its name says, so that every
 * language may place it where its sentence needs it. Values can hold no mark-up of their own: what is not a known name stays text.
 */
export const richText = (text: string, parts: Record<string, (content: string) => ReactNode>): ReactNode =>
  text.split(/(<(\w+)>.*?<\/\2>)/g).map((piece, index, pieces) => {
    // A split with groups answers text, whole match, name, text, …
    if (index % 3 === 2) return null;
    const draw = index % 3 === 1 ? parts[pieces[index + 1] ?? ''] : undefined;
    const content = piece.replace(/^<\w+>|<\/\w+>$/g, '');
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change their order.
    return <Fragment key={index}>{draw ? draw(content) : piece}</Fragment>;
  });
