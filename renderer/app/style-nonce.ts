/**
 * The nonce that the content security policy of this page asks of every injected style element.
 * Main writes it into index.html while serving it. CodeMirror takes it as `EditorView.cspNonce`.
 */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

/** The scroll lock of dialogs injects a style of its own and reads its nonce from this global name only. */
export const allowInjectedStyles = (): void => {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
};
