/**
 * Puts text on the clipboard. It goes by way of the page's own copy event, which needs no permission to write to the
 * clipboard. Answers whether it worked; call it while handling a key press or a click.
 */
export const copyText = (text: string): boolean => {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return copied;
};
