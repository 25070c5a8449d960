/** A text in which words between asterisks stand out, as reasons of suggestions mark what they found. */
export const Emphasised = ({ text }: { text: string }) => (
  <>
    {text.split(/\*([^*]+)\*/).map((part, position) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text are never moved about
      position % 2 === 1 ? <strong key={position}>{part}</strong> : part,
    )}
  </>
);
